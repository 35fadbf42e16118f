//! The one window: its title, its size, whether it is on the screen.

use std::time::Duration;

use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, async_runtime};
use tokio::time::sleep;

use crate::closing;
use crate::office::Office;

const LABEL: &str = "main";

/// How long a smoke test waits for the first picture.
const SMOKE_TEST: Duration = Duration::from_secs(60);

pub(crate) fn open(app: &AppHandle, title: &str) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(title)
        .inner_size(1000.0, 740.0)
        .min_inner_size(360.0, 480.0)
        // "Copy diagnostics"; without it WebKitGTK lets no page copy anything. The page is our own, and nothing else is.
        .enable_clipboard_access()
        .build()?;
    Ok(())
}

/// Shows the window to someone who starts the program a second time.
pub(crate) fn show(app: &AppHandle) {
    closing::come_back(app);
    if let Some(window) = main(app) {
        let shown = window.show().and_then(|()| window.unminimize()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be shown");
        }
    }
}

/// The title in the language chosen.
pub(crate) fn set_title(app: &AppHandle, office: &Office) {
    let id = if office.arguments.practice { "window-title-practice" } else { "window-title" };
    if let Some(window) = main(app)
        && let Err(error) = window.set_title(&office.words().say(id))
    {
        tracing::warn!(%error, "the title could not be set");
    }
}

/// Takes the window off the screen; the program goes on.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = main(app)
        && let Err(error) = window.hide()
    {
        tracing::warn!(%error, "the window could not be hidden");
    }
}

/// Opens the system's print dialog for what the window shows.
///
/// # Errors
/// [`tauri::Error`] where the system cannot print.
pub(crate) fn print(app: &AppHandle) -> tauri::Result<()> {
    main(app).map_or(Err(tauri::Error::WebviewNotFound), |window| window.print())
}

/// Ends a smoke test that never got its first picture.
pub(crate) fn end_if_never_ready(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        sleep(SMOKE_TEST).await;
        tracing::error!("the window was never drawn");
        app.exit(1);
    });
}

pub(crate) fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}
