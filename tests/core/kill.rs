//! Kill -9 at random moments of a send: no message that was committed is lost, none goes twice, and none that may
//! have left is said not to have.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_tests::office::{ANNA, KEY};
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Handle;
use uuid::Uuid;

use crate::aftermath::{self, Found};
use crate::dice::Dice;

const AT_ONCE: usize = 4;
const USUAL_KILLS: usize = 200;

/// How the service treats the send of a round.
#[derive(Debug, Clone, Copy)]
enum Service {
    Normal,
    Slow,
    Refusing,
    Silent,
}

impl Service {
    fn of(round: usize) -> Self {
        [Self::Normal, Self::Slow, Self::Refusing, Self::Normal, Self::Slow, Self::Silent][round % 6]
    }

    fn order(self, simulator: &Simulator) {
        simulator.behave();
        match self {
            Self::Normal => {}
            Self::Slow => simulator.misbehave(Behaviour::Stall(Duration::from_millis(20))),
            Self::Refusing => {
                simulator.misbehave(Behaviour::json(400, json!({"message": "Invalid phone number format"})));
            }
            Self::Silent => simulator.misbehave(Behaviour::ResetAfterReading),
        }
    }
}

/// When a process is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    AfterItsStart(Duration),
    AfterItsCommit(Duration),
}

/// How long one send takes.
#[derive(Debug, Clone, Copy)]
struct Usual {
    whole: Duration,
    from_commit: Duration,
}

/// A process that sends one SMS; it is killed when this is dropped.
struct Sender {
    process: Child,
    out: BufReader<ChildStdout>,
}

impl Sender {
    fn start(folder: &TempDir, simulator: &Simulator, draft: Uuid) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_send-one"))
            .arg(folder.path())
            .args([&simulator.url(), &draft.to_string(), ANNA])
            .env("FAMULOR_API_KEY", KEY)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(process.stdout.take().unwrap());
        Self { process, out }
    }

    /// The next line that it says; empty at its end.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        line
    }

    /// Everything that it said, after it was killed at that moment.
    fn killed(mut self, moment: Moment) -> String {
        let mut said = String::new();
        match moment {
            Moment::AfterItsStart(time) => thread::sleep(time),
            Moment::AfterItsCommit(time) => {
                said = self.line();
                thread::sleep(time);
            }
        }
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.out.read_to_string(&mut said).unwrap();
        said
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        // One that has ended already cannot be killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One of the lanes in which processes are started and killed, each with a service of its own.
struct Lane {
    simulator: Simulator,
    runtime: Handle,
    tally: BTreeMap<String, usize>,
}

impl Lane {
    async fn new() -> Self {
        let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
        simulator.set_account(|account| account.balance = 1_000_000.into());
        Self { simulator, runtime: Handle::current(), tally: BTreeMap::new() }
    }

    /// Lets one send end by itself.
    fn measure(&self) -> Usual {
        let folder = tempfile::tempdir().unwrap();
        let start = Instant::now();
        let mut sender = Sender::start(&folder, &self.simulator, Uuid::new_v4());
        assert_eq!(sender.line(), "committed\n");
        let commit = Instant::now();
        assert_eq!(sender.line(), "settled\n");
        Usual { whole: start.elapsed(), from_commit: commit.elapsed() }
    }

    fn round(&mut self, service: Service, moment: Moment) {
        service.order(&self.simulator);
        let (folder, draft, known) = (tempfile::tempdir().unwrap(), Uuid::new_v4(), self.simulator.ledger().len());
        let said = Sender::start(&folder, &self.simulator, draft).killed(moment);
        self.runtime.block_on(self.simulator.settled()).unwrap();
        let arrived = self.simulator.ledger().split_off(known);
        let letter = letter_in(&folder, draft);
        let what = format!("{service:?}, {moment:?}, said {said:?}, found {letter:?}, arrived {arrived:?}");
        aftermath::assert_agrees(letter.as_ref(), &said, &arrived, &what);
        // The connection was not disturbed: what it settled is not taken for something that never left.
        let is_known = !said.contains("settled") || !letter.as_ref().is_some_and(|letter| letter.is(&["not-sent"]));
        assert!(is_known, "what was settled is lost: {what}");
        let state = letter.map_or_else(|| "no message".to_owned(), |letter| letter.state);
        *self.tally.entry(state).or_default() += 1;
    }
}

/// The one message of the folder, if it came so far.
fn letter_in(folder: &TempDir, draft: Uuid) -> Option<Found> {
    let mut found = Found::all_in(folder.path());
    assert!(found.len() <= 1, "one draft became several messages: {found:?}");
    assert!(found.iter().all(|found| found.draft == draft.to_string()), "{found:?}");
    found.pop()
}

/// The moments of all rounds: half of them spread evenly over a send's whole life, half over what follows its commit.
fn moments(kills: usize, usual: Usual, dice: &mut Dice) -> Vec<Moment> {
    let mut moments: Vec<Moment> = (0..kills)
        .map(|n| {
            let whole = if n % 2 == 0 { usual.whole } else { usual.from_commit }.mul_f64(1.15);
            let slice = whole / u32::try_from(kills).unwrap();
            let time = slice * u32::try_from(n).unwrap() + dice.moment(slice);
            if n % 2 == 0 { Moment::AfterItsStart(time) } else { Moment::AfterItsCommit(time) }
        })
        .collect();
    dice.shuffle(&mut moments);
    moments
}

/// Runs `work` in every lane at once, each on a thread of its own.
async fn in_every_lane<T: Send + 'static>(
    lanes: Vec<Lane>,
    work: impl Fn(usize, &mut Lane) -> T + Send + Sync + 'static,
) -> (Vec<Lane>, Vec<T>) {
    let work = Arc::new(work);
    let running: Vec<_> = lanes
        .into_iter()
        .enumerate()
        .map(|(number, mut lane)| {
            let work = work.clone();
            tokio::task::spawn_blocking(move || {
                let result = work(number, &mut lane);
                (lane, result)
            })
        })
        .collect();
    let mut ended = Vec::new();
    for lane in running {
        ended.push(lane.await.unwrap());
    }
    ended.into_iter().unzip()
}

