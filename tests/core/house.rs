//! What the core may stand on.

use std::process::Command;

use famulor_sms_tests::place;

/// What cargo says of a package's tree; from the network only where something was not fetched yet.
fn tree(package: &str, how: &[&str]) -> String {
    let draw = |more: &[&str]| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["tree", "-p", package, "--target", "all", "--prefix", "none"])
            .args(how)
            .args(more)
            .current_dir(place::file("."))
            .output()
            .unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    };
    draw(&["--offline"]).or_else(|| draw(&[])).expect("cargo can draw the tree")
}

#[test]
#[cfg_attr(all(windows, target_env = "gnu"), ignore = "cargo is not there under Wine")]
fn core_has_no_window_in_its_tree() {
    let tree = tree("famulor-sms-core", &["-e", "normal"]);
    let crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains(&"famulor-sms-core") && crates.contains(&"rusqlite"), "{tree}");
    for name in crates {
        let is_window = ["tauri", "gtk", "webkit", "javascriptcore", "webview"].iter().any(|w| name.starts_with(w));
        assert!(!is_window && !["wry", "tao", "gdk", "soup3"].contains(&name), "{name} is in the core's tree");
    }
}

#[test]
#[cfg_attr(all(windows, target_env = "gnu"), ignore = "cargo is not there under Wine")]
fn a_release_has_no_developer_tools() {
    let features = tree("famulor-sms", &["-e", "features", "-i", "tauri"]);
    assert!(features.contains("tauri feature \"custom-protocol\""), "{features}");
    assert!(!features.contains("feature \"devtools\""), "{features}");
}

#[test]
fn a_release_takes_no_source_of_updates_from_its_surroundings() {
    let source = std::fs::read_to_string(place::file("../src-tauri/src/updates/source.rs")).unwrap();
    let (before, test_only) = source.split_once("#[cfg(debug_assertions)]").unwrap();
    assert!(before.contains("#[cfg(not(debug_assertions))]") && before.contains("option_env!"), "{before}");
    assert!(!before.contains("env::var"), "{before}");
    // The one function that is left out of releases is the last of the file.
    assert_eq!((test_only.matches("fn ").count(), test_only.matches("env::var").count()), (1, 2), "{test_only}");
}

#[test]
#[cfg_attr(all(windows, target_env = "gnu"), ignore = "cargo is not there under Wine")]
fn the_program_carries_nothing_of_what_makes_certificates_for_tests() {
    let tree = tree("famulor-sms", &["-e", "normal"]);
    assert!(tree.contains("famulor-simulator v") && !tree.contains("rcgen v"), "{tree}");
}
