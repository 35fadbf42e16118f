//! Everything is set up: a message from a template, a refusal, second thoughts, and a time of one's choice.

use super::{BOTH, Colleague, Desk, RECIPIENT, TEXT};

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_filled_and_sent() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        desk.room.know("Anna", "Beck", RECIPIENT);
        let body = desk.said("Hallo {Vorname}, Ihr Code ist {Code}.", "Hello {first name}, your code is {code}.");
        desk.room.keep_template("Code", body);
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.hands.choose_recipient("bec", "Anna Beck").await;
        colleague.hands.press("insert-template", "Return").await;
        colleague.has_focus_on("#template-search").await;
        colleague.hands.type_text("code").await;
        program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
        colleague.hands.key("Down");
        colleague.hands.key("Return");
        colleague.has_focus_on("#answer-0").await;
        colleague.hands.type_text("4711").await;
        colleague.hands.key("Return");
        colleague.has_focus_on("#text").await;
        let (state, told) = colleague.sends().await;
        assert!(state == "sent" && told.contains(desk.said("Gesendet", "Sent")), "{told}");
        let sent = desk.said("Hallo Anna, Ihr Code ist 4711.", "Hello Anna, your code is 4711.");
        assert_eq!(desk.room.only_entry().text.as_deref(), Some(sent));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_for_a_low_balance_says_what_to_do_and_the_message_is_sent_after_it() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        desk.room.simulator.set_account(|account| account.balance = 0.into());
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.writes(RECIPIENT, TEXT).await;
        let (state, told) = colleague.sends().await;
        assert_eq!(state, "rejected");
        for words in [
            desk.said("Abgelehnt, nicht gesendet", "Refused, not sent"),
            desk.said(
                "Das Guthaben reicht nicht. Es wurde nichts gesendet",
                "The balance is too low. Nothing was sent",
            ),
            desk.said("Laden Sie es im Dashboard von Famulor auf", "top it up in Famulor’s dashboard"),
        ] {
            assert!(told.contains(words), "{words:?} is not in {told:?}");
        }
        desk.room.notification(desk.said("Abgelehnt, nicht gesendet: +49", "Refused, not sent: +49"), TEXT);

        desk.room.simulator.set_account(|account| account.balance = 100.into());
        colleague.goes_to("ctrl+3", "history").await;
        colleague.hands.press("#history-list .message-row-open", "Return").await;
        colleague.hands.press("#detail-actions [data-verb=again]", "Return").await;
        program.wait_until(&format!("document.querySelector('#text').value === '{TEXT}'")).await;
        let (state, _) = colleague.sends().await;
        assert_eq!(state, "sent");
        assert_eq!(desk.room.states(), ["rejected (balance)", "sent"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_taken_back_and_then_sent_at_once() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let program = desk.room.start_with_undo(20).await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.writes(RECIPIENT, TEXT).await;
        colleague.hands.key("ctrl+Return");
        colleague.sees("undo-status", "Strg + Z nimmt sie zurück", "Ctrl + Z takes it back").await;
        colleague.has_focus_on("#recipient").await;
        colleague.hands.key("ctrl+z");
        program.wait_until(&format!("document.querySelector('#text').value === '{TEXT}'")).await;
        colleague.sees("outcome", "Zurückgenommen", "Taken back").await;
        colleague.has_focus_on("#text").await;
        assert_eq!((desk.room.states(), desk.room.simulator.ledger()), (vec!["cancelled".to_owned()], vec![]));

        colleague.hands.key("ctrl+Return");
        program.wait_for(".undo-bar").await;
        colleague.hands.press(".undo-bar [data-verb=send-now]", "Return").await;
        desk.room.wait_for_states(&["cancelled", "sent"]);
        assert_eq!(desk.room.only_entry().text.as_deref(), Some(TEXT));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_for_tomorrow_waits_in_the_outbox_and_is_called_off() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.writes(RECIPIENT, TEXT).await;
        colleague.hands.press("later-toggle", "space").await;
        colleague.has_focus_on("#later-day").await;
        colleague.hands.key("Down");
        colleague.hands.change("later-hour", "9").await;
        colleague.hands.change("later-minute", "0").await;
        colleague.sees("send", "Später senden: ", "Send later: ").await;
        colleague.hands.key("ctrl+Return");
        desk.room.wait_for_states(&["queued"]);
        colleague.goes_to("ctrl+2", "outbox").await;
        colleague.sees("outbox-later", "Wird später gesendet", "To be sent later").await;
        colleague.hands.press("#outbox-later-list [data-verb=call-off]", "Return").await;
        colleague.sees("outbox-status", "wird nicht gesendet", "will not be sent").await;
        desk.room.wait_for_states(&["cancelled"]);
        colleague.has_focus_on("#outbox-title").await;
        assert_eq!(desk.room.simulator.ledger(), []);
    }
}
