//! What is done with Node: the window's types and the tests of its pure modules.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::Outcome;
use crate::place::root;
use crate::shell::Line;
use crate::tally::Tally;

const HOME: &str = "tests/ui";

/// Checks the types that the window's JavaScript declares in its comments.
pub(crate) fn ui_types() -> Outcome {
    tools()?;
    npx().args(["tsc", "--project", "tests/ui/tsconfig.json"]).run()
}

/// Writes what the documentation holds of the program's words, or with `--check` says whether it is current.
pub(crate) fn words(arguments: &[String]) -> Outcome {
    Line::new("node tests/ui/tools/make-docs.js").args(arguments).run()
}

/// Runs the tests under Node's own runner.
pub(crate) fn tests(each: &mut impl FnMut(&str)) -> Tally {
    let mut tally = Tally::default();
    let files = test_files();
    if files.is_empty() {
        each("There are no tests in tests/ui.");
        return tally;
    }
    let line = Line::new("node --test --test-reporter=tap").args(files);
    let ended = tools().and_then(|()| {
        line.watch(|text| {
            tally.add_node(text);
            if !text.trim_start().starts_with("ok ") && !text.trim().is_empty() {
                each(text);
            }
        })
    });
    tally.ended(ended)
}

/// Installs the tools when they are missing or older than the list of them.
fn tools() -> Outcome {
    let home = root().join(HOME);
    // npm writes this file at the end of each install.
    let installed = changed(home.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(home.join("package-lock.json")) {
        return Ok(());
    }
    npm().args(["ci", "--no-audit", "--no-fund"]).folder(root().join(HOME)).run()
}

fn npm() -> Line {
    Line::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn npx() -> Line {
    Line::new(if cfg!(windows) { "npx.cmd" } else { "npx" }).args(["--prefix", HOME, "--no-install"])
}

fn changed(path: PathBuf) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

fn test_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(HOME)).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(".test.js")).collect();
    files.sort();
    files
}
