//! From the core's errors to a sentence at the right place in the window.

mod organisation;

use std::fmt;
use std::io;

use famulor_sms_core::api_key::KeyStoreError;
use famulor_sms_core::compose::ComposeError;
use famulor_sms_core::contacts::{ContactError, ContactField};
use famulor_sms_core::draft::ReuseError;
use famulor_sms_core::exchange::ExchangeError;
use famulor_sms_core::famulor::{AccountError, BaseUrlError};
use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::phone_number::NotAPhoneNumber;
use famulor_sms_core::session::SessionError;
use famulor_sms_core::store::{ForgetError, StoreError, TakeOverError};
use famulor_sms_core::templates::{TemplateError, TemplatesUnreadable};
use famulor_sms_core::text;
use famulor_sms_core::types::{ErrorCode, UiError};
use fluent_bundle::FluentArgs;
use thiserror::Error;

use crate::diagnostics;
use crate::words::Words;

/// Why the program cannot work at all.
#[derive(Debug, Error)]
pub(crate) enum StartError {
    /// The database, its folder or its lock.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// `FAMULOR_API_URL` is not an address that a key may be sent to.
    #[error(transparent)]
    BaseUrl(#[from] BaseUrlError),
    /// The system names no folder for data.
    #[error(transparent)]
    Folder(#[from] tauri::Error),
    /// The preferences cannot be opened.
    #[error(transparent)]
    Preferences(#[from] tauri_plugin_store::Error),
    /// No client can be made, for want of the system's TLS settings.
    #[error("no client can be made")]
    NoClient,
    /// The organisation does not want practice; to send for real instead would be worse than not to start.
    #[error("practice is forbidden")]
    PracticeForbidden,
    /// The simulator does not start.
    #[error("practice mode does not start: {0}")]
    Practice(io::Error),
}

impl StartError {
    pub(crate) fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::Store(error) => return error.shown(words),
            Self::BaseUrl(_) => "error-base-url",
            Self::Folder(_) => "error-database",
            Self::Preferences(_) => "error-settings",
            Self::PracticeForbidden => "error-policy-practice",
            Self::NoClient | Self::Practice(_) => "error-other",
        };
        words.error(ErrorCode::Other, id)
    }
}

/// An error of the core that the window can show.
pub(crate) trait Shown: fmt::Display {
    /// The error in the person's language, with where it belongs.
    fn shown(&self, words: &Words) -> UiError;
}

impl Words {
    pub(crate) fn error(&self, code: ErrorCode, id: &'static str) -> UiError {
        self.error_with(code, id, &FluentArgs::new())
    }

    fn error_with(&self, code: ErrorCode, id: &'static str, values: &FluentArgs<'_>) -> UiError {
        diagnostics::note(id);
        UiError { code, message: self.say_with(id, values), row: None }
    }
}

impl Shown for StoreError {
    fn shown(&self, words: &Words) -> UiError {
        tracing::error!(error = %self, "the database failed");
        let id = match self {
            Self::AlreadyOpen => "error-already-open",
            Self::FromNewerVersion => "error-newer-version",
            Self::Damaged(_) => "error-damaged",
            Self::Full => "error-disk-full",
            Self::Folder(_) | Self::NotOurs | Self::Sqlite(_) | Self::Ending => "error-database",
        };
        words.error(ErrorCode::Other, id)
    }
}

impl Shown for NotAPhoneNumber {
    fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::Empty => "error-recipient-empty",
            Self::NotANumber => "error-recipient-not-a-number",
            Self::TooShort => "error-recipient-too-short",
            Self::TooLong => "error-recipient-too-long",
        };
        words.error(ErrorCode::Recipient, id)
    }
}

impl Shown for ComposeError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::Recipient(error) => error.shown(words),
            Self::Store(error) => error.shown(words),
            Self::TextEmpty => words.error(ErrorCode::Text, "error-text-empty"),
            Self::TextTooLong(length) => too_long(words, *length),
            Self::Unfilled(placeholder) => unfilled(words, placeholder),
            Self::SenderMissing => words.error(ErrorCode::Sender, "error-sender-missing"),
            Self::SenderUnusable => words.error(ErrorCode::Sender, "error-sender-unusable"),
            Self::DueInPast => words.error(ErrorCode::Due, "error-due-past"),
            Self::DueTooFar => words.error(ErrorCode::Due, "error-due-too-far"),
            Self::KeyMissing => words.error(ErrorCode::Key, "error-key-missing"),
            Self::Forbidden(refusal) => refusal.shown(words),
            Self::NoDraft => words.error(ErrorCode::Other, "error-other"),
        }
    }
}

fn too_long(words: &Words, length: u32) -> UiError {
    let mut values = FluentArgs::new();
    values.set("count", length);
    values.set("limit", text::LIMIT);
    words.error_with(ErrorCode::Text, "error-text-too-long", &values)
}

fn unfilled(words: &Words, placeholder: &str) -> UiError {
    let mut values = FluentArgs::new();
    values.set("placeholder", placeholder);
    words.error_with(ErrorCode::Text, "error-text-unfilled", &values)
}

