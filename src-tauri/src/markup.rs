//! Text among the markup of notifications and of the page.

/// Text that is no markup, whoever has written it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_name_is_shown_and_not_read() {
        assert_eq!(escaped("A & B <b>x</b>"), "A &amp; B &lt;b&gt;x&lt;/b&gt;");
    }
}
