//! The one window: its title, its size, and that it closes without cutting anything short.

use std::ffi::OsString;
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tauri::{
    AppHandle, CloseRequestApi, Emitter as _, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    async_runtime,
};
use tokio::time::{sleep, timeout};

use crate::notifier::Notifier;
use crate::office::{Office, Start};

const LABEL: &str = "main";

/// How long the end of what is being sent is waited for: a call's time limit and a little more.
const PATIENCE: Duration = Duration::from_secs(50);

/// What the page is told when its window closes: it keeps what was typed last.
const CLOSING: &str = "closing";

/// How long the page has for that, and the last notification to get out.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How long a smoke test waits for the first picture.
const SMOKE_TEST: Duration = Duration::from_secs(60);

pub(crate) fn open(app: &AppHandle, title: &str) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(title)
        .inner_size(1000.0, 740.0)
        .min_inner_size(360.0, 480.0)
        .build()?;
    Ok(())
}

/// Shows the window to someone who starts the program a second time.
pub(crate) fn show(app: &AppHandle) {
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

/// Closing hides the window; the program ends when what was typed last is kept and nothing is being sent any more.
pub(crate) fn on_close(app: &AppHandle, close: &CloseRequestApi) {
    let start = app.state::<Start>();
    let Ok(office) = start.office() else { return };
    if office.is_closing.load(Ordering::SeqCst) {
        return;
    }
    close.prevent_close();
    leave(app, |app| app.exit(0));
}

/// Hides the window, lets it keep the text, waits for what is being sent, tells of it, and does `last`.
pub(crate) fn leave(app: &AppHandle, last: impl FnOnce(&AppHandle) + Send + 'static) {
    let app = app.clone();
    if let Err(error) = app.emit(CLOSING, ()) {
        tracing::warn!(%error, "the window was not told that it closes");
    }
    if let Some(window) = main(&app)
        && let Err(error) = window.hide()
    {
        tracing::warn!(%error, "the window could not be hidden");
    }
    async_runtime::spawn(async move {
        if let Ok(office) = app.state::<Start>().office() {
            office.is_closing.store(true, Ordering::SeqCst);
            // Longer than the limit is not waited: the next start finds it and asks.
            let _ = timeout(PATIENCE, until_quiet(office)).await;
            app.state::<Notifier>().finish(office);
            sleep(LAST_WORDS).await;
        }
        last(&app);
    });
}

/// Starts this program anew with other arguments; this process must end then.
pub(crate) fn start_anew(arguments: &[OsString]) -> std::io::Result<()> {
    Command::new(std::env::current_exe()?).args(arguments).spawn().map(|_| ())
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

async fn until_quiet(office: &Office) {
    let mut changes = office.outbox.changes();
    while office.outbox.under_way().await.unwrap_or(0) > 0 {
        if changes.recv().await.is_err() {
            sleep(Duration::from_millis(100)).await;
        }
    }
}

fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}
