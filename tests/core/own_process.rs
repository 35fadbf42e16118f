//! A test in a process of its own, where the system's trust and its proxy can be others than here.

use std::path::PathBuf;
use std::process::Command;

const MARK: &str = "FAMULOR_SMS_OWN_PROCESS";

/// Whether this is the process that was started for one test.
pub(crate) fn is_here() -> bool {
    std::env::var_os(MARK).is_some()
}

/// The file that the test which started this process has named so.
pub(crate) fn file(variable: &str) -> PathBuf {
    std::env::var_os(variable).unwrap().into()
}

/// Runs the test of this name once more, in a process with these variables and no other proxy; it must pass.
pub(crate) fn run(test: &str, variables: &[(&str, String)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture"]).env(MARK, "1").env_remove("SSL_CERT_DIR");
    for scheme in ["HTTP", "HTTPS", "ALL", "NO"] {
        let name = format!("{scheme}_PROXY");
        command.env_remove(name.to_lowercase()).env_remove(name);
    }
    let output = command.envs(variables.iter().cloned()).output().unwrap();
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let passed = output.status.success() && said.contains("test result: ok. 1 passed");
    assert!(passed, "{test} in its own process:\n{said}\n{complained}");
}
