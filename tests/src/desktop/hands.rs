//! A desktop's keyboard and mouse, and the frames of its windows.

use crate::desktop::Desktop;

impl Desktop {
    /// Gives a window another size.
    pub fn resize_window(&self, title: &str, (width, height): (u32, u32)) {
        self.xdotool(&["windowsize", "--sync", &self.window(title), &width.to_string(), &height.to_string()]);
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

    fn xdotool(&self, arguments: &[&str]) {
        let status = self.command("xdotool").args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "xdotool {arguments:?} failed.");
    }
}
