//! One SMS as somebody in the office writes it.

use famulor_sms_core::types::SendForm;
use uuid::Uuid;

/// One SMS as somebody in the office writes it.
#[derive(Debug, Clone)]
pub struct Letter(pub SendForm);

impl Letter {
    /// To this number, from "Vertrieb".
    #[must_use]
    pub fn to(recipient: &str) -> Self {
        Self(SendForm {
            draft_id: Uuid::new_v4().to_string(),
            recipient: recipient.to_owned(),
            contact_id: None,
            sender_id: 1,
            body: "Guten Tag, wir sind ab zehn Uhr da.".to_owned(),
            due_at: None,
            repeats: None,
            unfilled: Vec::new(),
            confirmed: false,
        })
    }

    /// With this text.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        text.clone_into(&mut self.0.body);
        self
    }

    /// From the sender with this id.
    #[must_use]
    pub fn from(mut self, sender: i64) -> Self {
        self.0.sender_id = sender;
        self
    }

    /// To go at this time, in milliseconds since 1970.
    #[must_use]
    pub fn at(mut self, time: i64) -> Self {
        self.0.due_at = Some(time);
        self
    }

    /// Written once more, as another draft.
    #[must_use]
    pub fn again(&self) -> Self {
        let mut letter = self.clone();
        letter.0.draft_id = Uuid::new_v4().to_string();
        letter
    }

    /// After "send anyway".
    #[must_use]
    pub fn confirmed(mut self) -> Self {
        self.0.confirmed = true;
        self
    }
}
