//! What the window is made of, as the build has put it together (`build/pages.rs`).

use std::borrow::Cow;

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Wry};

use crate::first_answer::FirstAnswer;

/// How the name of a page ends.
const PAGE: &str = ".html";

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
        let (name, content) = FILES.iter().find(|(name, _)| *name == key.as_ref())?;
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
    let (_, content) = FILES.iter().find(|(file, _)| *file == name).unwrap();
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
            assert_eq!(text(page).matches("<link").count(), 1);
            assert_eq!(text(page).matches(" src=").count(), 1);
        }
    }

    #[test]
    fn a_letter_of_the_script_and_of_the_style_is_a_byte() {
        for file in ["/app.js", "/before-app.js", "/app.css"] {
            assert!(text(file).is_ascii(), "{file}");
        }
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
