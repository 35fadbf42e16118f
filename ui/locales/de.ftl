# Every word of Famulor SMS in German. The window and the program read this same file.
# Sie-form; "gesendet" never means delivered. SMS-Teile, not segments.

## The window

window-title = Famulor SMS
window-title-practice = Übung – Famulor SMS
practice-banner = Übung: Es wird nichts wirklich gesendet.
host-banner = Dieses Fenster spricht nicht mit Famulor, sondern mit { $host }.
navigation =
    .aria-label = Bereiche
nav-new-message = Neue Nachricht
nav-outbox = Postausgang
outbox-badge =
    { $count ->
        [one] Eine Nachricht wartet auf Ihre Antwort
       *[other] { $count } Nachrichten warten auf Ihre Antwort
    }
nav-history = Verlauf
nav-contacts = Kontakte
nav-templates = Vorlagen
nav-settings = Einstellungen
account-summary = Guthaben { $balance }

## New message

new-message-title = Neue Nachricht
recipient-label = Empfänger
recipient-input =
    .placeholder = Name oder Telefonnummer
recipient-suggestions =
    .aria-label = Passende Kontakte
recipient-suggestions-count =
    { $count ->
        [one] Ein passender Kontakt
       *[other] { $count } passende Kontakte
    }
recipient-landline = Das ist ein Festnetzanschluss: Eine SMS kommt dort vielleicht nicht an oder wird vorgelesen.
recipient-not-known = Im Nummernplan steht diese Nummer nicht. Bitte prüfen Sie sie noch einmal.
recipient-abroad = Das ist eine Nummer im Ausland.
recipient-remove = Empfänger { $name } entfernen
recent-messages = Zuletzt an diesen Empfänger
sender-label = Absender
sender-option = { $name } · { $number }
sender-option-not-sms-capable = { $sender } – kann keine SMS senden
sender-option-no-subscription = { $sender } – Abonnement nicht aktiv
sender-option-not-allowed = { $sender } – von Ihrer Organisation nicht erlaubt
sender-choose = Bitte wählen
sender-none = Noch keine Nummer
sender-help-no-key = Ihre Nummern stehen hier, sobald Ihr Konto eingerichtet ist.
sender-help-loading = Ihre Nummern werden geholt …
sender-help-none = Zu Ihrem Konto gehört keine Nummer. Sie buchen eine im Dashboard von Famulor.
sender-help-none-usable = Keine Ihrer Nummern kann SMS senden. Sie buchen eine im Dashboard von Famulor.
sender-help-set = Ihre Organisation hat { $number } als Absender festgelegt, und mit diesem Konto kann davon nicht gesendet werden. Bitte fragen Sie Ihre IT.
text-label = Nachricht
insert-template = Vorlage einfügen …
text-filled = In den Text eingesetzt: { $values }
text-unfilled = Noch auszufüllen:
text-meter = { $count } von { $limit } Zeichen
text-meter-parts =
    { $parts ->
        [one] 1 SMS-Teil
       *[other] { $parts } SMS-Teile
    }
text-meter-gsm-7 = Standardzeichen
text-meter-left = noch Platz für { $left } in diesem Teil
text-meter-ucs-2 = Sonderzeichen
text-meter-over =
    { $count ->
        [one] 1 Zeichen zu viel
       *[other] { $count } Zeichen zu viel
    }
text-forcing = { $characters }: Mit solchen Sonderzeichen passt weniger Text in einen SMS-Teil.
text-costly =
    { $count ->
        [one] Ein Zeichen macht daraus { $parts } SMS-Teile statt { $without }: { $characters }
       *[other] { $count } Zeichen machen daraus { $parts } SMS-Teile statt { $without }: { $characters }
    }
text-replace = Ersetzen …
text-replace-title = Das ändert sich im Text:
text-replace-pair = { $from } → { $to }
text-replace-pairs = { $pair } ({ $count }-mal)
text-replace-yes =
    { $parts ->
        [one] Ersetzen: dann 1 SMS-Teil
       *[other] Ersetzen: dann { $parts } SMS-Teile
    }
text-replaced =
    { $count ->
        [one] Ein Zeichen ist ersetzt.
       *[other] { $count } Zeichen sind ersetzt.
    }
character-nothing = nichts
character-space = Leerzeichen
character-line-end = Zeilenumbruch
character-special-space = besonderes Leerzeichen
character-invisible = unsichtbares Zeichen
cost-no-recipient = Noch kein Preis: Er hängt vom Empfänger ab.
cost-none = Noch kein Preis bekannt.
cost-none-in = Noch kein Preis bekannt ({ $country }): Ihn zeigt Ihre erste SMS dorthin.
cost-learned = Etwa { $cost }, nach Ihrer letzten SMS dorthin ({ $country }, { $when }).
cost-learned-otherwise = Etwa { $cost }, nach Ihrer letzten SMS dorthin ({ $country }, { $when }), die einen anderen Absender hatte.
cost-balance = Guthaben jetzt: { $now }.
cost-after = Guthaben danach: { $after }.
cost-after-waiting = Guthaben nach dieser SMS und allem, was vorher gesendet wird: { $after }.
cost-drift = Ihre SMS vom { $when } ({ $country }) wurde mit { $billed } statt { $predicted } SMS-Teilen abgerechnet. Das kann auch hier geschehen.
short-now = Ihr Guthaben reicht nicht: Es beträgt { $now }.
short-waiting = Davon sind etwa { $waiting } für das, was vorher gesendet wird.
short-after = Nach dieser SMS wären es { $after }.
short-advice = Bitte laden Sie es vorher auf, sonst lehnt Famulor die SMS voraussichtlich ab.
short-spoken = Das Guthaben reicht nicht.
hint-asks-for-reply = „{ $words }“: Antworten kommen hier nicht an. Nennen Sie besser Telefon oder E-Mail.
hint-other-salutation = Im Text steht „{ $said }“, er geht aber an { $recipient }.
hint-silence = Nicht mehr anzeigen
hint-silenced = Solche Hinweise erscheinen nicht mehr. Sie finden sie in den Einstellungen.
send = Senden
send-practice = Übung: Senden
send-busy = Wird gesendet …
send-later = Später senden: { $when }
send-later-practice = Übung: Später senden: { $when }
outcome-sending = Wird gesendet …
outcome-to = An { $recipient }
outcome-outbox = Im Postausgang zeigen
recipient-with-name = { $name } · { $number }
service-says = Famulor meldet: „{ $detail }“
ask-title = Trotzdem senden?
ask-same-again = Diesen Text an diese Nummer gab es schon: { $when }. Stand: { $state }.
ask-do-not-write = Sie haben am { $when } vermerkt, dass diesem Empfänger nicht geschrieben werden soll.
ask-do-not-write-reason = Sie haben am { $when } vermerkt, dass diesem Empfänger nicht geschrieben werden soll: { $reason }
ask-send = Trotzdem senden
ask-back = Zurück
save-contact-title = { $number } als Kontakt speichern?
contact-name-input =
    .placeholder = Name
save-contact = Speichern
save-contact-done = { $name } ist jetzt ein Kontakt.
draft-not-kept = Der Text kann gerade nicht gespeichert werden. Er steht nur in diesem Fenster: Bitte schließen Sie es nicht.
later = Später senden …
later-not = Doch gleich senden
later-legend = Später senden
later-day = Tag
later-today = Heute, { $date }
later-hour = Stunde
later-minute = Minute
later-hint = Ortszeit ({ $zone }). Das Programm muss dann laufen, das Fenster darf dabei geschlossen sein.
later-missing = Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden. Gesendet wird um { $time }.
later-twice = Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhren zurückgestellt werden. Gesendet wird beim ersten Mal.
later-passed = Die gewählte Zeit ist vorbei ({ $when }). Die Nachricht geht beim Senden gleich hinaus, wenn Sie keine neue wählen.
later-due = Wird gesendet: { $when }
repeats = Sendet die Nachricht vom { $when } noch einmal.
drafts-title = Angefangene Nachrichten
drafts-discarded = Der Entwurf an { $who } ist verworfen.
draft-no-recipient = noch ohne Empfänger
draft-go-on = Weiterschreiben
draft-go-on-spoken = Weiterschreiben: { $who }
draft-discard = Verwerfen
draft-discard-spoken = Verwerfen: { $who }
link-region =
    .aria-label = Aus einem Link
