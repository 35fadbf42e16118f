//! Takes the pictures of the documentation in the real window: `pictures [FOLDER]` (`cargo xtask pictures`).
//!
//! All of them go to the target folder, to be looked at; the few that the documentation shows go to the folder, too.

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

    use famulor_sms_tests::{Desktop, DesktopOptions, Keychain, Program, ProgramOptions, place};

    /// The pictures that the documentation shows.
    pub(crate) const KEPT: [&str; 3] = ["new-message-en", "new-message-de", "history-en"];

    const TITLE: &str = "Famulor SMS$";
    const NARROW: (u32, u32) = (380, 640);

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
                ..DesktopOptions::default()
            };
            let desktop = Desktop::start(options);
            let camera = Camera { desktop: &desktop, code: language.code };
            camera.first_run().await;
            camera.practice(language).await;
        }
        for name in KEPT {
            fs::copy(all().join(format!("{name}.png")), kept.join(format!("{name}.png")))?;
        }
        Ok(fs::read_dir(all())?.count())
    }

    struct Camera<'d> {
        desktop: &'d Desktop,
        code: &'static str,
    }

    impl Camera<'_> {
        async fn first_run(&self) {
            // Without a key nobody is asked, so this is the window as it is.
            let options = ProgramOptions { data_dir: Some(self.desktop.folder().join("new")), ..Default::default() };
            let program = Program::start(self.desktop, &options).await;
            program.wait_for("first-run").await;
            self.both_themes(&program, "first-run").await;
        }

        async fn practice(&self, language: &Language) {
            let data_dir = Some(self.desktop.folder().join("practice"));
            let options = ProgramOptions { args: vec!["--practice".to_owned()], data_dir, ..Default::default() };
            let program = Program::start(self.desktop, &options).await;
            program.wait_until("document.querySelector('#sender').value !== ''").await;
            self.both_themes(&program, "empty").await;
            for (name, text) in language.others {
                write(&program, name, text).await;
                send(&program).await;
            }
            write(&program, "Anna", language.anna).await;
            self.both_themes(&program, "new-message").await;
            self.narrow(&program, "new-message-narrow").await;
            send(&program).await;
            self.both_themes(&program, "sent").await;
            for view in ["outbox", "history", "contacts", "templates", "settings"] {
                program.click(&format!("nav-{view}")).await;
                program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
                self.both_themes(&program, view).await;
            }
            self.what_waits(&program, language).await;
            self.one_message(&program).await;
            self.people(&program).await;
            self.import(&program, language).await;
            self.templates(&program, language).await;
        }

        /// The countdown, the time chosen for later, and the outbox with what is to be sent then.
        async fn what_waits(&self, program: &Program<'_>, language: &Language) {
            choose(program, "undo-seconds", "20").await;
            program.click("nav-new-message").await;
            write(program, "Bilal", language.anna).await;
            program.click("send").await;
            program.wait_for(".undo-bar").await;
            write(program, "Anna", language.others[2].1).await;
            program.click("later-toggle").await;
            program.wait_for("later-day").await;
            self.both_themes(program, "undo-and-later").await;
            program.click("send").await;
            program.wait_until("document.querySelector('#text').value === ''").await;
            program.click("nav-outbox").await;
            program.wait_for("#outbox-later-list .message-row").await;
            self.both_themes(program, "outbox-later").await;
        }

        async fn one_message(&self, program: &Program<'_>) {
            program.click("nav-history").await;
            program.wait_for(".message-row[data-state=rejected]").await;
            program.click(".message-row[data-state=rejected] .message-row-open").await;
            program.wait_for("detail-dialog").await;
            self.take(program, "detail").await;
        }

        async fn narrow(&self, program: &Program<'_>, name: &str) {
            self.desktop.resize_window(TITLE, NARROW);
            program.wait_until(&format!("innerWidth === {}", NARROW.0)).await;
            self.take(program, name).await;
            self.desktop.resize_window(TITLE, (1000, 740));
            program.wait_until("innerWidth === 1000").await;
        }

        /// Ends in the light one.
        async fn both_themes(&self, program: &Program<'_>, name: &str) {
            for (theme, suffix) in [("dark", "-dark"), ("light", "")] {
                choose(program, "theme", theme).await;
                program.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'")).await;
                self.take(program, &format!("{name}{suffix}")).await;
            }
        }

        async fn take(&self, program: &Program<'_>, name: &str) {
            program.drawn().await;
            self.desktop.window_picture(TITLE, &all().join(format!("{name}-{}.png", self.code)));
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
