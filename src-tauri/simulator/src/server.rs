//! The connections: one request each, read piece by piece and answered, or not, as ordered.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::answer::Route;
use crate::behaviour::Behaviour;
use crate::door::Door;
use crate::plan::{Step, plan};
use crate::request::{Body, Head, Taken, Trouble, fill};
use crate::shared::Shared;
use crate::wire::Answer;

/// How long a peer may take for its request, and for taking what it is sent.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a closed connection listens for the peer's own end, so that its answer is not lost by a reset.
const FAREWELL: Duration = Duration::from_secs(2);

/// Accepts connections until it is dropped, which ends them all.
pub(crate) async fn run(listener: TcpListener, door: impl Door, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let guest = Guest::new(shared.clone());
                    connections.spawn(serve(stream, door.clone(), guest));
                }
                Err(_) => sleep(Duration::from_millis(20)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Counts a connection for as long as it is open.
struct Guest(Arc<Shared>);

impl Guest {
    fn new(shared: Arc<Shared>) -> Self {
        shared.open().send_modify(|open| *open += 1);
        Self(shared)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.open().send_modify(|open| *open -= 1);
    }
}

/// How a connection ends.
enum End {
    Orderly,
    Reset,
}

struct Connection<D: Door> {
    stream: D::Stream,
    /// What has arrived and belongs to nothing yet.
    buffer: Vec<u8>,
    deadline: Instant,
    shared: Arc<Shared>,
    /// The place in the ledger, from the first byte of an SMS's body on.
    entry: Option<usize>,
}

async fn serve<D: Door>(stream: TcpStream, door: D, guest: Guest) {
    let deadline = Instant::now() + PATIENCE;
    let Ok(Ok(stream)) = timeout_at(deadline, door.let_in(stream)).await else { return };
    let mut connection = Connection::<D> { stream, buffer: Vec::new(), deadline, shared: guest.0.clone(), entry: None };
    let end = match connection.exchange().await {
        Ok(end) => Ok(end),
        Err(trouble) => connection.complain(&trouble).await,
    };
    match end {
        Ok(End::Orderly) => connection.close().await,
        // Closing a socket that lingers for zero seconds sends a reset. If even that fails, it is closed.
        Ok(End::Reset) => {
            let _ = D::connection(&connection.stream).set_zero_linger();
        }
        Err(_) => {}
    }
}

impl<D: Door> Connection<D> {
    async fn exchange(&mut self) -> Result<End, Trouble> {
        D::connection(&self.stream).set_nodelay(true)?;
        if self.is_reset_unread().await? {
            return Ok(End::Reset);
        }
        let reading = Head::read(&mut self.stream, &mut self.buffer);
        let head = timeout_at(self.deadline, reading).await.unwrap_or(Err(Trouble::Gone))?;
        let behaviour = self.shared.begin(&head);
        let Some(body) = self.read_body(&head, behaviour.as_ref()).await? else {
            return Ok(End::Reset);
        };
        let normal = self.decide(&head, &body, behaviour.as_ref());
        self.perform(plan(behaviour, normal)).await
    }

    /// Reads the first byte and no other.
    async fn is_reset_unread(&mut self) -> Result<bool, Trouble> {
        let first = timeout_at(self.deadline, self.stream.read_u8()).await;
        let first = first.unwrap_or_else(|late| Err(late.into()))?;
        self.buffer.push(first);
        Ok(self.shared.state().orders.reset_unread(first))
    }

    /// Reads the body, or none if the connection is to be reset before its end.
    async fn read_body(&mut self, head: &Head, behaviour: Option<&Behaviour>) -> Result<Option<Vec<u8>>, Trouble> {
        let mut body = Body::of(head)?;
        let mut whole = Vec::new();
        // What came together with the head has arrived, whatever happens next.
        let mut ended = self.absorb(head, &mut body, &mut whole)?;
        if let Some(Behaviour::ResetBeforeReading | Behaviour::ResetAfterHead) = behaviour {
            return Ok(None);
        }
        if let Some(Behaviour::StallBeforeReading(time)) = behaviour {
            sleep(*time).await;
            self.deadline = Instant::now() + PATIENCE;
        }
        let resets = behaviour == Some(&Behaviour::ResetInBody);
        while !ended && (!resets || whole.is_empty()) {
            let filling = fill(&mut self.stream, &mut self.buffer);
            timeout_at(self.deadline, filling).await.unwrap_or(Err(Trouble::Gone))?;
            ended = self.absorb(head, &mut body, &mut whole)?;
        }
        Ok((!resets).then_some(whole))
    }

    /// Takes what the buffer has of the body, into the ledger first; true at its end.
    fn absorb(&mut self, head: &Head, body: &mut Body, whole: &mut Vec<u8>) -> Result<bool, Trouble> {
        loop {
            match body.take(&mut self.buffer)? {
                Taken::Part(part) => {
                    if Route::of(head) == Route::Sms {
                        self.entry = Some(self.shared.record(self.entry, head, &part));
                    }
                    whole.extend(part);
                }
                Taken::Wait => return Ok(false),
                Taken::End => return Ok(true),
            }
        }
    }

    /// What Famulor says, which sends the SMS, unless the request never gets to it.
    fn decide(&self, head: &Head, body: &[u8], behaviour: Option<&Behaviour>) -> Answer {
        let mut decision = (Answer::page(502), false);
        if behaviour.is_none_or(Behaviour::reaches_famulor) {
            decision = self.shared.decide(head, body);
        }
        let (answer, sent) = decision;
        self.shared.amend(self.entry, |entry| {
            entry.understand();
            entry.sent = sent;
        });
        answer
    }

    async fn perform(&mut self, steps: Vec<Step>) -> Result<End, Trouble> {
        for step in steps {
            match step {
                Step::Wait(time) => sleep(time).await,
                Step::Note(status) => self.note(status),
                Step::Write(bytes) => self.write(&bytes).await?,
                Step::Drip(bytes, every) => self.drip(&bytes, every).await?,
                Step::Flood(bytes) => loop {
                    self.write(&bytes).await?;
                },
                Step::Hang => self.hear_out().await?,
                Step::Reset => return Ok(End::Reset),
            }
        }
        Ok(End::Orderly)
    }

    fn note(&self, status: u16) {
        self.shared.amend(self.entry, |entry| entry.answered = Some(status));
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        timeout(PATIENCE, self.stream.write_all(bytes)).await??;
        // TLS may keep a piece back.
        timeout(PATIENCE, self.stream.flush()).await?
    }

    async fn drip(&mut self, bytes: &[u8], every: Duration) -> io::Result<()> {
        for byte in bytes {
            self.write(&[*byte]).await?;
            sleep(every).await;
        }
        Ok(())
    }

    /// Reads until the peer closes; nobody needs what it says.
    async fn hear_out(&mut self) -> io::Result<()> {
        let mut unheard = [0; 4096];
        while self.stream.read(&mut unheard).await? > 0 {}
        Ok(())
    }

    async fn complain(&mut self, trouble: &Trouble) -> Result<End, Trouble> {
        match trouble.answer() {
            Some(answer) => self.perform(plan(None, answer)).await,
            None => Err(Trouble::Gone),
        }
    }

    async fn close(&mut self) {
        if self.stream.shutdown().await.is_ok() {
            // A peer that does not close in time, or resets, has what it was to have.
            let _ = timeout(FAREWELL, self.hear_out()).await;
        }
    }
}
