//! Why a request got no answer, told apart as far as the next step for the person differs.

use std::error::Error;

use super::ClaimRefused;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No connection came about, or it broke, or it took too long.
    Connection,
    /// The server's certificate is not trusted: trying again will not help.
    Certificate,
    /// The proxy asks for a password (407 while connecting).
    Proxy,
    /// The message was not claimed: it has changed meanwhile, or the database failed.
    Claim,
    /// The request could not be made at all.
    Internal,
}

impl Failure {
    pub(super) fn of(error: &reqwest::Error) -> Self {
        if error.is_builder() {
            return Self::Internal;
        }
        let causes = || std::iter::successors(error.source(), |&cause| cause.source());
        if causes().any(|cause| cause.is::<ClaimRefused>()) {
            Self::Claim
        } else if causes().any(is_certificate) {
            Self::Certificate
        } else if causes().any(asks_for_password) {
            Self::Proxy
        } else {
            Self::Connection
        }
    }
}

/// rustls' own error hides in an I/O error where the handshake failed, and that one in another.
fn is_certificate(cause: &(dyn Error + 'static)) -> bool {
    if let Some(error) = cause.downcast_ref::<rustls::Error>() {
        return matches!(error, rustls::Error::InvalidCertificate(_));
    }
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    inner.is_some_and(|inner| is_certificate(inner))
}

/// hyper-util keeps the type of this error to itself, so that only its words tell.
fn asks_for_password(cause: &(dyn Error + 'static)) -> bool {
    cause.to_string().ends_with("proxy authorization required")
}
