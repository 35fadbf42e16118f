//! Native notifications: recipient and outcome, never the text.
//!
//! The first outcome is told at once; what follows within five seconds becomes one notification. Where the system says that
//! one was clicked, the window shows its message, or the history for several.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use famulor_sms_core::types::{Errand, MessageState, MessageView};
use fluent_bundle::FluentArgs;
use tauri::{AppHandle, async_runtime};
use tauri_plugin_notification::NotificationExt as _;

use crate::errands;
use crate::markup::escaped;
use crate::office::Office;
use crate::words::{Words, word_of};

/// How long outcomes are gathered after one was told.
const TOGETHER: Duration = Duration::from_secs(5);

/// What a notification of several messages is called, where one of a single message has its row.
const SEVERAL: i32 = 0;

/// What a notification of messages that wait for the person is called.
const WAITING: i32 = -1;

/// Shows outcomes on the desktop.
pub(crate) struct Notifier {
    app: AppHandle,
    /// What waits to be told, while outcomes are being gathered.
    gathered: std::sync::Arc<Mutex<Option<Vec<Note>>>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Note {
    /// The message's row, or [`SEVERAL`].
    id: i32,
    title: String,
    body: String,
}

impl Notifier {
    pub(crate) fn new(app: &AppHandle) -> Self {
        // Elsewhere the plugin would keep a thread waiting for each notification.
        if cfg!(target_os = "linux") {
            listen(app);
        }
        Self { app: app.clone(), gathered: std::sync::Arc::default() }
    }

    /// Tells of an outcome, now or together with others.
    pub(crate) fn tell(&self, office: &Office, message: &MessageView) {
        let words = office.words();
        let note = practice(&words, office.arguments.practice, outcome(&words, message));
        let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waiting) = gathered.as_mut() {
            waiting.push(note);
            return;
        }
        *gathered = Some(Vec::new());
        drop(gathered);
        show(&self.app, &note);
        self.gather(words, office.arguments.practice);
    }

    /// Tells that so many messages wait for the person, who sees no window.
    pub(crate) fn tell_what_waits(&self, office: &Office, count: u32) {
        let words = office.words();
        let mut values = FluentArgs::new();
        values.set("count", count);
        let (title, body) = (words.say_with("notify-waiting", &values), words.say("notify-waiting-body"));
        show(&self.app, &practice(&words, office.arguments.practice, Note { id: WAITING, title, body }));
    }

    /// Tells at once what is still gathered: the program is ending.
    pub(crate) fn finish(&self, office: &Office) {
        let gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(note) = together(&office.words(), office.arguments.practice, gathered.unwrap_or_default()) {
            show(&self.app, &note);
        }
    }

    fn gather(&self, words: std::sync::Arc<Words>, is_practice: bool) {
        let (app, gathered) = (self.app.clone(), self.gathered.clone());
        async_runtime::spawn(async move {
            tokio::time::sleep(TOGETHER).await;
            let notes = gathered.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(note) = together(&words, is_practice, notes.unwrap_or_default()) {
                show(&app, &note);
            }
        });
    }
}

/// One stays itself; several are counted, with a line each.
fn together(words: &Words, is_practice: bool, mut notes: Vec<Note>) -> Option<Note> {
    if notes.len() < 2 {
        return notes.pop();
    }
    let mut values = FluentArgs::new();
    values.set("count", notes.len());
    let body = notes.iter().map(|note| note.title.as_str()).collect::<Vec<_>>().join("\n");
    Some(practice(words, is_practice, Note { id: SEVERAL, title: words.say_with("notify-several", &values), body }))
}

fn outcome(words: &Words, message: &MessageView) -> Note {
    let mut values = FluentArgs::new();
    values.set("recipient", message.name.clone().unwrap_or_else(|| message.number.clone()));
    values.set("segments", message.billed_segments.unwrap_or(message.predicted_segments));
    Note {
        id: i32::try_from(message.id).unwrap_or(SEVERAL),
        title: words.say_with(title_id(message.state), &values),
        body: body(words, message, &values),
    }
}

const fn title_id(state: MessageState) -> &'static str {
    match state {
        MessageState::Sent => "notify-sent",
        MessageState::Rejected => "notify-rejected",
        MessageState::NotSent => "notify-not-sent",
        MessageState::Held => "notify-held",
        MessageState::Unclear | MessageState::Queued | MessageState::Sending | MessageState::Cancelled => {
            "notify-unclear"
        }
    }
}

fn body(words: &Words, message: &MessageView, values: &FluentArgs<'_>) -> String {
    match message.reason {
        Some(reason) => words.say(&format!("reason-{}", word_of(reason))),
        None => words.say_with("notify-sent-body", values),
    }
}

fn practice(words: &Words, is_practice: bool, note: Note) -> Note {
    if !is_practice {
        return note;
    }
    let mut values = FluentArgs::new();
    values.set("title", note.title);
    Note { title: words.say_with("notify-practice", &values), ..note }
}

/// One listener for all notifications, whether they are closed one day or stay: nothing waits for one of them.
fn listen(app: &AppHandle) {
    let handle = app.clone();
    let listening = app.notification().on_action(move |action| {
        if let Some(id) = action.notification().map(|notification| notification.id()) {
            errands::run(&handle, errand(id));
        }
    });
    if let Err(error) = listening {
        tracing::warn!(%error, "clicks on notifications are not heard");
    }
}

fn errand(id: i32) -> Errand {
    match id {
        SEVERAL => Errand::History,
        WAITING => Errand::Outbox,
        id => Errand::Message { id: id.into() },
    }
}

/// Shows it, on a thread of its own: a notification daemon may take its time.
fn show(app: &AppHandle, note: &Note) {
    let (app, note) = (app.clone(), note.clone());
    async_runtime::spawn_blocking(move || {
        let body = if reads_markup() { escaped(&note.body) } else { note.body };
        if let Err(error) = app.notification().builder().id(note.id).title(&note.title).body(body).show() {
            tracing::warn!(%error, "the desktop shows no notifications");
        }
    });
}

#[cfg(target_os = "linux")]
fn reads_markup() -> bool {
    notify_rust::get_capabilities().is_ok_and(|able| able.iter().any(|capability| capability == "body-markup"))
}

#[cfg(not(target_os = "linux"))]
const fn reads_markup() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use famulor_sms_core::types::LanguageChoice;

    fn note(title: &str) -> Note {
        Note { id: 1, title: title.into(), body: "…".into() }
    }

    #[test]
    fn one_outcome_stays_itself_and_several_become_one() {
        let words = Words::new(LanguageChoice::En);
        assert_eq!(together(&words, false, Vec::new()), None);
        assert_eq!(together(&words, false, vec![note("Sent to Anna")]), Some(note("Sent to Anna")));
        let both = together(&words, false, vec![note("Sent to Anna"), note("Sent to Bilal")]).unwrap();
        assert_eq!(both.body, "Sent to Anna\nSent to Bilal");
        assert!(both.title.contains('2'));
        assert_eq!((errand(1), errand(both.id)), (Errand::Message { id: 1 }, Errand::History));
        assert_eq!(errand(WAITING), Errand::Outbox);
    }
}
