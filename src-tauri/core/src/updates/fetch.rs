//! Asking the update server what there is: a small answer over HTTPS, or none.

use std::time::Duration;

use reqwest::{Client, ClientBuilder, Response, redirect};
use serde_json::Value;
use thiserror::Error;
use tokio::time::timeout;
use url::Url;

use crate::famulor::Proxy;

/// A longer answer is none.
const ANSWER_LIMIT: usize = 64 * 1024;

/// How long the question may take, from the call until the answer is read.
const WHOLE: Duration = Duration::from_secs(30);

/// Why the server has not said what there is. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LookFailure {
    /// No connection, or it broke off.
    #[error("the update server cannot be reached")]
    Unreachable,
    /// It answered with something that cannot be read.
    #[error("the update server's answer cannot be read")]
    Answer,
}

/// What the server at this address says there is. It is told nothing about the person or the computer.
///
/// # Errors
/// [`LookFailure`].
pub async fn fetch(proxy: &Proxy, address: Url) -> Result<Value, LookFailure> {
    let named = Client::builder().user_agent(concat!("FamulorSMS/", env!("CARGO_PKG_VERSION")));
    let client = careful(named, proxy).and_then(ClientBuilder::build).map_err(|_| LookFailure::Unreachable)?;
    let body = timeout(WHOLE, async { read(client.get(address).send().await.map_err(unreachable)?).await });
    let body = body.await.map_err(|_| LookFailure::Unreachable)??;
    serde_json::from_slice(&body).map_err(|_| LookFailure::Answer)
}

/// A client that goes this way, speaks TLS alone, wherever it is led to, and does not wait for ever.
///
/// # Errors
/// The proxy cannot be used.
pub fn careful(client: ClientBuilder, proxy: &Proxy) -> Result<ClientBuilder, reqwest::Error> {
    // Whoever was first has chosen the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = client.https_only(true).referer(false).redirect(redirect::Policy::limited(5));
    proxy.on_the_way_of(client.connect_timeout(Duration::from_secs(10)).read_timeout(WHOLE))
}

async fn read(mut response: Response) -> Result<Vec<u8>, LookFailure> {
    if !response.status().is_success() {
        return Err(LookFailure::Answer);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
        if body.len() + chunk.len() > ANSWER_LIMIT {
            return Err(LookFailure::Answer);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn unreachable(error: reqwest::Error) -> LookFailure {
    tracing::warn!(is_timeout = error.is_timeout(), "the update server cannot be reached");
    LookFailure::Unreachable
}
