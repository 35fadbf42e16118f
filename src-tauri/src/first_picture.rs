//! The first picture of the window, written into its page: WebKit draws the form while its script is not even asked for.
//!
//! That is done where the window opens as it mostly does: the account is known, nothing is being written, and nothing must be
//! told but what waits in the outbox. The script asks for the answer behind it and says the same in the same places, so
//! nothing moves.

mod form;
mod notices;
mod page;

use famulor_sms_core::money::balance_for_reading;
use famulor_sms_core::types::{AccountView, Bootstrap, FirstRunStep, KeyState, PolicyView, Profile};
use fluent_bundle::FluentArgs;

use crate::pages;
use crate::words::{Words, word_of};
use page::Page;

/// The script as the page asks for it: WebKit waits for it with its first picture.
const BEFORE_PICTURE: &str = r#"<script src="app.js" blocking="render" defer=""></script>"#;

/// What asks for it once that picture is drawn.
const AFTER_PICTURE: &str = r#"<script src="before-app.js" defer=""></script>"#;

/// The page with the first picture in it, where it is one that can be drawn without the script.
pub(crate) fn draw(page: &str, answer: &Bootstrap, words: &Words) -> Option<String> {
    if !is_usual(answer) || !page.contains(BEFORE_PICTURE) {
        return None;
    }
    let mut page = Page(pages::first(page).replacen(BEFORE_PICTURE, AFTER_PICTURE, 1));
    draw_frame(&mut page, answer, words)?;
    draw_account(&mut page, answer.account.profile.as_ref()?, words)?;
    notices::draw(&mut page, &answer.notices, words)?;
    form::draw(&mut page, answer, words)?;
    Some(page.0)
}

fn is_usual(answer: &Bootstrap) -> bool {
    let Bootstrap { practice, settings, policy, account, drafts, .. } = answer;
    let AccountView { key, profile, senders, problem } = account;
    let nothing_to_tell = problem.is_none() && *policy == PolicyView::default();
    // Nothing is known of an account whose key was not kept.
    let has_key = matches!(key, KeyState::Stored | KeyState::Asking) && settings.first_run != FirstRunStep::Sender;
    let is_set_up = *practice || has_key;
    drafts.is_empty()
        && nothing_to_tell
        && is_set_up
        && profile.is_some()
        && form::chosen(senders, settings.sender_id).is_some()
}

/// As `ui/window/frame.js`.
fn draw_frame(page: &mut Page, answer: &Bootstrap, words: &Words) -> Option<()> {
    let theme = format!("data-theme=\"{}\"", word_of(answer.settings.theme));
    page.0 = page.0.replacen("data-theme=\"system\"", &theme, 1);
    if answer.practice {
        page.show("practice-banner")?;
    }
    if let Some(host) = &answer.other_host {
        page.show("host-banner")?;
        let told = words.say_with("host-banner", &FluentArgs::from_iter([("host", host.as_str())]));
        page.say("host-banner-text", &told)?;
    }
    Some(())
}

/// As `ui/window/navigation.js`.
fn draw_account(page: &mut Page, profile: &Profile, words: &Words) -> Option<()> {
    page.show("navigation-account")?;
    page.say("navigation-account-name", &profile.name)?;
    let Some(balance) = &profile.balance else { return Some(()) };
    let balance = balance_for_reading(balance, words.spoken());
    let summary = words.say_with("account-summary", &FluentArgs::from_iter([("balance", balance)]));
    page.say("navigation-account-balance", &summary)
}

#[cfg(test)]
mod tests {
    use famulor_sms_core::types::{
        Draft, ErrorCode, LanguageChoice, Notice, SenderProblem, SenderView, Settings, Theme, UiError,
    };

    use super::*;

