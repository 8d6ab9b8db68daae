import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';
import { FRENCH_NOTICES } from './notices/french-notices';
import { writeNotice } from './notices/write-notice';
import { FRENCH_ACCOUNTS } from './accounts/french-accounts';
import { FRENCH_SERVICES } from './services/french-services';

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
  lift: 'Levée du gel d’un compte',
};

function request({ action, userId, reason }: ApprovalSubject): Fact[] {
  return [
    ['Demande', ACTIONS[action]],
    ['Identifiant', userId],
    ['Raison', REASONS[reason]],
  ];
}

export const FRENCH: MailWords = {
  linkHint: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  typeHint: 'Cet e-mail ne contient aucun lien. Saisissez l’adresse dans votre navigateur.',
  help: 'Besoin d’aide ?',
  colon: '\u202f: ',
  footer: (site) => `Envoyé par le site de gestion personnelle ${site}. Merci de ne pas répondre à ce message.`,
  printed: ({ displayName, userId, invitationLink, code, codeUrl, validUntil }, time) => ({
    subject: 'Activez votre appareil',
    paragraphs: [
      `Bonjour ${displayName},`,
      'Le service d’assistance a préparé une nouvelle activation pour vous. Il vous faut cette lettre et le code que nous vous avons envoyé par e-mail.',
    ],
    scan: { hint: 'Scannez cette image avec l’appareil photo de votre téléphone', url: invitationLink },
    type: { hint: 'ou ouvrez cette page et saisissez le code', address: codeUrl, code },
    help: 'Besoin d’aide ?',
    facts: [
      ['Identifiant', userId],
      ['Valable jusqu’au', time(validUntil)],
    ],
    closing: [
      'Personne au service d’assistance ne vous demandera jamais cette lettre, son code ou votre mot de passe.',
      'Vous n’avez rien demandé ? Détruisez la lettre et prévenez le service d’assistance.',
    ],
  }),
  letters: {
    ...FRENCH_ACCOUNTS,
    ...FRENCH_SERVICES,
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activez votre appareil',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Le service d’assistance a préparé une nouvelle activation pour vous. Ouvrez sa page et suivez les étapes.',
        proof === 'password'
          ? 'La page vous demande votre mot de passe.'
          : 'Restez au téléphone avec le service d’assistance : la page affiche un code que vous lui lisez.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Valable jusqu’au', time(validUntil)],
      ],
      action: { label: 'Ouvrir l’invitation', url: invitationLink },
      closing: [
        'Personne au service d’assistance ne vous demandera jamais cet e-mail, l’image d’activation ni votre mot de passe.',
        'Vous n’avez rien demandé ? N’ouvrez pas la page et prévenez le service d’assistance.',
      ],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'Le code de votre lettre',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Une lettre est en route. Gardez ce code jusqu’à son arrivée : la page indiquée dans la lettre vous le demandera.',
      ],
      facts: [
        ['Code', code],
        ['Identifiant', userId],
        ['Valable jusqu’au', time(validUntil)],
      ],
      action: null,
      closing: [
        'Personne au service d’assistance ne vous demandera jamais ce code.',
        'Vous n’avez rien demandé ? Jetez la lettre et prévenez le service d’assistance.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'Un nouvel appareil a été activé',
      paragraphs: [`Bonjour ${displayName},`, 'Un nouvel appareil permet désormais de se connecter à votre nom.'],
      facts: [
        ['Identifiant', userId],
        ['Appareil', device],
        ['Heure', time(at)],
        ['Navigateur', browser],
        ['Réseau', network ?? 'inconnu'],
      ],
      action: { label: 'Ce n’était pas moi', url: notMeLink },
      closing: [
        'C’était vous ? Alors vous n’avez rien à faire.',
        'Sinon, choisissez « Ce n’était pas moi » : cela bloque le nouvel appareil, vous déconnecte partout et prévient le service d’assistance.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl, notMeLink }, time) => ({
      subject: 'Votre ancien appareil a été retiré',
      paragraphs: [
        `Bonjour ${displayName},`,
        'Votre nouvel appareil fonctionne. L’ancien est bloqué et sera supprimé.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Ancien appareil', device],
        ['Nouvel appareil', newDevice],
        ['Sera supprimé le', time(undoUntil)],
      ],
      action: { label: 'Garder mon ancien appareil', url: undoUrl },
      otherAction: { label: 'Ce n’était pas moi', url: notMeLink },
      closing: [
        'Vous avez encore besoin de l’ancien appareil ? Gardez-le avant cette heure. Vous devrez vous connecter.',
        'Vous n’avez pas remplacé d’appareil ? Choisissez « Ce n’était pas moi » : cela bloque le nouvel appareil, vous déconnecte partout et prévient le service d’assistance.',
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
      closing: ['Ce n’était pas vous ? Prévenez le service d’assistance.'],
    }),
    'account-notice': writeNotice(FRENCH_NOTICES),
    'approval-requested': (content, time) => ({
      subject: 'Une demande attend votre approbation',
      paragraphs: ['Le service d’assistance demande à une seconde personne d’approuver cette demande.'],
      facts: [...request(content), ['Demandée par', content.requestedBy], ['Expire', time(content.validUntil)]],
      action: { label: 'Ouvrir les approbations', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alerte : une approbation a été contournée',
      paragraphs: [
        'Une demande qui exige une seconde personne a été exécutée sans elle. Veuillez vérifier immédiatement.',
      ],
      facts: [
        ...request(content),
        ['Exécutée par', content.usedBy],
        ['Justification', content.justification],
        ['Heure', time(content.at)],
      ],
      action: { label: 'Ouvrir les alertes', url: content.alarmUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, alarmUrl }, time) => ({
      subject: 'Signalement : « Ce n’était pas moi »',
      paragraphs: [
        'Un utilisateur signale qu’il n’a pas activé cet appareil. L’appareil est bloqué et l’utilisateur est déconnecté partout.',
      ],
      facts: [
        ['Identifiant', userId],
        ['Appareil', device],
        ['Signalé le', time(at)],
        ['Navigateur', browser],
        ['Réseau', network ?? 'inconnu'],
      ],
      action: { label: 'Ouvrir les alertes', url: alarmUrl },
      closing: ['Appelez l’utilisateur à un numéro enregistré.'],
    }),
  },
};
