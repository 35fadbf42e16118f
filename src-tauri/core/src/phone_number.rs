//! Phone numbers: everything that people type, made into the one form that is dialled.
//!
//! The rules are Google's libphonenumber's, by way of `rlibphonenumber`.

use std::fmt;
use std::str::FromStr;

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber as Parsed, PhoneNumberFormat, PhoneNumberType, Region,
    ValidationError,
};
use thiserror::Error;

use crate::types::NumberKind;

/// A country whose numbering plan is known; `FromStr` and `Display` are its ISO 3166 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Country(Region);

/// The text is not the ISO 3166 code of a country with a numbering plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a country code")]
pub struct UnknownCountry;

impl Country {
    /// Germany: where the service is at home, and the default where the system names no country.
    pub const GERMANY: Self = Self(Region::DE);

    /// Every country that a number can belong to, as ISO 3166 codes in alphabetical order.
    #[must_use]
    pub fn codes() -> Vec<String> {
        let mut codes: Vec<String> = PHONE_NUMBER_UTIL.get_supported_regions().map(|r| r.to_string()).collect();
        codes.sort_unstable();
        codes
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(code: &str) -> Result<Self, UnknownCountry> {
        let region = Region::from_code(code).map_err(|_| UnknownCountry)?;
        PHONE_NUMBER_UTIL
            .get_supported_regions()
            .any(|known| known == region)
            .then_some(Self(region))
            .ok_or(UnknownCountry)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A number that can be dialled; `Display` is E.164, as `+491711234567`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

/// Why a text is not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAPhoneNumber {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// It holds no number, or one of no country.
    #[error("this is not a phone number")]
    NotANumber,
    /// No number of its country is so short.
    #[error("this number is too short")]
    TooShort,
    /// No number of its country is so long, or of just this length.
    #[error("this number is too long")]
    TooLong,
}

impl PhoneNumber {
    /// Reads a number as people type it; one without a country takes `default_country`.
    ///
    /// # Errors
    /// When it cannot be a number that is dialled from abroad. One that is possible but unknown to
    /// the numbering plan is no error: [`PhoneNumber::is_known`] tells.
    pub fn parse(input: &str, default_country: Country) -> Result<Self, NotAPhoneNumber> {
        if input.trim().is_empty() {
            return Err(NotAPhoneNumber::Empty);
        }
        if is_link_back_to_front(input) {
            return Err(NotAPhoneNumber::NotANumber);
        }
        let parsed = PHONE_NUMBER_UTIL.parse(input, Some(default_country.0)).map_err(why_not)?;
        match PHONE_NUMBER_UTIL.is_possible_number_with_reason(&parsed) {
            Ok(NumberLengthType::IsPossible) => Ok(Self(parsed.format_as(PhoneNumberFormat::E164).into_owned())),
            Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::TooShort) => {
                Err(NotAPhoneNumber::TooShort)
            }
            Err(ValidationError::TooLong | ValidationError::InvalidLength) => Err(NotAPhoneNumber::TooLong),
            Err(ValidationError::InvalidCountryCode) => Err(NotAPhoneNumber::NotANumber),
        }
    }

    /// The number, if it is dialled as it is shown.
    ///
    /// # Errors
    /// When its E.164 reads as another number (`+49 00…`, of which another zero would go).
    pub fn unmistakable(self) -> Result<Self, NotAPhoneNumber> {
        let again = self.parsed().map(|again| again.format_as(PhoneNumberFormat::E164).into_owned());
        if again.as_ref() == Some(&self.0) { Ok(self) } else { Err(NotAPhoneNumber::NotANumber) }
    }

    /// Takes a number that is in E.164 already, as this program and the service write them.
    ///
    /// # Errors
    /// When it is not in E.164 or cannot be a number.
    pub fn from_e164(e164: &str) -> Result<Self, NotAPhoneNumber> {
        let number = Self::parse(e164, Country::GERMANY)?;
        if number.0 == e164 { Ok(number) } else { Err(NotAPhoneNumber::NotANumber) }
    }

    /// A number that the database keeps: it has been parsed before it was written.
    pub(crate) fn stored(e164: String) -> Self {
        Self(e164)
    }

    /// The number in E.164.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number with its country code, grouped for reading: `+49 171 1234567`.
    #[must_use]
    pub fn grouped(&self) -> String {
        self.parsed().map_or_else(|| self.0.clone(), |n| n.format_as(PhoneNumberFormat::International).into_owned())
    }

    /// The country it belongs to; none for the numbers of no country (`+800…`) and unknown ones.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        let parsed = self.parsed()?;
        let exact = parsed.get_region_code();
        let by_code = || PHONE_NUMBER_UTIL.get_region_for_country_code(parsed.country_code);
        exact.or_else(by_code).filter(|region| *region != Region::World).map(Country)
    }

