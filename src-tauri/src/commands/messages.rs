//! The history: pages of it, what they come to, one message whole, and deleting.

use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::{
    Deleted, ErrorCode, HistoryFilter, HistoryRange, HistorySum, MessageDetail, MessagePage, UiError,
};
use famulor_sms_core::{clock, history, keeping};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn list_messages(
    start: State<'_, Start>,
    filter: HistoryFilter,
    before: Option<i64>,
) -> Answer<MessagePage> {
    let office = start.office()?;
    office.store.run(move |c| history::page(c, &filter, before)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn sum_messages(start: State<'_, Start>, filter: HistoryFilter) -> Answer<HistorySum> {
    let office = start.office()?;
    office.store.run(move |c| history::sum(c, &filter)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn history_range(start: State<'_, Start>) -> Answer<HistoryRange> {
    let office = start.office()?;
    office.store.run(|c| history::range(c)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn message_detail(start: State<'_, Start>, id: i64) -> Answer<MessageDetail> {
    let office = start.office()?;
    let user = system_user();
    let found = office.store.run(move |c| history::detail(c, id, &user)).await.shown(office)?;
    found.ok_or(OutboxError::TooLate).shown(office)
}

#[tauri::command]
pub(crate) async fn delete_message(start: State<'_, Start>, id: i64) -> Answer<Deleted> {
    let office = start.office()?;
    let deleted = office.store.run(move |c| keeping::delete_message(c, id, clock::now())).await.shown(office)?;
    if deleted.kept > 0 { Err(still_open(office)) } else { Ok(deleted) }
}

#[tauri::command]
pub(crate) async fn delete_recipient_messages(start: State<'_, Start>, number: String) -> Answer<Deleted> {
    let office = start.office()?;
    let number = PhoneNumber::from_e164(&number).shown(office)?;
    office.store.run(move |c| keeping::delete_recipient(c, &number, clock::now())).await.shown(office)
}

fn still_open(office: &Office) -> UiError {
    office.words().error(ErrorCode::Other, "error-delete-open")
}

/// The name of the person who is logged in: in full where the system knows it.
fn system_user() -> String {
    let full = whoami::realname().ok().filter(|name| !name.trim().is_empty());
    full.or_else(|| whoami::username().ok()).unwrap_or_default()
}
