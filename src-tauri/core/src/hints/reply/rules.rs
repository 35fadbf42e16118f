//! The rules: each names the words that ask for a reply by themselves, in one clause.

use super::clause::{Clause, at, before, has, place};

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

/// The first and the last of the words that ask for a reply.
pub(super) fn asks(clause: Clause<'_>) -> Option<(usize, usize)> {
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
