//! What the window asks for first comes with its page, where it is there in time: the first picture shows it then.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use famulor_sms_core::types::{AccountView, Bootstrap};

use crate::first_picture;
use crate::words::Words;

/// Where the page has room for it, as `ui/index.html` has it.
const PLACE: &str = r#"<script type="application/json" id="first-answer">"#;

/// The answer from when it is made until the page is asked for. It is given once: a page that is loaded again asks.
#[derive(Clone, Default)]
pub(crate) struct FirstAnswer(Arc<Mutex<Standing>>);

#[derive(Default)]
enum Standing {
    #[default]
    NotYet,
    /// With the words to say it in.
    Ready(Box<Bootstrap>, Arc<Words>),
    /// The page was asked for: with the answer, or too early for it.
    Over,
}

impl FirstAnswer {
    /// The answer is there.
    pub(crate) fn is(&self, answer: Bootstrap, words: Arc<Words>) {
        self.change(|standing| match standing {
            Standing::NotYet => Standing::Ready(Box::new(answer), words),
            known @ (Standing::Ready(..) | Standing::Over) => known,
        });
    }

    /// The account is another one, as far as it was known.
    pub(crate) fn account_is(&self, account: &AccountView) {
        self.change(|standing| match standing {
            Standing::Ready(answer, words) => {
                Standing::Ready(Box::new(Bootstrap { account: account.clone(), ..*answer }), words)
            }
            other @ (Standing::NotYet | Standing::Over) => other,
        });
    }

    /// The page with the answer in it, and with the first picture where that needs no script; as it is, if there is none.
    pub(crate) fn put_into<'p>(&self, page: &'p [u8]) -> Cow<'p, [u8]> {
        let mut found = Standing::NotYet;
        self.change(|standing| {
            found = standing;
            Standing::Over
        });
        let Standing::Ready(answer, words) = found else { return Cow::Borrowed(page) };
        let drawn = std::str::from_utf8(page).ok().and_then(|page| first_picture::draw(page, &answer, &words));
        let page_with = drawn.map(String::into_bytes).or_else(|| with(page, &answer));
        page_with.map_or(Cow::Borrowed(page), Cow::Owned)
    }

    fn change(&self, change: impl FnOnce(Standing) -> Standing) {
        let mut standing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *standing = change(std::mem::take(&mut standing));
    }
}

/// `None` where the page has no room for it, or it is no JSON.
fn with(page: &[u8], answer: &Bootstrap) -> Option<Vec<u8>> {
    let after = page.windows(PLACE.len()).position(|part| part == PLACE.as_bytes())? + PLACE.len();
    // In JSON a `<` stands within text alone; escaped, none can end the element.
    let json = serde_json::to_string(answer).ok()?.replace('<', "\\u003c");
    Some([&page[..after], json.as_bytes(), &page[after..]].concat())
}

#[cfg(test)]
mod tests {
    use famulor_sms_core::types::{Draft, KeyState, LanguageChoice, PolicyView, Settings};

    use super::*;

    const PAGE: &str = r#"<head><script type="application/json" id="first-answer"></script></head>"#;

    fn answer(body: &str) -> Bootstrap {
        let draft = Draft { body: body.to_owned(), ..Draft::default() };
        Bootstrap {
            language: "de".to_owned(),
            words: String::new(),
            version: String::new(),
            practice: false,
            other_host: None,
            settings: Settings::default(),
            policy: PolicyView::default(),
            account: account(KeyState::Asking),
            drafts: vec![draft],
            notices: Vec::new(),
        }
    }

    fn words() -> Arc<Words> {
        Arc::new(Words::new(LanguageChoice::De))
    }

    fn account(key: KeyState) -> AccountView {
        AccountView { key, profile: None, senders: Vec::new(), problem: None }
    }

    fn page(first: &FirstAnswer) -> String {
        String::from_utf8(first.put_into(PAGE.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn it_comes_with_the_page_once() {
        let first = FirstAnswer::default();
        first.is(answer("Guten Tag"), words());
        first.account_is(&account(KeyState::Missing));
        let with = page(&first);
        let (_, rest) = with.split_once(PLACE).unwrap();
        let json: serde_json::Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
        assert_eq!(json["drafts"][0]["body"], "Guten Tag");
        assert_eq!(json["account"]["key"], "missing");
        assert_eq!(page(&first), PAGE);
    }

    #[test]
    fn what_comes_after_the_page_was_asked_for_is_not_kept() {
        let first = FirstAnswer::default();
        assert_eq!(page(&first), PAGE);
        first.is(answer("zu spät"), words());
        assert_eq!(page(&first), PAGE);
    }

    #[test]
    fn no_text_of_a_person_ends_its_place() {
        let first = FirstAnswer::default();
        first.is(answer("</script><script>alert(1)</script><!--"), words());
        let with = page(&first);
        assert_eq!((with.matches("<script").count(), with.matches("</script>").count()), (1, 1));
        assert!(!with.contains("<!--"));
    }
}
