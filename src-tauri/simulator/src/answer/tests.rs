//! The tables of Famulor's API, row by row.

use serde_json::Value;

use super::*;

const KEY: &str = "a-key";

fn head(method: &str, path: &str, key: &str) -> Head {
    Head {
        method: method.into(),
        path: path.into(),
        headers: vec![
            ("Host".into(), "localhost:1".into()),
            ("Accept".into(), "application/json".into()),
            ("Authorization".into(), format!("Bearer {key}")),
        ],
    }
}

fn asked<'a>(head: &'a Head, body: &'a [u8]) -> Asked<'a> {
    Asked { head, body, allowance: None, now: 1_000, next_sms: 7 }
}

fn send_as(account: &Account, body: &str) -> Verdict {
    let head = head("POST", "/api/user/sms", KEY);
    verdict(&asked(&head, body.as_bytes()), account)
}

fn send(from: i64, to: &str, text: &str) -> Verdict {
    let body = json!({"from": from, "to": to, "body": text}).to_string();
    send_as(&Account::example(KEY), &body)
}

fn get(path: &str) -> Answer {
    let head = head("GET", path, KEY);
    verdict(&asked(&head, b""), &Account::example(KEY)).answer
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

fn value(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_default()
}

#[test]
fn a_sent_sms_is_answered_in_the_documented_form_with_exact_digits() {
    let Verdict { answer, charge } = send(1, "+4915123456789", " Hallo Anna ");
    assert_eq!(charge, Some(Decimal::new(750, 4)));
    assert_eq!(
        text(&answer),
        concat!(
            r#"{"message":"SMS sent successfully","data":{"sms_id":"SMS_7","from":"+491713920001","#,
            r#""to":"+4915123456789","body":"Hallo Anna","segments":1,"cost":0.0750,"currency":"EUR","status":"sent"}}"#
        )
    );
}

#[test]
fn the_older_form_has_its_own_names() {
    let account = Account { old_form: true, ..Account::example(KEY) };
    let body = json!({"from": 2, "to": "+12025550199", "body": "x".repeat(161)}).to_string();
    let answer = send_as(&account, &body).answer;
    assert!(text(&answer).contains(r#""segments":2,"segment_price":0.0079,"total_cost":0.0158,"#));
    assert_eq!(value(&answer)["data"]["phone_number_id"], 2);
    assert!(value(&answer)["data"].get("sms_id").is_none());
}

#[test]
fn prices_depend_on_the_country() {
    for (to, cents) in [("+4366412345678", 900), ("+41791234567", 800), ("+12025550199", 79), ("+33612345678", 1000)] {
        assert_eq!(send(1, to, "x").charge, Some(Decimal::new(cents, 4)), "{to}");
    }
}

#[test]
fn each_documented_refusal_has_its_status_and_message_and_charges_nothing() {
    for (from, to, status, message) in [
        (1, "015123456789", 400, "Invalid phone number format"),
        (1, "+49 151 2345", 400, "Invalid phone number format"),
        (1, "+1234567", 400, "Invalid phone number format"),
        (1, "+15005550001", 400, "Invalid phone number format"),
        (99, "+4915123456789", 400, "From number not found"),
        (3, "+4915123456789", 400, "Phone number is not SMS-capable"),
        (4, "+4915123456789", 400, "Phone number is not SMS-capable"),
    ] {
        let Verdict { answer, charge } = send(from, to, "x");
        assert_eq!((answer.status, charge), (status, None), "{from} {to}");
        assert_eq!(value(&answer), json!({ "message": message }), "{from} {to}");
    }
}

#[test]
fn a_balance_too_small_for_all_segments_is_refused() {
    let account = Account { balance: Decimal::new(1499, 4), ..Account::example(KEY) };
    let body = json!({"from": 1, "to": "+4915123456789", "body": "x".repeat(161)}).to_string();
    let Verdict { answer, charge } = send_as(&account, &body);
    assert_eq!((answer.status, charge), (400, None));
    assert_eq!(value(&answer)["message"], "Insufficient balance to send SMS");
}

#[test]
fn the_magic_numbers_are_refused_by_the_carrier_with_twilios_codes() {
    for (to, code) in [("+15005550002", "21612"), ("+15005550004", "21610"), ("+15005550009", "21614")] {
        let Verdict { answer, charge } = send(1, to, "x");
        assert_eq!((answer.status, charge), (500, None), "{to}");
        assert_eq!(value(&answer)["message"], "Failed to send SMS");
        assert!(value(&answer)["error"].to_string().contains(code), "{to}");
    }
}

#[test]
fn missing_or_wrong_fields_are_named_as_laravel_does() {
    let account = Account::example(KEY);
    let nothing = send_as(&account, "not json").answer;
    assert_eq!(nothing.status, 422);
    assert_eq!(
        value(&nothing),
        json!({
            "message": "The from field is required. (and 2 more errors)",
            "errors": {
                "from": ["The from field is required."],
                "to": ["The to field is required."],
                "body": ["The body field is required."],
            },
        })
    );
    let wrong = send_as(&account, r#"{"from":"1","to":4915,"body":"  "}"#).answer;
    assert_eq!(
        value(&wrong)["errors"],
        json!({
            "from": ["The from field must be an integer."],
            "to": ["The to field must be a string."],
            "body": ["The body field is required."],
        })
    );
}

#[test]
fn three_hundred_code_points_after_trimming_are_the_most() {
    let long = format!("  {}\n", "😀".repeat(300));
    assert_eq!(send(1, "+4915123456789", &long).answer.status, 200);
    let answer = send(1, "+4915123456789", &"ä".repeat(301)).answer;
    assert_eq!(answer.status, 422);
    assert_eq!(value(&answer)["message"], "The body field must not be greater than 300 characters.");
}

#[test]
fn a_wrong_key_is_answered_401_or_sent_to_the_login_page() {
    let mut head = head("GET", "/api/user/me", "another-key");
    let account = Account::example(KEY);
    let told = verdict(&asked(&head, b""), &account).answer;
    assert_eq!(told.status, 401);
    assert_eq!(value(&told)["error"], "Invalid API key");
    head.headers.retain(|(name, _)| name != "Accept");
    let redirected = verdict(&asked(&head, b""), &account).answer;
    assert_eq!(redirected.status, 302);
    let location = ("Location".to_owned(), "http://localhost:1/login".to_owned());
    assert!(redirected.headers.contains(&location));
}

#[test]
fn the_account_is_shown_with_every_digit_of_its_balance() {
    assert_eq!(
        text(&get("/api/user/me")),
        r#"{"name":"Beispiel GmbH","email":"buero@beispiel.example","total_balance":100.67447094}"#
    );
}

#[test]
fn the_older_list_of_numbers_has_only_those_that_can_send() {
    let ids = |answer: Answer| -> Vec<Option<i64>> {
        let list = value(&answer)["data"].as_array().cloned().unwrap_or_default();
        list.iter().map(|number| number["id"].as_i64()).collect()
    };
    let all = get("/api/user/phone-numbers/all");
    assert_eq!(value(&all)["data"][4]["type"], "sip");
    assert_eq!(value(&all)["data"][1]["nickname"], Value::Null);
    assert_eq!(ids(all).len(), 5);
    assert_eq!(ids(get("/api/user/phone-numbers")), [Some(1), Some(2)]);
}

#[test]
fn too_many_requests_are_told_how_long_to_wait() {
    let head = head("GET", "/api/user/me", KEY);
    let asked =
        Asked { allowance: Some(Allowance { limit: 100, remaining: 80, retry_after: Some(8) }), ..asked(&head, b"") };
    let answer = verdict(&asked, &Account::example(KEY)).answer;
    assert_eq!((answer.status, &value(&answer)["retry_after"]), (429, &json!(8)));
    for (name, value) in [
        ("Retry-After", "8"),
        ("X-RateLimit-Limit", "100"),
        ("X-RateLimit-Remaining", "80"),
        ("X-RateLimit-Reset", "1008"),
    ] {
        assert!(answer.headers.contains(&(name.into(), value.into())), "{name}");
    }
}

#[test]
fn other_paths_and_methods_do_not_exist() {
    assert_eq!(get("/api/user/messages").status, 404);
    assert_eq!(get("/api/user/sms").status, 405);
}
