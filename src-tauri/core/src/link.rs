//! `sms:` and `tel:` links, made into what the form can be filled with.
//!
//! A link is written by a stranger. It is read up to a limit; it can hide nothing from the person, give no number a name,
//! and choose neither sender nor time. It fills the form, and the person sends it or does not.

mod plain;

use crate::types::FormLink;

/// How much of a link is read, in bytes.
pub const LONGEST: usize = 2048;

/// So many digits behind a comma of a `tel:` link are another number; fewer are dialled behind the first.
const FEWEST_DIGITS: usize = 7;

/// Reads a link; none where it is no `sms:`, `smsto:` or `tel:` link, or says nothing.
#[must_use]
pub fn read(link: &str) -> Option<FormLink> {
    let whole = link.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let read = plain::within(whole, LONGEST);
    let (scheme, rest) = read.split_once(':')?;
    let is = |known: &str| scheme.eq_ignore_ascii_case(known);
    if !(is("sms") || is("smsto") || is("tel")) {
        return None;
    }
    let mut parts = Parts { is_tel: is("tel"), ..Parts::default() };
    parts.read(rest.trim_start_matches('/'));
    let link = FormLink { cut: read.len() < whole.len(), ..parts.into_link() };
    (!link.recipient.is_empty() || !link.body.is_empty()).then_some(link)
}

/// A stranger's text without what cannot be seen in it.
pub(crate) fn plain_text(text: &str) -> String {
    plain::text(text)
}

/// What has been found in a link so far.
#[derive(Debug, Default)]
struct Parts {
    is_tel: bool,
    recipients: Vec<String>,
    extension: Option<String>,
    /// As the link writes it.
    body: Option<String>,
}

impl Parts {
    /// `NUMBERS?FIELDS`, with an `&` where Apple once wanted it, or `NUMBERS:TEXT`, which codes for cameras hold.
    fn read(&mut self, link: &str) {
        let end = link.find(|c| matches!(c, '?' | '&') || (c == ':' && !self.is_tel));
        let (numbers, behind) = end.map_or((link, ""), |end| link.split_at(end));
        // Apple's `sms:/open?addresses=…`.
        if !numbers.eq_ignore_ascii_case("open") {
            self.read_numbers(numbers.trim_end_matches('/'));
        }
        match behind.strip_prefix(':') {
            Some(text) => self.body = Some(text.to_owned()),
            None => self.read_fields(behind.get(1..).unwrap_or_default()),
        }
    }

    fn read_numbers(&mut self, numbers: &str) {
        for part in plain::decoded(numbers).split([',', ';', '\n', '\r']) {
            match named(part) {
                Some((name, value)) => self.take_parameter(name, &plain::line(value)),
                None => self.take_number(plain::line(part)),
            }
        }
    }

    fn take_number(&mut self, number: String) {
        if number.is_empty() {
            return;
        }
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if self.is_tel && !self.recipients.is_empty() && digits < FEWEST_DIGITS {
            self.extension.get_or_insert(number);
        } else {
            self.recipients.push(number);
        }
    }

    /// What stands behind a number: `;phone-context=+49`, `;ext=12`.
    fn take_parameter(&mut self, name: &str, value: &str) {
        let Some(number) = self.recipients.last_mut() else { return };
        if name.eq_ignore_ascii_case("ext") && !value.is_empty() {
            self.extension.get_or_insert_with(|| value.to_owned());
        } else if name.eq_ignore_ascii_case("phone-context") && value.starts_with('+') && !number.starts_with('+') {
            *number = format!("{value} {number}");
        }
    }

    /// An `&` that begins no field belongs to the text: many forget to write it as `%26`.
    fn read_fields(&mut self, fields: &str) {
        let mut is_body = false;
        for field in fields.split('&') {
            match (named(field), &mut self.body) {
                (Some((name, value)), body) if name.eq_ignore_ascii_case("body") => {
                    is_body = body.is_none();
                    body.get_or_insert_with(|| value.to_owned());
                }
                (Some((name, value)), _) => {
                    is_body = false;
                    if name.eq_ignore_ascii_case("addresses") {
                        self.read_numbers(value);
                    }
                }
                (None, Some(body)) if is_body => {
                    body.push('&');
                    body.push_str(field);
                }
                (None, _) => {}
            }
        }
    }

    fn into_link(self) -> FormLink {
        let mut recipients: Vec<String> = Vec::new();
        for recipient in self.recipients {
            if !recipients.contains(&recipient) {
                recipients.push(recipient);
            }
        }
        let mut recipients = recipients.into_iter();
        FormLink {
            recipient: recipients.next().unwrap_or_default(),
            others: recipients.collect(),
            extension: self.extension,
            body: plain::text(&plain::decoded(self.body.as_deref().unwrap_or_default())),
            copied: false,
            cut: false,
        }
    }
}

/// `name=value`, where that is what it is.
fn named(part: &str) -> Option<(&str, &str)> {
    let (name, value) = part.split_once('=')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then_some((name, value))
}
