//! The service's limits, counted from the database: 18 in 10 s and 90 in 60 s.

use famulor_sms_core::clock;
use famulor_sms_core::types::MessageState;
use famulor_sms_tests::office::{ANNA, Letter, Office, Opening};

/// An office that has sent so many letters at these times, and has one more to send.
async fn office_after(sends: &[(u32, i64)]) -> (Office, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    for (count, claimed_at) in sends {
        office
            .change(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
                 INSERT INTO message (uuid, draft_id, recipient_number, body, sender_id, sender_number,
                     account_email, key_generation, predicted_segments, created_at, due_at)
                 SELECT hex(randomblob(16)), hex(randomblob(16)), '+491711234567', 'old', 1, '+491713920001',
                     'a@b.example', 1, 1, ?2, ?2 FROM n",
                (count, claimed_at),
            )
            .unwrap();
    }
    let claimed = "INSERT INTO message_event (message_id, at, state) SELECT id, created_at, 'sending' FROM message";
    office.change(claimed, []).unwrap();
    office.change("UPDATE message SET state = 'sending'", []).unwrap();
    office.change("UPDATE message SET state = 'sent'", []).unwrap();
    let id = office.send(&Letter::to(ANNA)).await;
    (office, id)
}

/// When the letter was claimed; it was sent in the end.
async fn claimed_at((mut office, id): (Office, i64)) -> i64 {
    office.go_to_work();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    office.only_entry();
    office.look_up("SELECT at FROM message_event WHERE message_id = ?1 AND state = 'sending'", [id])
}

#[tokio::test]
async fn the_19th_in_ten_seconds_waits_until_there_is_room() {
    let oldest = clock::now() - 9_000;
    let office = office_after(&[(1, oldest), (17, oldest + 2_000)]).await;
    assert!(claimed_at(office).await >= oldest + 10_000);
}

#[tokio::test]
async fn the_91st_in_a_minute_waits_until_there_is_room() {
    let oldest = clock::now() - 59_000;
    let office = office_after(&[(1, oldest), (89, oldest + 20_000)]).await;
    assert!(claimed_at(office).await >= oldest + 60_000);
}

#[tokio::test]
async fn the_18th_in_ten_seconds_and_the_90th_in_a_minute_do_not_wait() {
    let now = clock::now();
    let office = office_after(&[(17, now - 1_000), (72, now - 20_000)]).await;
    assert!(claimed_at(office).await < now + 5_000);
}

#[tokio::test]
async fn a_message_that_was_claimed_twice_counts_twice() {
    let oldest = clock::now() - 9_000;
    let office = office_after(&[(9, oldest)]).await;
    let again = "INSERT INTO message_event (message_id, at, state)
        SELECT message_id, at, state FROM message_event WHERE state = 'sending' AND at <= ?1";
    office.0.change(again, [oldest]).unwrap();
    assert!(claimed_at(office).await >= oldest + 10_000);
}

#[tokio::test]
async fn sends_dated_in_the_future_do_not_count() {
    let now = clock::now();
    let office = office_after(&[(100, now + 3_600_000)]).await;
    assert!(claimed_at(office).await < now + 5_000);
}

#[tokio::test]
async fn a_letter_that_waits_for_room_can_be_taken_back() {
    let (mut office, id) = office_after(&[(18, clock::now())]).await;
    office.go_to_work();
    assert_eq!(office.message(id).state, MessageState::Queued);
    office.outbox.cancel(id).await.unwrap();
    office.assert_nothing_arrived();
}
