import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  '30 minutes after it was opened, whatever the link had left.':
    '30 minutes après l’ouverture, quelle que soit la validité restante du lien.',
  'a check on their phone': 'une vérification sur son téléphone',
  'a code by email': 'un code par e-mail',
  'A colleague is working on the same user right now. Load the page again, then repeat this step.':
    'Un collègue s’occupe du même utilisateur en ce moment. Rechargez la page, puis répétez cette étape.',
  'A lock can be undone for 15 minutes. That time is over.':
    'Un blocage peut être annulé pendant 15 minutes. Ce délai est écoulé.',
  'a manager’s word': 'la confirmation d’un responsable',
  'A member of staff keeps their email addresses. Take the staff roles away first; giving them back takes two people.':
    'Un membre du personnel garde ses adresses e-mail. Retirez d’abord ses rôles ; les rendre exige deux personnes.',
  'A newer invitation has taken its place': 'Une invitation plus récente l’a remplacée',
  'A note, no points': 'Une note, aucun point',
  'a one-time password': 'un mot de passe à usage unique',
  'a passkey': 'une clé d’accès',
  'A phone has opened it.': 'Un téléphone l’a ouverte.',
  'A phone sent a wrong activation password too often. Ask the person if it was theirs.':
    'Un téléphone a envoyé trop souvent un mauvais mot de passe d’activation. Demandez à la personne si c’était le sien.',
  'A service account keeps at least one thing that it may do. End it instead.':
    'Un compte de service garde au moins un droit. Mettez-y plutôt fin.',
  'Asked. Waiting for the manager’s answer.': 'Demandé. En attente de la réponse du responsable.',
  'Ask the manager': 'Demander au responsable',
  'A stolen device is locked immediately, whatever is chosen here.':
    'Un appareil volé est bloqué immédiatement, quel que soit le choix fait ici.',
  'A stolen device is removed immediately, whatever is chosen here.':
    'Un appareil volé est supprimé immédiatement, quel que soit le choix fait ici.',
  'Accepted by the email server': 'Accepté par le serveur de messagerie',
  'Account expires': 'Expiration du compte',
  'Account invitation': 'Invitation au compte',
  'Account made': 'Compte créé',
  'Account notice': 'Avis sur le compte',
  'Accounts are managed at your authentication server. Change this one there.':
    'Les comptes sont gérés sur votre serveur d’authentification. Modifiez celui-ci là-bas.',
  Action: 'Action',
  'Activated from': 'Activé depuis',
  'Activation funnel: {steps}': 'Entonnoir des activations : {steps}',
  'Activation service': 'Service d’activation',
  'Activations left today': 'Activations restantes aujourd’hui',
  'Add, for example: {checks}.': 'Ajoutez par exemple : {checks}.',
  'Addresses changed': 'Adresses modifiées',
  All: 'Toutes',
  'All approvers and administrators are alerted immediately, and it stays on record.':
    'Tous les approbateurs et administrateurs sont alertés immédiatement, et une trace en reste.',
  'All done.': 'C’est terminé.',
  'An account for {name}': 'Un compte pour {name}',
  'An administrator disabled this account. Nobody can be invited to it until it is enabled.':
    'Un administrateur a désactivé ce compte. Personne ne peut y être invité tant qu’il n’est pas réactivé.',
  'An approval was skipped': 'Une approbation a été ignorée',
  'An approver decides.': 'Un approbateur décide.',
  'An approver has been asked.': 'Un approbateur a été sollicité.',
  'an invitation': 'une invitation',
  'An invitation helps.': 'Une invitation est utile.',
  'An invitation is open': 'Une invitation est ouverte',
  'An invitation is open: awaiting approval': 'Une invitation est ouverte : en attente d’approbation',
  'An invitation is open: opened': 'Une invitation est ouverte : consultée',
  'An invitation is open: sent': 'Une invitation est ouverte : envoyée',
  'An invitation is valid for 5 minutes to 24 hours, a letter for up to 14 days.':
    'Une invitation est valable de 5 minutes à 24 heures, une lettre jusqu’à 14 jours.',
  'Another invitation was sent to this user. Only the newest one works.':
    'Une autre invitation a été envoyée à cet utilisateur. Seule la plus récente fonctionne.',
  'Another service account, or a request for one, has that name. Choose another.':
    'Un autre compte de service, ou une demande de compte, porte ce nom. Choisissez-en un autre.',
  'Approval decided': 'Approbation tranchée',
  'Approval requested': 'Approbation demandée',
  Approve: 'Approuver',
  'Approved by': 'Approuvé par',
  'Approved. The invitation for {user} is sent.': 'Approuvé. L’invitation pour {user} est envoyée.',
  'Approved. {device} of {user} is being removed.': 'Approuvé. {device} de {user} est en cours de suppression.',
  'Approved. {name} can do more from now on.': 'Approuvé. {name} peut désormais en faire plus.',
  'Approved. {name} has the role {role}, and signs in again.':
    'Approuvé. {name} a le rôle {role} et doit se reconnecter.',
  'Approved. {requester} is shown the key of {name} on its page, once.':
    'Approuvé. {requester} verra la clé de {name} sur sa page, une seule fois.',
  'Approved. {user} can sign in again.': 'Approuvé. {user} peut de nouveau se connecter.',
  'Approvers are emailed when a request comes in.': 'Les approbateurs reçoivent un e-mail à chaque nouvelle demande.',
  'Approvers have been emailed. The invitation is sent once one of them agrees.':
    'Les approbateurs ont reçu un e-mail. L’invitation est envoyée dès que l’un d’eux accepte.',
  'Approving…': 'Approbation…',
  'Ask a second person': 'Demander à une seconde personne',
  'Ask the caller to open the authenticator app and type this number there:':
    'Demandez à l’appelant d’ouvrir l’application d’authentification et d’y saisir ce nombre :',
  'Ask the caller to open the link in their email and press the button there. Their page then shows six digits.':
    'Demandez à l’appelant d’ouvrir le lien de l’e-mail et d’appuyer sur le bouton. Sa page affiche alors six chiffres.',
  'Ask the person to press “New image” on their page.':
    'Demandez à la personne d’appuyer sur « Nouvelle image » sur sa page.',
  'Ask them to try again.': 'Demandez à la personne de réessayer.',
  'Ask to unfreeze': 'Demander de lever le gel',
  'Asking…': 'Demande…',
  'Asks an approver first. Once approved, sends a letter to the printer, and a code by email to {address}.':
    'Demande d’abord une approbation. Une fois accordée, envoie une lettre à l’imprimante et un code par e-mail à {address}.',
  'Asks an approver first. Once approved, sends an email to {address}, and the caller reads you a code.':
    'Demande d’abord une approbation. Une fois accordée, envoie un e-mail à {address}, et l’appelant vous lit un code.',
  'Asks an approver first. Once approved, sends an email to {address}.':
    'Demande d’abord une approbation. Une fois accordée, envoie un e-mail à {address}.',
  'At least 20 characters.': 'Au moins 20 caractères.',
  'At least one word needs two or more characters.': 'Au moins un mot doit comporter deux caractères ou plus.',
  'Awaiting approval': 'En attente d’approbation',
  'Being locked': 'Blocage en cours',
  'Break glass used': 'Approbation contournée',
  Build: 'Build',
  'By {actor}': 'Par {actor}',
  'by {actor}': 'par {actor}',
  'call back': 'un rappel',
  'Call-back number': 'Numéro de rappel',
  'Called back on a known number': 'Rappel à un numéro connu',
  'Caller check': 'Vérification de l’appelant',
  'caller check {weight} of {required}': 'vérification de l’appelant {weight} sur {required}',
  'Change addresses and numbers': 'Modifier les adresses et les numéros',
  'Checked when you send.': 'Vérifié à l’envoi.',
  'Choose a day from today on, within a year.': 'Choisissez un jour à partir d’aujourd’hui, dans l’année.',
  'Choose a reason': 'Choisir une raison',
  'Choose a reason first. It decides how many points you need.':
    'Choisissez d’abord une raison. Elle détermine le nombre de points nécessaires.',
  'Choose at least one thing that the system may do.': 'Choisissez au moins une chose que le système peut faire.',
  'Choose one of the languages.': 'Choisissez l’une des langues.',
  'Choose the device this is about.': 'Choisissez l’appareil concerné.',
  'Choose the device this is about. A stolen one is locked immediately.':
    'Choisissez l’appareil concerné. Un appareil volé est bloqué immédiatement.',
  'Code from the caller': 'Code de l’appelant',
  'Code read out': 'Code lu par l’appelant',
  'Code read out on the phone': 'Code lu au téléphone',
  'Confirmation code': 'Code de confirmation',
  'Confirmed by a manager': 'Confirmé par un responsable',
  'Confirmed by the caller': 'Confirmé par l’appelant',
  'Confirmed by the manager': 'Confirmé par le responsable',
  'Confirmed on another of their devices': 'Confirmé sur un autre de ses appareils',
  'Confirm to the helpdesk who is calling': 'Confirmer à l’assistance qui appelle',
  'Copy summary for the ticket': 'Copier le résumé pour le ticket',
  'Could not: no member of staff.': 'Impossible : ne fait pas partie du personnel.',
  'Could not: the account is disabled.': 'Impossible : le compte est désactivé.',
  'Could not: the account is frozen.': 'Impossible : le compte est gelé.',
  'Could not: the account is locked.': 'Impossible : le compte est bloqué.',
  'Could not: {has}, {lacks}.': 'Impossible : {has}, {lacks}.',
  'Could, with {proofs}.': 'Possible, avec {proofs}.',
  'Could, without a further proof.': 'Possible, sans autre preuve.',
  '{count} number does not count yet: it is less than a week on record.':
    '{count} numéro ne compte pas encore : il est enregistré depuis moins d’une semaine.',
  '{count} numbers do not count yet: they are less than a week on record.':
    '{count} numéros ne comptent pas encore : ils sont enregistrés depuis moins d’une semaine.',
  'Counts for 15 minutes and one invitation.': 'Compte pendant 15 minutes et pour une invitation.',
  'Ctrl K': 'Ctrl K',
  'Data keys': 'Clés des données',
  Database: 'Base de données',
  'Decide as staff': 'Décider en tant que personnel',
  Decline: 'Refuser',
  Declined: 'Refusée',
  'Declined. {name} can do what it could.': 'Refusé. {name} garde les mêmes droits.',
  'Declined. {name} does not get the role {role}.': 'Refusé. {name} n’obtient pas le rôle {role}.',
  'Declined. {name} gets no account.': 'Refusé. {name} n’obtient pas de compte.',
  'Declined. {requester} can read your note on the page of {user}.':
    'Refusé. {requester} peut lire votre note sur la page de {user}.',
  'Declined. {user} stays frozen.': 'Refusé. {user} reste gelé.',
  'Declining…': 'Refus…',
  Default: 'Par défaut',
  Detail: 'Détail',
  'Device active': 'Appareil actif',
  'Device limit': 'Limite d’appareils',
  'Device replaced': 'Appareil remplacé',
  'Device restored': 'Appareil rétabli',
  'Device retiring': 'Appareil en fin de service',
  'Device this is about': 'Appareil concerné',
  'Device trusted': 'Appareil de confiance',
  'Devices can’t be shown right now': 'Les appareils ne peuvent pas être affichés pour le moment',
  'Devices can’t be shown right now.': 'Les appareils ne peuvent pas être affichés pour le moment.',
  Digits: 'Chiffres',
  'Done without approval': 'Exécuté sans approbation',
  'Email to {destination}': 'E-mail à {destination}',
  'Emails to {destination}': 'E-mails à {destination}',
  'Embedded (PGlite)': 'Intégrée (PGlite)',
  'Embedded in this site': 'Intégré à ce site',
  'Ended by': 'Terminé par',
  'Enough ({required} needed).': 'Suffisant ({required} requis).',
  'Enter a name of at most 100 characters, each word in one script.':
    'Saisissez un nom de 100 caractères au plus, chaque mot dans une seule écriture.',
  'Enter a name of at most 60 characters, on one line.': 'Saisissez un nom de 60 caractères au plus, sur une ligne.',
  'Enter a number from 1 to 6,000.': 'Saisissez un nombre de 1 à 6 000.',
  'Enter a user ID of at most 255 characters, without spaces, semicolons or invisible characters, and each word in one script.':
    'Saisissez un identifiant de 255 caractères au plus, sans espaces, points-virgules ni caractères invisibles, chaque mot dans une seule écriture.',
  'Enter a whole address that begins with https://, such as https://bank.example/phones/back, without #, *, a user name, or a parameter called state or result.':
    'Saisissez une adresse complète commençant par https://, par exemple https://bank.example/phones/back, sans #, *, nom d’utilisateur ni paramètre nommé state ou result.',
  'Enter addresses or ranges such as 192.0.2.0/24, one on each line, at most 50. The digits behind the prefix must be zero.':
    'Saisissez des adresses ou des plages comme 192.0.2.0/24, une par ligne, 50 au plus. Les chiffres après le préfixe doivent être à zéro.',
  'Enter an email address: the link for the first password goes there.':
    'Saisissez une adresse e-mail : le lien pour le premier mot de passe y sera envoyé.',
  'Enter four characters': 'Saisissez quatre caractères',
  'Enter one email address on each line, at most five.': 'Saisissez une adresse e-mail par ligne, cinq au plus.',
  'Enter the ticket: one line of at most 64 characters.': 'Saisissez le ticket : une ligne de 64 caractères au plus.',
  'Enter the user ID of somebody else who has an account.':
    'Saisissez l’identifiant d’une autre personne qui a un compte.',
  'Enter what you saw or heard, in one line.': 'Saisissez en une ligne ce que vous avez vu ou entendu.',
  Environment: 'Environnement',
  'Environment variables of this process. Secrets are never shown, only whether they are set.':
    'Variables d’environnement de ce processus. Les secrets ne sont jamais affichés, seulement s’ils sont définis.',
  'Every network': 'Tous les réseaux',
  'Everything was delivered': 'Tout a été remis',
  'Everything works.': 'Tout fonctionne.',
  Failing: 'En panne',
  'Find a user': 'Rechercher un utilisateur',
  'First {count} results': 'Les {count} premiers résultats',
  'For {name} ({userId}). We’ll send them a link. You won’t see its contents.':
    'Pour {name} ({userId}). Nous enverrons un lien dont vous ne verrez pas le contenu.',
  'From {device}. Checked when you send.': 'De {device}. Vérifié à l’envoi.',
  Frozen: 'Gelé',
  'Frozen accounts': 'Comptes gelés',
  'Go to': 'Aller à',
  'Hang up, call one of these and hear the caller answer.':
    'Raccrochez, appelez l’un de ces numéros et écoutez qui répond.',
  Has: 'A déjà',
  'How this site runs': 'Comment fonctionne ce site',
  'Image scanned': 'Image scannée',
  'In the last seven days. Ask the agent if anything looks wrong.':
    'Au cours des sept derniers jours. Interrogez l’agent si quelque chose paraît anormal.',
  'Invitation code': 'Code d’invitation',
  'Invitation completed': 'Invitation terminée',
  'Invitation created': 'Invitation créée',
  'Invitation created.': 'Invitation créée.',
  'Invitation for {user}': 'Invitation pour {user}',
  'Invitation letter': 'Lettre d’invitation',
  'Invitation progress': 'Progression de l’invitation',
  'Invitation revoked': 'Invitation révoquée',
  'Invitation revoked.': 'Invitation révoquée.',
  'is being locked': 'blocage en cours',
  'is being removed': 'suppression en cours',
  'Is to be able to': 'Devra pouvoir',
  'It ends when you send a new one: only the newest works.':
    'Elle prend fin quand vous en envoyez une nouvelle : seule la plus récente fonctionne.',
  'It is the user’s only working device.': 'C’est le seul appareil de l’utilisateur qui fonctionne.',
  'It was confirmed on {device}, the lost or stolen device of this form.':
    'La confirmation vient de {device}, l’appareil perdu ou volé de ce formulaire.',
  'It wasn’t used in time. Send it again if it is still needed.':
    'Elle n’a pas été utilisée à temps. Renvoyez-la si elle est encore nécessaire.',
  'Its content can no longer be opened.': 'Son contenu ne peut plus être ouvert.',
  'Its destination is not set up any more.': 'Sa destination n’est plus configurée.',
  'Its link no longer works, and nothing more comes of it.':
    'Son lien ne fonctionne plus, et elle n’aura plus aucun effet.',
  'Its user froze everything. Lift that first, from the user’s page.':
    'L’utilisateur a tout gelé. Levez d’abord le gel depuis la page de l’utilisateur.',
  'Keep until the new one works': 'Garder jusqu’à ce que le nouveau fonctionne',
  'Last characters of an identity document': 'Derniers caractères d’une pièce d’identité',
  'Last four characters': 'Quatre derniers caractères',
  'Last sign-in': 'Dernière connexion',
  'Let the caller in': 'Laisser entrer l’appelant',
  'Letters can’t be printed here. Choose another way to send it.':
    'Les lettres ne peuvent pas être imprimées ici. Choisissez un autre mode d’envoi.',
  'Letting in…': 'Ouverture…',
  'Lock now': 'Bloquer maintenant',
  'Lock {device}': 'Bloquer {device}',
  'Lock: {cause}.': 'Blocage : impossible, car {cause}.',
  locked: 'bloqué',
  'Locked because another device has taken its place.': 'Bloqué parce qu’un autre appareil a pris sa place.',
  'Locked because it was reported as not theirs.': 'Bloqué parce qu’il a été signalé comme n’étant pas le sien.',
  'Locked because the account is frozen.': 'Bloqué parce que le compte est gelé.',
  'Locked by its person.': 'Bloqué par son propriétaire.',
  'Locked by the helpdesk.': 'Bloqué par l’assistance.',
  'Locked devices': 'Appareils bloqués',
  'Looks alike': 'Ressemble à',
  Lost: 'Perdu',
  'Manager asked': 'Responsable interrogé',
  'Manager who vouched, in full': 'Responsable qui s’est porté garant, nom complet',
  'May already': 'Peut déjà',
  Message: 'Message',
  Mine: 'Les miennes',
  'More was already requested for this service account, and waits for a second person.':
    'Des droits supplémentaires ont déjà été demandés pour ce compte de service et attendent une seconde personne.',
  'My open invitations': 'Mes invitations ouvertes',
  'Needs approval': 'Approbation nécessaire',
  'New browser': 'Nouveau navigateur',
  'New device': 'Nouvel appareil',
  'New: proves nothing in a caller check, and counts {time}.':
    'Nouveau : ne prouve rien lors d’une vérification de l’appelant. Compte à partir de : {time}.',
  'No alarms': 'Aucune alerte',
  'No device is active.': 'Aucun appareil n’est actif.',
  'No device is changed.': 'Aucun appareil n’est modifié.',
  'No email address': 'Aucune adresse e-mail',
  'no email address known': 'aucune adresse e-mail connue',
  'No invitation matches these filters.': 'Aucune invitation ne correspond à ces filtres.',
  'No invitation was requested in the last 24 hours.':
    'Aucune invitation n’a été demandée au cours des dernières 24 heures.',
  'No manager on record who can be asked.': 'Aucun responsable enregistré qui puisse être interrogé.',
  'No number on record, so calling back proves nothing.': 'Aucun numéro enregistré : rappeler ne prouve rien.',
  'no passkey': 'aucune clé d’accès',
  'No phone answered within a minute. The caller has to open the authenticator app and needs notifications on for this account.':
    'Aucun téléphone n’a répondu en une minute. L’appelant doit ouvrir l’application d’authentification et avoir activé les notifications pour ce compte.',
  'No phone has opened it yet.': 'Aucun téléphone ne l’a encore ouverte.',
  'no printer set up': 'aucune imprimante configurée',
  'no proof of who they are': 'aucune preuve d’identité',
  'No role': 'Aucun rôle',
  'no second proof': 'aucune seconde preuve',
  'Nobody would be alarmed, so this can’t go on without approval. Ask an administrator to name an approver.':
    'Personne ne serait alerté, l’approbation est donc indispensable. Demandez à un administrateur de désigner un approbateur.',
  'Nobody yet': 'Personne pour l’instant',
  'None in progress': 'Aucune en cours',
  'None of these': 'Aucun de ceux-ci',
  'None recently': 'Aucune récemment',
  'none set up': 'aucun configuré',
  'Not delivered yet': 'Pas encore remis',
  'Note, {check}': 'Note, {check}',
  'Note how you checked the caller. A second person judges that, and decides.':
    'Notez comment vous avez vérifié l’appelant. Une deuxième personne en juge et décide.',
  'Nothing was compared: make sure yourself who is calling.':
    'Rien n’a été comparé : assurez-vous vous-même de qui appelle.',
  'Not me reported': '« Ce n’était pas moi » signalé',
  'Not possible here': 'Impossible ici',
  'Note to the agent': 'Note pour l’agent',
  Nothing: 'Rien',
  'Nothing can be sent to this user.': 'Rien ne peut être envoyé à cet utilisateur.',
  'Nothing here': 'Rien ici',
  'Nothing is waiting': 'Rien en attente',
  'nothing to sign in with': 'rien pour se connecter',
  'Nothing was sent. Their note is on the user page, under recent activity.':
    'Rien n’a été envoyé. La note se trouve sur la page de l’utilisateur, dans l’activité récente.',
  Nowhere: 'Nulle part',
  'Number called': 'Numéro appelé',
  'Number for the caller': 'Nombre pour l’appelant',
  OK: 'OK',
  'Old device': 'Ancien appareil',
  'old device {device}: keep until the new one works':
    'ancien appareil {device} : garder jusqu’à ce que le nouveau fonctionne',
  'old device {device}: lock now': 'ancien appareil {device} : bloquer maintenant',
  'old device {device}: remove': 'ancien appareil {device} : supprimer',
  'On file, not the one they called from.': 'Le numéro enregistré, pas celui de l’appel.',
  'On {device}, {instance}. Counts for 15 minutes and one invitation.':
    'Sur {device}, {instance}. Compte pendant 15 minutes et pour une invitation.',
  'One-time password from another device': 'Mot de passe à usage unique d’un autre appareil',
  'OneSpan Authentication Server': 'OneSpan Authentication Server',
  'OneSpan Cloud Authentication': 'OneSpan Cloud Authentication',
  'only a passkey': 'seulement une clé d’accès',
  'only a password': 'seulement un mot de passe',
  'only a password and a passkey': 'seulement un mot de passe et une clé d’accès',
  'Only the agent who locked this device can undo that, and the lock is not yours.':
    'Seul l’agent qui a bloqué cet appareil peut annuler, et ce blocage n’est pas le vôtre.',
  'Only whoever requested this service account is shown its first key.':
    'Seule la personne qui a demandé ce compte de service voit sa première clé.',
  'On record: {name}. Gets an email, and answers on a page after signing in.':
    'Enregistré : {name}. Reçoit un e-mail et répond sur une page après connexion.',
  Open: 'Ouvertes',
  'Open invitation': 'Invitation ouverte',
  'Open invitation: awaiting approval': 'Invitation en cours : en attente d’approbation',
  'Open invitation: opened': 'Invitation en cours : ouverte',
  'Open invitation: sent': 'Invitation en cours : envoyée',
  'Open staff pages': 'Ouvrir les pages du personnel',
  Opened: 'Ouverte',
  'Opened by the user': 'Ouverte par l’utilisateur',
  Other: 'Autre',
  Part: 'Partie',
  'Parts of the site': 'Parties du site',
  'Password code': 'Code pour le mot de passe',
  'Password turned on': 'Mot de passe activé',
  'People you help and invitations you send appear here.':
    'Les personnes que vous aidez et les invitations que vous envoyez apparaissent ici.',
  'Phone linked. The user chooses a PIN.': 'Téléphone associé. L’utilisateur choisit un code PIN.',
  PostgreSQL: 'PostgreSQL',
  'Printed letter': 'Lettre imprimée',
  Problem: 'Problème',
  protected: 'protégé',
  'Re-issue activation': 'Réémettre l’activation',
  'Reason given': 'Justification',
  'Recent people': 'Personnes récentes',
  Recipient: 'Destinataire',
  Reference: 'Référence',
  Relay: 'Relais',
  Removal: 'Suppression',
  'Removal awaiting approval.': 'Suppression en attente d’approbation.',
  'Removal of a device': 'Suppression d’un appareil',
  'Removal of a device of {user}': 'Suppression d’un appareil de {user}',
  'Removal of {device} requested.': 'Suppression de {device} demandée.',
  'Remove a device': 'Supprimer un appareil',
  'Remove a passkey': 'Supprimer une clé d’accès',
  'Remove now': 'Supprimer maintenant',
  'Remove {device}': 'Supprimer {device}',
  'Remove: {cause}.': 'Suppression : impossible, car {cause}.',
  removed: 'supprimé',
  Removes: 'Supprime',
  'Rename a device': 'Renommer un appareil',
  'Replace a device': 'Remplacer un appareil',
  Replaced: 'Remplacée',
  'Reported: “It wasn’t me”': 'Signalement : « Ce n’était pas moi »',
  'Request expires': 'Expiration de la demande',
  'Request removal of {device}': 'Demander la suppression de {device}',
  Requested: 'Demandé',
  Requests: 'Demandes',
  'Requests from the last 24 hours.': 'Demandes des dernières 24 heures.',
  'Requests that need a second person.': 'Demandes qui exigent une seconde personne.',
  Results: 'Résultats',
  Revoke: 'Révoquer',
  'Revoke invitation': 'Révoquer l’invitation',
  Revoked: 'Révoquée',
  'Revoked after too many wrong codes': 'Révoquée après trop de codes erronés',
  'Revoked: the account was disabled': 'Révoquée : le compte a été désactivé',
  'Revoked: the account was frozen': 'Révoquée : le compte a été gelé',
  'Used up by a new password': 'Utilisée pour un nouveau mot de passe',
  'The user set a new password with it. An invitation does one thing: send another one for a device.':
    'L’utilisateur a défini un nouveau mot de passe avec elle. Une invitation ne sert qu’à une chose : envoyez-en une autre pour un appareil.',
  'Revoked: “It wasn’t me”': 'Révoquée : « Ce n’était pas moi »',
  'Revoking…': 'Révocation…',
  'Say in 20 to 500 characters why this can’t wait for approval.':
    'Dites en 20 à 500 caractères pourquoi cela ne peut pas attendre l’approbation.',
  'Say in one line what happened.': 'Dites en une ligne ce qui s’est passé.',
  'Say in one line why you decline, in at most 200 characters.':
    'Dites en une ligne pourquoi vous refusez, en 200 caractères au plus.',
  'Search by name, user ID, email address or ticket.': 'Cherchez par nom, identifiant, adresse e-mail ou ticket.',
  'Search by name, user ID, email address, ticket or serial number.':
    'Cherchez par nom, identifiant, adresse e-mail, ticket ou numéro de série.',
  'Search is limited to 100 characters': 'La recherche est limitée à 100 caractères',
  'Search unavailable right now': 'Recherche indisponible pour le moment',
  Section: 'Rubrique',
  'Section or user': 'Rubrique ou utilisateur',
  'Section, name, user ID, email, ticket or serial number':
    'Rubrique, nom, identifiant, e-mail, ticket ou numéro de série',
  'Send a check to their phone': 'Envoyer une vérification à son téléphone',
  'Send another check': 'Envoyer une autre vérification',
  'Send by': 'Envoyer par',
  'Send invitation': 'Envoyer l’invitation',
  'Sends a letter to the printer, and a code by email to {address}.':
    'Envoie une lettre à l’imprimante et un code par e-mail à {address}.',
  'Sends an email to {address}, and the caller reads you a code.':
    'Envoie un e-mail à {address}, et l’appelant vous lit un code.',
  'Sends an email to {address}.': 'Envoie un e-mail à {address}.',
  Sent: 'Envoyée',
  'Sent by': 'Envoi par',
  'Service account expiring': 'Compte de service bientôt expiré',
  'Service key made': 'Clé de service créée',
  'Service key replaced': 'Clé de service remplacée',
  Set: 'Défini',
  Setting: 'Réglage',
  'Shown by': 'Affiché par',
  'Since {time}. No device and no passkey works, nobody can sign in, and nothing can be activated.':
    'Gelé : {time}. Aucun appareil ni aucune clé d’accès ne fonctionne, personne ne peut se connecter et rien ne peut être activé.',
  'Skip approval (emergency)': 'Ignorer l’approbation (urgence)',
  'Skipped approvals and “It wasn’t me” reports appear here.':
    'Les approbations ignorées et les signalements « Ce n’était pas moi » apparaissent ici.',
  'Somebody tried to guess the code. Ask the user if it was them before you send another invitation.':
    'Quelqu’un a essayé de deviner le code. Demandez à l’utilisateur si c’était lui avant d’envoyer une autre invitation.',
  'Something else has happened since the lock, so it can’t be undone. Load the page again.':
    'Autre chose s’est produit depuis le blocage, il ne peut donc pas être annulé. Rechargez la page.',
  'Something needs attention.': 'Quelque chose demande votre attention.',
  Source: 'Origine',
  Stolen: 'Volé',
  'Suggested, because it was lost. You can change it.': 'Suggéré, car il a été perdu. Vous pouvez le modifier.',
  'Suggested, because it was stolen. You can change it.': 'Suggéré, car il a été volé. Vous pouvez le modifier.',
  'Ten addresses are registered. Remove one first.': 'Dix adresses sont enregistrées. Supprimez-en d’abord une.',
  'That address is not registered any more. Load the page again.':
    'Cette adresse n’est plus enregistrée. Rechargez la page.',
  'That address or name is registered already. Load the page again.':
    'Cette adresse ou ce nom est déjà enregistré. Rechargez la page.',
  'That device proves nothing: it is locked, lost or stolen. Use another check.':
    'Cet appareil ne prouve rien : il est bloqué, perdu ou volé. Utilisez une autre vérification.',
  'That is not the code on the caller’s page. Ask them to read it out again.':
    'Ce n’est pas le code affiché sur la page de l’appelant. Demandez-lui de le relire.',
  'That is too short. Enter all of it.': 'C’est trop court. Saisissez tout.',
  'That number is not on record any more, or for less than a week. Load the page again and choose another check.':
    'Ce numéro n’est plus enregistré, ou depuis moins d’une semaine. Rechargez la page et choisissez une autre vérification.',
  'That one-time password didn’t work. Ask for the one on the caller’s phone now.':
    'Ce mot de passe à usage unique n’a pas fonctionné. Demandez celui qui s’affiche maintenant sur le téléphone de l’appelant.',
  'That role was already requested for this person, and waits for a second one.':
    'Ce rôle a déjà été demandé pour cette personne et attend une seconde personne.',
  'That user ID is taken. Choose another one.': 'Cet identifiant est déjà pris. Choisissez-en un autre.',
  'The caller check is not enough to go on alone. Add another check, or let a second person approve it.':
    'La vérification de l’appelant ne suffit pas pour continuer seul. Ajoutez une vérification, ou laissez une deuxième personne donner son accord.',
  'The / key leads to the search': 'La touche / mène à la recherche',
  'The activation service can’t check this. Use another check.':
    'Le service d’activation ne peut pas le vérifier. Utilisez une autre vérification.',
  'The activation service can’t lock devices for this site. A device that has to stop is removed.':
    'Le service d’activation ne peut pas bloquer d’appareils pour ce site. Un appareil à arrêter est supprimé.',
  'The activation service did not accept their password. Ask them to try again.':
    'Le service d’activation n’a pas accepté le mot de passe. Demandez à la personne de réessayer.',
  'The activation service does not answer, so nothing could be activated. Try again in a minute.':
    'Le service d’activation ne répond pas : rien ne pourrait être activé. Réessayez dans une minute.',
  'The activation service does not answer. Load this page again in a minute.':
    'Le service d’activation ne répond pas. Rechargez cette page dans une minute.',
  'the activation service does not let this website ask for it': 'le service d’activation ne le permet pas à ce site',
  'the activation service has no such function': 'le service d’activation n’a pas cette fonction',
  'The activation service is not responding': 'Le service d’activation ne répond pas',
  'The activation service is not responding. Search by name, user ID or email address, or try again in a minute.':
    'Le service d’activation ne répond pas. Cherchez par nom, identifiant ou adresse e-mail, ou réessayez dans une minute.',
  'The activation service is not responding. Try again in a minute.':
    'Le service d’activation ne répond pas. Réessayez dans une minute.',
  'The activation service lost it, perhaps after a restart. Ask them to try again.':
    'Le service d’activation l’a perdue, peut-être après un redémarrage. Demandez à la personne de réessayer.',
  'The activation service refused it. Ask them to try again.':
    'Le service d’activation l’a refusée. Demandez à la personne de réessayer.',
  'The activation was cancelled': 'L’activation a été annulée',
  'The caller declined on the phone. Caller not verified.':
    'L’appelant a refusé sur le téléphone. Appelant non vérifié.',
  'The caller has no active device to send a check to. Use another check.':
    'L’appelant n’a pas d’appareil actif auquel envoyer une vérification. Utilisez une autre vérification.',
  'The caller has no other active device to confirm with.': 'L’appelant n’a pas d’autre appareil actif pour confirmer.',
  'The caller is in.': 'L’appelant est entré.',
  'The caller typed a wrong number. Caller not verified.':
    'L’appelant a saisi un mauvais nombre. Appelant non vérifié.',
  'The caller’s page shows no code yet. Ask them to open the link in their email.':
    'La page de l’appelant n’affiche pas encore de code. Demandez-lui d’ouvrir le lien de l’e-mail.',
  'The caller’s page shows six digits now. Ask for them and enter them here.':
    'La page de l’appelant affiche maintenant six chiffres. Demandez-les et saisissez-les ici.',
  'The caller’s phones gave wrong answers lately, so this one does not count. Use another check.':
    'Les téléphones de l’appelant ont récemment donné de mauvaises réponses, celle-ci ne compte donc pas. Utilisez une autre vérification.',
  'The connection was not secure.': 'La connexion n’était pas sécurisée.',
  'The device that answered is locked or removed. Caller not verified.':
    'L’appareil qui a répondu est bloqué ou supprimé. Appelant non vérifié.',
  'The image appears as soon as it does.': 'L’image apparaît dès qu’il répond.',
  'The key of this service account was shown already. If it is lost, replace it.':
    'La clé de ce compte de service a déjà été affichée. Si elle est perdue, remplacez-la.',
  'The last seven days, newest first.': 'Les sept derniers jours, du plus récent au plus ancien.',
  'The licence is in use on as many devices as it allows. Remove one, then ask them to try again.':
    'La licence est utilisée sur autant d’appareils qu’elle le permet. Supprimez-en un, puis demandez à la personne de réessayer.',
  'The link stops working immediately, and so does an image that it has led to. This can’t be undone.':
    'Le lien cesse immédiatement de fonctionner, tout comme l’image à laquelle il a mené. C’est irréversible.',
  'the maker of the activation service does not publish how to ask for it':
    'l’éditeur du service d’activation ne publie pas la manière de le demander',
  'The manager did not answer in time. Ask again, or use another check.':
    'Le responsable n’a pas répondu à temps. Redemandez, ou utilisez une autre vérification.',
  'The manager does not confirm it. End the call and tell security.':
    'Le responsable ne confirme pas. Mettez fin à l’appel et prévenez la sécurité.',
  'The manager on record has no email address. Use another check.':
    'Le responsable enregistré n’a pas d’adresse e-mail. Utilisez une autre vérification.',
  'The manager’s confirmation has expired or was already used. Ask again, or use another check.':
    'La confirmation du responsable a expiré ou a déjà servi. Redemandez, ou utilisez une autre vérification.',
  'The message will be sent again now.': 'Le message va être renvoyé.',
  'The new device works': 'Le nouvel appareil fonctionne',
  'The open invitation ends.': 'L’invitation ouverte prend fin.',
  'The other side asked to try again later.': 'L’autre côté a demandé de réessayer plus tard.',
  'The other side could not be reached.': 'L’autre côté n’a pas pu être joint.',
  'The other side did not answer in time.': 'L’autre côté n’a pas répondu à temps.',
  'The other side does not accept this site’s sign-in.': 'L’autre côté n’accepte pas la connexion de ce site.',
  'The other side refused it.': 'L’autre côté l’a refusé.',
  'The page cannot reach the server and keeps trying. What the user does still counts.':
    'La page n’arrive pas à joindre le serveur et continue d’essayer. Ce que fait l’utilisateur compte quand même.',
  'The person can start again on their page.': 'La personne peut recommencer sur sa page.',
  'The person has no authenticator licence. Assign one, then ask them to try again.':
    'La personne n’a pas de licence d’authentification. Attribuez-en une, puis demandez-lui de réessayer.',
  'The person mistyped the phone’s codes too often. Ask them to try again.':
    'La personne s’est trompée trop souvent en saisissant les codes du téléphone. Demandez-lui de réessayer.',
  'The phone confirmation has expired or was already used. Send a new check, or use another one.':
    'La confirmation par téléphone a expiré ou a déjà été utilisée. Envoyez une nouvelle vérification ou utilisez-en une autre.',
  'The phone’s owner says they are not calling. End the call and tell security.':
    'Le propriétaire du téléphone dit qu’il n’appelle pas. Terminez l’appel et prévenez la sécurité.',
  'The queue cannot be read while the database is failing.':
    'La file d’attente est illisible tant que la base de données est en panne.',
  'There is no manager on record who can be asked. Use another check.':
    'Aucun responsable enregistré ne peut être interrogé. Utilisez une autre vérification.',
  'The removal of this device was already requested.': 'La suppression de cet appareil a déjà été demandée.',
  'The service account may do that already. Load the page again.':
    'Le compte de service peut déjà le faire. Rechargez la page.',
  'the user': 'l’utilisateur',
  'The user has no device.': 'L’utilisateur n’a pas d’appareil.',
  'The user ID has a character that an activation image cannot contain.':
    'L’identifiant comporte un caractère qu’une image d’activation ne peut pas contenir.',
  'The user ID is too long for an activation image.': 'L’identifiant est trop long pour une image d’activation.',
  'The user is activating a device now.': 'L’utilisateur active un appareil en ce moment.',
  'The user reported a device that was not theirs. Call them back first.':
    'L’utilisateur a signalé un appareil qui n’est pas le sien. Rappelez-le d’abord.',
  'Their new device can confirm it from {time}.': 'Son nouvel appareil pourra le confirmer à partir de : {time}.',
  'their organisation’s sign-in': 'la connexion de son organisation',
  'their password': 'son mot de passe',
  'their phone': 'son téléphone',
  'their recovery code': 'son code de récupération',
  'This account is being deleted. Nothing can be changed any more.':
    'Ce compte est en cours de suppression. Plus rien ne peut être modifié.',
  'This account is disabled. Load the page again.': 'Ce compte est désactivé. Rechargez la page.',
  'This account is frozen': 'Ce compte est gelé',
  'This account is not disabled any more. Load the page again.': 'Ce compte n’est plus désactivé. Rechargez la page.',
  'This account is not frozen any more. Load the page again.': 'Ce compte n’est plus gelé. Rechargez la page.',
  'This can’t be approved any more: whoever requested it was disabled, or is no administrator now.':
    'Cela ne peut plus être approuvé : la personne qui l’a demandé a été désactivée ou n’est plus administrateur.',
  'This can’t be done right now': 'Impossible pour le moment',
  'This does not count': 'Cela ne compte pas',
  'This invitation can’t be shown any more': 'Cette invitation ne peut plus être affichée',
  'This invitation has already ended.': 'Cette invitation est déjà terminée.',
  'This is about your own account, so somebody else decides.':
    'Il s’agit de votre propre compte : quelqu’un d’autre décide.',
  'This is the last administrator who can sign in. Give somebody else that role first.':
    'C’est le dernier administrateur qui peut se connecter. Donnez d’abord ce rôle à quelqu’un d’autre.',
  'This item no longer exists. Load the page again.': 'Cet élément n’existe plus. Rechargez la page.',
  'This key has ended already. Load the page again.': 'Cette clé est déjà terminée. Rechargez la page.',
  'This message has expired: its content is no longer valid.': 'Ce message a expiré : son contenu n’est plus valable.',
  'This message is being sent again, or was delivered.': 'Ce message est en cours de renvoi ou a été remis.',
  'This page updates automatically.': 'Cette page se met à jour automatiquement.',
  'This person already has that role. Load the page again.': 'Cette personne a déjà ce rôle. Rechargez la page.',
  'This person can’t sign in: the account is disabled or locked. An administrator has to change that before you invite them.':
    'Cette personne ne peut pas se connecter : le compte est désactivé ou bloqué. Un administrateur doit y remédier avant que vous l’invitiez.',
  'This person does not have that role any more. Load the page again.':
    'Cette personne n’a plus ce rôle. Rechargez la page.',
  'This person has set a password already, or the account is disabled. Load the page again.':
    'Cette personne a déjà défini un mot de passe, ou le compte est désactivé. Rechargez la page.',
  'This role can’t be given any more: the account, or whoever asked, was disabled or is no administrator now.':
    'Ce rôle ne peut plus être donné : le compte, ou la personne qui l’a demandé, a été désactivé ou n’est plus administrateur.',
  'This service account has no key yet. Load the page again.':
    'Ce compte de service n’a pas encore de clé. Rechargez la page.',
  'This service account is not suspended any more. Load the page again.':
    'Ce compte de service n’est plus suspendu. Rechargez la page.',
  'This service account is suspended. Load the page again.': 'Ce compte de service est suspendu. Rechargez la page.',
  'This site': 'Ce site',
  'This site failed on it; the log says how.': 'Ce site a échoué ; le journal dit comment.',
  'This user has no email address, so nothing can be sent.':
    'Cet utilisateur n’a pas d’adresse e-mail, rien ne peut donc être envoyé.',
  'This user is protected. The invitation is sent once an approver agrees.':
    'Cet utilisateur est protégé. L’invitation est envoyée dès qu’un approbateur accepte.',
  'This was already decided, or its time is over.': 'La décision a déjà été prise, ou le délai est écoulé.',
  Ticket: 'Ticket',
  'ticket {ticket}': 'ticket {ticket}',
  'to files in {folder}': 'vers des fichiers dans {folder}',
  'To let in more than before, confirm that it’s you.':
    'Pour laisser entrer plus qu’avant, confirmez que c’est bien vous.',
  'to one address': 'vers une adresse',
  'To the DIGIPASS Gateway': 'Vers le DIGIPASS Gateway',
  'to the email server': 'vers le serveur de messagerie',
  'to {count} addresses': 'vers {count} adresses',
  'Too many checks were sent lately, to this caller or by you. Wait 15 minutes, or use another check.':
    'Trop de vérifications ont été envoyées récemment, à cet appelant ou par vous. Attendez 15 minutes ou utilisez une autre vérification.',
  'Too many invitations lately, for this user or from you. Wait a while, then try again.':
    'Trop d’invitations récemment, pour cet utilisateur ou de votre part. Attendez un peu, puis réessayez.',
  Tries: 'Essais',
  'Turn the password off': 'Désactiver le mot de passe',
  'Turn the password on': 'Activer le mot de passe',
  'Type a little more': 'Saisissez un peu plus',
  'Type another word or a few more letters to narrow the search.':
    'Saisissez un autre mot ou quelques lettres de plus pour affiner la recherche.',
  'Type fewer words.': 'Saisissez moins de mots.',
  'Undelivered emails and webhooks appear here.': 'Les e-mails et webhooks non remis apparaissent ici.',
  'Undelivered messages': 'Messages non remis',
  'Undo the lock of {device}': 'Annuler le blocage de {device}',
  'Unfreezing of {user}': 'Levée du gel de {user}',
  unknown: 'inconnu',
  'Unknown, because {cause}': 'Inconnu, car {cause}',
  'Unlock a device': 'Débloquer un appareil',
  'Use at most 64 characters, on one line.': '64 caractères au plus, sur une ligne.',
  'User page': 'Page de l’utilisateur',
  'User’s devices': 'Appareils de l’utilisateur',
  'Valid for': 'Valable',
  Value: 'Valeur',
  Version: 'Version',
  'Waiting for the phone to scan the image': 'En attente du scan de l’image par le téléphone',
  'Webhook {destination}': 'Webhook {destination}',
  Webhooks: 'Webhooks',
  '{weight} of {required} points, so a second person has to approve this.':
    '{weight} points sur {required} : une deuxième personne doit donner son accord.',
  What: 'Quoi',
  'What happened': 'Ce qui s’est passé',
  'What happens to it': 'Ce qu’il devient',
  'What it does': 'Ce qu’il permet',
  'What the user does still counts. Sign in to see the result.':
    'Ce que fait l’utilisateur compte quand même. Connectez-vous pour voir le résultat.',
  'What this person could confirm now': 'Ce que cette personne pourrait confirmer maintenant',
  'When you send': 'À l’envoi',
  Whose: 'De qui',
  'Why it cannot wait': 'Pourquoi cela ne peut pas attendre',
  'Why you decline.': 'Pourquoi vous refusez.',
  'will be removed once approved': 'sera supprimé après approbation',
  'Without approval': 'Sans approbation',
  'works again, the lock was undone': 'fonctionne de nouveau, le blocage a été annulé',
  'works until the new one does': 'fonctionne jusqu’à ce que le nouveau fonctionne',
  'Yes, lock {device}': 'Oui, bloquer {device}',
  'Yes, sign them out': 'Oui, déconnecter',
  'Yes, {device} may be locked for good.': 'Oui, {device} peut être bloqué définitivement.',
  'Yes, {device} may be removed for good.': 'Oui, {device} peut être supprimé définitivement.',
  'You can’t approve your own request. Ask another approver.':
    'Vous ne pouvez pas approuver votre propre demande. Demandez à un autre approbateur.',
  'You can’t do this for your own account. Ask a colleague.':
    'Vous ne pouvez pas le faire pour votre propre compte. Demandez à un collègue.',
  'You locked {device}. You can undo that until {time}.':
    'Vous avez bloqué {device}. Vous pouvez annuler jusqu’à {time}.',
  'You requested this, so somebody else decides.': 'Vous avez fait cette demande : quelqu’un d’autre décide.',
  'Your account may no longer see invitations.': 'Votre compte ne peut plus voir les invitations.',
  'Your browser does not allow copying. Select the text below.':
    'Votre navigateur ne permet pas de copier. Sélectionnez le texte ci-dessous.',
  'Your organisation’s sign-in gives roles. Change them there: they count from the next sign-in on.':
    'La connexion de votre organisation attribue les rôles. Modifiez-les là-bas : ils comptent dès la prochaine connexion.',
  'You’ve skipped approval as often as a day allows. Wait for an approver.':
    'Vous avez ignoré l’approbation autant de fois qu’une journée le permet. Attendez un approbateur.',
  '{actor} asked to unfreeze it.': '{actor} a demandé de lever le gel.',
  '{check}: off, because {cause}.': '{check} : impossible, car {cause}.',
  '{count} day': '{count} jour',
  '{count} days': '{count} jours',
  '{count} hour': '{count} heure',
  '{count} hours': '{count} heures',
  '{count} minute': '{count} minute',
  '{count} minutes': '{count} minutes',
  '{count} new invitation': '{count} nouvelle invitation',
  '{count} new invitations': '{count} nouvelles invitations',
  '{count} new request': '{count} nouvelle demande',
  '{count} new requests': '{count} nouvelles demandes',
  '{count} point': '{count} point',
  '{count} points': '{count} points',
  '{count} result': '{count} résultat',
  '{count} results': '{count} résultats',
  '{count} session': '{count} session',
  '{count} sessions': '{count} sessions',
  '{count} undelivered': '{count} non remis',
  '{count} waiting, {undelivered}, {destination}': '{count} en attente, {undelivered}, {destination}',
  '{count}, the next one from {time}': '{count}, la prochaine à partir de {time}',
  '{current} encrypts, {older} can still decrypt': '{current} chiffre ; {older} pour déchiffrer encore',
  '{database}, schema up to date': '{database}, schéma à jour',
  '{days} days': '{days} jours',
  '{device} (locked)': '{device} (bloqué)',
  '{device} can never sign in again, and this can’t be undone. A second person has to approve it.':
    '{device} ne permettra plus jamais de se connecter, et c’est irréversible. Une seconde personne doit l’approuver.',
  '{device} can no longer sign in. This can’t be undone: its user needs a new activation.':
    '{device} ne permet plus de se connecter. C’est irréversible : l’utilisateur aura besoin d’une nouvelle activation.',
  '{device} can no longer sign in. You can undo this for 15 minutes. After that, its user needs a new activation.':
    '{device} ne permet plus de se connecter. Vous pouvez annuler pendant 15 minutes. Ensuite, l’utilisateur aura besoin d’une nouvelle activation.',
  '{device} is locked now. It can’t be unlocked.': '{device} est bloqué maintenant. Il ne peut pas être débloqué.',
  '{device} is locked now. You can undo that for 15 minutes; after that it stays locked.':
    '{device} est bloqué maintenant. Vous pouvez annuler pendant 15 minutes ; ensuite, il reste bloqué.',
  '{device} is locked.': '{device} est bloqué.',
  '{device} is removed for good once approved. This can’t be undone.':
    '{device} est supprimé définitivement après approbation. C’est irréversible.',
  '{device} is removed now, for good. This can’t be undone.':
    '{device} est supprimé maintenant, définitivement. C’est irréversible.',
  '{device} is removed now. This can’t be undone.': '{device} est supprimé maintenant. C’est irréversible.',
  '{device} is unlocked again.': '{device} est débloqué.',
  '{device} keeps working until the new device does, then it is locked.':
    '{device} fonctionne jusqu’à ce que le nouvel appareil fonctionne, puis il est bloqué.',
  '{device} stays locked.': '{device} reste bloqué.',
  '{failed} failed · {retrying} retrying': '{failed} en échec · {retrying} en nouvel essai',
  '{group}. Protected: changes need a second approver.':
    '{group}. Protégé : les changements exigent l’approbation d’une seconde personne.',
  '{lifetime} (letters only)': '{lifetime} (lettres seulement)',
  '{lifetime}, a letter {letter}': '{lifetime}, une lettre {letter}',
  '{name} is signed out in every browser at once, and can sign in again.':
    '{name} est déconnecté immédiatement de tous les navigateurs et peut se reconnecter.',
  '{proofs}, and {proof}': '{proofs}, et {proof}',
  '{role} for {name}': '{role} pour {name}',
  '{state}, until {time}': '{state}, jusqu’à {time}',
  '{term}: {text}': '{term} : {text}',
  '{time} by {actor}': '{time} par {actor}',
  '{used} of {limit} used, {left} left': 'Utilisés : {used} sur {limit}, restants : {left}',
  '{used} used, any number allowed': 'Utilisés : {used}, nombre illimité',
  '{userId} ({name}) is somebody else whose name looks the same. Make sure who is meant.':
    '{userId} ({name}) est quelqu’un d’autre, dont le nom a la même apparence. Vérifiez de qui il s’agit.',
  '↑ ↓ to choose, Enter to open, Esc to close': '↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer',
};
