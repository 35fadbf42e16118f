//! Whether the system opens `sms:` and `tel:` links with this program, and a change of that, if the person says so.
//!
//! What counts is what the system says. Changed is only this program's own entry in the person's list of programs
//! (`mimeapps.list`): put before whatever was chosen, so that it is there again when the entry is taken out. Elsewhere than on
//! Linux the system's own settings decide.

#[cfg(target_os = "linux")]
pub(crate) mod desktop_entry;
#[cfg(target_os = "linux")]
mod mime_list;
#[cfg(target_os = "linux")]
pub(crate) mod system;

#[cfg(target_os = "linux")]
pub(crate) use system::{handling, set};

#[cfg(not(target_os = "linux"))]
pub(crate) use windows_macos::{handling, set};

#[cfg(not(target_os = "linux"))]
mod windows_macos {
    use std::io;

    use famulor_sms_core::types::{LinkHandling, LinkKind};
    use tauri::AppHandle;

    pub(crate) fn handling() -> LinkHandling {
        LinkHandling { available: false, sms: false, tel: false }
    }

    pub(crate) fn set(_: &AppHandle, _: LinkKind, _: bool) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
