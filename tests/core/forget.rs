//! "Forget everything on this computer": not a byte of it is left in the data folder.

use std::fs;
use std::path::Path;

use famulor_sms_core::clock;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::store::{ForgetError, Store};
use famulor_sms_core::types::Draft;
use famulor_sms_core::{contacts, draft};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office};
use famulor_sms_tests::paper;

const SECRETS: [&str; 7] = ["geheimnis", "entwurf", "anna", "bilal", "5123456789", "7612345678", "office.example"];

/// The secrets that stand somewhere in a folder, in capitals or not.
fn found(folder: &Path) -> Vec<String> {
    let files = paper::files_below(folder).into_iter();
    let texts: Vec<_> = files.map(|file| (fs::read(&file).unwrap().to_ascii_lowercase(), file)).collect();
    let stands_in = |text: &[u8], word: &str| text.windows(word.len()).any(|bytes| bytes == word.as_bytes());
    let places = |word: &'static str| {
        texts.iter().filter(move |(text, _)| stands_in(text, word)).map(move |(_, file)| format!("{word} {file:?}"))
    };
    SECRETS.into_iter().flat_map(places).collect()
}

async fn with_everything() -> Office {
    let office = Office::open().await;
    office
        .store
        .now(|c| {
            contacts::save_name(c, "Anna Beck", &PhoneNumber::parse(ANNA, "DE".parse().unwrap()).unwrap(), 1)?;
            let writing =
                Draft { id: "d1".into(), recipient: "Bilal".into(), body: "Ein Entwurf".into(), ..Draft::default() };
            draft::save(c, &writing, 1)?;
            c.execute("UPDATE account SET email = 'anna@office.example'", [])?;
            Ok::<_, famulor_sms_core::store::StoreError>(())
        })
        .unwrap();
    office.send_to_the_end(&Letter::to(ANNA).saying("Ein Geheimnis")).await;
    office.send_to_the_end(&Letter::to(BILAL).saying("Noch ein Geheimnis")).await;
    office
}

#[tokio::test]
async fn nothing_is_left_of_it() {
    let office = with_everything().await;
    let data = office.folder.path();
    office.store.back_up(clock::now()).unwrap();
    for (folder, file) in [("set-aside/20261123-140501", "famulor-sms.db"), ("logs", "famulor-sms.log")] {
        fs::create_dir_all(data.join(folder)).unwrap();
        fs::write(data.join(folder).join(file), "Geheimnis").unwrap();
    }
    fs::write(data.join("famulor-sms.db.1234.part"), "Geheimnis").unwrap();
    assert!(found(data).len() > SECRETS.len());
    office.store.forget_everything().unwrap();
    assert_eq!(found(data), Vec::<String>::new());
    let left: Vec<_> = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("famulor-sms.")), "{left:?}");
    assert_eq!(office.look_up::<String>("PRAGMA integrity_check", []), "ok");
}

#[tokio::test]
async fn afterwards_the_program_works_like_a_new_one() {
    let office = with_everything().await;
    office.store.forget_everything().unwrap();
    let store = &office.store;
    assert!(store.now(|c| draft::all(c)).unwrap().is_empty());
    assert!(!store.now(|c| contacts::any(c)).unwrap());
    store.now(|c| paper::queue(c, "Von vorn")).unwrap();
    assert_eq!(paper::messages(store).len(), 1);
    assert!(store.back_up_if_due(clock::now()).unwrap());
}

#[test]
fn it_waits_for_the_end_of_what_is_being_sent() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    store.now(|c| paper::message(c, "Gerade eben", "sending")).unwrap();
    store.back_up(clock::now()).unwrap();
    assert!(matches!(store.forget_everything(), Err(ForgetError::Sending)));
    assert_eq!(paper::messages(&store).len(), 1);
    assert_eq!(paper::files_below(&folder.path().join("backups")).len(), 1);
}

#[test]
fn it_goes_on_where_the_last_try_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    store.now(|c| paper::message(c, "Ein Geheimnis", "sent")).unwrap();
    store.back_up(clock::now()).unwrap();
    fs::remove_dir_all(folder.path().join("backups")).unwrap();
    drop(store);
    let store = paper::open(folder.path());
    store.forget_everything().unwrap();
    assert_eq!(found(folder.path()), Vec::<String>::new());
}
