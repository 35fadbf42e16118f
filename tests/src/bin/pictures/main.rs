//! Takes pictures of every view in the real window: `pictures [FOLDER]` (`cargo xtask pictures`).
//!
//! Each in both languages, in both themes, with large text, in the smallest and in a large window. All of them go to the
//! target folder, to be looked at; the few that the documentation shows go to the folder, too.

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> std::io::Result<()> {
    use std::io::Write as _;

    let kept = std::env::args_os().nth(1).map(std::path::PathBuf::from);
    let kept = kept.unwrap_or_else(|| "docs/pictures".into());
    let taken = linux::take_all(&kept).await?;
    writeln!(std::io::stdout(), "{taken} pictures are in {}", linux::all().display())?;
    writeln!(std::io::stdout(), "{} of them are in {}", linux::KEPT.len(), kept.display())
}

#[cfg(target_os = "linux")]
mod linux {
    mod people;

    use std::fs;
    use std::io;
    use std::path::{Path, PathBuf};

    use famulor_simulator::{Account, Simulator};
    use famulor_sms_core::clock;
    use famulor_sms_tests::past::{self, Past};
    use famulor_sms_tests::{Desktop, DesktopOptions, Keychain, Program, ProgramOptions, crowd, paper, place};

    /// The pictures that the documentation shows.
    pub(crate) const KEPT: [&str; 5] =
        ["new-message-en", "new-message-de", "history-en", "first-run-2-key-en", "undo-and-later-dark-de"];

    const TITLE: &str = "Famulor SMS$";
    const KEY: &str = "4711|the-key-of-the-pictures";

    /// One way to see a view: the name's end, the theme, the size of the text, and of the window.
    type Look = (&'static str, &'static str, u32, (u32, u32));

    const USUAL: (u32, u32) = (1000, 740);
    const SMALLEST: (u32, u32) = (360, 480);
    const LARGE: (u32, u32) = (1600, 1000);

    /// The last one is how the window is left.
    const LOOKS: [Look; 8] = [
        ("-large-200", "light", 200, LARGE),
        ("-large-dark", "dark", 100, LARGE),
        ("-smallest-dark-200", "dark", 200, SMALLEST),
        ("-smallest", "light", 100, SMALLEST),
        ("-200", "light", 200, USUAL),
        ("-dark-200", "dark", 200, USUAL),
        ("-dark", "dark", 100, USUAL),
        ("", "light", 100, USUAL),
    ];

    /// What is written in one language.
    struct Language {
        locale: &'static str,
        code: &'static str,
        anna: &'static str,
        /// The title of the system's dialog.
        import: &'static str,
        /// The name and text of a template.
        template: (&'static str, &'static str),
        others: [(&'static str, &'static str); 3],
    }

    const LANGUAGES: [Language; 2] = [
        Language {
            locale: "de_DE",
            code: "de",
            anna: "Guten Morgen Frau Beck, Ihre Bestellung liegt ab zehn Uhr zur Abholung bereit. Beste Grüße",
            import: "^Kontakte importieren$",
            template: ("Paket", "Guten Tag {Vorname} {Nachname}, Ihr Paket {Nummer} liegt bereit. Gruß, {Firma}"),
            others: [
                ("Theo", "Ihr Termin am Montag um 9 Uhr ist bestätigt."),
                ("Nora", "Bitte rufen Sie uns zurück, wenn es Ihnen passt."),
                ("Bilal", "Der Techniker kommt heute zwischen 14 und 16 Uhr."),
            ],
        },
        Language {
            locale: "en_DE",
            code: "en",
            anna: "Good morning Ms Beck, your order is ready for collection from 10 am. Kind regards",
            import: "^Import contacts$",
            template: ("Parcel", "Hello {first name} {last name}, your parcel {number} is here. {organisation}"),
            others: [
                ("Theo", "Your appointment on Monday at 9 is confirmed."),
                ("Nora", "Please call us back when it suits you."),
                ("Bilal", "The technician will come today between 2 and 4."),
            ],
        },
    ];

    /// Where all pictures are.
    pub(crate) fn all() -> PathBuf {
        place::picture("x").with_file_name("pictures")
    }

