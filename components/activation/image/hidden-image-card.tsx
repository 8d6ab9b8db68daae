import type { ActivationStatus } from '@/lib/activation/activation-status';
import type { ActivationState } from '@/lib/activation/activation';
import { SiteMark } from '@/components/layout/site-mark';

const TEXT: Partial<Record<ActivationState, { title: string; text: string }>> = {
  requested: {
    title: 'The image will appear here',
    text: 'The gateway cannot be reached right now. Your request is kept, and this page goes on by itself as soon as the gateway answers.',
  },
  scanned: { title: 'Image read', text: 'Keep the app open; phone and gateway are making sure of each other.' },
  verified: { title: 'Phone recognised', text: 'Keep the app open; your authenticator is being set up.' },
  linked: { title: 'Now it is your turn', text: 'The app asks for a PIN. Choose one that only you know.' },
};

/** Shown where the gateway does not report the last step, so that the user has to confirm it. */
const CONFIRM = {
  title: 'Now it is your turn',
  text: 'The app asks for a PIN. Choose one that only you know, then confirm with a test login.',
};

/** Takes the place of the image before it is issued and after it is scanned. */
export function HiddenImageCard({
  view,
  completion,
}: {
  view: ActivationState;
  completion: ActivationStatus['completion'];
}) {
  const words = view === 'linked' && completion === 'inferred' ? CONFIRM : TEXT[view];
  return (
    <div className="grid aspect-square w-full max-w-88 content-center justify-items-center gap-3 rounded-card border border-line bg-surface p-8 text-center min-[24rem]:mx-auto">
      <SiteMark className="mb-2 size-16" />
      {words && <h2 className="text-xl font-semibold">{words.title}</h2>}
      {words && <p className="text-ink-soft">{words.text}</p>}
    </div>
  );
}
