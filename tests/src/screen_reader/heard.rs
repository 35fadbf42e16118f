//! What is announced: what comes into a live region, as screen readers take it from AT-SPI's events.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use zbus::blocking::{Connection, MessageIterator};
use zbus::zvariant::{OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message};

use super::node::Place;

const REGISTRY: &str = "org.a11y.atspi.Registry";
const EVENTS: &str = "org.a11y.atspi.Event.Object";

/// What came from the window so far.
#[derive(Clone, Default)]
pub(super) struct Heard(Arc<Mutex<Past>>);

#[derive(Default)]
struct Past {
    said: Vec<String>,
    focused: Vec<String>,
}

impl Heard {
    /// Listens on a thread of its own, until the bus ends.
    pub(super) fn listen(bus: &Connection) -> Self {
        let asked =
            bus.call_method(Some(REGISTRY), "/org/a11y/atspi/registry", Some(REGISTRY), "RegisterEvent", &"object:");
        asked.expect("the registry of screen readers answers");
        let rule = MatchRule::builder().interface(EVENTS).expect("this is a name").build();
        let events = MessageIterator::for_match_rule(rule, bus, Some(1000)).expect("the bus takes the rule");
        let heard = Self::default();
        let (listener, bus) = (heard.clone(), bus.clone());
        thread::spawn(move || {
            for event in events.flatten() {
                listener.take_in(&event, &bus);
            }
        });
        heard
    }

    /// Every announcement.
    pub(super) fn said(&self) -> Vec<String> {
        self.past().said.clone()
    }

    /// The name of everything that got the focus, or was marked.
    pub(super) fn focused(&self) -> Vec<String> {
        self.past().focused.clone()
    }

    fn take_in(&self, event: &Message, bus: &Connection) -> Option<()> {
        let header = event.header();
        let place = Place { program: header.sender()?.to_string(), path: header.path()?.to_string() };
        let (kind, number, value) = told(event)?;
        match (header.member()?.as_str(), kind.as_str()) {
            ("ChildrenChanged", "add") => self.say(new_in(&Place::from(child(value)?), bus)),
            ("TextChanged", "insert") if place.is_live(bus) => self.say(String::try_from(value).ok()),
            ("StateChanged", "focused" | "selected") if number == 1 => self.past().focused.extend(place.name(bus)),
            _ => {}
        }
        Some(())
    }

    /// What is said twice in a row is said once, as screen readers do.
    fn say(&self, words: Option<String>) {
        let said = &mut self.past().said;
        said.extend(words.filter(|words| said.last() != Some(words)));
    }

    fn past(&self) -> MutexGuard<'_, Past> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What of a thing has changed, a number that goes with it, and what is new.
fn told(event: &Message) -> Option<(String, i32, OwnedValue)> {
    let body = event.body();
    let usual = body.deserialize::<(String, i32, i32, OwnedValue, HashMap<String, OwnedValue>)>();
    let usual = usual.map(|(kind, number, _, value, _)| (kind, number, value));
    let with_place = || body.deserialize::<(String, i32, i32, OwnedValue, (String, OwnedObjectPath))>();
    usual.or_else(|_| with_place().map(|(kind, number, _, value, _)| (kind, number, value))).ok()
}

fn child(value: OwnedValue) -> Option<(String, OwnedObjectPath)> {
    value.try_into().ok()
}

fn new_in(child: &Place, bus: &Connection) -> Option<String> {
    child.is_live(bus).then(|| child.region(bus).words(bus)).filter(|words| !words.is_empty())
}
