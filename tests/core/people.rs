//! An address book for tests: contacts in a database without an outbox.

use famulor_sms_core::Country;
use famulor_sms_core::contacts::{self, ContactError};
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::{ContactDetail, ContactFilter, ContactForm, ContactRow, NumberForm, SuggestionView};
use rusqlite::Connection;
use rusqlite::types::FromSql;
use tempfile::TempDir;

/// A database with contacts, in a folder of its own.
pub(crate) struct AddressBook {
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
}

/// Somebody with these numbers, as typed into the form.
pub(crate) fn person(given: &str, family: &str, numbers: &[&str]) -> ContactForm {
    let number = |number: &&str| NumberForm { label: String::new(), number: (*number).to_owned() };
    ContactForm {
        given: given.into(),
        family: family.into(),
        numbers: numbers.iter().map(number).collect(),
        ..ContactForm::default()
    }
}

/// An organisation with this number.
pub(crate) fn organisation(name: &str, number: &str) -> ContactForm {
    ContactForm { organisation: name.into(), ..person("", "", &[number]) }
}

impl AddressBook {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: Store::open(folder.path()).unwrap(), folder }
    }

    pub(crate) fn with(people: impl IntoIterator<Item = ContactForm>) -> Self {
        let book = Self::new();
        people.into_iter().for_each(|person| drop(book.save(&person)));
        book
    }

    pub(crate) fn work<T, E: std::error::Error + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.now(work)
    }

    /// The contact as it was written at the time 1.
    pub(crate) fn save(&self, form: &ContactForm) -> ContactDetail {
        self.try_save(form).unwrap()
    }

    pub(crate) fn try_save(&self, form: &ContactForm) -> Result<ContactDetail, ContactError> {
        self.work(|c| contacts::save(c, form, Country::GERMANY, 1))
    }

    pub(crate) fn get(&self, id: i64) -> Result<ContactDetail, ContactError> {
        self.work(|c| contacts::get(c, id))
    }

    pub(crate) fn suggest(&self, typed: &str) -> Vec<SuggestionView> {
        self.work(|c| contacts::suggest(c, typed)).unwrap()
    }

    /// The names that are suggested, in their order.
    pub(crate) fn suggested(&self, typed: &str) -> Vec<String> {
        self.suggest(typed).into_iter().map(|suggestion| suggestion.name).collect()
    }

    /// The whole list, page by page.
    pub(crate) fn list(&self, filter: &ContactFilter) -> Vec<ContactRow> {
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let page = self.work(|c| contacts::list(c, filter, after.as_ref())).unwrap();
            all.extend(page.contacts);
            after = page.next;
            if after.is_none() {
                return all;
            }
        }
    }

    /// The names that the list shows for a search.
    pub(crate) fn listed(&self, search: &str) -> Vec<String> {
        let filter = ContactFilter { search: search.into(), ..ContactFilter::default() };
        self.list(&filter).into_iter().map(|contact| contact.name).collect()
    }

    pub(crate) fn look_up<T: FromSql>(&self, question: &str) -> T {
        self.work(|c| c.query_row(question, [], |row| row.get(0))).unwrap()
    }

    pub(crate) fn change(&self, statements: &str) {
        self.work(|c| c.execute_batch(statements)).unwrap();
    }

    /// The indices say the same as the tables.
    pub(crate) fn assert_sound(&self) {
        let check = |index: &str| {
            self.work(|c| {
                c.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), [])?;
                Ok::<_, StoreError>(())
            })
        };
        check("contact_search").unwrap();
        check("contact_number_search").unwrap();
        assert!(self.store.check().unwrap());
    }
}
