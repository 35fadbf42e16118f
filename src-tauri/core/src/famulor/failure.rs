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
        } else if causes().any(|cause| cause.to_string() == "proxy authorization required") {
            Self::Proxy
        } else {
            Self::Connection
        }
    }
}

/// rustls' own error hides in an I/O error where the handshake failed.
fn is_certificate(cause: &(dyn Error + 'static)) -> bool {
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    let inner = inner.and_then(|error| error.downcast_ref::<rustls::Error>());
    let found = cause.downcast_ref::<rustls::Error>().or(inner);
    found.is_some_and(|error| matches!(error, rustls::Error::InvalidCertificate(_)))
}
