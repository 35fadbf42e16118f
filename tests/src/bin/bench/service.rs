//! A Famulor of this machine's own over TLS, and a desktop on which the program has its key.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_simulator::{Account, Simulator};
use famulor_sms_tests::tls::Authority;
use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The key that the service accepts.
pub(crate) const KEY: &str = "4711|the-key-of-this-measurement";

/// Makes what was sent older, so that the program does not wait as the service's limits ask it to: a thousand messages
/// would take eleven minutes.
pub(crate) const AGE: &str =
    "UPDATE message_event SET at = at - 60000 WHERE state = 'sending' AND at > (unixepoch() - 60) * 1000";

const HOST: &str = "127.0.0.1";

/// The service, with what is needed to trust it.
pub(crate) struct Service {
    pub(crate) runtime: Runtime,
    pub(crate) simulator: Simulator,
    pub(crate) certificate: PathBuf,
    folder: TempDir,
}

impl Service {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (certificate, key) = (folder.path().join("authority.pem"), folder.path().join("authority.key"));
        Authority::leave(&certificate, &key);
        let door = Authority::left_at(&key).door(HOST);
        let runtime = Runtime::new().expect("the system gives threads");
        let simulator = runtime.block_on(Simulator::start_tls(Account::example(KEY), door));
        Self { runtime, simulator: simulator.expect("loopback has free ports"), certificate, folder }
    }

    pub(crate) fn url(&self) -> String {
        self.simulator.url().replace("http://", "https://")
    }

    /// What the program must find around itself to use this service.
    pub(crate) fn environment(&self) -> Vec<(String, String)> {
        vec![
            ("FAMULOR_API_URL".to_owned(), self.url()),
            ("SSL_CERT_FILE".to_owned(), self.certificate.display().to_string()),
        ]
    }

    /// The program's account in the keychain.
    pub(crate) fn account(&self) -> String {
        format!("api-key@{HOST}:{}", self.simulator.port())
    }

    /// A new data folder for the program.
    pub(crate) fn data(&self, name: &str) -> PathBuf {
        let data = self.folder.path().join(name);
        settle_in(&data);
        data
    }

    /// A desktop whose screen is watched and whose keychain has the key.
    pub(crate) fn desktop(&self) -> Desktop {
        let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
        desktop.store_secret(&self.account(), KEY);
        desktop
    }

    /// The program, steered from outside, with a sender chosen.
    pub(crate) async fn program<'d>(&self, desktop: &'d Desktop, data: &Path) -> Program<'d> {
        let environment = self.environment();
        let options = ProgramOptions { data_dir: Some(data.to_owned()), environment, ..ProgramOptions::default() };
        let program = Program::start(desktop, &options).await;
        program.wait_until("document.querySelector('#sender').value !== ''").await;
        program
    }
}

/// Gives a data folder the settings of someone who has worked with the program for long.
pub(crate) fn settle_in(data: &Path) {
    fs::create_dir_all(data).expect("the folder can be made");
    let settings = json!({ "settings": { "undo_seconds": 0, "first_run": "done" } });
    fs::write(data.join("settings.json"), settings.to_string()).expect("the settings can be written");
}
