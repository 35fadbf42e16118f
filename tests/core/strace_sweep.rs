//! Every system call of one send, one after the other: the process is killed at it, or it fails with an error of the
//! disk. Afterwards, against the ledger: nothing went twice, nothing that was confirmed is lost, nothing that arrived
//! is said to be not sent, and the database opens and is whole.

mod call;
mod round;

use std::collections::BTreeMap;
use std::time::Instant;

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_tests::office::KEY;
use serde_json::json;
use tokio::runtime::Handle;
use tokio::task::{JoinSet, spawn_blocking};

use call::{Call, Hit, How, Place};
use round::{Beginning, Earlier, Round};

const AT_ONCE: usize = 4;

/// One process that sends, the call at which it is hit, and the service that it sends to.
#[derive(Debug, Clone)]
struct Plan {
    beginning: Beginning,
    service: Service,
    hit: Hit,
}

#[derive(Debug, Clone, Copy)]
enum Service {
    Normal,
    Refusing,
    Silent,
}

impl Service {
    fn order(self, simulator: &Simulator) {
        simulator.behave();
        match self {
            Self::Normal => {}
            Self::Refusing => {
                simulator.misbehave(Behaviour::json(400, json!({"message": "Invalid phone number format"})));
            }
            Self::Silent => simulator.misbehave(Behaviour::ResetAfterReading),
        }
    }
}

/// One of the lanes in which processes are hit, each with a service of its own.
struct Lane {
    simulator: Simulator,
    runtime: Handle,
    earlier: Earlier,
}

impl Lane {
    async fn new() -> Self {
        let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
        simulator.set_account(|account| account.balance = 1_000_000.into());
        let (simulator, earlier) = spawn_blocking(move || {
            let earlier = Earlier::make(&simulator);
            (simulator, earlier)
        })
        .await
        .unwrap();
        Self { simulator, runtime: Handle::current(), earlier }
    }

    fn round(&self, beginning: Beginning) -> Round<'_> {
        let earlier = (beginning == Beginning::Known).then_some(&self.earlier);
        Round::begin(&self.simulator, &self.runtime, earlier)
    }

    /// The state in which the letter is found afterwards.
    fn hit(&self, plan: &Plan) -> String {
        let round = self.round(plan.beginning);
        plan.service.order(&self.simulator);
        let said = round.hit(&plan.hit);
        let end = round.end(&said, &format!("{plan:?}"));
        self.simulator.behave();
        end
    }

    fn count(&self, beginning: Beginning, place: Place) -> BTreeMap<Call, usize> {
        self.round(beginning).count(place)
    }
}

/// Whether everything is to be hit, also what takes long.
fn is_torture() -> bool {
    std::env::var("FAMULOR_SMS_SWEEP").is_ok_and(|value| value == "all")
}

/// Every call of every sort, as often as one undisturbed send makes it, and every way in which it is hit.
fn plans(lane: &Lane) -> Vec<Plan> {
    let mut plans = plans_for(lane, Beginning::Known, Service::Normal, &How::ONCE);
    if is_torture() {
        plans.extend(plans_for(lane, Beginning::Known, Service::Normal, &How::FROM_THEN_ON));
        plans.extend(plans_for(lane, Beginning::Known, Service::Refusing, &How::ONCE));
        plans.extend(plans_for(lane, Beginning::Known, Service::Silent, &How::ONCE));
        plans.extend(plans_for(lane, Beginning::New, Service::Normal, &How::ONCE));
        plans.extend(plans_for(lane, Beginning::New, Service::Normal, &How::FROM_THEN_ON));
    }
    plans
}

fn plans_for(lane: &Lane, beginning: Beginning, service: Service, ways: &[How]) -> Vec<Plan> {
    let hits = [Place::Disk, Place::Network].into_iter().flat_map(|place| {
        let calls = lane.count(beginning, place);
        let numbered = calls.into_iter().flat_map(|(call, times)| (1..=times).map(move |number| (call, number)));
        let ways = ways.iter().copied().filter(move |how| how.concerns(place));
        numbered.flat_map(move |(call, number)| ways.clone().map(move |how| Hit { place, call, number, how }))
    });
    hits.map(|hit| Plan { beginning, service, hit }).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sweep_over_every_system_call_of_a_send_that_kills_or_fails() {
    let start = Instant::now();
    let first = Lane::new().await;
    let plans = spawn_blocking(move || plans(&first)).await.unwrap();
    let kinds = plans.iter().fold(BTreeMap::<String, usize>::new(), |mut kinds, plan| {
        *kinds.entry(format!("{:?} {}", plan.beginning, plan.hit.call)).or_default() += 1;
        kinds
    });
    let mut running = JoinSet::new();
    for number in 0..AT_ONCE {
        let (lane, plans) = (Lane::new().await, plans.clone());
        running.spawn_blocking(move || {
            plans.iter().skip(number).step_by(AT_ONCE).map(|plan| lane.hit(plan)).collect::<Vec<_>>()
        });
    }
    let mut tally = BTreeMap::<String, usize>::new();
    while let Some(ends) = running.join_next().await {
        ends.unwrap().into_iter().for_each(|end| *tally.entry(end).or_default() += 1);
    }
    println!("{} hits {kinds:?}: {tally:?} in {:?}", plans.len(), start.elapsed());
    assert!(plans.len() > 100 && tally.len() >= 4, "hardly anything was hit: {tally:?}");
}
