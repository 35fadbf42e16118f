//! What `sms:` and `tel:` links become, one by one. Nothing here can send: a link only says what to fill in.

use famulor_sms_core::link::{LONGEST, read};
use famulor_sms_core::types::FormLink;
use famulor_sms_core::{Country, PhoneNumber};

const ANNA: &str = "+491711234567";
const BILAL: &str = "+491721234567";

fn to(recipient: &str) -> FormLink {
    FormLink { recipient: recipient.into(), ..FormLink::default() }
}

fn saying(recipient: &str, body: &str) -> FormLink {
    FormLink { body: body.into(), ..to(recipient) }
}

fn all_of(recipient: &str, others: &[&str]) -> FormLink {
    FormLink { others: others.iter().map(|&other| other.to_owned()).collect(), ..to(recipient) }
}

fn behind(recipient: &str, extension: &str) -> FormLink {
    FormLink { extension: Some(extension.into()), ..to(recipient) }
}

fn assert_all(cases: &[(&str, FormLink)]) {
    for (link, expected) in cases {
        assert_eq!(read(link).as_ref(), Some(expected), "{link:?}");
    }
}

#[test]
fn recipient_and_text_are_taken_from_every_way_to_write_a_link() {
    assert_all(&[
        ("sms:+491711234567", to(ANNA)),
        ("SMS:+491711234567", to(ANNA)),
        ("sms://+491711234567", to(ANNA)),
        ("smsto:+491711234567", to(ANNA)),
        ("tel:+491711234567", to(ANNA)),
        ("tel:+49-171-123.45(67)", to("+49-171-123.45(67)")),
        ("sms:0171%201234567", to("0171 1234567")),
        ("sms:%2B491711234567", to(ANNA)),
        ("  sms:+491711234567\r\n", to(ANNA)),
        ("sms:+491711234567?body=Guten%20Tag%21", saying(ANNA, "Guten Tag!")),
        ("sms:+491711234567?Body=Hallo", saying(ANNA, "Hallo")),
        ("sms:+491711234567&body=Hallo", saying(ANNA, "Hallo")),
        ("sms:+491711234567?&body=Hallo", saying(ANNA, "Hallo")),
        ("sms:+491711234567/?body=Hallo", saying(ANNA, "Hallo")),
        ("sms:?body=Hallo", saying("", "Hallo")),
        (
            "smsto:+491711234567:Kommen Sie um 12:30? Danke & bis dann",
            saying(ANNA, "Kommen Sie um 12:30? Danke & bis dann"),
        ),
        (
            "sms:/open?addresses=+491711234567,+491721234567&body=Hallo",
            FormLink { body: "Hallo".into(), ..all_of(ANNA, &[BILAL]) },
        ),
    ]);
}

#[test]
fn the_first_of_several_recipients_is_taken_and_the_others_are_named() {
    assert_all(&[
        ("sms:+491711234567,+491721234567", all_of(ANNA, &[BILAL])),
        ("sms:+491711234567;+491721234567", all_of(ANNA, &[BILAL])),
        ("sms:+491711234567%2C%20+491721234567", all_of(ANNA, &[BILAL])),
        ("sms:,,+491711234567,,+491711234567,+491721234567,", all_of(ANNA, &[BILAL])),
        ("sms:+491711234567%0A+491721234567", all_of(ANNA, &[BILAL])),
        ("sms:0171;phone-context=+49,+491721234567,22333", all_of("+49 0171", &[BILAL, "22333"])),
        ("tel:+491711234567,+491721234567", all_of(ANNA, &[BILAL])),
    ]);
}

#[test]
fn context_and_extension_are_understood_and_other_parameters_left_aside() {
    assert_all(&[
        ("tel:1711234567;phone-context=+49", to("+49 1711234567")),
        ("tel:0171-1234567;PHONE-CONTEXT=+49", to("+49 0171-1234567")),
        ("tel:+491711234567;phone-context=+1", to(ANNA)),
        ("tel:1711234567;phone-context=example.com", to("1711234567")),
        ("tel:+493012345;ext=12", behind("+493012345", "12")),
        ("tel:+493012345;isub=1;ext=12;ext=13", behind("+493012345", "12")),
        ("tel:+493012345,,12%23", behind("+493012345", "12#")),
        ("tel:+493012345;ext=", to("+493012345")),
    ]);
    for (link, dialled) in [
        ("tel:1711234567;phone-context=+49", ANNA),
        ("tel:0171-1234567;phone-context=+49", ANNA),
        ("tel:6502530000;phone-context=+1", "+16502530000"),
    ] {
        let recipient = read(link).unwrap().recipient;
        assert_eq!(PhoneNumber::parse(&recipient, Country::GERMANY).unwrap().to_string(), dialled, "{link}");
    }
}

