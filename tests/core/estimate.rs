//! What a text will cost: learned from the account's own bills to the same country, never from another's.

use famulor_simulator::Behaviour;
use famulor_sms_core::estimate::estimate;
use famulor_sms_core::store::FILE_NAME;
use famulor_sms_core::types::{BalanceForecast, Cost, CostEstimate, Drift, HistoryFilter, MessageDetail, Price};
use famulor_sms_core::{PhoneNumber, history};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office};
use famulor_sms_tests::paper;

use crate::archive::{Archive, Past};

/// In Turkey, where nobody has written to.
const DENIZ: &str = "+905321234567";

/// An archive of the account that [`Past`] messages are written under.
fn archive(past: impl IntoIterator<Item = Past>) -> Archive {
    let archive = Archive::with(past);
    archive.change(
        "INSERT INTO account (id, key_generation, name, email, balance, checked_at, key_is_kept)
         VALUES (1, 1, 'Praxis', 'a@b.example', '1.00', 0, 1)",
    );
    archive
}

fn ask(archive: &Archive, number: &str, sender: i64, segments: u32) -> CostEstimate {
    let number = PhoneNumber::from_e164(number).unwrap();
    archive.store.now(|c| estimate(c, Some(&number), Some(sender), segments)).unwrap()
}

fn euro(amount: &str) -> Cost {
    Cost { amount: amount.into(), currency: Some("EUR".into()) }
}

fn learned(per_segment: &str, total: &str, at: i64, same_sender: bool) -> Price {
    Price::Learned { per_segment: euro(per_segment), total: euro(total), at, same_sender }
}

#[test]
fn the_price_is_the_newest_bill_to_this_country_from_this_sender() {
    let archive = archive([
        Past::to(ANNA).at(1).billed(1, "0.0700", Some("EUR")),
        Past::to(BILAL).at(2).billed(2, "0.1500", Some("EUR")),
        Past::to(BILAL).from(2).at(3).billed(1, "0.09", Some("EUR")),
        Past::to(CLARA).at(4).billed(1, "0.11", Some("EUR")),
        Past::to(ANNA).at(5).that_is("rejected"),
        Past::to(ANNA).at(6).that_is("unclear"),
    ]);
    let estimate = ask(&archive, ANNA, 1, 3);
    assert_eq!((estimate.country.as_deref(), estimate.segments), (Some("DE"), 3));
    assert_eq!(estimate.price, learned("0.075", "0.225", 2, true));
    assert_eq!(ask(&archive, ANNA, 2, 1).price, learned("0.09", "0.09", 3, true));
}

#[test]
fn from_a_sender_without_a_bill_it_is_the_newest_of_any_sender() {
    let archive = archive([
        Past::to(ANNA).at(1).billed(1, "0.07", Some("EUR")),
        Past::to(ANNA).from(2).at(2).billed(1, "0.08", Some("EUR")),
    ]);
    assert_eq!(ask(&archive, BILAL, 9, 2).price, learned("0.08", "0.16", 2, false));
}

#[test]
fn another_countrys_price_says_nothing() {
    let archive = archive([Past::to(ANNA).billed(1, "0.07", Some("EUR"))]);
    assert_eq!(ask(&archive, DENIZ, 1, 1).price, Price::NoneYet);
    assert_eq!(
        ask(&archive, "+80012345678", 1, 1),
        CostEstimate {
            country: None,
            segments: 1,
            price: Price::NoneYet,
            balance: Some(BalanceForecast { now: "1.00".into(), waiting: "0".into(), after: None, is_short: false }),
            drift: None,
        }
    );
}

#[test]
fn countries_that_share_a_calling_code_are_two() {
    let archive = archive([Past::to("+12125550123").billed(1, "0.01", Some("EUR"))]);
    assert_eq!(ask(&archive, "+14165550123", 1, 1).price, Price::NoneYet);
    assert_eq!(ask(&archive, "+13105550123", 1, 1).price, learned("0.01", "0.01", 0, true));
}

