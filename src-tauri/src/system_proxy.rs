//! The system's proxy on Linux: where the environment names none, the desktop's own settings do (GNOME's, and by way of
//! libproxy those of others). On Windows and macOS the HTTP client reads the system's settings itself.

use famulor_sms_core::famulor::{BaseUrl, Proxy};

/// The proxy that "as the system" means for this service.
#[cfg(target_os = "linux")]
pub(crate) fn of(base: &BaseUrl) -> Proxy {
    if base.is_loopback() || is_in_environment() {
        return Proxy::System;
    }
    desktop::proxy(base.join("").to_string()).unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn of(_base: &BaseUrl) -> Proxy {
    Proxy::System
}

/// The environment goes before the desktop: whoever set it meant it.
#[cfg(target_os = "linux")]
fn is_in_environment() -> bool {
    ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"].iter().any(|name| std::env::var_os(name).is_some())
}

#[cfg(target_os = "linux")]
mod desktop {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use famulor_sms_core::famulor::Proxy;
    use gio::prelude::ProxyResolverExt as _;

    /// How long the desktop may think: it should look at a setting, but a script of the network's may take its time.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// The first proxy that can be used; none where it says none, or does not say in time.
    pub(super) fn proxy(address: String) -> Option<Proxy> {
        let (answer, answered) = mpsc::channel();
        thread::spawn(move || {
            let found = gio::ProxyResolver::default().lookup(&address, gio::Cancellable::NONE).unwrap_or_default();
            // Who waited too long listens no more.
            let _ = answer.send(found.iter().filter_map(|found| read(found)).next());
        });
        answered.recv_timeout(PATIENCE).ok().flatten()
    }

    /// What the desktop says, which may hold a password: no line of the log has it.
    fn read(found: &str) -> Option<Proxy> {
        if found.starts_with("direct:") {
            return Some(Proxy::None);
        }
        let proxy = found.parse().ok();
        if proxy.is_none() {
            tracing::warn!("the desktop's proxy is of a kind that is not supported");
        }
        proxy
    }
}
