import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  'Activation funnel: {steps}': 'Entonnoir des activations : {steps}',
  'Lock {device}': 'Bloquer {device}',
  'Remove {device}': 'Supprimer {device}',
  'Request removal of {device}': 'Demander la suppression de {device}',
  'Undo the lock of {device}': 'Annuler le blocage de {device}',
  'Yes, lock {device}': 'Oui, bloquer {device}',
  'Yes, {device} may be locked for good.': 'Oui, {device} peut être bloqué définitivement.',
  'Yes, {device} may be removed for good.': 'Oui, {device} peut être supprimé définitivement.',
  '{days} days': '{days} jours',
};