/// Messages are still under way: they would have to wait for the person if the program started anew now.
pub(crate) fn still_sending(words: &Words, count: u32) -> UiError {
    let mut values = FluentArgs::new();
    values.set("count", count);
    words.error_with(ErrorCode::Other, "error-still-sending", &values)
}

impl Shown for AccountError {
    fn shown(&self, words: &Words) -> UiError {
        let (code, id) = match self {
            Self::KeyRefused => (ErrorCode::Key, "error-key-refused"),
            Self::Offline => (ErrorCode::Offline, "error-offline"),
            Self::Certificate => (ErrorCode::Offline, "error-certificate"),
            Self::Proxy => (ErrorCode::Offline, "error-proxy"),
            Self::Strange => (ErrorCode::Offline, "error-service-strange"),
        };
        words.error(code, id)
    }
}

impl Shown for KeyStoreError {
    fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::NoService => "error-keychain-no-service",
            Self::NoCollection => "error-keychain-no-collection",
            Self::Locked => "error-keychain-locked",
            Self::Slow => "error-keychain-slow",
            Self::Other => "error-keychain-other",
        };
        words.error(ErrorCode::Keychain, id)
    }
}

impl Shown for SessionError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::NotAKey(_) => words.error(ErrorCode::Key, "error-key-format"),
            Self::NoKey => words.error(ErrorCode::Key, "error-key-missing"),
            Self::Account(error) => error.shown(words),
            Self::KeyStore(error) => error.shown(words),
            Self::Store(error) => error.shown(words),
        }
    }
}

impl Shown for OutboxError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::TooLate => words.error(ErrorCode::TooLate, "error-too-late"),
            Self::Forbidden(refusal) => refusal.shown(words),
            Self::KeyMissing => words.error(ErrorCode::Key, "error-key-missing"),
            Self::Store(error) => error.shown(words),
        }
    }
}

impl Shown for ReuseError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::Gone => words.error(ErrorCode::TooLate, "error-too-late"),
            Self::MayHaveGone => words.error(ErrorCode::Other, "error-not-repeatable"),
            Self::Store(error) => error.shown(words),
        }
    }
}

impl Shown for TakeOverError {
    fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::NotOurs => "error-copy-not-ours",
            Self::FromNewerVersion => "error-copy-newer",
            Self::Damaged => "error-copy-damaged",
            Self::Unreadable(_) => "error-copy-unreadable",
            Self::Waiting(count) => return still_sending(words, *count),
            Self::Store(error) => return error.shown(words),
        };
        words.error(ErrorCode::Other, id)
    }
}

impl Shown for ForgetError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::Sending => words.error(ErrorCode::Other, "error-forget-sending"),
            Self::Store(error) => error.shown(words),
        }
    }
}

impl Shown for ContactError {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::Nameless => words.error(ErrorCode::Name, "error-contact-nameless"),
            Self::TooLong(ContactField::Label(row)) => at_row(words.error(ErrorCode::Number, "error-too-long"), *row),
            Self::TooLong(ContactField::Note) => words.error(ErrorCode::Other, "error-too-long"),
            Self::TooLong(ContactField::Given | ContactField::Family | ContactField::Organisation) => {
                words.error(ErrorCode::Name, "error-too-long")
            }
            Self::Number { row, why } => at_row(UiError { code: ErrorCode::Number, ..why.shown(words) }, *row),
            Self::Gone => words.error(ErrorCode::TooLate, "error-gone"),
            Self::Store(error) => error.shown(words),
        }
    }
}

fn at_row(error: UiError, row: u32) -> UiError {
    UiError { row: Some(row), ..error }
}

impl Shown for TemplateError {
    fn shown(&self, words: &Words) -> UiError {
        let (code, id) = match self {
            Self::Nameless => (ErrorCode::Name, "error-template-nameless"),
            Self::NameTooLong => (ErrorCode::Name, "error-too-long"),
            Self::Empty => (ErrorCode::Text, "error-template-empty"),
            Self::TooLong => (ErrorCode::Text, "error-too-long"),
            Self::Gone => (ErrorCode::TooLate, "error-gone"),
            Self::Store(error) => return error.shown(words),
        };
        words.error(code, id)
    }
}

impl Shown for TemplatesUnreadable {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::NotText | Self::NoColumns => words.error(ErrorCode::Other, "error-import-templates"),
            Self::Template { why, .. } => UiError { code: ErrorCode::Other, ..why.shown(words) },
            Self::Store(error) => error.shown(words),
        }
    }
}

impl Shown for ExchangeError {
    fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::TooLarge | Self::TooManyRows | Self::TooManyColumns => "error-import-too-large",
            Self::NotText => "error-import-not-contacts",
            Self::Empty => "error-import-empty",
            Self::Cancelled => "error-other",
            Self::NoSuchImport => "error-import-undone",
            Self::File(_) => "error-import-unreadable",
            Self::Store(error) => return error.shown(words),
        };
        words.error(ErrorCode::Other, id)
    }
}
