//! What a process did to the files of a folder, and when it said what, as `strace` saw it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everything that changes a file, brings it to the disk, or is said. `-s` is longer than any page of a database.
const OPTIONS: &str = "-f -y -xx -s 100000 -e signal=none \
    -e trace=openat,write,pwrite64,lseek,ftruncate,fallocate,fsync,fdatasync,unlink,rename";

/// One step of the process. Files go by their path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Create(PathBuf),
    /// Made, or emptied where it was there.
    Empty(PathBuf),
    Write {
        file: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: PathBuf,
        length: usize,
    },
    Sync(PathBuf),
    Remove(PathBuf),
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    Say(String),
}

/// The command under `strace`, which writes to `log`.
pub(crate) fn traced(program: &str, log: &Path) -> Command {
    let mut command = Command::new("strace");
    command.args(OPTIONS.split_whitespace()).arg("-o").arg(log).arg("--").arg(program);
    command
}

/// The steps in a log that belong to this folder, and what was said.
pub(crate) fn steps(log: &str, folder: &Path) -> Vec<Step> {
    let mut calls = Calls::default();
    let all = log.lines().filter_map(|line| calls.step(line));
    all.filter(|step| step.belongs_to(folder)).collect()
}

/// System calls that were cut in two by those of another thread, and where each file is written next.
#[derive(Debug, Default)]
struct Calls {
    unfinished: BTreeMap<String, String>,
    places: BTreeMap<PathBuf, usize>,
}

impl Calls {
    /// A call counts when it returns, so that nothing is taken for synced too early. What is said counts at once.
    fn step(&mut self, line: &str) -> Option<Step> {
        let (process, call) = line.split_once(' ')?;
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            self.unfinished.insert(process.to_owned(), begun.to_owned());
            return None;
        }
        if let Some((_, end)) = call.split_once(" resumed>") {
            let begun = self.unfinished.remove(process)?;
            return self.whole(&format!("{begun}{end}"));
        }
        self.whole(call)
    }

    fn whole(&mut self, call: &str) -> Option<Step> {
        let (before, result) = call.rsplit_once(" = ")?;
        if result.starts_with('-') {
            return None;
        }
        let (name, arguments) = before.split_once('(')?;
        let arguments = arguments.trim_end().strip_suffix(')')?;
        let file = || path(arguments.split_once('<')?.1.split_once('>')?.0);
        let number = |place: usize| arguments.rsplit(", ").nth(place)?.parse::<usize>().ok();
        match name {
            "openat" if arguments.contains("O_TRUNC") => Some(Step::Empty(path(text(arguments, 0)?)?)),
            "openat" if arguments.contains("O_CREAT") => Some(Step::Create(path(text(arguments, 0)?)?)),
            "pwrite64" => Some(Step::Write { file: file()?, at: number(0)?, bytes: decoded(text(arguments, 0)?)? }),
            "write" if arguments.starts_with("1<") => {
                Some(Step::Say(String::from_utf8(decoded(text(arguments, 0)?)?).ok()?.trim_end().to_owned()))
            }
            "write" => {
                let (file, bytes) = (file()?, decoded(text(arguments, 0)?)?);
                let place = self.places.entry(file.clone()).or_default();
                let at = *place;
                *place += bytes.len();
                Some(Step::Write { file, at, bytes })
            }
            "lseek" => {
                self.places.insert(file()?, result.parse().ok()?);
                None
            }
            "ftruncate" => Some(Step::Truncate { file: file()?, length: number(0)? }),
            "fsync" | "fdatasync" => Some(Step::Sync(file()?)),
            "unlink" => Some(Step::Remove(path(text(arguments, 0)?)?)),
            "rename" => Some(Step::Rename { from: path(text(arguments, 0)?)?, to: path(text(arguments, 1)?)? }),
            "openat" => None,
            other => panic!("nobody knows what {other} does to a file: {}", &call[..call.len().min(200)]),
        }
    }
}

impl Step {
    fn belongs_to(&self, folder: &Path) -> bool {
        match self {
            Self::Create(file)
            | Self::Empty(file)
            | Self::Write { file, .. }
            | Self::Truncate { file, .. }
            | Self::Sync(file)
            | Self::Remove(file)
            | Self::Rename { from: file, .. } => file.starts_with(folder),
            Self::Say(_) => true,
        }
    }
}

/// What stands between the quotes of the string argument with this number, in hexadecimal.
fn text(arguments: &str, number: usize) -> Option<&str> {
    arguments.split('"').nth(2 * number + 1)
}

fn path(hexadecimal: &str) -> Option<PathBuf> {
    Some(String::from_utf8(decoded(hexadecimal)?).ok()?.into())
}

fn decoded(hexadecimal: &str) -> Option<Vec<u8>> {
    hexadecimal.split("\\x").skip(1).map(|byte| u8::from_str_radix(byte, 16).ok()).collect()
}
