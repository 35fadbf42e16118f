//! What waits in the outbox, above the form and beside "Outbox".

use famulor_sms_core::types::Notice;
use fluent_bundle::FluentArgs;

use super::page::{Page, in_page};
use crate::words::Words;

/// As `ui/window/notices.js`, and the number beside the outbox in `ui/window/navigation.js`. None if more is to be told.
pub(super) fn draw(page: &mut Page, notices: &[Notice], words: &Words) -> Option<()> {
    let (mut told, mut asking) = (String::new(), 0);
    for notice in notices {
        let (kind, count) = match notice {
            Notice::Held { count } => ("held", *count),
            Notice::Unclear { count } => ("unclear", *count),
            Notice::SettingsSetAside | Notice::Restored { .. } | Notice::Damaged => return None,
        };
        told += &counted(page, kind, count, words)?;
        asking += count;
    }
    if asking == 0 {
        return Some(());
    }
    page.put_into("notices", &told)?;
    page.show("outbox-badge")?;
    page.say("outbox-badge", &asking.to_string())?;
    let spoken = words.say_with("outbox-badge", &FluentArgs::from_iter([("count", asking)]));
    page.say("outbox-badge-spoken", &spoken)
}

fn counted(page: &Page, kind: &str, count: u32, words: &Words) -> Option<String> {
    let mut notice = page.template("notice-template")?;
    let told = words.say_with(&format!("notice-{kind}"), &FluentArgs::from_iter([("count", count)]));
    notice.put_into_first("notice-text", &in_page(&told))?;
    let open = in_page(&words.say("notice-show-outbox"));
    let button =
        format!(r#"<button type="button" class="button button-small" data-verb="show-outbox">{open}</button>"#);
    notice.put_into_first("notice-actions", &button)?;
    Some(notice.0.replacen("class=\"notice\"", &format!("class=\"notice\" data-kind=\"{kind}\""), 1))
}
