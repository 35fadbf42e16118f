//! Brings word of changes to the window and to the desktop.

use famulor_sms_core::history;
use famulor_sms_core::outbox::{self, Change};
use famulor_sms_core::types::{MessageState, MessageView, News};
use tauri::{AppHandle, Manager as _, async_runtime};
use tokio::sync::broadcast::error::RecvError;

use crate::commands::account;
use crate::first_answer::FirstAnswer;
use crate::housekeeping;
use crate::news;
use crate::notifier::Notifier;
use crate::office::{Office, Start};

/// Begins to send, to listen and to tell.
pub(crate) fn begin(app: &AppHandle, office: &Office) {
    app.manage(Notifier::new(app));
    async_runtime::spawn(tell_of_messages(app.clone(), office.outbox.changes()));
    async_runtime::spawn(tell_of_account(app.clone(), office.session.standing()));
    office.open_for_business();
    housekeeping::begin(app, office);
}

/// Tells on the desktop that messages wait for the person, who sees no window.
pub(crate) fn tell_what_waits(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        if let Ok(count @ 1..) = office.store.run(|c| outbox::asking(c)).await {
            app.state::<Notifier>().tell_what_waits(office, count);
        }
    });
}

async fn tell_of_messages(app: AppHandle, mut changes: tokio::sync::broadcast::Receiver<Change>) {
    loop {
        match changes.recv().await {
            Ok(change) => tell_of(&app, change).await,
            // The window asks for the page again when it is shown; nothing is lost in the database.
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}

async fn tell_of(app: &AppHandle, change: Change) {
    let start = app.state::<Start>();
    let Ok(office) = start.office() else { return };
    let Ok(Some(message)) = office.store.run(move |c| history::message(c, change.id)).await else { return };
    news::tell(app, News::Message(Box::new(message.clone())));
    if change.is_outcome {
        follow_up(app, office, &message);
    }
}

/// Every outcome is notified, and a new balance is asked for. A message that waits to go again has none yet.
fn follow_up(app: &AppHandle, office: &Office, message: &MessageView) {
    let is_outcome = match message.state {
        MessageState::Sent | MessageState::Rejected | MessageState::Unclear => {
            let session = office.session.clone();
            async_runtime::spawn(async move { session.refresh().await });
            true
        }
        MessageState::NotSent | MessageState::Held => true,
        MessageState::Queued | MessageState::Sending | MessageState::Cancelled => false,
    };
    if is_outcome {
        app.state::<Notifier>().tell(office, message);
    }
}

async fn tell_of_account(
    app: AppHandle,
    mut standing: tokio::sync::watch::Receiver<famulor_sms_core::session::Standing>,
) {
    while standing.changed().await.is_ok() {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        let Ok(view) = account::view(office).await else { continue };
        app.state::<FirstAnswer>().account_is(&view);
        news::tell(&app, News::Account(Box::new(view)));
    }
}
