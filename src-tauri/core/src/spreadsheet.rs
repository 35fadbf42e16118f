//! Cells of the files that go to and come from spreadsheets: readable for the person, harmless for their program.

mod table;

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub(crate) use table::Table;

use crate::clock::Millis;

/// How spreadsheets of a language write times and amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `23.11.2026 14:05`, `0,0750`, semicolons between the cells.
    German,
    /// `2026-11-23 14:05`, `0.0750`, commas between the cells.
    English,
}

impl Style {
    pub(crate) const fn separator(self) -> u8 {
        match self {
            Self::German => b';',
            Self::English => b',',
        }
    }

    pub(crate) fn time(self, at: Millis, zone: &TimeZone) -> String {
        let pattern = match self {
            Self::German => "%d.%m.%Y %H:%M",
            Self::English => "%Y-%m-%d %H:%M",
        };
        let time = Timestamp::from_millisecond(at).map(|at| at.to_zoned_datetime(zone.clone()));
        time.map(|time| time.strftime(pattern).to_string()).unwrap_or_default()
    }

    pub(crate) fn amount(self, exact: &str) -> String {
        match self {
            Self::German => exact.replace('.', ","),
            Self::English => exact.to_owned(),
        }
    }
}

/// A cell that no spreadsheet takes for a formula: marked with an apostrophe, which [`as_written`] takes off again. A
/// phone number is none.
pub(crate) fn harmless(cell: &str) -> String {
    if needs_mark(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell without the mark that [`harmless`] gave it.
pub(crate) fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_mark(rest)).unwrap_or(cell)
}

/// Also a cell that looks marked: what is written can then always be told from its mark.
fn needs_mark(cell: &str) -> bool {
    let digits = cell.strip_prefix('+').unwrap_or(cell);
    let is_number = digits.chars().all(|c| c == ' ' || c.is_ascii_digit());
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_defused_and_a_phone_number_is_left_alone() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "+1+1", "\t=1", "\r=1", "+49 171 x"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["+49 171 1234567", "Anna", "", "1=1", " =1", "'s-Hertogenbosch"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn a_mark_is_taken_off_and_what_only_looks_like_one_is_kept() {
        for written in ["=1+1", "'=1", "''-x", "+49 171 x", "+49 171", "'", "'Anna'", "\tx", "", "'+49 171"] {
            assert_eq!(as_written(&harmless(written)), written);
        }
        assert_eq!(as_written("'=1+1"), "=1+1");
        assert_eq!(as_written("'Anna"), "'Anna");
    }

    #[test]
    fn times_are_those_of_the_wall_clock_also_after_a_change_to_summer_time() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let winter = 1_795_439_100_000;
        assert_eq!(Style::German.time(winter, &berlin), "23.11.2026 14:05");
        assert_eq!(Style::English.time(winter, &berlin), "2026-11-23 14:05");
        assert_eq!(Style::English.time(winter, &TimeZone::UTC), "2026-11-23 13:05");
        let summer = winter - 180 * 86_400_000;
        assert_eq!(Style::German.time(summer, &berlin), "27.05.2026 15:05");
    }

    #[test]
    fn amounts_keep_every_digit() {
        assert_eq!(Style::German.amount("0.0750"), "0,0750");
        assert_eq!(Style::English.amount("0.0750"), "0.0750");
    }
}
