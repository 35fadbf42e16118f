//! Whether the salutation names another person than the recipient.
//!
//! Careful rather than complete: "Frau Meier" is compared with the contact's family name, "Hallo Anna" with the given
//! name, and where one word of the name fits or the contact lacks that name, nothing is said.

use super::word::{Word, utf16, words};
use crate::search_key::{self, ways_to_write};
use crate::templates::Facts;
use crate::types::Hint;

/// A salutation stands within the first words of a text.
const WITHIN: usize = 12;

const GREETINGS: &[&[&str]] = &[
    &["sehr", "geehrte"],
    &["sehr", "geehrter"],
    &["guten", "tag"],
    &["guten", "morgen"],
    &["guten", "abend"],
    &["gruss", "gott"],
    &["good", "morning"],
    &["good", "afternoon"],
    &["good", "evening"],
    &["hallo"],
    &["hello"],
    &["hey"],
    &["hi"],
    &["moin"],
    &["servus"],
    &["liebe"],
    &["lieber"],
    &["dear"],
];
/// Behind these stands a family name.
const FORMS_OF_ADDRESS: &[&str] = &[
    "frau",
    "herr",
    "herrn",
    "fr",
    "hr",
    "familie",
    "family",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
];
const TITLES: &[&str] = &["dr", "prof", "professor", "med", "dent", "vet", "dipl", "ing", "phd"];
const PARTICLES: &[&str] = &[
    "von", "vom", "van", "der", "den", "de", "zu", "zum", "zur", "la", "le", "del", "di", "da", "dos", "al", "el",
    "bin",
];
/// Nobody's name, though German writes them with a capital.
const NOBODY: &str = "zusammen team alle allerseits leute ihr ihre sie du kunde kundin kunden patient patientin patienten \
    eltern kollege kollegin kollegen freunde freund freundin gaste gast mitglied mitglieder damen herren \
    nachbar nachbarin nachbarn mieter mieterin grusse gruss welt teilnehmer teilnehmerin interessent \
    interessentin bewerber bewerberin mitarbeiter mitarbeiterin schuler schulerin studierende praxis firma \
    customer customers client clients patients all everyone everybody there sir madam colleague colleagues \
    friend friends guest guests member members parent parents folks neighbour neighbor valued world your we \
    this please bitte";

/// Says so if the salutation at the beginning of a text names another person than this contact.
#[must_use]
pub fn other_salutation(text: &str, contact: &Facts) -> Option<Hint> {
    let line = text.trim_start();
    let offset = text.len() - line.len();
    let words: Vec<Word> = words(line.lines().next()?, offset).into_iter().take(WITHIN).collect();
    let said = Said::read(text, &words)?;
    let names = search_key::words(if said.is_formal { &contact.family } else { &contact.given });
    let names: Vec<&String> = names.iter().filter(|name| is_telling(name)).collect();
    let whole = search_key::words(&format!("{} {}", contact.given, contact.family));
    let is_known = |word: &Word| whole.iter().any(|name| is_telling(name) && is_same(&word.plain, name));
    let is_short_form = |word: &Word| !said.is_formal && names.iter().any(|name| shortens(&word.plain, name));
    if names.is_empty() || words.iter().any(is_known) || said.names.iter().any(is_short_form) {
        return None;
    }
    Some(Hint::OtherSalutation {
        said: text.get(said.start..said.end)?.to_owned(),
        recipient: format!("{} {}", contact.given, contact.family).trim().to_owned(),
        start: utf16(text, said.start),
        end: utf16(text, said.end),
    })
}

/// Whom a salutation names.
struct Said<'w> {
    is_formal: bool,
    names: &'w [Word],
    start: usize,
    end: usize,
}

impl<'w> Said<'w> {
    fn read(text: &str, words: &'w [Word]) -> Option<Self> {
        let greeted = greeting(words);
        let addressed = greeted + run(words.get(greeted..)?, is_address);
        let is_formal = addressed > greeted;
        let begin = words.get(greeted)?.start;
        let is_cut = greeted > 0 && text.get(words.get(greeted - 1)?.end..begin)?.trim() != "";
        if !is_formal && (greeted == 0 || is_cut) {
            return None;
        }
        let names = names(text, words.get(addressed..)?, is_formal)?;
        let end = names.last()?.end;
        Some(Self { is_formal, names, start: begin, end })
    }
}

