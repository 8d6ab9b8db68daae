export const phone = {
  'A newer version is open': 'Eine neuere Version ist geöffnet',
  'A request is waiting': 'Eine Anfrage wartet',
  'Activate another device?': 'Weiteres Gerät aktivieren?',
  'Activate this phone': 'Dieses Telefon aktivieren',
  'Activate this phone to confirm it’s you when you sign in. This takes about two minutes.':
    'Aktivieren Sie dieses Telefon, um sich beim Anmelden auszuweisen. Das dauert etwa zwei Minuten.',
  'Add this app to your Home Screen': 'Diese App auf den Startbildschirm legen',
  'Add to Home Screen': 'Zum Startbildschirm hinzufügen',
  'Allow it for this site in your browser’s settings, or choose another way below.':
    'Erlauben Sie sie dieser Website in den Einstellungen Ihres Browsers oder wählen Sie unten einen anderen Weg.',
  'Allow it when your phone asks.': 'Erlauben Sie es, wenn Ihr Telefon fragt.',
  'Allow notifications': 'Benachrichtigungen erlauben',
  'Another app may be using it. You can choose another way below.':
    'Vielleicht verwendet sie gerade eine andere App. Sie können unten einen anderen Weg wählen.',
  'Are you calling the helpdesk?': 'Rufen Sie beim Helpdesk an?',
  Authenticator: 'Authenticator',
  'Back to the website': 'Zurück zur Website',
  Camera: 'Kamera',
  'Cancel the activation': 'Aktivierung abbrechen',
  'Cancel the activation?': 'Aktivierung abbrechen?',
  'Cancel this activation?': 'Diese Aktivierung abbrechen?',
  'Change PIN': 'PIN ändern',
  'Change the PIN': 'PIN ändern',
  'Choose a new PIN': 'Eine neue PIN wählen',
  'Choose a picture': 'Foto wählen',
  'Choose another way below.': 'Wählen Sie unten einen anderen Weg.',
  'Choose the one you want to sign in with.': 'Wählen Sie das Konto, mit dem Sie sich anmelden möchten.',
  Clock: 'Uhr',
  'Compare the digits and the check letter first. You can type them again on the website. If the website didn’t accept the signature, this account’s one-time passwords don’t work.':
    'Vergleichen Sie zuerst die Ziffern und den Prüfbuchstaben. Sie können sie auf der Website noch einmal eintippen. Wenn die Website die Signatur nicht angenommen hat, gelten die Einmalpasswörter dieses Kontos nicht.',
  'Comparing with the website’s clock…': 'Wird mit der Uhr der Website verglichen…',
  'Confirm that it’s you?': 'Bestätigen, dass Sie es sind?',
  'Confirm your new PIN': 'Ihre neue PIN bestätigen',
  'Confirm your PIN': 'Ihre PIN bestätigen',
  'Contact the website': 'Website kontaktieren',
  'Continue only if you are signed in yourself, right now, at this address. For a few minutes that browser can then change your devices, and do whatever else needs more than a password.':
    'Machen Sie nur weiter, wenn Sie gerade selbst unter dieser Adresse angemeldet sind. Jener Browser kann dann einige Minuten lang Ihre Geräte ändern und alles tun, wofür ein Passwort allein nicht reicht.',
  'Continue only if you got it on {origin}, on a page that you opened yourself.':
    'Machen Sie nur weiter, wenn Sie den Code von {origin} haben, von einer Seite, die Sie selbst geöffnet haben.',
  'Continue only if you have just opened the sign-in page yourself, at this address.':
    'Machen Sie nur weiter, wenn Sie gerade selbst die Anmeldeseite unter dieser Adresse geöffnet haben.',
  'Continue with the other one': 'Mit der anderen weitermachen',
  'Continue without': 'Ohne fortfahren',
  'Copied the one-time password': 'Einmalpasswort kopiert',
  'Copy the one-time password': 'Einmalpasswort kopieren',
  'Don’t enter a PIN or a password where you found it. To activate this phone, open the website yourself and get a new image. If this happens again there, call the helpdesk.':
    'Geben Sie dort, wo Sie es gefunden haben, weder PIN noch Passwort ein. Um dieses Telefon zu aktivieren, öffnen Sie die Website selbst und holen Sie sich ein neues Bild. Wenn das dort wieder passiert, rufen Sie den Helpdesk an.',
  'Don’t freeze': 'Nicht einfrieren',
  'Each image works once, on one phone. Get a new image on the website and scan that.':
    'Jedes Bild gilt einmal, auf einem Telefon. Holen Sie sich auf der Website ein neues Bild und scannen Sie dieses.',
  'Enter the same PIN again.': 'Geben Sie dieselbe PIN noch einmal ein.',
  'Enter your current PIN first.': 'Geben Sie zuerst Ihre aktuelle PIN ein.',
  'Enter your PIN': 'Ihre PIN eingeben',
  'Enter your PIN to freeze everything.': 'Geben Sie Ihre PIN ein, um alles einzufrieren.',
  'Enter your PIN to remove this account from the phone.':
    'Geben Sie Ihre PIN ein, um dieses Konto vom Telefon zu entfernen.',
  'Enter your PIN to see the request.': 'Geben Sie Ihre PIN ein, um die Anfrage zu sehen.',
  'Enter your PIN to see the sign-in you scanned.': 'Geben Sie Ihre PIN ein, um die gescannte Anmeldung zu sehen.',
  'Enter your PIN to see your one-time password.': 'Geben Sie Ihre PIN ein, um Ihr Einmalpasswort zu sehen.',
  'Enter your PIN to turn off fingerprint or face.':
    'Geben Sie Ihre PIN ein, um Fingerabdruck oder Gesicht auszuschalten.',
  'Enter your PIN to turn on fingerprint or face.':
    'Geben Sie Ihre PIN ein, um Fingerabdruck oder Gesicht einzuschalten.',
  'Enter your PIN to turn on notifications.': 'Geben Sie Ihre PIN ein, um Benachrichtigungen einzuschalten.',
  'Everything may be frozen': 'Vielleicht ist schon alles eingefroren',
  'Fill in all four fields.': 'Füllen Sie alle vier Felder aus.',
  'Find them on the website’s activation page under “Can’t scan?”. Upper and lower case matter.':
    'Sie stehen auf der Aktivierungsseite der Website unter „Scannen klappt nicht?“. Groß- und Kleinschreibung zählen.',
  'Fingerprint or face is off.': 'Fingerabdruck oder Gesicht ist ausgeschaltet.',
  'Fingerprint or face is on.': 'Fingerabdruck oder Gesicht ist eingeschaltet.',
  'Finishing the activation': 'Die Aktivierung wird abgeschlossen',
  'Freeze everything?': 'Alles einfrieren?',
  'Freezing everything': 'Alles wird eingefroren',
  'From {site}. Answer in the app within a minute.': 'Von {site}. Antworten Sie innerhalb einer Minute in der App.',
  'Get sign-in requests': 'Anmeldeanfragen erhalten',
  'Getting the details from the website.': 'Die Einzelheiten werden von der Website geholt.',
  'Go back to the page at {origin} and continue there.':
    'Gehen Sie zurück zur Seite von {origin} und machen Sie dort weiter.',
  'Go back to the page at {origin}. You’re signed in there as {userId}.':
    'Gehen Sie zurück zur Seite von {origin}. Dort sind Sie als {userId} angemeldet.',
  'Good to know': 'Gut zu wissen',
  'If somebody else may have your password or one of your devices: locks them all, signs you out everywhere and stops new activations. Only the helpdesk can lift it.':
    'Falls jemand anders Ihr Passwort oder eines Ihrer Geräte haben könnte: Das sperrt alle Geräte, meldet Sie überall ab und verhindert neue Aktivierungen. Nur der Helpdesk kann es aufheben.',
  'If someone called you, or you’re not on the phone, press “That wasn’t me”.':
    'Wenn man Sie angerufen hat oder Sie gar nicht telefonieren, drücken Sie „Das war ich nicht“.',
  'If this isn’t your account, or someone sent you this code, cancel.':
    'Wenn das nicht Ihr Konto ist oder Ihnen jemand diesen Code geschickt hat, brechen Sie ab.',
  'Is this you?': 'Sind Sie das?',
  'Is this your sign-in?': 'Ist das Ihre Anmeldung?',
  'Issued by {origin}': 'Ausgestellt von {origin}',
  'It can’t take more requests right now. Try again in a minute.':
    'Sie kann gerade keine weiteren Anfragen annehmen. Versuchen Sie es in einer Minute noch einmal.',
  'It claims to come from {site}, but its signature is made with a new key that the ones this phone knows do not vouch for.':
    'Es gibt vor, von {site} zu kommen, aber die Signatur stammt von einem neuen Schlüssel, für den keiner der Schlüssel bürgt, die dieses Telefon kennt.',
  'It claims to come from {site}, but its signature is not that website’s.':
    'Es gibt vor, von {site} zu kommen, aber die Signatur stammt nicht von dieser Website.',
  'It could then sign in as you. Continue only if you are activating it yourself, right now, on the page at this address.':
    'Damit kann man sich dann als Sie anmelden. Machen Sie nur weiter, wenn Sie es gerade selbst aktivieren, auf der Seite unter dieser Adresse.',
  'It couldn’t answer. Try again in a minute.':
    'Sie konnte nicht antworten. Versuchen Sie es in einer Minute noch einmal.',
  'It didn’t work': 'Es hat nicht geklappt',
  'It doesn’t know this phone, or has locked it. Sign in there and look under “Your devices”. If this phone isn’t listed, remove this account here and activate the phone again.':
    'Sie kennt dieses Telefon nicht oder hat es gesperrt. Melden Sie sich dort an und sehen Sie unter „Ihre Geräte“ nach. Wenn dieses Telefon dort nicht steht, entfernen Sie dieses Konto hier und aktivieren Sie das Telefon neu.',
  'It ended before your report arrived. Tell the helpdesk that someone may be calling in your name.':
    'Die Anfrage endete, bevor Ihre Meldung ankam. Sagen Sie dem Helpdesk, dass vielleicht jemand in Ihrem Namen anruft.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Get a new image on the sign-in page.':
    'Sie ist abgelaufen oder wurde auf der Anmeldeseite abgebrochen. Es wurde niemand angemeldet. Holen Sie sich auf der Anmeldeseite ein neues Bild.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Start again on the sign-in page.':
    'Sie ist abgelaufen oder wurde auf der Anmeldeseite abgebrochen. Es wurde niemand angemeldet. Beginnen Sie auf der Anmeldeseite noch einmal.',
  'It expired or was cancelled on the website. Nothing was confirmed. Start again there.':
    'Sie ist abgelaufen oder wurde auf der Website abgebrochen. Es wurde nichts bestätigt. Beginnen Sie dort noch einmal.',
  'It expired or was cancelled. Get a new image on the website and scan that.':
    'Es ist abgelaufen oder wurde abgebrochen. Holen Sie sich auf der Website ein neues Bild und scannen Sie dieses.',
  'It expired, was cancelled, or another phone has read it. Get a new image on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Es ist abgelaufen, wurde abgebrochen oder von einem anderen Telefon gelesen. Holen Sie sich auf der Anmeldeseite ein neues Bild. Hilft das nicht, melden Sie sich mit Ihrem Passwort an und sehen Sie nach, ob dieses Telefon gesperrt ist.',
  'It expired, was cancelled, or another phone has read it. Start again on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Sie ist abgelaufen, wurde abgebrochen oder von einem anderen Telefon gelesen. Beginnen Sie auf der Anmeldeseite noch einmal. Hilft das nicht, melden Sie sich mit Ihrem Passwort an und sehen Sie nach, ob dieses Telefon gesperrt ist.',
  'It had already ended': 'Die Anfrage war schon beendet',
  'It has been reported to the website.': 'Es wurde der Website gemeldet.',
  'It isn’t saved on this phone yet. Check that this phone is online and try again. If that doesn’t help, close the app and open it again.':
    'Sie ist noch nicht auf diesem Telefon gespeichert. Prüfen Sie, ob dieses Telefon online ist, und versuchen Sie es noch einmal. Hilft das nicht, schließen Sie die App und öffnen Sie sie wieder.',
  'It may not be frozen. Check that this phone is online and try again, or tell the helpdesk.':
    'Vielleicht wurde nichts eingefroren. Prüfen Sie, ob dieses Telefon online ist, und versuchen Sie es noch einmal, oder verständigen Sie den Helpdesk.',
  'It then opens like any other app, also without a network.':
    'Sie lässt sich dann wie jede andere App öffnen, auch ohne Netz.',
  'Keep going': 'Weitermachen',
  'Keep it': 'Behalten',
  Light: 'Licht',
  'Link this phone': 'Telefon verknüpfen',
  'Manage devices on the website': 'Geräte auf der Website verwalten',
  'Name saved.': 'Name gespeichert.',
  'Never type a number that someone tells or sends you.':
    'Tippen Sie nie eine Zahl ein, die Ihnen jemand nennt oder schickt.',
  'New device: until {time} it signs you in, and confirms nothing else.':
    'Neues Gerät: Bis {time} dient es nur zum Anmelden und bestätigt sonst nichts.',
  'New PIN': 'Neue PIN',
  'No answer': 'Keine Antwort',
  'No answer yet': 'Noch keine Antwort',
  'No camera found': 'Keine Kamera gefunden',
  'No connection': 'Keine Verbindung',
  'No image from the website was found in this picture. Choose one that shows the whole image.':
    'In diesem Foto wurde kein Bild der Website gefunden. Wählen Sie eines, auf dem das ganze Bild zu sehen ist.',
  'Nobody can sign in as you now, with this phone neither. Call the helpdesk when you want to go on: they check that it’s you, and two of them decide.':
    'Jetzt kann sich niemand mehr als Sie anmelden, auch nicht mit diesem Telefon. Wenn es weitergehen soll, rufen Sie den Helpdesk an: Er prüft, ob Sie es sind, und zwei Personen entscheiden.',
  'Nobody was signed in, and the website has recorded that it wasn’t you. If someone asked you for a number, tell the helpdesk.':
    'Es wurde niemand angemeldet, und die Website hat festgehalten, dass Sie es nicht waren. Hat jemand eine Zahl von Ihnen verlangt, verständigen Sie den Helpdesk.',
  'Nobody was signed in.': 'Es wurde niemand angemeldet.',
  'Nobody was signed in. Get a new image on the sign-in page whenever you are ready.':
    'Es wurde niemand angemeldet. Holen Sie sich auf der Anmeldeseite ein neues Bild, sobald Sie bereit sind.',
  'Nobody was signed in. Get a new image on the sign-in page, or sign in with your password.':
    'Es wurde niemand angemeldet. Holen Sie sich auf der Anmeldeseite ein neues Bild oder melden Sie sich mit Ihrem Passwort an.',
  'Nobody was signed in. Start again on the sign-in page whenever you are ready.':
    'Es wurde niemand angemeldet. Beginnen Sie auf der Anmeldeseite noch einmal, sobald Sie bereit sind.',
  'Nobody was signed in. Start again on the sign-in page, or sign in with your password.':
    'Es wurde niemand angemeldet. Beginnen Sie auf der Anmeldeseite noch einmal oder melden Sie sich mit Ihrem Passwort an.',
  'Not now': 'Nicht jetzt',
  'Not verifiable': 'Nicht überprüfbar',
  'Nothing is saved on this phone. Cancel the activation on the website as well. If this phone is listed under “Your devices”, remove it there.':
    'Auf diesem Telefon ist nichts gespeichert. Brechen Sie die Aktivierung auch auf der Website ab. Wenn dieses Telefon dort unter „Ihre Geräte“ steht, entfernen Sie es.',
  'Nothing was changed.': 'Es wurde nichts geändert.',
  'Nothing was confirmed, and it was recorded. A request that was sent to you has also signed every browser out of your account. Somebody may know your password: change it, and tell the helpdesk.':
    'Es wurde nichts bestätigt, und der Vorfall ist festgehalten. War die Anfrage an Sie gesendet, ist Ihr Konto jetzt auch in allen Browsern abgemeldet. Vielleicht kennt jemand Ihr Passwort: Ändern Sie es und verständigen Sie den Helpdesk.',
  'Nothing was confirmed. Ask the helpdesk to send it again and to repeat the number.':
    'Es wurde nichts bestätigt. Bitten Sie den Helpdesk, die Anfrage noch einmal zu senden und die Zahl zu wiederholen.',
  'Nothing was confirmed. Start again on the website, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'Es wurde nichts bestätigt. Beginnen Sie auf der Website noch einmal und tippen Sie die Zahl ein, die sie zeigt. Hat Ihnen jemand eine Zahl genannt, verständigen Sie den Helpdesk.',
  'Nothing was confirmed. Start again on the website.':
    'Es wurde nichts bestätigt. Beginnen Sie auf der Website noch einmal.',
  'Nothing was confirmed. The helpdesk can send it again.':
    'Es wurde nichts bestätigt. Der Helpdesk kann die Anfrage noch einmal senden.',
  'Nothing was frozen': 'Es wurde nichts eingefroren',
  'Nothing was saved on this phone, and the website has ended the activation.':
    'Auf diesem Telefon wurde nichts gespeichert, und die Website hat die Aktivierung beendet.',
  'Nothing was saved on this phone, but the last step may have reached the website. If this phone is listed under “Your devices”, remove it there.':
    'Auf diesem Telefon wurde nichts gespeichert, doch der letzte Schritt hat die Website vielleicht erreicht. Wenn dieses Telefon dort unter „Ihre Geräte“ steht, entfernen Sie es.',
  'Nothing was saved on this phone, but we couldn’t tell the website. Cancel the activation there, or it expires in a few minutes.':
    'Auf diesem Telefon wurde nichts gespeichert, doch die Website war nicht zu erreichen. Brechen Sie die Aktivierung dort ab; sonst läuft sie in wenigen Minuten ab.',
  'Nothing was saved on this phone. Telling the website…':
    'Auf diesem Telefon wurde nichts gespeichert. Die Website wird verständigt…',
  'Nothing was sent or saved. The image on the website works until it expires or you cancel it there.':
    'Es wurde nichts gesendet und nichts gespeichert. Das Bild auf der Website gilt, bis es abläuft oder Sie es dort abbrechen.',
  'Nothing will be saved on this phone. To activate it later, you need a new image from the website.':
    'Auf diesem Telefon wird nichts gespeichert. Um es später zu aktivieren, brauchen Sie ein neues Bild von der Website.',
  'Notifications are on.': 'Benachrichtigungen sind eingeschaltet.',
  'Notifications are still off.': 'Benachrichtigungen sind weiterhin ausgeschaltet.',
  'Off. This browser doesn’t offer notifications for this site, or its settings block them.':
    'Aus. Dieser Browser bietet für diese Website keine Benachrichtigungen, oder seine Einstellungen blockieren sie.',
  'Off. To sign in with this phone, scan the image on the sign-in page.':
    'Aus. Um sich mit diesem Telefon anzumelden, scannen Sie das Bild auf der Anmeldeseite.',
  'On a computer, sign in to {site}, choose “Activate a device”, and point the camera at the image.':
    'Melden Sie sich an einem Computer bei {site} an, wählen Sie „Ein Gerät aktivieren“ und richten Sie die Kamera auf das Bild.',
  'On. We notify you when someone tries to sign in as you.':
    'Ein. Wir benachrichtigen Sie, wenn sich jemand als Sie anmelden will.',
  'One-time password copied': 'Einmalpasswort kopiert',
  'One-time passwords from a device that only you open.': 'Einmalpasswörter von einem Gerät, das nur Sie öffnen.',
  'One-time passwords may be refused. Let the phone set its clock automatically.':
    'Einmalpasswörter werden vielleicht abgelehnt. Lassen Sie das Telefon seine Uhr automatisch stellen.',
  'Open the browser’s menu and tap “Add to Home screen”.':
    'Öffnen Sie das Menü des Browsers und tippen Sie auf „Zum Startbildschirm hinzufügen“.',
  'Open the request': 'Anfrage öffnen',
  'Open this page over https, or choose another way below.':
    'Öffnen Sie diese Seite über https oder wählen Sie unten einen anderen Weg.',
  'Opening the camera': 'Kamera wird geöffnet',
  'Opening…': 'Wird geöffnet…',
  'Opens with': 'Entsperren mit',
  PIN: 'PIN',
  'PIN again': 'PIN wiederholen',
  'PIN changed.': 'PIN geändert.',
  'PIN for {account}': 'PIN für {account}',
  'PIN, fingerprint or face': 'PIN, Fingerabdruck oder Gesicht',
  'PIN, or this device’s fingerprint or face, which unlocks the key itself.':
    'PIN oder Fingerabdruck oder Gesicht auf diesem Gerät, womit der Schlüssel selbst entsperrt wird.',
  'PIN, or this device’s fingerprint or face. That only hides the screen: this browser alone protects the key.':
    'PIN oder Fingerabdruck oder Gesicht auf diesem Gerät. Das verdeckt nur die Anzeige: Den Schlüssel schützt allein dieser Browser.',
  'PIN.': 'PIN.',
  'PIN. This device offers no fingerprint or face check here.':
    'PIN. Dieses Gerät bietet hier keine Prüfung von Fingerabdruck oder Gesicht.',
  'Point the camera at the image that {site} shows, to sign in or to activate another account.':
    'Richten Sie die Kamera auf das Bild, das {site} zeigt, um sich anzumelden oder ein weiteres Konto zu aktivieren.',
  'Remove the account': 'Konto entfernen',
  'Remove the account?': 'Konto entfernen?',
  'Remove this account': 'Dieses Konto entfernen',
  'Remove this notice': 'Hinweis entfernen',
  'Remove this notice about {account}': 'Hinweis entfernen: {account}',
  'Remove {account}?': '{account} entfernen?',
  'Reporting it to the website…': 'Wird der Website gemeldet…',
  'Scan again': 'Erneut scannen',
  'Scan the activation image': 'Aktivierungsbild scannen',
  'Scan the image': 'Bild scannen',
  'Scan the second image': 'Zweites Bild scannen',
  'Setting up your phone': 'Ihr Telefon wird eingerichtet',
  'Settings of {account}': 'Einstellungen von {account}',
  'Show the one-time password': 'Einmalpasswort anzeigen',
  'Show the one-time password for {account}': 'Einmalpasswort anzeigen für {account}',
  'Show the signature again': 'Signatur noch einmal anzeigen',
  'Sign-in cancelled': 'Anmeldung abgebrochen',
  Skip: 'Überspringen',
  'Someone may be trying to trick you. Nothing was sent for this activation, and nothing was saved.':
    'Vielleicht will Sie jemand täuschen. Für diese Aktivierung wurde nichts gesendet und nichts gespeichert.',
  'Tap Share, then “Add to Home Screen”. Do this before you activate: the app on the Home Screen keeps accounts of its own.':
    'Tippen Sie auf „Teilen“, dann auf „Zum Home-Bildschirm“. Tun Sie das vor dem Aktivieren: Die App auf dem Home-Bildschirm hat ihre eigenen Konten.',
  'Telling the website': 'Die Website wird verständigt',
  'Thank you for reporting it': 'Danke für Ihre Meldung',
  'That wasn’t me': 'Das war ich nicht',
  'That’s close enough.': 'Das ist genau genug.',
  'The account couldn’t be saved. A private window or a full phone may be why. If this phone is listed under “Your devices” on the website, remove it there.':
    'Das Konto ließ sich nicht speichern. Vielleicht ist dies ein privates Fenster, oder der Speicher ist voll. Wenn dieses Telefon auf der Website unter „Ihre Geräte“ steht, entfernen Sie es dort.',
  'The activation is complete when the website says so.': 'Die Aktivierung ist fertig, wenn die Website es sagt.',
  'The activation may have worked, but this phone didn’t get the answer and saved nothing. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'Die Aktivierung hat vielleicht geklappt, aber dieses Telefon hat die Antwort nicht erhalten und nichts gespeichert. Wenn dieses Telefon auf der Website unter „Ihre Geräte“ steht, entfernen Sie es dort. Holen Sie sich dann ein neues Bild.',
  'The activation was interrupted': 'Die Aktivierung wurde unterbrochen',
  'The answer was lost': 'Die Antwort ging verloren',
  'The app stores your accounts on this phone. Leave the private window, or allow this site to store data, then open the app again.':
    'Die App speichert Ihre Konten auf diesem Telefon. Verlassen Sie das private Fenster oder erlauben Sie dieser Website, Daten zu speichern, und öffnen Sie die App dann wieder.',
  'The app was closed or reloaded before it was done, and nothing was saved. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'Die App wurde geschlossen oder neu geladen, bevor die Aktivierung fertig war. Es wurde nichts gespeichert. Wenn dieses Telefon auf der Website unter „Ihre Geräte“ steht, entfernen Sie es dort. Holen Sie sich dann ein neues Bild.',
  'The app was updated in another tab. Close this tab or reload it.':
    'Die App wurde in einem anderen Tab aktualisiert. Schließen Sie diesen Tab oder laden Sie ihn neu.',
  'The authenticator keeps its keys on this phone, which needs JavaScript.':
    'Der Authenticator bewahrt seine Schlüssel auf diesem Telefon auf. Dafür ist JavaScript nötig.',
  'The camera can’t be opened': 'Die Kamera lässt sich nicht öffnen',
  'The camera is not allowed': 'Die Kamera ist nicht erlaubt',
  'The camera needs a secure address': 'Die Kamera braucht eine sichere Adresse',
  'The check letter doesn’t match. Compare every character. Upper and lower case matter.':
    'Der Prüfbuchstabe stimmt nicht. Vergleichen Sie jedes Zeichen. Groß- und Kleinschreibung zählen.',
  'The helpdesk can see that it’s you. Continue your call. Nobody was signed in.':
    'Der Helpdesk sieht, dass Sie es sind. Setzen Sie das Gespräch fort. Es wurde niemand angemeldet.',
  'The helpdesk can see that you didn’t confirm.': 'Der Helpdesk sieht, dass Sie nicht bestätigt haben.',
  'The helpdesk can see that you’re not the caller, and it has been recorded.':
    'Der Helpdesk sieht, dass nicht Sie anrufen, und der Vorfall ist festgehalten.',
  'The helpdesk is no longer waiting for this answer, so nothing was confirmed. It can send it again.':
    'Der Helpdesk wartet nicht mehr auf diese Antwort, es wurde also nichts bestätigt. Er kann die Anfrage noch einmal senden.',
  'The helpdesk may have received it. Ask what they can see. If they see nothing, they can send it again.':
    'Vielleicht hat der Helpdesk sie erhalten. Fragen Sie, was dort zu sehen ist. Ist nichts zu sehen, kann der Helpdesk die Anfrage noch einmal senden.',
  'The helpdesk wants to know that it’s you on the phone. This signs nobody in. Continue only if you called the helpdesk yourself, at a number that you know.':
    'Der Helpdesk möchte wissen, ob Sie am Telefon sind. Das meldet niemanden an. Machen Sie nur weiter, wenn Sie den Helpdesk selbst angerufen haben, unter einer Nummer, die Sie kennen.',
  'The image was read, but the website can’t be reached. Check that this phone is online.':
    'Das Bild wurde gelesen, aber die Website ist nicht zu erreichen. Prüfen Sie, ob dieses Telefon online ist.',
  'The image was read, but the website doesn’t accept this app.':
    'Das Bild wurde gelesen, aber die Website nimmt diese App nicht an.',
  'The image was read, but the website has a problem. Try again in a minute.':
    'Das Bild wurde gelesen, aber die Website hat ein Problem. Versuchen Sie es in einer Minute noch einmal.',
  'The image was read, but the website is busy. Try again in a minute.':
    'Das Bild wurde gelesen, aber die Website ist überlastet. Versuchen Sie es in einer Minute noch einmal.',
  'The image was read, but the website is taking too long to answer.':
    'Das Bild wurde gelesen, aber die Website braucht zu lange für eine Antwort.',
  'The image was read, but this website has no activation service for this app.':
    'Das Bild wurde gelesen, aber diese Website hat keinen Aktivierungsdienst für diese App.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Get a new image on the sign-in page then.':
    'Die letzte Zahl war falsch. Die Website wartet daher, bevor sie eine weitere annimmt: eine halbe Minute und jedes Mal länger. Holen Sie sich danach auf der Anmeldeseite ein neues Bild.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Start again on the sign-in page then.':
    'Die letzte Zahl war falsch. Die Website wartet daher, bevor sie eine weitere annimmt: eine halbe Minute und jedes Mal länger. Beginnen Sie danach auf der Anmeldeseite noch einmal.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can send it again.':
    'Die letzte Zahl war falsch. Die Website wartet daher, bevor sie eine weitere annimmt: eine halbe Minute und jedes Mal länger. Danach kann der Helpdesk die Anfrage noch einmal senden.',
  'The PIN was wrong five times, so this phone deleted the keys for {userId} ({serialNumber}). On the website, remove this device and activate it again.':
    'Die PIN war fünfmal falsch, deshalb hat dieses Telefon die Schlüssel für {userId} ({serialNumber}) gelöscht. Entfernen Sie dieses Gerät auf der Website und aktivieren Sie es neu.',
  'The PINs don’t match. Choose your PIN again.': 'Die PINs stimmen nicht überein. Wählen Sie Ihre PIN noch einmal.',
  'The request ended before your report arrived. Change your password, and tell the helpdesk that someone may be signed in as you.':
    'Die Anfrage endete, bevor Ihre Meldung ankam. Ändern Sie Ihr Passwort und sagen Sie dem Helpdesk, dass vielleicht jemand als Sie angemeldet ist.',
  'The server that answered couldn’t prove that it knows your activation. Nothing was saved. Tell the helpdesk.':
    'Der Server, der geantwortet hat, konnte nicht beweisen, dass er Ihre Aktivierung kennt. Es wurde nichts gespeichert. Verständigen Sie den Helpdesk.',
  'The server that answered doesn’t know this phone’s key, so nothing was confirmed. Tell the helpdesk.':
    'Der Server, der geantwortet hat, kennt den Schlüssel dieses Telefons nicht. Es wurde daher nichts bestätigt. Verständigen Sie den Helpdesk.',
  'The setting couldn’t be saved. This phone may be full.':
    'Die Einstellung ließ sich nicht speichern. Vielleicht ist der Speicher dieses Telefons voll.',
  'The sign-in ended before your report arrived. Check the activity on the website, and tell the helpdesk that someone may have tried to sign in as you.':
    'Die Anmeldung endete, bevor Ihre Meldung ankam. Prüfen Sie auf der Website Ihre Aktivitäten und sagen Sie dem Helpdesk, dass vielleicht jemand versucht hat, sich als Sie anzumelden.',
  'The sign-in has ended and nobody was signed in. Get a new image on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'Die Anmeldung ist beendet, es wurde niemand angemeldet. Holen Sie sich auf der Anmeldeseite ein neues Bild und tippen Sie die Zahl ein, die sie zeigt. Hat Ihnen jemand eine Zahl genannt, verständigen Sie den Helpdesk.',
  'The sign-in has ended and nobody was signed in. Start again on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'Die Anmeldung ist beendet, es wurde niemand angemeldet. Beginnen Sie auf der Anmeldeseite noch einmal und tippen Sie die Zahl ein, die sie zeigt. Hat Ihnen jemand eine Zahl genannt, verständigen Sie den Helpdesk.',
  'The user ID has a character that can’t be used here.':
    'Die Benutzerkennung enthält ein Zeichen, das hier nicht verwendet werden kann.',
  'The website asked this phone to wait. Try again in a few minutes.':
    'Die Website hat dieses Telefon gebeten zu warten. Versuchen Sie es in einigen Minuten noch einmal.',
  'The website could not be reached. Check that this phone is online.':
    'Die Website war nicht zu erreichen. Prüfen Sie, ob dieses Telefon online ist.',
  'The website didn’t accept them. If you typed them, compare every character. Otherwise, get a new image.':
    'Die Website hat sie nicht angenommen. Wenn Sie sie eingetippt haben, vergleichen Sie jedes Zeichen. Sonst holen Sie sich ein neues Bild.',
  'The website doesn’t accept this app. Close it and open it again. If that doesn’t help, ask the helpdesk.':
    'Die Website nimmt diese App nicht an. Schließen Sie die App und öffnen Sie sie wieder. Hilft das nicht, fragen Sie den Helpdesk.',
  'The website has a problem': 'Die Website hat ein Problem',
  'The website is busy': 'Die Website ist überlastet',
  'The website is taking too long to answer. Try again in a moment.':
    'Die Website braucht zu lange für eine Antwort. Versuchen Sie es gleich noch einmal.',
  'The website may have received it. Look there. If it’s still waiting, start again.':
    'Vielleicht hat die Website sie erhalten. Sehen Sie dort nach. Wartet sie noch, beginnen Sie noch einmal.',
  'The website may have signed you in. Check the sign-in page. If it’s still waiting, start again there.':
    'Vielleicht hat die Website Sie angemeldet. Sehen Sie auf der Anmeldeseite nach. Wartet sie noch, beginnen Sie dort noch einmal.',
  'The website refused': 'Die Website hat abgelehnt',
  'The website refused: this phone may be locked or removed there. Freeze everything in your profile on the website, or tell the helpdesk.':
    'Die Website hat abgelehnt: Dieses Telefon ist dort vielleicht gesperrt oder entfernt. Frieren Sie auf der Website in Ihrem Profil alles ein oder verständigen Sie den Helpdesk.',
  'The website refuses this phone now, as it does once everything is frozen, and its first answer was lost. Call the helpdesk: they can see whether it is, and lock your devices.':
    'Die Website lehnt dieses Telefon jetzt ab, wie sie es tut, wenn alles eingefroren ist; ihre erste Antwort ging verloren. Rufen Sie den Helpdesk an: Er sieht, ob es so ist, und kann Ihre Geräte sperren.',
  'The website says: device activated': 'Die Website sagt: Gerät aktiviert',
  'The website shows it after you enter the device code.':
    'Die Website zeigt es, nachdem Sie den Gerätecode eingegeben haben.',
  'The website shows the same letter if you typed everything right.':
    'Die Website zeigt denselben Buchstaben, wenn Sie alles richtig eingetippt haben.',
  'The website signs its images under another name.': 'Die Website signiert ihre Bilder unter einem anderen Namen.',
  'The website’s clock can’t be checked right now.': 'Die Uhr der Website lässt sich gerade nicht abfragen.',
  'The website’s signing keys can’t be checked right now.':
    'Die Signaturschlüssel der Website lassen sich gerade nicht prüfen.',
  'This activation image is damaged or incomplete. Get a new image on the website.':
    'Dieses Aktivierungsbild ist beschädigt oder unvollständig. Holen Sie sich auf der Website ein neues.',
  'This app doesn’t understand the website’s answer. Try again later, or ask the helpdesk.':
    'Diese App versteht die Antwort der Website nicht. Versuchen Sie es später noch einmal oder fragen Sie den Helpdesk.',
  'This app is not accepted': 'Diese App wird nicht angenommen',
  'This browser can’t check signatures.': 'Dieser Browser kann keine Signaturen prüfen.',
  'This browser can’t save data': 'Dieser Browser kann keine Daten speichern',
  'This device can check your fingerprint or face, but can’t lock your key with it. This only hides the screen. Your PIN won’t protect the key.':
    'Dieses Gerät kann Ihren Fingerabdruck oder Ihr Gesicht prüfen, aber Ihren Schlüssel damit nicht verschließen. Das verdeckt nur die Anzeige. Ihre PIN schützt den Schlüssel dann nicht.',
  'This image belongs to another activation. Scan the one on the page where you typed the device code.':
    'Dieses Bild gehört zu einer anderen Aktivierung. Scannen Sie das Bild auf der Seite, auf der Sie den Gerätecode eingetippt haben.',
  'This image belongs to another website. Open the app from the website that showed it.':
    'Dieses Bild gehört zu einer anderen Website. Öffnen Sie die App von der Website aus, die es gezeigt hat.',
  'This image doesn’t match this phone’s device code. Go back and compare what you typed on the website. If it’s the same, cancel here and there and start again.':
    'Dieses Bild passt nicht zum Gerätecode dieses Telefons. Gehen Sie zurück und vergleichen Sie, was Sie auf der Website eingetippt haben. Ist es dasselbe, brechen Sie hier und dort ab und beginnen Sie neu.',
  'This image has expired': 'Dieses Bild ist abgelaufen',
  'This image has expired, or this phone’s clock is wrong. Check the clock, then get a new image on the website.':
    'Dieses Bild ist abgelaufen, oder die Uhr dieses Telefons geht falsch. Prüfen Sie die Uhr und holen Sie sich dann auf der Website ein neues Bild.',
  'This image has expired. Get a new one on the website and scan that.':
    'Dieses Bild ist abgelaufen. Holen Sie sich auf der Website ein neues und scannen Sie dieses.',
  'This image is damaged or incomplete. Get a new one on the website.':
    'Dieses Bild ist beschädigt oder unvollständig. Holen Sie sich auf der Website ein neues.',
  'This image is damaged or incomplete. Point the camera at the whole image on the website.':
    'Dieses Bild ist beschädigt oder unvollständig. Richten Sie die Kamera auf das ganze Bild auf der Website.',
  'This image is for signing in, and this phone isn’t activated yet. Sign in with your password, choose “Activate a device”, and scan that image first.':
    'Dieses Bild dient zum Anmelden, aber dieses Telefon ist noch nicht aktiviert. Melden Sie sich mit Ihrem Passwort an, wählen Sie „Ein Gerät aktivieren“ und scannen Sie zuerst jenes Bild.',
  'This image is forged': 'Dieses Bild ist gefälscht',
  'This image isn’t for this app. Point the camera at the image on the website’s activation page or sign-in page.':
    'Dieses Bild ist nicht für diese App. Richten Sie die Kamera auf das Bild auf der Aktivierungsseite oder der Anmeldeseite der Website.',
  'This image was already used': 'Dieses Bild wurde schon verwendet',
  'This is the first image again. Type the device code on the website to see the second one.':
    'Das ist noch einmal das erste Bild. Tippen Sie den Gerätecode auf der Website ein, um das zweite zu sehen.',
  'This is the second image. Start with the first one.': 'Das ist das zweite Bild. Beginnen Sie mit dem ersten.',
  'This isn’t the second image. The website shows it after you enter the device code.':
    'Das ist nicht das zweite Bild. Die Website zeigt es, nachdem Sie den Gerätecode eingegeben haben.',
  'This link was copied, used before, or opened in another browser.':
    'Dieser Link wurde kopiert, schon einmal verwendet oder in einem anderen Browser geöffnet.',
  'This locks all your devices, this phone too, signs you out everywhere and stops new activations. Nobody can sign in as you until the helpdesk lifts it, and neither can you.':
    'Das sperrt alle Ihre Geräte, auch dieses Telefon, meldet Sie überall ab und verhindert neue Aktivierungen. Bis der Helpdesk es aufhebt, kann sich niemand als Sie anmelden, auch Sie selbst nicht.',
  'This phone couldn’t read a signature: the image is black and white, or the light is bad.':
    'Dieses Telefon konnte keine Signatur lesen: Das Bild ist schwarz-weiß, oder das Licht ist schlecht.',
  'This phone deletes the keys now and stops showing one-time passwords for this account. This can’t be undone. Remove the device on the website as well.':
    'Dieses Telefon löscht jetzt die Schlüssel und zeigt für dieses Konto keine Einmalpasswörter mehr. Das lässt sich nicht rückgängig machen. Entfernen Sie das Gerät auch auf der Website.',
  'This phone is activated': 'Dieses Telefon ist aktiviert',
  'This phone needs no network. The website then shows a second image.':
    'Dieses Telefon braucht kein Netz. Die Website zeigt danach ein zweites Bild.',
  'This phone will be activated for this account. Nothing has been sent yet.':
    'Dieses Telefon wird für dieses Konto aktiviert. Bisher wurde nichts gesendet.',
  'This phone’s clock is right.': 'Die Uhr dieses Telefons geht richtig.',
  'This phone’s clock is {time} fast.': 'Die Uhr dieses Telefons geht {time} vor.',
  'This phone’s clock is {time} slow.': 'Die Uhr dieses Telefons geht {time} nach.',
  'This PIN is too long.': 'Diese PIN ist zu lang.',
  'This PIN is too short.': 'Diese PIN ist zu kurz.',
  'This request has ended': 'Diese Anfrage ist beendet',
  'This screen could not be loaded': 'Diese Ansicht konnte nicht geladen werden',
  'This sign-in has ended': 'Diese Anmeldung ist beendet',
  'This sign-in image is damaged or incomplete. Get a new image on the sign-in page.':
    'Dieses Anmeldebild ist beschädigt oder unvollständig. Holen Sie sich auf der Anmeldeseite ein neues.',
  'This site activates the authenticator app that your organisation has chosen: OneSpan Mobile Authenticator, or one of its own. Install that app, then scan the image on the activation page with it.':
    'Diese Website aktiviert die Authenticator-App, die Ihre Organisation gewählt hat: OneSpan Mobile Authenticator oder eine eigene. Installieren Sie diese App und scannen Sie damit das Bild auf der Aktivierungsseite.',
  'This takes a moment. Keep the app open.': 'Das dauert einen Moment. Lassen Sie die App geöffnet.',
  'This was not your website': 'Das war nicht Ihre Website',
  'This was signed with a key that the website no longer uses. It may be old.':
    'Das wurde mit einem Schlüssel signiert, den die Website nicht mehr verwendet. Vielleicht ist es alt.',
  'This website’s signature is valid.': 'Die Signatur dieser Website ist gültig.',
  'Those values don’t match': 'Diese Werte stimmen nicht',
  'Too easy to guess: it could be a birthday or another date. Choose another PIN.':
    'Zu leicht zu erraten: Sie könnte ein Geburtstag oder ein anderes Datum sein. Wählen Sie eine andere PIN.',
  'Too easy to guess: it repeats itself. Choose another PIN.':
    'Zu leicht zu erraten: Sie wiederholt sich. Wählen Sie eine andere PIN.',
  'Too easy to guess: its digits count up or down. Choose another PIN.':
    'Zu leicht zu erraten: Ihre Ziffern zählen auf- oder abwärts. Wählen Sie eine andere PIN.',
  'Try again in {seconds} s': 'Erneut in {seconds} s',
  'Turn fingerprint or face off': 'Fingerabdruck oder Gesicht ausschalten',
  'Turn fingerprint or face on': 'Fingerabdruck oder Gesicht einschalten',
  'Turn notifications on': 'Benachrichtigungen einschalten',
  'Type both digits.': 'Tippen Sie beide Ziffern ein.',
  'Type the number on that page': 'Tippen Sie die Zahl von dieser Seite ein',
  'Type the number on the sign-in page': 'Tippen Sie die Zahl von der Anmeldeseite ein',
  'Type the number that the helpdesk tells you': 'Tippen Sie die Zahl ein, die Ihnen der Helpdesk nennt',
  'Type this on the website': 'Tippen Sie das auf der Website ein',
  'Typed values carry no signature.': 'Eingetippte Werte haben keine Signatur.',
  'Unexpected answer': 'Unerwartete Antwort',
  'Unlock with fingerprint or face': 'Mit Fingerabdruck oder Gesicht entsperren',
  'Unlocking this account': 'Entsperren dieses Kontos',
  'Use another app': 'Andere App verwenden',
  'Use digits only.': 'Verwenden Sie nur Ziffern.',
  'Use fingerprint or face': 'Fingerabdruck oder Gesicht verwenden',
  'Use it anyway': 'Trotzdem verwenden',
  'Use the PIN only': 'Nur die PIN verwenden',
  'Use this device’s fingerprint or face': 'Fingerabdruck oder Gesicht auf diesem Gerät verwenden',
  'Use what unlocks this device instead of your PIN. Your PIN still works.':
    'Verwenden Sie statt der PIN, was dieses Gerät entsperrt. Ihre PIN gilt weiterhin.',
  Verify: 'Prüfen',
  'Waiting request': 'Wartende Anfrage',
  'We couldn’t tell the website. Please tell the helpdesk.':
    'Wir konnten es der Website nicht melden. Bitte verständigen Sie den Helpdesk.',
  'We’ll notify you when someone tries to sign in as you.':
    'Wir benachrichtigen Sie, wenn sich jemand als Sie anmelden will.',
  'Which account?': 'Welches Konto?',
  'Wrong PIN. {count} tries left before this phone erases the account. Wait a moment before the next try.':
    'Falsche PIN. Noch {count} Versuche, bevor dieses Telefon das Konto löscht. Warten Sie einen Moment vor dem nächsten Versuch.',
  'Wrong PIN. {count} try left before this phone erases the account. Wait a moment before the next try.':
    'Falsche PIN. Noch {count} Versuch, bevor dieses Telefon das Konto löscht. Warten Sie einen Moment vor dem nächsten Versuch.',
  'You can continue from where you were.': 'Sie können da weitermachen, wo Sie waren.',
  'You can use it now: it shows a new one-time password every 30 seconds.':
    'Sie können es jetzt verwenden: Es zeigt alle 30 Sekunden ein neues Einmalpasswort.',
  'You can’t sign in with a link. To sign in, open the sign-in page yourself and scan the image there. If someone sent you this link, tell the helpdesk.':
    'Mit einem Link können Sie sich nicht anmelden. Öffnen Sie dazu selbst die Anmeldeseite und scannen Sie das Bild dort. Hat Ihnen jemand diesen Link geschickt, verständigen Sie den Helpdesk.',
  'You opened a link to another activation while this one is in progress. You can do only one at a time.':
    'Sie haben einen Link zu einer anderen Aktivierung geöffnet, während diese noch läuft. Es geht nur eine nach der anderen.',
  'You weren’t recognised, or you declined. Try again, or skip and turn it on later.':
    'Sie wurden nicht erkannt oder haben abgelehnt. Versuchen Sie es noch einmal, oder überspringen Sie den Schritt und schalten Sie es später ein.',
  'You weren’t recognised. Try again, or enter your PIN.':
    'Sie wurden nicht erkannt. Versuchen Sie es noch einmal oder geben Sie Ihre PIN ein.',
  'Your accounts': 'Ihre Konten',
  'Your browser doesn’t allow notifications for this site. You can change that in its settings at any time.':
    'Ihr Browser erlaubt für diese Website keine Benachrichtigungen. Sie können das jederzeit in seinen Einstellungen ändern.',
  'Your PIN unlocks this app and never leaves your phone.':
    'Ihre PIN entsperrt diese App und verlässt Ihr Telefon nie.',
  '{account} was erased': '{account} wurde gelöscht',
  '{count} digit': '{count} Ziffer',
  '{count} digits': '{count} Ziffern',
  '{least} to {most} digits': '{least} bis {most} Ziffern',
  '{site} wants you to confirm something for {account}. If it wasn’t you, open the request and say so.':
    '{site} bittet um eine Bestätigung für {account}. Wenn Sie das nicht waren, öffnen Sie die Anfrage und sagen Sie es.',
} as const;
