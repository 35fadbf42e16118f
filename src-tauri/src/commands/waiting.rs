//! What waits, and what the person decides about a message.

use famulor_sms_core::clock;
use famulor_sms_core::draft::{self, Again};
use famulor_sms_core::history;
use famulor_sms_core::outbox::{self, OutboxError};
use famulor_sms_core::types::{Draft, MessageView, Verdict, Waiting};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn list_waiting(start: State<'_, Start>) -> Answer<Waiting> {
    let office = start.office()?;
    office.store.run(|c| outbox::waiting(c)).await.shown(office)
}

/// How many messages want the person's word: the outbox itself is read when it is shown.
#[tauri::command]
pub(crate) async fn count_asking(start: State<'_, Start>) -> Answer<u32> {
    let office = start.office()?;
    office.store.run(|c| outbox::asking(c)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn send_now(start: State<'_, Start>, id: i64) -> Answer<MessageView> {
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

/// Undo, and "Change": the message is taken back, and its text is a draft again.
#[tauri::command]
pub(crate) async fn take_back_message(start: State<'_, Start>, id: i64) -> Answer<Draft> {
    let office = start.office()?;
    office.outbox.take_back(id).await.shown(office)
}

#[tauri::command]
pub(crate) async fn settle_message(start: State<'_, Start>, id: i64, verdict: Verdict) -> Answer<MessageView> {
    let office = start.office()?;
    office.outbox.settle_by_person(id, verdict).await.shown(office)?;
    message(office, id).await
}

/// Its text for someone else, or the `whole` message once more.
#[tauri::command]
pub(crate) async fn reuse_message(start: State<'_, Start>, id: i64, whole: bool) -> Answer<Draft> {
    let office = start.office()?;
    let again = if whole { Again::Whole } else { Again::Text };
    office.store.run(move |c| draft::reuse(c, id, again, clock::now())).await.shown(office)
}

async fn message(office: &Office, id: i64) -> Answer<MessageView> {
    let found = office.store.run(move |c| history::message(c, id)).await.shown(office)?;
    found.ok_or(OutboxError::TooLate).shown(office)
}
