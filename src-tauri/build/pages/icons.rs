//! The icons of the first picture are drawn in the page itself: for each mask WebKit opens a document of its own, and eleven
//! of them took as long as everything else in that picture. Elsewhere the masks need no markup and stay (`icon.css`).

use std::error::Error;
use std::fs;
use std::path::Path;

use dom_query::Document;

/// Where the first picture has icons with an element of their own.
const SEEN_FIRST: [&str; 3] = [".banners", ".navigation", "#new-message"];

/// Puts the drawings into their places.
///
/// # Errors
/// A place names an icon that is not there.
pub(crate) fn draw(document: &Document, folder: &Path) -> Result<(), Box<dyn Error>> {
    for part in SEEN_FIRST {
        for place in document.select(&format!("{part} .icon[data-icon]")).nodes() {
            let name = place.attr("data-icon").unwrap_or_default();
            let file = folder.join(&*name).with_extension("svg");
            let drawing = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            place.set_html(without_licence(&drawing));
            place.remove_attr("data-icon");
        }
    }
    Ok(())
}

/// The program has the icons' licence beside it.
pub(crate) fn without_licence(drawing: &str) -> String {
    let drawing = drawing.split_once("-->").map_or(drawing, |(_, drawing)| drawing);
    let words: Vec<&str> = drawing.split_whitespace().collect();
    words.join(" ")
}
