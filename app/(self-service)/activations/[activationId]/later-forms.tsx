'use client';

import { lazy, Suspense, type ComponentProps } from 'react';
import type { AddPasskeyForm } from '../../profile/passkeys/add-passkey-form';
import type { NameDevice } from './name-device';

/*
 * The forms of an activation that has ended well, in scripts of their own, so that the image comes sooner.
 */

const LazyPasskeyForm = lazy(async () => ({
  default: (await import('../../profile/passkeys/add-passkey-form')).AddPasskeyForm,
}));

const LazyNameForm = lazy(async () => ({ default: (await import('./name-device')).NameDevice }));

export function AddPasskeyLater(props: ComponentProps<typeof AddPasskeyForm>) {
  return (
    <Suspense>
      <LazyPasskeyForm {...props} />
    </Suspense>
  );
}

export function NameDeviceLater(props: ComponentProps<typeof NameDevice>) {
  return (
    <Suspense>
      <LazyNameForm {...props} />
    </Suspense>
  );
}