fn greeting(words: &[Word]) -> usize {
    let begins = |greeting: &&&[&str]| {
        words.len() >= greeting.len() && words.iter().zip(**greeting).all(|(word, part)| word.plain == **part)
    };
    GREETINGS.iter().find(begins).map_or(0, |greeting| greeting.len())
}

fn is_address(word: &Word) -> bool {
    FORMS_OF_ADDRESS.contains(&word.plain.as_str()) || TITLES.contains(&word.plain.as_str())
}

fn run(words: &[Word], is_one: impl Fn(&Word) -> bool) -> usize {
    words.iter().take_while(|word| is_one(word)).count()
}

/// The words of the name that comes first. Where no comma ends it, it is the first word and what a hyphen joins to it;
/// without a form of address that is no name at all, but perhaps the beginning of a sentence.
fn names<'w>(text: &str, words: &'w [Word], is_formal: bool) -> Option<&'w [Word]> {
    let gap = |place: usize| {
        let end = words.get(place)?.end;
        let next = words.get(place + 1).map_or(text.len(), |next| next.start);
        text.get(end..next)
    };
    let is_name = |word: &Word| {
        let begins = text.get(word.start..).and_then(|rest| rest.chars().next());
        begins.is_some_and(char::is_uppercase) || PARTICLES.contains(&word.plain.as_str())
    };
    let mut count = usize::from(is_name(words.first()?));
    while count > 0
        && gap(count - 1).is_some_and(|gap| gap == " " || gap == "-")
        && words.get(count).is_some_and(is_name)
    {
        count += 1;
    }
    let is_ended =
        gap(count.checked_sub(1)?).is_none_or(|gap| !gap.trim_start_matches(' ').is_empty() || words.len() == count);
    if !is_ended {
        if !is_formal {
            return None;
        }
        count = 1 + (0..count).take_while(|place| gap(*place) == Some("-")).count();
    }
    let names = words.get(..count)?;
    (count <= 5 && !names.iter().any(is_nobody) && names.iter().any(|word| is_telling(&word.plain))).then_some(names)
}

fn is_nobody(word: &Word) -> bool {
    NOBODY.split(' ').any(|nobody| nobody == word.plain) || word.plain.ends_with("innen")
}

/// "von" and an initial tell nobody apart.
fn is_telling(name: &str) -> bool {
    name.chars().count() > 1 && !PARTICLES.contains(&name)
}

/// The same name, also where one is written with an umlaut and one without.
fn is_same(one: &str, other: &str) -> bool {
    let ways = ways_to_write(other);
    ways_to_write(one).iter().any(|way| ways.contains(way))
}

