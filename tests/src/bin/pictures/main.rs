//! Takes pictures of every view in the real window: `pictures [FOLDER [NAME…]]` (`cargo xtask pictures`). With names, only these
//! are taken, and none goes to the folder.
//!
//! Each in both languages, in both themes, with large text, in the smallest and in a large window. All of them go to the
//! target folder, to be looked at; the few that the documentation shows go to the folder, too.

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> std::io::Result<()> {
    use std::io::Write as _;

    let mut arguments = std::env::args().skip(1);
    let kept = arguments.next().map_or_else(|| "docs/pictures".into(), std::path::PathBuf::from);
    let names: Vec<String> = arguments.collect();
    let taken = linux::take_all(&kept, &names).await?;
    writeln!(std::io::stdout(), "{taken} pictures are in {}", linux::all().display())?;
    if !names.is_empty() {
        return Ok(());
    }
    writeln!(std::io::stdout(), "{} of them, in both languages, are in {}", linux::KEPT.len(), kept.display())
}

#[cfg(target_os = "linux")]
mod linux {
    mod beginning;
    mod help;
    mod messages;
    mod people;
    mod settings;

    use std::fs;
    use std::io;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use famulor_simulator::Simulator;
    use famulor_sms_tests::{Desktop, DesktopOptions, Keychain, Program, ProgramOptions, place};

    /// The pictures that the documentation shows.
    pub(crate) const KEPT: [&str; 8] =
        ["first-run-2-key", "new-message", "undo-and-later", "outbox-later", "import", "answers", "history", "detail"];

    const TITLE: &str = "Famulor SMS$";
    const KEY: &str = "4711|the-key-of-the-pictures";

    /// One way to see a view: the name's end, the theme, the size of the text, and of the window.
    type Look = (&'static str, &'static str, u32, (u32, u32));

    const USUAL: (u32, u32) = (1000, 740);
    const SMALLEST: (u32, u32) = (360, 480);
    const LARGE: (u32, u32) = (1600, 1000);

    /// Gives the letters their size, twice, since WebKit keeps some measures from before a window's change; and where the
    /// look before has left the view says nothing about this one.
    const LOOK: &str = "const [root, main] = [document.documentElement, document.querySelector('#main')];
        for (const size of ['90%', arguments[0]]) {
            root.style.fontSize = size;
            root.getBoundingClientRect();
        }
        main.scrollTop = 0;
        document.activeElement.scrollIntoView({ block: 'nearest' });";

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
        /// Three characters make it two parts.
        costly: &'static str,
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
            costly: "„Guten Tag“ – Ihr Paket liegt bereit und kann ab zehn Uhr abgeholt werden. Bitte bringen Sie einen Ausweis mit.",
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
            costly: "“Hello” – your parcel is here and can be collected from ten. Please bring an identity card with you. Thank you.",
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

    /// Takes them, or those with these names; hands back how many there are.
    pub(crate) async fn take_all(kept: &Path, names: &[String]) -> io::Result<usize> {
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
            let camera = Camera { desktop: &desktop, language, names };
            camera.first_run().await?;
            camera.what_is_open().await?;
            camera.practice().await;
        }
        if !names.is_empty() {
            return Ok(fs::read_dir(all())?.count());
        }
        for (name, language) in KEPT.iter().flat_map(|name| LANGUAGES.iter().map(move |language| (name, language))) {
            keep(&all().join(format!("{name}-{}.png", language.code)), kept)?;
        }
        Ok(fs::read_dir(all())?.count())
    }

    /// Puts a picture into the folder as WebP, a fifth of the size: it is in the program, too.
    fn keep(picture: &Path, folder: &Path) -> io::Result<()> {
        let name = picture.with_extension("webp");
        let kept = folder.join(name.file_name().unwrap_or_default());
        let small = ["-define", "webp:lossless=true", "-define", "webp:method=6"];
        let status = Command::new("convert").arg(picture).args(small).arg(&kept).status()?;
        if status.success() { Ok(()) } else { Err(io::Error::other(format!("{} was not written", kept.display()))) }
    }

    struct Camera<'d> {
        desktop: &'d Desktop,
        language: &'static Language,
        /// None: all of them.
        names: &'d [String],
    }

    impl Camera<'_> {
        fn options(&self, folder: &str, simulator: Option<&Simulator>) -> ProgramOptions {
            let data_dir = Some(self.desktop.folder().join(folder));
            ProgramOptions { data_dir, simulator_url: simulator.map(Simulator::url), ..ProgramOptions::default() }
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
            self.costly(&program).await;
            write(&program, "Anna", self.language.anna).await;
            program.click("send").await;
            program.wait_for("ask-dialog").await;
            self.take(&program, "ask").await;
            program.click("ask-back").await;
            self.history(&program).await;
            self.go_to(&program, "contacts").await;
            program.wait_for("#contacts-list .contact-row").await;
            self.take(&program, "contacts").await;
            self.what_waits(&program).await;
            self.people(&program).await;
            self.import(&program).await;
            self.templates(&program).await;
            self.help(&program).await;
        }

        async fn go_to(&self, program: &Program<'_>, view: &str) {
            program.click(&format!("nav-{view}")).await;
            program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
        }

        /// In every look.
        async fn take(&self, program: &Program<'_>, name: &str) {
            if !(self.names.is_empty() || self.names.iter().any(|wanted| wanted == name)) {
                return;
            }
            for (suffix, theme, percent, size) in LOOKS {
                program.set("theme", theme).await;
                program.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'")).await;
                self.desktop.resize_window(TITLE, size);
                program.wait_until(&format!("innerWidth === {} && innerHeight === {}", size.0, size.1)).await;
                program.script(LOOK, vec![format!("{percent}%").into()]).await;
                program.drawn().await;
                let file = format!("{name}{suffix}-{}.png", self.language.code);
                self.desktop.window_picture(TITLE, &all().join(file));
            }
        }
    }

    async fn write(program: &Program<'_>, name: &str, text: &str) {
        program.type_into("recipient", name).await;
        // What the first letters alone have found may still be there.
        program.wait_for_text("[role=option]", name).await;
        program.click("[role=option]").await;
        program.wait_until("document.querySelector('#recipient-hint').innerText !== ''").await;
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
