//! Whether a text asks for a reply, in German or English: replies do not arrive in this program.
//!
//! Careful rather than complete: each rule names words that ask for an answer by themselves, in a clause that does not
//! say the contrary and names no other way to answer.

mod clause;
mod rules;

use self::clause::clauses;
use self::rules::asks;
use super::word::utf16;
use crate::types::Hint;

/// Says so if a text asks for a reply, with the words that ask.
#[must_use]
pub fn asks_for_reply(text: &str) -> Option<Hint> {
    clauses(text).iter().find_map(|clause| {
        let plain: Vec<&str> = clause.iter().map(|word| word.plain.as_str()).collect();
        let (first, last) = asks(&plain)?;
        let (start, end) = (clause.get(first)?.start, clause.get(last)?.end);
        let words = text.get(start..end)?.to_owned();
        Some(Hint::AsksForReply { words, start: utf16(text, start), end: utf16(text, end) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Option<String> {
        asks_for_reply(text).map(|hint| match hint {
            Hint::AsksForReply { words, .. } => words,
            Hint::OtherSalutation { .. } => unreachable!(),
        })
    }

    #[test]
    fn what_asks_for_a_reply_is_found() {
        for text in [
            "Bitte antworten Sie kurz.",
            "Guten Tag, bitte antworten Sie bis Freitag mit JA oder NEIN.",
            "Antworten Sie bitte mit NEIN, wenn Sie nicht kommen können.",
            "Bitte kurz antworten!",
            "Antworte bitte bald",
            "Antwortet bitte bis morgen",
            "Bitte auf diese SMS antworten",
            "Können Sie uns bis morgen antworten?",
            "Einfach mit JA antworten",
            "Wir bitten um kurze Antwort.",
            "Um Antwort wird gebeten",
            "Bitte um Antwort",
            "Wir freuen uns auf Ihre Antwort.",
            "Antwort erbeten",
            "Schreiben Sie uns bitte kurz zurück.",
            "Schreib mir zurück!",
            "Bitte bestätigen Sie den Termin mit JA.",
            "Bitte geben Sie uns per SMS Bescheid.",
            "Bitte antworten Sie per SMS oder E-Mail.",
            "Please reply.",
            "Please reply by Friday",
            "Reply YES to confirm or NO to cancel.",
            "Reply NO if you cannot come.",
            "Please do not call, reply instead.",
            "You can reply to this message.",
            "Could you please respond today?",
            "Feel free to reply",
            "Please confirm by replying YES",
            "Respond with 1 to accept",
            "Text us back!",
            "We look forward to your reply.",
            "Please let us know by text",
            "Please confirm by SMS.",
            "PLEASE REPLY",
        ] {
            assert!(words(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_does_not_ask_or_asks_for_it_elsewhere_is_left_alone() {
        for text in [
            "",
            "Guten Tag, Ihr Termin ist morgen um 10 Uhr.",
            "Bitte nicht antworten.",
            "Bitte antworten Sie nicht auf diese SMS.",
            "Auf diese Nachricht bitte nicht antworten, sondern anrufen.",
            "Keine Antwort nötig.",
            "Antworten auf diese SMS kommen nicht an.",
            "Antworten werden nicht gelesen",
            "Vielen Dank für Ihre Antwort.",
            "Danke für deine Antwort!",
            "Wir antworten Ihnen morgen.",
            "Wir werden Ihnen bald antworten.",
            "Bitte entschuldigen Sie die späte Antwort.",
            "Bitte warten Sie auf unsere Antwort.",
            "Bitte antworten Sie per E-Mail an praxis@example.de.",
            "Bitte antworten Sie auf unseren Brief.",
            "Bitte rufen Sie uns zurück.",
            "Wir schreiben Ihnen zurück.",
            "Wenn Sie verhindert sind, sagen Sie uns bitte Bescheid.",
            "Bitte bestätigen Sie den Termin telefonisch.",
            "Sie erhalten eine Bestätigung per SMS.",
            "Die Antworten finden Sie im Portal.",
            "Please do not reply.",
            "Do not reply to this message",
            "Please don’t reply to this text.",
            "No reply needed.",
            "No need to reply",
            "Replies are not read.",
            "You cannot reply to this message.",
            "We will reply tomorrow.",
            "Thank you for your reply.",
            "Thanks for your response!",
            "Please wait for our reply.",
            "Please reply by email.",
            "Please reply to our e-mail",
            "Please call us back.",
            "Let us know if you cannot come.",
            "We are unable to reply.",
            "Please confirm by phone.",
        ] {
            assert_eq!(words(text), None, "{text}");
        }
    }

    #[test]
    fn the_words_that_ask_are_named_with_their_place() {
        let text = "Grüße 😀! Bitte antworten Sie uns.";
        let (start, end) = (16, 29);
        assert_eq!(asks_for_reply(text), Some(Hint::AsksForReply { words: "antworten Sie".into(), start, end }));
    }

    #[test]
    fn no_template_to_begin_with_asks_for_a_reply() {
        let templates = include_str!("../store/migrations/0004_people.sql");
        for body in templates.split("'").filter(|piece| piece.contains('{')) {
            assert_eq!(words(body), None, "{body}");
        }
    }
}
