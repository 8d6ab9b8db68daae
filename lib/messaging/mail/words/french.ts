import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';

const REASONS: Record<ApprovalSubject['reason'], string> = {
  lost: 'Appareil perdu',
  stolen: 'Appareil volé',
  'new-phone': 'Nouveau téléphone',
  failed: 'Activation échouée',
  expired: 'Activation expirée',
  other: 'Autre raison',
};

const ACTIONS: Record<ApprovalSubject['action'], string> = {
  invitation: 'Invitation à activer un appareil',
  removal: 'Suppression d’un appareil',
};

function request({ action, userId, reason }: ApprovalSubject): Fact[] {
  return [
    ['Demande', ACTIONS[action]],
    ['Identifiant', userId],
    ['Raison', REASONS[reason]],
  ];
}

export const FRENCH: MailWords = {
  linkHint: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  footer: (site) => `Envoyé par le site de gestion personnelle ${site}. Merci de ne pas répondre à ce message.`,
  printed: ({ displayName, userId, invitationLink, validUntil }, time) => ({
    subject: 'Activez votre appareil',
    paragraphs: [
      `Bonjour ${displayName},`,
      'Le service d’assistance a préparé une nouvelle activation pour vous. Scannez ce code avec l’appareil photo d’un téléphone, ou saisissez l’adresse ci-dessous dans un navigateur.',
      'La page demande un code qui vous a été envoyé par e-mail.',
    ],
    facts: [
      ['Identifiant', userId],
      ['Valable jusqu’au', time(validUntil)],
    ],
    action: { label: 'Ouvrir l’invitation', url: invitationLink },
    closing: [
      'Personne au service d’assistance ne vous demandera jamais cette lettre, le code ou votre mot de passe.',
      'Vous n’avez rien demandé ? Détruisez la lettre et prévenez le service d’assistance.',
    ],
  }),
  letters: {
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activez votre appareil',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Le service d’assistance a préparé une nouvelle activation pour vous. Ouvrez le lien et suivez les étapes de la page.',
        proof === 'password'
          ? 'La page vous demande votre mot de passe.'
          : 'Restez au téléphone avec le service d’assistance : la page affiche un code que vous lui lisez.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Valable jusqu’au', time(validUntil)],
      ],
      action: { label: 'Ouvrir l’invitation', url: invitationLink },
      closing: [
        'Personne au service d’assistance ne vous demandera jamais ce lien, l’image d’activation ni votre mot de passe.',
        'Vous n’avez rien demandé ? N’ouvrez pas le lien et prévenez le service d’assistance.',
      ],
    }),
    'invitation-letter': ({ displayName, userId, validUntil }, time) => ({
      subject: 'Veuillez imprimer et remettre cette lettre',
      paragraphs: [
        'La lettre jointe conduit une personne à une page où elle active un appareil.',
        'Imprimez-la, mettez-la sous enveloppe sans la lire, fermez l’enveloppe et ne la remettez qu’à cette personne. Supprimez ensuite ce message.',
      ],
      facts: [
        ['Pour', displayName],
        ['Identifiant', userId],
        ['Valable jusqu’au', time(validUntil)],
      ],
      action: null,
      closing: ['Passé ce délai, la lettre est inutile : détruisez-la.'],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'Le code de votre lettre',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Une lettre avec un lien pour activer votre appareil est en route. La page de ce lien demande le code suivant.',
      ],
      facts: [
        ['Code', code],
        ['Identifiant', userId],
        ['Valable jusqu’au', time(validUntil)],
      ],
      action: null,
      closing: [
        'Personne au service d’assistance ne vous demandera jamais ce code.',
        'Vous n’avez rien demandé ? Jetez la lettre et prévenez le service d’assistance.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'Un nouvel appareil a été activé',
      paragraphs: [`Bonjour ${displayName},`, 'Un nouvel appareil a été activé pour vous et permet de se connecter.'],
      facts: [
        ['Identifiant', userId],
        ['Appareil', device],
        ['Heure', time(at)],
        ['Navigateur', browser],
        ['Réseau', network ?? 'inconnu'],
      ],
      action: { label: 'Ce n’était pas moi', url: notMeLink },
      closing: [
        'C’était vous ? Alors vous n’avez rien à faire.',
        '« Ce n’était pas moi » bloque le nouvel appareil, met fin à toutes vos sessions et prévient le service d’assistance.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl }, time) => ({
      subject: 'Votre ancien appareil a été retiré',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Votre nouvel appareil a réussi sa connexion d’essai. L’ancien ne fonctionne plus et sera supprimé.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Ancien appareil', device],
        ['Nouvel appareil', newDevice],
        ['Annulation possible jusqu’au', time(undoUntil)],
      ],
      action: { label: 'Ce n’était pas moi', url: undoUrl },
      closing: [
        'Pour garder l’ancien appareil, ouvrez cette page avant cette heure et connectez-vous.',
        'Ce n’était pas vous ? Choisissez « Ce n’était pas moi » dans l’e-mail qui annonçait le nouvel appareil, ou appelez le service d’assistance.',
      ],
    }),
    'device-replaced': ({ displayName, userId, device, newDevice, at }, time) => ({
      subject: 'Votre ancien appareil a été supprimé',
      paragraphs: [`Bonjour ${displayName},`, 'Votre nouvel appareil remplace définitivement l’ancien.'],
      facts: [
        ['Identifiant', userId],
        ['Ancien appareil', device],
        ['Nouvel appareil', newDevice],
        ['Heure', time(at)],
      ],
      action: null,
      closing: ['Ce n’était pas vous ? Prévenez le service d’assistance.'],
    }),
    'approval-requested': (content, time) => ({
      subject: 'Une demande attend votre approbation',
      paragraphs: ['Le service d’assistance demande à une seconde personne d’approuver cette demande.'],
      facts: [...request(content), ['Demandée par', content.requestedBy], ['Expire', time(content.validUntil)]],
      action: { label: 'Ouvrir les approbations', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alerte : une approbation a été contournée',
      paragraphs: [
        'Une demande qui exige une seconde personne a été exécutée sans elle. Veuillez vérifier immédiatement.',
      ],
      facts: [
        ...request(content),
        ['Exécutée par', content.usedBy],
        ['Justification', content.justification],
        ['Heure', time(content.at)],
      ],
      action: { label: 'Ouvrir la page de l’utilisateur', url: content.userUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, userUrl }, time) => ({
      subject: 'Signalement : « Ce n’était pas moi »',
      paragraphs: [
        'Quelqu’un a signalé qu’un appareil n’a pas été activé par son utilisateur. L’appareil a été bloqué et toutes les sessions de l’utilisateur ont été fermées.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Appareil', device],
        ['Heure du signalement', time(at)],
        ['Navigateur', browser],
        ['Réseau', network ?? 'inconnu'],
      ],
      action: { label: 'Ouvrir la page de l’utilisateur', url: userUrl },
      closing: ['Appelez l’utilisateur à un numéro que vous connaissez.'],
    }),
  },
};