copied-waits = Sie haben die Nummer { $recipient } kopiert.
link-waits = Ein Link möchte an { $recipient } schreiben.
link-waits-text = Ein Link möchte eine Nachricht schreiben.
link-take = Übernehmen
link-discard = Verwerfen
link-others = Der Link nennt außerdem { $others }. Eine Nachricht geht nur an einen Empfänger.
link-others-more = Der Link nennt außerdem { $others } und { $count } weitere. Eine Nachricht geht nur an einen Empfänger.
link-extension = Die Nebenstelle { $extension } ist per SMS nicht erreichbar und wurde weggelassen.
link-cut = Der Link war zu lang: Sein Ende fehlt.
update-region =
    .aria-label = Neuere Version
update-words = Version { $version } ist da.
update-words-news = Version { $version } ist da. Neu ist:
update-loading = Version { $version } wird heruntergeladen. Danach startet das Programm neu; Ihr Text bleibt.
update-now = Aktualisieren
update-later = Später
update-skip = Diese Version überspringen
undo-region =
    .aria-label = Gerade gesendet
undo-words = An { $recipient }: geht in { $seconds } s hinaus
undo-spoken =
    { $seconds ->
        [one] Die Nachricht an { $recipient } geht in einer Sekunde hinaus. { $keys } nimmt sie zurück.
       *[other] Die Nachricht an { $recipient } geht in { $seconds } Sekunden hinaus. { $keys } nimmt sie zurück.
    }
undo = Rückgängig
undo-send-now = Jetzt senden

## Notices

notice-dismiss =
    .aria-label = Hinweis schließen
notice-settings-set-aside = Ihre Einstellungen waren beschädigt. Es gelten die Voreinstellungen; Kontakte und Verlauf sind nicht betroffen.
notice-restored = Die Daten waren beschädigt und wurden beiseitegelegt. In Gebrauch ist die Sicherung vom { $when }: Was danach geschrieben wurde, fehlt vielleicht, und was bis dahin nicht gesendet war, ist als unklar vermerkt. Auch ein Text im Formular kann inzwischen gesendet worden sein: Bitte sehen Sie nach.
notice-restored-empty = Die Daten waren beschädigt und wurden beiseitegelegt. Eine Sicherung gab es nicht: Kontakte, Verlauf und Entwürfe beginnen neu.
notice-damaged = Die Daten auf diesem Computer sind beschädigt. Bis zum nächsten Start wird nichts mehr gesendet. Bitte schließen Sie das Programm und starten Sie es neu: Es verwendet dann die neueste Sicherung.
notice-held =
    { $count ->
        [one] Eine Nachricht wartet auf Sie. Sie wurde noch nicht gesendet.
       *[other] { $count } Nachrichten warten auf Sie. Sie wurden noch nicht gesendet.
    }
notice-unclear =
    { $count ->
        [one] Bei einer Nachricht ist unklar, ob sie gesendet wurde.
       *[other] Bei { $count } Nachrichten ist unklar, ob sie gesendet wurden.
    }
notice-show-outbox = Postausgang öffnen
notice-key-asking = Der Schlüsselbund wird nach Ihrem API-Schlüssel gefragt. Falls ein Fenster nach einem Kennwort fragt, antworten Sie bitte dort.
notice-key-missing = Zum Senden fehlt noch Ihr Famulor-Konto.
notice-set-up = Konto einrichten
notice-key-this-run-only = Ihr API-Schlüssel wird nur behalten, bis Sie das Programm beenden.
notice-retry = Erneut versuchen
notice-key-for-now = Schlüssel nur für jetzt eingeben
notice-open-settings = Einstellungen öffnen

## History

history-title = Verlauf
history-today = Heute
history-yesterday = Gestern
history-empty-title = Noch keine Nachrichten
history-empty = Was Sie senden, steht danach hier, mit Zeit, SMS-Teilen und Kosten.
write-message = Nachricht schreiben
history-more = Ältere zeigen
history-loading = Der Verlauf wird geladen …
history-newer = Neuere zeigen
history-newest = Zurück zu den neuesten
history-search =
    .aria-label = Im Verlauf suchen
    .placeholder = Name, Nummer oder Text
history-none-title = Nichts gefunden
history-none = Zu dieser Suche und diesen Filtern gibt es keine Nachricht.
history-clear = Suche und Filter löschen
filter = Filter
filter-counted = Filter ({ $count })
filter-state = Stand
filter-state-all = Jeder Stand
filter-sender = Absender
filter-sender-all = Jeder Absender
filter-period = Zeitraum
filter-month = Monat
filter-jump = Zu einem Monat springen
jump-newest = Neueste zuerst
period-all = Alle
period-today = Heute
period-week = Letzte 7 Tage
period-month = Letzte 30 Tage
period-year = Dieses Jahr
period-one-month = Ein Monat …
sum-messages =
    { $count ->
        [one] 1 Nachricht
       *[other] { $count } Nachrichten
    }
sum-parts =
    { $parts ->
        [one] 1 SMS-Teil
       *[other] { $parts } SMS-Teile
    }
history-export = Als CSV speichern …
export-progress = { $done } von { $total } geschrieben
export-cancel = Abbrechen
export-done =
    { $count ->
        [one] Eine Nachricht ist in der Datei.
       *[other] { $count } Nachrichten sind in der Datei.
    }
export-cancelled = Abgebrochen. Es wurde keine Datei geschrieben.
row-from = Von { $sender }
row-billed-differs = Anders abgerechnet als erwartet
row-open = Einzelheiten
row-open-spoken = Einzelheiten: { $recipient }, { $when }
row-send-now = Jetzt senden
row-change = Ändern
row-take-back = Rückgängig
row-discard = Verwerfen
row-call-off = Nicht senden
row-settle-sent = Sie wurde gesendet
row-settle-not-sent = Sie wurde nicht gesendet
row-settle-unknown = Ich weiß es noch nicht
row-dashboard = Dashboard öffnen
row-again = Noch einmal senden
row-write = An diesen Empfänger schreiben
row-reuse = Text für jemand anderen
row-proof = Versandbeleg drucken …
row-delete = Löschen …
row-delete-recipient = Alle mit diesem Empfänger löschen …
row-unclear-help = Bitte sehen Sie im Dashboard von Famulor bei den gesendeten SMS nach. Steht die Nachricht dort nicht, fragen Sie den Empfänger. Sagen Sie danach hier, was war.
evidence-pending = Guthaben vorher: { $before }. Etwa 15 Sekunden nach dem Senden wird noch einmal danach gefragt.
evidence-same = Guthaben vorher { $before }, danach { $after } ({ $when }): unverändert. Das spricht gegen ein Senden, beweist aber nichts: Die Abbuchung kann später kommen.
evidence-changed = Guthaben vorher { $before }, danach { $after } ({ $when }). Das spricht für ein Senden, beweist aber nichts: Auch anderes kann abgebucht worden sein.
undecided = Am { $when } haben Sie vermerkt, dass Sie es noch nicht wissen.

## Contacts

contacts-title = Kontakte
contact-new = Neuer Kontakt
contacts-search =
    .aria-label = Kontakte durchsuchen
    .placeholder = Name, Firma oder Nummer
contacts-favourites = Favoriten
contacts-letters =
    .aria-label = Buchstaben
contacts-letter-all = Alle
contacts-letter =
    { $count ->
        [one] { $letter }: ein Kontakt
       *[other] { $letter }: { $count } Kontakte
    }
contacts-first = Favoriten und zuletzt angeschrieben
contacts-loading = Die Kontakte werden geladen …
contacts-empty-title = Noch keine Kontakte
contacts-empty = Mit Kontakten tippen Sie einen Namen statt einer Nummer.
contacts-none = Kein Kontakt passt dazu.
contacts-clear = Alle Kontakte zeigen
contacts-more = Weitere zeigen
contacts-before = Vorherige zeigen
contact-favourite = Favorit
contact-do-not-write = nicht anschreiben
contact-write = Schreiben
contact-write-spoken = Nachricht schreiben: { $recipient }
contact-title = Kontakt
contact-landline = Festnetz
contact-no-number = Dieser Kontakt hat noch keine Nummer.
contact-edit = Bearbeiten
contact-bar = Nicht anschreiben …
contact-bar-yes = Vermerken
contact-unbar = Darf wieder angeschrieben werden
contact-barred = Nicht anschreiben. Vermerkt am { $when }.
contact-barred-reason = Nicht anschreiben. Vermerkt am { $when }: { $reason }
contact-merge = Zusammenführen …
contact-delete = Löschen
contact-thread = Nachrichten
contact-thread-none = Noch keine Nachrichten an diesen Kontakt.
contact-deleted = { $name } ist gelöscht.
contact-back = { $name } ist wieder da.
contact-merged = Beide sind jetzt ein Kontakt: { $name }.
contact-unmerged = Es sind wieder zwei Kontakte.
contact-saved = { $name } ist gespeichert.
contact-form-new = Neuer Kontakt
contact-form-edit = Kontakt bearbeiten
contact-given = Vorname
contact-family = Nachname
contact-organisation = Firma
contact-numbers = Telefonnummern
contact-number-typed =
    .placeholder = Nummer