#[test]
fn another_accounts_bills_say_nothing() {
    let archive = archive([Past::to(ANNA).billed(1, "0.07", Some("EUR"))]);
    archive.change("UPDATE account SET email = 'other@b.example'");
    assert_eq!(ask(&archive, ANNA, 1, 1).price, Price::NoneYet);
    archive.change("DELETE FROM account");
    assert_eq!(ask(&archive, ANNA, 1, 1).balance, None);
}

#[test]
fn a_bill_without_a_currency_stays_without_one() {
    let archive = archive([Past::to(ANNA).billed(1, "0.0075", None)]);
    let total = Cost { amount: "0.015".into(), currency: None };
    let Price::Learned { total: found, .. } = ask(&archive, ANNA, 1, 2).price else { panic!("it was billed") };
    assert_eq!(found, total);
}

#[test]
fn a_bill_that_cannot_be_read_or_counts_no_parts_teaches_nothing() {
    let archive =
        archive([Past::to(ANNA).billed(0, "0.07", Some("EUR")), Past::to(CLARA).billed(1, "free", Some("EUR"))]);
    assert_eq!(ask(&archive, ANNA, 1, 1).price, Price::NoneYet);
    assert_eq!(ask(&archive, CLARA, 1, 1).price, Price::NoneYet);
}

#[test]
fn the_balance_is_what_is_left_after_all_that_goes_before() {
    let archive = archive([
        Past::to(ANNA).billed(1, "0.30", Some("EUR")),
        Past::to(ANNA).that_is("queued"),
        Past::to(BILAL).from(2).that_is("queued"),
        Past::to(DENIZ).that_is("queued"),
        Past::to(ANNA).that_is("held"),
        Past::to(ANNA).that_is("cancelled"),
    ]);
    let forecast = |after: &str, is_short| BalanceForecast {
        now: "1.00".into(),
        waiting: "0.6".into(),
        after: Some(after.into()),
        is_short,
    };
    assert_eq!(ask(&archive, ANNA, 1, 1).balance, Some(forecast("0.1", false)));
    assert_eq!(ask(&archive, ANNA, 1, 2).balance, Some(forecast("-0.2", true)));
    archive.change("UPDATE account SET balance = '0.90'");
    assert!(!ask(&archive, ANNA, 1, 1).balance.unwrap().is_short, "to the last cent");
}

#[test]
fn an_empty_balance_will_not_do_whatever_the_price() {
    let archive = archive([]);
    assert!(!ask(&archive, ANNA, 1, 1).balance.unwrap().is_short);
    archive.change("UPDATE account SET balance = '0'");
    assert!(ask(&archive, ANNA, 1, 1).balance.unwrap().is_short);
    archive.change("UPDATE account SET balance = NULL");
    assert_eq!(ask(&archive, ANNA, 1, 1).balance, None);
}

#[test]
fn before_a_recipient_is_chosen_only_the_balance_is_known() {
    let archive = archive([Past::to(ANNA).billed(1, "0.07", Some("EUR"))]);
    let estimate = archive.store.now(|c| estimate(c, None, None, 1)).unwrap();
    assert_eq!((estimate.country, estimate.price), (None, Price::NoneYet));
    assert_eq!(estimate.balance.unwrap().now, "1.00");
}

#[test]
fn a_recent_drift_of_the_parts_is_said_and_an_old_one_is_forgotten() {
    let archive = archive([
        Past::to(ANNA).at(1).billed(3, "0.21", Some("EUR")),
        Past::to(BILAL).at(2).billed(2, "0.14", Some("EUR")),
        Past::to(CLARA).at(3).billed(1, "0.11", Some("EUR")),
        Past::to(ANNA).at(4).billed(1, "0.07", Some("EUR")),
    ]);
    assert_eq!(ask(&archive, ANNA, 1, 1).drift, Some(Drift { predicted: 1, billed: 2, at: 2 }));
    assert_eq!(ask(&archive, CLARA, 1, 1).drift, None);
    archive.add((5..9).map(|at| Past::to(ANNA).at(at).billed(1, "0.07", Some("EUR"))));
    assert_eq!(ask(&archive, ANNA, 1, 1).drift, None);
}

