//! The bus of screen readers, which is another than the session's.

use std::time::Duration;

use zbus::blocking::{Connection, connection};

use crate::desktop::Desktop;

const ANSWER: Duration = Duration::from_secs(5);

/// The bus; its start is asked for, and programs are told that somebody listens.
pub(super) fn connect(desktop: &Desktop) -> Connection {
    let environment = desktop.environment();
    let session = environment.iter().find(|(name, _)| name == "DBUS_SESSION_BUS_ADDRESS");
    let session = session.and_then(|(_, address)| address.to_str()).expect("the desktop has a session bus");
    let session = at(session);
    let asked = session.call_method(Some("org.a11y.Bus"), "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &());
    let answer = asked.expect("the desktop has accessibility (package at-spi2-core)");
    let address: String = answer.body().deserialize().expect("an address is a text");
    at(&address)
}

fn at(address: &str) -> Connection {
    let connection = connection::Builder::address(address).map(|builder| builder.method_timeout(ANSWER).build());
    connection.expect("the address can be read").expect("the bus answers")
}
