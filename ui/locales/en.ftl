# Every word of Famulor SMS in English. The window and the program read this same file.
# "Sent" never means delivered. SMS parts, not segments.

## The window

window-title = Famulor SMS
window-title-practice = Practice – Famulor SMS
practice-banner = Practice: nothing is really sent.
host-banner = This window does not talk to Famulor but to { $host }.
navigation =
    .aria-label = Areas
nav-new-message = New message
nav-outbox = Outbox
outbox-badge =
    { $count ->
        [one] One message waits for your answer
       *[other] { $count } messages wait for your answer
    }
nav-history = History
nav-contacts = Contacts
nav-templates = Templates
nav-settings = Settings
account-summary = Balance { $balance }

## New message

new-message-title = New message
recipient-label = Recipient
recipient-input =
    .placeholder = Name or phone number
recipient-suggestions =
    .aria-label = Matching contacts
recipient-suggestions-count =
    { $count ->
        [one] One matching contact
       *[other] { $count } matching contacts
    }
recipient-landline = This is a landline: an SMS may not arrive there, or be read out.
recipient-not-known = No numbering plan lists this number. Please check it once more.
recipient-abroad = This number is in another country.
recipient-remove = Remove recipient { $name }
recent-messages = Last messages to this recipient
sender-label = Sender
sender-option = { $name } · { $number }
sender-option-not-sms-capable = { $sender } – cannot send SMS
sender-option-no-subscription = { $sender } – subscription not active
sender-option-not-allowed = { $sender } – not allowed by your organisation
sender-choose = Please choose
sender-none = No number yet
sender-help-no-key = Your numbers appear here once your account is set up.
sender-help-loading = Your numbers are being fetched …
sender-help-none = Your account has no number. You can book one in Famulor’s dashboard.
sender-help-none-usable = None of your numbers can send SMS. You can book one in Famulor’s dashboard.
sender-help-set = Your organisation has set { $number } as sender, and it cannot send from this account. Please ask your IT.
text-label = Message
insert-template = Insert template …
text-filled = Put into the text: { $values }
text-unfilled = Still to be filled:
text-meter = { $count } of { $limit } characters
text-meter-parts =
    { $parts ->
        [one] 1 SMS part
       *[other] { $parts } SMS parts
    }
text-meter-gsm-7 = standard characters
text-meter-left = room for { $left } more in this part
text-meter-ucs-2 = special characters
text-meter-over =
    { $count ->
        [one] 1 character too many
       *[other] { $count } characters too many
    }
text-forcing = { $characters }: with special characters like these, less text fits into an SMS part.
text-costly =
    { $count ->
        [one] One character makes this { $parts } SMS parts instead of { $without }: { $characters }
       *[other] { $count } characters make this { $parts } SMS parts instead of { $without }: { $characters }
    }
text-replace = Replace …
text-replace-title = This changes in the text:
text-replace-pair = { $from } → { $to }
text-replace-pairs = { $pair } ({ $count } times)
text-replace-yes =
    { $parts ->
        [one] Replace: then 1 SMS part
       *[other] Replace: then { $parts } SMS parts
    }
text-replaced =
    { $count ->
        [one] One character is replaced.
       *[other] { $count } characters are replaced.
    }
character-nothing = nothing
character-space = space
character-line-end = line break
character-special-space = special space
character-invisible = invisible character
cost-no-recipient = No price yet: it depends on the recipient.
cost-none = No price known yet.
cost-none-in = No price known yet for { $country }: your first SMS there will show it.
cost-learned = About { $cost }, from your last SMS to { $country }, { $when }.
cost-learned-otherwise = About { $cost }, from your last SMS to { $country }, { $when }, from another sender.
cost-balance = Balance now: { $now }.
cost-after = Balance after it: { $after }.
cost-after-waiting = Balance after it and all that is to be sent before: { $after }.
cost-drift = Your SMS of { $when } ({ $country }) was billed with { $billed } instead of { $predicted } SMS parts. That may happen here, too.
short-now = Your balance will not do: it is { $now }.
short-waiting = About { $waiting } of it is for what is to be sent before.
short-after = After this SMS it would be { $after }.
short-advice = Please top it up first, otherwise Famulor will probably refuse the SMS.
short-spoken = The balance will not do.
hint-asks-for-reply = “{ $words }”: replies do not arrive here. Better name a phone number or e-mail address.
hint-other-salutation = The text says “{ $said }”, but it goes to { $recipient }.
hint-silence = Do not show again
hint-silenced = Hints like this are not shown any more. You find them in the settings.
send = Send
send-practice = Practice: send
send-busy = Sending …
send-later = Send later: { $when }
send-later-practice = Practice: send later: { $when }
outcome-sending = Sending …
outcome-to = To { $recipient }
outcome-outbox = Show in outbox
recipient-with-name = { $name } · { $number }
service-says = Famulor says: “{ $detail }”
ask-title = Send anyway?
ask-same-again = This text to this number exists already: { $when }. It is: { $state }.
ask-do-not-write = You noted on { $when } that this recipient is not to be written to.
ask-do-not-write-reason = You noted on { $when } that this recipient is not to be written to: { $reason }
ask-send = Send anyway
ask-back = Back
save-contact-title = Save { $number } as a contact?
contact-name-input =
    .placeholder = Name