contact-number-label =
    .placeholder = z. B. mobil
contact-number-spoken = Nummer { $number }
contact-label-spoken = Wie Nummer { $number } heißt
contact-number-remove = Nummer { $number } entfernen
contact-number-add = Nummer hinzufügen
contact-note = Notiz
save = Speichern
merge-title = Welcher Kontakt ist derselbe?
merge-text = { $name } bleibt und übernimmt Nummern und Notizen des Kontakts, den Sie hier wählen. Das lässt sich zurücknehmen.
merge-search = Kontakte durchsuchen
merge-none = Kein anderer Kontakt passt.
same-number-title = Kontakte mit derselben Nummer
same-number-text = Ist es dieselbe Person, machen Sie aus beiden einen Kontakt: Der ältere bleibt und übernimmt Nummern und Notizen des anderen. Das lässt sich zurücknehmen.
same-number-none = Keine zwei Kontakte teilen sich eine Nummer.
same-number-merge = Zusammenführen
same-number-merge-spoken = Zusammenführen: { $one } und { $other }
same-number-undo-spoken = Rückgängig: { $one } und { $other }
contacts-same-number = { $count } Kontakte teilen sich eine Nummer …
contacts-same-number-many = Viele Kontakte teilen sich eine Nummer …
bar-title = Nicht anschreiben: { $name }
bar-reason = Warum? (darf leer bleiben)
bar-text = Vor einer Nachricht an diesen Kontakt werden Sie dann erst gefragt.

## Contacts from a file

contacts-import = Importieren …
contacts-export-vcard = Als vCard speichern …
import-title = Kontakte importieren
import-about-v-card =
    { $count ->
        [one] Eine Visitenkarte
       *[other] { $count } Visitenkarten
    }
import-about-table =
    { $count ->
        [one] Eine Tabelle mit einer Zeile ({ $encoding })
       *[other] Eine Tabelle mit { $count } Zeilen ({ $encoding })
    }
import-header = Die erste Zeile benennt die Spalten
import-table =
    .aria-label = Der Anfang der Datei
import-column = Spalte { $number }
import-meaning = Was in der Spalte { $column } steht
meaning-ignored = Weglassen
meaning-given = Vorname
meaning-family = Nachname
meaning-full-name = Ganzer Name
meaning-organisation = Firma
meaning-department = Abteilung
meaning-number = Telefonnummer
meaning-number-label = Art der Nummer
meaning-note = Notiz
meaning-favourite = Favorit
meaning-do-not-write = Nicht anschreiben
meaning-do-not-write-since = Nicht anschreiben seit
import-ready =
    { $count ->
        [0] In der Datei ist niemand neu.
        [one] Ein neuer Kontakt steht bereit.
       *[other] { $count } neue Kontakte stehen bereit.
    }
import-parts =
    { $count ->
        [one] Eine Angabe davon ist nicht lesbar und wird weggelassen.
       *[other] { $count } Angaben davon sind nicht lesbar und werden weggelassen.
    }
import-duplicates =
    { $count ->
        [one] Einer hat eine Nummer, die es schon gibt:
       *[other] { $count } haben eine Nummer, die es schon gibt:
    }
duplicates-skip = Weglassen
duplicates-merge = Beim vorhandenen Kontakt ergänzen, was fehlt
duplicates-add-anyway = Als eigenen Kontakt hinzufügen
import-duplicate-contact = Zeile { $line }: { $name }, { $number }. Ist schon Kontakt: { $other }
import-duplicate-file = Zeile { $line }: { $name }, { $number }. Steht auch in der Datei: { $other }
import-unreadable =
    { $count ->
        [0] Nicht lesbar:
        [one] Eine Zeile ist nicht lesbar und bleibt draußen:
       *[other] { $count } Zeilen sind nicht lesbar und bleiben draußen:
    }
import-unreadable-line = Zeile { $line }: { $reason } ({ $content })
import-unreadable-save = Nicht Lesbares speichern …
unreadable-no-number = keine Telefonnummer
unreadable-no-name = kein Name
unreadable-not-a-number = keine gültige Telefonnummer
unreadable-rounded = eine Tabellenkalkulation hat die Nummer gerundet
unreadable-broken-quotes = ein Anführungszeichen fehlt
unreadable-cut-off = die Visitenkarte hat kein Ende
unreadable-too-many-fields = zu viele Zellen
unreadable-too-long = zu lang
import-apply = Importieren
import-running = Wird importiert …
import-cancelled = Abgebrochen. Es wurde nichts geändert.
import-undo = Import zurücknehmen
import-undone = Der Import ist zurückgenommen.
import-undone-removed =
    { $count ->
        [0] Es war kein Kontakt zu löschen.
        [one] Ein Kontakt ist gelöscht.
       *[other] { $count } Kontakte sind gelöscht.
    }
import-undone-restored =
    { $count ->
        [one] Einer ist wieder wie zuvor.
       *[other] { $count } sind wieder wie zuvor.
    }
import-undone-kept =
    { $count ->
        [one] Einer wurde seitdem geändert und bleibt.
       *[other] { $count } wurden seitdem geändert und bleiben.
    }
contacts-imports = Frühere Importe …
imports-title = Frühere Importe
imports-none = Es gibt keinen Import mehr, der sich zurücknehmen lässt.
imports-count =
    { $count ->
        [one] ein Kontakt
       *[other] { $count } Kontakte
    }
imports-undo = Import zurücknehmen
imports-undo-spoken = Import zurücknehmen: { $file }, { $when }
imports-ask-title = Diesen Import zurücknehmen?
imports-ask =
    { $count ->
        [one] Ein Kontakt kam aus „{ $file }“ ({ $when }) oder wurde dabei geändert. Kam er neu dazu, wird er gelöscht, sonst wird er wieder wie zuvor. Haben Sie ihn seitdem geändert, bleibt er. Das lässt sich nicht rückgängig machen.
       *[other] { $count } Kontakte kamen aus „{ $file }“ ({ $when }) oder wurden dabei geändert. Wer neu dazukam, wird gelöscht, die anderen werden wieder wie zuvor. Was Sie seitdem geändert haben, bleibt. Das lässt sich nicht rückgängig machen.
    }
imported-added =
    { $count ->
        [0] Es kam kein Kontakt hinzu.
        [one] Ein Kontakt kam hinzu.
       *[other] { $count } Kontakte kamen hinzu.
    }
imported-merged =
    { $count ->
        [one] Einer wurde mit einem vorhandenen zusammengeführt.
       *[other] { $count } wurden mit vorhandenen zusammengeführt.
    }
imported-skipped =
    { $count ->
        [one] Einer wurde weggelassen, weil es seine Nummer schon gab.
       *[other] { $count } wurden weggelassen, weil es ihre Nummern schon gab.
    }
imported-unreadable =
    { $count ->
        [one] Eine Zeile war nicht lesbar.
       *[other] { $count } Zeilen waren nicht lesbar.
    }
close = Schließen

## Templates

templates-title = Vorlagen
template-new = Neue Vorlage
templates-empty-title = Noch keine Vorlagen
templates-empty = Einen Text, den Sie oft schreiben, fügen Sie von hier mit zwei Klicks ein.
templates-none = Keine Vorlage passt dazu.
templates-import = Importieren …
templates-export-csv = Als CSV speichern …
templates-export-json = Als JSON speichern …
templates-imported =
    { $count ->
        [0] Keine Vorlage ist neu.
        [one] Eine Vorlage ist neu.
       *[other] { $count } Vorlagen sind neu.
    }
templates-known =
    { $count ->
        [one] Eine war schon da.
       *[other] { $count } waren schon da.
    }
