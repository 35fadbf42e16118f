//! The proof of an upgrade, for `cargo xtask package --test`.
//!
//! `upgraded write FOLDER` puts down what the program's first version would have kept; `upgraded look FOLDER` starts the
//! program on it and looks for all of that in its window.
#![cfg_attr(
    target_os = "linux",
    expect(clippy::expect_used, reason = "a program made for a test can only stop and say so")
)]

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let mut argument = || arguments.next().expect("upgraded write|look FOLDER");
    let (work, folder) = (argument(), std::path::absolute(argument()).expect("the folder has a path"));
    if work == "write" { linux::write(&folder) } else { linux::look(&folder).await }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;

    use famulor_sms_tests::{Database, Desktop, DesktopOptions, Keychain, Program, ProgramOptions, paper};

    const OLD: &str = "
        INSERT INTO contact (id, name, search_key, created_at) VALUES (1, 'Anna Beck', 'anna beck', 1);
        INSERT INTO contact_number (contact_id, number) VALUES (1, '+4915123456789');
        INSERT INTO account VALUES (1, 1, 'Praxis Beck', 'a@b.example', '12.50', 1, 1);
        INSERT INTO message (id, uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
            account_email, key_generation, predicted_segments, created_at, due_at)
        VALUES (1, 'a', 'a', 'Anna Beck', '+4915123456789', 'Ihr Termin ist um zehn.', 1, '+491713920001',
            'a@b.example', 1, 1, 1700000000000, 1700000000000);
        UPDATE message SET state = 'sending' WHERE id = 1;
        UPDATE message SET state = 'sent', cost = '0.0750', currency = 'EUR', billed_segments = 1 WHERE id = 1;
        INSERT INTO message_event (message_id, at, state)
        VALUES (1, 1700000000000, 'queued'), (1, 1700000001000, 'sent');
        INSERT INTO draft VALUES ('d', '+4917612345678', 'Noch nicht fertig', 1700000002000);";

    /// What the first version kept: somebody, a message to her, and a text that was being written.
    pub(crate) fn write(folder: &Path) {
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).expect("the folder is ours");
        let file = folder.join("famulor-sms.db");
        paper::of_the_first_version(&file).execute_batch(OLD).expect("it can be written");
    }

    /// All of it is in the window, and the old database in a backup.
    pub(crate) async fn look(folder: &Path) {
        let desktop = Desktop::start(DesktopOptions { keychain: Keychain::None, ..DesktopOptions::default() });
        let home = folder.parent().expect("the folder is in the home's folder for data").display().to_string();
        let options =
            ProgramOptions { environment: vec![("XDG_DATA_HOME".to_owned(), home)], ..ProgramOptions::default() };
        let program = Program::start(&desktop, &options).await;
        assert_eq!(program.value("text").await, "Noch nicht fertig");
        program.click("nav-history").await;
        program.wait_for_text("history", "Ihr Termin ist um zehn.").await;
        program.click("nav-contacts").await;
        program.wait_for_text("contacts", "Anna Beck").await;
        let messages = Database::in_folder(folder).messages();
        assert_eq!(messages.len(), 1);
        assert_eq!((messages[0].state.as_str(), messages[0].body.as_str()), ("sent", "Ihr Termin ist um zehn."));
        let backups = fs::read_dir(folder.join("backups")).expect("there is a folder with backups");
        assert!(backups.count() > 0, "the old database is in a backup");
    }
}
