//! One person of a file as it is written there, and what can be made of it.

use std::ops::ControlFlow;

use jiff::Timestamp;

use super::plan::Rules;
use super::{label, name};
use crate::contacts::{LONGEST_LINE, LONGEST_NOTE, Person, PersonNumber, add_number};
use crate::phone_number::{Country, PhoneNumber};
use crate::types::{DoNotWrite, ImportProgress, NumberKind, UnreadableReason};

/// Numbers of one person at most.
const MOST_NUMBERS: usize = 1_000;

/// Digits at least of a number that is not alone in its cell.
const FEWEST_DIGITS: usize = 6;

/// Is told how far a long step is, and says whether it goes on.
pub type Progress<'a> = &'a mut dyn FnMut(ImportProgress) -> ControlFlow<()>;

/// A part that cannot be taken over, mostly a number, of a person who can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: UnreadableReason,
    /// What stands there.
    pub content: String,
}

/// A row or card of a file: where it begins, what stands there, and whom it describes.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) line: u32,
    pub(super) content: &'a str,
    pub(super) written: Result<Written, UnreadableReason>,
}

/// A person as the file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) given: String,
    pub(super) family: String,
    /// The whole name, where its parts are not there.
    pub(super) full: String,
    pub(super) organisation: String,
    /// Stands behind the organisation.
    pub(super) department: String,
    pub(super) note: String,
    /// Labels and numbers.
    pub(super) numbers: Vec<(String, String)>,
    pub(super) is_favourite: bool,
    /// Why not to be written to, and since when.
    pub(super) do_not_write: Option<(String, String)>,
    /// Cells behind the last column.
    pub(super) too_many: Vec<String>,
}

impl Written {
    /// The person, or why it is none; and what is left out of a person.
    pub(super) fn settle(self, rules: &Rules) -> (Result<Person, UnreadableReason>, Vec<LeftOut>) {
        let all: Vec<(&str, &str)> = self
            .numbers
            .iter()
            .flat_map(|(label, cell)| pieces(cell).into_iter().map(move |one| (label.as_str(), one)))
            .collect();
        if all.len() > MOST_NUMBERS {
            return (Err(UnreadableReason::TooManyFields), Vec::new());
        }
        let (numbers, mut left_out) = numbers(&all, rules);
        let too_many = (!self.too_many.is_empty()).then(|| self.too_many.join(" | "));
        let person = match (numbers.is_empty(), left_out.first()) {
            (true, Some(wrong)) => Err(wrong.reason),
            (true, None) => Err(UnreadableReason::NoNumber),
            (false, _) => self.with(numbers, rules),
        };
        left_out.extend(too_many.map(|content| LeftOut { reason: UnreadableReason::TooManyFields, content }));
        if person.is_err() {
            left_out.clear();
        }
        (person, left_out)
    }

    fn with(self, numbers: Vec<PersonNumber>, rules: &Rules) -> Result<Person, UnreadableReason> {
        let parts = [clean(&self.organisation), clean(&self.department)];
        let organisation = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let (given, family) = names(&clean(&self.given), &clean(&self.family), &clean(&self.full), &organisation);
        let note = clean(&self.note);
        let lines = [&given, &family, &organisation].into_iter().chain(numbers.iter().map(|number| &number.label));
        if lines.into_iter().any(|line| line.chars().count() > LONGEST_LINE) || note.chars().count() > LONGEST_NOTE {
            return Err(UnreadableReason::TooLong);
        }
        if given.is_empty() && family.is_empty() && organisation.is_empty() {
            return Err(UnreadableReason::NoName);
        }
        let do_not_write = self.do_not_write.map(|(reason, since)| DoNotWrite {
            reason: clean(&reason),
            since: since.trim().parse().map_or(rules.now, Timestamp::as_millisecond),
        });
        Ok(Person { given, family, organisation, note, numbers, is_favourite: self.is_favourite, do_not_write })
    }
}

fn names(given: &str, family: &str, full: &str, organisation: &str) -> (String, String) {
    let has_parts = !given.is_empty() || !family.is_empty();
    match full {
        _ if has_parts => (given.to_owned(), family.to_owned()),
        full if full == organisation => (String::new(), String::new()),
        full => name::parts(full),
    }
}

