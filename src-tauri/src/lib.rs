//! The desktop shell: a window, its commands and notifications around `famulor-sms-core`.

mod arguments;
mod ask_file;
mod autostart;
mod browser;
mod clipboard;
mod closing;
mod commands;
mod cursor;
mod diagnostics;
mod errands;
mod errors;
mod first_answer;
mod first_picture;
mod forget;
mod housekeeping;
mod link_handler;
#[cfg(target_os = "macos")]
mod macos;
mod markup;
mod menu;
mod news;
mod notifier;
mod office;
mod pages;
mod practice;
mod preferences;
mod reporter;
mod shortcut;
mod spelling;
mod start_anew;
mod store_key;
mod system_proxy;
mod tray;
mod unseen;
mod updates;
mod webkit;
mod window;
mod window_place;
mod words;

use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use tauri::{App, AppHandle, Builder, Manager as _, RunEvent, WindowEvent, Wry, async_runtime};

use famulor_sms_core::policy::Policy;
use famulor_sms_core::types::{FirstLook, UiError};

use arguments::Arguments;
use errands::Errands;
use first_answer::FirstAnswer;
use news::NewsLine;
use office::{Folders, Office, Opening, Start};
use pages::Pages;
use shortcut::Shortcut;
use tray::Tray;
use unseen::Unseen;
use updates::Updates;
use window_place::WindowPlace;

/// Runs the program until its window is closed and what it was sending has come to an end.
#[must_use]
pub fn run() -> ExitCode {
    log_warnings();
    let arguments = Arguments::from_command_line();
    let policy = Policy::of_system();
    if arguments.store_key {
        return store_key::run(&arguments, &policy);
    }
    // Before any thread: the environment is everybody's.
    webkit::prepare();
    let first_answer = FirstAnswer::default();
    let pages = Pages::new(first_answer.clone());
    match builder(&arguments, policy).manage(first_answer).build(tauri::generate_context!(assets = pages)) {
        Ok(app) => match app.run_return(on_event) {
            start_anew::IN_ITS_PLACE => start_anew::in_its_place(&arguments.for_mode(arguments.practice)),
            code => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        },
        Err(error) => {
            tracing::error!(%error, "the program cannot start");
            ExitCode::FAILURE
        }
    }
}

fn builder(arguments: &Arguments, policy: Policy) -> Builder<Wry> {
    // There before the plugins: a second start may speak before this one is set up.
    let mut builder = Builder::default()
        .manage(Errands::default())
        .manage(NewsLine::default())
        .manage(Start::default())
        .manage(Tray::default())
        .manage(Shortcut::default())
        .manage(Updates::default());
    if arguments.joins_the_running_program() {
        // First of all plugins, as it asks: a second start ends here and shows the first window.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, words, _| {
            second_start(app, Arguments::of_second_start(words));
        }));
    }
    let arguments = arguments.under(&policy);
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(Unseen(autostart::plugin())).plugin(Unseen(shortcut::plugin()));
    builder
        .plugin(Unseen(tauri_plugin_store::Builder::new().build()))
        .plugin(Unseen(tauri_plugin_dialog::init()))
        .plugin(Unseen(tauri_plugin_notification::init()))
        .plugin(Unseen(updates::plugin()))
        .invoke_handler(commands::handler())
        .on_menu_event(menu::chosen)
        .setup(move |app| Ok(set_up(app, arguments, policy)?))
}

/// Shows the window, which does what the second command line asks of it.
fn second_start(app: &AppHandle, arguments: Arguments) {
    match arguments.errand {
        Some(errand) => errands::run(app, errand),
        // The desktop starts what runs already.
        None if arguments.background => {}
        None => window::show(app),
    }
}

/// Shows the window at once; everything that it works with is opened beside it, and begins as soon as the window is made.
fn set_up(app: &App, mut arguments: Arguments, policy: Policy) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let mut is_hidden = arguments.background;
    if let Some(errand) = arguments.errand.take() {
        app.state::<Errands>().put(errand);
        is_hidden = false;
    }
    let folders = Folders::of(&handle, &arguments)?;
    let place = WindowPlace::in_folder(&folders.settings);
    let settings = policy.resolve(&preferences::of_folder(&folders.settings));
    let practice = arguments.practice;
    let other_host = office::base_url().ok().and_then(|base| office::other_host(&base, practice));
    let look = FirstLook { theme: settings.theme, practice, other_host };
    let window = window::prepare(&handle, &place, words::language(settings.language), &look, is_hidden)?;
    let smoke_test = arguments.smoke_test;
    let opening = Opening { arguments, policy, folders, place };
    let (window_is_made, window_made) = mpsc::channel::<()>();
    let beside = handle.clone();
    thread::spawn(move || {
        let begin = |office: Result<&Office, UiError>| {
            // No more than that it is dropped.
            let _ = window_made.recv();
            begin(&beside, office, is_hidden);
        };
        beside.state::<Start>().open(&beside, opening, begin);
    });
    window::open(window)?;
    drop(window_is_made);
    if smoke_test {
        window::end_if_never_ready(&handle);
    }
    Ok(())
}

fn begin(app: &AppHandle, office: Result<&Office, UiError>, is_hidden: bool) {
    // What the window says of a program that cannot work must be seen.
    let Ok(office) = office else { return window::show(app) };
    commands::answer_first(app);
    window::set_title(app, office);
    menu::show(app, &office.words());
    reporter::begin(app, office);
    if is_hidden && !window::is_shown(app) {
        closing::stay_hidden(office);
        reporter::tell_what_waits(app);
    }
    let app = app.clone();
    async_runtime::spawn(async move {
        let start = app.state::<Start>();
        let Ok(office) = start.office() else { return };
        tray::apply(&app, office).await;
        shortcut::apply(&app, office).await;
    });
}

fn on_event(app: &AppHandle, event: RunEvent) {
    #[cfg(target_os = "macos")]
    macos::on_event(app, &event);
    if let RunEvent::WindowEvent { event, .. } = event {
        if let WindowEvent::CloseRequested { api, .. } = event {
            closing::on_close(app, &api);
        } else if matches!(event, WindowEvent::Moved(_) | WindowEvent::Resized(_)) {
            window::changed(app);
        }
    }
}

/// Warnings and errors go to standard error. No log line holds a number, a name, a text or the key.
fn log_warnings() {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
}
