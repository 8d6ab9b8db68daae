import type { ServiceLetters } from '../../mail-words';

/** Mails about systems that call this site. */
export const GERMAN_SERVICES: ServiceLetters = {
  'service-account-requested': ({ name, isNew, requestedBy, validUntil, queueUrl }, time) => ({
    subject: isNew ? 'Ein Dienstkonto wartet auf Ihre Genehmigung' : 'Weitere Rechte warten auf Ihre Genehmigung',
    paragraphs: [
      isNew
        ? 'Ein System soll diese Website selbst aufrufen. Eine zweite Person muss zustimmen.'
        : 'Ein System, das diese Website aufruft, soll mehr dürfen. Eine zweite Person muss zustimmen.',
    ],
    facts: [
      ['Dienstkonto', name],
      ['Angefragt von', requestedBy],
      ['Läuft ab', time(validUntil)],
    ],
    action: { label: 'Genehmigungen öffnen', url: queueUrl },
    closing: [],
  }),
  'service-key-made': ({ name, madeBy, at, accountUrl }, time) => ({
    subject: 'Ein Schlüssel für ein Dienstkonto wurde angezeigt',
    paragraphs: [
      'Jemandem wurde der erste Schlüssel eines Dienstkontos angezeigt. Wer den Schlüssel hat, kann alles, was das Konto darf.',
    ],
    facts: [
      ['Dienstkonto', name],
      ['Angezeigt für', madeBy],
      ['Zeit', time(at)],
    ],
    action: { label: 'Dienstkonto öffnen', url: accountUrl },
    closing: [
      'Das haben Sie nicht erwartet? Sperren Sie das Dienstkonto und fragen Sie die Person, der der Schlüssel angezeigt wurde.',
    ],
  }),
  'service-key-replaced': ({ name, madeBy, at, earlierUntil, accountUrl }, time) => ({
    subject: 'Ein Schlüssel eines Dienstkontos wurde ersetzt',
    paragraphs: [
      'Jemandem wurde ein neuer Schlüssel eines Dienstkontos angezeigt. Wer den Schlüssel hat, kann alles, was das Konto darf.',
    ],
    facts: [
      ['Dienstkonto', name],
      ['Angezeigt für', madeBy],
      ['Zeit', time(at)],
      ['Früherer Schlüssel endet', time(earlierUntil)],
    ],
    action: { label: 'Dienstkonto öffnen', url: accountUrl },
    closing: [
      'Das haben Sie nicht erwartet? Sperren Sie das Dienstkonto und fragen Sie die Person, der der Schlüssel angezeigt wurde.',
    ],
  }),
  'service-account-expiring': ({ name, validUntil, accountUrl }, time) => ({
    subject: 'Ein Dienstkonto läuft bald ab',
    paragraphs: [
      'Ein System, das diese Website aufruft, kann das nicht mehr, sobald sein Dienstkonto abläuft. Um es zu behalten, setzen Sie ein späteres Ablaufdatum.',
    ],
    facts: [
      ['Dienstkonto', name],
      ['Läuft ab', time(validUntil)],
    ],
    action: { label: 'Dienstkonto öffnen', url: accountUrl },
    closing: [],
  }),
};
