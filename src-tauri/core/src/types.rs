//! What crosses between the program and its window: views go out, forms come in.
//!
//! `ui/types.d.ts` is made from these types, so the window cannot drift from them.

mod account;
mod contact;
mod cost;
mod desktop;
mod error;
mod exchange;
mod guide;
mod hint;
mod history;
mod link;
mod message;
mod news;
mod policy;
mod settings;
mod start;
mod template;
mod update;
mod writing;

use ts_rs::TS;

pub use account::{AccountView, KeyState, Profile, SenderProblem, SenderView};
pub use contact::{
    ContactCursor, ContactDetail, ContactFilter, ContactForm, ContactPage, ContactRow, ContactView, DoNotWrite,
    DuplicateView, LetterView, Merged, NumberForm, NumberView, SuggestionView,
};
pub use cost::{BalanceForecast, CostEstimate, Drift, Price};
pub use desktop::{DesktopView, ShortcutState};
pub use error::{ErrorCode, UiError};
pub use exchange::{
    DuplicateChoice, FileKind, ImportDuplicateView, ImportPlanView, ImportPreview, ImportProgress, ImportUndone,
    ImportView, Imported, Mapping, Meaning, UnreadableReason, UnreadableView,
};
pub use guide::GuideNode;
pub use hint::{Hint, HintKind};
pub use history::{Cost, Deleted, ExportProgress, HistoryFilter, HistoryRange, HistorySender, HistorySum, MessagePage};
pub use link::{Errand, FormLink, LinkHandling, LinkKind};
pub use message::{LinkView, MessageDetail, MessageState, MessageView, Reason, StepView, Verdict, Waiting};
pub use news::{CloseQuestion, News, NumberedNews};
pub use policy::{FixedSetting, PolicyView};
pub use settings::{FirstRunStep, LanguageChoice, Settings, Theme};
pub use start::{BackupView, Bootstrap, FirstLook, Notice, StartNews};
pub use template::{Filled, Language, Placeholder, PlaceholderKind, Template, TemplateForm, TemplatesImported};
pub use update::{UpdateOffer, UpdateProgress, UpdateStanding, UpdateView};
pub use writing::{AskReason, Draft, NumberKind, RecipientView, SendAnswer, SendForm};

use crate::text::{Costly, CostlyCharacter, Encoding, ForcingCharacter, Replaced, TextAnalysis, TextMeasure};

/// The TypeScript declarations of everything above, as `ui/types.d.ts` holds them.
#[must_use]
pub fn typescript() -> String {
    let config = ts_rs::Config::default();
    let mut out = String::from("// Made from src-tauri/core/src/types/ by `cargo xtask types`. Do not edit.\n");
    for declaration in [
        FirstLook::decl(&config),
        Bootstrap::decl(&config),
        StartNews::decl(&config),
        Notice::decl(&config),
        NumberedNews::decl(&config),
        News::decl(&config),
        CloseQuestion::decl(&config),
        Settings::decl(&config),
        FirstRunStep::decl(&config),
        PolicyView::decl(&config),
        FixedSetting::decl(&config),
        LanguageChoice::decl(&config),
        Theme::decl(&config),
        Hint::decl(&config),
        HintKind::decl(&config),
        AccountView::decl(&config),
        KeyState::decl(&config),
        Profile::decl(&config),
        SenderView::decl(&config),
        SenderProblem::decl(&config),
        RecipientView::decl(&config),
        NumberKind::decl(&config),
        Draft::decl(&config),
        SendForm::decl(&config),
        SendAnswer::decl(&config),
        AskReason::decl(&config),
        MessageState::decl(&config),
        Reason::decl(&config),
        MessageView::decl(&config),
        MessagePage::decl(&config),
        MessageDetail::decl(&config),
        StepView::decl(&config),
        LinkView::decl(&config),
        Errand::decl(&config),
        FormLink::decl(&config),
        LinkKind::decl(&config),
        LinkHandling::decl(&config),
        DesktopView::decl(&config),
        UpdateView::decl(&config),
        UpdateStanding::decl(&config),
        UpdateOffer::decl(&config),
        UpdateProgress::decl(&config),
        ShortcutState::decl(&config),
        Verdict::decl(&config),
        Waiting::decl(&config),
        HistoryFilter::decl(&config),
        HistorySum::decl(&config),
        Cost::decl(&config),
        CostEstimate::decl(&config),
        Price::decl(&config),
        BalanceForecast::decl(&config),
        Drift::decl(&config),
        HistoryRange::decl(&config),
        HistorySender::decl(&config),
        Deleted::decl(&config),
        ExportProgress::decl(&config),
        BackupView::decl(&config),
        GuideNode::decl(&config),
        ContactView::decl(&config),
        SuggestionView::decl(&config),
        ContactFilter::decl(&config),
        ContactPage::decl(&config),
        ContactRow::decl(&config),
        ContactCursor::decl(&config),
        LetterView::decl(&config),
        ContactDetail::decl(&config),
        NumberView::decl(&config),
        DoNotWrite::decl(&config),
        ContactForm::decl(&config),
        NumberForm::decl(&config),
        Merged::decl(&config),
        DuplicateView::decl(&config),
        Template::decl(&config),
        TemplateForm::decl(&config),
        Language::decl(&config),
        Filled::decl(&config),
        Placeholder::decl(&config),
        PlaceholderKind::decl(&config),
        TemplatesImported::decl(&config),
        ImportPreview::decl(&config),
        FileKind::decl(&config),
        Mapping::decl(&config),
        Meaning::decl(&config),
        ImportPlanView::decl(&config),
        ImportDuplicateView::decl(&config),
        UnreadableView::decl(&config),
        UnreadableReason::decl(&config),
        DuplicateChoice::decl(&config),
        ImportProgress::decl(&config),
        Imported::decl(&config),
        ImportView::decl(&config),
        ImportUndone::decl(&config),
        UiError::decl(&config),
        ErrorCode::decl(&config),
        TextAnalysis::decl(&config),
        TextMeasure::decl(&config),
        Encoding::decl(&config),
        ForcingCharacter::decl(&config),
        Costly::decl(&config),
        CostlyCharacter::decl(&config),
        Replaced::decl(&config),
    ] {
        out.push_str("export ");
        out.push_str(&declaration);
        out.push('\n');
    }
    out
}