#[test]
fn a_text_keeps_its_lines_letters_and_signs() {
    assert_all(&[
        ("sms:1?body=Zeile%201%0D%0AZeile%202%0DZeile%203%E2%80%A84", saying("1", "Zeile 1\nZeile 2\nZeile 3\n4")),
        ("sms:1?body=Gr%C3%BC%C3%9Fe%20aus%20K%C3%B6ln", saying("1", "Grüße aus Köln")),
        ("sms:1?body=Gr%FC%DFe", saying("1", "Grüße")),
        ("sms:1?body=Grüße", saying("1", "Grüße")),
        ("sms:1?body=1+1=2", saying("1", "1+1=2")),
        ("sms:1?body=100%", saying("1", "100%")),
        ("sms:1?body=100%25%20sicher", saying("1", "100% sicher")),
        ("sms:1?body=%2541", saying("1", "%41")),
        ("sms:1?body=M%C3%BCller & S%C3%B6hne&x=y", saying("1", "Müller & Söhne")),
        ("sms:1?body=a%26body=b", saying("1", "a&body=b")),
        ("sms:1?body=Erster&body=Zweiter", saying("1", "Erster")),
        ("sms:1?body=%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9", saying("1", "👨\u{200d}👩")),
        ("sms:1?subject=x&body=Hallo", saying("1", "Hallo")),
    ]);
}

#[test]
fn nothing_that_cannot_be_seen_comes_through() {
    assert_all(&[
        ("sms:+49%00171%E2%80%AE1234567", to(ANNA)),
        ("sms:\u{202e}+491711234567\u{2066}", to(ANNA)),
        ("sms:1?body=a%00b%07c%1B%5B31md%09e%7F", saying("1", "abc[31md e")),
        ("sms:1?body=%E2%80%AEabc%E2%81%A6%D8%9C%E2%80%8F%EF%BB%BF%E2%80%8B", saying("1", "abc")),
    ]);
}

#[test]
fn html_is_text_and_no_name_can_be_given_to_a_number() {
    assert_all(&[
        ("sms:1?body=%3Cscript%3Ealert(1)%3C/script%3E", saying("1", "<script>alert(1)</script>")),
        ("sms:%3Cimg%20src=x%20onerror=alert(1)%3E", to("img src=x onerror=alert(1)")),
        ("sms:Ihre%20Bank%20%3C+4990012345%3E", to("Ihre Bank +4990012345")),
    ]);
}

#[test]
fn what_is_no_such_link_or_says_nothing_is_none() {
    for nothing in [
        "",
        "sms",
        ":",
        "sms:",
        "sms://",
        "tel:;ext=5",
        "sms:?",
        "sms:?subject=x",
        "smsx:+49171",
        "sms+491711234567",
        "--practice",
        "https://example.com/?sms:+49171",
        "mailto:a@b.example?body=x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "famulor:+49171",
        "mms:+49171",
        "sms:%00%E2%80%AE",
        "sms:?body=%20%0A",
    ] {
        assert_eq!(read(nothing), None, "{nothing:?}");
    }
}

#[test]
fn a_link_that_is_too_long_is_read_up_to_the_limit_and_says_so() {
    let begin = "sms:+491711234567?body=";
    let most = LONGEST - begin.len();
    let whole = read(&format!("{begin}{}", "a".repeat(most))).unwrap();
    assert_eq!((whole.body.len(), whole.cut), (most, false));
    for (end, left) in [("b", 0), ("%20", 0), ("ä", 0), ("%C3%A4", 0)] {
        let long = read(&format!("{begin}{}{}", "a".repeat(most), end.repeat(50_000))).unwrap();
        assert_eq!((long.body.len() - most, long.cut, long.recipient.as_str()), (left, true, ANNA), "{end}");
    }
    // Half an escape and half a letter are left out.
    for (end, cut_off) in [("%20", 1), ("%20", 2), ("%C3%A4", 3), ("%C3%A4", 4), ("%C3%A4", 5), ("ä", 1)] {
        let long = read(&format!("{begin}{}{end}", "a".repeat(most - cut_off))).unwrap();
        assert_eq!((long.body, long.cut), ("a".repeat(most - cut_off), true), "{end} after {cut_off}");
    }
}
