import type { ChangeAsked, SystemBudget } from '../../../mail-content';
import type { Role } from '../../../../accounts/users/role';
import type { AccountLetters } from '../../mail-words';

const ROLES: Record<Role, string> = {
  user: 'Utilisateur',
  'helpdesk-agent': 'Agent d’assistance',
  'break-glass': 'Peut passer outre l’approbation',
  'helpdesk-approver': 'Approbateur',
  auditor: 'Auditeur',
  administrator: 'Administrateur',
};

const CHANGES: Record<ChangeAsked, string> = {
  disable: 'Désactiver le compte',
  remove: 'Supprimer définitivement le compte',
  'take-role': 'Retirer un rôle',
  'lock-device': 'Bloquer un appareil',
  'unlock-device': 'Débloquer un appareil bloqué par un système',
};

const BUDGETS: Record<SystemBudget, string> = {
  'account-changes': 'Modifications de comptes',
  'new-accounts': 'Nouveaux comptes',
  'device-locks': 'Blocages d’appareils',
  requests: 'Demandes à une deuxième personne',
  'webhook-changes': 'Modifications de webhooks',
};

/** Mails about somebody's account. */
export const FRENCH_ACCOUNTS: AccountLetters = {
  'account-invitation': ({ displayName, userId, passwordLink, validUntil }, time) => ({
    subject: 'Votre nouveau compte',
    paragraphs: [
      `Bonjour ${displayName},`,
      'Un compte a été créé pour vous. Ouvrez le lien et choisissez votre mot de passe.',
    ],
    facts: [
      ['Identifiant', userId],
      ['Valable jusqu’au', time(validUntil)],
    ],
    action: { label: 'Choisir un mot de passe', url: passwordLink },
    closing: [
      'Personne à l’assistance ne vous demandera jamais ce lien ni votre mot de passe.',
      'Vous ne vous y attendiez pas ? Prévenez l’assistance.',
    ],
  }),
  'password-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Votre code pour un nouveau mot de passe',
    paragraphs: [
      `Bonjour ${displayName},`,
      'Quelqu’un, sans doute vous, souhaite un nouveau mot de passe pour votre compte. Saisissez ce code sur la page qui le demande.',
    ],
    facts: [
      ['Code', code],
      ['Identifiant', userId],
      ['Valable jusqu’au', time(validUntil)],
    ],
    action: null,
    closing: [
      'Personne à l’assistance ne vous demandera jamais ce code.',
      'Ce n’était pas vous ? Vous n’avez rien à faire : sans ce code, votre mot de passe ne change pas.',
    ],
  }),
  'confirmation-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Votre code de confirmation',
    paragraphs: [
      `Bonjour ${displayName},`,
      'Pour confirmer que c’est bien vous, saisissez ce code sur la page qui le demande.',
    ],
    facts: [
      ['Code', code],
      ['Identifiant', userId],
      ['Valable jusqu’au', time(validUntil)],
    ],
    action: null,
    closing: [
      'Personne à l’assistance ne vous demandera jamais ce code.',
      'Ce n’était pas vous ? Quelqu’un d’autre est alors connecté à votre compte : changez votre mot de passe et prévenez l’assistance.',
    ],
  }),
  'manager-asked': ({ displayName, userId, askedBy, validUntil, answerUrl }, time) => ({
    subject: 'Une personne de votre équipe a-t-elle appelé l’assistance ?',
    paragraphs: [
      `Au téléphone de l’assistance, quelqu’un dit être ${displayName}, et vous êtes son responsable enregistré.`,
      'Demandez-le-lui vous-même, de vive voix ou à un numéro que vous connaissez. Ouvrez ensuite la page et dites si c’est bien cette personne.',
    ],
    facts: [
      ['Nom', displayName],
      ['Identifiant', userId],
      ['Demandé par', askedBy],
      ['Réponse avant', time(validUntil)],
    ],
    action: { label: 'Répondre', url: answerUrl },
    closing: [
      'Si vous ne la joignez pas, choisissez « Je ne confirme pas » : elle n’obtient alors rien sur votre parole.',
    ],
  }),
  'change-requested': ({ change, userId, role, instanceId, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Une modification attend votre approbation',
    paragraphs: ['Un système ou un collègue demande une modification. Une deuxième personne doit donner son accord.'],
    facts: [
      ['Quoi', CHANGES[change]],
      ['Identifiant', userId],
      ...(role === null ? [] : [['Rôle', ROLES[role]] as const]),
      ...(instanceId === null ? [] : [['Appareil', instanceId] as const]),
      ['Demandé par', requestedBy],
      ['Expire', time(validUntil)],
    ],
    action: { label: 'Ouvrir les approbations', url: queueUrl },
    closing: [],
  }),
  'service-budget-used-up': ({ name, budget, at, alarmUrl }, time) => ({
    subject: `${name} a atteint sa limite quotidienne`,
    paragraphs: [
      'Un système a fait aujourd’hui tout ce qu’une journée permet. Ce qu’il demande encore est refusé jusqu’à demain. Si cela vous surprend, suspendez son compte de service : quelqu’un a peut-être volé sa clé.',
    ],
    facts: [
      ['Compte de service', name],
      ['Limite', BUDGETS[budget]],
      ['Heure', time(at)],
    ],
    action: { label: 'Ouvrir les alertes', url: alarmUrl },
    closing: [],
  }),
  'role-requested': ({ userId, role, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Un rôle attend votre approbation',
    paragraphs: ['Quelqu’un doit recevoir un rôle du personnel. Une deuxième personne doit donner son accord.'],
    facts: [
      ['Identifiant', userId],
      ['Rôle', ROLES[role]],
      ['Demandé par', requestedBy],
      ['Expire', time(validUntil)],
    ],
    action: { label: 'Ouvrir les approbations', url: queueUrl },
    closing: [],
  }),
};