    /// Takes them; hands back how many.
    pub(crate) async fn take_all(kept: &Path) -> io::Result<usize> {
        fs::create_dir_all(all())?;
        fs::create_dir_all(kept)?;
        for language in &LANGUAGES {
            let options = DesktopOptions {
                language: language.locale,
                // They would stand in the picture.
                notifications: false,
                keychain: Keychain::Unlocked,
                size: (1680, 1050),
                ..DesktopOptions::default()
            };
            let desktop = Desktop::start(options);
            let camera = Camera { desktop: &desktop, language };
            camera.first_run().await?;
            camera.what_is_open().await?;
            camera.practice().await;
        }
        for name in KEPT {
            fs::copy(all().join(format!("{name}.png")), kept.join(format!("{name}.png")))?;
        }
        Ok(fs::read_dir(all())?.count())
    }

    struct Camera<'d> {
        desktop: &'d Desktop,
        language: &'static Language,
    }

    impl Camera<'_> {
        fn options(&self, folder: &str, simulator: Option<&Simulator>) -> ProgramOptions {
            let data_dir = Some(self.desktop.folder().join(folder));
            ProgramOptions { data_dir, simulator_url: simulator.map(Simulator::url), ..ProgramOptions::default() }
        }

        /// The steps of the first run, and the views in which there is nothing yet.
        async fn first_run(&self) -> io::Result<()> {
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
        async fn what_is_open(&self) -> io::Result<()> {
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

        async fn practice(&self) {
            let options = ProgramOptions { args: vec!["--practice".to_owned()], ..self.options("practice", None) };
            let program = Program::start(self.desktop, &options).await;
            program.wait_until("document.querySelector('#sender').value !== ''").await;
            self.take(&program, "empty").await;
            for (name, text) in self.language.others {
                write(&program, name, text).await;
                send(&program).await;
            }
            write(&program, "Anna", self.language.anna).await;
            self.take(&program, "new-message").await;
            send(&program).await;
            self.take(&program, "sent").await;
            write(&program, "Anna", self.language.anna).await;
            program.click("send").await;
            program.wait_for("ask-dialog").await;
            self.take(&program, "ask").await;
            program.click("ask-back").await;
            self.history(&program).await;
            self.go_to(&program, "contacts").await;
            program.wait_for("#contacts-list .contact-row").await;
            self.take(&program, "contacts").await;
            self.go_to(&program, "settings").await;
            self.take(&program, "settings").await;
            self.what_waits(&program).await;
            self.people(&program).await;
            self.import(&program).await;
            self.templates(&program).await;
        }

        async fn history(&self, program: &Program<'_>) {
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
        async fn what_waits(&self, program: &Program<'_>) {
            choose(program, "undo-seconds", "20").await;
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

        async fn go_to(&self, program: &Program<'_>, view: &str) {
            program.click(&format!("nav-{view}")).await;
            program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
        }

        /// In every look.
        async fn take(&self, program: &Program<'_>, name: &str) {
            for (suffix, theme, percent, size) in LOOKS {
                choose(program, "theme", theme).await;
                program.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'")).await;
                let large = "document.documentElement.style.fontSize = arguments[0]";
                program.script(large, vec![format!("{percent}%").into()]).await;
                self.desktop.resize_window(TITLE, size);
                program.wait_until(&format!("innerWidth === {} && innerHeight === {}", size.0, size.1)).await;
                program.drawn().await;
                let file = format!("{name}{suffix}-{}.png", self.language.code);
                self.desktop.window_picture(TITLE, &all().join(file));
            }
        }
    }

    /// Chooses in the settings, which need not be in view.
    async fn choose(program: &Program<'_>, setting: &str, value: &str) {
        let choose = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        program.script(choose, vec![setting.into(), value.into()]).await;
    }

    async fn write(program: &Program<'_>, name: &str, text: &str) {
        program.type_into("recipient", name).await;
        program.wait_for("[role=option]").await;
        program.click("[role=option]").await;
        program.wait_for_text("recipient-hint", "+").await;
        program.type_into("text", text).await;
        program.wait_for_text("text-meter", "·").await;
    }

    async fn send(program: &Program<'_>) {
        program.click("send").await;
        program.wait_until("document.querySelector('#text').value === ''").await;
        let done = "['sent', 'rejected'].includes(document.querySelector('#outcome').dataset.state)";
        program.wait_until(done).await;
    }
}
