//! The one mapping function, row by row: every answer of the API page, every sentence of "Answer to outcome".

use std::time::Duration;

use famulor_sms_core::famulor::BaseUrl;
use famulor_sms_core::famulor::answer::{Answer, Receipt, read};
use famulor_sms_core::types::Reason;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

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

#[test]
fn the_documented_form_of_the_answer_is_sent_with_every_field() {
    let body = r#"{"message":"SMS sent successfully","data":{"sms_id":"SMS_67890","from":"+4912345678",
        "to":"+4915123456789","body":"…","segments":1,"cost":0.05,"currency":"EUR","status":"sent"}}"#;
    let receipt = receipt(text(200, body));
    assert_eq!(receipt.provider_id.as_deref(), Some("SMS_67890"));
    assert_eq!(receipt.segments, Some(1));
    let cost = receipt.cost.unwrap();
    assert_eq!((cost.amount.to_string().as_str(), cost.currency.as_deref()), ("0.05", Some("EUR")));
}

#[test]
fn the_older_form_of_the_answer_is_sent_with_an_exact_price_and_no_currency() {
    let body = r#"{"message":"SMS sent successfully","data":{"id":456,"phone_number_id":78,"to":"+1234567890",
        "body":"…","user_id":1,"segments":1,"segment_price":0.0075,"total_cost":0.0075,"status":"sent",
        "sms_sid":"SM1234…","created_at":"2025-08-04 15:30:00","updated_at":"2025-08-04 15:30:02"}}"#;
    let receipt = receipt(text(200, body));
    assert_eq!(receipt.provider_id.as_deref(), Some("SM1234…"));
    assert_eq!(receipt.segments, Some(1));
    let cost = receipt.cost.unwrap();
    assert_eq!((cost.amount.to_string().as_str(), cost.currency), ("0.0075", None));
}

#[test]
fn every_documented_refusal_is_rejected_with_its_reason_and_the_services_words() {
    let rows = [
        (400, json!({"message": "Invalid phone number format"}), Reason::Recipient, "Invalid phone number format"),
        (
            400,
            json!({"message": "Insufficient balance to send SMS"}),
            Reason::Balance,
            "Insufficient balance to send SMS",
        ),
        (400, json!({"message": "Phone number is not SMS-capable"}), Reason::Sender, "Phone number is not SMS-capable"),
        (400, json!({"message": "From number not found"}), Reason::Sender, "From number not found"),
        (
            401,
            json!({"error": "Invalid API key", "message": "The provided API key is invalid or expired"}),
            Reason::Key,
            "The provided API key is invalid or expired",
        ),
        (
            403,
            json!({"error": "Insufficient permissions",
                "message": "Your API key does not have permission for this resource"}),
            Reason::Key,
            "Your API key does not have permission for this resource",
        ),
        (422, json!({"message": "m", "errors": {"to": ["bad"]}}), Reason::Recipient, "m"),
        (422, json!({"message": "m", "errors": {"body": ["too long"]}}), Reason::Text, "m"),
        (422, json!({"message": "m", "errors": {"from": ["bad"]}}), Reason::Sender, "m"),
        (422, json!({"message": "m", "errors": {"other": ["bad"]}}), Reason::Refused, "m"),
        (422, json!({"message": "m", "errors": []}), Reason::Refused, "m"),
        (402, json!({"message": "Payment required"}), Reason::Balance, "Payment required"),
        (400, json!({"message": "Something new"}), Reason::Refused, "Something new"),
        (404, json!({"error": "Not here"}), Reason::Refused, "Not here"),
        (405, json!({"message": "m"}), Reason::Refused, "m"),
        (413, json!({"message": "m"}), Reason::Refused, "m"),
        (415, json!({"message": "m"}), Reason::Refused, "m"),
    ];
    for (status, body, reason, detail) in rows {
        assert_eq!(json(status, body.clone()), rejected(reason, detail), "{status} {body}");
    }
}

#[test]
fn the_documented_failures_of_the_carrier_are_rejected() {
    let unavailable = "Twilio service temporarily unavailable";
    assert_eq!(json(500, json!({"message": FAILED, "error": unavailable})), rejected(Reason::Carrier, unavailable));
    for code in ["21211", "21408", "21610", "21612", "21614"] {
        for error in [code.to_owned(), format!("Error {code}: no"), format!("[{code}]"), format!("x{code}y")] {
            let answer = json(500, json!({"message": FAILED, "error": error}));
            assert_eq!(answer, rejected(Reason::Carrier, &error), "{error}");
        }
    }
}

