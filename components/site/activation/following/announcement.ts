import type { ActivationState, ActivationType } from '@/lib/activation/activation';
import type { ActivationPhase } from './follow-activation';
import { t, type Message } from '@/lib/shared/language/t';

/** What the live region compares between renders to find a change to announce. */
export type Announced = {
  view: ActivationState;
  activationType: ActivationType;
  phase: ActivationPhase;
  remainingSeconds: number | null;
  /** Whether the page shows hints for a phone that does not read the image. */
  hasHints: boolean;
};

const VIEW_TEXT = {
  requested: 'Waiting for the activation service.',
  issued: 'The activation image is shown.',
  scanned: 'The phone has read the image. The image is hidden now.',
  verified: 'Phone verified.',
  linked: 'Almost done. Choose a PIN on your phone.',
  active: 'Device activated.',
  expired: 'The image has expired.',
  cancelled: 'Activation cancelled.',
  failed: 'The activation failed.',
  superseded: 'You started a newer activation.',
} as const satisfies Record<ActivationState, Message>;

const OFFLINE_TEXT = {
  ...VIEW_TEXT,
  issued: 'The first image is shown.',
  verified: 'The device code is right. The second image is shown.',
} as const satisfies Record<ActivationState, Message>;

const PHASE_TEXT = {
  reconnecting: 'Connection lost. Trying again.',
  following: 'Connected again.',
  'signed-out': 'You are signed out.',
  'not-available': 'This activation can’t be shown.',
  finished: null,
} as const satisfies Record<ActivationPhase, Message | null>;

const MARKS = [
  [10, '10 seconds left.'],
  [30, '30 seconds left.'],
  [60, 'One minute left.'],
] as const satisfies [seconds: number, text: Message][];

/**
 * The announcement for a change of the state, the connection, the hints or the countdown (at three marks); null for
 * none.
 */
export function announcement(before: Announced, now: Announced): string | null {
  if (now.view !== before.view) return t((now.activationType === 'offline' ? OFFLINE_TEXT : VIEW_TEXT)[now.view]);
  if (now.phase !== before.phase) {
    const text = PHASE_TEXT[now.phase];
    return text && t(text);
  }
  if (now.hasHints && !before.hasHints) return t('Not scanned yet? There are hints at the end of the page.');
  return markText(before.remainingSeconds, now.remainingSeconds);
}

function markText(before: number | null, now: number | null): string | null {
  if (before === null || now === null || now === 0) return null;
  const passed = MARKS.find(([mark]) => now <= mark && mark < before);
  return passed ? t(passed[1]) : null;
}
