//! The one mapping function, row by row: every answer of the API page, every sentence of "Answer to outcome".

mod refused;
mod sent;
mod too_many;
mod unclear;

use famulor_sms_core::famulor::BaseUrl;
use famulor_sms_core::famulor::answer::{Answer, Receipt, read};
use famulor_sms_core::types::Reason;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value;

const SENT: &str = "SMS sent successfully";
const FAILED: &str = "Failed to send SMS";
const HTML: &str = "<!DOCTYPE html><html><body><h1>Blocked by the proxy</h1></body></html>";

fn with_headers(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse::<HeaderValue>().unwrap()))
        .collect();
    read(&BaseUrl::default(), StatusCode::from_u16(status).unwrap(), &headers, Some(body.as_bytes()))
}

fn text(status: u16, body: &str) -> Answer {
    with_headers(status, &[], body)
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads better so")]
fn json(status: u16, body: Value) -> Answer {
    text(status, &body.to_string())
}

fn receipt(answer: Answer) -> Receipt {
    match answer {
        Answer::Sent(receipt) => receipt,
        other @ (Answer::Rejected { .. } | Answer::TooMany(_) | Answer::Unclear) => panic!("{other:?}"),
    }
}

fn is_sent(answer: &Answer) -> bool {
    matches!(answer, Answer::Sent(_))
}

fn rejected(reason: Reason, detail: &str) -> Answer {
    Answer::Rejected { reason, detail: Some(detail.to_owned()) }
}
