//! Which host is asked: Famulor's, or another one for tests, and never in the clear off this machine.

use std::str::FromStr;

use thiserror::Error;
use url::{Host, Url};

/// Famulor's own address.
const FAMULOR: &str = "https://app.famulor.de/api";

/// Where the API lives: `https`, or `http` on loopback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// Why a text is not an address that the key may be sent to.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BaseUrlError {
    /// It is not a URL with a host.
    #[error("{0} is not a web address")]
    NotAUrl(String),
    /// It would send the key in the clear over a network.
    #[error("{0} is not https")]
    InTheClear(String),
}

impl Default for BaseUrl {
    fn default() -> Self {
        #[expect(clippy::expect_used, reason = "the constant is a URL, as a test shows")]
        Self(Url::parse(FAMULOR).expect("Famulor's address is a URL"))
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text.trim()).map_err(|_| BaseUrlError::NotAUrl(text.to_owned()))?;
        let base = Self(url);
        match base.0.scheme() {
            _ if base.0.host().is_none() || base.has_credentials() => Err(BaseUrlError::NotAUrl(text.to_owned())),
            "https" => Ok(base),
            "http" if base.is_loopback() => Ok(base),
            "http" => Err(BaseUrlError::InTheClear(text.to_owned())),
            _ => Err(BaseUrlError::NotAUrl(text.to_owned())),
        }
    }
}

impl BaseUrl {
    /// Whether this is not Famulor's own host; then the window names it.
    #[must_use]
    pub fn is_other(&self) -> bool {
        *self != Self::default()
    }

    /// `host:port`, as shown to the person and used in the keychain.
    #[must_use]
    pub fn authority(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Whether it is on this machine: never through a proxy then.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    /// The address of a path below this one.
    #[must_use]
    pub fn join(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path.split('/'));
        }
        url
    }

    /// Whether a redirect to `location` leads to this service's own login page: its way to refuse a key.
    #[must_use]
    pub fn is_login(&self, location: &str) -> bool {
        let target = self.join("user/sms").join(location);
        target.is_ok_and(|target| target.origin() == self.0.origin() && target.path() == "/login")
    }

    fn has_credentials(&self) -> bool {
        !self.0.username().is_empty() || self.0.password().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BaseUrl, BaseUrlError> {
        text.parse()
    }

    #[test]
    fn famulors_own_address_is_the_default() {
        assert_eq!(BaseUrl::default().join("user/sms").as_str(), "https://app.famulor.de/api/user/sms");
        assert!(!BaseUrl::default().is_other());
    }

    #[test]
    fn plain_http_is_for_loopback_alone() {
        assert!(read("http://127.0.0.1:8080/api").is_ok());
        assert!(read("http://[::1]:8080/api/").is_ok());
        assert!(matches!(read("http://example.com/api"), Err(BaseUrlError::InTheClear(_))));
        assert!(matches!(read("http://localhost.example.com/api"), Err(BaseUrlError::InTheClear(_))));
        assert!(matches!(read("http://127.0.0.1@example.com/"), Err(BaseUrlError::NotAUrl(_))));
    }

    #[test]
    fn what_is_no_web_address_is_refused() {
        for text in ["", "famulor", "ftp://app.famulor.de", "file:///etc/passwd", "https://user:pw@app.famulor.de/api"]
        {
            assert!(matches!(read(text), Err(BaseUrlError::NotAUrl(_))), "{text}");
        }
    }

    #[test]
    fn only_the_own_login_page_is_the_login_page() {
        let base = BaseUrl::default();
        assert!(base.is_login("/login"));
        assert!(base.is_login("https://app.famulor.de/login?next=x"));
        for other in [
            "https://evil.example/login",
            "http://app.famulor.de/login",
            "/login/../home",
            "/home",
            "//x/login",
            "login",
        ] {
            assert!(!base.is_login(other), "{other}");
        }
    }

    #[test]
    fn the_authority_names_host_and_port() {
        assert_eq!(read("http://127.0.0.1:8080/api").unwrap().authority(), "127.0.0.1:8080");
        assert_eq!(BaseUrl::default().authority(), "app.famulor.de:443");
    }
}
