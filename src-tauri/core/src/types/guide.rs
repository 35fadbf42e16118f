//! The user guide, as the window shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A piece of the user guide: words, or an element with what is in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(untagged)]
pub enum GuideNode {
    /// Words as they are read.
    Words(String),
    /// An element of the page.
    Element {
        /// Its name in HTML, as `p` or `li`.
        tag: String,
        /// What a picture shows, by its address in the program; none for every other element.
        src: Option<String>,
        /// What is in it; for a picture: its words.
        children: Vec<GuideNode>,
    },
}
