//! The parts of a name that was written as one.

/// Given and family name: "Beck, Anna", or the last word is the family name. One word alone is the given name.
pub(super) fn parts(full: &str) -> (String, String) {
    let full = full.trim();
    let (given, family) = match full.split_once(',') {
        Some((family, given)) if !family.trim().is_empty() && !given.trim().is_empty() => (given, family),
        Some(_) | None => full.rsplit_once(char::is_whitespace).unwrap_or((full, "")),
    };
    (given.trim().to_owned(), family.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_has_its_family_name_last_or_before_a_comma() {
        for (full, given, family) in [
            ("Anna Beck", "Anna", "Beck"),
            ("Beck, Anna Maria", "Anna Maria", "Beck"),
            ("Anna  Maria Beck ", "Anna  Maria", "Beck"),
            ("Anna", "Anna", ""),
            ("Anna,", "Anna,", ""),
            ("", "", ""),
        ] {
            assert_eq!(parts(full), (given.to_owned(), family.to_owned()), "{full}");
        }
    }
}
