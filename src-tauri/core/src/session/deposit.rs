//! Taking in a key without a window and without a database: for those who set computers up.

use std::sync::Arc;

use super::{SessionError, within_patience};
use crate::api_key::{ApiKey, KeyStore};
use crate::famulor::Famulor;

/// Keeps a key, as it was pasted, in the keychain, if the service knows it.
///
/// # Errors
/// [`SessionError`]; the keychain holds what it held before.
pub async fn deposit_key(famulor: &Famulor, key_store: Arc<dyn KeyStore>, pasted: &str) -> Result<(), SessionError> {
    let key = ApiKey::parse(pasted)?;
    famulor.user(&key).await?;
    Ok(within_patience(move || key_store.write(&key)).await?)
}
