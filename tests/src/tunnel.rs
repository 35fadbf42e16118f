//! A proxy that leads every name to this machine, so that a service with a name of its own can be asked for behind it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The running proxy; it ends when this is dropped.
#[derive(Debug)]
pub struct Tunnel {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
    running: JoinHandle<()>,
}

impl Tunnel {
    /// Starts it on a port of its own.
    pub async fn dig() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("a bound socket has an address");
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let running = tokio::spawn(run(listener, heard.clone()));
        Self { address, heard, running }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it was asked in the clear so far, head by head.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Tunnel {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn run(listener: TcpListener, heard: Arc<Mutex<Vec<String>>>) {
    while let Ok((client, _)) = listener.accept().await {
        tokio::spawn(lead(client, heard.clone()));
    }
}

/// Whatever the name, to the same port of this machine.
async fn lead(mut client: TcpStream, heard: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(client.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let authority = head.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(head);
    let port = authority.and_then(|authority| authority.rsplit(':').next()?.parse::<u16>().ok());
    let Some(port) = port else { return client.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await };
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    let mut server = TcpStream::connect(("127.0.0.1", port)).await?;
    copy_bidirectional(&mut client, &mut server).await.map(drop)
}
