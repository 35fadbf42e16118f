//! Forgetting: what is deleted is gone from the file and the index at once, and what is open stays.

use std::fs;

use famulor_sms_core::types::{Deleted, HistoryFilter};
use famulor_sms_core::{PhoneNumber, keeping};
use famulor_sms_tests::office::{ANNA, BILAL};

use crate::archive::{Archive, Past};

const ALL: [&str; 8] = ["queued", "held", "sending", "sent", "rejected", "not-sent", "unclear", "cancelled"];
const OPEN: [&str; 4] = ["queued", "held", "sending", "unclear"];

fn one_of_each() -> (Archive, Vec<i64>) {
    let archive = Archive::new();
    let ids = archive.add(ALL.map(|state| Past::to(ANNA).that_is(state).at(1_000)));
    (archive, ids)
}

fn count(archive: &Archive) -> usize {
    archive.all(&HistoryFilter::default()).len()
}

fn delete(archive: &Archive, id: i64) -> Deleted {
    archive.store.now(|c| keeping::delete_message(c, id, 7)).unwrap()
}

/// Step by step until nothing more goes.
fn forget_older(archive: &Archive, before: i64) -> Deleted {
    let mut sum = 0;
    loop {
        let step = archive.store.now(|c| keeping::forget_older(c, before, 7)).unwrap();
        sum += step.deleted;
        if step.deleted == 0 {
            return Deleted { deleted: sum, ..step };
        }
    }
}

#[test]
fn a_message_that_is_open_is_never_deleted() {
    let (archive, ids) = one_of_each();
    for (state, id) in ALL.iter().zip(ids) {
        let kept = OPEN.contains(state);
        let expected = Deleted { deleted: u32::from(!kept), kept: u32::from(kept) };
        assert_eq!(delete(&archive, id), expected, "{state}");
    }
    assert_eq!(count(&archive), OPEN.len());
    archive.assert_sound();
}

#[test]
fn a_message_that_is_not_there_is_neither_deleted_nor_kept() {
    let archive = Archive::new();
    assert_eq!(delete(&archive, 99), Deleted { deleted: 0, kept: 0 });
    assert_eq!(archive.look_up::<i64>("SELECT count(*) FROM housekeeping"), 0);
}

#[test]
fn one_recipients_messages_go_and_the_others_stay() {
    let (archive, _) = one_of_each();
    archive.add([Past::to(BILAL)]);
    let anna = PhoneNumber::from_e164(ANNA).unwrap();
    let deleted = archive.store.now(|c| keeping::delete_recipient(c, &anna, 7)).unwrap();
    assert_eq!(deleted, Deleted { deleted: 4, kept: 4 });
    assert_eq!(count(&archive), 5);
    archive.assert_sound();
}

#[test]
fn what_is_older_goes_in_steps_and_what_is_not_stays() {
    let (archive, _) = one_of_each();
    archive.add((0..250).map(|n| Past::to(BILAL).at(n)));
    archive.add([Past::to(BILAL).at(2_000)]);
    assert_eq!(forget_older(&archive, 1_000), Deleted { deleted: 250, kept: 0 });
    assert_eq!(forget_older(&archive, 2_000), Deleted { deleted: 4, kept: 4 });
    assert_eq!(count(&archive), 5);
    archive.assert_sound();
}

#[test]
fn the_backups_can_know_when_something_was_deleted() {
    let archive = Archive::new();
    let ids = archive.add([Past::to(ANNA), Past::to(ANNA)]);
    delete(&archive, ids[0]);
    assert_eq!(archive.look_up::<i64>("SELECT deleted_at FROM housekeeping"), 7);
}

#[test]
fn the_steps_go_with_their_message() {
    let archive = Archive::new();
    let ids = archive.add([Past::to(ANNA)]);
    delete(&archive, ids[0]);
    assert_eq!(archive.look_up::<i64>("SELECT count(*) FROM message_event"), 0);
}

/// Greek letters, since nothing else in the file looks like the groups of three that the index makes of them.
#[test]
fn what_is_deleted_is_gone_from_every_file_at_once() {
    let secrets = [
        "Ωψφχ Geheimnis",
        "ωψφχ geheimnis",
        "ωψφ",
        "ψφχ",
        "Ξένος",
        "ξενοσ",
        "+4915799887766",
        "4915799887766",
        "99887766",
    ];
    let archive =
        Archive::with((0..300).map(|n| Past::to(ANNA).named("Anna Beck").saying(&format!("Termin {}", n % 7))));
    let ids = archive.add([Past::to("+4915799887766").named("Ξένος").saying("Ωψφχ Geheimnis")]);
    archive.add((0..300).map(|n| Past::to(BILAL).named("Bilal").saying(&format!("Rückruf {}", n % 7))));
    for secret in secrets {
        assert!(is_in_a_file(&archive, secret), "{secret} was never written");
    }
    assert_eq!(delete(&archive, ids[0]), Deleted { deleted: 1, kept: 0 });
    for secret in secrets {
        assert!(!is_in_a_file(&archive, secret), "{secret} is still in a file");
    }
    assert!(archive.found("geheimnis").is_empty());
    archive.assert_sound();
}

fn is_in_a_file(archive: &Archive, secret: &str) -> bool {
    let files = fs::read_dir(archive.folder.path()).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .any(|bytes| bytes.windows(secret.len()).any(|window| window == secret.as_bytes()))
}
