//! What the first picture has no use for: every view but the form, dialogs and templates, with their style. In an empty window
//! of WebKit's own they were 13 of the 58 ms until the form was painted. The program gives them behind it
//! (`src/pages/parts.rs`).

use dom_query::Document;

/// The files of styles that are made, and the links whose files go into each: those of the first picture, and all others.
pub(crate) const STYLES: [(&str, &str); 2] =
    [("app.css", "link[rel=stylesheet]:not([data-further])"), ("further.css", "link[rel=stylesheet][data-further]")];

/// What comes behind it. What the program has to tell is made of the one template.
const FURTHER: &str =
    "link[data-further], main > .view:not(#new-message), body > dialog, body > template:not(#notice-template)";

/// Puts a mark before and behind each of these.
pub(crate) fn mark(document: &Document) {
    for part in document.select(FURTHER).iter() {
        part.before_html("<!--further-->");
        part.after_html("<!--/further-->");
    }
}
