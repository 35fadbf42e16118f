//! The gate's race: sends that are given up at any moment, and never a wrong "not sent".

use std::collections::HashSet;
use std::time::{Duration, Instant};

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::PhoneNumber;
use famulor_sms_core::api_key::ApiKey;
use famulor_sms_core::famulor::{Attempt, Famulor, Limits, Sms};
use famulor_sms_tests::office::{ANNA, KEY};
use tokio::time::sleep;
use uuid::Uuid;

use crate::dice::Dice;

const SENDS: usize = 2_000;
const AT_ONCE: usize = 8;
const PATIENCES: u32 = 32;
const PREEMPTED: Duration = Duration::from_micros(150);

/// What the sender believes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Belief {
    NeverLeft,
    Answered,
    Unclear,
}

fn client(simulator: &Simulator, whole: Duration) -> Famulor {
    let limits = Limits { whole, ..Limits::default() };
    Famulor::new(simulator.url().parse().unwrap(), limits).unwrap()
}

/// Sends under a claim that takes so long.
async fn send(famulor: &Famulor, claim: Duration) -> (Uuid, Belief) {
    let uuid = Uuid::new_v4();
    let sms = Sms { uuid, from: 1, to: PhoneNumber::from_e164(ANNA).unwrap(), body: "Wer ist schneller?".into() };
    let claim = Box::pin(async move {
        if !claim.is_zero() {
            sleep(claim).await;
            // As if its thread were set aside here: the sender gives up in the middle of a claim.
            std::thread::sleep(PREEMPTED);
        }
        Ok(())
    });
    let attempt = famulor.send(&ApiKey::parse(KEY).unwrap(), &sms, claim).await;
    let belief = match attempt {
        Attempt::NeverLeft { .. } => Belief::NeverLeft,
        Attempt::Answered(_) => Belief::Answered,
        Attempt::NoAnswer => Belief::Unclear,
    };
    (uuid, belief)
}

/// How long a send takes here and now, several at a time as in the race: the median.
async fn usual(simulator: &Simulator) -> Duration {
    let famulor = client(simulator, Duration::from_secs(20));
    let senders: Vec<_> = (0..AT_ONCE).map(|_| tokio::spawn(timed(famulor.clone(), 20))).collect();
    let mut times = Vec::new();
    for sender in senders {
        times.extend(sender.await.unwrap());
    }
    times.sort();
    times[times.len() / 2]
}

async fn timed(famulor: Famulor, sends: usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(sends);
    for _ in 0..sends {
        let start = Instant::now();
        assert_eq!(send(&famulor, Duration::ZERO).await.1, Belief::Answered);
        times.push(start.elapsed());
    }
    times
}

/// Patiences from nothing to `longest`, most of them short: the race is run when a send has just begun.
fn patiences(longest: Duration) -> impl Iterator<Item = Duration> {
    (0..PATIENCES).map(move |n| longest.mul_f64((f64::from(n) / f64::from(PATIENCES)).powi(2)))
}

/// One sender among several: sends with a patience drawn anew each time. Every other claim is made at once; the others
/// are made when the patience ends, so that both hands reach for the gate at the same time.
async fn sender(patient: Vec<(Duration, Famulor)>, mut dice: Dice, sends: usize) -> Vec<(Uuid, Belief)> {
    let mut beliefs = Vec::with_capacity(sends);
    for n in 0..sends {
        let (whole, famulor) = &patient[dice.below(patient.len())];
        let claim = if n % 2 == 0 { Duration::ZERO } else { *whole };
        beliefs.push(send(famulor, claim).await);
    }
    beliefs
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_thousand_sends_given_up_at_any_moment_none_is_wrongly_said_to_be_not_sent() {
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    simulator.set_account(|account| account.balance = 1_000_000.into());
    let longest = usual(&simulator).await.mul_f64(1.2).max(Duration::from_millis(3));
    let seed = Dice::seed();
    let patient: Vec<_> = patiences(longest).map(|whole| (whole, client(&simulator, whole))).collect();
    let senders: Vec<_> = (0..AT_ONCE)
        .map(|n| {
            let dice = Dice::new(seed.wrapping_add(u64::try_from(n).unwrap()));
            tokio::spawn(sender(patient.clone(), dice, SENDS / AT_ONCE))
        })
        .collect();
    let mut beliefs = Vec::new();
    for sender in senders {
        beliefs.extend(sender.await.unwrap());
    }
    // The connections outlive the calls that gave up: only now everything that leaves has left.
    simulator.settled().await.unwrap();

    let arrived: HashSet<String> = simulator.ledger().into_iter().filter_map(|entry| entry.idempotency_key).collect();
    let count = |wanted: Belief| beliefs.iter().filter(|(_, belief)| *belief == wanted).count();
    let (never_left, answered, unclear) = (count(Belief::NeverLeft), count(Belief::Answered), count(Belief::Unclear));
    let figures = format!(
        "seed {seed}: {never_left} never left, {answered} answered, {unclear} unclear; {} arrived; limits up to {longest:?}",
        arrived.len()
    );
    println!("{figures}");
    for (uuid, belief) in &beliefs {
        let has_arrived = arrived.contains(&uuid.to_string());
        assert!(!has_arrived || *belief != Belief::NeverLeft, "{uuid} arrived all the same; {figures}");
        assert!(has_arrived || *belief != Belief::Answered, "{uuid} was answered without arriving; {figures}");
    }
    assert_eq!(beliefs.len(), SENDS);
    assert!(simulator.ledger().iter().all(|entry| !entry.repeated));
    assert!(never_left > SENDS / 20 && answered + unclear > SENDS / 20, "hardly a race: {figures}");
}
