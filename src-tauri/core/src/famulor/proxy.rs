//! Through which proxy Famulor is asked: the system's, none, or one that was named. Never one on the way to loopback.
//!
//! The password in a proxy's address is a secret: it is nowhere but in the request to the proxy. Whatever is shown, written
//! down or logged is the address without it.

use std::fmt;
use std::str::FromStr;

use reqwest::ClientBuilder;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use url::Url;

/// Which proxy is used. `FromStr`, `Display` and JSON are `system`, `none` or an address, the last two without a password.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Proxy {
    /// The one of the system's settings and of the environment, where there is one.
    #[default]
    System,
    /// None.
    None,
    /// This one.
    At(ProxyAddress),
}

/// The address of a proxy, perhaps with a name and a password.
#[derive(Clone)]
pub struct ProxyAddress {
    /// All of it.
    whole: SecretString,
    /// What may be seen of it.
    shown: String,
    has_credentials: bool,
}

/// Why a text is not the address of a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAProxy {
    /// It is not `http://HOST:PORT` or `https://HOST:PORT`.
    #[error("this is not the address of a proxy")]
    NotAnAddress,
    /// It holds a password, and is not kept where one may be.
    #[error("a password must not be kept here")]
    HasPassword,
}

impl Proxy {
    /// Reads what the person chose: an address must hold no password, since it is written into the settings.
    ///
    /// # Errors
    /// [`NotAProxy`].
    pub fn chosen(text: &str) -> Result<Self, NotAProxy> {
        match text.parse()? {
            Self::At(address) if address.has_credentials => Err(NotAProxy::HasPassword),
            proxy @ (Self::System | Self::None | Self::At(_)) => Ok(proxy),
        }
    }

    /// A client that goes this way.
    pub(crate) fn on_the_way_of(&self, client: ClientBuilder) -> Result<ClientBuilder, reqwest::Error> {
        Ok(match self {
            Self::System => client,
            Self::None => client.no_proxy(),
            Self::At(address) => client.no_proxy().proxy(reqwest::Proxy::all(address.whole.expose_secret())?),
        })
    }
}

impl FromStr for Proxy {
    type Err = NotAProxy;

    fn from_str(text: &str) -> Result<Self, NotAProxy> {
        match text.trim() {
            "system" => Ok(Self::System),
            "none" => Ok(Self::None),
            address => address.parse().map(Self::At),
        }
    }
}

impl TryFrom<String> for Proxy {
    type Error = NotAProxy;

    fn try_from(text: String) -> Result<Self, NotAProxy> {
        Self::chosen(&text)
    }
}

impl From<Proxy> for String {
    fn from(proxy: Proxy) -> Self {
        proxy.to_string()
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "system",
            Self::None => "none",
            Self::At(address) => &address.shown,
        })
    }
}

impl FromStr for ProxyAddress {
    type Err = NotAProxy;

    /// `HOST:PORT` alone is `http`, as everybody writes it.
    fn from_str(text: &str) -> Result<Self, NotAProxy> {
        let whole = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let mut url = Url::parse(&whole).map_err(|_| NotAProxy::NotAnAddress)?;
        let leads_further = !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some();
        let is_spoken = matches!(url.scheme(), "http" | "https");
        if !is_spoken || leads_further || url.host_str().is_none_or(str::is_empty) {
            return Err(NotAProxy::NotAnAddress);
        }
        let (whole, has_credentials) = (url.to_string(), url.password().is_some() || !url.username().is_empty());
        if url.set_username("").is_err() || url.set_password(None).is_err() {
            return Err(NotAProxy::NotAnAddress);
        }
        let shown = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { whole: whole.into(), shown, has_credentials })
    }
}

impl PartialEq for ProxyAddress {
    fn eq(&self, other: &Self) -> bool {
        self.whole.expose_secret() == other.whole.expose_secret()
    }
}

impl Eq for ProxyAddress {}

impl fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_read_as_people_write_it() {
        for (text, shown) in [
            ("system", "system"),
            (" none ", "none"),
            ("proxy.example:3128", "http://proxy.example:3128"),
            ("http://proxy.example:3128/", "http://proxy.example:3128"),
            ("https://proxy.example", "https://proxy.example"),
            ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
        ] {
            assert_eq!(Proxy::chosen(text).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_proxy_is_refused() {
        for text in
            ["", "ftp://x", "socks5://x:1080", "http://", "http://x:99999", "http://x/path", "http://x?y", "a b"]
        {
            assert_eq!(text.parse::<Proxy>(), Err(NotAProxy::NotAnAddress), "{text}");
        }
    }

    #[test]
    fn a_password_is_taken_from_an_organisation_only_and_never_shown() {
        let address = "http://anna:open%20sesame@proxy.example:3128";
        assert_eq!(Proxy::chosen(address), Err(NotAProxy::HasPassword));
        assert_eq!(Proxy::chosen("anna@proxy.example"), Err(NotAProxy::HasPassword));
        let proxy: Proxy = address.parse().unwrap();
        for seen in [proxy.to_string(), format!("{proxy:?}"), serde_json::to_string(&proxy).unwrap()] {
            assert!(
                seen.contains("proxy.example:3128") && !seen.contains("sesame") && !seen.contains("anna"),
                "{seen}"
            );
        }
        assert_ne!(proxy, Proxy::chosen("http://proxy.example:3128").unwrap());
    }

    #[test]
    fn settings_hold_it_as_its_text() {
        let read: Proxy = serde_json::from_str("\"proxy.example:3128\"").unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), "\"http://proxy.example:3128\"");
        assert!(serde_json::from_str::<Proxy>("\"http://a:b@proxy.example\"").is_err());
    }
}
