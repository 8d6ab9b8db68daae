export const devices = {
  'A device was activated for your account.': 'Für Ihr Konto wurde ein Gerät aktiviert.',
  'A device was activated for your account. Wasn’t you? Block it here.':
    'Für Ihr Konto wurde ein Gerät aktiviert. Das waren nicht Sie? Sperren Sie es hier.',
  'A new code takes its place: the earlier one stops working.':
    'Ein neuer Code tritt an seine Stelle: Der frühere gilt dann nicht mehr.',
  'Actions that cannot be undone': 'Aktionen, die sich nicht rückgängig machen lassen',
  'Add a second passkey first: one may get lost.':
    'Fügen Sie zuerst einen zweiten Passkey hinzu: Einer kann verloren gehen.',
  'Added {added}, last used {used}': 'Hinzugefügt: {added}, zuletzt verwendet: {used}',
  'Added {added}, never used': 'Hinzugefügt: {added}, nie verwendet',
  'Addresses saved. We told the old ones and the new ones.':
    'Adressen gespeichert. Wir haben die alten und die neuen benachrichtigt.',
  'All of your devices are locked. None of them can sign in as you.':
    'Alle Ihre Geräte sind gesperrt. Mit keinem kann man sich als Sie anmelden.',
  'Another device has replaced it.': 'Ein anderes Gerät hat es ersetzt.',
  'Answer until': 'Antwort bis',
  Asked: 'Gefragt',
  'Asked by': 'Gefragt von',
  'Ask {name} yourself first, in person or on a number that you know. On your word they can activate a new device.':
    'Fragen Sie {name} zuerst selbst, persönlich oder unter einer Nummer, die Sie kennen. Auf Ihr Wort hin kann ein neues Gerät aktiviert werden.',
  'Both devices work for a while, so you need room for one more. Remove a device you no longer use.':
    'Beide Geräte funktionieren eine Weile nebeneinander; Sie brauchen also Platz für eines mehr. Entfernen Sie ein Gerät, das Sie nicht mehr verwenden.',
  'Bring this device back': 'Dieses Gerät zurückholen',
  'By which you’ll recognize it, such as where you keep it.':
    'Woran Sie ihn erkennen, zum Beispiel, wo Sie ihn aufbewahren.',
  'Change password': 'Passwort ändern',
  'Change your password': 'Ändern Sie Ihr Passwort',
  'Changing…': 'Wird geändert…',
  'Choose a name that tells your devices apart.': 'Wählen Sie einen Namen, der Ihre Geräte unterscheidet.',
  'Current password': 'Aktuelles Passwort',
  'Danger zone': 'Gefahrenbereich',
  'Delete recovery code': 'Wiederherstellungscode löschen',
  'Did they call the helpdesk?': 'Hat diese Person den Helpdesk angerufen?',
  'Don’t recognize one? End it, then change your password.':
    'Eine Anmeldung kommt Ihnen fremd vor? Beenden Sie sie und ändern Sie dann Ihr Passwort.',
  'Emails and letters tell times in the site’s zone, {zone}. Your organisation’s directory cannot keep another one for you.':
    'E-Mails und Briefe nennen Zeiten in der Zeitzone der Website, {zone}. Das Verzeichnis Ihrer Organisation kann keine andere für Sie speichern.',
  'End session': 'Sitzung beenden',
  'Enter the 6-digit code from the app.': 'Geben Sie den 6-stelligen Code aus der App ein.',
  'Enter the code from an email': 'Code aus einer E-Mail eingeben',
  'Everything is frozen. Call the helpdesk when you want to go on.':
    'Alles ist eingefroren. Rufen Sie den Helpdesk an, wenn Sie weitermachen möchten.',
  'Follow your browser…': 'Folgen Sie Ihrem Browser…',
  'For the day on which you lose your phone: with this code and your password you activate a new one yourself.':
    'Für den Tag, an dem Sie Ihr Telefon verlieren: Mit diesem Code und Ihrem Passwort aktivieren Sie selbst ein neues.',
  'Freeze my account': 'Mein Konto einfrieren',
  'I don’t confirm': 'Ich bestätige nicht',
  'It can sign in as you again right away.': 'Sie können sich damit sofort wieder anmelden.',
  'It can’t sign in as you any more, and will be removed on {time}. Until then, you can bring it back.':
    'Damit kann man sich nicht mehr als Sie anmelden, und es wird am {time} entfernt. Bis dahin können Sie es zurückholen.',
  'It can’t sign in as you any more, and will be removed on {time}. You also locked it yourself: unlock it below, then you can bring it back.':
    'Damit kann man sich nicht mehr als Sie anmelden, und es wird am {time} entfernt. Sie haben es auch selbst gesperrt: Entsperren Sie es unten, dann können Sie es zurückholen.',
  'It keeps working until the new device has been tried out.':
    'Es funktioniert weiter, bis das neue Gerät ausprobiert ist.',
  'It was reported: you didn’t activate it.': 'Es wurde gemeldet, dass Sie es nicht aktiviert haben.',
  'It was valid for a week. Sign in to lock the device yourself, or call the helpdesk.':
    'Er war eine Woche gültig. Melden Sie sich an, um das Gerät selbst zu sperren, oder rufen Sie den Helpdesk an.',
  'It’s in the email about your new device.': 'Er steht in der E-Mail über Ihr neues Gerät.',
  'Keep both devices': 'Beide Geräte behalten',
  'Keep this device': 'Dieses Gerät behalten',
  'Lifts your own lock. The device stays locked for the reason above.':
    'Hebt Ihre eigene Sperre auf. Aus dem oben genannten Grund bleibt das Gerät gesperrt.',
  'Lock devices you don’t recognise': 'Sperren Sie Geräte, die Sie nicht kennen',
  'Lock this device': 'Dieses Gerät sperren',
  'Lock {name}? It can’t sign in as you until you unlock it here.':
    '{name} sperren? Mit dem Gerät kann man sich nicht mehr als Sie anmelden, bis Sie es hier entsperren.',
  'Lock {name}? This is your only device. It can’t sign in as you until you unlock it here.':
    '{name} sperren? Es ist Ihr einziges Gerät. Damit kann man sich nicht mehr als Sie anmelden, bis Sie es hier entsperren.',
  'Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can lift it: they check that it’s you, and two of them decide.':
    'Sperrt alle Ihre Geräte, meldet Sie überall ab und verhindert neue Aktivierungen. Nur der Helpdesk kann das aufheben: Er prüft, dass Sie es sind, und zwei Personen entscheiden.',
  'Make a new recovery code': 'Neuen Wiederherstellungscode erstellen',
  'Manage this device': 'Dieses Gerät verwalten',
  'More that you don’t recognise? Freeze everything: all devices are locked and nobody can sign in, until the helpdesk has checked that it’s you.':
    'Noch mehr, das Sie nicht kennen? Frieren Sie alles ein: Alle Geräte werden gesperrt, und niemand kann sich anmelden, bis der Helpdesk geprüft hat, dass Sie es sind.',
  'Move from {name} to a new one.': 'Von {name} zu einem neuen Gerät wechseln.',
  'Move from {name} to a new phone.': 'Von {name} zu einem neuen Telefon wechseln.',
  'Name of the passkey': 'Name des Passkeys',
  'No device yet': 'Noch kein Gerät',
  'No proof kept': 'Kein Nachweis gespeichert',
  'Nobody can sign in as you until the helpdesk lifts it, and neither can you. Have their number at hand.':
    'Niemand kann sich als Sie anmelden, bis der Helpdesk es aufhebt, auch Sie selbst nicht. Halten Sie seine Nummer bereit.',
  'Nobody can sign in as you. Call the helpdesk when you want to go on.':
    'Niemand kann sich als Sie anmelden. Rufen Sie den Helpdesk an, wenn Sie weitermachen möchten.',
  'Nobody can sign in with your password then, whoever knows it. You sign in with a passkey or your phone. You can set a new password here later, with a passkey.':
    'Dann kann sich niemand mehr mit Ihrem Passwort anmelden, wer immer es kennt. Sie melden sich mit einem Passkey oder Ihrem Telefon an. Mit einem Passkey können Sie hier später ein neues Passwort wählen.',
  'Nothing was replaced. {name} stays.': 'Es wurde nichts ersetzt. {name} bleibt.',
  'Numbers saved. We told you by email.': 'Nummern gespeichert. Wir haben Ihnen eine E-Mail geschickt.',
  'One on each line, up to five, the one to write to first on top.':
    'Eine pro Zeile, bis zu fünf; oben die, an die zuerst geschrieben wird.',
  'One step left to replace {oldDevice}': 'Noch ein Schritt, um {oldDevice} zu ersetzen',
  'Only unlock {name} if you have it with you.': 'Entsperren Sie {name} nur, wenn Sie das Gerät bei sich haben.',
  'Open it again from the email, or call the helpdesk.':
    'Öffnen Sie ihn noch einmal aus der E-Mail oder rufen Sie den Helpdesk an.',
  'Open the device, then lock or remove it.': 'Öffnen Sie das Gerät und sperren oder entfernen Sie es.',
  'Pages use the zone of your browser.': 'Die Seiten verwenden die Zeitzone Ihres Browsers.',
  'Passkeys don’t work at this site’s address.': 'Passkeys funktionieren unter der Adresse dieser Website nicht.',
  'Passkeys don’t work at this site’s address: browsers offer them only to a host name with https. Ask whoever runs this site.':
    'Passkeys funktionieren unter der Adresse dieser Website nicht: Browser bieten sie nur bei einem Hostnamen mit https an. Fragen Sie den Betreiber dieser Website.',
  'Password changed. We signed you out everywhere else.': 'Passwort geändert. Wir haben Sie überall sonst abgemeldet.',
  'Phones and tablets you use to sign in.': 'Telefone und Tablets, mit denen Sie sich anmelden.',
  'Pick up where you left off.': 'Machen Sie dort weiter, wo Sie aufgehört haben.',
  'Remove this device': 'Dieses Gerät entfernen',
  'Remove this passkey': 'Diesen Passkey entfernen',
  'Remove {name}? It can never sign in as you again.':
    '{name} entfernen? Mit dem Gerät kann man sich nie wieder als Sie anmelden.',
  'Remove {name}? It can no longer sign in as you. Delete it in your browser or on your key as well.':
    '{name} entfernen? Damit kann man sich nicht mehr als Sie anmelden. Löschen Sie den Passkey auch in Ihrem Browser oder auf Ihrem Schlüssel.',
  'Replace this device': 'Dieses Gerät ersetzen',
  'Replacement progress': 'Fortschritt des Ersetzens',
  'Save addresses': 'Adressen speichern',
  'Save numbers': 'Nummern speichern',
  'Save time zone': 'Zeitzone speichern',
  'Set up the authenticator app on your phone to confirm it’s you when you sign in.':
    'Richten Sie die Authenticator-App auf Ihrem Telefon ein, um beim Anmelden zu bestätigen, dass Sie es sind.',
  'Sign in with your fingerprint, face or screen lock, or with a security key. A passkey works on this site alone, so nobody can lure it away.':
    'Melden Sie sich mit Fingerabdruck, Gesicht oder Bildschirmsperre an oder mit einem Sicherheitsschlüssel. Ein Passkey funktioniert nur auf dieser Website; niemand kann ihn Ihnen entlocken.',
  'Sign out all others': 'Alle anderen abmelden',
  'Sign out of every browser, including this one. Use this if you signed in on someone else’s computer.':
    'Meldet Sie in allen Browsern ab, auch in diesem. Hilfreich, wenn Sie sich an einem fremden Computer angemeldet haben.',
  'Sign-in works': 'Die Anmeldung funktioniert',
  'Since {time}': 'Angemeldet: {time}',
  'Since {time}, last seen {seen}': 'Angemeldet: {time}, zuletzt gesehen: {seen}',
  'Somebody on the phone with the helpdesk says so, and you are the manager on record.':
    'Am Telefon des Helpdesks behauptet das jemand, und Sie sind als Führungskraft eingetragen.',
  'Something you didn’t do? These steps shut a stranger out.':
    'Etwas, das Sie nicht getan haben? Mit diesen Schritten sperren Sie einen Fremden aus.',
  Synced: 'Synchronisiert',
  'Tell the helpdesk': 'Melden Sie es dem Helpdesk',
  'That code is from a different time. {drift} Set the phone’s time to automatic, then try again.':
    'Dieser Code ist von einer anderen Zeit. {drift} Stellen Sie die Uhrzeit des Telefons auf automatisch und versuchen Sie es dann noch einmal.',
  'That passkey didn’t work. Try again.': 'Dieser Passkey hat nicht funktioniert. Versuchen Sie es noch einmal.',
  'The activation service isn’t responding. Your device keeps working. Reload this page in a minute.':
    'Der Aktivierungsdienst antwortet nicht. Ihr Gerät funktioniert weiterhin. Laden Sie diese Seite in einer Minute neu.',
  'The activation service isn’t responding. Your devices keep working. Reload this page in a minute.':
    'Der Aktivierungsdienst antwortet nicht. Ihre Geräte funktionieren weiterhin. Laden Sie diese Seite in einer Minute neu.',
  'The activation service locked it.': 'Der Aktivierungsdienst hat es gesperrt.',
  'The device is locked': 'Das Gerät ist gesperrt',
  'The device is locked and the helpdesk knows. They will call you.':
    'Das Gerät ist gesperrt, und der Helpdesk weiß Bescheid. Er ruft Sie an.',
  'The helpdesk can ask you again.': 'Der Helpdesk kann Sie noch einmal fragen.',
  'The helpdesk goes on. There is nothing more to do.': 'Der Helpdesk macht weiter. Sie brauchen nichts mehr zu tun.',
  'The helpdesk knows. There is nothing more to do.': 'Der Helpdesk weiß es. Sie brauchen nichts mehr zu tun.',
  'The helpdesk locked it.': 'Der Helpdesk hat es gesperrt.',
  'The new name is saved.': 'Der neue Name ist gespeichert.',
  'The old one is locked and will be removed on {time}.': 'Das alte Gerät ist gesperrt und wird am {time} entfernt.',
  'The organisation’s sign-in': 'Anmeldung der Organisation',
  'the organisation’s sign-in': 'Anmeldung der Organisation',
  'The organisation’s sign-in with a second factor': 'Anmeldung der Organisation mit zweitem Faktor',
  'the organisation’s sign-in with a second factor': 'Anmeldung der Organisation mit zweitem Faktor',
  'The phone’s clock is about {amount} ahead.': 'Die Uhr des Telefons geht etwa {amount} vor.',
  'The phone’s clock is about {amount} behind.': 'Die Uhr des Telefons geht etwa {amount} nach.',
  'The phone’s clock is right.': 'Die Uhr des Telefons geht richtig.',
  'The site’s ({zone})': 'Die der Website ({zone})',
  'The time to answer is over': 'Die Zeit für eine Antwort ist um',
  'They can find out what happened. Give them the time shown in your activity.':
    'Er kann herausfinden, was geschehen ist. Nennen Sie die Zeit, die bei Ihren Aktivitäten steht.',
  'This also signs you out everywhere else.': 'Damit werden Sie auch überall sonst abgemeldet.',
  'This can’t be undone. To use it again, you’ll need to activate it again.':
    'Das lässt sich nicht rückgängig machen. Um das Gerät wieder zu verwenden, müssen Sie es neu aktivieren.',
  'This device can sign in as you.': 'Mit diesem Gerät kann man sich als Sie anmelden.',
  'This device can sign in as you. It is new: it can confirm changes to your account {time}.':
    'Mit diesem Gerät kann man sich als Sie anmelden. Es ist neu und kann Änderungen an Ihrem Konto erst später bestätigen: {time}.',
  'This device can’t sign in as you.': 'Mit diesem Gerät kann man sich nicht als Sie anmelden.',
  'This device has replaced {oldDevice}': 'Dieses Gerät hat {oldDevice} ersetzt',
  'This device was locked for your safety': 'Dieses Gerät wurde zu Ihrer Sicherheit gesperrt',
  'This device will be replaced by {newDevice}': 'Dieses Gerät wird durch {newDevice} ersetzt',
  'This has been reported already': 'Das wurde schon gemeldet',
  'This is your only device. This can’t be undone. To use it again, you’ll need to activate it again.':
    'Es ist Ihr einziges Gerät. Das lässt sich nicht rückgängig machen. Um es wieder zu verwenden, müssen Sie es neu aktivieren.',
  'This link has expired': 'Dieser Link ist abgelaufen',
  'This link is incomplete': 'Dieser Link ist unvollständig',
  'This locks the device, signs you out everywhere and tells the helpdesk, who will call you.':
    'Das sperrt das Gerät, meldet Sie überall ab und benachrichtigt den Helpdesk, der Sie anruft.',
  'This one': 'Diese Sitzung',
  'This page needs JavaScript. Turn it on, or call the helpdesk.':
    'Diese Seite braucht JavaScript. Schalten Sie es ein oder rufen Sie den Helpdesk an.',
  'Time zone': 'Zeitzone',
  'Time zone saved.': 'Zeitzone gespeichert.',
  'Times in emails and letters': 'Zeitangaben in E-Mails und Briefen',
  'Try again, or call the helpdesk.': 'Versuchen Sie es noch einmal oder rufen Sie den Helpdesk an.',
  'Try it': 'Probieren Sie es aus',
  'Try it out': 'Ausprobieren',
  'Try the new device': 'Neues Gerät ausprobieren',
  'Try the new device out to finish. Until then, this one keeps working.':
    'Probieren Sie zum Abschluss das neue Gerät aus. Bis dahin funktioniert dieses weiter.',
  'Try this device out below. When it works, {oldDevice} is locked.':
    'Probieren Sie dieses Gerät unten aus. Wenn es funktioniert, wird {oldDevice} gesperrt.',
  'Try {name}': '{name} ausprobieren',
  'Try {name} out to finish. Until then, both devices can sign in as you.':
    'Probieren Sie zum Abschluss {name} aus. Bis dahin können Sie sich mit beiden Geräten anmelden.',
  'Turn it off': 'Abschalten',
  'Turn my password off': 'Mein Passwort abschalten',
  'Turning off…': 'Wird abgeschaltet…',
  'Unlock this device': 'Dieses Gerät entsperren',
  'Use 1 to 64 characters, on one line.': 'Verwenden Sie 1 bis 64 Zeichen in einer Zeile.',
  'Use this if you’ve misplaced it. You can unlock it here.':
    'Für den Fall, dass Sie es verlegt haben. Hier können Sie es wieder entsperren.',
  'Use {zone}, like this browser': '{zone} verwenden, wie dieser Browser',
  'Wait 15 minutes and try again, or call the helpdesk.':
    'Warten Sie 15 Minuten und versuchen Sie es noch einmal, oder rufen Sie den Helpdesk an.',
  'We can’t show this device right now': 'Dieses Gerät kann gerade nicht angezeigt werden',
  'We can’t show your devices right now': 'Ihre Geräte können gerade nicht angezeigt werden',
  'We tell them what happens to your account. For a week after a change, an email to them does not confirm that it’s you.':
    'Dorthin schreiben wir, was mit Ihrem Konto geschieht. Eine Woche lang nach einer Änderung bestätigt eine E-Mail an sie nicht, dass Sie es sind.',
  'When you call the helpdesk, it makes sure that it’s you by calling back on one of these. A new one counts in a week.':
    'Wenn Sie den Helpdesk anrufen, ruft er unter einer dieser Nummern zurück, um sicher zu sein, dass Sie es sind. Eine neue zählt nach einer Woche.',
  'Where you are signed in': 'Wo Sie angemeldet sind',
  'Without a code, only the helpdesk can help you when you lose your phone.':
    'Ohne Code kann Ihnen nur der Helpdesk helfen, wenn Sie Ihr Telefon verlieren.',
  'You can make a code once you have a device that can confirm it’s you. A new device can do that after its first day.':
    'Sie können einen Code erstellen, sobald Sie ein Gerät haben, das bestätigen kann, dass Sie es sind. Ein neues Gerät kann das nach dem ersten Tag.',
  'You can’t unlock it here. Call the helpdesk if you still have it, or remove it.':
    'Sie können es hier nicht entsperren. Rufen Sie den Helpdesk an, wenn Sie es noch haben, oder entfernen Sie es.',
  'You said yes': 'Sie haben Ja gesagt',
  'You did not confirm': 'Sie haben nicht bestätigt',
  'You have 20 passkeys. Remove one that you no longer use, then try again.':
    'Sie haben 20 Passkeys. Entfernen Sie einen, den Sie nicht mehr verwenden, und versuchen Sie es dann noch einmal.',
  'You locked it yourself.': 'Sie haben es selbst gesperrt.',
  'You made a code {time}.': 'Ihr Code wurde erstellt: {time}.',
  'You made a code {time}. That’s more than a year ago. If you can’t find it, make a new one.':
    'Ihr Code wurde erstellt: {time}. Das ist mehr als ein Jahr her. Wenn Sie ihn nicht finden, erstellen Sie einen neuen.',
  'Your account is frozen.': 'Ihr Konto ist eingefroren.',
  'Your code was accepted.': 'Ihr Code wurde angenommen.',
  'Your own lock is lifted.': 'Ihre eigene Sperre ist aufgehoben.',
  'Your passkey is added. It signs you in from now on.':
    'Ihr Passkey ist hinzugefügt. Damit melden Sie sich ab jetzt an.',
  'Your password is off, so this is your only way to sign in. Set a password first.':
    'Ihr Passwort ist abgeschaltet; nur so können Sie sich noch anmelden. Wählen Sie zuerst ein Passwort.',
  'Your password is off. Set one to use it again.':
    'Ihr Passwort ist abgeschaltet. Wählen Sie eines, um es wieder zu verwenden.',
  'Your password is off. We signed you out everywhere else.':
    'Ihr Passwort ist abgeschaltet. Wir haben Sie überall sonst abgemeldet.',
  'Your password is on already. Load the page again.': 'Ihr Passwort ist schon eingeschaltet. Laden Sie die Seite neu.',
  'Your password is set. We signed you out everywhere else.':
    'Ihr Passwort ist festgelegt. Wir haben Sie überall sonst abgemeldet.',
  'Your recovery code is deleted.': 'Ihr Wiederherstellungscode ist gelöscht.',
  'You’re activating a device': 'Sie aktivieren gerade ein Gerät',
  'You’re replacing this device': 'Sie ersetzen dieses Gerät',
  'You’re replacing {name}. Activate the new device now.': 'Sie ersetzen {name}. Aktivieren Sie jetzt das neue Gerät.',
  'You’re signed out in every browser.': 'Sie sind in allen Browsern abgemeldet.',
  'You’re signed out in every other browser.': 'Sie sind in allen anderen Browsern abgemeldet.',
  'You’re using {used} of {limit} devices.': 'Verwendete Geräte: {used} von {limit}.',
  'You’ve been signed out everywhere and the helpdesk has been told. Change your password the next time you sign in.':
    'Sie wurden überall abgemeldet, und der Helpdesk ist benachrichtigt. Ändern Sie Ihr Passwort, wenn Sie sich das nächste Mal anmelden.',
  'You’ve reached your device limit': 'Sie haben die Höchstzahl Ihrer Geräte erreicht',
  '{browser} is signed out.': '{browser} ist abgemeldet.',
  '{name} is back. It can sign in as you again.': '{name} ist zurückgeholt. Sie können sich damit wieder anmelden.',
  '{name} is locked and will be removed on {time}. Until then, you can bring it back on its page.':
    '{name} ist gesperrt und wird am {time} entfernt. Bis dahin können Sie das Gerät auf seiner Seite zurückholen.',
  '{name} is locked. It can’t sign in as you until you unlock it.':
    '{name} ist gesperrt. Mit dem Gerät kann man sich nicht als Sie anmelden, bis Sie es entsperren.',
  '{name} is removed.': '{name} ist entfernt.',
  '{name} is unlocked.': '{name} ist entsperrt.',
  '{name} keeps working until the new device has been tried out.':
    '{name} funktioniert weiter, bis das neue Gerät ausprobiert ist.',
  '{name} keeps working until you’ve tried the new device out. Then it is locked. You can bring it back for 24 hours. After that, it is removed.':
    '{name} funktioniert weiter, bis Sie das neue Gerät ausprobiert haben. Danach ist es gesperrt. Sie können es 24 Stunden lang zurückholen, dann wird es entfernt.',
  '{newDevice} has replaced this device': '{newDevice} hat dieses Gerät ersetzt',
  '{newDevice} has replaced {oldDevice}': '{newDevice} hat {oldDevice} ersetzt',
} as const;
