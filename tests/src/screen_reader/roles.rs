//! What things are called, by AT-SPI's numbers: a browser's page gives the numbers alone.

const ROLES: [(u32, &str); 35] = [
    (2, "alert"),
    (7, "check box"),
    (11, "combo box"),
    (16, "dialog"),
    (23, "frame"),
    (29, "label"),
    (31, "list"),
    (32, "list item"),
    (33, "menu"),
    (35, "menu item"),
    (39, "panel"),
    (40, "password text"),
    (42, "progress bar"),
    (43, "push button"),
    (54, "status bar"),
    (55, "table"),
    (56, "table cell"),
    (61, "text"),
    (62, "toggle button"),
    (63, "tool bar"),
    (73, "paragraph"),
    (75, "application"),
    (79, "entry"),
    (83, "heading"),
    (85, "section"),
    (87, "form"),
    (88, "link"),
    (95, "document web"),
    (98, "list box"),
    (99, "grouping"),
    (101, "notification"),
    (110, "landmark"),
    (116, "static"),
    (121, "description term"),
    (122, "description value"),
];

/// The name, or the number of what is rare.
pub(super) fn name(number: u32) -> String {
    let known = ROLES.iter().find(|(role, _)| *role == number);
    known.map_or_else(|| format!("role {number}"), |(_, name)| (*name).to_owned())
}
