//! Help: the user guide, and what those who help need to know.

use famulor_sms_core::types::{ErrorCode, GuideNode, Language};
use tauri::State;

use super::Answer;
use crate::diagnostics;
use crate::office::Start;

const GERMAN: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.de.json"));
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.en.json"));

#[tauri::command]
pub(crate) async fn guide(start: State<'_, Start>) -> Answer<Vec<GuideNode>> {
    let words = start.office()?.words();
    let page = match words.spoken() {
        Language::De => GERMAN,
        Language::En => ENGLISH,
    };
    serde_json::from_str(page).map_err(|error| {
        tracing::error!(%error, "the guide cannot be read");
        words.error(ErrorCode::Other, "error-other")
    })
}

#[tauri::command]
pub(crate) async fn diagnostics(start: State<'_, Start>) -> Answer<String> {
    Ok(diagnostics::report(start.office()?).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_guides_are_pages_with_headings_and_pictures() {
        for page in [GERMAN, ENGLISH] {
            let nodes: Vec<GuideNode> = serde_json::from_str(page).unwrap();
            let tags = ["\"h2\"", "\"img\"", "\"table\""];
            assert!(nodes.len() > 20 && tags.iter().all(|tag| page.contains(tag)), "{page}");
        }
    }
}
