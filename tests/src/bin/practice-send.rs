//! Sends one practice SMS through the real window on a desktop of its own: what `cargo xtask run` does without a display.

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    use std::process::ExitCode;

    let (state, words, picture) = linux::send_one().await;
    let _ = writeln!(std::io::stdout(), "The practice SMS: {state}.\n{words}\nPicture: {}", picture.display());
    if state == "sent" { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::PathBuf;

    use famulor_sms_tests::{Desktop, DesktopOptions, Program, ProgramOptions};

    const DONE: &str = "['sent', 'rejected', 'not-sent', 'unclear', 'held', 'cancelled'].includes(document.querySelector('#outcome').dataset.state)";

    /// Hands back the message's state, the window's words for it, and the path of a picture.
    pub(crate) async fn send_one() -> (String, String, PathBuf) {
        let desktop = Desktop::start(DesktopOptions::default());
        let options = ProgramOptions {
            args: vec!["--practice".to_owned()],
            data_dir: Some(desktop.folder().join("practice")),
            ..ProgramOptions::default()
        };
        let program = Program::start(&desktop, &options).await;
        program.wait_for("message-form").await;
        program.wait_until("document.querySelector('#sender').value !== ''").await;
        program.type_into("recipient", "+49 151 23456789").await;
        program.type_into("text", "Good morning, this is a practice SMS. Nothing is really sent.").await;
        program.click("send").await;
        program.wait_until(DONE).await;
        let state = program.attribute("outcome", "data-state").await.unwrap_or_default();
        let words = program.text("outcome").await;
        program.drawn().await;
        let picture = program.picture("practice-send");
        (state, words, picture)
    }
}
