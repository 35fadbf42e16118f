//! How long the service asks to wait, and who may ask.

use std::time::Duration;

use famulor_sms_core::famulor::answer::Answer;
use serde_json::{Value, json};

use super::{HTML, json, with_headers};

#[test]
fn the_wait_of_a_429_is_a_whole_number_from_1_to_600() {
    let asked = |retry_after: Value| json(429, json!({"error": "e", "message": "m", "retry_after": retry_after}));
    for seconds in [1, 60, 600] {
        assert_eq!(asked(json!(seconds)), Answer::TooMany(Some(Duration::from_secs(seconds))));
    }
    for wrong in [json!(0), json!(601), json!(1.5), json!(-1), json!(null), json!("soon"), json!(1e30), json!([1])] {
        assert_eq!(asked(wrong.clone()), Answer::TooMany(None), "{wrong}");
    }
    assert_eq!(json(429, json!({"message": "m"})), Answer::TooMany(None));
}

#[test]
fn the_wait_of_a_429_may_be_in_the_header() {
    let body = json!({"message": "Too many requests."}).to_string();
    let asked = |value: &str| with_headers(429, &[("retry-after", value)], &body);
    assert_eq!(asked("30"), Answer::TooMany(Some(Duration::from_secs(30))));
    for wrong in ["0", "601", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", ""] {
        assert_eq!(asked(wrong), Answer::TooMany(None), "{wrong}");
    }
}

#[test]
fn a_429_that_is_not_famulors_is_unclear() {
    for body in [HTML, "", "[]", "{}", r#"{"retry_after":60}"#, r#"{"message":60,"retry_after":60}"#] {
        assert_eq!(with_headers(429, &[("retry-after", "60")], body), Answer::Unclear, "{body}");
    }
}
