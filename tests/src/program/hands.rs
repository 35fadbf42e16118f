//! What a person does in the window: clicking, typing, pasting, choosing.

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::json;

use super::{Program, selector};

impl Program<'_> {
    /// Clicks it as soon as it can be seen.
    pub async fn click(&self, name: &str) {
        self.show(name).await;
        self.answer(name, async { self.find(name).await?.click().await }).await;
    }

    /// Clicks it twice, as fast as a person can.
    pub async fn double_click(&self, name: &str) {
        self.show(name).await;
        let click = async {
            let element = self.find(name).await?;
            let press = || PointerAction::Down { button: MOUSE_BUTTON_LEFT };
            let let_go = || PointerAction::Up { button: MOUSE_BUTTON_LEFT };
            let mouse = MouseActions::new("mouse".to_owned())
                .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
                .then(press())
                .then(let_go())
                .then(press())
                .then(let_go());
            self.client().perform_actions(mouse).await
        };
        self.answer(name, click).await;
    }

    /// Types behind what is already there. What no key has (emoji) is put in as the system's own emoji picker would.
    pub async fn type_into(&self, name: &str, text: &str) {
        self.wait_for(name).await;
        let before = self.value(name).await;
        self.type_keys(name, text).await;
        // Enter may have done something with the field.
        if !text.contains('\n') {
            self.wait_for_value(name, &(before + text)).await;
        }
    }

    /// Puts a text in all at once where the cursor is, as a clipboard would.
    pub async fn paste_into(&self, name: &str, text: &str) {
        self.wait_for(name).await;
        let insert =
            "document.querySelector(arguments[0]).focus(); document.execCommand('insertText', false, arguments[1])";
        self.script(insert, vec![json!(selector(name)), json!(text)]).await;
    }

    /// Types instead of what is already there, with the keys a person would use.
    pub async fn replace(&self, name: &str, text: &str) {
        self.wait_for(name).await;
        self.script("document.querySelector(arguments[0]).select()", vec![json!(selector(name))]).await;
        let keys = if text.is_empty() { String::from(char::from(Key::Delete)) } else { text.to_owned() };
        self.type_keys(name, &keys).await;
        self.wait_for_value(name, text).await;
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, name: &str, value: &str) {
        self.show(name).await;
        self.answer(name, async { self.find(name).await?.select_by_value(value).await }).await;
    }

    /// Chooses in a list of the settings, and is back at once where one was: they are made when they are first shown.
    pub async fn set(&self, list: &str, value: &str) {
        let choose = "if (!window.settingsWereShown) {
                const [view, focused] = [document.body.dataset.view, document.activeElement];
                const ways = { help: ['#help-guide'], 'first-run': ['#nav-new-message', '#notices [data-verb=set-up]'] };
                for (const way of ['#nav-settings', ...(ways[view] ?? [`#nav-${view}`])]) document.querySelector(way).click();
                focused?.focus();
                window.settingsWereShown = true;
            }
            const field = document.getElementById(arguments[0]);
            field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.script(choose, vec![json!(list), json!(value)]).await;
    }

    /// A person waits for what is about to open, and the driver does not always scroll to what has just moved.
    async fn show(&self, name: &str) {
        self.wait_for(name).await;
        let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest' })";
        self.script(scroll, vec![json!(selector(name))]).await;
    }

    async fn type_keys(&self, name: &str, text: &str) {
        if text.chars().all(|letter| letter <= '\u{FFFF}') {
            let keys = text.replace('\n', &String::from(char::from(Key::Enter)));
            self.answer(name, async { self.find(name).await?.send_keys(&keys).await }).await;
        } else {
            self.paste_into(name, text).await;
        }
    }

    /// The driver answers while its last keys are still on their way.
    async fn wait_for_value(&self, name: &str, value: &str) {
        let (element, value) = (json!(selector(name)), json!(value));
        self.wait_until(&format!("document.querySelector({element}).value === {value}")).await;
    }
}
