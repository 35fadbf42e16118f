//! The commands of the window: each takes a form, calls one verb of the core and answers with a view.

pub(crate) mod account;
mod copies;
mod desktop;
mod estimating;
pub(crate) mod exchange;
mod export;
mod help;
mod links;
mod messages;
mod organisation;
mod people;
mod templates;
mod updates;
mod waiting;
mod writing;

use famulor_sms_core::draft;
use famulor_sms_core::history;
use famulor_sms_core::phone_number::Country;
use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::{Bootstrap, ErrorCode, MessageState, Notice, NumberedNews, Settings, StartNews, UiError};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager as _, State, Wry, async_runtime};

use crate::browser;
use crate::closing::{self, CloseChoice};
use crate::errors::{self, Shown};
use crate::first_answer::FirstAnswer;
use crate::menu;
use crate::news::NewsLine;
use crate::office::{Office, Start, other_host};
use crate::shortcut;
use crate::start_anew;
use crate::tray;
use crate::window;

/// What a command answers: a view, or an error in the person's language.
pub(crate) type Answer<T> = Result<T, UiError>;

/// The commands, as `build.rs` and the capability name them.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        bootstrap,
        start_news,
        begin_news,
        next_news,
        ready,
        save_settings,
        list_countries,
        change_mode,
        organisation::check_proxy,
        open_page,
        print_page,
        close_window,
        help::guide,
        help::diagnostics,
        links::take_errands,
        links::link_handling,
        links::handle_links,
        desktop::desktop_view,
        desktop::start_with_desktop,
        updates::update_view,
        updates::look_for_update,
        updates::install_update,
        writing::check_recipient,
        writing::analyze_text,
        writing::check_spelling,
        writing::rest_cursor,
        estimating::estimate_cost,
        estimating::text_hints,
        writing::save_draft,
        writing::discard_draft,
        writing::send_message,
        people::suggest_contacts,
        people::save_contact,
        people::recent_messages,
        people::list_contacts,
        people::contact_letters,
        people::contact,
        people::save_contact_form,
        people::delete_contact,
        people::bring_back_contact,
        people::merge_contacts,
        people::unmerge_contacts,
        people::set_favourite,
        people::set_do_not_write,
        people::list_duplicates,
        templates::list_templates,
        templates::save_template,
        templates::delete_template,
        templates::bring_back_template,
        templates::reorder_templates,
        templates::fill_template,
        templates::fill_placeholders,
        templates::import_templates,
        templates::export_templates,
        exchange::preview_import,
        exchange::change_import_mapping,
        exchange::apply_import,
        exchange::cancel_import,
        exchange::list_imports,
        exchange::undo_import,
        exchange::save_unreadable,
        exchange::export_contacts,
        messages::list_messages,
        messages::sum_messages,
        messages::history_range,
        messages::message_detail,
        messages::delete_message,
        messages::delete_recipient_messages,
        export::export_messages,
        export::cancel_export,
        waiting::list_waiting,
        waiting::count_asking,
        waiting::send_now,
        waiting::cancel_message,
        waiting::take_back_message,
        waiting::settle_message,
        waiting::reuse_message,
        copies::backups,
        copies::back_up_now,
        copies::save_copy,
        copies::take_over_copy,
        copies::forget_everything,
        account::store_api_key,
        account::retry_keychain,
        account::forget_api_key,
        account::refresh_account,
    ]
}

/// Makes the window's first answer before it is asked for.
pub(crate) fn answer_first(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        if let Ok(answer) = everything(office).await {
            app.state::<FirstAnswer>().is(answer, office.words());
        }
    });
}

#[tauri::command]
async fn bootstrap(start: State<'_, Start>) -> Answer<Bootstrap> {
    start.until_open().await;
    everything(start.office()?).await
}

/// What may have changed since the first answer was made and before the window listened.
#[tauri::command]
async fn start_news(start: State<'_, Start>) -> Answer<StartNews> {
    let office = start.office()?;
    Ok(StartNews { account: account::view(office).await?, notices: troubles(office).collect() })
}

/// The page listens from now on; the number of the last piece of news that is not for it.
#[tauri::command]
fn begin_news(line: State<'_, NewsLine>) -> u64 {
    line.begin()
}

/// What happened after that number, as soon as there is something. What has no higher number has reached the page.
#[tauri::command]
async fn next_news(line: State<'_, NewsLine>, after: u64) -> Answer<Vec<NumberedNews>> {
    Ok(line.after(after).await)
}

/// The first picture is drawn: a smoke test ends here.
#[tauri::command]
async fn ready(app: AppHandle, start: State<'_, Start>) -> Answer<()> {
    if start.office().is_ok_and(|office| office.arguments.smoke_test) {
        app.exit(0);
    } else {
        crate::updates::begin(&app);
    }
    Ok(())
}

