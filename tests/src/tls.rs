//! TLS for the simulator: an authority made for one test run, good and bad certificates, and handshakes that fail.
//!
//! The client trusts the system's store and nothing else, so the authority is put there, or where `SSL_CERT_FILE` points, for
//! a process of its own.

use std::io;
use std::path::Path;
use std::sync::Arc;

use famulor_simulator::Door;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// A private authority, which only who is told to trusts.
pub struct Authority(Issuer<'static, KeyPair>);

impl Authority {
    /// A new one that nobody knows.
    #[must_use]
    pub fn unknown() -> Self {
        Self(Issuer::new(Self::params(), new_key()))
    }

    /// Makes one and leaves its certificate and its key in these files.
    pub fn leave(certificate: &Path, key: &Path) {
        let pair = new_key();
        let signed = Self::params().self_signed(&pair).expect("a certificate can be signed");
        std::fs::write(certificate, signed.pem()).expect("the certificate can be written");
        std::fs::write(key, pair.serialize_pem()).expect("the key can be written");
    }

    /// The one whose key is in this file.
    #[must_use]
    pub fn left_at(key: &Path) -> Self {
        let pem = std::fs::read_to_string(key).expect("the key can be read");
        let pair = KeyPair::from_pem(&pem).expect("it is a key");
        Self(Issuer::new(Self::params(), pair))
    }

    fn params() -> CertificateParams {
        let mut params = named([]);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params.distinguished_name.push(DnType::CommonName, "Authority of this test");
        params
    }

    /// A door with a certificate for this name or address.
    #[must_use]
    pub fn door(&self, name: &str) -> TlsDoor {
        self.signed(named([name.to_owned()]))
    }

    /// A door whose certificate ran out long ago.
    #[must_use]
    pub fn expired_door(&self, name: &str) -> TlsDoor {
        let mut params = named([name.to_owned()]);
        (params.not_before, params.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
        self.signed(params)
    }

    fn signed(&self, params: CertificateParams) -> TlsDoor {
        let pair = new_key();
        let certificate = params.signed_by(&pair, &self.0).expect("a certificate can be signed").der().clone();
        let key = PrivateKeyDer::try_from(pair.serialize_der()).expect("it is a key");
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("TLS 1.2 and 1.3 are there")
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key);
        TlsDoor::Opens(TlsAcceptor::from(Arc::new(config.expect("key and certificate belong together"))))
    }
}

fn new_key() -> KeyPair {
    KeyPair::generate().expect("a key can be made")
}

fn named(names: impl Into<Vec<String>>) -> CertificateParams {
    CertificateParams::new(names).expect("the names are names")
}

/// A door that ends TLS, or fails to.
#[derive(Clone)]
pub enum TlsDoor {
    /// As it should.
    Opens(TlsAcceptor),
    /// Takes the connection and says nothing.
    Hangs,
    /// Resets when the client has said hello.
    Resets,
    /// Closes when the client has said hello.
    Closes,
    /// Answers the client's hello with something else.
    SpeaksPlainHttp,
    /// Answers the client's hello with what begins like TLS and is none.
    SpeaksGarbage,
}

impl Door for TlsDoor {
    type Stream = TlsStream<TcpStream>;

    async fn let_in(&self, mut connection: TcpStream) -> io::Result<Self::Stream> {
        if let Self::Opens(acceptor) = self {
            return acceptor.accept(connection).await;
        }
        if !matches!(self, Self::Hangs) {
            connection.read_u8().await?;
        }
        match self {
            Self::Opens(_) | Self::Hangs | Self::Closes => {}
            Self::Resets => connection.set_zero_linger()?,
            Self::SpeaksPlainHttp => connection.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await?,
            Self::SpeaksGarbage => {
                connection.write_all(b"\x16\x03\x03\x00\x20garbage garbage garbage garbage!").await?
            }
        }
        if !matches!(self, Self::Resets | Self::Closes) {
            connection.read_to_end(&mut Vec::new()).await?;
        }
        Err(io::ErrorKind::ConnectionAborted.into())
    }

    fn connection(stream: &Self::Stream) -> &TcpStream {
        stream.get_ref().0
    }
}
