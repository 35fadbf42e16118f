//! Newer versions: looked for once a day, offered in a quiet moment, and put in place when the person says so.
//!
//! tauri-plugin-updater checks signatures and exchanges the program; it is driven from here alone, the page may call none of
//! it. Where a package manager, an administrator or a policy brings newer versions, nothing of this runs.

mod failure;
mod install;
mod installation;
mod look;
mod rhythm;
mod source;

use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use famulor_sms_core::types::{UpdateOffer, UpdateStanding, UpdateView};
use famulor_sms_core::updates;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager as _, Wry};
use tauri_plugin_updater::{Config, Update};
use tokio::sync::Mutex as Exchange;

use crate::office::Office;

pub(crate) use failure::UpdateFailure;
pub(crate) use install::install;
pub(crate) use installation::app_image;
pub(crate) use look::look;
pub(crate) use rhythm::{FILE, begin};

/// What is known of newer versions in this run.
#[derive(Default)]
pub(crate) struct Updates {
    found: Mutex<Option<Found>>,
    /// The daily look has begun.
    has_begun: AtomicBool,
    /// One is being brought.
    is_installing: AtomicBool,
    /// Held while the program's file is exchanged.
    exchange: Exchange<()>,
}

/// A newer version, and what of it is shown.
#[derive(Clone)]
struct Found {
    update: Update,
    offer: UpdateOffer,
}

impl Updates {
    /// Waits until the program's file is whole: nobody may end the process before.
    pub(crate) async fn until_whole(&self) {
        drop(self.exchange.lock().await);
    }

    fn found(&self) -> Option<Found> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, found: Option<Found>) {
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = found;
    }
}

/// The plugin; what it requires of signatures stands in `tauri.conf.json`.
pub(crate) fn plugin() -> TauriPlugin<Wry, Config> {
    tauri_plugin_updater::Builder::new().build()
}

/// Who brings newer versions to this installation.
pub(crate) fn standing(office: &Office) -> UpdateStanding {
    let has_source = source::of_build().is_some();
    updates::standing(
        installation::of_this_program(&office.folders.settings),
        &office.policy,
        has_source,
        office.arguments.practice,
    )
}

/// What the window shows of it.
pub(crate) fn view(app: &AppHandle, office: &Office) -> UpdateView {
    UpdateView {
        standing: standing(office),
        found: app.state::<Updates>().found().map(|found| found.offer),
        looked_at: rhythm::looked_at(office),
    }
}
