import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import { toOneLine } from '../../shared/text/one-line';
import type { CallerEvidence } from '../caller-check/caller-assessment';
import type { ReissueReason } from './reissue-reason';

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

/** In characters. */
export const MAXIMUM_TICKET_LENGTH = 64;
export const MAXIMUM_REASON_LENGTH = 200;
/** Shorter texts justify nothing. */
export const MINIMUM_JUSTIFICATION_LENGTH = 20;
export const MAXIMUM_JUSTIFICATION_LENGTH = 500;

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

export type ReissueRefusal =
  | 'reason-missing'
  | 'ticket-missing'
  | 'lifetime-out-of-range'
  | 'justification-missing'
  | 'old-device-missing';

/** Validates and trims what was typed. */
export function checkReissue(typed: Reissue): Result<Reissue, ReissueRefusal> {
  const ticket = oneLine(typed.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const reasonText = typed.reason === 'other' ? oneLine(typed.reasonText ?? '', MAXIMUM_REASON_LENGTH) : null;
  if (typed.reason === 'other' && reasonText === null) return refuse('reason-missing');
  const { lifetimeMs } = typed;
  const { minimum, maximum } = lifetimesOf(typed.delivery);
  if (!Number.isSafeInteger(lifetimeMs) || lifetimeMs < minimum || lifetimeMs > maximum)
    return refuse('lifetime-out-of-range');
  const justification = checkJustification(typed.justification);
  if (!justification.ok) return justification;
  return accept({ ...typed, ticket, reasonText, justification: justification.value });
}

/** @param typed null unless the agent breaks the glass */
export function checkJustification(typed: string | null): Result<string | null, 'justification-missing'> {
  if (typed === null) return accept(null);
  const text = oneLine(typed, MAXIMUM_JUSTIFICATION_LENGTH);
  return text !== null && text.length >= MINIMUM_JUSTIFICATION_LENGTH ? accept(text) : refuse('justification-missing');
}

/** Collapses whitespace to one line; null if nothing is left or it is too long. */
export function oneLine(typed: string, maximumLength: number): string | null {
  const text = toOneLine(typed);
  return text === '' || Array.from(text).length > maximumLength ? null : text;
}
