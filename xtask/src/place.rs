//! Where things are: the checkout, the build folder, programs on the PATH.

use std::env;
use std::path::{Path, PathBuf};

use crate::shell::Line;

/// The folder of the workspace, wherever the command was started. Cargo says it at each run: the one known when this
/// was built may be another checkout that shares the build folder.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// The folder cargo builds into, asked from cargo itself because configuration may move it.
pub(crate) fn target() -> Result<PathBuf, String> {
    let metadata = Line::new("cargo metadata --no-deps --format-version 1 --offline").answer()?;
    target_in(&metadata).map(PathBuf::from).ok_or_else(|| "cargo metadata names no target_directory.".to_owned())
}

fn target_in(metadata: &str) -> Option<String> {
    let (_, after) = metadata.split_once("\"target_directory\":\"")?;
    let mut path = String::new();
    let mut letters = after.chars();
    loop {
        match letters.next()? {
            '"' => return Some(path),
            '\\' => path.push(letters.next()?),
            letter => path.push(letter),
        }
    }
}

/// A program of the workspace as the dev profile builds it.
pub(crate) fn built(name: &str) -> Result<PathBuf, String> {
    Ok(target()?.join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// What rustc is told so that no path of the builder's machine is in a release, and two folders give the same program: for
/// `CARGO_ENCODED_RUSTFLAGS`.
///
/// # Errors
/// Cargo does not say where it builds.
pub(crate) fn without_paths() -> Result<String, String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    // The checkout's own files go by their paths within it, so that another checkout finds everything built.
    let places = [(home, "cargo"), (Some(target()?), "target")];
    let flags = places
        .into_iter()
        .filter_map(|(place, name)| place.map(|place| format!("--remap-path-prefix={}=/{name}", place.display())));
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Whether a program of this name can be started.
pub(crate) fn on_path(name: &str) -> bool {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

#[cfg(test)]
mod tests {
    use super::target_in;

    #[test]
    fn the_build_folder_is_read_from_cargos_answer() {
        let metadata = r#"{"packages":[],"target_directory":"C:\\builds\\here","version":1}"#;
        assert_eq!(target_in(metadata).as_deref(), Some(r"C:\builds\here"));
        assert_eq!(target_in("{}"), None);
    }
}
