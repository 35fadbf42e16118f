//! The entry under which the system knows this program: the one of its package, or one of its own where there is none.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::system;

/// The entry that packages bring.
const PACKAGED: &str = "famulor-sms.desktop";

/// The entry of a program that was not installed.
pub(super) const OWN: &str = "io.famulor.sms.links.desktop";

/// Every name that is this program's.
pub(super) const NAMES: [&str; 2] = [PACKAGED, OWN];

/// Where the system's own entries lie if it does not say.
const USUAL_FOLDERS: &str = "/usr/local/share:/usr/share";

/// The name to be used: the package goes before, since it goes away with the program.
pub(super) fn name(applications: &Path) -> &'static str {
    let folders = env::var_os("XDG_DATA_DIRS").filter(|folders| !folders.is_empty()).unwrap_or(USUAL_FOLDERS.into());
    let mut places: Vec<PathBuf> = env::split_paths(&folders).map(|folder| folder.join("applications")).collect();
    places.push(applications.to_owned());
    if places.iter().any(|place| place.join(PACKAGED).is_file()) { PACKAGED } else { OWN }
}

/// Writes the own entry, for the kinds of links that it is to open and no others.
pub(super) fn write(applications: &Path, mime_types: &[&str]) -> io::Result<()> {
    fs::create_dir_all(applications)?;
    system::write(&applications.join(OWN), &text(&program()?, mime_types))
}

/// Takes the own entry away, if there is one.
pub(super) fn remove(applications: &Path) -> io::Result<()> {
    match fs::remove_file(applications.join(OWN)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// An AppImage is started by its file; the program inside lies elsewhere each time.
pub(crate) fn program() -> io::Result<String> {
    let path = env::var_os("APPIMAGE").map_or_else(env::current_exe, |path| Ok(path.into()))?;
    let path = path.into_os_string().into_string().map_err(|_| io::ErrorKind::InvalidFilename)?;
    if path.contains('\n') { Err(io::ErrorKind::InvalidFilename.into()) } else { Ok(path) }
}

fn text(program: &str, mime_types: &[&str]) -> String {
    let mime_types = mime_types.join(";");
    let (quoted, plain) = (quoted(program), program.replace('\\', r"\\"));
    format!(
        "[Desktop Entry]\nType=Application\nName=Famulor SMS\nExec={quoted} %u\nTryExec={plain}\nTerminal=false\n\
         NoDisplay=true\nMimeType={mime_types};\n"
    )
}

/// As an argument of `Exec`: quoted, and what is special to either of the two readings escaped. Where nothing is special there
/// are no quotes, which older versions of xdg-open do not understand.
pub(crate) fn quoted(program: &str) -> String {
    if program.chars().all(|character| character.is_alphanumeric() || "/._+-".contains(character)) {
        return program.to_owned();
    }
    let mut quoted = String::from('"');
    for character in program.chars() {
        match character {
            '\\' => quoted.push_str(r"\\\\"),
            '"' | '`' | '$' => quoted.extend([r"\\", &character.to_string()]),
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_as_the_standard_asks() {
        let entry = text(r#"/home/a b/100% "new" $x\y"#, &["x-scheme-handler/sms"]);
        assert!(entry.contains(r#"Exec="/home/a b/100%% \\"new\\" \\$x\\\\y" %u"#), "{entry}");
        assert!(entry.contains("TryExec=/home/a b/100% \"new\" $x\\\\y\n"), "{entry}");
        assert!(entry.ends_with("MimeType=x-scheme-handler/sms;\n"), "{entry}");
        assert!(text("/usr/bin/famulor-sms", &[]).contains("Exec=/usr/bin/famulor-sms %u\n"));
    }
}
