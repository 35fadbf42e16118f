//! The real program in its real window.

use std::ffi::OsString;
use std::fs;
use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::desktop::Desktop;
use crate::driver::{ANSWER, Driver};
use crate::place;
use crate::processes;
use crate::wait::{PATIENCE, wait_for, wait_until};

/// How the program is started.
#[derive(Debug, Clone, Default)]
pub struct ProgramOptions {
    /// The simulator that stands in for Famulor (`FAMULOR_API_URL`).
    pub simulator_url: Option<String>,
    /// The program, if not the one that was built.
    pub program: Option<PathBuf>,
    /// Arguments.
    pub args: Vec<String>,
    /// Where it keeps its data (`--data-dir`); else in the desktop's own home.
    pub data_dir: Option<PathBuf>,
    /// More variables.
    pub environment: Vec<(String, String)>,
    /// How long a message can be taken back, in seconds, as the settings of a new data folder say it: 0 unless the test is
    /// about it.
    pub undo_seconds: u32,
}

impl ProgramOptions {
    pub(crate) fn arguments(&self) -> Vec<OsString> {
        let data_dir = self.data_dir.iter().flat_map(|folder| [OsString::from("--data-dir"), folder.into()]);
        self.args.iter().map(OsString::from).chain(data_dir).collect()
    }

    /// Gives a new data folder its settings; those that are there stay.
    pub(crate) fn settle_in(&self) {
        let Some(folder) = &self.data_dir else { return };
        let settings = folder.join("settings.json");
        if !settings.exists() {
            fs::create_dir_all(folder).expect("the data folder can be made");
            let chosen = json!({ "settings": { "undo_seconds": self.undo_seconds } });
            fs::write(settings, chosen.to_string()).expect("the settings can be written");
        }
    }

    pub(crate) fn variables(&self) -> Vec<(String, String)> {
        let url = self.simulator_url.iter().map(|url| ("FAMULOR_API_URL".to_owned(), url.clone()));
        self.environment.iter().cloned().chain(url).collect()
    }
}

/// The running program. It ends when this is dropped.
///
/// Where a name is asked for, it is an element's id, or any CSS selector that begins with `#`, `.` or `[`.
pub struct Program<'d> {
    desktop: &'d Desktop,
    driver: Driver,
    pid: u32,
}

impl<'d> Program<'d> {
    /// Starts it and waits until its page is drawn.
    pub async fn start(desktop: &'d Desktop, options: &ProgramOptions) -> Self {
        let program = Self::open(desktop, options).await;
        program.wait_until("document.body.dataset.ready === 'true'").await;
        program
    }

    /// Starts it and does not wait for its page.
    pub async fn open(desktop: &'d Desktop, options: &ProgramOptions) -> Self {
        options.settle_in();
        let program = options.program.clone().unwrap_or_else(place::program);
        let driver = Driver::start(desktop, &program, &options.arguments(), &options.variables()).await;
        let pid = wait_for(PATIENCE, || processes::children_of(driver.process.id()).first().copied());
        Self { desktop, driver, pid: pid.expect("the driver has started the program") }
    }

    /// The id of the program's process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Whether the process still runs.
    #[must_use]
    pub fn runs(&self) -> bool {
        processes::runs(self.pid)
    }

    /// What the program has printed on this desktop, in all its runs.
    #[must_use]
    pub fn log(&self) -> String {
        self.desktop.log("program")
    }

