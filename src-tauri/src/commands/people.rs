//! Contacts: suggested, listed, shown, written, merged.

use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::{
    ContactCursor, ContactDetail, ContactFilter, ContactForm, ContactPage, ContactView, DuplicateView, ErrorCode,
    LetterView, Merged, MessageView, SuggestionView,
};
use famulor_sms_core::{clock, contacts, history};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::Start;

/// The longest name of a contact that is kept with one press, in characters.
const LONGEST_NAME: usize = 100;

/// Messages to the recipient that stand beside the form.
const RECENT: u32 = 3;

#[tauri::command]
pub(crate) async fn suggest_contacts(start: State<'_, Start>, query: String) -> Answer<Vec<SuggestionView>> {
    let office = start.office()?;
    office.store.run(move |c| contacts::suggest(c, &query)).await.shown(office)
}

/// A name for a number, kept with one press.
#[tauri::command]
pub(crate) async fn save_contact(start: State<'_, Start>, name: String, e164: String) -> Answer<ContactView> {
    let office = start.office()?;
    let number = PhoneNumber::from_e164(&e164).shown(office)?;
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(office.words().error(ErrorCode::Other, "error-contact-name"));
    }
    office.store.run(move |c| contacts::save_name(c, &name, &number, clock::now())).await.shown(office)
}

#[tauri::command]
pub(crate) async fn recent_messages(start: State<'_, Start>, number: String) -> Answer<Vec<MessageView>> {
    let office = start.office()?;
    let number = PhoneNumber::from_e164(&number).shown(office)?;
    office.store.run(move |c| history::recent_to(c, &number, RECENT)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn list_contacts(
    start: State<'_, Start>,
    filter: ContactFilter,
    after: Option<ContactCursor>,
) -> Answer<ContactPage> {
    let office = start.office()?;
    office.store.run(move |c| contacts::list(c, &filter, after.as_ref())).await.shown(office)
}

#[tauri::command]
pub(crate) async fn contact_letters(start: State<'_, Start>) -> Answer<Vec<LetterView>> {
    let office = start.office()?;
    office.store.run(|c| contacts::letters(c)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn contact(start: State<'_, Start>, id: i64) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::get(c, id)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn save_contact_form(start: State<'_, Start>, form: ContactForm) -> Answer<ContactDetail> {
    let office = start.office()?;
    let country = office.default_country();
    office.store.run(move |c| contacts::save(c, &form, country, clock::now())).await.shown(office)
}

/// What is needed to bring it back.
#[tauri::command]
pub(crate) async fn delete_contact(start: State<'_, Start>, id: i64) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::delete(c, id)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn bring_back_contact(start: State<'_, Start>, contact: ContactDetail) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::bring_back(c, &contact)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn merge_contacts(start: State<'_, Start>, keep: i64, other: i64) -> Answer<Merged> {
    let office = start.office()?;
    office.store.run(move |c| contacts::merge(c, keep, other, clock::now())).await.shown(office)
}

#[tauri::command]
pub(crate) async fn unmerge_contacts(start: State<'_, Start>, merged: Merged) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::unmerge(c, &merged)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn set_favourite(start: State<'_, Start>, id: i64, favourite: bool) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::set_favourite(c, id, favourite, clock::now())).await.shown(office)
}

/// Not to be written to, for this reason; none: may be written to.
#[tauri::command]
pub(crate) async fn set_do_not_write(
    start: State<'_, Start>,
    id: i64,
    reason: Option<String>,
) -> Answer<ContactDetail> {
    let office = start.office()?;
    office.store.run(move |c| contacts::set_do_not_write(c, id, reason.as_deref(), clock::now())).await.shown(office)
}

/// Pairs that share a number.
#[tauri::command]
pub(crate) async fn list_duplicates(start: State<'_, Start>) -> Answer<Vec<DuplicateView>> {
    let office = start.office()?;
    office.store.run(|c| contacts::duplicates(c)).await.shown(office)
}
