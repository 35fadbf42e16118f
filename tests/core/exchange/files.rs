//! The files of every program, made by hand after real ones: each with its exact outcome.

use std::fs;

use famulor_sms_core::exchange::{ExchangeError, Known, Rules, Source};
use famulor_sms_core::history::Style;
use famulor_sms_core::types::{FileKind, Meaning};
use famulor_sms_tests::place;

use super::{RULES, go_on, plan, ready, told};

/// File, encoding, separator, and every row.
const FILES: &[(&str, &str, &str, &[&str])] = &[
    (
        "android-2.1.vcf",
        "UTF-8",
        "",
        &[
            "1 Ayşe|Şahin note \"Kommt mit zwei Kindern; 😀\" Mobil +491711234567, +4930901820",
            "13 Bilal| Mobil +4915212345678",
            "20 NoNumber: BEGIN:VCARD",
        ],
    ),
    (
        "apple-3.0.vcf",
        "UTF-8",
        "",
        &[
            "1 Clara|Öztürk of \"Stadtwerke, Kundendienst\" note \"Hinterhaus\" Mobil +4915123456789, Mobil +491601234567, Arbeit +4930901820, Büro +491715554443",
            "19 NoNumber: BEGIN:VCARD",
        ],
    ),
    (
        "apple.csv",
        "UTF-8",
        "\t",
        &[
            "2 Anna|Beck of \"Beck GmbH\" note \"Hinterhaus\" Mobil +491711234567, Privat +4930901820",
            "3 Clara|Öztürk Mobil +4915212345678",
        ],
    ),
    (
        "broken.csv",
        "UTF-8",
        ";",
        &[
            "2 Anna|Beck note \"gut\" +491711234567",
            "3 BrokenQuotes: \"Bilal;Aydın;0172 1234567;die Anführungszeichen fehlen",
            "4 Clara|Öztürk note \"gut\\nauch\" +491731234567",
            "7 NoName: ;;0174 1234567;niemand",
            "8 NotANumber: Dora;Klein;110;",
            "9 NoNumber: Emil;Lang;;",
            "10 NotANumber: Farid;Haddad;0175 1234567 oder 0176 1234567;",
            "11 Greta|Voss note \"zu\" +491771234567 -TooManyFields: viele | Zellen",
            "12 NoNumber: Hans",
            "13 Ida|Beck note \"dieselbe Nummer\" +491711234567 = Row(0) by +491711234567",
        ],
    ),
    (
        "broken.vcf",
        "UTF-8",
        "",
        &[
            "1 CutOff: BEGIN:VCARD",
            "3 Anna|Beck +491711234567",
            "8 CutOff: BEGIN:VCARD",
            "13 Clara|Öztürk +491721234567 -NotANumber: siehe Notiz",
            "19 NotANumber: BEGIN:VCARD",
            "24 CutOff: BEGIN:VCARD",
        ],
    ),
    (
        "excel-de-sep.csv",
        "UTF-8",
        ";",
        &[
            "3 Anna|Beck of \"Beck \\\"&\\\" Co\" note \"Zeile 1\\nZeile 2\" +491711234567, +4930901820",
            "5 Clara|Öztürk note \"=1+1\" +4915212345678",
        ],
    ),
    (
        "excel-de.csv",
        "windows-1252",
        ";",
        &[
            "2 Anna|Beck Mobil +491711234567, +4930901820",
            "3 Jörg|Größer note \"zurückrufen\" Mobil +491711234568",
            "4 Rounded: Müller;;4,91711E+11;;",
            "6 Bilal|Aydin Mobil +4915212345678",
        ],
    ),
    (
        "excel-en.csv",
        "UTF-8",
        ",",
        &[
            "2 Anna|Beck of \"Beck Ltd\" note \"call after 9, please\" Mobil +447400123456",
            "3 Bilal|Aydin Mobil +497400123457",
        ],
    ),
    ("excel-unicode.txt", "UTF-16LE", "\t", &["2 Анна|Иванова +79123456789", "3 دانا|حداد +491711234567"]),
    ("excel-utf16-be.csv", "UTF-16BE", ";", &["2 Jörg|Größer +491711234567"]),
    ("feature-phone-2.1.vcf", "UTF-8", "", &["1 Jörg|Müller Mobil +491711234567", "7 Anke|Müller +491721234567"]),
    (
        "google-3.0.vcf",
        "UTF-8",
        "",
        &[
            "1 Anna Maria|Beck of \"Beck; Beck, Partner\" note \"Erste Zeile\\nZweite, mit ; und \\\\ darin und sehr lang, damit die Zeile gefaltet wird\" Mobil +491711234567, Arbeit +4930901820, Ferienhaus, Tirol +436601234567",
            "17 | of \"Praxis Dr. Aydın\" Arbeit +4989123456",
            "24 NoName: BEGIN:VCARD",
        ],
    ),
    (
        "google-old.csv",
        "UTF-16LE",
        ",",
        &["2 Anna|Beck of \"Beck GmbH\" Mobil +491711234567, Home +4930901820", "3 Bilal|Aydın Mobile +4915212345678"],
    ),
    (
        "google.csv",
        "UTF-8",
        ",",
        &[
            "2 Anna|Beck of \"Beck GmbH, Einkauf\" note \"Zeile 1\\nZeile 2\" Mobile +491711234567, Ferienhaus +436601234567, Ferienhaus +4317654321",
            "4 | of \"Praxis Aydın\" Work +4989123456",
            "5 😀 Clara|Öztürk Mobil +4915212345678",
        ],
    ),
    ("no-header.csv", "UTF-8", ",", &["1 Anna|Beck +491711234567", "2 Bilal|Aydın +491721234567"]),
    (
        "outlook-2.1.vcf",
        "windows-1252",
        "",
        &[
            "1 Jörg|Größer of \"Größer & Söhne, Einkauf\" note \"Erste Zeile\\nZweite: nur vormittags, über das Büro\" Arbeit +4930901820, Mobil +491711234567, Fax +4930901829",
        ],
    ),
    (
        "outlook-de.csv",
        "windows-1252",
        ",",
        &[
            "2 Jörgine|Größer of \"Größer & Söhne, Einkauf\" note \"Tür links\\nklingeln\" Fax +4930901829, Arbeit +4930901820, Mobil +491711234567",
            "4 | of \"Müller GmbH\" Arbeit +4989123456, Arbeit +4989123457",
            "5 Émile|Dupré Privat +33142685300, Telefon Assistent +49401234567",
        ],
    ),
    (
        "outlook-en.csv",
        "UTF-8",
        ",",
        &[
            "2 Anna Maria|Beck of \"Beck Ltd, Sales\" note \"Line one\\nLine \\\"two\\\", with comma\" Arbeit +4930901820, Mobil +491711234567",
            "4 Bilal|Aydın Mobil +4915212345678",
            "5 NoNumber: \"Clara\",\"\",\"Nobody\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"clara@example.org\",\"\",\"\"",
        ],
    ),
    (
        "thunderbird-4.0.vcf",
        "UTF-8",
        "",
        &[
            "1 Emma Lou|van der Berg of \"Gracht BV, Verkoop\" note \"Spricht Niederländisch\" Mobil +31612345678, Arbeit +31201234567, Fax +49201234568",
            "12 Farid|Haddad Mobil +491711112223",
        ],
    ),
    (
        "thunderbird-de.csv",
        "UTF-8",
        ",",
        &[
            "2 Anna|Beck of \"Beck GmbH\" note \"Sagt \\\"Du\\\", immer\" Arbeit +4930901820, Mobil +491711234567",
            "3 Bilal|Aydın Privat +4989123456",
        ],
    ),
    (
        "thunderbird-en.csv",
        "UTF-8",
        ",",
        &["2 Anna|Beck of \"Beck Ltd, Sales\" Arbeit +4930901820, Fax +4930901829, Mobil +491711234567"],
    ),
    ("unknown-header.csv", "UTF-8", ",", &["2 Anna|Beck +491711234567", "3 Bilal|Aydın +491721234567"]),
];

