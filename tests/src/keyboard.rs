//! Single keys, each pressed at a moment that is known: through X's own test extension, with no process in between.

use std::time::Instant;

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::{CURRENT_TIME, NONE};

use crate::desktop::Desktop;

/// A key of the keyboard by its place, as Xvfb numbers them.
#[derive(Debug, Clone, Copy)]
pub struct Key(u8);

impl Key {
    /// The letter A.
    pub const A: Self = Self(38);
    /// Backspace.
    pub const BACKSPACE: Self = Self(22);
    /// Control, on the left.
    pub const CONTROL: Self = Self(37);
    /// Enter.
    pub const ENTER: Self = Self(36);
}

/// A desktop's keyboard.
pub struct Keyboard(RustConnection);

impl Desktop {
    /// Its keyboard.
    #[must_use]
    pub fn keyboard(&self) -> Keyboard {
        Keyboard(self.screen())
    }
}

impl Keyboard {
    /// Presses keys together, the last of them last, and lets them go; when the last went down.
    pub fn press(&self, keys: &[Key]) -> Instant {
        let mut pressed = Instant::now();
        for key in keys {
            pressed = Instant::now();
            self.event(KEY_PRESS_EVENT, *key);
        }
        keys.iter().rev().for_each(|key| self.event(KEY_RELEASE_EVENT, *key));
        pressed
    }

    fn event(&self, kind: u8, Key(key): Key) {
        self.0.xtest_fake_input(kind, key, CURRENT_TIME, NONE, 0, 0, 0).expect("the screen takes a key");
        self.0.flush().expect("the screen is there");
    }
}
