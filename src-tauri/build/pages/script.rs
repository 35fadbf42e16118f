//! Many modules become one plain script: each a function that is called once and gives what it exports. WebKit lays out the
//! page before it runs a module, and would do so again after it.
//!
//! It understands what the window's modules are written in: imports by name from a path, JSON, exported functions,
//! constants and classes. Whatever else begins with `import` or `export` stops the build. A bundler is several hundred
//! crates, or Node wherever the program is built.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The entry and everything that it needs, in the order of need.
///
/// # Errors
/// A file is missing or needs itself, or a line is not understood.
pub(crate) fn joined(folder: &Path, entry: &str) -> Result<String, Box<dyn Error>> {
    // As every module is.
    let script = "\"use strict\";\n".to_owned();
    let mut joining = Joining { folder, done: Vec::new(), begun: Vec::new(), script };
    let module = joining.read(Path::new(entry))?;
    // It waits for its own work at the top, which a plain script may not.
    writeln!(joining.script, "(async () => {{\n{}{}}})();", module.imports, module.code)?;
    Ok(in_ascii(&joining.script))
}

/// With one letter beyond Latin 1, WebKit keeps a whole script with two bytes for each letter. They stand within texts alone.
fn in_ascii(script: &str) -> String {
    let mut plain = String::with_capacity(script.len());
    for letter in script.chars() {
        if letter.is_ascii() {
            plain.push(letter);
        } else {
            plain.extend(letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    plain
}

struct Joining<'f> {
    folder: &'f Path,
    done: Vec<PathBuf>,
    /// Read, but not everything that they need.
    begun: Vec<PathBuf>,
    script: String,
}

/// A module's text, taken apart.
#[derive(Default)]
struct Module {
    imports: String,
    code: String,
    exports: Vec<String>,
}

impl Joining<'_> {
    /// Adds a module that is imported, once.
    fn add(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        if self.done.iter().any(|done| done == path) {
            return Ok(());
        }
        if self.begun.iter().any(|begun| begun == path) {
            return Err(format!("{} needs itself: {:?}", path.display(), self.begun).into());
        }
        self.begun.push(path.to_owned());
        let name = variable(path);
        if path.extension().is_some_and(|ending| ending == "json") {
            writeln!(self.script, "const {name} = {};", self.text(path)?.trim())?;
        } else {
            let Module { imports, code, exports } = self.read(path)?;
            let exports = exports.join(", ");
            writeln!(self.script, "const {name} = (() => {{\n{imports}{code}return {{ {exports} }};\n}})();")?;
        }
        self.begun.pop();
        self.done.push(path.to_owned());
        Ok(())
    }

    /// Reads a module and adds what it imports.
    fn read(&mut self, path: &Path) -> Result<Module, Box<dyn Error>> {
        let text = self.text(path)?;
        let mut module = Module::default();
        let mut lines = without_comments(&text).into_iter();
        while let Some(line) = lines.next() {
            if line.starts_with("import ") || line.starts_with("export {") {
                let mut whole = line.to_owned();
                while !whole.ends_with(';') {
                    whole.push_str(lines.next().ok_or_else(|| strange(path, line))?);
                }
                self.linked(path, &whole, &mut module)?;
            } else if let Some(declared) = line.strip_prefix("export ") {
                module.exports.push(name_of(declared).ok_or_else(|| strange(path, line))?.to_owned());
                writeln!(module.code, "{declared}")?;
            } else {
                writeln!(module.code, "{}", line.trim_start())?;
            }
        }
        Ok(module)
    }

    /// `import { a, b as c } from "./x.js";`, `import a from "./x.json" with …;` or `export { a } from "./x.js";`.
    fn linked(&mut self, path: &Path, line: &str, module: &mut Module) -> Result<(), Box<dyn Error>> {
        let (names, rest) = line.split_once(" from \"").ok_or_else(|| strange(path, line))?;
        let (address, _) = rest.split_once('"').ok_or_else(|| strange(path, line))?;
        let from = beside(path, address);
        self.add(&from)?;
        let from = variable(&from);
        let (verb, names) = names.split_once(' ').ok_or_else(|| strange(path, line))?;
        let Some(list) = names.strip_prefix('{').and_then(|names| names.strip_suffix('}')) else {
            writeln!(module.imports, "const {names} = {from};")?;
            return Ok(());
        };
        let list: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        if verb == "export" {
            module.exports.extend(list.iter().map(|&name| name.to_owned()));
        }
        writeln!(module.imports, "const {{ {} }} = {from};", list.join(", ").replace(" as ", ": "))?;
        Ok(())
    }

    fn text(&self, path: &Path) -> Result<String, Box<dyn Error>> {
        let whole = self.folder.join(path);
        fs::read_to_string(&whole).map_err(|error| format!("{}: {error}", whole.display()).into())
    }
}

/// The lines without those that are nothing but comment. No text of the window's goes over several lines.
fn without_comments(text: &str) -> Vec<&str> {
    let mut is_in_comment = false;
    let is_code = |line: &&str| {
        let line = line.trim_start();
        let is_comment = is_in_comment || line.starts_with("/**") || line.starts_with("//");
        is_in_comment = (is_in_comment || line.starts_with("/**")) && !line.contains("*/");
        // A comment may stand before code.
        !is_comment || line.split_once("*/").is_some_and(|(_, rest)| !rest.trim().is_empty())
    };
    text.lines().filter(is_code).filter(|line| !line.trim().is_empty()).collect()
}

/// What `function a(`, `async function a(`, `const a =` and `class A` declare.
fn name_of(declared: &str) -> Option<&str> {
    let declared = declared.strip_prefix("async ").unwrap_or(declared);
    let kinds = ["function ", "const ", "class "];
    let rest = kinds.iter().find_map(|kind| declared.strip_prefix(kind))?;
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$')?;
    rest.get(..end).filter(|name| !name.is_empty())
}

/// Where an address leads that stands in this module.
fn beside(path: &Path, address: &str) -> PathBuf {
    let mut found = path.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(address).components() {
        match part {
            Component::ParentDir => drop(found.pop()),
            Component::Normal(name) => found.push(name),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    found
}

/// `page/dom.js` is `$page_dom_js`.
fn variable(path: &Path) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() { letter } else { '_' };
    format!("${}", path.display().to_string().chars().map(plain).collect::<String>())
}

fn strange(path: &Path, line: &str) -> String {
    format!("{}: this is not understood: {line}", path.display())
}
