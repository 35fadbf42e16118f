//! What Famulor would say to a request: a pure function of the request and the account.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer, ser::Error};
use serde_json::{json, value::RawValue};

use crate::account::{Account, Number};
use crate::limits::Allowance;
use crate::request::Head;
use crate::sms;
use crate::wire::Answer;

/// A request as the service sees it: whole.
pub(crate) struct Asked<'a> {
    pub(crate) head: &'a Head,
    pub(crate) body: &'a [u8],
    /// What the limits say, if the account has any.
    pub(crate) allowance: Option<Allowance>,
    /// Seconds since 1970.
    pub(crate) now: u64,
    /// The number that an SMS gets if it is sent.
    pub(crate) next_sms: u64,
}

/// The service's answer, and what it charges: an SMS was sent if and only if it charges.
pub(crate) struct Verdict {
    pub(crate) answer: Answer,
    pub(crate) charge: Option<Decimal>,
}

impl Verdict {
    pub(crate) fn free(answer: Answer) -> Self {
        Self { answer, charge: None }
    }
}

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    Sms,
    Me,
    AllNumbers,
    UsableNumbers,
    WrongMethod,
    Unknown,
}

impl Route {
    pub(crate) fn of(head: &Head) -> Self {
        let path = head.path.split('?').next().unwrap_or_default();
        let (method, route) = match path {
            "/api/user/sms" => ("POST", Self::Sms),
            "/api/user/me" => ("GET", Self::Me),
            "/api/user/phone-numbers/all" => ("GET", Self::AllNumbers),
            "/api/user/phone-numbers" => ("GET", Self::UsableNumbers),
            _ => return Self::Unknown,
        };
        if head.method == method { route } else { Self::WrongMethod }
    }
}

/// What Famulor says.
pub(crate) fn verdict(asked: &Asked<'_>, account: &Account) -> Verdict {
    let mut verdict = considered(asked, account);
    if verdict.answer.status >= 400 && !asked.head.accepts_json() {
        verdict.answer = Answer::redirect(&login_page(asked.head));
    }
    if let Some(allowance) = asked.allowance {
        verdict.answer = with_limits(verdict.answer, allowance, asked.now);
    }
    verdict
}

fn considered(asked: &Asked<'_>, account: &Account) -> Verdict {
    let route = Route::of(asked.head);
    match route {
        Route::Unknown => {
            return Verdict::free(Answer::message(404, "The route could not be found."));
        }
        Route::WrongMethod => {
            return Verdict::free(Answer::message(405, "The method is not supported for this route."));
        }
        Route::Sms | Route::Me | Route::AllNumbers | Route::UsableNumbers => {}
    }
    if !asked.head.authorized(&account.api_key) {
        return Verdict::free(wrong_key());
    }
    if let Some(seconds) = asked.allowance.and_then(|allowance| allowance.retry_after) {
        return Verdict::free(too_many(seconds));
    }
    match route {
        Route::Sms => sms::verdict(asked, account),
        Route::Me => Verdict::free(me(account)),
        Route::UsableNumbers => Verdict::free(numbers(account, Number::can_send)),
        Route::AllNumbers | Route::WrongMethod | Route::Unknown => Verdict::free(numbers(account, |_| true)),
    }
}

fn wrong_key() -> Answer {
    Answer::json(401, &json!({"error": "Invalid API key", "message": "The provided API key is invalid or expired"}))
}

fn too_many(seconds: u64) -> Answer {
    let body = json!({
        "error": "Rate limit exceeded",
        "message": "Too many requests. Please try again later.",
        "retry_after": seconds,
    });
    Answer::json(429, &body).with("Retry-After", seconds)
}

fn with_limits(answer: Answer, allowance: Allowance, now: u64) -> Answer {
    let reset = now + allowance.retry_after.unwrap_or(60);
    answer
        .with("X-RateLimit-Limit", allowance.limit)
        .with("X-RateLimit-Remaining", allowance.remaining)
        .with("X-RateLimit-Reset", reset)
}

/// On the origin that the client asked, as the Laravel application does it.
fn login_page(head: &Head) -> String {
    match head.header("host") {
        Some(host) => format!("http://{host}/login"),
        None => "/login".into(),
    }
}

#[derive(Serialize)]
struct Me<'a> {
    name: &'a str,
    email: &'a str,
    total_balance: Exact,
}

fn me(account: &Account) -> Answer {
    let me = Me { name: &account.name, email: &account.email, total_balance: Exact(account.balance) };
    Answer::json(200, &me)
}

#[derive(Serialize)]
struct Numbers<'a> {
    data: Vec<&'a Number>,
}

fn numbers(account: &Account, listed: impl Fn(&Number) -> bool) -> Answer {
    let all = account.numbers.iter();
    let data = all.filter(|number| listed(number)).collect();
    Answer::json(200, &Numbers { data })
}

/// A decimal that is written as the JSON number it is, digit by digit.
pub(crate) struct Exact(pub(crate) Decimal);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

#[cfg(test)]
mod tests;