save-contact = Save
save-contact-done = { $name } is a contact now.
draft-not-kept = The text cannot be saved at the moment. It is kept only in this window: please do not close it.
later = Send later …
later-not = Send at once after all
later-legend = Send later
later-day = Day
later-today = Today, { $date }
later-hour = Hour
later-minute = Minute
later-hint = Local time ({ $zone }). The program must be running then; its window may be closed.
later-missing = This time does not exist on that day because the clocks go forward. It is sent at { $time }.
later-twice = This time comes twice on that day because the clocks go back. It is sent the first time.
later-passed = The time you chose is over ({ $when }). When you press Send, the message goes at once unless you choose another one.
later-due = To be sent: { $when }
repeats = Sends the message of { $when } again.
drafts-title = Messages begun
drafts-discarded = The draft to { $who } is discarded.
draft-no-recipient = no recipient yet
draft-go-on = Continue
draft-go-on-spoken = Continue: { $who }
draft-discard = Discard
draft-discard-spoken = Discard: { $who }
link-region =
    .aria-label = From a link
copied-waits = You copied the number { $recipient }.
link-waits = A link wants to write to { $recipient }.
link-waits-text = A link wants to write a message.
link-take = Take over
link-discard = Discard
link-others = The link also names { $others }. A message goes to one recipient only.
link-others-more = The link also names { $others } and { $count } more. A message goes to one recipient only.
link-extension = No SMS can reach the extension { $extension }; it was left out.
link-cut = The link was too long: its end is missing.
update-region =
    .aria-label = Newer version
update-words = Version { $version } is there.
update-words-news = Version { $version } is there. What is new:
update-loading = Version { $version } is being downloaded. The program then starts anew; your text stays.
update-now = Update
update-later = Later
update-skip = Skip this version
undo-region =
    .aria-label = Just sent
undo-words = To { $recipient }: goes in { $seconds } s
undo-spoken =
    { $seconds ->
        [one] The message to { $recipient } goes in one second. { $keys } takes it back.
       *[other] The message to { $recipient } goes in { $seconds } seconds. { $keys } takes it back.
    }
undo = Undo
undo-send-now = Send now

## Notices

notice-dismiss =
    .aria-label = Close this notice
notice-settings-set-aside = Your settings were damaged. The defaults are in use; contacts and history are not affected.
notice-restored = The data was damaged and has been set aside. The backup of { $when } is in use: what was written after it may be missing, and what had not been sent by then is marked as unclear. A text in the form may have been sent since, too: please look it up.
notice-restored-empty = The data was damaged and has been set aside. There was no backup: contacts, history and drafts begin anew.
notice-damaged = The data on this computer is damaged. Nothing is sent until the next start. Please close the program and start it again: it then uses the newest backup.
notice-held =
    { $count ->
        [one] One message is waiting for you. It has not been sent yet.
       *[other] { $count } messages are waiting for you. They have not been sent yet.
    }
notice-unclear =
    { $count ->
        [one] It is unclear whether one message was sent.
       *[other] It is unclear whether { $count } messages were sent.
    }
notice-show-outbox = Open outbox
notice-key-asking = The keychain is being asked for your API key. If a window asks for a password, please answer it there.
notice-key-missing = To send, your Famulor account is still needed.
notice-set-up = Set up account
notice-key-this-run-only = Your API key is kept only until you close the program.
notice-retry = Try again
notice-key-for-now = Enter a key for now only
notice-open-settings = Open settings

## History

history-title = History
history-today = Today
history-yesterday = Yesterday
history-empty-title = No messages yet
history-empty = What you send is listed here, with time, SMS parts and cost.
write-message = Write a message
history-more = Show older
history-loading = Loading the history …
history-newer = Show newer
history-newest = Back to the newest
history-search =
    .aria-label = Search the history
    .placeholder = Name, number or text
history-none-title = Nothing found
history-none = No message fits this search and these filters.
history-clear = Clear search and filters
filter = Filters
filter-counted = Filters ({ $count })
filter-state = State
filter-state-all = Any state
filter-sender = Sender
filter-sender-all = Any sender
filter-period = Period
filter-month = Month
filter-jump = Jump to a month
jump-newest = Newest first
period-all = All
period-today = Today
period-week = Last 7 days
period-month = Last 30 days
period-year = This year
period-one-month = One month …
sum-messages =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
sum-parts =
    { $parts ->
        [one] 1 SMS part
       *[other] { $parts } SMS parts
    }
history-export = Save as CSV …
export-progress = { $done } of { $total } written
export-cancel = Cancel
export-done =
    { $count ->
        [one] One message is in the file.
       *[other] { $count } messages are in the file.
    }
export-cancelled = Cancelled. No file was written.
row-from = From { $sender }
row-billed-differs = Billed otherwise than expected
row-open = Details
row-open-spoken = Details: { $recipient }, { $when }
row-send-now = Send now
row-change = Change
row-take-back = Undo
row-discard = Discard
row-call-off = Do not send
row-settle-sent = It was sent
row-settle-not-sent = It was not sent
row-settle-unknown = I don’t know yet
row-dashboard = Open dashboard
row-again = Send again
row-write = Write to this recipient
row-reuse = Text for someone else
row-proof = Print proof of sending …
row-delete = Delete …
row-delete-recipient = Delete all with this recipient …
row-unclear-help = Please look at the sent SMS in Famulor’s dashboard. If the message is not listed there, ask the recipient. Then say here what happened.
evidence-pending = Balance before: { $before }. About 15 seconds after the send it is asked for again.
evidence-same = Balance before { $before }, after { $after } ({ $when }): unchanged. This speaks against a send but proves nothing: the charge may come later.
evidence-changed = Balance before { $before }, after { $after } ({ $when }). This speaks for a send but proves nothing: something else may have been charged.
undecided = You noted on { $when } that you don’t know yet.

## Contacts

contacts-title = Contacts
contact-new = New contact
contacts-search =
    .aria-label = Search the contacts
    .placeholder = Name, organisation or number
contacts-favourites = Favourites
contacts-letters =
    .aria-label = Letters
contacts-letter-all = All
contacts-letter =
    { $count ->
        [one] { $letter }: one contact
       *[other] { $letter }: { $count } contacts
    }
