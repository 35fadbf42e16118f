//! What may be shown of a version that a server names.

use crate::types::UpdateOffer;

/// A longer name is no version.
const LONGEST_VERSION: usize = 32;

/// So much of the news is shown.
const MOST_LETTERS: usize = 600;
const MOST_LINES: usize = 12;

/// The version and its news, fit to be shown; none if the version is not one that could be shown.
#[must_use]
pub fn offer(version: &str, notes: Option<&str>) -> Option<UpdateOffer> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '+');
    let is_version = !version.is_empty() && version.len() <= LONGEST_VERSION && version.chars().all(is_plain);
    is_version.then(|| UpdateOffer { version: version.to_owned(), notes: shown(notes.unwrap_or_default()) })
}

/// Lines of plain letters, cut where it would become long.
fn shown(notes: &str) -> String {
    let lines = notes.lines().map(plain).filter(|line| !line.is_empty());
    let mut lines: Vec<String> = lines.take(MOST_LINES + 1).collect();
    let too_many = lines.len() > MOST_LINES;
    lines.truncate(MOST_LINES);
    let text = lines.join("\n");
    let cut: String = text.chars().take(MOST_LETTERS).collect();
    if too_many || cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut }
}

fn plain(line: &str) -> String {
    let kept = line.chars().take(MOST_LETTERS + 1).filter(|letter| !letter.is_control() && !turns(*letter));
    kept.collect::<String>().trim().to_owned()
}

/// Letters that are not seen and turn the direction of what follows.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(text: &str) -> String {
        offer("0.2.0", Some(text)).unwrap().notes
    }

    #[test]
    fn plain_news_are_shown_as_they_are() {
        let found = offer("0.2.0-beta.1+5", Some("Faster.\r\n\r\n- Größer & <b>schöner</b>")).unwrap();
        assert_eq!((&*found.version, &*found.notes), ("0.2.0-beta.1+5", "Faster.\n- Größer & <b>schöner</b>"));
        assert_eq!(offer("0.2.0", None).unwrap().notes, "");
    }

    #[test]
    fn what_is_no_version_is_not_offered() {
        for version in ["", "0.2.0 – press Update!", "9.9.9\u{202e}", &"1".repeat(33)] {
            assert_eq!(offer(version, None), None, "{version}");
        }
    }

    #[test]
    fn long_or_disguised_news_are_cut_and_bared() {
        assert_eq!(notes("a\u{202e}b\u{7}c\u{2067}"), "abc");
        let long = notes(&"ä".repeat(5_000));
        assert_eq!(long.chars().count(), MOST_LETTERS + 1);
        assert!(long.ends_with('…'));
        assert_eq!(notes(&"line\n".repeat(1_000)).lines().count(), MOST_LINES);
    }
}
