export const helpdesk = {
  'Activation funnel: {steps}': 'Aktivierungstrichter: {steps}',
  'Lock {device}': '{device} sperren',
  'Locked because another device has taken its place.':
    'Gesperrt, weil ein anderes Gerät an seine Stelle getreten ist.',
  'Locked because it was reported as not theirs.': 'Gesperrt, weil es als fremd gemeldet wurde.',
  'Locked because the account is frozen.': 'Gesperrt, weil das Konto eingefroren ist.',
  'Locked by its person.': 'Vom Besitzer gesperrt.',
  'Locked by the helpdesk.': 'Vom Helpdesk gesperrt.',
  'Remove {device}': '{device} entfernen',
  'Request removal of {device}': 'Entfernen von {device} beantragen',
  'the activation service does not let this website ask for it':
    'der Aktivierungsdienst erlaubt es dieser Website nicht',
  'the activation service has no such function': 'der Aktivierungsdienst hat keine solche Funktion',
  'the maker of the activation service does not publish how to ask for it':
    'der Hersteller des Aktivierungsdienstes veröffentlicht nicht, wie man danach fragt',
  'Undo the lock of {device}': 'Sperre von {device} aufheben',
  'Yes, lock {device}': 'Ja, {device} sperren',
  'Yes, {device} may be locked for good.': 'Ja, {device} darf endgültig gesperrt werden.',
  'Yes, {device} may be removed for good.': 'Ja, {device} darf endgültig entfernt werden.',
  '{days} days': '{days} Tage',
} as const;
