//! A page as text, whose elements are found by their ids or classes.

use crate::markup::escaped;

/// A page, or a part of one.
pub(super) struct Page(pub(super) String);

impl Page {
    /// What a template holds.
    pub(super) fn template(&self, id: &str) -> Option<Self> {
        let (_, begin) = self.tag("id", id)?;
        let end = begin + self.0[begin..].find("</template>")?;
        Some(Self(self.0[begin..end].to_owned()))
    }

    /// What was hidden.
    pub(super) fn show(&mut self, id: &str) -> Option<()> {
        let (begin, end) = self.tag("id", id)?;
        let tag = self.0[begin..end].replacen(" hidden=\"\"", "", 1);
        self.0.replace_range(begin..end, &tag);
        Some(())
    }

    /// Text instead of the text that stands there.
    pub(super) fn say(&mut self, id: &str, text: &str) -> Option<()> {
        self.put_into(id, &in_page(text))
    }

    /// The page's language instead of the text that stands there.
    pub(super) fn put_into(&mut self, id: &str, markup: &str) -> Option<()> {
        self.put("id", id, markup)
    }

    /// The same for the first element of a class.
    pub(super) fn put_into_first(&mut self, class: &str, markup: &str) -> Option<()> {
        self.put("class", class, markup)
    }

    fn put(&mut self, attribute: &str, value: &str, markup: &str) -> Option<()> {
        let (_, begin) = self.tag(attribute, value)?;
        let end = begin + self.0[begin..].find('<')?;
        self.0.replace_range(begin..end, markup);
        Some(())
    }

    /// Where the tag that begins the first such element is: its first byte, and the one behind its last.
    fn tag(&self, attribute: &str, value: &str) -> Option<(usize, usize)> {
        let at = self.0.find(&format!(" {attribute}=\"{value}\""))?;
        Some((self.0[..at].rfind('<')?, at + self.0[at..].find('>')? + 1))
    }
}

/// Text that is nothing but text in a page: also no end of an attribute, and without the one character that no page has.
pub(super) fn in_page(text: &str) -> String {
    escaped(text).replace('"', "&quot;").replace('\'', "&#39;").replace('\0', "\u{fffd}")
}
