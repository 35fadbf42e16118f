//! Famulor's HTTP API, as far as this program needs it. The contract is Famulor's API page.

pub mod account;
pub mod answer;
mod base_url;
mod body_gate;
mod client;
mod failure;
mod proxy;

pub use account::{AccountError, ListedNumber, User};
pub use answer::{Answer, Receipt};
pub use base_url::{BaseUrl, BaseUrlError};
pub use body_gate::{Claim, ClaimRefused};
pub use client::{Attempt, Famulor, Limits, Sms};
pub use failure::Failure;
pub use proxy::{NotAProxy, Proxy, ProxyAddress};
