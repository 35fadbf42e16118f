//! The person's preferences in `settings.json`, kept by the store plugin.
//!
//! The plugin writes the file in place and reads a broken one as empty, so it is looked at first:
//! a broken one is set aside and the person told. Nothing that would be missed lives here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use famulor_sms_core::clock;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::types::Settings;
use serde_json::Value;
use tauri::{AppHandle, Wry};
use tauri_plugin_store::{Store, StoreBuilder};

const KEY: &str = "settings";
const FILE: &str = "settings.json";

/// The preferences, the file they are kept in, and what the organisation makes of them.
pub(crate) struct Preferences {
    file: Arc<Store<Wry>>,
    policy: Policy,
    preferred: RwLock<Settings>,
    /// Whether the file was broken and has been set aside.
    pub(crate) were_set_aside: bool,
}

impl Preferences {
    pub(crate) fn open(app: &AppHandle, folder: &Path, policy: Policy) -> Result<Self, tauri_plugin_store::Error> {
        let path = folder.join(FILE);
        let (preferred, were_set_aside) = match read(&path) {
            Ok(settings) => (settings, false),
            Err(_) => (Settings::default(), set_aside(&path)),
        };
        let file = StoreBuilder::new(app, path).disable_auto_save().build()?;
        Ok(Self { file, policy, preferred: RwLock::new(preferred), were_set_aside })
    }

    /// The settings in use.
    pub(crate) fn current(&self) -> Settings {
        self.policy.resolve(&self.preferred.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Uses and keeps new settings, as far as they are the person's to choose. They are in use even if they could not be
    /// kept.
    pub(crate) fn save(&self, settings: Settings) -> Result<(), tauri_plugin_store::Error> {
        self.file.set(KEY, serde_json::to_value(self.prefer(settings))?);
        self.file.save()
    }

    fn prefer(&self, settings: Settings) -> Settings {
        let mut preferred = self.preferred.write().unwrap_or_else(PoisonError::into_inner);
        *preferred = self.policy.preferred(settings, &preferred);
        preferred.clone()
    }

    /// Lets go of the file: the plugin would write it once more when the program ends.
    pub(crate) fn let_go(&self) {
        self.file.close_resource();
    }
}

/// The preferences in a folder, for those who only look; the defaults where there are none that can be read.
pub(crate) fn of_folder(folder: &Path) -> Settings {
    read(&folder.join(FILE)).unwrap_or_default()
}

/// The preferences in a file; the defaults if there is none.
fn read(path: &Path) -> io::Result<Settings> {
    let text = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
        read => read?,
    };
    let mut whole: Value = serde_json::from_slice(&text)?;
    let settings = whole.get_mut(KEY).map(Value::take).unwrap_or_default();
    if settings.is_null() { Ok(Settings::default()) } else { Ok(serde_json::from_value(settings)?) }
}

fn set_aside(path: &Path) -> bool {
    let name = format!("settings.broken-{}.json", clock::now());
    let aside: PathBuf = path.with_file_name(name);
    fs::rename(path, aside).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use famulor_sms_core::types::Theme;

    fn read_text(text: &str) -> io::Result<Settings> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, text).unwrap();
        read(&path)
    }

    #[test]
    fn what_is_not_known_yet_takes_its_default() {
        let settings = read_text(r#"{"settings":{"theme":"dark"}}"#).unwrap();
        assert_eq!(settings, Settings { theme: Theme::Dark, ..Settings::default() });
        assert_eq!(read_text("{}").unwrap(), Settings::default());
    }

    #[test]
    fn a_cut_or_foreign_file_is_broken() {
        for text in [
            "",
            "{\"settings\":",
            "[]x",
            r#"{"settings":{"theme":"pink"}}"#,
            r#"{"settings":{"proxy":"http://a:b@c"}}"#,
        ] {
            assert!(read_text(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_missing_file_is_no_fault() {
        assert_eq!(read(Path::new("/nonexistent/settings.json")).unwrap(), Settings::default());
    }
}
