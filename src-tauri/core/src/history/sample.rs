//! A few messages from everywhere: they tell which groups of characters are rare, so that the index is asked for little.

use rusqlite::Connection;

use super::search::Search;

/// From so many places of the table, each of which may have to come from the disk …
const PLACES: i64 = 8;

/// … so many messages in a row.
const AT_EACH: i64 = 32;

/// What lets through so few of them is quickly read: an entry of a list takes a thirtieth of a look at a message.
const SHORT: usize = 8;

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

    /// As few of these questions as tell a search from all else that is known here: each is long lists to be read, and
    /// whatever they let through is looked at one by one. One more is asked where its list is short.
    pub(super) fn telling(&self, search: &Search, questions: Vec<Search>) -> Vec<Search> {
        let mut others = self.which(|key| !search.fits(key));
        let mut left: Vec<Candidate> = questions.into_iter().map(|question| self.candidate(question)).collect();
        let mut telling = Vec::new();
        while let Some(next) = take_rarest(&mut left, &others) {
            let is_enough = !others.contains(&true);
            let is_worth_it = if is_enough { next.is_short() } else { next.leave_out(&mut others) };
            if is_worth_it || telling.is_empty() {
                telling.push(next.question);
            }
            if is_enough || !is_worth_it {
                break;
            }
        }
        telling
    }

    fn candidate(&self, question: Search) -> Candidate {
        Candidate { lets_through: self.which(|key| question.fits(key)), question }
    }

    fn which(&self, is_so: impl Fn(&str) -> bool) -> Vec<bool> {
        self.0.iter().map(|key| is_so(key)).collect()
    }
}

/// The one that lets through the fewest of the others, and of those the fewest of all.
fn take_rarest(left: &mut Vec<Candidate>, others: &[bool]) -> Option<Candidate> {
    let rarities = left.iter().map(|candidate| candidate.rarity(others));
    let (place, _) = rarities.enumerate().min_by_key(|&(_, rarity)| rarity)?;
    Some(left.remove(place))
}

/// A question, and for each message of the sample whether it lets it through.
struct Candidate {
    question: Search,
    lets_through: Vec<bool>,
}

impl Candidate {
    /// How many of the others it lets through, and how many of all.
    fn rarity(&self, others: &[bool]) -> (usize, usize) {
        let both = self.lets_through.iter().zip(others).filter(|&(&through, &other)| through && other);
        (both.count(), self.count())
    }

    fn is_short(&self) -> bool {
        self.count() <= SHORT
    }

    fn count(&self) -> usize {
        self.lets_through.iter().filter(|&&through| through).count()
    }

    /// Whether there were any that it does not let through.
    fn leave_out(&self, others: &mut [bool]) -> bool {
        let mut any = false;
        for (other, &through) in others.iter_mut().zip(&self.lets_through) {
            any |= *other && !through;
            *other &= through;
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use super::super::search::Search;
    use super::{SHORT, Sample};

    fn telling(keys: &[&str], part: &str, groups: &[&str]) -> Vec<String> {
        let groups = groups.iter().map(|&group| Search::Part(group.into())).collect();
        let sample = Sample(keys.iter().map(|&key| key.to_owned()).collect());
        let telling = sample.telling(&Search::Part(part.into()), groups);
        telling.iter().map(Search::fts5).map(|gram| gram.replace('"', "")).collect()
    }

    #[test]
    fn a_group_that_nothing_else_has_is_asked_for() {
        let many = ["liebe fer"; 20];
        assert_eq!(telling(&[&many[..], &["lieferung"]].concat(), "lieferung", &["lie", "ief", "fer"]), ["ief"]);
    }

    #[test]
    fn groups_are_added_until_nothing_else_has_all_of_them() {
        assert_eq!(telling(&["abc", "bcd", "bcd"], "abcd", &["abc", "bcd"]), ["abc", "bcd"]);
    }

    #[test]
    fn no_long_list_is_read_that_leaves_out_nothing_more() {
        let many = |key| [key; SHORT + 1];
        assert_eq!(telling(&many("abc bcd"), "abcd", &["abc", "bcd"]), ["abc"]);
        assert_eq!(telling(&many("abcd"), "abcd", &["abc", "bcd"]), ["abc"]);
    }

    #[test]
    fn a_short_list_more_is_read_where_one_would_do() {
        assert_eq!(telling(&["bcd", "bcd"], "abcd", &["abc", "bcd"]), ["abc", "bcd"]);
        assert_eq!(telling(&["bcd", "bcd"], "abcde", &["abc", "bcd", "cde"]), ["abc", "cde"]);
    }
}
