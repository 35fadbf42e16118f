//! What is no update: wrongly signed, broken off, older, or not to be read. Nothing is changed, and it is said.

use famulor_sms_tests::update_server::{Download, Signer};
use serde_json::json;

use super::{NEXT, Releases, SIGNED, UNCHANGED, look_now, newer};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_signed_as_it_should_be_or_does_not_come_whole_changes_nothing_and_says_so() {
    let releases = Releases::new().await;
    let (server, signer) = (&releases.server, &releases.signer);
    server.answer("{}");
    let program = releases.start().await;
    let bytes = newer();
    let whole = || Download::Whole(newer());
    let good = signer.sign(&bytes, SIGNED);
    let untrusted = "does not carry the right signature";
    let text = b"#!/bin/sh\n".to_vec();
    for (what, signature, download, told) in [
        ("signed by somebody else", Signer::default().sign(&bytes, SIGNED), whole(), untrusted),
        ("another program", signer.sign(b"\x7fELF another", SIGNED), whole(), untrusted),
        ("not signed", String::new(), whole(), untrusted),
        ("signed without a version", signer.sign(&bytes, "timestamp:1700000000"), whole(), untrusted),
        ("an old one under a new name", signer.sign(&bytes, "version:0.0.9"), whole(), untrusted),
        ("cut short", good.clone(), Download::Half(bytes.clone()), "The download broke off"),
        ("not there", good.clone(), Download::Missing, "The download broke off"),
        ("too large, as it says", good.clone(), Download::Claims(10_000_000_000), "larger than any version"),
        ("too large, in silence", good.clone(), Download::Endless, "larger than any version"),
        ("no program", signer.sign(&text, SIGNED), Download::Whole(text.clone()), "could not be put in place"),
    ] {
        server.publish(NEXT, "", &signature, download);
        look_now(&program).await;
        program.wait_until("!document.querySelector('#update-bar').hidden").await;
        assert_eq!(program.text("update-words").await, "Version 0.2.0 is there.", "{what}");
        program.click("update-now").await;
        program.wait_for_text("update-problem", told).await;
        let problem = program.text("update-problem").await;
        assert!(problem.contains(UNCHANGED), "{what}: {problem}");
        assert!(releases.image.is_untouched(), "{what}");
        assert_eq!(server.asked().last().map(String::as_str), Some("/program"), "{what}");
    }
    program.drawn().await;
    let _ = program.picture("update-refused-en");
    program.wait_for_focus("update-now").await;

    server.publish(NEXT, "", &good, whole());
    look_now(&program).await;
    server.leave();
    program.click("update-now").await;
    program.wait_for_text("update-problem", "The download broke off").await;
    assert!(releases.image.is_untouched() && program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_version_is_none_and_what_the_server_cannot_say_is_told_where_it_was_asked() {
    let releases = Releases::new().await;
    let server = &releases.server;
    server.answer("{}");
    let program = releases.start().await;
    let signature = releases.signer.sign(&newer(), "version:0.0.9");
    for version in ["0.0.9", "0.1.0", "0.1.0-beta"] {
        server.publish(version, "", &signature, Download::Whole(newer()));
        look_now(&program).await;
        program.wait_for_text("updates-result", "You have the newest version").await;
    }
    server.publish(NEXT, "", &signature, Download::Whole(newer()));
    let mut elsewhere = server.release();
    elsewhere["platforms"] = json!({ "windows-x86_64": elsewhere["platforms"]["linux-x86_64"] });
    server.answer(elsewhere.to_string());
    look_now(&program).await;
    program.wait_for_text("updates-result", "You have the newest version").await;

    let huge = format!("{{\"version\": \"0.2.0\", \"notes\": \"{}\"}}", "a".repeat(70_000));
    for answer in ["<html>Please log in</html>", "[]", "{\"version\": \"newest\"}", &*huge] {
        server.answer(answer);
        look_now(&program).await;
        program.wait_for_text("updates-problem", "The list of newer versions cannot be read").await;
        assert!(program.text("updates-problem").await.contains(UNCHANGED));
    }
    server.leave();
    look_now(&program).await;
    program.wait_for_text("updates-problem", "cannot be reached").await;
    assert!(program.text("updates-problem").await.contains(UNCHANGED));
    assert!(program.attribute("update-bar", "hidden").await.is_some());
    assert!(releases.image.is_untouched() && !server.asked().contains(&"/program".to_owned()));
}
