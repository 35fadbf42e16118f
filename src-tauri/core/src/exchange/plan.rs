//! What an import would do, row by row, before it does anything.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::error::ExchangeError;
use super::row::{LeftOut, Progress, Row};
use super::source::Source;
use crate::clock::Millis;
use crate::contacts::Person;
use crate::phone_number::{Country, PhoneNumber};
use crate::spreadsheet::Style;
use crate::types::{ImportDuplicateView, ImportPlanView, ImportProgress, Mapping, UnreadableReason, UnreadableView};

/// Rows between two words of how far it is.
pub(super) const STEP: usize = 500;

/// Duplicates and unreadable rows that the window shows at most; the file that can be saved has all.
const SHOWN: usize = 100;

/// Characters of an unreadable row that the window shows.
const SHOWN_CONTENT: usize = 200;

/// How people are read from a file.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The country of numbers without one.
    pub country: Country,
    /// The language of the usual labels.
    pub style: Style,
    /// The time of a do-not-write mark that has none.
    pub now: Millis,
}

/// The contacts that are there, by their numbers.
pub type Known = HashMap<PhoneNumber, (i64, String)>;

/// What has a number already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// A contact, by its row, with its name.
    Contact(i64, String),
    /// A person before in the file, by the place in [`Plan::rows`].
    Row(usize),
}

/// What will become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It becomes a contact.
    Ready(Person),
    /// One of its numbers is there already.
    Duplicate {
        /// The person in the row.
        person: Person,
        /// Who has the number.
        of: Earlier,
        /// The number.
        number: PhoneNumber,
    },
    /// It cannot be taken over.
    Unreadable {
        /// Why.
        reason: UnreadableReason,
        /// What stands there.
        content: String,
    },
}

/// A row of the file and what will become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The line it begins in, counted from 1.
    pub line: u32,
    /// What will become of it.
    pub outcome: Outcome,
    /// Its parts that cannot be taken over.
    pub left_out: Vec<LeftOut>,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Every row or card of the file, in its order; a header and empty rows are none.
    pub rows: Vec<Planned>,
}

impl Source {
    /// Plans the import. Cards need no mapping; that of a table is what [`Source::mapping`] says or the person made of
    /// it.
    ///
    /// # Errors
    /// [`ExchangeError::Cancelled`] if `progress` breaks off.
    pub fn plan(
        &self,
        mapping: &Mapping,
        rules: &Rules,
        known: &Known,
        progress: Progress<'_>,
    ) -> Result<Plan, ExchangeError> {
        let total = self.total(mapping);
        let mut planner = Planner { known, in_file: HashMap::new(), rows: Vec::with_capacity(total) };
        for row in self.people(mapping) {
            if planner.rows.len().is_multiple_of(STEP) {
                tell(progress, planner.rows.len(), total)?;
            }
            planner.add(row, rules);
        }
        tell(progress, total, total)?;
        Ok(Plan { rows: planner.rows })
    }
}

/// Says how far it is.
pub(super) fn tell(progress: Progress<'_>, done: usize, total: usize) -> Result<(), ExchangeError> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match progress(ImportProgress { done: count(done), total: count(total) }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(ExchangeError::Cancelled),
    }
}

struct Planner<'a> {
    known: &'a Known,
    /// Who in the file had a number first.
    in_file: HashMap<PhoneNumber, Earlier>,
    rows: Vec<Planned>,
}

impl Planner<'_> {
    fn add(&mut self, row: Row<'_>, rules: &Rules) {
        let (person, left_out) = match row.written {
            Ok(written) => written.settle(rules),
            Err(reason) => (Err(reason), Vec::new()),
        };
        let outcome = match person {
            Ok(person) => self.outcome(person),
            Err(reason) => Outcome::Unreadable { reason, content: row.content.to_owned() },
        };
        self.rows.push(Planned { line: row.line, outcome, left_out });
    }

    fn outcome(&mut self, person: Person) -> Outcome {
        let found = person.numbers.iter().find_map(|there| Some((self.earlier(&there.number)?, there.number.clone())));
        let owner = found.as_ref().map_or(Earlier::Row(self.rows.len()), |(of, _)| of.clone());
        for there in &person.numbers {
            self.in_file.entry(there.number.clone()).or_insert_with(|| owner.clone());
        }
        match found {
            Some((of, number)) => Outcome::Duplicate { person, of, number },
            None => Outcome::Ready(person),
        }
    }

    fn earlier(&self, number: &PhoneNumber) -> Option<Earlier> {
        let contact = self.known.get(number).map(|(id, name)| Earlier::Contact(*id, name.clone()));
        contact.or_else(|| self.in_file.get(number).cloned())
    }
}

impl Plan {
    /// Everything in the file that would not be taken over: line, reason, what stands there.
    pub fn unreadable(&self) -> impl Iterator<Item = (u32, UnreadableReason, &str)> {
        self.rows.iter().flat_map(|row| {
            let parts = row.left_out.iter().map(|part| (row.line, part.reason, part.content.as_str()));
            let whole = match &row.outcome {
                Outcome::Unreadable { reason, content } => Some((row.line, *reason, content.as_str())),
                Outcome::Ready(_) | Outcome::Duplicate { .. } => None,
            };
            whole.into_iter().chain(parts)
        })
    }

    /// The plan as the window shows it.
    #[must_use]
    pub fn view(&self) -> ImportPlanView {
        let count = |wanted: fn(&Outcome) -> bool| {
            u32::try_from(self.rows.iter().filter(|row| wanted(&row.outcome)).count()).unwrap_or(u32::MAX)
        };
        ImportPlanView {
            total: count(|_| true),
            ready: count(|outcome| matches!(outcome, Outcome::Ready(_))),
            duplicates: count(|outcome| matches!(outcome, Outcome::Duplicate { .. })),
            unreadable: count(|outcome| matches!(outcome, Outcome::Unreadable { .. })),
            parts_left_out: self.rows.iter().map(|row| u32::try_from(row.left_out.len()).unwrap_or_default()).sum(),
            first_duplicates: self.rows.iter().filter_map(|row| self.duplicate(row)).take(SHOWN).collect(),
            first_unreadable: self.unreadable().take(SHOWN).map(shown).collect(),
        }
    }

    fn duplicate(&self, row: &Planned) -> Option<ImportDuplicateView> {
        let (person, of, number) = match &row.outcome {
            Outcome::Duplicate { person, of, number } => (person, of, number),
            Outcome::Ready(_) | Outcome::Unreadable { .. } => return None,
        };
        let (other, is_contact) = match of {
            Earlier::Contact(_, name) => (name.clone(), true),
            Earlier::Row(at) => (self.person(*at).map(Person::name).unwrap_or_default(), false),
        };
        let display = number.grouped();
        Some(ImportDuplicateView { line: row.line, name: person.name(), display, other, is_contact })
    }

    fn person(&self, at: usize) -> Option<&Person> {
        match &self.rows.get(at)?.outcome {
            Outcome::Ready(person) | Outcome::Duplicate { person, .. } => Some(person),
            Outcome::Unreadable { .. } => None,
        }
    }
}

fn shown((line, reason, content): (u32, UnreadableReason, &str)) -> UnreadableView {
    UnreadableView { line, reason, content: content.chars().take(SHOWN_CONTENT).collect() }
}
