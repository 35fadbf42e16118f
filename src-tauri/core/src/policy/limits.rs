//! Whether a message may be sent under the policy: asked at the form before anything is queued, and when its turn comes.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::Policy;
use crate::clock::Millis;
use crate::phone_number::{Country, PhoneNumber};
use crate::store::StoreError;
use crate::types::Reason;

/// Why the policy does not let a message go. Nothing has been sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The policy cannot be read, so nobody knows what it forbids.
    #[error("the policy cannot be read")]
    Broken,
    /// Shown at the recipient: this country may not be written to; none is a number of no country.
    #[error("the policy does not allow this country")]
    Country(Option<Country>),
    /// Shown at the sender: another one is set.
    #[error("the policy has set another sender")]
    Sender,
    /// As many messages as are allowed go on that day already.
    #[error("the policy allows {0} messages a day")]
    PerDay(u32),
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Broken => Self::PolicyBroken,
            Refusal::Country(_) => Self::PolicyCountry,
            Refusal::Sender => Self::PolicySender,
            Refusal::PerDay(_) => Self::PolicyPerDay,
        }
    }
}

/// A message that is to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// To whom.
    pub to: &'a PhoneNumber,
    /// From which number, as the service writes it.
    pub sender: &'a str,
    /// When it is to go.
    pub at: Millis,
}

impl Policy {
    /// Whether a message that is not queued yet may be: those that are queued for the same day go before it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn refuses_new(&self, connection: &Connection, planned: Planned<'_>) -> Result<Option<Refusal>, StoreError> {
        self.refuses(planned, |day| Ok(gone(connection, day)? + queued(connection, day)?))
    }

    /// Whether a message whose turn has come may go now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn refuses_now(&self, connection: &Connection, planned: Planned<'_>) -> Result<Option<Refusal>, StoreError> {
        self.refuses(planned, |day| gone(connection, day))
    }

    /// Whether this number of the account may be sent from.
    #[must_use]
    pub fn allows_sender(&self, number: &str) -> bool {
        let allowed = self.rules().sender.as_ref();
        allowed
            .is_none_or(|allowed| PhoneNumber::parse(number, Country::GERMANY).is_ok_and(|number| number == *allowed))
    }

    fn refuses(
        &self,
        planned: Planned<'_>,
        on_day: impl FnOnce((Millis, Millis)) -> rusqlite::Result<u32>,
    ) -> Result<Option<Refusal>, StoreError> {
        let (rules, country) = (self.rules(), planned.to.country());
        let allows = |allowed: &Vec<Country>| country.is_some_and(|country| allowed.contains(&country));
        if self.fault().is_some() {
            return Ok(Some(Refusal::Broken));
        }
        if !rules.allowed_countries.as_ref().is_none_or(allows) {
            return Ok(Some(Refusal::Country(country)));
        }
        if !self.allows_sender(planned.sender) {
            return Ok(Some(Refusal::Sender));
        }
        let Some(most) = rules.messages_per_day else { return Ok(None) };
        let is_full = on_day(day_of(planned.at, &TimeZone::system()))? >= most;
        Ok(is_full.then_some(Refusal::PerDay(most)))
    }
}

/// How many messages went on a day, or may have gone.
fn gone(connection: &Connection, day: (Millis, Millis)) -> rusqlite::Result<u32> {
    let mut statement = connection.prepare_cached(
        "SELECT count(DISTINCT message.id) FROM message_event JOIN message ON message.id = message_event.message_id
         WHERE message_event.state = 'sending' AND message_event.at >= ?1 AND message_event.at < ?2
           AND message.state IN ('sending', 'sent', 'unclear')",
    )?;
    statement.query_row(day, |row| row.get(0))
}

/// How many wait for their time on that day.
fn queued(connection: &Connection, day: (Millis, Millis)) -> rusqlite::Result<u32> {
    let mut statement = connection
        .prepare_cached("SELECT count(*) FROM message WHERE state = 'queued' AND due_at >= ?1 AND due_at < ?2")?;
    statement.query_row(day, |row| row.get(0))
}

/// Where the day of a time begins and ends on the calendar here; all of time where no calendar knows it.
fn day_of(at: Millis, zone: &TimeZone) -> (Millis, Millis) {
    let day = || {
        let begins = Timestamp::from_millisecond(at)?.to_zoned_datetime(zone.clone()).start_of_day()?;
        let ends = begins.tomorrow()?.start_of_day()?;
        Ok::<_, jiff::Error>((begins.timestamp().as_millisecond(), ends.timestamp().as_millisecond()))
    };
    day().unwrap_or((Millis::MIN, Millis::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar_also_when_the_clocks_change() {
        let hour = 3_600_000;
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let noon_in_march = 1_774_782_000_000; // 29 March 2026, 13:00 in Berlin: a day of 23 hours
        let (begins, ends) = day_of(noon_in_march, &berlin);
        assert_eq!((ends - begins, noon_in_march - begins), (23 * hour, 12 * hour));
        assert_eq!(day_of(begins, &berlin), (begins, ends));
        assert_ne!(day_of(ends, &berlin), (begins, ends));
        assert_eq!(day_of(Millis::MAX, &berlin), (Millis::MIN, Millis::MAX));
    }
}
