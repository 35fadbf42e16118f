//! Sends one SMS without a window, to be killed in the middle of it: `send-one FOLDER URL DRAFT NUMBER`.
//!
//! The key comes in `FAMULOR_API_KEY`. A line says when the message is committed and when it is settled. The process
//! ends when its standard input does, and so with the test that started it.
#![expect(clippy::expect_used, reason = "a process made for a test can only stop and say so")]

use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use famulor_sms_core::api_key::{ApiKey, MemoryKeyStore};
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Timing;
use famulor_sms_tests::office::{Desk, Letter};

#[tokio::main]
async fn main() {
    end_with_standard_input();
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().expect("send-one FOLDER URL DRAFT NUMBER");
    let (folder, url) = (PathBuf::from(argument()), argument());
    let key = std::env::var("FAMULOR_API_KEY").expect("FAMULOR_API_KEY holds the key");
    let key = ApiKey::parse(&key).expect("FAMULOR_API_KEY is a key");

    let mut desk = Desk::set_up(&folder, &url, Arc::new(MemoryKeyStore::holding(key)), Limits::default());
    desk.session.read_key().await.expect("the account answers");
    desk.start_work(Timing::default());
    let mut letter = Letter::to("");
    letter.0.draft_id = argument();
    letter.0.recipient = argument();
    let id = desk.send(&letter).await;
    say("committed");
    desk.end_of(id).await;
    say("settled");
}

fn say(word: &str) {
    let mut out = io::stdout();
    writeln!(out, "{word}").and_then(|()| out.flush()).expect("the test listens");
}

fn end_with_standard_input() {
    std::thread::spawn(|| {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(3);
    });
}
