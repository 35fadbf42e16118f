//! A desktop's keyboard and mouse, and the frames of its windows.

use std::io::Write as _;
use std::process::Stdio;

use crate::children::Process;
use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_until};

impl Desktop {
    /// Gives a window another size.
    pub fn resize_window(&self, title: &str, (width, height): (u32, u32)) {
        self.xdotool(&["windowsize", "--sync", &self.window(title), &width.to_string(), &height.to_string()]);
    }

    /// Moves a window: its frame's corner comes to this place.
    pub fn move_window(&self, title: &str, (x, y): (i32, i32)) {
        self.xdotool(&["windowmove", "--sync", &self.window(title), &x.to_string(), &y.to_string()]);
    }

    /// Asks for another size, which the window need not take.
    pub fn resize_window_freely(&self, title: &str, (width, height): (u32, u32)) {
        self.xdotool(&["windowsize", &self.window(title), &width.to_string(), &height.to_string()]);
    }

    /// Lets a window fill the screen, or go back to its size: a double click on its title.
    pub fn maximize_window(&self, title: &str) {
        let [x, y, width, _] = self.window_place(title).expect("there is such a window");
        self.xdotool(&["mousemove", "--sync", &(x + width / 2).to_string(), &(y - 8).to_string()]);
        self.xdotool(&["click", "--repeat", "2", "--delay", "80", "1"]);
    }

    /// Where a window is on the screen, without its frame: x, y, width, height.
    #[must_use]
    pub fn window_place(&self, title: &str) -> Option<[i32; 4]> {
        let window = self.window(title);
        // Without a window it would wait for somebody to point at one.
        if window.is_empty() {
            return None;
        }
        let output = self.command("xwininfo").args(["-id", &window]).output();
        let answer = output.expect("xwininfo (package x11-utils) can be started").stdout;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let number = |name: &str| answer.lines().find_map(|line| line.trim().strip_prefix(name)?.trim().parse().ok());
        Some([
            number("Absolute upper-left X:")?,
            number("Absolute upper-left Y:")?,
            number("Width:")?,
            number("Height:")?,
        ])
    }

    /// Copies a text, as another program does that stays for as long as it is asked for it.
    pub fn copy_text(&self, text: &str) -> impl Drop + use<> {
        let mut command = self.command("xclip");
        command.args(["-selection", "clipboard", "-quiet", "-in"]).stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut program = Process::start(command);
        let written = program.child().stdin.take().map(|mut place| place.write_all(text.as_bytes()));
        written.expect("the input is a pipe").expect("xclip (package xclip) takes a text");
        let copied = wait_until(PATIENCE, || {
            let read = self.command("xclip").args(["-selection", "clipboard", "-out"]).output();
            read.is_ok_and(|read| read.stdout == text.as_bytes())
        });
        assert!(copied, "the text is not in the clipboard");
        program
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

    /// Moves the mouse's pointer into the last corner of a screen of this size.
    pub(super) fn put_pointer_aside(&self, (width, height): (u32, u32)) {
        self.xdotool(&["mousemove", &(width - 1).to_string(), &(height - 1).to_string()]);
    }

    fn xdotool(&self, arguments: &[&str]) {
        let status = self.command("xdotool").args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "xdotool {arguments:?} failed.");
    }
}
