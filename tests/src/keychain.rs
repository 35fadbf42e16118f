//! A real Secret Service in each of the conditions that a person's computer can have it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Stdio;

use crate::children::Process;
use crate::desktop::{Desktop, Surroundings};
use crate::wait::{PATIENCE, wait_until};

/// The service under which the program keeps its key.
const SERVICE: &str = "io.famulor.sms";
/// What opens a locked keychain.
pub(crate) const PASSWORD: &str = "open sesame";

/// In which condition the keychain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keychain {
    /// Works without asking anything.
    Unlocked,
    /// There and locked, and nothing can show the prompt: it counts as dismissed at once.
    Locked,
    /// There and locked; the prompt is shown and waits for the person (for ever).
    LockedWithPrompt,
    /// There, but no collection has ever been made.
    NoCollection,
    /// No service at all.
    None,
}

impl Keychain {
    /// The services that the bus may start for it.
    pub(crate) fn services(self) -> &'static [&'static str] {
        match self {
            Self::LockedWithPrompt => &["org.gnome.keyring.SystemPrompter", "org.gnome.keyring.PrivatePrompter"],
            Self::Unlocked | Self::Locked | Self::NoCollection | Self::None => &[],
        }
    }

    /// Starts the service, where there is one.
    pub(crate) fn start(self, surroundings: &Surroundings) -> Option<Process> {
        match self {
            Self::Unlocked => Some(unlocked(surroundings)),
            Self::Locked | Self::LockedWithPrompt => {
                // The first start makes the collection, the second finds it locked.
                drop(unlocked(surroundings));
                Some(started(surroundings, "true"))
            }
            Self::NoCollection => Some(started(surroundings, "org.freedesktop.DBus.Error.UnknownMethod")),
            Self::None => None,
        }
    }
}

impl Desktop {
    /// The secret that the keychain holds for an account of the program, seen by another program.
    #[must_use]
    pub fn secret(&self, account: &str) -> Option<String> {
        let output = self
            .command("timeout")
            .args(["5", "secret-tool", "lookup", "service", SERVICE, "username", account])
            .output();
        let output = output.expect("secret-tool (package libsecret-tools) can be started");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Puts a secret into the keychain, as an earlier run of the program would have.
    pub fn store_secret(&self, account: &str, secret: &str) {
        let mut command = self.command("secret-tool");
        command.args(["store", "--label=Famulor SMS", "service", SERVICE, "username", account]);
        let mut tool = Process::start(piped(command));
        let mut input = tool.child().stdin.take().expect("the input is a pipe");
        input.write_all(secret.as_bytes()).expect("secret-tool reads the secret");
        drop(input);
        let status = tool.child().wait().expect("secret-tool can be waited for");
        assert!(status.success(), "secret-tool could not store a secret.");
    }

    /// Unlocks the keychain as logging in does.
    pub fn unlock_keychain(&self) {
        let socket = self.folder().join("run/keyring/control");
        let mut control = UnixStream::connect(socket).expect("the keychain listens to whoever logs in");
        control.write_all(&unlock_request(PASSWORD)).expect("the keychain reads the request");
        let mut answer = [0xff; 8];
        control.read_exact(&mut answer).expect("the keychain answers");
        assert_eq!(answer, [0, 0, 0, 8, 0, 0, 0, 0], "The keychain was not unlocked.");
        wait_for_default_collection(self.surroundings(), "false");
    }

    /// Locks the keychain as logging off or its own window does.
    pub fn lock_keychain(&self) {
        let mut command = self.command("dbus-send");
        command.args(["--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"]);
        command
            .args(["org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login"]);
        let output = command.output().expect("dbus-send (package dbus) can be started");
        assert!(output.status.success(), "The keychain was not locked: {}", String::from_utf8_lossy(&output.stderr));
        wait_for_default_collection(self.surroundings(), "true");
    }

    /// The password that unlocks the keychain, for typing it into the prompt.
    #[must_use]
    pub fn keychain_password(&self) -> &'static str {
        PASSWORD
    }
}

/// The daemon now and then ends itself when it is asked while it starts (an assertion of GIO's in it): then another one is
/// started.
fn unlocked(surroundings: &Surroundings) -> Process {
    let mut keychain = unlocking(surroundings);
    let is_ready = || default_collection_is_locked(surroundings).contains("false");
    if !wait_until(PATIENCE, || keychain.has_ended() || is_ready()) || keychain.has_ended() {
        keychain = unlocking(surroundings);
        wait_for_default_collection(surroundings, "false");
    }
    keychain
}

fn unlocking(surroundings: &Surroundings) -> Process {
    let mut command = surroundings.command(daemon(surroundings));
    command.args(["--unlock", "--foreground", "--components=secrets"]);
    command.stdout(surroundings.log("keychain")).stderr(surroundings.log("keychain"));
    let mut keychain = Process::start(piped(command));
    let mut input = keychain.child().stdin.take().expect("the input is a pipe");
    input.write_all(PASSWORD.as_bytes()).expect("the keychain reads its password");
    drop(input);
    keychain
}

fn started(surroundings: &Surroundings, locked: &str) -> Process {
    let mut command = surroundings.command(daemon(surroundings));
    command.args(["--start", "--foreground", "--components=secrets"]).stdin(Stdio::null());
    command.stdout(surroundings.log("keychain")).stderr(surroundings.log("keychain"));
    let keychain = Process::start(command);
    wait_for_default_collection(surroundings, locked);
    keychain
}

/// A copy loses the file's capabilities, which would make the kernel forget that it is to die with the test, and which
/// many containers do not allow at all.
fn daemon(surroundings: &Surroundings) -> PathBuf {
    let copy = surroundings.folder().join("gnome-keyring-daemon");
    if !copy.exists() {
        fs::copy("/usr/bin/gnome-keyring-daemon", &copy).expect("package gnome-keyring is installed");
    }
    copy
}

/// The service has its name on the bus a little before its collection is there.
fn wait_for_default_collection(surroundings: &Surroundings, locked: &str) {
    let ready = wait_until(PATIENCE, || default_collection_is_locked(surroundings).contains(locked));
    assert!(ready, "The keychain did not become ready: {}", surroundings.read_log("keychain"));
}

fn default_collection_is_locked(surroundings: &Surroundings) -> String {
    let mut command = surroundings.command("dbus-send");
    command.args([
        "--session",
        "--print-reply=literal",
        "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets/aliases/default",
    ]);
    command.args(["org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection", "string:Locked"]);
    let output = command.output().expect("dbus-send (package dbus) can be started");
    [String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)].concat()
}

/// A byte that carries who asks, then the length of the whole, the number of "unlock", and the password.
fn unlock_request(password: &str) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap_or_default().to_be_bytes();
    [&[0], &number(12 + password.len())[..], &number(1), &number(password.len()), password.as_bytes()].concat()
}

fn piped(mut command: std::process::Command) -> std::process::Command {
    command.stdin(Stdio::piped());
    command
}
