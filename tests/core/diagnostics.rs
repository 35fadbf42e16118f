//! Diagnostics tell what helps, and nothing that is anybody's.

use famulor_sms_core::diagnostics::{Surroundings, records, report};
use famulor_sms_tests::office::{ANNA, KEY, Letter, Office};

async fn diagnostics(office: &Office) -> String {
    let surroundings = Surroundings {
        version: "1.2.3".into(),
        mode: "real",
        system: vec![("System", "linux x86_64, Debian 13".into())],
        standing: *office.session.standing().borrow(),
        is_damaged: false,
    };
    let records = office.store.now(|c| records(c)).unwrap();
    report(&surroundings, &records)
}

#[tokio::test]
async fn versions_states_and_the_last_failures_are_told_by_their_codes() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    office.send_to_the_end(&Letter::to("+15005550004")).await;
    office.simulator.set_account(|account| account.balance = 0.into());
    office.send_to_the_end(&Letter::to(ANNA).saying("Noch etwas")).await;
    let version: u32 = office.look_up("PRAGMA user_version", []);
    let told = diagnostics(&office).await;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "Famulor SMS: 1.2.3 (real)");
    assert_eq!(lines[1], "System: linux x86_64, Debian 13");
    assert!(lines[2].starts_with(&format!("Database: version {version}, SQLite 3.")), "{told}");
    assert!(lines[2].ends_with(", no damage known"), "{told}");
    assert_eq!(
        lines[3..],
        [
            "Messages: queued 0, held 0, sending 0, sent 1, rejected 2, not-sent 0, unclear 0, cancelled 0",
            "Last failures: rejected: balance, carrier",
            "Keychain: stored",
        ]
    );
}

#[tokio::test]
async fn nothing_that_is_anybodys_is_told() {
    let office = Office::open().await;
    let mut planted = vec![KEY.to_owned(), ANNA.to_owned(), "geheim".to_owned(), "Dörte".to_owned()];
    office.send_to_the_end(&Letter::to(ANNA).saying("geheim geheim")).await;
    office.send_to_the_end(&Letter::to("+15005550004").saying("geheim")).await;
    planted.push("15005550004".into());
    office
        .store
        .now(|c| {
            c.execute_batch(
                "UPDATE message SET recipient_name = 'Dörte', detail = 'geheim', sender_name = 'geheim';
                 UPDATE account SET name = 'Dörte', email = 'geheim@example.org';
                 INSERT INTO draft (id, recipient, body, changed_at) VALUES ('d', 'Dörte', 'geheim', 0);
                 INSERT INTO template (name, body, position, created_at, changed_at) VALUES ('geheim', 'geheim', 9, 0, 0);",
            )
        })
        .unwrap();
    planted.extend([office.look_up::<String>("SELECT provider_id FROM message WHERE state = 'sent'", [])]);
    planted.push(office.look_up("SELECT sender_number FROM message LIMIT 1", []));
    planted.push(office.look_up("SELECT balance FROM account", []));
    planted.push(office.folder.path().to_str().unwrap().to_owned());
    planted.push(office.simulator.port().to_string());
    let told = diagnostics(&office).await;
    for planted in planted {
        let digits: String = planted.chars().filter(char::is_ascii_digit).collect();
        assert!(!told.contains(&planted), "{planted} is in {told}");
        assert!(digits.len() < 5 || !told.replace(' ', "").contains(&digits), "{digits} is in {told}");
    }
}
