//! The simulator as a peer meets it, over plain TCP.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::time::Duration;

use famulor_simulator::{Account, Behaviour, Simulator};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

type Outcome = Result<(), Box<dyn Error>>;

const KEY: &str = "a-key";
const BODY: &str = r#"{"from":1,"to":"+4915123456789","body":"Hallo Anna"}"#;

/// Far longer than anything here takes: only a test that hangs meets it.
async fn soon<T>(future: impl Future<Output = T>) -> io::Result<T> {
    Ok(timeout(Duration::from_secs(20), future).await?)
}

async fn simulator() -> io::Result<Simulator> {
    Simulator::start(Account::example(KEY)).await
}

fn head(framing: &str) -> String {
    format!(
        "POST /api/user/sms HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\
         Authorization: Bearer {KEY}\r\nIdempotency-Key: m-1\r\n{framing}\r\n\r\n"
    )
}

fn request() -> String {
    format!("{}{BODY}", head(&format!("Content-Length: {}", BODY.len())))
}

async fn connect(simulator: &Simulator) -> io::Result<TcpStream> {
    TcpStream::connect(("127.0.0.1", simulator.port())).await
}

/// Sends these bytes and returns everything that comes back until the peer closes.
async fn exchange(simulator: &Simulator, bytes: &str) -> io::Result<String> {
    let mut stream = connect(simulator).await?;
    stream.write_all(bytes.as_bytes()).await?;
    read_all(&mut stream).await
}

async fn read_all(stream: &mut TcpStream) -> io::Result<String> {
    let mut answer = Vec::new();
    soon(stream.read_to_end(&mut answer)).await??;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn is_reset(result: &io::Result<String>) -> bool {
    matches!(result, Err(problem) if problem.kind() == ErrorKind::ConnectionReset)
}

#[tokio::test]
async fn a_normal_send_is_answered_charged_and_in_the_ledger() -> Outcome {
    let simulator = simulator().await?;
    let answer = exchange(&simulator, &request()).await?;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains(r#""cost":0.0750"#), "{answer}");
    let ledger = simulator.ledger();
    let [entry] = ledger.as_slice() else { panic!("{ledger:?}") };
    assert_eq!(entry.idempotency_key.as_deref(), Some("m-1"));
    assert_eq!(entry.to.as_deref(), Some("+4915123456789"));
    assert_eq!((entry.from, entry.text.as_deref()), (Some(1), Some("Hallo Anna")));
    assert_eq!((entry.authorized, entry.sent, entry.answered), (true, true, Some(200)));
    assert_eq!(simulator.account().balance.to_string(), "100.59947094");
    Ok(())
}

#[tokio::test]
async fn requests_are_listed_without_the_key() -> Outcome {
    let simulator = simulator().await?;
    exchange(&simulator, &request()).await?;
    let requests = simulator.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].path, "/api/user/sms");
    assert!(requests[0].accepts_json && requests[0].authorized);
    assert!(requests[0].headers.contains(&("Authorization".into(), "…".into())));
    Ok(())
}

