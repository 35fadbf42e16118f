//! The quick part of the benchmark (`cargo xtask bench`) that needs a screen: a start that has become much slower is noticed
//! at once, the way of drawing without a GPU, and that JavaScript is not compiled.

use std::fs;
use std::time::{Duration, Instant};

use famulor_sms_tests::footprint::Tree;
use famulor_sms_tests::wait::wait_for;
use famulor_sms_tests::{Desktop, DesktopOptions, place};

/// Not optimised and on a busy machine, the program takes this many times as long as a window with an empty page at most.
const TIMES: u32 = 5;

/// So often it may be too slow before it counts.
const TRIES: usize = 4;

const PATIENCE: Duration = Duration::from_secs(30);

/// From the command to the first pixels.
fn start(program: &std::path::Path, words: &[&str]) -> Duration {
    let mut desktop = Desktop::start(DesktopOptions { watched: true, ..DesktopOptions::default() });
    let pixels = desktop.pixels();
    let empty = pixels.look();
    let mut command = desktop.command(program);
    command.args(words);
    let begin = Instant::now();
    desktop.run(command);
    pixels.wait_for_change(&empty, PATIENCE).expect("the window opens").duration_since(begin)
}

#[test]
fn the_window_is_there_in_a_few_times_the_time_of_an_empty_one() {
    let mut told = Vec::new();
    for _ in 0..TRIES {
        let (bare, own) = (start(&place::beside("bare-window"), &[]), start(&place::program(), &["--practice"]));
        if own < bare * TIMES {
            return;
        }
        told.push((own, bare));
    }
    panic!("The program and an empty window took: {told:?}");
}

/// What the program sets for its own window: two for drawing without a GPU, one with which EGL finds no driver, which the
/// process that draws must not find, and one with which JavaScript is not compiled.
pub(crate) const OWN: [&str; 4] =
    ["WEBKIT_DISABLE_DMABUF_RENDERER", "GDK_GL", "__EGL_VENDOR_LIBRARY_FILENAMES", "JSC_useJIT"];

/// Memory that can be written and run, as the kernel's maps have it.
const WRITTEN_AND_RUN: &str = " rwxp ";

/// The process that draws, as the kernel calls it.
pub(crate) const DRAWS: &str = "WebKitWebProces";

/// Mesa's, which is the only one that draws without a GPU.
pub(crate) const DRIVER: &str = "/libEGL_mesa.so";

pub(crate) fn has_gpu() -> bool {
    let files = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("renderD"))
}

/// The program and all that it starts, with this first one of the variables; it ends with the desktop.
fn practising(set: Option<&str>) -> (Desktop, Tree) {
    let mut desktop = Desktop::start(DesktopOptions::default());
    let tree = Tree::begin(&desktop);
    let mut command = desktop.command(place::program());
    command.arg("--practice").envs(set.map(|value| (OWN[0], value)));
    desktop.run(command);
    (desktop, tree)
}

/// The values of the variables in the process that draws, where the program was started with this first one.
fn in_what_draws(set: Option<&str>) -> [Option<String>; 4] {
    let (_desktop, tree) = practising(set);
    let name = |id: &u32| fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
    let drawing = || tree.processes().into_iter().find(|id| name(id).trim() == DRAWS);
    let process = wait_for(PATIENCE, drawing).expect("WebKit draws in a process of its own");
    let environment = fs::read(format!("/proc/{process}/environ")).unwrap();
    let all = String::from_utf8_lossy(&environment).into_owned();
    let value = |name| all.split('\0').find_map(|entry| entry.strip_prefix(name)?.strip_prefix('=').map(str::to_owned));
    OWN.map(value)
}

#[test]
fn where_there_is_no_gpu_webkit_draws_without_one() {
    let [one, other] = ["1", "disable"].map(|value| (!has_gpu()).then(|| value.to_owned()));
    assert_eq!(in_what_draws(None), [one, other, None, Some("0".to_owned())]);
}

#[test]
fn who_has_chosen_a_way_of_drawing_keeps_it() {
    let [of_drawing, of_script] = ["0", "0"].map(|value| Some(value.to_owned()));
    assert_eq!(in_what_draws(Some("0")), [of_drawing, None, None, of_script]);
}

#[test]
fn where_there_is_no_gpu_the_program_loads_no_driver() {
    let (_desktop, tree) = practising(None);
    let have = wait_for_driver(&tree);
    // On a machine with one it may.
    assert!(has_gpu() || have == [DRAWS], "{have:?}");
}

#[test]
fn what_runs_javascript_has_no_memory_that_can_be_written_and_run() {
    let (_desktop, tree) = practising(None);
    wait_for_driver(&tree);
    let have = tree.that_have(WRITTEN_AND_RUN);
    // A driver may compile what it draws with.
    assert!(has_gpu() || have.is_empty(), "{have:?}");
}

/// Once what draws has a driver, those that have one.
fn wait_for_driver(tree: &Tree) -> Vec<String> {
    let have = || Some(tree.that_have(DRIVER)).filter(|have| have.iter().any(|name| name == DRAWS));
    wait_for(PATIENCE, have).expect("what draws has a driver")
}
