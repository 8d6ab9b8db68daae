import { HOUR, MINUTE } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import type { CallerEvidence } from '../caller-check/caller-assessment';
import type { ReissueReason } from './reissue-reason';

/** `lock` and `remove` happen at once; `keep` leaves it working until the new device works, and locks it then. */
export const OLD_DEVICE_FATES = ['lock', 'keep', 'remove'] as const;
export type OldDeviceFate = (typeof OLD_DEVICE_FATES)[number];

/**
 * How the two parts of an invitation travel.
 * - `mail`: the link by mail; its opener proves themselves with their password.
 * - `letter`: the link as a printed image; the second code by mail.
 * - `phone`: the link by mail; the opener's page shows a code that the caller reads out to the agent.
 *
 * The person's password will do with each.
 */
export const DELIVERIES = ['mail', 'letter', 'phone'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** How long an invitation can be opened, in milliseconds. */
export const LIFETIME = { minimum: 5 * MINUTE, normal: HOUR, maximum: 24 * HOUR };

/** In characters. */
export const MAXIMUM_TICKET_LENGTH = 64;
export const MAXIMUM_REASON_LENGTH = 200;
/** Short of this nobody has said why. */
export const MINIMUM_JUSTIFICATION_LENGTH = 20;
export const MAXIMUM_JUSTIFICATION_LENGTH = 500;

/** What a member of staff asks for. */
export type Reissue = {
  reason: ReissueReason;
  /** What it is, where the reason is `other`; else null. */
  reasonText: string | null;
  /** Reference of the call in the helpdesk's own system. */
  ticket: string;
  delivery: Delivery;
  lifetimeMs: number;
  evidence: readonly CallerEvidence[];
  /** Why it could not wait for a second person; null when it could, or needed none. */
  justification: string | null;
};

export type ReissueRefusal =
  'reason-missing' | 'ticket-missing' | 'lifetime-out-of-range' | 'justification-missing' | 'old-device-missing';

/** Checks what was typed, and gives it back without what surrounds it. */
export function checkReissue(typed: Reissue): Result<Reissue, ReissueRefusal> {
  const ticket = oneLine(typed.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const reasonText = typed.reason === 'other' ? oneLine(typed.reasonText ?? '', MAXIMUM_REASON_LENGTH) : null;
  if (typed.reason === 'other' && reasonText === null) return refuse('reason-missing');
  const { lifetimeMs } = typed;
  if (!Number.isSafeInteger(lifetimeMs) || lifetimeMs < LIFETIME.minimum || lifetimeMs > LIFETIME.maximum)
    return refuse('lifetime-out-of-range');
  const justification = checkJustification(typed.justification);
  if (!justification.ok) return justification;
  return accept({ ...typed, ticket, reasonText, justification: justification.value });
}

/** @param typed null where nobody asked to do without a second person */
export function checkJustification(typed: string | null): Result<string | null, 'justification-missing'> {
  if (typed === null) return accept(null);
  const text = oneLine(typed, MAXIMUM_JUSTIFICATION_LENGTH);
  return text !== null && text.length >= MINIMUM_JUSTIFICATION_LENGTH ? accept(text) : refuse('justification-missing');
}

/** The text in one line; null when nothing is left or it is too long. */
export function oneLine(typed: string, maximumLength: number): string | null {
  const text = typed
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return text === '' || Array.from(text).length > maximumLength ? null : text;
}
