import { type CheckMethod, CHECK_WEIGHTS, type CallerAssessment } from '@/lib/helpdesk/caller-check/caller-assessment';
import type { Delivery, OldDeviceFate } from '@/lib/helpdesk/reissue/reissue';
import type { ReissueReason } from '@/lib/helpdesk/reissue/reissue-reason';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { OFF_WORDS } from '@/components/devices/hold-words';
import type { ActivationLimits, OffReason } from '@/lib/devices/authenticator-directory';
import { reissueNames } from '@/lib/names/reissue-names';

export const REASON_WORDS: Record<ReissueReason, string> = reissueNames.reasons;

export const FATE_WORDS: Record<OldDeviceFate, string> = {
  lock: 'Lock now',
  keep: 'Keep until the new one works',
  remove: 'Remove',
};

export const DELIVERY_WORDS: Record<Delivery, string> = {
  mail: 'Email',
  letter: 'Printed letter',
  phone: 'Code read out on the phone',
};

export const CHECK_WORDS: Record<CheckMethod, string> = reissueNames.checks;

/** "15 minutes", "1 hour", "24 hours", "7 days". @param milliseconds whole minutes */
export function lifetimeWords(milliseconds: number): string {
  if (milliseconds > DAY && milliseconds % DAY === 0) return `${milliseconds / DAY} days`;
  const [count, unit] = milliseconds % HOUR === 0 ? [milliseconds / HOUR, 'hour'] : [milliseconds / MINUTE, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const SHORT: Record<CheckMethod, string> = {
  'call-back': 'call back',
  'identity-document': 'an identity document',
  manager: 'a manager’s word',
  'login-request': 'a check on their phone',
  'one-time-password': 'a one-time password',
};

/**
 * "2 of 3 points. Add, for example: call back (2) or …".
 * @param assessment null while no reason is chosen
 */
export function missingWords(assessment: CallerAssessment | null): string {
  if (!assessment) return 'Choose a reason first. It decides how many points you need.';
  const { weight, required, isEnough, missing } = assessment;
  if (isEnough) return `Enough (${required} needed).`;
  const points = `${weight} of ${required} points.`;
  const ways = missing.map((method) => `${SHORT[method]} (${CHECK_WEIGHTS[method]})`);
  if (ways.length === 0) return `${points} This caller can’t be checked any further. Ask a colleague for advice.`;
  const last = ways.pop() ?? '';
  const list = ways.length === 0 ? last : `${ways.join(', ')} or ${last}`;
  return `${points} Add, for example: ${list}.`;
}

/** How many activations a user's licence has used and has left, or why the gateway does not report it. */
export function limitWords(limits: ActivationLimits | OffReason): string {
  if (typeof limits === 'string') return `Unknown, because ${OFF_WORDS[limits]}`;
  const { used, limit } = limits;
  return limit === 0
    ? `${used} used, any number allowed`
    : `${used} of ${limit} used, ${Math.max(0, limit - used)} left`;
}
