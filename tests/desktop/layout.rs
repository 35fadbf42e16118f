//! Where things stand: Send stays where it is whatever is said, and in the smallest window nothing is cut off.

use famulor_sms_tests::{DesktopOptions, Program};

use crate::room::{Room, go_to, queue, send, write};

const TITLE: &str = "Famulor SMS$";

#[tokio::test(flavor = "multi_thread")]
async fn send_stays_where_it_is_whatever_is_said_about_the_fields() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let place = place_of_send(&program).await;
    program.click("send").await;
    program.wait_for("recipient-error").await;
    assert_eq!(place_of_send(&program).await, place, "an error at the recipient");
    write(&program, "030 90182", "Guten Tag \u{201e}Anna\u{201c} 🙂").await;
    assert_eq!(place_of_send(&program).await, place, "a warning at the number and one at the text");
    program.replace("text", "").await;
    program.click("send").await;
    program.wait_for("text-error").await;
    assert_eq!(place_of_send(&program).await, place, "an error at the text");
    assert_eq!(send(&program, "0171 1234567", "Guten Tag").await, "sent");
    assert_eq!(place_of_send(&program).await, place, "an outcome");
    write(&program, "0171 1234567", "Guten Abend").await;
    program.wait_for("recent-messages").await;
    assert_eq!(place_of_send(&program).await, place, "the last messages to somebody");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_lies_on_the_day_when_later_opens_beside_a_countdown() {
    let room = Room::with(DesktopOptions { language: "de_DE", ..DesktopOptions::default() }).await;
    let program = room.start_with_undo(20).await;
    queue(&program, "0171 1234567", "Guten Tag").await;
    write(&program, "0171 7654321", "Guten Abend").await;
    for size in [(1000, 740), (900, 560), (360, 640)] {
        room.desktop.resize_window(TITLE, size);
        program.wait_until(&format!("innerWidth === {}", size.0)).await;
        program.click("later-toggle").await;
        program.wait_until("document.activeElement.id === 'later-day'").await;
        program.still().await;
        let free = "const day = document.querySelector('#later-day');
            const { x, y, width, height } = day.getBoundingClientRect();
            return [y + 2, y + height - 2].every(at => document.elementFromPoint(x + width / 2, at) === day)";
        assert_eq!(program.script(free, Vec::new()).await, true, "{size:?}: {}", program.picture("covered").display());
        program.click("later-toggle").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_german_nothing_is_cut_off_in_the_smallest_window_and_with_large_text() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    program.choose("language", "de").await;
    program.wait_for_text("settings-title", "Einstellungen").await;
    go_to(&program, "new-message").await;
    write(&program, "0171 1234567", "Guten Tag").await;
    program.click("later-toggle").await;
    for (size, percent) in [((360, 480), 100), ((360, 640), 200), ((1000, 740), 200)] {
        room.desktop.resize_window(TITLE, size);
        program.wait_until(&format!("innerWidth === {}", size.0)).await;
        let large = "document.documentElement.style.fontSize = arguments[0]";
        program.script(large, vec![format!("{percent}%").into()]).await;
        for view in ["new-message", "outbox", "history", "contacts", "templates", "settings"] {
            program.script(&format!("document.querySelector('#nav-{view}').click()"), Vec::new()).await;
            program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
            program.drawn().await;
            let cut = program.script(CUT_OFF, Vec::new()).await;
            assert_eq!(
                cut,
                serde_json::json!([]),
                "{view}, {size:?}, {percent} %: {:#?} {}",
                program.measure(&["widths"]).await,
                program.picture("cut").display()
            );
        }
    }
}

/// How far below the beginning of the form Send is; scrolling does not move it there.
pub(crate) async fn place_of_send(program: &Program<'_>) -> serde_json::Value {
    program.drawn().await;
    let place = "return Math.round(document.querySelector('#send').getBoundingClientRect().top
        + document.querySelector('#main').scrollTop)";
    program.script(place, Vec::new()).await
}

/// What is wider than its place: the view, or words in a control.
const CUT_OFF: &str = "
    const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
    const wide = element => element.scrollWidth > element.clientWidth + 1;
    const main = document.querySelector('#main');
    const words = [...document.querySelectorAll('button, label, h1, h2, h3, legend, .banner')]
        .filter(element => !element.matches('.recent-message') && seen(element));
    return [main, ...words].filter(wide).map(element => element.id || element.className || element.textContent);";

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_more_draws_the_text_alone() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.paste_into("text", &"Guten Tag, hier ist die Praxis. ".repeat(9)).await;
    program.still().await;
    let mut told = Vec::new();
    for _ in 0..TRIES {
        let times = program.promise(LETTERS).await.unwrap();
        let [Some(own), Some(whole)] = [0, 1].map(|n| times.get(n).and_then(serde_json::Value::as_f64)) else {
            panic!("These are no times: {times}");
        };
        if own * 1.5 < whole {
            return;
        }
        told.push((own, whole));
    }
    panic!("As it is, and where all of the form is laid out for each letter, in ms: {told:?}");
}

/// So often it may be too slow before it counts: other tests are busy, too.
const TRIES: usize = 4;

/// How long the pictures of forty letters take, in milliseconds: as the text is, and where it is not contained.
const LETTERS: &str = "(async () => {
    const text = document.querySelector('#text');
    const picture = () => new Promise(drawn => requestAnimationFrame(() => {
        const begin = performance.now();
        setTimeout(() => drawn(performance.now() - begin));
    }));
    const letters = async () => {
        text.focus();
        text.setSelectionRange(text.value.length, text.value.length);
        let took = 0;
        for (let n = 0; n < 40; n++) {
            document.execCommand(n % 2 === 0 ? 'insertText' : 'delete', false, 'a');
            took += await picture();
        }
        return took;
    };
    const own = await letters();
    text.style.contain = 'none';
    const whole = await letters();
    text.style.contain = '';
    return [own, whole];
})()";
