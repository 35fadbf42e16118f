//! What the page cannot do, whatever should get into it.

use famulor_sms_tests::Program;

use crate::room::Room;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_reaches_its_own_commands_alone() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    for call in [
        "'plugin:store|load', { path: 'settings.json' }",
        "'plugin:notification|notify', { options: { title: 'x' } }",
        "'plugin:opener|open_url', { url: 'https://example.com' }",
        "'plugin:window|close'",
        "'plugin:webview|create_webview_window', { options: { label: 'x', url: '/' } }",
        "'plugin:event|emit', { event: 'message', payload: {} }",
        "'plugin:event|listen', { event: 'message', target: { kind: 'Any' }, handler: 0 }",
    ] {
        let refused = program.promise(&format!("window.__TAURI_INTERNALS__.invoke({call})")).await.unwrap_err();
        assert!(refused.contains("not allowed"), "{call}: {refused}");
    }
    assert!(program.promise("window.__TAURI_INTERNALS__.invoke('bootstrap').then(() => null)").await.is_ok());
    assert_eq!(room.desktop.notifications(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_script_runs_and_no_host_is_asked_but_the_programs_own() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let asked = room.simulator.requests().len();
    let inline = "const script = document.createElement('script'); script.textContent = 'window.injected = true';
        document.body.append(script); return window.injected === true";
    assert_eq!(program.script(inline, Vec::new()).await, false);
    let handler = "const image = document.createElement('p'); image.setAttribute('onclick', 'window.injected = true');
        document.body.append(image); image.click(); return window.injected === true";
    assert_eq!(program.script(handler, Vec::new()).await, false);
    fetch_fails(&program, &room.simulator.url()).await;
    fetch_fails(&program, "https://app.famulor.de/api/user/me").await;
    assert!(program.promise("import('data:text/javascript,export default 1')").await.is_err());
    assert_eq!(room.simulator.requests().len(), asked);
}

async fn fetch_fails(program: &Program<'_>, url: &str) {
    let fetched = program.promise(&format!("fetch('{url}', {{ mode: 'no-cors' }}).then(() => null)")).await;
    assert!(fetched.is_err(), "{url}");
}
