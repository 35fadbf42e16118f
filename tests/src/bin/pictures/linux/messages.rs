//! Pictures of the history, and of what can be taken back or goes later.

use famulor_sms_tests::Program;

use super::{Camera, write};

impl Camera<'_> {
    /// Characters that make a text dear, and what would become of them.
    pub(super) async fn costly(&self, program: &Program<'_>) {
        write(program, "Anna", self.language.costly).await;
        program.wait_for("text-costly").await;
        self.take(program, "costly").await;
        program.click("text-replace").await;
        program.wait_for("text-replace-panel").await;
        self.take(program, "replace").await;
        program.click("text-replace-no").await;
        program.replace("text", "").await;
        program.click("recipient-chip-remove").await;
    }

    pub(super) async fn history(&self, program: &Program<'_>) {
        self.go_to(program, "history").await;
        program.wait_for(".message-row[data-state=rejected]").await;
        self.take(program, "history").await;
        program.click("history-filter-toggle").await;
        program.type_into("history-search", "xyz").await;
        program.wait_for("history-none").await;
        self.take(program, "history-none").await;
        program.click("history-clear").await;
        program.click("history-filter-toggle").await;
        program.wait_for(".message-row[data-state=rejected]").await;
        program.click(".message-row[data-state=rejected] .message-row-open").await;
        program.wait_for("detail-actions").await;
        self.take(program, "detail").await;
        program.click("#detail-actions [data-verb=delete]").await;
        program.wait_for("confirm-dialog").await;
        self.take(program, "confirm").await;
        program.click("confirm-back").await;
        program.click("detail-close").await;
    }

    /// The countdown, the time chosen for later, and the outbox with what is to be sent then.
    pub(super) async fn what_waits(&self, program: &Program<'_>) {
        program.set("undo-seconds", "20").await;
        self.go_to(program, "new-message").await;
        program.replace("text", "").await;
        write(program, "Bilal", self.language.anna).await;
        program.click("send").await;
        program.wait_for(".undo-bar").await;
        write(program, "Anna", self.language.others[2].1).await;
        program.click("later-toggle").await;
        program.wait_for("later-day").await;
        self.take(program, "undo-and-later").await;
        program.click("send").await;
        program.wait_until("document.querySelector('#text').value === ''").await;
        self.go_to(program, "outbox").await;
        program.wait_for("#outbox-later-list .message-row").await;
        self.take(program, "outbox-later").await;
    }
}