#[tauri::command]
async fn save_settings(app: AppHandle, start: State<'_, Start>, settings: Settings) -> Answer<Bootstrap> {
    let office = start.office()?;
    let keeping_changed = office.preferences.current().keep_months != settings.keep_months;
    if let Err(error) = office.save_settings(settings) {
        tracing::error!(%error, "the settings could not be kept");
        return Err(office.words().error(ErrorCode::Other, "error-settings"));
    }
    if keeping_changed {
        office.keeping_changed.notify_one();
    }
    window::set_title(&app, office);
    menu::show(&app, &office.words());
    tray::apply(&app, office).await;
    shortcut::apply(&app, office).await;
    everything(office).await
}

/// Every country that a number can belong to, as ISO 3166 codes. The tables of all of them are read for it, so it is asked for
/// where a country is chosen.
#[tauri::command]
async fn list_countries() -> Vec<String> {
    Country::codes()
}

/// Starts the program anew in the other mode, unless a message would wait for the person because of it.
#[tauri::command]
async fn change_mode(app: AppHandle, start: State<'_, Start>, practice: bool) -> Answer<()> {
    let office = start.office()?;
    if office.policy.rules().practice.is_some() {
        return Err(office.words().error(ErrorCode::Other, "error-policy-practice"));
    }
    let count = office.outbox.under_way().await.shown(office)?;
    if count > 0 {
        return Err(errors::still_sending(&office.words(), count));
    }
    // The other mode has data of its own, so both may run for the moment that this one takes to end.
    if let Err(error) = start_anew::beside(&office.arguments.for_mode(practice)) {
        tracing::error!(%error, "the program could not be started anew");
        return Err(office.words().error(ErrorCode::Other, "error-other"));
    }
    closing::leave(&app, |app| app.exit(0));
    Ok(())
}

#[tauri::command]
async fn print_page(app: AppHandle, start: State<'_, Start>) -> Answer<()> {
    window::print(&app).map_err(|error| {
        tracing::error!(%error, "the system does not print");
        start.office().map_or_else(|e| e, |o| o.words().error(ErrorCode::Other, "error-other"))
    })
}

#[tauri::command]
async fn close_window(app: AppHandle, start: State<'_, Start>, choice: CloseChoice) -> Answer<()> {
    closing::choose(&app, start.office()?, choice);
    Ok(())
}

#[tauri::command]
async fn open_page(start: State<'_, Start>, page: String) -> Answer<()> {
    let address = match page.as_str() {
        "api-keys" => "https://app.famulor.de/api-keys",
        _ => "https://app.famulor.de",
    };
    browser::open(address).map_err(|error| {
        tracing::error!(%error, "no browser opens");
        start.office().map_or_else(|e| e, |o| o.words().error(ErrorCode::Other, "error-other"))
    })
}

async fn everything(office: &Office) -> Answer<Bootstrap> {
    let words = office.words();
    let kept = office.store.run(|c| Ok::<_, StoreError>((draft::all(c)?, waiting(c)?)));
    let (drafts, mut notices) = kept.await.shown(office)?;
    notices.splice(0..0, troubles(office));
    Ok(Bootstrap {
        language: words.language().to_owned(),
        words: words.source().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        practice: office.arguments.practice,
        other_host: other_host(office.famulor.base(), office.arguments.practice),
        settings: office.preferences.current(),
        policy: organisation::view(office),
        account: account::view(office).await?,
        drafts,
        notices,
    })
}

/// What was found broken.
fn troubles(office: &Office) -> impl Iterator<Item = Notice> {
    let settings = office.preferences.were_set_aside.then_some(Notice::SettingsSetAside);
    let restored = office.repaired.as_ref().map(|repaired| Notice::Restored { at: repaired.at });
    let damaged = office.store.is_damaged().then_some(Notice::Damaged);
    [damaged, restored, settings].into_iter().flatten()
}

/// What waits for the person.
fn waiting(connection: &rusqlite::Connection) -> Result<Vec<Notice>, StoreError> {
    let held = history::count(connection, MessageState::Held)?;
    let unclear = history::count(connection, MessageState::Unclear)?;
    let notices = [
        (held > 0).then_some(Notice::Held { count: held }),
        (unclear > 0).then_some(Notice::Unclear { count: unclear }),
    ];
    Ok(notices.into_iter().flatten().collect())
}

/// A result of the core, with its error in the person's language.
pub(crate) trait OrShown<T> {
    fn shown(self, office: &Office) -> Answer<T>;
}

impl<T, E: Shown> OrShown<T> for Result<T, E> {
    fn shown(self, office: &Office) -> Answer<T> {
        self.map_err(|error| error.shown(&office.words()))
    }
}
