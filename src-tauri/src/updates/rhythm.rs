//! When newer versions are looked for, and when the person is asked: after the first picture, once a day, and in a moment in
//! which no message is to go.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::Duration;

use famulor_sms_core::clock::{self, Millis};
use famulor_sms_core::types::{News, UpdateOffer, UpdateStanding};
use famulor_sms_core::updates::{CALM, is_due};
use tauri::{AppHandle, Manager as _, async_runtime};
use tokio::time::{sleep, timeout};

use super::{Updates, look, standing};
use crate::news;
use crate::office::{Office, Start};

/// When the server answered last, beside the settings.
pub(crate) const FILE: &str = "looked-for-updates";

/// The start has better things to do.
const AFTER_THE_START: Duration = Duration::from_secs(3);

/// How often the calendar is looked at while the program runs.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// How long a change of the outbox is waited for until it is looked at anyway.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// The first picture is drawn: from now on newer versions are looked for once a day, where that is wanted.
pub(crate) fn begin(app: &AppHandle) {
    if app.state::<Updates>().has_begun.swap(true, Ordering::Relaxed) {
        return;
    }
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        if standing(office) != UpdateStanding::Itself {
            return;
        }
        sleep(AFTER_THE_START).await;
        loop {
            look_if_due(&app, office).await;
            sleep(HOUR).await;
        }
    });
}

/// Asks the person as soon as no message is to go.
pub(super) async fn ask_in_a_quiet_moment(app: &AppHandle, office: &Office, offer: &UpdateOffer) {
    let mut changes = office.outbox.changes();
    while !is_quiet(office).await {
        let _ = timeout(LOOK_AGAIN, changes.recv()).await;
    }
    news::tell(app, News::UpdateFound(offer.clone()));
}

/// Whether no message is being sent or is to go soon. Of a database that cannot be read nobody knows.
pub(super) async fn is_quiet(office: &Office) -> bool {
    office.outbox.due_within(CALM).await.is_ok_and(|count| count == 0)
}

/// When the server answered last.
pub(super) fn looked_at(office: &Office) -> Option<Millis> {
    fs::read_to_string(file(office)).ok()?.trim().parse().ok()
}

/// The server has answered. If that cannot be written down, it is asked again earlier.
pub(super) fn has_looked(office: &Office) {
    if let Err(error) = fs::write(file(office), clock::now().to_string()) {
        tracing::warn!(%error, "the time of the last look was not kept");
    }
}

async fn look_if_due(app: &AppHandle, office: &Office) {
    let settings = office.preferences.current();
    if !settings.look_for_updates || !is_due(looked_at(office), clock::now()) {
        return;
    }
    // Nobody has asked for it, so nobody is told that it failed.
    match look(app, office).await {
        Ok(Some(offer)) if settings.skipped_update.as_deref() != Some(&*offer.version) => {
            ask_in_a_quiet_moment(app, office, &offer).await;
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "no newer version was looked for"),
    }
}

fn file(office: &Office) -> PathBuf {
    office.folders.settings.join(FILE)
}
