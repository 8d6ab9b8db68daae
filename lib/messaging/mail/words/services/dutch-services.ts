import type { ServiceLetters } from '../../mail-words';

/** Mails about systems that call this site. */
export const DUTCH_SERVICES: ServiceLetters = {
  'service-account-requested': ({ name, isNew, requestedBy, validUntil, queueUrl }, time) => ({
    subject: isNew ? 'Een serviceaccount wacht op uw goedkeuring' : 'Meer rechten wachten op uw goedkeuring',
    paragraphs: [
      isNew
        ? 'Een systeem moet deze site zelf kunnen aanroepen. Een tweede persoon moet instemmen.'
        : 'Een systeem dat deze site aanroept, moet meer kunnen. Een tweede persoon moet instemmen.',
    ],
    facts: [
      ['Serviceaccount', name],
      ['Aangevraagd door', requestedBy],
      ['Verloopt', time(validUntil)],
    ],
    action: { label: 'Goedkeuringen openen', url: queueUrl },
    closing: [],
  }),
  'service-key-made': ({ name, madeBy, at, accountUrl }, time) => ({
    subject: 'Een sleutel van een serviceaccount is getoond',
    paragraphs: [
      'Iemand heeft de eerste sleutel van een serviceaccount te zien gekregen. Wie de sleutel heeft, kan alles wat het account mag.',
    ],
    facts: [
      ['Serviceaccount', name],
      ['Getoond aan', madeBy],
      ['Tijd', time(at)],
    ],
    action: { label: 'Serviceaccount openen', url: accountUrl },
    closing: [
      'Had u dit niet verwacht? Schort het serviceaccount op en vraag het aan degene die de sleutel te zien kreeg.',
    ],
  }),
  'service-key-replaced': ({ name, madeBy, at, earlierUntil, accountUrl }, time) => ({
    subject: 'Een sleutel van een serviceaccount is vervangen',
    paragraphs: [
      'Iemand heeft een nieuwe sleutel van een serviceaccount te zien gekregen. Wie de sleutel heeft, kan alles wat het account mag.',
    ],
    facts: [
      ['Serviceaccount', name],
      ['Getoond aan', madeBy],
      ['Tijd', time(at)],
      ['Eerdere sleutel eindigt', time(earlierUntil)],
    ],
    action: { label: 'Serviceaccount openen', url: accountUrl },
    closing: [
      'Had u dit niet verwacht? Schort het serviceaccount op en vraag het aan degene die de sleutel te zien kreeg.',
    ],
  }),
  'service-account-expiring': ({ name, validUntil, accountUrl }, time) => ({
    subject: 'Een serviceaccount verloopt binnenkort',
    paragraphs: [
      'Een systeem dat deze site aanroept, kan dat niet meer zodra zijn serviceaccount verloopt. Stel een latere einddatum in om het te houden.',
    ],
    facts: [
      ['Serviceaccount', name],
      ['Verloopt', time(validUntil)],
    ],
    action: { label: 'Serviceaccount openen', url: accountUrl },
    closing: [],
  }),
};
