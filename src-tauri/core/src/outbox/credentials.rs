//! What a message is sent with, and whether it is at hand.

use std::sync::Arc;

use crate::api_key::ApiKey;

/// A key that the service has accepted, and whose it is.
#[derive(Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The key.
    pub key: ApiKey,
    /// Raised with each other key that is taken in: a message goes only under the one it was written under.
    pub generation: i64,
    /// The account's e-mail address.
    pub email: String,
}

/// Whether there is a key to send with.
#[derive(Debug, Clone, Default)]
pub enum KeyStatus {
    /// The keychain has been asked: messages wait for its answer.
    #[default]
    Asking,
    /// There is none: messages are Held.
    Absent,
    /// There is one.
    Present(Arc<Credentials>),
}
