import type { activation as german } from '../german/activation';

export const activation: Record<keyof typeof german, string> = {
  '10 seconds left.': 'Plus que 10 secondes.',
  '30 seconds left.': 'Plus que 30 secondes.',
  'A phone gave a wrong activation password too often, so we cancelled the image. If that wasn’t you, call the helpdesk. Otherwise get a new image.':
    'Un téléphone a donné trop souvent un mot de passe d’activation erroné : nous avons annulé l’image. Si ce n’était pas vous, appelez l’assistance. Sinon, demandez une nouvelle image.',
  'Activate device': 'Activer l’appareil',
  'Activate your device': 'Activez votre appareil',
  'Activation cancelled.': 'Activation annulée.',
  'Activation image': 'Image d’activation',
  'activation password': 'le mot de passe d’activation',
  'Add a second device': 'Ajouter un deuxième appareil',
  'Add it to your home screen': 'L’ajouter à votre écran d’accueil',
  'Almost done. Choose a PIN on your phone.': 'Presque terminé. Choisissez un code PIN sur votre téléphone.',
  'As the app shows it.': 'Tel que l’application l’affiche.',
  'Ask the helpdesk if you can’t wait.': 'Adressez-vous à l’assistance si vous ne pouvez pas attendre.',
  'Black and white': 'Noir et blanc',
  "Can't scan?": 'Impossible de scanner ?',
  'Cancel activation': 'Annuler l’activation',
  'Cancelling…': 'Annulation…',
  'capital {letter}': '{letter} majuscule',
  'Check letter {letter}: the app shows the same one when nothing is mistyped.':
    'Lettre de contrôle {letter} : l’application affiche la même s’il n’y a pas d’erreur de saisie.',
  'Choose a PIN on your phone': 'Choisissez un code PIN sur votre téléphone',
  'Choose a PIN · {time} left': 'Choisir un code PIN · encore {time}',
  'Choose one that only you know, then confirm with a test on this page.':
    'Choisissez un code que vous seul connaissez, puis confirmez par un essai sur cette page.',
  'Choose one that only you know.': 'Choisissez un code que vous seul connaissez.',
  'Choose to type the values in the app. Upper and lower case matter.':
    'Choisissez de saisir les valeurs dans l’application. Respectez les majuscules et les minuscules.',
  'Code that opens the app': 'Code qui ouvre l’application',
  Colour: 'Couleur',
  'Connected again.': 'Connexion rétablie.',
  Cronto: 'Cronto',
  'Device activated.': 'Appareil activé.',
  'Device name': 'Nom de l’appareil',
  domain: 'le domaine',
  Enlarge: 'Agrandir',
  'Enlarge the image': 'Agrandir l’image',
  'Enlarged image': 'Image agrandie',
  'First image': '1re image',
  'Get a new image, and call the helpdesk if it happens again.':
    'Demandez une nouvelle image et appelez l’assistance si cela se reproduit.',
  'Get the app': 'Obtenir l’appli',
  'Have your phone ready with the authenticator app open. This takes about two minutes.':
    'Préparez votre téléphone, application d’authentification ouverte. Comptez environ deux minutes.',
  'Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.':
    'Tenez le téléphone bien en face, à une distance de 20 à 30 cm, jusqu’à ce que toute l’image soit dans le cadre.',
  'If you lose this phone, a second device lets you sign in without the helpdesk.':
    'Si vous perdez ce téléphone, un deuxième appareil vous permet de vous connecter sans l’assistance.',
  'Image expired': 'Image expirée',
  'Image read': 'Image lue',
  'Image read. Verifying your phone…': 'Image lue. Vérification de votre téléphone…',
  'Image style': 'Type d’image',
  'Images expire after a few minutes to keep your account safe. Have your phone ready and get a new one.':
    'Pour protéger votre compte, les images expirent après quelques minutes. Préparez votre téléphone et demandez-en une nouvelle.',
  'In the app, tap {scan}, then {type}. Upper and lower case matter.':
    'Dans l’application, touchez {scan}, puis {type}. Respectez les majuscules et les minuscules.',
  'Install your organisation’s authenticator app on your phone. The helpdesk knows which one it is and where to get it.':
    'Installez l’application d’authentification de votre organisation sur votre téléphone. L’assistance sait laquelle et où la trouver.',
  'iPhone or iPad': 'iPhone ou iPad',
  'Is the app on the device you are holding?': 'L’application est-elle sur l’appareil que vous tenez ?',
  'It no longer exists, or it belongs to someone else.': 'Elle n’existe plus ou appartient à quelqu’un d’autre.',
  'Its image is shown where you confirmed that it’s you, and not with a password alone. Go on there. If you didn’t start it, cancel it here.':
    'Son image s’affiche là où vous avez confirmé votre identité ; un mot de passe seul ne suffit pas. Continuez là-bas. Si vous ne l’avez pas commencée, annulez-la ici.',
  'Keep the app open. Verifying your phone…': 'Gardez l’application ouverte. Vérification de votre téléphone…',
  'Keep the app open. Your authenticator is being set up.':
    'Gardez l’application ouverte. Votre authentificateur est en cours de configuration.',
  'Loading the image…': 'Chargement de l’image…',
  'Not scanned yet?': 'Pas encore scannée ?',
  'Not scanned yet? There are hints at the end of the page.':
    'Pas encore scannée ? Des conseils figurent en bas de la page.',
  'One minute left.': 'Plus qu’une minute.',
  'Only digits belong here.': 'Uniquement des chiffres ici.',
  'Only your newest image works. If it wasn’t you who started it, call the helpdesk.':
    'Seule votre image la plus récente fonctionne. Si vous ne l’avez pas demandée, appelez l’assistance.',
  'Open on this device': 'Ouvrir sur cet appareil',
  'Open the app in Chrome, tap ⋮, then “Install app”.':
    'Ouvrez l’application dans Chrome, touchez ⋮, puis « Installer l’application ».',
  'Open the app in Safari, tap Share, then “Add to Home Screen”.':
    'Ouvrez l’application dans Safari, touchez Partager, puis « Sur l’écran d’accueil ».',
  'Open the app, tap {button}, and point your camera at this image.':
    'Ouvrez l’application, touchez {button} et visez cette image avec l’appareil photo.',
  'Open the authenticator app on this phone': 'Ouvrir l’application d’authentification sur ce téléphone',
  'Open your organisation’s authenticator app, choose to activate, and point your camera at this image.':
    'Ouvrez l’application d’authentification de votre organisation, choisissez l’activation et visez cette image avec l’appareil photo.',
  'Optional. Something you will recognise, such as “Jane’s phone”.':
    'Facultatif. Un nom que vous reconnaîtrez, par exemple « Téléphone de Jeanne ».',
  'Or open this address on your phone:': 'Ou ouvrez cette adresse sur votre téléphone :',
  'or scan the image with another device': 'ou scannez l’image avec un autre appareil',
  'Phone verified.': 'Téléphone vérifié.',
  'Phone verified. Setting up your authenticator…': 'Téléphone vérifié. Configuration de votre authentificateur…',
  'Point your phone’s camera at this code. It opens the authenticator app in the browser. Have it already? Go on to the image.':
    'Visez ce code avec l’appareil photo de votre téléphone : il ouvre l’application d’authentification dans le navigateur. Vous l’avez déjà ? Passez à l’image.',
  'registration identifier': 'l’identifiant d’enregistrement',
  'Replaced by a newer activation': 'Remplacée par une activation plus récente',
  'Replacing {device}': 'Remplacement en cours : {device}',
  Scan: 'Scanner',
  'Scan and choose a PIN': 'Scanner et choisir un code PIN',
  'Scan the first image and type the device code': 'Scannez la première image et saisissez le code de l’appareil',
  'Scan the image on the page where you started this activation. This page follows your phone as well.':
    'Scannez l’image sur la page où vous avez commencé cette activation. Cette page suit aussi votre téléphone.',
  'Scan the second image and type the signature': 'Scannez la deuxième image et saisissez la signature',
  'Scan this second image and choose a PIN on the phone. Then type the signature that the phone shows.':
    'Scannez cette deuxième image et choisissez un code PIN sur le téléphone. Saisissez ensuite la signature affichée par le téléphone.',
  'Second image': '2e image',
  'Show activation image': 'Afficher l’image d’activation',
  'Show the second image': 'Afficher la deuxième image',
  Shrink: 'Réduire',
  'Signed out · Activate': 'Déconnecté · Activer',
  'Switch JavaScript on to see the image: it is never part of the page itself, so that it cannot stay behind.':
    'Activez JavaScript pour voir l’image : elle ne fait jamais partie de la page elle-même, afin de ne pas y rester.',
  'Test it to finish replacing {device}.': 'Testez-le pour finir de remplacer {device}.',
  'The activation failed.': 'L’activation a échoué.',
  'The activation image is shown.': 'L’image d’activation est affichée.',
  'The activation service cannot be reached right now. Your request is kept, and the image appears here by itself.':
    'Le service d’activation est injoignable pour le moment. Votre demande est conservée et l’image apparaîtra ici d’elle-même.',
  'The activation service did not accept your password or one-time password. Get a new image and type it again.':
    'Le service d’activation n’a pas accepté votre mot de passe ou votre mot de passe à usage unique. Demandez une nouvelle image et saisissez-le de nouveau.',
  'The activation service no longer knows this activation. Get a new image.':
    'Le service d’activation ne connaît plus cette activation. Demandez une nouvelle image.',
  'The activation service refused this activation. Get a new image, and call the helpdesk if it happens again.':
    'Le service d’activation a refusé cette activation. Demandez une nouvelle image et appelez l’assistance si cela se reproduit.',
  'The app runs in the browser of your phone.': 'L’application fonctionne dans le navigateur de votre téléphone.',
  'The browser does not allow copying. Select the text and copy it yourself.':
    'Le navigateur ne permet pas de copier. Sélectionnez le texte et copiez-le vous-même.',
  'The codes you typed were wrong too often, so we cancelled the image. Get a new one, and compare the check letter before you continue.':
    'Les codes saisis étaient trop souvent erronés : nous avons annulé l’image. Demandez-en une nouvelle et comparez la lettre de contrôle avant de continuer.',
  'The Cronto image is not available right now. This one works as well.':
    'L’image Cronto n’est pas disponible pour le moment. Celle-ci fonctionne aussi.',
  'The device code is right. The second image is shown.':
    'Le code de l’appareil est correct. La deuxième image est affichée.',
  'The first image is shown.': 'La première image est affichée.',
  'The image has expired.': 'L’image a expiré.',
  'The image no longer works and no device was added. Get a new image whenever you’re ready.':
    'L’image ne fonctionne plus et aucun appareil n’a été ajouté. Demandez une nouvelle image quand vous serez prêt.',
  'The image will appear here': 'L’image apparaîtra ici',
  'The phone has no internet connection': 'Le téléphone n’a pas de connexion Internet',
  'The phone has read the image. The image is hidden now.': 'Le téléphone a lu l’image. Elle est maintenant masquée.',
  'Then type the device code that the phone shows.':
    'Saisissez ensuite le code de l’appareil affiché par le téléphone.',
  'This activation can’t be shown': 'Cette activation ne peut pas être affichée',
  'This activation can’t be shown.': 'Cette activation ne peut pas être affichée.',
  'This activation was started elsewhere': 'Cette activation a été commencée ailleurs',
  'This page keeps trying to reach the server. Your phone can still finish.':
    'Cette page continue d’essayer de joindre le serveur. Votre téléphone peut tout de même terminer.',
  'This part of the page could not be loaded. Check your connection, then try again.':
    'Cette partie de la page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
  'Time left to finish': 'Temps restant pour terminer',
  'Try it out.': 'Essayez-le.',
  'Turn up the brightness of this screen, and avoid reflections on it.':
    'Augmentez la luminosité de cet écran et évitez les reflets.',
  'Type the values instead': 'Saisir plutôt les valeurs',
  'Type this letter too:': 'Saisissez aussi cette lettre :',
  'Use black and white': 'Utiliser le noir et blanc',
  'user id': 'l’identifiant',
  'Waiting for the activation service.': 'En attente du service d’activation.',
  'Waiting for your phone to scan the image': 'En attente du scan par votre téléphone',
  'What next?': 'Et maintenant ?',
  'You are signed out.': 'Vous êtes déconnecté.',
  'You can start again {time}, or ask the helpdesk.':
    'Prochaine activation possible : {time}. Ou adressez-vous à l’assistance.',
  'You can start one more activation today.': 'Vous pouvez encore commencer une activation aujourd’hui.',
  'You can start {count} more activations today.': 'Vous pouvez encore commencer {count} activations aujourd’hui.',
  'You scan two images and type two codes. That takes about five minutes.':
    'Vous scannez deux images et saisissez deux codes. Comptez environ cinq minutes.',
  'You started a newer activation': 'Vous avez commencé une activation plus récente',
  'You started a newer activation.': 'Vous avez commencé une activation plus récente.',
  'Your account has no authenticator licence yet. Ask the helpdesk for one, then come back.':
    'Votre compte n’a pas encore de licence d’authentification. Demandez-en une à l’assistance, puis revenez.',
  'Your licence is in use on as many devices as it allows. Remove one under “Your devices”, then get a new image.':
    'Votre licence est déjà utilisée sur autant d’appareils qu’elle le permet. Supprimez-en un sous « Vos appareils », puis demandez une nouvelle image.',
  'Your phone': 'Votre téléphone',
  'Your phone can still finish. Sign in to see the result.':
    'Votre téléphone peut tout de même terminer. Connectez-vous pour voir le résultat.',
  'Your phone is ready.': 'Votre téléphone est prêt.',
  'Your phone should be ready.': 'Votre téléphone devrait être prêt.',
  'Your turn: choose a PIN in the app': 'À vous : choisissez un code PIN dans l’application',
  'Your user ID has a character that an activation image can’t carry. Ask the helpdesk.':
    'Votre identifiant contient un caractère qu’une image d’activation ne peut pas contenir. Adressez-vous à l’assistance.',
  'Your user ID is too long for an activation image. Ask the helpdesk.':
    'Votre identifiant est trop long pour une image d’activation. Adressez-vous à l’assistance.',
  'You’ve reached today’s limit': 'Vous avez atteint la limite du jour',
  '{count} tries left.': 'Encore {count} essais.',
  '{count} try left.': 'Encore {count} essai.',
  '{digits} digits, as the app shows them.': '{digits} chiffres, comme l’application les affiche.',
  '{entered} of {digits} digits': '{entered} chiffres sur {digits}',
  '{name} is replaced. It is locked now and will be removed in a day.':
    '{name} est remplacé. L’appareil est maintenant bloqué et sera supprimé dans un jour.',
  '{time} left · Activate': 'Encore {time} · Activer',
  '{value} copied.': '{value} : copie effectuée.',
  '✓ Device activated': '✓ Appareil activé',
};