contacts-first = Favourites and recent
contacts-loading = Loading the contacts …
contacts-empty-title = No contacts yet
contacts-empty = With contacts you type a name instead of a number.
contacts-none = No contact fits.
contacts-clear = Show all contacts
contacts-more = Show more
contacts-before = Show earlier ones
contact-favourite = Favourite
contact-do-not-write = do not write to
contact-write = Write
contact-write-spoken = Write a message: { $recipient }
contact-title = Contact
contact-landline = landline
contact-no-number = This contact has no number yet.
contact-edit = Edit
contact-bar = Do not write to …
contact-bar-yes = Note
contact-unbar = May be written to again
contact-barred = Not to be written to. Noted on { $when }.
contact-barred-reason = Not to be written to. Noted on { $when }: { $reason }
contact-merge = Merge …
contact-delete = Delete
contact-thread = Messages
contact-thread-none = No messages to this contact yet.
contact-deleted = { $name } is deleted.
contact-back = { $name } is back.
contact-merged = Both are one contact now: { $name }.
contact-unmerged = They are two contacts again.
contact-saved = { $name } is saved.
contact-form-new = New contact
contact-form-edit = Edit contact
contact-given = Given name
contact-family = Family name
contact-organisation = Organisation
contact-numbers = Phone numbers
contact-number-typed =
    .placeholder = Number
contact-number-label =
    .placeholder = e.g. mobile
contact-number-spoken = Number { $number }
contact-label-spoken = What number { $number } is called
contact-number-remove = Remove number { $number }
contact-number-add = Add a number
contact-note = Note
save = Save
merge-title = Which contact is the same?
merge-text = { $name } stays and takes over the numbers and notes of the contact that you choose here. This can be undone.
merge-search = Search the contacts
merge-none = No other contact fits.
same-number-title = Contacts with the same number
same-number-text = Where it is the same person, make one contact of both: the older one stays and takes over the numbers and notes of the other. This can be undone.
same-number-none = No two contacts share a number.
same-number-merge = Merge
same-number-merge-spoken = Merge { $one } and { $other }
same-number-undo-spoken = Undo: { $one } and { $other }
contacts-same-number = { $count } contacts share a number …
contacts-same-number-many = Many contacts share a number …
bar-title = Not to be written to: { $name }
bar-reason = Why? (may stay empty)
bar-text = Before a message to this contact you are then asked first.

## Contacts from a file

contacts-import = Import …
contacts-export-vcard = Save as vCard …
import-title = Import contacts
import-about-v-card =
    { $count ->
        [one] One address card
       *[other] { $count } address cards
    }
import-about-table =
    { $count ->
        [one] A table with one row ({ $encoding })
       *[other] A table with { $count } rows ({ $encoding })
    }
import-header = The first row names the columns
import-table =
    .aria-label = The beginning of the file
import-column = Column { $number }
import-meaning = What stands in the column { $column }
meaning-ignored = Leave out
meaning-given = Given name
meaning-family = Family name
meaning-full-name = Whole name
meaning-organisation = Organisation
meaning-department = Department
meaning-number = Phone number
meaning-number-label = Kind of number
meaning-note = Note
meaning-favourite = Favourite
meaning-do-not-write = Do not write to
meaning-do-not-write-since = Do not write to since
import-ready =
    { $count ->
        [0] Nobody in the file is new.
        [one] One new contact is ready.
       *[other] { $count } new contacts are ready.
    }
import-parts =
    { $count ->
        [one] One detail of them cannot be read and is left out.
       *[other] { $count } details of them cannot be read and are left out.
    }
import-duplicates =
    { $count ->
        [one] One has a number that is there already:
       *[other] { $count } have a number that is there already:
    }
duplicates-skip = Leave out
duplicates-merge = Add what is missing to the one that is there
duplicates-add-anyway = Add as a contact of its own
import-duplicate-contact = Line { $line }: { $name }, { $number }. Is a contact: { $other }
import-duplicate-file = Line { $line }: { $name }, { $number }. Also in the file: { $other }
import-unreadable =
    { $count ->
        [0] Cannot be read:
        [one] One row cannot be read and stays out:
       *[other] { $count } rows cannot be read and stay out:
    }
import-unreadable-line = Line { $line }: { $reason } ({ $content })
import-unreadable-save = Save what cannot be read …
unreadable-no-number = no phone number
unreadable-no-name = no name
unreadable-not-a-number = not a phone number
unreadable-rounded = a spreadsheet has rounded the number
unreadable-broken-quotes = a quotation mark is missing
unreadable-cut-off = the card has no end
unreadable-too-many-fields = too many cells
unreadable-too-long = too long
import-apply = Import
import-running = Importing …
import-cancelled = Cancelled. Nothing was changed.
import-undo = Undo import
import-undone = The import is undone.
import-undone-removed =
    { $count ->
        [0] There was no contact to delete.
        [one] One contact is deleted.
       *[other] { $count } contacts are deleted.
    }
import-undone-restored =
    { $count ->
        [one] One is as it was before.
       *[other] { $count } are as they were before.
    }
import-undone-kept =
    { $count ->
        [one] One was changed since and stays.
       *[other] { $count } were changed since and stay.
    }
contacts-imports = Earlier imports …
imports-title = Earlier imports
imports-none = There is no import left that can be undone.
imports-count =
    { $count ->
        [one] one contact
       *[other] { $count } contacts
    }
imports-undo = Undo import
imports-undo-spoken = Undo import: { $file }, { $when }
imports-ask-title = Undo this import?
imports-ask =
    { $count ->
        [one] One contact came from “{ $file }” ({ $when }) or was changed by it. If it was new it is deleted, otherwise it becomes as it was before. If you changed it since, it stays. This cannot be undone.
       *[other] { $count } contacts came from “{ $file }” ({ $when }) or were changed by it. Those that were new are deleted, the others become as they were before. What you changed since stays. This cannot be undone.
    }
