//! The cursor of the field in use: it blinks while somebody writes, then stands still where it can be seen.

use std::time::{Duration, Instant};

use famulor_sms_tests::pixels::{Look, Pixels};
use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};

use crate::room::data;

/// More than a whole blink takes.
const BLINK: Duration = Duration::from_secs(3);

/// It rests after ten seconds; a busy machine may take longer.
const PATIENCE: Duration = Duration::from_secs(60);

const PLACE: &str = "const { left, top, width, height } = document.querySelector('#recipient').getBoundingClientRect();
return [left, top, width, height].map(Math.round)";

#[tokio::test(flavor = "multi_thread")]
async fn the_cursor_comes_to_rest_where_it_is_seen_and_blinks_for_who_writes_on() {
    let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
    let options = ProgramOptions {
        data_dir: Some(data(&desktop)),
        args: vec!["--practice".to_owned()],
        ..ProgramOptions::default()
    };
    let program = Program::start(&desktop, &options).await;
    let field = desktop.pixels_of(&program.script(PLACE, Vec::new()).await);
    let with_cursor = darker(&field);
    assert_eq!(at_rest(&field), Some(with_cursor), "What stands still is the field with its cursor.");
    program.type_into("recipient", "ab").await;
    // Which it must, to have a darker half.
    let _ = darker(&field);
    program.close().await;
}

/// The darker half of a blink: in it the cursor is seen.
fn darker(field: &Pixels) -> Look {
    let one = field.look();
    field.wait_for_any_change(&one, BLINK).expect("the cursor blinks");
    let other = field.look();
    let light = |look: &Look| look.iter().copied().map(u64::from).sum::<u64>();
    if light(&one) < light(&other) { one } else { other }
}

/// What the field looks like once nothing changes in it, in time.
fn at_rest(field: &Pixels) -> Option<Look> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        let look = field.look();
        if field.wait_for_any_change(&look, BLINK).is_none() {
            return Some(look);
        }
    }
    None
}
