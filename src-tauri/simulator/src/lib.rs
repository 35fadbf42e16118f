//! A Famulor that sends nothing, for tests and for practice mode.
//!
//! It speaks Famulor's HTTP API on loopback, keeps a ledger of every paid request of which any byte of the body
//! arrived, and misbehaves on demand in the ways that networks, proxies and services do. It works on the bare TCP
//! stream, because an HTTP library hides when the first byte of a body arrives and cannot answer by half.

mod account;
mod answer;
mod behaviour;
mod door;
mod ledger;
mod limits;
mod plan;
mod request;
mod server;
mod shared;
mod simulator;
mod sms;
mod wire;

pub use account::{Account, Number, NumberKind};
pub use behaviour::Behaviour;
pub use door::Door;
pub use ledger::{LedgerEntry, RequestLine};
pub use simulator::Simulator;
