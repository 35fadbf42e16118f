//! Asks the person for a file, with the system's own dialog.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// What the file is, for the dialog, in the person's language.
pub(crate) struct Kind {
    /// What is to be done with it.
    pub(crate) title: String,
    /// What sort of file it is.
    pub(crate) name: String,
    /// Without the dot; the first is given to a name that has none.
    pub(crate) extensions: &'static [&'static str],
}

/// Where to write a file. None if the person changed their mind.
pub(crate) async fn to_save(app: &AppHandle, suggestion: &str, kind: &Kind) -> Option<PathBuf> {
    let (answer, asked) = oneshot::channel();
    let extension = kind.extensions.first().copied().unwrap_or_default();
    let name = format!("{suggestion}.{extension}");
    dialog(app, kind).set_file_name(name).save_file(|path| drop(answer.send(path)));
    asked.await.ok().flatten().and_then(in_files).map(|path| with_extension(path, extension))
}

/// Which file to read. None if the person changed their mind.
pub(crate) async fn to_open(app: &AppHandle, kind: &Kind) -> Option<PathBuf> {
    let (answer, asked) = oneshot::channel();
    dialog(app, kind).pick_file(|path| drop(answer.send(path)));
    asked.await.ok().flatten().and_then(in_files)
}

/// The name of a file, to be said to the person.
pub(crate) fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn dialog(app: &AppHandle, kind: &Kind) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file().set_title(&kind.title).add_filter(&kind.name, kind.extensions);
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn in_files(path: FilePath) -> Option<PathBuf> {
    path.into_path().ok()
}

/// A name that was typed without its ending gets it.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}
