//! The quick part of the benchmark (`cargo xtask bench`): what gets slow by orders of magnitude is noticed at once.
//!
//! Everything is compared with something in the same run, by the best of many tries, so that a busy machine fails nobody.

use std::hint::black_box;
use std::time::{Duration, Instant};

use famulor_sms_core::types::HistoryFilter;
use famulor_sms_core::{contacts, history};
use famulor_sms_tests::{archive, crowd, paper};

/// The best of many tries of each, in turns.
fn best(mut one: impl FnMut(), mut other: impl FnMut()) -> (Duration, Duration) {
    let timed = |work: &mut dyn FnMut()| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    };
    let tries = (0..50).map(|_| (timed(&mut one), timed(&mut other)));
    tries.reduce(|(a, b), (c, d)| (a.min(c), b.min(d))).unwrap()
}

#[test]
fn a_suggestion_among_many_contacts_costs_little_more_than_among_few() {
    let (few, many) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (few, many) = (paper::open(few.path()), paper::open(many.path()));
    few.now(|c| crowd::add(c, 500)).unwrap();
    many.now(|c| crowd::add(c, 10_000)).unwrap();
    for typed in ["a", "steff", "b stefan", "0171 12"] {
        let among_few = || drop(black_box(few.now(|c| contacts::suggest(c, typed)).unwrap()));
        let among_many = || drop(black_box(many.now(|c| contacts::suggest(c, typed)).unwrap()));
        let (few, many) = best(among_few, among_many);
        assert!(many < few * 12 + Duration::from_millis(5), "{typed:?}: {many:?} among many, {few:?} among few");
    }
}

#[test]
fn the_first_page_of_many_messages_costs_little_more_than_that_of_few() {
    let (few, many) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (few, many) = (paper::open(few.path()), paper::open(many.path()));
    few.now(|c| archive::fill(c, 1_000)).unwrap();
    many.now(|c| archive::fill(c, 30_000)).unwrap();
    for search in ["", "te", "arzttermin", "anna beck termin", "0171 1000"] {
        let filter = HistoryFilter { search: search.into(), ..HistoryFilter::default() };
        let among_few = || drop(black_box(few.now(|c| history::page(c, &filter, None)).unwrap()));
        let among_many = || drop(black_box(many.now(|c| history::page(c, &filter, None)).unwrap()));
        let (few, many) = best(among_few, among_many);
        assert!(many < few * 12 + Duration::from_millis(5), "{search:?}: {many:?} among many, {few:?} among few");
    }
}
