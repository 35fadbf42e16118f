//! Every status from 300 to 599, from Famulor, from a proxy, and with the way to somewhere else.

use std::time::Instant;

use famulor_simulator::{Behaviour, Simulator};
use famulor_sms_core::PhoneNumber;
use famulor_sms_core::api_key::ApiKey;
use famulor_sms_core::famulor::{Answer, Attempt, Famulor, Sms};
use famulor_sms_tests::office::{ANNA, KEY};
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{LIMITS, SLACK, WHOLE, Wire, where_trusted};

const LANES: u16 = 4;

/// Who answers.
#[derive(Debug, Clone)]
enum Voice {
    /// Famulor, with words in JSON.
    Famulor(&'static str),
    /// A proxy, with a page.
    Page,
    /// A page that leads to another host.
    WayElsewhere(String),
}

impl Voice {
    fn says(&self, status: u16) -> Behaviour {
        match self {
            Self::Famulor(word) => Behaviour::json(status, json!({*word: "No."})),
            Self::Page => Behaviour::html(status),
            Self::WayElsewhere(location) => {
                Behaviour::Answer { status, headers: vec![("Location".into(), location.clone())], body: Vec::new() }
            }
        }
    }

    /// Which answers decide anything: the statuses that Famulor refuses with, in its own words.
    fn is_understood(&self, status: u16, attempt: &Attempt) -> bool {
        let refuses = matches!(status, 400..=405 | 413 | 415 | 422);
        match (self, attempt) {
            (Self::Famulor(_), Attempt::Answered(Answer::Rejected { .. })) => refuses,
            (Self::Famulor(_), Attempt::Answered(Answer::TooMany(None))) => status == 429,
            (Self::Famulor(_), Attempt::Answered(Answer::Unclear)) => !refuses && status != 429,
            (Self::Page | Self::WayElsewhere(_), Attempt::Answered(Answer::Unclear)) => true,
            (
                _,
                Attempt::Answered(Answer::Sent(_) | Answer::Rejected { .. } | Answer::TooMany(_))
                | Attempt::NeverLeft { .. }
                | Attempt::NoAnswer,
            ) => false,
        }
    }
}

/// Sends one SMS, whose body has to be claimed.
async fn send(famulor: &Famulor) -> (Uuid, Attempt) {
    let uuid = Uuid::new_v4();
    let sms = Sms { uuid, from: 1, to: PhoneNumber::from_e164(ANNA).unwrap(), body: "Hallo".into() };
    (uuid, famulor.send(&ApiKey::parse(KEY).unwrap(), &sms, Box::pin(async { Ok(()) })).await)
}

/// The statuses of one lane in each voice, against a service of its own; how many sends that was.
async fn lane(first: u16, wire: Wire, voices: Vec<Voice>) -> usize {
    let simulator: Simulator = wire.simulator().await;
    let famulor = Famulor::new(simulator.url().parse().unwrap(), LIMITS).unwrap();
    let mut sent = Vec::new();
    for status in (300 + first..600).step_by(usize::from(LANES)) {
        for voice in &voices {
            simulator.misbehave(voice.says(status));
            let start = Instant::now();
            let (uuid, attempt) = send(&famulor).await;
            assert!(start.elapsed() < WHOLE + SLACK, "{status} {voice:?} took {:?}", start.elapsed());
            assert!(voice.is_understood(status, &attempt), "{status} {voice:?}: {attempt:?}");
            sent.push(uuid.to_string());
        }
    }
    let arrived: Vec<_> = simulator.ledger().into_iter().filter_map(|entry| entry.idempotency_key).collect();
    assert_eq!(arrived, sent);
    sent.len()
}

async fn assert_every_status_is_understood(wire: Wire) {
    let stranger = wire.simulator().await;
    let elsewhere = Voice::WayElsewhere(format!("{}/user/sms", stranger.url()));
    let voices = vec![Voice::Famulor("message"), Voice::Famulor("error"), Voice::Page, elsewhere];
    let mut lanes: JoinSet<_> = (0..LANES).map(|first| lane(first, wire.clone(), voices.clone())).collect();
    let mut sends = 0;
    while let Some(ended) = lanes.join_next().await {
        sends += ended.unwrap();
    }
    assert_eq!(sends, 300 * voices.len());
    stranger.settled().await.unwrap();
    assert_eq!(stranger.requests(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_plain_http_every_status_is_understood_as_agreed() {
    assert_every_status_is_understood(Wire::Plain).await;
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the system's own store cannot be led elsewhere by a variable")]
fn over_tls_every_status_is_understood_as_agreed() {
    where_trusted("statuses::over_tls_every_status_is_understood_as_agreed", &[], |authority| {
        assert_every_status_is_understood(Wire::Tls(authority))
    });
}