imported-added =
    { $count ->
        [0] No contact was added.
        [one] One contact was added.
       *[other] { $count } contacts were added.
    }
imported-merged =
    { $count ->
        [one] One was merged with one that was there.
       *[other] { $count } were merged with those that were there.
    }
imported-skipped =
    { $count ->
        [one] One was left out because its number was there already.
       *[other] { $count } were left out because their numbers were there already.
    }
imported-unreadable =
    { $count ->
        [one] One row could not be read.
       *[other] { $count } rows could not be read.
    }
close = Close

## Templates

templates-title = Templates
template-new = New template
templates-empty-title = No templates yet
templates-empty = A text that you write often is inserted from here with two clicks.
templates-none = No template fits.
templates-import = Import …
templates-export-csv = Save as CSV …
templates-export-json = Save as JSON …
templates-imported =
    { $count ->
        [0] No template is new.
        [one] One template is new.
       *[other] { $count } templates are new.
    }
templates-known =
    { $count ->
        [one] One was there already.
       *[other] { $count } were there already.
    }
file-saved = “{ $name }” is saved.
template-saved = { $name } is saved.
template-edit = Edit
template-edit-spoken = Edit template: { $name }
template-delete = Delete
template-delete-spoken = Delete template: { $name }
template-up-spoken = Move up: { $name }
template-down-spoken = Move down: { $name }
template-moved = { $name } is now number { $place } of { $count }.
template-deleted = The template { $name } is deleted.
template-back = The template { $name } is back.
template-form-new = New template
template-form-edit = Edit template
template-name = Name
template-body = Text
template-body-hint = These are filled by themselves. For anything else write a word in braces, such as {"{"}amount{"}"}: it is asked for when the template is inserted.
template-placeholders =
    .aria-label = To be filled by itself
template-language = Language of the text
template-language-any = As the window
template-search =
    .aria-label = Search the templates
    .placeholder = Name or text
template-manage = Edit templates
placeholder-first-name = first name
placeholder-last-name = last name
placeholder-organisation = organisation
placeholder-date = date
placeholder-time = time
answers-title = { $name }: what is to be inserted?
answers-hint = What you leave empty is marked in the text.
answers-yes = Insert

## Outbox

outbox-title = Outbox
outbox-empty-title = Nothing waits here
outbox-empty = What waits for you, what is unclear and what is to be sent later is listed here.
outbox-held = Waiting for you
outbox-held-lead = These messages were not sent. You decide what becomes of them.
outbox-unclear = Unclear
outbox-unclear-lead = These messages were perhaps sent. The program never sends them again by itself.
outbox-later = To be sent later
outbox-later-lead = The program must be running at these times. What it misses it asks you about at its next start.
outbox-discarded = The message to { $recipient } is discarded. Its text stays in the history.
outbox-called-off = The message to { $recipient } will not be sent. Its text stays in the history.
outbox-sending = The message to { $recipient } is being sent now.
outbox-noted = Noted. The message to { $recipient } is in the history now.
outbox-noted-unknown = Noted. The message to { $recipient } stays here until you know.

## One message

detail-title = Message
detail-close =
    .aria-label = Close
detail-steps = Steps
step-queued = Put into the outbox
detail-repeats = Sends the message of { $when } again ({ $state })
detail-repeated-by = Sent again: { $when } ({ $state })
detail-parts-predicted = { $predicted } predicted
detail-parts-unbilled = { $predicted } predicted, billing not known
detail-parts-same = { $billed }, as predicted
detail-parts-differ = { $billed } billed, { $predicted } predicted
detail-cost-predicted = about { $expected } expected
detail-cost-same = { $billed }, as expected
detail-cost-differs = { $billed } billed, { $expected } expected
fact-written = Written
fact-due = To be sent
fact-sender = Sender
fact-account = Account
fact-parts = SMS parts
fact-cost = Cost
fact-provider-id = Famulor’s ID
fact-recipient = Recipient
fact-text = Text
fact-state = State
fact-sent = Sent
fact-noted = Noted
fact-printed = Printed
fact-unknown = not known
delete-title = Delete the message?
delete-text = The message to { $recipient } is then gone from this computer at once, and from the backups within a day. It stays at Famulor.
delete-confirm = Delete
delete-recipient-title = Delete all messages with this recipient?
delete-recipient-text = All messages to { $recipient } are then gone from this computer at once, and from the backups within a day. What still waits or is unclear stays.
delete-recipient-confirm = Delete all
deleted =
    { $count ->
        [one] One message is deleted.
       *[other] { $count } messages are deleted.
    }
deleted-kept =
    { $count ->
        [one] One stays because it still waits or is unclear.
       *[other] { $count } stay because they still wait or are unclear.
    }
proof-title = Proof of sending
proof-no-delivery = This is no proof of delivery: it does not say whether the SMS arrived.
proof-settled = Sent, as noted by hand: Famulor itself did not confirm it
proof-printed = { $when }, logged in to the computer: { $user }

## Settings

