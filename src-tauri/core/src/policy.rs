//! The organisation's policy: what administrators have fixed on this computer, and what is to be sent under it.
//!
//! Settings resolve default < preference < policy. It is read once, when the program starts, from a place that only
//! administrators can write and that nothing can move. One that cannot be read is never skipped: nothing is sent until it
//! is mended.

mod fault;
#[cfg(unix)]
mod file;
#[cfg(any(unix, test))]
mod json;
mod limits;
mod reading;
#[cfg(any(windows, test))]
mod registry;
mod rules;
mod settings;

#[cfg(unix)]
use std::path::Path;
use std::sync::Arc;

pub use fault::{KeyName, PolicyFault};
pub use limits::{Planned, Refusal};
pub use rules::Rules;

/// The policy as it was found at the start; clones share it. The default is none.
#[derive(Debug, Clone, Default)]
pub struct Policy(Arc<Found>);

#[derive(Debug)]
struct Found {
    rules: Rules,
    fault: Option<PolicyFault>,
}

impl Default for Found {
    fn default() -> Self {
        Self { rules: Rules::NONE, fault: None }
    }
}

impl Policy {
    /// Where policies lie on this system, for those who look for it.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub const PLACE: &str = "/etc/famulor-sms/policy.json";
    /// Where policies lie on this system, for those who look for it.
    #[cfg(target_os = "macos")]
    pub const PLACE: &str = "/Library/Application Support/io.famulor.sms/policy.json";
    /// Where policies lie on this system, for those who look for it.
    #[cfg(windows)]
    pub const PLACE: &str = r"HKEY_LOCAL_MACHINE\Software\Policies\FamulorSMS";

    /// The policy of this computer.
    #[must_use]
    pub fn of_system() -> Self {
        #[cfg(unix)]
        let read = file::read(Path::new(Self::PLACE), file::ROOT);
        #[cfg(windows)]
        let read = registry::read();
        Self::found(read)
    }

    /// The policy in another file, which counts only if that user alone owns and may write it and its folder. For tests:
    /// the program itself reads no place but the system's.
    #[cfg(unix)]
    #[must_use]
    pub fn of_file(path: &Path, owner: u32) -> Self {
        Self::found(file::read(path, owner))
    }

    /// What is fixed; nothing where there is no policy or it cannot be read.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.0.rules
    }

    /// Why it cannot be read; then nothing is sent.
    #[must_use]
    pub fn fault(&self) -> Option<&PolicyFault> {
        self.0.fault.as_ref()
    }

    fn found(read: Result<Rules, PolicyFault>) -> Self {
        let found = match read {
            Ok(rules) => Found { rules, fault: None },
            Err(fault) => {
                tracing::error!(%fault, "the organisation's policy cannot be read");
                Found { rules: Rules::NONE, fault: Some(fault) }
            }
        };
        Self(Arc::new(found))
    }
}
