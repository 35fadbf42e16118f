//! Plugins that the program alone uses.

use std::error::Error;

use serde_json::Value;
use tauri::plugin::Plugin;
use tauri::webview::PageLoadPayload;
use tauri::{AppHandle, RunEvent, Url, Webview, Window, Wry};

/// A plugin of which the page sees nothing: it answers no question of the page's, and its script is not put there. Those of
/// the notifications and the dialogs would be read before the first picture, ask at once what no page may, and put themselves
/// in the place of functions of the browser's.
pub(crate) struct Unseen<P>(pub(crate) P);

impl<P: Plugin<Wry>> Plugin<Wry> for Unseen<P> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn initialize(&mut self, app: &AppHandle, config: Value) -> Result<(), Box<dyn Error>> {
        self.0.initialize(app, config)
    }

    fn window_created(&mut self, window: Window) {
        self.0.window_created(window);
    }

    fn webview_created(&mut self, webview: Webview) {
        self.0.webview_created(webview);
    }

    fn on_navigation(&mut self, webview: &Webview, url: &Url) -> bool {
        self.0.on_navigation(webview, url)
    }

    fn on_page_load(&mut self, webview: &Webview, payload: &PageLoadPayload<'_>) {
        self.0.on_page_load(webview, payload);
    }

    fn on_event(&mut self, app: &AppHandle, event: &RunEvent) {
        self.0.on_event(app, event);
    }
}
