//! One name in and out of a `mimeapps.list`, with everything else left as the person has it.

const DEFAULTS: &str = "[Default Applications]";

/// Puts the name first among the programs for this type.
pub(super) fn with(list: &str, mime_type: &str, name: &str) -> String {
    let mut lines: Vec<String> = without(list, mime_type, name).lines().map(str::to_owned).collect();
    let Some(group) = lines.iter().position(|line| line.trim() == DEFAULTS) else {
        lines.extend([DEFAULTS.to_owned(), format!("{mime_type}={name};")]);
        return joined(&lines);
    };
    let entry = lines.iter_mut().skip(group + 1).take_while(|line| !is_group(line)).find(|line| is_of(line, mime_type));
    match entry {
        Some(line) => *line = format!("{mime_type}={name};{}", value(line)),
        None => lines.insert(group + 1, format!("{mime_type}={name};")),
    }
    joined(&lines)
}

/// Takes the name out wherever it is a program for this type.
pub(super) fn without(list: &str, mime_type: &str, name: &str) -> String {
    if !list.lines().any(|line| is_of(line, mime_type) && has(line, name)) {
        return list.to_owned();
    }
    let lines = list.lines().filter_map(|line| {
        if !is_of(line, mime_type) || !has(line, name) {
            return Some(line.to_owned());
        }
        let others: Vec<&str> = programs(line).filter(|program| *program != name).collect();
        (!others.is_empty()).then(|| format!("{mime_type}={};", others.join(";")))
    });
    joined(&lines.collect::<Vec<_>>())
}

/// Whether the name is among the programs for this type.
pub(super) fn names(list: &str, mime_type: &str, name: &str) -> bool {
    list.lines().any(|line| is_of(line, mime_type) && has(line, name))
}

fn joined(lines: &[String]) -> String {
    let mut list = lines.join("\n");
    if !list.is_empty() {
        list.push('\n');
    }
    list
}

fn is_group(line: &str) -> bool {
    line.trim_start().starts_with('[')
}

fn is_of(line: &str, mime_type: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| key.trim() == mime_type)
}

fn value(line: &str) -> &str {
    line.split_once('=').map_or("", |(_, value)| value.trim())
}

fn programs(line: &str) -> impl Iterator<Item = &str> {
    value(line).split(';').map(str::trim).filter(|program| !program.is_empty())
}

fn has(line: &str, name: &str) -> bool {
    programs(line).any(|program| program == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMS: &str = "x-scheme-handler/sms";
    const OURS: &str = "ours.desktop";
    const OTHERS: &str = "# mine\n[Added Associations]\ntext/plain=edit.desktop;\n\n[Default Applications]\n\
        text/html=web.desktop\nx-scheme-handler/sms=connect.desktop\nx-scheme-handler/tel=phone.desktop;\n\n[Other]\na=b\n";

    #[test]
    fn the_name_comes_first_and_gone_again_everything_is_as_it_was() {
        let with = with(OTHERS, SMS, OURS);
        assert!(with.contains("\nx-scheme-handler/sms=ours.desktop;connect.desktop\n"), "{with}");
        assert!(names(&with, SMS, OURS) && !names(&with, "x-scheme-handler/tel", OURS));
        let back = without(&with, SMS, OURS);
        assert_eq!(back.replace("connect.desktop;", "connect.desktop"), OTHERS);
    }

    #[test]
    fn a_list_without_such_a_line_or_group_gets_one_and_loses_it_again() {
        for list in
            ["", "[Added Associations]\na=b\n", "[Default Applications]\n", "[Default Applications]\na=b\n[Other]\n"]
        {
            let once = with(list, SMS, OURS);
            assert!(once.contains("[Default Applications]\nx-scheme-handler/sms=ours.desktop;\n"), "{once}");
            assert_eq!(with(&once, SMS, OURS), once, "twice is once");
            assert_eq!(
                without(&once, SMS, OURS).replace("[Default Applications]\n", ""),
                list.replace("[Default Applications]\n", "")
            );
        }
        assert_eq!(without(OTHERS, SMS, OURS), OTHERS, "nothing is touched where it does not stand");
    }
}
