//! Asking the server whether there is a newer version. Nothing is downloaded.

use famulor_sms_core::famulor::Proxy;
use famulor_sms_core::types::{UpdateOffer, UpdateStanding};
use famulor_sms_core::updates::{LookFailure, careful, fetch, offer};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_updater::{Error, Update, UpdaterExt as _};

use super::source::{self, Source};
use super::{Found, UpdateFailure, Updates, rhythm, standing};
use crate::office::{Office, way};

/// Looks, and remembers what was found. None: this is the newest version.
pub(crate) async fn look(app: &AppHandle, office: &Office) -> Result<Option<UpdateOffer>, UpdateFailure> {
    let is_own = standing(office) == UpdateStanding::Itself;
    let source = source::of_build().filter(|_| is_own).ok_or(UpdateFailure::Nothing)?;
    let way = way(&office.preferences.current().proxy, office.famulor.base());
    let answer = fetch(&way, source.address.clone()).await;
    if answer != Err(LookFailure::Unreachable) {
        rhythm::has_looked(office);
    }
    let found = newer(app, office, source, way, answer?)?.and_then(|update| {
        let offer = offer(&update.version, update.body.as_deref())?;
        Some(Found { update, offer })
    });
    app.state::<Updates>().put(found.clone());
    Ok(found.map(|found| found.offer))
}

/// What the plugin makes of the answer: never an older version, and only what is signed as the version that it claims to be.
fn newer(
    app: &AppHandle,
    office: &Office,
    source: Source,
    way: Proxy,
    answer: serde_json::Value,
) -> Result<Option<Update>, UpdateFailure> {
    let store = office.store.clone();
    let handle = app.clone();
    let builder = app.updater_builder().pubkey(source.key).endpoints(vec![source.address]);
    let builder = builder.map_err(|_| UpdateFailure::Nothing)?.on_before_exit(move || {
        // On Windows the program ends inside the installation.
        if store.close_well().is_err() {
            tracing::warn!("the next start will check the database");
        }
        handle.cleanup_before_exit();
    });
    // A proxy that cannot be used was found out by the question already.
    let builder = builder.configure_client(move |client| careful(client, &way).unwrap_or_default());
    let updater = builder.build().map_err(|_| UpdateFailure::Nothing)?;
    match updater.restore_update(answer) {
        // It is for other systems alone.
        Err(Error::TargetsNotFound(_)) => Ok(None),
        found => found.map_err(|_| UpdateFailure::Answer),
    }
}
