// Made from src-tauri/core/src/types/ by `cargo xtask types`. Do not edit.
export type FirstLook = { 
/**
 * The colours in use.
 */
theme: Theme, 
/**
 * Whether this process is practice mode.
 */
practice: boolean, 
/**
 * The host that is asked instead of Famulor's own, or none: shown as a banner.
 */
other_host: string | null, };
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
 * The settings in use.
 */
settings: Settings, 
/**
 * What the organisation has fixed.
 */
policy: PolicyView, 
/**
 * The account, as far as it is known without waiting.
 */
account: AccountView, 
/**
 * The texts being written when the program ended, the one written last first.
 */
drafts: Array<Draft>, 
/**
 * What the person must be told at the start.
 */
notices: Array<Notice>, };
export type StartNews = { 
/**
 * The account, as far as it is known without waiting.
 */
account: AccountView, 
/**
 * What is found broken.
 */
notices: Array<Notice>, };
export type Notice = { "kind": "settings-set-aside" } | { "kind": "restored", 
/**
 * When the backup in use was made, in milliseconds since 1970; none if there was none and all is empty.
 */
at: number | null, } | { "kind": "damaged" } | { "kind": "held", 
/**
 * How many.
 */
count: number, } | { "kind": "unclear", 
/**
 * How many.
 */
count: number, };
export type NumberedNews = { 
/**
 * Each has a higher one than those before it.
 */
number: number, 
/**
 * What is new.
 */
news: News, };
export type News = { "kind": "message", "content": MessageView } | { "kind": "account", "content": AccountView } | { "kind": "notice", "content": Notice } | { "kind": "export-progress", "content": ExportProgress } | { "kind": "import-progress", "content": ImportProgress } | { "kind": "update-found", "content": UpdateOffer } | { "kind": "update-progress", "content": UpdateProgress } | { "kind": "errand" } | { "kind": "menu", "content": string } | { "kind": "closing" } | { "kind": "ask-close", "content": CloseQuestion };
export type CloseQuestion = { 
/**
 * So many messages wait for their time.
 */
later: number, 
/**
 * The program would go on without an icon to be seen.
 */
without_tray: boolean, };
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
sender_id: number | null, 
/**
 * How long a message can be taken back after Send, in seconds: 0 (off), 5, 10 or 20.
 */
undo_seconds: number, 
/**
 * How many months messages are kept: 1, 3, 6, 12 or 24; none keeps them for ever.
 */
keep_months: number | null, 
/**
 * What is put under a text when the person asks for it; may be empty.
 */
signature: string, 
/**
 * The quiet lines beside a text that are not shown.
 */
silenced_hints: Array<HintKind>, 
/**
 * The way to Famulor: `system`, `none`, or the address of a proxy (without a password).
 */
proxy: string, 
/**
 * Whether the program goes on when its window is closed.
 */
keep_running: boolean, 
/**
 * Whether the person was told what that means where the program has no icon.
 */
keep_running_explained: boolean, 
/**
 * Whether keys open the form from anywhere, with a number that was copied.
 */
global_shortcut: boolean, 
/**
 * Whether the program looks for newer versions by itself, once a day.
 */
look_for_updates: boolean, 
/**
 * The newer version that the person does not want to be asked about again.
 */
skipped_update: string | null, 
/**
 * How far the person has come in setting the program up.
 */
