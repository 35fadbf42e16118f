//! A computer that somebody else administers: the real program sees an `/etc` of its own, with a policy in it or an authority
//! that the system trusts.
//!
//! That is a private mount, which only root may make in most places. Where it is not allowed there is no such computer.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desktop::Desktop;
use crate::place;

/// An `/etc` of one desktop's own; what is done to it only the programs see that are started through it.
#[derive(Debug)]
pub struct Administered {
    etc: PathBuf,
    program: PathBuf,
}

impl Administered {
    /// The computer of this desktop; none where nothing may be mounted.
    #[must_use]
    pub fn by_root(desktop: &Desktop) -> Option<Self> {
        let may_mount = Command::new("unshare").args(["--mount", "--", "mount", "--bind", "/etc", "/mnt"]).output();
        if !may_mount.is_ok_and(|ended| ended.status.success()) {
            return None;
        }
        let etc = desktop.folder().join("etc");
        let copied = Command::new("cp").args(["-a", "/etc"]).arg(&etc).status();
        assert!(copied.is_ok_and(|status| status.success()), "/etc could not be copied");
        Some(Self { program: starter(desktop, &etc, &place::program()), etc })
    }

    /// What starts this program there, instead of the one that was built.
    #[must_use]
    pub fn starting(&self, desktop: &Desktop, program: &Path) -> PathBuf {
        starter(desktop, &self.etc, program)
    }

    /// What starts the program there.
    #[must_use]
    pub fn program(&self) -> PathBuf {
        self.program.clone()
    }

    /// The policy becomes this.
    pub fn set_policy(&self, policy: &str) {
        let path = self.policy();
        fs::create_dir_all(path.with_file_name("")).expect("the folder can be made");
        fs::write(&path, policy).expect("the policy can be written");
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).expect("the policy is ours");
    }

    /// The policy is given to somebody who is no administrator.
    pub fn give_policy_away(&self) {
        chown(self.policy(), Some(12_345), None).expect("root may give it away");
    }

    /// There is no policy any more.
    pub fn remove_policy(&self) {
        fs::remove_file(self.policy()).expect("there is a policy");
    }

    /// The system trusts this authority, too, as `update-ca-certificates` would have it.
    pub fn trust(&self, certificate: &str) {
        let store = self.etc.join("ssl/certs/ca-certificates.crt");
        let known = fs::read_to_string(&store).unwrap_or_default();
        fs::create_dir_all(store.with_file_name("")).expect("the folder can be made");
        fs::write(store, format!("{known}\n{certificate}")).expect("the store can be written");
    }

    fn policy(&self) -> PathBuf {
        self.etc.join("famulor-sms/policy.json")
    }
}

/// A script that starts this program with this `/etc`.
fn starter(desktop: &Desktop, etc: &Path, program: &Path) -> PathBuf {
    let starter = desktop.folder().join("administered-program");
    let script = format!(
        "#!/bin/sh\nexec unshare --mount -- sh -c 'mount --bind \"$0\" /etc && exec \"$@\"' '{}' '{}' \"$@\"\n",
        etc.display(),
        program.display()
    );
    fs::write(&starter, script).expect("the desktop's folder can be written");
    fs::set_permissions(&starter, fs::Permissions::from_mode(0o755)).expect("the script is ours");
    starter
}