/// Famulor's answer, with this bill.
fn billing(segments: u32, cost: &str) -> Behaviour {
    let data = format!(r#"{{"sms_id":"SMS_1","segments":{segments},"cost":{cost},"currency":"EUR","status":"sent"}}"#);
    let body = format!(r#"{{"message":"SMS sent successfully","data":{data}}}"#).into_bytes();
    Behaviour::Answer { status: 200, headers: vec![("Content-Type".into(), "application/json".into())], body }
}

fn detail(office: &Office, id: i64) -> MessageDetail {
    office.store.now(|c| history::detail(c, id, "clara")).unwrap().unwrap()
}

#[tokio::test]
async fn what_a_message_was_expected_to_cost_is_kept_with_it_and_compared_with_its_bill() {
    let office = Office::open().await;
    let first = office.send_to_the_end(&Letter::to(ANNA)).await;
    let first = detail(&office, first.id);
    assert_eq!((first.predicted_cost, first.message.billed_differs), (None, false), "no price was known");

    let second = office.send_to_the_end(&Letter::to(BILAL).saying(&"a".repeat(200))).await;
    let second = detail(&office, second.id);
    assert_eq!((second.predicted_cost, second.message.billed_differs), (Some(euro("0.15")), false));
    assert_eq!(second.message.cost.as_deref(), Some("0.1500"));

    office.simulator.misbehave_once(billing(2, "0.15"));
    let dear = office.send_to_the_end(&Letter::to(ANNA).saying("Ein Teil, dachten wir.")).await;
    let dear = detail(&office, dear.id);
    assert_eq!((dear.predicted_cost, dear.message.billed_differs), (Some(euro("0.075")), true));

    let number = PhoneNumber::from_e164(ANNA).unwrap();
    let next = office.store.now(|c| estimate(c, Some(&number), Some(1), 1)).unwrap();
    let drift = next.drift.unwrap();
    assert_eq!((drift.predicted, drift.billed, drift.at), (1, 2, dear.message.at));
    let flags: Vec<bool> = office
        .store
        .now(|c| history::page(c, &HistoryFilter::default(), None))
        .unwrap()
        .messages
        .iter()
        .map(|message| message.billed_differs)
        .collect();
    assert_eq!(flags, [true, false, false]);
}

#[tokio::test]
async fn another_price_for_the_same_parts_differs_too_and_is_learned() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA)).await;
    office.simulator.misbehave_once(billing(1, "0.08"));
    let raised = office.send_to_the_end(&Letter::to(BILAL)).await;
    assert!(raised.billed_differs);
    let next = office.send_to_the_end(&Letter::to(CLARA)).await;
    assert_eq!(detail(&office, next.id).predicted_cost, None, "Clara lives in Austria");
    office.simulator.misbehave_once(billing(1, "0.08"));
    let next = office.send_to_the_end(&Letter::to(ANNA).saying("Bis morgen.")).await;
    assert_eq!((detail(&office, next.id).predicted_cost, next.billed_differs), (Some(euro("0.08")), false));
}

#[test]
fn messages_of_an_older_version_teach_their_prices() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = paper::of_the_second_version(&folder.path().join(FILE_NAME));
    paper::message(&mut old, "Guten Tag", "sent").unwrap();
    old.execute("UPDATE message SET billed_segments = 1, cost = '0.07', currency = 'EUR'", []).unwrap();
    old.execute("INSERT INTO account VALUES (1, 1, 'Praxis', 'a@b.example', '1.00', 0, 1)", []).unwrap();
    drop(old);
    let store = paper::open(folder.path());
    let number = PhoneNumber::from_e164(BILAL).unwrap();
    let estimate = store.now(|c| estimate(c, Some(&number), Some(1), 1)).unwrap();
    assert_eq!(estimate.price, learned("0.07", "0.07", 0, true));
}