fn bytes(name: &str) -> Vec<u8> {
    fs::read(place::file("data/contacts").join(name)).unwrap()
}

#[test]
fn every_file_is_read_as_it_was_meant() {
    for (name, encoding, separator, rows) in FILES {
        let source = Source::open(&bytes(name), RULES.style).unwrap();
        let preview = source.preview(None);
        let told: Vec<String> = plan(&bytes(name)).unwrap().rows.iter().map(told).collect();
        assert_eq!(told, *rows, "{name}");
        assert_eq!(
            (preview.encoding.as_str(), preview.separator.as_deref().unwrap_or_default()),
            (*encoding, *separator)
        );
    }
}

#[test]
fn what_the_columns_mean_is_told_and_can_be_changed() {
    let source = Source::open(&bytes("excel-de.csv"), RULES.style).unwrap();
    let preview = source.preview(None);
    let number = |label: &str| Meaning::Number { label: label.into() };
    assert_eq!((preview.kind, preview.total), (FileKind::Table, 4));
    assert_eq!(preview.headers, ["Name", "Vorname", "Handy", "Telefon", "Bemerkung"]);
    let meanings = [Meaning::Family, Meaning::Given, number("Mobil"), number(""), Meaning::Note];
    assert_eq!(preview.mapping.columns, meanings);
    assert_eq!(preview.first[0], ["Beck", "Anna", "0171 1234567", "030 901820", ""]);

    let mut mapping = preview.mapping;
    mapping.columns[2] = Meaning::Ignored;
    mapping.has_header = false;
    assert_eq!(source.preview(Some(mapping.clone())).total, 5);
    let plan = source.plan(&mapping, &RULES, &Known::new(), &mut go_on).unwrap();
    let told: Vec<String> = plan.rows.iter().take(2).map(told).collect();
    assert_eq!(told, ["1 NotANumber: Name;Vorname;Handy;Telefon;Bemerkung", "2 Anna|Beck +4930901820"]);
}

