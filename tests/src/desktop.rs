//! A whole desktop for one test: a screen, a session bus, a keychain, a window manager and a notification daemon.

mod hands;
mod screen;
mod surroundings;

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

pub(crate) use surroundings::Surroundings;

use crate::children::Process;
use crate::keychain::Keychain;
use crate::notifications;
use crate::processes;
use crate::session_bus;
use crate::wait::{PATIENCE, wait_until};

/// What the desktop has.
#[derive(Debug, Clone)]
pub struct DesktopOptions {
    /// The condition of the keychain; none without a bus.
    pub keychain: Keychain,
    /// Whether there is a notification daemon; none without a bus.
    pub notifications: bool,
    /// Whether there is a session bus.
    pub bus: bool,
    /// Whether screen readers find the window (AT-SPI).
    pub accessibility: bool,
    /// The system's language, as in `LANG` without the encoding.
    pub language: &'static str,
    /// The screen's width and height.
    pub size: (u32, u32),
    /// Whether the screen's picture lies in a file, to be looked at every few milliseconds ([`Desktop::pixels`]).
    pub watched: bool,
}

impl Default for DesktopOptions {
    fn default() -> Self {
        Self {
            keychain: Keychain::Unlocked,
            notifications: true,
            bus: true,
            accessibility: false,
            language: "en_US",
            size: (1280, 860),
            watched: false,
        }
    }
}

/// A running desktop. Everything on it ends when it is dropped.
#[derive(Debug)]
pub struct Desktop {
    processes: Vec<Process>,
    surroundings: Surroundings,
}

impl Desktop {
    /// Starts a desktop and waits until all of it is ready.
    #[must_use]
    pub fn start(options: DesktopOptions) -> Self {
        let mut desktop = Self { processes: Vec::new(), surroundings: Surroundings::new(&options) };
        desktop.start_screen(&options);
        desktop.start_window_manager();
        if options.watched {
            // X draws the mouse's pointer into the picture, another one over each field.
            desktop.put_pointer_aside(options.size);
        }
        if options.bus {
            desktop.start_services(&options);
        }
        desktop
    }

    /// The variables that every program on this desktop is started with, and no others.
    #[must_use]
    pub fn environment(&self) -> &[(String, OsString)] {
        &self.surroundings.environment
    }

    /// A command on this desktop.
    #[must_use]
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.surroundings.command(program)
    }

    /// Starts a command of this desktop that ends with it; what it prints is in the log `program`. Its process.
    pub fn run(&mut self, mut command: Command) -> u32 {
        command.stdin(Stdio::null());
        command.stdout(self.surroundings.log("program")).stderr(self.surroundings.log("program"));
        let process = Process::start(command);
        let id = process.id();
        self.processes.push(process);
        id
    }

    /// The folder that goes with the desktop.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.surroundings.folder()
    }

    /// The folder for data of programs (`XDG_DATA_HOME`).
    #[must_use]
    pub fn data_home(&self) -> PathBuf {
        self.folder().join("home/.local/share")
    }

    /// What a process of the desktop has printed so far: `program`, `keychain`, …
    #[must_use]
    pub fn log(&self, name: &str) -> String {
        self.surroundings.read_log(name)
    }

    /// Where the session bus is.
    pub(crate) fn bus_address(&self) -> String {
        let address = self.environment().iter().find(|(name, _)| name == "DBUS_SESSION_BUS_ADDRESS");
        address.map(|(_, address)| address.to_string_lossy().into_owned()).unwrap_or_default()
    }

    pub(crate) fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    fn start_screen(&mut self, options: &DesktopOptions) {
        let (width, height) = options.size;
        let mut command = self.command("Xvfb");
        command.args([
            "-displayfd",
            "1",
            // Otherwise the screen begins anew whenever its last window closes, and turns away who comes meanwhile.
            "-noreset",
            "-nolisten",
            "tcp",
            "-dpi",
            "96",
            "-screen",
            "0",
            &format!("{width}x{height}x24"),
        ]);
        if options.watched {
            command.arg("-fbdir").arg(self.folder());
        }
        command.stdout(Stdio::piped()).stderr(self.surroundings.log("screen"));
        let mut screen = Process::start(command);
        let out = screen.child().stdout.take().expect("the output is a pipe");
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number).expect("Xvfb (package xvfb) prints its number");
        assert!(!number.is_empty(), "Xvfb did not start: {}", self.log("screen"));
        self.processes.push(screen);
        self.surroundings.set("DISPLAY", format!(":{}", number.trim()));
    }

    fn start_window_manager(&mut self) {
        let mut command = self.command("openbox");
        command.stdout(self.surroundings.log("window-manager")).stderr(self.surroundings.log("window-manager"));
        self.processes.push(Process::start(command));
        let ready = wait_until(PATIENCE, || {
            let property = self.command("xprop").args(["-root", "_NET_SUPPORTING_WM_CHECK"]).output();
            let property = property.expect("xprop (package x11-utils) can be started");
            String::from_utf8_lossy(&property.stdout).contains("window id")
        });
        assert!(ready, "openbox did not start: {}", self.log("window-manager"));
    }

    fn start_services(&mut self, options: &DesktopOptions) {
        let accessibility: &[&str] = if options.accessibility { &["org.a11y.Bus"] } else { &[] };
        let services = [options.keychain.services(), accessibility].concat();
        let (bus, address) = session_bus::start(&self.surroundings, &services);
        self.processes.push(bus);
        self.surroundings.set("DBUS_SESSION_BUS_ADDRESS", address);
        self.processes.extend(options.keychain.start(&self.surroundings));
        if options.notifications {
            self.processes.push(notifications::start(&self.surroundings));
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let Some((screen, others)) = self.processes.split_first_mut() else {
            return;
        };
        processes::kill(&others.iter().map(Process::id).collect::<Vec<_>>());
        // The screen takes its lock file away if it is asked.
        processes::terminate(&[screen.id()]);
        wait_until(Duration::from_secs(2), || screen.has_ended());
        self.processes.clear();
        processes::kill_all_at_home(&self.surroundings.home());
    }
}
