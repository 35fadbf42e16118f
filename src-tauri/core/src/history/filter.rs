//! From a filter to the messages that fit, by the narrowest way there is.

use rusqlite::types::ToSql;
use rusqlite::{Connection, params_from_iter};

use super::sample::Sample;
use super::search::Search;
use crate::clock::Millis;
use crate::types::HistoryFilter;

/// What stands for the question marks, in their order.
pub(super) type Values = Vec<Box<dyn ToSql>>;

const DAY: Millis = 24 * 60 * 60 * 1000;

/// So many messages are looked through one by one; where a filter leaves more, the index of the search is asked.
const FEW: u32 = 10_000;

/// The messages that fit a filter: a table with the way into it, and conditions with their values.
pub(super) struct Selection {
    way: Way,
    conditions: Vec<String>,
    values: Values,
}

/// The way into the table; said to SQLite, which cannot know which filter is the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Newest,
    Recipient,
    State,
    Sender,
    SenderAndState,
    Search,
}

impl Way {
    const fn table(self) -> &'static str {
        match self {
            Self::Newest => "message NOT INDEXED",
            Self::Recipient => "message INDEXED BY message_by_recipient",
            Self::State => "message INDEXED BY message_by_state_alone",
            Self::Sender => "message INDEXED BY message_by_sender",
            Self::SenderAndState => "message INDEXED BY message_by_sender_and_state",
            Self::Search => "message_search CROSS JOIN message ON message.id = message_search.rowid",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Search => "message_search.rowid",
            Self::Newest | Self::Recipient | Self::State | Self::Sender | Self::SenderAndState => "message.id",
        }
    }
}

impl Selection {
    /// None if nothing can fit.
    pub(super) fn of(connection: &Connection, filter: &HistoryFilter) -> rusqlite::Result<Option<Self>> {
        let search = Search::typed(&filter.search);
        let way = narrowest_way(connection, filter, search.is_some())?;
        let mut selection = Self { way, conditions: Vec::new(), values: Vec::new() };
        if let (Way::Search, Some(search)) = (way, &search) {
            let sample = Sample::of(connection)?;
            let Some(question) = search.question(connection, &sample)? else { return Ok(None) };
            selection.add("message_search MATCH ?", question.fts5());
        }
        if !selection.within(connection, filter.from, filter.until)? {
            return Ok(None);
        }
        selection.equal(filter);
        if let Some(search) = search {
            let condition = search.condition(&mut selection.values);
            selection.conditions.push(condition);
        }
        Ok(Some(selection))
    }

    /// The statement for the newest of them, older than `before`.
    pub(super) fn page(mut self, columns: &str, before: Option<i64>, most: u32) -> (String, Values) {
        let id = self.way.id();
        if let Some(before) = before {
            self.add(&format!("{id} < ?"), before);
        }
        self.values.push(Box::new(most));
        let sql = format!("SELECT {columns} {} ORDER BY {id} DESC LIMIT ?", self.rows());
        (sql, self.values)
    }

    /// The statement for all of them, in groups.
    pub(super) fn groups(self, columns: &str, by: &str) -> (String, Values) {
        (format!("SELECT {columns} {} GROUP BY {by}", self.rows()), self.values)
    }

    /// The statement that counts them.
    pub(super) fn count(self) -> (String, Values) {
        (format!("SELECT count(*) {}", self.rows()), self.values)
    }

    fn rows(&self) -> String {
        let table = self.way.table();
        if self.conditions.is_empty() {
            return format!("FROM {table}");
        }
        format!("FROM {table} WHERE {}", self.conditions.join(" AND "))
    }

    fn add(&mut self, condition: &str, value: impl ToSql + 'static) {
        self.conditions.push(condition.into());
        self.values.push(Box::new(value));
    }

    fn equal(&mut self, filter: &HistoryFilter) {
        if let Some(state) = filter.state {
            self.add("message.state = ?", state);
        }
        if let Some(sender) = filter.sender_id {
            self.add("message.sender_id = ?", sender);
        }
        if let Some(number) = &filter.number {
            self.add("message.recipient_number = ?", number.clone());
        }
        if let Some(contact) = filter.contact_id {
            self.add("message.recipient_number IN (SELECT number FROM contact_number WHERE contact_id = ?)", contact);
        }
    }

