//! The first picture of the window is drawn from its page, held up by nothing; the script behind it moves nothing.

use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use famulor_sms_tests::drawing::Drawn;
use famulor_sms_tests::past::{self, Past};
use famulor_sms_tests::pixels::{Look, Pixels};
use famulor_sms_tests::wait::PATIENCE;
use famulor_sms_tests::{BareProgram, Desktop, DesktopOptions, Program, ProgramOptions, paper};
use serde_json::json;

use crate::room::{Room, data};

/// The answer may come too late for the page, and a busy machine may copy a picture slowly: so often it may go wrong.
const TRIES: usize = 4;

/// A picture that nobody sees as one of its own: it is copied to the screen in parts.
const TORN: Duration = Duration::from_millis(25);

/// After the last change the script has long come to its end.
const QUIET: Duration = Duration::from_secs(3);

/// WebKit waits for half a second.
const HELD_UP: Duration = Duration::from_millis(400);

/// The page is there by then.
const LOADING: Duration = Duration::from_secs(2);

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

/// Two messages that want the person's word, among the data that the program practises with.
fn put_into_outbox(data: &Path) {
    let store = paper::open(&data.join("practice"));
    past::add(&store, [Past::to("+491711234567").that_is("unclear"), Past::to("+491711234568").that_is("held")]);
    store.close_well().unwrap();
}

#[test]
fn the_script_moves_nothing_of_the_first_picture() {
    assert_nothing_moves(|_| ());
}

#[test]
fn the_script_moves_nothing_of_what_is_told_of_the_outbox() {
    assert_nothing_moves(put_into_outbox);
}

