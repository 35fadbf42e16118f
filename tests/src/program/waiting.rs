//! Waiting for what the window shows.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use super::{Program, selector};
use crate::driver::ANSWER;
use crate::wait::PATIENCE;

impl Program<'_> {
    /// Waits until it can be seen.
    pub async fn wait_for(&self, name: &str) {
        let element = json!(selector(name));
        self.wait_until(&format!("document.querySelector({element})?.checkVisibility({{ visibilityProperty: true }})"))
            .await;
    }

    /// Waits until it cannot be seen.
    pub async fn wait_gone(&self, name: &str) {
        let element = json!(selector(name));
        self.wait_until(&format!(
            "!document.querySelector({element})?.checkVisibility({{ visibilityProperty: true }})"
        ))
        .await;
    }

    /// Waits until it has the focus.
    pub async fn wait_for_focus(&self, name: &str) {
        let element = json!(selector(name));
        self.wait_until(&format!("document.activeElement === document.querySelector({element})")).await;
    }

    /// Waits until the text of an element holds these words.
    pub async fn wait_for_text(&self, name: &str, words: &str) {
        let (element, words) = (json!(selector(name)), json!(words));
        self.wait_until(&format!("document.querySelector({element})?.innerText.includes({words})")).await;
    }

    /// Waits until a condition in JavaScript holds. It is asked from outside, so that a new page or a hidden window does not stop it.
    pub async fn wait_until(&self, condition: &str) {
        let script = format!("return Boolean({condition})");
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < PATIENCE {
            match timeout(ANSWER, self.client().execute(&script, Vec::new())).await {
                Ok(Ok(Value::Bool(true))) => return,
                Ok(Ok(_)) => last.clear(),
                Ok(Err(error)) => last = format!(" ({error})"),
                Err(_) => break,
            }
            sleep(Duration::from_millis(40)).await;
        }
        self.give_up(&format!("{condition} did not become true{last}")).await;
    }
}
