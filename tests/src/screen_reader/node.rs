//! One thing in the window as AT-SPI describes it.

use std::collections::HashMap;
use std::fmt;

use serde::de::DeserializeOwned;
use zbus::blocking::Connection;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type};

use super::roles;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const TEXT: &str = "org.a11y.atspi.Text";
const CACHE: &str = "org.a11y.atspi.Cache";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// What stands in a text for something that is more than text.
const AN_OBJECT: char = '\u{FFFC}';

/// What is the case with a node, by AT-SPI's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of AT-SPI")]
pub enum State {
    Busy = 3,
    Checked = 4,
    Enabled = 8,
    Expanded = 10,
    Focusable = 11,
    Focused = 12,
    Modal = 16,
    MultiLine = 17,
    Pressed = 20,
    Selected = 23,
    Showing = 25,
    InvalidEntry = 36,
}

const TOLD: [State; 8] = [
    State::Busy,
    State::Checked,
    State::Expanded,
    State::Focused,
    State::Modal,
    State::Pressed,
    State::Selected,
    State::InvalidEntry,
];

/// How a node is tied to others, by AT-SPI's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of AT-SPI")]
pub enum Relation {
    LabelledBy = 2,
    ControllerFor = 3,
    DescribedBy = 18,
    ErrorMessage = 21,
}

/// Where something is: the name of a program on the bus, and a path in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) program: String,
    pub(super) path: String,
}

/// One thing in the window.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is, as `push button`.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What is said after its name.
    pub description: String,
    /// The text in it, which is what was typed where something can be.
    pub text: String,
    /// What else the page says of it: `live`, `haspopup`, …
    pub attributes: HashMap<String, String>,
    states: u64,
    pub(super) relations: Vec<(u32, Vec<Place>)>,
}

impl Node {
    /// Whether this is the case with it.
    #[must_use]
    pub fn is(&self, state: State) -> bool {
        self.states & (1 << state as u32) != 0
    }

    /// None if it has gone meanwhile.
    pub(super) fn at(place: &Place, bus: &Connection) -> Option<Self> {
        let states: Vec<u32> = place.ask(bus, ACCESSIBLE, "GetState", &())?;
        let relations: Vec<(u32, Vec<(String, OwnedObjectPath)>)> =
            place.ask(bus, ACCESSIBLE, "GetRelationSet", &())?;
        Some(Self {
            role: roles::name(place.ask(bus, ACCESSIBLE, "GetRole", &())?),
            name: place.name(bus)?,
            description: place.property(bus, "Description")?,
            text: place.ask(bus, TEXT, "GetText", &(0, -1)).unwrap_or_default(),
            attributes: place.attributes(bus),
            states: states.iter().rev().fold(0, |all, part| (all << 32) | u64::from(*part)),
            relations: relations
                .into_iter()
                .map(|(kind, places)| (kind, places.into_iter().map(Place::from).collect()))
                .collect(),
        })
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let states: Vec<_> = TOLD.into_iter().filter(|state| self.is(*state)).collect();
        write!(f, "{} {:?} ({:?}) {:?} {states:?}", self.role, self.name, self.description, self.text)
    }
}

impl From<(String, OwnedObjectPath)> for Place {
    fn from((program, path): (String, OwnedObjectPath)) -> Self {
        Self { program, path: path.to_string() }
    }
}

impl Place {
    /// What holds all programs.
    pub(super) fn desktop() -> Self {
        Self { program: "org.a11y.atspi.Registry".to_owned(), path: "/org/a11y/atspi/accessible/root".to_owned() }
    }

    pub(super) fn children(&self, bus: &Connection) -> Vec<Self> {
        let children: Vec<(String, OwnedObjectPath)> =
            self.ask(bus, ACCESSIBLE, "GetChildren", &()).unwrap_or_default();
        // A page in a window is found by its number alone.
        let first = || self.ask(bus, ACCESSIBLE, "GetChildAtIndex", &0_i32);
        let children = if children.is_empty() { first().into_iter().collect() } else { children };
        children.into_iter().map(Self::from).filter(Self::is_there).collect()
    }

    fn is_there(&self) -> bool {
        !(self.program.is_empty() || self.path.ends_with("/null"))
    }

    /// Whether what changes here is announced.
    pub(super) fn is_live(&self, bus: &Connection) -> bool {
        self.attributes(bus).get("container-live").is_some_and(|live| live != "off")
    }

    /// What is announced when something changes here: the whole region, where it is to be read as a whole.
    pub(super) fn region(&self, bus: &Connection) -> Self {
        let attributes = self.attributes(bus);
        let is_all =
            attributes.contains_key("live") || attributes.get("container-atomic").is_none_or(|is| is != "true");
        let above = if is_all { None } else { self.value(bus, "Parent") };
        let above = above.and_then(|place| <(String, OwnedObjectPath)>::try_from(place).ok());
        above.map_or_else(|| self.clone(), |place| Self::from(place).region(bus))
    }

    /// Everything that can be read here, in one line.
    pub(super) fn words(&self, bus: &Connection) -> String {
        let text: String = self.ask(bus, TEXT, "GetText", &(0, -1)).unwrap_or_default();
        if !(text.is_empty() || text.contains(AN_OBJECT)) {
            return text.trim().to_owned();
        }
        let below: Vec<String> = self.children(bus).iter().map(|child| child.words(bus)).collect();
        if below.is_empty() { self.name(bus).unwrap_or_default() } else { below.join(" ").trim().to_owned() }
    }

    /// Reads all of its program at once, as screen readers begin: from then on it says what comes and goes.
    pub(super) fn get_acquainted(&self, bus: &Connection) {
        let _ = bus.call_method(Some(self.program.as_str()), "/org/a11y/atspi/cache", Some(CACHE), "GetItems", &());
    }

    pub(super) fn name(&self, bus: &Connection) -> Option<String> {
        self.property(bus, "Name")
    }

    pub(super) fn attributes(&self, bus: &Connection) -> HashMap<String, String> {
        self.ask(bus, ACCESSIBLE, "GetAttributes", &()).unwrap_or_default()
    }

    fn property(&self, bus: &Connection, property: &str) -> Option<String> {
        String::try_from(self.value(bus, property)?).ok()
    }

    fn value(&self, bus: &Connection, property: &str) -> Option<OwnedValue> {
        self.ask(bus, PROPERTIES, "Get", &(ACCESSIBLE, property))
    }

    pub(super) fn ask<T: DeserializeOwned + Type>(
        &self,
        bus: &Connection,
        interface: &str,
        method: &str,
        with: &(impl serde::Serialize + DynamicType),
    ) -> Option<T> {
        let answer = bus.call_method(Some(self.program.as_str()), self.path.as_str(), Some(interface), method, with);
        answer.ok()?.body().deserialize().ok()
    }
}
