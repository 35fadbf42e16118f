//! Settings resolve default < preference < policy.

use famulor_sms_core::types::{FixedSetting, LanguageChoice, Settings, Theme};

use super::{broken_policy, policy};

/// Everything as somebody has chosen it.
fn preferred() -> Settings {
    Settings {
        language: LanguageChoice::En,
        theme: Theme::Dark,
        default_country: Some("FR".into()),
        sender_id: Some(7),
        undo_seconds: 20,
        keep_months: Some(1),
        proxy: "http://mine.example:3128".parse().unwrap(),
        ..Settings::default()
    }
}

#[test]
fn what_is_fixed_goes_before_what_is_preferred_and_everything_else_stays() {
    let policy =
        policy(r#"{"language": "de", "default_country": "AT", "keep_months": 0, "undo_seconds": 10, "proxy": "none"}"#);
    let expected = Settings {
        language: LanguageChoice::De,
        default_country: Some("AT".into()),
        keep_months: None,
        undo_seconds: 10,
        proxy: "none".parse().unwrap(),
        ..preferred()
    };
    assert_eq!(policy.resolve(&preferred()), expected);
    use FixedSetting::{DefaultCountry, KeepMonths, Language, Proxy, UndoSeconds};
    assert_eq!(policy.fixed(), [Language, DefaultCountry, KeepMonths, UndoSeconds, Proxy]);
}

#[test]
fn whether_newer_versions_are_looked_for_can_be_fixed_both_ways() {
    for (text, is_on) in [(r#"{"updates": false}"#, false), (r#"{"updates": true}"#, true)] {
        let (policy, before) = (policy(text), Settings { look_for_updates: !is_on, ..preferred() });
        assert_eq!(policy.resolve(&before).look_for_updates, is_on);
        assert_eq!(policy.fixed(), [FixedSetting::Updates]);
        assert!(policy.preferred(policy.resolve(&before), &before).look_for_updates != is_on, "it stays as it was");
    }
}

#[test]
fn what_is_fixed_does_not_become_a_preference() {
    let policy = policy(r#"{"undo_seconds": 0, "language": "de", "proxy": "http://a:b@proxy.example"}"#);
    let mut chosen = policy.resolve(&preferred());
    (chosen.theme, chosen.undo_seconds) = (Theme::Light, 5);
    assert_eq!(policy.preferred(chosen, &preferred()), Settings { theme: Theme::Light, ..preferred() });
}

#[test]
fn where_changes_are_forbidden_everything_is_as_it_came_but_for_what_is_fixed() {
    let policy = policy(r#"{"forbid_changes": true, "undo_seconds": 20}"#);
    let came = Settings::default();
    let expected = Settings { theme: Theme::Dark, sender_id: Some(7), undo_seconds: 20, ..came };
    assert_eq!(policy.resolve(&preferred()), expected);
    assert_eq!(policy.fixed().len(), 5);
}

#[test]
fn without_a_policy_everything_is_as_preferred() {
    let none = famulor_sms_core::policy::Policy::default();
    assert_eq!(none.resolve(&preferred()), preferred());
    assert_eq!(none.fixed(), []);
    assert_eq!(none.preferred(Settings::default(), &preferred()), Settings::default());
}

#[test]
fn under_a_policy_that_cannot_be_read_nothing_is_deleted_for_its_age() {
    let broken = broken_policy();
    assert_eq!(broken.resolve(&preferred()), Settings { keep_months: None, ..preferred() });
    assert_eq!(broken.preferred(broken.resolve(&preferred()), &preferred()), preferred());
}
