//! Answers as they may come: of the documented pieces, of kept ones that were changed on their way, of any bytes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::{PLACES, Raw, STATES, WORDS, kept, of_file};

fn statuses() -> impl Strategy<Value = u16> {
    prop_oneof![
        6 => Just(200),
        6 => select(vec![201, 204, 301, 302, 307, 400, 401, 402, 403, 404, 407, 409, 413, 415, 422, 429, 500, 503]),
        1 => 100_u16..1000,
    ]
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        select(WORDS.to_vec()).prop_map(Value::from),
        select(STATES.to_vec()).prop_map(Value::from),
        select(vec![json!(null), json!(true), json!(0), json!(-1), json!(60), json!(601), json!(0.05), json!(1e300)]),
        select(vec![json!([]), json!({}), json!(["sent"]), json!({"status": "sent"}), json!("EUR"), json!("0.05")]),
        any::<String>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
    ]
}

fn fields(names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    vec((select(names), values()), 0..6)
        .prop_map(|fields| Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

pub(super) fn bodies() -> impl Strategy<Value = Value> {
    let data =
        fields(&["status", "id", "sms_id", "sms_sid", "segments", "cost", "total_cost", "currency", "to", "body"]);
    (fields(&["message", "error", "errors", "retry_after", "data", "success"]), proptest::option::of(data)).prop_map(
        |(mut body, data)| {
            if let Some(data) = data {
                body["data"] = data;
            }
            body
        },
    )
}

pub(super) fn raws(bodies: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Raw> {
    let location = proptest::option::of(select(PLACES.map(|(place, _)| place).to_vec()));
    let retry_after = proptest::option::of(prop_oneof!["[0-9]{1,4}", "[ -~]{0,12}"]);
    (statuses(), location, retry_after, proptest::option::weighted(0.95, bodies))
        .prop_map(|(status, location, retry_after, body)| Raw { status, location, retry_after, body })
}

/// One small thing that goes wrong with bytes on their way.
#[derive(Debug, Clone)]
enum Change {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index),
    Cut(Index),
    Twice(Index),
}

fn changes() -> impl Strategy<Value = Change> {
    let bytes = || any::<Index>();
    let pieces =
        [r#"""#, "{", "}", "[", ",", ":", "\\", "\\u0000", "\\ud800", "null", "1e999", "\u{feff}", "data", "status"];
    prop_oneof![
        (bytes(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (bytes(), select(pieces.to_vec())).prop_map(|(at, piece)| Change::Insert(at, piece.into())),
        bytes().prop_map(Change::Remove),
        bytes().prop_map(Change::Cut),
        bytes().prop_map(Change::Twice),
    ]
}

fn change(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    let at = |index: &Index| index.index(bytes.len().max(1)).min(bytes.len());
    match change {
        Change::Set(place, byte) => {
            let at = at(place);
            bytes.iter_mut().skip(at).take(1).for_each(|old| *old = *byte);
        }
        Change::Insert(place, piece) => {
            let at = at(place);
            bytes.splice(at..at, piece.iter().copied());
        }
        Change::Remove(place) => {
            let at = at(place);
            bytes.drain(at..bytes.len().min(at + 1));
        }
        Change::Cut(place) => bytes.truncate(at(place)),
        Change::Twice(place) => bytes.extend_from_within(at(place)..),
    }
    bytes
}

pub(super) fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let kept = kept("answers").into_iter().map(|(_, file)| of_file(&file).body.unwrap_or_default()).collect::<Vec<_>>();
    let begin = prop_oneof![select(kept), bodies().prop_map(|body| body.to_string().into_bytes())];
    (begin, vec(changes(), 0..5)).prop_map(|(bytes, changes)| changes.iter().fold(bytes, change))
}
