//! No connection: what provably never left is tried again a little while, and then not sent.

use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::MemoryKeyStore;
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Timing;
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, DeadPort, Desk, KEY, Letter, Opening, quick};
use tempfile::TempDir;

/// A desk that knows its account, whose network leads to `url` from now on.
async fn desk_that_asks(url: &str) -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    let keychain = Arc::new(MemoryKeyStore::default());
    let desk = Desk::set_up(folder.path(), &simulator.url(), keychain.clone(), Limits::default());
    desk.session.take_key(KEY, false).await.unwrap();
    drop(desk);
    let desk = Desk::set_up(folder.path(), url, keychain, Limits::default());
    desk.session.read_key().await.unwrap_err();
    (desk, folder)
}

fn tries(desk: &Desk, id: i64) -> i64 {
    desk.look_up("SELECT connection_tries FROM message WHERE id = ?1", [id])
}

#[tokio::test]
async fn a_refused_connection_is_tried_four_times_and_then_the_letter_is_not_sent() {
    let port = DeadPort::take();
    let (mut desk, _folder) = desk_that_asks(&port.url()).await;
    desk.start_work(quick());
    let end = desk.send_to_the_end(&Letter::to(ANNA)).await;
    assert_eq!((end.state, end.reason), (MessageState::NotSent, Some(Reason::Offline)));
    assert_eq!(tries(&desk, end.id), 3);
    let steps: String = desk.look_up("SELECT group_concat(state, ' ' ORDER BY id) FROM message_event", []);
    assert_eq!(steps, "queued queued queued queued not-sent");
}

#[tokio::test]
async fn a_letter_goes_once_when_the_service_comes_back_in_between() {
    let port = DeadPort::take();
    let address = port.address();
    let (mut desk, _folder) = desk_that_asks(&port.url()).await;
    let waits = [100, 500, 3_000].map(Duration::from_millis).to_vec();
    desk.start_work(Timing { connection_retries: waits, ..quick() });
    let id = desk.send(&Letter::to(ANNA)).await;
    desk.until(id, |m| m.reason == Some(Reason::Offline)).await;
    drop(port);
    let simulator = Simulator::start_on(address, Account::example(KEY)).await.unwrap();
    let end = desk.end_of(id).await;
    assert_eq!((end.state, end.reason), (MessageState::Sent, None));
    assert_eq!(simulator.ledger().len(), 1);
}

#[tokio::test]
async fn a_letter_taken_back_between_two_tries_stays_taken_back() {
    let port = DeadPort::take();
    let (mut desk, _folder) = desk_that_asks(&port.url()).await;
    desk.start_work(Timing { connection_retries: vec![Duration::from_millis(300); 3], ..quick() });
    let id = desk.send(&Letter::to(ANNA)).await;
    desk.until(id, |m| m.reason == Some(Reason::Offline)).await;
    desk.outbox.cancel(id).await.unwrap();
    let next = desk.send_to_the_end(&Letter::to(BILAL)).await;
    assert_eq!(next.state, MessageState::NotSent);
    assert_eq!(desk.message(id).state, MessageState::Cancelled);
}

#[tokio::test]
async fn two_minutes_after_the_click_an_empty_connection_is_not_tried_again() {
    let port = DeadPort::take();
    let (mut desk, _folder) = desk_that_asks(&port.url()).await;
    desk.start_work(Timing { connection_retries: vec![Duration::from_millis(150); 3], ..quick() });
    let id = desk.send(&Letter::to(ANNA)).await;
    desk.until(id, |m| m.reason == Some(Reason::Offline)).await;
    desk.clock.pass(Duration::from_millis(119_900));
    let end = desk.end_of(id).await;
    // Its next turn is either the last try or already more than two minutes late.
    assert!(matches!(
        (end.state, end.reason),
        (MessageState::NotSent, Some(Reason::Offline)) | (MessageState::Held, Some(Reason::Late))
    ));
    assert!(tries(&desk, id) < 3);
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_gets_nothing() {
    let office = Opening::default().open().await;
    let secure = format!("https://127.0.0.1:{}/api", office.simulator.port());
    let (mut desk, _folder) = desk_that_asks(&secure).await;
    desk.start_work(quick());
    let end = desk.send_to_the_end(&Letter::to(ANNA)).await;
    assert_eq!((end.state, end.reason), (MessageState::NotSent, Some(Reason::Offline)));
    office.simulator.settled().await.unwrap();
    office.assert_nothing_arrived();
}
