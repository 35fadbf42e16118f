//! Where the window was and how large, from one start to the next; never off the screen, never too small.

use std::fs;
use std::time::Duration;

use famulor_sms_tests::wait::{PATIENCE, wait_for, wait_until};
use famulor_sms_tests::{BareProgram, Program};

use crate::room::{Room, can_send};

const WINDOW: &str = "Famulor SMS$";
const SCREEN: (i32, i32) = (1280, 860);

#[tokio::test(flavor = "multi_thread")]
async fn it_comes_again_where_it_was_and_as_large() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.desktop.resize_window(WINDOW, (720, 610));
    room.desktop.move_window(WINDOW, (140, 90));
    let before = at_rest(&room);
    assert_eq!(before[2..], [720, 610]);
    program.close().await;
    for _ in 0..2 {
        let program = room.start().await;
        can_send(&program).await;
        assert_eq!(at_rest(&room), before);
        program.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn even_a_program_that_was_killed_remembers_it() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.desktop.resize_window(WINDOW, (720, 610));
    let file = room.data().join("window.json");
    assert!(wait_until(PATIENCE, || fs::read_to_string(&file).is_ok_and(|text| text.contains("\"width\":720"))));
    program.kill9();
    let _program = room.start().await;
    assert_eq!(at_rest(&room)[2..], [720, 610]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_filled_the_screen_fills_it_again_and_goes_back_to_its_size() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.desktop.resize_window(WINDOW, (720, 610));
    assert!(wait_until(PATIENCE, || fs::read_to_string(room.data().join("window.json"))
        .is_ok_and(|text| text.contains("720"))));
    // openbox's own keys have none for it.
    room.desktop.maximize_window(WINDOW);
    assert!(wait_until(PATIENCE, || room.desktop.window_place(WINDOW).is_some_and(|place| place[2] == SCREEN.0)));
    program.close().await;
    let program = room.start().await;
    assert!(wait_until(PATIENCE, || room.desktop.window_place(WINDOW).is_some_and(|place| place[2] == SCREEN.0)));
    room.desktop.maximize_window(WINDOW);
    assert!(wait_until(PATIENCE, || room.desktop.window_place(WINDOW).is_some_and(|place| place[2..] == [720, 610])));
    program.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_off_the_screen_or_too_small_is_put_right() {
    for (x, y, width, height) in [
        (5000, 5000, 700, 600),
        (-3000, 10, 700, 600),
        (1200, 800, 700, 600),
        (-300, -200, 9000, 9000),
        (100, 100, 20, 20),
    ] {
        let room = Room::new().await;
        fs::create_dir_all(room.data()).unwrap();
        let place = format!(r#"{{"x":{x},"y":{y},"width":{width},"height":{height},"maximized":false}}"#);
        fs::write(room.data().join("window.json"), &place).unwrap();
        let _program = room.start().await;
        let [left, top, wide, high] = at_rest(&room);
        let is_inside = left >= 0 && top >= 0 && left + wide <= SCREEN.0 && top + high <= SCREEN.1;
        assert!(is_inside && wide >= 360 && high >= 480, "{place} became {left} {top} {wide} {high}");
        room.desktop.resize_window_freely(WINDOW, (100, 100));
        let [_, _, wide, high] = at_rest(&room);
        assert_eq!((wide, high), (360, 480), "nobody can make it smaller");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_no_trouble_and_forgetting_everything_forgets_it() {
    let room = Room::new().await;
    fs::create_dir_all(room.data()).unwrap();
    fs::write(room.data().join("window.json"), "{\"x\":").unwrap();
    let program = room.start_with_key().await;
    room.desktop.resize_window(WINDOW, (720, 610));
    assert!(wait_until(PATIENCE, || fs::read_to_string(room.data().join("window.json"))
        .is_ok_and(|text| text.contains("720"))));
    forget_everything(&program).await;
    let is_back = || room.desktop.window_place(WINDOW).is_some_and(|place| place[2..] == [1000, 740]);
    assert!(wait_until(PATIENCE, is_back), "{:?}: {}", room.desktop.window_place(WINDOW), program.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_screen_gets_a_smaller_window() {
    let room = Room::on(famulor_sms_tests::DesktopOptions { size: (800, 600), ..Default::default() }).await;
    let _program = BareProgram::start(&room.desktop, &room.options());
    let [left, top, wide, high] = at_rest(&room);
    assert!(left >= 0 && top >= 0 && left + wide <= 800 && top + high <= 600, "{left} {top} {wide} {high}");
}

/// Where the window is once it moves no more.
fn at_rest(room: &Room) -> [i32; 4] {
    assert!(wait_until(PATIENCE, || room.desktop.shows_window(WINDOW)), "there is no window");
    let mut last = None;
    let still = wait_for(PATIENCE, || {
        let now = room.desktop.window_place(WINDOW);
        let is_still = now.is_some() && now == last;
        last = now;
        std::thread::sleep(Duration::from_millis(150));
        now.filter(|_| is_still)
    });
    still.expect("the window comes to rest")
}

async fn forget_everything(program: &Program<'_>) {
    crate::room::go_to(program, "settings").await;
    program.click("forget-all").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-check").await;
    program.script("setTimeout(() => document.querySelector('#confirm-yes').click())", Vec::new()).await;
}
