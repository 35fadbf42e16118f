//! A policy counts only if administrators alone can have written it; anything else is a fault and never skipped.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use famulor_sms_core::policy::{Policy, PolicyFault, Rules};

use super::PolicyFile;

#[test]
fn a_file_that_administrators_alone_can_write_counts() {
    for mode in [0o644, 0o444, 0o600, 0o755] {
        let file = PolicyFile::saying(r#"{"messages_per_day": 3}"#);
        file.set_mode(mode);
        let policy = file.read();
        assert_eq!((policy.fault(), policy.rules().messages_per_day), (None, Some(3)), "{mode:o}");
    }
}

#[test]
fn where_there_is_no_file_nothing_is_fixed() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("policy.json"), folder.path().join("no-such-folder/policy.json")] {
        let policy = Policy::of_file(&path, 0);
        assert_eq!((policy.fault(), policy.rules()), (None, &Rules::NONE));
    }
}

#[test]
fn a_file_of_somebody_else_or_that_others_may_write_does_not_count() {
    let file = PolicyFile::saying("{}");
    let others = Policy::of_file(&file.path(), file.owner() + 1);
    assert_eq!(others.fault(), Some(&PolicyFault::NotProtected));
    for mode in [0o664, 0o646, 0o666] {
        file.set_mode(mode);
        assert_eq!(file.read().fault(), Some(&PolicyFault::NotProtected), "{mode:o}");
    }
}

#[test]
fn a_file_in_a_folder_that_others_may_write_does_not_count() {
    for mode in [0o775, 0o757, 0o1777] {
        let file = PolicyFile::saying("{}");
        fs::set_permissions(file.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(file.read().fault(), Some(&PolicyFault::NotProtected), "{mode:o}");
    }
}

#[test]
fn what_is_no_plain_file_or_too_large_cannot_be_read() {
    let file = PolicyFile::saying("{}");
    fs::rename(file.path(), file.folder.path().join("elsewhere.json")).unwrap();
    symlink("elsewhere.json", file.path()).unwrap();
    assert_eq!(file.read().fault(), Some(&PolicyFault::Unreadable), "a link");
    fs::remove_file(file.path()).unwrap();
    symlink("nowhere.json", file.path()).unwrap();
    assert_eq!(file.read().fault(), Some(&PolicyFault::Unreadable), "a link that leads nowhere");
    fs::remove_file(file.path()).unwrap();
    fs::create_dir(file.path()).unwrap();
    assert_eq!(file.read().fault(), Some(&PolicyFault::Unreadable), "a folder");

    let large = PolicyFile::saying(&format!("{{{}}}", " ".repeat(64 * 1024)));
    assert_eq!(large.read().fault(), Some(&PolicyFault::Unreadable));
}

#[test]
fn a_fault_fixes_nothing_and_names_what_is_wrong() {
    for (text, kind) in [
        ("", "not JSON"),
        ("{\"undo_seconds\": 5", "not JSON"),
        ("[]", "not JSON"),
        (r#"{"undo_second": 5}"#, "unknown key"),
        (r#"{"undo_seconds": "5"}"#, "bad value"),
        (r#"{"undo_seconds": 5, "undo_seconds": 0}"#, "double key"),
    ] {
        let policy = PolicyFile::saying(text).read();
        assert_eq!(policy.fault().map(PolicyFault::kind), Some(kind), "{text}");
        assert_eq!(policy.rules(), &Rules::NONE);
    }
}
