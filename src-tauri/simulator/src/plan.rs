//! What is written to the peer after the request was read: each behaviour as a few plain steps.

use std::time::Duration;

use crate::behaviour::Behaviour;
use crate::wire::Answer;

/// One step of answering. After the last one the connection is closed in good order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Waits.
    Wait(Duration),
    /// Notes in the ledger that an answer of this status leaves now.
    Note(u16),
    /// Writes these bytes.
    Write(Vec<u8>),
    /// Writes these bytes one by one, with a pause after each.
    Drip(Vec<u8>, Duration),
    /// Writes these bytes again and again until the peer closes.
    Flood(Vec<u8>),
    /// Does nothing until the peer closes.
    Hang,
    /// Resets the connection.
    Reset,
}

/// The steps that a behaviour makes of the normal answer.
pub(crate) fn plan(behaviour: Option<Behaviour>, normal: Answer) -> Vec<Step> {
    let Some(behaviour) = behaviour else {
        return whole(&normal);
    };
    match behaviour {
        Behaviour::Answer { status, headers, body } => whole(&Answer { status, headers, body }),
        Behaviour::Redirect(location) => whole(&Answer::redirect(&location)),
        Behaviour::StallBeforeReading(_) => whole(&normal),
        Behaviour::Stall(Duration::MAX) => vec![Step::Hang],
        Behaviour::Stall(time) => [vec![Step::Wait(time)], whole(&normal)].concat(),
        Behaviour::CloseAfterReading => Vec::new(),
        Behaviour::ResetBeforeReading
        | Behaviour::ResetAfterHead
        | Behaviour::ResetInBody
        | Behaviour::ResetAfterReading => vec![Step::Reset],
        Behaviour::HalfHead => vec![Step::Write(half(&normal.head()))],
        Behaviour::HalfBody => half_body(&normal),
        Behaviour::ResetInAnswer => [half_body(&normal), vec![Step::Reset]].concat(),
        Behaviour::Drip { every } => {
            vec![Step::Note(normal.status), Step::Drip(normal.bytes(), every)]
        }
        Behaviour::Garbage => vec![Step::Write(b"\x16\x03\xff not HTTP \0\xfe\r\n\r\n{]".to_vec())],
        Behaviour::Endless => endless(),
        Behaviour::InformationalOnly => vec![Step::Write(b"HTTP/1.1 103 Early Hints\r\n\r\n".to_vec()), Step::Hang],
        Behaviour::InformationalFirst => {
            let first = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".to_vec();
            [vec![Step::Write(first)], whole(&normal)].concat()
        }
    }
}

fn whole(answer: &Answer) -> Vec<Step> {
    vec![Step::Note(answer.status), Step::Write(answer.bytes())]
}

fn half_body(answer: &Answer) -> Vec<Step> {
    vec![Step::Note(answer.status), Step::Write([answer.head(), half(&answer.body)].concat())]
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn endless() -> Vec<Step> {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
    vec![
        Step::Note(200),
        Step::Write([head.as_slice(), b"{\"message\":\"SMS sent successfully"].concat()),
        Step::Flood(vec![b'!'; 8 * 1024]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_body_keeps_the_length_of_the_whole_one() {
        let steps = plan(Some(Behaviour::HalfBody), Answer::message(200, "yes"));
        let [Step::Note(200), Step::Write(bytes)] = steps.as_slice() else {
            panic!("{steps:?}");
        };
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("Content-Length: 17\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\n{\"messag"), "{text}");
    }

    #[test]
    fn half_a_head_is_never_noted_as_an_answer() {
        let steps = plan(Some(Behaviour::HalfHead), Answer::message(200, "yes"));
        assert!(matches!(steps.as_slice(), [Step::Write(bytes)] if !bytes.ends_with(b"\r\n\r\n")));
    }
}
