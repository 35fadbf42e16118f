//! What could not be taken over, as a file for the person: line, reason, what stands there.

use std::path::Path;

use super::error::ExchangeError;
use super::plan::Plan;
use crate::spreadsheet::{Style, Table, harmless};
use crate::types::UnreadableReason;

impl Plan {
    /// Writes everything that would not be taken over into a table at `target`: `headers` are line, reason and content in
    /// the person's words, `word` says a reason.
    ///
    /// # Errors
    /// [`ExchangeError::File`].
    pub fn write_unreadable(
        &self,
        target: &Path,
        style: Style,
        headers: &[String; 3],
        word: &dyn Fn(UnreadableReason) -> String,
    ) -> Result<u32, ExchangeError> {
        let mut table = Table::begin(target, style, headers)?;
        let mut rows = 0;
        for (line, reason, content) in self.unreadable() {
            table.row([line.to_string(), harmless(&word(reason)), harmless(content)])?;
            rows += 1;
        }
        table.finish()?;
        Ok(rows)
    }
}
