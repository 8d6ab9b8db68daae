import type { phone as german } from '../german/phone';

export const phone: Record<keyof typeof german, string> = {
  'A newer version is open': 'Er is een nieuwere versie open',
  'A request is waiting': 'Er wacht een aanvraag',
  'Activate another device?': 'Nog een toestel activeren?',
  'Activate this phone': 'Deze telefoon activeren',
  'Activate this phone to confirm it’s you when you sign in. This takes about two minutes.':
    'Activeer deze telefoon om bij het inloggen te bevestigen dat u het bent. Dit duurt ongeveer twee minuten.',
  'Add this app to your Home Screen': 'Deze app op uw startscherm zetten',
  'Add to Home Screen': 'Toevoegen aan startscherm',
  'Allow it for this site in your browser’s settings, or choose another way below.':
    'Sta hem voor deze site toe in de instellingen van uw browser, of kies hieronder een andere manier.',
  'Allow it when your phone asks.': 'Sta het toe als uw telefoon erom vraagt.',
  'Allow notifications': 'Meldingen toestaan',
  'Another app may be using it. You can choose another way below.':
    'Misschien gebruikt een andere app hem. U kunt hieronder een andere manier kiezen.',
  'Are you calling the helpdesk?': 'Belt u met de helpdesk?',
  Authenticator: 'Authenticator',
  'Back to the website': 'Terug naar de website',
  Camera: 'Camera',
  'Cancel the activation': 'Activering annuleren',
  'Cancel the activation?': 'Activering annuleren?',
  'Cancel this activation?': 'Deze activering annuleren?',
  'Change PIN': 'Pincode wijzigen',
  'Change the PIN': 'Pincode wijzigen',
  'Choose a new PIN': 'Een nieuwe pincode kiezen',
  'Choose a picture': 'Foto kiezen',
  'Choose another way below.': 'Kies hieronder een andere manier.',
  'Choose the one you want to sign in with.': 'Kies het account waarmee u wilt inloggen.',
  Clock: 'Klok',
  'Compare the digits and the check letter first. You can type them again on the website. If the website didn’t accept the signature, this account’s one-time passwords don’t work.':
    'Vergelijk eerst de cijfers en de controleletter. U kunt ze op de website opnieuw typen. Als de website de handtekening niet heeft geaccepteerd, werken de eenmalige wachtwoorden van dit account niet.',
  'Comparing with the website’s clock…': 'Vergelijken met de klok van de website…',
  'Confirm that it’s you?': 'Bevestigen dat u het bent?',
  'Confirm your new PIN': 'Uw nieuwe pincode bevestigen',
  'Confirm your PIN': 'Uw pincode bevestigen',
  'Contact the website': 'Contact met de website',
  'Continue only if you are signed in yourself, right now, at this address. For a few minutes that browser can then change your devices, and do whatever else needs more than a password.':
    'Ga alleen verder als u nu zelf bent ingelogd op dit adres. Die browser kan dan een paar minuten lang uw toestellen wijzigen en alles doen waarvoor meer dan een wachtwoord nodig is.',
  'Continue only if you got it on {origin}, on a page that you opened yourself.':
    'Ga alleen verder als u de code van {origin} hebt, van een pagina die u zelf hebt geopend.',
  'Continue only if you have just opened the sign-in page yourself, at this address.':
    'Ga alleen verder als u zojuist zelf de inlogpagina op dit adres hebt geopend.',
  'Continue with the other one': 'Verdergaan met de andere',
  'Continue without': 'Doorgaan zonder',
  'Copied the one-time password': 'Eenmalig wachtwoord gekopieerd',
  'Copy the one-time password': 'Eenmalig wachtwoord kopiëren',
  'Don’t enter a PIN or a password where you found it. To activate this phone, open the website yourself and get a new image. If this happens again there, call the helpdesk.':
    'Vul geen pincode of wachtwoord in waar u de afbeelding hebt gevonden. Open de website zelf en vraag een nieuwe afbeelding op om deze telefoon te activeren. Gebeurt dit daar weer, bel dan de helpdesk.',
  'Don’t freeze': 'Niet bevriezen',
  'Each image works once, on one phone. Get a new image on the website and scan that.':
    'Elke afbeelding werkt één keer, op één telefoon. Vraag op de website een nieuwe afbeelding op en scan die.',
  'Enter the same PIN again.': 'Voer dezelfde pincode nog een keer in.',
  'Enter your current PIN first.': 'Voer eerst uw huidige pincode in.',
  'Enter your PIN': 'Uw pincode invoeren',
  'Enter your PIN to freeze everything.': 'Voer uw pincode in om alles te bevriezen.',
  'Enter your PIN to remove this account from the phone.':
    'Voer uw pincode in om dit account van de telefoon te verwijderen.',
  'Enter your PIN to see the request.': 'Voer uw pincode in om de aanvraag te zien.',
  'Enter your PIN to see the sign-in you scanned.': 'Voer uw pincode in om de gescande inlogpoging te zien.',
  'Enter your PIN to see your one-time password.': 'Voer uw pincode in om uw eenmalige wachtwoord te zien.',
  'Enter your PIN to turn off fingerprint or face.': 'Voer uw pincode in om vingerafdruk of gezicht uit te schakelen.',
  'Enter your PIN to turn on fingerprint or face.': 'Voer uw pincode in om vingerafdruk of gezicht in te schakelen.',
  'Enter your PIN to turn on notifications.': 'Voer uw pincode in om meldingen in te schakelen.',
  'Everything may be frozen': 'Misschien is alles al bevroren',
  'Fill in all four fields.': 'Vul alle vier de velden in.',
  'Find them on the website’s activation page under “Can’t scan?”. Upper and lower case matter.':
    'U vindt ze op de activeringspagina van de website onder ‘Lukt scannen niet?’. Hoofdletters en kleine letters maken verschil.',
  'Fingerprint or face is off.': 'Vingerafdruk of gezicht is uitgeschakeld.',
  'Fingerprint or face is on.': 'Vingerafdruk of gezicht is ingeschakeld.',
  'Finishing the activation': 'De activering wordt afgerond',
  'Freeze everything?': 'Alles bevriezen?',
  'Freezing everything': 'Alles wordt bevroren',
  'From {site}. Answer in the app within a minute.': 'Van {site}. Antwoord binnen een minuut in de app.',
  'Get sign-in requests': 'Inlogaanvragen ontvangen',
  'Getting the details from the website.': 'De gegevens worden van de website gehaald.',
  'Go back to the page at {origin} and continue there.': 'Ga terug naar de pagina van {origin} en ga daar verder.',
  'Go back to the page at {origin}. You’re signed in there as {userId}.':
    'Ga terug naar de pagina van {origin}. Daar bent u ingelogd als {userId}.',
  'Good to know': 'Goed om te weten',
  'If somebody else may have your password or one of your devices: locks them all, signs you out everywhere and stops new activations. Only the helpdesk can lift it.':
    'Als iemand anders misschien uw wachtwoord of een van uw toestellen heeft: dit blokkeert ze allemaal, logt u overal uit en houdt nieuwe activeringen tegen. Alleen de helpdesk kan het opheffen.',
  'If someone called you, or you’re not on the phone, press “That wasn’t me”.':
    'Heeft iemand u gebeld, of bent u niet aan het bellen? Druk dan op ‘Dit was ik niet’.',
  'If this isn’t your account, or someone sent you this code, cancel.':
    'Is dit niet uw account, of heeft iemand u deze code gestuurd? Annuleer dan.',
  'Is this you?': 'Bent u dit?',
  'Is this your sign-in?': 'Logt u nu zelf in?',
  'Issued by {origin}': 'Uitgegeven door {origin}',
  'It can’t take more requests right now. Try again in a minute.':
    'Er kunnen nu geen aanvragen meer bij. Probeer het over een minuut opnieuw.',
  'It claims to come from {site}, but its signature is made with a new key that the ones this phone knows do not vouch for.':
    'Die lijkt van {site} te komen, maar de handtekening is gemaakt met een nieuwe sleutel waarvoor de sleutels die deze telefoon kent niet instaan.',
  'It claims to come from {site}, but its signature is not that website’s.':
    'Die lijkt van {site} te komen, maar de handtekening is niet van die website.',
  'It could then sign in as you. Continue only if you are activating it yourself, right now, on the page at this address.':
    'Daarmee kan dan namens u worden ingelogd. Ga alleen verder als u het nu zelf activeert, op de pagina op dit adres.',
  'It couldn’t answer. Try again in a minute.': 'Er kwam geen antwoord. Probeer het over een minuut opnieuw.',
  'It didn’t work': 'Het is niet gelukt',
  'It doesn’t know this phone, or has locked it. Sign in there and look under “Your devices”. If this phone isn’t listed, remove this account here and activate the phone again.':
    'Die kent deze telefoon niet of heeft hem geblokkeerd. Log daar in en kijk onder ‘Uw toestellen’. Staat deze telefoon er niet bij, verwijder dit account dan hier en activeer de telefoon opnieuw.',
  'It ended before your report arrived. Tell the helpdesk that someone may be calling in your name.':
    'De aanvraag was al afgelopen toen uw melding binnenkwam. Meld de helpdesk dat misschien iemand in uw naam belt.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Get a new image on the sign-in page.':
    'Die is verlopen of op de inlogpagina geannuleerd. Er is niemand ingelogd. Vraag op de inlogpagina een nieuwe afbeelding op.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Start again on the sign-in page.':
    'Die is verlopen of op de inlogpagina geannuleerd. Er is niemand ingelogd. Begin opnieuw op de inlogpagina.',
  'It expired or was cancelled on the website. Nothing was confirmed. Start again there.':
    'Die is verlopen of op de website geannuleerd. Er is niets bevestigd. Begin daar opnieuw.',
  'It expired or was cancelled. Get a new image on the website and scan that.':
    'Die is verlopen of geannuleerd. Vraag op de website een nieuwe afbeelding op en scan die.',
  'It expired, was cancelled, or another phone has read it. Get a new image on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Die is verlopen, geannuleerd of door een andere telefoon gelezen. Vraag op de inlogpagina een nieuwe afbeelding op. Helpt dat niet, log dan in met uw wachtwoord en kijk of deze telefoon is geblokkeerd.',
  'It expired, was cancelled, or another phone has read it. Start again on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Die is verlopen, geannuleerd of door een andere telefoon gelezen. Begin opnieuw op de inlogpagina. Helpt dat niet, log dan in met uw wachtwoord en kijk of deze telefoon is geblokkeerd.',
  'It had already ended': 'De aanvraag was al afgelopen',
  'It has been reported to the website.': 'Het is aan de website gemeld.',
  'It isn’t saved on this phone yet. Check that this phone is online and try again. If that doesn’t help, close the app and open it again.':
    'Het is nog niet op deze telefoon opgeslagen. Controleer of deze telefoon online is en probeer het opnieuw. Helpt dat niet, sluit de app dan en open hem opnieuw.',
  'It may not be frozen. Check that this phone is online and try again, or tell the helpdesk.':
    'Misschien is er niets bevroren. Controleer of deze telefoon online is en probeer het opnieuw, of waarschuw de helpdesk.',
  'It then opens like any other app, also without a network.':
    'De app opent dan zoals elke andere, ook zonder netwerk.',
  'Keep going': 'Verdergaan',
  'Keep it': 'Behouden',
  Light: 'Licht',
  'Link this phone': 'Telefoon koppelen',
  'Manage devices on the website': 'Toestellen beheren op de website',
  'Name saved.': 'Naam opgeslagen.',
  'Never type a number that someone tells or sends you.': 'Typ nooit een getal dat iemand u noemt of stuurt.',
  'New device: until {time} it signs you in, and confirms nothing else.':
    'Nieuw toestel: tot {time} kunt u er alleen mee inloggen en verder niets mee bevestigen.',
  'New PIN': 'Nieuwe pincode',
  'No answer': 'Geen antwoord',
  'No answer yet': 'Nog geen antwoord',
  'No camera found': 'Geen camera gevonden',
  'No connection': 'Geen verbinding',
  'No image from the website was found in this picture. Choose one that shows the whole image.':
    'Op deze foto is geen afbeelding van de website gevonden. Kies een foto waarop de hele afbeelding staat.',
  'Nobody can sign in as you now, with this phone neither. Call the helpdesk when you want to go on: they check that it’s you, and two of them decide.':
    'Niemand kan nu namens u inloggen, ook niet met deze telefoon. Bel de helpdesk als u weer verder wilt: die controleert of u het bent en twee personen beslissen.',
  'Nobody was signed in, and the website has recorded that it wasn’t you. If someone asked you for a number, tell the helpdesk.':
    'Er is niemand ingelogd en de website heeft vastgelegd dat u het niet was. Heeft iemand u om een getal gevraagd? Waarschuw dan de helpdesk.',
  'Nobody was signed in.': 'Er is niemand ingelogd.',
  'Nobody was signed in. Get a new image on the sign-in page whenever you are ready.':
    'Er is niemand ingelogd. Vraag op de inlogpagina een nieuwe afbeelding op zodra u zover bent.',
  'Nobody was signed in. Get a new image on the sign-in page, or sign in with your password.':
    'Er is niemand ingelogd. Vraag op de inlogpagina een nieuwe afbeelding op, of log in met uw wachtwoord.',
  'Nobody was signed in. Start again on the sign-in page whenever you are ready.':
    'Er is niemand ingelogd. Begin opnieuw op de inlogpagina zodra u zover bent.',
  'Nobody was signed in. Start again on the sign-in page, or sign in with your password.':
    'Er is niemand ingelogd. Begin opnieuw op de inlogpagina, of log in met uw wachtwoord.',
  'Not now': 'Niet nu',
  'Not verifiable': 'Niet te controleren',
  'Nothing is saved on this phone. Cancel the activation on the website as well. If this phone is listed under “Your devices”, remove it there.':
    'Op deze telefoon is niets opgeslagen. Annuleer de activering ook op de website. Staat deze telefoon daar onder ‘Uw toestellen’, verwijder hem dan.',
  'Nothing was changed.': 'Er is niets gewijzigd.',
  'Nothing was confirmed, and it was recorded. A request that was sent to you has also signed every browser out of your account. Somebody may know your password: change it, and tell the helpdesk.':
    'Er is niets bevestigd en het is vastgelegd. Was de aanvraag naar u gestuurd, dan is uw account ook in alle browsers uitgelogd. Misschien kent iemand uw wachtwoord: wijzig het en waarschuw de helpdesk.',
  'Nothing was confirmed. Ask the helpdesk to send it again and to repeat the number.':
    'Er is niets bevestigd. Vraag de helpdesk de aanvraag opnieuw te sturen en het getal te herhalen.',
  'Nothing was confirmed. Start again on the website, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'Er is niets bevestigd. Begin opnieuw op de website en typ het getal dat daar staat. Heeft iemand u een getal genoemd? Waarschuw dan de helpdesk.',
  'Nothing was confirmed. Start again on the website.': 'Er is niets bevestigd. Begin opnieuw op de website.',
  'Nothing was confirmed. The helpdesk can send it again.':
    'Er is niets bevestigd. De helpdesk kan de aanvraag opnieuw sturen.',
  'Nothing was frozen': 'Er is niets bevroren',
  'Nothing was saved on this phone, and the website has ended the activation.':
    'Op deze telefoon is niets opgeslagen en de website heeft de activering beëindigd.',
  'Nothing was saved on this phone, but the last step may have reached the website. If this phone is listed under “Your devices”, remove it there.':
    'Op deze telefoon is niets opgeslagen, maar de laatste stap heeft de website misschien bereikt. Staat deze telefoon daar onder ‘Uw toestellen’, verwijder hem dan.',
  'Nothing was saved on this phone, but we couldn’t tell the website. Cancel the activation there, or it expires in a few minutes.':
    'Op deze telefoon is niets opgeslagen, maar we konden het de website niet melden. Annuleer de activering daar; anders verloopt die over een paar minuten.',
  'Nothing was saved on this phone. Telling the website…':
    'Op deze telefoon is niets opgeslagen. De website wordt ingelicht…',
  'Nothing was sent or saved. The image on the website works until it expires or you cancel it there.':
    'Er is niets verstuurd of opgeslagen. De afbeelding op de website werkt tot die verloopt of u die daar annuleert.',
  'Nothing will be saved on this phone. To activate it later, you need a new image from the website.':
    'Op deze telefoon wordt niets opgeslagen. Om hem later te activeren, hebt u een nieuwe afbeelding van de website nodig.',
  'Notifications are on.': 'Meldingen zijn ingeschakeld.',
  'Notifications are still off.': 'Meldingen staan nog uit.',
  'Off. This browser doesn’t offer notifications for this site, or its settings block them.':
    'Uit. Deze browser biedt geen meldingen voor deze site, of de instellingen ervan blokkeren ze.',
  'Off. To sign in with this phone, scan the image on the sign-in page.':
    'Uit. Om met deze telefoon in te loggen, scant u de afbeelding op de inlogpagina.',
  'On a computer, sign in to {site}, choose “Activate a device”, and point the camera at the image.':
    'Log op een computer in bij {site}, kies ‘Een toestel activeren’ en richt de camera op de afbeelding.',
  'On. We notify you when someone tries to sign in as you.': 'Aan. We waarschuwen u als iemand namens u wil inloggen.',
  'One-time password copied': 'Eenmalig wachtwoord gekopieerd',
  'One-time passwords from a device that only you open.': 'Eenmalige wachtwoorden van een toestel dat alleen u opent.',
  'One-time passwords may be refused. Let the phone set its clock automatically.':
    'Eenmalige wachtwoorden worden mogelijk geweigerd. Laat de telefoon de klok automatisch instellen.',
  'Open the browser’s menu and tap “Add to Home screen”.':
    'Open het menu van de browser en tik op ‘Toevoegen aan startscherm’.',
  'Open the request': 'Aanvraag openen',
  'Open this page over https, or choose another way below.':
    'Open deze pagina via https, of kies hieronder een andere manier.',
  'Opening the camera': 'Camera wordt geopend',
  'Opening…': 'Wordt geopend…',
  'Opens with': 'Ontgrendelen met',
  PIN: 'Pincode',
  'PIN again': 'Pincode herhalen',
  'PIN changed.': 'Pincode gewijzigd.',
  'PIN for {account}': 'Pincode voor {account}',
  'PIN, fingerprint or face': 'Pincode, vingerafdruk of gezicht',
  'PIN, or this device’s fingerprint or face, which unlocks the key itself.':
    'Pincode, of vingerafdruk of gezicht op dit toestel, waarmee de sleutel zelf wordt ontgrendeld.',
  'PIN, or this device’s fingerprint or face. That only hides the screen: this browser alone protects the key.':
    'Pincode, of vingerafdruk of gezicht op dit toestel. Dat verbergt alleen het scherm: alleen deze browser beschermt de sleutel.',
  'PIN.': 'Pincode.',
  'PIN. This device offers no fingerprint or face check here.':
    'Pincode. Dit toestel biedt hier geen controle van vingerafdruk of gezicht.',
  'Point the camera at the image that {site} shows, to sign in or to activate another account.':
    'Richt de camera op de afbeelding die {site} toont, om in te loggen of nog een account te activeren.',
  'Remove the account': 'Account verwijderen',
  'Remove the account?': 'Account verwijderen?',
  'Remove this account': 'Dit account verwijderen',
  'Remove this notice': 'Melding verwijderen',
  'Remove this notice about {account}': 'Melding verwijderen over {account}',
  'Remove {account}?': '{account} verwijderen?',
  'Reporting it to the website…': 'Wordt aan de website gemeld…',
  'Scan again': 'Opnieuw scannen',
  'Scan the activation image': 'Activeringsafbeelding scannen',
  'Scan the image': 'Afbeelding scannen',
  'Scan the second image': 'Tweede afbeelding scannen',
  'Setting up your phone': 'Uw telefoon wordt ingesteld',
  'Settings of {account}': 'Instellingen van {account}',
  'Show the one-time password': 'Eenmalig wachtwoord tonen',
  'Show the one-time password for {account}': 'Eenmalig wachtwoord tonen voor {account}',
  'Show the signature again': 'Handtekening opnieuw tonen',
  'Sign-in cancelled': 'Inloggen geannuleerd',
  Skip: 'Overslaan',
  'Someone may be trying to trick you. Nothing was sent for this activation, and nothing was saved.':
    'Misschien probeert iemand u te misleiden. Er is voor deze activering niets verstuurd en niets opgeslagen.',
  'Tap Share, then “Add to Home Screen”. Do this before you activate: the app on the Home Screen keeps accounts of its own.':
    'Tik op ‘Deel’ en dan op ‘Zet op beginscherm’. Doe dit voordat u activeert: de app op het beginscherm heeft eigen accounts.',
  'Telling the website': 'De website wordt ingelicht',
  'Thank you for reporting it': 'Bedankt voor uw melding',
  'That wasn’t me': 'Dit was ik niet',
  'That’s close enough.': 'Dat is nauwkeurig genoeg.',
  'The account couldn’t be saved. A private window or a full phone may be why. If this phone is listed under “Your devices” on the website, remove it there.':
    'Het account kon niet worden opgeslagen. Misschien is dit een privévenster of is de telefoon vol. Staat deze telefoon op de website onder ‘Uw toestellen’, verwijder hem daar dan.',
  'The activation is complete when the website says so.': 'De activering is klaar als de website dat meldt.',
  'The activation may have worked, but this phone didn’t get the answer and saved nothing. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'De activering is misschien gelukt, maar deze telefoon heeft het antwoord niet gekregen en niets opgeslagen. Staat deze telefoon op de website onder ‘Uw toestellen’, verwijder hem daar dan. Vraag daarna een nieuwe afbeelding op.',
  'The activation was interrupted': 'De activering is onderbroken',
  'The answer was lost': 'Het antwoord is verloren gegaan',
  'The app stores your accounts on this phone. Leave the private window, or allow this site to store data, then open the app again.':
    'De app slaat uw accounts op deze telefoon op. Verlaat het privévenster of sta deze site toe gegevens op te slaan, en open de app dan opnieuw.',
  'The app was closed or reloaded before it was done, and nothing was saved. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'De app is gesloten of opnieuw geladen voordat de activering klaar was. Er is niets opgeslagen. Staat deze telefoon op de website onder ‘Uw toestellen’, verwijder hem daar dan. Vraag daarna een nieuwe afbeelding op.',
  'The app was updated in another tab. Close this tab or reload it.':
    'De app is bijgewerkt in een ander tabblad. Sluit dit tabblad of laad het opnieuw.',
  'The authenticator keeps its keys on this phone, which needs JavaScript.':
    'De authenticator bewaart zijn sleutels op deze telefoon. Daarvoor is JavaScript nodig.',
  'The camera can’t be opened': 'De camera kan niet worden geopend',
  'The camera is not allowed': 'De camera is niet toegestaan',
  'The camera needs a secure address': 'De camera vereist een beveiligd adres',
  'The check letter doesn’t match. Compare every character. Upper and lower case matter.':
    'De controleletter klopt niet. Vergelijk elk teken. Hoofdletters en kleine letters maken verschil.',
  'The helpdesk can see that it’s you. Continue your call. Nobody was signed in.':
    'De helpdesk ziet dat u het bent. Ga verder met het gesprek. Er is niemand ingelogd.',
  'The helpdesk can see that you didn’t confirm.': 'De helpdesk ziet dat u niet hebt bevestigd.',
  'The helpdesk can see that you’re not the caller, and it has been recorded.':
    'De helpdesk ziet dat u niet de beller bent, en het is vastgelegd.',
  'The helpdesk is no longer waiting for this answer, so nothing was confirmed. It can send it again.':
    'De helpdesk wacht niet meer op dit antwoord, dus er is niets bevestigd. De aanvraag kan opnieuw worden gestuurd.',
  'The helpdesk may have received it. Ask what they can see. If they see nothing, they can send it again.':
    'Misschien heeft de helpdesk het ontvangen. Vraag wat daar te zien is. Is er niets te zien, dan kan de helpdesk de aanvraag opnieuw sturen.',
  'The helpdesk wants to know that it’s you on the phone. This signs nobody in. Continue only if you called the helpdesk yourself, at a number that you know.':
    'De helpdesk wil weten of u aan de telefoon bent. Hiermee wordt niemand ingelogd. Ga alleen verder als u de helpdesk zelf hebt gebeld, op een nummer dat u kent.',
  'The image was read, but the website can’t be reached. Check that this phone is online.':
    'De afbeelding is gelezen, maar de website is niet bereikbaar. Controleer of deze telefoon online is.',
  'The image was read, but the website doesn’t accept this app.':
    'De afbeelding is gelezen, maar de website accepteert deze app niet.',
  'The image was read, but the website has a problem. Try again in a minute.':
    'De afbeelding is gelezen, maar de website heeft een probleem. Probeer het over een minuut opnieuw.',
  'The image was read, but the website is busy. Try again in a minute.':
    'De afbeelding is gelezen, maar de website heeft het druk. Probeer het over een minuut opnieuw.',
  'The image was read, but the website is taking too long to answer.':
    'De afbeelding is gelezen, maar de website doet te lang over een antwoord.',
  'The image was read, but this website has no activation service for this app.':
    'De afbeelding is gelezen, maar deze website heeft geen activeringsdienst voor deze app.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Get a new image on the sign-in page then.':
    'Het laatste getal was verkeerd. Daarom wacht de website voordat die een nieuw getal aanneemt: een halve minuut, en elke keer langer. Vraag daarna op de inlogpagina een nieuwe afbeelding op.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Start again on the sign-in page then.':
    'Het laatste getal was verkeerd. Daarom wacht de website voordat die een nieuw getal aanneemt: een halve minuut, en elke keer langer. Begin daarna opnieuw op de inlogpagina.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can send it again.':
    'Het laatste getal was verkeerd. Daarom wacht de website voordat die een nieuw getal aanneemt: een halve minuut, en elke keer langer. Daarna kan de helpdesk de aanvraag opnieuw sturen.',
  'The PIN was wrong five times, so this phone deleted the keys for {userId} ({serialNumber}). On the website, remove this device and activate it again.':
    'De pincode was vijf keer verkeerd. Daarom heeft deze telefoon de sleutels van {userId} ({serialNumber}) gewist. Verwijder dit toestel op de website en activeer het opnieuw.',
  'The PINs don’t match. Choose your PIN again.': 'De pincodes komen niet overeen. Kies uw pincode opnieuw.',
  'The request ended before your report arrived. Change your password, and tell the helpdesk that someone may be signed in as you.':
    'De aanvraag was al afgelopen toen uw melding binnenkwam. Wijzig uw wachtwoord en meld de helpdesk dat misschien iemand namens u is ingelogd.',
  'The server that answered couldn’t prove that it knows your activation. Nothing was saved. Tell the helpdesk.':
    'De server die antwoordde, kon niet bewijzen dat hij uw activering kent. Er is niets opgeslagen. Waarschuw de helpdesk.',
  'The server that answered doesn’t know this phone’s key, so nothing was confirmed. Tell the helpdesk.':
    'De server die antwoordde, kent de sleutel van deze telefoon niet. Er is dus niets bevestigd. Waarschuw de helpdesk.',
  'The setting couldn’t be saved. This phone may be full.':
    'De instelling kon niet worden opgeslagen. Misschien is deze telefoon vol.',
  'The sign-in ended before your report arrived. Check the activity on the website, and tell the helpdesk that someone may have tried to sign in as you.':
    'De inlogpoging was al afgelopen toen uw melding binnenkwam. Bekijk uw activiteit op de website en meld de helpdesk dat misschien iemand namens u wilde inloggen.',
  'The sign-in has ended and nobody was signed in. Get a new image on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'De inlogpoging is afgelopen en er is niemand ingelogd. Vraag op de inlogpagina een nieuwe afbeelding op en typ het getal dat daar staat. Heeft iemand u een getal genoemd? Waarschuw dan de helpdesk.',
  'The sign-in has ended and nobody was signed in. Start again on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'De inlogpoging is afgelopen en er is niemand ingelogd. Begin opnieuw op de inlogpagina en typ het getal dat daar staat. Heeft iemand u een getal genoemd? Waarschuw dan de helpdesk.',
  'The user ID has a character that can’t be used here.':
    'De gebruikersnaam bevat een teken dat hier niet kan worden gebruikt.',
  'The website asked this phone to wait. Try again in a few minutes.':
    'De website heeft deze telefoon gevraagd te wachten. Probeer het over een paar minuten opnieuw.',
  'The website could not be reached. Check that this phone is online.':
    'De website was niet bereikbaar. Controleer of deze telefoon online is.',
  'The website didn’t accept them. If you typed them, compare every character. Otherwise, get a new image.':
    'De website heeft ze niet geaccepteerd. Hebt u ze ingetypt, vergelijk dan elk teken. Vraag anders een nieuwe afbeelding op.',
  'The website doesn’t accept this app. Close it and open it again. If that doesn’t help, ask the helpdesk.':
    'De website accepteert deze app niet. Sluit de app en open hem opnieuw. Helpt dat niet, vraag het dan de helpdesk.',
  'The website has a problem': 'De website heeft een probleem',
  'The website is busy': 'De website heeft het druk',
  'The website is taking too long to answer. Try again in a moment.':
    'De website doet te lang over een antwoord. Probeer het zo meteen opnieuw.',
  'The website may have received it. Look there. If it’s still waiting, start again.':
    'Misschien heeft de website het ontvangen. Kijk daar. Wacht die nog, begin dan opnieuw.',
  'The website may have signed you in. Check the sign-in page. If it’s still waiting, start again there.':
    'Misschien heeft de website u ingelogd. Kijk op de inlogpagina. Wacht die nog, begin daar dan opnieuw.',
  'The website refused': 'De website heeft geweigerd',
  'The website refused: this phone may be locked or removed there. Freeze everything in your profile on the website, or tell the helpdesk.':
    'De website heeft geweigerd: misschien is deze telefoon daar geblokkeerd of verwijderd. Bevries alles in uw profiel op de website of waarschuw de helpdesk.',
  'The website refuses this phone now, as it does once everything is frozen, and its first answer was lost. Call the helpdesk: they can see whether it is, and lock your devices.':
    'De website weigert deze telefoon nu, zoals wanneer alles bevroren is, en het eerste antwoord ging verloren. Bel de helpdesk: die kan zien of dat zo is, en uw toestellen blokkeren.',
  'The website says: device activated': 'De website meldt: toestel geactiveerd',
  'The website shows it after you enter the device code.': 'De website toont die nadat u de toestelcode hebt ingevuld.',
  'The website shows the same letter if you typed everything right.':
    'De website toont dezelfde letter als u alles goed hebt getypt.',
  'The website signs its images under another name.': 'De website ondertekent haar afbeeldingen onder een andere naam.',
  'The website’s clock can’t be checked right now.': 'De klok van de website kan nu niet worden gecontroleerd.',
  'The website’s signing keys can’t be checked right now.':
    'De ondertekeningssleutels van de website kunnen nu niet worden gecontroleerd.',
  'This activation image is damaged or incomplete. Get a new image on the website.':
    'Deze activeringsafbeelding is beschadigd of onvolledig. Vraag op de website een nieuwe op.',
  'This app doesn’t understand the website’s answer. Try again later, or ask the helpdesk.':
    'Deze app begrijpt het antwoord van de website niet. Probeer het later opnieuw of vraag het de helpdesk.',
  'This app is not accepted': 'Deze app wordt niet geaccepteerd',
  'This browser can’t check signatures.': 'Deze browser kan geen handtekeningen controleren.',
  'This browser can’t save data': 'Deze browser kan geen gegevens opslaan',
  'This device can check your fingerprint or face, but can’t lock your key with it. This only hides the screen. Your PIN won’t protect the key.':
    'Dit toestel kan uw vingerafdruk of gezicht controleren, maar uw sleutel er niet mee afsluiten. Dit verbergt alleen het scherm. Uw pincode beschermt de sleutel dan niet.',
  'This image belongs to another activation. Scan the one on the page where you typed the device code.':
    'Deze afbeelding hoort bij een andere activering. Scan die op de pagina waar u de toestelcode hebt getypt.',
  'This image belongs to another website. Open the app from the website that showed it.':
    'Deze afbeelding hoort bij een andere website. Open de app vanaf de website die de afbeelding toonde.',
  'This image doesn’t match this phone’s device code. Go back and compare what you typed on the website. If it’s the same, cancel here and there and start again.':
    'Deze afbeelding past niet bij de toestelcode van deze telefoon. Ga terug en vergelijk wat u op de website hebt getypt. Is het hetzelfde, annuleer dan hier en daar en begin opnieuw.',
  'This image has expired': 'Deze afbeelding is verlopen',
  'This image has expired, or this phone’s clock is wrong. Check the clock, then get a new image on the website.':
    'Deze afbeelding is verlopen of de klok van deze telefoon loopt verkeerd. Controleer de klok en vraag dan op de website een nieuwe afbeelding op.',
  'This image has expired. Get a new one on the website and scan that.':
    'Deze afbeelding is verlopen. Vraag op de website een nieuwe op en scan die.',
  'This image is damaged or incomplete. Get a new one on the website.':
    'Deze afbeelding is beschadigd of onvolledig. Vraag op de website een nieuwe op.',
  'This image is damaged or incomplete. Point the camera at the whole image on the website.':
    'Deze afbeelding is beschadigd of onvolledig. Richt de camera op de hele afbeelding op de website.',
  'This image is for signing in, and this phone isn’t activated yet. Sign in with your password, choose “Activate a device”, and scan that image first.':
    'Deze afbeelding is om in te loggen, maar deze telefoon is nog niet geactiveerd. Log in met uw wachtwoord, kies ‘Een toestel activeren’ en scan eerst die afbeelding.',
  'This image is forged': 'Deze afbeelding is vervalst',
  'This image isn’t for this app. Point the camera at the image on the website’s activation page or sign-in page.':
    'Deze afbeelding is niet voor deze app. Richt de camera op de afbeelding op de activeringspagina of de inlogpagina van de website.',
  'This image was already used': 'Deze afbeelding is al gebruikt',
  'This is the first image again. Type the device code on the website to see the second one.':
    'Dit is weer de eerste afbeelding. Typ de toestelcode op de website om de tweede te zien.',
  'This is the second image. Start with the first one.': 'Dit is de tweede afbeelding. Begin met de eerste.',
  'This isn’t the second image. The website shows it after you enter the device code.':
    'Dit is niet de tweede afbeelding. De website toont die nadat u de toestelcode hebt ingevuld.',
  'This link was copied, used before, or opened in another browser.':
    'Deze link is gekopieerd, eerder gebruikt of in een andere browser geopend.',
  'This locks all your devices, this phone too, signs you out everywhere and stops new activations. Nobody can sign in as you until the helpdesk lifts it, and neither can you.':
    'Dit blokkeert al uw toestellen, ook deze telefoon, logt u overal uit en houdt nieuwe activeringen tegen. Tot de helpdesk het opheft, kan niemand namens u inloggen, ook u niet.',
  'This phone couldn’t read a signature: the image is black and white, or the light is bad.':
    'Deze telefoon kon geen handtekening lezen: de afbeelding is zwart-wit of het licht is slecht.',
  'This phone deletes the keys now and stops showing one-time passwords for this account. This can’t be undone. Remove the device on the website as well.':
    'Deze telefoon wist nu de sleutels en toont geen eenmalige wachtwoorden meer voor dit account. Dit kan niet ongedaan worden gemaakt. Verwijder het toestel ook op de website.',
  'This phone is activated': 'Deze telefoon is geactiveerd',
  'This phone needs no network. The website then shows a second image.':
    'Deze telefoon heeft geen netwerk nodig. De website toont daarna een tweede afbeelding.',
  'This phone will be activated for this account. Nothing has been sent yet.':
    'Deze telefoon wordt voor dit account geactiveerd. Er is nog niets verstuurd.',
  'This phone’s clock is right.': 'De klok van deze telefoon loopt goed.',
  'This phone’s clock is {time} fast.': 'De klok van deze telefoon loopt {time} voor.',
  'This phone’s clock is {time} slow.': 'De klok van deze telefoon loopt {time} achter.',
  'This PIN is too long.': 'Deze pincode is te lang.',
  'This PIN is too short.': 'Deze pincode is te kort.',
  'This request has ended': 'Deze aanvraag is afgelopen',
  'This screen could not be loaded': 'Dit scherm kon niet worden geladen',
  'This sign-in has ended': 'Deze inlogpoging is afgelopen',
  'This sign-in image is damaged or incomplete. Get a new image on the sign-in page.':
    'Deze inlogafbeelding is beschadigd of onvolledig. Vraag op de inlogpagina een nieuwe op.',
  'This site activates the authenticator app that your organisation has chosen: OneSpan Mobile Authenticator, or one of its own. Install that app, then scan the image on the activation page with it.':
    'Deze site activeert de authenticator-app die uw organisatie heeft gekozen: OneSpan Mobile Authenticator of een eigen app. Installeer die app en scan er de afbeelding op de activeringspagina mee.',
  'This takes a moment. Keep the app open.': 'Dit duurt even. Houd de app open.',
  'This was not your website': 'Dit was niet uw website',
  'This was signed with a key that the website no longer uses. It may be old.':
    'Dit is ondertekend met een sleutel die de website niet meer gebruikt. Misschien is het oud.',
  'This website’s signature is valid.': 'De handtekening van deze website is geldig.',
  'Those values don’t match': 'Deze waarden kloppen niet',
  'Too easy to guess: it could be a birthday or another date. Choose another PIN.':
    'Te makkelijk te raden: het kan een verjaardag of een andere datum zijn. Kies een andere pincode.',
  'Too easy to guess: it repeats itself. Choose another PIN.':
    'Te makkelijk te raden: er zit herhaling in. Kies een andere pincode.',
  'Too easy to guess: its digits count up or down. Choose another PIN.':
    'Te makkelijk te raden: de cijfers lopen op of af. Kies een andere pincode.',
  'Try again in {seconds} s': 'Opnieuw over {seconds} s',
  'Turn fingerprint or face off': 'Vingerafdruk of gezicht uitschakelen',
  'Turn fingerprint or face on': 'Vingerafdruk of gezicht inschakelen',
  'Turn notifications on': 'Meldingen inschakelen',
  'Type both digits.': 'Typ beide cijfers.',
  'Type the number on that page': 'Typ het getal van die pagina',
  'Type the number on the sign-in page': 'Typ het getal van de inlogpagina',
  'Type the number that the helpdesk tells you': 'Typ het getal dat de helpdesk u noemt',
  'Type this on the website': 'Typ dit op de website',
  'Typed values carry no signature.': 'Ingetypte waarden hebben geen handtekening.',
  'Unexpected answer': 'Onverwacht antwoord',
  'Unlock with fingerprint or face': 'Ontgrendelen met vingerafdruk of gezicht',
  'Unlocking this account': 'Ontgrendelen van dit account',
  'Use another app': 'Gebruik een andere app',
  'Use digits only.': 'Gebruik alleen cijfers.',
  'Use fingerprint or face': 'Vingerafdruk of gezicht gebruiken',
  'Use it anyway': 'Toch gebruiken',
  'Use the PIN only': 'Alleen de pincode gebruiken',
  'Use this device’s fingerprint or face': 'Vingerafdruk of gezicht op dit toestel gebruiken',
  'Use what unlocks this device instead of your PIN. Your PIN still works.':
    'Gebruik wat dit toestel ontgrendelt in plaats van uw pincode. Uw pincode blijft werken.',
  Verify: 'Controleren',
  'Waiting request': 'Wachtende aanvraag',
  'We couldn’t tell the website. Please tell the helpdesk.':
    'We konden het de website niet melden. Waarschuw de helpdesk.',
  'We’ll notify you when someone tries to sign in as you.': 'We waarschuwen u als iemand namens u wil inloggen.',
  'Which account?': 'Welk account?',
  'Wrong PIN. {count} tries left before this phone erases the account. Wait a moment before the next try.':
    'Verkeerde pincode. Nog {count} pogingen voordat deze telefoon het account wist. Wacht even voor de volgende poging.',
  'Wrong PIN. {count} try left before this phone erases the account. Wait a moment before the next try.':
    'Verkeerde pincode. Nog {count} poging voordat deze telefoon het account wist. Wacht even voor de volgende poging.',
  'You can continue from where you were.': 'U kunt verdergaan waar u was gebleven.',
  'You can use it now: it shows a new one-time password every 30 seconds.':
    'U kunt hem nu gebruiken: elke 30 seconden verschijnt een nieuw eenmalig wachtwoord.',
  'You can’t sign in with a link. To sign in, open the sign-in page yourself and scan the image there. If someone sent you this link, tell the helpdesk.':
    'Met een link kunt u niet inloggen. Open daarvoor zelf de inlogpagina en scan daar de afbeelding. Heeft iemand u deze link gestuurd? Waarschuw dan de helpdesk.',
  'You opened a link to another activation while this one is in progress. You can do only one at a time.':
    'U hebt een link naar een andere activering geopend terwijl deze nog bezig is. Er kan er maar één tegelijk.',
  'You weren’t recognised, or you declined. Try again, or skip and turn it on later.':
    'U bent niet herkend of u hebt geweigerd. Probeer het opnieuw, of sla dit over en schakel het later in.',
  'You weren’t recognised. Try again, or enter your PIN.':
    'U bent niet herkend. Probeer het opnieuw of voer uw pincode in.',
  'Your accounts': 'Uw accounts',
  'Your browser doesn’t allow notifications for this site. You can change that in its settings at any time.':
    'Uw browser staat geen meldingen toe voor deze site. U kunt dat altijd in de instellingen ervan wijzigen.',
  'Your PIN unlocks this app and never leaves your phone.':
    'Uw pincode ontgrendelt deze app en verlaat uw telefoon nooit.',
  '{account} was erased': '{account} is gewist',
  '{count} digit': '{count} cijfer',
  '{count} digits': '{count} cijfers',
  '{least} to {most} digits': '{least} tot {most} cijfers',
  '{site} wants you to confirm something for {account}. If it wasn’t you, open the request and say so.':
    '{site} vraagt u iets te bevestigen voor {account}. Was u het niet? Open dan de aanvraag en meld dat.',
};
