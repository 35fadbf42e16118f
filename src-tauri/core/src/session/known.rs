//! The account as last heard, kept so that the window is filled before the network answers.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use crate::clock::Millis;
use crate::famulor::{ListedNumber, User};
use crate::phone_number::grouped;
use crate::store::StoreError;
use crate::types::{Profile, SenderView};

/// The account as last heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The generation of the key that it was heard with.
    pub key_generation: i64,
    /// Its name.
    pub name: String,
    /// Its e-mail address.
    pub email: String,
    /// Its balance as an exact decimal.
    pub balance: Option<String>,
}

impl From<Account> for Profile {
    fn from(account: Account) -> Self {
        Self { name: account.name, email: account.email, balance: account.balance }
    }
}

/// The account as last heard, if it ever was.
///
/// # Errors
/// [`StoreError`].
pub fn account(connection: &Connection) -> Result<Option<Account>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT key_generation, name, email, balance FROM account")?;
    let account = statement.query_row([], |row| {
        Ok(Account { key_generation: row.get(0)?, name: row.get(1)?, email: row.get(2)?, balance: row.get(3)? })
    });
    Ok(account.optional()?)
}

/// The account's numbers as last heard, those that can send first. Each is kept as it is shown, too: to group it, the
/// numbering plans of all countries would be read before the first picture.
///
/// # Errors
/// [`StoreError`].
pub fn senders(connection: &Connection) -> Result<Vec<SenderView>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, number, display, nickname, problem FROM sender ORDER BY problem IS NOT NULL, position",
    )?;
    let rows = statement.query_map([], |row| {
        let (number, display): (String, Option<String>) = (row.get(1)?, row.get(2)?);
        let number = display.unwrap_or_else(|| grouped(&number));
        Ok(SenderView { id: row.get(0)?, number, nickname: row.get(3)?, unusable: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How numbers are shown that were known before.
fn displays(connection: &Connection) -> rusqlite::Result<HashMap<String, String>> {
    let mut statement = connection.prepare_cached("SELECT number, display FROM sender WHERE display IS NOT NULL")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// One of the account's numbers as last heard.
///
/// # Errors
/// [`StoreError`].
pub fn sender(connection: &Connection, id: i64) -> Result<Option<ListedNumber>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number, nickname, problem FROM sender WHERE id = ?1")?;
    let number = statement.query_row([id], |row| {
        Ok(ListedNumber { id, number: row.get(0)?, nickname: row.get(1)?, problem: row.get(2)? })
    });
    Ok(number.optional()?)
}

pub(super) fn save(
    connection: &mut Connection,
    generation: i64,
    key_is_kept: bool,
    user: &User,
    numbers: &[ListedNumber],
    now: Millis,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let balance = user.balance.map(|amount| amount.to_string());
    transaction.execute(
        "INSERT OR REPLACE INTO account (id, key_generation, name, email, balance, checked_at, key_is_kept)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
        (generation, &user.name, &user.email, balance, now, key_is_kept),
    )?;
    let mut displays = displays(&transaction)?;
    transaction.execute("DELETE FROM sender", [])?;
    for (position, number) in (0_i64..).zip(numbers) {
        let display = displays.remove(&number.number).unwrap_or_else(|| grouped(&number.number));
        transaction.execute(
            "INSERT OR REPLACE INTO sender (id, number, display, nickname, problem, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (number.id, &number.number, display, &number.nickname, number.problem, position),
        )?;
    }
    transaction.commit()?;
    Ok(())
}

pub(super) fn forget(connection: &mut Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch("BEGIN IMMEDIATE; DELETE FROM account; DELETE FROM sender; COMMIT;")?)
}

/// What was heard with a key that went with the last run is not what is known of this one's.
pub(super) fn forget_unless_kept(connection: &mut Connection) -> Result<(), StoreError> {
    let is_kept: Option<bool> =
        connection.query_row("SELECT key_is_kept FROM account", [], |row| row.get(0)).optional()?;
    if is_kept == Some(false) { forget(connection) } else { Ok(()) }
}

/// A generation that no message carries yet.
pub(super) fn next_generation(connection: &Connection) -> Result<i64, StoreError> {
    let last: Option<i64> = connection.query_row(
        "SELECT max(generation) FROM (SELECT max(key_generation) AS generation FROM message
         UNION ALL SELECT key_generation FROM account)",
        [],
        |row| row.get(0),
    )?;
    Ok(last.unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;

    #[test]
    fn a_number_is_grouped_when_it_is_first_heard_and_not_at_each_start() {
        let (_folder, store) = paper::with(&[]);
        let user = User { name: "Praxis".into(), email: "office@example.org".into(), balance: None };
        let heard = |numbers: &[&str]| {
            let listed = |(id, number): (i64, &&str)| ListedNumber {
                id,
                number: (*number).to_owned(),
                nickname: None,
                problem: None,
            };
            let numbers: Vec<ListedNumber> = (1..).zip(numbers).map(listed).collect();
            store.now(|c| save(c, 1, true, &user, &numbers, 0)).unwrap();
        };
        let shown =
            || -> Vec<String> { store.now(|c| senders(c)).unwrap().into_iter().map(|sender| sender.number).collect() };
        heard(&["+493023125001"]);
        assert_eq!(shown(), ["+49 30 23125001"]);
        store.now(|c| c.execute("UPDATE sender SET display = 'kept'", [])).unwrap();
        heard(&["+493023125001", "+491713920001"]);
        assert_eq!(shown(), ["kept", "+49 171 3920001"]);
        store.now(|c| c.execute("UPDATE sender SET display = NULL", [])).unwrap();
        assert_eq!(shown(), ["+49 30 23125001", "+49 171 3920001"]);
    }
}
