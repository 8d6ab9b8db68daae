import type { devices as german } from '../german/devices';

export const devices: Record<keyof typeof german, string> = {
  'A device was activated for your account.': 'Er is een toestel geactiveerd voor uw account.',
  'A device was activated for your account. Wasn’t you? Block it here.':
    'Er is een toestel geactiveerd voor uw account. Was u dat niet? Blokkeer het hier.',
  'A new code takes its place: the earlier one stops working.':
    'Een nieuwe code komt ervoor in de plaats: de eerdere werkt dan niet meer.',
  'Actions that cannot be undone': 'Acties die niet ongedaan kunnen worden gemaakt',
  'Add a second passkey first: one may get lost.': 'Voeg eerst een tweede passkey toe: er kan er een verloren gaan.',
  'Added {added}, last used {used}': 'Toegevoegd: {added}, laatst gebruikt: {used}',
  'Added {added}, never used': 'Toegevoegd: {added}, nooit gebruikt',
  'Addresses saved. We told the old ones and the new ones.':
    'Adressen opgeslagen. We hebben bericht gestuurd naar de oude en de nieuwe.',
  'All of your devices are locked. None of them can sign in as you.':
    'Al uw toestellen zijn geblokkeerd. Met geen ervan kan namens u worden ingelogd.',
  'Another device has replaced it.': 'Een ander toestel heeft het vervangen.',
  'Answer until': 'Antwoord vóór',
  Asked: 'Gevraagd',
  'Asked by': 'Gevraagd door',
  'Ask {name} yourself first, in person or on a number that you know. On your word they can activate a new device.':
    'Vraag het eerst zelf aan {name}, persoonlijk of op een nummer dat u kent. Op uw woord kan een nieuw apparaat worden geactiveerd.',
  'Both devices work for a while, so you need room for one more. Remove a device you no longer use.':
    'Beide toestellen werken een tijdje naast elkaar; daarom hebt u ruimte voor één meer nodig. Verwijder een toestel dat u niet meer gebruikt.',
  'Bring this device back': 'Dit toestel terughalen',
  'By which you’ll recognize it, such as where you keep it.':
    'Waaraan u de passkey herkent, bijvoorbeeld waar u die bewaart.',
  'Change password': 'Wachtwoord wijzigen',
  'Change your password': 'Wijzig uw wachtwoord',
  'Changing…': 'Wordt gewijzigd…',
  'Choose a name that tells your devices apart.': 'Kies een naam waaraan u uw toestellen uit elkaar houdt.',
  'Current password': 'Huidig wachtwoord',
  'Danger zone': 'Gevarenzone',
  'Delete recovery code': 'Herstelcode verwijderen',
  'Did they call the helpdesk?': 'Heeft deze persoon de helpdesk gebeld?',
  'Don’t recognize one? End it, then change your password.':
    'Herkent u er een niet? Beëindig die en wijzig dan uw wachtwoord.',
  'Emails and letters tell times in the site’s zone, {zone}. Your organisation’s directory cannot keep another one for you.':
    'E-mails en brieven noemen tijden in de tijdzone van de site, {zone}. De directory van uw organisatie kan geen andere voor u bewaren.',
  'End session': 'Sessie beëindigen',
  'Enter the 6-digit code from the app.': 'Voer de 6-cijferige code uit de app in.',
  'Enter the code from an email': 'De code uit een e-mail invoeren',
  'Everything is frozen. Call the helpdesk when you want to go on.':
    'Alles is bevroren. Bel de helpdesk als u verder wilt.',
  'Follow your browser…': 'Volg uw browser…',
  'For the day on which you lose your phone: with this code and your password you activate a new one yourself.':
    'Voor de dag waarop u uw telefoon verliest: met deze code en uw wachtwoord activeert u zelf een nieuwe.',
  'Freeze my account': 'Mijn account bevriezen',
  'I don’t confirm': 'Ik bevestig niet',
  'It can sign in as you again right away.': 'U kunt er meteen weer mee inloggen.',
  'It can’t sign in as you any more, and will be removed on {time}. Until then, you can bring it back.':
    'Er kan niet meer namens u mee worden ingelogd en het wordt op {time} verwijderd. Tot dan kunt u het terughalen.',
  'It can’t sign in as you any more, and will be removed on {time}. You also locked it yourself: unlock it below, then you can bring it back.':
    'Er kan niet meer namens u mee worden ingelogd en het wordt op {time} verwijderd. U hebt het ook zelf geblokkeerd: deblokkeer het hieronder, dan kunt u het terughalen.',
  'It keeps working until the new device has been tried out.':
    'Het blijft werken tot het nieuwe toestel is uitgeprobeerd.',
  'It was reported: you didn’t activate it.': 'Er is gemeld dat u het niet hebt geactiveerd.',
  'It was valid for a week. Sign in to lock the device yourself, or call the helpdesk.':
    'Hij was een week geldig. Log in om het toestel zelf te blokkeren of bel de helpdesk.',
  'It’s in the email about your new device.': 'Die staat in de e-mail over uw nieuwe toestel.',
  'Keep both devices': 'Beide toestellen houden',
  'Keep this device': 'Dit toestel houden',
  'Lifts your own lock. The device stays locked for the reason above.':
    'Heft uw eigen blokkering op. Om de reden hierboven blijft het toestel geblokkeerd.',
  'Lock devices you don’t recognise': 'Blokkeer toestellen die u niet herkent',
  'Lock this device': 'Dit toestel blokkeren',
  'Lock {name}? It can’t sign in as you until you unlock it here.':
    '{name} blokkeren? Er kan niet namens u mee worden ingelogd tot u het hier deblokkeert.',
  'Lock {name}? This is your only device. It can’t sign in as you until you unlock it here.':
    '{name} blokkeren? Dit is uw enige toestel. Er kan niet namens u mee worden ingelogd tot u het hier deblokkeert.',
  'Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can lift it: they check that it’s you, and two of them decide.':
    'Blokkeert al uw toestellen, logt u overal uit en houdt nieuwe activeringen tegen. Alleen de helpdesk kan dit opheffen: die controleert of u het bent en twee medewerkers beslissen.',
  'Make a new recovery code': 'Een nieuwe herstelcode maken',
  'Manage this device': 'Dit toestel beheren',
  'More that you don’t recognise? Freeze everything: all devices are locked and nobody can sign in, until the helpdesk has checked that it’s you.':
    'Nog meer dat u niet herkent? Bevries alles: alle toestellen worden geblokkeerd en niemand kan inloggen, tot de helpdesk heeft gecontroleerd dat u het bent.',
  'Move from {name} to a new one.': 'Van {name} overstappen naar een nieuw toestel.',
  'Move from {name} to a new phone.': 'Van {name} overstappen naar een nieuwe telefoon.',
  'Name of the passkey': 'Naam van de passkey',
  'No device yet': 'Nog geen toestel',
  'No proof kept': 'Geen bewijs bewaard',
  'Nobody can sign in as you until the helpdesk lifts it, and neither can you. Have their number at hand.':
    'Niemand kan namens u inloggen tot de helpdesk dit opheft, ook uzelf niet. Houd het nummer bij de hand.',
  'Nobody can sign in as you. Call the helpdesk when you want to go on.':
    'Niemand kan namens u inloggen. Bel de helpdesk als u verder wilt.',
  'Nobody can sign in with your password then, whoever knows it. You sign in with a passkey or your phone. You can set a new password here later, with a passkey.':
    'Dan kan niemand meer met uw wachtwoord inloggen, wie het ook kent. U logt in met een passkey of uw telefoon. Met een passkey kunt u hier later een nieuw wachtwoord instellen.',
  'Nothing was replaced. {name} stays.': 'Er is niets vervangen. {name} blijft.',
  'Numbers saved. We told you by email.': 'Nummers opgeslagen. We hebben u een e-mail gestuurd.',
  'One on each line, up to five, the one to write to first on top.':
    'Eén per regel, hoogstens vijf; bovenaan het adres waarnaar het eerst wordt geschreven.',
  'One step left to replace {oldDevice}': 'Nog één stap om {oldDevice} te vervangen',
  'Only unlock {name} if you have it with you.': 'Deblokkeer {name} alleen als u het toestel bij u hebt.',
  'Open it again from the email, or call the helpdesk.': 'Open hem opnieuw vanuit de e-mail of bel de helpdesk.',
  'Open the device, then lock or remove it.': 'Open het toestel en blokkeer of verwijder het.',
  'Pages use the zone of your browser.': 'Pagina’s gebruiken de tijdzone van uw browser.',
  'Passkeys don’t work at this site’s address.': 'Passkeys werken niet op het adres van deze site.',
  'Passkeys don’t work at this site’s address: browsers offer them only to a host name with https. Ask whoever runs this site.':
    'Passkeys werken niet op het adres van deze site: browsers bieden ze alleen aan bij een hostnaam met https. Vraag het de beheerder van deze site.',
  'Password changed. We signed you out everywhere else.': 'Wachtwoord gewijzigd. We hebben u overal elders uitgelogd.',
  'Phones and tablets you use to sign in.': 'Telefoons en tablets waarmee u inlogt.',
  'Pick up where you left off.': 'Ga verder waar u gebleven was.',
  'Remove this device': 'Dit toestel verwijderen',
  'Remove this passkey': 'Deze passkey verwijderen',
  'Remove {name}? It can never sign in as you again.':
    '{name} verwijderen? Er kan nooit meer namens u mee worden ingelogd.',
  'Remove {name}? It can no longer sign in as you. Delete it in your browser or on your key as well.':
    '{name} verwijderen? Er kan niet meer namens u mee worden ingelogd. Verwijder de passkey ook in uw browser of op uw sleutel.',
  'Replace this device': 'Dit toestel vervangen',
  'Replacement progress': 'Voortgang van het vervangen',
  'Save addresses': 'Adressen opslaan',
  'Save numbers': 'Nummers opslaan',
  'Save time zone': 'Tijdzone opslaan',
  'Set up the authenticator app on your phone to confirm it’s you when you sign in.':
    'Stel de authenticator-app op uw telefoon in om bij het inloggen te bevestigen dat u het bent.',
  'Sign in with your fingerprint, face or screen lock, or with a security key. A passkey works on this site alone, so nobody can lure it away.':
    'Log in met uw vingerafdruk, gezicht of schermvergrendeling, of met een beveiligingssleutel. Een passkey werkt alleen op deze site; niemand kan hem u ontfutselen.',
  'Sign out all others': 'Alle andere uitloggen',
  'Sign out of every browser, including this one. Use this if you signed in on someone else’s computer.':
    'Logt u uit in alle browsers, ook in deze. Handig als u op de computer van iemand anders hebt ingelogd.',
  'Sign-in works': 'Inloggen werkt',
  'Since {time}': 'Ingelogd: {time}',
  'Since {time}, last seen {seen}': 'Ingelogd: {time}, laatst gezien: {seen}',
  'Somebody on the phone with the helpdesk says so, and you are the manager on record.':
    'Iemand aan de telefoon van de helpdesk zegt dat, en u staat als leidinggevende geregistreerd.',
  'Something you didn’t do? These steps shut a stranger out.':
    'Ziet u iets wat u niet hebt gedaan? Met deze stappen sluit u een vreemde buiten.',
  Synced: 'Gesynchroniseerd',
  'Tell the helpdesk': 'Meld het de helpdesk',
  'That code is from a different time. {drift} Set the phone’s time to automatic, then try again.':
    'Die code hoort bij een andere tijd. {drift} Stel de tijd van de telefoon in op automatisch en probeer het opnieuw.',
  'That passkey didn’t work. Try again.': 'Die passkey werkte niet. Probeer het opnieuw.',
  'The activation service isn’t responding. Your device keeps working. Reload this page in a minute.':
    'De activeringsdienst reageert niet. Uw toestel blijft werken. Laad deze pagina over een minuut opnieuw.',
  'The activation service isn’t responding. Your devices keep working. Reload this page in a minute.':
    'De activeringsdienst reageert niet. Uw toestellen blijven werken. Laad deze pagina over een minuut opnieuw.',
  'The activation service locked it.': 'De activeringsdienst heeft het geblokkeerd.',
  'The device is locked': 'Het toestel is geblokkeerd',
  'The device is locked and the helpdesk knows. They will call you.':
    'Het toestel is geblokkeerd en de helpdesk weet ervan. Die belt u op.',
  'The helpdesk can ask you again.': 'De helpdesk kan het u opnieuw vragen.',
  'The helpdesk goes on. There is nothing more to do.': 'De helpdesk gaat verder. U hoeft niets meer te doen.',
  'The helpdesk knows. There is nothing more to do.': 'De helpdesk weet het. U hoeft niets meer te doen.',
  'The helpdesk locked it.': 'De helpdesk heeft het geblokkeerd.',
  'The new name is saved.': 'De nieuwe naam is opgeslagen.',
  'The old one is locked and will be removed on {time}.': 'Het oude is geblokkeerd en wordt op {time} verwijderd.',
  'The organisation’s sign-in': 'Inlog van de organisatie',
  'the organisation’s sign-in': 'inlog van de organisatie',
  'The organisation’s sign-in with a second factor': 'Inlog van de organisatie met een tweede factor',
  'the organisation’s sign-in with a second factor': 'inlog van de organisatie met een tweede factor',
  'The phone’s clock is about {amount} ahead.': 'De klok van de telefoon loopt ongeveer {amount} voor.',
  'The phone’s clock is about {amount} behind.': 'De klok van de telefoon loopt ongeveer {amount} achter.',
  'The phone’s clock is right.': 'De klok van de telefoon loopt gelijk.',
  'The site’s ({zone})': 'Die van de site ({zone})',
  'The time to answer is over': 'De tijd om te antwoorden is voorbij',
  'They can find out what happened. Give them the time shown in your activity.':
    'Die kan nagaan wat er is gebeurd. Noem het tijdstip dat bij uw activiteit staat.',
  'This also signs you out everywhere else.': 'Daarmee wordt u ook overal elders uitgelogd.',
  'This can’t be undone. To use it again, you’ll need to activate it again.':
    'Dit kan niet ongedaan worden gemaakt. Om het toestel weer te gebruiken moet u het opnieuw activeren.',
  'This device can sign in as you.': 'Met dit toestel kan namens u worden ingelogd.',
  'This device can sign in as you. It is new: it can confirm changes to your account {time}.':
    'Met dit toestel kan namens u worden ingelogd. Het is nieuw en kan wijzigingen van uw account pas later bevestigen: {time}.',
  'This device can’t sign in as you.': 'Met dit toestel kan niet namens u worden ingelogd.',
  'This device has replaced {oldDevice}': 'Dit toestel heeft {oldDevice} vervangen',
  'This device was locked for your safety': 'Dit toestel is voor uw veiligheid geblokkeerd',
  'This device will be replaced by {newDevice}': 'Dit toestel wordt vervangen door {newDevice}',
  'This has been reported already': 'Dit is al gemeld',
  'This is your only device. This can’t be undone. To use it again, you’ll need to activate it again.':
    'Dit is uw enige toestel. Dit kan niet ongedaan worden gemaakt. Om het weer te gebruiken moet u het opnieuw activeren.',
  'This link has expired': 'Deze link is verlopen',
  'This link is incomplete': 'Deze link is onvolledig',
  'This locks the device, signs you out everywhere and tells the helpdesk, who will call you.':
    'Dit blokkeert het toestel, logt u overal uit en waarschuwt de helpdesk, die u belt.',
  'This one': 'Deze sessie',
  'This page needs JavaScript. Turn it on, or call the helpdesk.':
    'Deze pagina heeft JavaScript nodig. Zet het aan of bel de helpdesk.',
  'Time zone': 'Tijdzone',
  'Time zone saved.': 'Tijdzone opgeslagen.',
  'Times in emails and letters': 'Tijden in e-mails en brieven',
  'Try again, or call the helpdesk.': 'Probeer het opnieuw of bel de helpdesk.',
  'Try it': 'Probeer het uit',
  'Try it out': 'Uitproberen',
  'Try the new device': 'Nieuw toestel uitproberen',
  'Try the new device out to finish. Until then, this one keeps working.':
    'Probeer het nieuwe toestel uit om af te ronden. Tot dan blijft dit toestel werken.',
  'Try this device out below. When it works, {oldDevice} is locked.':
    'Probeer dit toestel hieronder uit. Als het werkt, wordt {oldDevice} geblokkeerd.',
  'Try {name}': '{name} uitproberen',
  'Try {name} out to finish. Until then, both devices can sign in as you.':
    'Probeer {name} uit om af te ronden. Tot dan kunt u met beide toestellen inloggen.',
  'Turn it off': 'Uitschakelen',
  'Turn my password off': 'Mijn wachtwoord uitschakelen',
  'Turning off…': 'Wordt uitgeschakeld…',
  'Unlock this device': 'Dit toestel deblokkeren',
  'Use 1 to 64 characters, on one line.': 'Gebruik 1 tot 64 tekens, op één regel.',
  'Use this if you’ve misplaced it. You can unlock it here.':
    'Voor als u het kwijt bent. U kunt het hier weer deblokkeren.',
  'Use {zone}, like this browser': '{zone} gebruiken, zoals deze browser',
  'Wait 15 minutes and try again, or call the helpdesk.':
    'Wacht 15 minuten en probeer het opnieuw, of bel de helpdesk.',
  'We can’t show this device right now': 'We kunnen dit toestel nu niet tonen',
  'We can’t show your devices right now': 'We kunnen uw toestellen nu niet tonen',
  'We tell them what happens to your account. For a week after a change, an email to them does not confirm that it’s you.':
    'Daar melden we wat er met uw account gebeurt. Tot een week na een wijziging bevestigt een e-mail aan deze adressen niet dat u het bent.',
  'When you call the helpdesk, it makes sure that it’s you by calling back on one of these. A new one counts in a week.':
    'Als u de helpdesk belt, belt die terug op een van deze nummers om zeker te weten dat u het bent. Een nieuw nummer telt na een week.',
  'Where you are signed in': 'Waar u bent ingelogd',
  'Without a code, only the helpdesk can help you when you lose your phone.':
    'Zonder code kan alleen de helpdesk u helpen als u uw telefoon verliest.',
  'You can make a code once you have a device that can confirm it’s you. A new device can do that after its first day.':
    'U kunt een code maken zodra u een toestel hebt dat kan bevestigen dat u het bent. Een nieuw toestel kan dat na de eerste dag.',
  'You can’t unlock it here. Call the helpdesk if you still have it, or remove it.':
    'U kunt het hier niet deblokkeren. Bel de helpdesk als u het nog hebt, of verwijder het.',
  'You said yes': 'U hebt ja gezegd',
  'You did not confirm': 'U hebt niet bevestigd',
  'You have 20 passkeys. Remove one that you no longer use, then try again.':
    'U hebt 20 passkeys. Verwijder er een die u niet meer gebruikt en probeer het opnieuw.',
  'You locked it yourself.': 'U hebt het zelf geblokkeerd.',
  'You made a code {time}.': 'Uw code is gemaakt: {time}.',
  'You made a code {time}. That’s more than a year ago. If you can’t find it, make a new one.':
    'Uw code is gemaakt: {time}. Dat is meer dan een jaar geleden. Kunt u hem niet vinden? Maak dan een nieuwe.',
  'Your account is frozen.': 'Uw account is bevroren.',
  'Your code was accepted.': 'Uw code is geaccepteerd.',
  'Your own lock is lifted.': 'Uw eigen blokkering is opgeheven.',
  'Your passkey is added. It signs you in from now on.': 'Uw passkey is toegevoegd. Daarmee logt u voortaan in.',
  'Your password is off, so this is your only way to sign in. Set a password first.':
    'Uw wachtwoord is uitgeschakeld; dit is uw enige manier om in te loggen. Stel eerst een wachtwoord in.',
  'Your password is off. Set one to use it again.':
    'Uw wachtwoord is uitgeschakeld. Stel er een in om het weer te gebruiken.',
  'Your password is off. We signed you out everywhere else.':
    'Uw wachtwoord is uitgeschakeld. We hebben u overal elders uitgelogd.',
  'Your password is on already. Load the page again.': 'Uw wachtwoord is al ingeschakeld. Laad de pagina opnieuw.',
  'Your password is set. We signed you out everywhere else.':
    'Uw wachtwoord is ingesteld. We hebben u overal elders uitgelogd.',
  'Your recovery code is deleted.': 'Uw herstelcode is verwijderd.',
  'You’re activating a device': 'U activeert een toestel',
  'You’re replacing this device': 'U vervangt dit toestel',
  'You’re replacing {name}. Activate the new device now.': 'U vervangt {name}. Activeer nu het nieuwe toestel.',
  'You’re signed out in every browser.': 'U bent in alle browsers uitgelogd.',
  'You’re signed out in every other browser.': 'U bent in alle andere browsers uitgelogd.',
  'You’re using {used} of {limit} devices.': 'Toestellen in gebruik: {used} van {limit}.',
  'You’ve been signed out everywhere and the helpdesk has been told. Change your password the next time you sign in.':
    'U bent overal uitgelogd en de helpdesk is gewaarschuwd. Wijzig uw wachtwoord de volgende keer dat u inlogt.',
  'You’ve reached your device limit': 'U hebt uw maximale aantal toestellen bereikt',
  '{browser} is signed out.': '{browser} is uitgelogd.',
  '{name} is back. It can sign in as you again.': '{name} is teruggehaald. U kunt er weer mee inloggen.',
  '{name} is locked and will be removed on {time}. Until then, you can bring it back on its page.':
    '{name} is geblokkeerd en wordt op {time} verwijderd. Tot dan kunt u het toestel op de pagina ervan terughalen.',
  '{name} is locked. It can’t sign in as you until you unlock it.':
    '{name} is geblokkeerd. Er kan niet namens u mee worden ingelogd tot u het deblokkeert.',
  '{name} is removed.': '{name} is verwijderd.',
  '{name} is unlocked.': '{name} is gedeblokkeerd.',
  '{name} keeps working until the new device has been tried out.':
    '{name} blijft werken tot het nieuwe toestel is uitgeprobeerd.',
  '{name} keeps working until you’ve tried the new device out. Then it is locked. You can bring it back for 24 hours. After that, it is removed.':
    '{name} blijft werken tot u het nieuwe toestel hebt uitgeprobeerd. Daarna is het geblokkeerd. U kunt het nog 24 uur terughalen, dan wordt het verwijderd.',
  '{newDevice} has replaced this device': '{newDevice} heeft dit toestel vervangen',
  '{newDevice} has replaced {oldDevice}': '{newDevice} heeft {oldDevice} vervangen',
};