settings-title = Settings
settings-account = Account
settings-account-name = Name
settings-account-email = E-mail
settings-account-balance = Balance
settings-account-unknown = not known yet
settings-key = API key
key-state-asking = The keychain is being asked …
key-state-missing = None yet
key-state-stored = Safe in the keychain
key-state-this-run-only = In memory only, until you close the program
key-state-unavailable = The keychain cannot be reached
key-state-practice = Practice needs none
retry-keychain = Ask the keychain again
refresh-account = Refresh
forget-key = Remove key …
forget-key-title = Remove the API key?
forget-key-text = The key is deleted from the keychain. Until you enter one again, nothing can be sent. Contacts and history stay.
forget-key-confirm = Remove
cancel = Cancel
settings-change-key = Use another API key
settings-set-key = Enter an API key
settings-hints = Hints while writing
settings-hints-text = A quiet line under the text, never a question.
show-asks-for-reply = When the text asks for a reply
show-other-salutation = When the text addresses somebody else than the recipient
settings-links = Links
settings-links-text = A click on such a link on a web page or in an e-mail then opens this form, filled in. A link never sends anything.
links-sms = Open SMS links (sms:) with Famulor SMS
links-tel = Open phone number links (tel:) with Famulor SMS
links-stay-on = The system still opens these links with Famulor SMS, as it knows no other program for them.
links-stay-off = The system did not take this over. Please choose Famulor SMS for these links in the system’s settings.
settings-desktop = On your desktop
keep-running = Keep running in the background
keep-running-hint = Closing the window then does not end the program: what is to be sent later goes on time, and an icon on the desktop opens the window again.
tray-missing = Your desktop shows no such icon now. Without it, starting the program again shows the window.
autostart = Start with the desktop, without a window
autostart-hint = Nothing that was missed is sent by it: the program asks you, as at each start.
global-shortcut = Open the form from anywhere with { $keys }
global-shortcut-hint = If you have copied a phone number, it is filled in. Nothing is sent by it.
global-shortcut-taken = { $keys } does not work now: another program uses these keys.
global-shortcut-unavailable = This does not work on your desktop (Wayland): it gives no such keys to programs.
quit-program = Quit Famulor SMS
settings-display = Display
settings-language = Language
settings-language-system = As the system
settings-language-de = Deutsch
settings-language-en = English
settings-theme = Colours
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-sending = Sending
settings-default-country = Country of numbers without a code
settings-default-country-system = As the system
settings-undo = Undo after sending
settings-undo-hint = For so long you can take a message back after pressing Send.
signature = Signature
signature-hint = “Insert template” puts it under a text.
undo-off = Off, send at once
undo-seconds = For { $seconds } seconds
settings-keeping = Keeping the history
settings-keep = Keep messages
settings-keep-hint = Older ones are deleted. What waits or is unclear always stays.
keep-for-ever = For ever
keep-months =
    { $months ->
        [one] 1 month
       *[other] { $months } months
    }
keep-title =
    { $months ->
        [one] Delete messages older than 1 month?
       *[other] Delete messages older than { $months } months?
    }
keep-text =
    { $count ->
        [0] Such messages are then deleted now and from now on. What waits or is unclear stays.
        [one] That is one message now, and from now on each that gets so old. What waits or is unclear stays.
       *[other] That is { $count } messages now, and from now on each that gets so old. What waits or is unclear stays.
    }
keep-confirm = Delete
set-by-organisation = Set by your organisation.
settings-network = Network
settings-proxy = Proxy on the way to Famulor
proxy-system = As the system
proxy-none = None, connect directly
proxy-address = Another one …
settings-proxy-address = Address of the proxy
proxy-address-hint = Like proxy.example.com:3128, without a password. One with a password can be set up by your IT.
settings-organisation = Your organisation
settings-organisation-text = This has been set for this computer.
policy-sender = Sender
policy-countries = Allowed countries
policy-per-day = Messages a day
policy-updates = Newer versions
policy-updates-on = The program may look for them
policy-updates-off = The program does not look for them
policy-practice = Practice
policy-practice-always = Always on: nothing is really sent
policy-practice-never = Not available
settings-updates = Newer versions
updates-itself = The program asks you before it changes anything.
updates-organisation = Your organisation has set that this program does not look for newer versions.
updates-system = Newer versions come with your system, or from those who set the program up on this computer for everybody.
updates-nobody = This build does not update itself.
updates-practice = Practice does not look for newer versions.
updates-looked = Looked for last: { $when }.
look-for-updates = Look for newer versions once a day
look-for-updates-hint = Only a list of versions is read. Nobody learns anything about you or your messages.
look-now = Look for updates now
updates-looking = Looking …
updates-none = You have the newest version.
error-update-nothing = There is nothing to update at the moment. Nothing was changed. Look again in the settings.
error-update-unreachable = The list of newer versions cannot be reached. Nothing was changed. Check the connection and try again later.
error-update-answer = The list of newer versions cannot be read. Nothing was changed. Try again later.
error-update-sending = A message is about to go out. Nothing was changed; please wait, you will be asked again afterwards.
error-update-download = The download broke off. Nothing was changed. Please try again.
error-update-too-large = What comes is larger than any version of this program and was dropped. Nothing was changed. Please ask whoever looks after your computer.
error-update-untrusted = The newer version does not carry the right signature and was dropped. Nothing was changed. Do not install it in another way now; try again later, or ask whoever looks after your computer.
error-update-not-installed = The newer version could not be put in place. Nothing was changed in the program. Check that there is free disk space and that you may write in the program’s folder, and try again.
error-update-gone = The newer version could not be put in place, and the program’s file is missing now. Nothing was changed in your messages. Please install the program anew.
settings-backups = Backups
settings-backups-text = A backup is made on this computer every day; the last seven are kept. For a new computer, save a copy here. The API key is not in it.
backup-none = There is no backup yet.
backup-latest =
    { $count ->
        [one] Last backup: { $when }. There is one.
       *[other] Last backup: { $when }. There are { $count }.
    }
