//! Work for a thread of its own, that ends with it: nobody waits for it when the program ends, and its memory goes with it.

use std::thread;

use tokio::sync::oneshot;

/// What `work` returns, which may block for ever or take long; `None` if it panicked.
pub async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (done, result) = oneshot::channel();
    thread::spawn(move || {
        // Whoever waited may have given up.
        let _ = done.send(work());
    });
    result.await.ok()
}
