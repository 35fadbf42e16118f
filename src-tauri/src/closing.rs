//! How the window closes: nothing is cut short, and what waits for its time is named first.

use std::future::pending;
use std::time::Duration;

use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::{CloseQuestion, News};
use serde::Deserialize;
use tauri::{AppHandle, CloseRequestApi, Manager as _, async_runtime};
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};

use crate::news;
use crate::notifier::Notifier;
use crate::office::{Office, Start};
use crate::start_anew;
use crate::tray;
use crate::updates::Updates;
use crate::window;

/// How long the end of what is being sent is waited for: the longest countdown, a call's time limit and a little more.
const PATIENCE: Duration = Duration::from_secs(70);

/// How long a page may take to put the question to the person. One that does not answer must not keep the window open.
const QUESTION: Duration = Duration::from_secs(3);

/// How long the page has to keep the text, and the last notification to get out.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How often what is waited for is looked at, should no word of a change come.
const LOOK: Duration = Duration::from_secs(1);

/// Whether the window is to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// It is open.
    Open,
    /// It is closed for good: the program ends as soon as nothing is being sent.
    Leaving,
    /// It is hidden: the program ends when nothing waits for its time any more.
    Hidden,
    /// It is hidden, and the program goes on until somebody ends it.
    Background,
}

/// What is to become of the window.
#[derive(Debug)]
pub(crate) struct Closing {
    wish: watch::Sender<Wish>,
    /// The page has put the question.
    asked: Notify,
}

impl Default for Closing {
    fn default() -> Self {
        Self { wish: watch::Sender::new(Wish::Open), asked: Notify::new() }
    }
}

/// What the person, or the page for it, says to the question.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CloseChoice {
    /// The question is on the screen.
    Asking,
    /// Go on as a hidden window.
    Hide,
    /// End the program, after the question if something waits for its time.
    End,
    /// End the program; what waits for its time asks when it was missed.
    Quit,
}

/// The window is to close: at once, or after the question.
pub(crate) fn on_close(app: &AppHandle, close: &CloseRequestApi) {
    let start = app.state::<Start>();
    let Some(office) = start.open_office() else { return };
    close.prevent_close();
    if office.closing.is(Wish::Open) {
        let app = app.clone();
        async_runtime::spawn(async move { ask_or_leave(&app).await });
    }
}

/// Does what the person chose.
pub(crate) fn choose(app: &AppHandle, office: &Office, choice: CloseChoice) {
    match choice {
        CloseChoice::Asking => office.closing.asked.notify_one(),
        CloseChoice::Hide if office.keeps_running() => go_on(app, office),
        CloseChoice::Hide => depart(app, Wish::Hidden, |app| app.exit(0)),
        CloseChoice::End => end(app),
        CloseChoice::Quit => leave(app, |app| app.exit(0)),
    }
}

/// Ends the program, after the question if something waits for its time: the window is shown for it.
pub(crate) fn end(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return app.exit(0) };
        let later = office.outbox.later().await.unwrap_or(0);
        if later > 0 {
            window::show(&app);
        }
        if later == 0 || !is_asked(&app, office, CloseQuestion { later, without_tray: false }).await {
            leave(&app, |app| app.exit(0));
        }
    });
}

/// The program begins without a window.
pub(crate) fn stay_hidden(office: &Office) {
    office.closing.wish.send_replace(Wish::Background);
}

/// Hides the window, lets it keep the text, waits for what is being sent, tells of it, and does `last`.
pub(crate) fn leave(app: &AppHandle, last: impl FnOnce(&AppHandle) + Send + 'static) {
    depart(app, Wish::Leaving, last);
}

/// Lets the page keep what was typed last; the window stays.
pub(crate) async fn keep_text(app: &AppHandle) {
    news::tell(app, News::Closing);
    sleep(LAST_WORDS).await;
}

