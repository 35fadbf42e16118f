//! The history in pages, filtered and summed up, without ever reading all of it.

use famulor_sms_core::history;
use famulor_sms_core::types::{Cost, HistoryFilter, HistorySender, HistorySum, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA};
use proptest::prelude::*;

use crate::archive::{Archive, Past};

const DAY: i64 = 86_400_000;
const STATES: [(&str, MessageState); 8] = [
    ("queued", MessageState::Queued),
    ("held", MessageState::Held),
    ("sending", MessageState::Sending),
    ("sent", MessageState::Sent),
    ("rejected", MessageState::Rejected),
    ("not-sent", MessageState::NotSent),
    ("unclear", MessageState::Unclear),
    ("cancelled", MessageState::Cancelled),
];

fn everything() -> HistoryFilter {
    HistoryFilter::default()
}

#[test]
fn pages_of_a_hundred_follow_each_other_without_a_gap() {
    let archive = Archive::new();
    let ids = archive.add((0..250).map(|n| Past::to(ANNA).at(n)));
    let first = archive.store.now(|c| history::page(c, &everything(), None)).unwrap();
    assert!(first.messages.len() == 100 && first.more);
    let shown: Vec<i64> = archive.all(&everything()).iter().map(|message| message.id).collect();
    assert_eq!(shown, ids.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn a_page_goes_on_after_a_message_that_was_deleted_meanwhile() {
    let archive = Archive::new();
    let ids = archive.add((0..150).map(|n| Past::to(ANNA).at(n)));
    archive.change(&format!("DELETE FROM message WHERE id = {}", ids[50]));
    let next = archive.store.now(|c| history::page(c, &everything(), Some(ids[50]))).unwrap();
    assert!(next.messages.len() == 50 && !next.more);
}

#[test]
fn a_month_is_found_also_where_the_clock_went_back() {
    let archive = Archive::with([
        Past::to(ANNA).saying("Januar").at(10 * DAY),
        Past::to(ANNA).saying("März").at(70 * DAY),
        Past::to(ANNA).saying("verstellte Uhr").at(15 * DAY),
        Past::to(ANNA).saying("April").at(100 * DAY),
    ]);
    let bodies = |filter: &HistoryFilter| -> Vec<String> {
        archive.all(filter).into_iter().map(|message| message.body).collect()
    };
    let january = HistoryFilter { until: Some(31 * DAY), ..everything() };
    assert_eq!(bodies(&january), ["verstellte Uhr", "Januar"]);
    assert_eq!(bodies(&HistoryFilter { search: "uhr".into(), ..january }), ["verstellte Uhr"]);
    assert_eq!(bodies(&HistoryFilter { from: Some(70 * DAY), until: Some(100 * DAY), ..everything() }), ["März"]);
    assert_eq!(bodies(&HistoryFilter { from: Some(101 * DAY), ..everything() }), [""; 0]);
    assert_eq!(bodies(&HistoryFilter { until: Some(0), ..everything() }), [""; 0]);
}

#[test]
fn a_sum_is_exact_and_apart_for_each_currency() {
    let archive = Archive::with([
        Past::to(ANNA).billed(2, "0.1", Some("EUR")),
        Past::to(ANNA).billed(1, "0.2", Some("EUR")),
        Past::to(ANNA).billed(1, "0.2", Some("EUR")),
        Past::to(BILAL).billed(1, "0.0075", Some("USD")),
        Past::to(BILAL).billed(3, "100.67447094", None),
        Past::to(CLARA).that_is("unclear"),
        Past::to(CLARA).that_is("rejected"),
        Past::to(CLARA).that_is("cancelled"),
        Past::to(CLARA).that_is("queued"),
    ]);
    let cost =
        |amount: &str, currency: Option<&str>| Cost { amount: amount.into(), currency: currency.map(Into::into) };
    let costs = vec![cost("100.67447094", None), cost("0.5", Some("EUR")), cost("0.0075", Some("USD"))];
    assert_eq!(archive.sum(&everything()), HistorySum { count: 9, segments: 9, costs });
    let anna = HistoryFilter { number: Some(ANNA.into()), ..everything() };
    assert_eq!(archive.sum(&anna), HistorySum { count: 3, segments: 4, costs: vec![cost("0.5", Some("EUR"))] });
    let nobody = HistoryFilter { search: "niemand".into(), ..everything() };
    assert_eq!(archive.sum(&nobody), HistorySum { count: 0, segments: 0, costs: vec![] });
}

#[test]
fn parts_count_where_they_were_paid_or_may_have_been() {
    for (word, state) in STATES {
        let archive = Archive::with([Past::to(ANNA).that_is(word)]);
        let paid = matches!(state, MessageState::Sent | MessageState::Sending | MessageState::Unclear);
        assert_eq!(archive.sum(&everything()).segments, u64::from(paid), "{word}");
    }
}

#[test]
fn the_range_names_the_oldest_time_and_every_sender_by_its_newest_name() {
    let empty = Archive::new().store.now(|c| history::range(c)).unwrap();
    assert_eq!((empty.oldest, empty.senders), (None, vec![]));
    let archive =
        Archive::with([Past::to(ANNA).from(7).at(5), Past::to(ANNA).from(2).at(3), Past::to(ANNA).from(7).at(9)]);
    archive.change("UPDATE message SET sender_name = 'Vertrieb' WHERE created_at = 9");
    let range = archive.store.now(|c| history::range(c)).unwrap();
    assert_eq!(range.oldest, Some(3));
    let sender =
        |id, number: &str, name: Option<&str>| HistorySender { id, number: number.into(), name: name.map(Into::into) };
    assert_eq!(range.senders, [sender(2, "+49 30 901822", None), sender(7, "+49 30 901827", Some("Vertrieb"))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the filter and the way that is taken for it: what fits is shown, nothing else, newest first.
    #[test]
    fn every_combination_of_filters_shows_exactly_what_fits(
        past in prop::collection::vec((0..3usize, 0..8usize, 0..3i64, 0..5i64, 0..4usize), 0..150),
        search in prop::option::of(0..4usize),
        state in prop::option::of(0..8usize),
        sender_id in prop::option::of(0..3i64),
        number in prop::option::of(0..3usize),
        from in prop::option::of(0..5i64),
        until in prop::option::of(0..6i64),
    ) {
        let people = [ANNA, BILAL, CLARA];
        let texts = ["Arzttermin", "Termin um zehn", "Rückruf bitte", "zz"];
        let searches = ["termin", "zz", "rueckruf", "q"];
        let fitting = [&["Arzttermin", "Termin um zehn"][..], &["zz"], &["Rückruf bitte"], &[]];
        let archive = Archive::new();
        let ids = archive.add(past.iter().map(|(who, end, sender, day, what)| {
            Past::to(people[*who]).that_is(STATES[*end].0).from(*sender).at(day * DAY).saying(texts[*what])
        }));
        let filter = HistoryFilter {
            search: search.map(|n| searches[n].to_owned()).unwrap_or_default(),
            state: state.map(|n| STATES[n].1),
            sender_id,
            number: number.map(|n| people[n].to_owned()),
            contact_id: None,
            from: from.map(|day| day * DAY),
            until: until.map(|day| day * DAY),
        };
        let fits = |(who, end, sender, day, what): &(usize, usize, i64, i64, usize)| {
            search.is_none_or(|n| fitting[n].contains(&texts[*what]))
                && state.is_none_or(|n| n == *end)
                && sender_id.is_none_or(|id| id == *sender)
                && number.is_none_or(|n| n == *who)
                && from.is_none_or(|from| *day >= from)
                && until.is_none_or(|until| *day < until)
        };
        let expected: Vec<i64> = past.iter().zip(&ids).filter(|(message, _)| fits(message)).map(|(_, id)| *id).rev().collect();
        let shown: Vec<i64> = archive.all(&filter).iter().map(|message| message.id).collect();
        prop_assert_eq!(archive.sum(&filter).count as usize, expected.len());
        prop_assert_eq!(shown, expected);
    }
}
