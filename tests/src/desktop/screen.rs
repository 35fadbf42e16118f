//! What is to be seen on a desktop's screen.

use std::path::Path;

use x11rb::rust_connection::RustConnection;

use crate::desktop::Desktop;

impl Desktop {
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

    /// Whether a window can be seen whose title fits this regular expression.
    #[must_use]
    pub fn shows_window(&self, title: &str) -> bool {
        !self.window(title).is_empty()
    }

    /// A connection of its own to the screen.
    pub(crate) fn screen(&self) -> RustConnection {
        let display = self.environment().iter().find(|(name, _)| name == "DISPLAY");
        let display = display.and_then(|(_, display)| display.to_str()).expect("a desktop has a screen");
        x11rb::connect(Some(display)).expect("the screen can be reached").0
    }

    pub(crate) fn window(&self, title: &str) -> String {
        let search = self.command("xdotool").args(["search", "--onlyvisible", "--name", title]).output();
        let found = search.expect("xdotool (package xdotool) can be started").stdout;
        String::from_utf8_lossy(&found).lines().next().unwrap_or_default().to_owned()
    }
}