/// Closes the window and begins again in this process's place, on the data as it is then.
pub(crate) fn start_anew(app: &AppHandle) {
    leave(app, |app| app.exit(start_anew::IN_ITS_PLACE));
}

/// The window is there again: nobody leaves.
pub(crate) fn come_back(app: &AppHandle) {
    // A second start may come before this one is set up.
    let Some(start) = app.try_state::<Start>() else { return };
    if let Some(office) = start.open_office() {
        office.closing.wish.send_replace(Wish::Open);
    }
}

impl Closing {
    fn is(&self, wish: Wish) -> bool {
        *self.wish.borrow() == wish
    }
}

async fn ask_or_leave(app: &AppHandle) {
    let start = app.state::<Start>();
    let Ok(office) = start.office() else { return };
    let later = office.outbox.later().await.unwrap_or(0);
    if office.keeps_running() {
        let is_plain = office.preferences.current().keep_running_explained || tray::is_seen().await;
        if is_plain || !is_asked(app, office, CloseQuestion { later, without_tray: true }).await {
            go_on(app, office);
        }
    } else if later == 0 || !is_asked(app, office, CloseQuestion { later, without_tray: false }).await {
        leave(app, |app| app.exit(0));
    }
}

/// Hides the window; the program goes on until somebody ends it.
fn go_on(app: &AppHandle, office: &Office) {
    window_is_closing(app);
    office.closing.wish.send_replace(Wish::Background);
}

/// The page keeps what was typed last.
fn window_is_closing(app: &AppHandle) {
    news::tell(app, News::Closing);
    window::hide(app);
}

/// Puts the question. False if the page does not.
async fn is_asked(app: &AppHandle, office: &Office, question: CloseQuestion) -> bool {
    news::tell(app, News::AskClose(question)) && timeout(QUESTION, office.closing.asked.notified()).await.is_ok()
}

fn depart(app: &AppHandle, wish: Wish, last: impl FnOnce(&AppHandle) + Send + 'static) {
    window_is_closing(app);
    let app = app.clone();
    if let Ok(office) = app.state::<Start>().office() {
        office.closing.wish.send_replace(wish);
    }
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return last(&app) };
        if !until_done(office, wish).await {
            return;
        }
        app.state::<Notifier>().finish(office);
        app.state::<Updates>().until_whole().await;
        sleep(LAST_WORDS).await;
        if office.closing.is(wish) {
            office.close_well();
            last(&app);
        }
    });
}

/// Waits for what the wish waits for. False if the window was opened again meanwhile.
async fn until_done(office: &Office, wish: Wish) -> bool {
    let mut wishes = office.closing.wish.subscribe();
    let reopened = async {
        // It cannot be closed: the office holds the sender.
        let _ = wishes.wait_for(|now| *now == Wish::Open).await;
    };
    let done = async {
        match wish {
            // Longer than the limit is not waited: the next start finds it and asks.
            Wish::Open | Wish::Leaving => timeout(PATIENCE, until_nothing_is_sent(office)).await.unwrap_or(()),
            Wish::Hidden => until_nothing_waits(office).await,
            // Only a person ends it.
            Wish::Background => pending().await,
        }
    };
    tokio::select! {
        () = reopened => false,
        () = done => true,
    }
}

async fn until_nothing_is_sent(office: &Office) {
    let mut changes = office.outbox.changes();
    while is_something(office.outbox.under_way().await) {
        // A change that was missed is seen with the next look.
        let _ = timeout(LOOK, changes.recv()).await;
    }
}

async fn until_nothing_waits(office: &Office) {
    let mut changes = office.outbox.changes();
    while is_something(office.outbox.under_way().await) || is_something(office.outbox.later().await) {
        let _ = timeout(LOOK, changes.recv()).await;
    }
}

/// A database that cannot be read keeps nobody waiting.
fn is_something(count: Result<u32, StoreError>) -> bool {
    count.is_ok_and(|count| count > 0)
}
