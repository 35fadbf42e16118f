//! What was measured, as tables: printed, and written into the document beside what stands there of other topics.

use std::fmt;
use std::fs;
use std::path::PathBuf;

use famulor_sms_tests::place;

use crate::machine;

/// What one topic has found.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    tables: Vec<Table>,
    goals: Vec<Goal>,
    notes: Vec<String>,
}

#[derive(Debug)]
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Debug)]
struct Goal {
    goal: String,
    measured: String,
    met: bool,
}

impl Measured {
    pub(crate) fn table(&mut self, head: &[&str], rows: Vec<Vec<String>>) {
        self.tables.push(Table { head: head.iter().map(|&word| word.to_owned()).collect(), rows });
    }

    pub(crate) fn goal(&mut self, goal: &str, measured: impl Into<String>, met: bool) {
        self.goals.push(Goal { goal: goal.to_owned(), measured: measured.into(), met });
    }

    /// A goal that a ratio stays at or below a limit.
    pub(crate) fn ratio(&mut self, goal: &str, ratio: f64, limit: f64) {
        self.goal(goal, format!("{ratio:.2}"), ratio <= limit);
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in &self.tables {
            writeln!(f, "{table}")?;
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "{note}\n"))?;
        self.goals.iter().try_for_each(|goal| {
            let met = if goal.met { "met" } else { "NOT met" };
            writeln!(f, "{met}: {} ({})", goal.goal, goal.measured)
        })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| {} |", self.head.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(self.head.len()))?;
        self.rows.iter().try_for_each(|row| writeln!(f, "| {} |", row.join(" | ")))
    }
}

/// Writes what a topic has found into the document; what it says of others stays.
pub(crate) fn write(topic: &str, topics: &[&str], measured: &Measured) {
    let path = document();
    let mut text = fs::read_to_string(&path).expect("docs/performance.md is there");
    let tables: String = measured.tables.iter().map(|table| format!("{table}\n")).collect();
    let notes: String = measured.notes.iter().map(|note| format!("{note}\n\n")).collect();
    text = replaced(&text, "machine", &format!("{}\n", machine::described()));
    text = replaced(&text, topic, format!("{}{}", tables, notes).trim_end_matches('\n'));
    text = replaced(&text, "goals", &goals(&between(&text, "goals"), topic, topics, &measured.goals));
    fs::write(&path, text).expect("docs/performance.md can be written");
}

fn document() -> PathBuf {
    place::file("../docs/performance.md")
}

/// The table of all goals, with those of a topic anew.
fn goals(table: &str, topic: &str, topics: &[&str], goals: &[Goal]) -> String {
    let is_of = |line: &str, topic: &str| line.starts_with(&format!("| {topic} |"));
    let met = |met: bool| if met { "**met**" } else { "**not met**" };
    let new = |goal: &Goal| format!("| {topic} | {} | {} | {} |", goal.goal, goal.measured, met(goal.met));
    let mut lines = vec!["| topic | goal | measured | |".to_owned(), "|---|---|---|---|".to_owned()];
    for other in topics {
        if *other == topic {
            lines.extend(goals.iter().map(new));
        } else {
            lines.extend(table.lines().filter(|line| is_of(line, other)).map(str::to_owned));
        }
    }
    lines.join("\n")
}

fn marks(name: &str) -> (String, String) {
    (format!("<!-- measured: {name} -->\n"), format!("<!-- end of {name} -->"))
}

fn between(text: &str, name: &str) -> String {
    let (begin, end) = marks(name);
    let (_, rest) = text.split_once(&begin).expect("the document has a place for each topic");
    rest.split_once(&end).expect("each place has an end").0.to_owned()
}

fn replaced(text: &str, name: &str, by: &str) -> String {
    let (begin, end) = marks(name);
    let old = format!("{begin}{}{end}", between(text, name));
    text.replace(&old, &format!("{begin}\n{}\n\n{end}", by.trim()))
}
