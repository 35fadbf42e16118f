//! Looking at processes that something else started, and ending them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::wait::wait_until;

/// The processes that a process has started.
pub(crate) fn children_of(parent: u32) -> Vec<u32> {
    all().into_iter().filter(|id| parent_of(*id) == Some(parent)).collect()
}

/// Whether it still runs, if only with one of its threads (which hold its files open); one that has ended and was not
/// waited for does not.
pub(crate) fn runs(id: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    threads
        .filter_map(|thread| stat(&thread.path()))
        .any(|stat| !matches!(stat.first().map(String::as_str), None | Some("Z" | "X")))
}

/// Kills them without a chance to tidy up, and waits until they are gone.
pub(crate) fn kill(ids: &[u32]) {
    signal("KILL", ids);
    wait_until(Duration::from_secs(5), || !ids.iter().any(|id| runs(*id)));
}

/// Asks them to end.
pub(crate) fn terminate(ids: &[u32]) {
    signal("TERM", ids);
}

/// The processes whose home is this folder.
pub(crate) fn at_home(home: &Path) -> Vec<u32> {
    let mark = format!("HOME={}", home.display());
    all().into_iter().filter(|id| runs(*id) && lives_at(*id, mark.as_bytes())).collect()
}

/// A process, those that it has started, those that they have started, and so on.
pub(crate) fn family_of(id: u32) -> Vec<u32> {
    let parents: Vec<(u32, Option<u32>)> = all().into_iter().map(|id| (id, parent_of(id))).collect();
    let mut family = vec![id];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(parents.iter().filter(|(_, of)| *of == Some(parent)).map(|(id, _)| *id));
        next += 1;
    }
    family
}

/// Kills every process whose home is this folder: whatever a desktop's programs have started and left.
pub(crate) fn kill_all_at_home(home: &Path) {
    wait_until(Duration::from_secs(5), || {
        let left = at_home(home);
        kill(&left);
        left.is_empty()
    });
}

fn signal(name: &str, ids: &[u32]) {
    if !ids.is_empty() {
        let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
        // The shell's own kill is there where no kill program is; one that has ended meanwhile is fine.
        let _ = Command::new("sh").arg("-c").arg(format!("kill -{name} {} 2>/dev/null", ids.join(" "))).status();
    }
}

fn all() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn lives_at(id: u32, mark: &[u8]) -> bool {
    fs::read(format!("/proc/{id}/environ"))
        .is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|entry| entry == mark))
}

fn parent_of(id: u32) -> Option<u32> {
    stat(Path::new(&format!("/proc/{id}")))?.get(1)?.parse().ok()
}

/// The fields of a process's or thread's `stat` after the name, which may itself hold spaces and brackets.
pub(crate) fn stat(folder: &Path) -> Option<Vec<String>> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    Some(fields.split_whitespace().map(str::to_owned).collect())
}
