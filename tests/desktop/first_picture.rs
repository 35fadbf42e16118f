//! The first picture of the window is drawn from its page; the script behind it moves nothing.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use famulor_sms_tests::pixels::{Look, Pixels};
use famulor_sms_tests::wait::PATIENCE;
use famulor_sms_tests::{BareProgram, Desktop, DesktopOptions, Program, ProgramOptions};
use serde_json::json;

use crate::room::data;

/// The answer may come too late for the page, and a busy machine may copy a picture slowly: so often it may go wrong.
const TRIES: usize = 4;

/// A picture that nobody sees as one of its own: it is copied to the screen in parts.
const TORN: Duration = Duration::from_millis(25);

/// After the last change the script has long come to its end.
const QUIET: Duration = Duration::from_secs(3);

fn practice(data_dir: PathBuf) -> ProgramOptions {
    ProgramOptions { data_dir: Some(data_dir), args: vec!["--practice".to_owned()], ..ProgramOptions::default() }
}

/// From when the form is seen until the window is as it stays.
fn moving(film: &[(Instant, Look)]) -> Duration {
    let (_, whole) = film.last().expect("something was seen");
    // In the middle of the window: the text's field and what is below it.
    let below = |look: &Look| look[look.len() / 2..look.len() * 3 / 4].to_vec();
    let first = |is: &dyn Fn(&Look) -> bool| film.iter().find(|(_, look)| is(look)).map(|(at, _)| *at);
    let form = first(&|look| Pixels::same(&below(look), &below(whole))).expect("the form is seen");
    first(&|look| Pixels::same(look, whole)).expect("the window comes to rest").duration_since(form)
}

#[test]
fn the_script_moves_nothing_of_the_first_picture() {
    let mut told = Vec::new();
    for _ in 0..TRIES {
        let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
        let pixels = desktop.pixels();
        let empty = pixels.look();
        let program = BareProgram::start(&desktop, &practice(data(&desktop)));
        pixels.wait_for_change(&empty, PATIENCE).expect("the window opens");
        let moving = moving(&desktop.window_pixels().film(QUIET, PATIENCE));
        program.kill9();
        if moving < TORN {
            return;
        }
        told.push(moving);
    }
    panic!("From the form to the whole picture: {told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_picture_comes_before_the_script() {
    const SCRIPTS: &str = "return [...document.scripts].map(({ src }) => src.split('/').pop())";
    for _ in 0..TRIES {
        let desktop = Desktop::start(DesktopOptions::default());
        let program = Program::start(&desktop, &practice(data(&desktop))).await;
        let scripts = program.script(SCRIPTS, Vec::new()).await;
        program.close().await;
        if scripts == json!(["before-app.js", "app.js"]) {
            return;
        }
    }
    panic!("The page was never drawn before its script.");
}