    /// The rows of the days first, which bound the reading, then the exact times. False if there are none.
    fn within(
        &mut self,
        connection: &Connection,
        from: Option<Millis>,
        until: Option<Millis>,
    ) -> rusqlite::Result<bool> {
        let id = self.way.id();
        if let Some(from) = from {
            let first = bound(connection, "SELECT min(first_id) FROM message_day WHERE day >= ?1", from)?;
            let Some(first) = first else { return Ok(false) };
            self.add(&format!("{id} >= ?"), first);
            self.add("message.created_at >= ?", from);
        }
        if let Some(until) = until {
            let last = bound(connection, "SELECT max(last_id) FROM message_day WHERE day <= ?1", until)?;
            let Some(last) = last else { return Ok(false) };
            self.add(&format!("{id} <= ?"), last);
            self.add("message.created_at < ?", until);
        }
        Ok(true)
    }
}

fn narrowest_way(connection: &Connection, filter: &HistoryFilter, is_search: bool) -> rusqlite::Result<Way> {
    if filter.number.is_some() || filter.contact_id.is_some() {
        return Ok(Way::Recipient);
    }
    let way = match (filter.sender_id, filter.state) {
        (Some(_), Some(_)) => Way::SenderAndState,
        (Some(_), None) => Way::Sender,
        (None, Some(_)) => Way::State,
        (None, None) => Way::Newest,
    };
    let leaves_many = way == Way::Newest || is_search && has_many(connection, way, filter)?;
    Ok(if is_search && leaves_many { Way::Search } else { way })
}

fn has_many(connection: &Connection, way: Way, filter: &HistoryFilter) -> rusqlite::Result<bool> {
    let mut selection = Selection { way, conditions: Vec::new(), values: Vec::new() };
    selection.equal(filter);
    selection.values.push(Box::new(FEW));
    let sql = format!("SELECT count(*) FROM (SELECT 1 {} LIMIT ?)", selection.rows());
    let mut statement = connection.prepare_cached(&sql)?;
    let count: u32 = statement.query_row(params_from_iter(selection.values), |row| row.get(0))?;
    Ok(count == FEW)
}

fn bound(connection: &Connection, question: &str, at: Millis) -> rusqlite::Result<Option<i64>> {
    connection.prepare_cached(question)?.query_row([at / DAY], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;
    use crate::store::StoreError;
    use crate::types::MessageState;

    /// What SQLite does for a page of each filter, as it explains it.
    fn plans<const N: usize>(filters: [HistoryFilter; N]) -> [String; N] {
        let (_folder, store) = paper::with(&["Guten Tag"]);
        filters.map(|filter| store.now(|c| plan(c, &filter)).unwrap())
    }

    fn plan(connection: &Connection, filter: &HistoryFilter) -> Result<String, StoreError> {
        let (sql, values) = Selection::of(connection, filter)?.unwrap().page("body", Some(100), 10);
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3))?;
        Ok(steps.collect::<Result<Vec<_>, _>>()?.join("\n"))
    }

    #[test]
    fn no_page_reads_the_whole_table_or_sorts_it() {
        let all = HistoryFilter::default();
        let state = Some(MessageState::Sent);
        let bounded = HistoryFilter { from: Some(0), until: Some(DAY), ..all.clone() };
        let ways = [
            "message USING INTEGER PRIMARY KEY (rowid<?)",
            "message USING INDEX message_by_state_alone (state=? AND rowid<?)",
            "message USING INDEX message_by_sender (sender_id=? AND id<?)",
            "message USING INDEX message_by_sender_and_state (sender_id=? AND state=? AND rowid<?)",
            "message USING INDEX message_by_state_alone (state=? AND rowid>? AND rowid<?)",
            "message USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
            "message_search VIRTUAL TABLE INDEX",
        ];
        let plans = plans([
            all.clone(),
            HistoryFilter { state, ..all.clone() },
            HistoryFilter { sender_id: Some(1), ..all.clone() },
            HistoryFilter { sender_id: Some(1), state, ..all.clone() },
            HistoryFilter { state, ..bounded.clone() },
            bounded,
            HistoryFilter { search: "guten".into(), ..all },
        ]);
        for (plan, way) in plans.iter().zip(ways) {
            assert!(plan.contains(way) && !plan.contains("TEMP B-TREE"), "{way}: {plan}");
        }
    }

    #[test]
    fn the_messages_of_one_number_or_contact_are_read_alone() {
        let number = Some("+491711234567".to_owned());
        let of_number = HistoryFilter { number, state: Some(MessageState::Sent), ..HistoryFilter::default() };
        let of_contact = HistoryFilter { contact_id: Some(1), ..HistoryFilter::default() };
        for plan in plans([of_number, of_contact]) {
            assert!(plan.contains("message USING INDEX message_by_recipient (recipient_number=?)"), "{plan}");
        }
    }
}
