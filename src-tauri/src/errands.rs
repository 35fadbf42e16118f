//! What somebody asks of the window from outside: a link that was opened, a notification that was clicked.
//!
//! It waits here until the page fetches it, so nothing is lost while the page is not there yet, and of several links only
//! the newest is left.

use std::mem::{discriminant, take};
use std::sync::{Mutex, PoisonError};

use famulor_sms_core::types::Errand;
use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::window;

/// What the page has not fetched yet, the newest of each kind.
#[derive(Debug, Default)]
pub(crate) struct Errands(Mutex<Vec<Errand>>);

impl Errands {
    pub(crate) fn put(&self, errand: Errand) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|other| discriminant(other) != discriminant(&errand));
        waiting.push(errand);
    }

    pub(crate) fn take(&self) -> Vec<Errand> {
        take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Shows the window, which then does it.
pub(crate) fn run(app: &AppHandle, errand: Errand) {
    app.state::<Errands>().put(errand);
    window::show(app);
    if let Err(error) = app.emit("errand", ()) {
        tracing::warn!(%error, "the window was not told");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use famulor_sms_core::types::FormLink;

    fn link(recipient: &str) -> Errand {
        Errand::Link { link: FormLink { recipient: recipient.into(), ..FormLink::default() } }
    }

    #[test]
    fn of_several_links_only_the_newest_waits_and_each_is_fetched_once() {
        let errands = Errands::default();
        for errand in [link("1"), Errand::History, link("2")] {
            errands.put(errand);
        }
        assert_eq!(errands.take(), [Errand::History, link("2")]);
        assert_eq!(errands.take(), []);
    }
}
