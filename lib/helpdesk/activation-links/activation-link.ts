import type { LINK_OUTCOMES } from '../../audit/events/activation-link-events';
import type { WordOf } from '../../audit/properties';
import type { SessionId } from '../../accounts/sessions/session';
import type { Activation } from '../../activation/activation';
import { isPending } from '../../activation/activation';
import type { ServiceAccountId } from '../service-accounts/service-account';
import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import { HOUR, MINUTE } from '../../shared/time/duration';

/** `lnk-` and 32 hexadecimal digits. Not secret: it opens nothing, and only one user, signed in, can follow it. */
export type ActivationLinkId = string & { readonly brand: 'ActivationLinkId' };

export const { parse: parseActivationLinkId, generate: generateActivationLinkId } = prefixedId<ActivationLinkId>('lnk');

/** How long a link can be opened. RFC 6749 §4.1.2 recommends the same for codes. */
export const OPENED_WITHIN_MS = 10 * MINUTE;

/** How long after that the way back stays, in the session that has opened it. */
export const WAY_BACK_MS = HOUR;

/** Characters of the caller's state, printable ASCII (RFC 6749 appendix A.5). */
export const MAXIMUM_STATE_LENGTH = 512;
export const STATE_CHARACTERS = /^[\x20-\x7e]*$/;

/** What came of it, as the site that made the link reads. */
export type LinkOutcome = WordOf<typeof LINK_OUTCOMES>;

type Made = UserKey & {
  id: ActivationLinkId;
  serviceAccountId: ServiceAccountId;
  /** One that the service account has registered. */
  returnUrl: string;
  /** The caller's, given back unchanged. */
  callerState: string;
  madeAt: Date;
  /** When it can be opened no more. */
  expiresAt: Date;
};

export type MadeLink = Made & { state: 'made' };

/** @property endsAt when the way back ends @property activationId the newest that was started since; null for none */
export type OpenedLink = Made & {
  state: 'opened';
  sessionId: SessionId;
  openedAt: Date;
  endsAt: Date;
  activationId: ActivationId | null;
};

export type ReturnedLink = Made & {
  state: 'returned';
  activationId: ActivationId | null;
  returnedAt: Date;
  outcome: LinkOutcome;
};

/** The way of one person from another site to an activation here and back. Each step is taken once. */
export type ActivationLink = MadeLink | OpenedLink | ReturnedLink;

/** @property at when it happened; now if it is not over */
export type Outcome = { outcome: LinkOutcome; activationId: ActivationId | null; at: Date };

/** @param activation the newest that was started on the way; null for none */
export function outcomeOf(activation: Activation | null, now: Date): Outcome {
  if (!activation) return { outcome: 'not-started', activationId: null, at: now };
  const { id: activationId } = activation;
  if (isPending(activation)) return { outcome: 'pending', activationId, at: now };
  if (activation.state === 'active') return { outcome: 'activated', activationId, at: activation.endedAt };
  // One that a newer activation took the place of was given up as well.
  const outcome = activation.state === 'superseded' ? 'cancelled' : activation.state;
  return { outcome, activationId, at: activation.endedAt };
}