file-saved = „{ $name }“ ist gespeichert.
template-saved = { $name } ist gespeichert.
template-edit = Bearbeiten
template-edit-spoken = Vorlage bearbeiten: { $name }
template-delete = Löschen
template-delete-spoken = Vorlage löschen: { $name }
template-up-spoken = Weiter nach oben: { $name }
template-down-spoken = Weiter nach unten: { $name }
template-moved = { $name } steht jetzt an Stelle { $place } von { $count }.
template-deleted = Die Vorlage { $name } ist gelöscht.
template-back = Die Vorlage { $name } ist wieder da.
template-form-new = Neue Vorlage
template-form-edit = Vorlage bearbeiten
template-name = Name
template-body = Text
template-body-hint = Diese Stellen füllen sich von selbst. Für anderes schreiben Sie ein Wort in geschweifte Klammern, etwa {"{"}Betrag{"}"}: Danach wird beim Einfügen gefragt.
template-placeholders =
    .aria-label = Füllt sich von selbst
template-language = Sprache des Textes
template-language-any = Wie das Fenster
template-search =
    .aria-label = Vorlagen durchsuchen
    .placeholder = Name oder Text
template-manage = Vorlagen bearbeiten
placeholder-first-name = Vorname
placeholder-last-name = Nachname
placeholder-organisation = Firma
placeholder-date = Datum
placeholder-time = Uhrzeit
answers-title = { $name }: Was soll eingesetzt werden?
answers-hint = Was Sie leer lassen, wird im Text markiert.
answers-yes = Einfügen

## Outbox

outbox-title = Postausgang
outbox-empty-title = Hier wartet nichts
outbox-empty = Hier steht, was auf Sie wartet, was unklar ist und was später gesendet wird.
outbox-held = Wartet auf Sie
outbox-held-lead = Diese Nachrichten wurden nicht gesendet. Sie entscheiden, was mit ihnen geschieht.
outbox-unclear = Unklar
outbox-unclear-lead = Diese Nachrichten wurden vielleicht gesendet. Das Programm sendet sie nie von selbst noch einmal.
outbox-later = Wird später gesendet
outbox-later-lead = Das Programm muss zu diesen Zeiten laufen. Was es verpasst, fragt es Sie beim nächsten Start.
outbox-discarded = Die Nachricht an { $recipient } ist verworfen. Ihr Text steht weiter im Verlauf.
outbox-called-off = Die Nachricht an { $recipient } wird nicht gesendet. Ihr Text steht weiter im Verlauf.
outbox-sending = Die Nachricht an { $recipient } wird jetzt gesendet.
outbox-noted = Vermerkt. Die Nachricht an { $recipient } steht jetzt im Verlauf.
outbox-noted-unknown = Vermerkt. Die Nachricht an { $recipient } bleibt hier, bis Sie es wissen.

## One message

detail-title = Nachricht
detail-close =
    .aria-label = Schließen
detail-steps = Ablauf
step-queued = In den Postausgang gelegt
detail-repeats = Sendet die Nachricht vom { $when } noch einmal ({ $state })
detail-repeated-by = Noch einmal gesendet: { $when } ({ $state })
detail-parts-predicted = { $predicted } vorhergesagt
detail-parts-unbilled = { $predicted } vorhergesagt, Abrechnung nicht bekannt
detail-parts-same = { $billed }, wie vorhergesagt
detail-parts-differ = { $billed } abgerechnet, { $predicted } vorhergesagt
detail-cost-predicted = etwa { $expected } erwartet
detail-cost-same = { $billed }, wie erwartet
detail-cost-differs = { $billed } abgerechnet, { $expected } erwartet
fact-written = Geschrieben
fact-due = Wird gesendet
fact-sender = Absender
fact-account = Konto
fact-parts = SMS-Teile
fact-cost = Kosten
fact-provider-id = Nummer bei Famulor
fact-recipient = Empfänger
fact-text = Text
fact-state = Stand
fact-sent = Gesendet
fact-noted = Vermerkt
fact-printed = Gedruckt
fact-unknown = nicht bekannt
delete-title = Nachricht löschen?
delete-text = Die Nachricht an { $recipient } ist dann sofort von diesem Computer gelöscht, aus den Sicherungen innerhalb eines Tages. Bei Famulor bleibt sie.
delete-confirm = Löschen
delete-recipient-title = Alle Nachrichten mit diesem Empfänger löschen?
delete-recipient-text = Alle Nachrichten an { $recipient } sind dann sofort von diesem Computer gelöscht, aus den Sicherungen innerhalb eines Tages. Was noch wartet oder unklar ist, bleibt.
delete-recipient-confirm = Alle löschen
deleted =
    { $count ->
        [one] Eine Nachricht ist gelöscht.
       *[other] { $count } Nachrichten sind gelöscht.
    }
deleted-kept =
    { $count ->
        [one] Eine bleibt, weil sie noch wartet oder unklar ist.
       *[other] { $count } bleiben, weil sie noch warten oder unklar sind.
    }
proof-title = Versandbeleg
proof-no-delivery = Dies ist kein Zustellnachweis: Ob die SMS angekommen ist, geht daraus nicht hervor.
proof-settled = Gesendet, von Hand vermerkt: Famulor selbst hat es nicht bestätigt
proof-printed = { $when }, am Computer angemeldet: { $user }

## Settings

settings-title = Einstellungen
settings-account = Konto
settings-account-name = Name
settings-account-email = E-Mail
settings-account-balance = Guthaben
settings-account-unknown = noch nicht bekannt
settings-key = API-Schlüssel
key-state-asking = Der Schlüsselbund wird gefragt …
key-state-missing = Noch keiner hinterlegt
key-state-stored = Sicher im Schlüsselbund
key-state-this-run-only = Nur im Arbeitsspeicher, bis Sie das Programm beenden
key-state-unavailable = Der Schlüsselbund ist nicht erreichbar
key-state-practice = In der Übung wird keiner gebraucht
retry-keychain = Schlüsselbund erneut fragen
refresh-account = Aktualisieren
forget-key = Schlüssel entfernen …
forget-key-title = API-Schlüssel entfernen?
forget-key-text = Der Schlüssel wird aus dem Schlüsselbund gelöscht. Bis Sie wieder einen eingeben, kann nichts gesendet werden. Kontakte und Verlauf bleiben.
forget-key-confirm = Entfernen
cancel = Abbrechen
settings-change-key = Anderen API-Schlüssel verwenden
settings-set-key = API-Schlüssel eingeben
settings-hints = Hinweise beim Schreiben
settings-hints-text = Eine leise Zeile unter dem Text, nie eine Frage.
show-asks-for-reply = Wenn der Text um Antwort bittet
show-other-salutation = Wenn der Text jemand anderen anspricht als den Empfänger
settings-links = Links
settings-links-text = Ein Klick auf einen solchen Link auf einer Webseite oder in einer E-Mail öffnet dann das ausgefüllte Formular. Ein Link sendet nie etwas.
links-sms = SMS-Links (sms:) mit Famulor SMS öffnen
links-tel = Telefonnummern-Links (tel:) mit Famulor SMS öffnen
links-stay-on = Das System öffnet diese Links weiterhin mit Famulor SMS, weil es kein anderes Programm dafür kennt.
links-stay-off = Das System hat dies nicht übernommen. Bitte wählen Sie Famulor SMS in den Einstellungen des Systems für diese Links aus.
settings-desktop = Auf Ihrem Desktop
keep-running = Im Hintergrund weiterlaufen
keep-running-hint = Das Schließen des Fensters beendet das Programm dann nicht: Was später gesendet werden soll, geht pünktlich hinaus, und ein Symbol auf dem Desktop öffnet das Fenster wieder.
tray-missing = Ihr Desktop zeigt zurzeit kein solches Symbol. Ohne Symbol zeigt ein erneuter Start des Programms das Fenster.
autostart = Mit dem Desktop starten, ohne Fenster
autostart-hint = Verpasstes wird dabei nicht gesendet: Das Programm fragt Sie, wie bei jedem Start.
global-shortcut = Das Formular von überall mit { $keys } öffnen
global-shortcut-hint = Haben Sie eine Telefonnummer kopiert, wird sie eingetragen. Gesendet wird dadurch nichts.
global-shortcut-taken = { $keys } geht zurzeit nicht: Ein anderes Programm verwendet diese Tasten.
global-shortcut-unavailable = Das geht auf Ihrem Desktop nicht (Wayland): Er gibt Programmen keine solchen Tasten.
quit-program = Famulor SMS beenden
settings-display = Anzeige
settings-language = Sprache
settings-language-system = Wie das System
settings-language-de = Deutsch
settings-language-en = English
settings-theme = Farben
settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-sending = Senden
settings-default-country = Land für Nummern ohne Vorwahl
settings-default-country-system = Wie das System
settings-undo = Rückgängig nach dem Senden
settings-undo-hint = So lange können Sie eine Nachricht nach dem Senden noch zurücknehmen.
signature = Signatur
signature-hint = „Vorlage einfügen“ setzt sie unter einen Text.
undo-off = Aus, sofort senden
undo-seconds = { $seconds } Sekunden lang
settings-keeping = Verlauf aufbewahren
settings-keep = Nachrichten aufbewahren
settings-keep-hint = Ältere werden gelöscht. Was wartet oder unklar ist, bleibt immer.
keep-for-ever = Für immer
keep-months =
    { $months ->
        [one] 1 Monat
       *[other] { $months } Monate
    }