    fn usual() -> Bootstrap {
        let sender = |id, nickname: Option<&str>, unusable| SenderView {
            id,
            number: format!("+49 30 2312500{id}"),
            nickname: nickname.map(str::to_owned),
            unusable,
        };
        let profile = Profile { name: "Beispiel GmbH".into(), email: String::new(), balance: Some("1100.679".into()) };
        Bootstrap {
            language: "de".into(),
            words: String::new(),
            version: String::new(),
            practice: false,
            other_host: None,
            settings: Settings { sender_id: Some(2), theme: Theme::Dark, ..Settings::default() },
            policy: PolicyView::default(),
            account: AccountView {
                key: KeyState::Stored,
                profile: Some(profile),
                senders: vec![
                    sender(1, None, None),
                    sender(2, Some("Vertrieb"), None),
                    sender(3, Some("Fax"), Some(SenderProblem::NotSmsCapable)),
                ],
                problem: None,
            },
            drafts: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn trouble() -> UiError {
        UiError { code: ErrorCode::Other, message: String::new(), row: None }
    }

    fn drawn(answer: &Bootstrap) -> Option<String> {
        draw(pages::text("/index.de.html"), answer, &Words::new(LanguageChoice::De))
    }

    #[test]
    fn each_language_has_the_places_for_it() {
        for (choice, balance) in [(LanguageChoice::De, "Guthaben 1.100,67"), (LanguageChoice::En, "Balance 1,100.67")] {
            let words = Words::new(choice);
            let page =
                draw(pages::text(&format!("/{}", pages::in_language(words.language()))), &usual(), &words).unwrap();
            assert!(page.contains(&format!("id=\"navigation-account-balance\">{balance}<")), "{balance}");
        }
    }

    #[test]
    fn what_is_known_stands_in_the_page() {
        let page = drawn(&usual()).unwrap();
        for part in [
            "data-theme=\"dark\"",
            "id=\"navigation-account\">",
            "id=\"navigation-account-name\">Beispiel GmbH<",
            "<option value=\"1\">+49 30 23125001</option>",
            "<option value=\"2\" selected>Vertrieb · +49 30 23125002</option>",
            "<option value=\"3\" disabled>Fax · +49 30 23125003 – ",
            "id=\"text-meter\" class=\"text-meter\">0 von 300 Zeichen<",
            "aria-hidden=\"true\">Strg + Enter<",
            "id=\"send-words\" data-l10n-id=\"send\">Senden<",
            "id=\"practice-banner\" class=\"banner banner-practice\" hidden",
            "id=\"host-banner\" class=\"banner banner-host\" hidden",
        ] {
            assert!(page.contains(part), "{part}");
        }
    }

    #[test]
    fn what_waits_in_the_outbox_is_told() {
        let page =
            drawn(&Bootstrap { notices: vec![Notice::Held { count: 1 }, Notice::Unclear { count: 1000 }], ..usual() })
                .unwrap();
        let template = page.find("<template id=\"notice-template\"").unwrap();
        for part in [
            "<div class=\"notice\" data-kind=\"held\">",
            "<p class=\"notice-text\">Eine Nachricht wartet auf Sie.",
            "<div class=\"notice\" data-kind=\"unclear\">",
            "<p class=\"notice-text\">Bei 1.000 Nachrichten ist unklar",
            "data-verb=\"show-outbox\">Postausgang öffnen</button>",
            "id=\"outbox-badge\" class=\"badge\" aria-hidden=\"true\">1001<",
            ">1.001 Nachrichten warten auf Ihre Antwort<",
        ] {
            assert!(page[..template].contains(part), "{part}");
        }
        let (_, notices) = page[..template].split_once("id=\"notices\"").unwrap();
        let (notices, _) = notices.split_once("id=\"new-message\"").unwrap();
        let counts =
            ["<svg", "data-icon=", "aria-label=\"Hinweis schließen\""].map(|part| notices.matches(part).count());
        assert_eq!(counts, [4, 0, 2], "the style of icons comes behind the picture, and a button has its name at once");
        let nothing = drawn(&usual()).unwrap();
        assert!(nothing.contains("id=\"notices\" class=\"notices\"></div>") && !nothing.contains("data-kind="));
        assert!(nothing.contains("id=\"outbox-badge\" class=\"badge\" aria-hidden=\"true\" hidden"));
    }

    #[test]
    fn the_script_is_asked_for_behind_it() {
        let page = drawn(&usual()).unwrap();
        assert!(page.contains(AFTER_PICTURE) && !page.contains("\"app.js\""));
        assert!(pages::text("/before-app.js").contains("\"app.js\""));
    }

    #[test]
    fn practice_and_another_host_are_said() {
        let page = drawn(&Bootstrap { practice: true, ..usual() }).unwrap();
        assert!(page.contains("id=\"practice-banner\" class=\"banner banner-practice\">"));
        assert!(page.contains("data-l10n-id=\"send\">Übung: Senden<"));
        let page = drawn(&Bootstrap { other_host: Some("127.0.0.1:1".into()), ..usual() }).unwrap();
        assert!(page.contains("id=\"host-banner\" class=\"banner banner-host\">") && page.contains("127.0.0.1:1"));
    }

    #[test]
    fn no_name_becomes_a_part_of_the_page() {
        let name = "\"'></select></p><script>alert(1)</script><!-- &amp;\0";
        let mut answer = usual();
        answer.account.profile = Some(Profile { name: name.into(), email: name.into(), balance: Some(name.into()) });
        answer.account.senders[0].nickname = Some(name.into());
        answer.account.senders[1].number = name.into();
        answer.other_host = Some(name.into());
        let (page, plain) =
            (drawn(&answer).unwrap(), drawn(&Bootstrap { other_host: Some(String::new()), ..usual() }).unwrap());
        for sign in ["<", ">", "\"", "<!--", "</select>"] {
            assert_eq!(page.matches(sign).count(), plain.matches(sign).count(), "{sign}");
        }
        assert!(page.contains("&amp;amp;\u{fffd}") && !page.contains('\0'));
    }

    #[test]
    fn whatever_else_there_may_be_is_left_to_the_script() {
        let change = |change: fn(&mut Bootstrap)| {
            let mut answer = usual();
            change(&mut answer);
            drawn(&answer).is_some()
        };
        assert!(change(|answer| answer.account.key = KeyState::Asking));
        assert!(!change(|answer| answer.account.key = KeyState::Missing));
        assert!(!change(|answer| answer.account.key = KeyState::ThisRunOnly));
        assert!(!change(|answer| answer.account.profile = None));
        assert!(!change(|answer| answer.account.senders.truncate(0)));
        assert!(!change(|answer| answer.account.senders.retain(|sender| sender.unusable.is_some())));
        assert!(!change(|answer| answer.account.problem = Some(trouble())));
        assert!(!change(|answer| answer.drafts.push(Draft::default())));
        assert!(!change(|answer| answer.notices.push(Notice::SettingsSetAside)));
        assert!(!change(|answer| answer.notices = vec![Notice::Held { count: 1 }, Notice::Damaged]));
        assert!(!change(|answer| answer.policy.messages_per_day = Some(1)));
        assert!(!change(|answer| answer.settings.first_run = FirstRunStep::Sender));
    }

    #[test]
    fn a_page_without_the_places_stays_as_it_is() {
        assert!(draw("<html></html>", &usual(), &Words::new(LanguageChoice::De)).is_none());
    }
}
