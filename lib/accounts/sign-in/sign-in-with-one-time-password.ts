import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { VirtualAuthenticatorPorts } from '../account-ports';
import { fromBrowser, openSession } from '../sessions/open-session';
import type { SignedIn } from '../sessions/session';
import type { KnownBrowserId } from './known-networks';
import { perClaimedPerson, perNetwork, perObject } from './limits';
import type { SentOneTimePassword } from './send-one-time-password';
import { rememberNetwork } from './sign-in';

/**
 * Opens a session with the one-time password that was sent to this browser's request. It proves what a password does, and
 * no more: what is sent to a telephone number reaches whoever has taken the number over.
 * @param sent null if the browser has none
 * @param browser the known browser of this user; null if it is not known
 * @throws GatewayError
 */
export async function signInWithOneTimePassword(
  ports: VirtualAuthenticatorPorts,
  sent: SentOneTimePassword | null,
  typed: string,
  origin: RequestOrigin,
  browser: KnownBrowserId | null,
): Promise<Result<SignedIn, 'invalid-credentials' | 'too-many-attempts' | 'account-frozen'>> {
  const { virtualAuthenticator, rateLimiter, users, clock } = ports;
  const wrong = refuse('invalid-credentials');
  if (!virtualAuthenticator || sent === null || sent.expiresAt <= clock.now()) return wrong;
  const person = { userId: sent.userId, domain: ports.settings.domain };
  const guesses = [
    perObject('sent-one-time-password', sent.id),
    ...perClaimedPerson('sent-one-time-passwords-a-day', person, origin),
    ...perNetwork('sign-in', origin),
  ];
  const overLimit = await rateLimiter.take(guesses);
  const recordFailure = async (reason: 'invalid-credentials' | 'too-many-attempts') => {
    const account = await users.find(person.userId, person.domain);
    const context = auditContext({ kind: 'anonymous' }, account && { ...person, userId: account.userId }, origin);
    await ports.audit.append({ type: 'sign-in-failed', claimedUserId: person.userId, reason, ...context });
  };
  if (overLimit) {
    if (overLimit.isFirst) await recordFailure('too-many-attempts');
    return refuse('too-many-attempts');
  }
  const epoch = await ports.sessions.epochOf(person);
  const { challengeKey } = sent;
  const isRight =
    challengeKey !== null && (await virtualAuthenticator.verify(person, challengeKey, typed.replaceAll(/\s/g, '')));
  const user = isRight ? await users.find(person.userId, person.domain) : null;
  if (user?.bar === null) {
    const fact = { type: 'sign-in-succeeded', ...fromBrowser(origin, epoch, browser !== null) } as const;
    const signedIn = await openSession(ports, user, fact, origin, epoch);
    if (signedIn) {
      await rateLimiter.giveBack(guesses);
      await rememberNetwork(ports, user, origin);
      return accept(signedIn);
    }
    if (await ports.freezes.isFrozen(user)) return refuse('account-frozen');
  }
  await recordFailure('invalid-credentials');
  return wrong;
}
