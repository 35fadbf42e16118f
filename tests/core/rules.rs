//! The rules that the database itself keeps, whatever the program does.

use famulor_sms_core::store::Store;
use rusqlite::Connection;
use tempfile::TempDir;

const ALL: [&str; 8] = ["queued", "held", "sending", "sent", "rejected", "not-sent", "unclear", "cancelled"];

/// The changes that need nothing beside the state.
const PLAIN: [(&str, &[&str]); 3] = [
    ("queued", &["sending", "not-sent", "held", "cancelled"]),
    ("held", &["queued", "cancelled"]),
    ("sending", &["sent", "rejected", "not-sent", "unclear"]),
];

/// The changes of a 429, a person who settles, and a restore.
const WITH_ITS_REASON: [(&str, &[&str]); 4] =
    [("queued", &["unclear"]), ("held", &["unclear"]), ("sending", &["queued"]), ("unclear", &["sent", "not-sent"])];

fn is_in(table: &[(&str, &[&str])], from: &str, to: &str) -> bool {
    table.iter().any(|(state, next)| *state == from && next.contains(&to))
}

fn database() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Store::open(folder.path()).unwrap(), folder)
}

fn insert(connection: &Connection, state: &str) -> rusqlite::Result<i64> {
    connection.execute(
        "INSERT INTO message (uuid, draft_id, state, recipient_number, body, sender_id, sender_number, account_email,
             key_generation, predicted_segments, created_at, due_at)
         VALUES (hex(randomblob(16)), hex(randomblob(16)), ?1, '+491711234567', 'Hallo', 1, '+491713920001',
             'a@b.example', 1, 1, 0, 0)",
        [state],
    )?;
    Ok(connection.last_insert_rowid())
}

/// A message brought to this state by legal changes.
fn message_in(connection: &Connection, state: &str) -> i64 {
    let id = insert(connection, "queued").unwrap();
    let way: &[&str] = match state {
        "queued" => &[],
        "sent" | "rejected" | "unclear" => &["sending", state],
        _ => &[state],
    };
    for step in way {
        connection.execute("UPDATE message SET state = ?2 WHERE id = ?1", (id, step)).unwrap();
    }
    id
}

fn is_allowed(connection: &Connection, statement: &str, id: i64, to: &str) -> bool {
    let changed = connection.execute(statement, (id, to));
    if let Err(refusal) = &changed {
        assert!(refusal.to_string().contains("not a legal change"), "{refusal}");
    }
    changed.is_ok()
}

#[test]
fn every_change_of_state_that_is_not_listed_aborts() {
    let (store, _folder) = database();
    store
        .now(|c| {
            for (from, to) in ALL.into_iter().flat_map(|from| ALL.map(|to| (from, to))).filter(|(from, to)| from != to)
            {
                let id = message_in(c, from);
                let allowed = is_allowed(c, "UPDATE message SET state = ?2 WHERE id = ?1", id, to);
                assert_eq!(allowed, is_in(&PLAIN, from, to), "{from} → {to}");
            }
            Ok::<_, rusqlite::Error>(())
        })
        .unwrap();
}

#[test]
fn even_with_every_excuse_no_other_change_of_state_is_allowed() {
    let excuse = "UPDATE message SET state = ?2, waits = waits + 1, settled_by_person = 1, reason = 'restored'
                  WHERE id = ?1";
    let (store, _folder) = database();
    store
        .now(|c| {
            for (from, to) in ALL.into_iter().flat_map(|from| ALL.map(|to| (from, to))).filter(|(from, to)| from != to)
            {
                let id = message_in(c, from);
                let listed = is_in(&PLAIN, from, to) || is_in(&WITH_ITS_REASON, from, to);
                assert_eq!(is_allowed(c, excuse, id, to), listed, "{from} → {to}");
            }
            Ok::<_, rusqlite::Error>(())
        })
        .unwrap();
}

#[test]
fn who_has_settled_it_may_settle_it_otherwise_but_nothing_else() {
    let settle = "UPDATE message SET state = ?2, settled_by_person = 1 WHERE id = ?1";
    let (store, _folder) = database();
    store
        .now(|c| {
            for to in ALL.into_iter().filter(|to| *to != "sent") {
                let id = message_in(c, "unclear");
                assert!(is_allowed(c, settle, id, "sent"));
                assert_eq!(is_allowed(c, settle, id, to), to == "not-sent", "sent → {to}");
            }
            Ok::<_, rusqlite::Error>(())
        })
        .unwrap();
}

#[test]
fn a_message_begins_as_queued_or_not_at_all() {
    let (store, _folder) = database();
    store
        .now(|c| {
            for state in ALL {
                assert_eq!(insert(c, state).is_ok(), state == "queued", "{state}");
            }
            assert!(insert(c, "delivered").is_err());
            Ok::<_, rusqlite::Error>(())
        })
        .unwrap();
}

#[test]
fn what_was_claimed_can_no_longer_be_changed() {
    let columns = [
        ("uuid", "'x'"),
        ("draft_id", "'x'"),
        ("recipient_number", "'+4917612345678'"),
        ("body", "'Anders'"),
        ("sender_id", "2"),
    ];
    let (store, _folder) = database();
    store
        .now(|c| {
            for (state, (column, value)) in ALL.into_iter().flat_map(|state| columns.map(|change| (state, change))) {
                let transaction = c.transaction()?;
                let id = message_in(&transaction, state);
                let changed =
                    transaction.execute(&format!("UPDATE message SET {column} = {value} WHERE id = ?1"), [id]);
                assert_eq!(changed.is_ok(), ["queued", "held"].contains(&state), "{column} of a {state} message");
            }
            Ok::<_, rusqlite::Error>(())
        })
        .unwrap();
}
