//! The words that the database keeps for states and reasons: the same as the window's.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer as _};

use crate::types::{Language, MessageState, Reason, SenderProblem};

/// Enums that are kept as the word that serde gives them.
macro_rules! kept_as_word {
    ($($kind:ty),*) => {$(
        impl ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let word = serde_json::to_value(self).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
                Ok(ToSqlOutput::from(word.as_str().unwrap_or_default().to_owned()))
            }
        }

        impl FromSql for $kind {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let word: StrDeserializer<'_, WordError> = value.as_str()?.into_deserializer();
                Self::deserialize(word).map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )*};
}

kept_as_word!(MessageState, Reason, SenderProblem, Language);