keep-title =
    { $months ->
        [one] Nachrichten löschen, die älter als 1 Monat sind?
       *[other] Nachrichten löschen, die älter als { $months } Monate sind?
    }
keep-text =
    { $count ->
        [0] Solche Nachrichten werden dann jetzt und künftig gelöscht. Was wartet oder unklar ist, bleibt.
        [one] Das ist jetzt eine Nachricht, und künftig jede, die so alt wird. Was wartet oder unklar ist, bleibt.
       *[other] Das sind jetzt { $count } Nachrichten, und künftig jede, die so alt wird. Was wartet oder unklar ist, bleibt.
    }
keep-confirm = Löschen
set-by-organisation = Von Ihrer Organisation festgelegt.
settings-network = Netzwerk
settings-proxy = Proxy auf dem Weg zu Famulor
proxy-system = Wie das System
proxy-none = Keiner, direkt verbinden
proxy-address = Ein anderer …
settings-proxy-address = Adresse des Proxys
proxy-address-hint = So wie proxy.example.com:3128, ohne Kennwort. Einen mit Kennwort kann Ihre IT einrichten.
settings-organisation = Ihre Organisation
settings-organisation-text = Das ist für diesen Computer festgelegt.
policy-sender = Absender
policy-countries = Erlaubte Länder
policy-per-day = Nachrichten am Tag
policy-updates = Neuere Versionen
policy-updates-on = Das Programm darf danach suchen
policy-updates-off = Das Programm sucht nicht danach
policy-practice = Übung
policy-practice-always = Immer an: Nichts wird wirklich gesendet
policy-practice-never = Nicht verfügbar
settings-updates = Neuere Versionen
updates-itself = Das Programm fragt Sie, bevor es etwas ändert.
updates-organisation = Ihre Organisation hat festgelegt, dass dieses Programm nicht nach neueren Versionen sucht.
updates-system = Neuere Versionen kommen mit Ihrem System, oder von denen, die das Programm auf diesem Computer für alle eingerichtet haben.
updates-nobody = Diese Fassung aktualisiert sich nicht selbst.
updates-practice = Die Übung sucht nicht nach neueren Versionen.
updates-looked = Zuletzt gesucht: { $when }.
look-for-updates = Einmal am Tag nach neueren Versionen suchen
look-for-updates-hint = Dabei wird nur eine Liste der Versionen gelesen. Über Sie und Ihre Nachrichten erfährt niemand etwas.
look-now = Jetzt suchen
updates-looking = Wird gesucht …
updates-none = Sie haben die neueste Version.
error-update-nothing = Zurzeit gibt es nichts zu aktualisieren; es wurde nichts geändert. Suchen Sie in den Einstellungen noch einmal.
error-update-unreachable = Die Liste der neueren Versionen ist nicht erreichbar. Es wurde nichts geändert. Prüfen Sie die Verbindung und versuchen Sie es später noch einmal.
error-update-answer = Die Liste der neueren Versionen ist nicht zu lesen. Es wurde nichts geändert. Versuchen Sie es später noch einmal.
error-update-sending = Gleich geht eine Nachricht hinaus. Es wurde nichts geändert; Sie werden danach noch einmal gefragt.
error-update-download = Das Herunterladen ist abgebrochen. Es wurde nichts geändert. Versuchen Sie es noch einmal.
error-update-too-large = Was da kommt, ist größer als jede Version dieses Programms und wurde verworfen. Es wurde nichts geändert. Fragen Sie, wer Ihren Computer betreut.
error-update-untrusted = Die neuere Version trägt nicht die richtige Unterschrift und wurde verworfen. Es wurde nichts geändert. Installieren Sie sie jetzt nicht auf anderem Weg; versuchen Sie es später noch einmal, oder fragen Sie, wer Ihren Computer betreut.
error-update-not-installed = Die neuere Version konnte nicht eingesetzt werden. Am Programm wurde nichts geändert. Prüfen Sie, ob noch Speicherplatz frei ist und Sie im Ordner des Programms schreiben dürfen, und versuchen Sie es noch einmal.
error-update-gone = Die neuere Version konnte nicht eingesetzt werden, und die Datei des Programms fehlt jetzt. An Ihren Nachrichten wurde nichts geändert. Installieren Sie das Programm bitte neu.
settings-backups = Sicherungen
settings-backups-text = Jeden Tag entsteht eine Sicherung auf diesem Computer, aufgehoben werden die letzten sieben. Für einen neuen Computer speichern Sie hier eine Kopie. Der API-Schlüssel ist nicht dabei.
backup-none = Noch gibt es keine Sicherung.
backup-latest =
    { $count ->
        [one] Letzte Sicherung: { $when }. Es gibt eine.
       *[other] Letzte Sicherung: { $when }. Es gibt { $count }.
    }
back-up-now = Jetzt sichern
backup-busy = Wird gesichert …
backup-done = Gesichert.
save-copy = Kopie speichern …
copy-saved = Die Kopie „{ $name }“ ist gespeichert. Sie enthält Ihre Kontakte und Nachrichten: Bewahren Sie sie sicher auf.
take-over-copy = Kopie übernehmen …
take-over-title = Daten aus einer Kopie übernehmen?
take-over-text = Als Nächstes wählen Sie die Datei. Danach gilt:
take-over-aside = Die jetzigen Daten werden beiseitegelegt, nicht gelöscht.
take-over-unclear = Nachrichten, die in der Kopie noch nicht fertig waren, werden unklar: Sie könnten seither gesendet worden sein.
take-over-restart = Das Programm startet neu.
take-over-confirm = Datei wählen …
starting-anew = Fertig. Das Programm startet neu …
settings-forget = Alles vergessen
settings-forget-text = Löscht alles, was Famulor SMS auf diesem Computer aufbewahrt. Das kann nicht rückgängig gemacht werden.
forget-all = Alles auf diesem Computer vergessen …
forget-all-title = Alles auf diesem Computer vergessen?
forget-all-text = Das kann nicht rückgängig gemacht werden. Gelöscht werden:
forget-all-key = der API-Schlüssel im Schlüsselbund
forget-all-messages = alle Nachrichten, auch die, die noch warten: Sie werden dann nicht gesendet
forget-all-drafts = alle Entwürfe
forget-all-contacts = alle Kontakte und Vorlagen
forget-all-backups = alle Sicherungen, beiseitegelegten Daten, Protokolle und Einstellungen
forget-all-check = Ja, alles davon löschen
forget-all-confirm = Alles vergessen
forget-all-busy = Wird gelöscht …

## Closing with something to be sent later

close-title = Es soll noch etwas gesendet werden
close-title-no-tray = Das Programm läuft ohne Symbol weiter
close-no-tray = Ihr Desktop hat keinen Platz für das Symbol des Programms. Darum ist nichts mehr von ihm zu sehen, wenn das Fenster geschlossen ist. Es läuft trotzdem weiter und sendet, was fällig ist. Starten Sie es noch einmal, um das Fenster zu sehen. Zum Beenden drücken Sie „Famulor SMS beenden“ in den Einstellungen.
close-text =
    { $count ->
        [one] Eine Nachricht wird später gesendet. Dafür muss das Programm weiterlaufen.
       *[other] { $count } Nachrichten werden später gesendet. Dafür muss das Programm weiterlaufen.
    }
close-quit-text = Wenn Sie es beenden, geht nichts verloren. Was dabei verpasst wird, wird nicht von selbst gesendet: Das Programm fragt Sie beim nächsten Start.
close-hide = Weiterlaufen lassen
close-quit = Beenden
close-back = Zurück
settings-practice = Übung
settings-practice-off = In der Übung probieren Sie alles aus, ohne dass etwas gesendet wird oder Geld kostet. Das Programm startet dafür neu; Ihre Kontakte und Ihr Verlauf bleiben, wie sie sind.
settings-practice-on = Sie sind in der Übung. Beenden Sie sie, startet das Programm neu, mit Ihren eigenen Kontakten und Ihrem Verlauf.
start-practice = Übung starten
end-practice = Übung beenden
settings-about = Über
open-dashboard = Dashboard von Famulor öffnen
settings-version = Famulor SMS { $version }

