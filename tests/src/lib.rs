//! Helpers of the tests: a desktop of its own for each test, and the real program on it.
#![expect(clippy::expect_used, reason = "a test whose surroundings do not work can only stop and say so")]

#[cfg(target_os = "linux")]
pub mod administered;
#[cfg(target_os = "linux")]
pub mod app_image;
pub mod archive;
#[cfg(target_os = "linux")]
pub mod bare;
#[cfg(target_os = "linux")]
mod children;
pub mod crowd;
pub mod database;
#[cfg(target_os = "linux")]
pub mod desktop;
#[cfg(target_os = "linux")]
mod dialogs;
#[cfg(target_os = "linux")]
pub mod drawing;
#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
pub mod exposure;
pub mod footprint;
#[cfg(target_os = "linux")]
pub mod keyboard;
#[cfg(target_os = "linux")]
mod keychain;
#[cfg(target_os = "linux")]
mod notifications;
pub mod office;
#[cfg(target_os = "linux")]
pub mod office_proxy;
pub mod paper;
pub mod past;
pub mod pipe;
#[cfg(target_os = "linux")]
pub mod pixels;
pub mod place;
#[cfg(target_os = "linux")]
pub mod printed;
#[cfg(target_os = "linux")]
mod processes;
#[cfg(target_os = "linux")]
pub mod program;
#[cfg(target_os = "linux")]
pub mod screen_reader;
#[cfg(target_os = "linux")]
mod session_bus;
pub mod tls;
#[cfg(target_os = "linux")]
pub mod tray;
pub mod tunnel;
pub mod update_server;
pub mod wait;

#[cfg(target_os = "linux")]
pub use administered::Administered;
#[cfg(target_os = "linux")]
pub use app_image::AppImage;
#[cfg(target_os = "linux")]
pub use bare::BareProgram;
pub use database::{Database, StoredMessage};
#[cfg(target_os = "linux")]
pub use desktop::{Desktop, DesktopOptions};
#[cfg(target_os = "linux")]
pub use keychain::Keychain;
#[cfg(target_os = "linux")]
pub use notifications::Notification;
#[cfg(target_os = "linux")]
pub use program::{Program, ProgramOptions};
#[cfg(target_os = "linux")]
pub use screen_reader::ScreenReader;
#[cfg(target_os = "linux")]
pub use tray::Tray;
