//! The paid call: what Famulor says to `POST /user/sms`, and what it costs.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::account::{Account, Number};
use crate::answer::{Asked, Exact, Verdict};
use crate::wire::Answer;

const LONGEST_TEXT: usize = 300;

/// What the account pays for a segment, by the beginning of the recipient's number, in 1/10,000.
const PRICES: [(&str, i64); 4] = [("+49", 750), ("+43", 900), ("+41", 800), ("+1", 79)];
const PRICE_ELSEWHERE: i64 = 1000;

/// Twilio's test numbers that its carrier side refuses, with the error of each.
const MAGIC: [(&str, &str); 3] = [
    ("+15005550002", "Twilio error 21612: this recipient cannot be reached from this sender"),
    ("+15005550004", "Twilio error 21610: this recipient has unsubscribed"),
    ("+15005550009", "Twilio error 21614: this recipient is not a mobile number"),
];
const MAGIC_INVALID: &str = "+15005550001";

/// The fields of a valid request.
struct Form {
    from: i64,
    to: String,
    text: String,
}

/// What Famulor says to an SMS whose key is right.
pub(crate) fn verdict(asked: &Asked<'_>, account: &Account) -> Verdict {
    let form = match Form::read(asked.body) {
        Ok(form) => form,
        Err(refusal) => return Verdict::free(refusal),
    };
    match prepare(&form, account) {
        Ok(sms) => Verdict { answer: sms.answer(asked, account), charge: Some(sms.cost()) },
        Err(refusal) => Verdict::free(refusal),
    }
}

/// An SMS that goes out.
struct Sms<'a> {
    sender: &'a Number,
    form: &'a Form,
    segments: u32,
    price: Decimal,
}

fn prepare<'a>(form: &'a Form, account: &'a Account) -> Result<Sms<'a>, Answer> {
    if !is_number(&form.to) || form.to == MAGIC_INVALID {
        return Err(Answer::message(400, "Invalid phone number format"));
    }
    let Some(sender) = account.numbers.iter().find(|number| number.id == form.from) else {
        return Err(Answer::message(400, "From number not found"));
    };
    if !sender.can_send() {
        return Err(Answer::message(400, "Phone number is not SMS-capable"));
    }
    let sms = Sms { sender, form, segments: segments(&form.text), price: price(&form.to) };
    if sms.cost() > account.balance {
        return Err(Answer::message(400, "Insufficient balance to send SMS"));
    }
    match MAGIC.iter().find(|(number, _)| *number == form.to) {
        Some((_, error)) => Err(carrier_refuses(error)),
        None => Ok(sms),
    }
}

fn carrier_refuses(error: &str) -> Answer {
    Answer::json(500, &json!({"message": "Failed to send SMS", "error": error}))
}

fn is_number(to: &str) -> bool {
    to.strip_prefix('+')
        .is_some_and(|digits| (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn segments(text: &str) -> u32 {
    famulor_sms_core::text::analyze(text).segments
}

fn price(to: &str) -> Decimal {
    let known = PRICES.iter().find(|(prefix, _)| to.starts_with(prefix));
    Decimal::new(known.map_or(PRICE_ELSEWHERE, |(_, price)| *price), 4)
}

impl Form {
    /// Trims and validates as Laravel does; an error holds its 422.
    fn read(body: &[u8]) -> Result<Self, Answer> {
        let fields: Value = serde_json::from_slice(body).unwrap_or_default();
        let from = integer(&fields["from"]);
        let to = string(&fields["to"]);
        let text = string(&fields["body"]).and_then(not_too_long);
        match (from, to, text) {
            (Ok(from), Ok(to), Ok(text)) => Ok(Self { from, to, text }),
            (from, to, text) => Err(invalid(&[("from", from.err()), ("to", to.err()), ("body", text.err())])),
        }
    }
}

fn integer(field: &Value) -> Result<i64, &'static str> {
    if field.is_null() {
        return Err("is required.");
    }
    field.as_i64().ok_or("must be an integer.")
}

fn string(field: &Value) -> Result<String, &'static str> {
    if field.is_null() {
        return Err("is required.");
    }
    let text = field.as_str().ok_or("must be a string.")?.trim();
    if text.is_empty() { Err("is required.") } else { Ok(text.to_owned()) }
}

fn not_too_long(text: String) -> Result<String, &'static str> {
    if text.chars().count() > LONGEST_TEXT {
        return Err("must not be greater than 300 characters.");
    }
    Ok(text)
}

/// Laravel's answer to fields that fail: the first as the message, and all by name.
fn invalid(fields: &[(&str, Option<&str>)]) -> Answer {
    let failed: Vec<_> = fields
        .iter()
        .filter_map(|(name, problem)| problem.map(|problem| (*name, format!("The {name} field {problem}"))))
        .collect();
    let errors: Map<_, _> = failed.iter().map(|(name, sentence)| ((*name).to_owned(), json!([sentence]))).collect();
    let first = failed.first().map(|(_, sentence)| sentence.as_str()).unwrap_or_default();
    let more = match failed.len() {
        0 | 1 => String::new(),
        2 => " (and 1 more error)".to_owned(),
        count => format!(" (and {} more errors)", count - 1),
    };
    Answer::json(422, &json!({"message": format!("{first}{more}"), "errors": errors}))
}

/// The answer to an SMS that was sent.
#[derive(Serialize)]
struct Success<D> {
    message: &'static str,
    data: D,
}

#[derive(Serialize)]
struct Data<'a> {
    sms_id: String,
    from: &'a str,
    to: &'a str,
    body: &'a str,
    segments: u32,
    cost: Exact,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    status: &'static str,
}

#[derive(Serialize)]
struct OldData<'a> {
    id: u64,
    phone_number_id: i64,
    to: &'a str,
    body: &'a str,
    user_id: u32,
    segments: u32,
    segment_price: Exact,
    total_cost: Exact,
    status: &'static str,
    sms_sid: String,
    created_at: &'static str,
    updated_at: &'static str,
}

impl Sms<'_> {
    fn cost(&self) -> Decimal {
        self.price * Decimal::from(self.segments)
    }

    fn answer(&self, asked: &Asked<'_>, account: &Account) -> Answer {
        if account.old_form {
            success(self.old_data(asked.next_sms))
        } else {
            success(self.data(asked.next_sms, account))
        }
    }

    fn data<'a>(&'a self, id: u64, account: &'a Account) -> Data<'a> {
        Data {
            sms_id: format!("SMS_{id}"),
            from: &self.sender.phone_number,
            to: &self.form.to,
            body: &self.form.text,
            segments: self.segments,
            cost: Exact(self.cost()),
            currency: account.currency.as_deref(),
            status: "sent",
        }
    }

    fn old_data(&self, id: u64) -> OldData<'_> {
        OldData {
            id,
            phone_number_id: self.sender.id,
            to: &self.form.to,
            body: &self.form.text,
            user_id: 1,
            segments: self.segments,
            segment_price: Exact(self.price),
            total_cost: Exact(self.cost()),
            status: "sent",
            sms_sid: format!("SM{id:032x}"),
            created_at: "2025-08-04 15:30:00",
            updated_at: "2025-08-04 15:30:02",
        }
    }
}

fn success(data: impl Serialize) -> Answer {
    let message = "SMS sent successfully";
    Answer::json(200, &Success { message, data })
}
