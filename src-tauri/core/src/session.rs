//! The session: whose key is in use, where it is kept, and what the account is known to hold.
//!
//! Nothing here is waited for by the window: the keychain and the network answer when they do.

mod deposit;
mod known;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;
use tokio::sync::watch;
use tokio::time::timeout;

pub use deposit::deposit_key;
pub use known::{Account, account, sender, senders};

use crate::api_key::{ApiKey, KeyStore, KeyStoreError, NotAnApiKey};
use crate::clock;
use crate::famulor::{AccountError, Famulor, ListedNumber, User};
use crate::outbox::{Credentials, KeyStatus};
use crate::own_thread::on_a_thread;
use crate::store::{Store, StoreError};
use crate::types::KeyState;

/// How long the keychain may take to keep a key, with a prompt in between.
const KEYCHAIN_PATIENCE: Duration = Duration::from_secs(60);

/// Why a key could not be taken in or the account not be asked.
#[derive(Debug, Error)]
pub enum SessionError {
    /// What was pasted is not a key.
    #[error(transparent)]
    NotAKey(#[from] NotAnApiKey),
    /// There is no key.
    #[error("there is no key")]
    NoKey,
    /// The service refused it or could not be reached.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The keychain did not do it.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where the key is, and what went wrong when the keychain or the account was last asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where the key is.
    pub key: KeyState,
    /// The keychain's problem.
    pub keychain_problem: Option<KeyStoreError>,
    /// The account's problem.
    pub account_problem: Option<AccountError>,
}

/// The session; clones share it.
#[derive(Clone)]
pub struct Session {
    store: Store,
    famulor: Famulor,
    key_store: Arc<dyn KeyStore>,
    keys: watch::Sender<KeyStatus>,
    standing: watch::Sender<Standing>,
    /// Raised with each question to the keychain: the answer to an older one is dropped.
    question: Arc<Mutex<u64>>,
}

impl Session {
    /// A session that has not asked for its key yet.
    #[must_use]
    pub fn new(store: Store, famulor: Famulor, key_store: Arc<dyn KeyStore>) -> Self {
        let standing = Standing { key: KeyState::Asking, keychain_problem: None, account_problem: None };
        Self {
            store,
            famulor,
            key_store,
            keys: watch::Sender::new(KeyStatus::Asking),
            standing: watch::Sender::new(standing),
            question: Arc::default(),
        }
    }

    /// The key as the outbox needs it.
    #[must_use]
    pub fn keys(&self) -> watch::Receiver<KeyStatus> {
        self.keys.subscribe()
    }

    /// The standing, and word of each change.
    #[must_use]
    pub fn standing(&self) -> watch::Receiver<Standing> {
        self.standing.subscribe()
    }

    /// Asks the keychain for the key, then the service for the account. Returns when both have
    /// answered, or when a newer question has made this one pointless.
    ///
    /// # Errors
    /// [`SessionError`]; the standing holds it too.
    pub async fn read_key(&self) -> Result<(), SessionError> {
        let question = self.ask_anew();
        self.keys.send_replace(KeyStatus::Asking);
        self.stand(|s| *s = Standing { key: KeyState::Asking, keychain_problem: None, account_problem: None });
        self.store.run(known::forget_unless_kept).await?;
        let key_store = self.key_store.clone();
        match ask_keychain(move || key_store.read()).await {
            Ok(Some(key)) => match self.use_key(key, KeyState::Stored, question).await? {
                true => self.refresh().await,
                false => Ok(()),
            },
            Ok(None) => self.have_no_key(KeyState::Missing, None, question),
            Err(problem) => self.have_no_key(KeyState::Unavailable, Some(problem), question),
        }
    }

    /// Takes in a key as it was pasted: it is kept only if the service knows it.
    ///
    /// # Errors
    /// [`SessionError`]; the key before, if there was one, stays in use.
    pub async fn take_key(&self, pasted: &str, this_run_only: bool) -> Result<(), SessionError> {
        let key = ApiKey::parse(pasted)?;
        let (user, numbers) = self.ask_service(&key).await?;
        if !this_run_only {
            self.keep(key.clone()).await?;
        }
        let question = self.ask_anew();
        let generation = self.generation_for(&key).await?;
        let is_kept = !this_run_only;
        self.store.run(move |c| known::save(c, generation, is_kept, &user, &numbers, clock::now())).await?;
        self.use_key(key, if is_kept { KeyState::Stored } else { KeyState::ThisRunOnly }, question).await?;
        Ok(())
    }

