import type { ChangeAsked, SystemBudget } from '../../../mail-content';
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

const CHANGES: Record<ChangeAsked, string> = {
  disable: 'Account uitschakelen',
  remove: 'Account definitief verwijderen',
  'take-role': 'Rol intrekken',
  'lock-device': 'Apparaat blokkeren',
  'unlock-device': 'Apparaat deblokkeren dat een systeem heeft geblokkeerd',
};

const BUDGETS: Record<SystemBudget, string> = {
  'account-changes': 'Wijzigingen van accounts',
  'new-accounts': 'Nieuwe accounts',
  'device-locks': 'Blokkeringen van apparaten',
  requests: 'Aanvragen aan een tweede persoon',
  'webhook-changes': 'Wijzigingen van webhooks',
};

/** Mails about somebody's account. */
export const DUTCH_ACCOUNTS: AccountLetters = {
  'account-invitation': ({ displayName, userId, passwordLink, validUntil }, time) => ({
    subject: 'Uw nieuwe account',
    paragraphs: [`Hallo ${displayName},`, 'Er is een account voor u aangemaakt. Open de link en kies uw wachtwoord.'],
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
      'Iemand, hopelijk uzelf, wil een nieuw wachtwoord voor uw account. Voer deze code in op de pagina die erom vraagt.',
    ],
    facts: [
      ['Code', code],
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand van de helpdesk vraagt u ooit om deze code.',
      'Was u dit niet? U hoeft niets te doen: zonder deze code blijft uw wachtwoord zoals het is.',
    ],
  }),
  'confirmation-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Uw bevestigingscode',
    paragraphs: [`Hallo ${displayName},`, 'Bevestig dat u het bent: voer deze code in op de pagina die erom vraagt.'],
    facts: [
      ['Code', code],
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand van de helpdesk vraagt u ooit om deze code.',
      'Was u dit niet? Dan is iemand anders onder uw naam ingelogd: wijzig uw wachtwoord en meld het bij de helpdesk.',
    ],
  }),
  'manager-asked': ({ displayName, userId, askedBy, validUntil, answerUrl }, time) => ({
    subject: 'Heeft een van uw mensen de helpdesk gebeld?',
    paragraphs: [
      `Aan de telefoon van de helpdesk zegt iemand ${displayName} te zijn, en u staat als leidinggevende geregistreerd.`,
      'Vraag het zelf na, persoonlijk of op een nummer dat u kent. Open daarna de pagina en zeg of het klopt.',
    ],
    facts: [
      ['Naam', displayName],
      ['Gebruikersnaam', userId],
      ['Gevraagd door', askedBy],
      ['Antwoord vóór', time(validUntil)],
    ],
    action: { label: 'Antwoorden', url: answerUrl },
    closing: ['Bereikt u deze persoon niet, kies dan ‘Ik bevestig niet’: op uw woord krijgt die dan niets.'],
  }),
  'change-requested': ({ change, userId, role, instanceId, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Een wijziging wacht op uw goedkeuring',
    paragraphs: ['Een systeem of een collega vraagt om een wijziging. Een tweede persoon moet instemmen.'],
    facts: [
      ['Wat', CHANGES[change]],
      ['Gebruikersnaam', userId],
      ...(role === null ? [] : [['Rol', ROLES[role]] as const]),
      ...(instanceId === null ? [] : [['Apparaat', instanceId] as const]),
      ['Aangevraagd door', requestedBy],
      ['Verloopt', time(validUntil)],
    ],
    action: { label: 'Goedkeuringen openen', url: queueUrl },
    closing: [],
  }),
  'service-budget-used-up': ({ name, budget, at, alarmUrl }, time) => ({
    subject: `${name} heeft zijn daglimiet bereikt`,
    paragraphs: [
      'Een systeem heeft vandaag zoveel gedaan als een dag toestaat. Wat het nog vraagt, wordt tot morgen geweigerd. Verwacht u dit niet, schort dan het serviceaccount op: misschien heeft iemand de sleutel gestolen.',
    ],
    facts: [
      ['Serviceaccount', name],
      ['Limiet', BUDGETS[budget]],
      ['Tijdstip', time(at)],
    ],
    action: { label: 'Alarmen openen', url: alarmUrl },
    closing: [],
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
