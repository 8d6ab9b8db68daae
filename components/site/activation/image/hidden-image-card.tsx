import type { ReactNode } from 'react';
import type { ActivationState } from '@/lib/activation/activation';
import { activationNames } from '@/lib/shared/names/activation-names';
import { Mosaic } from '@/components/ui/mosaic';
import type { Mosaic as MosaicBits } from '@/lib/shared/codes/mosaic';
import { t, type Message } from '@/lib/shared/language/t';

type Words = { title: Message; text: Message };

const TEXT = {
  requested: {
    title: activationNames.imageToCome,
    text: 'The activation service cannot be reached right now. Your request is kept, and the image appears here by itself.',
  },
  scanned: { title: 'Image read', text: 'Keep the app open. Verifying your phone…' },
  verified: { title: 'Phone verified', text: 'Keep the app open. Your authenticator is being set up.' },
  linked: { title: 'Your turn: choose a PIN in the app', text: 'Choose one that only you know.' },
  issued: null,
  active: null,
  expired: null,
  cancelled: null,
  failed: null,
  superseded: null,
} as const satisfies Record<ActivationState, Words | null>;

/** Shown where the gateway does not report the last step, so that the user has to confirm it. */
const CONFIRM = {
  title: 'Your turn: choose a PIN in the app',
  text: 'Choose one that only you know, then confirm with a test on this page.',
} as const satisfies Words;

/** Takes the place of the image before it is issued and after it is scanned. @param placed tiles of the mosaic */
export function HiddenImageCard({
  view,
  isConfirmed,
  placed,
  mosaic,
}: {
  view: ActivationState;
  /** Whether the person confirms the last step with a test on the page. */
  isConfirmed: boolean;
  placed: number;
  mosaic: MosaicBits | null;
}) {
  const words = view === 'linked' && isConfirmed ? CONFIRM : TEXT[view];
  return (
    <ImagePlace>
      <Mosaic bits={mosaic} placed={placed} className={mosaic === null ? 'mb-2 size-24' : 'size-32'} />
      {words && <h2 className="text-xl font-semibold">{t(words.title)}</h2>}
      {words && <p className="text-ink-soft">{t(words.text)}</p>}
      {mosaic !== null && <p>{t('Same picture on your phone? Then it’s your phone. If not, cancel.')}</p>}
    </ImagePlace>
  );
}

/** As large as the image, in its place. */
export function ImagePlace({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-72 w-full max-w-88 content-center justify-items-center gap-3 rounded-card border border-line bg-surface p-6 text-center sm:aspect-square">
      {children}
    </div>
  );
}
