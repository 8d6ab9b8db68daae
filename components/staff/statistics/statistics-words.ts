import type { ActivationState, FailureReason } from '@/lib/activation/activation';
import type { FunnelStep } from '@/lib/activation/statistics/funnel-step';
import { t, type Message } from '@/lib/shared/language/t';

const STATES = {
  requested: 'Waiting for the activation service',
  issued: 'In progress',
  scanned: 'In progress',
  verified: 'In progress',
  linked: 'In progress',
  active: 'Activated',
  expired: 'Expired',
  cancelled: 'Cancelled',
  failed: 'Failed',
  superseded: 'Replaced by a newer one',
} as const satisfies Record<ActivationState, Message>;

const REASONS = {
  'no-licence': 'no licence',
  'activation-limit-reached': 'activation limit reached',
  'payload-too-long': 'user ID too long for an image',
  'value-not-representable': 'user ID cannot be in an image',
  'too-many-wrong-passwords': 'too many wrong activation passwords',
  'too-many-wrong-codes': 'too many wrong codes',
  'refused-by-gateway': 'refused by the activation service',
  'credential-refused': 'wrong password at the activation service',
  'lost-by-gateway': 'lost by the activation service',
  'answer-lost': 'no answer of the activation service',
  'gateway-failed': 'failure of the activation service',
} as const satisfies Record<FailureReason, Message>;

/** An activation's outcome, for staff. */
export function outcomeWords({ state, reason }: { state: ActivationState; reason: FailureReason | null }): string {
  return reason === null
    ? t(STATES[state])
    : t('{outcome}: {reason}', { outcome: t(STATES[state]), reason: t(REASONS[reason]) });
}

/** A percentage: "84 %", "<1 %" just above zero, ">99 %" just below the whole, "–" when the whole is 0. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  if (percent > 99 && percent < 100) return '>99 %';
  return `${Math.round(percent)} %`;
}

export const STEP_WORDS = {
  started: 'Started',
  shown: 'Image shown',
  scanned: 'Scanned',
  verified: 'Verified',
  linked: 'Linked',
  active: 'Active',
} as const satisfies Record<FunnelStep, Message>;
