//! Who brings newer versions to this installation.

use crate::clock::Millis;
use crate::policy::Policy;
use crate::types::UpdateStanding;

/// How often the server is asked, at most, in milliseconds.
const DAY: Millis = 24 * 60 * 60 * 1000;

/// How the program came to this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installation {
    /// The person put it there, and it can put a newer one in its place.
    Own,
    /// A package manager or an administrator put it there.
    Managed,
    /// Somebody built it; nobody knows where it belongs.
    Unknown,
}

/// Who brings newer versions. A policy that cannot be read may forbid them.
#[must_use]
pub fn standing(installation: Installation, policy: &Policy, has_source: bool, practice: bool) -> UpdateStanding {
    if practice {
        return UpdateStanding::Practice;
    }
    if policy.fault().is_some() || policy.rules().updates == Some(false) {
        return UpdateStanding::Organisation;
    }
    match installation {
        Installation::Managed => UpdateStanding::System,
        Installation::Own if has_source => UpdateStanding::Itself,
        Installation::Own | Installation::Unknown => UpdateStanding::Nobody,
    }
}

/// Whether the server may be asked again. A clock that went back delays nothing.
#[must_use]
pub fn is_due(last: Option<Millis>, now: Millis) -> bool {
    last.is_none_or(|last| last > now || now - last >= DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_own_installation_with_a_source_updates_itself() {
        let free = Policy::default();
        let of = |installation, source, practice| standing(installation, &free, source, practice);
        assert_eq!(of(Installation::Own, true, false), UpdateStanding::Itself);
        assert_eq!(of(Installation::Own, false, false), UpdateStanding::Nobody);
        assert_eq!(of(Installation::Unknown, true, false), UpdateStanding::Nobody);
        assert_eq!(of(Installation::Managed, true, false), UpdateStanding::System);
        assert_eq!(of(Installation::Own, true, true), UpdateStanding::Practice);
    }

    #[cfg(unix)]
    #[test]
    fn a_policy_that_forbids_it_or_cannot_be_read_comes_first() {
        use std::os::unix::fs::MetadataExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, owner) = (folder.path().join("policy.json"), std::fs::metadata(folder.path()).unwrap().uid());
        for (policy, expected) in [
            (r#"{"updates": false}"#, UpdateStanding::Organisation),
            (r#"{"update": true}"#, UpdateStanding::Organisation),
            (r#"{"updates": true}"#, UpdateStanding::Itself),
        ] {
            std::fs::write(&file, policy).unwrap();
            let policy = Policy::of_file(&file, owner);
            assert_eq!(standing(Installation::Own, &policy, true, false), expected, "{policy:?}");
        }
    }

    #[test]
    fn the_server_is_asked_once_a_day() {
        assert!(is_due(None, 0));
        assert!(!is_due(Some(1_000), 1_000 + DAY - 1));
        assert!(is_due(Some(1_000), 1_000 + DAY));
        assert!(is_due(Some(1_000), 999), "the clock went back");
    }
}
