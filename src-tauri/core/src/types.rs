//! What crosses between the program and its window: views go out, forms come in.
//!
//! `ui/types.d.ts` is made from these types, so the window cannot drift from them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::TextAnalysis;

/// Everything that the first picture of the window needs, in one answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Bootstrap {
    /// The language of the window: `de` or `en`.
    pub language: String,
    /// The Fluent text (`.ftl`) of that language.
    pub words: String,
    /// The program's version, as `1.2.3`.
    pub version: String,
    /// Whether this process is practice mode: nothing is really sent.
    pub practice: bool,
    /// The host that is asked instead of Famulor's own, or none: shown as a banner.
    pub other_host: Option<String>,
    /// The person's preferences.
    pub settings: Settings,
    /// Every country that a number can belong to, as ISO 3166 codes.
    pub countries: Vec<String>,
    /// The account, as far as it is known without waiting.
    pub account: AccountView,
    /// The text that was being written when the program ended.
    pub draft: Option<Draft>,
    /// What the person must be told at the start.
    pub notices: Vec<Notice>,
}

/// Something the person must be told at the start, until they put it away.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Notice {
    /// The settings could not be read; the file was set aside and the defaults are in use.
    SettingsSetAside,
    /// Messages wait for the person: `count` of them are Held.
    Held {
        /// How many.
        count: u32,
    },
    /// Messages of which it is not known whether they were sent.
    Unclear {
        /// How many.
        count: u32,
    },
}

/// The person's preferences, as the window shows and changes them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct Settings {
    /// The language chosen, or the system's.
    pub language: LanguageChoice,
    /// The theme chosen, or the system's.
    pub theme: Theme,
    /// The country of numbers typed without one, as an ISO 3166 code; none means the system's.
    pub default_country: Option<String>,
    /// The sender chosen last, by Famulor's ID.
    #[ts(type = "number | null")]
    pub sender_id: Option<i64>,
}

/// Which language the window speaks.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageChoice {
    /// As the system: German where it is German, else English.
    #[default]
    System,
    /// German.
    De,
    /// English.
    En,
}

/// Which colours the window uses.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The account as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountView {
    /// Where the API key is.
    pub key: KeyState,
    /// Name, e-mail and balance, as last heard.
    pub profile: Option<Profile>,
    /// The account's numbers, as last heard; those that can send come first.
    pub senders: Vec<SenderView>,
    /// What went wrong when the keychain or the account was last asked, in the person's language.
    pub problem: Option<UiError>,
}

/// Where the API key is.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    /// The keychain has been asked and has not answered yet (it may be showing a prompt).
    Asking,
    /// The keychain has no key: first run.
    Missing,
    /// In the keychain.
    Stored,
    /// In memory only, until the program ends.
    ThisRunOnly,
    /// The keychain does not answer or refuses; `problem` says why.
    Unavailable,
}

/// Whose account this is.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct Profile {
    /// The account's name.
    pub name: String,
    /// The account's e-mail address.
    pub email: String,
    /// The balance as an exact decimal, without a currency: the service names none.
    pub balance: Option<String>,
}

/// One of the account's numbers.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct SenderView {
    /// Famulor's ID, which a message is sent `from`.
    #[ts(type = "number")]
    pub id: i64,
    /// The number, grouped for reading.
    pub number: String,
    /// The name the account gave it.
    pub nickname: Option<String>,
    /// Why it cannot send, or none if it can.
    pub unusable: Option<SenderProblem>,
}

/// Why a number of the account cannot send an SMS.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum SenderProblem {
    /// The number is not SMS-capable.
    NotSmsCapable,
    /// Its subscription is not active.
    NoSubscription,
}

/// What a typed recipient means.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct RecipientView {
    /// The number in E.164: what is dialled.
    pub e164: String,
    /// The same number, grouped for reading.
    pub display: String,
    /// The country as an ISO 3166 code, where the number belongs to one.
    pub country: Option<String>,
    /// Mobile, landline or unknown.
    pub kind: NumberKind,
    /// Whether the numbering plan knows such a number; if not, it may still exist.
    pub known: bool,
    /// The contact's name, where the number belongs to one.
    pub name: Option<String>,
}

/// What kind of line a number is, as far as the numbering plan tells.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum NumberKind {
    /// Mobile, or a country where mobile and landline share numbers.
    Mobile,
    /// A landline: an SMS may not arrive, or be read out.
    Landline,
    /// Neither is known.
    Unknown,
}

/// The text being written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Draft {
    /// Minted by the window (a UUID); the message made from it keeps it, so that a double click is one message.
    pub id: String,
    /// The recipient as typed.
    pub recipient: String,
    /// The text as typed.
    pub body: String,
}

/// A message to be sent, as the person left the form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SendForm {
    /// The draft it comes from.
    pub draft_id: String,
    /// The number in E.164 that the window showed when Send was pressed.
    pub recipient: String,
    /// The sender, by Famulor's ID.
    #[ts(type = "number")]
    pub sender_id: i64,
    /// The text as typed.
    pub body: String,
    /// Whether the person has answered "send anyway" to the one question.
    pub confirmed: bool,
}

/// What became of a press of Send.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SendAnswer {
    /// It is committed and will be sent.
    Queued {
        /// The message.
        message: Box<MessageView>,
    },
    /// Nothing was queued; the person is asked first.
    Ask {
        /// Every reason to ask, together.
        reasons: Vec<AskReason>,
    },
}

/// A reason to ask before sending.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AskReason {
    /// The same text to the same number, a short while ago or still unclear.
    SameAgain {
        /// When the first was written, in milliseconds since 1970.
        #[ts(type = "number")]
        at: i64,
        /// What became of the first.
        state: MessageState,
    },
}

