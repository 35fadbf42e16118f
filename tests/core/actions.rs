//! Whatever the person does, in whatever order, and whatever the service and the clock do meanwhile: nothing goes twice,
//! nothing is lost, and no message ends in a state that is not true.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use famulor_simulator::{Behaviour, LedgerEntry};
use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::types::{MessageState, MessageView, Reason, Verdict};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};
use famulor_sms_tests::wait::PATIENCE;
use proptest::prelude::*;
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::time::timeout;

const USUAL_CASES: u32 = 48;
/// Sends of one case at most: no more than the limits let through.
const MOST_SENDS: usize = 12;

/// One thing that happens; messages are named by their number, as far as there are so many.
#[derive(Debug, Clone)]
enum Action {
    Send { to: usize, undo: bool },
    SendLater { to: usize, seconds: i64 },
    TakeBack(usize),
    SendNow(usize),
    Cancel(usize),
    Settle(usize, Verdict),
    Jump(i64),
    Pass(u64),
    Service(Service),
    UntilDone,
    Restart,
}

/// How the service treats the next SMS.
#[derive(Debug, Clone, Copy)]
enum Service {
    Refuses,
    RefusesForTheBalance,
    IsSilent,
    AnswersStrangely,
    AsksToWait,
    IsSlow,
}

impl Service {
    fn behaviour(self) -> Behaviour {
        match self {
            Self::Refuses => Behaviour::json(400, json!({"message": "Invalid phone number format"})),
            Self::RefusesForTheBalance => Behaviour::json(400, json!({"message": "Insufficient balance to send SMS"})),
            Self::IsSilent => Behaviour::ResetAfterReading,
            Self::AnswersStrangely => Behaviour::html(502),
            Self::AsksToWait => Behaviour::json(429, json!({"message": "Too many requests.", "retry_after": 30})),
            Self::IsSlow => Behaviour::Stall(Duration::from_millis(10)),
        }
    }
}

fn service() -> impl Strategy<Value = Service> {
    prop_oneof![
        Just(Service::Refuses),
        Just(Service::RefusesForTheBalance),
        Just(Service::IsSilent),
        Just(Service::AnswersStrangely),
        Just(Service::AsksToWait),
        Just(Service::IsSlow),
    ]
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![Just(Verdict::Sent), Just(Verdict::NotSent), Just(Verdict::Unknown)]
}

fn action() -> impl Strategy<Value = Action> {
    let message = 0..MOST_SENDS;
    prop_oneof![
        6 => (0..3_usize, any::<bool>()).prop_map(|(to, undo)| Action::Send { to, undo }),
        2 => (0..3_usize, 1..7_200_i64).prop_map(|(to, seconds)| Action::SendLater { to, seconds }),
        2 => message.clone().prop_map(Action::TakeBack),
        3 => message.clone().prop_map(Action::SendNow),
        1 => message.clone().prop_map(Action::Cancel),
        2 => (message, verdict()).prop_map(|(message, verdict)| Action::Settle(message, verdict)),
        2 => (-7_200_000..7_200_000_i64).prop_map(Action::Jump),
        2 => (0..3_600_u64).prop_map(Action::Pass),
        4 => service().prop_map(Action::Service),
        3 => Just(Action::UntilDone),
        1 => Just(Action::Restart),
    ]
}

/// An office, and what the person believes of it.
struct Story {
    office: Office,
    sends: usize,
    /// Messages that were said to be queued.
    queued: Vec<i64>,
    /// Drafts that were said to be there again.
    drafts: HashSet<String>,
}

impl Story {
    async fn begin() -> Self {
        let office = Opening::default().open().await;
        Self { office, sends: 0, queued: Vec::new(), drafts: HashSet::new() }
    }

    async fn go_on(mut self, action: Action) -> Self {
        let message = |number: usize| self.queued.get(number).copied().unwrap_or(i64::MAX);
        match action {
            Action::Send { to, undo } => {
                self.office.undo = Duration::from_secs(if undo { 10 } else { 0 });
                self.send(to, None).await;
            }
            Action::SendLater { to, seconds } => {
                let time = self.office.clock.time() + seconds * 1_000;
                self.send(to, Some(time)).await;
            }
            Action::TakeBack(number) => match self.office.outbox.take_back(message(number)).await {
                Ok(draft) => assert!(self.drafts.insert(draft.id)),
                Err(error) => assert_too_late(&error),
            },
            Action::SendNow(number) => {
                let credentials = self.office.session.credentials();
                done_or_too_late(self.office.outbox.send_now(message(number), credentials).await);
            }
            Action::Cancel(number) => done_or_too_late(self.office.outbox.cancel(message(number)).await),
            Action::Settle(number, verdict) => {
                done_or_too_late(self.office.outbox.settle_by_person(message(number), verdict).await);
            }
            Action::Jump(milliseconds) => self.office.clock.jump(milliseconds),
            Action::Pass(seconds) => self.office.clock.pass(Duration::from_secs(seconds)),
            Action::Service(service) => self.office.simulator.misbehave_once(service.behaviour()),
            Action::UntilDone => self.until_quiet().await,
            Action::Restart => return self.restart().await,
        }
        self
    }

