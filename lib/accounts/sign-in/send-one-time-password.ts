import { auditContext } from '../../audit/audit-context';
import { hexFromBytes } from '../../shared/bytes';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { MINUTE } from '../../shared/time/duration';
import type { VirtualAuthenticatorPorts } from '../account-ports';
import { shortUserId } from '../users/user';
import { signInBudgets } from './check-password';
import type { KnownBrowserId } from './known-networks';
import { perClaimedPerson } from './limits';

/** What a browser keeps between the two steps. */
export type SentOneTimePassword = {
  /** Random: guesses are counted by it. */
  id: string;
  /** As typed, shortened. */
  userId: string;
  /** Null where nothing was sent, which the browser is not told. */
  challengeKey: string | null;
  expiresAt: Date;
};

/** How long a browser may answer. How long the server keeps the challenge is its own to say. */
export const SENT_FOR_MS = 10 * MINUTE;

/**
 * Has the authentication server send a one-time password to whoever gives the right password. The answer is the same for
 * an unknown user, a wrong password and somebody who had too many sent: a wrong password counts as one of the sign-in
 * page, and what is sent counts for its person, whoever requested it, so that nobody can have a phone texted on and on.
 * @param browser the known browser of this user; null if it is not known
 * @throws GatewayError
 */
export async function sendOneTimePassword(
  ports: VirtualAuthenticatorPorts,
  typed: { userId: string; password: string },
  origin: RequestOrigin,
  browser: KnownBrowserId | null,
): Promise<Result<SentOneTimePassword, 'not-offered' | 'too-many-attempts'>> {
  const { virtualAuthenticator, rateLimiter, audit, clock, random, settings } = ports;
  if (!virtualAuthenticator) return refuse('not-offered');
  const claimedUserId = shortUserId(typed.userId);
  const person = { userId: claimedUserId, domain: settings.domain };
  const { lately, inAll } = await signInBudgets(ports, person, browser, origin);
  const contextOf = async () => {
    const account = await ports.users.find(claimedUserId, settings.domain);
    return auditContext({ kind: 'anonymous' }, account && { ...person, userId: account.userId }, origin);
  };
  const overLimit = await rateLimiter.take([...inAll, ...lately]);
  if (overLimit) {
    const reason = 'too-many-attempts';
    if (overLimit.isFirst)
      await audit.append({ type: 'sign-in-failed', claimedUserId, reason, ...(await contextOf()) });
    return refuse(reason);
  }
  const sending = perClaimedPerson('sent-one-time-password', person, origin);
  const maySend = (await rateLimiter.take(sending)) === null;
  const challengeKey = maySend ? await virtualAuthenticator.send(person, typed.password) : null;
  if (challengeKey !== null) {
    await rateLimiter.reset(lately);
    await rateLimiter.giveBack(inAll);
    await audit.append({ type: 'one-time-password-sent', claimedUserId, ...(await contextOf()) });
  } else if (maySend) {
    await rateLimiter.giveBack(sending);
    const reason = 'invalid-credentials';
    await audit.append({ type: 'sign-in-failed', claimedUserId, reason, ...(await contextOf()) });
  }
  const expiresAt = new Date(clock.now().getTime() + SENT_FOR_MS);
  return accept({ id: hexFromBytes(random.bytes(16)), userId: claimedUserId, challengeKey, expiresAt });
}
