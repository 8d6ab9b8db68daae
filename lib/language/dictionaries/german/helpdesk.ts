export const helpdesk = {
  'Activation funnel: {steps}': 'Aktivierungstrichter: {steps}',
  'Lock {device}': '{device} sperren',
  'Remove {device}': '{device} entfernen',
  'Request removal of {device}': 'Entfernen von {device} beantragen',
  'Undo the lock of {device}': 'Sperre von {device} aufheben',
  'Yes, lock {device}': 'Ja, {device} sperren',
  'Yes, {device} may be locked for good.': 'Ja, {device} darf endgültig gesperrt werden.',
  'Yes, {device} may be removed for good.': 'Ja, {device} darf endgültig entfernt werden.',
  '{days} days': '{days} Tage',
} as const;