/// "Max" for Maximilian, "Andi" for Andreas.
fn shortens(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let stem: String = short.chars().take(short.chars().count().saturating_sub(1)).collect();
    short.len() < long.len() && (long.starts_with(short) || (stem.len() > 2 && long.starts_with(&stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(given: &str, family: &str) -> Facts {
        Facts { given: given.into(), family: family.into(), organisation: String::new() }
    }

    fn said(text: &str, given: &str, family: &str) -> Option<String> {
        other_salutation(text, &contact(given, family)).map(|hint| match hint {
            Hint::OtherSalutation { said, .. } => said,
            Hint::AsksForReply { .. } => unreachable!(),
        })
    }

    #[test]
    fn another_family_name_is_noticed() {
        for (text, name) in [
            ("Sehr geehrte Frau Meier, Ihr Termin", "Frau Meier"),
            ("Guten Tag Herr Dr. Meier,\nIhr Termin", "Herr Dr. Meier"),
            ("Guten Tag, Frau Meier!", "Frau Meier"),
            ("Guten Tag Frau Meier Ihr Termin ist morgen", "Frau Meier"),
            ("  Frau Meier-Schulz, Ihr Termin", "Frau Meier-Schulz"),
            ("Guten Tag Frau von Berg,", "Frau von Berg"),
            ("Hallo Familie Meier,", "Familie Meier"),
            ("Dear Mrs. Miller,", "Mrs. Miller"),
            ("Good morning Dr Miller", "Dr Miller"),
            ("Sehr geehrter Herr Möller,", "Herr Möller"),
        ] {
            assert_eq!(said(text, "Anna", "Müller").as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn another_given_name_is_noticed() {
        for (text, name) in [
            ("Hallo Bilal, bis morgen", "Bilal"),
            ("Liebe Clara!", "Clara"),
            ("Hi Clara\nbis morgen", "Clara"),
            ("Dear Bilal,", "Bilal"),
            ("Guten Morgen Clara, der Schlüssel", "Clara"),
            ("Hallo Clara Beck,", "Clara Beck"),
            ("Hallo Anne,", "Anne"),
        ] {
            assert_eq!(said(text, "Anna", "Müller").as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn the_recipients_own_name_is_left_alone_however_it_is_written() {
        for text in [
            "Sehr geehrte Frau Müller,",
            "Sehr geehrte Frau Mueller,",
            "Guten Tag FRAU MÜLLER,",
            "Guten Tag Frau Müller-Beck,",
            "Hallo Anna,",
            "Hallo Anna Müller,",
            "Guten Tag Frau Anna Müller,",
            "Sehr geehrte Frau Meier, sehr geehrter Herr Müller,",
            "Hallo Clara, hallo Anna,",
            "Guten Tag Frau Dr. Müller,",
        ] {
            assert_eq!(said(text, "Anna", "Müller"), None, "{text}");
        }
        assert_eq!(said("Hallo Max,", "Maximilian", "Beck"), None);
        assert_eq!(said("Hallo Andi,", "Andreas", "Beck"), None);
        assert_eq!(said("Guten Tag Herr Yilmaz,", "Deniz", "Yılmaz"), None);
        assert_eq!(said("Guten Tag Frau von der Heide,", "Ida", "von der Heide"), None);
    }

    #[test]
    fn what_names_nobody_is_left_alone() {
        for text in [
            "",
            "\n",
            "Guten Tag,",
            "Guten Tag, Ihr Termin ist morgen.",
            "Guten Tag! Meier hat angerufen.",
            "Hallo zusammen,",
            "Hallo Team,",
            "Liebe Kundin,",
            "Liebe Patientinnen,",
            "Sehr geehrte Damen und Herren,",
            "Liebe Grüße",
            "Hallo Ihr Termin ist morgen",
            "Hallo, Clara hat angerufen.",
            "Dear customer,",
            "Dear Sir or Madam,",
            "Hello there,",
            "Ihr Termin bei Frau Meier ist morgen.",
            "Clara, bitte rufen Sie an",
            "Frau",
            "Herr Dr.",
        ] {
            assert_eq!(said(text, "Anna", "Müller"), None, "{text}");
        }
    }

    #[test]
    fn a_contact_without_that_name_is_not_compared() {
        assert_eq!(said("Guten Tag Frau Meier,", "Anna", ""), None);
        assert_eq!(said("Hallo Clara,", "", "Müller"), None);
        assert_eq!(said("Hallo Clara,", "A.", "Müller"), None);
        assert_eq!(said("Guten Tag Frau Meier,", "", ""), None);
    }

    #[test]
    fn the_name_is_given_with_its_place_in_the_field() {
        let hint = other_salutation(" 😀\n", &contact("Anna", "Müller"));
        assert_eq!(hint, None);
        let hint = other_salutation("\nGrüß Gott Frau Meier,", &contact("Anna", "Müller"));
        let (said, recipient) = ("Frau Meier".to_owned(), "Anna Müller".to_owned());
        assert_eq!(hint, Some(Hint::OtherSalutation { said, recipient, start: 11, end: 21 }));
    }
}