first_run: FirstRunStep, };
export type FirstRunStep = "practice" | "key" | "sender" | "done";
export type PolicyView = { 
/**
 * What the person cannot change.
 */
fixed: Array<FixedSetting>, 
/**
 * The number that messages are sent from, grouped for reading; none is any.
 */
sender: string | null, 
/**
 * The countries that may be written to, as ISO 3166 codes; none is all.
 */
allowed_countries: Array<string> | null, 
/**
 * The most messages that may be sent on one day.
 */
messages_per_day: number | null, 
/**
 * Whether the program looks for newer versions by itself, where that is fixed.
 */
updates: boolean | null, 
/**
 * Practice alone (true) or never (false), where that is fixed.
 */
practice: boolean | null, 
/**
 * Why nothing is sent, where the policy cannot be read, in the person's language.
 */
problem: string | null, };
export type FixedSetting = "language" | "default-country" | "sender" | "keep-months" | "undo-seconds" | "proxy" | "updates" | "practice";
export type LanguageChoice = "system" | "de" | "en";
export type Theme = "system" | "light" | "dark";
export type Hint = { "kind": "asks-for-reply", 
/**
 * The words that ask for it.
 */
words: string, 
/**
 * Where they begin.
 */
start: number, 
/**
 * Where they end.
 */
end: number, } | { "kind": "other-salutation", 
/**
 * Whom it names, as typed: "Frau Meier", "Anna".
 */
said: string, 
/**
 * The recipient's name.
 */
recipient: string, 
/**
 * Where the name begins.
 */
start: number, 
/**
 * Where it ends.
 */
end: number, };
export type HintKind = "asks-for-reply" | "other-salutation";
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
export type SenderProblem = "not-sms-capable" | "no-subscription" | "not-allowed";
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
 * Whether that is another country than the one whose numbers are typed without it.
 */
abroad: boolean, 
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
body: string, 
/**
 * The sender chosen for it, by Famulor's ID.
 */
sender_id: number | null, 
/**
 * When it is to go, in milliseconds since 1970; none is at once.
 */
due_at: number | null, 
/**
 * The message that it sends again.
 */
repeats: number | null, 
/**
 * The placeholders of a template that still stand in the text, with their braces.
 */
unfilled: Array<string>, };
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
 * The contact that was chosen, where the number belongs to several.
 */
contact_id: number | null, 
/**
 * The sender, by Famulor's ID.
 */
sender_id: number, 
/**
 * The text as typed.
 */
body: string, 
/**
 * When it is to go, in milliseconds since 1970; none is at once, after the time for undo.
 */
due_at: number | null, 
/**
 * The message that it sends again.
 */
repeats: number | null, 
/**
 * The placeholders of a template that were not filled, with their braces: none of them may stand in the text. Braces
 * typed by hand are text.
 */
unfilled: Array<string>, 
/**
 * Whether the person has answered "send anyway" to the one question.
 */
confirmed: boolean, };
export type SendAnswer = { "kind": "queued", 
/**
 * The message.
 */
message: MessageView, 
/**
 * How long it can be taken back from now on, in milliseconds; 0 where it goes at once or later.
 */
undo_ms: number, } | { "kind": "ask", 
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
state: MessageState, } | { "kind": "do-not-write", 
/**
 * Why not, as the person noted it; may be empty.
 */
reason: string, 
/**
 * When that was noted, in milliseconds since 1970.
 */
since: number, };
export type MessageState = "queued" | "held" | "sending" | "sent" | "rejected" | "not-sent" | "unclear" | "cancelled";
export type Reason = "restarted" | "late" | "account-changed" | "key-missing" | "queue-stopped" | "do-not-write" | "policy-broken" | "policy-country" | "policy-sender" | "policy-per-day" | "recipient" | "balance" | "sender" | "key" | "text" | "too-many-requests" | "carrier" | "refused" | "offline" | "certificate" | "proxy" | "internal" | "no-answer" | "strange-answer" | "ended-while-sending" | "restored" | "not-known-yet" | "settled-by-person";
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
 * Whether the bill differs from what was predicted, in parts or in cost, as far as both are known.
 */
billed_differs: boolean, 
/**
 * The balance when it was written, as an exact decimal.
 */
balance_before: string | null, 
/**
 * The balance about 15 seconds after it became unclear, as an exact decimal: a hint, not proof.
 */
balance_after: string | null, 
/**
 * When that balance was heard, in milliseconds since 1970.
 */
