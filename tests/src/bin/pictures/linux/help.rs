//! Pictures of Help: the guide, the sheet of shortcuts, and the diagnostics.

use famulor_sms_tests::Program;

use super::Camera;

impl Camera<'_> {
    pub(super) async fn help(&self, program: &Program<'_>) {
        program.click("help-button").await;
        program.wait_for("help-menu").await;
        self.take(program, "help-menu").await;
        program.click("help-guide").await;
        program.wait_for("#guide-content h2").await;
        self.take(program, "guide").await;
        for item in ["shortcuts", "diagnostics", "about"] {
            program.click("help-button").await;
            program.click(&format!("help-{item}")).await;
            program.wait_for(&format!("{item}-dialog")).await;
            self.take(program, item).await;
            program.script(&format!("document.querySelector('#{item}-dialog').close()"), Vec::new()).await;
        }
    }
}
