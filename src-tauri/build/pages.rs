//! The window's page as the program carries it: its scripts, its styles with their icons, and one page for each language
//! with the words already in it.
//!
//! What lies in `ui/` is the source, which browsers, tests and checks read as it is. Asking for 170 files one by one took a
//! fifth of a second at each start, and a page without words had to be laid out twice.

#[path = "pages/icons.rs"]
mod icons;
#[path = "pages/parts.rs"]
mod parts;
#[path = "pages/script.rs"]
mod script;
#[path = "pages/style.rs"]
mod style;
#[path = "pages/words.rs"]
mod words;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use dom_query::Document;

use crate::{LANGUAGES, PICTURES};

const SOURCE: &str = "../ui";

/// How the template of a notice begins.
const NOTICE: &str = r#"<template id="notice-template">"#;

/// Writes the files into the folder of what is built, and `pages.rs` with their list.
pub(crate) fn make() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={SOURCE}");
    println!("cargo:rerun-if-changed={PICTURES}");
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder")?);
    let source = fs::read_to_string(Path::new(SOURCE).join("index.html"))?;
    let mut files = vec![
        file(&folder, "app.js", &script::joined(Path::new(SOURCE), "app.js")?)?,
        file(&folder, "before-app.js", &script::joined(Path::new(SOURCE), "before-app.js")?)?,
    ];
    for (name, links) in parts::STYLES {
        let style = style::joined(Path::new(SOURCE), &style::named_by(&source, links))?;
        files.push(file(&folder, name, &without_indents(&style))?);
    }
    for language in LANGUAGES {
        let page = page(&source, language)?;
        files.push(file(&folder, &format!("index.{language}.html"), &page)?);
    }
    for picture in fs::read_dir(PICTURES)? {
        let path = fs::canonicalize(picture?.path())?;
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a picture's name is no text")?;
        files.push((name.to_owned(), path.clone()));
    }
    // So that each build is the same.
    files.sort();
    fs::write(folder.join("pages.rs"), list(&files)?)?;
    Ok(())
}

/// The page in one language, with two files of styles and one plain script instead of many.
fn page(source: &str, language: &str) -> Result<String, Box<dyn Error>> {
    let document = Document::from(source);
    for (name, links) in parts::STYLES {
        let styles = document.select(links);
        styles.first().set_attr("href", name);
        styles.iter().skip(1).for_each(|style| style.remove());
    }
    let script = document.select("script[type=module]");
    script.remove_attr("type");
    script.set_attr("defer", "");
    finish(&document, &icons::SEEN_FIRST, language)?;
    parts::mark(&document);
    Ok(without_indents(&with_notice(&document.html(), language)?))
}

/// Draws the icons of these parts and puts the words in.
fn finish(document: &Document, parts: &[&str], language: &str) -> Result<(), Box<dyn Error>> {
    icons::draw(document, parts, &Path::new(SOURCE).join("icons"))?;
    let path = Path::new(SOURCE).join("locales").join(language).with_extension("ftl");
    words::fill(document, language, fs::read_to_string(path)?)
}

/// The page with its notice finished, too, of which the program makes the first ones. What a template holds is no part of the
/// document around it.
fn with_notice(page: &str, language: &str) -> Result<String, Box<dyn Error>> {
    let is_missing = || format!("The page has no {NOTICE}");
    let (before, rest) = page.split_once(NOTICE).ok_or_else(is_missing)?;
    let (notice, after) = rest.split_once("</template>").ok_or_else(is_missing)?;
    let notice = Document::from(notice);
    finish(&notice, &[".notice"], language)?;
    Ok([before, NOTICE, &notice.select("body").inner_html(), "</template>", after].concat())
}

/// White space that begins a line: WebKit is given 8 KiB at a time, and each time is a message between three processes.
fn without_indents(text: &str) -> String {
    text.lines().map(str::trim_start).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

fn file(folder: &Path, name: &str, text: &str) -> Result<(String, PathBuf), Box<dyn Error>> {
    let path = folder.join(name);
    fs::write(&path, text)?;
    Ok((name.to_owned(), path))
}

/// An array of names and contents.
fn list(files: &[(String, PathBuf)]) -> Result<String, Box<dyn Error>> {
    let mut text = "[\n".to_owned();
    for (name, path) in files {
        writeln!(text, "    ({:?}, include_bytes!({:?}).as_slice()),", format!("/{name}"), path.display().to_string())?;
    }
    text.push_str("]\n");
    Ok(text)
}
