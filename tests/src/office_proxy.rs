//! A company's proxy as one would find it: the real tinyproxy, which asks for a name and a password.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;

use tempfile::TempDir;

use crate::children::{Process, mortal};
use crate::wait::{PATIENCE, wait_until};

/// The name that it lets in.
pub const USER: &str = "anna";
/// Her password.
pub const PASSWORD: &str = "sesame-of-this-office";

/// The running proxy; it ends when this is dropped.
#[derive(Debug)]
pub struct OfficeProxy {
    port: u16,
    folder: TempDir,
    _process: Process,
}

impl OfficeProxy {
    /// Starts it; whoever it lets in is led on to `next`.
    #[must_use]
    pub fn start(next: SocketAddr) -> Self {
        for _ in 0..5 {
            if let Some(proxy) = Self::try_to_start(next) {
                return proxy;
            }
        }
        panic!("tinyproxy (package tinyproxy) did not start");
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its address with this name and password.
    #[must_use]
    pub fn url_for(&self, user: &str, password: &str) -> String {
        format!("http://{user}:{password}@127.0.0.1:{}", self.port)
    }

    /// What it has noted of those who came.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// None if somebody else took the port meanwhile: it cannot be told to look for one itself.
    fn try_to_start(next: SocketAddr) -> Option<Self> {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = free.local_addr().expect("a bound socket has an address").port();
        drop(free);
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (settings, log) = (folder.path().join("settings"), folder.path().join("log"));
        let said = format!(
            "Port {port}\nListen 127.0.0.1\nBasicAuth {USER} {PASSWORD}\nUpstream http {next}\nLogLevel Connect\n\
             LogFile \"{}\"\nTimeout 60\n",
            log.display()
        );
        fs::write(&settings, said).expect("the temporary folder can be written");
        let mut command = mortal("tinyproxy");
        command.arg("-d").arg("-c").arg(&settings).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = Process::start(command);
        let listens = || TcpStream::connect(("127.0.0.1", port)).is_ok();
        wait_until(PATIENCE, || process.has_ended() || listens());
        (!process.has_ended()).then_some(Self { port, folder, _process: process })
    }
}
