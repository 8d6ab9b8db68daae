import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import { isLeftIdle, type Session, type SignedIn } from './session';
import { sha256OfText } from '../../shared/bytes';

type OwnSessionPorts = Pick<AccountPorts, 'sessions' | 'audit' | 'clock'>;

type ListPorts = OwnSessionPorts & { settings: Pick<AccountPorts['settings'], 'staffIdleMs'> };

/** More than one user's browsers; "all others" reaches the rest. */
const LISTED = 50;

/**
 * A session as its user sees it.
 * @property handle identifies it on the page, which must not contain the session ID: SHA-256 in hexadecimal
 */
export type OwnSession = Pick<Session, 'createdAt' | 'lastSeenAt' | 'proofs' | 'trace'> & {
  handle: string;
  isThisOne: boolean;
};

/** The open sessions of the user: this one first, then the last seen. At most 50. */
export async function listOwnSessions(
  { sessions, clock, settings }: ListPorts,
  { session: own, user }: SignedIn,
): Promise<OwnSession[]> {
  const now = clock.now();
  const open = await sessions.listFor(user, now, LISTED);
  const others = open.filter(({ id }) => id !== own.id);
  const listed = [own, ...others.filter((session) => !isLeftIdle(session, user, settings.staffIdleMs, now))];
  return Promise.all(
    listed.map(async ({ id, createdAt, lastSeenAt, proofs, trace }) => {
      const handle = await sha256OfText(id);
      return { handle, isThisOne: id === own.id, createdAt, lastSeenAt, proofs, trace };
    }),
  );
}

/** Ends one session of the user. A handle of another user's session is unknown here. */
export async function endOneSession(
  { sessions, audit, clock }: OwnSessionPorts,
  { user }: SignedIn,
  handle: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found'>> {
  const now = clock.now();
  for (const { id, trace } of await sessions.listFor(user, now, LISTED)) {
    if ((await sha256OfText(id)) !== handle) continue;
    if (!(await sessions.revoke(id, now))) break;
    await audit.append({ type: 'session-ended', browser: trace.browser, ...ownContext(user, origin) });
    return accept(null);
  }
  return refuse('not-found');
}

/** Ends every session of the user but this one, and any sign-in under way. @returns the number of sessions */
export async function endOtherSessions(
  { sessions, audit, clock }: Pick<OwnSessionPorts, 'sessions' | 'audit' | 'clock'>,
  { session, user }: SignedIn,
  origin: RequestOrigin,
): Promise<number> {
  const endedCount = await sessions.revokeAll(user.userId, user.domain, session.id, clock.now());
  await audit.append({ type: 'other-sessions-ended', sessions: endedCount, ...ownContext(user, origin) });
  return endedCount;
}