fn numbers(written: &[(&str, &str)], rules: &Rules) -> (Vec<PersonNumber>, Vec<LeftOut>) {
    let (mut numbers, mut left_out) = (Vec::new(), Vec::new());
    for (label, one) in written {
        match number(one, rules) {
            Ok(number) => {
                let label = label::written(&clean(label), rules.style);
                add_number(&mut numbers, PersonNumber { label, number });
            }
            Err(reason) => left_out.push(LeftOut { reason, content: (*one).to_owned() }),
        }
    }
    (numbers, left_out)
}

fn number(written: &str, rules: &Rules) -> Result<PhoneNumber, UnreadableReason> {
    if is_rounded(written) {
        return Err(UnreadableReason::Rounded);
    }
    let digits = without_words(without_decimals(written)).ok_or(UnreadableReason::NotANumber)?;
    let read = PhoneNumber::parse(digits, rules.country).and_then(PhoneNumber::unmistakable).ok();
    let with_plus = without_plus(digits, rules.country);
    let number = if with_plus.is_some() { likely(read, with_plus) } else { read };
    number.ok_or(UnreadableReason::NotANumber)
}

/// A number without the words around it: letters are never dialled, and with digits behind them it is not clear which
/// number is meant, unless those are an extension.
fn without_words(written: &str) -> Option<&str> {
    if written.contains(";phone-context=") {
        return Some(written);
    }
    let begin = written.find(|c: char| c.is_numeric() || "+＋(".contains(c))?;
    let number = written.get(begin..)?.split(';').next()?;
    let (digits, words) = number.split_at(number.find(char::is_alphabetic).unwrap_or(number.len()));
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    if !words.is_empty() && digits.chars().filter(|c| c.is_numeric()).count() < FEWEST_DIGITS {
        return None;
    }
    let is_clear = !words.contains(char::is_numeric) || ["x", "ext", "extension"].contains(&word.as_str());
    is_clear.then(|| digits.trim_end_matches(|c: char| !c.is_numeric()))
}

/// What a spreadsheet made of a number when it took it for a quantity, as 491711234567 of +491711234567: a number of the
/// country itself that only lacks its plus. It may also lack the zero before its area.
fn without_plus(written: &str, country: Country) -> Option<PhoneNumber> {
    let is_quantity = !written.starts_with('0') && written.chars().all(|c| c.is_ascii_digit());
    let number = is_quantity.then(|| PhoneNumber::parse(&format!("+{written}"), country).ok()).flatten()?;
    (number.country() == Some(country)).then_some(number)
}

/// Of two readings the one that exists; if both do, the one that can be written to. None if that does not decide.
fn likely(one: Option<PhoneNumber>, other: Option<PhoneNumber>) -> Option<PhoneNumber> {
    let is_mobile = |number: &PhoneNumber| number.kind() == NumberKind::Mobile;
    let readings = [one, other].map(|number| number.filter(PhoneNumber::is_known));
    match readings {
        [Some(one), Some(other)] if is_mobile(&one) != is_mobile(&other) => {
            Some(if is_mobile(&one) { one } else { other })
        }
        [Some(_), Some(_)] => None,
        [one, other] => one.or(other),
    }
}

/// The numbers of a cell. Google puts three colons between them, people a comma, a semicolon or a new line.
fn pieces(cell: &str) -> Vec<&str> {
    let digits = |piece: &str| piece.chars().filter(char::is_ascii_digit).count();
    let split: Vec<&str> =
        cell.split([';', ',', '|', '\n']).flat_map(|piece| piece.split(":::")).map(str::trim).collect();
    let several: Vec<&str> = split.into_iter().filter(|piece| !piece.is_empty()).collect();
    let are_numbers = several.iter().all(|piece| digits(piece) >= FEWEST_DIGITS);
    if are_numbers { several } else { vec![cell.trim()] }
}

/// As a spreadsheet shows a number with too many digits: 4.92E+11.
fn is_rounded(written: &str) -> bool {
    let is_decimal = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ".,".contains(c)) && !text.is_empty();
    let is_power = |text: &str| text.strip_prefix('+').is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()));
    written.split_once(['E', 'e']).is_some_and(|(digits, power)| is_decimal(digits) && is_power(power))
}

