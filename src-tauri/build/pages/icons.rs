//! The icons of the first picture are drawn in the page itself: for each mask WebKit opens a document of its own, and eleven
//! of them took 15 of the 16 ms of painting it. Elsewhere the masks need no markup and stay (`icon.css`).

use std::error::Error;
use std::fs;
use std::path::Path;

use dom_query::Document;

/// Where the first picture has icons with an element of their own.
pub(crate) const SEEN_FIRST: [&str; 3] = [".banners", ".navigation", "#new-message"];

/// Puts the drawings into their places in these parts of a page.
///
/// # Errors
/// A place names an icon that is not there.
pub(crate) fn draw(document: &Document, parts: &[&str], folder: &Path) -> Result<(), Box<dyn Error>> {
    for part in parts {
        for place in document.select(&format!("{part} .icon[data-icon]")).nodes() {
            let name = place.attr("data-icon").unwrap_or_default();
            place.set_html(drawing(&folder.join(&*name).with_extension("svg"))?);
            place.remove_attr("data-icon");
        }
    }
    Ok(())
}

/// An icon on one line, without its licence, which is beside the program.
///
/// # Errors
/// The file is not there.
pub(crate) fn drawing(file: &Path) -> Result<String, Box<dyn Error>> {
    let whole = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let drawing = whole.split_once("-->").map_or(&*whole, |(_, drawing)| drawing);
    let words: Vec<&str> = drawing.split_whitespace().collect();
    Ok(words.join(" "))
}
