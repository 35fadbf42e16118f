//! Starting the program anew: beside itself for the other mode, or in its own place on other data.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::updates;
use crate::webkit;

/// The code with which the window ends when the program is to begin again in its place.
pub(crate) const IN_ITS_PLACE: i32 = 75;

/// Starts this program with these arguments; this process must end then.
pub(crate) fn beside(arguments: &[OsString]) -> io::Result<()> {
    program(arguments)?.spawn().map(drop)
}

/// Becomes this program with these arguments, when its window has ended. The lock on the data and the name of the running
/// program go with the old one, so the new one finds both free.
#[cfg(unix)]
pub(crate) fn in_its_place(arguments: &[OsString]) -> ExitCode {
    use std::os::unix::process::CommandExt as _;
    let error = program(arguments).map_or_else(|error| error, |mut program| program.exec());
    tracing::error!(%error, "the program could not be started anew");
    ExitCode::FAILURE
}

/// Where a process cannot be replaced, the next one waits a moment for the end of this one.
#[cfg(not(unix))]
pub(crate) fn in_its_place(arguments: &[OsString]) -> ExitCode {
    let mut arguments = arguments.to_vec();
    arguments.push(crate::arguments::AFTER_ANOTHER.into());
    match beside(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the program could not be started anew");
            ExitCode::FAILURE
        }
    }
}

fn program(arguments: &[OsString]) -> io::Result<Command> {
    let mut program = Command::new(path()?);
    program.args(arguments);
    // It sets them itself.
    for name in webkit::own_variables() {
        program.env_remove(name);
    }
    Ok(program)
}

/// An AppImage is started by its file: its program lies in a mount that ends with this process, and may be an older one.
fn path() -> io::Result<PathBuf> {
    match updates::app_image() {
        Some(file) => Ok(file),
        None => std::env::current_exe().map(in_place_of),
    }
}

/// Linux marks the path of a program whose package was upgraded while it ran; the new one has its name.
fn in_place_of(path: PathBuf) -> PathBuf {
    let new = path.to_str().and_then(|path| path.strip_suffix(" (deleted)")).map(PathBuf::from);
    new.filter(|new| new.is_file()).unwrap_or(path)
}
