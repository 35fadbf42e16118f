//! What most tests begin with: a desktop, a simulator, and the program; and what every sender does in its window.

use std::path::{Path, PathBuf};

use famulor_simulator::{Account, LedgerEntry, Simulator};
use famulor_sms_core::types::TemplateForm;
use famulor_sms_core::{clock, templates};
use famulor_sms_tests::past::{self, Past};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{
    Database, Desktop, DesktopOptions, Keychain, Notification, Program, ProgramOptions, crowd, paper,
};
use serde_json::json;

/// The key that the simulator accepts.
pub(crate) const KEY: &str = "4711|the-key-of-this-desktop";

/// English words on a computer in Germany.
pub(crate) const ENGLISH: &str = "en_DE";

/// The states in which nothing more happens by itself.
const DONE: &str = "['sent', 'rejected', 'not-sent', 'unclear', 'held', 'cancelled'].includes(
    document.querySelector('#outcome').dataset.state)";

/// The recipient has its hint or its error, and the text is counted.
const AT_REST: &str = "(page => {
    const { value } = page.querySelector('#recipient');
    const told = page.querySelector('#recipient-hint').innerText + page.querySelector('#recipient-error').innerText;
    const text = page.querySelector('#text').value.trim();
    return (value === '' || told !== '') && parseInt(page.querySelector('#text-meter').innerText) === [...text].length;
})(document)";

/// A desktop of its own, a simulator of its own, and a folder for the program's data.
pub(crate) struct Room {
    pub(crate) desktop: Desktop,
    pub(crate) simulator: Simulator,
}

impl Room {
    /// In English, with everything working.
    pub(crate) async fn new() -> Self {
        Self::on(DesktopOptions::default()).await
    }

    /// In English, with the keychain in this condition.
    pub(crate) async fn with_keychain(keychain: Keychain) -> Self {
        Self::on(DesktopOptions { keychain, ..DesktopOptions::default() }).await
    }

    /// In English, on a desktop like this.
    pub(crate) async fn on(options: DesktopOptions) -> Self {
        Self::with(DesktopOptions { language: ENGLISH, ..options }).await
    }

    /// On a desktop exactly like this.
    pub(crate) async fn with(options: DesktopOptions) -> Self {
        let desktop = Desktop::start(options);
        Self { desktop, simulator: Simulator::start(Account::example(KEY)).await.unwrap() }
    }

    /// How the program is started here.
    pub(crate) fn options(&self) -> ProgramOptions {
        ProgramOptions {
            simulator_url: Some(self.simulator.url()),
            data_dir: Some(self.data()),
            ..ProgramOptions::default()
        }
    }

    /// Puts messages of the past into the data, in the order in which they were written; their rows.
    pub(crate) fn put(&self, past: impl IntoIterator<Item = Past>) -> Vec<i64> {
        let store = paper::open(&self.data());
        let rows = past::add(&store, past);
        store.close_well().unwrap();
        rows
    }

    /// Puts somebody into the contacts before the program starts; the contact's id.
    pub(crate) fn know(&self, given: &str, family: &str, number: &str) -> i64 {
        let store = paper::open(&self.data());
        let id = crowd::know(&store, given, family, number);
        store.close_well().unwrap();
        id
    }

    /// Keeps a template before the program starts.
    pub(crate) fn keep_template(&self, name: &str, body: &str) {
        let store = paper::open(&self.data());
        let form = TemplateForm { id: None, name: name.into(), language: None, body: body.into() };
        store.now(|c| templates::save(c, &form, clock::now())).unwrap();
        store.close_well().unwrap();
    }

    /// One answer of the database, a number.
    pub(crate) fn count(&self, what: &str) -> usize {
        let answer = self.database().answer(&format!("SELECT CAST(count(*) AS TEXT) FROM {what}"));
        answer.unwrap().parse().unwrap()
    }

