//! What only macOS tells a running program: links that are to be opened with it, and a click on it in the Dock.
//!
//! Elsewhere a link comes on the command line of a second start.

use tauri::{AppHandle, RunEvent};

use crate::{errands, window};

pub(crate) fn on_event(app: &AppHandle, event: &RunEvent) {
    if let RunEvent::Opened { urls } = event
        && let Some(errand) = errands::newest_link(urls.iter().map(|url| url.as_str()))
    {
        errands::run(app, errand);
    }
    // Its window need not be there.
    if let RunEvent::Reopen { .. } = event {
        window::show(app);
    }
}