balance_after_at: number | null, 
/**
 * Whether the person chose the time at which it goes ("send later").
 */
due_chosen: boolean, 
/**
 * When the person last said "I don't know yet" of it, in milliseconds since 1970.
 */
undecided_at: number | null, 
/**
 * The message that it sends again.
 */
repeats: number | null, 
/**
 * Raised with each change of its state: an answer that is overtaken by news is known by it.
 */
revision: number, };
export type MessagePage = { 
/**
 * The messages.
 */
messages: Array<MessageView>, 
/**
 * Whether older ones follow: ask with the last message's id.
 */
more: boolean, };
export type MessageDetail = { 
/**
 * The message.
 */
message: MessageView, 
/**
 * What it was expected to cost when it was written; none where no price was known.
 */
predicted_cost: Cost | null, 
/**
 * Its steps, oldest first.
 */
steps: Array<StepView>, 
/**
 * Famulor's id of the SMS, where one was given.
 */
provider_id: string | null, 
/**
 * The e-mail address of the account that it was sent under.
 */
account_email: string, 
/**
 * The message that it sends again, where that is still there.
 */
repeats: LinkView | null, 
/**
 * The messages that send it again, oldest first.
 */
repeated_by: Array<LinkView>, 
/**
 * The name of the person who is logged in to this computer, for the proof of sending.
 */
system_user: string, };
export type StepView = { 
/**
 * When, in milliseconds since 1970.
 */
at: number, 
/**
 * The state that it came to.
 */
state: MessageState, 
/**
 * Why.
 */
reason: Reason | null, };
export type LinkView = { 
/**
 * Its row.
 */
id: number, 
/**
 * When it was written, in milliseconds since 1970.
 */
at: number, 
/**
 * Its state.
 */
state: MessageState, };
export type Errand = { "kind": "link", 
/**
 * What it says.
 */
link: FormLink, } | { "kind": "message", 
/**
 * Its row.
 */
id: number, } | { "kind": "history" } | { "kind": "outbox" } | { "kind": "new-message" };
export type FormLink = { 
/**
 * The first recipient, as the link has it; may be empty.
 */
recipient: string, 
/**
 * The other recipients, who are only named: a message has one.
 */
others: Array<string>, 
/**
 * What is to be dialled behind the number, which no SMS can reach.
 */
extension: string | null, 
/**
 * The text; may be empty.
 */
body: string, 
/**
 * The link was too long, and what stands behind the limit is missing.
 */
cut: boolean, 
/**
 * It was no link, but a number that the person has copied.
 */
copied: boolean, };
export type LinkKind = "sms" | "tel";
export type LinkHandling = { 
/**
 * Whether this can be seen and changed here at all.
 */
available: boolean, 
/**
 * `sms:` and `smsto:`.
 */
sms: boolean, 
/**
 * `tel:`.
 */
tel: boolean, };
export type DesktopView = { 
/**
 * The desktop starts the program.
 */
autostart: boolean, 
/**
 * The desktop shows icons of programs without a window.
 */
tray: boolean, 
/**
 * What is with the keys that open the form from anywhere.
 */
shortcut: ShortcutState, };
export type UpdateView = { 
/**
 * Who brings them.
 */
standing: UpdateStanding, 
/**
 * The newer version that was found, if there is one.
 */
found: UpdateOffer | null, 
/**
 * When the server answered last, in milliseconds since 1970.
 */
looked_at: number | null, };
export type UpdateStanding = "itself" | "organisation" | "system" | "nobody" | "practice";
export type UpdateOffer = { 
/**
 * As `1.2.3`.
 */
version: string, 
/**
 * What is new, in lines; may be empty.
 */
notes: string, };
export type UpdateProgress = { 
/**
 * Of a hundred; none where the size is not known.
 */
percent: number | null, };
export type ShortcutState = "off" | "on" | "taken" | "unavailable";
export type Verdict = "sent" | "not-sent" | "unknown";
export type Waiting = { 
/**
 * How many want the person's word, also those that are not listed.
 */
asking: number, 
/**
 * Held: each waits for the person's word; oldest first.
 */
held: Array<MessageView>, 
/**
 * Unclear and not settled by the person; newest first.
 */
unclear: Array<MessageView>, 
/**
 * To be sent at a chosen time, or when the service takes requests again; the next first.
 */
later: Array<MessageView>, };
export type HistoryFilter = { 
/**
 * What was typed: words that all stand somewhere in name, number or text.
 */
search: string, 
/**
 * In this state only.
 */
state: MessageState | null, 
/**
 * From this sender only, by Famulor's ID.
 */
sender_id: number | null, 
/**
 * To this number only, in E.164.
 */
number: string | null, 
/**
 * To any number of this contact.
 */
contact_id: number | null, 
/**
 * Written then or later, in milliseconds since 1970.
 */
from: number | null, 
/**
 * Written before then, in milliseconds since 1970.
 */
until: number | null, };
export type HistorySum = { 
/**
 * How many messages.
 */
count: number, 
/**
 * The parts of those that were sent or may have been: billed where known, else predicted.
 */
segments: number, 
/**
 * What they cost, once for each currency.
 */
costs: Array<Cost>, };
export type Cost = { 
/**
 * An exact decimal.
 */
amount: string, 
/**
 * The currency as an ISO 4217 code, where the service named one.
 */
currency: string | null, };
export type CostEstimate = { 
/**
 * Where it goes, as an ISO 3166 code; none where there is no number yet, or it belongs to no country.
 */
country: string | null, 
/**
 * The parts that it is for.
 */
segments: number, 
/**
 * The price, as far as this account's earlier messages tell.
 */
price: Price, 
/**
 * The balance before and after it; none where no balance is known.
 */
balance: BalanceForecast | null, 
/**
 * The newest of the last few messages to this country that was billed with other parts than expected.
 */
drift: Drift | null, };
export type Price = { "kind": "none-yet" } | { "kind": "learned", 
/**
 * What one part cost then.
 */
per_segment: Cost, 
/**
 * What all parts come to.
 */
total: Cost, 
/**
 * When the message was written that this is from, in milliseconds since 1970.
 */
at: number, 
/**
 * Whether that went from the same sender; if not, none has from this one.
 */
same_sender: boolean, };
export type BalanceForecast = { 
/**
 * As last heard, as an exact decimal.
 */
now: string, 
/**
 * What the messages come to that are to be sent before, as far as their prices are known; an exact decimal.
 */
waiting: string, 
/**
 * What is left after those and this text, as an exact decimal: below zero if the balance will not do. None where no
 * price is known.
 */
after: string | null, 
/**
 * Whether the balance will not do.
 */
is_short: boolean, };
export type Drift = { 
/**
 * The parts that were predicted.
 */
predicted: number, 
/**
 * The parts that Famulor counted.
 */
billed: number, 
/**
 * When the message was written, in milliseconds since 1970.
 */
at: number, };
export type HistoryRange = { 
/**
 * When the oldest message was written, in milliseconds since 1970; none if there is none.
 */
oldest: number | null, 
/**
 * The senders that messages were written from.
 */
senders: Array<HistorySender>, };
export type HistorySender = { 
/**
 * Famulor's ID.
 */
id: number, 
/**
 * The number, grouped for reading.
 */
number: string, 
/**
 * Its name, where it had one.
 */
name: string | null, };
export type Deleted = { 
/**
 * How many are gone.
 */
deleted: number, 
/**
 * How many stay, since they are under way, wait for the person, or are unclear.
 */
kept: number, };
export type ExportProgress = { 
/**
 * Messages written so far.
 */
done: number, 
/**
 * Messages in all.
 */
total: number, };
export type BackupView = { 
/**
 * When the newest was made, in milliseconds since 1970.
 */
latest: number | null, 
/**
 * How many there are.
 */
count: number, };
export type GuideNode = string | { 
/**
 * Its name in HTML, as `p` or `li`.
 */
tag: string, 
/**
 * What a picture shows, by its address in the program; none for every other element.
 */
src: string | null, 
/**
 * What is in it; for a picture: its words.
 */
children: Array<GuideNode>, };
export type ContactView = { 
/**
 * The contact's row.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The number in E.164.
 */
e164: string, 
/**
 * The number, grouped for reading.
 */
display: string, };
export type SuggestionView = { 
/**
 * The contact's row.
 */
id: number, 
/**
 * The contact's name as shown.
 */
name: string, 
/**
 * Its organisation; empty where there is none.
 */
organisation: string, 
/**
 * What the number is called; may be empty.
 */
label: string, 
/**
 * The number in E.164.
 */
e164: string, 
/**
 * The number, grouped for reading.
 */
display: string, 
/**
 * Whether the contact is a favourite.
 */
is_favourite: boolean, 
/**
 * Whether the contact is not to be written to.
 */
do_not_write: boolean, };
export type ContactFilter = { 
/**
 * What was typed: words that begin parts of names, or a part of a number.
 */
search: string, 
/**
 * Favourites only.
 */
favourites: boolean, 
/**
 * Those under this letter only, as [`LetterView`] names it.
 */
letter: string | null, };
export type ContactPage = { 
/**
 * The contacts.
 */
contacts: Array<ContactRow>, 
/**
 * Where the next page begins; none if this is the last.
 */
next: ContactCursor | null, };
export type ContactRow = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its name as shown.
 */
