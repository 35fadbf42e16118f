//! What the window is made of, as the build has put it together (`build/pages.rs`).

mod parts;

use std::borrow::Cow;

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Wry};

use crate::first_answer::FirstAnswer;
pub(crate) use parts::first;

/// How the name of a page ends.
const PAGE: &str = ".html";

/// How the name of a page's second part begins, instead of `/index.`.
const FURTHER: &str = "/further.";

const FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The files in the program, and what comes with the page.
pub(crate) struct Pages {
    first_answer: FirstAnswer,
}

impl Pages {
    pub(crate) const fn new(first_answer: FirstAnswer) -> Self {
        Self { first_answer }
    }
}

impl Assets<Wry> for Pages {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        let Some((name, content)) = file(key.as_ref()) else {
            return further(key.as_ref()).map(|further| Cow::Owned(further.into_bytes()));
        };
        Some(if name.ends_with(PAGE) { self.first_answer.put_into(content) } else { Cow::Borrowed(*content) })
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(FILES.iter().map(|(name, content)| (Cow::Borrowed(*name), Cow::Borrowed(*content))))
    }

    /// Nothing stands in the page itself: scripts and styles are files.
    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

fn file(wanted: &str) -> Option<&'static (&'static str, &'static [u8])> {
    FILES.iter().find(|(name, _)| *name == wanted)
}

/// What a page holds beside what its first picture shows, by the name of that.
fn further(name: &str) -> Option<String> {
    let (_, page) = file(&format!("/index.{}", name.strip_prefix(FURTHER)?))?;
    Some(parts::further(std::str::from_utf8(page).ok()?))
}

/// The page with the words of a language, `de` or `en`.
pub(crate) fn in_language(language: &str) -> String {
    format!("index.{language}.html")
}

#[cfg(test)]
#[path = "../build/pages/script.rs"]
mod script;
#[cfg(test)]
mod script_tests;

/// A file of the window, as text.
#[cfg(test)]
pub(crate) fn text(name: &str) -> &'static str {
    let (_, content) = file(name).unwrap();
    std::str::from_utf8(content).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_the_words_of_its_language() {
        for (language, recipient) in [("de", ">Empfänger<"), ("en", ">Recipient<")] {
            let page = text(&format!("/{}", in_language(language)));
            assert!(page.contains(recipient) && page.contains(&format!("<html lang=\"{language}\"")));
        }
    }

    #[test]
    fn nothing_that_is_seen_at_first_is_asked_for_singly() {
        assert!(!text("/app.css").replace("url(\"data:", "").contains("url("));
        for page in ["/index.de.html", "/index.en.html"] {
            let page = first(text(page));
            assert_eq!(page.matches("<link").count(), 1);
            assert_eq!(page.matches(" src=").count(), 1);
        }
    }

    #[test]
    fn a_letter_of_the_script_and_of_the_style_is_a_byte() {
        for file in ["/app.js", "/before-app.js", "/app.css", "/further.css"] {
            assert!(text(file).is_ascii(), "{file}");
        }
    }

    #[test]
    fn the_second_part_of_a_page_is_in_its_language() {
        let pages = Pages::new(FirstAnswer::default());
        let given = |name: &str| Some(String::from_utf8_lossy(&pages.get(&name.into())?).into_owned());
        for (name, part) in [("/further.de.html", ">Postausgang<"), ("/further.en.html", ">Outbox<")] {
            assert!(given(name).unwrap().contains(part), "{name}");
        }
        assert_eq!(given("/further.css").unwrap(), text("/further.css"));
        assert_eq!(given("/further.fr.html"), None);
    }

    #[test]
    fn nothing_holds_up_the_first_picture() {
        const MASK: &str = "class=\"icon\" data-icon=";
        for page in ["/index.de.html", "/index.en.html"] {
            assert!(!text(page).contains("type=\"module\""), "{page}: a module waits for a layout");
            let (_, after_bars) = text(page).split_once("<section id=\"new-message\"").unwrap();
            let (form, further) = after_bars.split_once("<section id=\"outbox\"").unwrap();
            for part in [form, text(page).split_once("</nav>").unwrap().0] {
                assert!(!part.contains(MASK) && part.contains("<svg"), "{page}: each mask opens a document");
            }
            assert!(further.contains(MASK), "{page}: further views need no markup for theirs");
        }
    }
}
