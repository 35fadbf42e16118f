//! A disk with no room left and a folder that cannot be written: a clear error, and nothing half.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::Path;
use std::process::{Command, Stdio};

use famulor_sms_tests::paper;
use rusqlite::Connection;
use tempfile::TempDir;

/// What `store-work fill` said about a folder, started through this command.
fn fill(mut command: Command, folder: &Path) -> Vec<String> {
    command.arg(env!("CARGO_BIN_EXE_store-work")).arg("fill").arg(folder);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    process.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(process.wait().unwrap().success(), "{said}");
    said.lines().map(str::to_owned).collect()
}

/// The same on a disk of so many KiB; what is on it in the end lies in the folder.
fn fill_a_small_disk(size: u32) -> (Vec<String>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let said = if may_mount() {
        fill(own_disk(size, folder.path()), Path::new("/mnt"))
    } else {
        fill(disk_that_takes(size), folder.path())
    };
    (said, folder)
}

fn in_a_room_of_its_own() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "--", "sh", "-c"]);
    command
}

fn may_mount() -> bool {
    in_a_room_of_its_own().arg("mount -t tmpfs tmpfs /mnt").output().is_ok_and(|ended| ended.status.success())
}

/// A disk that goes with the process, and is copied before.
fn own_disk(size: u32, kept: &Path) -> Command {
    let script = format!(
        "mount -t tmpfs -o size={size}k tmpfs /mnt && \"$0\" \"$1\" \"$2\"; end=$?; cp -r /mnt/. '{}'; exit $end",
        kept.display()
    );
    let mut command = in_a_room_of_its_own();
    command.arg(script);
    command
}

/// Where nothing may be mounted: the system says that the disk is full from one write of a page on.
fn disk_that_takes(size: u32) -> Command {
    let mut command = Command::new("strace");
    let fault = format!("inject=pwrite64:error=ENOSPC:when={}+", size.div_ceil(2));
    command.args(["-f", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", &fault, "--"]);
    command
}

fn count(said: &[String], word: &str) -> usize {
    said.iter().filter(|line| *line == word).count()
}

#[test]
fn a_full_disk_is_named_and_keeps_what_was_confirmed() {
    let (said, folder) = fill_a_small_disk(2048);
    let confirmed = count(&said, "committed");
    assert!(confirmed > 10, "{said:?}");
    assert_eq!(said[confirmed..], ["not written: Full", "not backed up: Err(Full)"]);
    let store = paper::open(folder.path());
    assert_eq!(paper::messages(&store).len(), confirmed);
    assert_eq!(store.now(|c| c.query_row("PRAGMA integrity_check", [], |r| r.get::<_, String>(0))).unwrap(), "ok");
    assert!(paper::files_below(&folder.path().join("backups")).is_empty(), "half a backup was left");
    store.now(|c| paper::queue(c, "Nun ist wieder Platz")).unwrap();
}

#[test]
fn a_first_start_on_a_full_disk_says_so() {
    for size in [4, 16, 32, 64, 96] {
        let (said, folder) = fill_a_small_disk(size);
        let confirmed = count(&said, "committed");
        assert!(["not opened: Full", "not written: Full"].contains(&said[confirmed].as_str()), "{size}: {said:?}");
        assert_eq!(paper::messages(&paper::open(folder.path())).len(), confirmed, "{size}");
    }
}

/// Runs as somebody whom rights bind: root among the users, too.
fn bound_by_rights() -> Command {
    let is_root = fs::read_to_string("/proc/self/status").unwrap().contains("\nUid:\t0\t");
    if !is_root {
        return Command::new("env");
    }
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all", "--"]);
    command
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let parent = tempfile::tempdir().unwrap();
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let said = fill(bound_by_rights(), &parent.path().join("data"));
    assert!(said.len() == 1 && said[0].starts_with("not opened: Folder("), "{said:?}");
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(fs::read_dir(parent.path()).unwrap().next().is_none());
}

#[test]
fn a_database_of_another_owner_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = data.join("famulor-sms.db");
    drop(paper::open(&data));
    Connection::open(&file).unwrap().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    let before = fs::read(&file).unwrap();
    // Only root can give a file away; for anybody else root's own folder stands for it.
    let is_given = chown(&file, Some(12_345), None).is_ok();
    let place = if is_given { data.as_path() } else { Path::new("/root") };
    let said = fill(bound_by_rights(), place);
    assert!(said.len() == 1 && said[0].starts_with("not opened: Folder("), "{said:?}");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(!data.join("set-aside").exists());
}