name: string, 
/**
 * Its organisation; empty where there is none.
 */
organisation: string, 
/**
 * The letter it stands under.
 */
letter: string, 
/**
 * Its first number, grouped for reading; none where it has none.
 */
display: string | null, 
/**
 * The same number in E.164.
 */
e164: string | null, 
/**
 * How many numbers it has.
 */
numbers: number, 
/**
 * Whether it is a favourite.
 */
is_favourite: boolean, 
/**
 * Whether it is not to be written to.
 */
do_not_write: boolean, };
export type ContactCursor = { 
/**
 * What that contact is sorted by.
 */
sort_key: string, 
/**
 * Its row.
 */
id: number, };
export type LetterView = { 
/**
 * A capital letter without accents, or `#` for whatever begins with none.
 */
letter: string, 
/**
 * How many contacts.
 */
count: number, };
export type ContactDetail = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its name as shown: given and family name, else the organisation.
 */
name: string, 
/**
 * The given name; may be empty.
 */
given: string, 
/**
 * The family name; may be empty.
 */
family: string, 
/**
 * The organisation; may be empty.
 */
organisation: string, 
/**
 * A note; may be empty.
 */
note: string, 
/**
 * Its numbers, in the person's order.
 */
numbers: Array<NumberView>, 
/**
 * Whether it is a favourite.
 */
