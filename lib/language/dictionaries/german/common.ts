export const common = {
  'Account: {name}, {userId}': 'Konto: {name}, {userId}',
  'Confirm with {provider}': 'Mit {provider} bestätigen',
  'Copied {value}': '{value} kopiert',
  'Copy {value}': '{value} kopieren',
  'in less than a minute': 'in weniger als einer Minute',
  'just now': 'gerade eben',
  'Replace {device}': '{device} ersetzen',
} as const;