back-up-now = Back up now
backup-busy = Backing up …
backup-done = Backed up.
save-copy = Save a copy to …
copy-saved = The copy “{ $name }” is saved. It holds your contacts and messages: keep it in a safe place.
take-over-copy = Take over from a copy …
take-over-title = Take over the data of a copy?
take-over-text = Next you choose the file. Then:
take-over-aside = The present data is set aside, not deleted.
take-over-unclear = Messages that were still open in the copy become unclear: they may have been sent since.
take-over-restart = The program starts anew.
take-over-confirm = Choose the file …
starting-anew = Done. The program starts anew …
settings-forget = Forget everything
settings-forget-text = Deletes everything that Famulor SMS keeps on this computer. This cannot be undone.
forget-all = Forget everything on this computer …
forget-all-title = Forget everything on this computer?
forget-all-text = This cannot be undone. Deleted will be:
forget-all-key = the API key in the keychain
forget-all-messages = all messages, also those that still wait: they are then not sent
forget-all-drafts = all drafts
forget-all-contacts = all contacts and templates
forget-all-backups = all backups, data set aside, logs and settings
forget-all-check = Yes, delete all of this
forget-all-confirm = Forget everything
forget-all-busy = Deleting …

## Closing with something to be sent later

close-title = Something is still to be sent
close-title-no-tray = The program goes on without an icon
close-no-tray = Your desktop has no place for the program’s icon, so nothing of it is seen once the window is closed. It goes on all the same and sends what is due. Start it again to see the window. To end it, press “Quit Famulor SMS” in the settings.
close-text =
    { $count ->
        [one] One message is to be sent later. For that the program must keep running.
       *[other] { $count } messages are to be sent later. For that the program must keep running.
    }
close-quit-text = If you quit, nothing is lost. What is missed is not sent by itself: the program asks you at its next start.
close-hide = Keep running
close-quit = Quit
close-back = Back
settings-practice = Practice
settings-practice-off = In practice you try everything out without sending anything or spending money. The program starts anew for it; your contacts and your history stay as they are.
settings-practice-on = You are in practice. When you end it, the program starts anew with your own contacts and your history.
start-practice = Start practice
end-practice = End practice
settings-about = About
open-dashboard = Open Famulor’s dashboard
settings-version = Famulor SMS { $version }

## The key form and the first run

api-key-label = API key
api-key-store = Check and save
api-key-store-busy = Checking …
api-key-saved = The key is in use from now on.
api-key-this-run-only = Use it for now only
api-key-help = Open the page “API Keys”
first-run-title = Welcome to Famulor SMS
first-run-lead = Write an SMS, send it, and be told what became of it.
first-run-steps =
    .aria-label = Steps of the set-up
first-run-step-practice = Practice
first-run-step-key = Account
first-run-step-sender = Sender
first-run-step-finished = , done
first-run-count = Step { $step } of 3
first-run-count-optional = Step { $step } of 3 · only if you like
first-run-next = Go on without practice
first-run-back = Back
first-run-later = Set up later
first-run-practice-title = Try it out first
first-run-practice-text = In practice everything is as it really is, but nothing is sent and nothing costs money. You need no account for it. After it, you go on here with the next step.
first-run-practice = Start practice
first-run-key-title = Set up your account
first-run-do-open = Open the page “API Keys” at Famulor.
first-run-do-make = Make a key there and copy it. It is shown only once.
first-run-do-paste = Paste it here.
first-run-key-kept = It goes into your system’s keychain and nowhere else.
first-run-to-sender = Go on to the sender
first-run-done-title = Your account is set up
first-run-sender = Which number do you mostly want to send from?
first-run-sender-hint = You can choose another one for each message.
first-run-begin = Write the first message

## Help

help = Help
help-guide = User guide
help-shortcuts = Keyboard shortcuts
help-diagnostics = Copy diagnostics
help-about = About Famulor SMS
form-left = Closed without saving. What you typed is still there.
shortcuts-hint = Letters and signs are never taken from what you type. Tab goes on, Shift + Tab goes back.
shortcut-new = Begin a new message
shortcut-send = Send the message
shortcut-undo = Take back what was just sent or deleted
shortcut-search = Search the history or the contacts
shortcut-new-message = Go to the message
shortcut-outbox = Go to the outbox
shortcut-history = Go to the history
shortcut-contacts = Go to the contacts
shortcut-templates = Go to the templates
shortcut-settings = Go to the settings
shortcut-guide = Open the user guide
shortcut-shortcuts = Show these shortcuts (outside of fields)
shortcut-close = Close what is open
key-control = Ctrl
key-command = ⌘
key-enter = Enter
key-escape = Esc
key-or = {" or "}
diagnostics-title = Diagnostics
diagnostics-about = For whoever helps you: versions, states and error codes. No number, no name, no text and no key is in it.
diagnostics-text =
    .aria-label = What was copied
diagnostics-copy = Copy
diagnostics-copied = Copied. You can paste it into an e-mail now.
diagnostics-not-copied = It could not be copied. Please mark the text above and copy it by hand.
about-text = Writes and sends single SMS through Famulor.
about-licence = Free software: you may use, change and pass it on under the MIT or the Apache 2.0 licence.

## The menu bar (macOS), in the words that the system uses itself

menu-message = Message
menu-edit = Edit
menu-go = Go
menu-window = Window
menu-hide = Hide Famulor SMS
menu-hide-others = Hide Others
menu-show-all = Show All
tray-show = Open Famulor SMS
menu-quit = Quit Famulor SMS
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select All
menu-minimize = Minimise
menu-zoom = Zoom
menu-close = Close Window

## What became of a message

