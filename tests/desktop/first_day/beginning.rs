//! Nothing is set up yet: practice first, then the key.

use famulor_sms_tests::{Database, Program, ProgramOptions};

use super::{BOTH, Colleague, Desk};
use crate::room::{KEY, can_send, data};

#[tokio::test(flavor = "multi_thread")]
async fn the_set_up_is_left_for_later_and_taken_up_where_it_was() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let program = desk.room.start().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.sees("first-run-title", "Willkommen bei Famulor SMS", "Welcome to Famulor SMS").await;
        colleague.hands.press("first-run-next", "Return").await;
        colleague.sees("first-run-key-count", "Schritt 2 von 3", "Step 2 of 3").await;
        colleague.has_focus_on("#first-run-key-title").await;
        colleague.hands.press("#first-run-key-step .first-run-later", "Return").await;
        colleague.has_focus_on("#recipient").await;
        colleague.sees(".notice[data-kind=key-missing]", "Ihr Famulor-Konto", "your Famulor account").await;
        colleague.hands.press(".notice[data-kind=key-missing] button", "Return").await;
        colleague.has_focus_on("#first-run-title").await;
        colleague.sees("first-run-key-title", "Konto einrichten", "Set up your account").await;
        desk.room.assert_nothing_was_sent();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_sms_is_sent_to_somebody_found_by_a_part_of_the_name() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let options = ProgramOptions { args: vec!["--practice".to_owned()], ..desk.room.options() };
        let program = Program::start(&desk.room.desktop, &options).await;
        can_send(&program).await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.sees("practice-banner", "Es wird nichts wirklich gesendet", "nothing is really sent").await;
        colleague.hands.choose_recipient("be", "Anna Beck").await;
        colleague.hands.write("text", "Only a try").await;
        let (state, told) = colleague.sends().await;
        assert!(state == "sent" && told.contains("Anna Beck"), "{told}");
        let title = desk.said("Übung: Gesendet an Anna Beck", "Practice: Sent to Anna Beck");
        desk.room.notification(title, "Only a try");
        colleague.has_focus_on("#recipient").await;
        assert_eq!(Database::in_folder(&data(&desk.room.desktop).join("practice")).messages().len(), 1);
        assert_eq!(desk.room.simulator.ledger(), [], "practice talks to nobody outside");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_key_is_told_and_the_real_one_leads_to_the_first_message() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let program = desk.room.start().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.hands.press("first-run-next", "Return").await;
        colleague.hands.write("first-run-api-key", "4711|another").await;
        colleague.hands.key("Return");
        let refused = ("nimmt diesen API-Schlüssel nicht an", "does not accept this API key");
        colleague.sees("first-run-api-key-error", refused.0, refused.1).await;
        colleague.has_focus_on("#first-run-api-key").await;
        assert_eq!(desk.room.desktop.secret(&desk.room.account()), None);

        colleague.hands.key("ctrl+a");
        colleague.hands.type_text(KEY).await;
        colleague.hands.key("Return");
        colleague.sees("first-run-done-title", "Ihr Konto ist eingerichtet", "Your account is set up").await;
        colleague.has_focus_on("#first-run-done-title").await;
        colleague.hands.press("first-run-begin", "Return").await;
        can_send(&program).await;
        colleague.has_focus_on("#recipient").await;
        assert_eq!(desk.room.desktop.secret(&desk.room.account()).as_deref(), Some(KEY));
        desk.room.assert_nothing_was_sent();
    }
}
