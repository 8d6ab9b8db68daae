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
