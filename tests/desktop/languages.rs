//! The window speaks the system's language, or the one that was chosen.

use famulor_simulator::{Account, Simulator};
use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};

use crate::room::{KEY, can_send, data, send};

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
