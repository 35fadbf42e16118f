//! Many files of styles become one, with the icons in it: each would be asked for when its place is drawn, too late for
//! the first picture.

use std::error::Error;
use std::fs;
use std::path::Path;

use dom_query::Document;

use super::icons;

/// The files that these links of a page name, in its order.
pub(crate) fn named_by(page: &str, links: &str) -> Vec<String> {
    let document = Document::from(page);
    let links = document.select(links);
    links.iter().filter_map(|link| link.attr("href")).map(|href| href.to_string()).collect()
}

/// The files one after the other.
///
/// # Errors
/// A file is missing, or an address is not that of an icon.
pub(crate) fn joined(folder: &Path, files: &[String]) -> Result<String, Box<dyn Error>> {
    let mut all = String::new();
    for file in files {
        let text = fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
        let mut parts = text.split("url(\"");
        all.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (address, rest) = part.split_once("\")").ok_or_else(|| format!("{file}: url(\"{part}"))?;
            let icon = address.strip_prefix("../icons/").ok_or_else(|| format!("{file}: {address} is no icon"))?;
            let drawing = icons::drawing(&folder.join("icons").join(icon))?;
            all.push_str(&format!("url(\"{}\"){rest}", as_address(&drawing)));
        }
    }
    Ok(all)
}

/// A drawing as an address that holds it.
fn as_address(drawing: &str) -> String {
    let plain = drawing.replace('"', "'").replace('%', "%25").replace('#', "%23");
    format!("data:image/svg+xml,{}", plain.replace('<', "%3C").replace('>', "%3E"))
}