fn assert_nothing_moves(prepare: impl Fn(&Path)) {
    let mut told = Vec::new();
    for _ in 0..TRIES {
        let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
        let pixels = desktop.pixels();
        let empty = pixels.look();
        prepare(&data(&desktop));
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

/// A window whose page was drawn before its script was asked for.
async fn in_a_drawn_window(prepare: impl Fn(&Path), look: impl AsyncFn(&Program<'_>)) {
    const SCRIPTS: &str = "return [...document.scripts].map(({ src }) => src.split('/').pop())";
    for _ in 0..TRIES {
        let desktop = Desktop::start(DesktopOptions::default());
        prepare(&data(&desktop));
        let program = Program::start(&desktop, &practice(data(&desktop))).await;
        let is_drawn = program.script(SCRIPTS, Vec::new()).await == json!(["before-app.js", "app.js"]);
        if is_drawn {
            look(&program).await;
        }
        program.close().await;
        if is_drawn {
            return;
        }
    }
    panic!("The page was never drawn before its script.");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_picture_comes_before_the_script() {
    in_a_drawn_window(|_| (), async |_| ()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_in_the_first_picture_is_as_good_as_what_the_script_tells() {
    in_a_drawn_window(put_into_outbox, async |program| {
        assert_eq!(program.text("outbox-badge").await, "2");
        program.click(".notice[data-kind=held] .notice-dismiss").await;
        program.wait_gone(".notice[data-kind=held]").await;
        program.click(".notice[data-kind=unclear] [data-verb=show-outbox]").await;
        program.wait_for("outbox").await;
        program.wait_gone(".notice").await;
    })
    .await;
}

/// Where each element with a name stands in the page as it comes without a first picture, and what is not there in this one.
const MISSING: &str = "const done = arguments[arguments.length - 1];
const request = new XMLHttpRequest();
request.open('GET', 'index.en.html');
request.responseType = 'document';
request.onload = () => {
    const places = (page) => [...page.querySelectorAll('[id]')].map(({ id, parentElement: { id: parent, tagName } }) =>
        `${id} in ${tagName} ${parent}`);
    const here = new Set(places(document));
    const whole = places(request.responseXML);
    const styles = [...document.styleSheets].filter(({ cssRules }) => cssRules.length > 0);
    done([whole.length > 500, whole.filter((place) => !here.has(place)), styles.map(({ href }) => href.split('/').pop())]);
};
request.send();";

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_the_first_picture_does_without_stands_in_its_place_behind_it() {
    in_a_drawn_window(
        |_| (),
        async |program| {
            let found = program.client().execute_async(MISSING, Vec::new()).await.expect("the window answers");
            // The script takes the answer out once it has read it.
            assert_eq!(found, json!([true, ["first-answer in HEAD "], ["app.css", "further.css"]]));
        },
    )
    .await;
}

/// The longest that a thread has waited for another one of its process at one time, until it is told to look no more.
fn longest_wait(process: u32, is_over: &AtomicBool) -> Duration {
    /// As the processor's table of calls has them for `futex`.
    const FUTEX: &str = if cfg!(target_arch = "aarch64") { "98 " } else { "202 " };
    let (mut longest, mut since) = (Duration::ZERO, None);
    while !is_over.load(Ordering::Relaxed) {
        let call = fs::read_to_string(format!("/proc/{process}/task/{process}/syscall"));
        let call = call.expect("the kernel tells what a thread waits for");
        since = if call.starts_with(FUTEX) { since.or_else(|| Some(Instant::now())) } else { None };
        longest = since.map_or(longest, |since| longest.max(since.elapsed()));
        thread::sleep(Duration::from_millis(2));
    }
    longest
}

#[test]
fn a_window_that_is_drawn_while_its_page_is_on_its_way_is_not_held_up() {
    let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
    let pixels = desktop.pixels();
    let empty = pixels.look();
    let program = BareProgram::start(&desktop, &practice(data(&desktop)));
    pixels.wait_for_change(&empty, PATIENCE).expect("the window opens");
    let (process, is_over) = (program.id(), AtomicBool::new(false));
    let longest = thread::scope(|scope| {
        let watching = scope.spawn(|| longest_wait(process, &is_over));
        let exposure = desktop.exposure();
        let begin = Instant::now();
        while begin.elapsed() < LOADING {
            exposure.expose();
            thread::sleep(Duration::from_millis(5));
        }
        is_over.store(true, Ordering::Relaxed);
        watching.join().expect("it is watched")
    });
    program.kill9();
    assert!(longest < HELD_UP, "The thread that draws waited for {longest:?}.");
}

/// How large the areas are that are drawn once the window looks as it stays.
fn drawn_again() -> Vec<(u16, u16)> {
    /// As wide and high as the form at least.
    const LARGE: u16 = 300;
    /// What is drawn at one time is not seen at once.
    const LATER: Duration = Duration::from_millis(10);
    let desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
    let (pixels, drawing, is_over) = (desktop.pixels(), desktop.drawing(), AtomicBool::new(false));
    let empty = pixels.look();
    let program = BareProgram::start(&desktop, &practice(data(&desktop)));
    let (film, drawn) = thread::scope(|scope| {
        let watching = scope.spawn(|| drawing.watch(&is_over));
        pixels.wait_for_change(&empty, PATIENCE).expect("the window opens");
        let film = pixels.film(QUIET, PATIENCE);
        is_over.store(true, Ordering::Relaxed);
        (film, watching.join().expect("it is watched"))
    });
    program.kill9();
    let (picture, _) = film.last().expect("something was seen");
    let large: Vec<&Drawn> = drawn.iter().filter(|drawn| drawn.width >= LARGE && drawn.height >= LARGE).collect();
    assert!(!large.is_empty(), "The window was drawn: {drawn:?}");
    large.iter().filter(|drawn| drawn.at > *picture + LATER).map(|drawn| (drawn.width, drawn.height)).collect()
}

#[test]
fn the_script_draws_nothing_again() {
    let told: Vec<_> = iter::repeat_with(drawn_again).take(TRIES).take_while(|again| !again.is_empty()).collect();
    assert!(told.len() < TRIES, "{told:?}");
}

/// The fonts of all words that are seen, but for the banner that tells of a test's service: size, weight, figures.
const FONTS: &str = "
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const fonts = new Set();
    while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        if (!words.currentNode.data.trim() || !element.checkVisibility() || element.closest('.banners')) continue;
        const { fontSize, fontWeight, fontVariantNumeric } = getComputedStyle(element);
        fonts.add(`${fontSize} ${fontWeight} ${fontVariantNumeric}`);
    }
    return [...fonts].sort()";

#[tokio::test(flavor = "multi_thread")]
async fn the_first_picture_needs_few_fonts() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    // WebKitGTK looks for a font for each, which takes some 4 ms.
    let few = ["14px 400 normal", "16px 400 normal", "16px 600 normal", "24px 600 normal"];
    assert_eq!(program.script(FONTS, Vec::new()).await, json!(few));
}

/// The functions of the browser's in whose place something else stands.
const REPLACED: &str = "return ['alert', 'confirm', 'Notification', 'fetch'].filter(
    (name) => !String(window[name]).includes('[native code]'))";

#[tokio::test(flavor = "multi_thread")]
async fn no_plugin_puts_a_script_before_the_first_picture() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(program.script(REPLACED, Vec::new()).await, json!([]));
}
