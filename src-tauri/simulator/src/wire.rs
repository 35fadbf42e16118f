//! An HTTP answer and its bytes.

use serde::Serialize;

/// An answer before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(status: u16, value: &impl Serialize) -> Self {
        // Writing to memory fails only for values that no type here has.
        let body = serde_json::to_vec(value).unwrap_or_default();
        Self { status, headers: vec![("Content-Type".into(), "application/json".into())], body }
    }

    /// The service's shortest error: a message alone.
    pub(crate) fn message(status: u16, message: &str) -> Self {
        Self::json(status, &serde_json::json!({ "message": message }))
    }

    /// An error of the web server before the service, in HTML.
    pub(crate) fn page(status: u16) -> Self {
        let words = reason(status);
        Self {
            status,
            headers: vec![("Content-Type".into(), "text/html".into())],
            body: format!("<html><head><title>{status} {words}</title></head></html>\n").into_bytes(),
        }
    }

    pub(crate) fn redirect(location: &str) -> Self {
        let headers =
            vec![("Content-Type".into(), "text/html; charset=utf-8".into()), ("Location".into(), location.into())];
        let body = format!("<!DOCTYPE html><html><body>Redirecting to {location}</body></html>").into_bytes();
        Self { status: 302, headers, body }
    }

    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.headers.push((name.into(), value.to_string()));
        self
    }

    /// The status line and all headers, with the empty line behind them.
    pub(crate) fn head(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.needs_length() {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        if !self.has("connection") {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("\r\n");
        head.into_bytes()
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        [self.head(), self.body.clone()].concat()
    }

    fn needs_length(&self) -> bool {
        let bodiless = self.status < 200 || self.status == 204;
        !bodiless && !self.has("content-length") && !self.has("transfer-encoding")
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        307 => "Temporary Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        413 => "Content Too Large",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Answer",
    }
}
