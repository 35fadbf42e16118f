//! What arrived: the evidence that a test compares with what the program under test believes.

use serde_json::Value;

use crate::request::Head;

/// One `POST /user/sms` of which at least one byte of the body arrived.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The `Idempotency-Key` header.
    pub idempotency_key: Option<String>,
    /// Whether the key is that of an earlier entry: the same message came twice.
    pub repeated: bool,
    /// Whether the API key was right.
    pub authorized: bool,
    /// The body, as far as it was read.
    pub body: Vec<u8>,
    /// The recipient, once the body is whole.
    pub to: Option<String>,
    /// The text, once the body is whole.
    pub text: Option<String>,
    /// The sender's ID, once the body is whole.
    pub from: Option<i64>,
    /// Whether the service took the SMS and charged for it, answered or not.
    pub sent: bool,
    /// The status of the answer, set before its first byte leaves; none if no whole head was or will be sent.
    pub answered: Option<u16>,
}

/// One request whose head was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    /// The method.
    pub method: String,
    /// The path, with its query.
    pub path: String,
    /// Whether it said `Accept: application/json`.
    pub accepts_json: bool,
    /// Whether its `Authorization` header held the right key.
    pub authorized: bool,
    /// All headers; the value of `Authorization` is replaced by `…`.
    pub headers: Vec<(String, String)>,
}

impl RequestLine {
    pub(crate) fn new(head: &Head, api_key: &str) -> Self {
        Self {
            method: head.method.clone(),
            path: head.path.clone(),
            accepts_json: head.accepts_json(),
            authorized: head.authorized(api_key),
            headers: head.headers.iter().map(masked).collect(),
        }
    }
}

fn masked((name, value): &(String, String)) -> (String, String) {
    let secret = name.eq_ignore_ascii_case("authorization");
    let shown = if secret { "…" } else { value.as_str() };
    (name.clone(), shown.to_owned())
}

/// The entries in the order in which their bodies began to arrive.
#[derive(Debug, Default)]
pub(crate) struct Ledger(Vec<LedgerEntry>);

impl Ledger {
    /// Begins an entry with the first bytes of a body.
    pub(crate) fn open(&mut self, head: &Head, authorized: bool, first: &[u8]) -> usize {
        let idempotency_key = head.header("idempotency-key").map(str::to_owned);
        let repeated = idempotency_key.is_some() && self.0.iter().any(|entry| entry.idempotency_key == idempotency_key);
        self.0.push(LedgerEntry {
            idempotency_key,
            repeated,
            authorized,
            body: first.to_vec(),
            ..LedgerEntry::default()
        });
        self.0.len() - 1
    }

    /// The entry that [`Ledger::open`] began.
    pub(crate) fn entry(&mut self, index: usize) -> Option<&mut LedgerEntry> {
        self.0.get_mut(index)
    }

    pub(crate) fn entries(&self) -> Vec<LedgerEntry> {
        self.0.clone()
    }
}

impl LedgerEntry {
    /// Reads what the whole body says, as far as it can be read.
    pub(crate) fn understand(&mut self) {
        let value: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        self.to = value["to"].as_str().map(str::to_owned);
        self.text = value["body"].as_str().map(str::to_owned);
        self.from = value["from"].as_i64();
    }
}
