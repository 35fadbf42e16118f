//! The made-up account behind the simulator: what a test or practice mode may set and look at.

use std::fmt;

use rust_decimal::Decimal;
use serde::Serialize;

/// An account of the simulated service.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The only API key that is accepted.
    pub api_key: String,
    /// The account's name.
    pub name: String,
    /// The account's e-mail address.
    pub email: String,
    /// What is left to pay with; each SMS that counts as sent reduces it.
    pub balance: Decimal,
    /// The currency named in the answer to an SMS, if any.
    pub currency: Option<String>,
    /// The account's phone numbers.
    pub numbers: Vec<Number>,
    /// Whether a sent SMS is answered in the older documented form.
    pub old_form: bool,
    /// Whether 100 requests a minute and 20 in 10 seconds are the most that is answered.
    pub limits: bool,
}

/// A phone number of the account, in the form in which the service lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// The ID that an SMS is sent `from`.
    pub id: i64,
    /// The number in E.164.
    pub phone_number: String,
    /// The name the account gave it.
    pub nickname: Option<String>,
    /// Its country, as an ISO 3166 code.
    pub country_code: String,
    /// What sort of number it is.
    #[serde(rename = "type")]
    pub kind: NumberKind,
    /// The kind in words.
    pub type_label: String,
    /// Whether it can send SMS at all.
    pub sms_capable: bool,
    /// The carrier's region.
    pub region: String,
    /// Whether it is paid for.
    pub has_active_subscription: bool,
    /// When it was made.
    pub created_at: String,
}

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// A number of Famulor's.
    Normal,
    /// A number reached through the account's own telephone system.
    Sip,
    /// A number of someone else's that may be shown to the called.
    CallerId,
}

impl Account {
    /// A made-up company with 100.67447094 to spend and one number of each sort that matters.
    ///
    /// 1 "Vertrieb" (Germany) and 2 (USA, no nickname) can send; 3 cannot send SMS, 4 has no active subscription,
    /// 5 is a SIP number. All are numbers kept free for fiction.
    pub fn example(api_key: impl Into<String>) -> Self {
        Self {
            api_key: api_key.into(),
            name: "Beispiel GmbH".into(),
            email: "buero@beispiel.example".into(),
            balance: Decimal::new(10_067_447_094, 8),
            currency: Some("EUR".into()),
            numbers: example_numbers(),
            old_form: false,
            limits: false,
        }
    }
}

fn example_numbers() -> Vec<Number> {
    vec![
        Number::new(1, "+491713920001", "DE").named("Vertrieb"),
        Number::new(2, "+12025550143", "US"),
        Number { sms_capable: false, ..Number::new(3, "+493023125001", "DE").named("Zentrale") },
        Number { has_active_subscription: false, ..Number::new(4, "+491713920002", "DE").named("Außendienst") },
        Number {
            kind: NumberKind::Sip,
            type_label: "SIP Number".into(),
            sms_capable: false,
            ..Number::new(5, "+494066969001", "DE").named("Telefonanlage")
        },
    ]
}

impl Number {
    /// A number of Famulor's that can send SMS, without a nickname.
    pub fn new(id: i64, phone_number: &str, country_code: &str) -> Self {
        Self {
            id,
            phone_number: phone_number.into(),
            nickname: None,
            country_code: country_code.into(),
            kind: NumberKind::Normal,
            type_label: "Dedicated Number".into(),
            sms_capable: true,
            region: "us1".into(),
            has_active_subscription: true,
            created_at: "2025-01-07T10:30:00.000000Z".into(),
        }
    }

    /// The same number under a nickname.
    #[must_use]
    pub fn named(self, nickname: &str) -> Self {
        Self { nickname: Some(nickname.into()), ..self }
    }

    /// Whether an SMS can be sent from it.
    pub fn can_send(&self) -> bool {
        self.sms_capable && self.has_active_subscription
    }
}

/// Without the key, which must not end up in anybody's log.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("name", &self.name)
            .field("email", &self.email)
            .field("balance", &self.balance)
            .field("numbers", &self.numbers)
            .finish_non_exhaustive()
    }
}
