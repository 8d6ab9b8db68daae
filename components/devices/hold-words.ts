import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { OffReason } from '@/lib/devices/authenticator-directory';
import type { Message } from '@/lib/language/t';

/** Why a device is locked, for its user. */
export const OWN_HOLD_WORDS = {
  helpdesk: 'The helpdesk locked it.',
  person: 'You locked it yourself.',
  replaced: 'Another device has replaced it.',
  reported: 'It was reported: you didn’t activate it.',
  frozen: 'Your account is frozen.',
} as const satisfies Record<HoldCause, Message>;

/** Why a device is locked, for staff. */
export const STAFF_HOLD_WORDS = {
  helpdesk: 'Locked by the helpdesk.',
  person: 'Locked by its person.',
  replaced: 'Locked because another device has taken its place.',
  reported: 'Locked because it was reported as not theirs.',
  frozen: 'Locked because the account is frozen.',
} as const satisfies Record<HoldCause, Message>;

/** Why the gateway cannot do something; continues a sentence after "because". */
export const OFF_WORDS = {
  'not-offered': 'the activation service has no such function',
  'not-documented': 'the maker of the activation service does not publish how to ask for it',
  'not-permitted': 'the activation service does not let this website ask for it',
} as const satisfies Record<OffReason, Message>;
