//! The machine that everything is measured on.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// So long the machine must have had next to nothing to do before a program is started.
const REST: Duration = Duration::from_millis(400);

/// Of the processors' time, in one such rest: a twentieth of one of two.
const AT_REST: f64 = 0.025;

/// A machine that others keep busy is taken as it is after that.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// In one sentence.
pub(crate) fn described() -> String {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    format!(
        "Measured on {} ({cores} cores, {}), {}, Linux {}, {}, WebKitGTK {}; load {} at the time of the last topic.",
        processor(),
        memory(),
        graphics(),
        // What comes behind it is the builder's own name for it.
        read("/proc/sys/kernel/osrelease").split('-').next().unwrap_or("unknown"),
        system(),
        answer("pkg-config", &["--modversion", "webkit2gtk-4.1"]),
        read("/proc/loadavg").split(' ').next().unwrap_or("unknown"),
    )
}

/// Waits until what was open before has gone, and what it left to be done is done.
pub(crate) fn wait_until_quiet() {
    let begin = Instant::now();
    let mut before = Spent::until_now();
    while begin.elapsed() < LONGEST_WAIT {
        thread::sleep(REST);
        let now = Spent::until_now();
        if now.busy_since(&before) < AT_REST {
            return;
        }
        before = now;
    }
}

/// What the processors have spent since the machine began, in ticks.
struct Spent {
    all: u64,
    idle: u64,
}

impl Spent {
    /// From the first line of `/proc/stat`: user, nice, system, idle, waiting for the disk, interrupts, soft ones, stolen.
    fn until_now() -> Self {
        let stat = read("/proc/stat");
        let line = stat.lines().next().unwrap_or_default();
        let ticks: Vec<u64> = line.split_whitespace().skip(1).take(8).filter_map(|word| word.parse().ok()).collect();
        Self { all: ticks.iter().sum(), idle: ticks.get(3).copied().unwrap_or_default() }
    }

    fn busy_since(&self, before: &Self) -> f64 {
        let all = self.all.saturating_sub(before.all);
        all.saturating_sub(self.idle.saturating_sub(before.idle)) as f64 / all.max(1) as f64
    }
}

fn processor() -> String {
    value("/proc/cpuinfo", "model name").unwrap_or_else(|| "an unknown processor".to_owned())
}

fn memory() -> String {
    let kibibytes = value("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    kibibytes.map_or_else(|| "memory unknown".to_owned(), |kibibytes| format!("{} GiB", kibibytes.div_ceil(1 << 20)))
}

fn graphics() -> String {
    let files = fs::read_dir(Path::new("/dev/dri")).into_iter().flatten().flatten();
    let gpus = files.filter(|file| file.file_name().to_string_lossy().starts_with("renderD")).count();
    if gpus == 0 { "no GPU".to_owned() } else { format!("{gpus} GPU") }
}

fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.unwrap_or("unknown system").trim_matches('"').to_owned()
}

fn value(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn read(file: &str) -> String {
    fs::read_to_string(file).map_or_else(|_| "unknown".to_owned(), |text| text.trim().to_owned())
}

fn answer(program: &str, words: &[&str]) -> String {
    let output = Command::new(program).args(words).output();
    output.map_or_else(|_| "unknown".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
