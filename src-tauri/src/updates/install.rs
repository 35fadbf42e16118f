//! Putting a newer version in place: downloaded and proved whole first, the outbox asked once more, and then exchanged.
//!
//! Until the last step nothing on the disk is touched. The program then starts anew, with the text that was being written.

use std::sync::atomic::{AtomicUsize, Ordering};

use famulor_sms_core::types::{News, UpdateProgress};
use famulor_sms_core::updates::LARGEST;
use tauri::{AppHandle, Manager as _, async_runtime};
use tauri_plugin_updater::Update;
use tokio::sync::watch;

use super::{Found, UpdateFailure, Updates, app_image, rhythm};
use crate::closing;
use crate::news;
use crate::office::{Office, Start};

/// Downloads and installs what was found. The program starts anew after it.
pub(crate) async fn install(app: &AppHandle, office: &Office) -> Result<(), UpdateFailure> {
    let updates = app.state::<Updates>();
    let found = updates.found().ok_or(UpdateFailure::Nothing)?;
    if updates.is_installing.swap(true, Ordering::Relaxed) {
        return Err(UpdateFailure::Nothing);
    }
    let installed = exchange(app, office, &updates, &found).await;
    updates.is_installing.store(false, Ordering::Relaxed);
    if matches!(installed, Err(UpdateFailure::Sending)) {
        ask_later(app, found);
    }
    installed
}

async fn exchange(app: &AppHandle, office: &Office, updates: &Updates, found: &Found) -> Result<(), UpdateFailure> {
    only_if_quiet(office).await?;
    let bytes = download(app, &found.update).await?;
    closing::keep_text(app).await;
    only_if_quiet(office).await?;
    let exchanging = updates.exchange.lock().await;
    put_in_place(found.update.clone(), bytes).await?;
    drop(exchanging);
    closing::start_anew(app);
    Ok(())
}

async fn only_if_quiet(office: &Office) -> Result<(), UpdateFailure> {
    if rhythm::is_quiet(office).await { Ok(()) } else { Err(UpdateFailure::Sending) }
}

/// The whole of it, with its signature checked; it is dropped as soon as it is too long.
async fn download(app: &AppHandle, update: &Update) -> Result<Vec<u8>, UpdateFailure> {
    let (arrived, too_large) = (AtomicUsize::new(0), watch::Sender::new(false));
    let mut told = None;
    let on_chunk = |length: usize, whole: Option<u64>| {
        let now = arrived.fetch_add(length, Ordering::Relaxed) + length;
        if now > LARGEST || whole.is_some_and(|whole| whole > LARGEST as u64) {
            too_large.send_replace(true);
        }
        let percent = whole.and_then(|whole| percent_of(now, whole));
        if told != Some(percent) {
            told = Some(percent);
            news::tell(app, News::UpdateProgress(UpdateProgress { percent }));
        }
    };
    let whole = async { update.download(on_chunk, || {}).await.map_err(|error| UpdateFailure::of_download(&error)) };
    unless_too_large(whole, too_large.subscribe()).await
}

/// What becomes of a download that is dropped when it is found to be too large. It may break off in that very moment.
async fn unless_too_large<T>(
    download: impl Future<Output = Result<T, UpdateFailure>>,
    too_large: watch::Receiver<bool>,
) -> Result<T, UpdateFailure> {
    let mut found = too_large.clone();
    tokio::select! {
        biased;
        _ = found.wait_for(|is_so| *is_so) => Err(UpdateFailure::TooLarge),
        done = download => match done {
            Err(_) if *too_large.borrow() => Err(UpdateFailure::TooLarge),
            done => done,
        },
    }
}

fn percent_of(arrived: usize, whole: u64) -> Option<u32> {
    let percent = (arrived as u64).checked_mul(100)?.checked_div(whole)?;
    u32::try_from(percent.min(100)).ok()
}

/// The plugin keeps the old program until the new one is written, and puts it back if that fails.
async fn put_in_place(update: Update, bytes: Vec<u8>) -> Result<(), UpdateFailure> {
    let installed = async_runtime::spawn_blocking(move || update.install(bytes)).await;
    match installed {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(UpdateFailure::of_installing(&error, is_still_there())),
        Err(error) => Err(UpdateFailure::NotInstalled(error.to_string())),
    }
}

/// Whether the program can still be started.
fn is_still_there() -> bool {
    let is_lost = cfg!(target_os = "linux") && app_image().is_none();
    !is_lost && std::env::current_exe().is_ok_and(|program| program.is_file())
}

fn ask_later(app: &AppHandle, found: Found) {
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        rhythm::ask_in_a_quiet_moment(&app, office, &found.offer).await;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_is_not_true_is_no_trouble() {
        assert_eq!(percent_of(50, 200), Some(25));
        assert_eq!(percent_of(300, 200), Some(100));
        assert_eq!(percent_of(300, 0), None);
        assert_eq!(percent_of(usize::MAX, 1), None);
    }
    #[tokio::test]
    async fn what_is_too_large_and_breaks_off_in_the_same_moment_is_too_large() {
        let too_large = watch::Sender::new(false);
        let download = async {
            too_large.send_replace(true);
            Err::<(), _>(UpdateFailure::Download)
        };
        assert!(matches!(unless_too_large(download, too_large.subscribe()).await, Err(UpdateFailure::TooLarge)));
    }

    #[tokio::test]
    async fn what_breaks_off_and_is_not_too_large_broke_off() {
        let too_large = watch::Sender::new(false);
        let download = async { Err::<(), _>(UpdateFailure::Download) };
        assert!(matches!(unless_too_large(download, too_large.subscribe()).await, Err(UpdateFailure::Download)));
    }
}
