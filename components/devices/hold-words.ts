import type { HoldCause } from '@/lib/devices/locks/device-holds';

/** Why a device is locked, for its user. */
export const OWN_HOLD_WORDS: Record<HoldCause, string> = {
  helpdesk: 'The helpdesk locked it.',
  person: 'You locked it yourself.',
  replaced: 'Another device has replaced it.',
  reported: 'It was reported: you didn’t activate it.',
  frozen: 'Your account is frozen.',
};
