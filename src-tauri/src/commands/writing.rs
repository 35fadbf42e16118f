//! Writing a message: the recipient, the text, the draft, and Send.

use std::time::Duration;

use famulor_sms_core::compose::{self, Circumstances};
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::store::StoreError;
use famulor_sms_core::text::{self, TextMeasure};
use famulor_sms_core::types::{Draft, Language, RecipientView, SendAnswer, SendForm};
use famulor_sms_core::{clock, contacts, draft, history};
use tauri::{AppHandle, State};

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};
use crate::{cursor, spelling};

#[tauri::command]
pub(crate) async fn check_recipient(start: State<'_, Start>, input: String) -> Answer<RecipientView> {
    let office = start.office()?;
    let home = office.default_country();
    let number = PhoneNumber::parse(&input, home).and_then(PhoneNumber::unmistakable).shown(office)?;
    let e164 = number.clone();
    let contact = office.store.run(move |c| contacts::by_number(c, &e164)).await.shown(office)?;
    Ok(RecipientView {
        e164: number.to_string(),
        display: number.grouped(),
        country: number.country().map(|country| country.to_string()),
        abroad: number.country().is_some_and(|country| country != home),
        kind: number.kind(),
        known: number.is_known(),
        name: contact.map(|contact| contact.name),
    })
}

#[tauri::command]
pub(crate) async fn analyze_text(text: String) -> TextMeasure {
    text::measure(&text)
}

/// Nothing depends on it, so a system that cannot check is none of the person's troubles.
#[tauri::command]
pub(crate) async fn check_spelling(app: AppHandle, language: Language) {
    if let Err(error) = spelling::check_in(&app, language) {
        tracing::warn!(%error, "spelling cannot be checked");
    }
}

#[tauri::command]
pub(crate) async fn rest_cursor(app: AppHandle, rests: bool) {
    if let Err(error) = cursor::rest(&app, rests) {
        tracing::warn!(%error, "the cursor blinks as before");
    }
}

#[tauri::command]
pub(crate) async fn save_draft(start: State<'_, Start>, draft: Draft) -> Answer<()> {
    let office = start.office()?;
    office.store.run(move |c| draft::save(c, &draft, clock::now())).await.shown(office)
}

#[tauri::command]
pub(crate) async fn discard_draft(start: State<'_, Start>, id: String) -> Answer<()> {
    let office = start.office()?;
    office.store.run(move |c| draft::discard(c, &id)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn send_message(start: State<'_, Start>, form: SendForm) -> Answer<SendAnswer> {
    let office = start.office()?;
    let (keys, undo, is_later) = (office.session.keys(), office.undo(), form.due_at.is_some());
    let policy = office.policy.clone();
    let circumstances = Circumstances { default_country: office.default_country(), undo, now: clock::now() };
    let composed = office.store.run(move |c| compose::compose(c, &form, &keys.borrow(), circumstances, &policy));
    let message = composed.await.shown(office)?;
    match office.outbox.queue(message).await.shown(office)? {
        Queueing::Queued(id) => queued(office, id, if is_later { Duration::ZERO } else { undo }).await,
        Queueing::Already(id) => queued(office, id, Duration::ZERO).await,
        Queueing::Ask(reasons) => Ok(SendAnswer::Ask { reasons }),
    }
}

async fn queued(office: &Office, id: i64, undo: Duration) -> Answer<SendAnswer> {
    let message = office.store.run(move |c| history::message(c, id)).await.shown(office)?;
    let message = message.ok_or(StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows)).shown(office)?;
    Ok(SendAnswer::Queued { message: Box::new(message), undo_ms: u32::try_from(undo.as_millis()).unwrap_or(0) })
}