/// The median of several sends, as many at a time as later.
async fn usual(lanes: Vec<Lane>) -> (Vec<Lane>, Usual) {
    let (lanes, measured) = in_every_lane(lanes, |_, lane| [lane.measure(), lane.measure(), lane.measure()]).await;
    let measured = measured.concat();
    let median = |part: fn(&Usual) -> Duration| {
        let mut times: Vec<Duration> = measured.iter().map(part).collect();
        times.sort();
        times[times.len() / 2]
    };
    (lanes, Usual { whole: median(|usual| usual.whole), from_commit: median(|usual| usual.from_commit) })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_dash_nine_at_any_moment_of_a_send_loses_nothing_and_sends_nothing_twice() {
    let kills = std::env::var("FAMULOR_SMS_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(USUAL_KILLS);
    let (seed, start) = (Dice::seed(), Instant::now());
    let mut lanes = Vec::new();
    for _ in 0..AT_ONCE {
        lanes.push(Lane::new().await);
    }
    let (lanes, usual) = usual(lanes).await;
    let moments = moments(kills, usual, &mut Dice::new(seed));
    println!("{kills} kills, seed {seed}, {usual:?}");

    let rounds = move |number: usize, lane: &mut Lane| {
        for (round, moment) in moments.iter().enumerate().skip(number).step_by(AT_ONCE) {
            lane.round(Service::of(round), *moment);
        }
    };
    let (lanes, _) = in_every_lane(lanes, rounds).await;
    let mut tally = BTreeMap::<String, usize>::new();
    for (state, count) in lanes.into_iter().flat_map(|lane| lane.tally) {
        *tally.entry(state).or_default() += count;
    }
    println!("{tally:?} in {:?}", start.elapsed());
    assert_eq!(tally.values().sum::<usize>(), kills);
    assert!(kills < 100 || tally.len() >= 4, "the kills hit hardly anything: {tally:?}");
}
