import type { common as german } from '../german/common';

export const common: Record<keyof typeof german, string> = {
  'Account: {name}, {userId}': 'Account: {name}, {userId}',
  'Confirm with {provider}': 'Bevestigen met {provider}',
  'Copied {value}': '{value} gekopieerd',
  'Copy {value}': '{value} kopiëren',
  'in less than a minute': 'over minder dan een minuut',
  'just now': 'zojuist',
  'Replace {device}': '{device} vervangen',
};
