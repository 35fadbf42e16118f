//! What the messages of a filter come to: how many, their parts, what they cost.

use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter};
use rust_decimal::Decimal;

use super::filter::Selection;
use crate::store::StoreError;
use crate::types::{Cost, HistoryFilter, HistorySum, MessageState};

/// One row for each price there was, so that the sums stay exact and few.
const COLUMNS: &str =
    "message.cost, message.currency, count(*), sum(CASE WHEN message.state IN ('sent', 'sending', 'unclear')
    THEN ifnull(message.billed_segments, message.predicted_segments) ELSE 0 END)";

/// Sums up what fits a filter. Each cost is exact; what a cost does not name stays out of the costs alone.
///
/// # Errors
/// [`StoreError`].
pub fn sum(connection: &Connection, filter: &HistoryFilter) -> Result<HistorySum, StoreError> {
    let mut sum = HistorySum { count: 0, segments: 0, costs: Vec::new() };
    let Some(selection) = Selection::of(connection, filter)? else { return Ok(sum) };
    let (sql, values) = selection.groups(COLUMNS, "message.currency, message.cost");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut costs: BTreeMap<Option<String>, Decimal> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let count: u32 = row.get(2)?;
        sum.count = sum.count.saturating_add(count);
        sum.segments = sum.segments.saturating_add(row.get::<_, u32>(3)?.into());
        let cost: Option<String> = row.get(0)?;
        if let Some(cost) = cost.and_then(|cost| Decimal::from_str_exact(&cost).ok()) {
            let so_far = costs.entry(row.get(1)?).or_default();
            *so_far = so_far.saturating_add(cost.saturating_mul(count.into()));
        }
    }
    sum.costs = costs.into_iter().map(|(currency, amount)| Cost { amount: amount.to_string(), currency }).collect();
    Ok(sum)
}

/// Whether the parts of a message in this state were paid, or may have been.
pub(super) const fn is_paid(state: MessageState) -> bool {
    match state {
        MessageState::Sent | MessageState::Sending | MessageState::Unclear => true,
        MessageState::Queued
        | MessageState::Held
        | MessageState::Rejected
        | MessageState::NotSent
        | MessageState::Cancelled => false,
    }
}
