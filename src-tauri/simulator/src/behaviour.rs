//! The ways in which the simulator can be told to misbehave, and which request gets which.

use std::collections::VecDeque;
use std::time::Duration;

/// What happens to a request instead of a normal answer.
///
/// An SMS counts as sent (it is charged) once its request was read whole and is valid, even if the answer is then
/// lost. `Answer` and `Redirect` never charge: they stand for something that answers in Famulor's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behaviour {
    /// Reads the whole request, then gives this answer. Never charges.
    Answer {
        /// The status of the answer.
        status: u16,
        /// Its headers; `Content-Length` and `Connection: close` are added where they are missing.
        headers: Vec<(String, String)>,
        /// Its body.
        body: Vec<u8>,
    },
    /// Resets the connection after the very first byte of the head, which tells POST from GET.
    ResetBeforeReading,
    /// Resets the connection when the head was read, before the body is read. Bytes of the body that arrived
    /// together with the head have arrived all the same, and so are in the ledger.
    ResetAfterHead,
    /// Resets the connection after the first byte or bytes of the body. Never charges.
    ResetInBody,
    /// Resets the connection after the whole request was read, without an answer.
    ResetAfterReading,
    /// Closes the connection in good order after the whole request was read, without an answer.
    CloseAfterReading,
    /// Reads everything, then waits that long before the normal answer; `Duration::MAX` is for ever.
    Stall(Duration),
    /// Waits that long before reading the body, then answers normally.
    StallBeforeReading(Duration),
    /// Sends half of the head of the normal answer, then closes.
    HalfHead,
    /// Sends the normal answer's head, with its whole `Content-Length`, and half of the body, then closes.
    HalfBody,
    /// Sends the normal answer's head and half of the body, then resets.
    ResetInAnswer,
    /// Sends the normal answer one byte at a time.
    Drip {
        /// The pause after each byte.
        every: Duration,
    },
    /// Answers with bytes that are not HTTP, then closes.
    Garbage,
    /// Answers 200 with a body that never ends, until the peer closes.
    Endless,
    /// Answers `103 Early Hints`, and then nothing until the peer closes.
    InformationalOnly,
    /// Answers `100 Continue` and `103 Early Hints`, and then normally.
    InformationalFirst,
    /// Reads the whole request, then answers 302 with this `Location`. Never charges.
    Redirect(String),
}

impl Behaviour {
    /// The names that [`Behaviour::named`] knows.
    pub const NAMES: [&str; 20] = [
        "reset-before-reading",
        "reset-after-head",
        "reset-in-body",
        "reset-after-reading",
        "close-after-reading",
        "stall",
        "stall-before-reading",
        "half-head",
        "half-body",
        "reset-in-answer",
        "drip",
        "garbage",
        "endless",
        "informational-only",
        "informational-first",
        "redirect",
        "html",
        "refuse",
        "too-many-requests",
        "server-error",
    ];

    /// An answer with a JSON body.
    pub fn json(status: u16, value: impl Into<serde_json::Value>) -> Self {
        Self::Answer {
            status,
            headers: vec![("Content-Type".into(), "application/json".into())],
            body: value.into().to_string().into_bytes(),
        }
    }

    /// An answer with a page in HTML, as a proxy gives it.
    pub fn html(status: u16) -> Self {
        Self::Answer {
            status,
            headers: vec![("Content-Type".into(), "text/html; charset=utf-8".into())],
            body: format!(
                "<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"
            )
            .into_bytes(),
        }
    }

    /// The behaviour of that name, for command lines.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "reset-before-reading" => Self::ResetBeforeReading,
            "reset-after-head" => Self::ResetAfterHead,
            "reset-in-body" => Self::ResetInBody,
            "reset-after-reading" => Self::ResetAfterReading,
            "close-after-reading" => Self::CloseAfterReading,
            "stall" => Self::Stall(Duration::MAX),
            "stall-before-reading" => Self::StallBeforeReading(Duration::MAX),
            "half-head" => Self::HalfHead,
            "half-body" => Self::HalfBody,
            "reset-in-answer" => Self::ResetInAnswer,
            "drip" => Self::Drip { every: Duration::from_millis(100) },
            "garbage" => Self::Garbage,
            "endless" => Self::Endless,
            "informational-only" => Self::InformationalOnly,
            "informational-first" => Self::InformationalFirst,
            "redirect" => Self::Redirect("/login".into()),
            "html" => Self::html(502),
            "refuse" => Self::json(400, serde_json::json!({"message": "Invalid phone number format"})),
            "too-many-requests" => Self::json(
                429,
                serde_json::json!({
                    "error": "Rate limit exceeded",
                    "message": "Too many requests. Please try again later.",
                    "retry_after": 60,
                }),
            ),
            "server-error" => Self::json(
                500,
                serde_json::json!({
                    "message": "Failed to send SMS",
                    "error": "Twilio service temporarily unavailable",
                }),
            ),
            _ => return None,
        })
    }

    /// Whether the simulated Famulor gets to see the request, and so may send the SMS.
    pub(crate) fn reaches_famulor(&self) -> bool {
        !matches!(
            self,
            Self::Answer { .. }
                | Self::Redirect(_)
                | Self::ResetBeforeReading
                | Self::ResetAfterHead
                | Self::ResetInBody
        )
    }
}

/// Which requests are to be treated in which way.
#[derive(Debug, Default)]
pub(crate) struct Orders {
    /// For the next SMS, in this order.
    pub(crate) once: VecDeque<Behaviour>,
    /// For every other SMS.
    pub(crate) always: Option<Behaviour>,
    /// For the account's GETs.
    pub(crate) account: Option<Behaviour>,
}

impl Orders {
    /// Whether a connection is to be reset unread, going by the first byte that waits in it.
    pub(crate) fn reset_unread(&mut self, first: u8) -> bool {
        match first {
            b'P' => self.reset_sms_unread(),
            b'G' => self.account == Some(Behaviour::ResetBeforeReading),
            _ => false,
        }
    }

    fn reset_sms_unread(&mut self) -> bool {
        let reset = self.once.front().or(self.always.as_ref()) == Some(&Behaviour::ResetBeforeReading);
        if reset {
            self.once.pop_front();
        }
        reset
    }

    /// The behaviour for an SMS whose head was read.
    pub(crate) fn for_sms(&mut self) -> Option<Behaviour> {
        self.once.pop_front().or_else(|| self.always.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_behaviour() {
        for name in Behaviour::NAMES {
            assert!(Behaviour::named(name).is_some(), "{name}");
        }
        assert_eq!(Behaviour::named("be-nice"), None);
    }

    #[test]
    fn an_unread_reset_is_taken_once_and_only_by_a_post() {
        let mut orders = Orders::default();
        orders.once.push_back(Behaviour::ResetBeforeReading);
        assert!(!orders.reset_unread(b'G'));
        assert!(orders.reset_unread(b'P'));
        assert!(!orders.reset_unread(b'P'));
    }

    #[test]
    fn orders_for_one_sms_go_before_the_standing_order() {
        let mut orders = Orders { always: Some(Behaviour::Garbage), ..Orders::default() };
        orders.once.push_back(Behaviour::HalfHead);
        assert_eq!(orders.for_sms(), Some(Behaviour::HalfHead));
        assert_eq!(orders.for_sms(), Some(Behaviour::Garbage));
    }
}
