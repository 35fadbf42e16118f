//! A send that goes well: what arrives, what is written down, what the person sees.

use famulor_sms_core::types::MessageState;
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};
use serde_json::{Value, json};

#[tokio::test]
async fn a_letter_to_anna_is_sent_with_its_parts_cost_currency_and_id() {
    let office = Office::open().await;
    let sent = office.send_to_the_end(&Letter::to("0151 23456789")).await;
    assert_eq!((sent.state, sent.reason), (MessageState::Sent, None));
    assert_eq!((sent.billed_segments, sent.predicted_segments), (Some(1), 1));
    assert_eq!((sent.cost.as_deref(), sent.currency.as_deref()), (Some("0.0750"), Some("EUR")));
    assert_eq!(office.look_up::<String>("SELECT provider_id FROM message", []), "SMS_1");
    assert_eq!((sent.e164.as_str(), sent.sender_name.as_deref()), (ANNA, Some("Vertrieb")));
    assert_eq!(sent.balance_before.as_deref(), Some("100.67447094"));
}

#[tokio::test]
async fn the_older_form_of_the_answer_is_sent_without_a_currency() {
    let office = Opening::default().account(|account| account.old_form = true).open().await;
    let sent = office.send_to_the_end(&Letter::to("+1 415 555 2671").saying(&"€".repeat(100))).await;
    assert_eq!((sent.state, sent.billed_segments), (MessageState::Sent, Some(2)));
    assert_eq!((sent.cost.as_deref(), sent.currency.as_deref()), (Some("0.0158"), None));
    let id: String = office.look_up("SELECT provider_id FROM message", []);
    assert_eq!(id, format!("SM{:032x}", 1));
}

#[tokio::test]
async fn the_request_holds_what_is_documented_and_nothing_else() {
    let office = Office::open().await;
    let sent = office.send_to_the_end(&Letter::to(ANNA).saying(" Grüße\r\naus Köln \n").from(2)).await;
    let entry = office.only_entry();
    let body: Value = serde_json::from_slice(&entry.body).unwrap();
    assert_eq!(body, json!({"from": 2, "to": ANNA, "body": "Grüße\naus Köln"}));
    assert_eq!(entry.idempotency_key.unwrap(), office.uuid(sent.id));
    assert!(entry.authorized && entry.sent && !entry.repeated);
    assert_eq!(entry.answered, Some(200));
}

#[tokio::test]
async fn the_request_says_what_it_accepts_and_of_which_kind_it_is() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    let requests = office.simulator.requests();
    let [paid] = requests.iter().filter(|r| r.method == "POST").collect::<Vec<_>>()[..] else { panic!("{requests:?}") };
    assert_eq!(paid.path, "/api/user/sms");
    assert!(paid.accepts_json && paid.authorized);
    let header = |name: &str| paid.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).collect::<Vec<_>>();
    assert_eq!(header("content-type")[0].1, "application/json");
    assert_eq!(header("content-length").len(), 1, "the length of the body is told: {:?}", paid.headers);
    assert_eq!(header("authorization").len(), 1);
    assert!(header("referer").is_empty() && header("cookie").is_empty());
}

#[tokio::test]
async fn the_steps_of_a_sent_message_are_kept_with_their_times() {
    let office = Office::open().await;
    let sent = office.send_to_the_end(&Letter::to(BILAL)).await;
    let steps: Vec<(String, i64)> = office
        .store
        .now(|c| {
            let mut steps = c.prepare("SELECT state, at FROM message_event WHERE message_id = ?1 ORDER BY id")?;
            let rows = steps.query_map([sent.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<_>>()
        })
        .unwrap();
    let states: Vec<&str> = steps.iter().map(|(state, _)| state.as_str()).collect();
    assert_eq!(states, ["queued", "sending", "sent"]);
    assert!(steps.is_sorted_by_key(|(_, at)| *at));
    assert!((sent.at..sent.at + 20_000).contains(&steps[2].1));
}

#[tokio::test]
async fn letters_go_one_after_the_other_in_the_order_in_which_they_were_written() {
    let mut office = Opening::default().not_yet_at_work().open().await;
    let mut last = 0;
    for recipient in [ANNA, BILAL, CLARA] {
        last = office.send(&Letter::to(recipient)).await;
    }
    office.go_to_work();
    office.end_of(last).await;
    let recipients: Vec<_> = office.simulator.ledger().into_iter().filter_map(|entry| entry.to).collect();
    assert_eq!(recipients, [ANNA, BILAL, CLARA]);
}

#[tokio::test]
async fn every_change_is_told_and_only_the_last_is_an_outcome() {
    let office = Office::open().await;
    let mut changes = office.outbox.changes();
    let id = office.send(&Letter::to(ANNA)).await;
    office.end_of(id).await;
    let mut told = Vec::new();
    while let Ok(change) = changes.try_recv() {
        assert_eq!(change.id, id);
        told.push(change.is_outcome);
    }
    assert_eq!(told, [false, false, true]);
}
