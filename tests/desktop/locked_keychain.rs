//! A locked keychain: the window never waits for it.

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Keychain, Program};

use crate::room::{Room, can_send, outcome, send, write};

#[tokio::test(flavor = "multi_thread")]
async fn while_the_prompt_stands_a_text_can_be_written_and_the_key_is_there_after_it() {
    let room = locked_with_a_key(Keychain::LockedWithPrompt).await;
    let program = room.start().await;
    program.wait_for(".notice[data-kind=key-asking]").await;
    write(&program, "0171 1234567", "Written while it asks").await;
    program.wait_for_text("recipient-hint", "+49 171 1234567").await;

    room.desktop.type_text(room.desktop.keychain_password());
    room.desktop.key("Return");
    can_send(&program).await;
    program.wait_gone(".notice[data-kind=key-asking]").await;
    assert_eq!(program.value("text").await, "Written while it asks");
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Written while it asks"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dismissed_prompt_is_told_and_trying_again_works_once_it_is_unlocked() {
    let room = locked_with_a_key(Keychain::Locked).await;
    let program = room.start().await;
    told_that_it_is_locked(&program).await;
    retry(&program).await;
    let asked_again = || program.log().matches("the keychain refused").count() == 2;
    assert!(wait_until(PATIENCE, asked_again), "{}", program.log());
    program.wait_gone(".notice[data-kind=key-asking]").await;
    told_that_it_is_locked(&program).await;
    room.desktop.unlock_keychain();
    retry(&program).await;
    can_send(&program).await;
    program.wait_gone(".notice[data-kind=key-unavailable]").await;
    program.click("first-run-begin").await;
    assert_eq!(send(&program, "0171 1234567", "Unlocked").await, "sent");
}

async fn locked_with_a_key(keychain: Keychain) -> Room {
    let room = Room::with_keychain(keychain).await;
    room.desktop.unlock_keychain();
    room.keep_key();
    room.desktop.lock_keychain();
    room
}

async fn told_that_it_is_locked(program: &Program<'_>) {
    program.wait_for_text(".notice[data-kind=key-unavailable]", "The keychain is locked").await;
}

async fn retry(program: &Program<'_>) {
    program.click(".notice[data-kind=key-unavailable] [data-verb=retry-keychain]").await;
}
