//! Kill -9 at random moments of a send of the real program: never sent twice, never lost, never told wrongly.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use famulor_simulator::{Behaviour, LedgerEntry};
use famulor_sms_core::clock::SystemClock;
use famulor_sms_core::outbox::Outbox;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::types::{Draft, HistoryFilter, MessageState};
use famulor_sms_core::{draft, history};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{BareProgram, Database, ProgramOptions};
use famulor_sms_tests::{paper, place};
use serde_json::json;
use uuid::Uuid;

use crate::room::{Room, write};

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "The parcel is there";

/// How long some simulators wait before they answer.
const STALL: Duration = Duration::from_millis(30);

/// How long some messages can be taken back.
const UNDO: Duration = Duration::from_secs(1);

#[tokio::test(flavor = "multi_thread")]
async fn kill_window_at_random_moments_of_a_send_loses_and_repeats_nothing() {
    let kills: u32 = std::env::var("FAMULOR_SMS_WINDOW_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(10);
    let room = Room::new().await;
    let prepared = prepare(&room).await;
    let usual = usual_time(&room, &prepared).await;
    let (earliest, latest) = (usual / 3, usual * 3 / 2 + STALL);
    for number in 0..kills {
        let delay = earliest + (latest - earliest).mul_f64((f64::from(number) + chance()) / f64::from(kills));
        room.simulator.behave();
        match number % 3 {
            0 => {}
            1 => room.simulator.misbehave(Behaviour::Stall(STALL)),
            _ => room.simulator.misbehave(Behaviour::named("refuse").unwrap()),
        }
        // Some are killed while they can be taken back, or at the end of that.
        let undo = if number % 4 == 3 { UNDO } else { Duration::ZERO };
        let delay = delay + undo.mul_f64(chance());
        let run = Run::begin(&room, &prepared, &format!("run-{number}"), undo).await;
        let before = room.simulator.ledger().len();
        press_and_kill(&room, run.program, delay);
        room.simulator.settled().await.unwrap();
        let ledger = room.simulator.ledger();
        check(&run.folder, &ledger[before..], &format!("kill {number}, {delay:?} after the key"));
        assert!(ledger.iter().all(|entry| !entry.repeated), "a message arrived twice: {ledger:#?}");
    }
}

/// A data folder with a text half written, the account known and the key in the keychain.
async fn prepare(room: &Room) -> PathBuf {
    let program = room.start_with_key().await;
    write(&program, RECIPIENT, TEXT).await;
    program.close().await;
    assert_eq!(room.database().answer("SELECT body FROM draft").as_deref(), Some(TEXT));
    room.data()
}

/// The program may be gone before the key has come to it.
fn press_and_kill(room: &Room, program: BareProgram, delay: Duration) {
    thread::scope(|scope| {
        scope.spawn(|| room.desktop.key("ctrl+Return"));
        thread::sleep(delay);
        program.kill9();
    });
}

/// How long it takes from the key to the ledger.
async fn usual_time(room: &Room, prepared: &Path) -> Duration {
    let run = Run::begin(room, prepared, "measured", Duration::ZERO).await;
    let pressed = Instant::now();
    room.desktop.key("ctrl+Return");
    tokio::time::timeout(PATIENCE, room.simulator.wait_for_ledger(1)).await.expect("the message arrives");
    let taken = pressed.elapsed();
    run.program.kill9();
    taken
}

/// One run of the program on a copy of the prepared data, ready to send.
struct Run {
    program: BareProgram,
    folder: PathBuf,
}

impl Run {
    async fn begin(room: &Room, prepared: &Path, name: &str, undo: Duration) -> Self {
        for attempt in 0..3 {
            let folder = room.desktop.folder().join(format!("{name}-{attempt}"));
            copy(prepared, &folder);
            let settings = json!({ "settings": { "undo_seconds": undo.as_secs() } });
            fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
            let run = Self::start(room, folder);
            if run.takes_keys(room) {
                return run;
            }
            // A key that came before the page replaces the recipient, as it should.
            run.program.kill9();
        }
        panic!("The page takes no keys: {}", look(room));
    }

    fn start(room: &Room, folder: PathBuf) -> Self {
        let asked = room.simulator.requests().len();
        let options = ProgramOptions { data_dir: Some(folder.clone()), ..room.options() };
        let program = BareProgram::start(&room.desktop, &options);
        let ready = wait_until(PATIENCE, || {
            room.simulator.requests().len() >= asked + 2 && room.desktop.shows_window("^Famulor SMS$")
        });
        assert!(ready, "The program did not start: {}", look(room));
        Self { program, folder }
    }

    /// The page is there when what is typed comes to the database. Behind a number it means nothing.
    fn takes_keys(&self, room: &Room) -> bool {
        let recipient = || Database::in_folder(&self.folder).answer("SELECT recipient FROM draft").unwrap_or_default();
        let typed = wait_until(PATIENCE, || {
            room.desktop.type_text("!");
            wait_until(Duration::from_millis(700), || recipient() != RECIPIENT)
        });
        typed && recipient().starts_with(RECIPIENT)
    }
}

/// What a person would look at first.
fn look(room: &Room) -> String {
    let picture = place::picture("failed-kill-window");
    room.desktop.screenshot(&picture);
    format!("{}\n{}", picture.display(), room.desktop.log("program"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Starts the data anew as the program does, and compares what it says with what arrived.
fn check(folder: &Path, arrived: &[LedgerEntry], moment: &str) {
    let keys: Vec<_> = arrived.iter().map(|entry| entry.idempotency_key.clone().unwrap()).collect();
    assert!(keys.len() < 2, "{moment}: {keys:?}");
    let store = paper::open(folder);
    Outbox::start(store.clone(), Arc::new(SystemClock), Policy::default()).unwrap();
    let written = Database::in_folder(folder).messages();
    let shown = store.now(|c| history::page(c, &HistoryFilter::default(), None)).unwrap().messages;
    let left: Option<Draft> = store.now(|c| draft::all(c)).unwrap().into_iter().next();
    let Some(message) = shown.first() else {
        assert!(keys.is_empty(), "{moment}: what arrived is not in the database");
        let draft = left.unwrap_or_else(|| panic!("{moment}: neither a message nor a text is left"));
        assert!(draft.body == TEXT && draft.recipient.starts_with(RECIPIENT), "{moment}: {draft:?}");
        return;
    };
    assert_eq!((shown.len(), left), (1, None), "{moment}");
    assert!(message.body == TEXT && message.e164 == "+491711234567", "{moment}: {message:?}");
    assert!(keys.iter().all(|key| *key == written[0].uuid), "{moment}: {keys:?}");
    let honest = match message.state {
        MessageState::Held | MessageState::NotSent => keys.is_empty(),
        MessageState::Sent | MessageState::Rejected => !keys.is_empty(),
        MessageState::Unclear => true,
        MessageState::Queued | MessageState::Sending | MessageState::Cancelled => false,
    };
    assert!(honest, "{moment}: {:?} with {} arrived", message.state, keys.len());
}

/// A number from 0 to 1.
fn chance() -> f64 {
    f64::from(u16::from_le_bytes([Uuid::new_v4().as_bytes()[0], Uuid::new_v4().as_bytes()[1]])) / f64::from(u16::MAX)
}
