export const activation = {
  '10 seconds left.': 'Noch 10 Sekunden.',
  '30 seconds left.': 'Noch 30 Sekunden.',
  'A phone gave a wrong activation password too often, so we cancelled the image. If that wasn’t you, call the helpdesk. Otherwise get a new image.':
    'Ein Telefon hat zu oft ein falsches Aktivierungspasswort angegeben; deshalb gilt das Bild nicht mehr. Wenn Sie das nicht waren, rufen Sie den Helpdesk an. Sonst holen Sie ein neues Bild.',
  'Activate device': 'Gerät aktivieren',
  'Activate your device': 'Aktivieren Sie Ihr Gerät',
  'Activation cancelled.': 'Aktivierung abgebrochen.',
  'Activation image': 'Aktivierungsbild',
  'activation password': 'Aktivierungspasswort',
  'Add a second device': 'Ein zweites Gerät hinzufügen',
  'Add it to your home screen': 'Zum Home-Bildschirm hinzufügen',
  'Almost done. Choose a PIN on your phone.': 'Fast fertig. Wählen Sie auf Ihrem Telefon eine PIN.',
  'As the app shows it.': 'Wie die App den Code anzeigt.',
  'Ask the helpdesk if you can’t wait.': 'Wenden Sie sich an den Helpdesk, wenn Sie nicht warten können.',
  'Black and white': 'Schwarz-weiß',
  "Can't scan?": 'Scannen klappt nicht?',
  'Cancel activation': 'Aktivierung abbrechen',
  'Cancelling…': 'Wird abgebrochen…',
  'capital {letter}': 'großes {letter}',
  'Check letter {letter}: the app shows the same one when nothing is mistyped.':
    'Prüfbuchstabe {letter}: Die App zeigt denselben, wenn nichts vertippt ist.',
  'Choose a PIN on your phone': 'Wählen Sie auf Ihrem Telefon eine PIN',
  'Choose a PIN · {time} left': 'PIN wählen · noch {time}',
  'Choose one that only you know, then confirm with a test on this page.':
    'Wählen Sie eine, die nur Sie kennen, und bestätigen Sie mit einem Test auf dieser Seite.',
  'Choose one that only you know.': 'Wählen Sie eine, die nur Sie kennen.',
  'Choose to type the values in the app. Upper and lower case matter.':
    'Wählen Sie in der App, dass Sie die Werte eintippen. Achten Sie auf Groß- und Kleinschreibung.',
  'Code that opens the app': 'Code, der die App öffnet',
  Colour: 'Farbe',
  'Connected again.': 'Wieder verbunden.',
  Cronto: 'Cronto',
  'Device activated.': 'Gerät aktiviert.',
  'Device name': 'Gerätename',
  domain: 'Domain',
  Enlarge: 'Vergrößern',
  'Enlarge the image': 'Bild vergrößern',
  'Enlarged image': 'Vergrößertes Bild',
  'First image': 'Erstes Bild',
  'Get a new image, and call the helpdesk if it happens again.':
    'Holen Sie ein neues Bild und rufen Sie den Helpdesk an, wenn es wieder passiert.',
  'Get the app': 'App holen',
  'Have your phone ready with the authenticator app open. This takes about two minutes.':
    'Halten Sie Ihr Telefon mit geöffneter Authenticator-App bereit. Es dauert etwa zwei Minuten.',
  'Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.':
    'Halten Sie das Telefon im Abstand von 20 bis 30 cm gerade davor, bis das ganze Bild im Rahmen ist.',
  'If you lose this phone, a second device lets you sign in without the helpdesk.':
    'Wenn Sie dieses Telefon verlieren, können Sie sich mit einem zweiten Gerät ohne den Helpdesk anmelden.',
  'Image expired': 'Bild abgelaufen',
  'Image read': 'Bild gelesen',
  'Image read. Verifying your phone…': 'Bild gelesen. Ihr Telefon wird geprüft…',
  'Image style': 'Bildart',
  'Images expire after a few minutes to keep your account safe. Have your phone ready and get a new one.':
    'Zum Schutz Ihres Kontos laufen Bilder nach wenigen Minuten ab. Halten Sie Ihr Telefon bereit und holen Sie ein neues.',
  'In the app, tap {scan}, then {type}. Upper and lower case matter.':
    'Tippen Sie in der App auf {scan}, dann auf {type}. Achten Sie auf Groß- und Kleinschreibung.',
  'Install your organisation’s authenticator app on your phone. The helpdesk knows which one it is and where to get it.':
    'Installieren Sie die Authenticator-App Ihrer Organisation auf Ihrem Telefon. Der Helpdesk weiß, welche es ist und wo Sie sie bekommen.',
  'iPhone or iPad': 'iPhone oder iPad',
  'Is the app on the device you are holding?': 'Ist die App auf dem Gerät, das Sie in der Hand halten?',
  'It no longer exists, or it belongs to someone else.': 'Sie besteht nicht mehr oder gehört jemand anderem.',
  'Its image is shown where you confirmed that it’s you, and not with a password alone. Go on there. If you didn’t start it, cancel it here.':
    'Das Bild wird nur dort angezeigt, wo Sie bestätigt haben, dass Sie es sind; ein Passwort allein genügt nicht. Machen Sie dort weiter. Wenn Sie die Aktivierung nicht begonnen haben, brechen Sie sie hier ab.',
  'Keep the app open. Verifying your phone…': 'Lassen Sie die App geöffnet. Ihr Telefon wird geprüft…',
  'Keep the app open. Your authenticator is being set up.':
    'Lassen Sie die App geöffnet. Ihr Authenticator wird eingerichtet.',
  'Loading the image…': 'Bild wird geladen…',
  'Not scanned yet?': 'Noch nicht gescannt?',
  'Not scanned yet? There are hints at the end of the page.': 'Noch nicht gescannt? Am Ende der Seite stehen Tipps.',
  'One minute left.': 'Noch eine Minute.',
  'Only digits belong here.': 'Hierher gehören nur Ziffern.',
  'Only your newest image works. If it wasn’t you who started it, call the helpdesk.':
    'Nur Ihr neuestes Bild gilt. Wenn nicht Sie es angefordert haben, rufen Sie den Helpdesk an.',
  'Open on this device': 'Auf diesem Gerät öffnen',
  'Open the app in Chrome, tap ⋮, then “Install app”.':
    'Öffnen Sie die App in Chrome, tippen Sie auf ⋮ und dann auf „App installieren“.',
  'Open the app in Safari, tap Share, then “Add to Home Screen”.':
    'Öffnen Sie die App in Safari, tippen Sie auf „Teilen“ und dann auf „Zum Home-Bildschirm“.',
  'Open the app, tap {button}, and point your camera at this image.':
    'Öffnen Sie die App, tippen Sie auf {button} und richten Sie die Kamera auf dieses Bild.',
  'Open the authenticator app on this phone': 'Authenticator-App auf diesem Telefon öffnen',
  'Open your organisation’s authenticator app, choose to activate, and point your camera at this image.':
    'Öffnen Sie die Authenticator-App Ihrer Organisation, wählen Sie die Aktivierung und richten Sie die Kamera auf dieses Bild.',
  'Optional. Something you will recognise, such as “Jane’s phone”.':
    'Freiwillig. Etwas, das Sie wiedererkennen, zum Beispiel „Annas Telefon“.',
  'Or open this address on your phone:': 'Oder öffnen Sie auf Ihrem Telefon diese Adresse:',
  'or scan the image with another device': 'oder scannen Sie das Bild mit einem anderen Gerät',
  'Phone verified.': 'Telefon geprüft.',
  'Phone verified. Setting up your authenticator…': 'Telefon geprüft. Ihr Authenticator wird eingerichtet…',
  'Point your phone’s camera at this code. It opens the authenticator app in the browser. Have it already? Go on to the image.':
    'Richten Sie die Kamera Ihres Telefons auf diesen Code. Er öffnet die Authenticator-App im Browser. Haben Sie sie schon? Dann weiter zum Bild.',
  'registration identifier': 'Registrierungskennung',
  'Replaced by a newer activation': 'Durch eine neuere Aktivierung ersetzt',
  'Replacing {device}': '{device} wird ersetzt',
  Scan: 'Scan',
  'Scan and choose a PIN': 'Scannen und PIN wählen',
  'Scan the first image and type the device code': 'Scannen Sie das erste Bild und tippen Sie den Gerätecode ein',
  'Scan the image on the page where you started this activation. This page follows your phone as well.':
    'Scannen Sie das Bild auf der Seite, auf der Sie diese Aktivierung begonnen haben. Auch diese Seite zeigt, wie weit Ihr Telefon ist.',
  'Scan the second image and type the signature': 'Scannen Sie das zweite Bild und tippen Sie die Signatur ein',
  'Scan this second image and choose a PIN on the phone. Then type the signature that the phone shows.':
    'Scannen Sie dieses zweite Bild und wählen Sie auf dem Telefon eine PIN. Tippen Sie dann die Signatur ein, die das Telefon anzeigt.',
  'Second image': 'Zweites Bild',
  'Show activation image': 'Aktivierungsbild anzeigen',
  'Show the second image': 'Zweites Bild anzeigen',
  Shrink: 'Verkleinern',
  'Signed out · Activate': 'Abgemeldet · Aktivieren',
  'Switch JavaScript on to see the image: it is never part of the page itself, so that it cannot stay behind.':
    'Schalten Sie JavaScript ein, um das Bild zu sehen: Es gehört nie zur Seite selbst, damit es nicht zurückbleiben kann.',
  'Test it to finish replacing {device}.': 'Testen Sie es, um {device} endgültig zu ersetzen.',
  'The activation failed.': 'Die Aktivierung ist fehlgeschlagen.',
  'The activation image is shown.': 'Das Aktivierungsbild wird angezeigt.',
  'The activation service cannot be reached right now. Your request is kept, and the image appears here by itself.':
    'Der Aktivierungsdienst ist gerade nicht erreichbar. Ihre Anfrage ist gespeichert, und das Bild erscheint hier von selbst.',
  'The activation service did not accept your password or one-time password. Get a new image and type it again.':
    'Der Aktivierungsdienst hat Ihr Passwort oder Einmalpasswort nicht angenommen. Holen Sie ein neues Bild und tippen Sie es noch einmal ein.',
  'The activation service no longer knows this activation. Get a new image.':
    'Der Aktivierungsdienst kennt diese Aktivierung nicht mehr. Holen Sie ein neues Bild.',
  'The activation service refused this activation. Get a new image, and call the helpdesk if it happens again.':
    'Der Aktivierungsdienst hat diese Aktivierung abgelehnt. Holen Sie ein neues Bild und rufen Sie den Helpdesk an, wenn es wieder passiert.',
  'The app runs in the browser of your phone.': 'Die App läuft im Browser Ihres Telefons.',
  'The browser does not allow copying. Select the text and copy it yourself.':
    'Der Browser erlaubt das Kopieren nicht. Markieren Sie den Text und kopieren Sie ihn selbst.',
  'The codes you typed were wrong too often, so we cancelled the image. Get a new one, and compare the check letter before you continue.':
    'Die eingetippten Codes waren zu oft falsch; deshalb gilt das Bild nicht mehr. Holen Sie ein neues und vergleichen Sie den Prüfbuchstaben, bevor Sie weitermachen.',
  'The Cronto image is not available right now. This one works as well.':
    'Das Cronto-Bild ist gerade nicht verfügbar. Dieses funktioniert ebenso.',
  'The device code is right. The second image is shown.': 'Der Gerätecode stimmt. Das zweite Bild wird angezeigt.',
  'The first image is shown.': 'Das erste Bild wird angezeigt.',
  'The image has expired.': 'Das Bild ist abgelaufen.',
  'The image no longer works and no device was added. Get a new image whenever you’re ready.':
    'Das Bild gilt nicht mehr, und es wurde kein Gerät hinzugefügt. Holen Sie ein neues Bild, sobald Sie bereit sind.',
  'The image will appear here': 'Das Bild erscheint hier',
  'The phone has no internet connection': 'Das Telefon hat keine Internetverbindung',
  'The phone has read the image. The image is hidden now.':
    'Das Telefon hat das Bild gelesen. Das Bild ist jetzt verborgen.',
  'Then type the device code that the phone shows.': 'Tippen Sie dann den Gerätecode ein, den das Telefon anzeigt.',
  'This activation can’t be shown': 'Diese Aktivierung kann nicht angezeigt werden',
  'This activation can’t be shown.': 'Diese Aktivierung kann nicht angezeigt werden.',
  'This activation was started elsewhere': 'Diese Aktivierung wurde anderswo begonnen',
  'This page keeps trying to reach the server. Your phone can still finish.':
    'Diese Seite versucht weiter, den Server zu erreichen. Ihr Telefon kann trotzdem fertig werden.',
  'This part of the page could not be loaded. Check your connection, then try again.':
    'Dieser Teil der Seite konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal.',
  'Time left to finish': 'Verbleibende Zeit bis zum Abschluss',
  'Try it out.': 'Probieren Sie es aus.',
  'Turn up the brightness of this screen, and avoid reflections on it.':
    'Stellen Sie diesen Bildschirm heller und vermeiden Sie Spiegelungen.',
  'Type the values instead': 'Stattdessen die Werte eintippen',
  'Type this letter too:': 'Tippen Sie auch diesen Buchstaben ein:',
  'Use black and white': 'Schwarz-weiß verwenden',
  'user id': 'Benutzerkennung',
  'Waiting for the activation service.': 'Warten auf den Aktivierungsdienst.',
  'Waiting for your phone to scan the image': 'Warten, bis Ihr Telefon das Bild scannt',
  'What next?': 'Wie geht es weiter?',
  'You are signed out.': 'Sie sind abgemeldet.',
  'You can start again {time}, or ask the helpdesk.':
    'Eine neue Aktivierung ist später möglich: {time}. Oder fragen Sie den Helpdesk.',
  'You can start one more activation today.': 'Sie können heute noch eine Aktivierung beginnen.',
  'You can start {count} more activations today.': 'Sie können heute noch {count} Aktivierungen beginnen.',
  'You scan two images and type two codes. That takes about five minutes.':
    'Sie scannen zwei Bilder und tippen zwei Codes ein. Das dauert etwa fünf Minuten.',
  'You started a newer activation': 'Sie haben eine neuere Aktivierung begonnen',
  'You started a newer activation.': 'Sie haben eine neuere Aktivierung begonnen.',
  'Your account has no authenticator licence yet. Ask the helpdesk for one, then come back.':
    'Ihr Konto hat noch keine Authenticator-Lizenz. Bitten Sie den Helpdesk darum und kommen Sie dann wieder.',
  'Your licence is in use on as many devices as it allows. Remove one under “Your devices”, then get a new image.':
    'Ihre Lizenz wird schon auf so vielen Geräten verwendet, wie sie erlaubt. Entfernen Sie eines unter „Ihre Geräte“ und holen Sie dann ein neues Bild.',
  'Your phone': 'Ihr Telefon',
  'Your phone can still finish. Sign in to see the result.':
    'Ihr Telefon kann trotzdem fertig werden. Melden Sie sich an, um das Ergebnis zu sehen.',
  'Your phone is ready.': 'Ihr Telefon ist bereit.',
  'Your phone should be ready.': 'Ihr Telefon sollte bereit sein.',
  'Your turn: choose a PIN in the app': 'Jetzt sind Sie dran: Wählen Sie in der App eine PIN',
  'Your user ID has a character that an activation image can’t carry. Ask the helpdesk.':
    'Ihre Benutzerkennung enthält ein Zeichen, das in ein Aktivierungsbild nicht passt. Wenden Sie sich an den Helpdesk.',
  'Your user ID is too long for an activation image. Ask the helpdesk.':
    'Ihre Benutzerkennung ist zu lang für ein Aktivierungsbild. Wenden Sie sich an den Helpdesk.',
  'You’ve reached today’s limit': 'Das Limit für heute ist erreicht',
  '{count} tries left.': 'Noch {count} Versuche.',
  '{count} try left.': 'Noch {count} Versuch.',
  '{digits} digits, as the app shows them.': '{digits} Ziffern, wie die App sie anzeigt.',
  '{entered} of {digits} digits': '{entered} von {digits} Ziffern',
  '{name} is replaced. It is locked now and will be removed in a day.':
    '{name} ist ersetzt. Das Gerät ist jetzt gesperrt und wird in einem Tag entfernt.',
  '{time} left · Activate': 'Noch {time} · Aktivieren',
  '{value} copied.': '{value} kopiert.',
  '✓ Device activated': '✓ Gerät aktiviert',
} as const;
