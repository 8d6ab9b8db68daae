export const signIn = {
  'A code has 6 to 8 digits. Enter the one on your phone now.':
    'Ein Code hat 6 bis 8 Ziffern. Geben Sie den ein, der jetzt auf Ihrem Telefon steht.',
  'A device was activated with it. If that wasn’t you, call the helpdesk now.':
    'Damit wurde ein Gerät aktiviert. Wenn Sie das nicht waren, rufen Sie jetzt den Helpdesk an.',
  'A new device confirms nothing in its first day. Use an older one, or ask the helpdesk.':
    'Ein neues Gerät bestätigt am ersten Tag nichts. Verwenden Sie ein älteres oder fragen Sie den Helpdesk.',
  'A password alone is not enough for this. Confirm that it’s you in one more way.':
    'Ein Passwort allein genügt dafür nicht. Bestätigen Sie auf einem weiteren Weg, dass Sie es sind.',
  'A request expires after a minute. Open the authenticator app on your phone and check that notifications are on for this account. Then send it again.':
    'Eine Anfrage läuft nach einer Minute ab. Öffnen Sie die Authenticator-App auf Ihrem Telefon und prüfen Sie, ob Mitteilungen für dieses Konto eingeschaltet sind. Senden Sie sie dann erneut.',
  'A request expires after a minute. Open the authenticator app on your phone. Send it again, or get a new image.':
    'Eine Anfrage läuft nach einer Minute ab. Öffnen Sie die Authenticator-App auf Ihrem Telefon. Senden Sie die Anfrage erneut oder holen Sie ein neues Bild.',
  'Activate and manage the authenticators on your devices.':
    'Aktivieren und verwalten Sie die Authenticators auf Ihren Geräten.',
  'Activate your authenticator and manage your devices.':
    'Aktivieren Sie Ihren Authenticator und verwalten Sie Ihre Geräte.',
  'Already activated your phone? Sign in without a password.':
    'Haben Sie Ihr Telefon schon aktiviert? Melden Sie sich ohne Passwort an.',
  'Approved on the phone. Signing you in.': 'Auf dem Telefon bestätigt. Sie werden angemeldet.',
  'Ask an administrator if you need it for your work.':
    'Fragen Sie einen Administrator, wenn Sie sie für Ihre Arbeit brauchen.',
  'At least {count} characters. A few random words work well.':
    'Mindestens {count} Zeichen. Gut geeignet sind einige zufällige Wörter.',
  'At {name} you are somebody else than here. Sign out here first, or sign in there with your own account.':
    'Bei {name} sind Sie jemand anderes als hier. Melden Sie sich zuerst hier ab oder dort mit Ihrem eigenen Konto an.',
  'Back to sign-in': 'Zurück zur Anmeldung',
  'Back to {name}': 'Zurück zu {name}',
  'Call the helpdesk for a new one.': 'Rufen Sie den Helpdesk an, um eine neue zu bekommen.',
  'Cancelled on the phone': 'Auf dem Telefon abgebrochen',
  'Can’t scan? Send a request instead': 'Scannen geht nicht? Senden Sie stattdessen eine Anfrage',
  'Check it and try again. After five wrong codes the invitation ends.':
    'Prüfen Sie ihn und versuchen Sie es noch einmal. Nach fünf falschen Codes endet die Einladung.',
  'Check your connection and try again, or sign in with your password.':
    'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.',
  'Check your recovery code': 'Wiederherstellungscode prüfen',
  'Choose a new password': 'Neues Passwort wählen',
  'Choose the password with which you sign in. Only you know it.':
    'Wählen Sie das Passwort, mit dem Sie sich anmelden. Nur Sie kennen es.',
  'Code in the letter': 'Code im Brief',
  'Confirm it’s you': 'Bestätigen Sie, dass Sie es sind',
  'Confirm that it’s you to continue. You signed in a while ago.':
    'Bestätigen Sie, dass Sie es sind, um fortzufahren. Ihre Anmeldung liegt länger zurück.',
  'Confirmation image': 'Bestätigungsbild',
  'Confirmed on the phone. One moment.': 'Auf dem Telefon bestätigt. Einen Moment.',
  'Confirmed. One moment…': 'Bestätigt. Einen Moment…',
  'Confirming with a phone needs JavaScript.': 'Das Bestätigen mit einem Telefon braucht JavaScript.',
  'Continue activation': 'Aktivierung fortsetzen',
  'Continue to activation': 'Weiter zur Aktivierung',
  'Continue with {provider}': 'Weiter mit {provider}',
  'Creating the image…': 'Das Bild wird erstellt…',
  'Device that shows the code': 'Gerät, das den Code anzeigt',
  'Do you still have your recovery code?': 'Haben Sie Ihren Wiederherstellungscode noch?',
  'Email me another code': 'Noch einen Code per E-Mail senden',
  'Enter a name for the device.': 'Geben Sie einen Namen für das Gerät ein.',
  'Enter one telephone number on each line, at most five, each with its country: +49 30 1234567.':
    'Geben Sie je Zeile eine Telefonnummer ein, höchstens fünf, jede mit Landesvorwahl: +49 30 1234567.',
  'Enter one to five email addresses, one on each line, such as name@example.org.':
    'Geben Sie eine bis fünf E-Mail-Adressen ein, jede in einer eigenen Zeile, zum Beispiel name@example.org.',
  'Enter the code': 'Code eingeben',
  'Enter the code from a letter': 'Code aus einem Brief eingeben',
  'Enter the code from the email about your new account.':
    'Geben Sie den Code aus der E-Mail über Ihr neues Konto ein.',
  'Enter the code from the email about your new device.': 'Geben Sie den Code aus der E-Mail über Ihr neues Gerät ein.',
  'Enter the code from the email that announced the letter to confirm that this link is yours.':
    'Geben Sie den Code aus der E-Mail ein, die den Brief angekündigt hat, um zu bestätigen, dass dieser Link für Sie ist.',
  'Enter the code from your email, or the one beside the picture in your letter.':
    'Geben Sie den Code aus Ihrer E-Mail ein oder den, der in Ihrem Brief neben dem Bild steht.',
  'Enter the code or your password.': 'Geben Sie den Code oder Ihr Passwort ein.',
  'Enter the code that is printed in your letter, beside the picture.':
    'Geben Sie den Code ein, der in Ihrem Brief neben dem Bild steht.',
  'Enter your password to confirm that this link is yours.':
    'Geben Sie Ihr Passwort ein, um zu bestätigen, dass dieser Link für Sie ist.',
  'Enter your password, or the one-time password on one of your devices.':
    'Geben Sie Ihr Passwort ein oder das Einmalpasswort auf einem Ihrer Geräte.',
  'Enter your PIN and check that the request is from this site.':
    'Geben Sie Ihre PIN ein und prüfen Sie, ob die Anfrage von dieser Website kommt.',
  'For a lost phone: the code from your paper. It works once, so have the new phone in your hand.':
    'Für ein verlorenes Telefon: der Code von Ihrem Papier. Er gilt nur einmal, also nehmen Sie das neue Telefon vorher zur Hand.',
  'For the helpdesk: {code}': 'Für den Helpdesk: {code}',
  'For {userId}': 'Für {userId}',
  'Going back…': 'Sie werden zurückgeleitet…',
  'Have an account at {provider}? Signing out here does not end your session there.':
    'Haben Sie ein Konto bei {provider}? Wenn Sie sich hier abmelden, bleiben Sie dort angemeldet.',
  'If we can email this account a code, it’s on its way to every address of the account.':
    'Wenn wir diesem Konto einen Code per E-Mail senden können, ist er unterwegs an jede Adresse des Kontos.',
  'If you lose your phone': 'Wenn Sie Ihr Telefon verlieren',
  'If you lose your phone: sign in with your password, choose “Activate a device” and enter this code. It works once.':
    'Wenn Sie Ihr Telefon verlieren: Melden Sie sich mit Ihrem Passwort an, wählen Sie „Ein Gerät aktivieren“ und geben Sie diesen Code ein. Er gilt einmal.',
  'Images expire after a minute to keep your account safe. Have your phone ready, then get a new image.':
    'Bilder laufen zum Schutz Ihres Kontos nach einer Minute ab. Halten Sie Ihr Telefon bereit und holen Sie ein neues Bild.',
  'It didn’t finish': 'Das wurde nicht abgeschlossen',
  'It has been used or replaced. Send it again, or get a new image.':
    'Sie wurde verwendet oder ersetzt. Senden Sie sie erneut oder holen Sie ein neues Bild.',
  'It is in the email or letter that the helpdesk sent you.':
    'Er steht in der E-Mail oder im Brief, den Sie vom Helpdesk bekommen haben.',
  'It reaches your activated phone if notifications are on there.':
    'Sie erreicht Ihr aktiviertes Telefon, wenn dort Mitteilungen eingeschaltet sind.',
  'It was made for another account than the one you’re signed in with. Sign out, then sign in with the account that you use there.':
    'Er wurde für ein anderes Konto erstellt als das, mit dem Sie angemeldet sind. Melden Sie sich ab und dann mit dem Konto an, das Sie dort verwenden.',
  'It worked for 10 minutes. Go back to the site that sent you, and start again there.':
    'Er war 10 Minuten gültig. Gehen Sie zurück zu der Website, die Sie geschickt hat, und beginnen Sie dort noch einmal.',
  'It works in one browser only. Continue in that one. If it wasn’t you, call the helpdesk now.':
    'Sie gilt nur in einem Browser. Machen Sie dort weiter. Wenn Sie es nicht waren, rufen Sie jetzt den Helpdesk an.',
  'It works once. Go back to the site that sent you, and start again there.':
    'Er gilt einmal. Gehen Sie zurück zu der Website, die Sie geschickt hat, und beginnen Sie dort noch einmal.',
  'It’s in the email about your new account. Does the email have a code instead?':
    'Er steht in der E-Mail über Ihr neues Konto. Steht dort stattdessen ein Code?',
  'It’s locked or was removed. Sign in with your password to manage your devices.':
    'Es ist gesperrt oder wurde entfernt. Melden Sie sich mit Ihrem Passwort an, um Ihre Geräte zu verwalten.',
  'It’s locked or was removed. Use another phone, or ask the helpdesk.':
    'Es ist gesperrt oder wurde entfernt. Verwenden Sie ein anderes Telefon oder fragen Sie den Helpdesk.',
  'It’s too late for this.': 'Dafür ist es zu spät.',
  'I’ve kept it': 'Ich habe ihn aufbewahrt',
  'Keep at least one address.': 'Behalten Sie mindestens eine Adresse.',
  'Look at your phone. If it’s set up for this account, it shows a request now.':
    'Schauen Sie auf Ihr Telefon. Wenn es für dieses Konto eingerichtet ist, zeigt es jetzt eine Anfrage.',
  'Made a passkey before? It replaces user ID and password.':
    'Haben Sie schon einen Passkey? Er ersetzt Benutzerkennung und Passwort.',
  'Many codes have been requested. Wait an hour, then try again, or ask your helpdesk.':
    'Es wurden viele Codes angefordert. Warten Sie eine Stunde und versuchen Sie es dann noch einmal, oder fragen Sie Ihren Helpdesk.',
  'Never ask anyone for an activation password, an activation image or a PIN.':
    'Fragen Sie nie jemanden nach einem Aktivierungspasswort, einem Aktivierungsbild oder einer PIN.',
  'Never share an activation password. The helpdesk will never ask for it.':
    'Geben Sie ein Aktivierungspasswort nie weiter. Der Helpdesk fragt nie danach.',
  'New image': 'Neues Bild',
  'New password again': 'Neues Passwort wiederholen',
  'No email after some minutes? Look in your spam folder. An account whose password is turned off gets none: sign in with a passkey. Otherwise ask your helpdesk.':
    'Nach einigen Minuten keine E-Mail? Sehen Sie im Spam-Ordner nach. Ein Konto, dessen Passwort ausgeschaltet ist, bekommt keine: Melden Sie sich mit einem Passkey an. Sonst fragen Sie Ihren Helpdesk.',
  'No passkey was used. Try again, or choose another way.':
    'Es wurde kein Passkey verwendet. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  'No phone answered': 'Kein Telefon hat geantwortet',
  'Nobody was signed in. Get a new image when you’re ready.':
    'Es wurde niemand angemeldet. Holen Sie ein neues Bild, wenn Sie so weit sind.',
  'Nobody was signed in. Send it again when you’re ready.':
    'Es wurde niemand angemeldet. Senden Sie die Anfrage erneut, wenn Sie so weit sind.',
  'Nothing was confirmed. If somebody rejected the request on your phone, that signed you out everywhere.':
    'Es wurde nichts bestätigt. Wenn jemand die Anfrage auf Ihrem Telefon abgelehnt hat, wurden Sie dadurch überall abgemeldet.',
  'Nothing was confirmed. Send it again, or get a new image.':
    'Es wurde nichts bestätigt. Senden Sie die Anfrage erneut oder holen Sie ein neues Bild.',
  'Open it again from the email, or scan the letter again. If that doesn’t help, call the helpdesk.':
    'Öffnen Sie ihn noch einmal aus der E-Mail oder scannen Sie den Brief noch einmal. Wenn das nicht hilft, rufen Sie den Helpdesk an.',
  'Open the app': 'App öffnen',
  'Open the authenticator app on your activated phone.':
    'Öffnen Sie die Authenticator-App auf Ihrem aktivierten Telefon.',
  'Open the link again. If that doesn’t help, call the helpdesk.':
    'Öffnen Sie den Link noch einmal. Wenn das nicht hilft, rufen Sie den Helpdesk an.',
  'Or confirm there again.': 'Oder bestätigen Sie dort noch einmal.',
  'Or without typing a code:': 'Oder ohne einen Code einzugeben:',
  'Passkeys don’t work at this address. Open the site at its own address and try again.':
    'Unter dieser Adresse funktionieren Passkeys nicht. Öffnen Sie die Website unter ihrer eigenen Adresse und versuchen Sie es noch einmal.',
  'Passkeys work at {address}.': 'Passkeys funktionieren unter {address}.',
  'Print this page or copy the code by hand, and keep it where you keep other valuable papers, not with your phone. It’s shown only now.':
    'Drucken Sie diese Seite oder schreiben Sie den Code ab und bewahren Sie ihn bei anderen wichtigen Papieren auf, nicht bei Ihrem Telefon. Er wird nur jetzt angezeigt.',
  'Read this code out to the helpdesk': 'Lesen Sie dem Helpdesk diesen Code vor',
  'Replace or delete it': 'Ersetzen oder löschen',
  'Reported on the phone': 'Auf dem Telefon gemeldet',
  'Request another code': 'Noch einen Code anfordern',
  'Send a request to my phone': 'Anfrage an mein Telefon senden',
  'Send a request to your phone': 'Eine Anfrage an Ihr Telefon senden',
  'Send to my phone': 'An mein Telefon senden',
  'Sent. Look at your phone and type {number} there.':
    'Gesendet. Schauen Sie auf Ihr Telefon und geben Sie dort {number} ein.',
  'Set new password': 'Neues Passwort setzen',
  'Set password': 'Passwort setzen',
  'Show an image instead': 'Stattdessen ein Bild anzeigen',
  'Show my code': 'Meinen Code anzeigen',
  'Show user ID': 'Benutzerkennung anzeigen',
  'Sign in and come back': 'Anmelden und zurückkommen',
  'Sign in with the app on this phone': 'Mit der App auf diesem Telefon anmelden',
  'Sign in with your phone': 'Mit Ihrem Telefon anmelden',
  'Sign out and use another account': 'Abmelden und ein anderes Konto verwenden',
  'Sign-in didn’t finish': 'Die Anmeldung wurde nicht abgeschlossen',
  'Sign-in image': 'Anmeldebild',
  'Sign-in is not possible at the moment. Try again in a minute.':
    'Die Anmeldung ist im Moment nicht möglich. Versuchen Sie es in einer Minute noch einmal.',
  'Sign-in isn’t possible right now': 'Die Anmeldung ist gerade nicht möglich',
  'Signed in. One moment…': 'Angemeldet. Einen Moment…',
  'Signing in with a phone needs JavaScript.': 'Die Anmeldung mit einem Telefon braucht JavaScript.',
  'Signing you in…': 'Sie werden angemeldet…',
  'Something is missing': 'Etwas fehlt',
  'Sooner than that? Ask your helpdesk: they can send you an invitation.':
    'Soll es früher sein? Fragen Sie Ihren Helpdesk: Er kann Ihnen eine Einladung senden.',
  'Staff pages need more than a password.': 'Für die Personalseiten genügt ein Passwort nicht.',
  'Stay on the phone with the helpdesk. Next we show a code for you to read out to them.':
    'Bleiben Sie mit dem Helpdesk am Telefon. Als Nächstes zeigen wir einen Code, den Sie dort vorlesen.',
  'Tap the notification on your phone, or open the authenticator app.':
    'Tippen Sie auf die Mitteilung auf Ihrem Telefon oder öffnen Sie die Authenticator-App.',
  'Tap “{button}” and point the camera at the image.':
    'Tippen Sie auf „{button}“ und richten Sie die Kamera auf das Bild.',
  'That code didn’t work. Enter the one on your phone now.':
    'Dieser Code hat nicht funktioniert. Geben Sie den ein, der jetzt auf Ihrem Telefon steht.',
  'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.':
    'Dieser Code hat nicht funktioniert. Er gilt einmal, 10 Minuten lang, in dem Browser, der ihn angefordert hat. Eine neuere E-Mail ersetzt ihn.',
  'That code has been used. Ask for a new one.': 'Dieser Code wurde schon verwendet. Fordern Sie einen neuen an.',
  'That code has been used. Wait for the next one on your phone.':
    'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten auf Ihrem Telefon.',
  'That code is not right': 'Dieser Code ist nicht richtig',
  'That code is wrong. Compare it with your letter or email, character by character.':
    'Der Code ist falsch. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrem Brief oder Ihrer E-Mail.',
  'That device code is wrong. Compare it with the one on your phone and enter it again.':
    'Dieser Gerätecode ist falsch. Vergleichen Sie ihn mit dem auf Ihrem Telefon und geben Sie ihn noch einmal ein.',
  'That did not work': 'Das hat nicht funktioniert',
  'That isn’t your phone': 'Das ist nicht Ihr Telefon',
  'That isn’t your recovery code. Each code works once, and a new one replaces the old.':
    'Das ist nicht Ihr Wiederherstellungscode. Jeder Code gilt einmal, und ein neuer ersetzt den alten.',
  'That passkey didn’t work here. It may have been removed. Try again, or sign in another way.':
    'Dieser Passkey hat hier nicht funktioniert. Vielleicht wurde er entfernt. Versuchen Sie es noch einmal oder melden Sie sich auf anderem Weg an.',
  'That passkey didn’t work. Try again, or confirm in another way.':
    'Dieser Passkey hat nicht funktioniert. Versuchen Sie es noch einmal oder bestätigen Sie auf anderem Weg.',
  'That password is easy to guess. Use a few random words, without your user ID, name or email address.':
    'Dieses Passwort ist leicht zu erraten. Verwenden Sie einige zufällige Wörter, ohne Ihre Benutzerkennung, Ihren Namen oder Ihre E-Mail-Adresse.',
  'That password is not right': 'Dieses Passwort ist nicht richtig',
  'That password is wrong. Try again.': 'Das Passwort ist falsch. Versuchen Sie es noch einmal.',
  'That recovery code has a typing error. Compare it with your paper, character by character.':
    'Dieser Wiederherstellungscode enthält einen Tippfehler. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrem Papier.',
  'That recovery code has been used. Each works once. Ask the helpdesk.':
    'Dieser Wiederherstellungscode wurde schon verwendet. Jeder gilt nur einmal. Fragen Sie den Helpdesk.',
  'That signature is wrong. Compare it with the one on your phone and enter it again.':
    'Diese Signatur ist falsch. Vergleichen Sie sie mit der auf Ihrem Telefon und geben Sie sie noch einmal ein.',
  'That user ID and password don’t match. Try again.':
    'Benutzerkennung und Passwort passen nicht zusammen. Versuchen Sie es noch einmal.',
  'That’s more than a year ago. If you can’t find it, make a new one.':
    'Das ist über ein Jahr her. Wenn Sie ihn nicht mehr finden, erstellen Sie einen neuen.',
  'The activation service checks it. A device that you have activated before shows one-time passwords.':
    'Der Aktivierungsdienst prüft es. Einmalpasswörter zeigt ein Gerät an, das Sie schon aktiviert haben.',
  'The activation service didn’t accept that password. Try again. Each one-time password works only once.':
    'Der Aktivierungsdienst hat dieses Passwort nicht angenommen. Versuchen Sie es noch einmal. Jedes Einmalpasswort gilt nur einmal.',
  'The activation service doesn’t let this site do that. Ask the helpdesk.':
    'Der Aktivierungsdienst lässt das diese Website nicht tun. Fragen Sie den Helpdesk.',
  'The activation service needs your password as well. If you don’t know it, ask the helpdesk to set a new one.':
    'Der Aktivierungsdienst braucht auch Ihr Passwort. Wenn Sie es nicht kennen, bitten Sie den Helpdesk um ein neues.',
  'The activation service refused this request. Ask the helpdesk.':
    'Der Aktivierungsdienst hat diese Anfrage abgelehnt. Fragen Sie den Helpdesk.',
  'The activation service works only with phones that have an internet connection.':
    'Der Aktivierungsdienst funktioniert nur mit Telefonen, die eine Internetverbindung haben.',
  'The answer from {name} was not one to this browser’s question, or came too late. Try again.':
    'Die Antwort von {name} gehörte nicht zur Anfrage dieses Browsers oder kam zu spät. Versuchen Sie es noch einmal.',
  'The code from the email is right, and it alone is not enough for your account. Confirm that it’s you in one more way.':
    'Der Code aus der E-Mail ist richtig, genügt aber für Ihr Konto allein nicht. Bestätigen Sie auf einem weiteren Weg, dass Sie es sind.',
  'The code that the app on your activated phone shows now.':
    'Der Code, den die App auf Ihrem aktivierten Telefon jetzt anzeigt.',
  'The confirmation image is shown.': 'Das Bestätigungsbild wird angezeigt.',
  'The helpdesk has prepared a new activation for you.': 'Der Helpdesk hat eine neue Aktivierung für Sie vorbereitet.',
  'The new passwords don’t match.': 'Die neuen Passwörter stimmen nicht überein.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, get a new image and type the number on this page.':
    'Die auf dem Telefon eingegebene Zahl ist nicht die hier gezeigte, deshalb ist diese Anmeldung beendet. Warten Sie eine halbe Minute, holen Sie ein neues Bild und geben Sie die Zahl von dieser Seite ein.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, send it again and type the number on this page.':
    'Die auf dem Telefon eingegebene Zahl ist nicht die hier gezeigte, deshalb ist diese Anmeldung beendet. Warten Sie eine halbe Minute, senden Sie die Anfrage erneut und geben Sie die Zahl von dieser Seite ein.',
  'The number typed on the phone isn’t the one shown here. Wait half a minute. Send it again, or get a new image.':
    'Die auf dem Telefon eingegebene Zahl ist nicht die hier gezeigte. Warten Sie eine halbe Minute. Senden Sie die Anfrage erneut oder holen Sie ein neues Bild.',
  'The phone has opened the request.': 'Das Telefon hat die Anfrage geöffnet.',
  'The phone has opened the request. Type {number} on the phone.':
    'Das Telefon hat die Anfrage geöffnet. Geben Sie auf dem Telefon {number} ein.',
  'The phone has read the image.': 'Das Telefon hat das Bild gelesen.',
  'The phone has read the image. Type {number} on the phone.':
    'Das Telefon hat das Bild gelesen. Geben Sie auf dem Telefon {number} ein.',
  'The phone that answered belongs to another account. Use a phone that is activated for yours.':
    'Das Telefon, das geantwortet hat, gehört zu einem anderen Konto. Verwenden Sie ein Telefon, das für Ihres aktiviert ist.',
  'The request was rejected on the phone. Nothing was confirmed, and it was recorded.':
    'Die Anfrage wurde auf dem Telefon abgelehnt. Es wurde nichts bestätigt, und der Vorgang wurde protokolliert.',
  'The sign-in image is shown.': 'Das Anmeldebild wird angezeigt.',
  'The sign-in was rejected on the phone. It has ended and was recorded. If you did that by mistake, try again.':
    'Die Anmeldung wurde auf dem Telefon abgelehnt. Sie ist beendet und wurde protokolliert. Wenn das ein Versehen war, versuchen Sie es noch einmal.',
  'The site that sent you is no longer connected to this one. Your devices are here all the same.':
    'Die Website, die Sie geschickt hat, ist nicht mehr mit dieser verbunden. Ihre Geräte finden Sie trotzdem hier.',
  'This account is frozen, so nobody can sign in. Call your helpdesk: they can lift that.':
    'Dieses Konto ist eingefroren, deshalb kann sich niemand anmelden. Rufen Sie Ihren Helpdesk an: Er kann das aufheben.',
  'This browser got a newer one, perhaps in another tab. Only the newest works.':
    'Dieser Browser hat ein neueres bekommen, vielleicht in einem anderen Tab. Nur das neueste funktioniert.',
  'This browser has no passkeys.': 'Dieser Browser unterstützt keine Passkeys.',
  'This browser has no passkeys. Choose another way, or use another browser.':
    'Dieser Browser unterstützt keine Passkeys. Wählen Sie einen anderen Weg oder verwenden Sie einen anderen Browser.',
  'This browser sent a newer one, perhaps in another tab. Only the newest works.':
    'Dieser Browser hat eine neuere gesendet, vielleicht in einem anderen Tab. Nur die neueste funktioniert.',
  'This can’t be read. Enter it again.': 'Das ist nicht lesbar. Geben Sie es noch einmal ein.',
  'This code only works in this browser. Don’t read out anything else.':
    'Dieser Code funktioniert nur in diesem Browser. Lesen Sie nichts anderes vor.',
  'This device cannot sign you in': 'Dieses Gerät kann Sie nicht anmelden',
  'This device can’t be brought back: it is also locked for another reason. Reload this page to see which, or ask the helpdesk.':
    'Dieses Gerät lässt sich nicht zurückholen: Es ist noch aus einem anderen Grund gesperrt. Laden Sie diese Seite neu, um ihn zu sehen, oder fragen Sie den Helpdesk.',
  'This device can’t confirm it': 'Dieses Gerät kann das nicht bestätigen',
  'This device has a passkey for your account already.': 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
  'This device is locked. Unlock it, then try again.':
    'Dieses Gerät ist gesperrt. Entsperren Sie es und versuchen Sie es dann noch einmal.',
  'This device is too new': 'Dieses Gerät ist zu neu',
  'This device stays locked: there is another reason for the lock. Ask the helpdesk if you need it.':
    'Dieses Gerät bleibt gesperrt: Es gibt noch einen anderen Grund für die Sperre. Fragen Sie den Helpdesk, wenn Sie es brauchen.',
  'This invitation has been opened already': 'Diese Einladung wurde schon geöffnet',
  'This invitation has been used': 'Diese Einladung wurde schon verwendet',
  'This invitation has expired': 'Diese Einladung ist abgelaufen',
  'This invitation is for somebody else': 'Diese Einladung ist für jemand anderen',
  'This invitation lets you activate a device. Sign in for anything else.':
    'Mit dieser Einladung können Sie ein Gerät aktivieren. Für alles andere melden Sie sich an.',
  'This invitation was cancelled': 'Diese Einladung wurde zurückgezogen',
  'This is not possible at the moment': 'Das ist im Moment nicht möglich',
  'This isn’t possible right now': 'Das ist gerade nicht möglich',
  'This item no longer exists.': 'Das gibt es nicht mehr.',
  'This link has expired: it was valid for a week. Ask your helpdesk for a new one.':
    'Dieser Link ist abgelaufen: Er war eine Woche gültig. Bitten Sie Ihren Helpdesk um einen neuen.',
  'This link is for somebody else': 'Dieser Link ist für jemand anderen',
  'This link is not complete': 'Dieser Link ist nicht vollständig',
  'This link no longer works': 'Dieser Link funktioniert nicht mehr',
  'This link works once, and a newer email replaces it. Sign in, or ask your helpdesk for a new one.':
    'Dieser Link gilt einmal, und eine neuere E-Mail ersetzt ihn. Melden Sie sich an oder bitten Sie Ihren Helpdesk um einen neuen.',
  'This needs a second factor of the last minutes.': 'Dafür ist ein zweiter Faktor aus den letzten Minuten nötig.',
  'This page doesn’t exist, or you don’t have access.': 'Diese Seite gibt es nicht, oder Sie haben keinen Zugriff.',
  'This page needs JavaScript. The link’s secret stays in your browser until you press the button.':
    'Diese Seite braucht JavaScript. Das Geheimnis des Links bleibt in Ihrem Browser, bis Sie die Schaltfläche drücken.',
  'This request no longer works': 'Diese Anfrage funktioniert nicht mehr',
  'This was changed after you opened the page, so nothing of yours was saved. You see what is saved now: make your change again.':
    'Das wurde geändert, nachdem Sie die Seite geöffnet haben, deshalb wurde von Ihnen nichts gespeichert. Sie sehen den jetzigen Stand: Nehmen Sie Ihre Änderung noch einmal vor.',
  'Three groups of five, such as 7K3MX-Q2ZPA-94TVB. Upper or lower case.':
    'Drei Fünfergruppen, zum Beispiel 7K3MX-Q2ZPA-94TVB. Groß- oder Kleinschreibung.',
  'To activate another device. Your old phone only says yes: nothing is copied from it.':
    'Um ein weiteres Gerät zu aktivieren. Ihr altes Telefon sagt nur Ja: Es wird nichts davon kopiert.',
  'Too many attempts. Sign in with your phone, or wait 15 minutes and try again. Ask your helpdesk if neither works.':
    'Zu viele Versuche. Melden Sie sich mit Ihrem Telefon an oder versuchen Sie es in 15 Minuten noch einmal. Wenn beides nicht geht, fragen Sie Ihren Helpdesk.',
  'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.':
    'Zu viele Versuche. Warten Sie 15 Minuten und versuchen Sie es dann noch einmal, oder fragen Sie Ihren Helpdesk.',
  'Too many people are signing in right now': 'Gerade melden sich zu viele Personen an',
  'Too many people are signing in right now. Wait a moment and try again.':
    'Gerade melden sich zu viele Personen an. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  'Too many people are signing in right now. Wait a moment, then try again.':
    'Gerade melden sich zu viele Personen an. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  'Too many requests. Wait a minute, then try again.':
    'Zu viele Anfragen. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'Too many wrong attempts. Wait 15 minutes, then try again.':
    'Zu viele falsche Versuche. Warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  'Too many wrong codes for this device today. Try it again tomorrow.':
    'Zu viele falsche Codes für dieses Gerät heute. Probieren Sie es morgen noch einmal.',
  'Too many wrong codes today. Until tomorrow no code is accepted: confirm with your phone instead, or ask the helpdesk.':
    'Zu viele falsche Codes heute. Bis morgen wird kein Code angenommen: Bestätigen Sie mit Ihrem Telefon oder fragen Sie den Helpdesk.',
  'Too many wrong recovery codes today. Try again tomorrow, or ask the helpdesk.':
    'Zu viele falsche Wiederherstellungscodes heute. Versuchen Sie es morgen noch einmal oder fragen Sie den Helpdesk.',
  'Try again, or sign in with your password. If it happens again, ask the helpdesk.':
    'Versuchen Sie es noch einmal oder melden Sie sich mit Ihrem Passwort an. Wenn es wieder passiert, fragen Sie den Helpdesk.',
  'Turn it on for this site, then load the page again.':
    'Schalten Sie es für diese Website ein und laden Sie die Seite neu.',
  'Two groups of four, such as KX4P-7MQ2. It works for 10 minutes, in this browser.':
    'Zwei Vierergruppen, zum Beispiel KX4P-7MQ2. Er gilt 10 Minuten lang in diesem Browser.',
  'Type this number on the phone': 'Geben Sie diese Zahl auf dem Telefon ein',
  'Use at least 15 characters.': 'Verwenden Sie mindestens 15 Zeichen.',
  'Use at most 128 characters.': 'Verwenden Sie höchstens 128 Zeichen.',
  'Use up to 64 characters, on one line.': 'Verwenden Sie höchstens 64 Zeichen in einer Zeile.',
  'Use your activated phone instead of your password.': 'Verwenden Sie Ihr aktiviertes Telefon statt Ihres Passworts.',
  'Use your password': 'Passwort verwenden',
  'Use your password instead': 'Stattdessen Passwort verwenden',
  'Valid until {time}. Didn’t ask for this? Close this page and tell the helpdesk.':
    'Gültig bis {time}. Sie haben das nicht verlangt? Schließen Sie diese Seite und verständigen Sie den Helpdesk.',
  'Wait 15 minutes and try again, or confirm in another way.':
    'Versuchen Sie es in 15 Minuten noch einmal oder bestätigen Sie auf anderem Weg.',
  'Wait 15 minutes and try again, or sign in with your password.':
    'Versuchen Sie es in 15 Minuten noch einmal oder melden Sie sich mit Ihrem Passwort an.',
  'Wait a moment and try again.': 'Warten Sie einen Moment und versuchen Sie es noch einmal.',
  'Waiting for the helpdesk. This page continues automatically.':
    'Warten auf den Helpdesk. Diese Seite geht von selbst weiter.',
  'We can’t email you a code any more. Reload this page to see what works.':
    'Wir können Ihnen keinen Code mehr per E-Mail senden. Laden Sie diese Seite neu, um zu sehen, was möglich ist.',
  'We can’t reach the activation service right now. Try again in a minute.':
    'Der Aktivierungsdienst ist gerade nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.',
  'We can’t reach the server and keep trying. What you do on the phone still counts.':
    'Wir erreichen den Server nicht und versuchen es weiter. Was Sie auf dem Telefon tun, zählt trotzdem.',
  'We email you a code with which you choose a new one.':
    'Wir senden Ihnen per E-Mail einen Code, mit dem Sie ein neues wählen.',
  'We’ve emailed a code to the addresses of your account.':
    'Wir haben einen Code an die Adressen Ihres Kontos gesendet.',
  'What to do': 'Was zu tun ist',
  'What you are about to do needs more than a password.': 'Für das, was Sie vorhaben, genügt ein Passwort nicht.',
  'With a recovery code on paper you activate a new one yourself, without the helpdesk.':
    'Mit einem Wiederherstellungscode auf Papier aktivieren Sie selbst ein neues, ohne den Helpdesk.',
  'With a recovery code on paper you activate a new phone yourself, without the helpdesk.':
    'Mit einem Wiederherstellungscode auf Papier aktivieren Sie selbst ein neues Telefon, ohne den Helpdesk.',
  'You can’t read that email? Ask your helpdesk.': 'Sie können diese E-Mail nicht lesen? Fragen Sie Ihren Helpdesk.',
  'You don’t have your passkey any more? Ask your helpdesk.':
    'Sie haben Ihren Passkey nicht mehr? Fragen Sie Ihren Helpdesk.',
  'You don’t have your phone any more? Ask your helpdesk.':
    'Sie haben Ihr Telefon nicht mehr? Fragen Sie Ihren Helpdesk.',
  'You don’t have your phone or your recovery code any more? Ask your helpdesk.':
    'Sie haben Ihr Telefon oder Ihren Wiederherstellungscode nicht mehr? Fragen Sie Ihren Helpdesk.',
  'You made a recovery code {time}.': 'Wiederherstellungscode erstellt: {time}.',
  'You made it {time}. If you can’t find it, make a new one.':
    'Erstellt: {time}. Wenn Sie ihn nicht mehr finden, erstellen Sie einen neuen.',
  'Your organisation manages your telephone numbers. Change them there.':
    'Ihre Organisation verwaltet Ihre Telefonnummern. Ändern Sie sie dort.',
  'You seem to be offline. Nothing was sent. Try again when you are connected.':
    'Sie sind anscheinend offline. Es wurde nichts gesendet. Versuchen Sie es noch einmal, sobald Sie verbunden sind.',
  'You signed in a while ago, so please confirm that it is you.':
    'Ihre Anmeldung liegt länger zurück. Bitte bestätigen Sie, dass Sie es sind.',
  'You signed in with {name}, but there is no account here that this opens. Ask your helpdesk.':
    'Sie haben sich mit {name} angemeldet, aber dazu gibt es hier kein Konto. Fragen Sie Ihren Helpdesk.',
  'You were signed out after a minute without activity.': 'Sie wurden nach einer Minute ohne Aktivität abgemeldet.',
  'You were signed out after {count} minutes without activity.':
    'Sie wurden nach {count} Minuten ohne Aktivität abgemeldet.',
  'You were signed out, because you did nothing for a while. Sign in again to continue. We’ve kept what you typed.':
    'Sie wurden abgemeldet, weil Sie eine Weile nichts getan haben. Melden Sie sich wieder an, um fortzufahren. Ihre Eingaben sind noch da.',
  'Your account could add a first second factor once, in the 7 days after it was made. Ask an administrator to give you your role again, or the helpdesk for an invitation to activate a device.':
    'Ihr Konto konnte in den 7 Tagen nach seiner Erstellung einmal einen ersten zweiten Faktor hinzufügen. Bitten Sie einen Administrator, Ihnen Ihre Rolle neu zu geben, oder den Helpdesk um eine Einladung zur Aktivierung eines Geräts.',
  'Your account has no authenticator licence yet. Ask the helpdesk.':
    'Ihr Konto hat noch keine Authenticator-Lizenz. Fragen Sie den Helpdesk.',
  'Your account has no second factor yet. Activate your phone first, then come back here.':
    'Ihr Konto hat noch keinen zweiten Faktor. Aktivieren Sie zuerst Ihr Telefon und kommen Sie dann hierher zurück.',
  'Your account has no second factor yet. Add a passkey first, then come back here.':
    'Ihr Konto hat noch keinen zweiten Faktor. Fügen Sie zuerst einen Passkey hinzu und kommen Sie dann hierher zurück.',
  'Your account has no second factor yet. Ask an administrator for help.':
    'Ihr Konto hat noch keinen zweiten Faktor. Bitten Sie einen Administrator um Hilfe.',
  'Your account has nothing to confirm it with. Ask your helpdesk: they can send you an invitation.':
    'Ihr Konto hat nichts, womit Sie es bestätigen könnten. Fragen Sie Ihren Helpdesk: Er kann Ihnen eine Einladung senden.',
  'Your account is frozen. Call the helpdesk: two of them can lift that.':
    'Ihr Konto ist eingefroren. Rufen Sie den Helpdesk an: Zwei Personen dort können das aufheben.',
  'Your account may not do this. Ask the helpdesk if you need it.':
    'Ihr Konto darf das nicht. Fragen Sie den Helpdesk, wenn Sie es brauchen.',
  'Your account may not see this page': 'Ihr Konto darf diese Seite nicht sehen',
  'Your code': 'Ihr Code',
  'Your device is activated': 'Ihr Gerät ist aktiviert',
  'Your device or passkey is new: it can confirm this {time}.':
    'Ihr Gerät oder Passkey ist neu und kann dies {time} bestätigen.',
  'Your invitation is no longer valid. Ask the helpdesk for a new one.':
    'Ihre Einladung ist nicht mehr gültig. Bitten Sie den Helpdesk um eine neue.',
  'Your letter': 'Ihr Brief',
  'Your new account': 'Ihr neues Konto',
  'Your organisation manages your email addresses. Change them there.':
    'Ihre Organisation verwaltet Ihre E-Mail-Adressen. Ändern Sie sie dort.',
  'Your organisation manages your password. Ask your helpdesk for a new one.':
    'Ihre Organisation verwaltet Ihr Passwort. Bitten Sie Ihren Helpdesk um ein neues.',
  'Your organisation manages your password. Change it there.':
    'Ihre Organisation verwaltet Ihr Passwort. Ändern Sie es dort.',
  'Your organisation’s directory cannot keep a time zone for you.':
    'Das Verzeichnis Ihrer Organisation kann keine Zeitzone für Sie speichern.',
  'Your password is changed, and you’re signed out everywhere. Sign in with the new one.':
    'Ihr Passwort ist geändert, und Sie sind überall abgemeldet. Melden Sie sich mit dem neuen an.',
  'Your password is set. Sign in with it.': 'Ihr Passwort ist gesetzt. Melden Sie sich damit an.',
  'Your recovery code': 'Ihr Wiederherstellungscode',
  'Your sign-in with {name} is too old for this. Sign in there again.':
    'Ihre Anmeldung bei {name} liegt dafür zu lange zurück. Melden Sie sich dort noch einmal an.',
  'Your user ID and domain are too long for an activation image. Ask the helpdesk.':
    'Ihre Benutzerkennung und Domain sind zu lang für ein Aktivierungsbild. Fragen Sie den Helpdesk.',
  'Your user ID or domain contains a semicolon, so no activation image can be created. Ask the helpdesk.':
    'Ihre Benutzerkennung oder Domain enthält ein Semikolon, deshalb kann kein Aktivierungsbild erstellt werden. Fragen Sie den Helpdesk.',
  'You’re already replacing another device. Finish that first, or keep the other device.':
    'Sie ersetzen gerade schon ein anderes Gerät. Schließen Sie das zuerst ab oder behalten Sie das andere Gerät.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'Sie sind als {userId} angemeldet. Wenn Sie fertig sind, kehren Sie zu {host} zurück.',
  'You’re signed in, and this invitation is for another account. If that account is yours too, sign out and open the link again.':
    'Sie sind angemeldet, und diese Einladung gilt für ein anderes Konto. Wenn auch dieses Konto Ihnen gehört, melden Sie sich ab und öffnen Sie den Link noch einmal.',
  'You’re signed in, so there’s nothing to enter.': 'Sie sind angemeldet und müssen nichts eingeben.',
  'You’ve been signed out': 'Sie wurden abgemeldet',
  'You’ve been signed out. Sign in again to continue. We’ve kept what you typed.':
    'Sie wurden abgemeldet. Melden Sie sich wieder an, um fortzufahren. Ihre Eingaben sind noch da.',
  'You’ve reached today’s limit. Try again tomorrow, or ask the helpdesk.':
    'Sie haben die Grenze für heute erreicht. Versuchen Sie es morgen noch einmal oder fragen Sie den Helpdesk.',
  'You’ve reached your device limit. Remove a device you no longer use, then try again.':
    'Sie haben die Höchstzahl an Geräten erreicht. Entfernen Sie ein Gerät, das Sie nicht mehr verwenden, und versuchen Sie es dann noch einmal.',
  'You’ve requested many codes. Wait 15 minutes, then try again.':
    'Sie haben viele Codes angefordert. Warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  '{name} knows you, but did not send a user ID that this site can use. Ask your helpdesk to set it there: one word, without spaces.':
    '{name} kennt Sie, hat aber keine Benutzer-ID gesendet, die diese Website verwenden kann. Bitten Sie Ihren Helpdesk, sie dort einzutragen: ein Wort, ohne Leerzeichen.',
  '{name} did not sign you in. Try again, or sign in another way.':
    '{name} hat Sie nicht angemeldet. Versuchen Sie es noch einmal oder melden Sie sich auf anderem Weg an.',
  '{name} does not answer at the moment. Try again in a minute, or sign in another way.':
    '{name} antwortet im Moment nicht. Versuchen Sie es in einer Minute noch einmal oder melden Sie sich auf anderem Weg an.',
  '{name} sent you here to activate a phone': '{name} hat Sie hierher geschickt, um ein Telefon zu aktivieren',
} as const;
