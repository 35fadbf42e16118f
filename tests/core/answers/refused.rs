//! What means that a message was not taken, and which words are shown of it.

use famulor_sms_core::famulor::answer::Answer;
use famulor_sms_core::types::Reason;
use serde_json::json;

use super::{FAILED, HTML, json, rejected, text, with_headers};

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
fn a_refusal_without_famulors_words_is_unclear() {
    for status in [400, 401, 402, 403, 404, 405, 413, 415, 422] {
        for body in [HTML, "", "null", "[]", "{}", r#"{"message":1}"#, r#"{"errors":{"to":["bad"]}}"#, r#""message""#] {
            assert_eq!(text(status, body), Answer::Unclear, "{status} {body}");
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
