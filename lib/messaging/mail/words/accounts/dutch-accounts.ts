import type { Role } from '../../../../accounts/users/role';
import type { AccountLetters } from '../../mail-words';

const ROLES: Record<Role, string> = {
  user: 'Gebruiker',
  'helpdesk-agent': 'Helpdeskmedewerker',
  'break-glass': 'Mag goedkeuring overslaan',
  'helpdesk-approver': 'Goedkeurder',
  auditor: 'Auditor',
  administrator: 'Beheerder',
};

/** Mails about somebody's account. */
export const DUTCH_ACCOUNTS: AccountLetters = {
  'account-invitation': ({ displayName, userId, passwordLink, validUntil }, time) => ({
    subject: 'Uw nieuwe account',
    paragraphs: [`Hallo ${displayName},`, 'Er is een account voor u gemaakt. Open de link en kies uw wachtwoord.'],
    facts: [
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: { label: 'Wachtwoord kiezen', url: passwordLink },
    closing: [
      'Niemand van de helpdesk vraagt u ooit om deze link of om uw wachtwoord.',
      'Had u dit niet verwacht? Meld het bij de helpdesk.',
    ],
  }),
  'password-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Uw code voor een nieuw wachtwoord',
    paragraphs: [
      `Hallo ${displayName},`,
      'Iemand, hopelijk u, is het wachtwoord van uw account vergeten. Voer deze code in op de pagina die erom vraagt.',
    ],
    facts: [
      ['Code', code],
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand van de helpdesk vraagt u ooit om deze code.',
      'Was u dit niet? Doe dan niets: zonder de code blijft uw wachtwoord zoals het is.',
    ],
  }),
  'confirmation-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Uw code',
    paragraphs: [
      `Hallo ${displayName},`,
      'Voer deze code in op de pagina die erom vraagt, om te bevestigen dat u het bent.',
    ],
    facts: [
      ['Code', code],
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand van de helpdesk vraagt u ooit om deze code.',
      'Was u dit niet? Wijzig uw wachtwoord en meld het bij de helpdesk.',
    ],
  }),
  'role-requested': ({ userId, role, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Een rol wacht op uw goedkeuring',
    paragraphs: ['Iemand krijgt een rol van het personeel. Een tweede persoon moet instemmen.'],
    facts: [
      ['Gebruikersnaam', userId],
      ['Rol', ROLES[role]],
      ['Aangevraagd door', requestedBy],
      ['Verloopt', time(validUntil)],
    ],
    action: { label: 'Goedkeuringen openen', url: queueUrl },
    closing: [],
  }),
};
