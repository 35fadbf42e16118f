//! How WebKitGTK draws: without a GPU not by drivers for one, and nothing before there is something to draw.

#[cfg(target_os = "linux")]
mod first_draw;
#[cfg(target_os = "linux")]
mod without_gpu;

#[cfg(target_os = "linux")]
pub(crate) use first_draw::wait_for_page;
#[cfg(target_os = "linux")]
pub(crate) use without_gpu::{leave_to_suit, suit_the_machine};

#[cfg(not(target_os = "linux"))]
pub(crate) const fn suit_the_machine() {}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn leave_to_suit(_: &mut std::process::Command) {}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn wait_for_page(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
