import type { FreezeLookup } from '@/lib/accounts/freeze/freeze';

/** No account is frozen. */
export const NO_FREEZES: FreezeLookup = { isFrozen: async () => false };
