//! Refusals of the service: each ends as Rejected with its reason, and the SMS was not sent.

use famulor_simulator::Behaviour;
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};
use serde_json::json;

/// Sends to `recipient`, which the service itself must refuse for that reason.
async fn assert_refused(office: &Office, recipient: &str, reason: Reason, detail: &str) {
    let refused = office.send_to_the_end(&Letter::to(recipient)).await;
    assert_eq!((refused.state, refused.reason), (MessageState::Rejected, Some(reason)));
    assert_eq!(refused.detail.unwrap_or_default(), detail);
    assert_eq!((refused.cost, refused.billed_segments), (None, None));
    let entry = office.only_entry();
    assert!(!entry.sent && !entry.repeated);
    assert_eq!(entry.to.as_deref(), Some(recipient));
}

#[tokio::test]
async fn the_number_that_is_invalid_is_refused_for_the_recipient() {
    assert_refused(&Office::open().await, "+15005550001", Reason::Recipient, "Invalid phone number format").await;
}

#[tokio::test]
async fn the_number_that_cannot_be_reached_is_refused_by_the_carrier() {
    let words = "Twilio error 21612: this recipient cannot be reached from this sender";
    assert_refused(&Office::open().await, "+15005550002", Reason::Carrier, words).await;
}

#[tokio::test]
async fn the_number_that_has_unsubscribed_is_refused_by_the_carrier() {
    let words = "Twilio error 21610: this recipient has unsubscribed";
    assert_refused(&Office::open().await, "+15005550004", Reason::Carrier, words).await;
}

#[tokio::test]
async fn the_number_that_is_no_mobile_is_refused_by_the_carrier() {
    let words = "Twilio error 21614: this recipient is not a mobile number";
    assert_refused(&Office::open().await, "+15005550009", Reason::Carrier, words).await;
}

#[tokio::test]
async fn an_account_without_money_is_refused_for_the_balance() {
    let office = Opening::default().account(|account| account.balance = 0.into()).open().await;
    assert_refused(&office, ANNA, Reason::Balance, "Insufficient balance to send SMS").await;
}

#[tokio::test]
async fn a_sender_that_lost_its_sms_is_refused_for_the_sender() {
    let office = Office::open().await;
    office.simulator.set_account(|account| account.numbers[0].sms_capable = false);
    assert_refused(&office, ANNA, Reason::Sender, "Phone number is not SMS-capable").await;
}

#[tokio::test]
async fn a_sender_that_is_gone_is_refused_for_the_sender() {
    let office = Office::open().await;
    office.simulator.set_account(|account| account.numbers.clear());
    assert_refused(&office, ANNA, Reason::Sender, "From number not found").await;
}

#[tokio::test]
async fn a_key_that_was_withdrawn_is_refused_for_the_key() {
    let office = Office::open().await;
    office.simulator.set_account(|account| account.api_key = "another".into());
    assert_refused(&office, ANNA, Reason::Key, "The provided API key is invalid or expired").await;
    assert!(!office.only_entry().authorized);
}

#[tokio::test]
async fn a_key_without_the_right_is_refused_for_the_key() {
    let office = Office::open().await;
    let words = "Your API key does not have permission for this resource";
    let body = json!({"error": "Insufficient permissions", "message": words});
    office.simulator.misbehave_once(Behaviour::json(403, body));
    assert_refused(&office, ANNA, Reason::Key, words).await;
}

#[tokio::test]
async fn the_way_to_the_login_page_is_not_taken_and_means_the_key() {
    let office = Office::open().await;
    let before = office.simulator.requests().len();
    office.simulator.misbehave_once(Behaviour::Redirect("/login".into()));
    assert_refused(&office, ANNA, Reason::Key, "").await;
    assert_eq!(office.simulator.requests().len(), before + 1);
}

#[tokio::test]
async fn fields_that_fail_the_services_check_are_named() {
    for (field, reason) in [("to", Reason::Recipient), ("body", Reason::Text), ("from", Reason::Sender)] {
        let office = Office::open().await;
        let body = json!({"message": "The field is wrong.", "errors": {field: ["The field is wrong."]}});
        office.simulator.misbehave_once(Behaviour::json(422, body));
        assert_refused(&office, ANNA, reason, "The field is wrong.").await;
    }
}

#[tokio::test]
async fn the_carrier_that_is_unavailable_has_not_taken_it() {
    let office = Office::open().await;
    office.simulator.misbehave_once(Behaviour::named("server-error").unwrap());
    assert_refused(&office, ANNA, Reason::Carrier, "Twilio service temporarily unavailable").await;
}

/// Three letters, of which the first is answered like this.
async fn first_of_three(answer: Behaviour) -> (Office, Vec<(MessageState, Option<Reason>)>) {
    let mut office = Opening::default().not_yet_at_work().open().await;
    let mut ids = Vec::new();
    for recipient in [ANNA, BILAL, CLARA] {
        ids.push(office.send(&Letter::to(recipient)).await);
    }
    office.simulator.misbehave_once(answer);
    office.go_to_work();
    let mut ends = Vec::new();
    for id in ids {
        let end = office.end_of(id).await;
        ends.push((end.state, end.reason));
    }
    (office, ends)
}

#[tokio::test]
async fn a_refusal_for_the_key_or_the_balance_holds_the_rest_of_the_queue() {
    for (status, message, reason) in [
        (401, "The provided API key is invalid or expired", Reason::Key),
        (400, "Insufficient balance to send SMS", Reason::Balance),
    ] {
        let (office, ends) = first_of_three(Behaviour::json(status, json!({"message": message}))).await;
        let held = (MessageState::Held, Some(Reason::QueueStopped));
        assert_eq!(ends, [(MessageState::Rejected, Some(reason)), held, held]);
        assert_eq!(office.only_entry().to.as_deref(), Some(ANNA));
    }
}

#[tokio::test]
async fn a_refusal_for_the_recipient_holds_nobody_else() {
    let refusal = json!({"message": "Invalid phone number format"});
    let (office, ends) = first_of_three(Behaviour::json(400, refusal)).await;
    let sent = (MessageState::Sent, None);
    assert_eq!(ends, [(MessageState::Rejected, Some(Reason::Recipient)), sent, sent]);
    assert_eq!(office.simulator.ledger().len(), 3);
}
