'use client';

import { useState, type Ref } from 'react';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { activationNames } from '@/lib/shared/names/activation-names';
import { OtherWays } from '../later-parts';
import type { ImageView } from './use-image-view';
import { t } from '@/lib/shared/language/t';

/** Opens another kind of image, and the ways that need no camera. */
export function CannotScan({
  ref,
  ...ways
}: {
  ref: Ref<HTMLDetailsElement>;
  credentials: ActivationCredentials;
  imageView: ImageView;
  user: { userId: string; domain: string };
  say: (text: string) => void;
}) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      ref={ref}
      onToggle={() => setWasOpened(true)}
      className="group rounded-card border border-line bg-surface print:hidden"
    >
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 rounded-card px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        {t(activationNames.cannotScan)}
        <svg
          viewBox="0 0 24 24"
          aria-hidden="true"
          focusable="false"
          className="size-5 shrink-0 fill-none stroke-current stroke-2 group-open:rotate-180"
        >
          <path d="m6 9 6 6 6-6" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </summary>
      {wasOpened && <OtherWays {...ways} />}
    </details>
  );
}
