//! What is on a screen, as often as one likes to look: Xvfb keeps its picture in a file (`-fbdir`).

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::desktop::Desktop;

/// How long between two looks: with half of it, watching took a third of a processor from what is watched, now a fifth.
const LOOK: Duration = Duration::from_millis(4);

/// Bytes of a pixel.
const PIXEL: usize = 4;

/// Fewer pixels than this are a blinking cursor.
const CURSOR: usize = 24;

/// A part of the screen, every third row of it.
#[derive(Debug)]
pub struct Pixels {
    file: File,
    /// Where the picture begins, and how long a row of it is, in bytes.
    begin: u64,
    row: u64,
    /// Left, top, width, height.
    part: [u64; 4],
}

/// One look: the bytes of its pixels.
pub type Look = Vec<u8>;

impl Desktop {
    /// The picture of its screen; the desktop must be a watched one.
    #[must_use]
    pub fn pixels(&self) -> Pixels {
        let file = File::open(self.folder().join("Xvfb_screen0")).expect("the desktop is a watched one");
        Pixels::of(file)
    }
}

impl Desktop {
    /// The picture of the program's window, without its frame.
    #[must_use]
    pub fn window_pixels(&self) -> Pixels {
        let [_, _, width, height] = self.window_place("Famulor SMS$").expect("the window is there");
        self.pixels_of(&json!([0, 0, width, height]))
    }

    /// The picture of a part of the program's window: left, top, width and height as the page says them.
    #[must_use]
    pub fn pixels_of(&self, place: &Value) -> Pixels {
        let [x, y, ..] = self.window_place("Famulor SMS$").expect("the window is there");
        let at = |n: usize| place.get(n).and_then(Value::as_i64).unwrap_or_default();
        let part = [at(0) + i64::from(x), at(1) + i64::from(y), at(2), at(3)].map(i64::unsigned_abs);
        self.pixels().part(part)
    }
}

impl Pixels {
    /// From the head of a file in the manner of `xwd`.
    fn of(file: File) -> Self {
        let number = |at: u64| {
            let mut bytes = [0; 4];
            file.read_exact_at(&mut bytes, at * 4).expect("the picture has a head");
            u64::from(u32::from_be_bytes(bytes))
        };
        let (head, width, height, row, colours) = (number(0), number(4), number(5), number(12), number(19));
        Self { begin: head + colours * 12, row, part: [0, 0, width, height], file }
    }

    /// Only this part of it: left, top, width, height.
    #[must_use]
    pub fn part(mut self, part: [u64; 4]) -> Self {
        self.part = part;
        self
    }

    /// Looks once.
    #[must_use]
    pub fn look(&self) -> Look {
        let [left, top, width, height] = self.part;
        let rows = (top..top + height).step_by(3);
        let row = usize::try_from(width).unwrap_or_default() * PIXEL;
        let mut seen = vec![0; row * rows.clone().count()];
        for (y, bytes) in rows.zip(seen.chunks_exact_mut(row)) {
            self.file.read_exact_at(bytes, self.begin + y * self.row + left * 4).expect("the picture is whole");
        }
        seen
    }

    /// Waits until it is otherwise than it was, by more than a cursor; when that was seen.
    #[must_use]
    pub fn wait_for_change(&self, before: &[u8], patience: Duration) -> Option<Instant> {
        self.wait_for(before, patience, CURSOR)
    }

    /// Waits until a single pixel is otherwise.
    #[must_use]
    pub fn wait_for_any_change(&self, before: &[u8], patience: Duration) -> Option<Instant> {
        self.wait_for(before, patience, 1)
    }

    fn wait_for(&self, before: &[u8], patience: Duration, least: usize) -> Option<Instant> {
        let begin = Instant::now();
        while begin.elapsed() < patience {
            if differing(before, &self.look()) >= least {
                return Some(Instant::now());
            }
            thread::sleep(LOOK);
        }
        None
    }

    /// Every other picture from now on until nothing has changed for this long, and when it was first seen.
    #[must_use]
    pub fn film(&self, quiet: Duration, patience: Duration) -> Vec<(Instant, Look)> {
        let begin = Instant::now();
        let mut film = vec![(begin, self.look())];
        while let Some((last, seen)) = film.last()
            && last.elapsed() < quiet
            && begin.elapsed() < patience
        {
            thread::sleep(LOOK);
            let now = self.look();
            if differing(seen, &now) >= CURSOR {
                film.push((Instant::now(), now));
            }
        }
        film
    }

    /// Whether two pictures are the same but for a cursor.
    #[must_use]
    pub fn same(one: &[u8], other: &[u8]) -> bool {
        differing(one, other) < CURSOR
    }

    /// Waits until nothing has changed for this long; when the last change was seen, if it comes to rest in time.
    #[must_use]
    pub fn wait_until_still(&self, quiet: Duration, patience: Duration) -> Option<Instant> {
        let (begin, mut last, mut seen) = (Instant::now(), Instant::now(), self.look());
        while last.elapsed() < quiet {
            if begin.elapsed() > patience {
                return None;
            }
            thread::sleep(LOOK);
            let now = self.look();
            if differing(&seen, &now) >= CURSOR {
                (last, seen) = (Instant::now(), now);
            }
        }
        Some(last)
    }
}

/// In how many pixels they differ.
fn differing(one: &[u8], other: &[u8]) -> usize {
    let differ = || one.chunks_exact(PIXEL).zip(other.chunks_exact(PIXEL)).filter(|(one, other)| one != other).count();
    if one == other { 0 } else { differ() }
}
