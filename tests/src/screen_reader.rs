//! A screen reader: what it finds in the real window, and what it is told to say, over AT-SPI.

mod bus;
mod heard;
mod node;
mod roles;

use std::cell::RefCell;
use std::collections::HashSet;

use zbus::blocking::Connection;

use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_for, wait_until};

pub use node::{Node, Relation, State};

use heard::Heard;
use node::Place;

/// The name under which the program is on the bus of screen readers.
const PROGRAM: &str = "famulor-sms";

/// A screen reader on a desktop with `accessibility`.
pub struct ScreenReader {
    bus: Connection,
    heard: Heard,
    acquaintances: RefCell<HashSet<String>>,
}

impl ScreenReader {
    /// Starts it; it hears everything from now on.
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let bus = bus::connect(desktop);
        let heard = Heard::listen(&bus);
        Self { bus, heard, acquaintances: RefCell::default() }
    }

    /// Everything in the program's window, in the order in which it is read.
    #[must_use]
    pub fn read(&self) -> Vec<Node> {
        let mut found = Vec::new();
        for program in Place::desktop().children(&self.bus) {
            if program.name(&self.bus).as_deref() == Some(PROGRAM) {
                self.read_below(&program, &mut found);
            }
        }
        found
    }

    /// What has this role and this name; waits for it.
    pub fn find(&self, role: &str, name: &str) -> Node {
        self.find_where(&format!("{role} {name:?}"), |node| node.role == role && node.name == name)
    }

    /// The first of which something holds; waits for it.
    pub fn find_where(&self, what: &str, fits: impl Fn(&Node) -> bool) -> Node {
        let found = wait_for(PATIENCE, || self.read().into_iter().find(&fits));
        found.unwrap_or_else(|| panic!("A screen reader does not find {what}. It finds:\n{}", self.page()))
    }

    /// What has the focus, once it has this name.
    pub fn focused(&self, name: &str) -> Node {
        self.find_where(&format!("the focus on {name:?}"), |node| node.is(State::Focused) && node.name == name)
    }

    /// What a node is tied to.
    #[must_use]
    pub fn related(&self, node: &Node, relation: Relation) -> Vec<Node> {
        let places = node.relations.iter().filter(|(kind, _)| *kind == relation as u32).flat_map(|(_, places)| places);
        places.filter_map(|place| Node::at(place, &self.bus)).collect()
    }

    /// Waits until something was announced that holds these words: all of the announcement.
    pub fn wait_to_hear(&self, words: &str) -> String {
        let heard = wait_for(PATIENCE, || self.heard().into_iter().find(|said| said.contains(words)));
        heard.unwrap_or_else(|| panic!("{words:?} is not announced. Announced is: {:#?}", self.heard()))
    }

    /// Whether the focus, or the mark in a list of which the focus stays at the field, came to what is called so.
    #[must_use]
    pub fn focus_came_to(&self, name: &str) -> bool {
        wait_until(PATIENCE, || self.heard.focused().iter().any(|focused| focused.contains(name)))
    }

    /// What got the focus, or the mark in a list, last.
    #[must_use]
    pub fn focus(&self) -> Option<String> {
        self.heard.focused().pop()
    }

    /// How often the focus has moved so far.
    #[must_use]
    pub fn focuses(&self) -> usize {
        self.heard.focused().len()
    }

    /// Everything that was announced so far.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        self.heard.said()
    }

    /// Everything in the window as lines to look at.
    #[must_use]
    pub fn page(&self) -> String {
        self.read().iter().map(|node| format!("{node}\n")).collect()
    }

    fn read_below(&self, place: &Place, found: &mut Vec<Node>) {
        if self.acquaintances.borrow_mut().insert(place.program.clone()) {
            place.get_acquainted(&self.bus);
        }
        found.extend(Node::at(place, &self.bus));
        for child in place.children(&self.bus) {
            self.read_below(&child, found);
        }
    }
}
