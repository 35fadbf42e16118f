//! A hundred thousand contacts in the window: it answers at once, and never holds all of them.

use std::time::{Duration, Instant};

use famulor_sms_tests::{Program, crowd, paper};
use serde_json::json;

use crate::contacts::choose_recipient;
use crate::room::{Room, go_to};

const CONTACTS: usize = 100_000;
/// So many pages of the list are gone through.
const PAGES: usize = 30;
/// As many rows as the page holds at most, and those of favourites and recent ones above them.
const MOST_ROWS: u64 = 300 + 30;

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_contacts_scroll_and_are_found_with_few_of_them_in_the_page() {
    let room = Room::new().await;
    let store = paper::open(&room.data());
    store.now(|c| crowd::add(c, CONTACTS)).unwrap();
    store.close_well().unwrap();
    drop(store);
    let program = room.start_with_key().await;
    let opened = timed("the list", async {
        go_to(&program, "contacts").await;
        program.wait_for("#contacts-list .contact-row").await;
    });
    let scrolled = timed("30 pages down", scroll_down(&program));
    assert!(opened.await < Duration::from_secs(5));
    assert!(scrolled.await < Duration::from_secs(30));
    let most = program.script("return window.most", Vec::new()).await.as_u64().unwrap();
    assert!((200..=MOST_ROWS).contains(&most), "{most} rows were in the page");

    let last = "#contacts-letters button:last-child";
    let letter = program.text(last).await;
    let jumped = timed("the last letter", async {
        // By key: the rows above come back when the letters do, and a pointer would miss what they move.
        program.script("document.querySelector(arguments[0]).focus()", vec![json!(last)]).await;
        room.desktop.key("Return");
        program.wait_until(&format!("document.querySelector('#contacts-list h2')?.innerText === '{letter}'")).await;
    });
    assert!(jumped.await < Duration::from_secs(3));
    let end = timed("its end", to_the_end(&program));
    assert!(end.await < Duration::from_secs(60));

    let found = timed("a search", async {
        program.type_into("contacts-search", "müller a").await;
        program.wait_until("document.querySelector('#contacts-list .contact-row')?.innerText.includes('Müll')").await;
    });
    assert!(found.await < Duration::from_secs(5));
    go_to(&program, "new-message").await;
    let chosen = timed("a suggestion", choose_recipient(&program, "stefan", "Stefan"));
    assert!(chosen.await < Duration::from_secs(5));
}

/// Says how long something took.
#[expect(clippy::print_stdout, reason = "the figures are worth a look")]
async fn timed(what: &str, work: impl Future<Output = ()>) -> Duration {
    let start = Instant::now();
    work.await;
    println!("{what}: {:?}", start.elapsed());
    start.elapsed()
}

/// Goes down until so many other contacts were the last one. Notes how many rows there were at most.
async fn scroll_down(program: &Program<'_>) {
    let step = format!("({DOWN}) && window.ends.size > {PAGES}");
    program.wait_until(&step).await;
}

/// Goes down until nothing more comes.
async fn to_the_end(program: &Program<'_>) {
    program.wait_until(&format!("({DOWN}) && document.querySelector('#contacts-more').hidden")).await;
}

/// One step down, never twice to the same spot.
const DOWN: &str = "(main => {
    window.away = 3 - (window.away ?? 0);
    main.scrollTop = main.scrollHeight - main.clientHeight - window.away;
    const rows = main.querySelectorAll('.contact-row');
    window.most = Math.max(window.most ?? 0, rows.length);
    (window.ends ??= new Set()).add([...rows].at(-1)?.dataset.id);
    return true;
})(document.querySelector('#main'))";
