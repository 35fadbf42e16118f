//! A port at which nobody answers.

use std::net::SocketAddr;

use tokio::net::TcpSocket;

/// A port at which every connection is refused, and which nobody else gets while this lives.
pub struct DeadPort(TcpSocket);

impl DeadPort {
    /// Takes one.
    #[must_use]
    pub fn take() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket can be made");
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a port is free");
        Self(socket)
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("a bound socket has an address")
    }

    /// The base URL that leads there.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/api", self.address())
    }
}
