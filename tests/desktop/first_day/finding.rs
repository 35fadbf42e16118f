//! After it was sent: what nobody knows is settled, and what is known is found again and printed.

use famulor_simulator::Behaviour;
use famulor_sms_core::clock;
use famulor_sms_tests::past::Past;
use famulor_sms_tests::place;

use super::{BOTH, Colleague, Desk, RECIPIENT, TEXT};

#[tokio::test(flavor = "multi_thread")]
async fn an_unclear_message_is_looked_up_and_settled() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        desk.room.simulator.misbehave_once(Behaviour::ResetAfterReading);
        colleague.writes(RECIPIENT, TEXT).await;
        let (state, told) = colleague.sends().await;
        assert!(state == "unclear" && told.contains(desk.said("Unklar, vielleicht gesendet", "Unclear, perhaps sent")));
        colleague.hands.press("outcome-outbox", "Return").await;
        colleague.has_focus_on("#outbox-title").await;
        colleague.sees("#outbox-unclear-list", "im Dashboard von Famulor", "in Famulor’s dashboard").await;
        colleague.hands.press("#outbox-unclear-list [data-verb=settle-not-sent]", "Return").await;
        colleague.sees("outbox-status", "Vermerkt", "Noted").await;
        colleague.has_focus_on("#outbox-title").await;
        desk.room.wait_for_states(&["not-sent (settled-by-person)"]);
        assert_eq!(desk.room.simulator.ledger().len(), 1, "it is not sent again by itself");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_last_week_is_found_by_a_word() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        desk.room.put(last_weeks());
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.hands.key("ctrl+f");
        colleague.has_focus_on("#history-search").await;
        colleague.hands.type_text("parcel").await;
        program.wait_until("document.querySelectorAll('#history-list .message-row').length === 1").await;
        colleague.sees("history-sum", "1 Nachricht", "1 message").await;
        colleague.hands.press("#history-list .message-row-open", "Return").await;
        program.wait_for_text("detail-text", "Your parcel is here").await;
        colleague.hands.key("Escape");
        program.wait_gone("detail-dialog").await;
        colleague.has_focus_on("#history-list .message-row-open").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_of_sending_is_printed_on_one_page_that_can_be_read() {
    for language in BOTH {
        let desk = Desk::in_language(language).await;
        desk.room.put(last_weeks());
        let program = desk.room.start_with_key().await;
        let colleague = Colleague::at(&desk, &program).await;
        colleague.goes_to("ctrl+3", "history").await;
        colleague.hands.press("#history-list .message-row-open", "Return").await;
        colleague.hands.press("#detail-actions [data-verb=proof]", "Return").await;
        let page = desk.room.desktop.print_to_file(desk.said("^Drucken$", "^Print$"));
        let printed = page.text();
        for words in [
            desk.said("Versandbeleg", "Proof of sending"),
            desk.said("kein Zustellnachweis", "no proof of delivery"),
            "Bilal Demir",
            "The technician comes at ten",
        ] {
            assert!(printed.contains(words), "{words:?} is not in {printed:?}");
        }
        assert!(!printed.contains(desk.said("Einzelheiten", "Details")), "the window is printed, too: {printed}");
        assert_eq!(page.pages(), 1, "{printed}");
        let name = desk.said("printed-proof-de", "printed-proof-en");
        assert!(page.has_ink(&place::picture(name)), "the page is empty");
        program.wait_for("detail-dialog").await;
        colleague.has_focus_on("#detail-actions [data-verb=proof]").await;
    }
}

fn last_weeks() -> [Past; 2] {
    let day = 24 * 60 * 60 * 1000;
    let parcel = Past::to("+491711234567").named("Anna Beck").saying("Your parcel is here");
    let technician = Past::to("+491717654321").named("Bilal Demir").saying("The technician comes at ten");
    [parcel.at(clock::now() - 7 * day), technician.at(clock::now() - 6 * day)]
}
