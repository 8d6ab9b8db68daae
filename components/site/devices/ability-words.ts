import type { Ability, Abilities, AuthenticatorKind, KindReason } from '@/lib/devices/abilities';
import { ABILITIES } from '@/lib/devices/abilities';
import type { OffReason } from '@/lib/devices/authenticator-directory';
import { t, type Message } from '@/lib/shared/language/t';

export const KIND_WORDS = {
  phone: 'App on a phone',
  hardware: 'Hardware authenticator',
  virtual: 'Codes by message',
} as const satisfies Record<AuthenticatorKind, Message>;

const ABILITY_WORDS = {
  test: 'Try a code',
  rename: 'Name',
  unlock: 'Unlock',
  lock: 'Lock',
  remove: 'Remove',
  pin: 'PIN',
  clock: 'Clock',
} as const satisfies Record<Ability, Message>;

/** Why something cannot be done, to whoever looks at the authenticator. */
const WHY_NOT = {
  'not-offered': 'The activation service has no such function.',
  'not-documented': 'The maker of the activation service does not publish how to ask for it.',
  'not-permitted': 'The activation service does not let this website ask for it.',
  'not-switched-on': 'Not switched on for this website. The helpdesk can do it.',
  'pin-in-the-app': 'Changed in the app on the phone.',
  'clock-of-the-phone': 'The phone sets its own clock.',
  'belongs-to-organisation': 'It belongs to the organisation: the helpdesk takes it back.',
  'locked-with-account': 'It is locked and unlocked together with the account. If it is lost, call the helpdesk.',
  'code-is-sent': 'Its codes are sent by message at a sign-in.',
  'has-no-clock': 'It has no clock.',
} as const satisfies Record<OffReason | KindReason, Message>;

/** What cannot be done with an authenticator, each with its reason. */
export function cannotWords(abilities: Abilities): { term: string; description: string }[] {
  return ABILITIES.flatMap((ability) => {
    const able = abilities[ability];
    return able === true ? [] : [{ term: t(ABILITY_WORDS[ability]), description: t(WHY_NOT[able]) }];
  });
}

/** What can be done with one, in a list. */
export function canWords(abilities: Abilities): string[] {
  return ABILITIES.flatMap((ability) => (abilities[ability] === true ? [t(ABILITY_WORDS[ability])] : []));
}
