import type { common as german } from '../german/common';

export const common: Record<keyof typeof german, string> = {
  'Account: {name}, {userId}': 'Compte : {name}, {userId}',
  'Confirm with {provider}': 'Confirmer avec {provider}',
  'Copied {value}': '{value} copié',
  'Copy {value}': 'Copier {value}',
  'in less than a minute': 'dans moins d’une minute',
  'just now': 'à l’instant',
  'Replace {device}': 'Remplacer {device}',
};
