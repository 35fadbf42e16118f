//! What is wrong with a page as it is drawn, by measuring it: axe-core does not look at these.

use serde_json::json;

use super::Program;

const MEASURES: &str = include_str!("measure.js");

impl Program<'_> {
    /// What the measures with these names find wrong, in sentences: `frames`, `icons`, `targets`, `widths`, `reach`, `focus`.
    pub async fn measure(&self, measures: &[&str]) -> Vec<String> {
        let run = format!("{MEASURES}\nreturn arguments[0].flatMap(name => measures[name]())");
        let found = self.script(&run, vec![json!(measures)]).await;
        found.as_array().into_iter().flatten().filter_map(|fault| fault.as_str().map(str::to_owned)).collect()
    }
}
