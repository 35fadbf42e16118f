//! A system call of a send, and what is done at it, in strace's words.

use std::fmt;

/// What a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The files of the program's folder.
    Disk,
    /// The connections.
    Network,
}

/// A system call that a send makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call(&'static str);

/// What is done at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// The process is killed before it.
    Kill,
    /// It fails.
    Fails(&'static str),
    /// It fails, and all of its sort that follow.
    FailsFromThenOn(&'static str),
}

/// A call, which one of its sort, and what is done at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) place: Place,
    pub(super) call: Call,
    pub(super) number: usize,
    pub(super) how: How,
}

impl Place {
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Disk => &["openat", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink"],
            Self::Network => &["socket", "connect", "writev", "sendto", "recvfrom"],
        }
    }

    /// Its calls, as strace lists them.
    pub(super) fn list(self) -> String {
        self.names().join(",")
    }
}

impl Call {
    /// The call that a line of strace's report is about: `PID NAME(…`. The second half of an interrupted one is not.
    pub(super) fn of_line(line: &str, place: Place) -> Option<Self> {
        let (_, call) = line.trim_start().split_once(' ')?;
        let (name, _) = call.trim_start().split_once('(')?;
        place.names().iter().copied().find(|known| *known == name).map(Self)
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl How {
    /// Each call alone.
    pub(super) const ONCE: [Self; 3] = [Self::Kill, Self::Fails("EIO"), Self::Fails("ENOSPC")];
    /// A disk that is broken, and one that is full.
    pub(super) const FROM_THEN_ON: [Self; 2] = [Self::FailsFromThenOn("EIO"), Self::FailsFromThenOn("ENOSPC")];

    /// Whether it can happen there: a network is never full.
    pub(super) fn concerns(self, place: Place) -> bool {
        place == Place::Disk || !matches!(self, Self::Fails("ENOSPC") | Self::FailsFromThenOn("ENOSPC"))
    }
}

impl Hit {
    /// As strace's `-e inject=…`.
    pub(super) fn injection(&self) -> String {
        let (call, number) = (self.call, self.number);
        match self.how {
            How::Kill => format!("inject={call}:signal=SIGKILL:when={number}"),
            How::Fails(error) => format!("inject={call}:error={error}:when={number}"),
            How::FailsFromThenOn(error) => format!("inject={call}:error={error}:when={number}+"),
        }
    }
}
