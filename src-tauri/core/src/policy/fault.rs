//! Why a policy cannot be read.

use std::fmt;

/// Why a policy cannot be read. Whichever it is, what is to be sent waits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    /// It is there and cannot be opened or read, or is no plain file, or is too large.
    #[error("it cannot be opened or read")]
    Unreadable,
    /// Somebody other than the administrators owns it or its folder, or may write there.
    #[error("others than administrators may change it or its folder")]
    NotProtected,
    /// It is not JSON, or not an object; the line that cannot be read, where one is known.
    #[error("it is not valid JSON")]
    NotJson(Option<usize>),
    /// It fixes something that this version does not know, perhaps for a slip of the pen.
    #[error("it fixes something unknown: {0}")]
    UnknownKey(KeyName),
    /// The same is fixed twice.
    #[error("it fixes the same twice: {0}")]
    DoubleKey(KeyName),
    /// This cannot be fixed to such a value.
    #[error("this cannot have such a value: {0}")]
    BadValue(KeyName),
}

impl PolicyFault {
    /// Its kind alone, without what anybody wrote.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotProtected => "not protected",
            Self::NotJson(_) => "not JSON",
            Self::UnknownKey(_) => "unknown key",
            Self::DoubleKey(_) => "double key",
            Self::BadValue(_) => "bad value",
        }
    }
}

/// The name of what is fixed, short enough to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyName(String);

impl KeyName {
    const LONGEST: usize = 40;

    pub(super) fn new(key: &str) -> Self {
        Self(key.chars().filter(|letter| !letter.is_control()).take(Self::LONGEST).collect())
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
