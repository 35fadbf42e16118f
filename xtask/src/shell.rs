//! Starting other programs, with a sentence for each way in which that fails.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use crate::Outcome;
use crate::place::root;

/// One command line, started in the checkout unless told otherwise.
pub(crate) struct Line {
    words: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(String, OsString)>,
}

impl Line {
    /// From words separated by spaces; what may hold a space is added with `arg`.
    pub(crate) fn new(words: &str) -> Self {
        Self { words: words.split(' ').map(OsString::from).collect(), folder: root(), environment: Vec::new() }
    }

    /// A program at a path, which may hold spaces.
    pub(crate) fn program(path: impl AsRef<OsStr>) -> Self {
        Self { words: vec![path.as_ref().to_owned()], folder: root(), environment: Vec::new() }
    }

    /// One more argument.
    pub(crate) fn arg(mut self, word: impl AsRef<OsStr>) -> Self {
        self.words.push(word.as_ref().to_owned());
        self
    }

    /// More arguments.
    pub(crate) fn args<W: AsRef<OsStr>>(self, words: impl IntoIterator<Item = W>) -> Self {
        words.into_iter().fold(self, Self::arg)
    }

    /// The folder to start in.
    pub(crate) fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = folder.into();
        self
    }

    /// One more variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Runs it before the person's eyes.
    pub(crate) fn run(&self) -> Outcome {
        let status = self.command().status().map_err(|error| self.not_started(&error))?;
        self.ended(status)
    }

    /// Runs it and hands back what it printed.
    pub(crate) fn answer(&self) -> Result<String, String> {
        let output = self.command().stderr(Stdio::inherit()).output().map_err(|error| self.not_started(&error))?;
        self.ended(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it in silence and hands back what it printed, or nothing if it failed.
    pub(crate) fn quiet_answer(&self) -> Option<String> {
        let output = self.command().stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it, handing on each line as it is printed.
    pub(crate) fn watch(&self, mut each: impl FnMut(&str)) -> Outcome {
        let mut child = self.command().stdout(Stdio::piped()).spawn().map_err(|error| self.not_started(&error))?;
        if let Some(out) = child.stdout.take() {
            for bytes in BufReader::new(out).split(b'\n') {
                let Ok(bytes) = bytes else { break };
                each(&String::from_utf8_lossy(&bytes));
            }
        }
        let status = child.wait().map_err(|error| format!("{}: {error}", self.shown()))?;
        self.ended(status)
    }

    fn command(&self) -> Command {
        let (program, arguments) =
            self.words.split_first().map_or((OsStr::new(""), &[][..]), |(p, a)| (p.as_os_str(), a));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.folder);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    fn ended(&self, status: ExitStatus) -> Outcome {
        if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", self.shown())) }
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        format!("`{}` could not be started: {error}.", self.shown())
    }

    fn shown(&self) -> String {
        self.words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}
