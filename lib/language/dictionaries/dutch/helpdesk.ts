import type { helpdesk as german } from '../german/helpdesk';

export const helpdesk: Record<keyof typeof german, string> = {
  'Activation funnel: {steps}': 'Activeringstrechter: {steps}',
  'Lock {device}': '{device} blokkeren',
  'Locked because another device has taken its place.':
    'Geblokkeerd omdat een ander toestel de plaats ervan heeft ingenomen.',
  'Locked because it was reported as not theirs.': 'Geblokkeerd omdat het als vreemd is gemeld.',
  'Locked because the account is frozen.': 'Geblokkeerd omdat het account bevroren is.',
  'Locked by its person.': 'Geblokkeerd door de eigenaar.',
  'Locked by the helpdesk.': 'Geblokkeerd door de helpdesk.',
  'Remove {device}': '{device} verwijderen',
  'Request removal of {device}': 'Verwijdering van {device} aanvragen',
  'the activation service does not let this website ask for it': 'de activeringsdienst staat deze website dat niet toe',
  'the activation service has no such function': 'de activeringsdienst heeft die functie niet',
  'the maker of the activation service does not publish how to ask for it':
    'de maker van de activeringsdienst publiceert niet hoe men erom vraagt',
  'Undo the lock of {device}': 'Blokkering van {device} ongedaan maken',
  'Yes, lock {device}': 'Ja, {device} blokkeren',
  'Yes, {device} may be locked for good.': 'Ja, {device} mag definitief worden geblokkeerd.',
  'Yes, {device} may be removed for good.': 'Ja, {device} mag definitief worden verwijderd.',
  '{days} days': '{days} dagen',
};
