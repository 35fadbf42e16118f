//! The window speaks the system's language, or the one that was chosen.

use famulor_simulator::{Account, Simulator};
use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};

use crate::room::{KEY, Room, can_send, data, go_to, send};

#[tokio::test(flavor = "multi_thread")]
async fn german_where_the_system_is_german_else_english() {
    for (language, spoken, button, state) in [
        ("de_DE", "de", "Senden", "Gesendet an"),
        ("en_GB", "en", "Send", "Sent to"),
        ("fr_FR", "en", "Send", "Sent to"),
    ] {
        let desktop = Desktop::start(DesktopOptions { language, ..DesktopOptions::default() });
        let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
        desktop.store_secret(&format!("api-key@127.0.0.1:{}", simulator.port()), KEY);
        let (simulator_url, data_dir) = (Some(simulator.url()), Some(data(&desktop)));
        let options = ProgramOptions { simulator_url, data_dir, ..ProgramOptions::default() };
        let program = Program::start(&desktop, &options).await;
        can_send(&program).await;
        assert_eq!(program.script("return document.documentElement.lang", Vec::new()).await, spoken);
        assert_eq!(program.text("send").await, button);
        assert!(desktop.shows_window("^Famulor SMS$"));
        assert_eq!(send(&program, "+49 171 1234567", "Hello").await, "sent");
        desktop.wait_for_notification(|notification| notification.summary == format!("{state} +49 171 1234567"));

        let other = if spoken == "de" { ("en", "Send") } else { ("de", "Senden") };
        program.set("language", other.0).await;
        program.wait_until(&format!("document.documentElement.lang === '{}'", other.0)).await;
        assert_eq!(program.text("send").await, other.1);
    }
}

/// The country that numbers without one belong to, and how many can be chosen.
const COUNTRY: &str = "const { options, selectedOptions } = document.getElementById('default-country');
    return `${selectedOptions[0]?.textContent} of ${options.length > 200 ? 'all' : options.length}`";

#[tokio::test(flavor = "multi_thread")]
async fn a_country_is_chosen_from_all_of_them_and_named_in_the_language_of_the_window() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    program.wait_until("document.querySelectorAll('#default-country option').length > 200").await;
    program.set("default-country", "AT").await;
    program.set("language", "de").await;
    program.wait_until("document.documentElement.lang === 'de'").await;
    assert_eq!(program.script(COUNTRY, Vec::new()).await, "Österreich of all");
    program.close().await;

    let program = room.start().await;
    can_send(&program).await;
    program.type_into("recipient", "0660 1234567").await;
    program.wait_for_text("recipient-hint", "+43 660 1234567").await;
    go_to(&program, "settings").await;
    program.wait_until("document.querySelectorAll('#default-country option').length > 200").await;
    assert_eq!(program.script(COUNTRY, Vec::new()).await, "Österreich of all");
}

/// The test's desktop names no country, so numbers without one are German.
#[tokio::test(flavor = "multi_thread")]
async fn abroad_is_another_country_than_the_one_that_numbers_without_one_are_read_for() {
    const ABROAD: &str = "This number is in another country.";
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("recipient", "0171 1234567").await;
    program.wait_for_text("recipient-hint", "+49 171 1234567 · Germany").await;
    assert!(!program.text("recipient-hint").await.contains(ABROAD));
    program.replace("recipient", "+43 660 1234567").await;
    program.wait_for_text("recipient-hint", "+43 660 1234567 · Austria").await;
    program.wait_for_text("recipient-hint", ABROAD).await;
}
