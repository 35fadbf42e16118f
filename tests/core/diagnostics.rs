//! What the database tells those who help, and that it is nothing that anybody wrote.

use famulor_sms_core::diagnostics;
use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::MessageState;
use famulor_sms_tests::past::{self, Past};
use famulor_sms_tests::{crowd, paper};
use tempfile::TempDir;

#[test]
fn states_reasons_and_counts_are_told_and_no_number_name_or_text() {
    let folder = TempDir::new().unwrap();
    let store = paper::open(folder.path());
    crowd::know(&store, "Clara", "Geheimrat", "+491719876543");
    let anna = Past::to("+491711234567").named("Anna Beck").saying("Under the mat");
    past::add(&store, [anna.clone().that_is("sent"), anna.clone().that_is("sent"), anna.that_is("held")]);
    let told = store.now(|connection| diagnostics::of(connection)).unwrap();

    let counted: Vec<(MessageState, u32)> = told.messages.iter().map(|(state, _, count)| (*state, *count)).collect();
    assert_eq!(counted, [(MessageState::Held, 1), (MessageState::Sent, 2)]);
    assert_eq!((told.contacts, told.drafts), (1, 0));
    assert!(told.tables_version >= 4 && told.templates > 0);
    let written = format!("{told:?}");
    for secret in ["Clara", "Geheimrat", "9876543", "1234567", "Anna", "Beck", "mat"] {
        assert!(!written.contains(secret), "{secret} is in {written}");
    }
}

#[test]
fn a_reason_that_this_program_does_not_know_is_an_error_and_not_passed_on() {
    let folder = TempDir::new().unwrap();
    let store = paper::open(folder.path());
    past::add(&store, [Past::to("+491711234567").that_is("held")]);
    store
        .now(|connection| {
            connection.execute("UPDATE message SET reason = 'Anna said no'", []).map_err(StoreError::from)
        })
        .unwrap();
    let told = store.now(|connection| diagnostics::of(connection));
    assert!(told.is_err(), "{told:?}");
}
