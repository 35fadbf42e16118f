//! The API key and the account behind it.

use famulor_sms_core::session::{self, SessionError};
use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::{AccountView, UiError};
use tauri::State;

use super::{Answer, OrShown as _, organisation};
use crate::errors::Shown as _;
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn store_api_key(start: State<'_, Start>, key: String, this_run_only: bool) -> Answer<AccountView> {
    let office = start.office()?;
    office.session.take_key(&key, this_run_only).await.shown(office)?;
    view(office).await
}

#[tauri::command]
pub(crate) async fn retry_keychain(start: State<'_, Start>) -> Answer<AccountView> {
    let office = start.office()?;
    // What goes wrong here stands in the view.
    let _: Result<(), SessionError> = office.session.read_key().await;
    view(office).await
}

#[tauri::command]
pub(crate) async fn forget_api_key(start: State<'_, Start>) -> Answer<AccountView> {
    let office = start.office()?;
    office.session.forget_key().await.shown(office)?;
    view(office).await
}

#[tauri::command]
pub(crate) async fn refresh_account(start: State<'_, Start>) -> Answer<AccountView> {
    let office = start.office()?;
    office.session.refresh().await.shown(office)?;
    view(office).await
}

/// The account as it is known now.
pub(crate) async fn view(office: &Office) -> Answer<AccountView> {
    let standing = *office.session.standing().borrow();
    let known = office.store.run(|c| Ok::<_, StoreError>((session::account(c)?, session::senders(c)?)));
    let (account, senders) = known.await.shown(office)?;
    let words = office.words();
    let problem: Option<UiError> = match (standing.keychain_problem, standing.account_problem) {
        (Some(problem), _) => Some(problem.shown(&words)),
        (None, problem) => problem.map(|problem| problem.shown(&words)),
    };
    Ok(AccountView {
        key: standing.key,
        profile: account.map(Into::into),
        senders: organisation::allowed(office, senders),
        problem,
    })
}