## The key form and the first run

api-key-label = API-Schlüssel
api-key-store = Prüfen und speichern
api-key-store-busy = Wird geprüft …
api-key-saved = Der Schlüssel gilt ab jetzt.
api-key-this-run-only = Nur für jetzt verwenden
api-key-help = Seite „API Keys“ öffnen
first-run-title = Willkommen bei Famulor SMS
first-run-lead = Eine SMS schreiben, senden und erfahren, was daraus wurde.
first-run-steps =
    .aria-label = Schritte der Einrichtung
first-run-step-practice = Übung
first-run-step-key = Konto
first-run-step-sender = Absender
first-run-step-finished = , erledigt
first-run-count = Schritt { $step } von 3
first-run-count-optional = Schritt { $step } von 3 · nur wenn Sie möchten
first-run-next = Ohne Übung weiter
first-run-back = Zurück
first-run-later = Später einrichten
first-run-practice-title = Erst ausprobieren
first-run-practice-text = In der Übung ist alles wie echt, aber nichts wird gesendet und nichts kostet Geld. Ein Konto brauchen Sie dafür nicht. Danach geht es hier beim nächsten Schritt weiter.
first-run-practice = Übung starten
first-run-key-title = Konto einrichten
first-run-do-open = Öffnen Sie bei Famulor die Seite „API Keys“.
first-run-do-make = Erstellen Sie dort einen Schlüssel und kopieren Sie ihn. Er wird nur ein einziges Mal angezeigt.
first-run-do-paste = Fügen Sie ihn hier ein.
first-run-key-kept = Er kommt in den Schlüsselbund Ihres Systems, sonst nirgendwohin.
first-run-to-sender = Weiter zum Absender
first-run-done-title = Ihr Konto ist eingerichtet
first-run-sender = Von welcher Nummer möchten Sie meistens senden?
first-run-sender-hint = Bei jeder Nachricht können Sie eine andere wählen.
first-run-begin = Erste Nachricht schreiben

## Help

help = Hilfe
help-guide = Anleitung
help-shortcuts = Tastenkürzel
help-diagnostics = Diagnose kopieren
help-about = Über Famulor SMS
form-left = Geschlossen, ohne zu speichern. Was Sie getippt haben, ist noch da.
shortcuts-hint = Beim Schreiben geht kein Buchstabe und kein Zeichen verloren. Tab geht weiter, Umschalt + Tab zurück.
shortcut-new = Neue Nachricht beginnen
shortcut-send = Nachricht senden
shortcut-undo = Eben Gesendetes oder Gelöschtes zurückholen
shortcut-search = Verlauf oder Kontakte durchsuchen
shortcut-new-message = Zur Nachricht
shortcut-outbox = Zum Postausgang
shortcut-history = Zum Verlauf
shortcut-contacts = Zu den Kontakten
shortcut-templates = Zu den Vorlagen
shortcut-settings = Zu den Einstellungen
shortcut-guide = Anleitung öffnen
shortcut-shortcuts = Diese Tastenkürzel zeigen (außerhalb von Feldern)
shortcut-close = Schließen, was offen ist
key-control = Strg
key-command = ⌘
key-enter = Enter
key-escape = Esc
key-or = {" oder "}
diagnostics-title = Diagnose
diagnostics-about = Für alle, die Ihnen helfen: Versionen, Zustände und Fehlercodes. Keine Nummer, kein Name, kein Text und kein Schlüssel ist dabei.
diagnostics-text =
    .aria-label = Was kopiert wurde
diagnostics-copy = Kopieren
diagnostics-copied = Kopiert. Sie können es jetzt in eine E-Mail einfügen.
diagnostics-not-copied = Das Kopieren ging nicht. Bitte markieren Sie den Text oben und kopieren Sie ihn von Hand.
about-text = Schreibt und sendet einzelne SMS über Famulor.
about-licence = Freie Software: Sie dürfen sie nach der MIT- oder der Apache-2.0-Lizenz verwenden, ändern und weitergeben.

## The menu bar (macOS), in the words that the system uses itself

menu-message = Nachricht
menu-edit = Bearbeiten
menu-go = Gehe zu
menu-window = Fenster
menu-hide = Famulor SMS ausblenden
menu-hide-others = Andere ausblenden
menu-show-all = Alle einblenden
tray-show = Famulor SMS öffnen
menu-quit = Famulor SMS beenden
menu-undo = Widerrufen
menu-redo = Wiederholen
menu-cut = Ausschneiden
menu-copy = Kopieren
menu-paste = Einsetzen
menu-select-all = Alles auswählen
menu-minimize = Im Dock ablegen
menu-zoom = Zoomen
menu-close = Fenster schließen

## What became of a message

state-queued = Wird gleich gesendet
state-later = Wird später gesendet
state-held = Wartet auf Sie
state-sending = Wird gesendet
state-sent = Gesendet
state-rejected = Abgelehnt, nicht gesendet
state-not-sent = Nicht gesendet
state-unclear = Unklar, vielleicht gesendet
state-cancelled = Zurückgenommen
waiting-offline = Noch besteht keine Verbindung zu Famulor. Bisher wurde nichts gesendet: Das Programm versucht es von selbst wieder.
waiting-too-many-requests = Bei Famulor gibt es gerade zu viele Anfragen. Bisher wurde nichts gesendet: Die Nachricht geht gleich von selbst hinaus.
reason-restarted = Das Programm wurde beendet, bevor die Nachricht gesendet war. Sie wurde nicht gesendet: Senden Sie sie jetzt oder verwerfen Sie sie.
reason-late = Die Nachricht wäre mehr als zwei Minuten zu spät gekommen. Sie wurde nicht gesendet: Senden Sie sie jetzt oder verwerfen Sie sie.
reason-account-changed = Konto, Absender oder API-Schlüssel sind nicht mehr die, mit denen die Nachricht geschrieben wurde. Sie wurde nicht gesendet: Bitte prüfen Sie das, bevor Sie sie senden.
reason-key-missing = Der API-Schlüssel fehlt. Die Nachricht wurde nicht gesendet: Hinterlegen Sie ihn in den Einstellungen und senden Sie sie dann.
reason-queue-stopped = Eine andere Nachricht wurde wegen Schlüssel oder Guthaben abgelehnt. Diese wurde deshalb nicht gesendet: Klären Sie das und senden Sie sie dann.
reason-do-not-write = Diesem Empfänger soll nicht geschrieben werden. Die Nachricht wurde nicht gesendet: Senden Sie sie jetzt oder verwerfen Sie sie.
reason-policy-broken = Die Vorgaben Ihrer Organisation sind nicht lesbar. Die Nachricht wurde nicht gesendet: Bitte fragen Sie Ihre IT, dann senden oder verwerfen Sie sie.
reason-policy-country = Ihre Organisation erlaubt keine SMS in dieses Land. Die Nachricht wurde nicht gesendet: Bitte fragen Sie Ihre IT oder verwerfen Sie sie.
reason-policy-sender = Ihre Organisation hat einen anderen Absender festgelegt. Die Nachricht wurde nicht gesendet: Bitte ändern Sie sie, dann geht sie von diesem aus.
reason-policy-per-day = Ihre Organisation erlaubt für diesen Tag keine weiteren Nachrichten. Die Nachricht wurde nicht gesendet: Senden Sie sie an einem anderen Tag oder verwerfen Sie sie.
reason-recipient = Famulor nimmt die Nummer des Empfängers nicht an. Es wurde nichts gesendet: Bitte prüfen Sie die Nummer.
reason-balance = Das Guthaben reicht nicht. Es wurde nichts gesendet: Laden Sie es im Dashboard von Famulor auf und senden Sie noch einmal.
reason-sender = Famulor nimmt den Absender nicht an. Es wurde nichts gesendet: Bitte wählen Sie einen anderen.
reason-key = Famulor nimmt den API-Schlüssel nicht an. Es wurde nichts gesendet: Bitte geben Sie in den Einstellungen einen gültigen ein.
reason-text = Famulor nimmt den Text nicht an. Es wurde nichts gesendet: Bitte ändern Sie ihn und senden Sie noch einmal.
reason-too-many-requests = Famulor hat gerade zu viele Anfragen. Es wurde nichts gesendet: Bitte senden Sie in einigen Minuten noch einmal.
reason-carrier = Der Dienst meldet, dass die Nachricht nicht gesendet wurde: Der Netzbetreiber hat sie nicht angenommen. Bitte prüfen Sie Nummer und Absender.
reason-refused = Famulor hat die Nachricht abgelehnt. Es wurde nichts gesendet: Die Meldung von Famulor sagt, was zu tun ist.
reason-offline = Es gab keine Verbindung zu Famulor. Es wurde nichts gesendet: Prüfen Sie die Internetverbindung und senden Sie noch einmal.
reason-certificate = Die Verbindung zu Famulor ist nicht vertrauenswürdig. Es wurde nichts gesendet: Prüfen Sie Datum und Uhrzeit des Computers oder fragen Sie Ihre IT.
reason-proxy = Der Proxy Ihres Netzes verlangt ein Kennwort. Es wurde nichts gesendet: Bitte fragen Sie Ihre IT.
reason-internal = Die Nachricht konnte nicht vorbereitet werden. Es wurde nichts gesendet: Bitte senden Sie sie noch einmal.
reason-no-answer = Die Nachricht ging hinaus, aber es kam keine Antwort. Vielleicht wurde sie gesendet: Sehen Sie bitte nach, bevor Sie sie noch einmal senden.
reason-strange-answer = Die Antwort sagt nicht, ob gesendet wurde. Vielleicht wurde sie gesendet: Sehen Sie bitte nach, bevor Sie sie noch einmal senden.
reason-ended-while-sending = Das Programm wurde während des Sendens beendet. Vielleicht wurde sie gesendet: Sehen Sie bitte nach, bevor Sie sie noch einmal senden.
reason-restored = Eine Sicherung wurde eingespielt. Vielleicht wurde die Nachricht seither gesendet: Sehen Sie bitte nach, bevor Sie sie noch einmal senden.
reason-settled-by-person = Das haben Sie selbst vermerkt, Famulor hat es nicht bestätigt. War es ein Irrtum, vermerken Sie es neu.
reason-not-known-yet = Sie wissen noch nicht, ob sie gesendet wurde. Sehen Sie bitte nach, bevor Sie sie noch einmal senden.

