//! Where the built program is, and where pictures are kept.

use std::env;
use std::fs;
use std::path::PathBuf;

/// The real program: `FAMULOR_SMS_PROGRAM`, or the one built beside this test.
#[must_use]
pub fn program() -> PathBuf {
    let built = || build_folder().join(format!("famulor-sms{}", env::consts::EXE_SUFFIX));
    let program = env::var_os("FAMULOR_SMS_PROGRAM").map_or_else(built, PathBuf::from);
    assert!(program.is_file(), "{} is not there: build it with `cargo build -p famulor-sms`.", program.display());
    program
}

/// Another program that was built beside this one.
#[must_use]
pub fn beside(name: &str) -> PathBuf {
    let program = build_folder().join(format!("{name}{}", env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is not there: build it first.", program.display());
    program
}

/// A folder beside the built programs that remains.
#[must_use]
pub fn kept(name: &str) -> PathBuf {
    let folder = build_folder().join(name);
    fs::create_dir_all(&folder).expect("a folder can be made in the target folder");
    folder
}

/// A picture's path in a folder that remains: `desktop/NAME.png` in the target folder.
#[must_use]
pub fn picture(name: &str) -> PathBuf {
    let profile = build_folder();
    let folder = profile.parent().unwrap_or(&profile).join("desktop");
    fs::create_dir_all(&folder).expect("a folder for pictures can be made in the target folder");
    let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    folder.join(format!("{plain}.png"))
}

/// A file of the folder `tests`. Cargo says where a crate is at each run: the folder known when this was built may be
/// another checkout that shares the build folder. The crate may be the one with the commands, which lies beside this one.
#[must_use]
pub fn file(below: &str) -> PathBuf {
    let crate_folder =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    crate_folder.with_file_name("tests").join(below)
}

/// The folder of the profile: cargo puts tests one deeper than programs.
fn build_folder() -> PathBuf {
    let this = env::current_exe().expect("a running test knows where it is");
    let folder = this.parent().expect("a program is in a folder");
    let folder = if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder };
    folder.to_path_buf()
}
