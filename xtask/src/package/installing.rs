//! The .deb in a bare Debian 12: installed, started, sent with, removed, and upgraded over the oldest data.

use std::collections::BTreeSet;

use super::Made;
use super::bare::{Bare, PERSON};
use super::files::ensure;
use crate::Outcome;
use crate::packages::{self, Purpose};
use crate::place;
use crate::run;
use crate::say;
use crate::tally::Tally;

/// How many tests there are.
pub(super) const COUNT: u32 = 4;

/// Where the person's data lies.
const DATA: &str = ".local/share/io.famulor.sms";

/// Every file on the disk but what only lives for a moment, and what the system writes down of its own work.
const FILES: &str = "find / -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp \
    -o -path /var/log -o -path /var/cache -o -path /var/lib/dpkg -o -path /var/lib/apt \\) -prune \
    -o -not -type d -print";

/// What has the program's name, apart from the same.
const NAMED: &str = "find / -xdev \\( -path /proc -o -path /tmp -o -path /var/log -o -path /var/cache \\) -prune \
    -o -iname '*famulor*' -print -prune";

/// What lies in the person's home beside the data, and beside what the system's libraries keep there for every program:
/// the shaders of Mesa, and Enchant's dictionary of the person's own words.
const AT_HOME: &str = "cd /home/anna && find . -type f -not -path './.local/share/io.famulor.sms/*' \
    -not -path './.cache/mesa_shader_cache/*' -not -path './.config/enchant/*'";

/// As an administrator does, without a question.
const REMOVE: &str = "apt-get -qq purge famulor-sms >/dev/null 2>&1";

pub(super) fn tests(made: &Made) -> Tally {
    let bare = say::stage("making a bare Debian 12", || Bare::make(made.facts.folder.join("bare")));
    match bare {
        Ok(bare) => all(made, &bare),
        Err(reason) => {
            say::line(&format!("{reason} The tests of the installed program are skipped."));
            Tally::skipped(COUNT)
        }
    }
}

/// Each goes on where the one before it ended.
fn all(made: &Made, bare: &Bare) -> Tally {
    let one = |name: &str, test: fn(&Made, &Bare) -> Outcome| Tally::one(say::stage(name, || test(made, bare)));
    one("the .deb brings all it needs into a bare Debian 12, and its window is drawn there", it_starts)
        .and(one("the installed program sends a practice SMS", it_sends))
        .and(one("removed, it leaves nothing but the person's data", it_goes))
        .and(one("upgraded from an older version over the oldest data, it has kept everything", it_upgrades))
}

fn it_starts(made: &Made, bare: &Bare) -> Outcome {
    bare.install(&[&bare.bring(&made.deb)?])?;
    // Not a part of any program: a screen and a session.
    bare.install(&["xvfb", "xauth", "dbus"])?;
    bare.work("xvfb-run --auto-servernum dbus-run-session -- famulor-sms --practice --smoke-test")?;
    bare.work(&format!("test -f {DATA}/practice/famulor-sms.db"))
}

fn it_sends(_: &Made, bare: &Bare) -> Outcome {
    run::build(&["practice-send"])?;
    bare.install(&packages::wanted(Purpose::Desktop))?;
    let sender = bare.bring(&place::built("practice-send")?)?;
    bare.work(&format!("FAMULOR_SMS_PROGRAM=/usr/bin/famulor-sms {sender}"))
}

/// All that is there was there before, or is the person's; all that is gone was the package's.
fn it_goes(_: &Made, bare: &Bare) -> Outcome {
    let own = lines(&bare.answer("dpkg-query --listfiles famulor-sms")?);
    let before = lines(&bare.answer(FILES)?);
    bare.run(REMOVE)?;
    let after = lines(&bare.answer(FILES)?);
    let gone = &before - &after;
    let left = &(&own & &before) - &gone;
    ensure(left.is_empty(), || format!("Files of the package are still there: {left:?}"))?;
    let (too_much, new) = (&gone - &own, &after - &before);
    ensure(too_much.is_empty() && new.is_empty(), || format!("More than the package changed: {too_much:?}, {new:?}"))?;
    let named = lines(&bare.answer(NAMED)?);
    let expected = lines(&format!("/home/{PERSON}/{DATA}"));
    ensure(named == expected, || format!("The person's data should be all that is left: {named:?}"))?;
    let litter = &lines(&bare.answer(AT_HOME)?) - &lines(&bare.answer("cd /etc/skel && find . -type f")?);
    ensure(litter.is_empty(), || format!("There is more than data at home: {litter:?}"))?;
    bare.run("! grep --recursive --files-with-matches famulor /etc /usr /opt /srv")?;
    bare.work(&format!("test -f {DATA}/practice/famulor-sms.db"))
}

fn it_upgrades(made: &Made, bare: &Bare) -> Outcome {
    run::build(&["upgraded"])?;
    let upgraded = bare.bring(&place::built("upgraded")?)?;
    bare.install(&[&bare.bring(&made.older_deb)?])?;
    bare.work(&format!("{upgraded} write {DATA}"))?;
    bare.install(&[&bare.bring(&made.deb)?])?;
    let version = bare.answer("dpkg-query --show --showformat='${Version}' famulor-sms")?;
    ensure(version == format!("{}-1", made.facts.version), || format!("Upgraded, it is {version}."))?;
    bare.work(&format!("FAMULOR_SMS_PROGRAM=/usr/bin/famulor-sms {upgraded} look {DATA}"))?;
    bare.run(REMOVE)?;
    bare.run(&format!("test -f /home/{PERSON}/{DATA}/famulor-sms.db"))
}

fn lines(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}