/// A number that a spreadsheet took for a quantity: 491711234567.0 or 491711234567,00.
fn without_decimals(written: &str) -> &str {
    let (whole, decimals) = written.rsplit_once(['.', ',']).unwrap_or((written, ""));
    let is_quantity =
        whole.len() > FEWEST_DIGITS && whole.chars().all(|c| c.is_ascii_digit()) && matches!(decimals, "0" | "00");
    if is_quantity { whole } else { written }
}

/// Without what surrounds it, its lines separated by one sign, without invisible commands.
pub(super) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain = lines.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "");
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spreadsheet::Style;

    const RULES: Rules = Rules { country: Country::GERMANY, style: Style::German, now: 5 };

    fn written(numbers: &[&str]) -> Written {
        let numbers = numbers.iter().map(|number| (String::new(), (*number).to_owned())).collect();
        Written { given: "Anna".into(), numbers, ..Written::default() }
    }

    fn dialled(cell: &str) -> Result<Vec<String>, UnreadableReason> {
        let (person, _) = written(&[cell]).settle(&RULES);
        Ok(person?.numbers.iter().map(|number| number.number.to_string()).collect())
    }

    #[test]
    fn numbers_are_read_however_a_cell_holds_them() {
        for (cell, numbers) in [
            ("0171 1234567", &["+491711234567"][..]),
            ("1711234567", &["+491711234567"]),
            ("491711234567", &["+491711234567"]),
            ("491711234567,00", &["+491711234567"]),
            ("Handy: 0171 1234567 (nur abends)", &["+491711234567"]),
            ("030 901820 ext. 5", &["+4930901820"]),
            ("30901820", &["+4930901820"]),
            ("'+49 171 1234567", &["+491711234567"]),
            ("tel:+1-418-656-9254;ext=102", &["+14186569254"]),
            ("0171 1234567 ::: +49 30 901820", &["+491711234567", "+4930901820"]),
            ("0171 1234567, 0172 1234567; 0171/1234567", &["+491711234567", "+491721234567"]),
        ] {
            assert_eq!(dialled(cell).unwrap(), numbers, "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_is_named_with_its_reason() {
        for (cell, reason) in [
            ("4,91711E+11", UnreadableReason::Rounded),
            ("0800 HALLO", UnreadableReason::NotANumber),
            ("0171 1234567 oder 0172 1234567", UnreadableReason::NotANumber),
            // Of the area 0493, or of Berlin without its plus.
            ("4930901820", UnreadableReason::NotANumber),
            ("siehe Notiz", UnreadableReason::NotANumber),
            ("110", UnreadableReason::NotANumber),
            ("0171 1234567 / 0172 1234567", UnreadableReason::NotANumber),
            (" ", UnreadableReason::NoNumber),
        ] {
            assert_eq!(dialled(cell), Err(reason), "{cell}");
        }
    }

    #[test]
    fn a_number_that_is_none_is_left_out_and_said_where_another_is_one() {
        let (person, left_out) = written(&["nachfragen", "0171 1234567"]).settle(&RULES);
        assert_eq!(person.unwrap().numbers.len(), 1);
        assert_eq!(left_out, [LeftOut { reason: UnreadableReason::NotANumber, content: "nachfragen".into() }]);
    }

    #[test]
    fn who_has_no_name_is_known_by_the_organisation_or_by_none() {
        let full = |full: &str, organisation: &str| {
            let (full, organisation) = (full.into(), organisation.into());
            let person = Written { given: String::new(), full, organisation, ..written(&["0171 1234567"]) };
            person.settle(&RULES).0.map(|person| (person.given, person.family, person.organisation))
        };
        let names =
            |given: &str, family: &str, organisation: &str| Ok((given.into(), family.into(), organisation.into()));
        assert_eq!(full("Bilal Aydın", "Praxis"), names("Bilal", "Aydın", "Praxis"));
        assert_eq!(full("Praxis Aydın", "Praxis Aydın"), names("", "", "Praxis Aydın"));
        assert_eq!(full(" ", "Praxis"), names("", "", "Praxis"));
        assert_eq!(full("", ""), Err(UnreadableReason::NoName));
        assert_eq!(full(&"x".repeat(1_001), ""), Err(UnreadableReason::TooLong));
    }

    #[test]
    fn lines_end_alike_and_nothing_invisible_stays() {
        assert_eq!(clean(" a\r\nb\rc\u{0}\u{7}\td\n\n"), "a\nb\nc\td");
    }
}
