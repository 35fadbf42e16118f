//! What a policy makes of the person's settings: default < preference < policy.

use super::Policy;
use crate::types::{FixedSetting, Settings};

impl Policy {
    /// The settings in use.
    #[must_use]
    pub fn resolve(&self, preferred: &Settings) -> Settings {
        let (rules, came) = (self.rules(), Settings::default());
        let mut settings = self.unless_forbidden(preferred, &came);
        if let Some(language) = rules.language {
            settings.language = language;
        }
        if let Some(country) = rules.default_country {
            settings.default_country = Some(country.to_string());
        }
        if let Some(months) = rules.keep_months {
            settings.keep_months = Some(months).filter(|months| *months > 0);
        }
        if let Some(seconds) = rules.undo_seconds {
            settings.undo_seconds = seconds;
        }
        if let Some(proxy) = &rules.proxy {
            settings.proxy = proxy.clone();
        }
        if let Some(updates) = rules.updates {
            settings.look_for_updates = updates;
        }
        if self.fault().is_some() {
            // Perhaps it says that everything is to be kept.
            settings.keep_months = None;
        }
        settings
    }

    /// What of new settings is a preference: what is fixed stays as it was preferred, for the day on which it is free.
    #[must_use]
    pub fn preferred(&self, chosen: Settings, before: &Settings) -> Settings {
        let mut preferred = chosen;
        for fixed in self.fixed() {
            match fixed {
                FixedSetting::Language => preferred.language = before.language,
                FixedSetting::DefaultCountry => preferred.default_country.clone_from(&before.default_country),
                FixedSetting::Sender => preferred.sender_id = before.sender_id,
                FixedSetting::KeepMonths => preferred.keep_months = before.keep_months,
                FixedSetting::UndoSeconds => preferred.undo_seconds = before.undo_seconds,
                FixedSetting::Proxy => preferred.proxy = before.proxy.clone(),
                FixedSetting::Updates => preferred.look_for_updates = before.look_for_updates,
                FixedSetting::Practice => {}
            }
        }
        preferred
    }

    /// What the person cannot change.
    #[must_use]
    pub fn fixed(&self) -> Vec<FixedSetting> {
        let rules = self.rules();
        let all = rules.forbid_changes;
        let fixed = [
            (FixedSetting::Language, all || rules.language.is_some()),
            (FixedSetting::DefaultCountry, all || rules.default_country.is_some()),
            (FixedSetting::Sender, rules.sender.is_some()),
            (FixedSetting::KeepMonths, all || rules.keep_months.is_some() || self.fault().is_some()),
            (FixedSetting::UndoSeconds, all || rules.undo_seconds.is_some()),
            (FixedSetting::Proxy, all || rules.proxy.is_some()),
            (FixedSetting::Updates, rules.updates.is_some()),
            (FixedSetting::Practice, rules.practice.is_some()),
        ];
        fixed.into_iter().filter_map(|(setting, is_fixed)| is_fixed.then_some(setting)).collect()
    }

    /// Where changes are forbidden, what could be fixed is as it came with the program, whatever was once preferred.
    fn unless_forbidden(&self, preferred: &Settings, came: &Settings) -> Settings {
        let preferred = preferred.clone();
        if !self.rules().forbid_changes {
            return preferred;
        }
        Settings {
            language: came.language,
            default_country: came.default_country.clone(),
            keep_months: came.keep_months,
            undo_seconds: came.undo_seconds,
            proxy: came.proxy.clone(),
            ..preferred
        }
    }
}
