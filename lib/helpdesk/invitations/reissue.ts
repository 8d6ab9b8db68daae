import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import { MAXIMUM_REASON_LENGTH, MAXIMUM_TICKET_LENGTH } from '../approvals/request-texts';
import { oneLine } from '../../shared/text/one-line';
import type { CallerEvidence } from '../caller-check/caller-assessment';
import type { ReissueReason } from '../caller-check/reissue-reason';

/** `lock` and `remove` apply at once; `keep` locks the old device once the new one works. */
export const OLD_DEVICE_FATES = ['lock', 'keep', 'remove'] as const;
export type OldDeviceFate = (typeof OLD_DEVICE_FATES)[number];

/**
 * How link and proof travel. The user's password is accepted as proof with each.
 * - `mail`: the link by mail; the proof is the password.
 * - `letter`: the link as a printed QR code; the second code by mail.
 * - `phone`: the link by mail; the opener's page shows a code that the caller reads out to the agent.
 */
export const DELIVERIES = ['mail', 'letter', 'phone'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** How long a link can be opened, in milliseconds. */
export const LIFETIME = { minimum: 5 * MINUTE, normal: HOUR, maximum: 24 * HOUR };

/** Likewise for a letter, which takes days to arrive. */
export const LETTER_LIFETIME = { minimum: LIFETIME.minimum, normal: 7 * DAY, maximum: 14 * DAY };

export function lifetimesOf(delivery: Delivery): typeof LIFETIME {
  return delivery === 'letter' ? LETTER_LIFETIME : LIFETIME;
}

/** What an agent requests. */
export type Reissue = {
  reason: ReissueReason;
  /** Set if the reason is `other`; else null. */
  reasonText: string | null;
  /** Reference of the call in the helpdesk's own system. */
  ticket: string;
  delivery: Delivery;
  lifetimeMs: number;
  evidence: readonly CallerEvidence[];
  /** Why it could not wait for approval; null if it could, or needed none. */
  justification: string | null;
};

export type ReissueRefusal = 'reason-missing' | 'ticket-missing' | 'lifetime-out-of-range' | 'old-device-missing';

/** Validates and trims what was typed. */
export function checkReissue<Typed extends Omit<Reissue, 'evidence' | 'justification'>>(
  input: Typed,
): Result<Typed, ReissueRefusal> {
  const ticket = oneLine(input.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const reasonText = input.reason === 'other' ? oneLine(input.reasonText ?? '', MAXIMUM_REASON_LENGTH) : null;
  if (input.reason === 'other' && reasonText === null) return refuse('reason-missing');
  const { lifetimeMs } = input;
  const { minimum, maximum } = lifetimesOf(input.delivery);
  if (!Number.isSafeInteger(lifetimeMs) || lifetimeMs < minimum || lifetimeMs > maximum)
    return refuse('lifetime-out-of-range');
  return accept({ ...input, ticket, reasonText });
}
