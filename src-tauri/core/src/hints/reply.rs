//! Whether a text asks for a reply, in German or English: replies do not arrive in this program.
//!
//! Careful rather than complete: each rule names words that ask for an answer by themselves, in a clause that does not
//! say the contrary and names no other way to answer.

use super::word::{Word, utf16, words};
use crate::types::Hint;

/// What a rule looks at: the words of one clause.
type Clause<'c> = &'c [&'c str];

/// These begin a clause of their own: "Reply NO if you cannot come" asks for a reply.
const BEGIN_A_CLAUSE: &[&str] = &[
    "wenn", "falls", "sofern", "ob", "dass", "weil", "sobald", "sondern", "if", "unless", "whether", "because", "when",
    "but",
];
const NOT: &[&str] = &[
    "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "ohne", "not", "dont", "don't", "cannot", "cant",
    "can't", "never", "unable", "without", "nor", "neither", "couldn't", "won't", "needn't",
];
/// Other ways to answer, also within a word: "E-Mail-Adresse".
const ELSEWHERE: &[&str] = &[
    "mail",
    "telefon",
    "phone",
    "anruf",
    "whatsapp",
    "website",
    "webseite",
    "www",
    "http",
    "portal",
    "brief",
    "schriftlich",
    "post",
    "fax",
    "online",
    "link",
    "formular",
    "call",
    "ruf",
    "signal",
];
const BY_SMS: &[&str] = &["sms", "textnachricht", "simsen", "text", "texting"];
const YES_OR_NO: &[&str] = &["ja", "nein", "yes", "no", "ok", "okay", "stop", "stopp", "j", "n", "y", "1", "2"];
const WE: &[&str] = &["wir", "ich", "we", "i", "we'll", "i'll", "we'd", "i'd"];

const VERB_DE: &[&str] =
    &["antworten", "antworte", "antwortet", "zuruckantworten", "ruckantworten", "zuruckschreiben", "zuruckzuschreiben"];
const NOUN_DE: &[&str] = &["antwort", "ruckantwort", "antworten"];
const VERB_EN: &[&str] = &["reply", "respond", "replying"];
const NOUN_EN: &[&str] = &["reply", "response", "answer"];
/// Before these words a verb is a noun, or somebody else's.
const OWNERS: &[&str] =
    &["our", "my", "a", "an", "the", "your", "their", "his", "her", "for", "no", "any", "this", "of"];

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

/// Each clause of a text: up to a mark, a line end, or a word that begins the next.
fn clauses(text: &str) -> Vec<Vec<Word>> {
    let mut clauses = Vec::new();
    for sentence in sentences(text) {
        let offset = sentence.as_ptr() as usize - text.as_ptr() as usize;
        let mut clause: Vec<Word> = Vec::new();
        for word in words(sentence, offset) {
            if BEGIN_A_CLAUSE.contains(&word.plain.as_str()) {
                clauses.push(std::mem::take(&mut clause));
            }
            clause.push(word);
        }
        clauses.push(clause);
    }
    clauses
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', ':', ',', '\n', '\r', '–', '—', '(', ')'])
}

/// The first and the last of the words that ask for a reply.
fn asks(clause: Clause<'_>) -> Option<(usize, usize)> {
    if goes_elsewhere(clause) {
        return None;
    }
    let rules = [asks_in_german, asks_for_an_answer, asks_to_write_back, asks_in_english, asks_for_yes_or_no];
    rules.into_iter().find_map(|rule| rule(clause))
}

fn goes_elsewhere(clause: Clause<'_>) -> bool {
    let is_elsewhere = |word: &&str| ELSEWHERE.iter().any(|way| word.contains(way));
    clause.iter().any(is_elsewhere) && !has(clause, BY_SMS)
}

fn has(clause: Clause<'_>, any: &[&str]) -> bool {
    clause.iter().any(|word| any.contains(word))
}

fn place(clause: Clause<'_>, any: &[&str]) -> Option<usize> {
    clause.iter().position(|word| any.contains(word))
}

fn at(clause: Clause<'_>, place: usize) -> &str {
    clause.get(place).copied().unwrap_or_default()
}

fn before(clause: Clause<'_>, place: usize) -> Clause<'_> {
    clause.get(..place).unwrap_or_default()
}

/// "Bitte antworten Sie", "antworte bitte kurz", "Können Sie mit JA antworten?"
fn asks_in_german(clause: Clause<'_>) -> Option<(usize, usize)> {
    let verb = place(clause, VERB_DE)?;
    if has(clause, NOT) || has(before(clause, verb), &["keine", "ihre", "ihren", "unsere", "die"]) {
        return None;
    }
    let is_told = at(clause, verb + 1) == "sie" || (verb == 0 && at(clause, verb) != "antworten");
    let is_asked = has(clause, &["bitte", "bitten"]) && !has(before(clause, verb), &["wir", "ich"]);
    let is_begged = has(clause, &["bitten", "mochten", "konnen", "konnten", "durfen", "wurden", "kannst", "konntest"])
        && has(before(clause, verb), &["sie", "du", "dich", "euch"])
        && !has(before(clause, verb), &["ihnen", "dir"]);
    let chooses = at(clause, verb.wrapping_sub(2)) == "mit" && YES_OR_NO.contains(&at(clause, verb.wrapping_sub(1)));
    let is_ours = has(clause, WE) && !has(clause, &["bitte", "bitten"]);
    ((is_told || is_asked || is_begged || chooses) && !is_ours)
        .then_some((verb, if at(clause, verb + 1) == "sie" { verb + 1 } else { verb }))
}

/// "Um Antwort wird gebeten", "wir erwarten Ihre Antwort", "we look forward to your reply".
fn asks_for_an_answer(clause: Clause<'_>) -> Option<(usize, usize)> {
    if has(clause, &["uawg", "ruckantwort"]) && !has(clause, NOT) {
        return place(clause, &["uawg", "ruckantwort"]).map(|found| (found, found));
    }
    let noun = place(clause, &[NOUN_DE, NOUN_EN].concat())?;
    if has(clause, NOT) {
        return None;
    }
    let near = before(clause, noun).len().saturating_sub(4);
    let asked_by = |words: &[&str]| has(clause.get(near..noun).unwrap_or_default(), words);
    let is_begged = asked_by(&["um"]) && has(clause, &["bitte", "bitten", "gebeten", "bittet", "ersuchen"]);
    let is_wanted = has(clause, &["erbeten"]) && noun + 2 >= clause.len();
    let is_awaited = asked_by(&["ihre", "deine", "eure", "eine", "your", "a"])
        && has(
            clause,
            &[
                "erwarten",
                "erwarte",
                "warten",
                "warte",
                "freuen",
                "freue",
                "brauchen",
                "brauche",
                "benotigen",
                "erbitten",
                "await",
                "awaiting",
                "waiting",
                "expect",
                "need",
                "forward",
            ],
        )
        && !has(clause, &["mussen", "musst", "bitte", "have"]);
    (is_begged || is_wanted || is_awaited).then_some((noun, noun))
}

/// "Schreiben Sie uns kurz zurück", "text us back".
fn asks_to_write_back(clause: Clause<'_>) -> Option<(usize, usize)> {
    let write = place(clause, &["schreib", "schreibe", "schreiben", "schreibt", "text", "write", "message"])?;
    let back = write + clause.get(write..)?.iter().take(6).position(|word| matches!(*word, "zuruck" | "back"))?;
    let is_ours = has(before(clause, write), WE) || matches!(at(clause, write + 1), "wir" | "ich");
    (!has(clause, NOT) && !is_ours).then_some((write, back))
}

/// "Please reply", "Reply YES to confirm", "you can respond to this text", "confirm by replying".
fn asks_in_english(clause: Clause<'_>) -> Option<(usize, usize)> {
    let verb = place(clause, VERB_EN)?;
    let lead = before(clause, verb);
    if has(lead, NOT) || has(lead, WE) || at(lead, 0) == "no" || OWNERS.contains(&at(clause, verb.wrapping_sub(1))) {
        return None;
    }
    let is_told =
        lead.iter().all(|word| matches!(*word, "please" | "just" | "simply" | "kindly" | "pls" | "or" | "and"));
    let is_told = is_told && at(clause, verb) != "replying";
    let is_asked =
        has(clause, &["please", "pls", "kindly"]) || has(lead, &["can", "could", "may", "should", "must", "to"]);
    let is_invited = is_asked && (has(lead, &["you", "please", "pls", "kindly", "free"]) || lead.is_empty());
    let chooses = matches!(at(clause, verb + 1), "with" | "yes" | "stop" | "ok" | "y" | "1");
    let is_the_way = at(clause, verb) == "replying" && at(clause, verb.wrapping_sub(1)) == "by";
    let is_of_sms = has(lead, &["thank", "thanks", "will", "unable", "after", "before"]);
    ((is_told || is_invited || chooses || is_the_way) && !is_of_sms).then_some((verb, verb))
}

/// "Bitte bestätigen Sie mit JA", "Please confirm by SMS".
fn asks_for_yes_or_no(clause: Clause<'_>) -> Option<(usize, usize)> {
    let verb = place(
        clause,
        &[
            "bestatigen",
            "bestatige",
            "bestatigt",
            "bescheid",
            "ruckmeldung",
            "confirm",
            "know",
            "rsvp",
            "zusagen",
            "absagen",
        ],
    )?;
    if has(clause, NOT) || has(clause, WE) || !has(clause, &["bitte", "bitten", "please", "pls", "let", "rsvp"]) {
        return None;
    }
    let way = clause.windows(2).position(|pair| match pair {
        ["per" | "via" | "by", "sms" | "text" | "textnachricht"] => true,
        ["mit" | "with", answer] => YES_OR_NO.contains(answer),
        _ => false,
    })?;
    Some((verb.min(way), verb.max(way + 1)))
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
