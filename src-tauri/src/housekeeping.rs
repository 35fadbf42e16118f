//! What is done beside the work, in its own time: backups, forgetting what is old, a look at the data after a bad end.

use std::time::Duration;

use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::{News, Notice};
use famulor_sms_core::{clock, keeping, own_thread};
use tauri::{AppHandle, Manager as _, async_runtime};
use tokio::time::{sleep, timeout};

use crate::news;
use crate::office::{Office, Start};

/// How long after the start the data is looked at after a bad end, so that it is out of the way of the first picture.
const AFTER_PICTURE: Duration = Duration::from_secs(3);

/// How long after the start, so that it is out of the way of the first message.
const AFTER_START: Duration = Duration::from_secs(30);

/// How often it is looked whether something is due, and how long a new choice of what to keep can be thought over.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Keeps house for as long as the program runs.
pub(crate) fn begin(app: &AppHandle, office: &Office) {
    async_runtime::spawn(tell_of_damage(app.clone(), office.store.damage()));
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        if office.store.ended_badly() {
            sleep(AFTER_PICTURE).await;
            report(on_a_thread(&office.store, |store| store.check().map(drop)).await);
        }
        sleep(AFTER_START).await;
        loop {
            report(forget_what_is_old(office).await);
            report(on_a_thread(&office.store, |store| store.back_up_if_due(clock::now()).map(drop)).await);
            // A new choice begins the hour anew.
            while timeout(EVERY, office.keeping_changed.notified()).await.is_ok() {}
        }
    });
}

/// Does on a thread of its own what takes long where there is much.
pub(crate) async fn on_a_thread<T: Send + 'static, E: From<StoreError> + Send + 'static>(
    store: &Store,
    work: impl FnOnce(&Store) -> Result<T, E> + Send + 'static,
) -> Result<T, E> {
    let store = store.clone();
    own_thread::on_a_thread(move || work(&store)).await.unwrap_or_else(|| Err(StoreError::Ending.into()))
}

/// Some at a time, so that a message to be sent never waits for it.
async fn forget_what_is_old(office: &Office) -> Result<(), StoreError> {
    let Some(months) = office.preferences.current().keep_months else { return Ok(()) };
    let before = keeping::months_ago(months, clock::now());
    while office.store.run(move |c| keeping::forget_older(c, before, clock::now())).await?.deleted > 0 {}
    Ok(())
}

async fn tell_of_damage(app: AppHandle, mut damage: tokio::sync::watch::Receiver<bool>) {
    if damage.wait_for(|is_damaged| *is_damaged).await.is_ok() {
        news::tell(&app, News::Notice(Notice::Damaged));
    }
}

fn report(done: Result<(), StoreError>) {
    if let Err(error) = done {
        tracing::error!(%error, "what keeps the data in order could not be done");
    }
}
