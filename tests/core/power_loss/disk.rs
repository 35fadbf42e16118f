//! A disk with a cache in front of it: what a folder may look like when the power goes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_tests::paper;

use super::trace::Step;
use crate::dice::Dice;

/// Disks write whole sectors.
const SECTOR: usize = 512;

/// How much of the cache has reached the disk when the power goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Loss {
    /// All of it, as after a kill.
    Nothing,
    /// None of it: only what was synced is there.
    TheWholeCache,
    /// Some of it, in any order, and of some writes only the first sectors.
    Some(u64),
}

/// One file, whatever its name.
#[derive(Debug, Clone, Default)]
struct Content {
    synced: Vec<u8>,
    cached: Vec<Change>,
}

/// A change to the names of files; each reaches the disk as a whole or not at all.
#[derive(Debug, Clone)]
enum Naming {
    Create(PathBuf, usize),
    Remove(PathBuf),
    Rename { from: PathBuf, to: PathBuf },
}

type Names = BTreeMap<PathBuf, usize>;

#[derive(Debug, Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

/// The files of a folder and those below it, and the names that they have now and had when their folder was synced last.
#[derive(Debug, Clone)]
pub(crate) struct Disk {
    folder: PathBuf,
    contents: Vec<Content>,
    names: Names,
    synced_names: Names,
    cached_names: Vec<Naming>,
}

impl Disk {
    /// With what is in the folder, all of it synced.
    pub(crate) fn of(folder: &Path) -> Self {
        let files = paper::files_below(folder);
        let content = |file: &PathBuf| Content { synced: fs::read(file).unwrap(), cached: Vec::new() };
        let contents = files.iter().map(content).collect();
        let names: Names = files.into_iter().zip(0..).collect();
        Self { folder: folder.to_path_buf(), contents, synced_names: names.clone(), names, cached_names: Vec::new() }
    }

    /// Does what the process did. Whether anything can look different now.
    pub(crate) fn step(&mut self, step: &Step) -> bool {
        match step {
            Step::Create(file) => return self.create(file),
            Step::Empty(file) => {
                self.create(file);
                self.change(file, Change::Truncate(0));
            }
            Step::Write { file, at, bytes } => self.change(file, Change::Write { at: *at, bytes: bytes.clone() }),
            Step::Truncate { file, length } => self.change(file, Change::Truncate(*length)),
            Step::Sync(file) if self.names.contains_key(file) => self.content(file).sync(),
            Step::Sync(folder) => self.sync_names(folder),
            Step::Remove(file) => self.name(Naming::Remove(file.clone())),
            Step::Rename { from, to } => self.name(Naming::Rename { from: from.clone(), to: to.clone() }),
            Step::Say(_) => return false,
        }
        true
    }

    /// Writes the folder as it is after this loss.
    pub(crate) fn write(&self, to: &Path, loss: Loss) {
        let mut dice = match loss {
            Loss::Some(seed) => Dice::new(seed),
            Loss::Nothing | Loss::TheWholeCache => Dice::new(0),
        };
        for (name, file) in self.names_after(loss, &mut dice) {
            let bytes = self.contents[file].after(loss, &mut dice);
            let file = to.join(name.strip_prefix(&self.folder).unwrap());
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }

    fn create(&mut self, file: &Path) -> bool {
        if self.names.contains_key(file) {
            return false;
        }
        self.contents.push(Content::default());
        self.name(Naming::Create(file.to_path_buf(), self.contents.len() - 1));
        true
    }

    fn change(&mut self, file: &Path, change: Change) {
        self.content(file).cached.push(change);
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.names);
        self.cached_names.push(naming);
    }

    fn sync_names(&mut self, folder: &Path) {
        let (here, elsewhere) = self.cached_names.drain(..).partition(|naming: &Naming| naming.touches(folder));
        self.cached_names = elsewhere;
        for naming in here {
            naming.apply(&mut self.synced_names);
        }
    }

    fn content(&mut self, file: &Path) -> &mut Content {
        let number = self.names.get(file).unwrap_or_else(|| panic!("{} was never made", file.display()));
        &mut self.contents[*number]
    }

    fn names_after(&self, loss: Loss, dice: &mut Dice) -> Names {
        let mut names = self.synced_names.clone();
        for naming in &self.cached_names {
            match loss {
                Loss::Nothing => naming.apply(&mut names),
                Loss::TheWholeCache => {}
                Loss::Some(_) if dice.below(2) == 0 => {}
                Loss::Some(_) => naming.apply(&mut names),
            }
        }
        names
    }
}

impl Naming {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Create(file, content) => {
                names.insert(file.clone(), *content);
            }
            Self::Remove(file) => {
                names.remove(file);
            }
            Self::Rename { from, to } => rename(names, from, to),
        }
    }

    fn touches(&self, folder: &Path) -> bool {
        let is_in = |file: &Path| file.parent() == Some(folder);
        match self {
            Self::Create(file, _) | Self::Remove(file) => is_in(file),
            Self::Rename { from, to } => is_in(from) || is_in(to),
        }
    }
}

/// A file, or a folder with everything in it; nothing where the disk has none of that name.
fn rename(names: &mut Names, from: &Path, to: &Path) {
    let moved: Vec<PathBuf> = names.keys().filter(|name| name.starts_with(from)).cloned().collect();
    for name in moved {
        let new =
            name.components().skip(from.components().count()).fold(to.to_path_buf(), |path, part| path.join(part));
        if let Some(content) = names.remove(&name) {
            names.insert(new, content);
        }
    }
}

impl Content {
    fn sync(&mut self) {
        for change in std::mem::take(&mut self.cached) {
            change.apply(&mut self.synced);
        }
    }

    fn after(&self, loss: Loss, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.cached {
            match loss {
                Loss::Nothing => change.apply(&mut bytes),
                Loss::TheWholeCache => {}
                Loss::Some(_) => change.apply_some(&mut bytes, dice),
            }
        }
        bytes
    }
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => overwrite(to, *at, bytes),
            Self::Truncate(length) => to.resize(*length, 0),
        }
    }

    fn apply_some(&self, to: &mut Vec<u8>, dice: &mut Dice) {
        match (dice.below(3), self) {
            (0, _) => {}
            (1, Self::Write { at, bytes }) => {
                let sectors = bytes.len().div_ceil(SECTOR);
                let length = (dice.below(sectors + 1) * SECTOR).min(bytes.len());
                overwrite(to, *at, &bytes[..length]);
            }
            _ => self.apply(to),
        }
    }
}

fn overwrite(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}
