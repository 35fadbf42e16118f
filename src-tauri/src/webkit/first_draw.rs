//! The page is not drawn before it is loaded.
//!
//! Where GTK draws it earlier, WebKitGTK waits up to half a second for the page's process, and this thread with it; but that
//! process waits for the page, which this thread gives it.

use std::cell::Cell;
use std::rc::Rc;

use gtk::glib::Propagation;
use gtk::prelude::WidgetExt as _;
use tauri::WebviewWindow;
use webkit2gtk::{LoadEvent, WebViewExt as _};

/// Leaves the window's own colour where the page will be.
///
/// # Errors
/// [`tauri::Error`] if the window is gone.
pub(crate) fn wait_for_page(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let webview = webview.inner();
        let (is_loaded, was_asked) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let (may_draw, asked) = (Rc::clone(&is_loaded), Rc::clone(&was_asked));
        webview.connect_draw(move |_, _| {
            asked.set(true);
            if may_draw.get() { Propagation::Proceed } else { Propagation::Stop }
        });
        webview.connect_load_changed(move |webview, event| {
            if event == LoadEvent::Committed {
                // Who asks from here on has the page's first picture, mostly.
                was_asked.set(false);
            } else if event == LoadEvent::Finished && !is_loaded.replace(true) && was_asked.get() {
                // Also for a page that could not be loaded.
                webview.queue_draw();
            }
        });
    })
}
