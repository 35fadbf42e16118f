//! What the organisation has fixed, and the way to Famulor.

use famulor_sms_core::famulor::Proxy;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::{PolicyView, SenderProblem, SenderView};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::errors::Shown as _;
use crate::office::{Office, Start};

/// The address of a proxy as it will be kept.
#[tauri::command]
pub(crate) async fn check_proxy(start: State<'_, Start>, address: String) -> Answer<String> {
    Proxy::chosen(&address).map(|proxy| proxy.to_string()).shown(start.office()?)
}

/// The policy as the window shows it.
pub(crate) fn view(office: &Office) -> PolicyView {
    let (policy, words) = (&office.policy, office.words());
    let rules = policy.rules();
    let codes = |countries: &Vec<_>| countries.iter().map(ToString::to_string).collect();
    PolicyView {
        fixed: policy.fixed(),
        sender: rules.sender.as_ref().map(PhoneNumber::grouped),
        allowed_countries: rules.allowed_countries.as_ref().map(codes),
        messages_per_day: rules.messages_per_day,
        updates: rules.updates,
        practice: rules.practice,
        problem: policy.fault().map(|fault| fault.shown(&words).message),
    }
}

/// The numbers of the account; those that the organisation does not want cannot be chosen.
pub(crate) fn allowed(office: &Office, mut senders: Vec<SenderView>) -> Vec<SenderView> {
    for sender in senders.iter_mut().filter(|sender| !office.policy.allows_sender(&sender.number)) {
        sender.unusable.get_or_insert(SenderProblem::NotAllowed);
    }
    senders
}
