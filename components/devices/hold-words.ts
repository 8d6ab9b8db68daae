import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { Message } from '@/lib/language/t';

/** Why a device is locked, for its user. */
export const OWN_HOLD_WORDS = {
  helpdesk: 'The helpdesk locked it.',
  person: 'You locked it yourself.',
  replaced: 'Another device has replaced it.',
  reported: 'It was reported: you didn’t activate it.',
  frozen: 'Your account is frozen.',
} as const satisfies Record<HoldCause, Message>;
