//! A few messages from everywhere: they tell which groups of characters are rare, so that the index is asked for little.

use rusqlite::Connection;

/// From so many places of the table, each of which may have to come from the disk …
const PLACES: i64 = 8;

/// … so many messages in a row.
const AT_EACH: i64 = 32;

/// The keys of some messages.
pub(super) struct Sample(Vec<String>);

impl Sample {
    pub(super) fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let mut keys = Vec::new();
        let mut range =
            connection.prepare_cached("SELECT (SELECT min(id) FROM message), (SELECT max(id) FROM message)")?;
        let (first, last): (Option<i64>, Option<i64>) = range.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (Some(first), Some(last)) = (first, last) else { return Ok(Self(keys)) };
        let mut some = connection
            .prepare_cached("SELECT search_key FROM message WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3")?;
        let step = (last - first) / PLACES + 1;
        for from in (0..PLACES).map(|place| first + place * step) {
            let here = some.query_map([from, from + step - 1, AT_EACH], |row| row.get(0))?;
            keys.extend(here.collect::<Result<Vec<String>, _>>()?);
        }
        Ok(Self(keys))
    }

    /// As few groups of a part as tell it from all else that is known here: each of them is a long list to be read, and
    /// whatever they let through is looked at one by one.
    pub(super) fn telling<'part>(&self, part: &str, groups: &'part [String]) -> Vec<&'part str> {
        let mut others: Vec<&str> = self.0.iter().map(String::as_str).filter(|key| !key.contains(part)).collect();
        let mut telling = Vec::new();
        let let_through = |group: &String, others: &[&str]| others.iter().filter(|key| key.contains(group)).count();
        while let Some(rarest) = groups.iter().min_by_key(|group| let_through(group, &others)) {
            let before = others.len();
            others.retain(|key| key.contains(rarest));
            let leaves_out_more = others.len() < before;
            if leaves_out_more || telling.is_empty() {
                telling.push(rarest.as_str());
            }
            if others.is_empty() || !leaves_out_more {
                break;
            }
        }
        telling
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    fn telling(keys: &[&str], part: &str, groups: &[&str]) -> Vec<String> {
        let groups: Vec<String> = groups.iter().map(|&group| group.to_owned()).collect();
        let sample = Sample(keys.iter().map(|&key| key.to_owned()).collect());
        sample.telling(part, &groups).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn one_group_is_enough_where_nothing_else_has_it() {
        assert_eq!(telling(&["liebe", "lieferung", "fuhr"], "lieferung", &["lie", "ief", "fer"]), ["ief"]);
    }

    #[test]
    fn groups_are_added_until_nothing_else_has_all_of_them() {
        assert_eq!(telling(&["abc", "bcd", "bcd"], "abcd", &["abc", "bcd"]), ["abc", "bcd"]);
    }

    #[test]
    fn no_group_is_read_that_leaves_out_nothing_more() {
        assert_eq!(telling(&["abc bcd"], "abcd", &["abc", "bcd"]), ["abc"]);
        assert_eq!(telling(&[], "abcd", &["abc", "bcd"]), ["abc"]);
        assert_eq!(telling(&["abc"], "abc", &["abc"]), ["abc"]);
    }
}
