import type { CallerAssessment, CheckMethod, ComparedMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import type { Delivery, OldDeviceFate } from '@/lib/helpdesk/invitations/reissue';
import type { ReissueReason } from '@/lib/helpdesk/caller-check/reissue-reason';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import type { PhoneOffReason } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { ActivationLimits, OffReason } from '@/lib/devices/authenticator-directory';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { t, type Message } from '@/lib/shared/language/t';
import { reissueNames } from '@/lib/shared/names/staff-names';

export const REASON_WORDS = reissueNames.reasons satisfies Record<ReissueReason, Message>;

/** With what the agent said about it. */
export function reasonWords(reason: ReissueReason, text: string | null): string {
  return text ? t('{term}: {text}', { term: t(REASON_WORDS[reason]), text }) : t(REASON_WORDS[reason]);
}

export const FATE_WORDS = {
  lock: 'Lock now',
  keep: 'Keep until the new one works',
  remove: 'Remove',
} as const satisfies Record<OldDeviceFate, Message>;

export const DELIVERY_WORDS = {
  mail: 'Email',
  letter: 'Printed letter',
  phone: 'Code read out on the phone',
} as const satisfies Record<Delivery, Message>;

export const CHECK_WORDS = reissueNames.checks satisfies Record<CheckMethod, Message>;

/** "15 minutes", "1 hour", "24 hours", "7 days". @param milliseconds whole minutes */
export function lifetimeWords(milliseconds: number): string {
  if (milliseconds > DAY && milliseconds % DAY === 0)
    return t('{count, plural, one {# day} other {# days}}', { count: milliseconds / DAY });
  return milliseconds % HOUR === 0
    ? t('{count, plural, one {# hour} other {# hours}}', { count: milliseconds / HOUR })
    : t('{count, plural, one {# minute} other {# minutes}}', { count: milliseconds / MINUTE });
}

const SHORT = {
  'login-request': 'a check on their phone',
  'one-time-password': 'a one-time password',
  'call-back': 'call back',
  manager: 'a manager’s word',
} as const satisfies Record<ComparedMethod, Message>;

/**
 * "2 more points needed. Quickest: a check on their phone. …".
 * @param assessment null while no reason is chosen
 */
export function missingWords(assessment: CallerAssessment | null): string {
  if (!assessment) return t('Choose a reason first. It decides how much proof you need.');
  const { weight, required, isEnough, missing } = assessment;
  if (isEnough) return t('Enough.');
  const needed = t('{count, plural, one {# more point} other {# more points}} needed.', { count: required - weight });
  const [quickest] = missing;
  const approval = t('Until then a second person has to approve this.');
  if (!quickest) return `${needed} ${t('A second person has to approve this.')}`;
  return `${needed} ${t('Quickest: {check}.', { check: t(SHORT[quickest]) })} ${approval}`;
}

/** Why the gateway cannot do something. */
export const OFF_WORDS = {
  'not-offered': 'the activation service has no such function',
  'not-documented': 'the maker of the activation service does not publish how to ask for it',
  'not-permitted': 'the activation service does not let this website ask for it',
  'not-switched-on': 'it is not switched on here',
  'needs-password': 'it takes the person’s own password, which nobody else may hear',
} as const satisfies Record<OffReason | PhoneOffReason, Message>;

/** How many activations a user's licence has used and has left, or why the gateway does not report it; null for not now. */
export function limitWords(limits: ActivationLimits | OffReason | null): string {
  if (limits === null) return t('Unknown');
  if (typeof limits === 'string') return t('Unknown, because {cause}', { cause: t(OFF_WORDS[limits]) });
  const { used, limit, ofKind } = limits;
  if (ofKind && used >= limit)
    return t(
      '{used} of {limit} phones of this kind. {count, plural, one {One has} other {# have}} to be removed first.',
      { used, limit, count: used - limit + 1 },
    );
  if (!hasRoomFor(limits))
    return t('{used} of {limit} used. {count, plural, one {One has} other {# have}} to be removed first.', {
      used,
      limit,
      count: used - limit + 1,
    });
  return limit === 0
    ? t('{used} used, any number allowed', { used })
    : t('{used} of {limit} used, {left} left', { used, limit, left: limit - used });
}
