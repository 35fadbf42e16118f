//! The one window: its title, its size, whether it is on the screen.

use std::time::Duration;

use famulor_sms_core::types::FirstLook;
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry, async_runtime};
use tokio::time::sleep;

use crate::closing;
use crate::office::{Office, Start};
use crate::pages;
use crate::webkit;
use crate::window_place::WindowPlace;

const LABEL: &str = "main";

/// The size of a window that was nowhere yet.
const USUAL: (f64, f64) = (1000.0, 740.0);

/// In every language, until it is known that it is practice.
const TITLE: &str = "Famulor SMS";

/// Less than this is too narrow for the form.
pub(crate) const SMALLEST: (f64, f64) = (360.0, 480.0);

/// How long a smoke test waits for the first picture.
const SMOKE_TEST: Duration = Duration::from_secs(60);

/// A window where it was the last time, with the words of its language (`de` or `en`). Whether it is to be seen is said at
/// once: one that is shown later is shown only after all that draws in it was made.
pub(crate) fn prepare<'a>(
    app: &'a AppHandle,
    place: &WindowPlace,
    language: &str,
    look: &FirstLook,
    is_hidden: bool,
) -> tauri::Result<WebviewWindowBuilder<'a, Wry, AppHandle>> {
    let page = WebviewUrl::App(pages::in_language(language).into());
    let window = WebviewWindowBuilder::new(app, LABEL, page)
        .title(TITLE)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .visible(!is_hidden)
        .initialization_script(format!("window.firstLook = {};", serde_json::to_string(look)?))
        // "Copy diagnostics"; without it WebKitGTK lets no page copy anything. The page is our own, and nothing else is.
        .enable_clipboard_access();
    place.prepare(app, window, USUAL)
}

/// Makes it.
///
/// # Errors
/// [`tauri::Error`] where the system gives no window.
pub(crate) fn open(window: WebviewWindowBuilder<'_, Wry, AppHandle>) -> tauri::Result<()> {
    webkit::wait_for_page(&window.build()?)
}

/// The window was moved or has another size.
pub(crate) fn changed(app: &AppHandle) {
    if let Some(start) = app.try_state::<Start>()
        && let (Some(office), Some(window)) = (start.open_office(), main(app))
    {
        office.place.changed(app, &window);
    }
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

/// Whether the window is on the screen.
pub(crate) fn is_shown(app: &AppHandle) -> bool {
    main(app).is_some_and(|window| window.is_visible().unwrap_or(false))
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
    if let (Ok(office), Some(window)) = (app.state::<Start>().office(), main(app)) {
        office.place.keep(&window);
    }
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
