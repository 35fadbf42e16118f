//! Pictures of contacts, of their import, of the recipient that was chosen, and of templates.

use famulor_sms_tests::{Program, place};

use super::Camera;

impl Camera<'_> {
    /// Somebody with messages, and the form and questions about them.
    pub(super) async fn people(&self, program: &Program<'_>) {
        self.go_to(program, "contacts").await;
        program.wait_for("#contacts-list .contact-row").await;
        program.click("#contacts-list .contact-row-open").await;
        program.wait_for("contact-dialog").await;
        self.take(program, "contact").await;
        program.click("contact-bar").await;
        program.wait_for("reason-dialog").await;
        self.take(program, "do-not-write").await;
        program.type_into("reason", "DSGVO").await;
        program.click("reason-yes").await;
        program.wait_for("contact-barred").await;
        self.take(program, "contact-barred").await;
        program.click("contact-merge").await;
        program.wait_for("merge-dialog").await;
        program.replace("merge-search", "").await;
        program.wait_for("#merge-list button").await;
        self.take(program, "merge").await;
        program.click("merge-back").await;
        program.click("contact-edit").await;
        program.wait_for("contact-form-dialog").await;
        program.click("contact-number-add").await;
        self.take(program, "contact-form").await;
        program.click("contact-form-back").await;
        self.chip(program).await;
    }

    /// The suggestions, the recipient that was chosen, and the last messages to them.
    async fn chip(&self, program: &Program<'_>) {
        self.go_to(program, "new-message").await;
        program.type_into("recipient", "a").await;
        program.wait_for("[role=option]").await;
        self.take(program, "suggestions").await;
        program.replace("recipient", "Theo").await;
        program.wait_for_text("[role=option]", "Theo").await;
        program.click("[role=option]").await;
        program.wait_for("recent-messages-list").await;
        self.take(program, "chip").await;
    }

    pub(super) async fn import(&self, program: &Program<'_>) {
        self.go_to(program, "contacts").await;
        program.click("contacts-import").await;
        self.desktop.choose_file(self.language.import, &place::file("data/contacts/broken.csv"));
        program.wait_for("import-dialog").await;
        self.take(program, "import").await;
        program.script("document.querySelector('#import-dialog').scrollTop = 1e6", Vec::new()).await;
        self.take(program, "import-end").await;
        program.click("import-apply").await;
        program.wait_for("import-done-words").await;
        self.take(program, "import-done").await;
        program.click("import-back").await;
        program.wait_for("undo-notice").await;
        self.take(program, "contacts-imported").await;
    }

    /// The form of a template, the choice of one, its question, and what is not filled in yet.
    pub(super) async fn templates(&self, program: &Program<'_>) {
        self.go_to(program, "templates").await;
        program.wait_for(".template-row").await;
        self.take(program, "templates").await;
        program.click("template-new").await;
        program.wait_for("template-form-dialog").await;
        program.type_into("template-name", self.language.template.0).await;
        program.type_into("template-body", self.language.template.1).await;
        self.take(program, "template-form").await;
        program.click("template-form-save").await;
        program.wait_gone("template-form-dialog").await;
        self.go_to(program, "new-message").await;
        program.click("insert-template").await;
        program.wait_for("#template-choices button").await;
        self.take(program, "template-choices").await;
        program.type_into("template-search", self.language.template.0).await;
        program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
        program.click("#template-choices button").await;
        program.wait_for("answers-dialog").await;
        self.take(program, "answers").await;
        program.click("answers-yes").await;
        program.wait_for("#text-unfilled-list button").await;
        program.click("send").await;
        program.wait_for("text-error").await;
        self.take(program, "unfilled").await;
    }
}
