//! What could not be taken over, as a file for the person: line, reason, what stands there.

use std::path::Path;

use super::error::ExchangeError;
use super::export::Table;
use super::plan::Plan;
use crate::spreadsheet::{Style, harmless};
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
        let mut table = Table::begin(target, style)?;
        table.row(headers)?;
        for (line, reason, content) in self.unreadable() {
            table.row(&[line.to_string(), harmless(&word(reason)), harmless(content)])?;
        }
        Ok(table.finish()?.saturating_sub(1))
    }
}
