import type { devices as german } from '../german/devices';

export const devices: Record<keyof typeof german, string> = {
  'A device was activated for your account.': 'Un appareil a été activé pour votre compte.',
  'A device was activated for your account. Wasn’t you? Block it here.':
    'Un appareil a été activé pour votre compte. Ce n’était pas vous ? Bloquez-le ici.',
  'A new code takes its place: the earlier one stops working.':
    'Un nouveau code prend sa place : l’ancien cesse de fonctionner.',
  'Actions that cannot be undone': 'Actions irréversibles',
  'Add a second passkey first: one may get lost.': 'Ajoutez d’abord une deuxième clé d’accès : l’une peut se perdre.',
  'Added {added}, last used {used}': 'Ajout : {added}, dernière utilisation : {used}',
  'Added {added}, never used': 'Ajout : {added}, jamais utilisée',
  'Addresses saved. We told the old ones and the new ones.':
    'Adresses enregistrées. Nous avons prévenu les anciennes et les nouvelles.',
  'All of your devices are locked. None of them can sign in as you.':
    'Tous vos appareils sont bloqués. Aucun ne permet de se connecter à votre nom.',
  'Another device has replaced it.': 'Un autre appareil l’a remplacé.',
  'Answer until': 'Réponse avant',
  Asked: 'Demandé',
  'Asked by': 'Demandé par',
  'Ask {name} yourself first, in person or on a number that you know. On your word they can activate a new device.':
    'Demandez d’abord vous-même à {name}, de vive voix ou à un numéro que vous connaissez. Sur votre parole, un nouvel appareil peut être activé.',
  'Both devices work for a while, so you need room for one more. Remove a device you no longer use.':
    'Les deux appareils fonctionnent un certain temps ensemble : il vous faut une place de plus. Supprimez un appareil que vous n’utilisez plus.',
  'Bring this device back': 'Rétablir cet appareil',
  'By which you’ll recognize it, such as where you keep it.':
    'À quoi vous la reconnaîtrez, par exemple l’endroit où vous la gardez.',
  'Change password': 'Changer le mot de passe',
  'Change your password': 'Changez votre mot de passe',
  'Changing…': 'Modification…',
  'Choose a name that tells your devices apart.': 'Choisissez un nom qui distingue vos appareils.',
  'Current password': 'Mot de passe actuel',
  'Danger zone': 'Zone de danger',
  'Delete recovery code': 'Supprimer le code de récupération',
  'Did they call the helpdesk?': 'Cette personne a-t-elle appelé l’assistance ?',
  'Don’t recognize one? End it, then change your password.':
    'Vous n’en reconnaissez pas une ? Mettez-y fin, puis changez votre mot de passe.',
  'Emails and letters tell times in the site’s zone, {zone}. Your organisation’s directory cannot keep another one for you.':
    'Les e-mails et les lettres indiquent les heures dans le fuseau du site, {zone}. L’annuaire de votre organisation ne peut pas en enregistrer un autre pour vous.',
  'End session': 'Fermer la session',
  'Enter the 6-digit code from the app.': 'Saisissez le code à 6 chiffres de l’application.',
  'Enter the code from an email': 'Saisir le code reçu par e-mail',
  'Everything is frozen. Call the helpdesk when you want to go on.':
    'Tout est gelé. Appelez l’assistance quand vous voudrez continuer.',
  'Follow your browser…': 'Suivez votre navigateur…',
  'For the day on which you lose your phone: with this code and your password you activate a new one yourself.':
    'Pour le jour où vous perdrez votre téléphone : avec ce code et votre mot de passe, vous en activez vous-même un nouveau.',
  'Freeze my account': 'Geler mon compte',
  'I don’t confirm': 'Je ne confirme pas',
  'It can sign in as you again right away.': 'Il vous permet aussitôt de vous connecter de nouveau.',
  'It can’t sign in as you any more, and will be removed on {time}. Until then, you can bring it back.':
    'Il ne permet plus de se connecter à votre nom et sera supprimé le {time}. D’ici là, vous pouvez le rétablir.',
  'It can’t sign in as you any more, and will be removed on {time}. You also locked it yourself: unlock it below, then you can bring it back.':
    'Il ne permet plus de se connecter à votre nom et sera supprimé le {time}. Vous l’avez aussi bloqué vous-même : débloquez-le ci-dessous, puis vous pourrez le rétablir.',
  'It keeps working until the new device has been tried out.':
    'Il continue de fonctionner jusqu’à ce que le nouvel appareil ait été essayé.',
  'It was reported: you didn’t activate it.': 'Il a été signalé : vous ne l’avez pas activé.',
  'It was valid for a week. Sign in to lock the device yourself, or call the helpdesk.':
    'Il était valable une semaine. Connectez-vous pour bloquer vous-même l’appareil, ou appelez l’assistance.',
  'It’s in the email about your new device.': 'Il se trouve dans l’e-mail sur votre nouvel appareil.',
  'Keep both devices': 'Garder les deux appareils',
  'Keep this device': 'Garder cet appareil',
  'Lifts your own lock. The device stays locked for the reason above.':
    'Lève votre propre blocage. L’appareil reste bloqué pour la raison indiquée ci-dessus.',
  'Lock devices you don’t recognise': 'Bloquez les appareils que vous ne reconnaissez pas',
  'Lock this device': 'Bloquer cet appareil',
  'Lock {name}? It can’t sign in as you until you unlock it here.':
    'Bloquer {name} ? L’appareil ne permettra plus de se connecter à votre nom tant que vous ne l’aurez pas débloqué ici.',
  'Lock {name}? This is your only device. It can’t sign in as you until you unlock it here.':
    'Bloquer {name} ? C’est votre seul appareil. Il ne permettra plus de se connecter à votre nom tant que vous ne l’aurez pas débloqué ici.',
  'Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can lift it: they check that it’s you, and two of them decide.':
    'Bloque tous vos appareils, vous déconnecte partout et empêche toute nouvelle activation. Seule l’assistance peut lever cette mesure : elle vérifie que c’est bien vous, et deux personnes décident.',
  'Make a new recovery code': 'Créer un nouveau code de récupération',
  'Manage this device': 'Gérer cet appareil',
  'More that you don’t recognise? Freeze everything: all devices are locked and nobody can sign in, until the helpdesk has checked that it’s you.':
    'D’autres choses que vous ne reconnaissez pas ? Gelez tout : tous les appareils sont bloqués et personne ne peut se connecter, jusqu’à ce que l’assistance ait vérifié que c’est bien vous.',
  'Move from {name} to a new one.': 'Remplacer {name} par un nouvel appareil.',
  'Move from {name} to a new phone.': 'Remplacer {name} par un nouveau téléphone.',
  'Name of the passkey': 'Nom de la clé d’accès',
  'No device yet': 'Aucun appareil pour l’instant',
  'No proof kept': 'Aucune preuve conservée',
  'Nobody can sign in as you until the helpdesk lifts it, and neither can you. Have their number at hand.':
    'Personne ne pourra se connecter à votre nom tant que l’assistance n’aura pas levé cette mesure, pas même vous. Gardez son numéro à portée de main.',
  'Nobody can sign in as you. Call the helpdesk when you want to go on.':
    'Personne ne peut se connecter à votre nom. Appelez l’assistance quand vous voudrez continuer.',
  'Nobody can sign in with your password then, whoever knows it. You sign in with a passkey or your phone. You can set a new password here later, with a passkey.':
    'Plus personne ne pourra alors se connecter avec votre mot de passe, même en le connaissant. Vous vous connecterez avec une clé d’accès ou votre téléphone. Vous pourrez choisir ici un nouveau mot de passe plus tard, avec une clé d’accès.',
  'Nothing was replaced. {name} stays.': 'Rien n’a été remplacé. {name} reste.',
  'Numbers saved. We told you by email.': 'Numéros enregistrés. Nous vous avons prévenu par e-mail.',
  'One on each line, up to five, the one to write to first on top.':
    'Une par ligne, cinq au plus ; en haut, celle à laquelle écrire en premier.',
  'One step left to replace {oldDevice}': 'Encore une étape pour remplacer {oldDevice}',
  'Only unlock {name} if you have it with you.': 'Ne débloquez {name} que si vous avez l’appareil avec vous.',
  'Open it again from the email, or call the helpdesk.':
    'Ouvrez-le de nouveau depuis l’e-mail ou appelez l’assistance.',
  'Open the device, then lock or remove it.': 'Ouvrez l’appareil, puis bloquez-le ou supprimez-le.',
  'Pages use the zone of your browser.': 'Les pages utilisent le fuseau de votre navigateur.',
  'Passkeys don’t work at this site’s address.': 'Les clés d’accès ne fonctionnent pas à l’adresse de ce site.',
  'Passkeys don’t work at this site’s address: browsers offer them only to a host name with https. Ask whoever runs this site.':
    'Les clés d’accès ne fonctionnent pas à l’adresse de ce site : les navigateurs ne les proposent que pour un nom d’hôte en https. Adressez-vous à l’exploitant de ce site.',
  'Password changed. We signed you out everywhere else.':
    'Mot de passe modifié. Nous vous avons déconnecté partout ailleurs.',
  'Phones and tablets you use to sign in.': 'Téléphones et tablettes avec lesquels vous vous connectez.',
  'Pick up where you left off.': 'Reprenez là où vous vous êtes arrêté.',
  'Remove this device': 'Supprimer cet appareil',
  'Remove this passkey': 'Supprimer cette clé d’accès',
  'Remove {name}? It can never sign in as you again.':
    'Supprimer {name} ? L’appareil ne permettra plus jamais de se connecter à votre nom.',
  'Remove {name}? It can no longer sign in as you. Delete it in your browser or on your key as well.':
    'Supprimer {name} ? Cette clé d’accès ne permettra plus de se connecter à votre nom. Supprimez-la aussi dans votre navigateur ou sur votre clé.',
  'Replace this device': 'Remplacer cet appareil',
  'Replacement progress': 'Progression du remplacement',
  'Save addresses': 'Enregistrer les adresses',
  'Save numbers': 'Enregistrer les numéros',
  'Save time zone': 'Enregistrer le fuseau horaire',
  'Set up the authenticator app on your phone to confirm it’s you when you sign in.':
    'Configurez l’application d’authentification sur votre téléphone pour confirmer que c’est vous lorsque vous vous connectez.',
  'Sign in with your fingerprint, face or screen lock, or with a security key. A passkey works on this site alone, so nobody can lure it away.':
    'Connectez-vous avec votre empreinte, votre visage ou le verrouillage de votre écran, ou avec une clé de sécurité. Une clé d’accès ne fonctionne que sur ce site : personne ne peut vous la soutirer.',
  'Sign out all others': 'Déconnecter tous les autres',
  'Sign out of every browser, including this one. Use this if you signed in on someone else’s computer.':
    'Vous déconnecte de tous les navigateurs, y compris celui-ci. Utile si vous vous êtes connecté sur l’ordinateur de quelqu’un d’autre.',
  'Sign-in works': 'La connexion fonctionne',
  'Since {time}': 'Connexion : {time}',
  'Since {time}, last seen {seen}': 'Connexion : {time}, dernière activité : {seen}',
  'Somebody on the phone with the helpdesk says so, and you are the manager on record.':
    'Quelqu’un le dit au téléphone de l’assistance, et vous êtes le responsable enregistré.',
  'Something you didn’t do? These steps shut a stranger out.':
    'Vous voyez quelque chose que vous n’avez pas fait ? Ces étapes écartent un inconnu.',
  Synced: 'Synchronisée',
  'Tell the helpdesk': 'Prévenez l’assistance',
  'That code is from a different time. {drift} Set the phone’s time to automatic, then try again.':
    'Ce code correspond à une autre heure. {drift} Réglez l’heure du téléphone sur automatique, puis réessayez.',
  'That passkey didn’t work. Try again.': 'Cette clé d’accès n’a pas fonctionné. Réessayez.',
  'The activation service isn’t responding. Your device keeps working. Reload this page in a minute.':
    'Le service d’activation ne répond pas. Votre appareil continue de fonctionner. Rechargez cette page dans une minute.',
  'The activation service isn’t responding. Your devices keep working. Reload this page in a minute.':
    'Le service d’activation ne répond pas. Vos appareils continuent de fonctionner. Rechargez cette page dans une minute.',
  'The activation service locked it.': 'Le service d’activation l’a bloqué.',
  'The device is locked': 'L’appareil est bloqué',
  'The device is locked and the helpdesk knows. They will call you.':
    'L’appareil est bloqué et l’assistance est prévenue. Elle vous appellera.',
  'The helpdesk can ask you again.': 'L’assistance peut vous redemander.',
  'The helpdesk goes on. There is nothing more to do.': 'L’assistance continue. Vous n’avez plus rien à faire.',
  'The helpdesk knows. There is nothing more to do.': 'L’assistance le sait. Vous n’avez plus rien à faire.',
  'The helpdesk locked it.': 'L’assistance l’a bloqué.',
  'The new name is saved.': 'Le nouveau nom est enregistré.',
  'The old one is locked and will be removed on {time}.': 'L’ancien est bloqué et sera supprimé le {time}.',
  'The organisation’s sign-in': 'Connexion de l’organisation',
  'the organisation’s sign-in': 'connexion de l’organisation',
  'The organisation’s sign-in with a second factor': 'Connexion de l’organisation avec un second facteur',
  'the organisation’s sign-in with a second factor': 'connexion de l’organisation avec un second facteur',
  'The phone’s clock is about {amount} ahead.': 'L’horloge du téléphone avance d’environ {amount}.',
  'The phone’s clock is about {amount} behind.': 'L’horloge du téléphone retarde d’environ {amount}.',
  'The phone’s clock is right.': 'L’horloge du téléphone est à l’heure.',
  'The site’s ({zone})': 'Celui du site ({zone})',
  'The time to answer is over': 'Le délai de réponse est passé',
  'They can find out what happened. Give them the time shown in your activity.':
    'Elle peut établir ce qui s’est passé. Donnez-lui l’heure affichée dans votre activité.',
  'This also signs you out everywhere else.': 'Cela vous déconnecte aussi partout ailleurs.',
  'This can’t be undone. To use it again, you’ll need to activate it again.':
    'Cette action est irréversible. Pour utiliser de nouveau l’appareil, vous devrez l’activer à nouveau.',
  'This device can sign in as you.': 'Cet appareil permet de se connecter à votre nom.',
  'This device can sign in as you. It is new: it can confirm changes to your account {time}.':
    'Cet appareil permet de se connecter à votre nom. Il est nouveau et ne pourra confirmer des modifications de votre compte que plus tard : {time}.',
  'This device can’t sign in as you.': 'Cet appareil ne permet pas de se connecter à votre nom.',
  'This device has replaced {oldDevice}': 'Cet appareil a remplacé {oldDevice}',
  'This device was locked for your safety': 'Cet appareil a été bloqué pour votre sécurité',
  'This device will be replaced by {newDevice}': 'Cet appareil sera remplacé par {newDevice}',
  'This has been reported already': 'Cela a déjà été signalé',
  'This is your only device. This can’t be undone. To use it again, you’ll need to activate it again.':
    'C’est votre seul appareil. Cette action est irréversible : pour l’utiliser de nouveau, vous devrez l’activer à nouveau.',
  'This link has expired': 'Ce lien a expiré',
  'This link is incomplete': 'Ce lien est incomplet',
  'This locks the device, signs you out everywhere and tells the helpdesk, who will call you.':
    'Cela bloque l’appareil, vous déconnecte partout et prévient l’assistance, qui vous appellera.',
  'This one': 'Cette session',
  'This page needs JavaScript. Turn it on, or call the helpdesk.':
    'Cette page a besoin de JavaScript. Activez-le ou appelez l’assistance.',
  'Time zone': 'Fuseau horaire',
  'Time zone saved.': 'Fuseau horaire enregistré.',
  'Times in emails and letters': 'Heures dans les e-mails et les lettres',
  'Try again, or call the helpdesk.': 'Réessayez ou appelez l’assistance.',
  'Try it': 'Faites un essai',
  'Try it out': 'Essayer',
  'Try the new device': 'Essayer le nouvel appareil',
  'Try the new device out to finish. Until then, this one keeps working.':
    'Essayez le nouvel appareil pour terminer. D’ici là, celui-ci continue de fonctionner.',
  'Try this device out below. When it works, {oldDevice} is locked.':
    'Essayez cet appareil ci-dessous. S’il fonctionne, {oldDevice} sera bloqué.',
  'Try {name}': 'Essayer {name}',
  'Try {name} out to finish. Until then, both devices can sign in as you.':
    'Essayez {name} pour terminer. D’ici là, les deux appareils vous permettent de vous connecter.',
  'Turn it off': 'Désactiver',
  'Turn my password off': 'Désactiver mon mot de passe',
  'Turning off…': 'Désactivation…',
  'Unlock this device': 'Débloquer cet appareil',
  'Use 1 to 64 characters, on one line.': 'Utilisez de 1 à 64 caractères, sur une seule ligne.',
  'Use this if you’ve misplaced it. You can unlock it here.': 'Si vous l’avez égaré. Vous pourrez le débloquer ici.',
  'Use {zone}, like this browser': 'Utiliser {zone}, comme ce navigateur',
  'Wait 15 minutes and try again, or call the helpdesk.': 'Attendez 15 minutes et réessayez, ou appelez l’assistance.',
  'We can’t show this device right now': 'Impossible d’afficher cet appareil pour le moment',
  'We can’t show your devices right now': 'Impossible d’afficher vos appareils pour le moment',
  'We tell them what happens to your account. For a week after a change, an email to them does not confirm that it’s you.':
    'Nous y annonçons ce qui arrive à votre compte. Pendant une semaine après une modification, un e-mail envoyé à ces adresses ne confirme pas que c’est vous.',
  'When you call the helpdesk, it makes sure that it’s you by calling back on one of these. A new one counts in a week.':
    'Quand vous appelez l’assistance, elle vous rappelle à l’un de ces numéros pour s’assurer que c’est bien vous. Un nouveau numéro compte après une semaine.',
  'Where you are signed in': 'Où vous êtes connecté',
  'Without a code, only the helpdesk can help you when you lose your phone.':
    'Sans code, seule l’assistance peut vous aider si vous perdez votre téléphone.',
  'You can make a code once you have a device that can confirm it’s you. A new device can do that after its first day.':
    'Vous pourrez créer un code dès que vous aurez un appareil capable de confirmer que c’est vous. Un nouvel appareil le peut après son premier jour.',
  'You can’t unlock it here. Call the helpdesk if you still have it, or remove it.':
    'Vous ne pouvez pas le débloquer ici. Appelez l’assistance si vous l’avez encore, ou supprimez-le.',
  'You said yes': 'Vous avez dit oui',
  'You did not confirm': 'Vous n’avez pas confirmé',
  'You have 20 passkeys. Remove one that you no longer use, then try again.':
    'Vous avez 20 clés d’accès. Supprimez-en une que vous n’utilisez plus, puis réessayez.',
  'You locked it yourself.': 'Vous l’avez bloqué vous-même.',
  'You made a code {time}.': 'Votre code a été créé : {time}.',
  'You made a code {time}. That’s more than a year ago. If you can’t find it, make a new one.':
    'Votre code a été créé : {time}. C’était il y a plus d’un an. Si vous ne le retrouvez pas, créez-en un nouveau.',
  'Your account is frozen.': 'Votre compte est gelé.',
  'Your code was accepted.': 'Votre code a été accepté.',
  'Your own lock is lifted.': 'Votre propre blocage est levé.',
  'Your passkey is added. It signs you in from now on.':
    'Votre clé d’accès est ajoutée. Elle vous permet désormais de vous connecter.',
  'Your password is off, so this is your only way to sign in. Set a password first.':
    'Votre mot de passe est désactivé : c’est votre seul moyen de vous connecter. Choisissez d’abord un mot de passe.',
  'Your password is off. Set one to use it again.':
    'Votre mot de passe est désactivé. Choisissez-en un pour l’utiliser de nouveau.',
  'Your password is off. We signed you out everywhere else.':
    'Votre mot de passe est désactivé. Nous vous avons déconnecté partout ailleurs.',
  'Your password is on already. Load the page again.': 'Votre mot de passe est déjà activé. Rechargez la page.',
  'Your password is set. We signed you out everywhere else.':
    'Votre mot de passe est défini. Nous vous avons déconnecté partout ailleurs.',
  'Your recovery code is deleted.': 'Votre code de récupération est supprimé.',
  'You’re activating a device': 'Vous activez un appareil',
  'You’re replacing this device': 'Vous remplacez cet appareil',
  'You’re replacing {name}. Activate the new device now.':
    'Vous remplacez {name}. Activez maintenant le nouvel appareil.',
  'You’re signed out in every browser.': 'Vous êtes déconnecté de tous les navigateurs.',
  'You’re signed out in every other browser.': 'Vous êtes déconnecté de tous les autres navigateurs.',
  'You’re using {used} of {limit} devices.': 'Appareils utilisés : {used} sur {limit}.',
  'You’ve been signed out everywhere and the helpdesk has been told. Change your password the next time you sign in.':
    'Vous avez été déconnecté partout et l’assistance est prévenue. Changez votre mot de passe à votre prochaine connexion.',
  'You’ve reached your device limit': 'Vous avez atteint votre limite d’appareils',
  '{browser} is signed out.': '{browser} est déconnecté.',
  '{name} is back. It can sign in as you again.': '{name} est rétabli. Il vous permet de nouveau de vous connecter.',
  '{name} is locked and will be removed on {time}. Until then, you can bring it back on its page.':
    '{name} est bloqué et sera supprimé le {time}. D’ici là, vous pouvez le rétablir sur sa page.',
  '{name} is locked. It can’t sign in as you until you unlock it.':
    '{name} est bloqué. L’appareil ne permet plus de se connecter à votre nom tant que vous ne l’avez pas débloqué.',
  '{name} is removed.': '{name} : suppression effectuée.',
  '{name} is unlocked.': '{name} est débloqué.',
  '{name} keeps working until the new device has been tried out.':
    '{name} continue de fonctionner jusqu’à ce que le nouvel appareil ait été essayé.',
  '{name} keeps working until you’ve tried the new device out. Then it is locked. You can bring it back for 24 hours. After that, it is removed.':
    '{name} continue de fonctionner jusqu’à ce que vous ayez essayé le nouvel appareil. Il est alors bloqué. Pendant 24 heures, vous pouvez le rétablir. Ensuite, il est supprimé.',
  '{newDevice} has replaced this device': '{newDevice} a remplacé cet appareil',
  '{newDevice} has replaced {oldDevice}': '{newDevice} a remplacé {oldDevice}',
};
