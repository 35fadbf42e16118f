//! How fast, how big and how quiet the program is, beside what it can be compared with: `bench [TOPIC…]`.
//!
//! Everything is measured here and now, each figure beside its peer in the same run and in turns; what was measured is
//! printed and written into `docs/performance.md`. `cargo xtask bench` builds what is needed and starts this.
#![expect(clippy::expect_used, reason = "a measurement that cannot be made can only stop and say so")]
#![expect(clippy::print_stdout, reason = "the figures are the point of it")]

mod figures;
mod growth;
mod idle;
mod machine;
mod memory;
mod programs;
mod report;
mod search;
mod send;
mod service;
mod size;
mod start;
mod typing;
mod window;

use std::process::ExitCode;

use report::Measured;

/// How often each thing is measured at least.
const ROUNDS: usize = 5;

type Measuring = fn() -> Measured;

/// The topics, in the order of the document.
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
