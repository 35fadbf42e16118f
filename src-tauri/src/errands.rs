//! What somebody asks of the window from outside: a link that was opened, a notification that was clicked.
//!
//! It waits here until the page fetches it, so nothing is lost while the page is not there yet, and of several links only
//! the newest is left.

use std::mem::{discriminant, take};
use std::sync::{Mutex, PoisonError};

use famulor_sms_core::types::{Errand, News};
use tauri::{AppHandle, Manager as _};

use crate::news;
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

/// The newest of the links that macOS hands over together; what is no link of ours is left aside.
#[cfg(any(target_os = "macos", test))]
pub(crate) fn newest_link<'a>(urls: impl DoubleEndedIterator<Item = &'a str>) -> Option<Errand> {
    urls.rev().find_map(famulor_sms_core::link::read).map(|link| Errand::Link { link })
}

/// Shows the window, which then does it.
pub(crate) fn run(app: &AppHandle, errand: Errand) {
    app.state::<Errands>().put(errand);
    window::show(app);
    news::tell(app, News::Errand);
}

#[cfg(test)]
mod tests {
    use super::*;
    use famulor_sms_core::types::FormLink;

    fn link(recipient: &str) -> Errand {
        Errand::Link { link: FormLink { recipient: recipient.into(), ..FormLink::default() } }
    }

    #[test]
    fn of_links_handed_over_together_the_newest_is_taken_and_nothing_else() {
        let urls = ["sms:+491711111111", "tel:+491712222222", "https://example.com"];
        assert!(
            matches!(newest_link(urls.into_iter()), Some(Errand::Link { link }) if link.recipient == "+491712222222")
        );
        assert_eq!(newest_link(["file:///etc/passwd"].into_iter()), None);
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
