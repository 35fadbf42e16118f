//! A desktop's place for the icons of programs: a watcher and a host of the test's own, on the desktop's session bus.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::blocking::{Connection, Proxy, connection};
use zbus::interface;
use zbus::message::Header;
use zbus::zvariant::{OwnedValue, Value};

use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_for, wait_until};

const NAME: &str = "org.kde.StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";

/// An entry of a menu, as the bus has it: its number, its properties, the menu below it.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// The names on the bus of those who have an icon.
type Items = Arc<Mutex<Vec<String>>>;

/// The place for icons. It is gone when this is dropped.
pub struct Tray {
    bus: Connection,
    items: Items,
}

struct Watcher {
    items: Items,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let name = if service.starts_with('/') { sender } else { service.to_owned() };
        self.items.lock().unwrap_or_else(PoisonError::into_inner).push(name);
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl Tray {
    /// Puts it on the desktop.
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let items = Items::default();
        let bus = connection::Builder::address(desktop.bus_address().as_str())
            .and_then(|bus| bus.serve_at("/StatusNotifierWatcher", Watcher { items: items.clone() }))
            .and_then(|bus| bus.name(NAME))
            .and_then(connection::Builder::build);
        Self { bus: bus.expect("the session bus takes a watcher"), items }
    }

    /// How many icons there are: those whose program is still there.
    #[must_use]
    pub fn count(&self) -> usize {
        self.items().len()
    }

    /// Waits until there are so many icons.
    pub fn wait_for_count(&self, count: usize) {
        assert!(wait_until(PATIENCE, || self.count() == count), "there are {} icons", self.count());
    }

    /// A property of the one icon.
    #[must_use]
    pub fn property(&self, name: &str) -> OwnedValue {
        self.item("/StatusNotifierItem", ITEM).get_property(name).expect("an icon has this property")
    }

    /// Clicks the one icon.
    pub fn click(&self) {
        let clicked: zbus::Result<()> = self.item("/StatusNotifierItem", ITEM).call("Activate", &(10_i32, 10_i32));
        clicked.expect("an icon can be clicked");
    }

    /// The words in the icon's menu.
    #[must_use]
    pub fn menu(&self) -> Vec<String> {
        self.entries().into_iter().map(|(_, label)| label).collect()
    }

    /// Chooses an entry of the icon's menu by its words.
    pub fn choose(&self, label: &str) {
        let entries = self.entries();
        let found = entries.iter().find(|(_, words)| words == label);
        let (id, _) = found.unwrap_or_else(|| panic!("The menu has no {label:?}: {entries:?}"));
        let event = (*id, "clicked", Value::from(""), 0_u32);
        let chosen: zbus::Result<()> = self.item("/MenuBar", MENU).call("Event", &event);
        chosen.expect("an entry of a menu can be chosen");
    }

    fn entries(&self) -> Vec<(i32, String)> {
        let ask = (0_i32, -1_i32, Vec::<String>::new());
        let (_, (_, _, below)): (u32, Layout) =
            self.item("/MenuBar", MENU).call("GetLayout", &ask).expect("an icon has a menu");
        below.into_iter().filter_map(|entry| Layout::try_from(entry).ok()).filter_map(entry).collect()
    }

    fn item(&self, path: &'static str, interface: &'static str) -> Proxy<'static> {
        let name = wait_for(PATIENCE, || self.items().pop()).expect("there is an icon");
        Proxy::new(&self.bus, name, path, interface).expect("an icon is on the bus")
    }

    fn items(&self) -> Vec<String> {
        let items = self.items.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let bus = zbus::blocking::fdo::DBusProxy::new(&self.bus).expect("the bus itself answers");
        let is_there =
            |name: &String| name.as_str().try_into().is_ok_and(|name| bus.name_has_owner(name).unwrap_or(false));
        items.into_iter().filter(is_there).collect()
    }
}

fn entry((id, mut properties, _): Layout) -> Option<(i32, String)> {
    Some((id, String::try_from(properties.remove("label")?).ok()?))
}
