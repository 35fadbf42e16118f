//! What the window is told without having asked for it: a line on which the page always has one question open, which is
//! answered as soon as there is something. Each piece is kept until the page says that it has it, or until a newer one says
//! the same thing anew.
//!
//! Tauri's own events are scripts. WebKit compiles each of them anew and keeps some, and starts an engine for JavaScript in
//! this process for their results.

use std::time::Duration;

use famulor_sms_core::types::{News, NumberedNews};
use tauri::{AppHandle, Manager as _};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// At least this lies between two answers. Each makes the page work, and what comes meanwhile comes with the next.
const BREATH: Duration = Duration::from_millis(50);

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
    answered_at: Option<Instant>,
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
        let rested_at = line.wait_for(|kept| kept.since(number).next().is_some()).await.map(|kept| kept.rested_at());
        if let Ok(Some(rested_at)) = rested_at {
            sleep_until(rested_at).await;
        }
        let mut told = Vec::new();
        self.0.send_if_modified(|kept| {
            kept.answered_at = Some(Instant::now());
            told.extend(kept.since(number).cloned());
            false
        });
        told
    }

    fn put(&self, news: News) -> bool {
        self.0.send_if_modified(|kept| {
            if kept.is_heard {
                kept.add(news);
            }
            kept.is_heard
        })
    }
}

impl Kept {
    fn add(&mut self, news: News) {
        self.last += 1;
        self.pieces.retain(|piece| !says_anew(&news, &piece.news));
        self.pieces.push(NumberedNews { number: self.last, news });
    }

    /// When the next answer may go.
    fn rested_at(&self) -> Option<Instant> {
        Some(self.answered_at? + BREATH)
    }

    fn since(&self, number: u64) -> impl Iterator<Item = &NumberedNews> {
        self.pieces.iter().filter(move |piece| piece.number > number)
    }
}

/// Whether the newer piece leaves nothing to be known from the older one.
fn says_anew(newer: &News, older: &News) -> bool {
    match (newer, older) {
        (News::Message(newer), News::Message(older)) => newer.id == older.id && newer.revision >= older.revision,
        (News::Account(_), News::Account(_))
        | (News::ExportProgress(_), News::ExportProgress(_))
        | (News::ImportProgress(_), News::ImportProgress(_))
        | (News::UpdateProgress(_), News::UpdateProgress(_)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use famulor_sms_core::types::ExportProgress;
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

    #[test]
    fn what_comes_right_after_an_answer_comes_together_with_the_next() {
        let line = NewsLine::default();
        let begun = line.begin();
        block_on(async {
            line.put(chosen("at once"));
            let begin = Instant::now();
            assert_eq!(names(&line.after(begun).await), [(1, "at once")]);
            let first_at = begin.elapsed();
            line.put(chosen("soon"));
            let (heard, ()) = tokio::join!(line.after(1), async {
                tokio::task::yield_now().await;
                line.put(chosen("with it"));
            });
            assert_eq!(names(&heard), [(2, "soon"), (3, "with it")]);
            assert!(begin.elapsed() >= first_at + BREATH);
        });
    }

    #[test]
    fn of_what_is_told_anew_the_last_is_told() {
        let line = NewsLine::default();
        let begun = line.begin();
        for done in 1..=3 {
            line.put(News::ExportProgress(ExportProgress { done, total: 3 }));
            line.put(chosen("each"));
        }
        let heard = block_on(line.after(begun));
        let told: Vec<_> = heard.iter().map(|piece| piece.number).collect();
        assert_eq!(told, [2, 4, 5, 6]);
        assert!(matches!(heard[2].news, News::ExportProgress(ExportProgress { done: 3, .. })));
    }
}
