//! The answer reader: whatever comes, it does not panic, and says "sent" only to what is documented.

mod making;

use std::time::Duration;

use famulor_sms_core::famulor::BaseUrl;
use famulor_sms_core::famulor::answer::{Answer, read};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value};

use making::{bodies, mutated, raws};

use super::{config, kept};

/// An answer, before it is read.
#[derive(Debug, Clone)]
struct Raw {
    status: u16,
    location: Option<&'static str>,
    retry_after: Option<String>,
    /// None if it broke off.
    body: Option<Vec<u8>>,
}

/// What it means, without the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Sent,
    Rejected,
    TooMany(Option<u64>),
    Unclear,
}

/// Places that a redirect leads to, and whether that is the service's own login page.
const PLACES: [(&str, bool); 8] = [
    ("/login", true),
    ("https://app.famulor.de/login", true),
    ("https://app.famulor.de:443/login?next=%2Fapi", true),
    ("http://app.famulor.de/login", false),
    ("https://app.famulor.de.evil.example/login", false),
    ("//evil.example/login", false),
    ("/logins", false),
    ("\u{fffd}", false),
];
const WORDS: [&str; 12] = [
    "SMS sent successfully",
    "sms sent successfully",
    "Failed to send SMS",
    "Twilio service temporarily unavailable",
    "Invalid phone number format",
    "Twilio error 21610: stop",
    "216101",
    "x21211y",
    "sent",
    "",
    " ",
    "\u{0}\u{1b}[31m\n",
];
const STATES: [&str; 8] = ["sent", "queued", "accepted", "sending", "delivered", "failed", "undelivered", "Sent"];

impl Raw {
    fn read(&self) -> Answer {
        let mut headers = HeaderMap::new();
        let mut put = |name: &'static str, value: Option<&str>| {
            if let Some(value) = value.and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok()) {
                headers.insert(HeaderName::from_static(name), value);
            }
        };
        put("location", self.location);
        put("retry-after", self.retry_after.as_deref());
        read(&BaseUrl::default(), StatusCode::from_u16(self.status).unwrap(), &headers, self.body.as_deref())
    }

    /// A second opinion, by another way of reading JSON; none where that way reads less than JSON allows.
    fn meaning(&self) -> Option<Meaning> {
        if (300..400).contains(&self.status) {
            let is_login = PLACES.iter().any(|(place, is_login)| *is_login && Some(*place) == self.location);
            return Some(if is_login { Meaning::Rejected } else { Meaning::Unclear });
        }
        let value = match self.body.as_deref().map(serde_json::from_slice::<Value>) {
            Some(Ok(value)) => value,
            Some(Err(error)) if reads_less(&error) => return None,
            Some(Err(_)) | None => return Some(Meaning::Unclear),
        };
        Some(value.as_object().map_or(Meaning::Unclear, |object| self.meaning_of(object)))
    }

    fn meaning_of(&self, object: &Map<String, Value>) -> Meaning {
        let text = |name: &str| object.get(name).and_then(Value::as_str);
        let has_words = text("message").or(text("error")).is_some();
        match self.status {
            200 if is_handed_on(object) => Meaning::Sent,
            400..=405 | 413 | 415 | 422 if has_words => Meaning::Rejected,
            429 if has_words => Meaning::TooMany(self.wait(object)),
            500 if text("message") == Some("Failed to send SMS") && text("error").is_some_and(is_final) => {
                Meaning::Rejected
            }
            _ => Meaning::Unclear,
        }
    }

    fn wait(&self, object: &Map<String, Value>) -> Option<u64> {
        let header = || self.retry_after.as_deref()?.trim().parse().ok();
        let seconds = object.get("retry_after").map_or_else(header, Value::as_u64);
        seconds.filter(|seconds| (1..=600).contains(seconds))
    }
}

/// Where `Value` says no to what is JSON all the same: half a surrogate pair, a number without end, deep nesting.
fn reads_less(error: &serde_json::Error) -> bool {
    let words = error.to_string();
    ["surrogate", "hex escape", "number out of range", "recursion limit"].iter().any(|limit| words.contains(limit))
}

