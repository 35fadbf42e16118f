//! What the window is told without having asked for it: a line on which the page always has one question open, which is
//! answered as soon as there is something. Each piece is kept until the page says that it has it.
//!
//! Tauri's own events are scripts. WebKit compiles each of them anew and keeps some, and starts an engine for JavaScript in
//! this process for their results.

use famulor_sms_core::types::{News, NumberedNews};
use tauri::{AppHandle, Manager as _};
use tokio::sync::watch;

/// The line to the page.
#[derive(Default)]
pub(crate) struct NewsLine(watch::Sender<Kept>);

#[derive(Default)]
struct Kept {
    /// There is a page to be told.
    is_heard: bool,
    /// The number of the last piece.
    last: u64,
    /// What the page may not have yet, in its order.
    pieces: Vec<NumberedNews>,
}

/// Tells the page. False where there is none that listens.
pub(crate) fn tell(app: &AppHandle, news: News) -> bool {
    app.state::<NewsLine>().put(news)
}

impl NewsLine {
    /// A page listens from now on; what happened before is not for it. The number of the last piece of that.
    pub(crate) fn begin(&self) -> u64 {
        let mut last = 0;
        self.0.send_modify(|kept| {
            kept.is_heard = true;
            kept.pieces.clear();
            last = kept.last;
        });
        last
    }

    /// What came after this number, as soon as there is something; all up to it has reached the page.
    pub(crate) async fn after(&self, number: u64) -> Vec<NumberedNews> {
        self.0.send_if_modified(|kept| {
            kept.pieces.retain(|piece| piece.number > number);
            false
        });
        let mut line = self.0.subscribe();
        // It cannot be closed: this holds the sender.
        line.wait_for(|kept| kept.since(number).next().is_some())
            .await
            .map_or_else(|_| Vec::new(), |kept| kept.since(number).cloned().collect())
    }

    fn put(&self, news: News) -> bool {
        self.0.send_if_modified(|kept| {
            if kept.is_heard {
                kept.last += 1;
                kept.pieces.push(NumberedNews { number: kept.last, news });
            }
            kept.is_heard
        })
    }
}

impl Kept {
    fn since(&self, number: u64) -> impl Iterator<Item = &NumberedNews> {
        self.pieces.iter().filter(move |piece| piece.number > number)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tauri::async_runtime::block_on;
    use tokio::time::timeout;

    use super::*;

    fn chosen(name: &str) -> News {
        News::Menu(name.to_owned())
    }

    fn names(heard: &[NumberedNews]) -> Vec<(u64, &str)> {
        heard
            .iter()
            .filter_map(|piece| if let News::Menu(name) = &piece.news { Some((piece.number, &**name)) } else { None })
            .collect()
    }

    #[test]
    fn what_nobody_listens_to_is_not_kept() {
        let line = NewsLine::default();
        assert!(!line.put(chosen("early")));
        let begun = line.begin();
        assert!(line.put(chosen("heard")));
        assert_eq!(names(&block_on(line.after(begun))), [(1, "heard")]);
    }

    #[test]
    fn a_piece_is_told_until_the_page_says_that_it_has_it() {
        let line = NewsLine::default();
        let begun = line.begin();
        for name in ["a", "b"] {
            line.put(chosen(name));
        }
        assert_eq!(names(&block_on(line.after(begun))), [(1, "a"), (2, "b")]);
        // An answer that was lost on its way.
        assert_eq!(names(&block_on(line.after(begun))), [(1, "a"), (2, "b")]);
        assert_eq!(names(&block_on(line.after(1))), [(2, "b")]);
        assert_eq!(line.0.borrow().pieces.len(), 1);
    }

    #[test]
    fn the_question_waits_for_something_new() {
        let line = NewsLine::default();
        let begun = line.begin();
        line.put(chosen("a"));
        block_on(async {
            assert!(timeout(Duration::from_millis(20), line.after(1)).await.is_err());
            let (heard, ()) = tokio::join!(line.after(1), async {
                line.put(chosen("b"));
            });
            assert_eq!(names(&heard), [(2, "b")]);
        });
        assert!(begun < 1);
    }

    #[test]
    fn a_page_that_is_loaded_again_hears_what_happens_from_then_on() {
        let line = NewsLine::default();
        line.begin();
        line.put(chosen("for the one before"));
        let begun = line.begin();
        line.put(chosen("for this one"));
        assert_eq!(names(&block_on(line.after(begun))), [(2, "for this one")]);
    }
}
