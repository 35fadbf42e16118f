//! What the first picture has no use for: every view but the form, dialogs and templates, with their style. In an empty window
//! of WebKit's own they were 13 of the 58 ms until the form was painted. The program gives them behind it
//! (`src/pages/parts.rs`).

use dom_query::Document;

/// The styles of the first picture.
pub(crate) const FIRST_STYLES: &str = "link[rel=stylesheet]:not([data-further])";

/// All others.
pub(crate) const FURTHER_STYLES: &str = "link[rel=stylesheet][data-further]";

/// What else comes behind it. What the program has to tell is made of the one template.
const FURTHER: &str = "main > .view:not(#new-message), body > dialog, body > template:not(#notice-template)";

/// Puts a mark before and behind each of these.
pub(crate) fn mark(document: &Document) {
    for selector in [FURTHER_STYLES, FURTHER] {
        for part in document.select(selector).iter() {
            part.before_html("<!--further-->");
            part.after_html("<!--/further-->");
        }
    }
}
