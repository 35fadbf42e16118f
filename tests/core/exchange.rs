//! Contacts from files and into files: what every address book writes, what is broken, and what comes back.

mod apply;
mod files;
mod fuzz;
mod round_trip;

use std::ops::ControlFlow;

use famulor_sms_core::contacts::Person;
use famulor_sms_core::exchange::{ExchangeError, Known, Outcome, Plan, Planned, Rules, Source};
use famulor_sms_core::history::Style;
use famulor_sms_core::types::ImportProgress;
use famulor_sms_core::{Country, PhoneNumber};

const RULES: Rules = Rules { country: Country::GERMANY, style: Style::German, now: 1_795_439_100_000 };

fn go_on(_: ImportProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn plan_with(bytes: &[u8], known: &Known) -> Result<Plan, ExchangeError> {
    let source = Source::open(bytes, RULES.style)?;
    source.plan(&source.mapping(), &RULES, known, &mut go_on)
}

fn plan(bytes: &[u8]) -> Result<Plan, ExchangeError> {
    plan_with(bytes, &Known::new())
}

fn ready(plan: &Plan) -> Vec<&Person> {
    let person = |row: &'_ Planned| matches!(row.outcome, Outcome::Ready(_));
    let rows = plan.rows.iter().filter(|row| person(row));
    rows.filter_map(|row| if let Outcome::Ready(person) = &row.outcome { Some(person) } else { None }).collect()
}

fn number(e164: &str) -> PhoneNumber {
    PhoneNumber::from_e164(e164).unwrap()
}

/// A row in one line: its own line in the file, and who it is or what is wrong.
fn told(row: &Planned) -> String {
    let left_out: String = row.left_out.iter().map(|left| format!(" -{:?}: {}", left.reason, left.content)).collect();
    let what = match &row.outcome {
        Outcome::Ready(person) => person_told(person),
        Outcome::Duplicate { person, of, number } => format!("{} = {of:?} by {number}", person_told(person)),
        Outcome::Unreadable { reason, content } => {
            format!("{reason:?}: {}", content.lines().next().unwrap_or_default())
        }
    };
    format!("{} {what}{left_out}", row.line)
}

fn person_told(person: &Person) -> String {
    let numbers: Vec<String> =
        person.numbers.iter().map(|there| format!("{} {}", there.label, there.number).trim().to_owned()).collect();
    let more = |name: &str, value: &str| if value.is_empty() { String::new() } else { format!(" {name}{value:?}") };
    format!(
        "{}|{}{}{} {}",
        person.given,
        person.family,
        more("of ", &person.organisation),
        more("note ", &person.note),
        numbers.join(", ")
    )
}
