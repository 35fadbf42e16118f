//! Practice mode: the simulator runs inside the program, and the real client talks to it.

use std::sync::Arc;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::{ApiKey, MemoryKeyStore};
use famulor_sms_core::clock;
use famulor_sms_core::contacts;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::store::{Store, StoreError};
use tauri::async_runtime;
use uuid::Uuid;

use crate::errors::StartError;
use crate::office::Service;

/// Made-up people; the last two show what a refusal looks like (Twilio's magic test numbers).
const PEOPLE: [(&str, &str); 4] = [
    ("Anna Beck", "+4915123456789"),
    ("Bilal Demir", "+491711234567"),
    ("Nora Niemand", "+15005550009"),
    ("Theo Tippfehler", "+15005550001"),
];

/// A simulator with a random key, which lives in memory only: the keychain is never opened.
pub(crate) fn service() -> Result<Service, StartError> {
    let key = Uuid::new_v4().simple().to_string();
    let simulator = async_runtime::block_on(Simulator::start(Account::example(&key))).map_err(StartError::Practice)?;
    let base = simulator.url().parse()?;
    let kept = ApiKey::parse(&key).map_or_else(|_| MemoryKeyStore::default(), MemoryKeyStore::holding);
    Ok((base, Arc::new(kept), Some(simulator)))
}

/// Fills an empty address book.
pub(crate) fn introduce(store: &Store) -> Result<(), StoreError> {
    store.now(|connection| {
        if contacts::any(connection)? {
            return Ok(());
        }
        for (name, number) in PEOPLE {
            if let Ok(number) = PhoneNumber::from_e164(number) {
                contacts::save_name(connection, name, &number, clock::now())?;
            }
        }
        Ok(())
    })
}
