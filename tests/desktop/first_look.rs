//! What the window shows before it has asked for anything: its words, its colours, its banners.

use std::fs;

use famulor_simulator::{Account, Simulator};
use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};
use serde_json::json;

use crate::room::{KEY, data};

/// The page that was loaded, what it was told with it, and how many files it asked for.
const LOOK: &str = "const [page] = performance.getEntriesByType('navigation');
const files = document.querySelectorAll('link, script[src]:not([src=\"before-app.js\"])');
return [new URL(page.name).pathname, window.firstLook, files.length]";

#[tokio::test(flavor = "multi_thread")]
async fn the_page_comes_with_its_words_colours_and_banners() {
    let desktop = Desktop::start(DesktopOptions { language: "en_GB", ..DesktopOptions::default() });
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    let (simulator_url, folder) = (Some(simulator.url()), data(&desktop));
    fs::create_dir_all(&folder).unwrap();
    let settings = json!({ "settings": { "language": "de", "theme": "dark" } });
    fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
    let data_dir = Some(folder);
    for practice in [false, true] {
        let (data_dir, simulator_url) = (data_dir.clone(), simulator_url.clone());
        let args = if practice { vec!["--practice".to_owned()] } else { Vec::new() };
        let options = ProgramOptions { simulator_url, data_dir, args, ..ProgramOptions::default() };
        let program = Program::start(&desktop, &options).await;
        let other_host = (!practice).then(|| format!("127.0.0.1:{}", simulator.port()));
        let look = json!({ "theme": "dark", "practice": practice, "other_host": other_host });
        assert_eq!(program.script(LOOK, Vec::new()).await, json!(["/index.de.html", look, 3]));
        program.close().await;
    }
}
