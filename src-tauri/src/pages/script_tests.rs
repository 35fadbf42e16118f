//! What `build/pages/script.rs` makes of modules, and what it refuses.

use std::fs;

use super::script::joined;

/// Joins files that are written into a folder of their own.
fn join(files: &[(&str, &str)]) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    joined(folder.path(), "app.js").map_err(|error| error.to_string())
}

#[test]
fn each_module_is_called_once_before_those_that_need_it() {
    let files = [
        (
            "app.js",
            "import { one, two as other } from \"./page/a.js\";\nimport { b } from \"./b.js\";\nawait one(b, other);\n",
        ),
        (
            "page/a.js",
            "import {\n  b,\n} from \"../b.js\";\n\n/**\n * Two.\n */\nexport async function one() {}\nexport const two = b;\n",
        ),
        ("b.js", "// The least.\nimport table from \"./c.json\" with { type: \"json\" };\nexport class b {} // less\n"),
        ("c.json", "{ \"c\": 1 }\n"),
    ];
    let script = "\"use strict\";\n\
        const $c_json = { \"c\": 1 };\n\
        const $b_js = (() => {\nconst table = $c_json;\nclass b {} // less\nreturn { b };\n})();\n\
        const $page_a_js = (() => {\nconst { b } = $b_js;\nasync function one() {}\nconst two = b;\nreturn { one, two };\n})();\n\
        (async () => {\nconst { one, two: other } = $page_a_js;\nconst { b } = $b_js;\nawait one(b, other);\n})();\n";
    assert_eq!(join(&files).unwrap(), script);
}

#[test]
fn nothing_stands_in_it_that_webkit_only_keeps() {
    let script = join(&[("app.js", "{\n  // Dots.\n  say(\"Größe … 😀\");\n}\n")]).unwrap();
    assert!(script.contains("{\nsay(\"Gr\\u00f6\\u00dfe \\u2026 \\ud83d\\ude00\");\n}\n"), "{script}");
}

#[test]
fn what_is_passed_on_is_exported() {
    let files = [
        ("app.js", "import { a } from \"./b.js\";\n"),
        ("b.js", "export { a, } from \"./a.js\";\n"),
        ("a.js", "export const a = 1;\n"),
    ];
    assert!(join(&files).unwrap().contains("const $b_js = (() => {\nconst { a } = $a_js;\nreturn { a };\n})();\n"));
}

#[test]
fn what_is_not_understood_stops_the_build() {
    let circle = join(&[
        ("app.js", "import { a } from \"./a.js\";\n"),
        ("a.js", "import { b } from \"./b.js\";\n"),
        ("b.js", "import { a } from \"./a.js\";\n"),
    ]);
    assert!(circle.unwrap_err().starts_with("a.js needs itself"));
    for line in ["export default 1;", "import \"./a.js\";", "export let a = 1;", "import { a } from \"./none.js\";"] {
        assert!(join(&[("app.js", line)]).is_err(), "{line}");
    }
}
