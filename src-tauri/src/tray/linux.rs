//! The icon as a StatusNotifierItem: over the session bus alone, with no library that may be missing.

use std::sync::Arc;
use std::time::Duration;

use ksni::menu::StandardItem;
use ksni::{Handle, MenuItem, ToolTip, TrayMethods as _};
use tauri::AppHandle;
use tokio::time::timeout;
use zbus::proxy;

use super::{Entry, chosen, menu};
use crate::words::Words;

/// How long a desktop may take to say whether it has a place for icons.
const ANSWER: Duration = Duration::from_secs(2);

pub(super) type Icon = Handle<Item>;

/// What the desktop asks about the icon.
pub(super) struct Item {
    app: AppHandle,
    words: Arc<Words>,
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "io.famulor.sms".to_owned()
    }

    fn title(&self) -> String {
        self.words.say("window-title")
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: self.title(), ..ToolTip::default() }
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        self.app.default_window_icon().and_then(pixmap).into_iter().collect()
    }

    fn activate(&mut self, _: i32, _: i32) {
        chosen(&self.app, Entry::Show);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        menu(&self.words).map(|(entry, label)| item(entry, label)).collect()
    }
}

/// Where the desktop has no place for icons yet, it comes when there is one.
pub(super) async fn show(app: &AppHandle, words: Arc<Words>) -> Option<Icon> {
    let item = Item { app: app.clone(), words };
    item.assume_sni_available(true)
        .spawn()
        .await
        .inspect_err(|error| tracing::warn!(%error, "the program has no icon on the desktop"))
        .ok()
}

pub(super) async fn rename(_: &AppHandle, icon: &Icon, words: Arc<Words>) {
    icon.update(|item| item.words = words).await;
}

pub(super) async fn remove(_: &AppHandle, icon: Icon) {
    icon.shutdown().await;
}

#[proxy(
    interface = "org.kde.StatusNotifierWatcher",
    default_service = "org.kde.StatusNotifierWatcher",
    default_path = "/StatusNotifierWatcher",
    gen_blocking = false
)]
trait Watcher {
    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> zbus::Result<bool>;
}

/// Whether the desktop shows icons now.
pub(crate) async fn is_seen() -> bool {
    let ask = async {
        let bus = zbus::Connection::session().await?;
        WatcherProxy::new(&bus).await?.is_status_notifier_host_registered().await
    };
    matches!(timeout(ANSWER, ask).await, Ok(Ok(true)))
}

fn item(entry: Entry, label: String) -> MenuItem<Item> {
    let activate = Box::new(move |item: &mut Item| chosen(&item.app, entry));
    StandardItem { label, activate, ..StandardItem::default() }.into()
}

/// The bus wants alpha first.
fn pixmap(icon: &tauri::image::Image<'_>) -> Option<ksni::Icon> {
    let data = icon.rgba().chunks_exact(4).flat_map(|pixel| match *pixel {
        [red, green, blue, alpha] => [alpha, red, green, blue],
        _ => [0; 4],
    });
    let (width, height) = (i32::try_from(icon.width()).ok()?, i32::try_from(icon.height()).ok()?);
    Some(ksni::Icon { width, height, data: data.collect() })
}
