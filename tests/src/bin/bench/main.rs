//! How fast, how big and how quiet the program is, beside what it can be compared with: `bench [TOPIC…]`.
//!
//! Everything is measured here and now, each figure beside its peer in the same run and in turns; what was measured is
//! printed and written into `docs/performance.md`. `cargo xtask bench` builds what is needed and starts this.
//! Only Linux has a screen that lies in a file, so elsewhere there is nothing.
#![cfg_attr(
    target_os = "linux",
    expect(clippy::expect_used, reason = "a measurement that cannot be made can only stop and say so")
)]
#![cfg_attr(target_os = "linux", expect(clippy::print_stdout, reason = "the figures are the point of it"))]

#[cfg(target_os = "linux")]
mod figures;
#[cfg(target_os = "linux")]
mod growth;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod machine;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod programs;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod search;
#[cfg(target_os = "linux")]
mod send;
#[cfg(target_os = "linux")]
mod service;
#[cfg(target_os = "linux")]
mod size;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod typing;
#[cfg(target_os = "linux")]
mod window;

#[cfg(target_os = "linux")]
use std::process::ExitCode;

#[cfg(target_os = "linux")]
use report::Measured;

/// How often each thing is measured at least.
#[cfg(target_os = "linux")]
const ROUNDS: usize = 5;

#[cfg(target_os = "linux")]
type Measuring = fn() -> Measured;

/// The topics, in the order of the document.
#[cfg(target_os = "linux")]
const TOPICS: [(&str, Measuring); 8] = [
    ("start", start::measure),
    ("memory", memory::measure),
    ("idle", idle::measure),
    ("size", size::measure),
    ("send", send::measure),
    ("typing", typing::measure),
    ("search", search::measure),
    ("growth", growth::measure),
];

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let names: Vec<&str> = TOPICS.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = wanted.iter().find(|wanted| !names.contains(&wanted.as_str())) {
        println!("There is no topic \"{unknown}\". The topics: {}.", names.join(", "));
        return ExitCode::FAILURE;
    }
    println!("{}", machine::described());
    for (name, measure) in TOPICS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            println!("\n── {name}");
            let measured = measure();
            println!("{measured}");
            report::write(name, &names, &measured);
        }
    }
    ExitCode::SUCCESS
}
