//! Sends one SMS without a window, to be killed in the middle of it: `send-one FOLDER URL DRAFT NUMBER [in-order]`.
//!
//! The key comes in `FAMULOR_API_KEY`. A line says when the message is committed and when it is settled. The process
//! ends when its standard input does, and so with the test that started it. With `in-order` one thread does everything
//! on the disk and another everything on the network, so that each system call of a send has a number of its own.
#![expect(clippy::expect_used, reason = "a process made for a test can only stop and say so")]

use std::path::PathBuf;
use std::sync::Arc;

use famulor_sms_core::api_key::{ApiKey, MemoryKeyStore};
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Timing;
use famulor_sms_tests::office::{Desk, Letter, quick};
use famulor_sms_tests::pipe::{end_with_standard_input, say};
use tokio::runtime::{Builder, Runtime};
use tokio::task::spawn_blocking;

fn main() {
    end_with_standard_input();
    if std::env::args().nth(5).as_deref() == Some("in-order") {
        in_order().block_on(send(quick()));
    } else {
        Runtime::new().expect("the system gives threads").block_on(send(Timing::default()));
    }
}

fn in_order() -> Runtime {
    Builder::new_current_thread().max_blocking_threads(1).enable_all().build().expect("the system gives threads")
}

async fn send(timing: Timing) {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().expect("send-one FOLDER URL DRAFT NUMBER");
    let (folder, url) = (PathBuf::from(argument()), argument());
    let key = std::env::var("FAMULOR_API_KEY").expect("FAMULOR_API_KEY holds the key");
    let keys = Arc::new(MemoryKeyStore::holding(ApiKey::parse(&key).expect("FAMULOR_API_KEY is a key")));

    let opening = spawn_blocking(move || Desk::set_up(&folder, &url, keys, Limits::default()));
    let mut desk = opening.await.expect("the desk can be set up");
    desk.session.read_key().await.expect("the account answers");
    desk.start_work(timing);
    let mut letter = Letter::to("");
    letter.0.draft_id = argument();
    letter.0.recipient = argument();
    let id = desk.send(&letter).await;
    say("committed");
    desk.end_of(id).await;
    say("settled");
    desk.stop_work().await;
    spawn_blocking(move || drop(desk)).await.expect("the desk can be left");
}