state-queued = Sending soon
state-later = To be sent later
state-held = Waiting for you
state-sending = Sending
state-sent = Sent
state-rejected = Refused, not sent
state-not-sent = Not sent
state-unclear = Unclear, perhaps sent
state-cancelled = Taken back
waiting-offline = There is no connection to Famulor yet. Nothing was sent so far: the program tries again by itself.
waiting-too-many-requests = Famulor has too many requests just now. Nothing was sent so far: the message goes by itself in a moment.
reason-restarted = The program ended before the message was sent. It was not sent: send it now or discard it.
reason-late = The message would have gone more than two minutes late. It was not sent: send it now or discard it.
reason-account-changed = The account, the sender or the API key is no longer the one the message was written under. It was not sent: please check that before you send it.
reason-key-missing = The API key is missing. The message was not sent: enter the key in the settings, then send it.
reason-queue-stopped = Another message was refused for the key or the balance. So this one was not sent: settle that, then send it.
reason-do-not-write = This recipient is not to be written to. The message was not sent: send it now or discard it.
reason-policy-broken = What your organisation has set cannot be read. The message was not sent: please ask your IT, then send it or discard it.
reason-policy-country = Your organisation does not allow SMS to this country. The message was not sent: please ask your IT or discard it.
reason-policy-sender = Your organisation has set another sender. The message was not sent: please change it, then it goes from that one.
reason-policy-per-day = Your organisation allows no more messages on that day. The message was not sent: send it on another day or discard it.
reason-recipient = Famulor does not accept the recipient’s number. Nothing was sent: please check the number.
reason-balance = The balance is too low. Nothing was sent: top it up in Famulor’s dashboard and send again.
reason-sender = Famulor does not accept the sender. Nothing was sent: please choose another one.
reason-key = Famulor does not accept the API key. Nothing was sent: please enter a valid one in the settings.
reason-text = Famulor does not accept the text. Nothing was sent: please change it and send again.
reason-too-many-requests = Famulor has too many requests just now. Nothing was sent: please send again in a few minutes.
reason-carrier = The service reports that the message was not sent: the carrier did not take it. Please check the number and the sender.
reason-refused = Famulor refused the message. Nothing was sent: Famulor’s own words say what to do.
reason-offline = There was no connection to Famulor. Nothing was sent: check the internet connection and send again.
reason-certificate = The connection to Famulor cannot be trusted. Nothing was sent: check the computer’s date and time, or ask your IT.
reason-proxy = Your network’s proxy asks for a password. Nothing was sent: please ask your IT.
reason-internal = The message could not be prepared. Nothing was sent: please send it again.
reason-no-answer = The message left, but no answer came. Perhaps it was sent: please look it up before you send it again.
reason-strange-answer = The answer does not say whether it was sent. Perhaps it was: please look it up before you send it again.
reason-ended-while-sending = The program ended while it was being sent. Perhaps it was sent: please look it up before you send it again.
reason-restored = A backup was restored. Perhaps the message was sent since: please look it up before you send it again.
reason-settled-by-person = You noted this yourself; Famulor has not confirmed it. If it was a mistake, note it anew.
reason-not-known-yet = You don’t know yet whether it was sent. Please look it up before you send it again.

## Notifications

notify-practice = Practice: { $title }
notify-sent = Sent to { $recipient }
notify-sent-body =
    { $segments ->
        [one] The SMS had 1 part.
       *[other] The SMS had { $segments } parts.
    }
notify-rejected = Refused, not sent: { $recipient }
notify-not-sent = Not sent: { $recipient }
notify-unclear = Unclear, perhaps sent: { $recipient }
notify-held = Waiting for you: { $recipient }
notify-waiting =
    { $count ->
        [one] One message waits for you
       *[other] { $count } messages wait for you
    }
notify-waiting-body = Nothing of it is sent by itself. Open Famulor SMS to decide.
notify-several =
    { $count ->
        [one] One message is done
       *[other] { $count } messages are done
    }

## Errors: what happened, whether anything was sent, what to do next

error-recipient-empty = Nothing was sent: please enter a phone number or a saved name.
error-recipient-not-a-number = This is not a phone number, so nothing can be sent. Please enter a number or choose a contact from the list.
error-recipient-too-short = This number is too short, so nothing can be sent. Please complete it.
error-recipient-too-long = This number is too long, so nothing can be sent. Please shorten it.
error-text-empty = The message is empty. Nothing was sent: please write a text.
error-text-too-long = The text has { $count } characters, { $limit } are allowed. Nothing was sent: please shorten it.
error-text-unfilled = “{ $placeholder }” is not filled in yet. Nothing was sent: please put something in its place or delete it.
error-sender-missing = Nothing was sent: please choose a sender.
error-sender-unusable = This sender cannot send SMS. Nothing was sent: please choose another one.
error-key-missing = There is no API key yet. Nothing was sent: please set up your account first.
error-key-format = This is not an API key. Nothing was saved: please copy it once more, all of it and no other words.
error-key-refused = Famulor does not accept this API key. Nothing was saved or sent: please check it or make a new one.
error-offline = No connection to Famulor. Nothing was sent: please check the internet connection and try again.
error-service-strange = Famulor’s answer could not be understood. Nothing was sent: please try again in a few minutes.
error-certificate = The connection to Famulor cannot be trusted. Nothing was sent: please check the computer’s date and time, or ask your IT.
error-proxy = Your network’s proxy asks for a password. Nothing was sent: please ask your IT.
error-keychain-no-service = No keychain answers on this system. Nothing was sent: start GNOME Keyring, KWallet or KeePassXC, for example, and try again, or use the key for now only.
error-keychain-no-collection = There is no keyring yet. Nothing was sent: create one in the keyring manager and try again.
error-keychain-locked = The keychain is locked. Nothing was sent: unlock it and try again, or use the key for now only.
error-keychain-slow = The keychain does not answer. Nothing was sent: look for a window that asks for a password, and try again.
error-keychain-other = The keychain reports an error. Nothing was sent: try again or use the key for now only.
error-contact-name = The contact was not saved: please enter a name.
error-due-past = This time is over already. Nothing was sent: please choose a later one.
error-due-too-far = This time is more than a year away. Nothing was sent: please choose an earlier one.
error-disk-full = There is no space left on the disk. Nothing was sent: free some space and try again. Please leave the window open until then.
error-newer-version = This data comes from a newer version of Famulor SMS. Nothing was sent or changed: please use the newer version.
error-damaged = The data on this computer is damaged. Nothing was sent: please close the program and start it again. It then uses the newest backup.
error-delete-open = This message is still being sent, waits for you or is unclear. It was not deleted: please settle that in the outbox first.
error-not-repeatable = This message cannot be sent again: that is only possible where it is certain that it was not sent. Nothing was sent now: please look at its state in the history.
error-export = The file could not be written. Nothing was saved: check the folder and the free space, or choose another place.
error-copy-not-ours = This file is no copy of Famulor SMS. Nothing was changed: please choose another one.
error-copy-newer = This copy comes from a newer version of Famulor SMS. Nothing was changed: please install the newer version first.
error-copy-damaged = This copy is damaged. Nothing was changed: please choose another one.
error-copy-unreadable = This file could not be read. Nothing was changed: check that it is still there and that you may open it.
error-copy-not-written = The copy could not be written. Nothing was saved: check the folder and the free space, or choose another place.
error-forget-sending = A message is still being sent. Nothing was deleted: please wait for its result and try again.
error-still-sending =
    { $count ->
        [one] One message is still being sent, so the program cannot start anew yet. Please wait for its result, or take it back.
       *[other] { $count } messages are still being sent, so the program cannot start anew yet. Please wait for their results, or take them back.
    }
