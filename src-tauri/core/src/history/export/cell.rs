//! One cell of an exported file: readable for the person, harmless for their spreadsheet.

use jiff::Timestamp;
use jiff::tz::TimeZone;

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
    pub(super) const fn separator(self) -> u8 {
        match self {
            Self::German => b';',
            Self::English => b',',
        }
    }

    pub(super) fn time(self, at: Millis, zone: &TimeZone) -> String {
        let pattern = match self {
            Self::German => "%d.%m.%Y %H:%M",
            Self::English => "%Y-%m-%d %H:%M",
        };
        let time = Timestamp::from_millisecond(at).map(|at| at.to_zoned_datetime(zone.clone()));
        time.map(|time| time.strftime(pattern).to_string()).unwrap_or_default()
    }

    pub(super) fn amount(self, exact: &str) -> String {
        match self {
            Self::German => exact.replace('.', ","),
            Self::English => exact.to_owned(),
        }
    }
}

/// A cell that no spreadsheet takes for a formula. A phone number is none.
pub(super) fn harmless(cell: &str) -> String {
    let is_number = cell.chars().all(|c| c == '+' || c == ' ' || c.is_ascii_digit());
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_defused_and_a_phone_number_is_left_alone() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "+49 171 x"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["+49 171 1234567", "Anna", "", "1=1", " =1", "'=1"] {
            assert_eq!(harmless(plain), plain);
        }
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