#[test]
fn every_other_500_is_unclear() {
    for error in ["212110", "121211", "4721610", "21212", "30003", "21 211", "", "Twilio service unavailable"] {
        assert_eq!(json(500, json!({"message": FAILED, "error": error})), Answer::Unclear, "{error}");
    }
    for body in [
        json!({"message": FAILED}),
        json!({"message": FAILED, "error": 21211}),
        json!({"message": FAILED, "error": ["21211"]}),
        json!({"message": "Failed to send the SMS", "error": "21211"}),
        json!({"message": "failed to send sms", "error": "21211"}),
        json!({"error": "Twilio service temporarily unavailable"}),
        json!({"message": "Server Error"}),
        json!([{"message": FAILED, "error": "21211"}]),
    ] {
        assert_eq!(json(500, body.clone()), Answer::Unclear, "{body}");
    }
}

#[test]
fn the_words_for_handed_on_are_sent_and_all_others_are_unclear() {
    for status in ["sent", "queued", "accepted", "sending", "delivered"] {
        assert!(is_sent(&json(200, json!({"data": {"status": status}}))), "{status}");
    }
    for status in ["failed", "undelivered", "canceled", "Sent", "", "received"] {
        assert_eq!(json(200, json!({"message": SENT, "data": {"sms_id": "1", "status": status}})), Answer::Unclear);
    }
    for status in [json!(null), json!(1), json!(true), json!(["sent"])] {
        assert_eq!(json(200, json!({"message": SENT, "data": {"id": 1, "status": status}})), Answer::Unclear);
    }
}

#[test]
fn without_a_status_an_id_or_the_exact_message_means_sent() {
    for body in [
        json!({"data": {"sms_id": "SMS_1"}}),
        json!({"data": {"id": 456}}),
        json!({"data": {"sms_sid": "SM1"}}),
        json!({"message": SENT}),
        json!({"message": SENT, "data": {}}),
        json!({"message": SENT, "data": null}),
    ] {
        assert!(is_sent(&json(200, body.clone())), "{body}");
    }
    for body in [
        json!({}),
        json!({"data": {}}),
        json!({"message": "SMS sent"}),
        json!({"message": "sms sent successfully"}),
        json!({"success": true, "data": {"segments": 1, "cost": 0.05}}),
        json!([]),
        json!("SMS sent successfully"),
        json!(null),
    ] {
        assert_eq!(json(200, body.clone()), Answer::Unclear, "{body}");
    }
}

#[test]
fn a_wrong_type_loses_only_its_own_field() {
    let good = json!({"sms_id": "S1", "segments": 2, "cost": 0.15, "currency": "EUR", "status": "sent"});
    let read = |field: &str, value: Value| {
        let mut data = good.clone();
        data[field] = value;
        receipt(json(200, json!({"message": SENT, "data": data})))
    };
    let whole = receipt(json(200, json!({"data": good})));
    for wrong in [json!(null), json!("two"), json!(-1), json!(1.5), json!([2]), json!({"n": 2}), json!(1e12)] {
        assert_eq!(read("segments", wrong), Receipt { segments: None, ..whole.clone() });
    }
    for wrong in [json!(null), json!("free"), json!([0.15]), json!({}), json!(true)] {
        assert_eq!(read("cost", wrong), Receipt { cost: None, ..whole.clone() });
    }
    for wrong in [json!(null), json!(978), json!("euro"), json!("€"), json!(["EUR"])] {
        let cost = read("currency", wrong).cost.unwrap();
        assert_eq!((cost.amount.to_string().as_str(), cost.currency), ("0.15", None));
    }
    for wrong in [json!(null), json!(true), json!([1]), json!({})] {
        assert_eq!(read("sms_id", wrong), Receipt { provider_id: None, ..whole.clone() });
    }
    assert_eq!(read("to", json!(49)), whole);
    assert_eq!(read("body", json!(null)), whole);
}