    async fn send(&mut self, to: usize, at: Option<i64>) {
        if self.sends == MOST_SENDS {
            return;
        }
        self.sends += 1;
        let mut letter = Letter::to([ANNA, BILAL, CLARA][to]).saying(&format!("Nummer {}", self.sends));
        letter.0.due_at = at;
        self.queued.push(self.office.send(&letter).await);
    }

    /// Waits until nothing is being sent, nor will be within the minute; where nothing happens, it turns the hands.
    async fn until_quiet(&self) {
        let mut changes = self.office.outbox.changes();
        let quiet = async {
            while self.office.outbox.under_way().await.unwrap() > 0 {
                if timeout(Duration::from_millis(50), changes.recv()).await.is_err() {
                    self.office.clock.pass(Duration::from_secs(60));
                }
            }
        };
        timeout(PATIENCE, quiet).await.unwrap();
    }

    /// The program ends in good order, when what was under way has come to its end, and is started anew.
    async fn restart(mut self) -> Self {
        // Whatever counts down is late then, so that it is waited for no longer.
        self.office.clock.pass(Duration::from_secs(3 * 3_600));
        self.until_quiet().await;
        self.office.simulator.settled().await.unwrap();
        self.office = self.office.start_anew().await;
        self.office.go_to_work();
        self
    }

    fn check(&self) {
        let ledger = self.office.simulator.ledger();
        let known: HashMap<String, MessageView> =
            self.queued.iter().map(|id| (self.office.uuid(*id), self.office.message(*id))).collect();
        assert_eq!(known.len(), self.queued.len(), "two messages under one id");
        let strangers =
            ledger.iter().filter(|e| !known.contains_key(e.idempotency_key.as_deref().unwrap_or(""))).count();
        assert_eq!(strangers, 0, "something arrived that nobody sent");
        for (uuid, message) in &known {
            let arrived: Vec<_> = ledger.iter().filter(|e| e.idempotency_key.as_deref() == Some(uuid)).collect();
            check_message(message, &arrived);
        }
        let kept: HashSet<String> = self.office.drafts().into_iter().map(|draft| draft.id).collect();
        assert_eq!(kept, self.drafts, "a text that was taken back is lost");
        self.check_steps();
    }

    /// Each message went from state to state as the rules allow, and is where its last step says.
    fn check_steps(&self) {
        for id in &self.queued {
            let steps: String = self
                .office
                .look_up("SELECT group_concat(state, ' ' ORDER BY id) FROM message_event WHERE message_id = ?1", [id]);
            let steps: Vec<&str> = steps.split(' ').collect();
            assert_eq!(steps[0], "queued");
            assert!(steps.windows(2).all(|pair| may_follow(pair[0], pair[1])), "{steps:?}");
            let state: String = self.office.look_up("SELECT state FROM message WHERE id = ?1", [id]);
            assert_eq!(steps.last(), Some(&state.as_str()));
        }
    }
}

fn may_follow(state: &str, next: &str) -> bool {
    match state {
        "queued" => ["queued", "sending", "held", "cancelled"].contains(&next),
        "held" => ["queued", "cancelled"].contains(&next),
        "sending" => ["sent", "rejected", "unclear", "queued"].contains(&next),
        "unclear" => ["unclear", "sent", "not-sent"].contains(&next),
        "sent" | "not-sent" => ["sent", "not-sent"].contains(&next),
        _ => false,
    }
}

/// What arrived of a message, and what the program says of it.
fn check_message(message: &MessageView, arrived: &[&LedgerEntry]) {
    let what = format!("{message:?}, arrived {arrived:?}");
    let asked_to_wait = arrived.iter().filter(|entry| entry.answered == Some(429)).count();
    let taken = arrived.len() - asked_to_wait;
    assert!(taken <= 1, "it arrived twice: {what}");
    assert!(arrived.iter().all(|entry| entry.authorized), "{what}");
    let by_person = message.reason == Some(Reason::SettledByPerson);
    match message.state {
        MessageState::Held | MessageState::Cancelled => assert_eq!(taken, 0, "{what}"),
        // The clock was set back so far that its chosen time is still to come.
        MessageState::Queued if message.due_chosen => assert_eq!(taken, 0, "{what}"),
        MessageState::Sent | MessageState::NotSent if by_person => assert_eq!(taken, 1, "{what}"),
        MessageState::Sent => assert!(arrived.last().is_some_and(|entry| entry.sent), "{what}"),
        MessageState::Rejected => assert!(arrived.iter().all(|entry| !entry.sent) && !arrived.is_empty(), "{what}"),
        MessageState::Unclear => assert_eq!(taken, 1, "{what}"),
        MessageState::NotSent | MessageState::Queued | MessageState::Sending => panic!("no end: {what}"),
    }
}

fn assert_too_late(error: &OutboxError) {
    assert!(matches!(error, OutboxError::TooLate), "{error}");
}

fn done_or_too_late(result: Result<(), OutboxError>) {
    if let Err(error) = result {
        assert_too_late(&error);
    }
}

async fn play(actions: Vec<Action>) {
    let mut story = Story::begin().await;
    for action in actions {
        story = story.go_on(action).await;
    }
    story.restart().await.check();
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(USUAL_CASES)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn whatever_the_person_does_nothing_goes_twice_and_nothing_is_lost(
        actions in prop::collection::vec(action(), 1..24),
    ) {
        Runtime::new().unwrap().block_on(play(actions));
    }
}
