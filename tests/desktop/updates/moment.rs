//! When an update may come: not before a message that is to go, and not again once it is skipped.

use std::fs;
use std::time::Instant;

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use serde_json::json;

use super::{Releases, look_now, newer};
use crate::room::{queue, write};

#[tokio::test(flavor = "multi_thread")]
async fn while_a_message_is_to_go_nothing_is_put_in_place_and_the_question_comes_again() {
    let releases = Releases::new().await;
    releases.publish("", newer());
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    queue(&program, "0171 1234567", "It counts down.").await;
    program.click("update-now").await;
    program.wait_for_text("update-problem", "A message is about to go out. Nothing was changed").await;
    assert_eq!(releases.server.asked(), ["/latest.json"], "it is not even downloaded");
    assert!(releases.image.is_untouched());
    program.click("update-later").await;
    program.wait_gone("update-bar").await;

    program.click("[data-verb=undo]").await;
    program.wait_for("update-bar").await;
    assert_eq!(releases.room.states(), ["cancelled"]);
    assert!(program.attribute("update-problem", "hidden").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_queued_during_the_download_goes_first() {
    let releases = Releases::new().await;
    // Large enough to write a message meanwhile: the page does it at the first word of the download.
    let mut bytes = newer();
    bytes.resize(100 * 1024 * 1024, 0);
    releases.publish("", bytes);
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    write(&program, "0171 1234567", "It is quicker.").await;
    let at_once = "new MutationObserver((_, once) => { once.disconnect(); document.querySelector('#send').click(); })
        .observe(document.querySelector('#update-progress'), { attributes: true, attributeFilter: ['value'] })";
    program.script(at_once, Vec::new()).await;
    program.click("update-now").await;
    program.wait_for_text("update-problem", "A message is about to go out. Nothing was changed").await;
    assert_eq!(releases.server.asked(), ["/latest.json", "/program"]);
    assert!(releases.image.is_untouched());
    assert_eq!(releases.room.states(), ["queued"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_skipped_is_not_offered_again_unless_somebody_looks() {
    let releases = Releases::new().await;
    releases.publish("", newer());
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    program.click("update-skip").await;
    program.wait_gone("update-bar").await;
    let kept = || fs::read_to_string(releases.room.data().join("settings.json")).unwrap();
    assert!(wait_until(PATIENCE, || kept().contains("\"skipped_update\": \"0.2.0\"")), "{}", kept());
    program.close().await;

    // The next day.
    let day = releases.room.data().join("looked-for-updates");
    assert!(fs::read_to_string(&day).unwrap().parse::<i64>().unwrap() > 0);
    fs::write(&day, "1000").unwrap();
    let program = releases.start().await;
    assert!(wait_until(PATIENCE, || releases.server.asked().len() == 2));
    let found = "window.__TAURI_INTERNALS__.invoke('update_view').then(({ found }) => found?.version ?? null)";
    let (mut version, begun) = (json!(null), Instant::now());
    while version.is_null() && begun.elapsed() < PATIENCE {
        version = program.promise(found).await.unwrap();
    }
    assert_eq!(version, json!("0.2.0"));
    assert!(program.attribute("update-bar", "hidden").await.is_some());
    look_now(&program).await;
    program.wait_for("update-bar").await;
}
