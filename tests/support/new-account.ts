import type { UsableAccount } from '@/lib/phone/accounts/account';

/** An account of the phone app, in whose keys nothing is. */
export function newAccount(about: Partial<UsableAccount> = {}): UsableAccount {
  const nothing = { iv: new Uint8Array(12), ciphertext: new Uint8Array(48) };
  return {
    state: 'usable',
    instanceId: 'VDS1000042-1',
    userId: 'jane.doe',
    domain: 'example.org',
    name: 'jane.doe',
    activatedAt: '2026-05-04T10:00:00.000Z',
    pinMinimumLength: 4,
    pinMaximumLength: 8,
    notifications: 'off',
    triesLeft: 5,
    pinSealedKey: nothing,
    biometrics: null,
    ...about,
  };
}
