import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  '30 minutes after it was opened, whatever the link had left.':
    '30 minuten na het openen, hoelang de link ook nog geldig was.',
  'a check on their phone': 'een controle op de telefoon',
  'a code by email': 'een code per e-mail',
  'A colleague is working on the same user right now. Load the page again, then repeat this step.':
    'Een collega werkt nu aan dezelfde gebruiker. Laad de pagina opnieuw en herhaal deze stap.',
  'A lock can be undone for 15 minutes. That time is over.':
    'Een blokkering kan 15 minuten lang ongedaan worden gemaakt. Die tijd is voorbij.',
  'a manager’s word': 'de bevestiging van een leidinggevende',
  'A member of staff keeps their email addresses. Take the staff roles away first; giving them back takes two people.':
    'Een personeelslid houdt zijn e-mailadressen. Trek eerst de personeelsrollen in; ze teruggeven vraagt twee personen.',
  'A newer invitation has taken its place': 'Een nieuwere uitnodiging is ervoor in de plaats gekomen',
  'A note, no points': 'Een notitie, geen punten',
  'a one-time password': 'een eenmalig wachtwoord',
  'a passkey': 'een passkey',
  'A phone has opened it.': 'Een telefoon heeft haar geopend.',
  'A phone sent a wrong activation password too often. Ask the person if it was theirs.':
    'Een telefoon heeft te vaak een verkeerd activeringswachtwoord gestuurd. Vraag de persoon of het de eigen telefoon was.',
  'A second person agreed to: {change}': 'Een tweede persoon stemde in met: {change}',
  'A second person declined: {change}': 'Een tweede persoon weigerde: {change}',
  'A service account keeps at least one thing that it may do. End it instead.':
    'Een serviceaccount houdt minstens één recht. Beëindig het in plaats daarvan.',
  'Asked. Waiting for the manager’s answer.': 'Gevraagd. Wacht op het antwoord van de leidinggevende.',
  'Ask the manager': 'Leidinggevende vragen',
  'A stolen device is locked immediately, whatever is chosen here.':
    'Een gestolen toestel wordt meteen geblokkeerd, wat hier ook is gekozen.',
  'A stolen device is removed immediately, whatever is chosen here.':
    'Een gestolen toestel wordt meteen verwijderd, wat hier ook is gekozen.',
  'A system locked {device}. Once a second person agrees, it works again.':
    'Een systeem heeft {device} geblokkeerd. Zodra een tweede persoon instemt, werkt het apparaat weer.',
  'A system reached its daily limit': 'Een systeem heeft zijn daglimiet bereikt',
  'Accepted by the email server': 'Geaccepteerd door de e-mailserver',
  'Account expires': 'Account verloopt',
  'Account invitation': 'Accountuitnodiging',
  'Account made': 'Account gemaakt',
  'Account notice': 'Accountmelding',
  'Accounts are managed at your authentication server. Change this one there.':
    'Accounts worden beheerd op uw authenticatieserver. Wijzig dit account daar.',
  Action: 'Actie',
  'Activated from': 'Geactiveerd vanaf',
  'Activation funnel: {steps}': 'Activeringstrechter: {steps}',
  'Activation service': 'Activeringsdienst',
  'Activations left today': 'Resterende activeringen vandaag',
  'Add, for example: {checks}.': 'Voeg bijvoorbeeld toe: {checks}.',
  'Addresses changed': 'Adressen gewijzigd',
  All: 'Alle',
  'All approvers and administrators are alerted immediately, and it stays on record.':
    'Alle goedkeurders en beheerders worden meteen gealarmeerd en het blijft vastgelegd.',
  'All done.': 'Alles klaar.',
  'An account for {name}': 'Een account voor {name}',
  'An administrator disabled this account. Nobody can be invited to it until it is enabled.':
    'Een beheerder heeft dit account uitgeschakeld. Er kan niemand voor worden uitgenodigd zolang het niet is ingeschakeld.',
  'An approval was skipped': 'Een goedkeuring is overgeslagen',
  'An approver decides.': 'Een goedkeurder beslist.',
  'An approver has been asked.': 'Een goedkeurder is gevraagd.',
  'an invitation': 'een uitnodiging',
  'An invitation helps.': 'Een uitnodiging helpt.',
  'An invitation is open': 'Er staat een uitnodiging open',
  'An invitation is open: awaiting approval': 'Er staat een uitnodiging open: wacht op goedkeuring',
  'An invitation is open: opened': 'Er staat een uitnodiging open: geopend',
  'An invitation is open: sent': 'Er staat een uitnodiging open: verzonden',
  'An invitation is valid for 5 minutes to 24 hours, a letter for up to 14 days.':
    'Een uitnodiging is 5 minuten tot 24 uur geldig, een brief hoogstens 14 dagen.',
  'Another invitation was sent to this user. Only the newest one works.':
    'Er is een andere uitnodiging naar deze gebruiker verzonden. Alleen de nieuwste werkt.',
  'Another service account, or a request for one, has that name. Choose another.':
    'Een ander serviceaccount, of een aanvraag ervoor, heeft die naam. Kies een andere.',
  'Approval decided': 'Over goedkeuring beslist',
  'Approval requested': 'Goedkeuring aangevraagd',
  Approve: 'Goedkeuren',
  'Approved by': 'Goedgekeurd door',
  'Approved. The change for {user} is made.': 'Goedgekeurd. De wijziging voor {user} wordt uitgevoerd.',
  'Approved. The invitation for {user} is sent.': 'Goedgekeurd. De uitnodiging voor {user} wordt verzonden.',
  'Approved. {device} of {user} is being removed.': 'Goedgekeurd. {device} van {user} wordt verwijderd.',
  'Approved. {name} can do more from now on.': 'Goedgekeurd. {name} mag vanaf nu meer.',
  'Approved. {name} has the role {role}, and signs in again.':
    'Goedgekeurd. {name} heeft de rol {role} en logt opnieuw in.',
  'Approved. {requester} is shown the key of {name} on its page, once.':
    'Goedgekeurd. {requester} krijgt de sleutel van {name} op de pagina ervan te zien, één keer.',
  'Approved. {user} can sign in again.': 'Goedgekeurd. {user} kan weer inloggen.',
  'Approvers are emailed when a request comes in.': 'Goedkeurders krijgen een e-mail zodra er een aanvraag binnenkomt.',
  'Approvers have been emailed. The invitation is sent once one of them agrees.':
    'De goedkeurders hebben een e-mail gekregen. De uitnodiging wordt verzonden zodra een van hen instemt.',
  'Approving…': 'Goedkeuren…',
  'Ask a second person': 'Een tweede persoon vragen',
  'Ask a second person to unlock {device}': 'Een tweede persoon vragen om {device} te deblokkeren',
  'Ask the caller to open the authenticator app and type this number there:':
    'Vraag de beller de authenticator-app te openen en daar dit getal in te typen:',
  'Ask the caller to open the link in their email and press the button there. Their page then shows six digits.':
    'Vraag de beller de link in de e-mail te openen en daar op de knop te drukken. Zijn pagina toont dan zes cijfers.',
  'Ask the person to press “New image” on their page.':
    'Vraag de persoon op de pagina op ‘Nieuwe afbeelding’ te drukken.',
  'Ask them to try again.': 'Vraag om het opnieuw te proberen.',
  'Ask to unfreeze': 'Opheffing aanvragen',
  'Asked a second person for: {change}': 'Een tweede persoon gevraagd om: {change}',
  'Asking…': 'Vragen…',
  'Asks an approver first. Once approved, sends a letter to the printer, and a code by email to {address}.':
    'Vraagt eerst een goedkeurder. Stuurt na goedkeuring een brief naar de printer en een code per e-mail naar {address}.',
  'Asks an approver first. Once approved, sends an email to {address}, and the caller reads you a code.':
    'Vraagt eerst een goedkeurder. Stuurt na goedkeuring een e-mail naar {address}, en de beller leest u een code voor.',
  'Asks an approver first. Once approved, sends an email to {address}.':
    'Vraagt eerst een goedkeurder. Stuurt na goedkeuring een e-mail naar {address}.',
  'At least 20 characters.': 'Minstens 20 tekens.',
  'At least one word needs two or more characters.': 'Minstens één woord moet twee of meer tekens hebben.',
  'Awaiting approval': 'Wacht op goedkeuring',
  'Being locked': 'Wordt geblokkeerd',
  'Break glass used': 'Goedkeuring overgeslagen',
  Build: 'Build',
  'By {actor}': 'Door {actor}',
  'by {actor}': 'door {actor}',
  'call back': 'terugbellen',
  'Call-back number': 'Terugbelnummer',
  'Called back on a known number': 'Teruggebeld op een bekend nummer',
  'Caller check': 'Bellercontrole',
  'caller check {weight} of {required}': 'bellercontrole {weight} van {required}',
  'Change addresses and numbers': 'Adressen en nummers wijzigen',
  'Change approved': 'Wijziging goedgekeurd',
  'Change declined': 'Wijziging geweigerd',
  'Change requested': 'Wijziging aangevraagd',
  Changes: 'Wijzigingen',
  'Changes of accounts': 'Wijzigingen van accounts',
  'Checked when you send.': 'Wordt bij het verzenden gecontroleerd.',
  'Choose a day from today on, within a year.': 'Kies een dag vanaf vandaag, binnen een jaar.',
  'Choose a reason': 'Kies een reden',
  'Choose a reason first. It decides how many points you need.':
    'Kies eerst een reden. Die bepaalt hoeveel punten u nodig hebt.',
  'Choose at least one thing that the system may do.': 'Kies minstens één ding dat het systeem mag doen.',
  'Choose one of the languages.': 'Kies een van de talen.',
  'Choose the device this is about.': 'Kies het toestel waar het om gaat.',
  'Choose the device this is about. A stolen one is locked immediately.':
    'Kies het toestel waar het om gaat. Een gestolen toestel wordt meteen geblokkeerd.',
  'Code from the caller': 'Code van de beller',
  'Code read out': 'Voorgelezen code',
  'Code read out on the phone': 'Code voorgelezen aan de telefoon',
  'Confirmation code': 'Bevestigingscode',
  'Confirmed by a manager': 'Bevestigd door een leidinggevende',
  'Confirmed by the caller': 'Bevestigd door de beller',
  'Confirmed by the manager': 'Bevestigd door de leidinggevende',
  'Confirmed on another of their devices': 'Bevestigd op een ander eigen toestel',
  'Confirm to the helpdesk who is calling': 'De helpdesk bevestigen wie er belt',
  'Copy summary for the ticket': 'Samenvatting voor het ticket kopiëren',
  'Could not: no member of staff.': 'Niet mogelijk: geen personeelslid.',
  'Could not: the account is disabled.': 'Niet mogelijk: het account is uitgeschakeld.',
  'Could not: the account is frozen.': 'Niet mogelijk: het account is bevroren.',
  'Could not: the account is locked.': 'Niet mogelijk: het account is geblokkeerd.',
  'Could not: {has}, {lacks}.': 'Niet mogelijk: {has}, {lacks}.',
  'Could, with {proofs}.': 'Mogelijk, met {proofs}.',
  'Could, without a further proof.': 'Mogelijk, zonder verder bewijs.',
  'Suspend the account unless you expected this: its key may be stolen.':
    'Schort het account op als u dit niet verwachtte: de sleutel is misschien gestolen.',
  'That was already requested, and waits for a second person.': 'Dat is al aangevraagd en wacht op een tweede persoon.',
  '{count} number does not count yet: it is less than a week on record.':
    '{count} nummer telt nog niet: het is korter dan een week geregistreerd.',
  '{count} numbers do not count yet: they are less than a week on record.':
    '{count} nummers tellen nog niet: ze zijn korter dan een week geregistreerd.',
  'Counts for 15 minutes and one invitation.': 'Telt 15 minuten en voor één uitnodiging.',
  'Ctrl K': 'Ctrl K',
  'Daily limit of a service account reached': 'Daglimiet van een serviceaccount bereikt',
  'Daily limit of a system reached': 'Daglimiet van een systeem bereikt',
  'Data keys': 'Gegevenssleutels',
  Database: 'Database',
  'Decide as staff': 'Als personeel beslissen',
  Decline: 'Afwijzen',
  Declined: 'Afgewezen',
  'Declined. Nothing changes for {user}.': 'Geweigerd. Voor {user} verandert er niets.',
  'Declined. {name} can do what it could.': 'Afgewezen. {name} mag wat het al mocht.',
  'Declined. {name} does not get the role {role}.': 'Afgewezen. {name} krijgt de rol {role} niet.',
  'Declined. {name} gets no account.': 'Afgewezen. {name} krijgt geen account.',
  'Declined. {requester} can read your note on the page of {user}.':
    'Afgewezen. {requester} kan uw notitie lezen op de pagina van {user}.',
  'Declined. {user} stays frozen.': 'Afgewezen. {user} blijft bevroren.',
  'Declining…': 'Afwijzen…',
  Default: 'Standaard',
  'Delete the account of {user} for good': 'Account van {user} definitief verwijderen',
  'deleting the account': 'het account verwijderen',
  Detail: 'Detail',
  'Device active': 'Toestel actief',
  'Device limit': 'Toestellimiet',
  'Device replaced': 'Toestel vervangen',
  'Device restored': 'Toestel hersteld',
  'Device retiring': 'Toestel wordt vervangen',
  'Device this is about': 'Toestel waar het om gaat',
  'Device trusted': 'Toestel vertrouwd',
  'Devices can’t be shown right now': 'De toestellen kunnen nu niet worden getoond',
  'Devices can’t be shown right now.': 'De toestellen kunnen nu niet worden getoond.',
  Digits: 'Cijfers',
  'Disable the account of {user}': 'Account van {user} uitschakelen',
  'disabling the account': 'het account uitschakelen',
  'Done without approval': 'Uitgevoerd zonder goedkeuring',
  'Email to {destination}': 'E-mail aan {destination}',
  'Emails to {destination}': 'E-mails aan {destination}',
  'Embedded (PGlite)': 'Ingebouwd (PGlite)',
  'Embedded in this site': 'Ingebouwd in deze site',
  'Ended by': 'Beëindigd door',
  'Enough ({required} needed).': 'Genoeg ({required} nodig).',
  'Enter a name of at most 100 characters, each word in one script.':
    'Voer een naam van hoogstens 100 tekens in, elk woord in één schrift.',
  'Enter a name of at most 60 characters, on one line.': 'Voer een naam van hoogstens 60 tekens in, op één regel.',
  'Enter a number from 1 to 6,000.': 'Voer een getal van 1 tot 6.000 in.',
  'Enter a user ID of at most 255 characters, without spaces, semicolons or invisible characters, and each word in one script.':
    'Voer een gebruikersnaam van hoogstens 255 tekens in, zonder spaties, puntkomma’s of onzichtbare tekens, elk woord in één schrift.',
  'Enter a whole address that begins with https://, such as https://bank.example/phones/back, without #, *, a user name, or a parameter called state or result.':
    'Voer een volledig adres in dat met https:// begint, zoals https://bank.example/phones/back, zonder #, *, een gebruikersnaam of een parameter met de naam state of result.',
  'Enter addresses or ranges such as 192.0.2.0/24, one on each line, at most 50. The digits behind the prefix must be zero.':
    'Voer adressen of bereiken zoals 192.0.2.0/24 in, één per regel, hoogstens 50. De cijfers na het prefix moeten nul zijn.',
  'Enter an email address: the link for the first password goes there.':
    'Voer een e-mailadres in: daar gaat de link voor het eerste wachtwoord naartoe.',
  'Enter four characters': 'Vul vier tekens in',
  'Enter one email address on each line, at most five.': 'Voer op elke regel één e-mailadres in, hoogstens vijf.',
  'Enter the ticket: one line of at most 64 characters.': 'Voer het ticket in: één regel van hoogstens 64 tekens.',
  'Enter the user ID of somebody else who has an account.':
    'Vul de gebruikers-ID in van iemand anders met een account.',
  'Enter what you saw or heard, in one line.': 'Voer in één regel in wat u zag of hoorde.',
  Environment: 'Omgeving',
  'Environment variables of this process. Secrets are never shown, only whether they are set.':
    'Omgevingsvariabelen van dit proces. Geheimen worden nooit getoond, alleen of ze zijn ingesteld.',
  'Every network': 'Elk netwerk',
  'Everything was delivered': 'Alles is bezorgd',
  'Everything works.': 'Alles werkt.',
  Failing: 'Storing',
  'Find a user': 'Gebruiker zoeken',
  'First {count} results': 'Eerste {count} resultaten',
  'For {name} ({userId}). We’ll send them a link. You won’t see its contents.':
    'Voor {name} ({userId}). Wij sturen een link waarvan u de inhoud niet ziet.',
  'From {device}. Checked when you send.': 'Van {device}. Wordt bij het verzenden gecontroleerd.',
  Frozen: 'Bevroren',
  'Frozen accounts': 'Bevroren accounts',
  'Go to': 'Ga naar',
  'Hang up, call one of these and hear the caller answer.': 'Hang op, bel een van deze nummers en hoor wie er opneemt.',
  Has: 'Heeft',
  'How this site runs': 'Hoe deze site draait',
  'Image scanned': 'Afbeelding gescand',
  'In the last seven days. Ask the agent if anything looks wrong.':
    'In de laatste zeven dagen. Vraag de medewerker als er iets niet klopt.',
  'Invitation code': 'Uitnodigingscode',
  'Invitation completed': 'Uitnodiging afgerond',
  'Invitation created': 'Uitnodiging gemaakt',
  'Invitation created.': 'Uitnodiging gemaakt.',
  'Invitation for {user}': 'Uitnodiging voor {user}',
  'Invitation letter': 'Uitnodigingsbrief',
  'Invitation progress': 'Voortgang van de uitnodiging',
  'Invitation revoked': 'Uitnodiging ingetrokken',
  'Invitation revoked.': 'Uitnodiging ingetrokken.',
  'is being locked': 'wordt geblokkeerd',
  'is being removed': 'wordt verwijderd',
  'Is to be able to': 'Moet kunnen',
  'It ends when you send a new one: only the newest works.':
    'Ze eindigt zodra u een nieuwe verstuurt: alleen de nieuwste werkt.',
  'It is the user’s only working device.': 'Het is het enige werkende toestel van de gebruiker.',
  'It was confirmed on {device}, the lost or stolen device of this form.':
    'Er is bevestigd op {device}, het verloren of gestolen toestel van dit formulier.',
  'It wasn’t used in time. Send it again if it is still needed.':
    'Ze is niet op tijd gebruikt. Verstuur ze opnieuw als ze nog nodig is.',
  'Its content can no longer be opened.': 'De inhoud kan niet meer worden geopend.',
  'Its destination is not set up any more.': 'De bestemming is niet meer ingesteld.',
  'Its link no longer works, and nothing more comes of it.': 'De link werkt niet meer en er volgt niets meer op.',
  'Its user froze everything. Lift that first, from the user’s page.':
    'De gebruiker heeft alles bevroren. Hef dat eerst op via de gebruikerspagina.',
  'Keep until the new one works': 'Houden tot het nieuwe werkt',
  'Last characters of an identity document': 'Laatste tekens van een identiteitsbewijs',
  'Last four characters': 'Laatste vier tekens',
  'Last sign-in': 'Laatste login',
  'Let the caller in': 'Beller toelaten',
  'Letters can’t be printed here. Choose another way to send it.':
    'Brieven kunnen hier niet worden gedrukt. Kies een andere manier van verzenden.',
  'Letting in…': 'Toelaten…',
  Limit: 'Limiet',
  'Lock a device of {user}': 'Een apparaat van {user} blokkeren',
  'Lock now': 'Nu blokkeren',
  'Lock {device}': '{device} blokkeren',
  'Lock: {cause}.': 'Blokkeren: niet mogelijk, omdat {cause}.',
  locked: 'geblokkeerd',
  'Locked because another device has taken its place.':
    'Geblokkeerd omdat een ander toestel de plaats ervan heeft ingenomen.',
  'Locked because it was reported as not theirs.': 'Geblokkeerd omdat het als vreemd is gemeld.',
  'Locked because the account is frozen.': 'Geblokkeerd omdat het account bevroren is.',
  'Locked by its person.': 'Geblokkeerd door de eigenaar.',
  'Locked by the helpdesk.': 'Geblokkeerd door de helpdesk.',
  'Locked devices': 'Geblokkeerde toestellen',
  'locking {device}': '{device} blokkeren',
  'Locks of devices': 'Blokkeringen van apparaten',
  'Looks alike': 'Lijkt op',
  Lost: 'Verloren',
  'Manager asked': 'Leidinggevende gevraagd',
  'Manager who vouched, in full': 'Leidinggevende die instaat, volledige naam',
  'May already': 'Mag al',
  Message: 'Bericht',
  Mine: 'Mijn',
  'More was already requested for this service account, and waits for a second person.':
    'Er is al meer aangevraagd voor dit serviceaccount, en dat wacht op een tweede persoon.',
  'My open invitations': 'Mijn openstaande uitnodigingen',
  'Needs approval': 'Goedkeuring nodig',
  'New accounts': 'Nieuwe accounts',
  'New browser': 'Nieuwe browser',
  'New device': 'Nieuw toestel',
  'New: proves nothing in a caller check, and counts {time}.':
    'Nieuw: bewijst nog niets bij een bellercontrole. Telt mee vanaf: {time}.',
  'No alarms': 'Geen alarmen',
  'No device is active.': 'Er is geen toestel actief.',
  'No device is changed.': 'Er verandert geen toestel.',
  'No email address': 'Geen e-mailadres',
  'no email address known': 'geen e-mailadres bekend',
  'No invitation matches these filters.': 'Geen uitnodiging voldoet aan deze filters.',
  'No invitation was requested in the last 24 hours.': 'Er is in de afgelopen 24 uur geen uitnodiging aangevraagd.',
  'No manager on record who can be asked.': 'Geen leidinggevende geregistreerd die gevraagd kan worden.',
  'No number on record, so calling back proves nothing.': 'Geen nummer geregistreerd, dus terugbellen bewijst niets.',
  'no passkey': 'geen passkey',
  'No phone answered within a minute. The caller has to open the authenticator app and needs notifications on for this account.':
    'Geen telefoon antwoordde binnen een minuut. De beller moet de authenticator-app openen en meldingen voor dit account aan hebben staan.',
  'No phone has opened it yet.': 'Nog geen telefoon heeft haar geopend.',
  'no printer set up': 'geen printer ingesteld',
  'no proof of who they are': 'geen bewijs van identiteit',
  'No role': 'Geen rol',
  'no second proof': 'geen tweede bewijs',
  'Nobody agreed in time to: {change}': 'Niemand stemde op tijd in met: {change}',
  'Nobody would be alarmed, so this can’t go on without approval. Ask an administrator to name an approver.':
    'Niemand zou worden gealarmeerd, dus dit kan niet zonder goedkeuring. Vraag een beheerder een goedkeurder aan te wijzen.',
  'Nobody yet': 'Nog niemand',
  'None in progress': 'Geen lopende',
  'None of these': 'Geen van deze',
  'None recently': 'Niet recent',
  'none set up': 'geen ingesteld',
  'Not delivered yet': 'Nog niet bezorgd',
  'Note, {check}': 'Notitie, {check}',
  'Note how you checked the caller. A second person judges that, and decides.':
    'Noteer hoe u de beller hebt gecontroleerd. Een tweede persoon beoordeelt dat en beslist.',
  'Nothing was compared: make sure yourself who is calling.': 'Er is niets vergeleken: ga zelf na wie er belt.',
  'Not me reported': '‘Dit was ik niet’ gemeld',
  'Not possible here': 'Hier niet mogelijk',
  'Note to the agent': 'Notitie voor de medewerker',
  Nothing: 'Niets',
  'Nothing can be sent to this user.': 'Er kan niets naar deze gebruiker worden verzonden.',
  'Nothing here': 'Niets gevonden',
  'Nothing is waiting': 'Er wacht niets',
  'nothing to sign in with': 'niets om mee in te loggen',
  'Nothing was sent. Their note is on the user page, under recent activity.':
    'Er is niets verzonden. De notitie staat op de gebruikerspagina onder recente activiteit.',
  Nowhere: 'Nergens',
  'Number called': 'Gebeld nummer',
  'Number for the caller': 'Getal voor de beller',
  OK: 'OK',
  'Old device': 'Oud toestel',
  'old device {device}: keep until the new one works': 'oud toestel {device}: houden tot het nieuwe werkt',
  'old device {device}: lock now': 'oud toestel {device}: nu blokkeren',
  'old device {device}: remove': 'oud toestel {device}: verwijderen',
  'On file, not the one they called from.': 'Het bekende nummer, niet dat waarmee is gebeld.',
  'On {device}, {instance}. Counts for 15 minutes and one invitation.':
    'Op {device}, {instance}. Telt 15 minuten lang en voor één uitnodiging.',
  'One-time password from another device': 'Eenmalig wachtwoord van een ander toestel',
  'OneSpan Authentication Server': 'OneSpan Authentication Server',
  'OneSpan Cloud Authentication': 'OneSpan Cloud Authentication',
  'Only a lock that a system set can be lifted. What staff locked stays locked.':
    'Alleen een blokkering door een systeem kan worden opgeheven. Wat het personeel heeft geblokkeerd, blijft geblokkeerd.',
  'only a passkey': 'alleen een passkey',
  'only a password': 'alleen een wachtwoord',
  'only a password and a passkey': 'alleen een wachtwoord en een passkey',
  'Only the agent who locked this device can undo that, and the lock is not yours.':
    'Alleen de medewerker die dit toestel heeft geblokkeerd, kan dat ongedaan maken, en de blokkering is niet van u.',
  'Only whoever requested this service account is shown its first key.':
    'Alleen wie dit serviceaccount heeft aangevraagd, krijgt de eerste sleutel te zien.',
  'On record: {name}. Gets an email, and answers on a page after signing in.':
    'Geregistreerd: {name}. Krijgt een e-mail en antwoordt op een pagina na het aanmelden.',
  Open: 'Open',
  'Open invitation': 'Openstaande uitnodiging',
  'Open invitation: awaiting approval': 'Openstaande uitnodiging: wacht op goedkeuring',
  'Open invitation: opened': 'Openstaande uitnodiging: geopend',
  'Open invitation: sent': 'Openstaande uitnodiging: verzonden',
  'Open staff pages': 'Personeelspagina’s openen',
  Opened: 'Geopend',
  'Opened by the user': 'Geopend door de gebruiker',
  Other: 'Anders',
  Part: 'Onderdeel',
  'Parts of the site': 'Onderdelen van de site',
  'Password code': 'Wachtwoordcode',
  'Password turned on': 'Wachtwoord ingeschakeld',
  'People you help and invitations you send appear here.':
    'Mensen die u helpt en uitnodigingen die u verstuurt, verschijnen hier.',
  'Phone linked. The user chooses a PIN.': 'Telefoon gekoppeld. De gebruiker kiest een pincode.',
  PostgreSQL: 'PostgreSQL',
  'Printed letter': 'Gedrukte brief',
  Problem: 'Probleem',
  protected: 'beschermd',
  'Re-issue activation': 'Activering opnieuw uitgeven',
  'Reached its daily limit': 'Daglimiet bereikt',
  'Reason given': 'Motivering',
  'Recent people': 'Recente personen',
  Recipient: 'Ontvanger',
  Reference: 'Referentie',
  Relay: 'Relay',
  Removal: 'Verwijdering',
  'Removal awaiting approval.': 'Verwijdering wacht op goedkeuring.',
  'Removal of a device': 'Verwijdering van een toestel',
  'Removal of a device of {user}': 'Verwijdering van een toestel van {user}',
  'Removal of {device} requested.': 'Verwijdering van {device} aangevraagd.',
  'Remove a device': 'Een toestel verwijderen',
  'Remove a passkey': 'Een passkey verwijderen',
  'Remove now': 'Nu verwijderen',
  'Remove {device}': '{device} verwijderen',
  'Remove: {cause}.': 'Verwijderen: niet mogelijk, omdat {cause}.',
  removed: 'verwijderd',
  Removes: 'Verwijdert',
  'Rename a device': 'Een toestel een andere naam geven',
  'Replace a device': 'Een toestel vervangen',
  Replaced: 'Vervangen',
  'Reported: “It wasn’t me”': 'Gemeld: ‘Dit was ik niet’',
  'Request expires': 'Aanvraag verloopt',
  'Request for a change expired': 'Aanvraag voor een wijziging verlopen',
  'Request removal of {device}': 'Verwijdering van {device} aanvragen',
  Requested: 'Aangevraagd',
  Requests: 'Aanvragen',
  'Requests from the last 24 hours.': 'Aanvragen van de afgelopen 24 uur.',
  'Requests that need a second person.': 'Aanvragen waarvoor een tweede persoon nodig is.',
  'Requests to a second person': 'Aanvragen aan een tweede persoon',
  Results: 'Resultaten',
  Revoke: 'Intrekken',
  'Revoke invitation': 'Uitnodiging intrekken',
  Revoked: 'Ingetrokken',
  'Revoked after too many wrong codes': 'Ingetrokken na te veel verkeerde codes',
  'Revoked: the account was disabled': 'Ingetrokken: het account is uitgeschakeld',
  'Revoked: the account was frozen': 'Ingetrokken: het account is bevroren',
  'Used up by a new password': 'Gebruikt voor een nieuw wachtwoord',
  'The user set a new password with it. An invitation does one thing: send another one for a device.':
    'De gebruiker heeft er een nieuw wachtwoord mee ingesteld. Een uitnodiging is voor één ding: stuur een nieuwe voor een toestel.',
  'Revoked: “It wasn’t me”': 'Ingetrokken: ‘Dit was ik niet’',
  'Revoking…': 'Intrekken…',
  'Say in 20 to 500 characters why this can’t wait for approval.':
    'Zeg in 20 tot 500 tekens waarom dit niet op goedkeuring kan wachten.',
  'Say in one line what happened.': 'Zeg in één regel wat er is gebeurd.',
  'Say in one line why you decline, in at most 200 characters.':
    'Zeg in één regel waarom u afwijst, in hoogstens 200 tekens.',
  'Search by name, user ID, email address or ticket.': 'Zoek op naam, gebruikersnaam, e-mailadres of ticket.',
  'Search by name, user ID, email address, ticket or serial number.':
    'Zoek op naam, gebruikersnaam, e-mailadres, ticket of serienummer.',
  'Search is limited to 100 characters': 'Zoeken kan met hoogstens 100 tekens',
  'Search unavailable right now': 'Zoeken is nu niet beschikbaar',
  Section: 'Onderdeel',
  'Section or user': 'Onderdeel of gebruiker',
  'Section, name, user ID, email, ticket or serial number':
    'Onderdeel, naam, gebruikersnaam, e-mail, ticket of serienummer',
  'Send a check to their phone': 'Controle naar de telefoon sturen',
  'Send another check': 'Nog een controle sturen',
  'Send by': 'Verzenden via',
  'Send invitation': 'Uitnodiging verzenden',
  'Sends a letter to the printer, and a code by email to {address}.':
    'Stuurt een brief naar de printer en een code per e-mail naar {address}.',
  'Sends an email to {address}, and the caller reads you a code.':
    'Stuurt een e-mail naar {address}, en de beller leest u een code voor.',
  'Sends an email to {address}.': 'Stuurt een e-mail naar {address}.',
  Sent: 'Verzonden',
  'Sent by': 'Verzonden via',
  'Service account': 'Serviceaccount',
  'Service account expiring': 'Serviceaccount verloopt',
  'Service key made': 'Servicesleutel gemaakt',
  'Service key replaced': 'Servicesleutel vervangen',
  Set: 'Ingesteld',
  Setting: 'Instelling',
  'Shown by': 'Getoond door',
  'Since {time}. No device and no passkey works, nobody can sign in, and nothing can be activated.':
    'Bevroren: {time}. Geen toestel en geen passkey werkt, niemand kan inloggen en er kan niets worden geactiveerd.',
  'Skip approval (emergency)': 'Goedkeuring overslaan (noodgeval)',
  'Skipped approvals and “It wasn’t me” reports appear here.':
    'Overgeslagen goedkeuringen en meldingen ‘Dit was ik niet’ verschijnen hier.',
  'Somebody tried to guess the code. Ask the user if it was them before you send another invitation.':
    'Iemand heeft geprobeerd de code te raden. Vraag de gebruiker of hij dat zelf was voordat u een nieuwe uitnodiging verstuurt.',
  'Something else has happened since the lock, so it can’t be undone. Load the page again.':
    'Er is sinds de blokkering iets anders gebeurd, dus ze kan niet ongedaan worden gemaakt. Laad de pagina opnieuw.',
  'Something needs attention.': 'Iets vraagt aandacht.',
  Source: 'Herkomst',
  Stolen: 'Gestolen',
  'Suggested, because it was lost. You can change it.': 'Voorgesteld omdat het verloren is. U kunt dit wijzigen.',
  'Suggested, because it was stolen. You can change it.': 'Voorgesteld omdat het gestolen is. U kunt dit wijzigen.',
  'Have this service account suspended unless you expected this: its key may be stolen.':
    'Schort het account op als u dit niet verwachtte: de sleutel is misschien gestolen.',
  'Take a role from {user}': 'Een rol van {user} intrekken',
  'taking a role away': 'een rol intrekken',
  'Ten addresses are registered. Remove one first.': 'Er zijn tien adressen geregistreerd. Verwijder er eerst een.',
  'That address is not registered any more. Load the page again.':
    'Dat adres is niet meer geregistreerd. Laad de pagina opnieuw.',
  'That address or name is registered already. Load the page again.':
    'Dat adres of die naam is al geregistreerd. Laad de pagina opnieuw.',
  'That device proves nothing: it is locked, lost or stolen. Use another check.':
    'Dat toestel bewijst niets: het is geblokkeerd, verloren of gestolen. Gebruik een andere controle.',
  'That is not the code on the caller’s page. Ask them to read it out again.':
    'Dat is niet de code op de pagina van de beller. Vraag de code nog eens voor te lezen.',
  'That is too short. Enter all of it.': 'Dat is te kort. Vul alles in.',
  'That number is not on record any more, or for less than a week. Load the page again and choose another check.':
    'Dit nummer is niet meer of korter dan een week geregistreerd. Laad de pagina opnieuw en kies een andere controle.',
  'That one-time password didn’t work. Ask for the one on the caller’s phone now.':
    'Dat eenmalige wachtwoord werkte niet. Vraag naar het wachtwoord dat nu op de telefoon van de beller staat.',
  'That role was already requested for this person, and waits for a second one.':
    'Die rol is al voor deze persoon aangevraagd en wacht op een tweede persoon.',
  'That user ID is taken. Choose another one.': 'Die gebruikersnaam is al in gebruik. Kies een andere.',
  'The caller check is not enough to go on alone. Add another check, or let a second person approve it.':
    'De bellercontrole is niet genoeg om alleen verder te gaan. Voeg een controle toe of laat een tweede persoon het goedkeuren.',
  'The / key leads to the search': 'De toets / leidt naar het zoekveld',
  'The activation service can’t check this. Use another check.':
    'De activeringsdienst kan dit niet controleren. Gebruik een andere controle.',
  'The activation service can’t lock devices for this site. A device that has to stop is removed.':
    'De activeringsdienst kan voor deze site geen toestellen blokkeren. Een toestel dat moet stoppen, wordt verwijderd.',
  'The activation service did not accept their password. Ask them to try again.':
    'De activeringsdienst heeft het wachtwoord niet geaccepteerd. Vraag om het opnieuw te proberen.',
  'The activation service does not answer, so nothing could be activated. Try again in a minute.':
    'De activeringsdienst antwoordt niet, dus er kan niets worden geactiveerd. Probeer het over een minuut opnieuw.',
  'The activation service does not answer. Load this page again in a minute.':
    'De activeringsdienst antwoordt niet. Laad deze pagina over een minuut opnieuw.',
  'the activation service does not let this website ask for it': 'de activeringsdienst staat deze website dat niet toe',
  'the activation service has no such function': 'de activeringsdienst heeft die functie niet',
  'The activation service is not responding': 'De activeringsdienst antwoordt niet',
  'The activation service is not responding. Search by name, user ID or email address, or try again in a minute.':
    'De activeringsdienst antwoordt niet. Zoek op naam, gebruikersnaam of e-mailadres, of probeer het over een minuut opnieuw.',
  'The activation service is not responding. Try again in a minute.':
    'De activeringsdienst antwoordt niet. Probeer het over een minuut opnieuw.',
  'The activation service lost it, perhaps after a restart. Ask them to try again.':
    'De activeringsdienst is het kwijt, misschien na een herstart. Vraag om het opnieuw te proberen.',
  'The activation service refused it. Ask them to try again.':
    'De activeringsdienst heeft het geweigerd. Vraag om het opnieuw te proberen.',
  'The activation was cancelled': 'De activering is geannuleerd',
  'The caller declined on the phone. Caller not verified.':
    'De beller heeft op de telefoon geweigerd. Beller niet geverifieerd.',
  'The caller has no active device to send a check to. Use another check.':
    'De beller heeft geen actief toestel om een controle naartoe te sturen. Gebruik een andere controle.',
  'The caller has no other active device to confirm with.':
    'De beller heeft geen ander actief toestel om mee te bevestigen.',
  'The caller is in.': 'De beller is binnen.',
  'The caller typed a wrong number. Caller not verified.':
    'De beller heeft een verkeerd getal ingetypt. Beller niet geverifieerd.',
  'The caller’s page shows no code yet. Ask them to open the link in their email.':
    'De pagina van de beller toont nog geen code. Vraag de link in de e-mail te openen.',
  'The caller’s page shows six digits now. Ask for them and enter them here.':
    'De pagina van de beller toont nu zes cijfers. Vraag ernaar en voer ze hier in.',
  'The caller’s phones gave wrong answers lately, so this one does not count. Use another check.':
    'De telefoons van de beller gaven onlangs verkeerde antwoorden, dus dit antwoord telt niet. Gebruik een andere controle.',
  'The connection was not secure.': 'De verbinding was niet veilig.',
  'The device that answered is locked or removed. Caller not verified.':
    'Het toestel dat antwoordde, is geblokkeerd of verwijderd. Beller niet geverifieerd.',
  'The image appears as soon as it does.': 'De afbeelding verschijnt zodra hij antwoordt.',
  'The key of this service account was shown already. If it is lost, replace it.':
    'De sleutel van dit serviceaccount is al getoond. Vervang hem als hij kwijt is.',
  'The last seven days, newest first.': 'De laatste zeven dagen, nieuwste eerst.',
  'The licence is in use on as many devices as it allows. Remove one, then ask them to try again.':
    'De licentie is in gebruik op zoveel toestellen als ze toestaat. Verwijder er een en vraag dan om het opnieuw te proberen.',
  'The link stops working immediately, and so does an image that it has led to. This can’t be undone.':
    'De link werkt meteen niet meer, en een afbeelding waartoe hij heeft geleid ook niet. Dit kan niet ongedaan worden gemaakt.',
  'the maker of the activation service does not publish how to ask for it':
    'de maker van de activeringsdienst publiceert niet hoe men erom vraagt',
  'The manager did not answer in time. Ask again, or use another check.':
    'De leidinggevende heeft niet op tijd geantwoord. Vraag opnieuw of gebruik een andere controle.',
  'The manager does not confirm it. End the call and tell security.':
    'De leidinggevende bevestigt het niet. Beëindig het gesprek en meld het aan de beveiliging.',
  'The manager on record has no email address. Use another check.':
    'De geregistreerde leidinggevende heeft geen e-mailadres. Gebruik een andere controle.',
  'The manager’s confirmation has expired or was already used. Ask again, or use another check.':
    'De bevestiging van de leidinggevende is verlopen of al gebruikt. Vraag opnieuw of gebruik een andere controle.',
  'The message will be sent again now.': 'Het bericht wordt nu opnieuw verzonden.',
  'The new device works': 'Het nieuwe toestel werkt',
  'The open invitation ends.': 'De openstaande uitnodiging eindigt.',
  'The other side asked to try again later.': 'De andere kant vroeg om het later opnieuw te proberen.',
  'The other side could not be reached.': 'De andere kant was niet bereikbaar.',
  'The other side did not answer in time.': 'De andere kant antwoordde niet op tijd.',
  'The other side does not accept this site’s sign-in.': 'De andere kant accepteert de login van deze site niet.',
  'The other side refused it.': 'De andere kant heeft het geweigerd.',
  'The page cannot reach the server and keeps trying. What the user does still counts.':
    'De pagina kan de server niet bereiken en blijft het proberen. Wat de gebruiker doet, telt gewoon.',
  'The person can start again on their page.': 'De persoon kan op de eigen pagina opnieuw beginnen.',
  'The person has no authenticator licence. Assign one, then ask them to try again.':
    'De persoon heeft geen authenticatorlicentie. Wijs er een toe en vraag dan om het opnieuw te proberen.',
  'The person mistyped the phone’s codes too often. Ask them to try again.':
    'De persoon heeft de codes van de telefoon te vaak verkeerd getypt. Vraag om het opnieuw te proberen.',
  'The phone confirmation has expired or was already used. Send a new check, or use another one.':
    'De bevestiging op de telefoon is verlopen of al gebruikt. Stuur een nieuwe controle of gebruik een andere.',
  'The phone’s owner says they are not calling. End the call and tell security.':
    'De eigenaar van de telefoon zegt niet te bellen. Beëindig het gesprek en meld het bij beveiliging.',
  'The queue cannot be read while the database is failing.':
    'De wachtrij kan niet worden gelezen zolang de database uitvalt.',
  'There is no manager on record who can be asked. Use another check.':
    'Er is geen leidinggevende geregistreerd die gevraagd kan worden. Gebruik een andere controle.',
  'The removal of this device was already requested.': 'De verwijdering van dit toestel is al aangevraagd.',
  'The service account may do that already. Load the page again.':
    'Het serviceaccount mag dat al. Laad de pagina opnieuw.',
  'the user': 'de gebruiker',
  'The user has no device.': 'De gebruiker heeft geen toestel.',
  'The user ID has a character that an activation image cannot contain.':
    'De gebruikersnaam heeft een teken dat niet in een activeringsafbeelding past.',
  'The user ID is too long for an activation image.': 'De gebruikersnaam is te lang voor een activeringsafbeelding.',
  'The user is activating a device now.': 'De gebruiker activeert nu een toestel.',
  'The user reported a device that was not theirs. Call them back first.':
    'De gebruiker heeft een toestel gemeld dat niet van hem is. Bel eerst terug.',
  'Their new device can confirm it from {time}.': 'Het nieuwe toestel kan het bevestigen vanaf: {time}.',
  'their organisation’s sign-in': 'de login van de organisatie',
  'their password': 'het wachtwoord',
  'their phone': 'de telefoon',
  'their recovery code': 'de herstelcode',
  'This account is being deleted. Nothing can be changed any more.':
    'Dit account wordt verwijderd. Er kan niets meer worden gewijzigd.',
  'This account is disabled. Load the page again.': 'Dit account is uitgeschakeld. Laad de pagina opnieuw.',
  'This account is frozen': 'Dit account is bevroren',
  'This account is not disabled any more. Load the page again.':
    'Dit account is niet meer uitgeschakeld. Laad de pagina opnieuw.',
  'This account is not frozen any more. Load the page again.':
    'Dit account is niet meer bevroren. Laad de pagina opnieuw.',
  'This can’t be approved any more: whoever requested it was disabled, or is no administrator now.':
    'Dit kan niet meer worden goedgekeurd: de aanvrager is uitgeschakeld of is geen beheerder meer.',
  'This can’t be done right now': 'Dit kan nu niet',
  'This change isn’t possible any more, so nothing was changed.':
    'Deze wijziging kan niet meer. Er is niets gewijzigd.',
  'This does not count': 'Dit telt niet',
  'This invitation can’t be shown any more': 'Deze uitnodiging kan niet meer worden getoond',
  'This invitation has already ended.': 'Deze uitnodiging is al beëindigd.',
  'This is about your own account, so somebody else decides.':
    'Dit gaat over uw eigen account, dus iemand anders beslist.',
  'This is the last administrator who can sign in. Give somebody else that role first.':
    'Dit is de laatste beheerder die kan inloggen. Geef eerst iemand anders die rol.',
  'This item no longer exists. Load the page again.': 'Dit item bestaat niet meer. Laad de pagina opnieuw.',
  'This key has ended already. Load the page again.': 'Deze sleutel is al beëindigd. Laad de pagina opnieuw.',
  'This message has expired: its content is no longer valid.':
    'Dit bericht is verlopen: de inhoud is niet meer geldig.',
  'This message is being sent again, or was delivered.': 'Dit bericht wordt opnieuw verzonden of is bezorgd.',
  'This page updates automatically.': 'Deze pagina werkt zichzelf bij.',
  'This person already has that role. Load the page again.': 'Deze persoon heeft die rol al. Laad de pagina opnieuw.',
  'This person can’t sign in: the account is disabled or locked. An administrator has to change that before you invite them.':
    'Deze persoon kan niet inloggen: het account is uitgeschakeld of geblokkeerd. Een beheerder moet dat wijzigen voordat u de persoon uitnodigt.',
  'This person does not have that role any more. Load the page again.':
    'Deze persoon heeft die rol niet meer. Laad de pagina opnieuw.',
  'This person has set a password already, or the account is disabled. Load the page again.':
    'Deze persoon heeft al een wachtwoord ingesteld of het account is uitgeschakeld. Laad de pagina opnieuw.',
  'This role can’t be given any more: the account, or whoever asked, was disabled or is no administrator now.':
    'Deze rol kan niet meer worden gegeven: het account of de aanvrager is uitgeschakeld of is geen beheerder meer.',
  'This service account has no key yet. Load the page again.':
    'Dit serviceaccount heeft nog geen sleutel. Laad de pagina opnieuw.',
  'This service account is not suspended any more. Load the page again.':
    'Dit serviceaccount is niet meer opgeschort. Laad de pagina opnieuw.',
  'This service account is suspended. Load the page again.':
    'Dit serviceaccount is opgeschort. Laad de pagina opnieuw.',
  'This site': 'Deze site',
  'This site failed on it; the log says how.': 'Deze site liep erop vast; het logboek zegt hoe.',
  'This user has no email address, so nothing can be sent.':
    'Deze gebruiker heeft geen e-mailadres, dus er kan niets worden verzonden.',
  'This user is protected. The invitation is sent once an approver agrees.':
    'Deze gebruiker is beschermd. De uitnodiging wordt verzonden zodra een goedkeurder instemt.',
  'This was already decided, or its time is over.': 'Hierover is al beslist, of de tijd is voorbij.',
  Ticket: 'Ticket',
  'ticket {ticket}': 'ticket {ticket}',
  'to files in {folder}': 'naar bestanden in {folder}',
  'To let in more than before, confirm that it’s you.':
    'Om meer toe te laten dan voorheen, bevestigt u dat u het bent.',
  'to one address': 'naar één adres',
  'To the DIGIPASS Gateway': 'Naar de DIGIPASS Gateway',
  'to the email server': 'naar de e-mailserver',
  'to {count} addresses': 'naar {count} adressen',
  'Too many checks were sent lately, to this caller or by you. Wait 15 minutes, or use another check.':
    'Er zijn de laatste tijd te veel controles verzonden, naar deze beller of door u. Wacht 15 minuten of gebruik een andere controle.',
  'Too many invitations lately, for this user or from you. Wait a while, then try again.':
    'Te veel uitnodigingen de laatste tijd, voor deze gebruiker of van u. Wacht even en probeer het dan opnieuw.',
  Tries: 'Pogingen',
  'Turn the password off': 'Het wachtwoord uitschakelen',
  'Turn the password on': 'Het wachtwoord inschakelen',
  'Type a little more': 'Typ iets meer',
  'Type another word or a few more letters to narrow the search.':
    'Typ nog een woord of een paar letters meer om de zoekopdracht te verfijnen.',
  'Type fewer words.': 'Typ minder woorden.',
  'Undelivered emails and webhooks appear here.': 'Niet-bezorgde e-mails en webhooks verschijnen hier.',
  'Undelivered messages': 'Niet-bezorgde berichten',
  'Undo the lock of {device}': 'Blokkering van {device} ongedaan maken',
  'Unfreezing of {user}': 'Opheffing van de bevriezing van {user}',
  unknown: 'onbekend',
  'Unknown, because {cause}': 'Onbekend, omdat {cause}',
  'Unlock a device': 'Een toestel deblokkeren',
  'Unlock a device of {user}': 'Een apparaat van {user} deblokkeren',
  'Unlock {device}': '{device} deblokkeren',
  'Unlocking of {device} requested.': 'Deblokkeren van {device} aangevraagd.',
  'unlocking {device}': '{device} deblokkeren',
  'Use at most 64 characters, on one line.': 'Hoogstens 64 tekens, op één regel.',
  'User page': 'Gebruikerspagina',
  'User’s devices': 'Toestellen van de gebruiker',
  'Valid for': 'Geldig voor',
  Value: 'Waarde',
  Version: 'Versie',
  'Waiting for the phone to scan the image': 'Wachten tot de telefoon de afbeelding scant',
  'Webhook {destination}': 'Webhook {destination}',
  Webhooks: 'Webhooks',
  '{weight} of {required} points, so a second person has to approve this.':
    '{weight} van {required} punten, dus een tweede persoon moet dit goedkeuren.',
  What: 'Wat',
  'What happened': 'Wat er is gebeurd',
  'What happens to it': 'Wat ermee gebeurt',
  'What it does': 'Wat de rol doet',
  'What the user does still counts. Sign in to see the result.':
    'Wat de gebruiker doet, telt gewoon. Log in om het resultaat te zien.',
  'What this person could confirm now': 'Wat deze persoon nu zou kunnen bevestigen',
  'When you send': 'Als u verzendt',
  Whose: 'Van wie',
  'Why it cannot wait': 'Waarom het niet kan wachten',
  'Why you decline.': 'Waarom u afwijst.',
  'will be removed once approved': 'wordt verwijderd na goedkeuring',
  'Without approval': 'Zonder goedkeuring',
  'works again, the lock was undone': 'werkt weer, de blokkering is ongedaan gemaakt',
  'works until the new one does': 'werkt tot het nieuwe werkt',
  'Yes, lock {device}': 'Ja, {device} blokkeren',
  'Yes, sign them out': 'Ja, uitloggen',
  'Yes, {device} may be locked for good.': 'Ja, {device} mag definitief worden geblokkeerd.',
  'Yes, {device} may be removed for good.': 'Ja, {device} mag definitief worden verwijderd.',
  'You can’t approve your own request. Ask another approver.':
    'U kunt uw eigen aanvraag niet goedkeuren. Vraag een andere goedkeurder.',
  'You can’t do this for your own account. Ask a colleague.':
    'U kunt dit niet voor uw eigen account doen. Vraag een collega.',
  'You locked {device}. You can undo that until {time}.':
    'U hebt {device} geblokkeerd. U kunt dat tot {time} ongedaan maken.',
  'You requested this, so somebody else decides.': 'U hebt dit aangevraagd, dus iemand anders beslist.',
  'Your account may no longer see invitations.': 'Uw account mag geen uitnodigingen meer zien.',
  'Your browser does not allow copying. Select the text below.':
    'Uw browser staat kopiëren niet toe. Selecteer de tekst hieronder.',
  'Your organisation’s sign-in gives roles. Change them there: they count from the next sign-in on.':
    'De login van uw organisatie geeft rollen. Wijzig ze daar: ze tellen vanaf de volgende login.',
  'You’ve skipped approval as often as a day allows. Wait for an approver.':
    'U hebt de goedkeuring zo vaak overgeslagen als op één dag mag. Wacht op een goedkeurder.',
  '{actor} asked to unfreeze it.': '{actor} heeft gevraagd de bevriezing op te heffen.',
  '{check}: off, because {cause}.': '{check}: niet mogelijk, omdat {cause}.',
  '{count} day': '{count} dag',
  '{count} days': '{count} dagen',
  '{count} hour': '{count} uur',
  '{count} hours': '{count} uur',
  '{count} minute': '{count} minuut',
  '{count} minutes': '{count} minuten',
  '{count} new invitation': '{count} nieuwe uitnodiging',
  '{count} new invitations': '{count} nieuwe uitnodigingen',
  '{count} new request': '{count} nieuwe aanvraag',
  '{count} new requests': '{count} nieuwe aanvragen',
  '{count} point': '{count} punt',
  '{count} points': '{count} punten',
  '{count} result': '{count} resultaat',
  '{count} results': '{count} resultaten',
  '{count} session': '{count} sessie',
  '{count} sessions': '{count} sessies',
  '{count} undelivered': '{count} niet bezorgd',
  '{count} waiting, {undelivered}, {destination}': '{count} in de wacht, {undelivered}, {destination}',
  '{count}, the next one from {time}': '{count}, de volgende vanaf {time}',
  '{current} encrypts, {older} can still decrypt': '{current} versleutelt; voor ontsleuteling ook {older}',
  '{database}, schema up to date': '{database}, schema bijgewerkt',
  '{days} days': '{days} dagen',
  '{device} (locked)': '{device} (geblokkeerd)',
  '{device} can never sign in again, and this can’t be undone. A second person has to approve it.':
    'Met {device} kan nooit meer worden ingelogd, en dit kan niet ongedaan worden gemaakt. Een tweede persoon moet het goedkeuren.',
  '{device} can no longer sign in. This can’t be undone: its user needs a new activation.':
    'Met {device} kan niet meer worden ingelogd. Dit kan niet ongedaan worden gemaakt: de gebruiker heeft een nieuwe activering nodig.',
  '{device} can no longer sign in. You can undo this for 15 minutes. After that, its user needs a new activation.':
    'Met {device} kan niet meer worden ingelogd. U kunt dit 15 minuten lang ongedaan maken. Daarna heeft de gebruiker een nieuwe activering nodig.',
  '{device} is locked now. It can’t be unlocked.': '{device} wordt nu geblokkeerd. Het kan niet worden gedeblokkeerd.',
  '{device} is locked now. You can undo that for 15 minutes; after that it stays locked.':
    '{device} wordt nu geblokkeerd. U kunt dat 15 minuten lang ongedaan maken; daarna blijft het geblokkeerd.',
  '{device} is locked.': '{device} is geblokkeerd.',
  '{device} is removed for good once approved. This can’t be undone.':
    '{device} wordt na goedkeuring definitief verwijderd. Dit kan niet ongedaan worden gemaakt.',
  '{device} is removed now, for good. This can’t be undone.':
    '{device} wordt nu definitief verwijderd. Dit kan niet ongedaan worden gemaakt.',
  '{device} is removed now. This can’t be undone.':
    '{device} wordt nu verwijderd. Dit kan niet ongedaan worden gemaakt.',
  '{device} is unlocked again.': '{device} is weer gedeblokkeerd.',
  '{device} keeps working until the new device does, then it is locked.':
    '{device} blijft werken tot het nieuwe toestel werkt en wordt dan geblokkeerd.',
  '{device} stays locked.': '{device} blijft geblokkeerd.',
  '{failed} failed · {retrying} retrying': '{failed} mislukt · {retrying} in herhaling',
  '{group}. Protected: changes need a second approver.':
    '{group}. Beschermd: wijzigingen vragen goedkeuring van een tweede persoon.',
  '{lifetime} (letters only)': '{lifetime} (alleen brieven)',
  '{lifetime}, a letter {letter}': '{lifetime}, een brief {letter}',
  '{name} is signed out in every browser at once, and can sign in again.':
    '{name} wordt meteen in elke browser uitgelogd en kan weer inloggen.',
  '{proofs}, and {proof}': '{proofs}, en {proof}',
  '{role} for {name}': '{role} voor {name}',
  '{state}, until {time}': '{state}, tot {time}',
  '{term}: {text}': '{term}: {text}',
  '{time} by {actor}': '{time} door {actor}',
  '{used} of {limit} used, {left} left': '{used} van {limit} gebruikt, {left} over',
  '{used} used, any number allowed': '{used} gebruikt, onbeperkt toegestaan',
  '{userId} ({name}) is somebody else whose name looks the same. Make sure who is meant.':
    '{userId} ({name}) is iemand anders, wiens naam er hetzelfde uitziet. Ga na wie bedoeld is.',
  '↑ ↓ to choose, Enter to open, Esc to close': '↑ ↓ om te kiezen, Enter om te openen, Esc om te sluiten',
};