    /// Whether the numbering plan knows such a number.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.parsed().is_some_and(|n| n.is_valid())
    }

    /// Mobile, landline or unknown, as far as the numbering plan tells.
    #[must_use]
    pub fn kind(&self) -> NumberKind {
        match self.parsed().map_or(PhoneNumberType::Unknown, |n| n.get_type()) {
            PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile => NumberKind::Mobile,
            PhoneNumberType::FixedLine => NumberKind::Landline,
            PhoneNumberType::TollFree
            | PhoneNumberType::PremiumRate
            | PhoneNumberType::SharedCost
            | PhoneNumberType::VoIP
            | PhoneNumberType::PersonalNumber
            | PhoneNumberType::Pager
            | PhoneNumberType::UAN
            | PhoneNumberType::VoiceMail
            | PhoneNumberType::Unknown => NumberKind::Unknown,
        }
    }

    fn parsed(&self) -> Option<Parsed> {
        PHONE_NUMBER_UTIL.parse(&self.0, None).ok()
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number of the service's grouped for reading; shown as it is if it is not one.
#[must_use]
pub fn grouped(number: &str) -> String {
    PhoneNumber::parse(number, Country::GERMANY).map_or_else(|_| number.to_owned(), |n| n.grouped())
}

/// A `tel:` behind the context that its number is read in: no link has that, and rlibphonenumber 2.2 panics at it.
fn is_link_back_to_front(input: &str) -> bool {
    let is_behind = |context: usize| input.find("tel:").is_some_and(|scheme| scheme > context);
    input.find(";phone-context=").is_some_and(is_behind)
}

fn why_not(error: ParseError) -> NotAPhoneNumber {
    match error {
        ParseError::InvalidCountryCode | ParseError::NotANumber(_) => NotAPhoneNumber::NotANumber,
        ParseError::TooShortAfterIdd | ParseError::TooShortNsn => NotAPhoneNumber::TooShort,
        ParseError::TooLongNsn => NotAPhoneNumber::TooLong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(input: &str) -> PhoneNumber {
        PhoneNumber::parse(input, Country::GERMANY).unwrap()
    }

    #[test]
    fn a_number_is_grouped_and_knows_its_country_and_kind() {
        let mobile = number("0171/1234567");
        assert_eq!(mobile.grouped(), "+49 171 1234567");
        assert_eq!(mobile.country().unwrap().to_string(), "DE");
        assert_eq!(mobile.kind(), NumberKind::Mobile);
        assert_eq!(mobile.clone().unmistakable(), Ok(mobile));
        assert_eq!(number("030 901820").kind(), NumberKind::Landline);
    }

    #[test]
    fn a_possible_number_that_the_plan_does_not_know_is_allowed_and_said_to_be_unknown() {
        let unknown = number("+49 199 1234567");
        assert!(!unknown.is_known());
        assert_eq!(unknown.country().unwrap().to_string(), "DE");
    }

    #[test]
    fn a_local_number_without_its_area_is_too_short_to_be_dialled() {
        let us = "US".parse().unwrap();
        assert_eq!(PhoneNumber::parse("555-2671", us), Err(NotAPhoneNumber::TooShort));
    }

    #[test]
    fn countries_are_known_by_their_code() {
        assert_eq!("de".parse::<Country>().unwrap().to_string(), "DE");
        assert_eq!("XX".parse::<Country>(), Err(UnknownCountry));
        assert_eq!("001".parse::<Country>(), Err(UnknownCountry));
        assert!(Country::codes().len() > 200);
    }

    #[test]
    fn a_number_that_would_be_dialled_as_another_than_is_shown_is_mistakable() {
        for input in ["0049000000", "+49 00 171 1234567"] {
            assert_eq!(number(input).unmistakable(), Err(NotAPhoneNumber::NotANumber), "{input}");
        }
    }

    #[test]
    fn a_link_that_is_back_to_front_is_no_number() {
        let read = |input| PhoneNumber::parse(input, Country::GERMANY);
        assert_eq!(read(";phone-context=+49;tel:1711234567"), Err(NotAPhoneNumber::NotANumber));
        assert_eq!(read("tel:1711234567;phone-context=+49"), Ok(number("+491711234567")));
    }

    #[test]
    fn only_e164_is_taken_as_e164() {
        assert!(PhoneNumber::from_e164("+491711234567").is_ok());
        assert!(PhoneNumber::from_e164("0171 1234567").is_err());
    }
}
