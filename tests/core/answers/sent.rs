//! What means that a message was handed on, and what is read of it then.

use famulor_sms_core::famulor::answer::{Answer, Receipt};
use serde_json::{Value, json};

use super::{SENT, is_sent, json, receipt, text};

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
