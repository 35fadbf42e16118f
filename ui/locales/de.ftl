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
nav-history = Verlauf
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
sender-label = Absender
sender-option = { $name } · { $number }
sender-option-not-sms-capable = { $sender } – kann keine SMS senden
sender-option-no-subscription = { $sender } – Abonnement nicht aktiv
sender-choose = Bitte wählen
sender-none = Noch keine Nummer
sender-help-no-key = Ihre Nummern stehen hier, sobald Ihr Konto eingerichtet ist.
sender-help-loading = Ihre Nummern werden geholt …
sender-help-none = Zu Ihrem Konto gehört keine Nummer. Sie buchen eine im Dashboard von Famulor.
sender-help-none-usable = Keine Ihrer Nummern kann SMS senden. Sie buchen eine im Dashboard von Famulor.
text-label = Nachricht
text-meter = { $count } von { $limit } Zeichen
text-meter-parts =
    { $parts ->
        [one] 1 SMS-Teil
       *[other] { $parts } SMS-Teile
    }
text-meter-gsm-7 = Standardzeichen
text-meter-ucs-2 = Sonderzeichen
text-meter-over =
    { $count ->
        [one] 1 Zeichen zu viel
       *[other] { $count } Zeichen zu viel
    }
text-forcing = { $characters }: Mit solchen Sonderzeichen passt weniger Text in einen SMS-Teil.
send = Senden
send-practice = Übung: Senden
send-busy = Wird gesendet …
send-keys = Strg + Enter
outcome-sending = Wird gesendet …
outcome-to = An { $recipient }
outcome-history = Im Verlauf zeigen
recipient-with-name = { $name } · { $number }
service-says = Famulor meldet: „{ $detail }“
ask-title = Trotzdem senden?
ask-same-again = Diesen Text an diese Nummer gab es schon: { $when }. Stand: { $state }.
ask-send = Trotzdem senden
ask-back = Zurück
save-contact-title = { $number } als Kontakt speichern?
contact-name-input =
    .placeholder = Name
save-contact = Speichern
save-contact-done = { $name } ist jetzt ein Kontakt.
draft-not-kept = Der Text kann gerade nicht gespeichert werden. Er steht nur in diesem Fenster: Bitte schließen Sie es nicht.

## Notices

notice-dismiss =
    .aria-label = Hinweis schließen
notice-settings-set-aside = Ihre Einstellungen waren beschädigt. Es gelten die Voreinstellungen; Kontakte und Verlauf sind nicht betroffen.
notice-restored = Die Daten waren beschädigt und wurden beiseitegelegt. Die Sicherung ist in Gebrauch: was danach geschrieben wurde, fehlt vielleicht, und was bis dahin nicht gesendet war, ist als unklar vermerkt.
notice-damaged = Die Daten auf diesem Computer sind beschädigt. Bitte schließen Sie das Programm und starten Sie es neu: es verwendet dann die neueste Sicherung.
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
notice-show-history = Verlauf öffnen
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
history-more = Ältere zeigen
history-loading = Der Verlauf wird geladen …
row-from = Von { $sender }
row-release = Jetzt senden
row-discard = Verwerfen
row-take-back = Zurücknehmen
row-sent = Sie wurde gesendet
row-not-sent = Sie wurde nicht gesendet
row-dashboard = Dashboard öffnen
row-unclear-help = Bitte sehen Sie im Dashboard von Famulor bei den gesendeten SMS nach. Steht die Nachricht dort nicht, fragen Sie den Empfänger. Sagen Sie danach hier, was war.
row-balance = Guthaben vorher { $before }, jetzt { $after }. Das ist ein Hinweis, kein Beweis.

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
first-run-lead = Eine SMS schreiben, senden und erfahren, was daraus wurde. Womit möchten Sie beginnen?
first-run-practice-title = Erst ausprobieren
first-run-practice-text = In der Übung ist alles wie echt, aber nichts wird gesendet und nichts kostet Geld. Ein Konto brauchen Sie dafür nicht.
first-run-practice = Übung starten
first-run-account-title = Konto einrichten
first-run-step-open = Öffnen Sie bei Famulor die Seite „API Keys“.
first-run-step-make = Erstellen Sie dort einen Schlüssel und kopieren Sie ihn. Er wird nur ein einziges Mal angezeigt.
first-run-step-paste = Fügen Sie ihn hier ein.
first-run-key-kept = Er kommt in den Schlüsselbund Ihres Systems, sonst nirgendwohin.
first-run-done-title = Ihr Konto ist eingerichtet
first-run-begin = Erste Nachricht schreiben

## What became of a message

state-queued = Wird gleich gesendet
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
reason-settled-by-person = So haben Sie es selbst festgehalten.

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
error-still-sending =
    { $count ->
        [one] Eine Nachricht wird noch gesendet, deshalb kann das Programm noch nicht neu starten. Bitte warten Sie auf ihr Ergebnis oder nehmen Sie sie im Verlauf zurück.
       *[other] { $count } Nachrichten werden noch gesendet, deshalb kann das Programm noch nicht neu starten. Bitte warten Sie auf ihre Ergebnisse oder nehmen Sie sie im Verlauf zurück.
    }
error-too-late = Dafür ist es zu spät: Die Nachricht hat sich inzwischen geändert. Der Verlauf zeigt ihren Stand.
error-database = Die Daten konnten nicht gelesen oder gespeichert werden. Es wurde nichts gesendet: Prüfen Sie, ob noch Speicherplatz frei ist, und versuchen Sie es noch einmal.
error-already-open = Famulor SMS ist schon geöffnet, vielleicht in einer anderen Anmeldung. Es wurde nichts gesendet: Bitte arbeiten Sie dort weiter oder beenden Sie es dort.
error-base-url = Die Adresse in FAMULOR_API_URL wird nicht angenommen. Es wurde nichts gesendet: Sie muss mit https beginnen (http nur auf diesem Computer).
error-settings = Die Einstellungen konnten nicht gespeichert werden. Es wurde nichts gesendet: Prüfen Sie, ob noch Speicherplatz frei ist, und versuchen Sie es noch einmal.
error-other = Etwas ist schiefgegangen. Wenn Sie gerade senden wollten: Der Verlauf zeigt, ob die Nachricht dabei ist. Wenn nicht, versuchen Sie es bitte noch einmal.
