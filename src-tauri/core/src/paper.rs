//! A database with messages put into it by hand, for the tests of single modules.

use tempfile::TempDir;

use crate::store::Store;

/// With a queued message of each text; it lies in a folder that goes with the first of the two.
pub(crate) fn with(bodies: &[&str]) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let insert = "INSERT INTO message (uuid, draft_id, recipient_number, body, sender_id, sender_number,
                      account_email, key_generation, predicted_segments, created_at, due_at)
                  VALUES (?1, ?1, '+491711234567', ?1, 1, '+493090182', 'a@b.example', 1, 1, 0, 0)";
    for body in bodies {
        store.now(|c| c.execute(insert, [body])).unwrap();
    }
    (folder, store)
}
