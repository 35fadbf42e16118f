//! The key and the account: what is kept, what is refused, and what an abandoned prompt may no longer do.

mod keychain;
mod secrecy;

use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_core::api_key::{ApiKey, KeyStore, MemoryKeyStore};
use famulor_sms_core::famulor::{AccountError, Limits};
use famulor_sms_core::session::{self, Session, SessionError, Standing};
use famulor_sms_core::types::{KeyState, SenderProblem};
use famulor_sms_tests::office::{ANNA, DeadPort, Desk, KEY, Letter, Office, Opening};

fn key(text: &str) -> ApiKey {
    ApiKey::parse(text).unwrap()
}

fn standing(session: &Session) -> Standing {
    *session.standing().borrow()
}

/// An office before its first key, with a keychain to look into.
async fn new_office() -> (Office, Arc<MemoryKeyStore>) {
    let keychain = Arc::new(MemoryKeyStore::default());
    let office = Opening::default().key_store(keychain.clone()).without_key().not_yet_at_work().open().await;
    (office, keychain)
}

fn assert_nothing_kept(desk: &Desk, keychain: &dyn KeyStore) {
    assert_eq!(keychain.read(), Ok(None));
    assert_eq!(desk.store.now(|c| session::account(c)).unwrap(), None);
    assert_eq!(desk.store.now(|c| session::senders(c)).unwrap(), []);
    assert!(desk.session.credentials().is_none());
}

async fn account_error(office: &Office, pasted: &str) -> AccountError {
    match office.session.take_key(pasted, false).await {
        Err(SessionError::Account(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_good_key_is_kept_as_it_is_without_what_was_pasted_around_it() {
    let (office, keychain) = new_office().await;
    office.session.take_key(&format!("  Bearer {KEY}\r\n"), false).await.unwrap();
    assert_eq!(keychain.read(), Ok(Some(key(KEY))));
    assert_eq!(standing(&office.session).key, KeyState::Stored);
    assert_eq!(office.session.credentials().unwrap().email, "buero@beispiel.example");
}

#[tokio::test]
async fn the_account_and_its_senders_are_known_after_the_key() {
    let (office, _) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    let account = office.store.now(|c| session::account(c)).unwrap().unwrap();
    assert_eq!((account.name.as_str(), account.balance.as_deref()), ("Beispiel GmbH", Some("100.67447094")));
    let senders = office.store.now(|c| session::senders(c)).unwrap();
    let listed: Vec<_> = senders.iter().map(|s| (s.id, s.nickname.as_deref(), s.unusable)).collect();
    assert_eq!(
        listed,
        [
            (1, Some("Vertrieb"), None),
            (2, None, None),
            (3, Some("Zentrale"), Some(SenderProblem::NotSmsCapable)),
            (4, Some("Außendienst"), Some(SenderProblem::NoSubscription)),
            (5, Some("Telefonanlage"), Some(SenderProblem::NotSmsCapable)),
        ]
    );
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_nothing_is_kept() {
    let (office, keychain) = new_office().await;
    assert_eq!(account_error(&office, "wrong-key").await, AccountError::KeyRefused);
    assert_nothing_kept(&office, &*keychain);
}

#[tokio::test]
async fn the_way_to_the_login_page_is_a_refused_key() {
    let (office, keychain) = new_office().await;
    office.simulator.misbehave_account(Some(Behaviour::Redirect("/login".into())));
    assert_eq!(account_error(&office, KEY).await, AccountError::KeyRefused);
    assert_nothing_kept(&office, &*keychain);
}

#[tokio::test]
async fn the_way_to_another_host_is_strange_and_the_key_does_not_go_there() {
    let (office, keychain) = new_office().await;
    let stranger = Simulator::start(Account::example(KEY)).await.unwrap();
    office.simulator.misbehave_account(Some(Behaviour::Redirect(format!("{}/user/me", stranger.url()))));
    assert_eq!(account_error(&office, KEY).await, AccountError::Strange);
    stranger.settled().await.unwrap();
    assert_eq!(stranger.requests(), []);
    assert_nothing_kept(&office, &*keychain);
}

#[tokio::test]
async fn a_proxys_page_is_strange_and_not_a_wrong_key() {
    for status in [200, 401, 403, 407, 502] {
        let (office, keychain) = new_office().await;
        office.simulator.misbehave_account(Some(Behaviour::html(status)));
        assert_eq!(account_error(&office, KEY).await, AccountError::Strange, "{status}");
        assert_nothing_kept(&office, &*keychain);
    }
}

#[tokio::test]
async fn no_connection_is_told_apart_from_a_wrong_key() {
    let (port, folder) = (DeadPort::take(), tempfile::tempdir().unwrap());
    let keychain = Arc::new(MemoryKeyStore::default());
    let desk = Desk::set_up(folder.path(), &port.url(), keychain.clone(), Limits::default());
    let refused = desk.session.take_key(KEY, false).await;
    assert!(matches!(refused, Err(SessionError::Account(AccountError::Offline))), "{refused:?}");
    assert_nothing_kept(&desk, &*keychain);
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_no_connection() {
    let keychain = Arc::new(MemoryKeyStore::default());
    let opening = Opening::default().key_store(keychain.clone()).without_key().patience(Duration::from_millis(300));
    let office = opening.open().await;
    office.simulator.misbehave_account(Some(Behaviour::Stall(Duration::MAX)));
    assert_eq!(account_error(&office, KEY).await, AccountError::Offline);
    assert_nothing_kept(&office, &*keychain);
}

#[tokio::test]
async fn what_is_not_a_key_is_not_sent_anywhere() {
    let (office, keychain) = new_office().await;
    for pasted in ["", "   ", "two words", "schlüssel"] {
        let refused = office.session.take_key(pasted, false).await;
        assert!(matches!(refused, Err(SessionError::NotAKey(_))), "{pasted}: {refused:?}");
    }
    assert_eq!(office.simulator.requests(), []);
    assert_nothing_kept(&office, &*keychain);
}

#[tokio::test]
async fn a_wrong_key_leaves_the_one_in_use_alone() {
    let (office, keychain) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    assert_eq!(account_error(&office, "wrong-key").await, AccountError::KeyRefused);
    assert_eq!(keychain.read(), Ok(Some(key(KEY))));
    assert_eq!(office.session.credentials().unwrap().key, key(KEY));
    assert_eq!(standing(&office.session).key, KeyState::Stored);
}

#[tokio::test]
async fn the_same_key_keeps_its_generation_and_another_one_gets_the_next() {
    let (office, _) = new_office().await;
    let generation = || office.session.credentials().unwrap().generation;
    office.session.take_key(KEY, false).await.unwrap();
    let first = generation();
    office.session.take_key(KEY, false).await.unwrap();
    assert_eq!(generation(), first);
    office.simulator.set_account(|account| account.api_key = "another-key".into());
    office.session.take_key("another-key", false).await.unwrap();
    assert!(generation() > first);
}

#[tokio::test]
async fn the_balance_is_heard_anew_after_a_send() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    office.session.refresh().await.unwrap();
    let account = office.store.now(|c| session::account(c)).unwrap().unwrap();
    assert_eq!(account.balance.as_deref(), Some("100.59947094"));
}