    /// Starts the program as it is.
    pub(crate) async fn start(&self) -> Program<'_> {
        Program::start(&self.desktop, &self.options()).await
    }

    /// Starts the program with its key in the keychain, and waits until a sender is chosen.
    pub(crate) async fn start_with_key(&self) -> Program<'_> {
        self.keep_key();
        let program = self.start().await;
        can_send(&program).await;
        program
    }

    /// The same, with so many seconds in which a message can be taken back.
    pub(crate) async fn start_with_undo(&self, undo_seconds: u32) -> Program<'_> {
        self.keep_key();
        let program = Program::start(&self.desktop, &ProgramOptions { undo_seconds, ..self.options() }).await;
        can_send(&program).await;
        program
    }

    /// Puts the key into the keychain.
    pub(crate) fn keep_key(&self) {
        self.desktop.store_secret(&self.account(), KEY);
    }

    /// The name of the key in the keychain: it is not Famulor's own.
    pub(crate) fn account(&self) -> String {
        format!("api-key@127.0.0.1:{}", self.simulator.port())
    }

    /// The folder of the program's data.
    pub(crate) fn data(&self) -> PathBuf {
        data(&self.desktop)
    }

    /// What the program has written down.
    pub(crate) fn database(&self) -> Database {
        Database::in_folder(&self.data())
    }

    /// The state and reason of each message in the database, oldest first.
    pub(crate) fn states(&self) -> Vec<String> {
        let reason = |reason: Option<String>| reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        let messages = self.database().messages().into_iter();
        messages.map(|message| message.state + &reason(message.reason)).collect()
    }

    /// Waits until the messages are in these states for these reasons, oldest first.
    pub(crate) fn wait_for_states(&self, states: &[&str]) {
        let are_so = wait_until(PATIENCE, || self.states() == states);
        assert!(are_so, "{:?} did not become {states:?}", self.states());
    }

    /// What arrived, by its text, in the order of the alphabet.
    pub(crate) fn texts_that_arrived(&self) -> Vec<String> {
        let ledger = self.simulator.ledger().into_iter();
        let mut texts: Vec<_> = ledger.map(|entry| entry.text.unwrap_or_default()).collect();
        texts.sort();
        texts
    }

    /// The one request that arrived.
    pub(crate) fn only_entry(&self) -> LedgerEntry {
        let mut ledger = self.simulator.ledger();
        assert_eq!(ledger.len(), 1, "{ledger:#?}");
        ledger.remove(0)
    }

    /// Nothing arrived, and nothing is written down as a message.
    pub(crate) fn assert_nothing_was_sent(&self) {
        assert_eq!(self.simulator.ledger(), []);
        assert_eq!(self.database().messages(), []);
    }

    /// The notification whose title begins so. It must not hold the text.
    pub(crate) fn notification(&self, title: &str, text: &str) -> Notification {
        let notification = self.desktop.wait_for_notification(|notification| notification.summary.starts_with(title));
        assert!(!format!("{notification:?}").contains(text), "{notification:?}");
        notification
    }
}

/// The folder of the program's data on this desktop.
pub(crate) fn data(desktop: &Desktop) -> PathBuf {
    desktop.folder().join("data")
}

/// Waits until a sender is chosen.
pub(crate) async fn can_send(program: &Program<'_>) {
    program.wait_until("document.querySelector('#sender').value !== ''").await;
}

/// Writes a message, and waits for what the window says of it: after that nothing on it moves.
pub(crate) async fn write(program: &Program<'_>, recipient: &str, text: &str) {
    program.replace("recipient", recipient).await;
    program.replace("text", text).await;
    program.wait_until(AT_REST).await;
}

/// Writes a message and presses Send.
pub(crate) async fn write_and_send(program: &Program<'_>, recipient: &str, text: &str) {
    write(program, recipient, text).await;
    program.click("send").await;
}

/// Writes a message, presses Send, and waits until it is in the outbox.
pub(crate) async fn queue(program: &Program<'_>, recipient: &str, text: &str) {
    write_and_send(program, recipient, text).await;
    program.wait_until("document.querySelector('#text').value === ''").await;
}

/// Writes a message, presses Send, and waits for its end: its state.
pub(crate) async fn send(program: &Program<'_>, recipient: &str, text: &str) -> String {
    write_and_send(program, recipient, text).await;
    outcome(program).await
}

/// Waits until a message was taken in and has come to its end: its state.
pub(crate) async fn outcome(program: &Program<'_>) -> String {
    program.wait_until("document.querySelector('#text').value === ''").await;
    program.wait_until(DONE).await;
    program.attribute("outcome", "data-state").await.unwrap_or_default()
}

/// Goes to another view.
pub(crate) async fn go_to(program: &Program<'_>, view: &str) {
    program.click(&format!("nav-{view}")).await;
    program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
}

/// Goes past the offer to practise, to where the key is entered.
pub(crate) async fn go_to_key_step(program: &Program<'_>) {
    program.wait_for("first-run").await;
    program.click("first-run-next").await;
    program.wait_for("first-run-api-key").await;
}

/// The id of the element that has the focus.
pub(crate) async fn focused(program: &Program<'_>) -> String {
    program.script("return document.activeElement.id", Vec::new()).await.as_str().unwrap_or_default().to_owned()
}

/// Where an element's middle is in the window.
pub(crate) async fn middle(program: &Program<'_>, element: &str) -> (i64, i64) {
    let place = "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)]";
    let selector = if element.starts_with('#') { element.to_owned() } else { format!("#{element}") };
    let place = program.script(place, vec![json!(selector)]).await;
    (place[0].as_i64().unwrap(), place[1].as_i64().unwrap())
}

/// Counts clicks in `window.clicks` from now on.
pub(crate) async fn count_clicks(program: &Program<'_>) {
    let count = "window.clicks = 0; addEventListener('click', () => (window.clicks += 1), true)";
    program.script(count, Vec::new()).await;
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            Ok(_) | Err(_) => {}
        }
    }
    found
}
