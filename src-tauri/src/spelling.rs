//! Spell checking in the language of the text. Windows and macOS do it by themselves; WebKitGTK has to be asked, and then
//! marks words only where the system has a dictionary of that language (through Enchant).

use famulor_sms_core::types::Language;
use tauri::AppHandle;
#[cfg(target_os = "linux")]
use webkit2gtk::{WebContextExt as _, WebViewExt as _};

/// Checks what is written from now on in this language.
///
/// # Errors
/// [`tauri::Error`] if there is no window.
#[cfg(target_os = "linux")]
pub(crate) fn check_in(app: &AppHandle, language: Language) -> tauri::Result<()> {
    let Some(window) = crate::window::main(app) else { return Err(tauri::Error::WebviewNotFound) };
    let dictionaries = dictionaries(language, sys_locale::get_locale().as_deref());
    window.with_webview(move |webview| {
        if let Some(context) = webview.inner().context() {
            let names: Vec<&str> = dictionaries.iter().map(String::as_str).collect();
            context.set_spell_checking_languages(&names);
            context.set_spell_checking_enabled(true);
        }
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn check_in(_: &AppHandle, _: Language) -> tauri::Result<()> {
    Ok(())
}

/// The dictionaries to look for, those of the system's own region first. A word that any of them knows is right.
#[cfg(any(target_os = "linux", test))]
fn dictionaries(language: Language, system: Option<&str>) -> Vec<String> {
    let (code, usual): (&str, &[&str]) = match language {
        Language::De => ("de", &["de_DE"]),
        Language::En => ("en", &["en_GB", "en_US"]),
    };
    let own = system.map(|locale| locale.replace('-', "_")).filter(|locale| locale.split('_').next() == Some(code));
    let mut found: Vec<String> = own.into_iter().collect();
    found.extend(usual.iter().map(|&name| name.to_owned()));
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_of_the_own_region_comes_first_and_only_of_the_texts_language() {
        assert_eq!(dictionaries(Language::De, Some("de-CH")), ["de_CH", "de_DE"]);
        assert_eq!(dictionaries(Language::De, Some("de-DE")), ["de_DE"]);
        assert_eq!(dictionaries(Language::De, Some("den")), ["de_DE"]);
        assert_eq!(dictionaries(Language::En, Some("de-DE")), ["en_GB", "en_US"]);
        assert_eq!(dictionaries(Language::De, None), ["de_DE"]);
    }
}
