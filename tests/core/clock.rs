//! The clock: it jumps back and forward, the machine sleeps, the time zone changes. Nothing is delayed for it, nothing
//! goes late in silence, and nothing goes twice.

use std::process::{Command, Stdio};
use std::time::Duration;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::clock;
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::Database;
use famulor_sms_tests::office::{ANNA, BILAL, KEY, Letter, Office, Opening};
use uuid::Uuid;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const COUNTDOWN: Duration = Duration::from_secs(10);

/// An office at work with a letter to Anna in its countdown of ten seconds.
async fn office_in_countdown() -> (Office, i64) {
    let office = Opening::default().undo(COUNTDOWN).open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    (office, id)
}

/// An office at work with a letter to Anna that is to go in an hour.
async fn office_with_letter_for_later() -> (Office, i64) {
    let office = Office::open().await;
    let id = office.send(&Letter::to(ANNA).at(office.clock.time() + HOUR)).await;
    (office, id)
}

/// Sends a letter to Bilal without a countdown: what was due before it has gone, or is Held, once it has gone.
async fn let_the_outbox_look(office: &mut Office) {
    let undo = std::mem::take(&mut office.undo);
    let text = format!("Nebenbei {}", office.look_up::<i64>("SELECT count(*) FROM message", []));
    assert_eq!(office.send_to_the_end(&Letter::to(BILAL).saying(&text)).await.state, MessageState::Sent);
    office.undo = undo;
}

fn assert_late(message: &MessageView) {
    assert_eq!((message.state, message.reason), (MessageState::Held, Some(Reason::Late)));
}

