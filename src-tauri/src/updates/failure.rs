//! Why no newer version came, in the person's language: what happened, that nothing was changed, and what to do.

use famulor_sms_core::types::{ErrorCode, UiError};
use famulor_sms_core::updates::LookFailure;
use tauri_plugin_updater::Error;
use thiserror::Error;

use crate::words::Words;

/// Why no newer version came.
#[derive(Debug, Error)]
pub(crate) enum UpdateFailure {
    /// Newer versions are not this program's to bring, or there is none.
    #[error("there is nothing to update")]
    Nothing,
    /// The server was not reached.
    #[error("the server cannot be reached")]
    Unreachable,
    /// It answered with something that cannot be read.
    #[error("the server's answer cannot be read")]
    Answer,
    /// A message is to go soon, or is going.
    #[error("a message is to go first")]
    Sending,
    /// The download did not come to its end.
    #[error("the download broke off")]
    Download,
    /// It is larger than any version of this program.
    #[error("the download is too large")]
    TooLarge,
    /// It is not signed by those who make the program, or not as this version.
    #[error("the signature is not right: {0}")]
    Untrusted(String),
    /// It could not be put in place; the program is as it was.
    #[error("it cannot be put in place: {0}")]
    NotInstalled(String),
    /// It could not be put in place, and the program is no longer there.
    #[error("the program's file is gone: {0}")]
    Gone(String),
}

impl UpdateFailure {
    pub(crate) fn shown(&self, words: &Words) -> UiError {
        tracing::warn!(error = %self, "no newer version");
        let id = match self {
            Self::Nothing => "error-update-nothing",
            Self::Unreachable => "error-update-unreachable",
            Self::Answer => "error-update-answer",
            Self::Sending => "error-update-sending",
            Self::Download => "error-update-download",
            Self::TooLarge => "error-update-too-large",
            Self::Untrusted(_) => "error-update-untrusted",
            Self::NotInstalled(_) => "error-update-not-installed",
            Self::Gone(_) => "error-update-gone",
        };
        words.error(ErrorCode::Other, id)
    }

    /// What the plugin says of a download.
    pub(super) fn of_download(error: &Error) -> Self {
        let is_broken_off = matches!(error, Error::Reqwest(_) | Error::Network(_) | Error::Io(_));
        // Whatever else is wrong with it is wrong with its signature.
        if is_broken_off { Self::Download } else { Self::Untrusted(kind(error)) }
    }

    /// What the plugin says of putting it in place.
    pub(super) fn of_installing(error: &Error, is_still_there: bool) -> Self {
        if is_still_there { Self::NotInstalled(kind(error)) } else { Self::Gone(kind(error)) }
    }
}

impl From<LookFailure> for UpdateFailure {
    fn from(failure: LookFailure) -> Self {
        match failure {
            LookFailure::Unreachable => Self::Unreachable,
            LookFailure::Answer => Self::Answer,
        }
    }
}

/// What is logged: no text of the server's, which some errors hold.
#[expect(clippy::wildcard_enum_match_arm, reason = "the plugin may know more one day")]
fn kind(error: &Error) -> String {
    let name = match error {
        Error::Minisign(_) => "signature",
        Error::Base64(_) | Error::SignatureUtf8(_) => "no-signature",
        Error::MissingSignedVersion => "signed-without-version",
        Error::SignedVersionMismatch { .. } => "signed-as-another-version",
        Error::InvalidUpdaterFormat => "not-a-program",
        Error::Io(error) => return error.kind().to_string(),
        _ => "other",
    };
    name.to_owned()
}
