//! Where newer versions come from, and whose signature they must have: both are given when the program is built.
//!
//! `FAMULOR_SMS_UPDATE_URL` is the address of the `latest.json` of the releases, `FAMULOR_SMS_UPDATE_KEY` the public key as
//! `tauri signer generate` prints it. A build without them never looks.

use tauri::Url;

/// Where to look, and whom to believe.
pub(super) struct Source {
    pub(super) address: Url,
    pub(super) key: String,
}

/// The source of this build, if it was given one.
pub(super) fn of_build() -> Option<Source> {
    let (address, key) = given()?;
    let address: Url = address.parse().ok()?;
    (address.scheme() == "https" && !key.is_empty()).then_some(Source { address, key })
}

#[cfg(not(debug_assertions))]
fn given() -> Option<(String, String)> {
    Some((option_env!("FAMULOR_SMS_UPDATE_URL")?.to_owned(), option_env!("FAMULOR_SMS_UPDATE_KEY")?.to_owned()))
}

/// What is being worked on looks where its tests say: a variable of the moment, which no release reads.
#[cfg(debug_assertions)]
fn given() -> Option<(String, String)> {
    Some((std::env::var("FAMULOR_SMS_TEST_UPDATE_URL").ok()?, std::env::var("FAMULOR_SMS_TEST_UPDATE_KEY").ok()?))
}
