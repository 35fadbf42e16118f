//! A whole desktop for one test: a screen, a session bus, a keychain, a window manager and a notification daemon.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::children::{Process, mortal};
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
        desktop.start_screen(options.size);
        desktop.start_window_manager();
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

    /// Takes a picture of the whole screen.
    pub fn screenshot(&self, path: &Path) {
        let mut command = self.command("import");
        let status = command.args(["-window", "root"]).arg(path).status();
        assert!(status.is_ok_and(|status| status.success()), "import (package imagemagick) could not take a picture.");
    }

    /// Takes a picture of one window, without its frame, small enough to be kept.
    pub fn window_picture(&self, title: &str, path: &Path) {
        let window = self.window(title);
        assert!(!window.is_empty(), "There is no window {title:?}.");
        let mut command = self.command("import");
        command.args(["-window", &window, "-strip", "+dither", "-colors", "96"]);
        command.args(["-define", "png:compression-level=9"]).arg(path);
        let status = command.status();
        assert!(status.is_ok_and(|status| status.success()), "import (package imagemagick) could not take a picture.");
    }

    /// Whether there is anything on a window yet: a new one is of one colour for a while.
    #[must_use]
    pub fn is_painted(&self, title: &str) -> bool {
        let colours = self.measure_picture(title, "%k");
        colours.and_then(|number| number.trim().parse::<u32>().ok()).is_some_and(|colours| colours > 8)
    }

    /// What tells a window's picture from any other.
    pub(crate) fn look_of(&self, title: &str) -> Option<String> {
        self.measure_picture(title, "%#")
    }

    fn measure_picture(&self, title: &str, what: &str) -> Option<String> {
        let window = self.window(title);
        // Without a window it would wait for somebody to point at one.
        if window.is_empty() {
            return None;
        }
        let output = self.command("import").args(["-window", &window, "-format", what, "info:-"]).output();
        output.ok().and_then(|output| String::from_utf8(output.stdout).ok())
    }

    /// Gives a window another size.
    pub fn resize_window(&self, title: &str, (width, height): (u32, u32)) {
        self.xdotool(&["windowsize", "--sync", &self.window(title), &width.to_string(), &height.to_string()]);
    }

    /// Whether a window can be seen whose title fits this regular expression.
    #[must_use]
    pub fn shows_window(&self, title: &str) -> bool {
        !self.window(title).is_empty()
    }

    /// Presses keys in the window that has the focus, as in `ctrl+Return`.
    pub fn key(&self, keys: &str) {
        self.xdotool(&["key", "--clearmodifiers", keys]);
    }

    /// Types a text into the window that has the focus. The keyboard is an American one, without umlauts.
    pub fn type_text(&self, text: &str) {
        assert!(text.is_ascii(), "There are no keys for {text:?} on this keyboard.");
        self.xdotool(&["type", "--delay", "5", "--", text]);
    }

    /// Clicks with the real mouse twice at a place of a window, as fast as people do who click everything twice.
    pub fn double_click(&self, title: &str, (x, y): (i64, i64)) {
        let (window, x, y) = (self.window(title), x.to_string(), y.to_string());
        self.xdotool(&["mousemove", "--sync", "--window", &window, &x, &y]);
        self.xdotool(&["click", "--repeat", "2", "--delay", "180", "1"]);
    }

    pub(crate) fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    fn window(&self, title: &str) -> String {
        let search = self.command("xdotool").args(["search", "--onlyvisible", "--name", title]).output();
        let found = search.expect("xdotool (package xdotool) can be started").stdout;
        String::from_utf8_lossy(&found).lines().next().unwrap_or_default().to_owned()
    }

    fn xdotool(&self, arguments: &[&str]) {
        let status = self.command("xdotool").args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "xdotool {arguments:?} failed.");
    }

    fn start_screen(&mut self, (width, height): (u32, u32)) {
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

/// What every process of the desktop finds around itself: its folders and variables.
#[derive(Debug)]
pub(crate) struct Surroundings {
    folder: TempDir,
    environment: Vec<(String, OsString)>,
}

impl Surroundings {
    fn new(options: &DesktopOptions) -> Self {
        let folder = tempfile::Builder::new().prefix("famulor-sms-desktop-").tempdir();
        let mut surroundings =
            Self { folder: folder.expect("a temporary folder can be made"), environment: Vec::new() };
        surroundings.make_folders();
        surroundings.set("PATH", std::env::var_os("PATH").unwrap_or_default());
        surroundings.set("LANG", format!("{}.UTF-8", options.language));
        surroundings.set("LANGUAGE", options.language);
        // The language's own locale may not be installed, this one always is; LANGUAGE goes before it.
        surroundings.set("LC_ALL", "C.UTF-8");
        surroundings.set("GDK_BACKEND", "x11");
        surroundings.set("GSETTINGS_BACKEND", "memory");
        surroundings.set("RUST_BACKTRACE", "1");
        // An unset address would make some libraries look for a bus elsewhere.
        surroundings.set("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-bus", surroundings.folder().display()));
        if !options.accessibility {
            surroundings.set("NO_AT_BRIDGE", "1");
        }
        surroundings
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = mortal(program);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value))).current_dir(self.folder());
        command
    }

    /// A file that takes what a process prints.
    pub(crate) fn log(&self, name: &str) -> File {
        let path = self.log_path(name);
        OpenOptions::new().create(true).append(true).open(path).expect("the temporary folder can be written")
    }

    pub(crate) fn read_log(&self, name: &str) -> String {
        fs::read(self.log_path(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn log_path(&self, name: &str) -> PathBuf {
        self.folder().join(format!("{name}.log"))
    }

    fn home(&self) -> PathBuf {
        self.folder().join("home")
    }

    fn set(&mut self, name: &str, value: impl Into<OsString>) {
        self.environment.retain(|(present, _)| present != name);
        self.environment.push((name.to_owned(), value.into()));
    }

    fn make_folders(&mut self) {
        let folders = [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "home/.local/share"),
            ("XDG_STATE_HOME", "home/.local/state"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_CACHE_HOME", "home/.cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ];
        for (variable, below) in folders {
            let path = self.folder().join(below);
            fs::create_dir_all(&path).expect("the temporary folder can be written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("the temporary folder is ours");
            self.set(variable, path);
        }
    }
}
