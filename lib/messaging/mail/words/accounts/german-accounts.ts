import type { ChangeAsked, SystemBudget } from '../../../mail-content';
import type { Role } from '../../../../accounts/users/role';
import type { AccountLetters } from '../../mail-words';

const ROLES: Record<Role, string> = {
  user: 'Benutzer',
  'helpdesk-agent': 'Helpdesk-Mitarbeiter',
  'break-glass': 'Darf Genehmigungen überspringen',
  'helpdesk-approver': 'Genehmiger',
  auditor: 'Revisor',
  administrator: 'Administrator',
};

const CHANGES: Record<ChangeAsked, string> = {
  disable: 'Konto deaktivieren',
  remove: 'Konto endgültig löschen',
  'take-role': 'Rolle entziehen',
  'lock-device': 'Gerät sperren',
  'unlock-device': 'Gerät entsperren, das ein System gesperrt hat',
};

const BUDGETS: Record<SystemBudget, string> = {
  'account-changes': 'Änderungen an Konten',
  'new-accounts': 'Neue Konten',
  'device-locks': 'Sperren von Geräten',
  requests: 'Anfragen an eine zweite Person',
  'webhook-changes': 'Änderungen an Webhooks',
};

/** Mails about somebody's account. */
export const GERMAN_ACCOUNTS: AccountLetters = {
  'account-invitation': ({ displayName, userId, passwordLink, validUntil }, time) => ({
    subject: 'Ihr neues Konto',
    paragraphs: [
      `Guten Tag ${displayName},`,
      'für Sie wurde ein Konto angelegt. Öffnen Sie den Link und wählen Sie Ihr Passwort.',
    ],
    facts: [
      ['Benutzerkennung', userId],
      ['Gültig bis', time(validUntil)],
    ],
    action: { label: 'Passwort wählen', url: passwordLink },
    closing: [
      'Niemand vom Helpdesk wird Sie je nach diesem Link oder nach Ihrem Passwort fragen.',
      'Sie haben das nicht erwartet? Melden Sie sich beim Helpdesk.',
    ],
  }),
  'password-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Ihr Code für ein neues Passwort',
    paragraphs: [
      `Guten Tag ${displayName},`,
      'jemand, hoffentlich Sie selbst, möchte ein neues Passwort für Ihr Konto. Geben Sie diesen Code auf der Seite ein, die danach fragt.',
    ],
    facts: [
      ['Code', code],
      ['Benutzerkennung', userId],
      ['Gültig bis', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand vom Helpdesk wird Sie je nach diesem Code fragen.',
      'Das waren nicht Sie? Sie müssen nichts tun: Ohne diesen Code bleibt Ihr Passwort, wie es ist.',
    ],
  }),
  'confirmation-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Ihr Bestätigungscode',
    paragraphs: [
      `Guten Tag ${displayName},`,
      'bestätigen Sie, dass Sie es sind: Geben Sie diesen Code auf der Seite ein, die danach fragt.',
    ],
    facts: [
      ['Code', code],
      ['Benutzerkennung', userId],
      ['Gültig bis', time(validUntil)],
    ],
    action: null,
    closing: [
      'Niemand vom Helpdesk wird Sie je nach diesem Code fragen.',
      'Das waren nicht Sie? Dann ist jemand anderes in Ihrem Namen angemeldet: Ändern Sie Ihr Passwort und melden Sie sich beim Helpdesk.',
    ],
  }),
  'manager-asked': ({ displayName, userId, askedBy, validUntil, answerUrl }, time) => ({
    subject: 'Hat jemand von Ihren Leuten den Helpdesk angerufen?',
    paragraphs: [
      `Am Telefon des Helpdesks sagt jemand, ${displayName} zu sein. Sie sind als Führungskraft eingetragen.`,
      'Fragen Sie selbst nach, persönlich oder unter einer Nummer, die Sie kennen. Öffnen Sie dann die Seite und sagen Sie, ob es stimmt.',
    ],
    facts: [
      ['Name', displayName],
      ['Benutzerkennung', userId],
      ['Gefragt von', askedBy],
      ['Antwort bis', time(validUntil)],
    ],
    action: { label: 'Antworten', url: answerUrl },
    closing: [
      'Erreichen Sie die Person nicht, wählen Sie „Ich bestätige nicht“: Dann bekommt sie auf Ihr Wort hin nichts.',
    ],
  }),
  'change-requested': ({ change, userId, role, instanceId, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Eine Änderung wartet auf Ihre Genehmigung',
    paragraphs: ['Ein System oder eine Kollegin bittet um eine Änderung. Eine zweite Person muss zustimmen.'],
    facts: [
      ['Was', CHANGES[change]],
      ['Benutzerkennung', userId],
      ...(role === null ? [] : [['Rolle', ROLES[role]] as const]),
      ...(instanceId === null ? [] : [['Gerät', instanceId] as const]),
      ['Angefragt von', requestedBy],
      ['Läuft ab', time(validUntil)],
    ],
    action: { label: 'Genehmigungen öffnen', url: queueUrl },
    closing: [],
  }),
  'service-budget-used-up': ({ name, budget, at, alarmUrl }, time) => ({
    subject: `${name} hat seine Tagesgrenze erreicht`,
    paragraphs: [
      'Ein System hat heute so viel getan, wie ein Tag erlaubt. Was es noch verlangt, wird bis morgen abgelehnt. Wenn Sie das nicht erwarten, setzen Sie sein Dienstkonto aus: Vielleicht hat jemand seinen Schlüssel gestohlen.',
    ],
    facts: [
      ['Dienstkonto', name],
      ['Grenze', BUDGETS[budget]],
      ['Zeitpunkt', time(at)],
    ],
    action: { label: 'Warnungen öffnen', url: alarmUrl },
    closing: [],
  }),
  'role-requested': ({ userId, role, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'Eine Rolle wartet auf Ihre Genehmigung',
    paragraphs: ['Jemand soll eine Rolle des Personals bekommen. Eine zweite Person muss zustimmen.'],
    facts: [
      ['Benutzerkennung', userId],
      ['Rolle', ROLES[role]],
      ['Angefragt von', requestedBy],
      ['Läuft ab', time(validUntil)],
    ],
    action: { label: 'Genehmigungen öffnen', url: queueUrl },
    closing: [],
  }),
};