is_favourite: boolean, 
/**
 * Why it is not to be written to; none where it may be.
 */
do_not_write: DoNotWrite | null, 
/**
 * When it was made, in milliseconds since 1970.
 */
created_at: number, 
/**
 * When it was changed last, in milliseconds since 1970.
 */
changed_at: number, 
/**
 * The import that it came with.
 */
import_id: number | null, };
export type NumberView = { 
/**
 * What it is called; may be empty.
 */
label: string, 
/**
 * The number in E.164.
 */
e164: string, 
/**
 * The same number, grouped for reading.
 */
display: string, 
/**
 * Mobile, landline or unknown.
 */
kind: NumberKind, 
/**
 * When the last message to it was written, in milliseconds since 1970.
 */
used_at: number | null, };
export type DoNotWrite = { 
/**
 * Why, as the person noted it; may be empty.
 */
reason: string, 
/**
 * When that was noted, in milliseconds since 1970.
 */
since: number, };
export type ContactForm = { 
/**
 * The contact that is changed; none is a new one.
 */
id: number | null, 
/**
 * The given name.
 */
given: string, 
/**
 * The family name.
 */
family: string, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * The note.
 */
note: string, 
/**
 * The numbers as typed; an empty one is left out.
 */
numbers: Array<NumberForm>, 
/**
 * Whether it is a favourite.
 */
is_favourite: boolean, };
export type NumberForm = { 
/**
 * What it is called.
 */
label: string, 
/**
 * The number as typed.
 */
number: string, };
export type Merged = { 
/**
 * The one that is left.
 */
contact: ContactDetail, 
/**
 * The same one as it was before.
 */
kept: ContactDetail, 
/**
 * The one that is gone.
 */
gone: ContactDetail, };
export type DuplicateView = { 
/**
 * The number in E.164.
 */
e164: string, 
/**
 * The same number, grouped for reading.
 */
display: string, 
/**
 * The one that was made first.
 */
one: ContactRow, 
/**
 * The other.
 */
other: ContactRow, };
export type Template = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The language of its text; none is the window's.
 */
