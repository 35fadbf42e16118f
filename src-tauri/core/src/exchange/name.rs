//! The parts of a name that was written as one.

use crate::contacts::name_parts;

/// Given and family name: "Beck, Anna", or as any name that is shown has its parts.
pub(super) fn parts(full: &str) -> (String, String) {
    match full.split_once(',').map(|(family, given)| (given.trim(), family.trim())) {
        Some((given, family)) if !given.is_empty() && !family.is_empty() => (given.to_owned(), family.to_owned()),
        Some(_) | None => name_parts(full),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_has_its_family_name_last_or_before_a_comma() {
        for (full, given, family) in [
            ("Anna Beck", "Anna", "Beck"),
            ("Beck, Anna Maria", "Anna Maria", "Beck"),
            ("Anna  Maria Beck ", "Anna Maria", "Beck"),
            ("Clara von der Heide", "Clara", "von der Heide"),
            ("Anna", "Anna", ""),
            ("Anna,", "Anna,", ""),
            ("", "", ""),
        ] {
            assert_eq!(parts(full), (given.to_owned(), family.to_owned()), "{full}");
        }
    }
}
