//! What stands between a TCP connection and the requests in it: nothing, or TLS.
//!
//! The simulator itself knows no TLS, so that the program, which ships it for practice mode, carries no TLS server.
//! Tests bring a door that ends TLS, or one that breaks the handshake.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// Lets connections in.
pub trait Door: Clone + Send + Sync + 'static {
    /// What requests are read from and answers are written to.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send;

    /// Does what comes before the first request, such as the handshake of TLS.
    ///
    /// # Errors
    /// Whoever is not let in; the connection is closed without a word then.
    fn let_in(&self, connection: TcpStream) -> impl Future<Output = io::Result<Self::Stream>> + Send;

    /// The connection below, which can be reset.
    fn connection(stream: &Self::Stream) -> &TcpStream;
}

/// No door at all: plain HTTP.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Open;

impl Door for Open {
    type Stream = TcpStream;

    async fn let_in(&self, connection: TcpStream) -> io::Result<TcpStream> {
        Ok(connection)
    }

    fn connection(stream: &TcpStream) -> &TcpStream {
        stream
    }
}
