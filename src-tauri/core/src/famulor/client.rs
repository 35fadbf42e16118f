//! The client: one attempt a call, nothing followed, nothing repeated, nothing kept open.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Client, RequestBuilder, Response, StatusCode, redirect};
use serde::Serialize;
use tokio::time::timeout;
use uuid::Uuid;

use super::account::{self, AccountError, ListedNumber, User};
use super::answer::{self, Answer};
use super::body_gate::{Claim, Gate, GatedBody};
use super::{BaseUrl, Failure, Proxy};
use crate::api_key::ApiKey;
use crate::phone_number::PhoneNumber;

/// The most of an answer that is read, in bytes.
const ANSWER_LIMIT: usize = 64 * 1024;

/// How long a call may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until the connection stands.
    pub connect: Duration,
    /// From the call until the answer is read.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), whole: Duration::from_secs(45) }
    }
}

/// One SMS as it is asked for.
#[derive(Debug, Clone)]
pub struct Sms {
    /// The message's own id, sent along as `Idempotency-Key`.
    pub uuid: Uuid,
    /// The sender, by Famulor's id of the number.
    pub from: i64,
    /// The recipient.
    pub to: PhoneNumber,
    /// The text, at most 300 code points.
    pub body: String,
}

/// What one attempt to send came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// It is certain that no byte of the body left or will leave this machine.
    NeverLeft {
        /// Why.
        failure: Failure,
        /// Whether something answered before the body was asked for; then it is not tried again.
        answered: bool,
    },
    /// The body left, and this answer came.
    Answered(Answer),
    /// The body left, perhaps in part, and no answer came.
    NoAnswer,
}

/// Famulor, asked over HTTP; clones ask the same way.
#[derive(Debug, Clone)]
pub struct Famulor {
    client: Arc<RwLock<Client>>,
    base: BaseUrl,
    limits: Limits,
}

/// The request of `POST /user/sms`, as documented.
#[derive(Serialize)]
struct SmsRequest<'a> {
    from: i64,
    to: &'a str,
    body: &'a str,
}

/// An answer read as far as it could be.
struct Read {
    status: StatusCode,
    headers: HeaderMap,
    /// None if it broke off or was too long.
    body: Option<Vec<u8>>,
}

impl Famulor {
    /// Makes a client for `base` that goes through the system's proxy; nothing is connected yet.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the system's TLS settings cannot be used.
    pub fn new(base: BaseUrl, limits: Limits) -> Result<Self, Failure> {
        Self::through(&Proxy::System, base, limits)
    }

    /// Makes a client for `base` that goes through this proxy; nothing is connected yet.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the system's TLS settings or the proxy cannot be used.
    pub fn through(proxy: &Proxy, base: BaseUrl, limits: Limits) -> Result<Self, Failure> {
        let client = Arc::new(RwLock::new(client(proxy, &base, limits)?));
        Ok(Self { client, base, limits })
    }

    /// From the next call on all clones go through this proxy.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the proxy cannot be used; then the one before stays in use.
    pub fn use_proxy(&self, proxy: &Proxy) -> Result<(), Failure> {
        *self.client.write().unwrap_or_else(PoisonError::into_inner) = client(proxy, &self.base, self.limits)?;
        Ok(())
    }

    /// The address that is asked.
    #[must_use]
    pub fn base(&self) -> &BaseUrl {
        &self.base
    }

    /// Sends one SMS: one attempt, whose body leaves only after `claim` is made.
    pub async fn send(&self, key: &ApiKey, sms: &Sms, claim: Claim) -> Attempt {
        let gate = Gate::default();
        let Ok(request) = self.paid_request(key, sms, GatedBody::new(gate.clone(), claim, sms.json())) else {
            return Attempt::NeverLeft { failure: Failure::Internal, answered: false };
        };
        let result = timeout(self.limits.whole, self.exchange(request)).await;
        if gate.revoke() {
            return never_left(&result);
        }
        match result {
            Ok(Ok(read)) => {
                Attempt::Answered(answer::read(&self.base, read.status, &read.headers, read.body.as_deref()))
            }
            Ok(Err(_)) | Err(_) => Attempt::NoAnswer,
        }
    }

