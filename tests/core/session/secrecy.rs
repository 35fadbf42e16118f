//! Where the key must not be.

use std::path::Path;

use famulor_sms_tests::office::{ANNA, KEY, Letter, Office};

/// Every file below the folder that holds these bytes.
fn files_with(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let holds = |file: &std::path::PathBuf| std::fs::read(file).unwrap().windows(bytes.len()).any(|w| w == bytes);
    files.filter(|file| file.is_file() && holds(file)).map(|file| file.display().to_string()).collect()
}

#[tokio::test]
async fn the_key_is_in_no_file_of_the_data_folder() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    office.simulator.set_account(|account| account.api_key = "another".into());
    office.send_to_the_end(&Letter::to(ANNA).saying("Mit altem Schlüssel")).await;
    office.session.refresh().await.unwrap_err();
    let secret = KEY.rsplit('|').next().unwrap();
    assert_eq!(files_with(office.folder.path(), secret.as_bytes()), [""; 0]);
    let found = files_with(office.folder.path(), "Mit altem Schlüssel".as_bytes());
    assert!(found.iter().any(|file| file.ends_with("-wal")), "the search finds what is there: {found:?}");
    assert!(!format!("{:?}", office.session.credentials()).contains(secret));

    let mut office = office;
    office.simulator.set_account(|account| account.api_key = KEY.into());
    office.stop_work().await;
    let office = office.start_anew().await;
    assert_eq!(files_with(office.folder.path(), secret.as_bytes()), [""; 0]);
}
