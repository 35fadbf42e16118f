//! What the window is told without having asked for it.

use serde::Serialize;
use ts_rs::TS;

use super::{AccountView, ExportProgress, ImportProgress, MessageView, Notice, UpdateOffer, UpdateProgress};

/// A piece of news, with its place in the order in which they happened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberedNews {
    /// Each has a higher one than those before it.
    #[ts(type = "number")]
    pub number: u64,
    /// What is new.
    pub news: News,
}

/// What is new.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum News {
    /// A message is new, or is another one now.
    Message(Box<MessageView>),
    /// The account is another one, as far as it is known.
    Account(Box<AccountView>),
    /// Something that the person must be told.
    Notice(Notice),
    /// How far an export of messages is.
    ExportProgress(ExportProgress),
    /// How far an import of contacts is.
    ImportProgress(ImportProgress),
    /// A newer version of the program was found, and this is a moment to ask.
    UpdateFound(UpdateOffer),
    /// How far its download is.
    UpdateProgress(UpdateProgress),
    /// Something is asked of the window from outside, and waits to be fetched.
    Errand,
    /// Something was chosen in the system's menu bar: the name of what it does.
    Menu(String),
    /// The window closes: what was typed last is to be kept.
    Closing,
    /// The window is to close, and the person must be asked first.
    AskClose(CloseQuestion),
}

/// Why closing the window is a question.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct CloseQuestion {
    /// So many messages wait for their time.
    pub later: u32,
    /// The program would go on without an icon to be seen.
    pub without_tray: bool,
}
