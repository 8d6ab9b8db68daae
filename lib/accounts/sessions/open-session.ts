import { ownContext } from '../../audit/audit-context';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { AuditFact } from '../../audit/audit-event';
import type { AccountPorts } from '../account-ports';
import { traceOf, type RequestOrigin } from '../../shared/request-origin';
import type { ProofKind, Proofs } from '../proofs/proof';
import { scopeOf } from '../users/principal';
import { generateSessionId, type SignedIn } from './session';
import type { SessionEpoch } from './session-store';
import type { User } from '../users/user';

const PROOFS = {
  'sign-in-succeeded': 'password',
  'self-registered': 'mailed-code',
  'phone-sign-in-succeeded': 'device',
  'passkey-sign-in-succeeded': 'passkey',
  'provider-sign-in-succeeded': 'provider-identity',
  'invited-session-opened': 'invitation',
} as const satisfies Record<string, ProofKind>;

/**
 * The browser of a sign-in, as recorded. It is new to an account if it lacks the cookie that the account's sign-ins
 * leave for a year: also a private window, or one whose cookies were deleted. A network makes no browser known, because
 * colleagues and strangers share it.
 * @param isKnown see `KnownBrowsers`
 */
export function fromBrowser(
  { browser }: RequestOrigin,
  { isFirst }: SessionEpoch,
  isKnown: boolean,
): { browser?: string; isNewBrowser: boolean } {
  return { ...(browser !== undefined && { browser }), isNewBrowser: !isKnown && !isFirst };
}

/**
 * Opens a session for a user who has just proved their identity.
 * @param fact how they did, for the audit log
 * @param epoch the user's, read before the proof was checked
 * @param invitationId limits the session to an invitation; null for a full one
 * @param proofs with their times; null for the proof of the fact, now
 * @returns null if all sessions of the user were ended since, for example by a new password
 */
export async function openSession(
  ports: Pick<AccountPorts, 'sessions' | 'audit' | 'clock' | 'random'> & {
    settings: Pick<AccountPorts['settings'], 'sessionLifetimeMs'>;
  },
  user: User,
  fact: Extract<AuditFact, { type: keyof typeof PROOFS }>,
  origin: RequestOrigin,
  epoch: SessionEpoch,
  invitationId: InvitationId | null = null,
  proofs: Proofs | null = null,
): Promise<SignedIn | null> {
  const { userId, domain } = user;
  const now = ports.clock.now();
  const session = {
    id: generateSessionId(ports.random),
    userId,
    domain,
    createdAt: now,
    proofs: proofs ?? { [PROOFS[fact.type]]: now },
    expiresAt: new Date(now.getTime() + ports.settings.sessionLifetimeMs),
    invitationId,
    trace: traceOf(origin),
    lastSeenAt: now,
  };
  if (!(await ports.sessions.create(session, epoch))) return null;
  await ports.audit.append({ ...fact, ...ownContext(user, origin) });
  return { session, user, scope: scopeOf(invitationId) };
}
