//! The API key: where it is kept, and that it goes nowhere else.

mod keychain;

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;

pub use keychain::{KeyStore, KeyStoreError, MemoryKeyStore, SystemKeychain};

/// The longest key that every system's keychain holds, in bytes (Windows: 2,560).
const LONGEST: usize = 2_560;

/// An API key. It has no `Display`, and its `Debug` tells nothing.
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// The text cannot be an API key: empty, too long, or with characters that no key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this is not an API key")]
pub struct NotAnApiKey;

impl ApiKey {
    /// Takes a key as it was pasted: with spaces, line ends or `Bearer ` around it.
    ///
    /// # Errors
    /// [`NotAnApiKey`] where what is left is not one word of visible ASCII.
    pub fn parse(pasted: &str) -> Result<Self, NotAnApiKey> {
        let trimmed = pasted.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let key = trimmed.strip_prefix("Bearer ").unwrap_or(trimmed).trim();
        let is_key = !key.is_empty() && key.len() <= LONGEST && key.bytes().all(|b| b.is_ascii_graphic());
        is_key.then(|| Self(SecretString::from(key))).ok_or(NotAnApiKey)
    }

    /// The key itself: for the Authorization header and the keychain alone.
    #[must_use]
    pub(crate) fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Marks that come along when a key is copied from a page.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

impl PartialEq for ApiKey {
    fn eq(&self, other: &Self) -> bool {
        self.reveal() == other.reveal()
    }
}

impl Eq for ApiKey {}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_taken_as_people_paste_it() {
        for pasted in ["abc|123", "  abc|123\r\n", "Bearer abc|123", "\u{feff}abc|123\u{200b}"] {
            assert_eq!(ApiKey::parse(pasted).unwrap().reveal(), "abc|123", "{pasted:?}");
        }
    }

    #[test]
    fn what_cannot_be_a_key_is_refused() {
        for pasted in ["", "  ", "two words", "schlüssel", "a\nb", &"a".repeat(LONGEST + 1)] {
            assert_eq!(ApiKey::parse(pasted), Err(NotAnApiKey));
        }
    }

    #[test]
    fn a_key_is_not_printed() {
        assert_eq!(format!("{:?}", ApiKey::parse("secret").unwrap()), "ApiKey(…)");
    }
}
