//! WebKitWebDriver, which starts the real program and steers its window.

use std::ffi::OsString;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::timeout;

use crate::children::Process;
use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_until};

/// A running driver with the one session it can have.
pub(crate) struct Driver {
    pub(crate) process: Process,
    pub(crate) client: Client,
}

impl Driver {
    /// Starts a driver, and through it the program; tries again where something else took the port first.
    pub(crate) async fn start(
        desktop: &Desktop,
        program: &Path,
        arguments: &[OsString],
        environment: &[(String, String)],
    ) -> Self {
        let mut problems = String::new();
        for _ in 0..3 {
            let (mut process, port) = started(desktop, environment);
            if !wait_until(PATIENCE, || process.has_ended() || TcpStream::connect(("127.0.0.1", port)).is_ok())
                || process.has_ended()
            {
                problems.push_str(" The driver did not start.");
                continue;
            }
            match session(port, program, arguments).await {
                Ok(client) => return Self { process, client },
                Err(problem) => problems.push_str(&problem),
            }
        }
        panic!("The program could not be started through WebKitWebDriver.{problems}\n{}", desktop.log("program"));
    }
}

fn started(desktop: &Desktop, environment: &[(String, String)]) -> (Process, u16) {
    let port = free_port();
    let mut command = desktop.command("WebKitWebDriver");
    command.args(["--host=127.0.0.1", &format!("--port={port}")]);
    // Without these a session never begins.
    command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
    command.envs(environment.iter().map(|(name, value)| (name, value)));
    command.stdout(desktop.surroundings().log("program")).stderr(desktop.surroundings().log("program"));
    (Process::start(command), port)
}

async fn session(port: u16, program: &Path, arguments: &[OsString]) -> Result<Client, String> {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities(program, arguments));
    let address = format!("http://127.0.0.1:{port}");
    match timeout(PATIENCE, builder.connect(&address)).await {
        Ok(client) => client.map_err(|error| format!(" {error}.")),
        Err(_) => Err(" The session did not begin in time.".to_owned()),
    }
}

/// The program dies with the driver, as the driver dies with the test.
fn capabilities(program: &Path, arguments: &[OsString]) -> Capabilities {
    let mortal = ["--pdeathsig", "KILL", "--"].map(str::to_owned).into_iter();
    let words = mortal
        .chain([program.display().to_string()])
        .chain(arguments.iter().map(|word| word.to_string_lossy().into_owned()));
    let options = json!({ "binary": "/usr/bin/setpriv", "args": words.collect::<Vec<_>>() });
    Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)])
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has free ports");
    listener.local_addr().expect("a bound port has an address").port()
}

/// How long one question to the window may take.
pub(crate) const ANSWER: Duration = Duration::from_secs(20);
