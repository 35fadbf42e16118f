//! `famulor-sms --store-key`: takes a key from standard input into the keychain, for those who set computers up.
//!
//! It needs no display and no window. What it came to is its exit code, and a sentence for whoever watches; the key is
//! printed nowhere.

use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use famulor_sms_core::famulor::{AccountError, BaseUrlError, Famulor, Limits};
use famulor_sms_core::policy::Policy;
use famulor_sms_core::session::{self, SessionError};
use tauri::async_runtime;

use crate::arguments::Arguments;
use crate::errors::Shown as _;
use crate::office::{self, IDENTIFIER};
use crate::preferences;
use crate::words::Words;

/// More than any key.
const LONGEST_INPUT: u64 = 8 * 1024;

/// What it came to; the numbers are documented for administrators and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The service knows the key, and the keychain has it.
    Stored = 0,
    /// Something else; nothing was stored.
    Other = 1,
    /// There was no key on standard input.
    NoKey = 2,
    /// The service refuses it; it was not stored.
    Refused = 3,
    /// The service could not be asked; it was not stored.
    NotReached = 4,
    /// The keychain did not take it.
    Keychain = 5,
    /// The organisation's policy cannot be read, so nothing was asked.
    Policy = 6,
}

/// Why nothing was stored.
enum Trouble {
    Policy,
    Address,
    Client,
    Session(SessionError),
}

/// Does it, and tells.
pub(crate) fn run(arguments: &Arguments, policy: &Policy) -> ExitCode {
    let settings = policy.resolve(&preferences::of_folder(&folder(arguments)));
    let words = Words::new(settings.language);
    let (end, told) = match store(policy, &settings.proxy) {
        Ok(()) => (End::Stored, words.say("store-key-stored")),
        Err(trouble) => (trouble.end(), trouble.told(&words, policy)),
    };
    // Nobody may be listening; the code says it, too.
    let _ = writeln!(io::stderr(), "{told}");
    ExitCode::from(end as u8)
}

fn store(policy: &Policy, proxy: &famulor_sms_core::famulor::Proxy) -> Result<(), Trouble> {
    if policy.fault().is_some() {
        return Err(Trouble::Policy);
    }
    let base = office::base_url().map_err(|_: BaseUrlError| Trouble::Address)?;
    let keychain = office::keychain(&base);
    let famulor = Famulor::through(&office::way(proxy, &base), base, Limits::default()).map_err(|_| Trouble::Client)?;
    let key = read_key();
    async_runtime::block_on(session::deposit_key(&famulor, keychain, &key)).map_err(Trouble::Session)
}

/// What is on standard input, as far as it can be read: what is no text is no key.
fn read_key() -> String {
    let mut input = String::new();
    match io::stdin().take(LONGEST_INPUT).read_to_string(&mut input) {
        Ok(_) => input,
        Err(_) => String::new(),
    }
}

/// Where the person's settings lie: the proxy chosen there is the way to the service.
fn folder(arguments: &Arguments) -> PathBuf {
    let systems = || dirs::data_dir().map(|folder| folder.join(IDENTIFIER)).unwrap_or_default();
    arguments.data_dir.clone().unwrap_or_else(systems)
}

impl Trouble {
    fn end(&self) -> End {
        match self {
            Self::Policy => End::Policy,
            Self::Address | Self::Client | Self::Session(SessionError::Store(_)) => End::Other,
            Self::Session(SessionError::NotAKey(_) | SessionError::NoKey) => End::NoKey,
            Self::Session(SessionError::Account(AccountError::KeyRefused)) => End::Refused,
            Self::Session(SessionError::Account(
                AccountError::Offline | AccountError::Certificate | AccountError::Proxy | AccountError::Strange,
            )) => End::NotReached,
            Self::Session(SessionError::KeyStore(_)) => End::Keychain,
        }
    }

    fn told(&self, words: &Words, policy: &Policy) -> String {
        match self {
            Self::Policy => policy.fault().map(|fault| fault.shown(words).message).unwrap_or_default(),
            Self::Address => words.say("error-base-url"),
            Self::Client => words.say("error-other"),
            Self::Session(error) => error.shown(words).message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_are_looked_for_where_the_program_keeps_them() {
        let known: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        assert_eq!(known["identifier"], IDENTIFIER);
        let arguments = Arguments { data_dir: Some("/tmp/x".into()), ..Arguments::default() };
        assert_eq!(folder(&arguments), PathBuf::from("/tmp/x"));
    }
}
