//! How WebKitGTK works: its script is interpreted, without a GPU it draws without drivers for one, and it draws nothing before
//! there is something to draw.

#[cfg(target_os = "linux")]
mod environment;
#[cfg(target_os = "linux")]
mod first_draw;
#[cfg(target_os = "linux")]
mod without_gpu;

#[cfg(target_os = "linux")]
pub(crate) use environment::{own_variables, prepare};
#[cfg(target_os = "linux")]
pub(crate) use first_draw::wait_for_page;

#[cfg(not(target_os = "linux"))]
pub(crate) const fn prepare() {}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn own_variables() -> &'static [&'static str] {
    &[]
}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn wait_for_page(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
