//! What is wrong with a page for those who use it otherwise, as axe-core sees it.

use std::fs;

use super::Program;
use crate::place;

const AXE: &str = "const done = arguments[arguments.length - 1];
axe.run(document).then(
  ({ violations }) => done(violations.flatMap(({ help, impact, nodes }) =>
    nodes.map(node => `${help} (${impact}): ${node.html} — ${node.failureSummary}`))),
  problem => done([`axe-core itself failed: ${problem}`]))";

impl Program<'_> {
    /// What axe-core finds wrong in the page as it is, in sentences.
    pub async fn axe(&self) -> Vec<String> {
        let path = place::file("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(path).expect("`npm ci` was run in tests/ui (cargo xtask check does it)");
        self.script(&format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await;
        let run = self.client().execute_async(AXE, Vec::new());
        let found = self.answer("axe-core", run).await;
        found.as_array().into_iter().flatten().filter_map(|sentence| sentence.as_str().map(str::to_owned)).collect()
    }
}
