//! What stands beside a text while it is written: what it will cost, and the quiet lines.

use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::{CostEstimate, Hint};
use famulor_sms_core::{estimate, hints};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn estimate_cost(
    start: State<'_, Start>,
    recipient: String,
    sender_id: Option<i64>,
    segments: u32,
) -> Answer<CostEstimate> {
    let office = start.office()?;
    let number = number(office, &recipient);
    office.store.run(move |c| estimate::estimate(c, number.as_ref(), sender_id, segments)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn text_hints(
    start: State<'_, Start>,
    text: String,
    recipient: String,
    contact_id: Option<i64>,
) -> Answer<Vec<Hint>> {
    let office = start.office()?;
    let (number, silenced) = (number(office, &recipient), office.preferences.current().silenced_hints);
    let hints = move |c: &mut rusqlite::Connection| hints::hints(c, &text, number.as_ref(), contact_id, &silenced);
    office.store.run(hints).await.shown(office)
}

/// What is typed so far, if it is a number already.
fn number(office: &Office, recipient: &str) -> Option<PhoneNumber> {
    PhoneNumber::parse(recipient, office.default_country()).and_then(PhoneNumber::unmistakable).ok()
}