## Notifications

notify-practice = Übung: { $title }
notify-sent = Gesendet an { $recipient }
notify-sent-body =
    { $segments ->
        [one] Die SMS hatte 1 Teil.
       *[other] Die SMS hatte { $segments } Teile.
    }
notify-rejected = Abgelehnt, nicht gesendet: { $recipient }
notify-not-sent = Nicht gesendet: { $recipient }
notify-unclear = Unklar, vielleicht gesendet: { $recipient }
notify-held = Wartet auf Sie: { $recipient }
notify-waiting =
    { $count ->
        [one] Eine Nachricht wartet auf Sie
       *[other] { $count } Nachrichten warten auf Sie
    }
notify-waiting-body = Nichts davon wird von selbst gesendet. Öffnen Sie Famulor SMS, um zu entscheiden.
notify-several =
    { $count ->
        [one] Eine Nachricht ist fertig
       *[other] { $count } Nachrichten sind fertig
    }

## Errors: what happened, whether anything was sent, what to do next

error-recipient-empty = Es wurde nichts gesendet: Bitte geben Sie eine Telefonnummer oder einen gespeicherten Namen ein.
error-recipient-not-a-number = Das ist keine Telefonnummer, so kann nichts gesendet werden. Bitte geben Sie eine Nummer ein oder wählen Sie einen Kontakt aus der Liste.
error-recipient-too-short = Diese Nummer ist zu kurz, so kann nichts gesendet werden. Bitte ergänzen Sie sie.
error-recipient-too-long = Diese Nummer ist zu lang, so kann nichts gesendet werden. Bitte kürzen Sie sie.
error-text-empty = Die Nachricht ist leer. Es wurde nichts gesendet: Bitte schreiben Sie einen Text.
error-text-too-long = Der Text hat { $count } Zeichen, erlaubt sind { $limit }. Es wurde nichts gesendet: Bitte kürzen Sie ihn.
error-text-unfilled = „{ $placeholder }“ ist noch nicht ausgefüllt. Es wurde nichts gesendet: Bitte setzen Sie etwas ein oder löschen Sie es.
error-sender-missing = Es wurde nichts gesendet: Bitte wählen Sie einen Absender.
error-sender-unusable = Dieser Absender kann keine SMS senden. Es wurde nichts gesendet: Bitte wählen Sie einen anderen.
error-key-missing = Es ist kein API-Schlüssel hinterlegt. Es wurde nichts gesendet: Bitte richten Sie zuerst Ihr Konto ein.
error-key-format = Das ist kein API-Schlüssel. Es wurde nichts gespeichert: Bitte kopieren Sie ihn noch einmal, ganz und ohne weitere Wörter.
error-key-refused = Famulor nimmt diesen API-Schlüssel nicht an. Es wurde nichts gespeichert oder gesendet: Bitte prüfen Sie ihn oder erstellen Sie einen neuen.
error-offline = Keine Verbindung zu Famulor. Es wurde nichts gesendet: Bitte prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.
error-service-strange = Famulor hat unverständlich geantwortet. Es wurde nichts gesendet: Bitte versuchen Sie es in einigen Minuten noch einmal.
error-certificate = Die Verbindung zu Famulor ist nicht vertrauenswürdig. Es wurde nichts gesendet: Bitte prüfen Sie Datum und Uhrzeit des Computers oder fragen Sie Ihre IT.
error-proxy = Der Proxy Ihres Netzes verlangt ein Kennwort. Es wurde nichts gesendet: Bitte fragen Sie Ihre IT.
error-keychain-no-service = Auf diesem System antwortet kein Schlüsselbund. Es wurde nichts gesendet: Starten Sie zum Beispiel GNOME-Schlüsselbund, KWallet oder KeePassXC und versuchen Sie es noch einmal, oder verwenden Sie den Schlüssel nur für jetzt.
error-keychain-no-collection = Es gibt noch keinen Schlüsselbund. Es wurde nichts gesendet: Legen Sie in der Schlüsselbundverwaltung einen an und versuchen Sie es noch einmal.
error-keychain-locked = Der Schlüsselbund ist gesperrt. Es wurde nichts gesendet: Entsperren Sie ihn und versuchen Sie es noch einmal, oder verwenden Sie den Schlüssel nur für jetzt.
error-keychain-slow = Der Schlüsselbund antwortet nicht. Es wurde nichts gesendet: Sehen Sie nach, ob ein Fenster nach einem Kennwort fragt, und versuchen Sie es noch einmal.
error-keychain-other = Der Schlüsselbund meldet einen Fehler. Es wurde nichts gesendet: Versuchen Sie es noch einmal oder verwenden Sie den Schlüssel nur für jetzt.
error-contact-name = Der Kontakt wurde nicht gespeichert: Bitte geben Sie einen Namen ein.
error-due-past = Diese Zeit ist schon vorbei. Es wurde nichts gesendet: Bitte wählen Sie eine spätere.
error-due-too-far = Diese Zeit liegt mehr als ein Jahr in der Zukunft. Es wurde nichts gesendet: Bitte wählen Sie eine frühere.
error-disk-full = Auf dem Datenträger ist kein Platz mehr. Es wurde nichts gesendet: Geben Sie Platz frei und versuchen Sie es noch einmal. Lassen Sie das Fenster bis dahin offen.
error-newer-version = Diese Daten stammen von einer neueren Version von Famulor SMS. Es wurde nichts gesendet und nichts geändert: Bitte verwenden Sie die neuere Version.
error-damaged = Die Daten auf diesem Computer sind beschädigt. Es wurde nichts gesendet: Bitte schließen Sie das Programm und starten Sie es neu. Es verwendet dann die neueste Sicherung.
error-delete-open = Diese Nachricht wird noch gesendet, wartet auf Sie oder ist unklar. Sie wurde nicht gelöscht: Klären Sie das zuerst im Postausgang.
error-not-repeatable = Diese Nachricht kann nicht noch einmal gesendet werden: Das geht nur, wenn sicher ist, dass sie nicht gesendet wurde. Jetzt wurde nichts gesendet: Bitte sehen Sie im Verlauf nach, wie es um sie steht.
error-export = Die Datei konnte nicht geschrieben werden. Es wurde nichts gespeichert: Prüfen Sie Ordner und Speicherplatz oder wählen Sie einen anderen Ort.
error-copy-not-ours = Diese Datei ist keine Kopie von Famulor SMS. Es wurde nichts geändert: Bitte wählen Sie eine andere.
error-copy-newer = Diese Kopie stammt von einer neueren Version von Famulor SMS. Es wurde nichts geändert: Bitte installieren Sie zuerst die neuere Version.
error-copy-damaged = Diese Kopie ist beschädigt. Es wurde nichts geändert: Bitte wählen Sie eine andere.
error-copy-unreadable = Diese Datei konnte nicht gelesen werden. Es wurde nichts geändert: Prüfen Sie, ob sie noch da ist und ob Sie sie öffnen dürfen.
error-copy-not-written = Die Kopie konnte nicht geschrieben werden. Es wurde nichts gespeichert: Prüfen Sie Ordner und Speicherplatz oder wählen Sie einen anderen Ort.
error-forget-sending = Gerade wird noch eine Nachricht gesendet. Es wurde nichts gelöscht: Bitte warten Sie auf ihr Ergebnis und versuchen Sie es noch einmal.
error-still-sending =
    { $count ->
        [one] Eine Nachricht wird noch gesendet, deshalb kann das Programm noch nicht neu starten. Bitte warten Sie auf ihr Ergebnis oder nehmen Sie sie zurück.
       *[other] { $count } Nachrichten werden noch gesendet, deshalb kann das Programm noch nicht neu starten. Bitte warten Sie auf ihre Ergebnisse oder nehmen Sie sie zurück.
    }
