//! How many SMS a text becomes, cut as carriers and Twilio cut it.

use unicode_segmentation::UnicodeSegmentation;

use super::{Encoding, gsm7};

/// What a text takes on the air.
pub(super) struct Count {
    pub(super) segments: u32,
    /// Units left in the last segment.
    pub(super) units_left: u32,
}

/// The sizes of a segment, in septets or UTF-16 code units.
struct Size {
    alone: u32,
    /// Smaller, since a header of six bytes says which part of how many it is.
    joined: u32,
}

impl Encoding {
    const fn size(self) -> Size {
        match self {
            Self::Gsm7 => Size { alone: 160, joined: 153 },
            Self::Ucs2 => Size { alone: 70, joined: 67 },
        }
    }
}

/// Counts the segments of a normalised text. A grapheme is kept whole unless it is longer than a
/// segment; an escape pair or a surrogate pair is always kept whole.
pub(super) fn count(text: &str, encoding: Encoding) -> Count {
    let size = encoding.size();
    let total: u32 = text.chars().map(|c| units(c, encoding)).sum();
    if total <= size.alone {
        return Count { segments: u32::from(total > 0), units_left: size.alone - total };
    }
    let mut packer = Packer { size: size.joined, segments: 1, used: 0 };
    for grapheme in text.graphemes(true) {
        packer.push_grapheme(grapheme, encoding);
    }
    Count { segments: packer.segments, units_left: size.joined - packer.used }
}

fn units(character: char, encoding: Encoding) -> u32 {
    match encoding {
        Encoding::Gsm7 => gsm7::septets(character).unwrap_or(0),
        Encoding::Ucs2 => u32::from(character.len_utf16() == 2) + 1,
    }
}

struct Packer {
    size: u32,
    segments: u32,
    used: u32,
}

impl Packer {
    fn push_grapheme(&mut self, grapheme: &str, encoding: Encoding) {
        let whole: u32 = grapheme.chars().map(|c| units(c, encoding)).sum();
        if whole <= self.size {
            self.push(whole);
        } else {
            grapheme.chars().for_each(|c| self.push(units(c, encoding)));
        }
    }

    fn push(&mut self, units: u32) {
        if self.used + units > self.size {
            self.segments += 1;
            self.used = 0;
        }
        self.used += units;
    }
}
