//! The body gate: the bytes of a paid request leave only after the claim is on the disk, and a
//! sender that gives up can prove that they never left.
//!
//! The connection's task outlives a dropped request, so a plain flag would lie: both sides move one
//! atomic by compare-exchange, and exactly one of them wins.

use std::pin::Pin;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use thiserror::Error;

/// The synced commit that must stand before the first byte leaves.
pub type Claim = Pin<Box<dyn Future<Output = Result<(), ClaimRefused>> + Send>>;

/// The claim could not be made: the message has changed meanwhile, or the database failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the message was not claimed")]
pub struct ClaimRefused;

const ARMED: u8 = 0;
const RELEASED: u8 = 1;
const REVOKED: u8 = 2;

/// Either the body may leave or it never will: whoever comes first decides.
#[derive(Debug, Clone, Default)]
pub(super) struct Gate(Arc<AtomicU8>);

impl Gate {
    /// The sender gives up. True: no byte of the body has left, and none ever will.
    pub(super) fn revoke(&self) -> bool {
        self.move_to(REVOKED)
    }

    fn release(&self) -> bool {
        self.move_to(RELEASED)
    }

    fn move_to(&self, state: u8) -> bool {
        self.0.compare_exchange(ARMED, state, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }
}

/// A request's body that claims its message before it yields its bytes.
pub(super) struct GatedBody {
    gate: Gate,
    /// Never locked, only there to make the body `Sync`, as the client asks.
    claim: Mutex<Option<Claim>>,
    bytes: Option<Bytes>,
}

impl GatedBody {
    pub(super) fn new(gate: Gate, claim: Claim, bytes: Bytes) -> Self {
        Self { gate, claim: Mutex::new(Some(claim)), bytes: Some(bytes) }
    }
}

impl Body for GatedBody {
    type Data = Bytes;
    type Error = ClaimRefused;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ClaimRefused>>> {
        let claim = self.claim.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(claiming) = claim.as_mut() {
            let claimed = ready!(claiming.as_mut().poll(context));
            *claim = None;
            if claimed.is_err() || !self.gate.release() {
                self.bytes = None;
                return Poll::Ready(Some(Err(ClaimRefused)));
            }
        }
        Poll::Ready(self.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(body: &mut GatedBody) -> Poll<Option<Result<Frame<Bytes>, ClaimRefused>>> {
        Pin::new(body).poll_frame(&mut Context::from_waker(std::task::Waker::noop()))
    }

    fn gated(gate: &Gate, claimed: Result<(), ClaimRefused>) -> GatedBody {
        GatedBody::new(gate.clone(), Box::pin(async move { claimed }), Bytes::from_static(b"{}"))
    }

    #[test]
    fn the_bytes_follow_the_claim_and_close_the_gate() {
        let gate = Gate::default();
        let mut body = gated(&gate, Ok(()));
        assert!(matches!(poll(&mut body), Poll::Ready(Some(Ok(_)))));
        assert!(!gate.revoke());
        assert!(matches!(poll(&mut body), Poll::Ready(None)));
    }

    #[test]
    fn a_revoked_gate_lets_nothing_through() {
        let gate = Gate::default();
        let mut body = gated(&gate, Ok(()));
        assert!(gate.revoke());
        assert!(matches!(poll(&mut body), Poll::Ready(Some(Err(ClaimRefused)))));
        assert!(matches!(poll(&mut body), Poll::Ready(None)));
    }

    #[test]
    fn a_refused_claim_leaves_the_gate_to_be_revoked() {
        let gate = Gate::default();
        let mut body = gated(&gate, Err(ClaimRefused));
        assert!(matches!(poll(&mut body), Poll::Ready(Some(Err(ClaimRefused)))));
        assert!(gate.revoke());
    }

    #[test]
    fn nothing_leaves_while_the_claim_is_being_made() {
        let gate = Gate::default();
        let mut body = GatedBody::new(gate.clone(), Box::pin(std::future::pending()), Bytes::from_static(b"{}"));
        assert!(poll(&mut body).is_pending());
        assert!(gate.revoke());
    }
}
