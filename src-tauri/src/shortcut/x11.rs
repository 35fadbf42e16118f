//! The keys under X11: asked for once, and then waited for. Nothing looks at the keyboard meanwhile.

use std::env;
use std::sync::Arc;
use std::thread;

use tauri::AppHandle;
use x11rb::COPY_FROM_PARENT;
use x11rb::connection::Connection as _;
use x11rb::errors::{ReplyError, ReplyOrIdError};
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, GrabMode, Keycode, ModMask, Window, WindowClass,
};
use x11rb::protocol::{ErrorKind, Event};
use x11rb::rust_connection::RustConnection;

use super::{Refused, pressed};

/// The letter S, as the keyboard's table has it.
const S: u32 = 0x73;

/// Keys that are held down are let go and pressed again at one and the same time, in milliseconds.
const AT_ONCE: u32 = 2;

/// Locks that may be on: the server tells each combination from the others.
const LOCKS: [ModMask; 2] = [ModMask::LOCK, ModMask::M2];

/// The keys are this program's until it is dropped.
pub(super) struct Grab {
    server: Arc<RustConnection>,
    /// A window that nobody sees: a message to it ends the waiting.
    window: Window,
}

/// Whether there is an X server whose keys reach every program's windows.
pub(super) fn is_available() -> bool {
    let is = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    is("DISPLAY") && !is("WAYLAND_DISPLAY") && env::var("XDG_SESSION_TYPE").as_deref() != Ok("wayland")
}

pub(super) fn grab(app: &AppHandle) -> Result<Grab, Refused> {
    if !is_available() {
        return Err(Refused::Unavailable);
    }
    let (server, screen) = RustConnection::connect(None).map_err(|error| failed(&error))?;
    let root = server.setup().roots.get(screen).ok_or(Refused::Unavailable)?.root;
    let window = hidden_window(&server, root).map_err(|error| failed(&error))?;
    let key = keycode(&server).map_err(|error| failed(&error))?.ok_or(Refused::Unavailable)?;
    for modifiers in combinations() {
        let grabbed = server.grab_key(false, root, modifiers, key, GrabMode::ASYNC, GrabMode::ASYNC);
        grabbed.map_err(|error| failed(&error))?.check().map_err(|error| refused(&error))?;
    }
    let server = Arc::new(server);
    wait(app.clone(), server.clone());
    Ok(Grab { server, window })
}

impl Drop for Grab {
    fn drop(&mut self) {
        let message = ClientMessageEvent::new(32, self.window, 1_u32, [0_u32; 5]);
        let sent = self.server.send_event(false, self.window, EventMask::NO_EVENT, message);
        if sent.is_err() || self.server.flush().is_err() {
            tracing::warn!("the keys could not be given back");
        }
    }
}

/// Waits for the keys, and ends with the connection, which gives the keys back.
fn wait(app: AppHandle, server: Arc<RustConnection>) {
    thread::spawn(move || {
        let mut released = None;
        while let Ok(event) = server.wait_for_event() {
            if let Event::KeyPress(key) = &event {
                if released.is_none_or(|released: u32| key.time.wrapping_sub(released) > AT_ONCE) {
                    pressed(&app);
                }
            } else if let Event::KeyRelease(key) = &event {
                released = Some(key.time);
            } else if matches!(event, Event::ClientMessage(_)) {
                return;
            }
        }
    });
}

fn combinations() -> impl Iterator<Item = ModMask> {
    let [caps, numbers] = LOCKS;
    let keys = ModMask::CONTROL | ModMask::M1;
    [keys, keys | caps, keys | numbers, keys | caps | numbers].into_iter()
}

fn hidden_window(server: &RustConnection, root: Window) -> Result<Window, ReplyOrIdError> {
    let window = server.generate_id()?;
    let (class, aux) = (WindowClass::INPUT_ONLY, CreateWindowAux::new());
    server.create_window(0, window, root, 0, 0, 1, 1, 0, class, COPY_FROM_PARENT, &aux)?.check()?;
    Ok(window)
}

fn keycode(server: &RustConnection) -> Result<Option<Keycode>, ReplyError> {
    let (first, last) = (server.setup().min_keycode, server.setup().max_keycode);
    let table = server.get_keyboard_mapping(first, last - first + 1)?.reply()?;
    let rows = table.keysyms.chunks(table.keysyms_per_keycode.into());
    Ok((first..=last).zip(rows).find(|(_, row)| row.first() == Some(&S)).map(|(code, _)| code))
}

fn refused(error: &ReplyError) -> Refused {
    match error {
        ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => Refused::Taken,
        ReplyError::X11Error(_) | ReplyError::ConnectionError(_) => failed(error),
    }
}

fn failed(error: &dyn std::error::Error) -> Refused {
    tracing::warn!(%error, "the desktop gives no keys to programs");
    Refused::Unavailable
}
