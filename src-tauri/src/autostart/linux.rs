//! An entry of this program in the person's `autostart` folder, which every desktop reads.

use std::fs;
use std::io;
use std::path::PathBuf;

use tauri::{AppHandle, Manager as _};

use crate::arguments::BACKGROUND;
use crate::link_handler::desktop_entry::{program, quoted};
use crate::link_handler::system::write;

const ENTRY: &str = "autostart/io.famulor.sms.desktop";

/// Lines with which the person, or a desktop for them, switches an entry off.
const SWITCHED_OFF: [&str; 2] = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];

/// Whether the desktop starts this very program.
pub(crate) fn is_on(app: &AppHandle) -> bool {
    let entry = path(app).and_then(fs::read_to_string).unwrap_or_default();
    let line = |wanted: &str| entry.lines().any(|line| line.trim() == wanted);
    exec().is_ok_and(|exec| line(&exec)) && !SWITCHED_OFF.into_iter().any(line)
}

/// # Errors
/// The folder cannot be written to.
pub(crate) fn set(app: &AppHandle, on: bool) -> io::Result<()> {
    let path = path(app)?;
    if on {
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        return write(&path, &text()?);
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn path(app: &AppHandle) -> io::Result<PathBuf> {
    Ok(app.path().config_dir().map_err(io::Error::other)?.join(ENTRY))
}

fn exec() -> io::Result<String> {
    Ok(format!("Exec={} {BACKGROUND}", quoted(&program()?)))
}

/// A program that is gone is not started: `TryExec`.
fn text() -> io::Result<String> {
    let plain = program()?.replace('\\', r"\\");
    Ok(format!("[Desktop Entry]\nType=Application\nName=Famulor SMS\n{}\nTryExec={plain}\nTerminal=false\n", exec()?))
}
