//! The words that stand in the page before any script has run.

use std::error::Error;

use dom_query::{Document, NodeRef};
use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// The attributes that words may fill, as `ui/page/l10n.js` has them.
const ATTRIBUTES: [&str; 3] = ["aria-label", "placeholder", "title"];

/// Puts the words of a language into every element that names them.
///
/// # Errors
/// The words cannot be read, or a page names some that are not there.
pub(crate) fn fill(document: &Document, language: &str, source: String) -> Result<(), Box<dyn Error>> {
    let identifier: LanguageIdentifier = language.parse()?;
    let mut words = FluentBundle::new(vec![identifier]);
    words.set_use_isolating(false);
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| format!("{language}.ftl: {errors:?}"))?;
    words.add_resource(resource).map_err(|errors| format!("{language}.ftl: {errors:?}"))?;
    document.select("html").set_attr("lang", language);
    for element in document.select("[data-l10n-id]").nodes() {
        put(element, &words)?;
    }
    Ok(())
}

fn put(element: &NodeRef<'_>, words: &FluentBundle<FluentResource>) -> Result<(), Box<dyn Error>> {
    let id = element.attr("data-l10n-id").unwrap_or_default();
    let message =
        words.get_message(&id).ok_or_else(|| format!("The page names the words {id}, which are not there."))?;
    // What cannot be filled yet is filled by the script.
    let said = |pattern| {
        let mut errors = Vec::new();
        let said = words.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(said)
    };
    if let Some(text) = message.value().and_then(said) {
        element.set_text(text);
    }
    for attribute in message.attributes().filter(|attribute| ATTRIBUTES.contains(&attribute.id())) {
        if let Some(text) = said(attribute.value()) {
            element.set_attr(attribute.id(), &text);
        }
    }
    Ok(())
}
