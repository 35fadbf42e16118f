//! Processes that end with the test, however it ends.
//!
//! Each is started through `setpriv --pdeathsig KILL`: should the test itself be killed, the kernel kills them. The kernel
//! watches the *thread* that started them, so one thread that lives as long as the test process starts them all.

use std::ffi::OsStr;
use std::io;
use std::process::{Child, Command};
use std::sync::LazyLock;
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::thread;

/// A command that dies with the thread that starts it.
pub(crate) fn mortal(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).arg(program);
    command
}

/// A process that is killed and waited for when it is dropped.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Starts a command; it lives until it is dropped or the test process ends.
    pub(crate) fn start(command: Command) -> Self {
        let (answer, started) = sync_channel(1);
        STARTER.send(Order { command, answer }).expect("the starting thread lives as long as the test");
        let child = started.recv().expect("the starting thread answers");
        Self(child.expect("setpriv (package util-linux) can be started"))
    }

    /// Its id.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// What can be read from or written to it.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.0.try_wait().is_ok_and(|status| status.is_some())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Order {
    command: Command,
    answer: SyncSender<io::Result<Child>>,
}

static STARTER: LazyLock<Sender<Order>> = LazyLock::new(|| {
    let (orders, inbox) = channel::<Order>();
    thread::spawn(move || {
        for mut order in inbox {
            let _ = order.answer.send(order.command.spawn());
        }
    });
    orders
});
