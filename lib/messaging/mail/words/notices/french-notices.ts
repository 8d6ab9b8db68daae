import type { NoticeWords } from './write-notice';

export const FRENCH_NOTICES: NoticeWords = {
  changes: {
    'device-removed': {
      subject: 'Un appareil a été supprimé',
      text: 'Il ne permettra plus jamais de se connecter à votre nom.',
    },
    'device-locked': {
      subject: 'Un appareil a été bloqué',
      text: 'Il ne permet plus de se connecter à votre nom tant qu’il n’est pas débloqué.',
    },
    'device-unlocked': {
      subject: 'Un appareil a été débloqué',
      text: 'Il permet de nouveau de se connecter à votre nom.',
    },
    'device-restored': {
      subject: 'Votre ancien appareil a été rétabli',
      text: 'Son remplacement a été annulé. Il permet de nouveau de se connecter à votre nom.',
    },
    'password-changed': {
      subject: 'Votre mot de passe a été modifié',
      text: 'Vous avez été déconnecté de tous les autres navigateurs.',
    },
    'password-turned-off': {
      subject: 'Votre mot de passe a été désactivé',
      text: 'Il ne permet plus de se connecter à votre nom. Vos clés d’accès le permettent.',
    },
    'password-turned-on': {
      subject: 'Votre mot de passe a été réactivé',
      text: 'Il permet de nouveau de se connecter à votre nom, comme vos clés d’accès.',
    },
    'addresses-changed': {
      subject: 'Vos adresses e-mail ont été modifiées',
      text: 'Les e-mails sont désormais envoyés aux nouvelles adresses. Celui-ci l’est aussi aux anciennes.',
    },
    'phone-numbers-changed': {
      subject: 'Vos numéros de téléphone ont été modifiés',
      text: 'L’assistance ne vous rappelle à un nouveau numéro qu’après une semaine d’enregistrement.',
    },
    'manager-changed': {
      subject: 'Votre responsable enregistré a été modifié',
      text: 'Un nouveau responsable pourra confirmer à l’assistance que c’est bien vous, une fois la semaine écoulée.',
    },
    'passkey-added': {
      subject: 'Une clé d’accès a été ajoutée',
      text: 'Elle permet désormais de se connecter à votre nom.',
    },
    'passkey-removed': {
      subject: 'Une clé d’accès a été supprimée',
      text: 'Elle ne permet plus de se connecter à votre nom.',
    },
    'recovery-code-made': {
      subject: 'Vous avez un nouveau code de récupération',
      text: 'Avec votre mot de passe, il permet d’activer une fois un nouvel appareil si vous perdez votre téléphone. L’ancien code n’est plus valable.',
    },
    'recovery-code-used': {
      subject: 'Votre code de récupération a été utilisé',
      text: 'Le code et votre mot de passe servent à activer un nouvel appareil. Chaque code ne sert qu’une fois : créez-en un autre dès que l’appareil fonctionne.',
    },
    'new-browser': {
      subject: 'Connexion avec un nouveau navigateur',
      text: 'Nous n’avons encore jamais vu ce navigateur avec votre compte. C’est aussi le cas d’une fenêtre privée et d’un navigateur dont les cookies ont été supprimés.',
    },
    'one-time-passwords-guessed': {
      subject: 'Quelqu’un a saisi des codes erronés en votre nom',
      text: 'Cinq mots de passe à usage unique erronés ont été saisis à la suite pour confirmer une modification de votre compte. La personne qui l’a fait connaît votre mot de passe ou lit vos e-mails.',
    },
    frozen: {
      subject: 'Votre compte a été gelé',
      text: 'Vos appareils sont bloqués, vous êtes déconnecté partout et rien de nouveau ne peut être activé. Seul le service d’assistance peut annuler cette mesure.',
    },
  },
  hello: (displayName) => `Bonjour ${displayName},`,
  labels: {
    userId: 'Identifiant',
    device: 'Appareil',
    passkey: 'Clé d’accès',
    time: 'Heure',
    browser: 'Navigateur',
    network: 'Réseau',
    by: 'Effectué par',
  },
  by: { user: 'votre compte', helpdesk: 'le service d’assistance', site: 'ce site' },
  notMe: 'Ce n’était pas moi',
  closing: [
    'C’était vous, ou vous l’aviez demandé ? Alors vous n’avez rien à faire.',
    'Sinon, choisissez « Ce n’était pas moi » : la page vous dit comment écarter un inconnu. Le service d’assistance peut le faire aussi.',
  ],
};