#[test]
fn cards_are_shown_before_they_are_taken_over() {
    let source = Source::open(&bytes("google-3.0.vcf"), RULES.style).unwrap();
    let preview = source.preview(None);
    assert_eq!((preview.kind, preview.total, preview.separator), (FileKind::VCard, 3, None));
    let first = ["Anna Maria Beck", "Beck; Beck, Partner", "+49 171 1234567, 030 901820, +43 660 1234567"];
    assert_eq!(preview.first[0], first);
}

#[test]
fn labels_come_in_the_language_of_the_person() {
    let source = Source::open(&bytes("apple-3.0.vcf"), Style::English).unwrap();
    let rules = Rules { style: Style::English, ..RULES };
    let plan = source.plan(&source.mapping(), &rules, &Known::new(), &mut go_on).unwrap();
    let labels: Vec<&str> = ready(&plan)[0].numbers.iter().map(|number| number.label.as_str()).collect();
    assert_eq!(labels, ["Mobile", "Mobile", "Work", "Büro"]);
}

#[test]
fn what_is_no_address_book_is_named() {
    let open = |bytes: &[u8]| Source::open(bytes, RULES.style).err();
    assert!(matches!(open(b""), Some(ExchangeError::Empty)));
    assert!(matches!(open(b"\xef\xbb\xbf\r\n \r\n"), Some(ExchangeError::Empty)));
    assert!(matches!(open(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"), Some(ExchangeError::NotText)));
    assert!(matches!(open(&vec![b'a'; 50 * 1024 * 1024 + 1]), Some(ExchangeError::TooLarge)));
    assert!(matches!(open("Name;".repeat(1_001).as_bytes()), Some(ExchangeError::TooManyColumns)));
    assert!(matches!(open("Anna\n".repeat(250_001).as_bytes()), Some(ExchangeError::TooManyRows)));
}

#[test]
fn the_real_files_are_read_where_they_are_there() {
    let folder = place::file("../../shared/samples/vcards");
    for (name, rows) in [
        ("John_Doe_ANDROID.vcf", 6),
        ("John_Doe_EVOLUTION.vcf", 1),
        ("John_Doe_GMAIL.vcf", 1),
        ("John_Doe_MS_OUTLOOK.vcf", 1),
        ("gmail-list.vcf", 3),
        ("rfc2426-example.vcf", 2),
        ("rfc6350-example.vcf", 1),
    ] {
        let Ok(file) = fs::read(folder.join(name)) else { continue };
        let source = Source::open(&file, RULES.style).unwrap();
        let rules = Rules { country: "US".parse().unwrap(), ..RULES };
        let plan = source.plan(&source.mapping(), &rules, &Known::new(), &mut go_on).unwrap();
        let told: Vec<String> = plan.rows.iter().map(told).collect();
        assert_eq!(told.len(), rows, "{name}: {told:#?}");
        println!("{name}: {told:#?}");
    }
}

#[test]
fn no_file_is_forgotten() {
    let mut there: Vec<String> = fs::read_dir(place::file("data/contacts"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect();
    there.sort_unstable();
    let mut tested: Vec<&str> = FILES.iter().map(|(name, ..)| *name).collect();
    tested.sort_unstable();
    assert_eq!(there, tested);
}
