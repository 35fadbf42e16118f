//! Bad input: each field says what is to be mended, and nothing is queued.

use famulor_sms_core::compose::ComposeError;
use famulor_sms_core::famulor::{BaseUrl, BaseUrlError};
use famulor_sms_core::outbox::KeyStatus;
use famulor_sms_core::phone_number::NotAPhoneNumber;
use famulor_sms_tests::office::{ANNA, Letter, Office, Opening};

async fn office() -> Office {
    Opening::default().not_yet_at_work().open().await
}

/// What is to be mended in a letter; it was not queued.
async fn mistake(office: &Office, letter: &Letter) -> ComposeError {
    let error = office.press_send(letter).await.unwrap_err();
    assert_eq!(office.look_up::<i64>("SELECT count(*) FROM message", []), 0);
    error
}

#[tokio::test]
async fn what_is_not_a_number_is_to_be_mended_at_the_recipient() {
    let office = office().await;
    for (typed, problem) in [
        ("", NotAPhoneNumber::Empty),
        ("Anna", NotAPhoneNumber::NotANumber),
        ("12", NotAPhoneNumber::TooShort),
        ("+49 171 123456789012345", NotAPhoneNumber::TooLong),
    ] {
        let error = mistake(&office, &Letter::to(typed)).await;
        assert!(matches!(error, ComposeError::Recipient(found) if found == problem), "{typed}: {error:?}");
    }
}

#[tokio::test]
async fn an_empty_text_is_to_be_mended_at_the_text() {
    let office = office().await;
    for typed in ["", "  ", "\r\n\t \n"] {
        assert!(matches!(mistake(&office, &Letter::to(ANNA).saying(typed)).await, ComposeError::TextEmpty));
    }
}

#[tokio::test]
async fn a_text_of_301_code_points_is_one_too_many_and_300_are_not() {
    let office = office().await;
    for piece in ["a", "€", "😀"] {
        let error = mistake(&office, &Letter::to(ANNA).saying(&piece.repeat(301))).await;
        assert!(matches!(error, ComposeError::TextTooLong(301)), "{error:?}");
    }
    office.send(&Letter::to(ANNA).saying(&format!(" {} ", "😀".repeat(300)))).await;
}

#[tokio::test]
async fn a_sender_that_cannot_send_is_to_be_mended_at_the_sender() {
    let office = office().await;
    for unusable in [3, 4, 5] {
        assert!(matches!(mistake(&office, &Letter::to(ANNA).from(unusable)).await, ComposeError::SenderUnusable));
    }
    for missing in [0, 99, -1] {
        assert!(matches!(mistake(&office, &Letter::to(ANNA).from(missing)).await, ComposeError::SenderMissing));
    }
}

#[tokio::test]
async fn without_a_key_the_account_is_to_be_set_up() {
    let office = Opening::default().without_key().not_yet_at_work().open().await;
    assert!(matches!(mistake(&office, &Letter::to(ANNA)).await, ComposeError::KeyMissing));
    let error = office.press_send_under(&Letter::to(ANNA), KeyStatus::Absent).await.unwrap_err();
    assert!(matches!(error, ComposeError::KeyMissing));
}

#[tokio::test]
async fn while_the_keychain_is_asked_a_letter_is_queued_under_the_account_as_last_heard() {
    let office = office().await;
    office.press_send_under(&Letter::to(ANNA), KeyStatus::Asking).await.unwrap();
    let credentials = office.session.credentials().unwrap();
    let under: (i64, String) = office
        .store
        .now(|c| {
            c.query_row("SELECT key_generation, account_email FROM message", [], |row| Ok((row.get(0)?, row.get(1)?)))
        })
        .unwrap();
    assert_eq!(under, (credentials.generation, credentials.email.clone()));
}

#[tokio::test]
async fn a_letter_without_a_drafts_id_is_not_taken() {
    let office = office().await;
    let mut letter = Letter::to(ANNA);
    letter.0.draft_id = "draft".into();
    assert!(matches!(mistake(&office, &letter).await, ComposeError::NoDraft));
}

#[test]
fn an_address_in_the_clear_off_this_machine_is_refused() {
    for address in ["http://app.famulor.de/api", "http://192.168.1.10:8080/api", "http://localhost.example/api"] {
        assert!(matches!(address.parse::<BaseUrl>(), Err(BaseUrlError::InTheClear(_))), "{address}");
    }
    for address in ["https://app.famulor.de/api", "http://127.0.0.1:8080/api", "http://[::1]/api"] {
        assert!(address.parse::<BaseUrl>().is_ok(), "{address}");
    }
}
