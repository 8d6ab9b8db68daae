import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  'Activation funnel: {steps}': 'Entonnoir des activations : {steps}',
  'Lock {device}': 'Bloquer {device}',
  'Locked because another device has taken its place.': 'Bloqué parce qu’un autre appareil a pris sa place.',
  'Locked because it was reported as not theirs.': 'Bloqué parce qu’il a été signalé comme n’étant pas le sien.',
  'Locked because the account is frozen.': 'Bloqué parce que le compte est gelé.',
  'Locked by its person.': 'Bloqué par son propriétaire.',
  'Locked by the helpdesk.': 'Bloqué par l’assistance.',
  'Remove {device}': 'Supprimer {device}',
  'Request removal of {device}': 'Demander la suppression de {device}',
  'the activation service does not let this website ask for it': 'le service d’activation ne le permet pas à ce site',
  'the activation service has no such function': 'le service d’activation n’a pas cette fonction',
  'the maker of the activation service does not publish how to ask for it':
    'l’éditeur du service d’activation ne publie pas la manière de le demander',
  'Undo the lock of {device}': 'Annuler le blocage de {device}',
  'Yes, lock {device}': 'Oui, bloquer {device}',
  'Yes, {device} may be locked for good.': 'Oui, {device} peut être bloqué définitivement.',
  'Yes, {device} may be removed for good.': 'Oui, {device} peut être supprimé définitivement.',
  '{days} days': '{days} jours',
};