#[test]
fn money_keeps_every_digit() {
    for amount in ["0.0075", "0.07500000000000001", "100.67447094", "12", "0.1"] {
        let receipt = receipt(text(200, &format!(r#"{{"data":{{"id":1,"cost":{amount}}}}}"#)));
        assert_eq!(receipt.cost.unwrap().amount.to_string(), amount);
    }
}

#[test]
fn a_page_a_broken_body_and_a_cut_body_are_unclear() {
    let whole = json!({"message": SENT, "data": {"sms_id": "S1", "status": "sent"}}).to_string();
    assert_eq!(text(200, HTML), Answer::Unclear);
    assert_eq!(text(200, ""), Answer::Unclear);
    assert_eq!(text(200, &format!("{whole} trailing")), Answer::Unclear);
    for end in 1..whole.len() {
        assert_eq!(text(200, &whole[..end]), Answer::Unclear);
    }
    let not_text = read(&BaseUrl::default(), StatusCode::OK, &HeaderMap::new(), Some(&[0xff, 0xfe, b'{', b'}']));
    assert_eq!(not_text, Answer::Unclear);
    for status in (200..=599).filter_map(|code| StatusCode::from_u16(code).ok()) {
        assert_eq!(read(&BaseUrl::default(), status, &HeaderMap::new(), None), Answer::Unclear, "{status}");
    }
}

#[test]
fn every_other_2xx_is_unclear() {
    for status in 201..=299 {
        let body = json!({"message": SENT, "data": {"sms_id": "S1", "status": "sent"}});
        assert_eq!(json(status, body), Answer::Unclear, "{status}");
    }
}

#[test]
fn a_redirect_to_the_own_login_page_is_the_key_and_any_other_is_unclear() {
    let key = Answer::Rejected { reason: Reason::Key, detail: None };
    for status in [301, 302, 303, 307, 308] {
        for location in ["/login", "https://app.famulor.de/login", "https://app.famulor.de:443/login?to=%2F"] {
            assert_eq!(with_headers(status, &[("location", location)], HTML), key, "{status} {location}");
        }
        for location in [
            "https://app.famulor.de.evil.example/login",
            "https://login.proxy.example/login",
            "http://app.famulor.de/login",
            "https://app.famulor.de:8443/login",
            "//evil.example/login",
            "/",
            "/logins",
            "/login/again",
            "/api/login",
            "login",
            "https://app.famulor.de/api/user/sms",
            "",
        ] {
            assert_eq!(with_headers(status, &[("location", location)], HTML), Answer::Unclear, "{status} {location}");
        }
        assert_eq!(text(status, HTML), Answer::Unclear, "{status}");
    }
}

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

#[test]
fn the_statuses_that_a_proxy_makes_are_unclear_whatever_they_say() {
    for status in [407, 408, 409, 425] {
        assert_eq!(json(status, json!({"error": "e", "message": "m"})), Answer::Unclear, "{status}");
    }
}

#[test]
fn a_refusal_without_famulors_words_is_unclear() {
    for status in [400, 401, 402, 403, 404, 405, 413, 415, 422] {
        for body in [HTML, "", "null", "[]", "{}", r#"{"message":1}"#, r#"{"errors":{"to":["bad"]}}"#, r#""message""#] {
            assert_eq!(text(status, body), Answer::Unclear, "{status} {body}");
        }
    }
}

#[test]
fn no_other_status_decides_anything() {
    for status in 300..=599 {
        assert_eq!(text(status, HTML), Answer::Unclear, "{status}");
        let answer = json(status, json!({"message": "m"}));
        match status {
            400..=405 | 413 | 415 | 422 => assert!(matches!(answer, Answer::Rejected { .. }), "{status}"),
            429 => assert_eq!(answer, Answer::TooMany(None)),
            _ => assert_eq!(answer, Answer::Unclear, "{status}"),
        }
    }
}

#[test]
fn the_services_words_are_shown_as_one_short_line() {
    let Answer::Rejected { detail, .. } = json(400, json!({"message": "Sorry,\n\u{1b}[31mno\u{7}\tsuch number"}))
    else {
        panic!("it is a refusal")
    };
    assert_eq!(detail.unwrap(), "Sorry, [31mno such number");
    let Answer::Rejected { detail, .. } = json(400, json!({"message": "x".repeat(5000)})) else {
        panic!("it is a refusal")
    };
    assert_eq!(detail.unwrap().len(), 300);
}
