//! Whose key this is, and which numbers it may send from.

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;
use thiserror::Error;

use super::{BaseUrl, Failure};
use crate::money::exact_decimal;
use crate::types::SenderProblem;

/// Why the account could not be asked. Nothing is ever sent by asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AccountError {
    /// The service refuses the key: the person checks or renews it.
    #[error("the key was refused")]
    KeyRefused,
    /// No connection: the person checks the network and tries again.
    #[error("no connection")]
    Offline,
    /// The server's certificate is not trusted: the person asks the administrator.
    #[error("the certificate is not trusted")]
    Certificate,
    /// The proxy asks for a password: the person asks the administrator.
    #[error("the proxy asks for a password")]
    Proxy,
    /// An answer came that is not Famulor's: the person tries again later.
    #[error("the service answered strangely")]
    Strange,
}

impl From<Failure> for AccountError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Connection => Self::Offline,
            Failure::Certificate => Self::Certificate,
            Failure::Proxy => Self::Proxy,
            Failure::Claim | Failure::Internal => Self::Strange,
        }
    }
}

/// Whose key this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The account's name.
    pub name: String,
    /// Its e-mail address.
    pub email: String,
    /// Its balance; the service names no currency.
    pub balance: Option<Decimal>,
}

/// A number of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedNumber {
    /// Famulor's id, which a message is sent `from`.
    pub id: i64,
    /// The number, as the service writes it.
    pub number: String,
    /// The name the account gave it.
    pub nickname: Option<String>,
    /// Why it cannot send, or none if it can.
    pub problem: Option<SenderProblem>,
}

/// The body of a good answer; a refused key told apart from everything else.
pub(super) fn body_of(
    base: &BaseUrl,
    status: StatusCode,
    headers: &HeaderMap,
    body: Option<Vec<u8>>,
) -> Result<Vec<u8>, AccountError> {
    let location = headers.get(LOCATION).and_then(|value| value.to_str().ok());
    let is_login = status.is_redirection() && location.is_some_and(|target| base.is_login(target));
    let is_famulors = || body.as_deref().is_some_and(ErrorBody::is_in);
    match status {
        StatusCode::OK => body.ok_or(AccountError::Strange),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN if is_famulors() => Err(AccountError::KeyRefused),
        _ if is_login => Err(AccountError::KeyRefused),
        _ => Err(AccountError::Strange),
    }
}

/// Famulor's errors are objects with a `message` or an `error`; a proxy's page is not.
#[derive(Deserialize)]
struct ErrorBody {
    message: Option<String>,
    error: Option<String>,
}

impl ErrorBody {
    fn is_in(body: &[u8]) -> bool {
        serde_json::from_slice::<Self>(body).is_ok_and(|found| found.message.or(found.error).is_some())
    }
}

pub(super) fn read_user(body: &[u8]) -> Result<User, AccountError> {
    #[derive(Deserialize)]
    struct Me {
        name: String,
        email: String,
        total_balance: Option<Box<RawValue>>,
    }
    let me: Me = serde_json::from_slice(body).map_err(|_| AccountError::Strange)?;
    Ok(User { name: me.name, email: me.email, balance: me.total_balance.and_then(|raw| exact_decimal(&raw)) })
}

pub(super) fn read_numbers(body: &[u8]) -> Result<Vec<ListedNumber>, AccountError> {
    #[derive(Deserialize)]
    struct Listing {
        data: Vec<Row>,
    }
    #[derive(Deserialize)]
    struct Row {
        id: i64,
        phone_number: String,
        nickname: Option<String>,
        #[serde(default)]
        sms_capable: bool,
        #[serde(default)]
        has_active_subscription: bool,
    }
    let listing: Listing = serde_json::from_slice(body).map_err(|_| AccountError::Strange)?;
    let number = |row: Row| ListedNumber {
        id: row.id,
        number: row.phone_number,
        nickname: row.nickname.filter(|name| !name.trim().is_empty()),
        problem: if !row.sms_capable {
            Some(SenderProblem::NotSmsCapable)
        } else if !row.has_active_subscription {
            Some(SenderProblem::NoSubscription)
        } else {
            None
        },
    };
    Ok(listing.data.into_iter().map(number).collect())
}
