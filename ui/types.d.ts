// Made from src-tauri/core/src/types/ by `cargo xtask types`. Do not edit.
export type Bootstrap = { 
/**
 * The language of the window: `de` or `en`.
 */
language: string, 
/**
 * The Fluent text (`.ftl`) of that language.
 */
words: string, 
/**
 * The program's version, as `1.2.3`.
 */
version: string, 
/**
 * Whether this process is practice mode: nothing is really sent.
 */
practice: boolean, 
/**
 * The host that is asked instead of Famulor's own, or none: shown as a banner.
 */
other_host: string | null, 
/**
 * The person's preferences.
 */
settings: Settings, 
/**
 * Every country that a number can belong to, as ISO 3166 codes.
 */
countries: Array<string>, 
/**
 * The account, as far as it is known without waiting.
 */
account: AccountView, 
/**
 * The text that was being written when the program ended.
 */
draft: Draft | null, 
/**
 * What the person must be told at the start.
 */
notices: Array<Notice>, };
export type Notice = { "kind": "settings-set-aside" } | { "kind": "held", 
/**
 * How many.
 */
count: number, } | { "kind": "unclear", 
/**
 * How many.
 */
count: number, };
export type Settings = { 
/**
 * The language chosen, or the system's.
 */
language: LanguageChoice, 
/**
 * The theme chosen, or the system's.
 */
theme: Theme, 
/**
 * The country of numbers typed without one, as an ISO 3166 code; none means the system's.
 */
default_country: string | null, 
/**
 * The sender chosen last, by Famulor's ID.
 */
sender_id: number | null, };
export type LanguageChoice = "system" | "de" | "en";
export type Theme = "system" | "light" | "dark";
export type AccountView = { 
/**
 * Where the API key is.
 */
key: KeyState, 
/**
 * Name, e-mail and balance, as last heard.
 */
profile: Profile | null, 
/**
 * The account's numbers, as last heard; those that can send come first.
 */
senders: Array<SenderView>, 
/**
 * What went wrong when the keychain or the account was last asked, in the person's language.
 */
problem: UiError | null, };
export type KeyState = "asking" | "missing" | "stored" | "this-run-only" | "unavailable";
export type Profile = { 
/**
 * The account's name.
 */
name: string, 
/**
 * The account's e-mail address.
 */
email: string, 
/**
 * The balance as an exact decimal, without a currency: the service names none.
 */
balance: string | null, };
export type SenderView = { 
/**
 * Famulor's ID, which a message is sent `from`.
 */
id: number, 
/**
 * The number, grouped for reading.
 */
number: string, 
/**
 * The name the account gave it.
 */
nickname: string | null, 
/**
 * Why it cannot send, or none if it can.
 */
unusable: SenderProblem | null, };
export type SenderProblem = "not-sms-capable" | "no-subscription";
export type RecipientView = { 
/**
 * The number in E.164: what is dialled.
 */
e164: string, 
/**
 * The same number, grouped for reading.
 */
display: string, 
/**
 * The country as an ISO 3166 code, where the number belongs to one.
 */
country: string | null, 
/**
 * Mobile, landline or unknown.
 */
kind: NumberKind, 
/**
 * Whether the numbering plan knows such a number; if not, it may still exist.
 */
known: boolean, 
/**
 * The contact's name, where the number belongs to one.
 */
name: string | null, };
export type NumberKind = "mobile" | "landline" | "unknown";
export type Draft = { 
/**
 * Minted by the window (a UUID); the message made from it keeps it, so that a double click is one message.
 */
id: string, 
/**
 * The recipient as typed.
 */
recipient: string, 
/**
 * The text as typed.
 */
body: string, };
export type SendForm = { 
/**
 * The draft it comes from.
 */
draft_id: string, 
/**
 * The number in E.164 that the window showed when Send was pressed.
 */
recipient: string, 
/**
 * The sender, by Famulor's ID.
 */
sender_id: number, 
/**
 * The text as typed.
 */
body: string, 
/**
 * Whether the person has answered "send anyway" to the one question.
 */
confirmed: boolean, };
export type SendAnswer = { "kind": "queued", 
/**
 * The message.
 */
message: MessageView, } | { "kind": "ask", 
/**
 * Every reason to ask, together.
 */
reasons: Array<AskReason>, };
export type AskReason = { "kind": "same-again", 
/**
 * When the first was written, in milliseconds since 1970.
 */
at: number, 
/**
 * What became of the first.
 */
state: MessageState, };
export type MessageState = "queued" | "held" | "sending" | "sent" | "rejected" | "not-sent" | "unclear" | "cancelled";
export type Reason = "restarted" | "late" | "account-changed" | "key-missing" | "queue-stopped" | "recipient" | "balance" | "sender" | "key" | "text" | "too-many-requests" | "carrier" | "refused" | "offline" | "certificate" | "proxy" | "internal" | "no-answer" | "strange-answer" | "ended-while-sending" | "restored" | "settled-by-person";
export type MessageView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its state.
 */