    /// Asks whose key this is (`GET /user/me`).
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn user(&self, key: &ApiKey) -> Result<User, AccountError> {
        account::read_user(&self.get(key, "user/me").await?)
    }

    /// Asks for the account's numbers (`GET /user/phone-numbers/all`).
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn numbers(&self, key: &ApiKey) -> Result<Vec<ListedNumber>, AccountError> {
        account::read_numbers(&self.get(key, "user/phone-numbers/all").await?)
    }

    async fn get(&self, key: &ApiKey, path: &str) -> Result<Vec<u8>, AccountError> {
        let request = self.client().get(self.base.join(path));
        let result = timeout(self.limits.whole, self.exchange(authorized(request, key))).await;
        match result {
            Ok(Ok(read)) => account::body_of(&self.base, read.status, &read.headers, read.body),
            Ok(Err(error)) => Err(Failure::of(&error).into()),
            Err(_) => Err(AccountError::Offline),
        }
    }

    fn paid_request(&self, key: &ApiKey, sms: &Sms, body: GatedBody) -> Result<RequestBuilder, Failure> {
        let id = HeaderValue::from_str(&sms.uuid.to_string()).map_err(|_| Failure::Internal)?;
        let request = self.client().post(self.base.join("user/sms"));
        Ok(authorized(request, key)
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .header("Idempotency-Key", id)
            .body(reqwest::Body::wrap(body)))
    }

    fn client(&self) -> Client {
        self.client.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn exchange(&self, request: RequestBuilder) -> Result<Read, reqwest::Error> {
        let response = request.send().await?;
        let (status, headers) = (response.status(), response.headers().clone());
        Ok(Read { status, headers, body: read_body(response).await })
    }
}

fn client(proxy: &Proxy, base: &BaseUrl, limits: Limits) -> Result<Client, Failure> {
    let builder = Client::builder()
        .user_agent(concat!("FamulorSMS/", env!("CARGO_PKG_VERSION")))
        .https_only(!base.is_loopback())
        .http1_only()
        .redirect(redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .pool_max_idle_per_host(0)
        .connect_timeout(limits.connect);
    let proxy = if base.is_loopback() { &Proxy::None } else { proxy };
    // Whoever was first has chosen the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let built = proxy.on_the_way_of(builder).and_then(reqwest::ClientBuilder::build);
    built.map_err(|error| Failure::of(&error))
}

impl Sms {
    fn json(&self) -> Bytes {
        let request = SmsRequest { from: self.from, to: self.to.as_str(), body: &self.body };
        #[expect(clippy::expect_used, reason = "an integer and two strings always make JSON")]
        serde_json::to_vec(&request).expect("the request is JSON").into()
    }
}

fn authorized(request: RequestBuilder, key: &ApiKey) -> RequestBuilder {
    request.bearer_auth(key.reveal()).header(ACCEPT, HeaderValue::from_static("application/json"))
}

/// The whole body, or none if it breaks off or is longer than the limit.
async fn read_body(mut response: Response) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() <= ANSWER_LIMIT => body.extend_from_slice(&chunk),
            Ok(Some(_)) | Err(_) => return None,
            Ok(None) => return Some(body),
        }
    }
}

fn never_left<E>(result: &Result<Result<Read, reqwest::Error>, E>) -> Attempt {
    match result {
        Ok(Ok(_)) => Attempt::NeverLeft { failure: Failure::Connection, answered: true },
        Ok(Err(error)) => Attempt::NeverLeft { failure: Failure::of(error), answered: false },
        Err(_) => Attempt::NeverLeft { failure: Failure::Connection, answered: false },
    }
}