    /// The client that steers the window, for what has no name here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.driver.client
    }

    /// Clicks it. The driver does not always scroll to what has just moved.
    pub async fn click(&self, name: &str) {
        let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest' })";
        self.script(scroll, vec![json!(selector(name))]).await;
        self.answer(name, async { self.find(name).await?.click().await }).await;
    }

    /// Clicks it twice, as fast as a person can.
    pub async fn double_click(&self, name: &str) {
        let click = async {
            let element = self.find(name).await?;
            let press = || PointerAction::Down { button: MOUSE_BUTTON_LEFT };
            let let_go = || PointerAction::Up { button: MOUSE_BUTTON_LEFT };
            let mouse = MouseActions::new("mouse".to_owned())
                .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
                .then(press())
                .then(let_go())
                .then(press())
                .then(let_go());
            self.client().perform_actions(mouse).await
        };
        self.answer(name, click).await;
    }

    /// Types behind what is already there. What no key has (emoji) is put in as the system's own emoji picker would.
    pub async fn type_into(&self, name: &str, text: &str) {
        let before = self.value(name).await;
        self.type_keys(name, text).await;
        // Enter may have done something with the field.
        if !text.contains('\n') {
            self.wait_for_value(name, &(before + text)).await;
        }
    }

    /// Puts a text in all at once where the cursor is, as a clipboard would.
    pub async fn paste_into(&self, name: &str, text: &str) {
        let insert =
            "document.querySelector(arguments[0]).focus(); document.execCommand('insertText', false, arguments[1])";
        self.script(insert, vec![json!(selector(name)), json!(text)]).await;
    }

    /// Types instead of what is already there, with the keys a person would use.
    pub async fn replace(&self, name: &str, text: &str) {
        self.script("document.querySelector(arguments[0]).select()", vec![json!(selector(name))]).await;
        let keys = if text.is_empty() { String::from(char::from(Key::Delete)) } else { text.to_owned() };
        self.type_keys(name, &keys).await;
        self.wait_for_value(name, text).await;
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, name: &str, value: &str) {
        self.answer(name, async { self.find(name).await?.select_by_value(value).await }).await;
    }

    /// The text as it is seen.
    pub async fn text(&self, name: &str) -> String {
        self.answer(name, async { self.find(name).await?.text().await }).await
    }

    /// What is in a field.
    pub async fn value(&self, name: &str) -> String {
        self.answer(name, async { self.find(name).await?.prop("value").await }).await.unwrap_or_default()
    }

    /// An attribute, if it is set.
    pub async fn attribute(&self, name: &str, attribute: &str) -> Option<String> {
        self.answer(name, async { self.find(name).await?.attr(attribute).await }).await
    }

    /// How many elements there are.
    pub async fn count(&self, name: &str) -> usize {
        self.answer(name, async { self.client().find_all(Locator::Css(&selector(name))).await }).await.len()
    }

    /// Everything that is written on the page.
    pub async fn page_text(&self) -> String {
        self.script("return document.body.innerText", Vec::new()).await.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in the page, with `arguments`; `return` hands something back.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.answer(script, self.client().execute(script, arguments)).await
    }

    /// What becomes of a promise made by an expression in the page: its value, or what it was rejected with.
    ///
    /// # Errors
    /// What the promise was rejected with.
    pub async fn promise(&self, expression: &str) -> Result<Value, String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async () => ({expression}))().then(value => done({{ value }}), why => done({{ why: String(why?.message ?? why) }}))"
        );
        let run = self.client().execute_async(&script, Vec::new());
        let mut answer = self.answer(expression, run).await;
        match answer.get("why").and_then(Value::as_str) {
            Some(why) => Err(why.to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Waits until it can be seen.
    pub async fn wait_for(&self, name: &str) {
        let element = json!(selector(name));
        self.wait_until(&format!("document.querySelector({element})?.checkVisibility({{ visibilityProperty: true }})"))
            .await;
    }

    /// Waits until it cannot be seen.
    pub async fn wait_gone(&self, name: &str) {
        let element = json!(selector(name));
        self.wait_until(&format!(
            "!document.querySelector({element})?.checkVisibility({{ visibilityProperty: true }})"
        ))
        .await;
    }

    /// Waits until the text of an element holds these words.
    pub async fn wait_for_text(&self, name: &str, words: &str) {
        let (element, words) = (json!(selector(name)), json!(words));
        self.wait_until(&format!("document.querySelector({element})?.innerText.includes({words})")).await;
    }

    /// Waits until a condition in JavaScript holds. It is asked from outside, so that a new page or a hidden window does not stop it.
    pub async fn wait_until(&self, condition: &str) {
        let script = format!("return Boolean({condition})");
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < PATIENCE {
            match timeout(ANSWER, self.client().execute(&script, Vec::new())).await {
                Ok(Ok(Value::Bool(true))) => return,
                Ok(Ok(_)) => last.clear(),
                Ok(Err(error)) => last = format!(" ({error})"),
                Err(_) => break,
            }
            sleep(Duration::from_millis(40)).await;
        }
        self.give_up(&format!("{condition} did not become true{last}")).await;
    }

    /// What axe-core finds wrong in the page as it is, in sentences.
    pub async fn axe(&self) -> Vec<String> {
        let path = place::file("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(path).expect("`npm ci` was run in tests/ui (cargo xtask check does it)");
        self.script(&format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await;
        let run = self.client().execute_async(AXE, Vec::new());
        let found = self.answer("axe-core", run).await;
        found.as_array().into_iter().flatten().filter_map(|sentence| sentence.as_str().map(str::to_owned)).collect()
    }

    /// Closes the window as a person does, and waits until the process has ended (it may have something to finish first).
    pub async fn close(self) {
        let mut closed = false;
        for _ in 0..5 {
            self.desktop.key("alt+F4");
            // A window manager that is just busy misses a key.
            closed = wait_until(Duration::from_secs(2), || !self.runs() || !self.desktop.shows_window("Famulor SMS$"));
            if closed {
                break;
            }
        }
        if !closed || !wait_until(Duration::from_secs(60), || !self.runs()) {
            self.give_up("The program did not end after its window was closed").await;
        }
    }

    /// Kills the program as `kill -9` does.
    pub fn kill9(self) {
        processes::kill(&[self.pid]);
    }

    /// Waits until what the page shows is on the screen.
    pub async fn drawn(&self) {
        // A countdown moves all the time.
        let still = "document.getAnimations().every(({ effect }) =>
            effect.getTiming().iterations === Infinity || effect.target.closest('.undo-bar'))";
        self.wait_until(still).await;
        // What the script sees is on the screen two frames later, but for the first picture of all.
        let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
        let _ = self.promise(frames).await;
        let is_painted = wait_until(PATIENCE, || self.desktop.is_painted("Famulor SMS$"));
        assert!(is_painted, "The window stays empty.");
    }

    /// Keeps a picture of the screen and hands back its path.
    #[must_use]
    pub fn picture(&self, name: &str) -> PathBuf {
        let path = place::picture(name);
        self.desktop.screenshot(&path);
        path
    }

    async fn type_keys(&self, name: &str, text: &str) {
        if text.chars().all(|letter| letter <= '\u{FFFF}') {
            let keys = text.replace('\n', &String::from(char::from(Key::Enter)));
            self.answer(name, async { self.find(name).await?.send_keys(&keys).await }).await;
        } else {
            self.paste_into(name, text).await;
        }
    }

    /// The driver answers while its last keys are still on their way.
    async fn wait_for_value(&self, name: &str, value: &str) {
        let (element, value) = (json!(selector(name)), json!(value));
        self.wait_until(&format!("document.querySelector({element}).value === {value}")).await;
    }

    async fn find(&self, name: &str) -> Result<Element, CmdError> {
        self.client().find(Locator::Css(&selector(name))).await
    }

    async fn answer<T>(&self, what: &str, question: impl Future<Output = Result<T, CmdError>>) -> T {
        match timeout(ANSWER, question).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => self.give_up(&format!("{what}: {error:?}")).await,
            Err(_) => self.give_up(&format!("{what}: the window did not answer")).await,
        }
    }

    /// Ends the test with what a person would look at first: a picture, the page's text and what the program printed.
    async fn give_up(&self, problem: &str) -> ! {
        let name = std::thread::current().name().unwrap_or("program").to_owned();
        let picture = self.picture(&format!("failed-{name}"));
        let text =
            timeout(Duration::from_secs(3), self.client().execute("return document.body.innerText", Vec::new())).await;
        let text = text.ok().and_then(Result::ok).and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
        panic!(
            "{problem}.\nPicture: {}\nThe page says:\n{text}\n\nThe program printed:\n{}",
            picture.display(),
            self.log()
        );
    }
}

const AXE: &str = "const done = arguments[arguments.length - 1];
axe.run(document).then(
  ({ violations }) => done(violations.flatMap(({ help, impact, nodes }) =>
    nodes.map(node => `${help} (${impact}): ${node.html} — ${node.failureSummary}`))),
  problem => done([`axe-core itself failed: ${problem}`]))";

fn selector(name: &str) -> String {
    if name.starts_with(['#', '.', '[']) { name.to_owned() } else { format!("#{name}") }
}
