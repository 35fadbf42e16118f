//! The one function that decides what an answer to `POST /user/sms` means.
//!
//! A filtering company proxy can block or replace an answer, so a status alone proves nothing: the
//! body must be Famulor's. What is not certain is [`Answer::Unclear`].

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION, RETRY_AFTER};
use serde_json::value::RawValue;

use super::BaseUrl;
use crate::money::{Money, exact_decimal};
use crate::types::Reason;

/// What Famulor's answer says became of the SMS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was handed on to the carrier; the person sees "Sent", never "delivered".
    Sent(Receipt),
    /// It was not sent; the person sees why, with the service's own words.
    Rejected {
        /// The kind of reason.
        reason: Reason,
        /// The service's own words.
        detail: Option<String>,
    },
    /// Too many requests; the service names how long to wait, if it does so sensibly (1 to 600 s).
    TooMany(Option<Duration>),
    /// It says neither; the person sees "Unclear, perhaps sent".
    Unclear,
}

/// What the service says it sent and billed; each field only where it says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Famulor's id of the SMS.
    pub provider_id: Option<String>,
    /// The parts that were billed.
    pub segments: Option<u32>,
    /// What it cost.
    pub cost: Option<Money>,
}

/// A JSON object whose values are kept as text until one is asked for.
type Object = BTreeMap<String, Box<RawValue>>;

/// The carrier's final codes (Twilio's): invalid number, country not enabled, unsubscribed, cannot
/// be reached from this sender, not a mobile number.
const FINAL_CODES: [&str; 5] = ["21211", "21408", "21610", "21612", "21614"];

const SENT: &str = "SMS sent successfully";
const FAILED: &str = "Failed to send SMS";
const CARRIER_UNAVAILABLE: &str = "Twilio service temporarily unavailable";

/// Decides what an answer means. `body` is none if it broke off or was too long to be Famulor's.
#[must_use]
pub fn read(base: &BaseUrl, status: StatusCode, headers: &HeaderMap, body: Option<&[u8]>) -> Answer {
    if status.is_redirection() {
        return redirect(base, headers);
    }
    let Some(object) = body.and_then(|bytes| serde_json::from_slice::<Object>(bytes).ok()) else {
        return Answer::Unclear;
    };
    match status.as_u16() {
        200 => success(&object),
        400 | 401 | 402 | 403 | 404 | 405 | 413 | 415 | 422 if words(&object).is_some() => {
            Answer::Rejected { reason: refusal(status, &object), detail: words(&object) }
        }
        429 if words(&object).is_some() => Answer::TooMany(wait(&object, headers)),
        500 => carrier_failure(&object),
        _ => Answer::Unclear,
    }
}

/// A bad key is sent to the service's own login page; any other redirect is not Famulor's.
fn redirect(base: &BaseUrl, headers: &HeaderMap) -> Answer {
    let location = headers.get(LOCATION).and_then(|value| value.to_str().ok());
    if location.is_some_and(|target| base.is_login(target)) {
        Answer::Rejected { reason: Reason::Key, detail: None }
    } else {
        Answer::Unclear
    }
}

fn success(object: &Object) -> Answer {
    let data = field::<Object>(object, "data").unwrap_or_default();
    let handed_on = if data.contains_key("status") {
        let status = field::<String>(&data, "status");
        status.is_some_and(|s| ["sent", "queued", "accepted", "sending", "delivered"].contains(&s.as_str()))
    } else {
        ["sms_id", "id", "sms_sid"].into_iter().any(|name| text_or_number(&data, name).is_some())
            || field::<String>(object, "message").is_some_and(|m| m == SENT)
    };
    if handed_on { Answer::Sent(receipt(&data)) } else { Answer::Unclear }
}

/// Both documented forms of the answer; a wrong type loses only its own field.
fn receipt(data: &Object) -> Receipt {
    let amount = ["cost", "total_cost"].into_iter().find_map(|name| data.get(name).and_then(|raw| exact_decimal(raw)));
    Receipt {
        provider_id: ["sms_id", "sms_sid", "id"].into_iter().find_map(|name| text_or_number(data, name)),
        segments: field(data, "segments"),
        cost: amount.map(|amount| Money { amount, currency: field(data, "currency").filter(is_currency) }),
    }
}

#[expect(clippy::ptr_arg, reason = "it filters an Option<String>")]
fn is_currency(code: &String) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// The kind of reason for a refusal, from the documented messages and fields.
fn refusal(status: StatusCode, object: &Object) -> Reason {
    match status.as_u16() {
        401 | 403 => Reason::Key,
        402 => Reason::Balance,
        422 => refused_field(object),
        _ => match field::<String>(object, "message").as_deref() {
            Some("Invalid phone number format") => Reason::Recipient,
            Some("Insufficient balance to send SMS") => Reason::Balance,
            Some("Phone number is not SMS-capable" | "From number not found") => Reason::Sender,
            Some(_) | None => Reason::Refused,
        },
    }
}

/// The field that Laravel's validation names.
fn refused_field(object: &Object) -> Reason {
    let errors = field::<Object>(object, "errors").unwrap_or_default();
    let kinds = [("to", Reason::Recipient), ("body", Reason::Text), ("from", Reason::Sender)];
    kinds.into_iter().find(|(name, _)| errors.contains_key(*name)).map_or(Reason::Refused, |(_, kind)| kind)
}

/// `retry_after` in the body, or the header `Retry-After`: a whole number from 1 to 600 seconds.
fn wait(object: &Object, headers: &HeaderMap) -> Option<Duration> {
    let seconds = if object.contains_key("retry_after") {
        field::<u64>(object, "retry_after")
    } else {
        headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()).and_then(|text| text.trim().parse().ok())
    };
    seconds.filter(|s| (1..=600).contains(s)).map(Duration::from_secs)
}

/// A 500 is indeterminate but for the documented sentences about the carrier.
fn carrier_failure(object: &Object) -> Answer {
    let error = field::<String>(object, "error").unwrap_or_default();
    let is_documented = field::<String>(object, "message").is_some_and(|m| m == FAILED);
    if is_documented && (error == CARRIER_UNAVAILABLE || holds_final_code(&error)) {
        Answer::Rejected { reason: Reason::Carrier, detail: Some(shown(&error)) }
    } else {
        Answer::Unclear
    }
}

fn holds_final_code(error: &str) -> bool {
    error.split(|c: char| !c.is_ascii_digit()).any(|number| FINAL_CODES.contains(&number))
}

/// The service's own words: `message`, else `error`.
fn words(object: &Object) -> Option<String> {
    field::<String>(object, "message").or_else(|| field(object, "error")).map(|text| shown(&text))
}

/// Foreign words are shown as one short line without control characters.
fn shown(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(300)
        .collect()
}

fn field<T: serde::de::DeserializeOwned>(object: &Object, name: &str) -> Option<T> {
    serde_json::from_str(object.get(name)?.get()).ok()
}

fn text_or_number(object: &Object, name: &str) -> Option<String> {
    let text = field::<String>(object, name).filter(|text| !text.is_empty());
    text.map(|text| shown(&text)).or_else(|| field::<u64>(object, name).map(|number| number.to_string()))
}
