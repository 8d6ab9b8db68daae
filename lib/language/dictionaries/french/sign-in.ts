import type { signIn as german } from '../german/sign-in';

export const signIn: Record<keyof typeof german, string> = {
  'A code has 6 to 8 digits. Enter the one on your phone now.':
    'Un code comporte 6 à 8 chiffres. Saisissez celui que votre téléphone affiche maintenant.',
  'A device was activated with it. If that wasn’t you, call the helpdesk now.':
    'Elle a servi à activer un appareil. Si ce n’était pas vous, appelez le service d’assistance maintenant.',
  'A new device confirms nothing in its first day. Use an older one, or ask the helpdesk.':
    'Un nouvel appareil ne confirme rien le premier jour. Utilisez-en un plus ancien ou adressez-vous au service d’assistance.',
  'A password alone is not enough for this. Confirm that it’s you in one more way.':
    'Un mot de passe seul ne suffit pas. Confirmez que c’est vous par un autre moyen encore.',
  'A request expires after a minute. Open the authenticator app on your phone and check that notifications are on for this account. Then send it again.':
    'Une demande expire après une minute. Ouvrez l’application d’authentification sur votre téléphone et vérifiez que les notifications sont activées pour ce compte. Puis renvoyez-la.',
  'A request expires after a minute. Open the authenticator app on your phone. Send it again, or get a new image.':
    'Une demande expire après une minute. Ouvrez l’application d’authentification sur votre téléphone. Renvoyez la demande, ou demandez une nouvelle image.',
  'Activate and manage the authenticators on your devices.': 'Activez et gérez l’authentification sur vos appareils.',
  'Activate your authenticator and manage your devices.':
    'Activez votre application d’authentification et gérez vos appareils.',
  'Already activated your phone? Sign in without a password.':
    'Vous avez déjà activé votre téléphone ? Connectez-vous sans mot de passe.',
  'Approved on the phone. Signing you in.': 'Approuvé sur le téléphone. Connexion en cours.',
  'Ask an administrator if you need it for your work.':
    'Adressez-vous à un administrateur si vous en avez besoin pour votre travail.',
  'At least {count} characters. A few random words work well.':
    'Au moins {count} caractères. Quelques mots pris au hasard conviennent bien.',
  'At {name} you are somebody else than here. Sign out here first, or sign in there with your own account.':
    'Chez {name}, vous n’êtes pas la même personne qu’ici. Déconnectez-vous d’abord ici, ou connectez-vous là-bas avec votre propre compte.',
  'Back to sign-in': 'Retour à la connexion',
  'Back to {name}': 'Retour à {name}',
  'Call the helpdesk for a new one.': 'Appelez le service d’assistance pour en obtenir une nouvelle.',
  'Cancelled on the phone': 'Annulé sur le téléphone',
  'Can’t scan? Send a request instead': 'Impossible de scanner ? Envoyez plutôt une demande',
  'Check it and try again. After five wrong codes the invitation ends.':
    'Vérifiez-le et réessayez. Après cinq codes erronés, l’invitation prend fin.',
  'Check your connection and try again, or sign in with your password.':
    'Vérifiez votre connexion et réessayez, ou connectez-vous avec votre mot de passe.',
  'Check your recovery code': 'Vérifier votre code de récupération',
  'Choose a new password': 'Choisir un nouveau mot de passe',
  'Choose the password with which you sign in. Only you know it.':
    'Choisissez le mot de passe avec lequel vous vous connecterez. Vous seul le connaissez.',
  'Code in the letter': 'Code de la lettre',
  'Confirm it’s you': 'Confirmez que c’est vous',
  'Confirm that it’s you to continue. You signed in a while ago.':
    'Confirmez que c’est vous pour continuer. Votre connexion date d’un moment.',
  'Confirmation image': 'Image de confirmation',
  'Confirmed on the phone. One moment.': 'Confirmé sur le téléphone. Un instant.',
  'Confirmed. One moment…': 'Confirmé. Un instant…',
  'Confirming with a phone needs JavaScript.': 'La confirmation par téléphone a besoin de JavaScript.',
  'Continue activation': 'Poursuivre l’activation',
  'Continue to activation': 'Passer à l’activation',
  'Continue with {provider}': 'Continuer avec {provider}',
  'Creating the image…': 'Création de l’image…',
  'Device that shows the code': 'Appareil qui affiche le code',
  'Do you still have your recovery code?': 'Avez-vous encore votre code de récupération ?',
  'Email me another code': 'M’envoyer un autre code par e-mail',
  'Enter a name for the device.': 'Saisissez un nom pour l’appareil.',
  'Enter one telephone number on each line, at most five, each with its country: +49 30 1234567.':
    'Saisissez un numéro de téléphone par ligne, cinq au plus, chacun avec son pays : +49 30 1234567.',
  'Enter one to five email addresses, one on each line, such as name@example.org.':
    'Saisissez une à cinq adresses e-mail, une par ligne, par exemple name@example.org.',
  'Enter the code': 'Saisir le code',
  'Enter the code from a letter': 'Saisir le code d’une lettre',
  'Enter the code from the email about your new account.':
    'Saisissez le code de l’e-mail concernant votre nouveau compte.',
  'Enter the code from the email about your new device.':
    'Saisissez le code de l’e-mail concernant votre nouvel appareil.',
  'Enter the code from the email that announced the letter to confirm that this link is yours.':
    'Saisissez le code de l’e-mail qui annonçait la lettre pour confirmer que ce lien est le vôtre.',
  'Enter the code from your email, or the one beside the picture in your letter.':
    'Saisissez le code de votre e-mail, ou celui qui figure à côté de l’image dans votre lettre.',
  'Enter the code or your password.': 'Saisissez le code ou votre mot de passe.',
  'Enter the code that is printed in your letter, beside the picture.':
    'Saisissez le code imprimé dans votre lettre, à côté de l’image.',
  'Enter your password to confirm that this link is yours.':
    'Saisissez votre mot de passe pour confirmer que ce lien est le vôtre.',
  'Enter your password, or the one-time password on one of your devices.':
    'Saisissez votre mot de passe, ou le mot de passe à usage unique affiché sur l’un de vos appareils.',
  'Enter your PIN and check that the request is from this site.':
    'Saisissez votre code PIN et vérifiez que la demande vient de ce site.',
  'For a lost phone: the code from your paper. It works once, so have the new phone in your hand.':
    'En cas de téléphone perdu : le code noté sur votre papier. Il ne sert qu’une fois, ayez donc le nouveau téléphone en main.',
  'For the helpdesk: {code}': 'Pour le service d’assistance : {code}',
  'For {userId}': 'Pour {userId}',
  'Going back…': 'Retour en cours…',
  'Have an account at {provider}? Signing out here does not end your session there.':
    'Vous avez un compte chez {provider} ? Vous déconnecter ici ne met pas fin à votre session là-bas.',
  'If we can email this account a code, it’s on its way to every address of the account.':
    'Si nous pouvons envoyer un code à ce compte par e-mail, il est en route vers chaque adresse du compte.',
  'If you lose your phone': 'Si vous perdez votre téléphone',
  'If you lose your phone: sign in with your password, choose “Activate a device” and enter this code. It works once.':
    'Si vous perdez votre téléphone : connectez-vous avec votre mot de passe, choisissez « Activer un appareil » et saisissez ce code. Il ne sert qu’une fois.',
  'Images expire after a minute to keep your account safe. Have your phone ready, then get a new image.':
    'Pour protéger votre compte, les images expirent après une minute. Préparez votre téléphone, puis demandez une nouvelle image.',
  'It didn’t finish': 'L’opération n’a pas abouti',
  'It has been used or replaced. Send it again, or get a new image.':
    'Elle a été utilisée ou remplacée. Renvoyez-la, ou demandez une nouvelle image.',
  'It is in the email or letter that the helpdesk sent you.':
    'Il se trouve dans l’e-mail ou la lettre que le service d’assistance vous a envoyé.',
  'It reaches your activated phone if notifications are on there.':
    'Elle parvient à votre téléphone activé si les notifications y sont autorisées.',
  'It was made for another account than the one you’re signed in with. Sign out, then sign in with the account that you use there.':
    'Il a été créé pour un autre compte que celui avec lequel vous êtes connecté. Déconnectez-vous, puis connectez-vous avec le compte que vous utilisez là-bas.',
  'It worked for 10 minutes. Go back to the site that sent you, and start again there.':
    'Il était valable 10 minutes. Retournez sur le site qui vous a envoyé et recommencez là-bas.',
  'It works in one browser only. Continue in that one. If it wasn’t you, call the helpdesk now.':
    'Elle ne fonctionne que dans un seul navigateur. Continuez dans celui-là. Si ce n’était pas vous, appelez le service d’assistance maintenant.',
  'It works once. Go back to the site that sent you, and start again there.':
    'Il ne sert qu’une fois. Retournez sur le site qui vous a envoyé et recommencez là-bas.',
  'It’s in the email about your new account. Does the email have a code instead?':
    'Il se trouve dans l’e-mail concernant votre nouveau compte. L’e-mail contient plutôt un code ?',
  'It’s locked or was removed. Sign in with your password to manage your devices.':
    'Il est bloqué ou a été supprimé. Connectez-vous avec votre mot de passe pour gérer vos appareils.',
  'It’s locked or was removed. Use another phone, or ask the helpdesk.':
    'Il est bloqué ou a été supprimé. Utilisez un autre téléphone ou adressez-vous au service d’assistance.',
  'It’s too late for this.': 'Il est trop tard pour cela.',
  'I’ve kept it': 'Je l’ai conservé',
  'Keep at least one address.': 'Gardez au moins une adresse.',
  'Look at your phone. If it’s set up for this account, it shows a request now.':
    'Regardez votre téléphone. S’il est configuré pour ce compte, il affiche maintenant une demande.',
  'Made a passkey before? It replaces user ID and password.':
    'Vous avez déjà une clé d’accès ? Elle remplace l’identifiant et le mot de passe.',
  'Many codes have been requested. Wait an hour, then try again, or ask your helpdesk.':
    'Beaucoup de codes ont été demandés. Attendez une heure puis réessayez, ou adressez-vous à votre service d’assistance.',
  'Never ask anyone for an activation password, an activation image or a PIN.':
    'Ne demandez jamais à personne un mot de passe d’activation, une image d’activation ou un code PIN.',
  'Never share an activation password. The helpdesk will never ask for it.':
    'Ne communiquez jamais un mot de passe d’activation. Le service d’assistance ne vous le demandera jamais.',
  'New image': 'Nouvelle image',
  'New password again': 'Confirmez le nouveau mot de passe',
  'No email after some minutes? Look in your spam folder. An account whose password is turned off gets none: sign in with a passkey. Otherwise ask your helpdesk.':
    'Pas d’e-mail après quelques minutes ? Regardez dans vos indésirables. Un compte dont le mot de passe est désactivé n’en reçoit pas : connectez-vous avec une clé d’accès. Sinon, adressez-vous à votre service d’assistance.',
  'No passkey was used. Try again, or choose another way.':
    'Aucune clé d’accès n’a été utilisée. Réessayez ou choisissez un autre moyen.',
  'No phone answered': 'Aucun téléphone n’a répondu',
  'Nobody was signed in. Get a new image when you’re ready.':
    'Personne n’a été connecté. Demandez une nouvelle image quand vous serez prêt.',
  'Nobody was signed in. Send it again when you’re ready.':
    'Personne n’a été connecté. Renvoyez la demande quand vous serez prêt.',
  'Nothing was confirmed. If somebody rejected the request on your phone, that signed you out everywhere.':
    'Rien n’a été confirmé. Si quelqu’un a refusé la demande sur votre téléphone, cela vous a déconnecté partout.',
  'Nothing was confirmed. Send it again, or get a new image.':
    'Rien n’a été confirmé. Renvoyez la demande, ou demandez une nouvelle image.',
  'Open it again from the email, or scan the letter again. If that doesn’t help, call the helpdesk.':
    'Ouvrez-le à nouveau depuis l’e-mail, ou scannez à nouveau la lettre. Si cela n’aide pas, appelez le service d’assistance.',
  'Open the app': 'Ouvrir l’application',
  'Open the authenticator app on your activated phone.':
    'Ouvrez l’application d’authentification sur votre téléphone activé.',
  'Open the link again. If that doesn’t help, call the helpdesk.':
    'Ouvrez à nouveau le lien. Si cela n’aide pas, appelez le service d’assistance.',
  'Or confirm there again.': 'Ou confirmez à nouveau là-bas.',
  'Or without typing a code:': 'Ou sans saisir de code :',
  'Passkeys don’t work at this address. Open the site at its own address and try again.':
    'Les clés d’accès ne fonctionnent pas à cette adresse. Ouvrez le site à sa propre adresse et réessayez.',
  'Passkeys work at {address}.': 'Les clés d’accès fonctionnent à l’adresse {address}.',
  'Print this page or copy the code by hand, and keep it where you keep other valuable papers, not with your phone. It’s shown only now.':
    'Imprimez cette page ou recopiez le code à la main, et gardez-le avec vos papiers importants, pas avec votre téléphone. Il n’est affiché que maintenant.',
  'Read this code out to the helpdesk': 'Lisez ce code au service d’assistance',
  'Replace or delete it': 'Le remplacer ou le supprimer',
  'Reported on the phone': 'Signalé sur le téléphone',
  'Request another code': 'Demander un autre code',
  'Send a request to my phone': 'Envoyer une demande à mon téléphone',
  'Send a request to your phone': 'Envoyer une demande à votre téléphone',
  'Send to my phone': 'Envoyer à mon téléphone',
  'Sent. Look at your phone and type {number} there.': 'Envoyé. Regardez votre téléphone et saisissez-y {number}.',
  'Set new password': 'Définir le nouveau mot de passe',
  'Set password': 'Définir le mot de passe',
  'Show an image instead': 'Afficher plutôt une image',
  'Show my code': 'Afficher mon code',
  'Show user ID': 'Afficher l’identifiant',
  'Sign in and come back': 'Se connecter et revenir',
  'Sign in with the app on this phone': 'Se connecter avec l’application de ce téléphone',
  'Sign in with your phone': 'Se connecter avec votre téléphone',
  'Sign out and use another account': 'Se déconnecter et utiliser un autre compte',
  'Sign-in didn’t finish': 'La connexion n’a pas abouti',
  'Sign-in image': 'Image de connexion',
  'Sign-in is not possible at the moment. Try again in a minute.':
    'La connexion est impossible pour le moment. Réessayez dans une minute.',
  'Sign-in isn’t possible right now': 'La connexion est impossible pour le moment',
  'Signed in. One moment…': 'Connecté. Un instant…',
  'Signing in with a phone needs JavaScript.': 'La connexion par téléphone a besoin de JavaScript.',
  'Signing you in…': 'Connexion en cours…',
  'Something is missing': 'Il manque quelque chose',
  'Sooner than that? Ask your helpdesk: they can send you an invitation.':
    'Plus tôt que cela ? Adressez-vous à votre service d’assistance : il peut vous envoyer une invitation.',
  'Staff pages need more than a password.': 'Les pages du personnel demandent plus qu’un mot de passe.',
  'Stay on the phone with the helpdesk. Next we show a code for you to read out to them.':
    'Restez au téléphone avec le service d’assistance. Nous afficherons ensuite un code à lui lire.',
  'Tap the notification on your phone, or open the authenticator app.':
    'Touchez la notification sur votre téléphone, ou ouvrez l’application d’authentification.',
  'Tap “{button}” and point the camera at the image.': 'Touchez « {button} » et pointez l’appareil photo vers l’image.',
  'That code didn’t work. Enter the one on your phone now.':
    'Ce code n’a pas fonctionné. Saisissez celui que votre téléphone affiche maintenant.',
  'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.':
    'Ce code n’a pas fonctionné. Il sert une fois, pendant 10 minutes, dans le navigateur qui l’a demandé. Un e-mail plus récent le remplace.',
  'That code has been used. Ask for a new one.': 'Ce code a déjà été utilisé. Demandez-en un nouveau.',
  'That code has been used. Wait for the next one on your phone.':
    'Ce code a déjà été utilisé. Attendez le suivant sur votre téléphone.',
  'That code is not right': 'Ce code n’est pas le bon',
  'That code is wrong. Compare it with your letter or email, character by character.':
    'Ce code est erroné. Comparez-le caractère par caractère avec votre lettre ou votre e-mail.',
  'That device code is wrong. Compare it with the one on your phone and enter it again.':
    'Ce code d’appareil est erroné. Comparez-le avec celui de votre téléphone et saisissez-le à nouveau.',
  'That did not work': 'Cela n’a pas fonctionné',
  'That isn’t your phone': 'Ce n’est pas votre téléphone',
  'That isn’t your recovery code. Each code works once, and a new one replaces the old.':
    'Ce n’est pas votre code de récupération. Chaque code ne sert qu’une fois, et un nouveau remplace l’ancien.',
  'That passkey didn’t work here. It may have been removed. Try again, or sign in another way.':
    'Cette clé d’accès n’a pas fonctionné ici. Elle a peut-être été supprimée. Réessayez ou connectez-vous autrement.',
  'That passkey didn’t work. Try again, or confirm in another way.':
    'Cette clé d’accès n’a pas fonctionné. Réessayez ou confirmez autrement.',
  'That password is easy to guess. Use a few random words, without your user ID, name or email address.':
    'Ce mot de passe est facile à deviner. Utilisez quelques mots pris au hasard, sans votre identifiant, votre nom ni votre adresse e-mail.',
  'That password is not right': 'Ce mot de passe n’est pas le bon',
  'That password is wrong. Try again.': 'Ce mot de passe est erroné. Réessayez.',
  'That recovery code has a typing error. Compare it with your paper, character by character.':
    'Ce code de récupération contient une faute de frappe. Comparez-le caractère par caractère avec votre papier.',
  'That recovery code has been used. Each works once. Ask the helpdesk.':
    'Ce code de récupération a déjà été utilisé. Chacun ne sert qu’une fois. Adressez-vous au service d’assistance.',
  'That signature is wrong. Compare it with the one on your phone and enter it again.':
    'Cette signature est erronée. Comparez-la avec celle de votre téléphone et saisissez-la à nouveau.',
  'That user ID and password don’t match. Try again.':
    'L’identifiant et le mot de passe ne correspondent pas. Réessayez.',
  'That’s more than a year ago. If you can’t find it, make a new one.':
    'Cela fait plus d’un an. Si vous ne le retrouvez pas, créez-en un nouveau.',
  'The activation service checks it. A device that you have activated before shows one-time passwords.':
    'Le service d’activation le vérifie. Un appareil que vous avez déjà activé affiche des mots de passe à usage unique.',
  'The activation service didn’t accept that password. Try again. Each one-time password works only once.':
    'Le service d’activation n’a pas accepté ce mot de passe. Réessayez. Chaque mot de passe à usage unique ne sert qu’une fois.',
  'The activation service doesn’t let this site do that. Ask the helpdesk.':
    'Le service d’activation ne permet pas cela à ce site. Adressez-vous au service d’assistance.',
  'The activation service needs your password as well. If you don’t know it, ask the helpdesk to set a new one.':
    'Le service d’activation a aussi besoin de votre mot de passe. Si vous ne le connaissez pas, demandez au service d’assistance d’en définir un nouveau.',
  'The activation service refused this request. Ask the helpdesk.':
    'Le service d’activation a refusé cette demande. Adressez-vous au service d’assistance.',
  'The activation service works only with phones that have an internet connection.':
    'Le service d’activation ne fonctionne qu’avec des téléphones connectés à Internet.',
  'The answer from {name} was not one to this browser’s question, or came too late. Try again.':
    'La réponse de {name} ne correspondait pas à la demande de ce navigateur, ou elle est arrivée trop tard. Réessayez.',
  'The code from the email is right, and it alone is not enough for your account. Confirm that it’s you in one more way.':
    'Le code de l’e-mail est bon, mais il ne suffit pas pour votre compte. Confirmez que c’est vous par un autre moyen encore.',
  'The code that the app on your activated phone shows now.':
    'Le code que l’application affiche maintenant sur votre téléphone activé.',
  'The confirmation image is shown.': 'L’image de confirmation est affichée.',
  'The helpdesk has prepared a new activation for you.':
    'Le service d’assistance a préparé une nouvelle activation pour vous.',
  'The new passwords don’t match.': 'Les nouveaux mots de passe ne correspondent pas.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, get a new image and type the number on this page.':
    'Le nombre saisi sur le téléphone n’est pas celui affiché ici : cette connexion a pris fin. Attendez trente secondes, demandez une nouvelle image et saisissez le nombre de cette page.',
  'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, send it again and type the number on this page.':
    'Le nombre saisi sur le téléphone n’est pas celui affiché ici : cette connexion a pris fin. Attendez trente secondes, renvoyez la demande et saisissez le nombre de cette page.',
  'The number typed on the phone isn’t the one shown here. Wait half a minute. Send it again, or get a new image.':
    'Le nombre saisi sur le téléphone n’est pas celui affiché ici. Attendez trente secondes. Renvoyez la demande, ou demandez une nouvelle image.',
  'The phone has opened the request.': 'Le téléphone a ouvert la demande.',
  'The phone has opened the request. Type {number} on the phone.':
    'Le téléphone a ouvert la demande. Saisissez {number} sur le téléphone.',
  'The phone has read the image.': 'Le téléphone a lu l’image.',
  'The phone has read the image. Type {number} on the phone.':
    'Le téléphone a lu l’image. Saisissez {number} sur le téléphone.',
  'The phone that answered belongs to another account. Use a phone that is activated for yours.':
    'Le téléphone qui a répondu appartient à un autre compte. Utilisez un téléphone activé pour le vôtre.',
  'The request was rejected on the phone. Nothing was confirmed, and it was recorded.':
    'La demande a été refusée sur le téléphone. Rien n’a été confirmé, et le refus a été enregistré.',
  'The sign-in image is shown.': 'L’image de connexion est affichée.',
  'The sign-in was rejected on the phone. It has ended and was recorded. If you did that by mistake, try again.':
    'La connexion a été refusée sur le téléphone. Elle a pris fin et a été enregistrée. Si c’était une erreur de votre part, réessayez.',
  'The site that sent you is no longer connected to this one. Your devices are here all the same.':
    'Le site qui vous a envoyé n’est plus relié à celui-ci. Vos appareils sont toujours ici.',
  'This account is frozen, so nobody can sign in. Call your helpdesk: they can lift that.':
    'Ce compte est gelé : personne ne peut se connecter. Appelez votre service d’assistance, il peut le débloquer.',
  'This browser got a newer one, perhaps in another tab. Only the newest works.':
    'Ce navigateur en a obtenu une plus récente, peut-être dans un autre onglet. Seule la plus récente fonctionne.',
  'This browser has no passkeys.': 'Ce navigateur ne gère pas les clés d’accès.',
  'This browser has no passkeys. Choose another way, or use another browser.':
    'Ce navigateur ne gère pas les clés d’accès. Choisissez un autre moyen ou utilisez un autre navigateur.',
  'This browser sent a newer one, perhaps in another tab. Only the newest works.':
    'Ce navigateur en a envoyé une plus récente, peut-être dans un autre onglet. Seule la plus récente fonctionne.',
  'This can’t be read. Enter it again.': 'Cette saisie est illisible. Recommencez.',
  'This code only works in this browser. Don’t read out anything else.':
    'Ce code ne fonctionne que dans ce navigateur. Ne lisez rien d’autre.',
  'This device cannot sign you in': 'Cet appareil ne peut pas vous connecter',
  'This device can’t be brought back: it is also locked for another reason. Reload this page to see which, or ask the helpdesk.':
    'Cet appareil ne peut pas être rétabli : il est aussi bloqué pour une autre raison. Rechargez cette page pour la voir, ou adressez-vous au service d’assistance.',
  'This device can’t confirm it': 'Cet appareil ne peut pas confirmer',
  'This device has a passkey for your account already.': 'Cet appareil a déjà une clé d’accès pour votre compte.',
  'This device is locked. Unlock it, then try again.': 'Cet appareil est bloqué. Débloquez-le, puis réessayez.',
  'This device is too new': 'Cet appareil est trop récent',
  'This device stays locked: there is another reason for the lock. Ask the helpdesk if you need it.':
    'Cet appareil reste bloqué : il y a une autre raison au blocage. Adressez-vous au service d’assistance si vous en avez besoin.',
  'This invitation has been opened already': 'Cette invitation a déjà été ouverte',
  'This invitation has been used': 'Cette invitation a été utilisée',
  'This invitation has expired': 'Cette invitation a expiré',
  'This invitation is for somebody else': 'Cette invitation est destinée à quelqu’un d’autre',
  'This invitation lets you activate a device. Sign in for anything else.':
    'Cette invitation vous permet d’activer un appareil. Pour le reste, connectez-vous.',
  'This invitation was cancelled': 'Cette invitation a été annulée',
  'This is not possible at the moment': 'C’est impossible pour le moment',
  'This isn’t possible right now': 'C’est impossible en ce moment',
  'This item no longer exists.': 'Cet élément n’existe plus.',
  'This link has expired: it was valid for a week. Ask your helpdesk for a new one.':
    'Ce lien a expiré : il était valable une semaine. Demandez-en un nouveau à votre service d’assistance.',
  'This link is for somebody else': 'Ce lien est destiné à quelqu’un d’autre',
  'This link is not complete': 'Ce lien est incomplet',
  'This link no longer works': 'Ce lien ne fonctionne plus',
  'This link works once, and a newer email replaces it. Sign in, or ask your helpdesk for a new one.':
    'Ce lien ne sert qu’une fois, et un e-mail plus récent le remplace. Connectez-vous, ou demandez-en un nouveau à votre service d’assistance.',
  'This needs a second factor of the last minutes.': 'Cela demande un second facteur donné dans les dernières minutes.',
  'This page doesn’t exist, or you don’t have access.': 'Cette page n’existe pas, ou vous n’y avez pas accès.',
  'This page needs JavaScript. The link’s secret stays in your browser until you press the button.':
    'Cette page a besoin de JavaScript. Le secret du lien reste dans votre navigateur jusqu’à ce que vous appuyiez sur le bouton.',
  'This request no longer works': 'Cette demande ne fonctionne plus',
  'This was changed after you opened the page, so nothing of yours was saved. You see what is saved now: make your change again.':
    'Ces données ont été modifiées après l’ouverture de la page : rien n’a été enregistré de votre part. Vous voyez l’état actuel ; refaites votre modification.',
  'Three groups of five, such as 7K3MX-Q2ZPA-94TVB. Upper or lower case.':
    'Trois groupes de cinq, par exemple 7K3MX-Q2ZPA-94TVB. Majuscules ou minuscules.',
  'To activate another device. Your old phone only says yes: nothing is copied from it.':
    'Pour activer un autre appareil. Votre ancien téléphone dit seulement oui : rien n’en est copié.',
  'Too many attempts. Sign in with your phone, or wait 15 minutes and try again. Ask your helpdesk if neither works.':
    'Trop de tentatives. Connectez-vous avec votre téléphone, ou attendez 15 minutes et réessayez. Si rien ne fonctionne, adressez-vous à votre service d’assistance.',
  'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.':
    'Trop de tentatives. Attendez 15 minutes puis réessayez, ou adressez-vous à votre service d’assistance.',
  'Too many people are signing in right now': 'Trop de personnes se connectent en ce moment',
  'Too many people are signing in right now. Wait a moment and try again.':
    'Trop de personnes se connectent en ce moment. Patientez un instant et réessayez.',
  'Too many people are signing in right now. Wait a moment, then try again.':
    'Trop de personnes se connectent en ce moment. Patientez un instant, puis réessayez.',
  'Too many requests. Wait a minute, then try again.': 'Trop de demandes. Attendez une minute, puis réessayez.',
  'Too many wrong attempts. Wait 15 minutes, then try again.':
    'Trop de tentatives erronées. Attendez 15 minutes, puis réessayez.',
  'Too many wrong codes for this device today. Try it again tomorrow.':
    'Trop de codes erronés pour cet appareil aujourd’hui. Réessayez demain.',
  'Too many wrong codes today. Until tomorrow no code is accepted: confirm with your phone instead, or ask the helpdesk.':
    'Trop de codes erronés aujourd’hui. Aucun code n’est accepté jusqu’à demain : confirmez avec votre téléphone, ou adressez-vous au service d’assistance.',
  'Too many wrong recovery codes today. Try again tomorrow, or ask the helpdesk.':
    'Trop de codes de récupération erronés aujourd’hui. Réessayez demain ou adressez-vous au service d’assistance.',
  'Try again, or sign in with your password. If it happens again, ask the helpdesk.':
    'Réessayez ou connectez-vous avec votre mot de passe. Si cela se reproduit, adressez-vous au service d’assistance.',
  'Turn it on for this site, then load the page again.': 'Activez-le pour ce site, puis rechargez la page.',
  'Two groups of four, such as KX4P-7MQ2. It works for 10 minutes, in this browser.':
    'Deux groupes de quatre, par exemple KX4P-7MQ2. Il est valable 10 minutes, dans ce navigateur.',
  'Type this number on the phone': 'Saisissez ce nombre sur le téléphone',
  'Use at least 15 characters.': 'Utilisez au moins 15 caractères.',
  'Use at most 128 characters.': 'Utilisez 128 caractères au plus.',
  'Use up to 64 characters, on one line.': 'Utilisez 64 caractères au plus, sur une seule ligne.',
  'Use your activated phone instead of your password.':
    'Utilisez votre téléphone activé à la place de votre mot de passe.',
  'Use your password': 'Utiliser votre mot de passe',
  'Use your password instead': 'Utiliser plutôt votre mot de passe',
  'Valid until {time}. Didn’t ask for this? Close this page and tell the helpdesk.':
    'Valable jusqu’au {time}. Vous n’avez rien demandé ? Fermez cette page et prévenez le service d’assistance.',
  'Wait 15 minutes and try again, or confirm in another way.':
    'Attendez 15 minutes et réessayez, ou confirmez autrement.',
  'Wait 15 minutes and try again, or sign in with your password.':
    'Attendez 15 minutes et réessayez, ou connectez-vous avec votre mot de passe.',
  'Wait a moment and try again.': 'Patientez un instant et réessayez.',
  'Waiting for the helpdesk. This page continues automatically.':
    'En attente du service d’assistance. Cette page continue automatiquement.',
  'We can’t email you a code any more. Reload this page to see what works.':
    'Nous ne pouvons plus vous envoyer de code par e-mail. Rechargez cette page pour voir ce qui est possible.',
  'We can’t reach the activation service right now. Try again in a minute.':
    'Le service d’activation est injoignable pour le moment. Réessayez dans une minute.',
  'We can’t reach the server and keep trying. What you do on the phone still counts.':
    'Le serveur est injoignable, nous continuons d’essayer. Ce que vous faites sur le téléphone compte quand même.',
  'We email you a code with which you choose a new one.':
    'Nous vous envoyons par e-mail un code qui permet d’en choisir un nouveau.',
  'We’ve emailed a code to the addresses of your account.': 'Nous avons envoyé un code aux adresses de votre compte.',
  'What to do': 'Ce qu’il faut faire',
  'What you are about to do needs more than a password.': 'Ce que vous allez faire demande plus qu’un mot de passe.',
  'With a recovery code on paper you activate a new one yourself, without the helpdesk.':
    'Avec un code de récupération sur papier, vous en activez un nouveau vous-même, sans le service d’assistance.',
  'With a recovery code on paper you activate a new phone yourself, without the helpdesk.':
    'Avec un code de récupération sur papier, vous activez vous-même un nouveau téléphone, sans le service d’assistance.',
  'You can’t read that email? Ask your helpdesk.':
    'Vous ne pouvez pas lire cet e-mail ? Adressez-vous à votre service d’assistance.',
  'You don’t have your passkey any more? Ask your helpdesk.':
    'Vous n’avez plus votre clé d’accès ? Adressez-vous à votre service d’assistance.',
  'You don’t have your phone any more? Ask your helpdesk.':
    'Vous n’avez plus votre téléphone ? Adressez-vous à votre service d’assistance.',
  'You don’t have your phone or your recovery code any more? Ask your helpdesk.':
    'Vous n’avez plus votre téléphone ou votre code de récupération ? Adressez-vous à votre service d’assistance.',
  'You made a recovery code {time}.': 'Code de récupération créé : {time}.',
  'You made it {time}. If you can’t find it, make a new one.':
    'Créé : {time}. Si vous ne le retrouvez pas, créez-en un nouveau.',
  'Your organisation manages your telephone numbers. Change them there.':
    'Votre organisation gère vos numéros de téléphone. Modifiez-les là-bas.',
  'You seem to be offline. Nothing was sent. Try again when you are connected.':
    'Vous semblez être hors ligne. Rien n’a été envoyé. Réessayez une fois connecté.',
  'You signed in a while ago, so please confirm that it is you.':
    'Votre connexion date d’un moment : confirmez que c’est vous.',
  'You signed in with {name}, but there is no account here that this opens. Ask your helpdesk.':
    'Vous vous êtes connecté avec {name}, mais aucun compte n’y correspond ici. Adressez-vous à votre service d’assistance.',
  'You were signed out after a minute without activity.': 'Vous avez été déconnecté après une minute d’inactivité.',
  'You were signed out after {count} minutes without activity.':
    'Vous avez été déconnecté après {count} minutes d’inactivité.',
  'You were signed out, because you did nothing for a while. Sign in again to continue. We’ve kept what you typed.':
    'Vous avez été déconnecté après un moment d’inactivité. Reconnectez-vous pour continuer. Nous avons conservé votre saisie.',
  'Your account could add a first second factor once, in the 7 days after it was made. Ask an administrator to give you your role again, or the helpdesk for an invitation to activate a device.':
    'Votre compte pouvait ajouter un premier second facteur une seule fois, dans les 7 jours suivant sa création. Demandez à un administrateur de vous redonner votre rôle, ou au service d’assistance une invitation à activer un appareil.',
  'Your account has no authenticator licence yet. Ask the helpdesk.':
    'Votre compte n’a pas encore de licence d’authentification. Adressez-vous au service d’assistance.',
  'Your account has no second factor yet. Activate your phone first, then come back here.':
    'Votre compte n’a pas encore de second facteur. Activez d’abord votre téléphone, puis revenez ici.',
  'Your account has no second factor yet. Add a passkey first, then come back here.':
    'Votre compte n’a pas encore de second facteur. Ajoutez d’abord une clé d’accès, puis revenez ici.',
  'Your account has no second factor yet. Ask an administrator for help.':
    'Votre compte n’a pas encore de second facteur. Demandez de l’aide à un administrateur.',
  'Your account has nothing to confirm it with. Ask your helpdesk: they can send you an invitation.':
    'Votre compte n’a rien pour le confirmer. Adressez-vous à votre service d’assistance : il peut vous envoyer une invitation.',
  'Your account is frozen. Call the helpdesk: two of them can lift that.':
    'Votre compte est gelé. Appelez le service d’assistance : deux personnes peuvent le débloquer.',
  'Your account may not do this. Ask the helpdesk if you need it.':
    'Votre compte n’y est pas autorisé. Adressez-vous au service d’assistance si vous en avez besoin.',
  'Your account may not see this page': 'Votre compte ne peut pas voir cette page',
  'Your code': 'Votre code',
  'Your device is activated': 'Votre appareil est activé',
  'Your device or passkey is new: it can confirm this {time}.':
    'Votre appareil ou votre clé d’accès est récent : cela pourra confirmer ceci {time}.',
  'Your invitation is no longer valid. Ask the helpdesk for a new one.':
    'Votre invitation n’est plus valable. Demandez-en une nouvelle au service d’assistance.',
  'Your letter': 'Votre lettre',
  'Your new account': 'Votre nouveau compte',
  'Your organisation manages your email addresses. Change them there.':
    'Votre organisation gère vos adresses e-mail. Modifiez-les auprès d’elle.',
  'Your organisation manages your password. Ask your helpdesk for a new one.':
    'Votre organisation gère votre mot de passe. Demandez-en un nouveau à votre service d’assistance.',
  'Your organisation manages your password. Change it there.':
    'Votre organisation gère votre mot de passe. Modifiez-le auprès d’elle.',
  'Your organisation’s directory cannot keep a time zone for you.':
    'L’annuaire de votre organisation ne peut pas conserver de fuseau horaire pour vous.',
  'Your password is changed, and you’re signed out everywhere. Sign in with the new one.':
    'Votre mot de passe est modifié et vous êtes déconnecté partout. Connectez-vous avec le nouveau.',
  'Your password is set. Sign in with it.': 'Votre mot de passe est défini. Connectez-vous avec celui-ci.',
  'Your recovery code': 'Votre code de récupération',
  'Your sign-in with {name} is too old for this. Sign in there again.':
    'Votre connexion chez {name} est trop ancienne pour cela. Reconnectez-vous là-bas.',
  'Your user ID and domain are too long for an activation image. Ask the helpdesk.':
    'Votre identifiant et votre domaine sont trop longs pour une image d’activation. Adressez-vous au service d’assistance.',
  'Your user ID or domain contains a semicolon, so no activation image can be created. Ask the helpdesk.':
    'Votre identifiant ou votre domaine contient un point-virgule : aucune image d’activation ne peut être créée. Adressez-vous au service d’assistance.',
  'You’re already replacing another device. Finish that first, or keep the other device.':
    'Vous remplacez déjà un autre appareil. Terminez d’abord, ou gardez l’autre appareil.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'Vous êtes connecté en tant que {userId}. Une fois terminé, vous reviendrez à {host}.',
  'You’re signed in, and this invitation is for another account. If that account is yours too, sign out and open the link again.':
    'Vous êtes connecté, et cette invitation concerne un autre compte. Si ce compte est aussi le vôtre, déconnectez-vous et ouvrez à nouveau le lien.',
  'You’re signed in, so there’s nothing to enter.': 'Vous êtes connecté, vous n’avez rien à saisir.',
  'You’ve been signed out': 'Vous avez été déconnecté',
  'You’ve been signed out. Sign in again to continue. We’ve kept what you typed.':
    'Vous avez été déconnecté. Reconnectez-vous pour continuer. Nous avons conservé votre saisie.',
  'You’ve reached today’s limit. Try again tomorrow, or ask the helpdesk.':
    'Vous avez atteint la limite du jour. Réessayez demain ou adressez-vous au service d’assistance.',
  'You’ve reached your device limit. Remove a device you no longer use, then try again.':
    'Vous avez atteint votre nombre maximal d’appareils. Supprimez un appareil que vous n’utilisez plus, puis réessayez.',
  'You’ve requested many codes. Wait 15 minutes, then try again.':
    'Vous avez demandé beaucoup de codes. Attendez 15 minutes, puis réessayez.',
  '{name} knows you, but did not send a user ID that this site can use. Ask your helpdesk to set it there: one word, without spaces.':
    '{name} vous connaît, mais n’a envoyé aucun identifiant que ce site puisse utiliser. Demandez à votre service d’assistance de l’y inscrire : un seul mot, sans espace.',
  '{name} did not sign you in. Try again, or sign in another way.':
    '{name} ne vous a pas connecté. Réessayez ou connectez-vous autrement.',
  '{name} does not answer at the moment. Try again in a minute, or sign in another way.':
    '{name} ne répond pas pour le moment. Réessayez dans une minute ou connectez-vous autrement.',
  '{name} sent you here to activate a phone': '{name} vous a envoyé ici pour activer un téléphone',
};
