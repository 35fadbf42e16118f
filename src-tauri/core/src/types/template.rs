//! Templates: texts that are used again, with places to be filled.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language that texts are written in.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// German.
    De,
    /// English.
    En,
}

/// A template.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Template {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The language of its text; none is the window's.
    pub language: Option<Language>,
    /// Its text, with placeholders.
    pub body: String,
    /// Its place in the list, counted from 0.
    #[ts(type = "number")]
    pub position: i64,
    /// When it was made, in milliseconds since 1970.
    #[ts(type = "number")]
    pub created_at: i64,
    /// When it was changed last, in milliseconds since 1970.
    #[ts(type = "number")]
    pub changed_at: i64,
}

/// A template as the person filled it in: name and text must be there.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct TemplateForm {
    /// The template that is changed; none is a new one, which comes last.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// The name.
    pub name: String,
    /// The language; none is the window's.
    pub language: Option<Language>,
    /// The text.
    pub body: String,
}

/// A template's text with what is known filled in.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct Filled {
    /// The text; what is not known stands in it as before.
    pub text: String,
    /// What is not known, each once, in the order of the text.
    pub unfilled: Vec<Placeholder>,
}

/// A place in a text that is to be filled.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct Placeholder {
    /// As it stands in the text, with its braces.
    pub written: String,
    /// Its name, which an answer is given under.
    pub name: String,
    /// What belongs there.
    pub kind: PlaceholderKind,
}

/// What belongs in a place of a text.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceholderKind {
    /// The contact's given name.
    FirstName,
    /// The contact's family name.
    LastName,
    /// The contact's organisation.
    Organisation,
    /// The day on which it is filled.
    Date,
    /// The time at which it is filled.
    Time,
    /// What the person is asked for.
    Own,
}

/// What came of importing templates.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct TemplatesImported {
    /// How many are new.
    pub added: u32,
    /// How many were there already, word for word.
    pub known: u32,
}
