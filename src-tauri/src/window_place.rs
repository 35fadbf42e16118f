//! Where the window was and how large, from one start to the next.
//!
//! It lies beside the settings (`window.json`) and is nothing that would be missed: a file that cannot be read or a place on
//! no screen is not used. Only while the window changes is anything done at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use famulor_sms_core::new_file::NewFile;
use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, Manager as _, Monitor, PhysicalPosition, PhysicalSize, WebviewWindow, WebviewWindowBuilder, Wry,
    async_runtime,
};
use tokio::time::sleep;

use crate::office::Start;
use crate::window::{self, SMALLEST};

/// The file's name, beside the settings.
pub(crate) const FILE: &str = "window.json";

/// How long a window that is being moved is left alone before its place is written down.
const AT_REST: Duration = Duration::from_secs(1);

/// What the desktop puts around a window that has not been shown yet, at most: sides, and top with bottom.
const FRAME: (f64, f64) = (12.0, 48.0);

/// A place on the screens, in their own points.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, PartialEq, Eq)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// A screen without its panels.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Screen {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    scale: f64,
}

/// The place that was read at the start or written last.
#[derive(Debug)]
pub(crate) struct WindowPlace {
    path: PathBuf,
    last: Mutex<Option<Place>>,
    /// A change is about to be written down.
    is_moving: AtomicBool,
    is_let_go: AtomicBool,
}

impl WindowPlace {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let last = fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok());
        let (is_moving, is_let_go) = (AtomicBool::new(false), AtomicBool::new(false));
        Self { path, last: Mutex::new(last), is_moving, is_let_go }
    }

    /// Where a window that is about to be made is to be: where it was, or anywhere in the size that it has by itself or that
    /// the screen allows.
    pub(crate) fn prepare<'a>(
        &self,
        app: &AppHandle,
        window: WebviewWindowBuilder<'a, Wry, AppHandle>,
        (width, height): (f64, f64),
    ) -> tauri::Result<WebviewWindowBuilder<'a, Wry, AppHandle>> {
        let screens: Vec<Screen> = app.available_monitors()?.iter().map(screen).collect();
        if let Some((place, scale)) = self.last().and_then(|place| fitted(place, &screens)) {
            let own = |points: f64| points / scale;
            let window = window.position(own(place.x.into()), own(place.y.into())).maximized(place.maximized);
            return Ok(window.inner_size(own(place.width.into()), own(place.height.into())));
        }
        let Some(screen) = app.primary_monitor()?.as_ref().map(screen) else {
            return Ok(window.inner_size(width, height));
        };
        let (most_wide, most_high) = screen.room();
        let most = |points: u32| f64::from(points) / screen.scale;
        Ok(window.inner_size(width.min(most(most_wide)), height.min(most(most_high))))
    }

    /// Writes the place down when the window has come to rest.
    pub(crate) fn changed(&self, app: &AppHandle, window: &WebviewWindow) {
        if !window.is_visible().unwrap_or(false) || self.is_moving.swap(true, Ordering::SeqCst) {
            return;
        }
        let app = app.clone();
        async_runtime::spawn(async move {
            sleep(AT_REST).await;
            let start = app.state::<Start>();
            let Ok(office) = start.office() else { return };
            office.place.is_moving.store(false, Ordering::SeqCst);
            if let Some(window) = window::main(&app) {
                office.place.keep(&window);
            }
        });
    }

    /// Writes down where the window is, if it is anywhere.
    pub(crate) fn keep(&self, window: &WebviewWindow) {
        let is_seen = window.is_visible().unwrap_or(false) && !window.is_minimized().unwrap_or(true);
        if !is_seen || self.is_let_go.load(Ordering::SeqCst) {
            return;
        }
        let kept = self.place_of(window).map_or(Ok(()), |place| self.write(place));
        if let Err(error) = kept {
            tracing::warn!(%error, "the window's place could not be kept");
        }
    }

    /// Keeps nothing any more.
    pub(crate) fn let_go(&self) {
        self.is_let_go.store(true, Ordering::SeqCst);
    }

    fn last(&self) -> Option<Place> {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Of a window that fills the screen, the place it goes back to is kept.
    fn place_of(&self, window: &WebviewWindow) -> Option<Place> {
        let maximized = window.is_maximized().ok()?;
        if maximized && let Some(last) = self.last() {
            return Some(Place { maximized, ..last });
        }
        let (PhysicalPosition { x, y }, PhysicalSize { width, height }) =
            (window.outer_position().ok()?, window.inner_size().ok()?);
        Some(Place { x, y, width, height, maximized })
    }

    fn write(&self, place: Place) -> io::Result<()> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last == Some(place) {
            return Ok(());
        }
        let mut file = NewFile::begin(&self.path)?;
        file.write_all(&serde_json::to_vec(&place)?)?;
        file.finish()?;
        *last = Some(place);
        Ok(())
    }
}

impl Screen {
    /// The largest window that fits, without its frame.
    fn room(&self) -> (u32, u32) {
        (
            self.width.saturating_sub(points(FRAME.0, self.scale)),
            self.height.saturating_sub(points(FRAME.1, self.scale)),
        )
    }