error-too-late = It is too late for that: the message has changed meanwhile. Please look in the history: it shows whether it was sent.
error-database = The data could not be read or saved. Nothing was sent: check that there is free disk space and that the data folder can be written, then try again.
error-already-open = Famulor SMS is open already, perhaps in another session. Nothing was sent: please go on there, or close it there.
error-base-url = The address in FAMULOR_API_URL is not accepted. Nothing was sent: it must begin with https (http only on this computer).
error-links = Nothing was changed: the system’s list of programs cannot be written. Please choose in the system’s settings what opens these links.
error-policy = What your organisation has set cannot be read. Nothing was sent, and your text stays here: please ask your IT.
error-policy-fault = What your organisation has set cannot be used: { $why } Nothing is sent until that is mended; what you write stays here. Please show this to your IT: { $place }
error-policy-country = Your organisation does not allow SMS to this country. Nothing was sent: please choose another recipient, or ask your IT.
error-policy-sender = Your organisation has set another sender. Nothing was sent: please choose that one, or ask your IT.
error-policy-per-day = Your organisation allows { $limit } messages a day, and there are that many on this day already. Nothing was sent: please choose another day, or ask your IT.
error-policy-practice = Your organisation has set whether you practise. Nothing was sent: please start the program without that, or ask your IT.
error-proxy-address = This is not the address of a proxy. Nothing was saved: please enter it like proxy.example.com:3128.
error-proxy-password = A password must not stand here, since settings can be read. Nothing was saved: please leave it out, or ask your IT to set the proxy for you.
policy-fault-unreadable = it cannot be opened or read.
policy-fault-not-protected = others than administrators may change it or its folder.
policy-fault-not-json = it is not valid JSON (line { $line }).
policy-fault-unknown-key = “{ $key }” is not known.
policy-fault-double-key = “{ $key }” stands in it twice.
policy-fault-bad-value = “{ $key }” cannot have this value.
store-key-stored = Famulor accepts this API key. It is in the keychain now.
error-autostart = Nothing was changed: the desktop’s list of programs that it starts cannot be written. Check that there is free disk space and try again.
error-settings = The settings could not be saved. Nothing was sent: check that there is free disk space and try again.
error-other = Something went wrong. If you were sending, please look in the history: it shows whether the message is there. If not, please try again.

## Files

export-file-name = Famulor-SMS-history
export-time = Time
export-recipient = Recipient
export-number = Number
export-text = Text
export-state = State
export-parts = SMS parts
export-cost = Cost
export-currency = Currency
export-sender = Sender
export-sender-number = Sender number
copy-file-name = Famulor-SMS-copy
dialog-export = Save the history as CSV
dialog-save-copy = Save a copy
dialog-take-over = Take over a copy
dialog-filter-csv = Table (CSV)
dialog-filter-copy = Copy of Famulor SMS

## Contacts and templates: what went wrong, and files

error-contact-nameless = Please enter a given name, a family name or an organisation. Nothing was saved.
error-too-long = This is too long. Nothing was saved: please shorten it.
error-gone = This is no longer there: it has been deleted or changed meanwhile. Nothing was changed now: please close it and look at the list again.
error-template-nameless = Please give the template a name. Nothing was saved.
error-template-empty = The template has no text. Nothing was saved: please write one.
error-import-templates = There are no templates in this file. Nothing was changed: it must be a CSV or JSON file with names and texts.
error-import-too-large = This file is too large for an address book. Nothing was changed: please export fewer contacts at a time.
error-import-not-contacts = This file is neither a vCard nor a CSV file. Nothing was changed: please export your contacts as one of these.
error-import-empty = There are no contacts in this file. Nothing was changed: please choose another one.
error-import-undone = This import has been undone already. Nothing was changed: there is nothing left to do.
error-import-unreadable = The file cannot be read or written. Nothing was changed: please check its folder, or choose another one.
dialog-import-contacts = Import contacts
dialog-export-contacts = Export contacts
dialog-import-templates = Import templates
dialog-export-templates = Export templates
dialog-unreadable = Save what cannot be read
dialog-filter-contacts = Contacts (vCard, CSV)
dialog-filter-cards = Contacts (vCard)
dialog-filter-templates = Templates (CSV, JSON)
contacts-file-name = Contacts
templates-file-name = Templates
unreadable-file-name = Not imported
unreadable-line = Line
unreadable-reason = Reason
unreadable-content = Content