#[tokio::test]
async fn a_clock_that_jumps_back_in_the_countdown_neither_delays_nor_hastens_the_letter() {
    let (mut office, id) = office_in_countdown().await;
    office.clock.jump(-HOUR);
    office.clock.pass(Duration::from_secs(9));
    let_the_outbox_look(&mut office).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    assert_eq!(office.outbox.under_way().await.unwrap(), 1);
    office.clock.pass(Duration::from_secs(1));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_clock_that_jumps_forward_a_little_in_the_countdown_changes_nothing() {
    let (mut office, id) = office_in_countdown().await;
    office.clock.jump(MINUTE);
    let_the_outbox_look(&mut office).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    office.clock.pass(COUNTDOWN);
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_letter_is_held_when_the_clock_jumps_forward_or_the_machine_sleeps_in_the_countdown() {
    let (office, id) = office_in_countdown().await;
    // Asleep, the steady clock stands still: for the countdown it is the same as a clock that jumps.
    office.clock.jump(10 * MINUTE);
    office.clock.pass(COUNTDOWN);
    assert_late(&office.end_of(id).await);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_is_held_when_the_steady_clock_goes_on_while_the_machine_sleeps() {
    let (office, id) = office_in_countdown().await;
    office.clock.pass(Duration::from_secs(600));
    assert_late(&office.end_of(id).await);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_sleep_is_noticed_although_the_clock_was_set_back_before_it() {
    let (mut office, id) = office_in_countdown().await;
    office.clock.jump(-HOUR);
    let_the_outbox_look(&mut office).await;
    office.clock.jump(10 * MINUTE);
    office.clock.pass(COUNTDOWN);
    assert_late(&office.end_of(id).await);
}

#[tokio::test]
async fn send_now_goes_whatever_the_clock_did() {
    for jump in [-HOUR, HOUR] {
        let (office, id) = office_in_countdown().await;
        office.clock.jump(jump);
        office.outbox.send_now(id, None).await.unwrap();
        assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    }
}

#[tokio::test]
async fn letters_keep_their_order_when_the_clock_jumps_back_between_them() {
    let mut office = Opening::default().not_yet_at_work().open().await;
    office.send(&Letter::to(ANNA)).await;
    office.clock.jump(-HOUR);
    let second = office.send(&Letter::to(BILAL)).await;
    office.go_to_work();
    office.end_of(second).await;
    let recipients: Vec<_> = office.simulator.ledger().into_iter().filter_map(|entry| entry.to).collect();
    assert_eq!(recipients, [ANNA, BILAL]);
}

#[tokio::test]
async fn a_chosen_time_is_what_the_clock_on_the_wall_shows_after_it_was_set_back() {
    let (mut office, id) = office_with_letter_for_later().await;
    office.clock.jump(-HOUR);
    office.clock.pass(Duration::from_secs(3_600));
    let_the_outbox_look(&mut office).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    office.clock.pass(Duration::from_secs(3_600));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_letter_for_later_goes_when_the_clock_jumps_a_little_past_its_time() {
    let (office, id) = office_with_letter_for_later().await;
    office.clock.jump(HOUR + MINUTE);
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_letter_for_later_is_held_when_the_clock_jumps_or_the_machine_sleeps_far_past_its_time() {
    let (office, id) = office_with_letter_for_later().await;
    office.clock.jump(HOUR + 3 * MINUTE);
    assert_late(&office.end_of(id).await);
    let (office, id) = office_with_letter_for_later().await;
    office.clock.pass(Duration::from_secs(4_000));
    assert_late(&office.end_of(id).await);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn the_limits_wait_for_no_clock_that_jumps() {
    for jump in [-HOUR, MINUTE] {
        let mut office = Opening::default().not_yet_at_work().open().await;
        let mut letters = Vec::new();
        for n in 0..20 {
            letters.push(office.send(&Letter::to(ANNA).saying(&format!("Nummer {n}"))).await);
        }
        office.go_to_work();
        office.end_of(letters[17]).await;
        assert_eq!(office.message(letters[18]).state, MessageState::Queued);
        office.clock.jump(jump);
        assert_eq!(office.end_of(letters[19]).await.state, MessageState::Sent);
        let ledger = office.simulator.ledger();
        assert!(ledger.len() == 20 && ledger.iter().all(|entry| !entry.repeated));
    }
}

#[tokio::test]
async fn the_same_again_is_not_asked_about_what_the_clock_says_is_yet_to_come() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    assert!(matches!(office.press_send(&Letter::to(ANNA)).await.unwrap(), Queueing::Ask(_)));
    office.clock.jump(HOUR);
    assert!(matches!(office.press_send(&Letter::to(ANNA)).await.unwrap(), Queueing::Queued(_)));
    office.clock.jump(-2 * HOUR);
    assert!(matches!(office.press_send(&Letter::to(ANNA)).await.unwrap(), Queueing::Queued(_)));
}

#[tokio::test]
async fn a_sleep_before_the_next_start_is_a_sleep() {
    let (office, id) = office_in_countdown().await;
    office.clock.jump(10 * MINUTE);
    let office = office.start_anew().await;
    assert_eq!(office.message(id).state, MessageState::Held);
}

/// What a program in this time zone writes down of the SMS that it sends: when it was written and may go, and its steps.
fn instants_in(zone: &str, simulator: &Simulator) -> Vec<i64> {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_send-one"))
        .arg(folder.path())
        .args([&simulator.url(), &Uuid::new_v4().to_string(), ANNA])
        .env("FAMULOR_API_KEY", KEY)
        .env("TZ", zone)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .and_then(|mut process| {
            // Its end would end the process.
            let _input = process.stdin.take();
            process.wait_with_output()
        })
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("settled"), "{output:?}");
    let all = "SELECT group_concat(at) FROM (SELECT created_at AS at FROM message UNION ALL SELECT due_at FROM message
               UNION ALL SELECT at FROM message_event)";
    let instants = Database::in_folder(folder.path()).answer(all).unwrap();
    instants.split(',').map(|at| at.parse().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_time_zone_writes_down_the_same_instants() {
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin"] {
        let before = clock::now();
        let instants = tokio::task::block_in_place(|| instants_in(zone, &simulator));
        assert!(instants.len() >= 5 && instants.iter().all(|at| (before..=clock::now()).contains(at)), "{zone}");
    }
}
