//! The thread that works on the database for whoever may not wait: one, since there is one connection.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;

use tokio::sync::oneshot;

type Job = Box<dyn FnOnce() + Send>;

/// Hands over what is to be done, in the order in which it came. The thread ends with this, once it has done the last of it.
#[derive(Debug)]
pub(super) struct Worker(Sender<Job>);

impl Worker {
    pub(super) fn start() -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel::<Job>();
        thread::Builder::new().name("database".to_owned()).spawn(move || waiting.into_iter().for_each(|job| job()))?;
        Ok(Self(jobs))
    }

    /// What `work` returns; a panic is that of whoever asked. `None` if the thread is no more.
    pub(super) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let (done, result) = oneshot::channel();
        let job = move || {
            // Nobody may wait any longer.
            let _ = done.send(catch_unwind(AssertUnwindSafe(work)));
        };
        self.0.send(Box::new(job)).ok()?;
        result.await.ok().map(|result| result.unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_is_done_by_one_thread_in_the_order_in_which_it_came() {
        let worker = Worker::start().unwrap();
        let (told, heard) = mpsc::channel();
        let say = |n: u8| {
            let told = told.clone();
            move || {
                told.send(n).unwrap();
                thread::current().id()
            }
        };
        let (first, second) = tokio::join!(biased; worker.run(say(1)), worker.run(say(2)));
        assert_eq!(first, second);
        assert_ne!(first, Some(thread::current().id()));
        assert_eq!(heard.try_iter().collect::<Vec<_>>(), [1, 2]);
    }

    #[tokio::test]
    async fn it_outlives_a_panic_which_reaches_whoever_asked() {
        let worker = std::sync::Arc::new(Worker::start().unwrap());
        let asks = worker.clone();
        let asked = tokio::spawn(async move { asks.run(|| panic!("as it must")).await.unwrap_or(()) });
        assert!(asked.await.unwrap_err().is_panic());
        assert_eq!(worker.run(|| 2).await, Some(2));
    }
}
