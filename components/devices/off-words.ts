import type { OffReason } from '@/lib/devices/directory-capabilities';

/** Why something cannot be done at this gateway; goes on after "because". */
export const OFF_WORDS: Record<OffReason, string> = {
  'not-offered': 'the activation service has no such function',
  'not-documented': 'the maker of the activation service does not publish how to ask for it',
  'not-permitted': 'the activation service does not let this website ask for it',
};
