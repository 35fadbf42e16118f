//! What numbers are called: the usual words in the person's language, all others as they were written.

use crate::spreadsheet::Style;

/// The sorts of numbers that address books know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Fax,
    Mobile,
    Pager,
    Main,
    Work,
    Home,
    Other,
}

impl Sort {
    /// Those that decide first: a fax at work is a fax.
    pub(super) const ALL: [Self; 7] =
        [Self::Fax, Self::Mobile, Self::Pager, Self::Main, Self::Work, Self::Home, Self::Other];

    pub(super) const fn word(self, style: Style) -> &'static str {
        match (self, style) {
            (Self::Fax, _) => "Fax",
            (Self::Mobile, Style::German) => "Mobil",
            (Self::Mobile, Style::English) => "Mobile",
            (Self::Pager, _) => "Pager",
            (Self::Main, Style::German) => "Zentrale",
            (Self::Main, Style::English) => "Main",
            (Self::Work, Style::German) => "Arbeit",
            (Self::Work, Style::English) => "Work",
            (Self::Home, Style::German) => "Privat",
            (Self::Home, Style::English) => "Home",
            (Self::Other, Style::German) => "Andere",
            (Self::Other, Style::English) => "Other",
        }
    }

    /// What cards write for it.
    pub(super) const fn card_type(self) -> &'static str {
        match self {
            Self::Fax => "fax",
            Self::Mobile => "cell",
            Self::Pager => "pager",
            Self::Main => "main-number",
            Self::Work => "work",
            Self::Home => "home",
            Self::Other => "voice",
        }
    }

    /// The sort that a word (in small letters) stands for.
    fn of(word: &str) -> Option<Self> {
        match word {
            "fax" | "telefax" | "faxnummer" | "homefax" | "workfax" => Some(Self::Fax),
            "cell" | "cellular" | "mobile" | "mobil" | "mobiltelefon" | "mobilnummer" | "mobilfunk" | "handy"
            | "handynummer" | "iphone" | "funktelefon" => Some(Self::Mobile),
            "pager" | "beeper" => Some(Self::Pager),
            "main" | "primary" | "zentrale" | "haupttelefon" | "hauptnummer" | "company" | "firma" | "main-number" => {
                Some(Self::Main)
            }
            "work" | "business" | "office" | "arbeit" | "geschäftlich" | "dienstlich" | "büro" => Some(Self::Work),
            "home" | "private" | "privat" => Some(Self::Home),
            "other" | "weiteres" | "weitere" | "andere" | "sonstige" => Some(Self::Other),
            _ => None,
        }
    }
}

/// The word for several that stand together, as `CELL,WORK` or "Telefon geschäftlich"; none if they say nothing.
pub(super) fn of_words<'a>(words: impl Iterator<Item = &'a str>, style: Style) -> Option<&'static str> {
    let sorts: Vec<Sort> = words.filter_map(|word| Sort::of(&word.to_lowercase())).collect();
    Sort::ALL.iter().find(|sort| sorts.contains(sort)).map(|sort| sort.word(style))
}

/// A label as another program wrote it: Apple puts its own words into `_$!<…>!$_`, Google a star before the first.
pub(super) fn written(label: &str, style: Style) -> String {
    let label = label.trim();
    let apples = label.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_"));
    let googles = label.strip_prefix("* ");
    let usual = apples.or(googles).and_then(|word| of_words(word.split([' ', '-']), style));
    usual.or(apples).or(googles).unwrap_or(label).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_words_come_in_the_language_of_the_person_and_others_stay() {
        for (label, german, english) in [
            ("_$!<Mobile>!$_", "Mobil", "Mobile"),
            ("_$!<WorkFAX>!$_", "Fax", "Fax"),
            ("_$!<Assistant>!$_", "Assistant", "Assistant"),
            ("* Work", "Arbeit", "Work"),
            (" Büro, oben ", "Büro, oben", "Büro, oben"),
            ("Mobile", "Mobile", "Mobile"),
        ] {
            assert_eq!(written(label, Style::German), german);
            assert_eq!(written(label, Style::English), english);
        }
    }

    #[test]
    fn a_fax_at_work_is_a_fax() {
        assert_eq!(of_words(["WORK", "VOICE", "Fax"].into_iter(), Style::German), Some("Fax"));
        assert_eq!(of_words(["VOICE", "pref"].into_iter(), Style::German), None);
    }
}
