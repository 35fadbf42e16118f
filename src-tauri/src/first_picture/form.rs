//! The empty form, with the senders to choose from.

use std::fmt::Write as _;

use famulor_sms_core::text::LIMIT;
use famulor_sms_core::types::{Bootstrap, SenderView};
use fluent_bundle::FluentArgs;

use super::page::{Page, in_page};
use crate::words::{Words, word_of};

/// As the modules of `ui/writing`.
pub(super) fn draw(page: &mut Page, answer: &Bootstrap, words: &Words) -> Option<()> {
    let senders = &answer.account.senders;
    page.put_into("sender", &options(senders, chosen(senders, answer.settings.sender_id), words))?;
    let empty = FluentArgs::from_iter([("count", 0), ("limit", LIMIT)]);
    page.say("text-meter", &words.say_with("text-meter", &empty))?;
    let modifier = if cfg!(target_os = "macos") { "key-command" } else { "key-control" };
    page.say("send-keys", &format!("{} + {}", words.say(modifier), words.say("key-enter")))?;
    if answer.practice { page.say("send-words", &words.say("send-practice")) } else { Some(()) }
}

/// The sender that the form begins with, as `ui/writing/sender-field.js` chooses it.
pub(super) fn chosen(senders: &[SenderView], wanted: Option<i64>) -> Option<i64> {
    let mut usable = senders.iter().filter(|sender| sender.unusable.is_none()).map(|sender| sender.id);
    let first = usable.clone().next();
    usable.find(|id| Some(*id) == wanted).or(first)
}

fn options(senders: &[SenderView], chosen: Option<i64>, words: &Words) -> String {
    let mut options = String::new();
    for SenderView { id, number, nickname, unusable } in senders {
        let mut shown = match nickname.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => {
                let parts = FluentArgs::from_iter([("name", name), ("number", number.as_str())]);
                words.say_with("sender-option", &parts)
            }
            None => number.clone(),
        };
        let mut state = if Some(*id) == chosen { " selected" } else { "" };
        if let Some(why) = unusable {
            state = " disabled";
            let sender = FluentArgs::from_iter([("sender", shown)]);
            shown = words.say_with(&format!("sender-option-{}", word_of(why)), &sender);
        }
        let _ = write!(options, "<option value=\"{id}\"{state}>{}</option>", in_page(&shown));
    }
    options
}
