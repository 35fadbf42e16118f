//! The system's answer, and the person's list of programs.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use famulor_sms_core::new_file::NewFile;
use famulor_sms_core::types::{LinkHandling, LinkKind};
use tauri::{AppHandle, Manager as _};

use super::{desktop_entry, mime_list};

const SMS: [&str; 2] = ["x-scheme-handler/sms", "x-scheme-handler/smsto"];
const TEL: [&str; 1] = ["x-scheme-handler/tel"];

/// Asks the system.
pub(crate) fn handling() -> LinkHandling {
    match (is_ours(SMS[0]), is_ours(TEL[0])) {
        (Ok(sms), Ok(tel)) => LinkHandling { available: true, sms, tel },
        (Err(error), _) | (_, Err(error)) => {
            tracing::warn!(%error, "the system does not say what opens links");
            LinkHandling { available: false, sms: false, tel: false }
        }
    }
}

/// Puts this program's entry into the list, or takes it out.
///
/// # Errors
/// The list cannot be read or written.
pub(crate) fn set(app: &AppHandle, kind: LinkKind, on: bool) -> io::Result<()> {
    let list = PersonsList::read(app)?;
    let applications = data_home(app)?.join("applications");
    let changed = mime_types(kind).iter().fold(list.text.clone(), |text, mime_type| {
        let without = desktop_entry::NAMES.iter().fold(text, |text, name| mime_list::without(&text, mime_type, name));
        if on { mime_list::with(&without, mime_type, desktop_entry::name(&applications)) } else { without }
    });
    let own: Vec<&str> = SMS
        .into_iter()
        .chain(TEL)
        .filter(|mime_type| mime_list::names(&changed, mime_type, desktop_entry::OWN))
        .collect();
    // The list never names an entry that is not there.
    if own.is_empty() {
        list.write(&changed)?;
        desktop_entry::remove(&applications)
    } else {
        desktop_entry::write(&applications, &own)?;
        list.write(&changed)
    }
}

const fn mime_types(kind: LinkKind) -> &'static [&'static str] {
    match kind {
        LinkKind::Sms => &SMS,
        LinkKind::Tel => &TEL,
    }
}

fn is_ours(mime_type: &str) -> io::Result<bool> {
    let answer = Command::new("xdg-mime").args(["query", "default", mime_type]).output()?;
    let answer = String::from_utf8_lossy(&answer.stdout);
    Ok(answer.lines().next().is_some_and(|name| desktop_entry::NAMES.contains(&name.trim())))
}

/// The person's `mimeapps.list`, which may be a link to where they keep such files.
struct PersonsList {
    path: PathBuf,
    text: String,
}

impl PersonsList {
    fn read(app: &AppHandle) -> io::Result<Self> {
        let folder = app.path().config_dir().map_err(io::Error::other)?;
        fs::create_dir_all(&folder)?;
        let path = folder.join("mimeapps.list");
        let path = fs::canonicalize(&path).unwrap_or(path);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self { path, text: String::new() }),
            Err(error) => Err(error),
        }
    }

    fn write(&self, text: &str) -> io::Result<()> {
        if text == self.text { Ok(()) } else { write(&self.path, text) }
    }
}

pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = NewFile::begin(path)?;
    file.write_all(text.as_bytes())?;
    file.finish()
}

fn data_home(app: &AppHandle) -> io::Result<PathBuf> {
    app.path().data_dir().map_err(io::Error::other)
}
