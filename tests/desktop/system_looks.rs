//! What the system says of looks is followed: dark or light, high contrast, less motion.

use std::fs;

use famulor_sms_tests::Program;

use crate::room::{Room, can_send, queue, write};

#[tokio::test(flavor = "multi_thread")]
async fn the_window_is_as_dark_as_the_system_until_the_switch_says_otherwise() {
    for (system, is_dark) in [("gtk-theme-name=Adwaita", false), ("gtk-theme-name=Adwaita-dark", true)] {
        let room = room_with(system).await;
        let program = room.start_with_key().await;
        assert_eq!(darkness(&program).await, is_dark, "{system}");
        program.set("theme", if is_dark { "light" } else { "dark" }).await;
        program.wait_until("document.documentElement.dataset.theme !== 'system'").await;
        assert_eq!(darkness(&program).await, !is_dark, "the switch goes before {system}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_high_contrast_quiet_words_and_frames_are_as_strong_as_all_others() {
    let room = room_with("gtk-theme-name=HighContrast").await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "Guten Tag").await;
    let colours = "const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
        return [of('body', 'color'), of('#recipient-hint', 'color'), of('#text-meter', 'color'), of('#sender', 'borderTopColor'),
            of('#recipient-box', 'borderTopColor')]";
    let colours = program.script(colours, Vec::new()).await;
    let [ink, others @ ..] = colours.as_array().unwrap().as_slice() else { panic!("{colours}") };
    assert!(others.iter().all(|colour| colour == ink), "{colours}");
    for theme in ["light", "dark"] {
        program.set("theme", theme).await;
        program.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'")).await;
        program.drawn().await;
        assert_eq!(program.axe().await, Vec::<String>::new(), "{theme}");
        let _ = program.picture(&format!("high-contrast-{theme}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_system_wants_less_motion_nothing_moves_and_the_seconds_are_still_counted() {
    let room = room_with("gtk-enable-animations=0").await;
    room.keep_key();
    let program = room.start_with_undo(20).await;
    can_send(&program).await;
    queue(&program, "0171 1234567", "Guten Tag").await;
    program.wait_for(".undo-bar").await;
    let moving = "return document.getAnimations().map(({ effect }) => effect.target.className)";
    assert_eq!(program.script(moving, Vec::new()).await, serde_json::json!([]));
    program.wait_until("/in 1[0-7] s/.test(document.querySelector('.undo-bar-words').innerText)").await;
}

/// On a desktop whose GTK has this setting.
async fn room_with(setting: &str) -> Room {
    let room = Room::new().await;
    let folder = room.desktop.folder().join("home/.config/gtk-3.0");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("settings.ini"), format!("[Settings]\n{setting}\n")).unwrap();
    room
}

/// Whether the words are lighter than their ground.
async fn darkness(program: &Program<'_>) -> bool {
    program.drawn().await;
    let light =
        "const light = (colour) => colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        const { color, backgroundColor } = getComputedStyle(document.body);
        return light(color) > light(backgroundColor)";
    program.script(light, Vec::new()).await == true
}
