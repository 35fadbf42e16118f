//! Reading a request piece by piece, so that the first byte of a body is seen when it arrives.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

use crate::wire::Answer;

const HEAD_LIMIT: usize = 16 * 1024;
const BODY_LIMIT: usize = 64 * 1024;
const LINE_LIMIT: usize = 1024;
const MOST_HEADERS: usize = 64;

/// Why a request cannot be read to its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The peer has closed, reset, or is too slow.
    Gone,
    /// It is not HTTP.
    Malformed,
    /// The head is longer than 16 KiB or has too many headers.
    HeadTooLarge,
    /// The body is longer than 64 KiB.
    BodyTooLarge,
}

impl Trouble {
    /// What the peer is told, if it is still there.
    pub(crate) fn answer(&self) -> Option<Answer> {
        match self {
            Self::Gone => None,
            Self::Malformed => Some(Answer::page(400)),
            Self::HeadTooLarge => Some(Answer::page(431)),
            Self::BodyTooLarge => Some(Answer::page(413)),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

/// The head of a request.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
}

impl Head {
    /// Reads a head; what arrived behind it stays in the buffer.
    pub(crate) async fn read(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> Result<Self, Trouble> {
        loop {
            if let Some((head, length)) = Self::parse(buffer)? {
                buffer.drain(..length);
                return Ok(head);
            }
            if buffer.len() >= HEAD_LIMIT {
                return Err(Trouble::HeadTooLarge);
            }
            fill(stream, buffer).await?;
        }
    }

    fn parse(bytes: &[u8]) -> Result<Option<(Self, usize)>, Trouble> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(bytes) {
            Ok(httparse::Status::Partial) => Ok(None),
            Ok(httparse::Status::Complete(length)) => Ok(Some((Self::from(request), length))),
            Err(httparse::Error::TooManyHeaders) => Err(Trouble::HeadTooLarge),
            Err(
                httparse::Error::HeaderName
                | httparse::Error::HeaderValue
                | httparse::Error::NewLine
                | httparse::Error::Status
                | httparse::Error::Token
                | httparse::Error::Version,
            ) => Err(Trouble::Malformed),
        }
    }

    /// The value of the first header of that name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub(crate) fn authorized(&self, api_key: &str) -> bool {
        let sent = self.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
        sent == Some(api_key)
    }

    pub(crate) fn accepts_json(&self) -> bool {
        self.header("accept").is_some_and(|types| {
            types
                .split(',')
                .filter_map(|one| one.split(';').next())
                .any(|one| one.trim().eq_ignore_ascii_case("application/json"))
        })
    }
}

impl From<httparse::Request<'_, '_>> for Head {
    fn from(request: httparse::Request<'_, '_>) -> Self {
        let headers = request.headers.iter().map(|header| {
            let value = String::from_utf8_lossy(header.value).into_owned();
            (header.name.to_owned(), value)
        });
        Self {
            method: request.method.unwrap_or_default().to_owned(),
            path: request.path.unwrap_or_default().to_owned(),
            headers: headers.collect(),
        }
    }
}

/// A body as it comes in, of a known length or in chunks.
#[derive(Debug)]
pub(crate) struct Body {
    framing: Framing,
    taken: usize,
}

#[derive(Debug, Clone, Copy)]
enum Framing {
    Length(usize),
    ChunkSize,
    Chunk(usize),
    ChunkEnd,
    Trailer,
    Done,
}

/// What the buffer held of a body.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// These bytes of it.
    Part(Vec<u8>),
    /// Nothing more for now.
    Wait,
    /// Nothing: the body is at its end.
    End,
}

impl Body {
    pub(crate) fn of(head: &Head) -> Result<Self, Trouble> {
        let chunked = head.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
        let framing = if chunked { Framing::ChunkSize } else { Framing::Length(content_length(head)?) };
        Ok(Self { framing, taken: 0 })
    }

    /// Takes what belongs to the body out of the buffer; to be called until it says `Wait` or `End`.
    pub(crate) fn take(&mut self, buffer: &mut Vec<u8>) -> Result<Taken, Trouble> {
        loop {
            match self.framing {
                Framing::Done => return Ok(Taken::End),
                Framing::Length(0) => self.framing = Framing::Done,
                Framing::Chunk(0) => self.framing = Framing::ChunkEnd,
                Framing::Length(left) => return self.part(buffer, left, Framing::Length),
                Framing::Chunk(left) => return self.part(buffer, left, Framing::Chunk),
                Framing::ChunkSize | Framing::ChunkEnd | Framing::Trailer => {
                    let Some(line) = take_line(buffer)? else {
                        return Ok(Taken::Wait);
                    };
                    self.framing = self.framing.after(&line)?;
                }
            }
        }
    }

