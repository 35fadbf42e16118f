//! The account as last heard, kept so that the window is filled before the network answers.

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

/// The account's numbers as last heard, those that can send first.
///
/// # Errors
/// [`StoreError`].
pub fn senders(connection: &Connection) -> Result<Vec<SenderView>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT id, number, nickname, problem FROM sender ORDER BY problem IS NOT NULL, position")?;
    let rows = statement.query_map([], |row| {
        Ok(SenderView {
            id: row.get(0)?,
            number: grouped(&row.get::<_, String>(1)?),
            nickname: row.get(2)?,
            unusable: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
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
    transaction.execute("DELETE FROM sender", [])?;
    for (position, number) in (0_i64..).zip(numbers) {
        transaction.execute(
            "INSERT OR REPLACE INTO sender (id, number, nickname, problem, position) VALUES (?1, ?2, ?3, ?4, ?5)",
            (number.id, &number.number, &number.nickname, number.problem, position),
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
