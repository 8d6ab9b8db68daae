'use client';

import { later } from '@/components/site/activation/later';

/*
 * The forms of an activation that has ended well, in scripts of their own, so that the image comes sooner.
 */

export const AddPasskeyLater = later(
  async () => (await import('../../profile/passkeys/add-passkey-form')).AddPasskeyForm,
);

export const NameDeviceLater = later(async () => (await import('./name-device')).NameDevice);
