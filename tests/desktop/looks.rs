//! A look at one view in every language, theme and size in which somebody may have it.

use famulor_sms_tests::{Desktop, Program};

use crate::room::Room;

/// Looks at the same view in both languages and both themes.
pub(crate) struct Looks<'a> {
    program: &'a Program<'a>,
    desktop: &'a Desktop,
    found: Vec<String>,
}

impl<'a> Looks<'a> {
    pub(crate) fn of(room: &'a Room, program: &'a Program<'a>) -> Self {
        Self { program, desktop: &room.desktop, found: Vec::new() }
    }

    pub(crate) fn found_nothing(&self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }

    pub(crate) async fn at(&mut self, view: &str) {
        for (language, theme) in [("de", "light"), ("de", "dark"), ("en", "dark"), ("en", "light")] {
            self.program.set("language", language).await;
            self.program.set("theme", theme).await;
            let dressed = format!(
                "document.documentElement.lang === '{language}'
                && document.documentElement.dataset.theme === '{theme}'"
            );
            self.program.wait_until(&dressed).await;
            self.program.still().await;
            let how = format!("{view} ({language}, {theme})");
            self.note(&how, self.program.axe().await);
            self.note(&how, self.program.measure(&["frames", "icons", "targets"]).await);
        }
        self.large(view).await;
        self.small(view).await;
    }

    /// In German, whose words are longer, with letters of twice the size.
    async fn large(&mut self, view: &str) {
        self.program.set("language", "de").await;
        self.program.wait_until("document.documentElement.lang === 'de'").await;
        self.program.script("document.documentElement.style.fontSize = '200%'", Vec::new()).await;
        self.program.still().await;
        self.note(&format!("{view} (200 %)"), self.program.measure(&["widths", "reach"]).await);
        self.program.script("document.documentElement.style.fontSize = ''", Vec::new()).await;
    }

    /// In the smallest window.
    async fn small(&mut self, view: &str) {
        self.resize((360, 480)).await;
        self.program.still().await;
        self.note(&format!("{view} (360 × 480)"), self.program.measure(&["widths", "reach", "targets"]).await);
        self.resize((1000, 800)).await;
        self.program.set("language", "en").await;
        self.program.wait_until("document.documentElement.lang === 'en'").await;
    }

    async fn resize(&self, (width, height): (u32, u32)) {
        self.desktop.resize_window("Famulor SMS$", (width, height));
        self.program.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await;
    }

    fn note(&mut self, how: &str, faults: Vec<String>) {
        self.found.extend(faults.into_iter().map(|fault| format!("{how}: {fault}")));
    }
}
