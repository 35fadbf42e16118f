//! The cursor of the window's text fields. WebKitGTK draws some twenty frames for each blink, so it stands still while nobody
//! writes, as in GTK's own fields. What it costs elsewhere was not measured, and nothing is changed there.

use tauri::AppHandle;

/// Lets the cursor stand still, or blink again as the desktop has it. What stood or blinked already goes on until its field
/// sets it anew.
///
/// # Errors
/// [`tauri::Error`] if the program is ending.
#[cfg(target_os = "linux")]
pub(crate) fn rest(app: &AppHandle, rests: bool) -> tauri::Result<()> {
    use gtk::prelude::GtkSettingsExt as _;

    /// GTK's name for the time of one blink.
    const BLINK_TIME: &str = "gtk-cursor-blink-time";

    app.run_on_main_thread(move || {
        let Some(settings) = gtk::Settings::default() else { return };
        if !rests {
            settings.reset_property(BLINK_TIME);
        } else if settings.is_gtk_cursor_blink() {
            // Not by `gtk-cursor-blink`: without an interval WebKitGTK asks for the next blink at every frame.
            settings.set_gtk_cursor_blink_time(i32::MAX);
        }
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn rest(_: &AppHandle, _: bool) -> tauri::Result<()> {
    Ok(())
}
