import type { signIn as german } from '../german/sign-in';

export const signIn: Record<keyof typeof german, string> = {
  'A code has 6 to 8 digits. Enter the one on your phone now.':
    'Een code heeft 6 tot 8 cijfers. Vul de code in die nu op uw telefoon staat.',
  'A device was activated with it. If that wasn’t you, call the helpdesk now.':
    'Er is een toestel mee geactiveerd. Was u dat niet, bel dan nu de helpdesk.',
  'A new device confirms nothing in its first day. Use an older one, or ask the helpdesk.':
    'Een nieuw toestel bevestigt de eerste dag niets. Gebruik een ouder toestel of vraag het de helpdesk.',
  'A password alone is not enough for this. Confirm that it’s you in one more way.':
    'Alleen een wachtwoord is hiervoor niet genoeg. Bevestig op nog een manier dat u het bent.',
  'A request expires after a minute. Open the authenticator app on your phone and check that notifications are on for this account. Then send it again.':
    'Een aanvraag verloopt na een minuut. Open de authenticator-app op uw telefoon en controleer of meldingen voor dit account aanstaan. Verstuur de aanvraag dan opnieuw.',
  'A request expires after a minute. Open the authenticator app on your phone. Send it again, or get a new image.':
    'Een aanvraag verloopt na een minuut. Open de authenticator-app op uw telefoon. Verstuur de aanvraag opnieuw of vraag een nieuwe afbeelding op.',
  'Activate and manage the authenticators on your devices.': 'Activeer en beheer de authenticators op uw toestellen.',
  'Activate your authenticator and manage your devices.': 'Activeer uw authenticator en beheer uw toestellen.',
  'Already activated your phone? Sign in without a password.':
    'Hebt u uw telefoon al geactiveerd? Log in zonder wachtwoord.',
  'Approved on the phone. Signing you in.': 'Goedgekeurd op de telefoon. U wordt ingelogd.',
  'Ask an administrator if you need it for your work.': 'Vraag een beheerder als u haar voor uw werk nodig hebt.',
  'At least {count} characters. A few random words work well.':
    'Minstens {count} tekens. Een paar willekeurige woorden werken goed.',
  'At {name} you are somebody else than here. Sign out here first, or sign in there with your own account.':
    'Bij {name} bent u iemand anders dan hier. Log eerst hier uit, of log daar in met uw eigen account.',
  'Back to sign-in': 'Terug naar inloggen',
  'Back to {name}': 'Terug naar {name}',
  'Call the helpdesk for a new one.': 'Bel de helpdesk voor een nieuwe.',
  'Cancelled on the phone': 'Geannuleerd op de telefoon',
  'Can’t scan? Send a request instead': 'Lukt scannen niet? Stuur dan een aanvraag',
  'Check it and try again. After five wrong codes the invitation ends.':
    'Controleer hem en probeer het opnieuw. Na vijf foute codes vervalt de uitnodiging.',
  'Check your connection and try again, or sign in with your password.':
    'Controleer uw verbinding en probeer het opnieuw, of log in met uw wachtwoord.',
  'Check your recovery code': 'Uw herstelcode controleren',
  'Choose a new password': 'Een nieuw wachtwoord kiezen',
  'Choose the password with which you sign in. Only you know it.':
    'Kies het wachtwoord waarmee u inlogt. Alleen u kent het.',
  'Code in the letter': 'Code in de brief',
  'Confirm it’s you': 'Bevestig dat u het bent',
  'Confirm that it’s you to continue. You signed in a while ago.':
    'Bevestig dat u het bent om verder te gaan. U bent al een tijd ingelogd.',
  'Confirmation image': 'Bevestigingsafbeelding',
  'Confirmed on the phone. One moment.': 'Bevestigd op de telefoon. Een ogenblik.',
  'Confirmed. One moment…': 'Bevestigd. Een ogenblik…',
  'Confirming with a phone needs JavaScript.': 'Bevestigen met een telefoon heeft JavaScript nodig.',
  'Continue activation': 'Verdergaan met activeren',
  'Continue to activation': 'Verder naar de activering',
  'Continue with {provider}': 'Doorgaan met {provider}',
  'Creating the image…': 'Afbeelding maken…',
  'Device that shows the code': 'Toestel dat de code toont',
  'Do you still have your recovery code?': 'Hebt u uw herstelcode nog?',
  'Email me another code': 'Stuur me nog een code per e-mail',
  'Enter a name for the device.': 'Vul een naam voor het toestel in.',
  'Enter one telephone number on each line, at most five, each with its country: +49 30 1234567.':
    'Vul per regel één telefoonnummer in, hoogstens vijf, elk met het land: +49 30 1234567.',
  'Enter one to five email addresses, one on each line, such as name@example.org.':
    'Vul één tot vijf e-mailadressen in, elk op een eigen regel, zoals name@example.org.',
  'Enter the code': 'Code invullen',
  'Enter the code from a letter': 'De code uit een brief invullen',
  'Enter the code from the email about your new account.': 'Vul de code in uit de e-mail over uw nieuwe account.',
  'Enter the code from the email about your new device.': 'Vul de code in uit de e-mail over uw nieuwe toestel.',
  'Enter the code from the email that announced the letter to confirm that this link is yours.':
    'Vul de code in uit de e-mail die de brief aankondigde, om te bevestigen dat deze link van u is.',
  'Enter the code from your email, or the one beside the picture in your letter.':
    'Vul de code uit uw e-mail in, of de code naast de afbeelding in uw brief.',
  'Enter the code or your password.': 'Vul de code of uw wachtwoord in.',
  'Enter the code that is printed in your letter, beside the picture.':
    'Vul de code in die in uw brief naast de afbeelding staat.',
  'Enter your password to confirm that this link is yours.':
    'Vul uw wachtwoord in om te bevestigen dat deze link van u is.',
  'Enter your password, or the one-time password on one of your devices.':
    'Vul uw wachtwoord in, of het eenmalige wachtwoord op een van uw toestellen.',
  'Enter your PIN and check that the request is from this site.':
    'Vul uw pincode in en controleer of de aanvraag van deze site komt.',
  'For a lost phone: the code from your paper. It works once, so have the new phone in your hand.':
    'Voor een verloren telefoon: de code van uw papier. Hij werkt één keer, dus houd de nieuwe telefoon bij de hand.',
  'For the helpdesk: {code}': 'Voor de helpdesk: {code}',
  'For {userId}': 'Voor {userId}',
  'Going back…': 'Teruggaan…',
  'Have an account at {provider}? Signing out here does not end your session there.':
    'Hebt u een account bij {provider}? Als u hier uitlogt, blijft u daar ingelogd.',
  'If we can email this account a code, it’s on its way to every address of the account.':
    'Als we dit account een code per e-mail kunnen sturen, is die onderweg naar elk adres van het account.',
  'If you lose your phone': 'Als u uw telefoon verliest',
  'If you lose your phone: sign in with your password, choose “Activate a device” and enter this code. It works once.':
    'Als u uw telefoon verliest: log in met uw wachtwoord, kies ‘Een toestel activeren’ en vul deze code in. Hij werkt één keer.',
  'Images expire after a minute to keep your account safe. Have your phone ready, then get a new image.':
    'Om uw account te beschermen verlopen afbeeldingen na een minuut. Houd uw telefoon klaar en vraag een nieuwe afbeelding op.',
  'It didn’t finish': 'Dit is niet voltooid',
  'It has been used or replaced. Send it again, or get a new image.':
    'Ze is gebruikt of vervangen. Verstuur haar opnieuw of vraag een nieuwe afbeelding op.',
  'It is in the email or letter that the helpdesk sent you.':
    'Die staat in de e-mail of brief die de helpdesk u heeft gestuurd.',
  'It reaches your activated phone if notifications are on there.':
    'Die bereikt uw geactiveerde telefoon als meldingen daar aanstaan.',
  'It was made for another account than the one you’re signed in with. Sign out, then sign in with the account that you use there.':
    'Hij is gemaakt voor een ander account dan dat waarmee u bent ingelogd. Log uit en log dan in met het account dat u daar gebruikt.',
  'It worked for 10 minutes. Go back to the site that sent you, and start again there.':
    'Hij werkte 10 minuten. Ga terug naar de site die u heeft gestuurd en begin daar opnieuw.',
  'It works in one browser only. Continue in that one. If it wasn’t you, call the helpdesk now.':
    'Ze werkt maar in één browser. Ga daarin verder. Was u het niet, bel dan nu de helpdesk.',
  'It works once. Go back to the site that sent you, and start again there.':
    'Hij werkt één keer. Ga terug naar de site die u heeft gestuurd en begin daar opnieuw.',
  'It’s in the email about your new account. Does the email have a code instead?':
    'Die staat in de e-mail over uw nieuwe account. Staat er een code in de e-mail?',
  'It’s locked or was removed. Sign in with your password to manage your devices.':
    'Het is geblokkeerd of verwijderd. Log in met uw wachtwoord om uw toestellen te beheren.',
  'It’s locked or was removed. Use another phone, or ask the helpdesk.':
    'Het is geblokkeerd of verwijderd. Gebruik een andere telefoon of vraag het de helpdesk.',
  'It’s too late for this.': 'Hiervoor is het te laat.',
  'I’ve kept it': 'Ik heb hem bewaard',
  'Keep at least one address.': 'Houd minstens één adres.',
  'Look at your phone. If it’s set up for this account, it shows a request now.':
    'Kijk op uw telefoon. Als die voor dit account is ingesteld, toont hij nu een aanvraag.',
  'Made a passkey before? It replaces user ID and password.':
    'Hebt u al een passkey? Die vervangt gebruikersnaam en wachtwoord.',
  'Many codes have been requested. Wait an hour, then try again, or ask your helpdesk.':
    'Er zijn veel codes aangevraagd. Wacht een uur en probeer het dan opnieuw, of vraag het uw helpdesk.',
  'Never ask anyone for an activation password, an activation image or a PIN.':
    'Vraag nooit iemand om een activeringswachtwoord, een activeringsafbeelding of een pincode.',
  'Never share an activation password. The helpdesk will never ask for it.':
    'Deel een activeringswachtwoord nooit. De helpdesk vraagt er nooit om.',
  'New image': 'Nieuwe afbeelding',
  'New password again': 'Nieuw wachtwoord herhalen',
  'No email after some minutes? Look in your spam folder. An account whose password is turned off gets none: sign in with a passkey. Otherwise ask your helpdesk.':
    'Na enkele minuten nog geen e-mail? Kijk in uw spammap. Een account waarvan het wachtwoord is uitgezet, krijgt er geen: log in met een passkey. Vraag het anders uw helpdesk.',
  'No passkey was used. Try again, or choose another way.':
    'Er is geen passkey gebruikt. Probeer het opnieuw of kies een andere manier.',
  'No phone answered': 'Geen telefoon heeft geantwoord',
  'Nobody was signed in. Get a new image when you’re ready.':
    'Er is niemand ingelogd. Vraag een nieuwe afbeelding op als u zover bent.',
  'Nobody was signed in. Send it again when you’re ready.':
    'Er is niemand ingelogd. Verstuur de aanvraag opnieuw als u zover bent.',
  'Nothing was confirmed. If somebody rejected the request on your phone, that signed you out everywhere.':
    'Er is niets bevestigd. Als iemand de aanvraag op uw telefoon heeft afgewezen, bent u daardoor overal uitgelogd.',
  'Nothing was confirmed. Send it again, or get a new image.':
    'Er is niets bevestigd. Verstuur de aanvraag opnieuw of vraag een nieuwe afbeelding op.',
  'Open it again from the email, or scan the letter again. If that doesn’t help, call the helpdesk.':
    'Open hem opnieuw vanuit de e-mail of scan de brief opnieuw. Helpt dat niet, bel dan de helpdesk.',
  'Open the app': 'De app openen',
  'Open the authenticator app on your activated phone.': 'Open de authenticator-app op uw geactiveerde telefoon.',
  'Open the link again. If that doesn’t help, call the helpdesk.':
    'Open de link opnieuw. Helpt dat niet, bel dan de helpdesk.',
  'Or confirm there again.': 'Of bevestig daar opnieuw.',
  'Or without typing a code:': 'Of zonder een code in te vullen:',
  'Passkeys don’t work at this address. Open the site at its own address and try again.':
    'Passkeys werken niet op dit adres. Open de site op haar eigen adres en probeer het opnieuw.',
  'Passkeys work at {address}.': 'Passkeys werken op {address}.',
  'Print this page or copy the code by hand, and keep it where you keep other valuable papers, not with your phone. It’s shown only now.':
    'Druk deze pagina af of schrijf de code over, en bewaar hem bij uw andere belangrijke papieren, niet bij uw telefoon. Hij wordt alleen nu getoond.',
  'Read this code out to the helpdesk': 'Lees deze code voor aan de helpdesk',
  'Replace or delete it': 'Vervangen of verwijderen',
  'Reported on the phone': 'Gemeld op de telefoon',
  'Request another code': 'Nog een code aanvragen',
  'Send a request to my phone': 'Aanvraag naar mijn telefoon sturen',
  'Send a request to your phone': 'Een aanvraag naar uw telefoon sturen',
  'Send to my phone': 'Naar mijn telefoon sturen',
  'Sent. Look at your phone and type {number} there.': 'Verzonden. Kijk op uw telefoon en vul daar {number} in.',
  'Set new password': 'Nieuw wachtwoord instellen',
  'Set password': 'Wachtwoord instellen',
  'Show an image instead': 'Liever een afbeelding tonen',
  'Show my code': 'Mijn code tonen',
  'Show user ID': 'Gebruikersnaam tonen',
  'Sign in and come back': 'Inloggen en terugkomen',
  'Sign in with the app on this phone': 'Inloggen met de app op deze telefoon',
  'Sign in with your phone': 'Inloggen met uw telefoon',
  'Sign out and use another account': 'Uitloggen en een ander account gebruiken',
  'Sign-in didn’t finish': 'Het inloggen is niet voltooid',
  'Sign-in image': 'Inlogafbeelding',
  'Sign-in is not possible at the moment. Try again in a minute.':
    'Inloggen is op dit moment niet mogelijk. Probeer het over een minuut opnieuw.',
  'Sign-in isn’t possible right now': 'Inloggen is nu niet mogelijk',
  'Signed in. One moment…': 'Ingelogd. Een ogenblik…',
  'Signing in with a phone needs JavaScript.': 'Inloggen met een telefoon heeft JavaScript nodig.',
  'Signing you in…': 'U wordt ingelogd…',
  'Something is missing': 'Er ontbreekt iets',
  'Sooner than that? Ask your helpdesk: they can send you an invitation.':
    'Moet het eerder? Vraag het uw helpdesk: die kan u een uitnodiging sturen.',
  'Staff pages need more than a password.': 'Voor de personeelspagina’s is meer nodig dan een wachtwoord.',
  'Stay on the phone with the helpdesk. Next we show a code for you to read out to them.':
    'Blijf aan de lijn met de helpdesk. Hierna tonen we een code die u voorleest.',
  'Tap the notification on your phone, or open the authenticator app.':
    'Tik op de melding op uw telefoon of open de authenticator-app.',
  'Tap “{button}” and point the camera at the image.': 'Tik op ‘{button}’ en richt de camera op de afbeelding.',
  'That code didn’t work. Enter the one on your phone now.':
    'Deze code werkte niet. Vul de code in die nu op uw telefoon staat.',
  'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.':
    'Deze code werkte niet. Hij werkt één keer, 10 minuten lang, in de browser die hem heeft aangevraagd. Een nieuwere e-mail vervangt hem.',
  'That code has been used. Ask for a new one.': 'Deze code is al gebruikt. Vraag een nieuwe aan.',
  'That code has been used. Wait for the next one on your phone.':
    'Deze code is al gebruikt. Wacht op de volgende op uw telefoon.',
  'That code is not right': 'Deze code klopt niet',
  'That code is wrong. Compare it with your letter or email, character by character.':
    'Deze code is onjuist. Vergelijk hem teken voor teken met uw brief of e-mail.',
  'That device code is wrong. Compare it with the one on your phone and enter it again.':
    'Deze toestelcode is onjuist. Vergelijk hem met die op uw telefoon en vul hem opnieuw in.',
  'That did not work': 'Dat is niet gelukt',
  'That isn’t your phone': 'Dat is niet uw telefoon',
  'That isn’t your recovery code. Each code works once, and a new one replaces the old.':
    'Dit is niet uw herstelcode. Elke code werkt één keer, en een nieuwe vervangt de oude.',
  'That passkey didn’t work here. It may have been removed. Try again, or sign in another way.':
    'Deze passkey werkte hier niet. Misschien is hij verwijderd. Probeer het opnieuw of log op een andere manier in.',
  'That passkey didn’t work. Try again, or confirm in another way.':
    'Deze passkey werkte niet. Probeer het opnieuw of bevestig op een andere manier.',
  'That password is easy to guess. Use a few random words, without your user ID, name or email address.':
    'Dit wachtwoord is makkelijk te raden. Gebruik een paar willekeurige woorden, zonder uw gebruikersnaam, naam of e-mailadres.',
  'That password is not right': 'Dit wachtwoord klopt niet',
  'That password is wrong. Try again.': 'Dit wachtwoord is onjuist. Probeer het opnieuw.',
  'That recovery code has a typing error. Compare it with your paper, character by character.':
    'Deze herstelcode bevat een typefout. Vergelijk hem teken voor teken met uw papier.',
  'That recovery code has been used. Each works once. Ask the helpdesk.':
    'Deze herstelcode is al gebruikt. Elke code werkt één keer. Vraag het de helpdesk.',
  'That signature is wrong. Compare it with the one on your phone and enter it again.':
    'Deze handtekening is onjuist. Vergelijk hem met die op uw telefoon en vul hem opnieuw in.',
  'That user ID and password don’t match. Try again.':
    'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.',
  'That’s more than a year ago. If you can’t find it, make a new one.':
    'Dat is meer dan een jaar geleden. Kunt u hem niet vinden, maak dan een nieuwe.',
  'The activation service checks it. A device that you have activated before shows one-time passwords.':
    'De activeringsdienst controleert het. Een toestel dat u al hebt geactiveerd, toont eenmalige wachtwoorden.',
  'The activation service didn’t accept that password. Try again. Each one-time password works only once.':
    'De activeringsdienst heeft dit wachtwoord niet geaccepteerd. Probeer het opnieuw. Elk eenmalig wachtwoord werkt maar één keer.',
  'The activation service doesn’t let this site do that. Ask the helpdesk.':
    'De activeringsdienst staat deze site dat niet toe. Vraag het de helpdesk.',
  'The activation service needs your password as well. If you don’t know it, ask the helpdesk to set a new one.':
    'De activeringsdienst heeft ook uw wachtwoord nodig. Weet u het niet, vraag de helpdesk dan om een nieuw in te stellen.',
  'The activation service refused this request. Ask the helpdesk.':
    'De activeringsdienst heeft deze aanvraag geweigerd. Vraag het de helpdesk.',
  'The activation service works only with phones that have an internet connection.':
    'De activeringsdienst werkt alleen met telefoons die een internetverbinding hebben.',
  'The answer from {name} was not one to this browser’s question, or came too late. Try again.':
    'Het antwoord van {name} hoorde niet bij de vraag van deze browser of kwam te laat. Probeer het opnieuw.',
  'The code from the email is right, and it alone is not enough for your account. Confirm that it’s you in one more way.':
    'De code uit de e-mail klopt, maar is alleen niet genoeg voor uw account. Bevestig op nog een manier dat u het bent.',
  'The code that the app on your activated phone shows now.':
    'De code die de app op uw geactiveerde telefoon nu toont.',
  'The confirmation image is shown.': 'De bevestigingsafbeelding wordt getoond.',
  'The helpdesk has prepared a new activation for you.': 'De helpdesk heeft een nieuwe activering voor u klaargezet.',
  'The new passwords don’t match.': 'De nieuwe wachtwoorden komen niet overeen.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, get a new image and type the number on this page.':
    'Het getal dat op de telefoon is ingevuld, is niet het getal dat hier staat. Deze inlogpoging is daarom beëindigd. Wacht een halve minuut, vraag een nieuwe afbeelding op en vul het getal van deze pagina in.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, send it again and type the number on this page.':
    'Het getal dat op de telefoon is ingevuld, is niet het getal dat hier staat. Deze inlogpoging is daarom beëindigd. Wacht een halve minuut, verstuur de aanvraag opnieuw en vul het getal van deze pagina in.',
  'The number typed on the phone isn’t the one shown here. Wait half a minute. Send it again, or get a new image.':
    'Het getal dat op de telefoon is ingevuld, is niet het getal dat hier staat. Wacht een halve minuut. Verstuur de aanvraag opnieuw of vraag een nieuwe afbeelding op.',
  'The phone has opened the request.': 'De telefoon heeft de aanvraag geopend.',
  'The phone has opened the request. Type {number} on the phone.':
    'De telefoon heeft de aanvraag geopend. Vul {number} in op de telefoon.',
  'The phone has read the image.': 'De telefoon heeft de afbeelding gelezen.',
  'The phone has read the image. Type {number} on the phone.':
    'De telefoon heeft de afbeelding gelezen. Vul {number} in op de telefoon.',
  'The phone that answered belongs to another account. Use a phone that is activated for yours.':
    'De telefoon die antwoordde, hoort bij een ander account. Gebruik een telefoon die voor het uwe is geactiveerd.',
  'The request was rejected on the phone. Nothing was confirmed, and it was recorded.':
    'De aanvraag is op de telefoon afgewezen. Er is niets bevestigd, en dit is vastgelegd.',
  'The sign-in image is shown.': 'De inlogafbeelding wordt getoond.',
  'The sign-in was rejected on the phone. It has ended and was recorded. If you did that by mistake, try again.':
    'De inlogpoging is op de telefoon afgewezen. Ze is beëindigd en vastgelegd. Deed u dat per ongeluk, probeer het dan opnieuw.',
  'The site that sent you is no longer connected to this one. Your devices are here all the same.':
    'De site die u heeft gestuurd, is niet meer met deze verbonden. Uw toestellen staan hier nog gewoon.',
  'This account is frozen, so nobody can sign in. Call your helpdesk: they can lift that.':
    'Dit account is bevroren, dus niemand kan inloggen. Bel uw helpdesk: die kan dit opheffen.',
  'This browser got a newer one, perhaps in another tab. Only the newest works.':
    'Deze browser heeft een nieuwere gekregen, misschien in een ander tabblad. Alleen de nieuwste werkt.',
  'This browser has no passkeys.': 'Deze browser kent geen passkeys.',
  'This browser has no passkeys. Choose another way, or use another browser.':
    'Deze browser kent geen passkeys. Kies een andere manier of gebruik een andere browser.',
  'This browser sent a newer one, perhaps in another tab. Only the newest works.':
    'Deze browser heeft een nieuwere verstuurd, misschien in een ander tabblad. Alleen de nieuwste werkt.',
  'This can’t be read. Enter it again.': 'Dit is niet leesbaar. Vul het opnieuw in.',
  'This code only works in this browser. Don’t read out anything else.':
    'Deze code werkt alleen in deze browser. Lees niets anders voor.',
  'This device cannot sign you in': 'Met dit toestel kunt u niet inloggen',
  'This device can’t be brought back: it is also locked for another reason. Reload this page to see which, or ask the helpdesk.':
    'Dit toestel kan niet worden teruggehaald: het is ook om een andere reden geblokkeerd. Laad deze pagina opnieuw om die te zien, of vraag het de helpdesk.',
  'This device can’t confirm it': 'Dit toestel kan dit niet bevestigen',
  'This device has a passkey for your account already.': 'Dit toestel heeft al een passkey voor uw account.',
  'This device is locked. Unlock it, then try again.':
    'Dit toestel is geblokkeerd. Deblokkeer het en probeer het dan opnieuw.',
  'This device is too new': 'Dit toestel is te nieuw',
  'This device stays locked: there is another reason for the lock. Ask the helpdesk if you need it.':
    'Dit toestel blijft geblokkeerd: er is nog een andere reden voor de blokkering. Vraag de helpdesk als u het nodig hebt.',
  'This invitation has been opened already': 'Deze uitnodiging is al geopend',
  'This invitation has been used': 'Deze uitnodiging is gebruikt',
  'This invitation has expired': 'Deze uitnodiging is verlopen',
  'This invitation is for somebody else': 'Deze uitnodiging is voor iemand anders',
  'This invitation lets you activate a device. Sign in for anything else.':
    'Met deze uitnodiging kunt u een toestel activeren. Log in voor al het andere.',
  'This invitation was cancelled': 'Deze uitnodiging is ingetrokken',
  'This is not possible at the moment': 'Dit is op dit moment niet mogelijk',
  'This isn’t possible right now': 'Dit is nu niet mogelijk',
  'This item no longer exists.': 'Dit bestaat niet meer.',
  'This link has expired: it was valid for a week. Ask your helpdesk for a new one.':
    'Deze link is verlopen: hij was een week geldig. Vraag uw helpdesk om een nieuwe.',
  'This link is for somebody else': 'Deze link is voor iemand anders',
  'This link is not complete': 'Deze link is niet volledig',
  'This link no longer works': 'Deze link werkt niet meer',
  'This link works once, and a newer email replaces it. Sign in, or ask your helpdesk for a new one.':
    'Deze link werkt één keer, en een nieuwere e-mail vervangt hem. Log in of vraag uw helpdesk om een nieuwe.',
  'This needs a second factor of the last minutes.': 'Hiervoor is een tweede factor van de laatste minuten nodig.',
  'This page doesn’t exist, or you don’t have access.': 'Deze pagina bestaat niet, of u hebt geen toegang.',
  'This page needs JavaScript. The link’s secret stays in your browser until you press the button.':
    'Deze pagina heeft JavaScript nodig. Het geheim van de link blijft in uw browser tot u op de knop drukt.',
  'This request no longer works': 'Deze aanvraag werkt niet meer',
  'This was changed after you opened the page, so nothing of yours was saved. You see what is saved now: make your change again.':
    'Dit is gewijzigd nadat u de pagina had geopend. Van u is daarom niets opgeslagen. U ziet nu wat er is opgeslagen: breng uw wijziging opnieuw aan.',
  'Three groups of five, such as 7K3MX-Q2ZPA-94TVB. Upper or lower case.':
    'Drie groepen van vijf, zoals 7K3MX-Q2ZPA-94TVB. Hoofdletters of kleine letters.',
  'To activate another device. Your old phone only says yes: nothing is copied from it.':
    'Om nog een toestel te activeren. Uw oude telefoon zegt alleen ja: er wordt niets van gekopieerd.',
  'Too many attempts. Sign in with your phone, or wait 15 minutes and try again. Ask your helpdesk if neither works.':
    'Te veel pogingen. Log in met uw telefoon, of wacht 15 minuten en probeer het opnieuw. Lukt geen van beide, vraag het dan uw helpdesk.',
  'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.':
    'Te veel pogingen. Wacht 15 minuten en probeer het dan opnieuw, of vraag het uw helpdesk.',
  'Too many people are signing in right now': 'Er loggen nu te veel mensen tegelijk in',
  'Too many people are signing in right now. Wait a moment and try again.':
    'Er loggen nu te veel mensen tegelijk in. Wacht even en probeer het opnieuw.',
  'Too many people are signing in right now. Wait a moment, then try again.':
    'Er loggen nu te veel mensen tegelijk in. Wacht even en probeer het dan opnieuw.',
  'Too many requests. Wait a minute, then try again.':
    'Te veel aanvragen. Wacht een minuut en probeer het dan opnieuw.',
  'Too many wrong attempts. Wait 15 minutes, then try again.':
    'Te veel foute pogingen. Wacht 15 minuten en probeer het dan opnieuw.',
  'Too many wrong codes for this device today. Try it again tomorrow.':
    'Te veel foute codes voor dit toestel vandaag. Probeer het morgen opnieuw.',
  'Too many wrong codes today. Until tomorrow no code is accepted: confirm with your phone instead, or ask the helpdesk.':
    'Te veel foute codes vandaag. Tot morgen wordt geen code aangenomen: bevestig met uw telefoon, of vraag het de helpdesk.',
  'Too many wrong recovery codes today. Try again tomorrow, or ask the helpdesk.':
    'Te veel foute herstelcodes vandaag. Probeer het morgen opnieuw of vraag het de helpdesk.',
  'Try again, or sign in with your password. If it happens again, ask the helpdesk.':
    'Probeer het opnieuw of log in met uw wachtwoord. Gebeurt het weer, vraag het dan de helpdesk.',
  'Turn it on for this site, then load the page again.': 'Zet het voor deze site aan en laad de pagina opnieuw.',
  'Two groups of four, such as KX4P-7MQ2. It works for 10 minutes, in this browser.':
    'Twee groepen van vier, zoals KX4P-7MQ2. Hij werkt 10 minuten, in deze browser.',
  'Type this number on the phone': 'Vul dit getal in op de telefoon',
  'Use at least 15 characters.': 'Gebruik minstens 15 tekens.',
  'Use at most 128 characters.': 'Gebruik hoogstens 128 tekens.',
  'Use up to 64 characters, on one line.': 'Gebruik hoogstens 64 tekens, op één regel.',
  'Use your activated phone instead of your password.': 'Gebruik uw geactiveerde telefoon in plaats van uw wachtwoord.',
  'Use your password': 'Uw wachtwoord gebruiken',
  'Use your password instead': 'Liever uw wachtwoord gebruiken',
  'Valid until {time}. Didn’t ask for this? Close this page and tell the helpdesk.':
    'Geldig tot {time}. Hebt u hier niet om gevraagd? Sluit deze pagina en waarschuw de helpdesk.',
  'Wait 15 minutes and try again, or confirm in another way.':
    'Wacht 15 minuten en probeer het opnieuw, of bevestig op een andere manier.',
  'Wait 15 minutes and try again, or sign in with your password.':
    'Wacht 15 minuten en probeer het opnieuw, of log in met uw wachtwoord.',
  'Wait a moment and try again.': 'Wacht even en probeer het opnieuw.',
  'Waiting for the helpdesk. This page continues automatically.':
    'Wachten op de helpdesk. Deze pagina gaat vanzelf verder.',
  'We can’t email you a code any more. Reload this page to see what works.':
    'We kunnen u geen code meer per e-mail sturen. Laad deze pagina opnieuw om te zien wat wel kan.',
  'We can’t reach the activation service right now. Try again in a minute.':
    'De activeringsdienst is nu niet bereikbaar. Probeer het over een minuut opnieuw.',
  'We can’t reach the server and keep trying. What you do on the phone still counts.':
    'We kunnen de server niet bereiken en blijven het proberen. Wat u op de telefoon doet, telt gewoon.',
  'We email you a code with which you choose a new one.':
    'We sturen u per e-mail een code waarmee u een nieuw wachtwoord kiest.',
  'We’ve emailed a code to the addresses of your account.':
    'We hebben een code naar de adressen van uw account gestuurd.',
  'What to do': 'Wat u moet doen',
  'What you are about to do needs more than a password.': 'Voor wat u gaat doen is meer nodig dan een wachtwoord.',
  'With a recovery code on paper you activate a new one yourself, without the helpdesk.':
    'Met een herstelcode op papier activeert u zelf een nieuwe, zonder de helpdesk.',
  'With a recovery code on paper you activate a new phone yourself, without the helpdesk.':
    'Met een herstelcode op papier activeert u zelf een nieuwe telefoon, zonder de helpdesk.',
  'You can’t read that email? Ask your helpdesk.': 'Kunt u die e-mail niet lezen? Vraag het uw helpdesk.',
  'You don’t have your passkey any more? Ask your helpdesk.': 'Hebt u uw passkey niet meer? Vraag het uw helpdesk.',
  'You don’t have your phone any more? Ask your helpdesk.': 'Hebt u uw telefoon niet meer? Vraag het uw helpdesk.',
  'You don’t have your phone or your recovery code any more? Ask your helpdesk.':
    'Hebt u uw telefoon of uw herstelcode niet meer? Vraag het uw helpdesk.',
  'You made a recovery code {time}.': 'Herstelcode gemaakt: {time}.',
  'You made it {time}. If you can’t find it, make a new one.':
    'Gemaakt: {time}. Kunt u hem niet vinden, maak dan een nieuwe.',
  'Your organisation manages your telephone numbers. Change them there.':
    'Uw organisatie beheert uw telefoonnummers. Wijzig ze daar.',
  'You seem to be offline. Nothing was sent. Try again when you are connected.':
    'U lijkt offline te zijn. Er is niets verzonden. Probeer het opnieuw als u verbinding hebt.',
  'You signed in a while ago, so please confirm that it is you.':
    'U bent al een tijd ingelogd. Bevestig dat u het bent.',
  'You signed in with {name}, but there is no account here that this opens. Ask your helpdesk.':
    'U bent ingelogd met {name}, maar daar hoort hier geen account bij. Vraag het uw helpdesk.',
  'You were signed out after a minute without activity.': 'U bent na een minuut zonder activiteit uitgelogd.',
  'You were signed out after {count} minutes without activity.':
    'U bent na {count} minuten zonder activiteit uitgelogd.',
  'You were signed out, because you did nothing for a while. Sign in again to continue. We’ve kept what you typed.':
    'U bent uitgelogd omdat u een tijd niets hebt gedaan. Log opnieuw in om verder te gaan. We hebben bewaard wat u hebt ingevuld.',
  'Your account could add a first second factor once, in the 7 days after it was made. Ask an administrator to give you your role again, or the helpdesk for an invitation to activate a device.':
    'Uw account kon in de 7 dagen nadat het was aangemaakt eenmalig een eerste tweede factor toevoegen. Vraag een beheerder u uw rol opnieuw te geven, of vraag de helpdesk om een uitnodiging om een toestel te activeren.',
  'Your account has no authenticator licence yet. Ask the helpdesk.':
    'Uw account heeft nog geen authenticatorlicentie. Vraag het de helpdesk.',
  'Your account has no second factor yet. Activate your phone first, then come back here.':
    'Uw account heeft nog geen tweede factor. Activeer eerst uw telefoon en kom dan hier terug.',
  'Your account has no second factor yet. Add a passkey first, then come back here.':
    'Uw account heeft nog geen tweede factor. Voeg eerst een passkey toe en kom dan hier terug.',
  'Your account has no second factor yet. Ask an administrator for help.':
    'Uw account heeft nog geen tweede factor. Vraag een beheerder om hulp.',
  'Your account has nothing to confirm it with. Ask your helpdesk: they can send you an invitation.':
    'Uw account heeft niets om dit mee te bevestigen. Vraag het uw helpdesk: die kan u een uitnodiging sturen.',
  'Your account is frozen. Call the helpdesk: two of them can lift that.':
    'Uw account is bevroren. Bel de helpdesk: twee medewerkers samen kunnen dit opheffen.',
  'Your account may not do this. Ask the helpdesk if you need it.':
    'Uw account mag dit niet. Vraag de helpdesk als u het nodig hebt.',
  'Your account may not see this page': 'Uw account mag deze pagina niet zien',
  'Your code': 'Uw code',
  'Your device is activated': 'Uw toestel is geactiveerd',
  'Your device or passkey is new: it can confirm this {time}.':
    'Uw toestel of passkey is nieuw en kan dit {time} bevestigen.',
  'Your invitation is no longer valid. Ask the helpdesk for a new one.':
    'Uw uitnodiging is niet meer geldig. Vraag de helpdesk om een nieuwe.',
  'Your letter': 'Uw brief',
  'Your new account': 'Uw nieuwe account',
  'Your organisation manages your email addresses. Change them there.':
    'Uw organisatie beheert uw e-mailadressen. Wijzig ze daar.',
  'Your organisation manages your password. Ask your helpdesk for a new one.':
    'Uw organisatie beheert uw wachtwoord. Vraag uw helpdesk om een nieuw.',
  'Your organisation manages your password. Change it there.': 'Uw organisatie beheert uw wachtwoord. Wijzig het daar.',
  'Your organisation’s directory cannot keep a time zone for you.':
    'De directory van uw organisatie kan geen tijdzone voor u bewaren.',
  'Your password is changed, and you’re signed out everywhere. Sign in with the new one.':
    'Uw wachtwoord is gewijzigd en u bent overal uitgelogd. Log in met het nieuwe.',
  'Your password is set. Sign in with it.': 'Uw wachtwoord is ingesteld. Log ermee in.',
  'Your recovery code': 'Uw herstelcode',
  'Your sign-in with {name} is too old for this. Sign in there again.':
    'U bent hiervoor te lang geleden ingelogd bij {name}. Log daar opnieuw in.',
  'Your user ID and domain are too long for an activation image. Ask the helpdesk.':
    'Uw gebruikersnaam en domein zijn te lang voor een activeringsafbeelding. Vraag het de helpdesk.',
  'Your user ID or domain contains a semicolon, so no activation image can be created. Ask the helpdesk.':
    'Uw gebruikersnaam of domein bevat een puntkomma, dus er kan geen activeringsafbeelding worden gemaakt. Vraag het de helpdesk.',
  'You’re already replacing another device. Finish that first, or keep the other device.':
    'U bent al een ander toestel aan het vervangen. Maak dat eerst af, of houd het andere toestel.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'U bent ingelogd als {userId}. Als u klaar bent, gaat u terug naar {host}.',
  'You’re signed in, and this invitation is for another account. If that account is yours too, sign out and open the link again.':
    'U bent ingelogd, en deze uitnodiging is voor een ander account. Is dat account ook van u, log dan uit en open de link opnieuw.',
  'You’re signed in, so there’s nothing to enter.': 'U bent ingelogd, dus u hoeft niets in te vullen.',
  'You’ve been signed out': 'U bent uitgelogd',
  'You’ve been signed out. Sign in again to continue. We’ve kept what you typed.':
    'U bent uitgelogd. Log opnieuw in om verder te gaan. We hebben bewaard wat u hebt ingevuld.',
  'You’ve reached today’s limit. Try again tomorrow, or ask the helpdesk.':
    'U hebt de limiet voor vandaag bereikt. Probeer het morgen opnieuw of vraag het de helpdesk.',
  'You’ve reached your device limit. Remove a device you no longer use, then try again.':
    'U hebt uw maximum aantal toestellen bereikt. Verwijder een toestel dat u niet meer gebruikt en probeer het dan opnieuw.',
  'You’ve requested many codes. Wait 15 minutes, then try again.':
    'U hebt veel codes aangevraagd. Wacht 15 minuten en probeer het dan opnieuw.',
  '{name} knows you, but did not send a user ID that this site can use. Ask your helpdesk to set it there: one word, without spaces.':
    '{name} kent u, maar stuurde geen gebruikers-ID dat deze site kan gebruiken. Vraag uw helpdesk het daar in te vullen: één woord, zonder spaties.',
  '{name} did not sign you in. Try again, or sign in another way.':
    '{name} heeft u niet ingelogd. Probeer het opnieuw of log op een andere manier in.',
  '{name} does not answer at the moment. Try again in a minute, or sign in another way.':
    '{name} antwoordt op dit moment niet. Probeer het over een minuut opnieuw of log op een andere manier in.',
  '{name} sent you here to activate a phone': '{name} heeft u hierheen gestuurd om een telefoon te activeren',
};
