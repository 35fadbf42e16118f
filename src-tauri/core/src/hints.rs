//! Quiet lines beside a text: what the person may not have meant. They ask nothing and hold nothing up.

mod reply;
mod salutation;
mod word;

use rusqlite::Connection;

pub use reply::asks_for_reply;
pub use salutation::other_salutation;

use crate::contacts::{self, ContactError};
use crate::phone_number::PhoneNumber;
use crate::templates::Facts;
use crate::types::{Hint, HintKind};

/// The quiet lines for a text to a number, but for the silenced kinds. The contact is the `chosen` one, where the number
/// belongs to several.
///
/// # Errors
/// [`ContactError`] if the contact cannot be read.
pub fn hints(
    connection: &Connection,
    text: &str,
    number: Option<&PhoneNumber>,
    chosen: Option<i64>,
    silenced: &[HintKind],
) -> Result<Vec<Hint>, ContactError> {
    let mut hints = Vec::new();
    if !silenced.contains(&HintKind::AsksForReply) {
        hints.extend(asks_for_reply(text));
    }
    if !silenced.contains(&HintKind::OtherSalutation)
        && let Some(number) = number
        && let Some(owner) = contacts::owner(connection, number, chosen)?
    {
        let contact = contacts::get(connection, owner.id)?;
        hints.extend(other_salutation(text, &Facts::from(&contact)));
    }
    Ok(hints)
}
