//! A page in two parts: the one that its first picture shows, and the one that is asked for behind that.

/// Around each piece of the second part, as `build/pages/parts.rs` marks it.
const BEGIN: &str = "<!--further-->";
const END: &str = "<!--/further-->";

/// The page without its second part.
pub(crate) fn first(page: &str) -> String {
    let mut pieces = page.split(BEGIN);
    let begin = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| piece.split_once(END).map_or(piece, |(_, rest)| rest));
    [begin].into_iter().chain(rest).collect()
}

/// The second part: its pieces, one after the other.
pub(crate) fn further(page: &str) -> String {
    page.split(BEGIN).skip(1).filter_map(|piece| piece.split_once(END)).map(|(further, _)| further).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages;

    #[test]
    fn each_piece_is_in_one_of_them() {
        let page = "<a><!--further--><b><!--/further--><c><!--further--><d><!--/further--><e>";
        assert_eq!((&*first(page), &*further(page)), ("<a><c><e>", "<b><d>"));
        assert_eq!((&*first("<a>"), &*further("<a>")), ("<a>", ""));
    }

    #[test]
    fn the_first_has_the_form_and_what_can_be_told_above_it() {
        for page in ["/index.de.html", "/index.en.html"] {
            let (first, further) = (first(pages::text(page)), further(pages::text(page)));
            for part in
                ["id=\"new-message\"", "id=\"notice-template\"", "class=\"navigation\"", "id=\"undo-bars\"", "app.css"]
            {
                assert!(first.contains(part) && !further.contains(part), "{page}: {part}");
            }
            for part in ["id=\"outbox\"", "id=\"help-title\"", "<dialog", "id=\"message-row-template\"", "further.css"]
            {
                assert!(!first.contains(part) && further.contains(part), "{page}: {part}");
            }
        }
    }
}
