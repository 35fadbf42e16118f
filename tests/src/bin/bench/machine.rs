//! The machine that everything is measured on.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

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
