//! What the window is made of, as the build has put it together (`build/pages.rs`).

use std::borrow::Cow;

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Wry};

const FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The files in the program.
pub(crate) struct Pages;

impl Assets<Wry> for Pages {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        FILES.iter().find(|(name, _)| *name == key.as_ref()).map(|(_, content)| Cow::Borrowed(*content))
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
