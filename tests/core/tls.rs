//! TLS for the simulator: an authority made for one test run, good and bad certificates, and handshakes that fail.
//!
//! The client trusts the system's store and nothing else, so the authority is put where `SSL_CERT_FILE` points, in a
//! process of its own: see [`crate::own_process`].

use std::io;
use std::path::Path;
use std::sync::Arc;

use famulor_simulator::Door;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// A private authority, which only who is told to trusts.
pub(crate) struct Authority(Issuer<'static, KeyPair>);

impl Authority {
    /// A new one that nobody knows.
    pub(crate) fn unknown() -> Self {
        Self(Issuer::new(Self::params(), KeyPair::generate().unwrap()))
    }

    /// Makes one and leaves its certificate and its key in these files.
    pub(crate) fn leave(certificate: &Path, key: &Path) {
        let pair = KeyPair::generate().unwrap();
        std::fs::write(certificate, Self::params().self_signed(&pair).unwrap().pem()).unwrap();
        std::fs::write(key, pair.serialize_pem()).unwrap();
    }

    /// The one whose key is in this file.
    pub(crate) fn left_at(key: &Path) -> Self {
        let pair = KeyPair::from_pem(&std::fs::read_to_string(key).unwrap()).unwrap();
        Self(Issuer::new(Self::params(), pair))
    }

    fn params() -> CertificateParams {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params.distinguished_name.push(DnType::CommonName, "Authority of this test");
        params
    }

    /// A door with a certificate for this name or address.
    pub(crate) fn door(&self, name: &str) -> TlsDoor {
        self.signed(CertificateParams::new([name.to_owned()]).unwrap())
    }

    /// A door whose certificate ran out long ago.
    pub(crate) fn expired_door(&self, name: &str) -> TlsDoor {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        (params.not_before, params.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
        self.signed(params)
    }

    fn signed(&self, params: CertificateParams) -> TlsDoor {
        let pair = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&pair, &self.0).unwrap().der().clone();
        let key = PrivateKeyDer::try_from(pair.serialize_der()).unwrap();
        let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
        TlsDoor::Opens(TlsAcceptor::from(Arc::new(config)))
    }
}

/// A door that ends TLS, or fails to.
#[derive(Clone)]
pub(crate) enum TlsDoor {
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
