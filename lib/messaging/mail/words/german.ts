import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';
import { GERMAN_NOTICES } from './notices/german-notices';
import { writeNotice } from './notices/write-notice';
import { GERMAN_ACCOUNTS } from './accounts/german-accounts';
import { GERMAN_SERVICES } from './services/german-services';

const REASONS: Record<ApprovalSubject['reason'], string> = {
  lost: 'Gerät verloren',
  stolen: 'Gerät gestohlen',
  'new-phone': 'Neues Telefon',
  failed: 'Aktivierung fehlgeschlagen',
  expired: 'Aktivierung abgelaufen',
  other: 'Anderer Grund',
};

const ACTIONS: Record<ApprovalSubject['action'], string> = {
  invitation: 'Einladung zur Aktivierung eines Geräts',
  removal: 'Entfernen eines Geräts',
  lift: 'Aufhebung des Einfrierens eines Kontos',
};

function request({ action, userId, reason }: ApprovalSubject): Fact[] {
  return [
    ['Anfrage', ACTIONS[action]],
    ['Benutzerkennung', userId],
    ['Grund', REASONS[reason]],
  ];
}

export const GERMAN: MailWords = {
  linkHint: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  typeHint: 'Diese E-Mail enthält keine Links. Tippen Sie die Adresse in Ihren Browser ein.',
  help: 'Brauchen Sie Hilfe?',
  colon: ': ',
  footer: (site) => `Gesendet von der Selbstverwaltung unter ${site}. Bitte antworten Sie nicht auf diese Nachricht.`,
  printed: ({ displayName, userId, invitationLink, code, codeUrl, validUntil }, time) => ({
    subject: 'Aktivieren Sie Ihr Gerät',
    paragraphs: [
      `Guten Tag ${displayName},`,
      'der Helpdesk hat eine neue Aktivierung für Sie vorbereitet. Sie brauchen dazu diesen Brief und den Code aus unserer E-Mail.',
    ],
    scan: { hint: 'Scannen Sie dieses Bild mit der Kamera Ihres Telefons', url: invitationLink },
    type: { hint: 'oder öffnen Sie diese Seite und geben Sie den Code ein', address: codeUrl, code },
    help: 'Brauchen Sie Hilfe?',
    facts: [
      ['Benutzerkennung', userId],
      ['Gültig bis', time(validUntil)],
    ],
    closing: [
      'Niemand vom Helpdesk wird Sie je nach diesem Brief, nach seinem Code oder nach Ihrem Passwort fragen.',
      'Sie haben das nicht veranlasst? Vernichten Sie den Brief und melden Sie sich beim Helpdesk.',
    ],
  }),
  letters: {
    ...GERMAN_ACCOUNTS,
    ...GERMAN_SERVICES,
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Aktivieren Sie Ihr Gerät',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'der Helpdesk hat eine neue Aktivierung für Sie vorbereitet. Öffnen Sie ihre Seite und folgen Sie den Schritten.',
        proof === 'password'
          ? 'Die Seite fragt nach Ihrem Passwort.'
          : 'Bleiben Sie mit dem Helpdesk am Telefon: Die Seite zeigt einen Code, den Sie dort vorlesen.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Gültig bis', time(validUntil)],
      ],
      action: { label: 'Einladung öffnen', url: invitationLink },
      closing: [
        'Niemand vom Helpdesk wird Sie je nach dieser E-Mail, dem Aktivierungsbild oder Ihrem Passwort fragen.',
        'Sie haben das nicht verlangt? Öffnen Sie die Seite nicht und verständigen Sie den Helpdesk.',
      ],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'Der Code zu Ihrem Brief',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'ein Brief ist unterwegs zu Ihnen. Bewahren Sie diesen Code auf, bis er ankommt: Die Seite, zu der der Brief führt, fragt danach.',
      ],
      facts: [
        ['Code', code],
        ['Benutzerkennung', userId],
        ['Gültig bis', time(validUntil)],
      ],
      action: null,
      closing: [
        'Niemand vom Helpdesk wird Sie je nach diesem Code fragen.',
        'Sie haben das nicht verlangt? Werfen Sie den Brief weg und verständigen Sie den Helpdesk.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'Ein neues Gerät wurde aktiviert',
      paragraphs: [`Guten Tag ${displayName},`, 'mit einem neuen Gerät kann man sich jetzt als Sie anmelden.'],
      facts: [
        ['Benutzerkennung', userId],
        ['Gerät', device],
        ['Zeit', time(at)],
        ['Browser', browser],
        ['Netz', network ?? 'unbekannt'],
      ],
      action: { label: 'Das war ich nicht', url: notMeLink },
      closing: [
        'Waren Sie es? Dann ist nichts zu tun.',
        'Wenn nicht, wählen Sie „Das war ich nicht“: Das sperrt das neue Gerät, meldet Sie überall ab und verständigt den Helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl, notMeLink }, time) => ({
      subject: 'Ihr altes Gerät wurde abgelöst',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'Ihr neues Gerät funktioniert. Ihr altes ist gesperrt und wird entfernt.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Altes Gerät', device],
        ['Neues Gerät', newDevice],
        ['Wird entfernt', time(undoUntil)],
      ],
      action: { label: 'Altes Gerät behalten', url: undoUrl },
      otherAction: { label: 'Das war ich nicht', url: notMeLink },
      closing: [
        'Brauchen Sie das alte Gerät noch? Dann behalten Sie es vor diesem Zeitpunkt. Sie werden gebeten, sich anzumelden.',
        'Sie haben kein Gerät ersetzt? Wählen Sie „Das war ich nicht“: Das sperrt das neue Gerät, meldet Sie überall ab und verständigt den Helpdesk.',
      ],
    }),
    'device-replaced': ({ displayName, userId, device, newDevice, at }, time) => ({
      subject: 'Ihr altes Gerät wurde entfernt',
      paragraphs: [`Guten Tag ${displayName},`, 'Ihr neues Gerät hat das alte endgültig ersetzt.'],
      facts: [
        ['Benutzerkennung', userId],
        ['Altes Gerät', device],
        ['Neues Gerät', newDevice],
        ['Zeit', time(at)],
      ],
      action: null,
      closing: ['Waren Sie das nicht? Verständigen Sie den Helpdesk.'],
    }),
    'account-notice': writeNotice(GERMAN_NOTICES),
    'approval-requested': (content, time) => ({
      subject: 'Eine Anfrage wartet auf Ihre Genehmigung',
      paragraphs: ['Der Helpdesk bittet eine zweite Person, diese Anfrage zu genehmigen.'],
      facts: [...request(content), ['Angefragt von', content.requestedBy], ['Endet', time(content.validUntil)]],
      action: { label: 'Genehmigungen öffnen', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alarm: Eine Genehmigung wurde umgangen',
      paragraphs: [
        'Eine Anfrage, die eine zweite Person verlangt, wurde ohne diese ausgeführt. Bitte gehen Sie dem sofort nach.',
      ],
      facts: [
        ...request(content),
        ['Ausgeführt von', content.usedBy],
        ['Begründung', content.justification],
        ['Zeit', time(content.at)],
      ],
      action: { label: 'Alarme öffnen', url: content.alarmUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, alarmUrl }, time) => ({
      subject: 'Gemeldet: „Das war ich nicht“',
      paragraphs: [
        'Ein Benutzer meldet, dass er dieses Gerät nicht aktiviert hat. Es ist gesperrt, und der Benutzer ist überall abgemeldet.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Gerät', device],
        ['Gemeldet', time(at)],
        ['Browser', browser],
        ['Netz', network ?? 'unbekannt'],
      ],
      action: { label: 'Alarme öffnen', url: alarmUrl },
      closing: ['Rufen Sie den Benutzer unter einer hinterlegten Nummer an.'],
    }),
  },
};
