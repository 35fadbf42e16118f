//! The simulator as a program, for trying the real window by hand against it.

use std::error::Error;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use famulor_simulator::{Account, Behaviour, LedgerEntry, Simulator};

const HELP: &str = "\
A Famulor that sends nothing.

Usage: famulor-simulator [--port N] [--key KEY] [--misbehave NAME]

  --port N          listen on 127.0.0.1:N (default: a free port)
  --key KEY         the API key to accept (default: practice)
  --misbehave NAME  treat every SMS in this way; the names are below
  --help            show this

Names: ";

struct Options {
    port: u16,
    key: String,
    misbehave: Option<Behaviour>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match start().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => complain(problem.as_ref()),
    }
}

fn complain(problem: &dyn Error) -> ExitCode {
    // Where even this cannot be written, the exit code says it.
    let _ = writeln!(io::stderr(), "famulor-simulator: {problem}");
    ExitCode::FAILURE
}

async fn start() -> Result<(), Box<dyn Error>> {
    match options(std::env::args().skip(1))? {
        Some(options) => run(options).await,
        None => Ok(writeln!(io::stdout(), "{HELP}{}", Behaviour::NAMES.join(" "))?),
    }
}

/// The options, or none if only the help is wanted.
fn options(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options { port: 0, key: "practice".into(), misbehave: None };
    while let Some(option) = arguments.next() {
        if option == "--help" || option == "-h" {
            return Ok(None);
        }
        let value = arguments.next();
        options.set(&option, value.as_deref())?;
    }
    Ok(Some(options))
}

impl Options {
    fn set(&mut self, option: &str, value: Option<&str>) -> Result<(), String> {
        let value = value.ok_or_else(|| format!("{option} is unknown or needs a value; see --help"))?;
        match option {
            "--port" => self.port = value.parse().map_err(|_| format!("{value} is not a port"))?,
            "--key" => value.clone_into(&mut self.key),
            "--misbehave" => self.misbehave = Some(behaviour(value)?),
            _ => return Err(format!("{option} is unknown; see --help")),
        }
        Ok(())
    }
}

fn behaviour(name: &str) -> Result<Behaviour, String> {
    Behaviour::named(name).ok_or_else(|| format!("{name} is not one of: {}", Behaviour::NAMES.join(" ")))
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let simulator = Simulator::start_on(address, Account::example(&options.key)).await?;
    if let Some(behaviour) = options.misbehave {
        simulator.misbehave(behaviour);
    }
    writeln!(io::stdout(), "{}\nkey {}", simulator.url(), options.key)?;
    follow(&simulator).await
}

/// Prints each entry of the ledger as it arrives, and again when more is known of it.
async fn follow(simulator: &Simulator) -> Result<(), Box<dyn Error>> {
    let (mut revision, mut printed) = (0, Vec::new());
    loop {
        revision = simulator.wait_for_change(revision).await;
        let lines: Vec<_> = simulator.ledger().iter().enumerate().map(line).collect();
        for (at, line) in lines.iter().enumerate() {
            if printed.get(at) != Some(line) {
                writeln!(io::stdout(), "{line}")?;
            }
        }
        printed = lines;
    }
}

fn line((at, entry): (usize, &LedgerEntry)) -> String {
    format!(
        "{} {} {} answered={} from={} to={} key={}{} {:?}",
        at + 1,
        if entry.authorized { "authorized" } else { "wrong-key" },
        if entry.sent { "sent" } else { "not-sent" },
        shown(entry.answered),
        shown(entry.from),
        shown(entry.to.as_deref()),
        shown(entry.idempotency_key.as_deref()),
        if entry.repeated { " REPEATED" } else { "" },
        entry.text.as_deref().unwrap_or_default(),
    )
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
