//! Twenty years of messages, made up, for measuring what many cost.

use famulor_sms_core::store::StoreError;
use rusqlite::Connection;

/// What is looked for in them: single letters, parts of words that are frequent, rare or nowhere, several words, numbers.
pub const SEARCHES: [&str; 28] = [
    "e",
    "n",
    "x",
    "#",
    "te",
    "in",
    "zz",
    "qq",
    "ter",
    "xyl",
    "qqq",
    "termin",
    "arzttermin",
    "xylophonkonzert",
    "terminal",
    "versichertenkarte",
    "müller",
    "anna beck termin",
    "günther schröder",
    "0171 1000",
    "4567",
    "00491710000",
    "171000003",
    "vorgang 123456",
    "um 15",
    "beck bach zz",
    "vertrauen arzttermin karte",
    "lieferung fahrzeug",
];

/// When the first message was written, in milliseconds since 1970.
pub const FIRST: i64 = 1_200_000_000_000;

/// So many milliseconds lie between two messages: ten minutes.
pub const EVERY: i64 = 600_000;

/// Fills an empty database with so many messages through the real triggers; then come their states, past the rule that a
/// message begins as queued. Whether there was anything to be done.
///
/// # Errors
/// [`StoreError`].
pub fn fill(connection: &mut Connection, messages: i64) -> Result<bool, StoreError> {
    let there: i64 = connection.query_row("SELECT count(*) FROM message", [], |row| row.get(0))?;
    if there > 0 {
        return Ok(false);
    }
    let rules: String = connection.query_row(
        "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE name IN ('message_begins_queued')",
        [],
        |row| row.get(0),
    )?;
    let transaction = connection.transaction()?;
    transaction.execute_batch("DROP TRIGGER message_begins_queued")?;
    transaction.execute(INSERT, [messages, FIRST, EVERY])?;
    transaction.execute_batch(&rules)?;
    transaction.execute_batch(
        "INSERT INTO message_event (message_id, at, state) SELECT id, created_at, 'queued' FROM message;
         INSERT INTO message_event (message_id, at, state) SELECT id, created_at + 5000, 'sending' FROM message;
         INSERT INTO message_event (message_id, at, state) SELECT id, created_at + 6000, state FROM message;",
    )?;
    transaction.commit()?;
    Ok(true)
}

/// 97 of 100 are sent; some hundred first and family names, 20,000 numbers, twelve senders; texts of some 90 characters.
const INSERT: &str = "
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?1),
    made (n, who, what) AS (SELECT n, (n * 7919) % 20000, (n * 104729) % 999983 FROM counted)
    INSERT INTO message (uuid, draft_id, state, recipient_name, recipient_number, body, sender_id, sender_number,
        account_email, key_generation, predicted_segments, billed_segments, cost, currency, created_at, due_at)
    SELECT printf('u%d', n), printf('d%d', n),
        CASE WHEN what % 100 < 97 THEN 'sent' WHEN what % 100 = 97 THEN 'rejected' WHEN what % 100 = 98 THEN 'not-sent'
             WHEN what % 1000 = 99 THEN 'unclear' ELSE 'cancelled' END,
        json('[\"Anna\",\"Bilal\",\"Clara\",\"Dörte\",\"Émile\",\"Fatma\",\"Günther\",\"Hélène\",\"Ilse\",\"José\"]')
            ->> (who % 10) || ' ' ||
        ('[\"Beck\",\"Müller\",\"Groß\",\"Schroeder\",\"Yılmaz\",\"Nowak\",\"Özdemir\",\"Weiß\",\"Krämer\",\"Huber\"]'
            ->> (who / 10 % 10)) || '-' ||
        ('[\"Lang\",\"Kurz\",\"Stein\",\"Bach\",\"Feld\",\"Wald\",\"Berg\",\"Tal\",\"Hof\",\"Dorf\"]' ->> (who / 100 % 10)),
        printf('+4917%08d', 10000000 + who * 37),
        ('[\"Guten Tag, Ihr Arzttermin ist am\",\"Bitte denken Sie an den Termin am\",\"Ihre Bestellung ist fertig seit dem\",
           \"Wir haben versucht Sie anzurufen am\",\"Die Lieferung kommt voraussichtlich am\",\"Ihr Fahrzeug ist abholbereit ab dem\"]'
            ->> (what % 6)) || printf(' %d.%d. um %d:%02d Uhr. ', what % 28 + 1, what % 12 + 1, what % 10 + 8, what % 60) ||
        ('[\"Bitte bringen Sie Ihre Versichertenkarte mit.\",\"Rückfragen gern unter der bekannten Nummer.\",
           \"Mit freundlichen Grüßen, Ihr Team\",\"Vielen Dank für Ihr Vertrauen!\",\"Parken können Sie im Hof.\"]'
            ->> (what / 6 % 5)) || printf(' Vorgang %d', what) || CASE WHEN n % 250000 = 7 THEN ' Xylophonkonzert zz' ELSE '' END,
        n % 12 + 1, printf('+4930%06d', n % 12), 'office@example.org', 1, 1 + what % 3, 1 + what % 3,
        CASE WHEN what % 100 < 97 THEN ('[\"0.0750\",\"0.1500\",\"0.2250\"]' ->> (what % 3)) END,
        CASE WHEN what % 100 < 97 THEN 'EUR' END, ?2 + n * ?3, ?2 + n * ?3
    FROM made";
