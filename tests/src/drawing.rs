//! What is drawn on the screen, also where it looks as it did before.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::rust_connection::RustConnection;

use crate::desktop::Desktop;

/// How often what was drawn is asked for.
const LOOK: Duration = Duration::from_millis(2);

/// Hears of each area that is drawn.
pub struct Drawing {
    screen: RustConnection,
}

/// An area that was drawn.
#[derive(Debug, Clone, Copy)]
pub struct Drawn {
    pub at: Instant,
    pub width: u16,
    pub height: u16,
}

impl Desktop {
    /// All that is drawn from now on.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        let screen = self.screen();
        let root = screen.setup().roots.first().expect("the desktop has a screen").root;
        screen
            .damage_query_version(1, 1)
            .expect("the screen is there")
            .reply()
            .expect("the screen tells what is drawn");
        let id = screen.generate_id().expect("the screen has ids");
        screen.damage_create(id, root, ReportLevel::RAW_RECTANGLES).expect("the screen takes it");
        screen.flush().expect("the screen is there");
        Drawing { screen }
    }
}

impl Drawing {
    /// Gathers it until it is told to look no more.
    #[must_use]
    pub fn watch(&self, is_over: &AtomicBool) -> Vec<Drawn> {
        let mut all = Vec::new();
        while !is_over.load(Ordering::Relaxed) {
            while let Some(event) = self.screen.poll_for_event().expect("the screen is there") {
                if let Event::DamageNotify(drawn) = event {
                    all.push(Drawn { at: Instant::now(), width: drawn.area.width, height: drawn.area.height });
                }
            }
            thread::sleep(LOOK);
        }
        all
    }
}
