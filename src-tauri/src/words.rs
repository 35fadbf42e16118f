//! The words of the program, in the person's language, from the same files as the window's.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::Serialize;
use unic_langid::LanguageIdentifier;

use famulor_sms_core::money::digits_for_reading;
use famulor_sms_core::spreadsheet::Style;
use famulor_sms_core::types::{Language, LanguageChoice};

const GERMAN: &str = include_str!("../../ui/locales/de.ftl");
const ENGLISH: &str = include_str!("../../ui/locales/en.ftl");

/// Everything that can be said in one language.
pub(crate) struct Words {
    language: &'static str,
    source: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// All of the language that a choice comes to.
    pub(crate) fn new(choice: LanguageChoice) -> Self {
        match language(choice) {
            "de" => Self::of("de", GERMAN),
            language => Self::of(language, ENGLISH),
        }
    }

    /// `de` or `en`.
    pub(crate) fn language(&self) -> &'static str {
        self.language
    }

    /// The same, as texts know it.
    pub(crate) fn spoken(&self) -> Language {
        if self.language == "de" { Language::De } else { Language::En }
    }

    /// How spreadsheets write it.
    pub(crate) fn style(&self) -> Style {
        match self.spoken() {
            Language::De => Style::German,
            Language::En => Style::English,
        }
    }

    /// The Fluent text, for the window.
    pub(crate) fn source(&self) -> &'static str {
        self.source
    }

    /// What stands under `id`; the id itself if nothing does, as a test proves it does.
    pub(crate) fn say(&self, id: &str) -> String {
        self.say_with(id, &FluentArgs::new())
    }

    /// What stands under `id`, filled in.
    pub(crate) fn say_with(&self, id: &str, values: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned(),
        )
    }

    fn of(language: &'static str, source: &'static str) -> Self {
        let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if language == "de" { german_count } else { english_count }));
        // What cannot be read is reported with the rest that can; a test reads both files.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, source, bundle }
    }
}

fn german_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count(value, Language::De)
}

fn english_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count(value, Language::En)
}

/// A number within words, as the window writes it: there are only numbers of things, so it is whole.
fn count(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(digits_for_reading(&format!("{:.0}", number.value), language))
}

/// The word that a state or a reason has in the ids of the words.
pub(crate) fn word_of(what: impl Serialize) -> String {
    serde_json::to_value(what).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The language chosen, or the system's: German where it is German, else English; `de` or `en`.
pub(crate) fn language(choice: LanguageChoice) -> &'static str {
    match choice {
        LanguageChoice::De => "de",
        LanguageChoice::System if system_locale().starts_with("de") => "de",
        LanguageChoice::En | LanguageChoice::System => "en",
    }
}

/// The system's language and country, as `de-DE`.
pub(crate) fn system_locale() -> String {
    sys_locale::get_locale().unwrap_or_else(|| "en".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_read_without_a_fault() {
        for source in [GERMAN, ENGLISH] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    #[test]
    fn a_chosen_language_is_spoken_whatever_the_system_speaks() {
        assert_eq!(Words::new(LanguageChoice::De).say("state-sent"), "Gesendet");
        assert_eq!(Words::new(LanguageChoice::En).say("state-sent"), "Sent");
    }

    #[test]
    fn a_number_of_things_is_written_in_groups() {
        let said = |choice, count: u32| {
            Words::new(choice).say_with("notice-unclear", &FluentArgs::from_iter([("count", count)]))
        };
        assert!(said(LanguageChoice::De, 1_234_567).contains("Bei 1.234.567 Nachrichten"));
        assert!(said(LanguageChoice::En, 1000).contains("1,000 messages"));
        assert!(said(LanguageChoice::De, 999).contains(" 999 "));
    }
}
