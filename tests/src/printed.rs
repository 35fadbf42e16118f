//! What the system prints, taken from its "Print to File": the text on the paper, and a picture of it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_for};

/// What was printed.
#[derive(Debug)]
pub struct Printed(PathBuf);

impl Desktop {
    /// Prints in the system's print dialog, which has no other printer here than a file.
    pub fn print_to_file(&self, dialog: &str) -> Printed {
        self.answer_dialog(dialog, || {
            // The focus is on the first tab; the list of printers comes next, and Return on one prints.
            ["Tab", "Down", "Return"].into_iter().for_each(|key| self.key(key));
        });
        let paper = wait_for(PATIENCE, || self.paper().filter(|paper| Printed(paper.clone()).is_whole()));
        Printed(paper.expect("the dialog's button prints"))
    }

    fn paper(&self) -> Option<PathBuf> {
        let home = self.folder().join("home");
        let files = [self.folder(), &home, &home.join("Documents")].map(fs::read_dir).into_iter().flatten().flatten();
        files.flatten().map(|file| file.path()).find(|file| file.extension() == Some(OsStr::new("pdf")))
    }
}

impl Printed {
    /// What can be read on it.
    #[must_use]
    pub fn text(&self) -> String {
        self.ask("pdftotext", &["-layout"], &["-"]).expect("pdftotext (package poppler-utils) reads what was printed")
    }

    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        // Each page ends with a form feed.
        self.text().matches('\u{c}').count()
    }

    /// Keeps a picture of the first page, and says whether there is anything on it.
    #[must_use]
    pub fn has_ink(&self, picture: &Path) -> bool {
        let name = picture.with_extension("");
        let name = name.to_str().expect("a picture's name is plain");
        self.ask("pdftoppm", &["-png", "-singlefile", "-r", "70"], &[name]).expect("pdftoppm draws what was printed");
        let output = Command::new("identify").args(["-format", "%k"]).arg(picture).output();
        let colours = output.expect("identify (package imagemagick) can be started").stdout;
        String::from_utf8_lossy(&colours).trim().parse::<u32>().is_ok_and(|colours| colours > 8)
    }

    /// Whether all of it is written.
    fn is_whole(&self) -> bool {
        self.ask("pdfinfo", &[], &[]).is_some()
    }

    fn ask(&self, program: &str, before: &[&str], after: &[&str]) -> Option<String> {
        let output = Command::new(program).args(before).arg(&self.0).args(after).output();
        let output = output.unwrap_or_else(|_| panic!("{program} (package poppler-utils) cannot be started"));
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
