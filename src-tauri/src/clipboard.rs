//! What the person has copied, asked for only when they press the keys for it.

use famulor_sms_core::copied;
use famulor_sms_core::types::{Errand, FormLink};
use tauri::{AppHandle, Manager as _};

use crate::errands;
use crate::office::Start;

/// Opens the form, with the phone number that was copied if there is exactly one.
pub(crate) fn open_form(app: &AppHandle) {
    let handle = app.clone();
    read(app, move |text| errands::run(&handle, errand(&handle, text)));
}

fn errand(app: &AppHandle, text: Option<&str>) -> Errand {
    let start = app.state::<Start>();
    let Ok(office) = start.office() else { return Errand::NewMessage };
    match text.and_then(|text| copied::number(text, office.default_country())) {
        Some(number) => {
            let recipient = number.to_string();
            Errand::Link { link: FormLink { recipient, copied: true, ..FormLink::default() } }
        }
        None => Errand::NewMessage,
    }
}

/// GTK's own clipboard, which the window uses as well.
#[cfg(target_os = "linux")]
fn read(app: &AppHandle, then: impl FnOnce(Option<&str>) + Send + 'static) {
    let asked = app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        let then = std::cell::Cell::new(Some(then));
        clipboard.request_text(move |_, text| {
            if let Some(then) = then.take() {
                then(text);
            }
        });
    });
    if let Err(error) = asked {
        tracing::warn!(%error, "the clipboard could not be read");
    }
}

#[cfg(not(target_os = "linux"))]
fn read(_: &AppHandle, then: impl FnOnce(Option<&str>) + Send + 'static) {
    let text = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
    then(text.ok().as_deref());
}