state: MessageState, 
/**
 * Why it is in that state, where there is something to say.
 */
reason: Reason | null, 
/**
 * The service's own words, where it gave some.
 */
detail: string | null, 
/**
 * The recipient's name as it was, where there was one.
 */
name: string | null, 
/**
 * The recipient's number, grouped for reading.
 */
number: string, 
/**
 * The recipient's number in E.164.
 */
e164: string, 
/**
 * The text that was sent.
 */
body: string, 
/**
 * The sender's nickname, where it had one.
 */
sender_name: string | null, 
/**
 * The sender's number, grouped for reading.
 */
sender_number: string, 
/**
 * When it was written, in milliseconds since 1970.
 */
at: number, 
/**
 * When it may go, in milliseconds since 1970: shown while it waits.
 */
due_at: number, 
/**
 * The number of parts that was predicted.
 */
predicted_segments: number, 
/**
 * The number of parts that was billed.
 */
billed_segments: number | null, 
/**
 * What it cost, as an exact decimal.
 */
cost: string | null, 
/**
 * The currency of the cost, as an ISO 4217 code, where the service named one.
 */
currency: string | null, 
/**
 * The balance when it was written, as an exact decimal.
 */
balance_before: string | null, };
export type MessagePage = { 
/**
 * The messages.
 */
messages: Array<MessageView>, 
/**
 * Whether older ones follow: ask with the last message's id.
 */
more: boolean, };
export type ContactView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its number in E.164.
 */
e164: string, 
/**
 * Its number, grouped for reading.
 */
display: string, };
export type UiError = { 
/**
 * What the window does with it.
 */
code: ErrorCode, 
/**
 * What happened, whether anything was sent, and what to do next, in the person's language.
 */
message: string, };
export type ErrorCode = "recipient" | "text" | "sender" | "key" | "offline" | "keychain" | "too-late" | "other";
export type TextAnalysis = { 
/**
 * What will be sent: line ends as LF, composed (NFC), trimmed.
 */
text: string, 
/**
 * Its length in Unicode code points, which the service limits to [`LIMIT`].
 */
code_points: number, 
/**
 * GSM-7 where every character allows it, else UCS-2.
 */
encoding: Encoding, 
/**
 * The number of SMS parts; 0 for an empty text.
 */
segments: number, 
/**
 * Units (septets or UTF-16 code units) left in the last segment.
 */
units_left: number, 
/**
 * The characters that force UCS-2, in order, each at every place it stands.
 */
forcing: Array<ForcingCharacter>, };
export type Encoding = "GSM-7" | "UCS-2";
export type ForcingCharacter = { 
/**
 * The character.
 */
character: string, 
/**
 * Its place in [`TextAnalysis::text`], in code points from 0.
 */
position: number, 
/**
 * What could stand in its place without changing the meaning.
 */
replacement: string | null, };