error-too-late = Dafür ist es zu spät: Die Nachricht hat sich inzwischen geändert. Bitte sehen Sie im Verlauf nach: Dort steht, ob sie gesendet wurde.
error-database = Die Daten konnten nicht gelesen oder gespeichert werden. Es wurde nichts gesendet: Prüfen Sie, ob noch Speicherplatz frei ist und der Ordner der Daten beschreibbar ist, und versuchen Sie es noch einmal.
error-already-open = Famulor SMS ist schon geöffnet, vielleicht in einer anderen Anmeldung. Es wurde nichts gesendet: Bitte arbeiten Sie dort weiter oder beenden Sie es dort.
error-base-url = Die Adresse in FAMULOR_API_URL wird nicht angenommen. Es wurde nichts gesendet: Sie muss mit https beginnen (http nur auf diesem Computer).
error-links = Es wurde nichts geändert: Die Programmliste des Systems ließ sich nicht schreiben. Bitte wählen Sie in den Einstellungen des Systems, womit diese Links geöffnet werden.
error-policy = Die Vorgaben Ihrer Organisation sind nicht lesbar. Es wurde nichts gesendet, und Ihr Text bleibt hier: Bitte fragen Sie Ihre IT.
error-policy-fault = Die Vorgaben Ihrer Organisation können nicht verwendet werden: { $why } Bis das behoben ist, wird nichts gesendet; was Sie schreiben, bleibt hier. Bitte zeigen Sie das Ihrer IT: { $place }
error-policy-country = Ihre Organisation erlaubt keine SMS in dieses Land. Es wurde nichts gesendet: Bitte wählen Sie einen anderen Empfänger oder fragen Sie Ihre IT.
error-policy-sender = Ihre Organisation hat einen anderen Absender festgelegt. Es wurde nichts gesendet: Bitte wählen Sie diesen oder fragen Sie Ihre IT.
error-policy-per-day = Ihre Organisation erlaubt { $limit } Nachrichten am Tag, und so viele sind es an diesem Tag schon. Es wurde nichts gesendet: Bitte wählen Sie einen anderen Tag oder fragen Sie Ihre IT.
error-policy-practice = Ob geübt wird, hat Ihre Organisation festgelegt. Es wurde nichts gesendet: Bitte starten Sie das Programm ohne diese Wahl oder fragen Sie Ihre IT.
error-proxy-address = Das ist keine Adresse eines Proxys. Es wurde nichts gespeichert: Bitte geben Sie sie so ein: proxy.example.com:3128.
error-proxy-password = Ein Kennwort darf hier nicht stehen, denn Einstellungen sind lesbar. Es wurde nichts gespeichert: Bitte lassen Sie es weg oder bitten Sie Ihre IT, den Proxy einzurichten.
policy-fault-unreadable = Sie lassen sich nicht öffnen oder lesen.
policy-fault-not-protected = Nicht nur Administratoren können sie oder ihren Ordner ändern.
policy-fault-not-json = Sie sind kein gültiges JSON (Zeile { $line }).
policy-fault-unknown-key = „{ $key }“ ist nicht bekannt.
policy-fault-double-key = „{ $key }“ steht zweimal darin.
policy-fault-bad-value = „{ $key }“ kann diesen Wert nicht haben.
store-key-stored = Famulor nimmt diesen API-Schlüssel an. Er liegt jetzt im Schlüsselbund.
error-autostart = Es wurde nichts geändert: Die Liste der Programme, die der Desktop startet, ließ sich nicht schreiben. Prüfen Sie, ob noch Speicherplatz frei ist, und versuchen Sie es noch einmal.
error-settings = Die Einstellungen konnten nicht gespeichert werden. Es wurde nichts gesendet: Prüfen Sie, ob noch Speicherplatz frei ist, und versuchen Sie es noch einmal.
error-other = Etwas ist schiefgegangen. Wenn Sie gerade senden wollten, sehen Sie bitte im Verlauf nach: Dort steht, ob die Nachricht dabei ist. Wenn nicht, versuchen Sie es bitte noch einmal.

## Files

export-file-name = Famulor-SMS-Verlauf
export-time = Zeit
export-recipient = Empfänger
export-number = Nummer
export-text = Text
export-state = Stand
export-parts = SMS-Teile
export-cost = Kosten
export-currency = Währung
export-sender = Absender
export-sender-number = Absendernummer
copy-file-name = Famulor-SMS-Kopie
dialog-export = Verlauf als CSV speichern
dialog-save-copy = Kopie speichern
dialog-take-over = Kopie übernehmen
dialog-filter-csv = Tabelle (CSV)
dialog-filter-copy = Kopie von Famulor SMS

## Kontakte und Vorlagen: was schiefging, und Dateien

error-contact-nameless = Bitte geben Sie einen Vornamen, einen Nachnamen oder eine Firma ein. Es wurde nichts gespeichert.
error-too-long = Das ist zu lang. Es wurde nichts gespeichert: Bitte kürzen Sie es.
error-gone = Das ist nicht mehr da: Es wurde inzwischen gelöscht oder geändert. Jetzt wurde nichts geändert: Bitte schließen Sie es und sehen Sie in der Liste nach.
error-template-nameless = Bitte geben Sie der Vorlage einen Namen. Es wurde nichts gespeichert.
error-template-empty = Die Vorlage hat keinen Text. Es wurde nichts gespeichert: Bitte schreiben Sie einen.
error-import-templates = In dieser Datei stehen keine Vorlagen. Es wurde nichts geändert: Sie muss eine CSV- oder JSON-Datei mit Namen und Texten sein.
error-import-too-large = Diese Datei ist für ein Adressbuch zu groß. Es wurde nichts geändert: Bitte exportieren Sie weniger Kontakte auf einmal.
error-import-not-contacts = Diese Datei ist weder eine vCard noch eine CSV-Datei. Es wurde nichts geändert: Bitte exportieren Sie Ihre Kontakte in einer dieser Formen.
error-import-empty = In dieser Datei stehen keine Kontakte. Es wurde nichts geändert: Bitte wählen Sie eine andere.
error-import-undone = Dieser Import ist schon rückgängig gemacht. Es wurde nichts geändert: Es bleibt nichts zu tun.
error-import-unreadable = Die Datei kann nicht gelesen oder geschrieben werden. Es wurde nichts geändert: Bitte prüfen Sie ihren Ordner oder wählen Sie einen anderen.
dialog-import-contacts = Kontakte importieren
dialog-export-contacts = Kontakte exportieren
dialog-import-templates = Vorlagen importieren
dialog-export-templates = Vorlagen exportieren
dialog-unreadable = Nicht Lesbares speichern
dialog-filter-contacts = Kontakte (vCard, CSV)
dialog-filter-cards = Kontakte (vCard)
dialog-filter-templates = Vorlagen (CSV, JSON)
contacts-file-name = Kontakte
templates-file-name = Vorlagen
unreadable-file-name = Nicht importiert
unreadable-line = Zeile
unreadable-reason = Grund
unreadable-content = Inhalt
