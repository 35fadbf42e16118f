//! A server with releases of the program: real HTTPS on loopback, real minisign signatures, and everything that can be wrong
//! with either.

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use famulor_simulator::Door as _;
use minisign::KeyPair;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::tls::TlsDoor;

/// Who signs releases.
pub struct Signer(KeyPair);

impl Default for Signer {
    fn default() -> Self {
        Self(KeyPair::generate_unencrypted_keypair().expect("a key can be made"))
    }
}

impl Signer {
    /// The public key, as a build is given it.
    #[must_use]
    pub fn public_key(&self) -> String {
        STANDARD.encode(self.0.pk.to_box().expect("a key can be written").into_string())
    }

    /// A signature over these bytes whose signed comment is this, as `tauri signer sign` writes it.
    #[must_use]
    pub fn sign(&self, bytes: &[u8], comment: &str) -> String {
        let signed = minisign::sign(Some(&self.0.pk), &self.0.sk, bytes, Some(comment), None);
        STANDARD.encode(signed.expect("it can be signed").into_string())
    }
}

/// What is handed out as the program.
#[derive(Debug, Clone, Default)]
pub enum Download {
    /// All of it.
    Whole(Vec<u8>),
    /// It breaks off after half.
    Half(Vec<u8>),
    /// It claims to be so long.
    Claims(u64),
    /// It does not end, and does not say so.
    Endless,
    /// There is none.
    #[default]
    Missing,
}

#[derive(Default)]
struct Shelf {
    answer: Vec<u8>,
    download: Download,
    asked: Vec<String>,
}

/// The running server; it ends when this is dropped.
pub struct UpdateServer {
    port: u16,
    shelf: Arc<Mutex<Shelf>>,
    task: JoinHandle<()>,
}

impl UpdateServer {
    /// Starts it behind this door.
    pub async fn start(door: TlsDoor) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("a bound socket has an address").port();
        let shelf = Arc::new(Mutex::new(Shelf::default()));
        let task = tokio::spawn(serve(listener, door, shelf.clone()));
        Self { port, shelf, task }
    }

    /// Where the list of releases is.
    #[must_use]
    pub fn address(&self) -> String {
        format!("https://127.0.0.1:{}/latest.json", self.port)
    }

    /// The server says that this is the newest version.
    pub fn publish(&self, version: &str, notes: &str, signature: &str, download: Download) {
        let url = format!("https://127.0.0.1:{}/program", self.port);
        let platforms = json!({ "linux-x86_64": { "url": url, "signature": signature } });
        let release = json!({ "version": version, "notes": notes, "platforms": platforms });
        self.answer(release.to_string().into_bytes());
        self.shelf().download = download;
    }

    /// The server says this instead.
    pub fn answer(&self, answer: impl Into<Vec<u8>>) {
        self.shelf().answer = answer.into();
    }

    /// The release as it was published, to be changed.
    #[must_use]
    pub fn release(&self) -> Value {
        serde_json::from_slice(&self.shelf().answer).expect("something was published")
    }

    /// What was asked for, in this order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.shelf().asked.clone()
    }

    /// It is gone: nobody listens any more.
    pub fn leave(&self) {
        self.task.abort();
    }

    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for UpdateServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, door: TlsDoor, shelf: Arc<Mutex<Shelf>>) {
    while let Ok((connection, _)) = listener.accept().await {
        let (door, shelf) = (door.clone(), shelf.clone());
        tokio::spawn(async move {
            // A client that goes away is no fault of the server's.
            let _ = answer(connection, &door, &shelf).await;
        });
    }
}

async fn answer(connection: TcpStream, door: &TlsDoor, shelf: &Mutex<Shelf>) -> std::io::Result<()> {
    let mut stream = door.let_in(connection).await?;
    let path = path_asked(&mut stream).await?;
    let (found, download) = {
        let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.asked.push(path.clone());
        (shelf.answer.clone(), shelf.download.clone())
    };
    let download = if path == "/latest.json" { Download::Whole(found) } else { download };
    match &download {
        Download::Whole(bytes) => {
            head(&mut stream, Some(bytes.len() as u64)).await?;
            stream.write_all(bytes).await?;
        }
        Download::Half(bytes) => {
            head(&mut stream, Some(bytes.len() as u64)).await?;
            stream.write_all(&bytes[..bytes.len() / 2]).await?;
        }
        Download::Claims(length) => {
            head(&mut stream, Some(*length)).await?;
            stream.write_all(&[0; 1024]).await?;
        }
        Download::Endless => {
            head(&mut stream, None).await?;
            loop {
                stream.write_all(&[0; 64 * 1024]).await?;
            }
        }
        Download::Missing => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").await?,
    }
    stream.shutdown().await
}

/// From the first line of a request's head.
async fn path_asked(stream: &mut (impl tokio::io::AsyncRead + Unpin)) -> std::io::Result<String> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await?);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    Ok(request.split(' ').nth(1).unwrap_or_default().to_owned())
}

async fn head(stream: &mut (impl tokio::io::AsyncWrite + Unpin), length: Option<u64>) -> std::io::Result<()> {
    let length = length.map(|length| format!("Content-Length: {length}\r\n")).unwrap_or_default();
    stream.write_all(format!("HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n").as_bytes()).await
}
