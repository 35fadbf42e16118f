//! The user guide: from `docs/guide.*.md` to what the window builds its page from, when the program is built. So it is
//! there without a network, and what is read on the web is what is read in the window.
#![expect(clippy::wildcard_enum_match_arm, reason = "whatever else Markdown knows stops the build and is named")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use serde_json::{Value, json};

use crate::{LANGUAGES, PICTURES};

/// Writes `guide.de.json` and `guide.en.json` (`GuideNode`s) to the folder of what is built.
pub(crate) fn make() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder")?);
    for language in LANGUAGES {
        let source = format!("../docs/guide.{language}.md");
        println!("cargo:rerun-if-changed={source}");
        let nodes = nodes(&fs::read_to_string(source)?)?;
        fs::write(folder.join(format!("guide.{language}.json")), Value::Array(nodes).to_string())?;
    }
    Ok(())
}

/// An element that is still open.
struct Open {
    tag: &'static str,
    src: Option<String>,
    children: Vec<Value>,
}

fn nodes(markdown: &str) -> Result<Vec<Value>, String> {
    let mut stack = vec![Open { tag: "", src: None, children: Vec::new() }];
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        let done = match event {
            Event::Start(tag) => {
                stack.push(open(&tag, stack.last().map_or("", |above| above.tag))?);
                continue;
            }
            Event::End(_) => stack.pop().and_then(closed),
            Event::Text(words) => Some(json!(words.as_ref())),
            Event::Code(words) => Some(json!({ "tag": "kbd", "src": null, "children": [words.as_ref()] })),
            Event::SoftBreak => Some(json!(" ")),
            // Marks for whoever makes the lists in it.
            Event::Html(_) => None,
            other => return Err(format!("The guide holds what the window cannot show: {other:?}")),
        };
        if let (Some(node), Some(above)) = (done, stack.last_mut()) {
            above.children.push(node);
        }
    }
    Ok(stack.pop().map(|page| page.children).unwrap_or_default())
}

/// The title stands over the view already; marks are for whoever makes the lists.
fn closed(Open { tag, src, children }: Open) -> Option<Value> {
    (tag != "title" && tag != "mark").then(|| json!({ "tag": tag, "src": src, "children": children }))
}

fn open(tag: &Tag<'_>, above: &str) -> Result<Open, String> {
    let src = if let Tag::Image { dest_url, .. } = tag { Some(in_the_program(dest_url)?) } else { None };
    let tag = match tag {
        Tag::Heading { level: HeadingLevel::H1, .. } => "title",
        Tag::Heading { level: HeadingLevel::H2, .. } => "h2",
        Tag::Heading { level: HeadingLevel::H3, .. } => "h3",
        Tag::Paragraph => "p",
        Tag::List(Some(_)) => "ol",
        Tag::List(None) => "ul",
        Tag::Item => "li",
        Tag::Strong => "strong",
        Tag::Emphasis => "em",
        Tag::Image { .. } => "img",
        Tag::Table(_) => "table",
        Tag::TableHead => "thead",
        Tag::TableRow => "tr",
        Tag::TableCell if above == "thead" => "th",
        Tag::TableCell => "td",
        Tag::HtmlBlock => "mark",
        other => return Err(format!("The guide holds what the window cannot show: {other:?}")),
    };
    Ok(Open { tag, src, children: Vec::new() })
}

/// The pictures stand beside the page in the program.
fn in_the_program(address: &str) -> Result<String, String> {
    let name = address.strip_prefix("pictures/").ok_or_else(|| format!("{address} is not in docs/pictures/."))?;
    if Path::new(PICTURES).join(name).is_file() {
        Ok(name.to_owned())
    } else {
        Err(format!("The guide shows docs/pictures/{name}, which is not there: take it with `cargo xtask pictures`."))
    }
}