fn is_handed_on(object: &Map<String, Value>) -> bool {
    let none = Map::new();
    let data = object.get("data").and_then(Value::as_object).unwrap_or(&none);
    if let Some(status) = data.get("status") {
        return status.as_str().is_some_and(|status| STATES[..5].contains(&status));
    }
    let is_id = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty()) || value.as_u64().is_some();
    ["id", "sms_id", "sms_sid"].iter().any(|name| data.get(*name).is_some_and(is_id))
        || object.get("message").and_then(Value::as_str) == Some("SMS sent successfully")
}

fn is_final(error: &str) -> bool {
    let numbers = error.split(|letter: char| !letter.is_ascii_digit());
    error == "Twilio service temporarily unavailable"
        || numbers.into_iter().any(|number| ["21211", "21408", "21610", "21612", "21614"].contains(&number))
}

fn meaning_of(answer: &Answer) -> Meaning {
    match answer {
        Answer::Sent(_) => Meaning::Sent,
        Answer::Rejected { .. } => Meaning::Rejected,
        Answer::TooMany(wait) => Meaning::TooMany(wait.as_ref().map(Duration::as_secs)),
        Answer::Unclear => Meaning::Unclear,
    }
}

/// What is shown is one short line, and what is counted is what it says it is.
fn is_tame(answer: &Answer) -> bool {
    let line = |text: &str| text.chars().count() <= 300 && !text.chars().any(char::is_control);
    match answer {
        Answer::Sent(receipt) => {
            let currency = receipt.cost.as_ref().and_then(|cost| cost.currency.as_deref());
            receipt.provider_id.as_deref().is_none_or(line)
                && currency.is_none_or(|code| code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()))
        }
        Answer::Rejected { detail, .. } => detail.as_deref().is_none_or(line),
        Answer::TooMany(_) | Answer::Unclear => true,
    }
}

fn check(raw: &Raw) -> Result<(), TestCaseError> {
    let answer = raw.read();
    prop_assert!(is_tame(&answer), "{:?}", answer);
    if let Some(meaning) = raw.meaning() {
        prop_assert_eq!(meaning_of(&answer), meaning);
    }
    Ok(())
}

/// A kept answer: its status, its headers, an empty line, its body.
fn of_file(file: &[u8]) -> Raw {
    let end = file.windows(2).position(|two| two == b"\n\n").expect("an empty line ends the headers");
    let mut head = std::str::from_utf8(&file[..end]).unwrap().lines();
    let mut raw = Raw { status: 0, location: None, retry_after: None, body: Some(file[end + 2..].to_vec()) };
    raw.status = head.next().and_then(|status| status.parse().ok()).expect("the first line is the status");
    for (name, value) in head.filter_map(|line| line.split_once(": ")) {
        match name {
            "location" => raw.location = PLACES.iter().map(|(place, _)| *place).find(|place| *place == value),
            "retry-after" => raw.retry_after = Some(value.to_owned()),
            other => panic!("no answer is read by its {other}"),
        }
    }
    raw
}

#[test]
fn answers_that_are_kept_are_read_as_agreed() {
    for (name, file) in kept("answers") {
        let checked = check(&of_file(&file));
        assert!(checked.is_ok(), "{name}: {checked:?}");
        let is_sent = matches!(of_file(&file).read(), Answer::Sent(_));
        assert_eq!(is_sent, name.starts_with("sent-"), "{name}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn answers_made_of_the_documented_pieces_are_read_as_agreed(
        raw in raws(bodies().prop_map(|body| body.to_string().into_bytes())),
    ) {
        check(&raw)?;
    }

    #[test]
    fn answers_that_were_changed_on_their_way_are_read_as_agreed(raw in raws(mutated())) {
        check(&raw)?;
    }

    #[test]
    fn answers_of_any_bytes_are_read_as_agreed(raw in raws(vec(any::<u8>(), 0..400))) {
        check(&raw)?;
    }
}
