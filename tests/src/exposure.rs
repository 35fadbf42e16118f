//! Windows that have to be drawn anew, as when another one lay over them.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::desktop::Desktop;

/// The program's window, as the screen knows it.
pub struct Exposure {
    screen: RustConnection,
    window: u32,
}

impl Desktop {
    /// The program's window, which is on the screen.
    #[must_use]
    pub fn exposure(&self) -> Exposure {
        Exposure { screen: self.screen(), window: self.window("Famulor SMS$").parse().expect("the window is there") }
    }
}

impl Exposure {
    /// All of it is to be drawn anew.
    pub fn expose(&self) {
        self.screen.clear_area(true, self.window, 0, 0, 0, 0).expect("the screen takes it");
        self.screen.flush().expect("the screen is there");
    }
}
