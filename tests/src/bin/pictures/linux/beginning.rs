//! Pictures of the first run, of views in which there is nothing yet, and of what waits for a decision at the start.

use std::io;
use std::path::Path;

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_core::clock;
use famulor_sms_tests::past::{self, Past};
use famulor_sms_tests::{Program, crowd, paper};

use super::{Camera, KEY};

impl Camera<'_> {
    /// The steps of the first run, and the views in which there is nothing yet.
    pub(super) async fn first_run(&self) -> io::Result<()> {
        // Without a key nobody is asked, so this is the window as it is.
        let program = Program::start(self.desktop, &self.options("new", None)).await;
        program.wait_for("first-run-practice-step").await;
        self.take(&program, "first-run-1-practice").await;
        program.click("first-run-next").await;
        self.take(&program, "first-run-2-key").await;
        program.close().await;

        let simulator = Simulator::start(Account::example(KEY)).await?;
        let program = Program::start(self.desktop, &self.options("new", Some(&simulator))).await;
        program.wait_for("first-run-key-step").await;
        program.type_into("first-run-api-key", "4711|another").await;
        program.click("first-run-store-key").await;
        program.wait_for("first-run-api-key-error").await;
        self.take(&program, "first-run-2-refused").await;
        program.replace("first-run-api-key", KEY).await;
        program.click("first-run-store-key").await;
        program.wait_for("first-run-done").await;
        self.take(&program, "first-run-3-sender").await;
        program.click("first-run-begin").await;
        for view in ["outbox", "history", "contacts"] {
            self.go_to(&program, view).await;
            program.wait_for(&format!("{view}-empty")).await;
            self.take(&program, &format!("{view}-empty")).await;
        }
        Ok(())
    }

    /// What waits for a decision, and one message of which nothing is known.
    pub(super) async fn what_is_open(&self) -> io::Result<()> {
        let simulator = Simulator::start(Account::example(KEY)).await?;
        let options = self.options("open", Some(&simulator));
        self.desktop.store_secret(&format!("api-key@127.0.0.1:{}", simulator.port()), KEY);
        self.put_the_past(&self.desktop.folder().join("open"))?;
        let program = Program::start(self.desktop, &options).await;
        program.wait_until("document.querySelector('#sender').value !== ''").await;
        self.take(&program, "notices").await;
        program.click("send").await;
        program.wait_for("recipient-error").await;
        self.take(&program, "errors").await;
        self.go_to(&program, "outbox").await;
        program.wait_for("#outbox-unclear-list .message-row").await;
        self.take(&program, "outbox").await;
        self.go_to(&program, "contacts").await;
        program.wait_for("#contacts-list .contact-row").await;
        self.take(&program, "contacts-short").await;
        self.go_to(&program, "new-message").await;
        simulator.misbehave_once(Behaviour::ResetAfterReading);
        for (name, number, state) in [("unclear", "0171 1234567", "unclear"), ("refused", "+15005550009", "rejected")] {
            program.type_into("recipient", number).await;
            program.type_into("text", self.language.others[2].1).await;
            program.click("send").await;
            program.wait_until(&format!("document.querySelector('#outcome').dataset.state === '{state}'")).await;
            self.take(&program, name).await;
        }
        self.settings(&program).await;
        Ok(())
    }

    fn put_the_past(&self, folder: &Path) -> io::Result<()> {
        let [(_, one), (_, other), _] = self.language.others;
        let now = clock::now();
        let store = paper::start(folder).map_err(io::Error::other)?.store;
        let unclear = Past::to("+491711234567").named("Bilal Demir").saying(other).that_is("unclear").at(now - 9);
        let held = Past::to("+4915123456789").named("Anna Beck").saying(one).that_is("held").at(now - 5);
        past::add(&store, [unclear, held]);
        for (given, family, number) in [("Anna", "Beck", "+4915123456789"), ("Bilal", "Demir", "+491711234567")] {
            crowd::know(&store, given, family, number);
        }
        store.close_well().map_err(io::Error::other)
    }
}
