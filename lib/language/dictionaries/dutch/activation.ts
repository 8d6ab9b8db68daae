import type { activation as german } from '../german/activation';

export const activation: Record<keyof typeof german, string> = {
  '10 seconds left.': 'Nog 10 seconden.',
  '30 seconds left.': 'Nog 30 seconden.',
  'A phone gave a wrong activation password too often, so we cancelled the image. If that wasn’t you, call the helpdesk. Otherwise get a new image.':
    'Een telefoon gaf te vaak een verkeerd activeringswachtwoord; daarom hebben we de afbeelding ingetrokken. Was u dat niet? Bel dan de helpdesk. Vraag anders een nieuwe afbeelding.',
  'Activate device': 'Toestel activeren',
  'Activate your device': 'Activeer uw toestel',
  'Activation cancelled.': 'Activering geannuleerd.',
  'Activation image': 'Activeringsafbeelding',
  'activation password': 'activeringswachtwoord',
  'Add a second device': 'Een tweede toestel toevoegen',
  'Add it to your home screen': 'Op uw beginscherm zetten',
  'Almost done. Choose a PIN on your phone.': 'Bijna klaar. Kies een pincode op uw telefoon.',
  'As the app shows it.': 'Zoals de app de code toont.',
  'Ask the helpdesk if you can’t wait.': 'Vraag het de helpdesk als u niet kunt wachten.',
  'Black and white': 'Zwart-wit',
  "Can't scan?": 'Lukt scannen niet?',
  'Cancel activation': 'Activering annuleren',
  'Cancelling…': 'Wordt geannuleerd…',
  'capital {letter}': 'hoofdletter {letter}',
  'Check letter {letter}: the app shows the same one when nothing is mistyped.':
    'Controleletter {letter}: de app toont dezelfde als er geen typefout is.',
  'Choose a PIN on your phone': 'Kies een pincode op uw telefoon',
  'Choose a PIN · {time} left': 'Pincode kiezen · nog {time}',
  'Choose one that only you know, then confirm with a test on this page.':
    'Kies een code die alleen u kent en bevestig daarna met een test op deze pagina.',
  'Choose one that only you know.': 'Kies een code die alleen u kent.',
  'Choose to type the values in the app. Upper and lower case matter.':
    'Kies in de app om de waarden in te typen. Let op hoofdletters en kleine letters.',
  'Code that opens the app': 'Code die de app opent',
  Colour: 'Kleur',
  'Connected again.': 'Weer verbonden.',
  Cronto: 'Cronto',
  'Device activated.': 'Toestel geactiveerd.',
  'Device name': 'Naam van het toestel',
  domain: 'domein',
  Enlarge: 'Vergroten',
  'Enlarge the image': 'Afbeelding vergroten',
  'Enlarged image': 'Vergrote afbeelding',
  'First image': 'Eerste scan',
  'Get a new image, and call the helpdesk if it happens again.':
    'Vraag een nieuwe afbeelding en bel de helpdesk als het weer gebeurt.',
  'Get the app': 'App ophalen',
  'Have your phone ready with the authenticator app open. This takes about two minutes.':
    'Houd uw telefoon bij de hand met de authenticator-app open. Dit duurt ongeveer twee minuten.',
  'Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.':
    'Houd de telefoon er op 20 tot 30 cm recht voor, tot de hele afbeelding in het kader staat.',
  'If you lose this phone, a second device lets you sign in without the helpdesk.':
    'Verliest u deze telefoon, dan kunt u met een tweede toestel inloggen zonder de helpdesk.',
  'Image expired': 'Afbeelding verlopen',
  'Image read': 'Afbeelding gelezen',
  'Image read. Verifying your phone…': 'Afbeelding gelezen. Uw telefoon wordt gecontroleerd…',
  'Image style': 'Soort afbeelding',
  'Images expire after a few minutes to keep your account safe. Have your phone ready and get a new one.':
    'Om uw account te beschermen verlopen afbeeldingen na enkele minuten. Houd uw telefoon bij de hand en vraag een nieuwe.',
  'In the app, tap {scan}, then {type}. Upper and lower case matter.':
    'Tik in de app op {scan} en dan op {type}. Let op hoofdletters en kleine letters.',
  'Install your organisation’s authenticator app on your phone. The helpdesk knows which one it is and where to get it.':
    'Installeer de authenticator-app van uw organisatie op uw telefoon. De helpdesk weet welke dat is en waar u die vindt.',
  'iPhone or iPad': 'iPhone of iPad',
  'Is the app on the device you are holding?': 'Staat de app op het toestel dat u in uw hand hebt?',
  'It no longer exists, or it belongs to someone else.': 'Ze bestaat niet meer of is van iemand anders.',
  'Its image is shown where you confirmed that it’s you, and not with a password alone. Go on there. If you didn’t start it, cancel it here.':
    'De afbeelding is te zien waar u hebt bevestigd dat u het bent; een wachtwoord alleen is niet genoeg. Ga daar verder. Bent u er niet mee begonnen? Annuleer de activering dan hier.',
  'Keep the app open. Verifying your phone…': 'Houd de app open. Uw telefoon wordt gecontroleerd…',
  'Keep the app open. Your authenticator is being set up.': 'Houd de app open. Uw authenticator wordt ingesteld.',
  'Loading the image…': 'Afbeelding wordt geladen…',
  'Not scanned yet?': 'Nog niet gescand?',
  'Not scanned yet? There are hints at the end of the page.': 'Nog niet gescand? Onderaan de pagina staan tips.',
  'One minute left.': 'Nog één minuut.',
  'Only digits belong here.': 'Hier horen alleen cijfers.',
  'Only your newest image works. If it wasn’t you who started it, call the helpdesk.':
    'Alleen uw nieuwste afbeelding werkt. Hebt u die niet zelf gevraagd? Bel dan de helpdesk.',
  'Open on this device': 'Op dit toestel openen',
  'Open the app in Chrome, tap ⋮, then “Install app”.': 'Open de app in Chrome, tik op ⋮ en dan op ‘App installeren’.',
  'Open the app in Safari, tap Share, then “Add to Home Screen”.':
    'Open de app in Safari, tik op ‘Deel’ en dan op ‘Zet op beginscherm’.',
  'Open the app, tap {button}, and point your camera at this image.':
    'Open de app, tik op {button} en richt uw camera op deze afbeelding.',
  'Open the authenticator app on this phone': 'De authenticator-app op deze telefoon openen',
  'Open your organisation’s authenticator app, choose to activate, and point your camera at this image.':
    'Open de authenticator-app van uw organisatie, kies voor activeren en richt uw camera op deze afbeelding.',
  'Optional. Something you will recognise, such as “Jane’s phone”.':
    'Niet verplicht. Iets wat u herkent, bijvoorbeeld ‘Telefoon van Anna’.',
  'Or open this address on your phone:': 'Of open dit adres op uw telefoon:',
  'or scan the image with another device': 'of scan de afbeelding met een ander toestel',
  'Phone verified.': 'Telefoon gecontroleerd.',
  'Phone verified. Setting up your authenticator…': 'Telefoon gecontroleerd. Uw authenticator wordt ingesteld…',
  'Point your phone’s camera at this code. It opens the authenticator app in the browser. Have it already? Go on to the image.':
    'Richt de camera van uw telefoon op deze code. Die opent de authenticator-app in de browser. Hebt u de app al? Ga dan verder naar de afbeelding.',
  'registration identifier': 'registratiekenmerk',
  'Replaced by a newer activation': 'Vervangen door een nieuwere activering',
  'Replacing {device}': '{device} wordt vervangen',
  Scan: 'Scan',
  'Scan and choose a PIN': 'Scannen en pincode kiezen',
  'Scan the first image and type the device code': 'Scan de eerste afbeelding en typ de toestelcode in',
  'Scan the image on the page where you started this activation. This page follows your phone as well.':
    'Scan de afbeelding op de pagina waar u deze activering bent begonnen. Deze pagina volgt uw telefoon ook.',
  'Scan the second image and type the signature': 'Scan de tweede afbeelding en typ de handtekening in',
  'Scan this second image and choose a PIN on the phone. Then type the signature that the phone shows.':
    'Scan deze tweede afbeelding en kies een pincode op de telefoon. Typ daarna de handtekening in die de telefoon toont.',
  'Second image': 'Tweede scan',
  'Show activation image': 'Activeringsafbeelding tonen',
  'Show the second image': 'Tweede afbeelding tonen',
  Shrink: 'Verkleinen',
  'Signed out · Activate': 'Uitgelogd · Activeren',
  'Switch JavaScript on to see the image: it is never part of the page itself, so that it cannot stay behind.':
    'Zet JavaScript aan om de afbeelding te zien: die hoort nooit bij de pagina zelf, zodat ze niet kan achterblijven.',
  'Test it to finish replacing {device}.': 'Test het om {device} definitief te vervangen.',
  'The activation failed.': 'De activering is mislukt.',
  'The activation image is shown.': 'De activeringsafbeelding is zichtbaar.',
  'The activation service cannot be reached right now. Your request is kept, and the image appears here by itself.':
    'De activeringsdienst is op dit moment niet bereikbaar. Uw aanvraag blijft bewaard en de afbeelding verschijnt hier vanzelf.',
  'The activation service did not accept your password or one-time password. Get a new image and type it again.':
    'De activeringsdienst heeft uw wachtwoord of eenmalige wachtwoord niet geaccepteerd. Vraag een nieuwe afbeelding en typ het opnieuw in.',
  'The activation service no longer knows this activation. Get a new image.':
    'De activeringsdienst kent deze activering niet meer. Vraag een nieuwe afbeelding.',
  'The activation service refused this activation. Get a new image, and call the helpdesk if it happens again.':
    'De activeringsdienst heeft deze activering geweigerd. Vraag een nieuwe afbeelding en bel de helpdesk als het weer gebeurt.',
  'The app runs in the browser of your phone.': 'De app werkt in de browser van uw telefoon.',
  'The browser does not allow copying. Select the text and copy it yourself.':
    'De browser staat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.',
  'The codes you typed were wrong too often, so we cancelled the image. Get a new one, and compare the check letter before you continue.':
    'De ingetypte codes waren te vaak verkeerd; daarom hebben we de afbeelding ingetrokken. Vraag een nieuwe en vergelijk de controleletter voordat u verdergaat.',
  'The Cronto image is not available right now. This one works as well.':
    'De Cronto-afbeelding is op dit moment niet beschikbaar. Deze werkt ook.',
  'The device code is right. The second image is shown.': 'De toestelcode klopt. De tweede afbeelding is zichtbaar.',
  'The first image is shown.': 'De eerste afbeelding is zichtbaar.',
  'The image has expired.': 'De afbeelding is verlopen.',
  'The image no longer works and no device was added. Get a new image whenever you’re ready.':
    'De afbeelding werkt niet meer en er is geen toestel toegevoegd. Vraag een nieuwe afbeelding zodra u klaar bent.',
  'The image will appear here': 'De afbeelding verschijnt hier',
  'The phone has no internet connection': 'De telefoon heeft geen internetverbinding',
  'The phone has read the image. The image is hidden now.':
    'De telefoon heeft de afbeelding gelezen. De afbeelding is nu verborgen.',
  'Then type the device code that the phone shows.': 'Typ daarna de toestelcode in die de telefoon toont.',
  'This activation can’t be shown': 'Deze activering kan niet worden getoond',
  'This activation can’t be shown.': 'Deze activering kan niet worden getoond.',
  'This activation was started elsewhere': 'Deze activering is ergens anders begonnen',
  'This page keeps trying to reach the server. Your phone can still finish.':
    'Deze pagina blijft proberen de server te bereiken. Uw telefoon kan ondertussen afronden.',
  'This part of the page could not be loaded. Check your connection, then try again.':
    'Dit deel van de pagina kon niet worden geladen. Controleer uw verbinding en probeer het opnieuw.',
  'Time left to finish': 'Resterende tijd om af te ronden',
  'Try it out.': 'Probeer het uit.',
  'Turn up the brightness of this screen, and avoid reflections on it.':
    'Zet dit scherm helderder en voorkom weerspiegelingen.',
  'Type the values instead': 'Liever de waarden intypen',
  'Type this letter too:': 'Typ ook deze letter in:',
  'Use black and white': 'Zwart-wit gebruiken',
  'user id': 'gebruikersnaam',
  'Waiting for the activation service.': 'Wachten op de activeringsdienst.',
  'Waiting for your phone to scan the image': 'Wachten tot uw telefoon de afbeelding scant',
  'What next?': 'En nu?',
  'You are signed out.': 'U bent uitgelogd.',
  'You can start again {time}, or ask the helpdesk.': 'U kunt later weer beginnen: {time}. Of vraag het de helpdesk.',
  'You can start one more activation today.': 'U kunt vandaag nog één activering beginnen.',
  'You can start {count} more activations today.': 'U kunt vandaag nog {count} activeringen beginnen.',
  'You scan two images and type two codes. That takes about five minutes.':
    'U scant twee afbeeldingen en typt twee codes in. Dat duurt ongeveer vijf minuten.',
  'You started a newer activation': 'U bent een nieuwere activering begonnen',
  'You started a newer activation.': 'U bent een nieuwere activering begonnen.',
  'Your account has no authenticator licence yet. Ask the helpdesk for one, then come back.':
    'Uw account heeft nog geen authenticatorlicentie. Vraag die aan bij de helpdesk en kom dan terug.',
  'Your licence is in use on as many devices as it allows. Remove one under “Your devices”, then get a new image.':
    'Uw licentie wordt al op het maximale aantal toestellen gebruikt. Verwijder er een bij ‘Uw toestellen’ en vraag dan een nieuwe afbeelding.',
  'Your phone': 'Uw telefoon',
  'Your phone can still finish. Sign in to see the result.':
    'Uw telefoon kan ondertussen afronden. Log in om het resultaat te zien.',
  'Your phone is ready.': 'Uw telefoon is klaar.',
  'Your phone should be ready.': 'Uw telefoon is als het goed is klaar.',
  'Your turn: choose a PIN in the app': 'Nu u: kies een pincode in de app',
  'Your user ID has a character that an activation image can’t carry. Ask the helpdesk.':
    'Uw gebruikersnaam bevat een teken dat niet in een activeringsafbeelding past. Vraag het de helpdesk.',
  'Your user ID is too long for an activation image. Ask the helpdesk.':
    'Uw gebruikersnaam is te lang voor een activeringsafbeelding. Vraag het de helpdesk.',
  'You’ve reached today’s limit': 'U hebt de limiet van vandaag bereikt',
  '{count} tries left.': 'Nog {count} pogingen.',
  '{count} try left.': 'Nog {count} poging.',
  '{digits} digits, as the app shows them.': '{digits} cijfers, zoals de app ze toont.',
  '{entered} of {digits} digits': '{entered} van {digits} cijfers',
  '{name} is replaced. It is locked now and will be removed in a day.':
    '{name} is vervangen. Het toestel is nu geblokkeerd en wordt over een dag verwijderd.',
  '{time} left · Activate': 'Nog {time} · Activeren',
  '{value} copied.': '{value} gekopieerd.',
  '✓ Device activated': '✓ Toestel geactiveerd',
};
