//! What the keychain keeps from one start to the next, where it does not, and where it asks.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use famulor_sms_core::api_key::{ApiKey, KeyStore, KeyStoreError};
use famulor_sms_core::famulor::AccountError;
use famulor_sms_core::outbox::KeyStatus;
use famulor_sms_core::session::{self, SessionError};
use famulor_sms_core::types::{KeyState, MessageState};
use famulor_sms_tests::office::{ANNA, KEY, Letter, Opening};

use super::{assert_nothing_kept, key, new_office, standing};

/// A keychain that is locked and stays so.
struct Locked;

impl KeyStore for Locked {
    fn read(&self) -> Result<Option<ApiKey>, KeyStoreError> {
        Err(KeyStoreError::Locked)
    }

    fn write(&self, _: &ApiKey) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Locked)
    }

    fn delete(&self) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Locked)
    }
}

#[tokio::test]
async fn a_key_that_the_keychain_does_not_take_is_not_kept_but_works_for_this_run() {
    let office = Opening::default().key_store(Arc::new(Locked)).without_key().open().await;
    assert!(matches!(office.session.read_key().await, Err(SessionError::KeyStore(KeyStoreError::Locked))));
    assert_eq!(standing(&office.session).key, KeyState::Unavailable);
    assert_eq!(standing(&office.session).keychain_problem, Some(KeyStoreError::Locked));

    let refused = office.session.take_key(KEY, false).await;
    assert!(matches!(refused, Err(SessionError::KeyStore(KeyStoreError::Locked))), "{refused:?}");
    assert!(office.session.credentials().is_none());
    assert_eq!(office.store.now(|c| session::account(c)).unwrap(), None);

    office.session.take_key(KEY, true).await.unwrap();
    assert_eq!(standing(&office.session).key, KeyState::ThisRunOnly);
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
}

/// A keychain whose prompt stands open until the test answers it.
struct Prompt {
    asked: Mutex<Sender<()>>,
    answers: Mutex<Receiver<Option<ApiKey>>>,
}

impl KeyStore for Prompt {
    fn read(&self) -> Result<Option<ApiKey>, KeyStoreError> {
        self.asked.lock().unwrap().send(()).unwrap();
        self.answers.lock().unwrap().recv().map_err(|_| KeyStoreError::Other)
    }

    fn write(&self, _: &ApiKey) -> Result<(), KeyStoreError> {
        Ok(())
    }

    fn delete(&self) -> Result<(), KeyStoreError> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_of_an_abandoned_prompt_is_dropped() {
    let ((asked, was_asked), (answer, answers)) = (channel(), channel());
    let keychain = Arc::new(Prompt { asked: Mutex::new(asked), answers: Mutex::new(answers) });
    let office = Opening::default().key_store(keychain).without_key().open().await;
    let session = office.session.clone();
    let reading = tokio::spawn(async move { session.read_key().await });
    tokio::task::spawn_blocking(move || was_asked.recv()).await.unwrap().unwrap();
    assert!(matches!(*office.session.keys().borrow(), KeyStatus::Asking));

    office.session.take_key(KEY, true).await.unwrap();
    answer.send(Some(key("the-old-key"))).unwrap();
    reading.await.unwrap().unwrap();
    assert_eq!(office.session.credentials().unwrap().key, key(KEY));
    assert_eq!(standing(&office.session).key, KeyState::ThisRunOnly);
}

#[tokio::test]
async fn the_kept_key_is_in_use_after_the_next_start() {
    let (office, _) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    let generation = office.session.credentials().unwrap().generation;
    let mut office = office.start_anew().await;
    let credentials = office.session.credentials().unwrap();
    assert_eq!((credentials.key == key(KEY), credentials.generation), (true, generation));
    office.go_to_work();
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
}

#[tokio::test]
async fn what_was_heard_with_a_key_for_one_run_is_not_taken_for_the_kept_keys_account() {
    let (office, _) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    office.simulator.set_account(|account| {
        account.api_key = "for-one-run".into();
        account.email = "other@beispiel.example".into();
    });
    office.session.take_key("for-one-run", true).await.unwrap();
    let for_one_run = office.session.credentials().unwrap();
    assert_eq!(for_one_run.email, "other@beispiel.example");
    assert_eq!(office.store.now(|c| session::senders(c)).unwrap().len(), 5);

    office.simulator.set_account(|account| account.api_key = KEY.into());
    let office = office.start_anew().await;
    let kept = office.session.credentials().unwrap();
    assert!(kept.key == key(KEY) && kept.generation != for_one_run.generation);
}

#[tokio::test]
async fn a_kept_key_that_is_refused_at_the_start_is_said_to_be_until_another_one_is_taken_in() {
    let (office, _) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    office.simulator.set_account(|account| account.api_key = "another-key".into());
    let refused = office.session.read_key().await;
    assert!(matches!(refused, Err(SessionError::Account(AccountError::KeyRefused))), "{refused:?}");
    assert_eq!(standing(&office.session).account_problem, Some(AccountError::KeyRefused));

    office.session.take_key("another-key", false).await.unwrap();
    assert_eq!(standing(&office.session).account_problem, None);
}

#[tokio::test]
async fn a_keychain_without_a_key_is_the_first_run() {
    let (office, _) = new_office().await;
    office.session.read_key().await.unwrap();
    assert_eq!(standing(&office.session).key, KeyState::Missing);
    assert!(matches!(*office.session.keys().borrow(), KeyStatus::Absent));
}

#[tokio::test]
async fn a_forgotten_key_is_gone_from_the_keychain_and_the_account_from_the_database() {
    let (office, keychain) = new_office().await;
    office.session.take_key(KEY, false).await.unwrap();
    office.session.forget_key().await.unwrap();
    assert_nothing_kept(&office, &*keychain);
    assert_eq!(standing(&office.session).key, KeyState::Missing);
}