    /// Removes the key from the keychain and what is known of the account from the database.
    ///
    /// # Errors
    /// [`SessionError`]; the key stays in use if the keychain does not give it up.
    pub async fn forget_key(&self) -> Result<(), SessionError> {
        if self.standing.borrow().key == KeyState::Stored {
            let key_store = self.key_store.clone();
            within_patience(move || key_store.delete()).await?;
        }
        let question = self.ask_anew();
        self.store.run(known::forget).await?;
        self.have_no_key(KeyState::Missing, None, question)
    }

    /// Asks the service for the account's balance and numbers.
    ///
    /// # Errors
    /// [`SessionError`]; the standing holds the service's too.
    pub async fn refresh(&self) -> Result<(), SessionError> {
        let question = *self.question();
        let credentials = self.credentials().ok_or(SessionError::NoKey)?;
        let heard = self.ask_service(&credentials.key).await;
        if *self.question() != question {
            return Ok(());
        }
        let (user, numbers) = match heard {
            Ok(heard) => heard,
            Err(problem) => {
                self.stand(|s| s.account_problem = Some(problem));
                return Err(problem.into());
            }
        };
        let (state, generation) = (self.standing.borrow().key, credentials.generation);
        let is_kept = state == KeyState::Stored;
        self.store.run(move |c| known::save(c, generation, is_kept, &user, &numbers, clock::now())).await?;
        self.use_key(credentials.key.clone(), state, question).await?;
        Ok(())
    }

    /// The credentials in use.
    #[must_use]
    pub fn credentials(&self) -> Option<Arc<Credentials>> {
        match &*self.keys.borrow() {
            KeyStatus::Present(credentials) => Some(credentials.clone()),
            KeyStatus::Asking | KeyStatus::Absent => None,
        }
    }

    async fn ask_service(&self, key: &ApiKey) -> Result<(User, Vec<ListedNumber>), AccountError> {
        tokio::try_join!(self.famulor.user(key), self.famulor.numbers(key))
    }

    async fn keep(&self, key: ApiKey) -> Result<(), KeyStoreError> {
        let key_store = self.key_store.clone();
        within_patience(move || key_store.write(&key)).await
    }

    /// The same key keeps its generation; another one gets the next.
    async fn generation_for(&self, key: &ApiKey) -> Result<i64, StoreError> {
        match self.credentials() {
            Some(current) if current.key == *key => Ok(current.generation),
            Some(_) | None => self.store.run(|c| known::next_generation(c)).await,
        }
    }

    /// False if a newer question has made this answer pointless.
    async fn use_key(&self, key: ApiKey, state: KeyState, question: u64) -> Result<bool, SessionError> {
        let known = self.store.run(|c| account(c)).await?;
        let (generation, email) = match known {
            Some(account) => (account.key_generation, account.email),
            None => (self.store.run(|c| known::next_generation(c)).await?, String::new()),
        };
        Ok(self.answer(question, || {
            self.keys.send_replace(KeyStatus::Present(Arc::new(Credentials { key, generation, email })));
            self.stand(|s| *s = Standing { key: state, keychain_problem: None, account_problem: None });
        }))
    }

    fn have_no_key(&self, key: KeyState, problem: Option<KeyStoreError>, question: u64) -> Result<(), SessionError> {
        let is_current = self.answer(question, || {
            self.keys.send_replace(KeyStatus::Absent);
            self.stand(|s| *s = Standing { key, keychain_problem: problem, account_problem: None });
        });
        problem.filter(|_| is_current).map_or(Ok(()), |problem| Err(problem.into()))
    }

    /// Takes an answer if its question is still the newest.
    fn answer(&self, question: u64, take: impl FnOnce()) -> bool {
        let newest = self.question();
        let is_current = *newest == question;
        if is_current {
            take();
        }
        is_current
    }

    fn stand(&self, change: impl FnOnce(&mut Standing)) {
        self.standing.send_modify(change);
    }

    fn ask_anew(&self) -> u64 {
        let mut question = self.question();
        *question += 1;
        *question
    }

    fn question(&self) -> MutexGuard<'_, u64> {
        self.question.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does it, unless a prompt stands open for too long.
async fn within_patience(
    work: impl FnOnce() -> Result<(), KeyStoreError> + Send + 'static,
) -> Result<(), KeyStoreError> {
    timeout(KEYCHAIN_PATIENCE, ask_keychain(work)).await.unwrap_or(Err(KeyStoreError::Slow))
}

/// Asks the keychain, which may block for ever.
async fn ask_keychain<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, KeyStoreError> + Send + 'static,
) -> Result<T, KeyStoreError> {
    on_a_thread(work).await.unwrap_or(Err(KeyStoreError::Other))
}