#[tokio::test]
async fn the_first_byte_of_a_body_is_enough_for_the_ledger_and_the_head_is_not() -> Outcome {
    let simulator = simulator().await?;
    let mut stream = connect(&simulator).await?;
    stream.write_all(head("Content-Length: 52").as_bytes()).await?;
    exchange(&simulator, "GET /api/user/me HTTP/1.1\r\n\r\n").await?;
    assert_eq!(simulator.ledger(), []);
    stream.write_all(b"{").await?;
    soon(simulator.wait_for_ledger(1)).await?;
    let entry = &simulator.ledger()[0];
    assert_eq!((entry.body.as_slice(), entry.answered, entry.sent), (b"{".as_slice(), None, false));
    drop(stream);
    soon(simulator.settled()).await??;
    assert_eq!(simulator.ledger().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_chunked_body_is_read_as_well() -> Outcome {
    let simulator = simulator().await?;
    let bytes = format!("{}{:x}\r\n{BODY}\r\n0\r\n\r\n", head("Transfer-Encoding: chunked"), BODY.len());
    let answer = exchange(&simulator, &bytes).await?;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert_eq!(simulator.ledger()[0].body, BODY.as_bytes());
    Ok(())
}

#[tokio::test]
async fn the_same_key_twice_is_marked() -> Outcome {
    let simulator = simulator().await?;
    exchange(&simulator, &request()).await?;
    exchange(&simulator, &request()).await?;
    let repeated: Vec<_> = simulator.ledger().iter().map(|entry| entry.repeated).collect();
    assert_eq!(repeated, [false, true]);
    Ok(())
}

#[tokio::test]
async fn each_reset_is_a_reset_and_leaves_what_it_should() -> Outcome {
    for (behaviour, entries, sent) in [
        (Behaviour::ResetBeforeReading, 0, false),
        (Behaviour::ResetInBody, 1, false),
        (Behaviour::ResetAfterReading, 1, true),
    ] {
        let simulator = simulator().await?;
        simulator.misbehave_once(behaviour.clone());
        let result = exchange(&simulator, &request()).await;
        assert!(is_reset(&result), "{behaviour:?}: {result:?}");
        let ledger = simulator.ledger();
        assert_eq!(ledger.len(), entries, "{behaviour:?}");
        assert_eq!(ledger.iter().any(|entry| entry.sent), sent, "{behaviour:?}");
        assert!(ledger.iter().all(|entry| entry.answered.is_none()), "{behaviour:?}");
        exchange(&simulator, &request()).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_reset_after_the_head_needs_no_body() -> Outcome {
    let simulator = simulator().await?;
    simulator.misbehave(Behaviour::ResetAfterHead);
    let result = exchange(&simulator, &head("Content-Length: 52")).await;
    assert!(is_reset(&result), "{result:?}");
    assert_eq!((simulator.ledger().len(), simulator.requests().len()), (0, 1));
    Ok(())
}

#[tokio::test]
async fn a_reset_in_the_answer_comes_after_half_of_it() -> Outcome {
    let simulator = simulator().await?;
    simulator.misbehave(Behaviour::ResetInAnswer);
    let mut stream = connect(&simulator).await?;
    stream.write_all(request().as_bytes()).await?;
    let mut answer = Vec::new();
    let result = soon(stream.read_to_end(&mut answer)).await?;
    assert!(result.is_err());
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    assert!(!answer.ends_with(b"}"));
    Ok(())
}

#[tokio::test]
async fn answers_are_broken_as_ordered() -> Outcome {
    let drip = Behaviour::Drip { every: Duration::from_micros(1) };
    for (behaviour, start, end, answered) in [
        (Behaviour::CloseAfterReading, "", "", None),
        (Behaviour::HalfHead, "HTTP/1.1 200", "", None),
        (Behaviour::HalfBody, "HTTP/1.1 200", "", Some(200)),
        (Behaviour::Stall(Duration::ZERO), "HTTP/1.1 200", "}}", Some(200)),
        (Behaviour::StallBeforeReading(Duration::ZERO), "HTTP/1.1 200", "}}", Some(200)),
        (drip, "HTTP/1.1 200", "}}", Some(200)),
        (Behaviour::Garbage, "\u{16}", "]", None),
    ] {
        let simulator = simulator().await?;
        simulator.misbehave(behaviour.clone());
        let answer = exchange(&simulator, &request()).await?;
        assert!(answer.starts_with(start) && answer.ends_with(end), "{behaviour:?}: {answer}");
        let entry = &simulator.ledger()[0];
        assert_eq!((entry.sent, entry.answered), (true, answered), "{behaviour:?}");
    }
    Ok(())
}

#[tokio::test]
async fn answers_in_famulors_place_charge_nothing() -> Outcome {
    for (behaviour, status) in [
        (Behaviour::html(502), 502),
        (Behaviour::json(200, serde_json::json!({"message": "yes"})), 200),
        (Behaviour::Redirect("/login".into()), 302),
    ] {
        let simulator = simulator().await?;
        let balance = simulator.account().balance;
        simulator.misbehave(behaviour);
        exchange(&simulator, &request()).await?;
        let entry = &simulator.ledger()[0];
        assert_eq!((entry.sent, entry.answered), (false, Some(status)));
        assert_eq!(simulator.account().balance, balance);
    }
    Ok(())
}

#[tokio::test]
async fn an_endless_answer_ends_when_the_peer_has_enough() -> Outcome {
    let simulator = simulator().await?;
    simulator.misbehave(Behaviour::Endless);
    let mut stream = connect(&simulator).await?;
    stream.write_all(request().as_bytes()).await?;
    soon(stream.read_exact(&mut vec![0; 200_000])).await??;
    drop(stream);
    soon(simulator.settled()).await??;
    Ok(())
}

#[tokio::test]
async fn orders_for_the_account_leave_sends_alone() -> Outcome {
    let simulator = simulator().await?;
    simulator.misbehave_account(Some(Behaviour::html(503)));
    let me = exchange(&simulator, "GET /api/user/me HTTP/1.1\r\n\r\n").await?;
    assert!(me.starts_with("HTTP/1.1 503 "), "{me}");
    let sent = exchange(&simulator, &request()).await?;
    assert!(sent.starts_with("HTTP/1.1 200 "), "{sent}");
    Ok(())
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_in_the_ledger() -> Outcome {
    let simulator = simulator().await?;
    let bytes = format!("{}{}", head("Content-Length: 70000"), "x".repeat(70_000));
    let answer = exchange(&simulator, &bytes).await?;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    let entry = &simulator.ledger()[0];
    assert_eq!((entry.body.len(), entry.sent, entry.answered), (64 * 1024, false, Some(413)));
    Ok(())
}

#[tokio::test]
async fn dropping_it_ends_a_stall_at_once() -> Outcome {
    let simulator = simulator().await?;
    simulator.misbehave(Behaviour::Stall(Duration::MAX));
    let mut stream = connect(&simulator).await?;
    stream.write_all(request().as_bytes()).await?;
    soon(simulator.wait_for_ledger(1)).await?;
    drop(simulator);
    let ended = read_all(&mut stream).await;
    assert!(is_reset(&ended) || ended.is_ok_and(|answer| answer.is_empty()));
    Ok(())
}

#[tokio::test]
async fn a_stopped_simulator_frees_its_port() -> Outcome {
    let first = simulator().await?;
    let address = ([127, 0, 0, 1], first.port()).into();
    first.stop().await;
    assert!(TcpStream::connect(address).await.is_err());
    let second = Simulator::start_on(address, Account::example(KEY)).await?;
    exchange(&second, &request()).await?;
    assert_eq!(second.ledger().len(), 1);
    Ok(())
}
