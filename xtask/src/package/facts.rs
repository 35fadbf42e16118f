//! What every package says of itself, and the templates that it stands in.

use std::path::PathBuf;

use super::notices;
use crate::place;
use crate::shell::Line;

/// Who answers for the packages.
const MAINTAINER: &str = "Famulor SMS contributors <noreply@famulor.de>";

/// The version, its date, and the folder in which its packages come to be.
#[derive(Clone)]
pub(super) struct Facts {
    pub(super) version: String,
    /// Seconds since 1970: the last change of the source, so that the same source makes the same packages.
    pub(super) epoch: String,
    /// `target/packages`.
    pub(super) folder: PathBuf,
    /// How hard the packages are packed, from 0 to 9.
    pub(super) packing: u8,
    /// The third-party notices.
    pub(super) notices: String,
    date: String,
    rfc_date: String,
}

impl Facts {
    pub(super) fn of(version: &str) -> Result<Self, String> {
        let epoch = epoch()?;
        Ok(Self {
            version: version.to_owned(),
            date: date(&epoch, "+%F")?,
            rfc_date: date(&epoch, "+%a, %d %b %Y %H:%M:%S +0000")?,
            folder: place::target()?.join("packages"),
            packing: 9,
            notices: notices::text()?,
            epoch,
        })
    }

    /// The same as another version, only to be upgraded from: packed in a hurry.
    pub(super) fn older(&self, version: &str) -> Self {
        Self { version: version.to_owned(), packing: 0, ..self.clone() }
    }

    /// A file of `packaging/`, filled in.
    pub(super) fn template(&self, name: &str) -> Result<String, String> {
        Ok(self.fill(&contents(&format!("packaging/{name}"))?))
    }

    fn fill(&self, template: &str) -> String {
        template
            .replace("@VERSION@", &self.version)
            .replace("@DATE@", &self.date)
            .replace("@RFC_DATE@", &self.rfc_date)
            .replace("@MAINTAINER@", MAINTAINER)
    }
}

/// A text of the checkout.
pub(super) fn contents(below: &str) -> Result<String, String> {
    std::fs::read_to_string(place::root().join(below)).map_err(|error| format!("{below}: {error}."))
}

/// The time of the last commit; without git, now.
fn epoch() -> Result<String, String> {
    let last = Line::new("git log -1 --format=%ct").quiet_answer().filter(|time| !time.trim().is_empty());
    last.map_or_else(|| Line::new("date +%s").answer(), Ok).map(|time| time.trim().to_owned())
}

fn date(epoch: &str, format: &str) -> Result<String, String> {
    let date = Line::new("date --utc --date").arg(format!("@{epoch}")).arg(format).env("LC_ALL", "C").answer()?;
    Ok(date.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::Facts;

    #[test]
    fn a_template_is_filled_in() {
        let facts = Facts {
            version: "1.2.3".into(),
            epoch: "0".into(),
            folder: "/tmp".into(),
            packing: 9,
            notices: String::new(),
            date: "1970-01-01".into(),
            rfc_date: "Thu".into(),
        };
        assert_eq!(facts.fill("@VERSION@-1 of @DATE@, @RFC_DATE@"), "1.2.3-1 of 1970-01-01, Thu");
        assert!(facts.fill("@MAINTAINER@").contains('@'), "an address");
    }
}