    fn part(&mut self, buffer: &mut Vec<u8>, left: usize, framing: fn(usize) -> Framing) -> Result<Taken, Trouble> {
        if buffer.is_empty() {
            return Ok(Taken::Wait);
        }
        if self.taken >= BODY_LIMIT {
            return Err(Trouble::BodyTooLarge);
        }
        let length = left.min(buffer.len()).min(BODY_LIMIT - self.taken);
        self.taken += length;
        self.framing = framing(left - length);
        Ok(Taken::Part(buffer.drain(..length).collect()))
    }
}

impl Framing {
    /// What comes after a line between the chunks.
    fn after(self, line: &str) -> Result<Self, Trouble> {
        match self {
            Self::ChunkSize => Ok(match chunk_size(line)? {
                0 => Self::Trailer,
                size => Self::Chunk(size),
            }),
            Self::ChunkEnd if line.is_empty() => Ok(Self::ChunkSize),
            Self::ChunkEnd => Err(Trouble::Malformed),
            Self::Trailer if line.is_empty() => Ok(Self::Done),
            Self::Trailer => Ok(Self::Trailer),
            Self::Length(_) | Self::Chunk(_) | Self::Done => Ok(self),
        }
    }
}

fn chunk_size(line: &str) -> Result<usize, Trouble> {
    let digits = line.split(';').next().unwrap_or_default().trim();
    usize::from_str_radix(digits, 16).map_err(|_| Trouble::Malformed)
}

fn content_length(head: &Head) -> Result<usize, Trouble> {
    let Some(value) = head.header("content-length") else {
        return Ok(0);
    };
    value.trim().parse().map_err(|_| Trouble::Malformed)
}

fn take_line(buffer: &mut Vec<u8>) -> Result<Option<String>, Trouble> {
    let Some(end) = buffer.windows(2).position(|two| two == b"\r\n") else {
        let endless = buffer.len() > LINE_LIMIT;
        return if endless { Err(Trouble::Malformed) } else { Ok(None) };
    };
    let line = buffer.drain(..end + 2).take(end).collect();
    String::from_utf8(line).map(Some).map_err(|_| Trouble::Malformed)
}

/// Waits for more bytes.
pub(crate) async fn fill(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> Result<(), Trouble> {
    buffer.reserve(4 * 1024);
    match stream.read_buf(buffer).await? {
        0 => Err(Trouble::Gone),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(header: &str, value: &str) -> Result<Body, Trouble> {
        Body::of(&Head { headers: vec![(header.into(), value.into())], ..Head::default() })
    }

    /// Feeds the bytes one at a time and collects the body.
    fn read_bytewise(mut body: Body, bytes: &[u8]) -> Result<(Vec<u8>, bool), Trouble> {
        let (mut buffer, mut whole) = (Vec::new(), Vec::new());
        for byte in bytes {
            buffer.push(*byte);
            loop {
                match body.take(&mut buffer)? {
                    Taken::Part(part) => whole.extend(part),
                    Taken::Wait => break,
                    Taken::End => return Ok((whole, true)),
                }
            }
        }
        Ok((whole, false))
    }

    #[test]
    fn a_chunked_body_is_put_together_however_it_is_cut() -> Result<(), Trouble> {
        let bytes = b"3;x=y\r\n{\"a\r\n4\r\n\":1}\r\n0\r\nX-Trailer: 1\r\n\r\n";
        let read = read_bytewise(body("Transfer-Encoding", "Chunked")?, bytes)?;
        assert_eq!(read, (b"{\"a\":1}".to_vec(), true));
        Ok(())
    }

    #[test]
    fn an_empty_chunked_body_has_no_part() -> Result<(), Trouble> {
        let read = read_bytewise(body("Transfer-Encoding", "chunked")?, b"0\r\n\r\n")?;
        assert_eq!(read, (Vec::new(), true));
        Ok(())
    }

    #[test]
    fn a_body_of_known_length_ends_there() -> Result<(), Trouble> {
        let read = read_bytewise(body("Content-Length", "3")?, b"abcGET")?;
        assert_eq!(read, (b"abc".to_vec(), true));
        Ok(())
    }

    #[test]
    fn a_body_over_the_limit_is_read_up_to_it() -> Result<(), Trouble> {
        let mut body = body("Content-Length", "70000")?;
        let mut buffer = vec![b'x'; 70_000];
        assert_eq!(body.take(&mut buffer), Ok(Taken::Part(vec![b'x'; BODY_LIMIT])));
        assert_eq!(body.take(&mut buffer), Err(Trouble::BodyTooLarge));
        Ok(())
    }
}