/// The states of a message; DESIGN's "life of a message".
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum MessageState {
    /// Committed; will be sent when it is due.
    Queued,
    /// Waits for the person.
    Held,
    /// Claimed: its body may be leaving this machine.
    Sending,
    /// Famulor's answer says that it was handed on. Never "delivered".
    Sent,
    /// Famulor's answer says that it was not sent.
    Rejected,
    /// It is certain that the body never left this machine.
    NotSent,
    /// Perhaps sent. Never sent again by the program.
    Unclear,
    /// Taken back by the person.
    Cancelled,
}

/// Why a message is in its state. The window's sentence for it has the id `reason-` and this name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Held: the program ended before it was sent.
    Restarted,
    /// Held: its turn came more than two minutes late.
    Late,
    /// Held: the account, the sender or the key is no longer the one it was written under.
    AccountChanged,
    /// Held: there is no key to send it with.
    KeyMissing,
    /// Held: another message was refused for the key or the balance.
    QueueStopped,
    /// Rejected: the recipient's number.
    Recipient,
    /// Rejected: the balance does not do.
    Balance,
    /// Rejected: the sender's number.
    Sender,
    /// Rejected: the key.
    Key,
    /// Rejected: the text.
    Text,
    /// Rejected: too many requests.
    TooManyRequests,
    /// Rejected: the carrier did not take it, says the service.
    Carrier,
    /// Rejected: refused with other words, kept in `detail`.
    Refused,
    /// NotSent: no connection could be made.
    Offline,
    /// NotSent: the server's certificate is not trusted.
    Certificate,
    /// NotSent: the proxy asks for a password.
    Proxy,
    /// NotSent: the request could not be made at all.
    Internal,
    /// Unclear: the request left and no answer came.
    NoAnswer,
    /// Unclear: an answer came that is not Famulor's or says neither.
    StrangeAnswer,
    /// Unclear: the program ended while it was being sent.
    EndedWhileSending,
    /// Unclear: a backup was restored.
    Restored,
    /// Sent or NotSent: the person looked it up.
    SettledByPerson,
}

/// One message of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its state.
    pub state: MessageState,
    /// Why it is in that state, where there is something to say.
    pub reason: Option<Reason>,
    /// The service's own words, where it gave some.
    pub detail: Option<String>,
    /// The recipient's name as it was, where there was one.
    pub name: Option<String>,
    /// The recipient's number, grouped for reading.
    pub number: String,
    /// The recipient's number in E.164.
    pub e164: String,
    /// The text that was sent.
    pub body: String,
    /// The sender's nickname, where it had one.
    pub sender_name: Option<String>,
    /// The sender's number, grouped for reading.
    pub sender_number: String,
    /// When it was written, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// When it may go, in milliseconds since 1970: shown while it waits.
    #[ts(type = "number")]
    pub due_at: i64,
    /// The number of parts that was predicted.
    pub predicted_segments: u32,
    /// The number of parts that was billed.
    pub billed_segments: Option<u32>,
    /// What it cost, as an exact decimal.
    pub cost: Option<String>,
    /// The currency of the cost, as an ISO 4217 code, where the service named one.
    pub currency: Option<String>,
    /// The balance when it was written, as an exact decimal.
    pub balance_before: Option<String>,
}

/// One page of the history, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<MessageView>,
    /// Whether older ones follow: ask with the last message's id.
    pub more: bool,
}

/// A contact that fits what was typed.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ContactView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its number in E.164.
    pub e164: String,
    /// Its number, grouped for reading.
    pub display: String,
}

/// An error as the window shows it.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct UiError {
    /// What the window does with it.
    pub code: ErrorCode,
    /// What happened, whether anything was sent, and what to do next, in the person's language.
    pub message: String,
}

/// Errors that the window treats differently.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// Shown at the recipient field.
    Recipient,
    /// Shown at the text field.
    Text,
    /// Shown at the sender field.
    Sender,
    /// Shown at the key field: the key is not one, or was refused.
    Key,
    /// The service could not be reached: offer to try again.
    Offline,
    /// The keychain does not work: offer to try again or to keep the key for this run.
    Keychain,
    /// Too late: the message has changed meanwhile.
    TooLate,
    /// Shown as a message of its own.
    Other,
}

/// The TypeScript declarations of everything above, as `ui/types.d.ts` holds them.
#[must_use]
pub fn typescript() -> String {
    let config = ts_rs::Config::default();
    let mut out = String::from("// Made from src-tauri/core/src/types.rs by `cargo xtask types`. Do not edit.\n");
    for declaration in [
        Bootstrap::decl(&config),
        Notice::decl(&config),
        Settings::decl(&config),
        LanguageChoice::decl(&config),
        Theme::decl(&config),
        AccountView::decl(&config),
        KeyState::decl(&config),
        Profile::decl(&config),
        SenderView::decl(&config),
        SenderProblem::decl(&config),
        RecipientView::decl(&config),
        NumberKind::decl(&config),
        Draft::decl(&config),
        SendForm::decl(&config),
        SendAnswer::decl(&config),
        AskReason::decl(&config),
        MessageState::decl(&config),
        Reason::decl(&config),
        MessageView::decl(&config),
        MessagePage::decl(&config),
        ContactView::decl(&config),
        UiError::decl(&config),
        ErrorCode::decl(&config),
        TextAnalysis::decl(&config),
        crate::text::Encoding::decl(&config),
        crate::text::ForcingCharacter::decl(&config),
    ] {
        out.push_str("export ");
        out.push_str(&declaration);
        out.push('\n');
    }
    out
}
