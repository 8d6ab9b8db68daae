import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';

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
  footer: (site) => `Gesendet von der Selbstverwaltung unter ${site}. Bitte antworten Sie nicht auf diese Nachricht.`,
  printed: ({ displayName, userId, invitationLink, validUntil }, time) => ({
    subject: 'Aktivieren Sie Ihr Gerät',
    paragraphs: [
      `Guten Tag ${displayName},`,
      'der Helpdesk hat eine neue Aktivierung für Sie vorbereitet. Scannen Sie diesen Code mit der Kamera eines Telefons, oder geben Sie die Adresse darunter in einen Browser ein.',
      'Die Seite fragt nach einem Code, den Sie per E-Mail erhalten haben.',
    ],
    facts: [
      ['Benutzerkennung', userId],
      ['Gültig bis', time(validUntil)],
    ],
    action: { label: 'Einladung öffnen', url: invitationLink },
    closing: [
      'Niemand vom Helpdesk wird Sie je nach diesem Brief, nach dem Code oder nach Ihrem Passwort fragen.',
      'Sie haben das nicht veranlasst? Vernichten Sie den Brief und melden Sie sich beim Helpdesk.',
    ],
  }),
  letters: {
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Aktivieren Sie Ihr Gerät',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'der Helpdesk hat eine neue Aktivierung für Sie vorbereitet. Öffnen Sie den Link und folgen Sie den Schritten auf der Seite.',
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
        'Niemand vom Helpdesk wird Sie je nach diesem Link, dem Aktivierungsbild oder Ihrem Passwort fragen.',
        'Sie haben das nicht verlangt? Öffnen Sie den Link nicht und verständigen Sie den Helpdesk.',
      ],
    }),
    'invitation-letter': ({ displayName, userId, validUntil }, time) => ({
      subject: 'Bitte diesen Brief drucken und übergeben',
      paragraphs: [
        'Der angehängte Brief führt eine Person zu einer Seite, auf der sie ein Gerät aktiviert.',
        'Drucken Sie ihn, stecken Sie ihn ungelesen in einen Umschlag, verschließen Sie den Umschlag und übergeben Sie ihn nur dieser Person. Löschen Sie danach diese E-Mail.',
      ],
      facts: [
        ['Für', displayName],
        ['Benutzerkennung', userId],
        ['Gültig bis', time(validUntil)],
      ],
      action: null,
      closing: ['Danach ist der Brief nutzlos: Vernichten Sie ihn.'],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'Der Code zu Ihrem Brief',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'ein Brief mit einem Link zur Aktivierung Ihres Geräts ist unterwegs zu Ihnen. Die Seite hinter dem Link fragt nach diesem Code.',
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
      paragraphs: [
        `Guten Tag ${displayName},`,
        'ein neues Gerät wurde für Sie aktiviert und kann zur Anmeldung verwendet werden.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Gerät', device],
        ['Zeit', time(at)],
        ['Browser', browser],
        ['Netz', network ?? 'nicht bekannt'],
      ],
      action: { label: 'Das war ich nicht', url: notMeLink },
      closing: [
        'Waren Sie es? Dann ist nichts zu tun.',
        '„Das war ich nicht“ sperrt das neue Gerät, beendet alle Ihre Sitzungen und verständigt den Helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl }, time) => ({
      subject: 'Ihr altes Gerät wurde abgelöst',
      paragraphs: [
        `Guten Tag ${displayName},`,
        'Ihr neues Gerät hat seine Testanmeldung bestanden. Das alte funktioniert nicht mehr und wird entfernt.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Altes Gerät', device],
        ['Neues Gerät', newDevice],
        ['Rückgängig bis', time(undoUntil)],
      ],
      action: { label: 'Das war ich nicht', url: undoUrl },
      closing: [
        'Um das alte Gerät zu behalten, öffnen Sie vorher diese Seite und melden Sie sich an.',
        'Waren Sie das nicht? Wählen Sie „Das war ich nicht“ in der E-Mail über das neue Gerät, oder rufen Sie den Helpdesk an.',
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
    'approval-requested': (content, time) => ({
      subject: 'Eine Anfrage wartet auf Ihre Freigabe',
      paragraphs: ['Der Helpdesk bittet eine zweite Person, diese Anfrage freizugeben.'],
      facts: [...request(content), ['Angefragt von', content.requestedBy], ['Endet', time(content.validUntil)]],
      action: { label: 'Freigaben öffnen', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alarm: Eine Freigabe wurde umgangen',
      paragraphs: [
        'Eine Anfrage, die eine zweite Person verlangt, wurde ohne diese ausgeführt. Bitte gehen Sie dem sofort nach.',
      ],
      facts: [
        ...request(content),
        ['Ausgeführt von', content.usedBy],
        ['Begründung', content.justification],
        ['Zeit', time(content.at)],
      ],
      action: { label: 'Benutzerseite öffnen', url: content.userUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, userUrl }, time) => ({
      subject: 'Gemeldet: „Das war ich nicht“',
      paragraphs: [
        'Jemand hat gemeldet, dass ein Gerät nicht von seinem Benutzer aktiviert wurde. Das Gerät wurde gesperrt, und alle Sitzungen des Benutzers wurden beendet.',
      ],
      facts: [
        ['Benutzerkennung', userId],
        ['Gerät', device],
        ['Zeit der Meldung', time(at)],
        ['Browser', browser],
        ['Netz', network ?? 'nicht bekannt'],
      ],
      action: { label: 'Benutzerseite öffnen', url: userUrl },
      closing: ['Rufen Sie den Benutzer unter einer Nummer an, die Sie kennen.'],
    }),
  },
};
