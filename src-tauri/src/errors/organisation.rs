//! What the organisation has fixed, and what is wrong with that, in the person's language.

use famulor_sms_core::famulor::NotAProxy;
use famulor_sms_core::policy::{KeyName, Policy, PolicyFault, Refusal};
use famulor_sms_core::types::{ErrorCode, UiError};
use fluent_bundle::FluentArgs;

use super::Shown;
use crate::words::Words;

impl Shown for Refusal {
    fn shown(&self, words: &Words) -> UiError {
        match self {
            Self::Broken => words.error(ErrorCode::Other, "error-policy"),
            Self::Country(_) => words.error(ErrorCode::Recipient, "error-policy-country"),
            Self::Sender => words.error(ErrorCode::Sender, "error-policy-sender"),
            Self::PerDay(most) => {
                let mut values = FluentArgs::new();
                values.set("limit", *most);
                words.error_with(ErrorCode::Other, "error-policy-per-day", &values)
            }
        }
    }
}

impl Shown for PolicyFault {
    fn shown(&self, words: &Words) -> UiError {
        let mut values = FluentArgs::new();
        let mut about = |key: &KeyName, id| {
            values.set("key", key.to_string());
            id
        };
        let id = match self {
            Self::Unreadable => "policy-fault-unreadable",
            Self::NotProtected => "policy-fault-not-protected",
            Self::NotJson(_) => "policy-fault-not-json",
            Self::UnknownKey(key) => about(key, "policy-fault-unknown-key"),
            Self::DoubleKey(key) => about(key, "policy-fault-double-key"),
            Self::BadValue(key) => about(key, "policy-fault-bad-value"),
        };
        if let Self::NotJson(line) = self {
            values.set("line", line.unwrap_or(1));
        }
        let why = words.say_with(id, &values);
        values.set("why", why);
        values.set("place", Policy::PLACE);
        words.error_with(ErrorCode::Other, "error-policy-fault", &values)
    }
}

impl Shown for NotAProxy {
    fn shown(&self, words: &Words) -> UiError {
        let id = match self {
            Self::NotAnAddress => "error-proxy-address",
            Self::HasPassword => "error-proxy-password",
        };
        words.error(ErrorCode::Proxy, id)
    }
}
