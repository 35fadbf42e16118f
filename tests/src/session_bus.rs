//! A session bus of its own that starts only those services which the test asked for.
//!
//! The system's configuration would start a keychain and a notification daemon on demand, and a test without them would
//! have them all the same.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;

use crate::children::Process;
use crate::desktop::Surroundings;

const SYSTEM_SERVICES: &str = "/usr/share/dbus-1/services";

/// Starts the bus; hands back its address.
pub(crate) fn start(surroundings: &Surroundings, services: &[&str]) -> (Process, String) {
    let folder = surroundings.folder();
    let configuration = folder.join("session-bus.conf");
    offer(&folder.join("services"), services);
    fs::write(&configuration, configuration_text(folder)).expect("the temporary folder can be written");
    let mut command = surroundings.command("dbus-daemon");
    command.arg("--config-file").arg(&configuration).args(["--nofork", "--nopidfile", "--print-address=1"]);
    command.stdout(Stdio::piped()).stderr(surroundings.log("session-bus"));
    let mut bus = Process::start(command);
    let out = bus.child().stdout.take().expect("the output is a pipe");
    let mut address = String::new();
    BufReader::new(out).read_line(&mut address).expect("dbus-daemon (package dbus) prints its address");
    assert!(!address.is_empty(), "dbus-daemon did not start: {}", surroundings.read_log("session-bus"));
    (bus, address.trim().to_owned())
}

fn offer(folder: &Path, services: &[&str]) {
    fs::create_dir_all(folder).expect("the temporary folder can be written");
    for service in services {
        let name = format!("{service}.service");
        let _ = fs::copy(Path::new(SYSTEM_SERVICES).join(&name), folder.join(&name));
    }
}

fn configuration_text(folder: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/run/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        folder = folder.display()
    )
}
