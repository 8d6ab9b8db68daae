import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  'Activation funnel: {steps}': 'Activeringstrechter: {steps}',
  'Lock {device}': '{device} blokkeren',
  'Remove {device}': '{device} verwijderen',
  'Request removal of {device}': 'Verwijdering van {device} aanvragen',
  'Undo the lock of {device}': 'Blokkering van {device} ongedaan maken',
  'Yes, lock {device}': 'Ja, {device} blokkeren',
  'Yes, {device} may be locked for good.': 'Ja, {device} mag definitief worden geblokkeerd.',
  'Yes, {device} may be removed for good.': 'Ja, {device} mag definitief worden verwijderd.',
  '{days} days': '{days} dagen',
};