language: Language | null, 
/**
 * Its text, with placeholders.
 */
body: string, 
/**
 * Its place in the list, counted from 0.
 */
position: number, 
/**
 * When it was made, in milliseconds since 1970.
 */
created_at: number, 
/**
 * When it was changed last, in milliseconds since 1970.
 */
changed_at: number, };
export type TemplateForm = { 
/**
 * The template that is changed; none is a new one, which comes last.
 */
id: number | null, 
/**
 * The name.
 */
name: string, 
/**
 * The language; none is the window's.
 */
language: Language | null, 
/**
 * The text.
 */
body: string, };
export type Language = "de" | "en";
export type Filled = { 
/**
 * The text; what is not known stands in it as before.
 */
text: string, 
/**
 * What is not known, each once, in the order of the text.
 */
unfilled: Array<Placeholder>, };
export type Placeholder = { 
/**
 * As it stands in the text, with its braces.
 */
written: string, 
/**
 * Its name, which an answer is given under.
 */
name: string, 
/**
 * What belongs there.
 */
kind: PlaceholderKind, };
export type PlaceholderKind = "first-name" | "last-name" | "organisation" | "date" | "time" | "own";
export type TemplatesImported = { 
/**
 * How many are new.
 */
added: number, 
/**
 * How many were there already, word for word.
 */
known: number, };
export type ImportPreview = { 
/**
 * What kind of file it is.
 */
kind: FileKind, 
/**
 * How its letters are written, as "UTF-8".
 */
encoding: string, 
/**
 * What stands between the cells of a table.
 */
separator: string | null, 
/**
 * What the columns of a table are taken for: to be changed and sent back.
 */
mapping: Mapping, 
/**
 * What the columns of a table are called in the file; empty where it has no names for them.
 */
headers: Array<string>, 
/**
 * The first rows; of cards: name, organisation, numbers.
 */
first: Array<Array<string>>, 
/**
 * How many rows or cards there are.
 */
total: number, };
export type FileKind = "v-card" | "table";
export type Mapping = { 
/**
 * One for each column; further ones are ignored.
 */
columns: Array<Meaning>, 
/**
 * Whether the first row names the columns and is nobody.
 */
has_header: boolean, };
export type Meaning = { "kind": "ignored" } | { "kind": "given" } | { "kind": "family" } | { "kind": "full-name" } | { "kind": "organisation" } | { "kind": "department" } | { "kind": "note" } | { "kind": "number", 
/**
 * What they are called, unless a column before them says it.
 */
label: string, } | { "kind": "number-label" } | { "kind": "favourite" } | { "kind": "do-not-write" } | { "kind": "do-not-write-since" };
export type ImportPlanView = { 
/**
 * Rows or cards in the file: the sum of the next three.
 */
total: number, 
/**
 * Those that become new contacts.
 */
ready: number, 
/**
 * Those with a number that is there already.
 */
duplicates: number, 
/**
 * Those that cannot be taken over.
 */
unreadable: number, 
/**
 * Numbers and other parts that cannot be taken over, of people who can be.
 */
parts_left_out: number, 
/**
 * The first of the duplicates.
 */
first_duplicates: Array<ImportDuplicateView>, 
/**
 * The first of what cannot be taken over, people and parts.
 */
first_unreadable: Array<UnreadableView>, };
export type ImportDuplicateView = { 
/**
 * The line of the file that it begins in, counted from 1.
 */
line: number, 
/**
 * The name in that row.
 */
name: string, 
/**
 * The number that both have, grouped for reading.
 */
display: string, 
/**
 * The name of the contact or of the row before that has it too.
 */
other: string, 
/**
 * Whether that is a contact; if not, it stands in the file as well.
 */
is_contact: boolean, };
export type UnreadableView = { 
/**
 * The line of the file that it begins in, counted from 1.
 */
line: number, 
/**
 * Why.
 */
reason: UnreadableReason, 
/**
 * What stands there, cut short.
 */
content: string, };
export type UnreadableReason = "no-number" | "no-name" | "not-a-number" | "rounded" | "broken-quotes" | "cut-off" | "too-many-fields" | "too-long";
export type DuplicateChoice = "skip" | "merge" | "add-anyway";
export type ImportProgress = { 
/**
 * What is done, in parts of `total`.
 */
done: number, 
/**
 * What there is to do.
 */
total: number, };
export type Imported = { 
/**
 * The import's row, to undo it; none if it changed nothing.
 */
id: number | null, 
/**
 * New contacts.
 */
added: number, 
/**
 * Rows that were merged into another.
 */
merged: number, 
/**
 * Rows that were left out, their number being there already.
 */
skipped: number, 
/**
 * Rows that could not be taken over.
 */
unreadable: number, };
export type ImportView = { 
/**
 * Its row.
 */
id: number, 
/**
 * When it was, in milliseconds since 1970.
 */
at: number, 
/**
 * The file's name without its folder.
 */
file_name: string, 
/**
 * How many contacts it added or changed.
 */
contacts: number, };
export type ImportUndone = { 
/**
 * Contacts that it had added and that are gone.
 */
removed: number, 
/**
 * Contacts that it had changed and that are as they were.
 */
restored: number, 
/**
 * Contacts that were changed since and stay as they are.
 */
kept: number, };
export type UiError = { 
/**
 * What the window does with it.
 */
code: ErrorCode, 
/**
 * What happened, whether anything was sent, and what to do next, in the person's language.
 */
message: string, 
/**
 * Which number of a contact it is about, counted from 0.
 */
row: number | null, };
export type ErrorCode = "recipient" | "text" | "sender" | "due" | "name" | "number" | "key" | "proxy" | "offline" | "keychain" | "too-late" | "other";
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
export type TextMeasure = { 
/**
 * The few characters that make it cost more parts, where there are some: their places are those in the text as typed.
 */
costly: Costly | null, 
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
export type Costly = { 
/**
 * Each of them, as a person sees characters, in order: those that force UCS-2, or in GSM-7 those that count twice.
 */
characters: Array<CostlyCharacter>, 
/**
 * The parts that the text would be with plain characters in their place.
 */
segments_without: number, 
/**
 * The text with plain characters in their place, where each has a harmless one.
 */
replaced: Replaced | null, };
export type CostlyCharacter = { 
/**
 * The character as typed.
 */
character: string, 
/**
 * Where it begins in the text as typed, in UTF-16 code units from 0, as a text field counts.
 */
start: number, 
/**
 * Where it ends, likewise.
 */
end: number, 
/**
 * What could stand in its place without changing what is said; may be empty.
 */
replacement: string | null, };
export type Replaced = { 
/**
 * The whole text.
 */
text: string, 
/**
 * Its SMS parts: fewer than before.
 */
segments: number, };
