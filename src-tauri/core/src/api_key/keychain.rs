//! The operating system's keychain: Secret Service, macOS Keychain, Windows Credential Manager.
//!
//! A call may show a prompt and block for as long as it stands there: the caller gives it a thread.

use std::sync::{Arc, Mutex, PoisonError};

use keyring::Error;
use keyring_core::{CredentialStore, Entry};

use super::ApiKey;

/// The service under which the key is kept.
const SERVICE: &str = "io.famulor.sms";

/// Why the keychain did not do what was asked. No variant holds anything secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// There is no keychain service: the key can be kept for this run only.
    #[error("there is no keychain service")]
    NoService,
    /// There is a service without a keychain in it: the person creates one and tries again.
    #[error("there is no default keychain")]
    NoCollection,
    /// It is locked and stayed so: the person unlocks it and tries again.
    #[error("the keychain is locked")]
    Locked,
    /// It has not answered in time, perhaps for a prompt that stands open.
    #[error("the keychain does not answer")]
    Slow,
    /// It failed in another way.
    #[error("the keychain failed")]
    Other,
}

/// Where one key is kept; blocking.
pub trait KeyStore: Send + Sync + 'static {
    /// The key, or none if there is none.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn read(&self) -> Result<Option<ApiKey>, KeyStoreError>;

    /// Keeps the key, in place of the one before.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn write(&self, key: &ApiKey) -> Result<(), KeyStoreError>;

    /// Forgets the key; one that is not there is forgotten already.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn delete(&self) -> Result<(), KeyStoreError>;
}

/// The system's keychain, asked anew each time: one that has come up since is found.
#[derive(Debug)]
pub struct SystemKeychain {
    account: String,
}

impl SystemKeychain {
    /// The key under `account`: `api-key`, or `api-key@HOST:PORT` under another base URL.
    #[must_use]
    pub fn new(account: impl Into<String>) -> Self {
        Self { account: account.into() }
    }

    fn entry(&self) -> Result<Entry, Error> {
        platform_store()?.build(SERVICE, &self.account, None)
    }
}

impl KeyStore for SystemKeychain {
    fn read(&self) -> Result<Option<ApiKey>, KeyStoreError> {
        match self.entry().and_then(|entry| entry.get_secret()) {
            Ok(secret) => Ok(std::str::from_utf8(&secret).ok().and_then(|text| ApiKey::parse(text).ok())),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(told(&error)),
        }
    }

    fn write(&self, key: &ApiKey) -> Result<(), KeyStoreError> {
        self.entry().and_then(|entry| entry.set_secret(key.reveal().as_bytes())).map_err(|error| told(&error))
    }

    fn delete(&self) -> Result<(), KeyStoreError> {
        match self.entry().and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(told(&error)),
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The kind of a keychain's error. Only names of variants are looked at or logged: the `Debug` of
/// some variants holds the raw secret.
fn told(error: &Error) -> KeyStoreError {
    let kind = if matches!(error, Error::PlatformFailure(_)) {
        KeyStoreError::NoService
    } else if let Error::NoStorageAccess(cause) = error {
        if format!("{cause:?}") == "NoResult" { KeyStoreError::NoCollection } else { KeyStoreError::Locked }
    } else {
        KeyStoreError::Other
    };
    tracing::warn!(?kind, "the keychain refused");
    kind
}

/// A key in memory alone: for practice mode, and for tests of what stands above the keychain.
#[derive(Debug, Default)]
pub struct MemoryKeyStore(Mutex<Option<ApiKey>>);

impl MemoryKeyStore {
    /// A store that holds `key` from the beginning.
    #[must_use]
    pub fn holding(key: ApiKey) -> Self {
        Self(Mutex::new(Some(key)))
    }

    fn key(&self) -> std::sync::MutexGuard<'_, Option<ApiKey>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyStore for MemoryKeyStore {
    fn read(&self) -> Result<Option<ApiKey>, KeyStoreError> {
        Ok(self.key().clone())
    }

    fn write(&self, key: &ApiKey) -> Result<(), KeyStoreError> {
        *self.key() = Some(key.clone());
        Ok(())
    }

    fn delete(&self) -> Result<(), KeyStoreError> {
        *self.key() = None;
        Ok(())
    }
}
