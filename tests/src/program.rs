//! The real program in its real window.

mod axe;
mod hands;
mod measure;
mod options;
mod waiting;

use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::Value;
use tokio::time::timeout;

pub use options::ProgramOptions;

use crate::desktop::Desktop;
use crate::driver::{ANSWER, Driver};
use crate::place;
use crate::processes;
use crate::wait::{PATIENCE, wait_for, wait_until};

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
        self.still().await;
        let is_painted = wait_until(PATIENCE, || self.desktop.is_painted("Famulor SMS$"));
        assert!(is_painted, "The window stays empty.");
    }

    /// Waits until the page is as it will be, and nothing on it moves.
    pub async fn still(&self) {
        // A countdown moves all the time.
        let still = "document.getAnimations().every(({ effect }) =>
            effect.getTiming().iterations === Infinity || effect.target.closest('.undo-bar'))";
        self.wait_until(still).await;
        // What the script sees is on the screen two frames later, but for the first picture of all.
        let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
        let _ = self.promise(frames).await;
    }

    /// Keeps a picture of the screen and hands back its path.
    #[must_use]
    pub fn picture(&self, name: &str) -> PathBuf {
        let path = place::picture(name);
        self.desktop.screenshot(&path);
        path
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

fn selector(name: &str) -> String {
    if name.starts_with(['#', '.', '[']) { name.to_owned() } else { format!("#{name}") }
}
