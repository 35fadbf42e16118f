//! How the program is started.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

/// How the program is started.
#[derive(Debug, Clone, Default)]
pub struct ProgramOptions {
    /// The simulator that stands in for Famulor (`FAMULOR_API_URL`).
    pub simulator_url: Option<String>,
    /// The program, if not the one that was built.
    pub program: Option<PathBuf>,
    /// Arguments.
    pub args: Vec<String>,
    /// Where it keeps its data (`--data-dir`); else in the desktop's own home.
    pub data_dir: Option<PathBuf>,
    /// More variables.
    pub environment: Vec<(String, String)>,
    /// How long a message can be taken back, in seconds, as the settings of a new data folder say it: 0 unless the test is
    /// about it.
    pub undo_seconds: u32,
}

impl ProgramOptions {
    pub(crate) fn arguments(&self) -> Vec<OsString> {
        let data_dir = self.data_dir.iter().flat_map(|folder| [OsString::from("--data-dir"), folder.into()]);
        self.args.iter().map(OsString::from).chain(data_dir).collect()
    }

    /// Gives a new data folder its settings; those that are there stay.
    pub(crate) fn settle_in(&self) {
        let Some(folder) = &self.data_dir else { return };
        let settings = folder.join("settings.json");
        if !settings.exists() {
            fs::create_dir_all(folder).expect("the data folder can be made");
            let chosen = json!({ "settings": { "undo_seconds": self.undo_seconds } });
            fs::write(settings, chosen.to_string()).expect("the settings can be written");
        }
    }

    pub(crate) fn variables(&self) -> Vec<(String, String)> {
        let url = self.simulator_url.iter().map(|url| ("FAMULOR_API_URL".to_owned(), url.clone()));
        self.environment.iter().cloned().chain(url).collect()
    }
}
