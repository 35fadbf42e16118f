//! From a key to the counted text, at 300 characters.

use std::thread;
use std::time::Duration;

use famulor_sms_tests::keyboard::Key;
use famulor_sms_tests::{Desktop, Program};
use serde_json::Value;

use crate::figures::{Series, Unit};
use crate::report::Measured;
use crate::service::Service;

/// Keys pressed for each of the two measurements.
const KEYS: usize = 300;

/// A frame on a screen with 60 of them a second, in milliseconds.
const FRAME: f64 = 16.0;

/// Two keys of someone who types fast are this far apart.
const APART: Duration = Duration::from_millis(50);

/// Notes in the page how long after each key the meter says something else.
const WATCH: &str = "window.keys = []; let at;
const meter = document.querySelector('#text-meter');
addEventListener('keydown', ({ timeStamp }) => { at = timeStamp; }, true);
new MutationObserver(() => window.keys.push(performance.now() - at))
  .observe(meter, { childList: true, characterData: true, subtree: true });
const { left, top, width, height } = meter.getBoundingClientRect();
return [left, top, width, height].map(Math.round);";

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let (data, desktop) = (service.data("data"), service.desktop());
    let (mut in_page, mut on_screen) = (Series::new(Unit::Milliseconds), Series::new(Unit::Milliseconds));
    service.runtime.block_on(async {
        let program = service.program(&desktop, &data).await;
        let text = "Guten Tag, hier ist die Praxis. ".repeat(10);
        program.paste_into("text", text.get(..298).unwrap_or_default()).await;
        program.wait_for_text("text-meter", "298 of 300").await;
        program.still().await;
        let place = program.script(WATCH, Vec::new()).await;
        watch_screen(&desktop, &place, &mut on_screen);
        program.script("window.keys = []", Vec::new()).await;
        press_keys(&desktop);
        in_page = noted(&program).await;
        program.close().await;
    });
    let mut measured = Measured::default();
    let rows = [("counted in the page", &in_page), ("seen on the screen", &on_screen)];
    let row = |(name, series): (&str, &Series)| {
        vec![name.to_owned(), series.shown_with_tail(), Unit::Milliseconds.shown(FRAME)]
    };
    measured.table(
        &["key to updated meter, at 300 characters", "median / 99th percentile", "one frame"],
        rows.map(row).to_vec(),
    );
    let late = in_page.at(99);
    measured.goal(
        "the text is counted within a frame of the key (99th percentile)",
        format!("{late:.1} ms"),
        late <= FRAME,
    );
    measured
}

/// One letter more and one less in turns.
fn key(n: usize) -> Key {
    if n.is_multiple_of(2) { Key::A } else { Key::BACKSPACE }
}

fn watch_screen(desktop: &Desktop, place: &Value, series: &mut Series) {
    let (meter, keyboard) = (desktop.pixels_of(place), desktop.keyboard());
    for n in 0..KEYS {
        let before = meter.look();
        let pressed = keyboard.press(&[key(n)]);
        if let Some(seen) = meter.wait_for_any_change(&before, Duration::from_secs(2)) {
            series.add_time(seen.duration_since(pressed));
        }
        thread::sleep(APART);
    }
}

fn press_keys(desktop: &Desktop) {
    let keyboard = desktop.keyboard();
    for n in 0..KEYS {
        keyboard.press(&[key(n)]);
        thread::sleep(APART);
    }
    thread::sleep(Duration::from_secs(1));
}

async fn noted(program: &Program<'_>) -> Series {
    let keys = program.script("return window.keys", Vec::new()).await;
    let values: Vec<f64> = keys.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!(values.len() >= KEYS * 9 / 10, "The meter moved only {} times.", values.len());
    Series::of(Unit::Milliseconds, values)
}
