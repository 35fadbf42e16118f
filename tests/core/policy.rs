//! The organisation's policy: what counts as one, what it refuses at the form, and what it holds when its turn comes.

mod files;
mod limits;
mod settings;

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::PathBuf;

use famulor_sms_core::policy::Policy;
use tempfile::TempDir;

/// A policy file as an administrator would write it; the administrator is whoever runs the test.
struct PolicyFile {
    folder: TempDir,
}

impl PolicyFile {
    fn saying(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let file = Self { folder };
        fs::write(file.path(), text).unwrap();
        file.set_mode(0o644);
        file
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("policy.json")
    }

    fn owner(&self) -> u32 {
        fs::metadata(self.folder.path()).unwrap().uid()
    }

    fn set_mode(&self, mode: u32) {
        fs::set_permissions(self.path(), fs::Permissions::from_mode(mode)).unwrap();
    }

    fn read(&self) -> Policy {
        Policy::of_file(&self.path(), self.owner())
    }
}

/// The policy that says this.
fn policy(text: &str) -> Policy {
    let policy = PolicyFile::saying(text).read();
    assert_eq!(policy.fault(), None, "{text}");
    policy
}

/// One that cannot be read.
fn broken_policy() -> Policy {
    let policy = PolicyFile::saying("{\"allowed_countries\": [\"DE\"").read();
    assert!(policy.fault().is_some());
    policy
}
