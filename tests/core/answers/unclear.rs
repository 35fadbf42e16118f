//! What decides nothing: broken answers, and the statuses that mean nothing here.

use famulor_sms_core::famulor::BaseUrl;
use famulor_sms_core::famulor::answer::{Answer, read};
use http::{HeaderMap, StatusCode};
use serde_json::json;

use super::{HTML, SENT, json, text};

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
fn the_statuses_that_a_proxy_makes_are_unclear_whatever_they_say() {
    for status in [407, 408, 409, 425] {
        assert_eq!(json(status, json!({"error": "e", "message": "m"})), Answer::Unclear, "{status}");
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
