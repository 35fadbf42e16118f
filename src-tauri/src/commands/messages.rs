//! The history, and what the person decides about a message in it.

use famulor_sms_core::history;
use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::types::{HistoryFilter, MessagePage, MessageView, Verdict};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn list_messages(start: State<'_, Start>, before: Option<i64>) -> Answer<MessagePage> {
    let office = start.office()?;
    office.store.run(move |c| history::page(c, &HistoryFilter::default(), before)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn release_message(start: State<'_, Start>, id: i64) -> Answer<MessageView> {
    let office = start.office()?;
    office.outbox.send_now(id, office.session.credentials()).await.shown(office)?;
    message(office, id).await
}

#[tauri::command]
pub(crate) async fn cancel_message(start: State<'_, Start>, id: i64) -> Answer<MessageView> {
    let office = start.office()?;
    office.outbox.cancel(id).await.shown(office)?;
    message(office, id).await
}

#[tauri::command]
pub(crate) async fn settle_message(start: State<'_, Start>, id: i64, sent: bool) -> Answer<MessageView> {
    let office = start.office()?;
    let verdict = if sent { Verdict::Sent } else { Verdict::NotSent };
    office.outbox.settle_by_person(id, verdict).await.shown(office)?;
    message(office, id).await
}

async fn message(office: &Office, id: i64) -> Answer<MessageView> {
    let found = office.store.run(move |c| history::message(c, id)).await.shown(office)?;
    found.ok_or(OutboxError::TooLate).shown(office)
}