    /// How much of a place is on it.
    fn share(&self, place: &Place) -> i64 {
        let along = |from: i32, long: u32, start: i32, length: u32| {
            let end = (i64::from(from) + i64::from(long)).min(i64::from(start) + i64::from(length));
            (end - i64::from(from.max(start))).max(0)
        };
        along(place.x, place.width, self.x, self.width) * along(place.y, place.height, self.y, self.height)
    }
}

/// The place, wholly on the screen that most of it is on, and that screen's scale; none where it is on no screen.
fn fitted(place: Place, screens: &[Screen]) -> Option<(Place, f64)> {
    let screen = screens.iter().max_by_key(|screen| screen.share(&place)).filter(|screen| screen.share(&place) > 0)?;
    let room = screen.room();
    let length = |wanted: u32, least: f64, most: u32| wanted.max(points(least, screen.scale)).min(most);
    let (width, height) = (length(place.width, SMALLEST.0, room.0), length(place.height, SMALLEST.1, room.1));
    let within = |wanted: i32, start: i32, spare: u32| {
        let last = start.saturating_add(i32::try_from(spare).unwrap_or(i32::MAX));
        wanted.clamp(start, last.max(start))
    };
    let (x, y) =
        (within(place.x, screen.x, room.0 - width.min(room.0)), within(place.y, screen.y, room.1 - height.min(room.1)));
    Some((Place { x, y, width, height, ..place }, screen.scale))
}

fn screen(monitor: &Monitor) -> Screen {
    let (area, scale) = (monitor.work_area(), monitor.scale_factor());
    Screen { x: area.position.x, y: area.position.y, width: area.size.width, height: area.size.height, scale }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points of a screen")]
fn points(logical: f64, scale: f64) -> u32 {
    (logical * scale).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Screen = Screen { x: 0, y: 0, width: 1280, height: 860, scale: 1.0 };
    const RIGHT: Screen = Screen { x: 1280, y: 0, width: 2560, height: 1440, scale: 2.0 };

    fn put(place: Place, screens: &[Screen]) -> Option<Place> {
        fitted(place, screens).map(|(place, _)| place)
    }

    fn at(x: i32, y: i32, width: u32, height: u32) -> Place {
        Place { x, y, width, height, maximized: false }
    }

    #[test]
    fn a_place_on_a_screen_stays_as_it_is() {
        assert_eq!(put(at(100, 80, 700, 600), &[LEFT, RIGHT]), Some(at(100, 80, 700, 600)));
        assert_eq!(put(at(1400, 80, 900, 1000), &[LEFT, RIGHT]), Some(at(1400, 80, 900, 1000)));
    }

    #[test]
    fn a_place_on_no_screen_is_not_used() {
        for place in [at(5000, 5000, 700, 600), at(-2000, 0, 700, 600), at(i32::MIN, i32::MAX, u32::MAX, 1)] {
            assert_eq!(put(place, &[LEFT, RIGHT]), None, "{place:?}");
        }
        assert_eq!(put(at(1400, 80, 700, 600), &[LEFT]), None, "the second screen is gone");
        assert_eq!(put(at(0, 0, 700, 600), &[]), None);
    }

    #[test]
    fn what_hangs_over_an_edge_comes_in_and_what_is_too_large_gets_smaller() {
        assert_eq!(put(at(1200, 800, 700, 600), &[LEFT]), Some(at(1280 - 12 - 700, 860 - 48 - 600, 700, 600)));
        assert_eq!(put(at(-300, -200, 700, 600), &[LEFT]), Some(at(0, 0, 700, 600)));
        assert_eq!(put(at(-5, -5, 9000, 9000), &[LEFT]), Some(at(0, 0, 1268, 812)));
        assert_eq!(put(at(10, 10, u32::MAX, u32::MAX), &[LEFT]), Some(at(0, 0, 1268, 812)));
    }

    #[test]
    fn nothing_is_smaller_than_the_form_needs() {
        assert_eq!(put(at(10, 10, 1, 1), &[LEFT]), Some(at(10, 10, 360, 480)));
        assert_eq!(put(at(1300, 10, 1, 1), &[RIGHT]), Some(at(1300, 10, 720, 960)), "in points of this screen");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_none() {
        let folder = tempfile::tempdir().unwrap();
        for text in [
            "",
            "{}",
            "[1]",
            r#"{"x":1e99,"y":0,"width":1,"height":1,"maximized":false}"#,
            r#"{"x":0,"y":0,"width":-1,"height":1,"maximized":false}"#,
        ] {
            fs::write(folder.path().join(FILE), text).unwrap();
            assert_eq!(WindowPlace::in_folder(folder.path()).last(), None, "{text}");
        }
        let place = WindowPlace::in_folder(folder.path());
        place.write(at(1, 2, 700, 600)).unwrap();
        assert_eq!(WindowPlace::in_folder(folder.path()).last(), Some(at(1, 2, 700, 600)));
    }
}
