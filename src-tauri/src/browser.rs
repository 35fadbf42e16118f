//! The person's browser. What this program sets for its own window is not for it.

#[cfg(target_os = "linux")]
pub(crate) fn open(address: &str) -> Result<(), gio::glib::Error> {
    use gio::prelude::AppLaunchContextExt as _;
    let context = gio::AppLaunchContext::new();
    for name in crate::webkit::own_variables() {
        context.unsetenv(name);
    }
    gio::AppInfo::launch_default_for_uri(address, Some(&context))
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn open(address: &str) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_url(address, None::<&str>)
}
