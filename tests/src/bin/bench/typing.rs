//! From a key to the counted text, at 300 characters.

use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use famulor_sms_tests::keyboard::Key;
use famulor_sms_tests::{Desktop, Program};
use serde_json::Value;

use crate::figures::{Series, Unit};
use crate::report::Measured;
use crate::service::Service;

/// Keys pressed in each round of each of the two measurements.
const KEYS: usize = 300;

/// The 99th percentile of so many keys is made by three of them, so it is taken of each round.
const ROUNDS: usize = 5;

/// A frame on a screen with 60 of them a second, in milliseconds.
const FRAME: f64 = 16.0;

/// Two keys of someone who types fast are this far apart.
const APART: Duration = Duration::from_millis(50);

/// Notes in the page when the meter says something else. By the system's clock: what a page says of when a key was pressed
/// is some milliseconds off, from start to start as many others.
const WATCH: &str = "window.changes = [];
const meter = document.querySelector('#text-meter');
new MutationObserver(() => window.changes.push(Date.now()))
  .observe(meter, { childList: true, characterData: true, subtree: true });
const { left, top, width, height } = meter.getBoundingClientRect();
return [left, top, width, height].map(Math.round);";

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let (data, desktop) = (service.data("data"), service.desktop());
    let (mut in_page, mut on_screen) = (Vec::new(), Vec::new());
    service.runtime.block_on(async {
        let program = service.program(&desktop, &data).await;
        let text = "Guten Tag, hier ist die Praxis. ".repeat(10);
        program.paste_into("text", text.get(..298).unwrap_or_default()).await;
        program.wait_for_text("text-meter", "298 of 300").await;
        program.still().await;
        let place = program.script(WATCH, Vec::new()).await;
        for _ in 0..ROUNDS {
            on_screen.push(watch_screen(&desktop, &place));
            program.script("window.changes = []", Vec::new()).await;
            let pressed = press_keys(&desktop);
            in_page.push(noted(&program, &pressed).await);
        }
        program.close().await;
    });
    let mut measured = Measured::default();
    let rows = [("counted in the page", &in_page), ("seen on the screen", &on_screen)];
    let row = |(name, rounds): (&str, &Vec<Series>)| {
        let [median, late] = [50, 99].map(|percent| of_rounds(rounds, percent).shown());
        vec![name.to_owned(), median, late, Unit::Milliseconds.shown(FRAME)]
    };
    measured.table(
        &["key to updated meter, at 300 characters", "median", "99th percentile", "one frame"],
        rows.map(row).to_vec(),
    );
    let late = of_rounds(&in_page, 99).median();
    measured.goal(
        "the text is counted within a frame of the key (99th percentile)",
        format!("{late:.1} ms"),
        late <= FRAME,
    );
    measured
}

/// A percentile of each round.
fn of_rounds(rounds: &[Series], percent: usize) -> Series {
    Series::of(Unit::Milliseconds, rounds.iter().map(|round| round.at(percent)).collect())
}

/// One letter more and one less in turns.
fn key(n: usize) -> Key {
    if n.is_multiple_of(2) { Key::A } else { Key::BACKSPACE }
}

fn watch_screen(desktop: &Desktop, place: &Value) -> Series {
    let (meter, keyboard) = (desktop.pixels_of(place), desktop.keyboard());
    let mut series = Series::new(Unit::Milliseconds);
    for n in 0..KEYS {
        let before = meter.look();
        let pressed = keyboard.press(&[key(n)]);
        if let Some(seen) = meter.wait_for_any_change(&before, Duration::from_secs(2)) {
            series.add_time(seen.duration_since(pressed));
        }
        thread::sleep(APART);
    }
    series
}

/// When each key was pressed, in milliseconds since 1970.
fn press_keys(desktop: &Desktop) -> Vec<f64> {
    let keyboard = desktop.keyboard();
    let mut pressed = Vec::new();
    for n in 0..KEYS {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is later than 1970");
        pressed.push(since.as_secs_f64() * 1000.0);
        keyboard.press(&[key(n)]);
        thread::sleep(APART);
    }
    thread::sleep(Duration::from_secs(1));
    pressed
}

/// From each key to the first change after it, at most: the page's clock counts whole milliseconds that have passed.
async fn noted(program: &Program<'_>, pressed: &[f64]) -> Series {
    let changes = program.script("return window.changes", Vec::new()).await;
    let changes: Vec<f64> = changes.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let after = |pressed: f64| changes.iter().map(|change| change + 1.0).find(|change| *change > pressed);
    let times: Vec<f64> = pressed.iter().filter_map(|&pressed| Some(after(pressed)? - pressed)).collect();
    assert!(changes.len() >= KEYS * 9 / 10 && times.len() == KEYS, "The meter moved only {} times.", changes.len());
    Series::of(Unit::Milliseconds, times)
}
