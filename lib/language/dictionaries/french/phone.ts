import type { phone as german } from '../german/phone';

export const phone: Record<keyof typeof german, string> = {
  'A newer version is open': 'Une version plus récente est ouverte',
  'A request is waiting': 'Une demande est en attente',
  'Activate another device?': 'Activer un autre appareil ?',
  'Activate this phone': 'Activer ce téléphone',
  'Activate this phone to confirm it’s you when you sign in. This takes about two minutes.':
    'Activez ce téléphone pour confirmer que c’est bien vous lorsque vous vous connectez. Cela prend environ deux minutes.',
  'Add this app to your Home Screen': 'Ajouter cette application à l’écran d’accueil',
  'Add to Home Screen': 'Ajouter à l’écran d’accueil',
  'Allow it for this site in your browser’s settings, or choose another way below.':
    'Autorisez-le pour ce site dans les réglages de votre navigateur, ou choisissez un autre moyen ci-dessous.',
  'Allow it when your phone asks.': 'Autorisez-le lorsque votre téléphone le demande.',
  'Allow notifications': 'Autoriser les notifications',
  'Another app may be using it. You can choose another way below.':
    'Une autre application l’utilise peut-être. Vous pouvez choisir un autre moyen ci-dessous.',
  'Are you calling the helpdesk?': 'Êtes-vous en train d’appeler l’assistance ?',
  Authenticator: 'Authenticator',
  'Back to the website': 'Retour au site',
  Camera: 'Appareil photo',
  'Cancel the activation': 'Annuler l’activation',
  'Cancel the activation?': 'Annuler l’activation ?',
  'Cancel this activation?': 'Annuler cette activation ?',
  'Change PIN': 'Changer le code PIN',
  'Change the PIN': 'Changer le code PIN',
  'Choose a new PIN': 'Choisir un nouveau code PIN',
  'Choose a picture': 'Choisir une photo',
  'Choose another way below.': 'Choisissez un autre moyen ci-dessous.',
  'Choose the one you want to sign in with.': 'Choisissez celui avec lequel vous voulez vous connecter.',
  Clock: 'Horloge',
  'Compare the digits and the check letter first. You can type them again on the website. If the website didn’t accept the signature, this account’s one-time passwords don’t work.':
    'Comparez d’abord les chiffres et la lettre de contrôle. Vous pouvez les saisir de nouveau sur le site. Si le site n’a pas accepté la signature, les mots de passe à usage unique de ce compte ne fonctionnent pas.',
  'Comparing with the website’s clock…': 'Comparaison avec l’horloge du site…',
  'Confirm that it’s you?': 'Confirmer que c’est bien vous ?',
  'Confirm your new PIN': 'Confirmer votre nouveau code PIN',
  'Confirm your PIN': 'Confirmer votre code PIN',
  'Contact the website': 'Contacter le site',
  'Continue only if you are signed in yourself, right now, at this address. For a few minutes that browser can then change your devices, and do whatever else needs more than a password.':
    'Ne continuez que si vous êtes connecté vous-même, en ce moment, à cette adresse. Ce navigateur pourra alors, pendant quelques minutes, modifier vos appareils et faire tout ce qui demande plus qu’un mot de passe.',
  'Continue only if you got it on {origin}, on a page that you opened yourself.':
    'Ne continuez que si vous l’avez obtenu sur {origin}, sur une page que vous avez ouverte vous-même.',
  'Continue only if you have just opened the sign-in page yourself, at this address.':
    'Ne continuez que si vous venez d’ouvrir vous-même la page de connexion, à cette adresse.',
  'Continue with the other one': 'Continuer avec l’autre',
  'Continue without': 'Continuer sans',
  'Copied the one-time password': 'Mot de passe à usage unique copié',
  'Copy the one-time password': 'Copier le mot de passe à usage unique',
  'Don’t enter a PIN or a password where you found it. To activate this phone, open the website yourself and get a new image. If this happens again there, call the helpdesk.':
    'Ne saisissez ni code PIN ni mot de passe là où vous l’avez trouvée. Pour activer ce téléphone, ouvrez vous-même le site et demandez une nouvelle image. Si cela s’y reproduit, appelez l’assistance.',
  'Don’t freeze': 'Ne pas geler',
  'Each image works once, on one phone. Get a new image on the website and scan that.':
    'Chaque image ne sert qu’une fois, sur un seul téléphone. Demandez une nouvelle image sur le site et scannez-la.',
  'Enter the same PIN again.': 'Saisissez de nouveau le même code PIN.',
  'Enter your current PIN first.': 'Saisissez d’abord votre code PIN actuel.',
  'Enter your PIN': 'Saisir votre code PIN',
  'Enter your PIN to freeze everything.': 'Saisissez votre code PIN pour tout geler.',
  'Enter your PIN to remove this account from the phone.':
    'Saisissez votre code PIN pour supprimer ce compte du téléphone.',
  'Enter your PIN to see the request.': 'Saisissez votre code PIN pour voir la demande.',
  'Enter your PIN to see the sign-in you scanned.':
    'Saisissez votre code PIN pour voir la connexion que vous avez scannée.',
  'Enter your PIN to see your one-time password.':
    'Saisissez votre code PIN pour voir votre mot de passe à usage unique.',
  'Enter your PIN to turn off fingerprint or face.':
    'Saisissez votre code PIN pour désactiver l’empreinte ou le visage.',
  'Enter your PIN to turn on fingerprint or face.': 'Saisissez votre code PIN pour activer l’empreinte ou le visage.',
  'Enter your PIN to turn on notifications.': 'Saisissez votre code PIN pour activer les notifications.',
  'Everything may be frozen': 'Tout est peut-être déjà gelé',
  'Fill in all four fields.': 'Remplissez les quatre champs.',
  'Find them on the website’s activation page under “Can’t scan?”. Upper and lower case matter.':
    'Elles se trouvent sur la page d’activation du site, sous « Impossible de scanner ? ». Les majuscules et les minuscules comptent.',
  'Fingerprint or face is off.': 'L’empreinte ou le visage est désactivé.',
  'Fingerprint or face is on.': 'L’empreinte ou le visage est activé.',
  'Finishing the activation': 'Fin de l’activation',
  'Freeze everything?': 'Tout geler ?',
  'Freezing everything': 'Gel en cours',
  'From {site}. Answer in the app within a minute.': 'De {site}. Répondez dans l’application dans la minute.',
  'Get sign-in requests': 'Recevoir les demandes de connexion',
  'Getting the details from the website.': 'Récupération des détails sur le site.',
  'Go back to the page at {origin} and continue there.': 'Revenez à la page de {origin} et continuez-y.',
  'Go back to the page at {origin}. You’re signed in there as {userId}.':
    'Revenez à la page de {origin}. Vous y êtes connecté en tant que {userId}.',
  'Good to know': 'Bon à savoir',
  'If somebody else may have your password or one of your devices: locks them all, signs you out everywhere and stops new activations. Only the helpdesk can lift it.':
    'Si quelqu’un d’autre a peut-être votre mot de passe ou l’un de vos appareils : bloque tous les appareils, vous déconnecte partout et empêche toute nouvelle activation. Seule l’assistance peut lever cette mesure.',
  'If someone called you, or you’re not on the phone, press “That wasn’t me”.':
    'Si quelqu’un vous a appelé, ou si vous n’êtes pas au téléphone, appuyez sur « Ce n’était pas moi ».',
  'If this isn’t your account, or someone sent you this code, cancel.':
    'Si ce n’est pas votre compte, ou si quelqu’un vous a envoyé ce code, annulez.',
  'Is this you?': 'C’est bien vous ?',
  'Is this your sign-in?': 'Est-ce bien votre connexion ?',
  'Issued by {origin}': 'Émise par {origin}',
  'It can’t take more requests right now. Try again in a minute.':
    'Il ne peut pas traiter d’autres demandes pour le moment. Réessayez dans une minute.',
  'It claims to come from {site}, but its signature is made with a new key that the ones this phone knows do not vouch for.':
    'Elle prétend provenir de {site}, mais sa signature provient d’une nouvelle clé qu’aucune des clés connues de ce téléphone ne garantit.',
  'It claims to come from {site}, but its signature is not that website’s.':
    'Elle prétend provenir de {site}, mais sa signature n’est pas celle de ce site.',
  'It could then sign in as you. Continue only if you are activating it yourself, right now, on the page at this address.':
    'Il permettrait ensuite de se connecter à votre nom. Ne continuez que si vous êtes en train de l’activer vous-même, sur la page à cette adresse.',
  'It couldn’t answer. Try again in a minute.': 'Il n’a pas pu répondre. Réessayez dans une minute.',
  'It didn’t work': 'Cela n’a pas fonctionné',
  'It doesn’t know this phone, or has locked it. Sign in there and look under “Your devices”. If this phone isn’t listed, remove this account here and activate the phone again.':
    'Il ne connaît pas ce téléphone, ou l’a bloqué. Connectez-vous au site et regardez sous « Vos appareils ». Si ce téléphone n’y figure pas, supprimez ce compte ici et activez de nouveau le téléphone.',
  'It ended before your report arrived. Tell the helpdesk that someone may be calling in your name.':
    'La demande s’est terminée avant l’arrivée de votre signalement. Prévenez l’assistance que quelqu’un appelle peut-être en votre nom.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Get a new image on the sign-in page.':
    'Elle a expiré ou a été annulée sur la page de connexion. Personne n’a été connecté. Demandez une nouvelle image sur la page de connexion.',
  'It expired or was cancelled on the sign-in page. Nobody was signed in. Start again on the sign-in page.':
    'Elle a expiré ou a été annulée sur la page de connexion. Personne n’a été connecté. Recommencez sur la page de connexion.',
  'It expired or was cancelled on the website. Nothing was confirmed. Start again there.':
    'Elle a expiré ou a été annulée sur le site. Rien n’a été confirmé. Recommencez sur le site.',
  'It expired or was cancelled. Get a new image on the website and scan that.':
    'Elle a expiré ou a été annulée. Demandez une nouvelle image sur le site et scannez-la.',
  'It expired, was cancelled, or another phone has read it. Get a new image on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Elle a expiré, a été annulée ou a été lue par un autre téléphone. Demandez une nouvelle image sur la page de connexion. Si cela ne suffit pas, connectez-vous avec votre mot de passe et vérifiez si ce téléphone est bloqué.',
  'It expired, was cancelled, or another phone has read it. Start again on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.':
    'Elle a expiré, a été annulée ou a été lue par un autre téléphone. Recommencez sur la page de connexion. Si cela ne suffit pas, connectez-vous avec votre mot de passe et vérifiez si ce téléphone est bloqué.',
  'It had already ended': 'La demande était déjà terminée',
  'It has been reported to the website.': 'Elle a été signalée au site.',
  'It isn’t saved on this phone yet. Check that this phone is online and try again. If that doesn’t help, close the app and open it again.':
    'Il n’est pas encore enregistré sur ce téléphone. Vérifiez que ce téléphone est en ligne et réessayez. Si cela ne suffit pas, fermez l’application et rouvrez-la.',
  'It may not be frozen. Check that this phone is online and try again, or tell the helpdesk.':
    'Rien n’est peut-être gelé. Vérifiez que ce téléphone est en ligne et réessayez, ou prévenez l’assistance.',
  'It then opens like any other app, also without a network.':
    'Elle s’ouvre ensuite comme toute autre application, même sans réseau.',
  'Keep going': 'Poursuivre',
  'Keep it': 'Conserver',
  Light: 'Lumière',
  'Link this phone': 'Associer ce téléphone',
  'Manage devices on the website': 'Gérer les appareils sur le site',
  'Name saved.': 'Nom enregistré.',
  'Never type a number that someone tells or sends you.':
    'Ne saisissez jamais un nombre que quelqu’un vous dicte ou vous envoie.',
  'New device: until {time} it signs you in, and confirms nothing else.':
    'Nouvel appareil : jusqu’au {time}, il sert à se connecter et ne confirme rien d’autre.',
  'New PIN': 'Nouveau code PIN',
  'No answer': 'Pas de réponse',
  'No answer yet': 'Pas encore de réponse',
  'No camera found': 'Aucun appareil photo trouvé',
  'No connection': 'Pas de connexion',
  'No image from the website was found in this picture. Choose one that shows the whole image.':
    'Aucune image du site n’a été trouvée sur cette photo. Choisissez-en une qui montre l’image entière.',
  'Nobody can sign in as you now, with this phone neither. Call the helpdesk when you want to go on: they check that it’s you, and two of them decide.':
    'Plus personne ne peut se connecter à votre nom, ce téléphone compris. Pour reprendre, appelez l’assistance : elle vérifie que c’est bien vous, et deux personnes décident.',
  'Nobody was signed in, and the website has recorded that it wasn’t you. If someone asked you for a number, tell the helpdesk.':
    'Personne n’a été connecté, et le site a consigné que ce n’était pas vous. Si quelqu’un vous a demandé un nombre, prévenez l’assistance.',
  'Nobody was signed in.': 'Personne n’a été connecté.',
  'Nobody was signed in. Get a new image on the sign-in page whenever you are ready.':
    'Personne n’a été connecté. Demandez une nouvelle image sur la page de connexion dès que vous êtes prêt.',
  'Nobody was signed in. Get a new image on the sign-in page, or sign in with your password.':
    'Personne n’a été connecté. Demandez une nouvelle image sur la page de connexion ou connectez-vous avec votre mot de passe.',
  'Nobody was signed in. Start again on the sign-in page whenever you are ready.':
    'Personne n’a été connecté. Recommencez sur la page de connexion dès que vous êtes prêt.',
  'Nobody was signed in. Start again on the sign-in page, or sign in with your password.':
    'Personne n’a été connecté. Recommencez sur la page de connexion ou connectez-vous avec votre mot de passe.',
  'Not now': 'Pas maintenant',
  'Not verifiable': 'Non vérifiable',
  'Nothing is saved on this phone. Cancel the activation on the website as well. If this phone is listed under “Your devices”, remove it there.':
    'Rien n’est enregistré sur ce téléphone. Annulez aussi l’activation sur le site. Si ce téléphone y figure sous « Vos appareils », supprimez-le.',
  'Nothing was changed.': 'Rien n’a été modifié.',
  'Nothing was confirmed, and it was recorded. A request that was sent to you has also signed every browser out of your account. Somebody may know your password: change it, and tell the helpdesk.':
    'Rien n’a été confirmé, et cela a été consigné. Si la demande vous a été envoyée, votre compte est aussi déconnecté de tous les navigateurs. Quelqu’un connaît peut-être votre mot de passe : changez-le et prévenez l’assistance.',
  'Nothing was confirmed. Ask the helpdesk to send it again and to repeat the number.':
    'Rien n’a été confirmé. Demandez à l’assistance de renvoyer la demande et de répéter le nombre.',
  'Nothing was confirmed. Start again on the website, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'Rien n’a été confirmé. Recommencez sur le site et saisissez le nombre qu’il affiche. Si quelqu’un vous a dicté un nombre, prévenez l’assistance.',
  'Nothing was confirmed. Start again on the website.': 'Rien n’a été confirmé. Recommencez sur le site.',
  'Nothing was confirmed. The helpdesk can send it again.':
    'Rien n’a été confirmé. L’assistance peut renvoyer la demande.',
  'Nothing was frozen': 'Rien n’a été gelé',
  'Nothing was saved on this phone, and the website has ended the activation.':
    'Rien n’a été enregistré sur ce téléphone, et le site a mis fin à l’activation.',
  'Nothing was saved on this phone, but the last step may have reached the website. If this phone is listed under “Your devices”, remove it there.':
    'Rien n’a été enregistré sur ce téléphone, mais la dernière étape est peut-être parvenue au site. Si ce téléphone y figure sous « Vos appareils », supprimez-le.',
  'Nothing was saved on this phone, but we couldn’t tell the website. Cancel the activation there, or it expires in a few minutes.':
    'Rien n’a été enregistré sur ce téléphone, mais nous n’avons pas pu en informer le site. Annulez-y l’activation, sinon elle expirera dans quelques minutes.',
  'Nothing was saved on this phone. Telling the website…':
    'Rien n’a été enregistré sur ce téléphone. Le site est informé…',
  'Nothing was sent or saved. The image on the website works until it expires or you cancel it there.':
    'Rien n’a été envoyé ni enregistré. L’image du site reste valable jusqu’à son expiration, ou jusqu’à ce que vous l’annuliez sur le site.',
  'Nothing will be saved on this phone. To activate it later, you need a new image from the website.':
    'Rien ne sera enregistré sur ce téléphone. Pour l’activer plus tard, il vous faudra une nouvelle image du site.',
  'Notifications are on.': 'Les notifications sont activées.',
  'Notifications are still off.': 'Les notifications restent désactivées.',
  'Off. This browser doesn’t offer notifications for this site, or its settings block them.':
    'Désactivées. Ce navigateur ne propose pas de notifications pour ce site, ou ses réglages les bloquent.',
  'Off. To sign in with this phone, scan the image on the sign-in page.':
    'Désactivées. Pour vous connecter avec ce téléphone, scannez l’image de la page de connexion.',
  'On a computer, sign in to {site}, choose “Activate a device”, and point the camera at the image.':
    'Sur un ordinateur, connectez-vous à {site}, choisissez « Activer un appareil » et dirigez l’appareil photo vers l’image.',
  'On. We notify you when someone tries to sign in as you.':
    'Activées. Nous vous avertissons lorsque quelqu’un tente de se connecter à votre nom.',
  'One-time password copied': 'Mot de passe à usage unique copié',
  'One-time passwords from a device that only you open.':
    'Des mots de passe à usage unique sur un appareil que vous seul ouvrez.',
  'One-time passwords may be refused. Let the phone set its clock automatically.':
    'Les mots de passe à usage unique risquent d’être refusés. Laissez le téléphone régler son horloge automatiquement.',
  'Open the browser’s menu and tap “Add to Home screen”.':
    'Ouvrez le menu du navigateur et touchez « Ajouter à l’écran d’accueil ».',
  'Open the request': 'Ouvrir la demande',
  'Open this page over https, or choose another way below.':
    'Ouvrez cette page en https, ou choisissez un autre moyen ci-dessous.',
  'Opening the camera': 'Ouverture de l’appareil photo',
  'Opening…': 'Ouverture…',
  'Opens with': 'Déverrouiller avec',
  PIN: 'Code PIN',
  'PIN again': 'Répéter le code PIN',
  'PIN changed.': 'Code PIN modifié.',
  'PIN for {account}': 'Code PIN de {account}',
  'PIN, fingerprint or face': 'Code PIN, empreinte ou visage',
  'PIN, or this device’s fingerprint or face, which unlocks the key itself.':
    'Code PIN, ou empreinte ou visage sur cet appareil, qui déverrouillent la clé elle-même.',
  'PIN, or this device’s fingerprint or face. That only hides the screen: this browser alone protects the key.':
    'Code PIN, ou empreinte ou visage sur cet appareil. Cela ne fait que masquer l’écran : seul ce navigateur protège la clé.',
  'PIN.': 'Code PIN.',
  'PIN. This device offers no fingerprint or face check here.':
    'Code PIN. Cet appareil ne propose pas ici de vérifier l’empreinte ou le visage.',
  'Point the camera at the image that {site} shows, to sign in or to activate another account.':
    'Dirigez l’appareil photo vers l’image affichée par {site}, pour vous connecter ou activer un autre compte.',
  'Remove the account': 'Supprimer le compte',
  'Remove the account?': 'Supprimer le compte ?',
  'Remove this account': 'Supprimer ce compte',
  'Remove this notice': 'Supprimer cet avis',
  'Remove this notice about {account}': 'Supprimer cet avis concernant {account}',
  'Remove {account}?': 'Supprimer {account} ?',
  'Reporting it to the website…': 'Signalement au site…',
  'Scan again': 'Scanner à nouveau',
  'Scan the activation image': 'Scanner l’image d’activation',
  'Scan the image': 'Scanner l’image',
  'Scan the second image': 'Scanner la deuxième image',
  'Setting up your phone': 'Configuration de votre téléphone',
  'Settings of {account}': 'Réglages de {account}',
  'Show the one-time password': 'Afficher le mot de passe à usage unique',
  'Show the one-time password for {account}': 'Afficher le mot de passe à usage unique de {account}',
  'Show the signature again': 'Afficher de nouveau la signature',
  'Sign-in cancelled': 'Connexion annulée',
  Skip: 'Passer',
  'Someone may be trying to trick you. Nothing was sent for this activation, and nothing was saved.':
    'Quelqu’un essaie peut-être de vous tromper. Rien n’a été envoyé pour cette activation, et rien n’a été enregistré.',
  'Tap Share, then “Add to Home Screen”. Do this before you activate: the app on the Home Screen keeps accounts of its own.':
    'Touchez « Partager », puis « Sur l’écran d’accueil ». Faites-le avant d’activer : l’application de l’écran d’accueil a ses propres comptes.',
  'Telling the website': 'Le site est informé',
  'Thank you for reporting it': 'Merci de l’avoir signalé',
  'That wasn’t me': 'Ce n’était pas moi',
  'That’s close enough.': 'C’est assez précis.',
  'The account couldn’t be saved. A private window or a full phone may be why. If this phone is listed under “Your devices” on the website, remove it there.':
    'Le compte n’a pas pu être enregistré. Peut-être s’agit-il d’une fenêtre privée, ou le téléphone est-il plein. Si ce téléphone figure sous « Vos appareils » sur le site, supprimez-le.',
  'The activation is complete when the website says so.': 'L’activation est terminée lorsque le site l’indique.',
  'The activation may have worked, but this phone didn’t get the answer and saved nothing. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'L’activation a peut-être fonctionné, mais ce téléphone n’a pas reçu la réponse et n’a rien enregistré. Si ce téléphone figure sous « Vos appareils » sur le site, supprimez-le. Demandez ensuite une nouvelle image.',
  'The activation was interrupted': 'L’activation a été interrompue',
  'The answer was lost': 'La réponse s’est perdue',
  'The app stores your accounts on this phone. Leave the private window, or allow this site to store data, then open the app again.':
    'L’application enregistre vos comptes sur ce téléphone. Quittez la fenêtre privée, ou autorisez ce site à enregistrer des données, puis rouvrez l’application.',
  'The app was closed or reloaded before it was done, and nothing was saved. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.':
    'L’application a été fermée ou rechargée avant la fin, et rien n’a été enregistré. Si ce téléphone figure sous « Vos appareils » sur le site, supprimez-le. Demandez ensuite une nouvelle image.',
  'The app was updated in another tab. Close this tab or reload it.':
    'L’application a été mise à jour dans un autre onglet. Fermez cet onglet ou rechargez-le.',
  'The authenticator keeps its keys on this phone, which needs JavaScript.':
    'L’authentificateur conserve ses clés sur ce téléphone, ce qui nécessite JavaScript.',
  'The camera can’t be opened': 'Impossible d’ouvrir l’appareil photo',
  'The camera is not allowed': 'L’appareil photo n’est pas autorisé',
  'The camera needs a secure address': 'L’appareil photo exige une adresse sécurisée',
  'The check letter doesn’t match. Compare every character. Upper and lower case matter.':
    'La lettre de contrôle ne correspond pas. Comparez chaque caractère. Les majuscules et les minuscules comptent.',
  'The helpdesk can see that it’s you. Continue your call. Nobody was signed in.':
    'L’assistance voit que c’est bien vous. Poursuivez votre appel. Personne n’a été connecté.',
  'The helpdesk can see that you didn’t confirm.': 'L’assistance voit que vous n’avez pas confirmé.',
  'The helpdesk can see that you’re not the caller, and it has been recorded.':
    'L’assistance voit que ce n’est pas vous qui appelez, et cela a été consigné.',
  'The helpdesk is no longer waiting for this answer, so nothing was confirmed. It can send it again.':
    'L’assistance n’attend plus cette réponse : rien n’a été confirmé. Elle peut renvoyer la demande.',
  'The helpdesk may have received it. Ask what they can see. If they see nothing, they can send it again.':
    'L’assistance l’a peut-être reçue. Demandez-lui ce qu’elle voit. Si elle ne voit rien, elle peut renvoyer la demande.',
  'The helpdesk wants to know that it’s you on the phone. This signs nobody in. Continue only if you called the helpdesk yourself, at a number that you know.':
    'L’assistance veut s’assurer que c’est vous au téléphone. Cela ne connecte personne. Ne continuez que si vous avez appelé l’assistance vous-même, à un numéro que vous connaissez.',
  'The image was read, but the website can’t be reached. Check that this phone is online.':
    'L’image a été lue, mais le site ne peut pas être joint. Vérifiez que ce téléphone est en ligne.',
  'The image was read, but the website doesn’t accept this app.':
    'L’image a été lue, mais le site n’accepte pas cette application.',
  'The image was read, but the website has a problem. Try again in a minute.':
    'L’image a été lue, mais le site rencontre un problème. Réessayez dans une minute.',
  'The image was read, but the website is busy. Try again in a minute.':
    'L’image a été lue, mais le site est très sollicité. Réessayez dans une minute.',
  'The image was read, but the website is taking too long to answer.':
    'L’image a été lue, mais le site met trop de temps à répondre.',
  'The image was read, but this website has no activation service for this app.':
    'L’image a été lue, mais ce site n’a pas de service d’activation pour cette application.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Get a new image on the sign-in page then.':
    'Le dernier nombre était incorrect. Le site attend donc avant d’en accepter un autre : une demi-minute, puis chaque fois plus longtemps. Demandez ensuite une nouvelle image sur la page de connexion.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Start again on the sign-in page then.':
    'Le dernier nombre était incorrect. Le site attend donc avant d’en accepter un autre : une demi-minute, puis chaque fois plus longtemps. Recommencez ensuite sur la page de connexion.',
  'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can send it again.':
    'Le dernier nombre était incorrect. Le site attend donc avant d’en accepter un autre : une demi-minute, puis chaque fois plus longtemps. L’assistance pourra ensuite renvoyer la demande.',
  'The PIN was wrong five times, so this phone deleted the keys for {userId} ({serialNumber}). On the website, remove this device and activate it again.':
    'Le code PIN a été incorrect cinq fois : ce téléphone a supprimé les clés de {userId} ({serialNumber}). Sur le site, supprimez cet appareil et activez-le de nouveau.',
  'The PINs don’t match. Choose your PIN again.':
    'Les codes PIN ne correspondent pas. Choisissez de nouveau votre code PIN.',
  'The request ended before your report arrived. Change your password, and tell the helpdesk that someone may be signed in as you.':
    'La demande s’est terminée avant l’arrivée de votre signalement. Changez votre mot de passe et prévenez l’assistance que quelqu’un est peut-être connecté à votre nom.',
  'The server that answered couldn’t prove that it knows your activation. Nothing was saved. Tell the helpdesk.':
    'Le serveur qui a répondu n’a pas pu prouver qu’il connaît votre activation. Rien n’a été enregistré. Prévenez l’assistance.',
  'The server that answered doesn’t know this phone’s key, so nothing was confirmed. Tell the helpdesk.':
    'Le serveur qui a répondu ne connaît pas la clé de ce téléphone : rien n’a été confirmé. Prévenez l’assistance.',
  'The setting couldn’t be saved. This phone may be full.':
    'Le réglage n’a pas pu être enregistré. Ce téléphone est peut-être plein.',
  'The sign-in ended before your report arrived. Check the activity on the website, and tell the helpdesk that someone may have tried to sign in as you.':
    'La connexion s’est terminée avant l’arrivée de votre signalement. Consultez votre activité sur le site et prévenez l’assistance que quelqu’un a peut-être tenté de se connecter à votre nom.',
  'The sign-in has ended and nobody was signed in. Get a new image on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'La connexion est terminée et personne n’a été connecté. Demandez une nouvelle image sur la page de connexion et saisissez le nombre que cette page affiche. Si quelqu’un vous a dicté un nombre, prévenez l’assistance.',
  'The sign-in has ended and nobody was signed in. Start again on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.':
    'La connexion est terminée et personne n’a été connecté. Recommencez sur la page de connexion et saisissez le nombre qu’elle affiche. Si quelqu’un vous a dicté un nombre, prévenez l’assistance.',
  'The user ID has a character that can’t be used here.':
    'L’identifiant contient un caractère qui ne peut pas être utilisé ici.',
  'The website asked this phone to wait. Try again in a few minutes.':
    'Le site a demandé à ce téléphone de patienter. Réessayez dans quelques minutes.',
  'The website could not be reached. Check that this phone is online.':
    'Le site n’a pas pu être joint. Vérifiez que ce téléphone est en ligne.',
  'The website didn’t accept them. If you typed them, compare every character. Otherwise, get a new image.':
    'Le site ne les a pas acceptées. Si vous les avez saisies, comparez chaque caractère. Sinon, demandez une nouvelle image.',
  'The website doesn’t accept this app. Close it and open it again. If that doesn’t help, ask the helpdesk.':
    'Le site n’accepte pas cette application. Fermez-la et rouvrez-la. Si cela ne suffit pas, adressez-vous à l’assistance.',
  'The website has a problem': 'Le site rencontre un problème',
  'The website is busy': 'Le site est très sollicité',
  'The website is taking too long to answer. Try again in a moment.':
    'Le site met trop de temps à répondre. Réessayez dans un instant.',
  'The website may have received it. Look there. If it’s still waiting, start again.':
    'Le site l’a peut-être reçue. Vérifiez sur le site. S’il attend encore, recommencez.',
  'The website may have signed you in. Check the sign-in page. If it’s still waiting, start again there.':
    'Le site vous a peut-être connecté. Vérifiez la page de connexion. Si elle attend encore, recommencez sur cette page.',
  'The website refused': 'Le site a refusé',
  'The website refused: this phone may be locked or removed there. Freeze everything in your profile on the website, or tell the helpdesk.':
    'Le site a refusé : ce téléphone y est peut-être bloqué ou supprimé. Gelez tout depuis votre profil sur le site, ou prévenez l’assistance.',
  'The website refuses this phone now, as it does once everything is frozen, and its first answer was lost. Call the helpdesk: they can see whether it is, and lock your devices.':
    'Le site refuse maintenant ce téléphone, comme il le fait quand tout est gelé, et sa première réponse s’est perdue. Appelez l’assistance : elle peut voir si c’est le cas et bloquer vos appareils.',
  'The website says: device activated': 'Le site indique : appareil activé',
  'The website shows it after you enter the device code.':
    'Le site l’affiche une fois que vous avez saisi le code de l’appareil.',
  'The website shows the same letter if you typed everything right.':
    'Le site affiche la même lettre si vous avez tout saisi correctement.',
  'The website signs its images under another name.': 'Le site signe ses images sous un autre nom.',
  'The website’s clock can’t be checked right now.': 'L’horloge du site ne peut pas être vérifiée pour le moment.',
  'The website’s signing keys can’t be checked right now.':
    'Les clés de signature du site ne peuvent pas être vérifiées pour le moment.',
  'This activation image is damaged or incomplete. Get a new image on the website.':
    'Cette image d’activation est endommagée ou incomplète. Demandez-en une nouvelle sur le site.',
  'This app doesn’t understand the website’s answer. Try again later, or ask the helpdesk.':
    'Cette application ne comprend pas la réponse du site. Réessayez plus tard ou adressez-vous à l’assistance.',
  'This app is not accepted': 'Cette application n’est pas acceptée',
  'This browser can’t check signatures.': 'Ce navigateur ne peut pas vérifier les signatures.',
  'This browser can’t save data': 'Ce navigateur ne peut pas enregistrer de données',
  'This device can check your fingerprint or face, but can’t lock your key with it. This only hides the screen. Your PIN won’t protect the key.':
    'Cet appareil peut vérifier votre empreinte ou votre visage, mais ne peut pas verrouiller votre clé avec. Cela ne fait que masquer l’écran. Votre code PIN ne protégera pas la clé.',
  'This image belongs to another activation. Scan the one on the page where you typed the device code.':
    'Cette image appartient à une autre activation. Scannez celle de la page où vous avez saisi le code de l’appareil.',
  'This image belongs to another website. Open the app from the website that showed it.':
    'Cette image appartient à un autre site. Ouvrez l’application depuis le site qui l’affiche.',
  'This image doesn’t match this phone’s device code. Go back and compare what you typed on the website. If it’s the same, cancel here and there and start again.':
    'Cette image ne correspond pas au code de ce téléphone. Revenez en arrière et comparez avec ce que vous avez saisi sur le site. Si c’est identique, annulez ici et sur le site, puis recommencez.',
  'This image has expired': 'Cette image a expiré',
  'This image has expired, or this phone’s clock is wrong. Check the clock, then get a new image on the website.':
    'Cette image a expiré, ou l’horloge de ce téléphone n’est pas à l’heure. Vérifiez l’horloge, puis demandez une nouvelle image sur le site.',
  'This image has expired. Get a new one on the website and scan that.':
    'Cette image a expiré. Demandez-en une nouvelle sur le site et scannez-la.',
  'This image is damaged or incomplete. Get a new one on the website.':
    'Cette image est endommagée ou incomplète. Demandez-en une nouvelle sur le site.',
  'This image is damaged or incomplete. Point the camera at the whole image on the website.':
    'Cette image est endommagée ou incomplète. Dirigez l’appareil photo vers l’image entière sur le site.',
  'This image is for signing in, and this phone isn’t activated yet. Sign in with your password, choose “Activate a device”, and scan that image first.':
    'Cette image sert à se connecter, mais ce téléphone n’est pas encore activé. Connectez-vous avec votre mot de passe, choisissez « Activer un appareil » et scannez d’abord cette image-là.',
  'This image is forged': 'Cette image est falsifiée',
  'This image isn’t for this app. Point the camera at the image on the website’s activation page or sign-in page.':
    'Cette image n’est pas destinée à cette application. Dirigez l’appareil photo vers l’image de la page d’activation ou de la page de connexion du site.',
  'This image was already used': 'Cette image a déjà été utilisée',
  'This is the first image again. Type the device code on the website to see the second one.':
    'C’est de nouveau la première image. Saisissez le code de l’appareil sur le site pour voir la deuxième.',
  'This is the second image. Start with the first one.': 'C’est la deuxième image. Commencez par la première.',
  'This isn’t the second image. The website shows it after you enter the device code.':
    'Ce n’est pas la deuxième image. Le site l’affiche une fois que vous avez saisi le code de l’appareil.',
  'This link was copied, used before, or opened in another browser.':
    'Ce lien a été copié, déjà utilisé ou ouvert dans un autre navigateur.',
  'This locks all your devices, this phone too, signs you out everywhere and stops new activations. Nobody can sign in as you until the helpdesk lifts it, and neither can you.':
    'Cela bloque tous vos appareils, y compris ce téléphone, vous déconnecte partout et empêche toute nouvelle activation. Personne ne pourra se connecter à votre nom, pas même vous, tant que l’assistance n’aura pas levé cette mesure.',
  'This phone couldn’t read a signature: the image is black and white, or the light is bad.':
    'Ce téléphone n’a pas pu lire de signature : l’image est en noir et blanc, ou l’éclairage est mauvais.',
  'This phone deletes the keys now and stops showing one-time passwords for this account. This can’t be undone. Remove the device on the website as well.':
    'Ce téléphone supprime maintenant les clés et n’affiche plus de mots de passe à usage unique pour ce compte. Cette action est irréversible. Supprimez aussi l’appareil sur le site.',
  'This phone is activated': 'Ce téléphone est activé',
  'This phone needs no network. The website then shows a second image.':
    'Ce téléphone n’a pas besoin de réseau. Le site affiche ensuite une deuxième image.',
  'This phone will be activated for this account. Nothing has been sent yet.':
    'Ce téléphone sera activé pour ce compte. Rien n’a encore été envoyé.',
  'This phone’s clock is right.': 'L’horloge de ce téléphone est à l’heure.',
  'This phone’s clock is {time} fast.': 'L’horloge de ce téléphone avance de {time}.',
  'This phone’s clock is {time} slow.': 'L’horloge de ce téléphone retarde de {time}.',
  'This PIN is too long.': 'Ce code PIN est trop long.',
  'This PIN is too short.': 'Ce code PIN est trop court.',
  'This request has ended': 'Cette demande est terminée',
  'This screen could not be loaded': 'Cet écran n’a pas pu être chargé',
  'This sign-in has ended': 'Cette connexion est terminée',
  'This sign-in image is damaged or incomplete. Get a new image on the sign-in page.':
    'Cette image de connexion est endommagée ou incomplète. Demandez-en une nouvelle sur la page de connexion.',
  'This site activates the authenticator app that your organisation has chosen: OneSpan Mobile Authenticator, or one of its own. Install that app, then scan the image on the activation page with it.':
    'Ce site active l’application d’authentification que votre organisation a choisie : OneSpan Mobile Authenticator, ou la sienne. Installez cette application, puis scannez avec elle l’image de la page d’activation.',
  'This takes a moment. Keep the app open.': 'Cela prend un instant. Gardez l’application ouverte.',
  'This was not your website': 'Ce n’était pas votre site',
  'This was signed with a key that the website no longer uses. It may be old.':
    'La signature provient d’une clé que le site n’utilise plus. L’image est peut-être ancienne.',
  'This website’s signature is valid.': 'La signature de ce site est valable.',
  'Those values don’t match': 'Ces valeurs ne correspondent pas',
  'Too easy to guess: it could be a birthday or another date. Choose another PIN.':
    'Trop facile à deviner : cela pourrait être un anniversaire ou une autre date. Choisissez un autre code PIN.',
  'Too easy to guess: it repeats itself. Choose another PIN.':
    'Trop facile à deviner : il se répète. Choisissez un autre code PIN.',
  'Too easy to guess: its digits count up or down. Choose another PIN.':
    'Trop facile à deviner : ses chiffres se suivent. Choisissez un autre code PIN.',
  'Try again in {seconds} s': 'Réessayer dans {seconds} s',
  'Turn fingerprint or face off': 'Désactiver l’empreinte ou le visage',
  'Turn fingerprint or face on': 'Activer l’empreinte ou le visage',
  'Turn notifications on': 'Activer les notifications',
  'Type both digits.': 'Saisissez les deux chiffres.',
  'Type the number on that page': 'Saisissez le nombre affiché sur cette page',
  'Type the number on the sign-in page': 'Saisissez le nombre affiché sur la page de connexion',
  'Type the number that the helpdesk tells you': 'Saisissez le nombre que l’assistance vous indique',
  'Type this on the website': 'Saisissez ceci sur le site',
  'Typed values carry no signature.': 'Des valeurs saisies ne portent pas de signature.',
  'Unexpected answer': 'Réponse inattendue',
  'Unlock with fingerprint or face': 'Déverrouiller avec l’empreinte ou le visage',
  'Unlocking this account': 'Déverrouillage de ce compte',
  'Use another app': 'Utilisez une autre application',
  'Use digits only.': 'N’utilisez que des chiffres.',
  'Use fingerprint or face': 'Utiliser l’empreinte ou le visage',
  'Use it anyway': 'Utiliser quand même',
  'Use the PIN only': 'Utiliser uniquement le code PIN',
  'Use this device’s fingerprint or face': 'Utiliser l’empreinte ou le visage sur cet appareil',
  'Use what unlocks this device instead of your PIN. Your PIN still works.':
    'Utilisez ce qui déverrouille cet appareil au lieu de votre code PIN. Votre code PIN reste valable.',
  Verify: 'Vérifier',
  'Waiting request': 'Demande en attente',
  'We couldn’t tell the website. Please tell the helpdesk.':
    'Nous n’avons pas pu en informer le site. Veuillez prévenir l’assistance.',
  'We’ll notify you when someone tries to sign in as you.':
    'Nous vous avertirons lorsque quelqu’un tentera de se connecter à votre nom.',
  'Which account?': 'Quel compte ?',
  'Wrong PIN. {count} tries left before this phone erases the account. Wait a moment before the next try.':
    'Code PIN incorrect. Encore {count} essais avant que ce téléphone efface le compte. Patientez un instant avant le prochain essai.',
  'Wrong PIN. {count} try left before this phone erases the account. Wait a moment before the next try.':
    'Code PIN incorrect. Encore {count} essai avant que ce téléphone efface le compte. Patientez un instant avant le prochain essai.',
  'You can continue from where you were.': 'Vous pouvez reprendre là où vous en étiez.',
  'You can use it now: it shows a new one-time password every 30 seconds.':
    'Vous pouvez l’utiliser : il affiche un nouveau mot de passe à usage unique toutes les 30 secondes.',
  'You can’t sign in with a link. To sign in, open the sign-in page yourself and scan the image there. If someone sent you this link, tell the helpdesk.':
    'Vous ne pouvez pas vous connecter avec un lien. Pour vous connecter, ouvrez vous-même la page de connexion et scannez l’image qui s’y trouve. Si quelqu’un vous a envoyé ce lien, prévenez l’assistance.',
  'You opened a link to another activation while this one is in progress. You can do only one at a time.':
    'Vous avez ouvert un lien vers une autre activation alors que celle-ci est en cours. Une seule est possible à la fois.',
  'You weren’t recognised, or you declined. Try again, or skip and turn it on later.':
    'Vous n’avez pas été reconnu, ou vous avez refusé. Réessayez, ou passez cette étape et activez-la plus tard.',
  'You weren’t recognised. Try again, or enter your PIN.':
    'Vous n’avez pas été reconnu. Réessayez ou saisissez votre code PIN.',
  'Your accounts': 'Vos comptes',
  'Your browser doesn’t allow notifications for this site. You can change that in its settings at any time.':
    'Votre navigateur n’autorise pas les notifications pour ce site. Vous pouvez changer cela à tout moment dans ses réglages.',
  'Your PIN unlocks this app and never leaves your phone.':
    'Votre code PIN déverrouille cette application et ne quitte jamais votre téléphone.',
  '{account} was erased': '{account} a été effacé',
  '{count} digit': '{count} chiffre',
  '{count} digits': '{count} chiffres',
  '{least} to {most} digits': '{least} à {most} chiffres',
  '{site} wants you to confirm something for {account}. If it wasn’t you, open the request and say so.':
    '{site} vous demande une confirmation pour {account}. Si ce n’était pas vous, ouvrez la demande et indiquez-le.',
};
