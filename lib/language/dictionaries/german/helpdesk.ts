export const helpdesk = {
  '30 minutes after it was opened, whatever the link had left.':
    '30 Minuten nach dem Öffnen, gleich wie lange der Link noch gültig war.',
  'a check on their phone': 'Prüfung am Telefon des Anrufers',
  'a code by email': 'Code per E-Mail',
  'A colleague is working on the same user right now. Load the page again, then repeat this step.':
    'Ein Kollege arbeitet gerade am selben Benutzer. Laden Sie die Seite neu und wiederholen Sie diesen Schritt.',
  'A lock can be undone for 15 minutes. That time is over.':
    'Eine Sperre kann 15 Minuten lang aufgehoben werden. Diese Zeit ist vorbei.',
  'a manager’s word': 'Bestätigung einer Führungskraft',
  'A member of staff keeps their email addresses. Take the staff roles away first; giving them back takes two people.':
    'Wer zum Personal gehört, behält seine E-Mail-Adressen. Entziehen Sie zuerst die Personalrollen; um sie wieder zu vergeben, braucht es zwei Personen.',
  'A newer invitation has taken its place': 'Eine neuere Einladung ist an ihre Stelle getreten',
  'A note, no points': 'Eine Notiz, keine Punkte',
  'a one-time password': 'Einmalpasswort',
  'a passkey': 'Passkey',
  'A phone has opened it.': 'Ein Telefon hat sie geöffnet.',
  'A phone sent a wrong activation password too often. Ask the person if it was theirs.':
    'Ein Telefon hat zu oft ein falsches Aktivierungspasswort gesendet. Fragen Sie die Person, ob es ihres war.',
  'A second person agreed to: {change}': 'Eine zweite Person hat zugestimmt: {change}',
  'A second person declined: {change}': 'Eine zweite Person hat abgelehnt: {change}',
  'A service account keeps at least one thing that it may do. End it instead.':
    'Ein Dienstkonto behält mindestens ein Recht. Beenden Sie es stattdessen.',
  'Asked. Waiting for the manager’s answer.': 'Gefragt. Die Antwort der Führungskraft steht aus.',
  'Ask the manager': 'Führungskraft fragen',
  'A stolen device is locked immediately, whatever is chosen here.':
    'Ein gestohlenes Gerät wird sofort gesperrt, was auch immer hier gewählt ist.',
  'A stolen device is removed immediately, whatever is chosen here.':
    'Ein gestohlenes Gerät wird sofort entfernt, was auch immer hier gewählt ist.',
  'A system locked {device}. Once a second person agrees, it works again.':
    'Ein System hat {device} gesperrt. Sobald eine zweite Person zustimmt, funktioniert das Gerät wieder.',
  'A system reached its daily limit': 'Ein System hat seine Tagesgrenze erreicht',
  'Accepted by the email server': 'Vom E-Mail-Server angenommen',
  'Account expires': 'Konto läuft ab',
  'Account invitation': 'Einladung zum Konto',
  'Account made': 'Konto angelegt',
  'Account notice': 'Mitteilung zum Konto',
  'Accounts are managed at your authentication server. Change this one there.':
    'Konten werden an Ihrem Authentifizierungsserver verwaltet. Ändern Sie dieses dort.',
  Action: 'Aktion',
  'Activated from': 'Aktiviert von',
  'Activation funnel: {steps}': 'Aktivierungstrichter: {steps}',
  'Activation service': 'Aktivierungsdienst',
  'Activations left today': 'Heute noch mögliche Aktivierungen',
  'Add, for example: {checks}.': 'Zum Beispiel noch: {checks}.',
  'Added the webhook at {host}': 'Webhook bei {host} hinzugefügt',
  'Addresses changed': 'Adressen geändert',
  All: 'Alle',
  'All approvers and administrators are alerted immediately, and it stays on record.':
    'Alle Genehmiger und Administratoren werden sofort alarmiert, und es bleibt im Protokoll.',
  'All done.': 'Alles erledigt.',
  'An account for {name}': 'Ein Konto für {name}',
  'An administrator disabled this account. Nobody can be invited to it until it is enabled.':
    'Ein Administrator hat dieses Konto deaktiviert. Solange es deaktiviert ist, kann niemand dazu eingeladen werden.',
  'An approval was skipped': 'Eine Genehmigung wurde übersprungen',
  'An approver decides.': 'Ein Genehmiger entscheidet.',
  'An approver has been asked.': 'Ein Genehmiger wurde gefragt.',
  'an invitation': 'Einladung',
  'An invitation helps.': 'Eine Einladung hilft.',
  'An invitation is open': 'Eine Einladung ist offen',
  'An invitation is open: awaiting approval': 'Eine Einladung ist offen: wartet auf Genehmigung',
  'An invitation is open: opened': 'Eine Einladung ist offen: geöffnet',
  'An invitation is open: sent': 'Eine Einladung ist offen: gesendet',
  'An invitation is valid for 5 minutes to 24 hours, a letter for up to 14 days.':
    'Eine Einladung gilt 5 Minuten bis 24 Stunden, ein Brief bis zu 14 Tage.',
  'Another invitation was sent to this user. Only the newest one works.':
    'Diesem Benutzer wurde eine weitere Einladung gesendet. Nur die neueste gilt.',
  'Another service account, or a request for one, has that name. Choose another.':
    'Ein anderes Dienstkonto oder ein Antrag auf eines hat diesen Namen. Wählen Sie einen anderen.',
  'Approval decided': 'Über Genehmigung entschieden',
  'Approval requested': 'Genehmigung beantragt',
  Approve: 'Genehmigen',
  'Approved by': 'Genehmigt von',
  'Approved. The change for {user} is made.': 'Genehmigt. Die Änderung für {user} wird ausgeführt.',
  'Approved. The invitation for {user} is sent.': 'Genehmigt. Die Einladung für {user} wird gesendet.',
  'Approved. {device} of {user} is being removed.': 'Genehmigt. {device} von {user} wird entfernt.',
  'Approved. {name} can do more from now on.': 'Genehmigt. {name} darf ab jetzt mehr.',
  'Approved. {name} has the role {role}, and signs in again.':
    'Genehmigt. {name} hat die Rolle {role} und meldet sich neu an.',
  'Approved. {requester} is shown the key of {name} on its page, once.':
    'Genehmigt. {requester} sieht den Schlüssel von {name} auf dessen Seite, ein einziges Mal.',
  'Approved. {user} can sign in again.': 'Genehmigt. {user} kann sich wieder anmelden.',
  'Approvers are emailed when a request comes in.': 'Genehmiger bekommen eine E-Mail, sobald eine Anfrage eingeht.',
  'Approvers have been emailed. The invitation is sent once one of them agrees.':
    'Die Genehmiger haben eine E-Mail bekommen. Die Einladung wird gesendet, sobald einer zustimmt.',
  'Approving…': 'Wird genehmigt…',
  'Ask a second person': 'Zweite Person fragen',
  'Ask a second person to unlock {device}': 'Eine zweite Person bitten, {device} zu entsperren',
  'Ask the caller to open the authenticator app and type this number there:':
    'Bitten Sie den Anrufer, die Authenticator-App zu öffnen und dort diese Zahl einzutippen:',
  'Ask the caller to open the link in their email and press the button there. Their page then shows six digits.':
    'Bitten Sie den Anrufer, den Link in der E-Mail zu öffnen und dort auf die Schaltfläche zu drücken. Seine Seite zeigt dann sechs Ziffern.',
  'Ask the person to press “New image” on their page.':
    'Bitten Sie die Person, auf ihrer Seite „Neues Bild“ zu drücken.',
  'Ask them to try again.': 'Bitten Sie die Person, es noch einmal zu versuchen.',
  'Ask to unfreeze': 'Aufhebung beantragen',
  'Asked a second person for: {change}': 'Eine zweite Person gebeten um: {change}',
  'Asking…': 'Wird gefragt…',
  'Asks an approver first. Once approved, sends a letter to the printer, and a code by email to {address}.':
    'Fragt zuerst einen Genehmiger. Sendet nach der Genehmigung einen Brief an den Drucker und einen Code per E-Mail an {address}.',
  'Asks an approver first. Once approved, sends an email to {address}, and the caller reads you a code.':
    'Fragt zuerst einen Genehmiger. Sendet nach der Genehmigung eine E-Mail an {address}, und der Anrufer liest Ihnen einen Code vor.',
  'Asks an approver first. Once approved, sends an email to {address}.':
    'Fragt zuerst einen Genehmiger. Sendet nach der Genehmigung eine E-Mail an {address}.',
  'At least 20 characters.': 'Mindestens 20 Zeichen.',
  'At least one word needs two or more characters.': 'Mindestens ein Wort braucht zwei oder mehr Zeichen.',
  'Awaiting approval': 'Wartet auf Genehmigung',
  'Being locked': 'Wird gesperrt',
  'Break glass used': 'Genehmigung übersprungen',
  Build: 'Build',
  'By {actor}': 'Durch {actor}',
  'by {actor}': 'durch {actor}',
  'call back': 'Rückruf',
  'Call-back number': 'Rückrufnummer',
  'Called back on a known number': 'Rückruf unter bekannter Nummer',
  'Caller check': 'Anruferprüfung',
  'caller check {weight} of {required}': 'Anruferprüfung {weight} von {required}',
  'Change addresses and numbers': 'Adressen und Nummern ändern',
  'Change approved': 'Änderung genehmigt',
  'Change declined': 'Änderung abgelehnt',
  'Change requested': 'Änderung beantragt',
  'Changed the webhook at {host}': 'Webhook bei {host} geändert',
  Changes: 'Änderungen',
  'Changes of accounts': 'Änderungen an Konten',
  'Changes of webhooks': 'Änderungen an Webhooks',
  'Checked when you send.': 'Wird beim Senden geprüft.',
  'Choose a day from today on, within a year.': 'Wählen Sie einen Tag ab heute, innerhalb eines Jahres.',
  'Choose a reason': 'Grund wählen',
  'Choose a reason first. It decides how many points you need.':
    'Wählen Sie zuerst einen Grund. Er bestimmt, wie viele Punkte Sie brauchen.',
  'Choose at least one thing that the system may do.': 'Wählen Sie mindestens etwas aus, das das System darf.',
  'Choose one of the languages.': 'Wählen Sie eine der Sprachen.',
  'Choose the device this is about.': 'Wählen Sie das Gerät, um das es geht.',
  'Choose the device this is about. A stolen one is locked immediately.':
    'Wählen Sie das Gerät, um das es geht. Ein gestohlenes wird sofort gesperrt.',
  'Code from the caller': 'Code vom Anrufer',
  'Code read out': 'Vorgelesener Code',
  'Code read out on the phone': 'Am Telefon vorgelesener Code',
  'Confirmation code': 'Bestätigungscode',
  'Confirmed by a manager': 'Von einer Führungskraft bestätigt',
  'Confirmed by the caller': 'Vom Anrufer bestätigt',
  'Confirmed by the manager': 'Von der Führungskraft bestätigt',
  'Confirmed on another of their devices': 'Auf einem anderen eigenen Gerät bestätigt',
  'Confirm to the helpdesk who is calling': 'Dem Helpdesk bestätigen, wer anruft',
  'Copy summary for the ticket': 'Zusammenfassung fürs Ticket kopieren',
  'Could not: no member of staff.': 'Nicht möglich: gehört nicht zum Personal.',
  'Could not: the account is disabled.': 'Nicht möglich: Das Konto ist deaktiviert.',
  'Could not: the account is frozen.': 'Nicht möglich: Das Konto ist eingefroren.',
  'Could not: the account is locked.': 'Nicht möglich: Das Konto ist gesperrt.',
  'Could not: {has}, {lacks}.': 'Nicht möglich: {has}, {lacks}.',
  'Could, with {proofs}.': 'Möglich, mit: {proofs}.',
  'Could, without a further proof.': 'Möglich, ohne weiteren Nachweis.',
  'Suspend the account unless you expected this: its key may be stolen.':
    'Setzen Sie das Konto aus, wenn Sie das nicht erwartet haben: Sein Schlüssel kann gestohlen sein.',
  'That was already requested, and waits for a second person.':
    'Das ist schon beantragt und wartet auf eine zweite Person.',
  '{count} number does not count yet: it is less than a week on record.':
    '{count} Nummer zählt noch nicht: Sie ist seit weniger als einer Woche eingetragen.',
  '{count} numbers do not count yet: they are less than a week on record.':
    '{count} Nummern zählen noch nicht: Sie sind seit weniger als einer Woche eingetragen.',
  'Counts for 15 minutes and one invitation.': 'Zählt 15 Minuten und für eine Einladung.',
  'Ctrl K': 'Strg K',
  'Daily limit of a service account reached': 'Tagesgrenze eines Dienstkontos erreicht',
  'Daily limit of a system reached': 'Tagesgrenze eines Systems erreicht',
  'Data keys': 'Datenschlüssel',
  Database: 'Datenbank',
  'Decide as staff': 'Als Personal entscheiden',
  Decline: 'Ablehnen',
  Declined: 'Abgelehnt',
  'Declined. Nothing changes for {user}.': 'Abgelehnt. Für {user} ändert sich nichts.',
  'Declined. {name} can do what it could.': 'Abgelehnt. {name} darf so viel wie bisher.',
  'Declined. {name} does not get the role {role}.': 'Abgelehnt. {name} bekommt die Rolle {role} nicht.',
  'Declined. {name} gets no account.': 'Abgelehnt. {name} bekommt kein Konto.',
  'Declined. {requester} can read your note on the page of {user}.':
    'Abgelehnt. {requester} kann Ihre Notiz auf der Seite von {user} lesen.',
  'Declined. {user} stays frozen.': 'Abgelehnt. {user} bleibt eingefroren.',
  'Declining…': 'Wird abgelehnt…',
  Default: 'Vorgabe',
  'Delete the account of {user} for good': 'Konto von {user} endgültig löschen',
  'Deleted the webhook at {host}': 'Webhook bei {host} gelöscht',
  'deleting the account': 'das Konto löschen',
  Detail: 'Einzelheit',
  'Device active': 'Gerät aktiv',
  'Device limit': 'Gerätelimit',
  'Device replaced': 'Gerät ersetzt',
  'Device restored': 'Gerät wiederhergestellt',
  'Device retiring': 'Gerät wird abgelöst',
  'Device this is about': 'Gerät, um das es geht',
  'Device trusted': 'Gerät vertrauenswürdig',
  'Devices can’t be shown right now': 'Die Geräte können gerade nicht angezeigt werden',
  'Devices can’t be shown right now.': 'Die Geräte können gerade nicht angezeigt werden.',
  Digits: 'Ziffern',
  'Disable the account of {user}': 'Konto von {user} deaktivieren',
  'disabling the account': 'das Konto deaktivieren',
  'Done without approval': 'Ohne Genehmigung ausgeführt',
  'Email to {destination}': 'E-Mail an {destination}',
  'Emails to {destination}': 'E-Mails an {destination}',
  'Embedded (PGlite)': 'Eingebaut (PGlite)',
  'Embedded in this site': 'In diese Website eingebaut',
  'Ended by': 'Beendet von',
  'Enough ({required} needed).': 'Genug ({required} nötig).',
  'Enter a name of at most 100 characters, each word in one script.':
    'Geben Sie einen Namen mit höchstens 100 Zeichen ein, jedes Wort in einer Schrift.',
  'Enter a name of at most 60 characters, on one line.':
    'Geben Sie einen Namen mit höchstens 60 Zeichen ein, in einer Zeile.',
  'Enter a number from 1 to 6,000.': 'Geben Sie eine Zahl von 1 bis 6.000 ein.',
  'Enter a user ID of at most 255 characters, without spaces, semicolons or invisible characters, and each word in one script.':
    'Geben Sie eine Benutzerkennung mit höchstens 255 Zeichen ein, ohne Leerzeichen, Strichpunkte und unsichtbare Zeichen, jedes Wort in einer Schrift.',
  'Enter a whole address that begins with https://, such as https://bank.example/phones/back, without #, *, a user name, or a parameter called state or result.':
    'Geben Sie eine vollständige Adresse ein, die mit https:// beginnt, etwa https://bank.example/phones/back, ohne #, *, Benutzernamen oder einen Parameter namens state oder result.',
  'Enter addresses or ranges such as 192.0.2.0/24, one on each line, at most 50. The digits behind the prefix must be zero.':
    'Geben Sie Adressen oder Bereiche wie 192.0.2.0/24 ein, je Zeile einen, höchstens 50. Die Stellen hinter dem Präfix müssen null sein.',
  'Enter an email address: the link for the first password goes there.':
    'Geben Sie eine E-Mail-Adresse ein: Dorthin geht der Link für das erste Passwort.',
  'Enter four characters': 'Geben Sie vier Zeichen ein',
  'Enter one email address on each line, at most five.': 'Geben Sie je Zeile eine E-Mail-Adresse ein, höchstens fünf.',
  'Enter the ticket: one line of at most 64 characters.':
    'Geben Sie das Ticket ein: eine Zeile mit höchstens 64 Zeichen.',
  'Enter the user ID of somebody else who has an account.':
    'Geben Sie den Benutzernamen einer anderen Person mit Konto ein.',
  'Enter what you saw or heard, in one line.': 'Geben Sie in einer Zeile ein, was Sie gesehen oder gehört haben.',
  Environment: 'Umgebung',
  'Environment variables of this process. Secrets are never shown, only whether they are set.':
    'Umgebungsvariablen dieses Prozesses. Geheimnisse werden nie angezeigt, nur ob sie gesetzt sind.',
  'Every network': 'Jedes Netz',
  'Everything was delivered': 'Alles wurde zugestellt',
  'Everything works.': 'Alles funktioniert.',
  Failing: 'Gestört',
  'Find a user': 'Benutzer suchen',
  'First {count} results': 'Die ersten {count} Treffer',
  'For {name} ({userId}). We’ll send them a link. You won’t see its contents.':
    'Für {name} ({userId}). Wir senden einen Link, dessen Inhalt Sie nicht sehen.',
  'From {device}. Checked when you send.': 'Von {device}. Wird beim Senden geprüft.',
  Frozen: 'Eingefroren',
  'Frozen accounts': 'Eingefrorene Konten',
  'Go to': 'Gehe zu',
  'Hang up, call one of these and hear the caller answer.':
    'Legen Sie auf, rufen Sie eine dieser Nummern an und hören Sie, wer abnimmt.',
  Has: 'Hat',
  'How this site runs': 'Wie diese Website läuft',
  'Image scanned': 'Bild gescannt',
  'In the last seven days. Ask the agent if anything looks wrong.':
    'In den letzten sieben Tagen. Fragen Sie nach, wenn etwas nicht stimmt.',
  'Invitation code': 'Einladungscode',
  'Invitation completed': 'Einladung abgeschlossen',
  'Invitation created': 'Einladung erstellt',
  'Invitation created.': 'Einladung erstellt.',
  'Invitation for {user}': 'Einladung für {user}',
  'Invitation letter': 'Einladungsbrief',
  'Invitation progress': 'Fortschritt der Einladung',
  'Invitation revoked': 'Einladung widerrufen',
  'Invitation revoked.': 'Einladung widerrufen.',
  'is being locked': 'wird gesperrt',
  'is being removed': 'wird entfernt',
  'Is to be able to': 'Soll dürfen',
  'It ends when you send a new one: only the newest works.':
    'Sie endet, wenn Sie eine neue senden: Nur die neueste gilt.',
  'It gets the events of all people in the domain.': 'Es bekommt die Ereignisse aller Personen der Domäne.',
  'It is the user’s only working device.': 'Es ist das einzige funktionierende Gerät des Benutzers.',
  'It was confirmed on {device}, the lost or stolen device of this form.':
    'Bestätigt wurde auf {device}, dem verlorenen oder gestohlenen Gerät dieses Formulars.',
  'It wasn’t used in time. Send it again if it is still needed.':
    'Sie wurde nicht rechtzeitig verwendet. Senden Sie sie erneut, falls sie noch gebraucht wird.',
  'Its content can no longer be opened.': 'Ihr Inhalt kann nicht mehr geöffnet werden.',
  'Its destination is not set up any more.': 'Ihr Ziel ist nicht mehr eingerichtet.',
  'Its link no longer works, and nothing more comes of it.':
    'Ihr Link funktioniert nicht mehr, und aus ihr wird nichts mehr.',
  'Its user froze everything. Lift that first, from the user’s page.':
    'Der Benutzer hat alles eingefroren. Heben Sie das zuerst auf der Benutzerseite auf.',
  'Keep until the new one works': 'Behalten, bis das neue funktioniert',
  'Last characters of an identity document': 'Letzte Zeichen eines Ausweisdokuments',
  'Last four characters': 'Letzte vier Zeichen',
  'Last sign-in': 'Letzte Anmeldung',
  'Let the caller in': 'Anrufer einlassen',
  'Letters can’t be printed here. Choose another way to send it.':
    'Briefe können hier nicht gedruckt werden. Wählen Sie einen anderen Versandweg.',
  'Letting in…': 'Wird eingelassen…',
  Limit: 'Grenze',
  'Lock a device of {user}': 'Ein Gerät von {user} sperren',
  'Lock now': 'Jetzt sperren',
  'Lock {device}': '{device} sperren',
  'Lock: {cause}.': 'Sperren: nicht möglich, weil {cause}.',
  locked: 'gesperrt',
  'Locked because another device has taken its place.':
    'Gesperrt, weil ein anderes Gerät an seine Stelle getreten ist.',
  'Locked because it was reported as not theirs.': 'Gesperrt, weil es als fremd gemeldet wurde.',
  'Locked because the account is frozen.': 'Gesperrt, weil das Konto eingefroren ist.',
  'Locked by its person.': 'Vom Besitzer gesperrt.',
  'Locked by the helpdesk.': 'Vom Helpdesk gesperrt.',
  'Locked devices': 'Gesperrte Geräte',
  'locking {device}': '{device} sperren',
  'Locks of devices': 'Sperren von Geräten',
  'Looks alike': 'Sieht ähnlich aus',
  Lost: 'Verloren',
  'Manager asked': 'Führungskraft gefragt',
  'Manage webhooks': 'Webhooks verwalten',
  'Manager who vouched, in full': 'Bürgende Führungskraft, voller Name',
  'May already': 'Darf bereits',
  Message: 'Nachricht',
  Mine: 'Meine',
  'More was already requested for this service account, and waits for a second person.':
    'Mehr wurde für dieses Dienstkonto schon beantragt und wartet auf eine zweite Person.',
  'My open invitations': 'Meine offenen Einladungen',
  'Needs approval': 'Braucht eine Genehmigung',
  'New accounts': 'Neue Konten',
  'New browser': 'Neuer Browser',
  'New device': 'Neues Gerät',
  'New: proves nothing in a caller check, and counts {time}.':
    'Neu: beweist bei einer Anruferprüfung noch nichts. Zählt ab: {time}.',
  'No alarms': 'Keine Alarme',
  'No device is active.': 'Kein Gerät ist aktiv.',
  'No device is changed.': 'Kein Gerät wird verändert.',
  'No email address': 'Keine E-Mail-Adresse',
  'no email address known': 'keine E-Mail-Adresse bekannt',
  'No invitation matches these filters.': 'Keine Einladung passt zu diesen Filtern.',
  'No invitation was requested in the last 24 hours.': 'In den letzten 24 Stunden wurde keine Einladung beantragt.',
  'No manager on record who can be asked.': 'Keine Führungskraft eingetragen, die gefragt werden kann.',
  'No number on record, so calling back proves nothing.': 'Keine Nummer eingetragen, also beweist ein Rückruf nichts.',
  'no passkey': 'kein Passkey',
  'No phone answered within a minute. The caller has to open the authenticator app and needs notifications on for this account.':
    'Kein Telefon hat innerhalb einer Minute geantwortet. Der Anrufer muss die Authenticator-App öffnen und braucht eingeschaltete Mitteilungen für dieses Konto.',
  'No phone has opened it yet.': 'Noch kein Telefon hat sie geöffnet.',
  'no printer set up': 'kein Drucker eingerichtet',
  'no proof of who they are': 'kein Identitätsnachweis',
  'No role': 'Keine Rolle',
  'no second proof': 'kein zweiter Nachweis',
  'Nobody agreed in time to: {change}': 'Niemand hat rechtzeitig zugestimmt: {change}',
  'Nobody would be alarmed, so this can’t go on without approval. Ask an administrator to name an approver.':
    'Niemand würde alarmiert, also geht das nicht ohne Genehmigung. Bitten Sie einen Administrator, einen Genehmiger zu benennen.',
  'Nobody yet': 'Noch niemand',
  'None in progress': 'Keine laufende',
  'None of these': 'Keines davon',
  'None recently': 'Keine in letzter Zeit',
  'none set up': 'keine eingerichtet',
  'Not delivered yet': 'Noch nicht zugestellt',
  'Note, {check}': 'Notiz, {check}',
  'Note how you checked the caller. A second person judges that, and decides.':
    'Notieren Sie, wie Sie den Anrufer geprüft haben. Eine zweite Person beurteilt das und entscheidet.',
  'Nothing was compared: make sure yourself who is calling.':
    'Nichts wurde verglichen: Vergewissern Sie sich selbst, wer anruft.',
  'Not me reported': '„Das war ich nicht“ gemeldet',
  'Not possible here': 'Hier nicht möglich',
  'Note to the agent': 'Notiz für den Helpdesk',
  Nothing: 'Nichts',
  'Nothing can be sent to this user.': 'Diesem Benutzer kann nichts gesendet werden.',
  'Nothing here': 'Nichts vorhanden',
  'Nothing is waiting': 'Nichts wartet',
  'nothing to sign in with': 'nichts zum Anmelden',
  'Nothing was sent. Their note is on the user page, under recent activity.':
    'Es wurde nichts gesendet. Die Notiz dazu steht auf der Benutzerseite unter den letzten Aktivitäten.',
  Nowhere: 'Nirgends',
  'Number called': 'Angerufene Nummer',
  'Number for the caller': 'Zahl für den Anrufer',
  OK: 'OK',
  'Old device': 'Altes Gerät',
  'old device {device}: keep until the new one works': 'altes Gerät {device}: behalten, bis das neue funktioniert',
  'old device {device}: lock now': 'altes Gerät {device}: jetzt sperren',
  'old device {device}: remove': 'altes Gerät {device}: entfernen',
  'On file, not the one they called from.': 'Die hinterlegte, nicht die des Anrufs.',
  'On {device}, {instance}. Counts for 15 minutes and one invitation.':
    'Auf {device}, {instance}. Zählt 15 Minuten lang und für eine Einladung.',
  'One-time password from another device': 'Einmalpasswort von einem anderen Gerät',
  'OneSpan Authentication Server': 'OneSpan Authentication Server',
  'OneSpan Cloud Authentication': 'OneSpan Cloud Authentication',
  'Only a lock that a system set can be lifted. What staff locked stays locked.':
    'Nur eine Sperre, die ein System gesetzt hat, kann aufgehoben werden. Was das Personal gesperrt hat, bleibt gesperrt.',
  'only a passkey': 'nur ein Passkey',
  'only a password': 'nur ein Passwort',
  'only a password and a passkey': 'nur ein Passwort und ein Passkey',
  'Only the agent who locked this device can undo that, and the lock is not yours.':
    'Nur wer dieses Gerät gesperrt hat, kann das rückgängig machen, und die Sperre ist nicht von Ihnen.',
  'Only whoever requested this service account is shown its first key.':
    'Nur wer dieses Dienstkonto beantragt hat, sieht seinen ersten Schlüssel.',
  'On record: {name}. Gets an email, and answers on a page after signing in.':
    'Eingetragen: {name}. Bekommt eine E-Mail und antwortet nach der Anmeldung auf einer Seite.',
  Open: 'Offen',
  'Open invitation': 'Offene Einladung',
  'Open invitation: awaiting approval': 'Offene Einladung: wartet auf Genehmigung',
  'Open invitation: opened': 'Offene Einladung: geöffnet',
  'Open invitation: sent': 'Offene Einladung: gesendet',
  'Open staff pages': 'Personalseiten öffnen',
  Opened: 'Geöffnet',
  'Opened by the user': 'Vom Benutzer geöffnet',
  Other: 'Sonstiges',
  Part: 'Teil',
  'Parts of the site': 'Teile der Website',
  'Password code': 'Passwortcode',
  'Password turned on': 'Passwort eingeschaltet',
  'People you help and invitations you send appear here.':
    'Hier erscheinen Personen, denen Sie helfen, und Einladungen, die Sie senden.',
  'Phone linked. The user chooses a PIN.': 'Telefon verknüpft. Der Benutzer wählt eine PIN.',
  PostgreSQL: 'PostgreSQL',
  'Printed letter': 'Gedruckter Brief',
  Problem: 'Problem',
  protected: 'geschützt',
  'Re-issue activation': 'Aktivierung neu ausstellen',
  'Reached its daily limit': 'Tagesgrenze erreicht',
  'Reason given': 'Angegebener Grund',
  'Recent people': 'Zuletzt betreute Personen',
  Recipient: 'Empfänger',
  Reference: 'Referenz',
  Relay: 'Relay',
  Removal: 'Entfernen',
  'Removal awaiting approval.': 'Entfernen wartet auf Genehmigung.',
  'Removal of a device': 'Entfernen eines Geräts',
  'Removal of a device of {user}': 'Entfernen eines Geräts von {user}',
  'Removal of {device} requested.': 'Entfernen von {device} beantragt.',
  'Remove a device': 'Ein Gerät entfernen',
  'Remove a passkey': 'Einen Passkey entfernen',
  'Remove now': 'Jetzt entfernen',
  'Remove {device}': '{device} entfernen',
  'Remove: {cause}.': 'Entfernen: nicht möglich, weil {cause}.',
  removed: 'entfernt',
  Removes: 'Entfernt',
  'Rename a device': 'Ein Gerät umbenennen',
  'Replace a device': 'Ein Gerät ersetzen',
  Replaced: 'Ersetzt',
  'Reported: “It wasn’t me”': 'Gemeldet: „Das war ich nicht“',
  'Request expires': 'Anfrage läuft ab',
  'Request for a change expired': 'Antrag auf eine Änderung abgelaufen',
  'Request removal of {device}': 'Entfernen von {device} beantragen',
  Requested: 'Beantragt',
  Requests: 'Anfragen',
  'Requests from the last 24 hours.': 'Anfragen der letzten 24 Stunden.',
  'Requests that need a second person.': 'Anfragen, die eine zweite Person brauchen.',
  'Requests to a second person': 'Anfragen an eine zweite Person',
  Results: 'Ergebnisse',
  Revoke: 'Widerrufen',
  'Revoke invitation': 'Einladung widerrufen',
  Revoked: 'Widerrufen',
  'Revoked after too many wrong codes': 'Nach zu vielen falschen Codes widerrufen',
  'Revoked: the account was disabled': 'Widerrufen: Das Konto wurde deaktiviert',
  'Revoked: the account was frozen': 'Widerrufen: Das Konto wurde eingefroren',
  'Used up by a new password': 'Durch ein neues Passwort verbraucht',
  'Test event sent to a webhook': 'Testereignis an einen Webhook gesendet',
  'The user set a new password with it. An invitation does one thing: send another one for a device.':
    'Der Benutzer hat damit ein neues Passwort gesetzt. Eine Einladung gilt nur für eines: Senden Sie eine weitere für ein Gerät.',
  'Revoked: “It wasn’t me”': 'Widerrufen: „Das war ich nicht“',
  'Revoking…': 'Wird widerrufen…',
  'Rotated the secret of the webhook at {host}': 'Geheimnis des Webhooks bei {host} erneuert',
  'Say in 20 to 500 characters why this can’t wait for approval.':
    'Sagen Sie mit 20 bis 500 Zeichen, warum das nicht auf eine Genehmigung warten kann.',
  'Say in one line what happened.': 'Sagen Sie in einer Zeile, was geschehen ist.',
  'Say in one line why you decline, in at most 200 characters.':
    'Sagen Sie in einer Zeile, warum Sie ablehnen, mit höchstens 200 Zeichen.',
  'Search by name, user ID, email address or ticket.':
    'Suchen Sie nach Name, Benutzerkennung, E-Mail-Adresse oder Ticket.',
  'Search by name, user ID, email address, ticket or serial number.':
    'Suchen Sie nach Name, Benutzerkennung, E-Mail-Adresse, Ticket oder Seriennummer.',
  'Search is limited to 100 characters': 'Die Suche ist auf 100 Zeichen begrenzt',
  'Search unavailable right now': 'Die Suche ist gerade nicht verfügbar',
  'Secret of a webhook rotated': 'Geheimnis eines Webhooks erneuert',
  'Sent a test event to the webhook at {host}': 'Testereignis an den Webhook bei {host} gesendet',
  Section: 'Bereich',
  'Section or user': 'Bereich oder Benutzer',
  'Section, name, user ID, email, ticket or serial number':
    'Bereich, Name, Benutzerkennung, E-Mail, Ticket oder Seriennummer',
  'Send a check to their phone': 'Prüfung ans Telefon senden',
  'Send another check': 'Neue Prüfung senden',
  'Send by': 'Senden per',
  'Send invitation': 'Einladung senden',
  'Sends a letter to the printer, and a code by email to {address}.':
    'Sendet einen Brief an den Drucker und einen Code per E-Mail an {address}.',
  'Sends an email to {address}, and the caller reads you a code.':
    'Sendet eine E-Mail an {address}, und der Anrufer liest Ihnen einen Code vor.',
  'Sends an email to {address}.': 'Sendet eine E-Mail an {address}.',
  Sent: 'Gesendet',
  'Sent by': 'Versand',
  'Service account': 'Dienstkonto',
  'Service account expiring': 'Dienstkonto läuft ab',
  'Service key made': 'Dienstschlüssel erstellt',
  'Service key replaced': 'Dienstschlüssel ersetzt',
  Set: 'Gesetzt',
  Setting: 'Einstellung',
  'Shown by': 'Angezeigt von',
  'Since {time}. No device and no passkey works, nobody can sign in, and nothing can be activated.':
    'Eingefroren: {time}. Kein Gerät und kein Passkey funktioniert, niemand kann sich anmelden, und nichts kann aktiviert werden.',
  'Skip approval (emergency)': 'Genehmigung überspringen (Notfall)',
  'Skipped approvals and “It wasn’t me” reports appear here.':
    'Hier erscheinen übersprungene Genehmigungen und Meldungen „Das war ich nicht“.',
  'Somebody tried to guess the code. Ask the user if it was them before you send another invitation.':
    'Jemand hat versucht, den Code zu erraten. Fragen Sie den Benutzer, ob er es war, bevor Sie eine weitere Einladung senden.',
  'Something else has happened since the lock, so it can’t be undone. Load the page again.':
    'Seit der Sperre ist etwas anderes geschehen, daher lässt sie sich nicht aufheben. Laden Sie die Seite neu.',
  'Something needs attention.': 'Etwas braucht Aufmerksamkeit.',
  Source: 'Herkunft',
  Stolen: 'Gestohlen',
  'Suggested, because it was lost. You can change it.': 'Vorgeschlagen, weil es verloren ging. Sie können das ändern.',
  'Suggested, because it was stolen. You can change it.':
    'Vorgeschlagen, weil es gestohlen wurde. Sie können das ändern.',
  'Have this service account suspended unless you expected this: its key may be stolen.':
    'Setzen Sie das Konto aus, wenn Sie das nicht erwartet haben: Sein Schlüssel kann gestohlen sein.',
  'Take a role from {user}': '{user} eine Rolle entziehen',
  'taking a role away': 'eine Rolle entziehen',
  'Ten addresses are registered. Remove one first.': 'Zehn Adressen sind registriert. Entfernen Sie zuerst eine.',
  'That address is not registered any more. Load the page again.':
    'Diese Adresse ist nicht mehr registriert. Laden Sie die Seite neu.',
  'That address or name is registered already. Load the page again.':
    'Diese Adresse oder dieser Name ist schon registriert. Laden Sie die Seite neu.',
  'That device proves nothing: it is locked, lost or stolen. Use another check.':
    'Dieses Gerät beweist nichts: Es ist gesperrt, verloren oder gestohlen. Nutzen Sie eine andere Prüfung.',
  'That is not the code on the caller’s page. Ask them to read it out again.':
    'Das ist nicht der Code auf der Seite des Anrufers. Bitten Sie ihn, den Code noch einmal vorzulesen.',
  'That is too short. Enter all of it.': 'Das ist zu kurz. Geben Sie alles ein.',
  'That number is not on record any more, or for less than a week. Load the page again and choose another check.':
    'Diese Nummer ist nicht mehr oder seit weniger als einer Woche eingetragen. Laden Sie die Seite neu und wählen Sie eine andere Prüfung.',
  'That one-time password didn’t work. Ask for the one on the caller’s phone now.':
    'Dieses Einmalpasswort hat nicht funktioniert. Fragen Sie nach dem, das jetzt am Telefon des Anrufers steht.',
  'That role was already requested for this person, and waits for a second one.':
    'Diese Rolle wurde für diese Person schon beantragt und wartet auf eine zweite Person.',
  'That user ID is taken. Choose another one.': 'Diese Benutzerkennung ist vergeben. Wählen Sie eine andere.',
  'The caller check is not enough to go on alone. Add another check, or let a second person approve it.':
    'Die Anruferprüfung reicht nicht, um allein weiterzumachen. Ergänzen Sie eine Prüfung oder lassen Sie eine zweite Person zustimmen.',
  'The / key leads to the search': 'Die Taste / führt zur Suche',
  'The activation service can’t check this. Use another check.':
    'Der Aktivierungsdienst kann das nicht prüfen. Nutzen Sie eine andere Prüfung.',
  'The activation service can’t lock devices for this site. A device that has to stop is removed.':
    'Der Aktivierungsdienst kann für diese Website keine Geräte sperren. Ein Gerät, das nicht mehr funktionieren darf, wird entfernt.',
  'The activation service did not accept their password. Ask them to try again.':
    'Der Aktivierungsdienst hat das Passwort nicht angenommen. Bitten Sie die Person, es noch einmal zu versuchen.',
  'The activation service does not answer, so nothing could be activated. Try again in a minute.':
    'Der Aktivierungsdienst antwortet nicht, also ließe sich nichts aktivieren. Versuchen Sie es in einer Minute noch einmal.',
  'The activation service does not answer. Load this page again in a minute.':
    'Der Aktivierungsdienst antwortet nicht. Laden Sie diese Seite in einer Minute neu.',
  'the activation service does not let this website ask for it':
    'der Aktivierungsdienst erlaubt es dieser Website nicht',
  'the activation service has no such function': 'der Aktivierungsdienst hat keine solche Funktion',
  'The activation service is not responding': 'Der Aktivierungsdienst antwortet nicht',
  'The activation service is not responding. Search by name, user ID or email address, or try again in a minute.':
    'Der Aktivierungsdienst antwortet nicht. Suchen Sie nach Name, Benutzerkennung oder E-Mail-Adresse, oder versuchen Sie es in einer Minute noch einmal.',
  'The activation service is not responding. Try again in a minute.':
    'Der Aktivierungsdienst antwortet nicht. Versuchen Sie es in einer Minute noch einmal.',
  'The activation service lost it, perhaps after a restart. Ask them to try again.':
    'Der Aktivierungsdienst hat sie verloren, vielleicht nach einem Neustart. Bitten Sie die Person, es noch einmal zu versuchen.',
  'The activation service refused it. Ask them to try again.':
    'Der Aktivierungsdienst hat sie abgelehnt. Bitten Sie die Person, es noch einmal zu versuchen.',
  'The activation was cancelled': 'Die Aktivierung wurde abgebrochen',
  'The caller declined on the phone. Caller not verified.':
    'Der Anrufer hat am Telefon abgelehnt. Anrufer nicht bestätigt.',
  'The caller has no active device to send a check to. Use another check.':
    'Der Anrufer hat kein aktives Gerät, an das eine Prüfung gehen könnte. Nutzen Sie eine andere Prüfung.',
  'The caller has no other active device to confirm with.':
    'Der Anrufer hat kein anderes aktives Gerät, mit dem er bestätigen könnte.',
  'The caller is in.': 'Der Anrufer ist drin.',
  'The caller typed a wrong number. Caller not verified.':
    'Der Anrufer hat eine falsche Zahl eingetippt. Anrufer nicht bestätigt.',
  'The caller’s page shows no code yet. Ask them to open the link in their email.':
    'Die Seite des Anrufers zeigt noch keinen Code. Bitten Sie ihn, den Link in der E-Mail zu öffnen.',
  'The caller’s page shows six digits now. Ask for them and enter them here.':
    'Die Seite des Anrufers zeigt jetzt sechs Ziffern. Fragen Sie danach und geben Sie sie hier ein.',
  'The caller’s phones gave wrong answers lately, so this one does not count. Use another check.':
    'Die Telefone des Anrufers haben zuletzt falsche Antworten gegeben, daher zählt diese nicht. Nutzen Sie eine andere Prüfung.',
  'The connection was not secure.': 'Die Verbindung war nicht sicher.',
  'The device that answered is locked or removed. Caller not verified.':
    'Das Gerät, das geantwortet hat, ist gesperrt oder entfernt. Anrufer nicht bestätigt.',
  'The image appears as soon as it does.': 'Das Bild erscheint, sobald er antwortet.',
  'The key of this service account was shown already. If it is lost, replace it.':
    'Der Schlüssel dieses Dienstkontos wurde schon angezeigt. Wenn er verloren ist, ersetzen Sie ihn.',
  'The last seven days, newest first.': 'Die letzten sieben Tage, das Neueste zuerst.',
  'The licence is in use on as many devices as it allows. Remove one, then ask them to try again.':
    'Die Lizenz ist auf so vielen Geräten in Gebrauch, wie sie erlaubt. Entfernen Sie eines und bitten Sie die Person dann, es noch einmal zu versuchen.',
  'The link stops working immediately, and so does an image that it has led to. This can’t be undone.':
    'Der Link funktioniert ab sofort nicht mehr, ebenso wenig ein Bild, zu dem er geführt hat. Das lässt sich nicht rückgängig machen.',
  'the maker of the activation service does not publish how to ask for it':
    'der Hersteller des Aktivierungsdienstes veröffentlicht nicht, wie man danach fragt',
  'The manager did not answer in time. Ask again, or use another check.':
    'Die Führungskraft hat nicht rechtzeitig geantwortet. Fragen Sie erneut oder nutzen Sie eine andere Prüfung.',
  'The manager does not confirm it. End the call and tell security.':
    'Die Führungskraft bestätigt es nicht. Beenden Sie das Gespräch und melden Sie es der Sicherheit.',
  'The manager on record has no email address. Use another check.':
    'Die eingetragene Führungskraft hat keine E-Mail-Adresse. Nutzen Sie eine andere Prüfung.',
  'The manager’s confirmation has expired or was already used. Ask again, or use another check.':
    'Die Bestätigung der Führungskraft ist abgelaufen oder schon verwendet. Fragen Sie erneut oder nutzen Sie eine andere Prüfung.',
  'The message will be sent again now.': 'Die Nachricht wird jetzt erneut gesendet.',
  'The new device works': 'Das neue Gerät funktioniert',
  'The open invitation ends.': 'Die offene Einladung endet.',
  'The other side asked to try again later.': 'Die Gegenseite bat um einen späteren Versuch.',
  'The other side could not be reached.': 'Die Gegenseite war nicht erreichbar.',
  'The other side did not answer in time.': 'Die Gegenseite hat nicht rechtzeitig geantwortet.',
  'The other side does not accept this site’s sign-in.': 'Die Gegenseite nimmt die Anmeldung dieser Website nicht an.',
  'The other side refused it.': 'Die Gegenseite hat sie abgelehnt.',
  'The page cannot reach the server and keeps trying. What the user does still counts.':
    'Die Seite erreicht den Server nicht und versucht es weiter. Was der Benutzer tut, zählt trotzdem.',
  'The person can start again on their page.': 'Die Person kann auf ihrer Seite neu beginnen.',
  'The person has no authenticator licence. Assign one, then ask them to try again.':
    'Die Person hat keine Authenticator-Lizenz. Weisen Sie eine zu und bitten Sie sie dann, es noch einmal zu versuchen.',
  'The person mistyped the phone’s codes too often. Ask them to try again.':
    'Die Person hat die Codes des Telefons zu oft vertippt. Bitten Sie sie, es noch einmal zu versuchen.',
  'The phone confirmation has expired or was already used. Send a new check, or use another one.':
    'Die Bestätigung am Telefon ist abgelaufen oder wurde schon verwendet. Senden Sie eine neue Prüfung oder nutzen Sie eine andere.',
  'The phone’s owner says they are not calling. End the call and tell security.':
    'Der Besitzer des Telefons sagt, er rufe nicht an. Beenden Sie das Gespräch und melden Sie es der Sicherheit.',
  'The queue cannot be read while the database is failing.':
    'Die Warteschlange ist nicht lesbar, solange die Datenbank ausfällt.',
  'There is no manager on record who can be asked. Use another check.':
    'Es ist keine Führungskraft eingetragen, die gefragt werden kann. Nutzen Sie eine andere Prüfung.',
  'The removal of this device was already requested.': 'Das Entfernen dieses Geräts wurde schon beantragt.',
  'The service account may do that already. Load the page again.':
    'Das Dienstkonto darf das bereits. Laden Sie die Seite neu.',
  'the user': 'den Benutzer',
  'The user has no device.': 'Der Benutzer hat kein Gerät.',
  'The user ID has a character that an activation image cannot contain.':
    'Die Benutzerkennung hat ein Zeichen, das ein Aktivierungsbild nicht enthalten kann.',
  'The user ID is too long for an activation image.': 'Die Benutzerkennung ist zu lang für ein Aktivierungsbild.',
  'The user is activating a device now.': 'Der Benutzer aktiviert gerade ein Gerät.',
  'The user reported a device that was not theirs. Call them back first.':
    'Der Benutzer hat ein fremdes Gerät gemeldet. Rufen Sie ihn zuerst zurück.',
  'Their new device can confirm it from {time}.': 'Das neue Gerät kann es bestätigen ab: {time}.',
  'their organisation’s sign-in': 'Anmeldung der Organisation',
  'their password': 'Passwort',
  'their phone': 'Telefon',
  'their recovery code': 'Wiederherstellungscode',
  'This account is being deleted. Nothing can be changed any more.':
    'Dieses Konto wird gelöscht. Daran kann nichts mehr geändert werden.',
  'This account is disabled. Load the page again.': 'Dieses Konto ist deaktiviert. Laden Sie die Seite neu.',
  'This account is frozen': 'Dieses Konto ist eingefroren',
  'This account is not disabled any more. Load the page again.':
    'Dieses Konto ist nicht mehr deaktiviert. Laden Sie die Seite neu.',
  'This account is not frozen any more. Load the page again.':
    'Dieses Konto ist nicht mehr eingefroren. Laden Sie die Seite neu.',
  'This can’t be approved any more: whoever requested it was disabled, or is no administrator now.':
    'Das kann nicht mehr genehmigt werden: Der Antragsteller wurde deaktiviert oder ist kein Administrator mehr.',
  'This can’t be done right now': 'Das ist gerade nicht möglich',
  'This change isn’t possible any more, so nothing was changed.':
    'Diese Änderung ist nicht mehr möglich. Es wurde nichts geändert.',
  'This does not count': 'Das zählt nicht',
  'This invitation can’t be shown any more': 'Diese Einladung kann nicht mehr angezeigt werden',
  'This invitation has already ended.': 'Diese Einladung ist bereits beendet.',
  'This is about your own account, so somebody else decides.':
    'Es geht um Ihr eigenes Konto, also entscheidet jemand anderes.',
  'This is the last administrator who can sign in. Give somebody else that role first.':
    'Das ist der letzte Administrator, der sich anmelden kann. Geben Sie die Rolle zuerst jemand anderem.',
  'This item no longer exists. Load the page again.': 'Diesen Eintrag gibt es nicht mehr. Laden Sie die Seite neu.',
  'This key has ended already. Load the page again.': 'Dieser Schlüssel ist bereits beendet. Laden Sie die Seite neu.',
  'This message has expired: its content is no longer valid.':
    'Diese Nachricht ist abgelaufen: Ihr Inhalt ist nicht mehr gültig.',
  'This message is being sent again, or was delivered.': 'Diese Nachricht wird erneut gesendet oder wurde zugestellt.',
  'This page updates automatically.': 'Diese Seite aktualisiert sich von selbst.',
  'This person already has that role. Load the page again.':
    'Diese Person hat die Rolle bereits. Laden Sie die Seite neu.',
  'This person can’t sign in: the account is disabled or locked. An administrator has to change that before you invite them.':
    'Diese Person kann sich nicht anmelden: Das Konto ist deaktiviert oder gesperrt. Ein Administrator muss das ändern, bevor Sie sie einladen.',
  'This person does not have that role any more. Load the page again.':
    'Diese Person hat die Rolle nicht mehr. Laden Sie die Seite neu.',
  'This person has set a password already, or the account is disabled. Load the page again.':
    'Diese Person hat schon ein Passwort gesetzt, oder das Konto ist deaktiviert. Laden Sie die Seite neu.',
  'This role can’t be given any more: the account, or whoever asked, was disabled or is no administrator now.':
    'Diese Rolle kann nicht mehr vergeben werden: Das Konto oder der Antragsteller wurde deaktiviert oder ist kein Administrator mehr.',
  'This service account has no key yet. Load the page again.':
    'Dieses Dienstkonto hat noch keinen Schlüssel. Laden Sie die Seite neu.',
  'This service account is not suspended any more. Load the page again.':
    'Dieses Dienstkonto ist nicht mehr ausgesetzt. Laden Sie die Seite neu.',
  'This service account is suspended. Load the page again.':
    'Dieses Dienstkonto ist ausgesetzt. Laden Sie die Seite neu.',
  'This site': 'Diese Website',
  'This site failed on it; the log says how.': 'Diese Website ist daran gescheitert; das Protokoll sagt, wie.',
  'This user has no email address, so nothing can be sent.':
    'Dieser Benutzer hat keine E-Mail-Adresse, daher kann nichts gesendet werden.',
  'This user is protected. The invitation is sent once an approver agrees.':
    'Dieser Benutzer ist geschützt. Die Einladung wird gesendet, sobald ein Genehmiger zustimmt.',
  'This was already decided, or its time is over.': 'Darüber wurde schon entschieden, oder die Frist ist abgelaufen.',
  Ticket: 'Ticket',
  'ticket {ticket}': 'Ticket {ticket}',
  'to files in {folder}': 'in Dateien unter {folder}',
  'To let in more than before, confirm that it’s you.':
    'Um mehr als bisher einzulassen, bestätigen Sie, dass Sie es sind.',
  'to one address': 'an eine Adresse',
  'To the DIGIPASS Gateway': 'Zum DIGIPASS Gateway',
  'to the email server': 'an den E-Mail-Server',
  'to {count} addresses': 'an {count} Adressen',
  'Too many checks were sent lately, to this caller or by you. Wait 15 minutes, or use another check.':
    'Zuletzt wurden zu viele Prüfungen gesendet, an diesen Anrufer oder von Ihnen. Warten Sie 15 Minuten oder nutzen Sie eine andere Prüfung.',
  'Too many invitations lately, for this user or from you. Wait a while, then try again.':
    'Zuletzt gab es zu viele Einladungen, für diesen Benutzer oder von Ihnen. Warten Sie eine Weile und versuchen Sie es dann noch einmal.',
  Tries: 'Versuche',
  'Turn the password off': 'Das Passwort abschalten',
  'Turn the password on': 'Das Passwort einschalten',
  'Type a little more': 'Tippen Sie etwas mehr ein',
  'Type another word or a few more letters to narrow the search.':
    'Tippen Sie ein weiteres Wort oder ein paar Buchstaben mehr ein, um die Suche einzugrenzen.',
  'Type fewer words.': 'Tippen Sie weniger Wörter ein.',
  'Undelivered emails and webhooks appear here.': 'Hier erscheinen E-Mails und Webhooks, die nicht zugestellt wurden.',
  'Undelivered messages': 'Nicht zugestellte Nachrichten',
  'Undo the lock of {device}': 'Sperre von {device} aufheben',
  'Unfreezing of {user}': 'Aufhebung des Einfrierens von {user}',
  unknown: 'unbekannt',
  'Unknown, because {cause}': 'Unbekannt, weil {cause}',
  'Unlock a device': 'Ein Gerät entsperren',
  'Unlock a device of {user}': 'Ein Gerät von {user} entsperren',
  'Unlock {device}': '{device} entsperren',
  'Unlocking of {device} requested.': 'Entsperren von {device} beantragt.',
  'unlocking {device}': '{device} entsperren',
  'Use at most 64 characters, on one line.': 'Höchstens 64 Zeichen, in einer Zeile.',
  'User page': 'Benutzerseite',
  'User’s devices': 'Geräte des Benutzers',
  'Valid for': 'Gültig für',
  Value: 'Wert',
  Version: 'Version',
  'Waiting for the phone to scan the image': 'Warten, bis das Telefon das Bild scannt',
  'Webhook added': 'Webhook hinzugefügt',
  'Webhook changed': 'Webhook geändert',
  'Webhook deleted': 'Webhook gelöscht',
  'Webhook {destination}': 'Webhook {destination}',
  Webhooks: 'Webhooks',
  '{weight} of {required} points, so a second person has to approve this.':
    '{weight} von {required} Punkten, also muss eine zweite Person zustimmen.',
  What: 'Was',
  'What happened': 'Was geschehen ist',
  'What happens to it': 'Was damit geschieht',
  'What it does': 'Was sie erlaubt',
  'What the user does still counts. Sign in to see the result.':
    'Was der Benutzer tut, zählt trotzdem. Melden Sie sich an, um das Ergebnis zu sehen.',
  'What this person could confirm now': 'Was diese Person jetzt bestätigen könnte',
  'When you send': 'Wenn Sie senden',
  Whose: 'Von wem',
  'Why it cannot wait': 'Warum es nicht warten kann',
  'Why you decline.': 'Warum Sie ablehnen.',
  'will be removed once approved': 'wird nach der Genehmigung entfernt',
  'Without approval': 'Ohne Genehmigung',
  'works again, the lock was undone': 'funktioniert wieder, die Sperre wurde aufgehoben',
  'works until the new one does': 'funktioniert, bis das neue funktioniert',
  'Yes, lock {device}': 'Ja, {device} sperren',
  'Yes, sign them out': 'Ja, abmelden',
  'Yes, {device} may be locked for good.': 'Ja, {device} darf endgültig gesperrt werden.',
  'Yes, {device} may be removed for good.': 'Ja, {device} darf endgültig entfernt werden.',
  'You can’t approve your own request. Ask another approver.':
    'Sie können Ihre eigene Anfrage nicht genehmigen. Bitten Sie einen anderen Genehmiger.',
  'You can’t do this for your own account. Ask a colleague.':
    'Das können Sie nicht für Ihr eigenes Konto tun. Bitten Sie einen Kollegen.',
  'You locked {device}. You can undo that until {time}.':
    'Sie haben {device} gesperrt. Sie können das bis {time} rückgängig machen.',
  'You requested this, so somebody else decides.': 'Sie haben das beantragt, also entscheidet jemand anderes.',
  'Your account may no longer see invitations.': 'Ihr Konto darf keine Einladungen mehr sehen.',
  'Your browser does not allow copying. Select the text below.':
    'Ihr Browser erlaubt das Kopieren nicht. Markieren Sie den Text unten.',
  'Your organisation’s sign-in gives roles. Change them there: they count from the next sign-in on.':
    'Die Anmeldung Ihrer Organisation vergibt die Rollen. Ändern Sie sie dort: Sie gelten ab der nächsten Anmeldung.',
  'You’ve skipped approval as often as a day allows. Wait for an approver.':
    'Sie haben die Genehmigung so oft übersprungen, wie ein Tag erlaubt. Warten Sie auf einen Genehmiger.',
  '{actor} asked to unfreeze it.': '{actor} hat beantragt, das Einfrieren aufzuheben.',
  '{check}: off, because {cause}.': '{check}: nicht möglich, weil {cause}.',
  '{count} day': '{count} Tag',
  '{count} days': '{count} Tage',
  '{count} hour': '{count} Stunde',
  '{count} hours': '{count} Stunden',
  '{count} minute': '{count} Minute',
  '{count} minutes': '{count} Minuten',
  '{count} new invitation': '{count} neue Einladung',
  '{count} new invitations': '{count} neue Einladungen',
  '{count} new request': '{count} neue Anfrage',
  '{count} new requests': '{count} neue Anfragen',
  '{count} point': '{count} Punkt',
  '{count} points': '{count} Punkte',
  '{count} result': '{count} Treffer',
  '{count} results': '{count} Treffer',
  '{count} session': '{count} Sitzung',
  '{count} sessions': '{count} Sitzungen',
  '{count} undelivered': '{count} nicht zugestellt',
  '{count} waiting, {undelivered}, {destination}': '{count} wartend, {undelivered}, {destination}',
  '{count}, the next one from {time}': '{count}, die nächste ab {time}',
  '{current} encrypts, {older} can still decrypt': '{current} verschlüsselt; zum Entschlüsseln auch {older}',
  '{database}, schema up to date': '{database}, Schema aktuell',
  '{days} days': '{days} Tage',
  '{device} (locked)': '{device} (gesperrt)',
  '{device} can never sign in again, and this can’t be undone. A second person has to approve it.':
    'Mit {device} ist nie wieder eine Anmeldung möglich, und das lässt sich nicht rückgängig machen. Eine zweite Person muss es genehmigen.',
  '{device} can no longer sign in. This can’t be undone: its user needs a new activation.':
    'Mit {device} ist keine Anmeldung mehr möglich. Das lässt sich nicht rückgängig machen: Der Benutzer braucht eine neue Aktivierung.',
  '{device} can no longer sign in. You can undo this for 15 minutes. After that, its user needs a new activation.':
    'Mit {device} ist keine Anmeldung mehr möglich. Sie können das 15 Minuten lang rückgängig machen. Danach braucht der Benutzer eine neue Aktivierung.',
  '{device} is locked now. It can’t be unlocked.': '{device} wird jetzt gesperrt. Es kann nicht entsperrt werden.',
  '{device} is locked now. You can undo that for 15 minutes; after that it stays locked.':
    '{device} wird jetzt gesperrt. Sie können das 15 Minuten lang rückgängig machen; danach bleibt es gesperrt.',
  '{device} is locked.': '{device} ist gesperrt.',
  '{device} is removed for good once approved. This can’t be undone.':
    '{device} wird nach der Genehmigung endgültig entfernt. Das lässt sich nicht rückgängig machen.',
  '{device} is removed now, for good. This can’t be undone.':
    '{device} wird jetzt endgültig entfernt. Das lässt sich nicht rückgängig machen.',
  '{device} is removed now. This can’t be undone.':
    '{device} wird jetzt entfernt. Das lässt sich nicht rückgängig machen.',
  '{device} is unlocked again.': '{device} ist wieder entsperrt.',
  '{device} keeps working until the new device does, then it is locked.':
    '{device} funktioniert, bis das neue Gerät funktioniert, und wird dann gesperrt.',
  '{device} stays locked.': '{device} bleibt gesperrt.',
  '{failed} failed · {retrying} retrying': '{failed} fehlgeschlagen · {retrying} in Wiederholung',
  '{group}. Protected: changes need a second approver.':
    '{group}. Geschützt: Änderungen brauchen eine zweite Person, die genehmigt.',
  '{lifetime} (letters only)': '{lifetime} (nur Briefe)',
  '{lifetime}, a letter {letter}': '{lifetime}, ein Brief {letter}',
  '{name} is signed out in every browser at once, and can sign in again.':
    '{name} wird in allen Browsern sofort abgemeldet und kann sich wieder anmelden.',
  '{proofs}, and {proof}': '{proofs}, und {proof}',
  '{role} for {name}': '{role} für {name}',
  '{state}, until {time}': '{state}, bis {time}',
  '{term}: {text}': '{term}: {text}',
  '{time} by {actor}': '{time} durch {actor}',
  '{used} of {limit} used, {left} left': '{used} von {limit} verwendet, {left} übrig',
  '{used} used, any number allowed': '{used} verwendet, beliebig viele erlaubt',
  '{userId} ({name}) is somebody else whose name looks the same. Make sure who is meant.':
    '{userId} ({name}) ist jemand anderes, dessen Name gleich aussieht. Vergewissern Sie sich, wer gemeint ist.',
  '↑ ↓ to choose, Enter to open, Esc to close': '↑ ↓ wählen, Enter öffnen, Esc schließen',
} as const;
