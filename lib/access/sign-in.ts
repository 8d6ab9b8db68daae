import { accept, refuse, type Result } from '../shared/result';
import type { AccessPorts, RequestOrigin } from './access-ports';
import { perNetwork, perPerson } from './limits';
import { openSession } from './open-session';
import type { SignedIn } from './session';
import { shortUserId } from './user';

export type SignInRefusal = 'invalid-credentials' | 'too-many-attempts';

/**
 * Checks a password and opens a session. An unknown user gets the same answer, after the same time, as a wrong
 * password, and is limited alike.
 */
export async function signIn(
  ports: AccessPorts,
  credentials: { userId: string; password: string },
  origin: RequestOrigin,
): Promise<Result<SignedIn, SignInRefusal>> {
  const { domain } = ports.settings;
  const refused = async (reason: SignInRefusal) => {
    const claimedUserId = shortUserId(credentials.userId);
    const known = await ports.users.find(credentials.userId, domain);
    const subject = known && { userId: known.userId, domain };
    await ports.audit.append({
      type: 'sign-in-failed',
      claimedUserId,
      reason,
      actor: { kind: 'anonymous' },
      subject,
      ...origin,
    });
    return refuse(reason);
  };

  const ofPerson = perPerson('password', { userId: credentials.userId, domain });
  const fromNetwork = perNetwork('sign-in', origin);
  if (await ports.rateLimiter.take([...fromNetwork, ofPerson])) return refused('too-many-attempts');

  const epoch = await ports.sessions.epochOf({ userId: shortUserId(credentials.userId), domain });
  const user = await ports.users.verifyPassword(credentials.userId, domain, credentials.password);
  if (!user) return refused('invalid-credentials');
  await ports.rateLimiter.reset([ofPerson]);
  await ports.rateLimiter.giveBack(fromNetwork);
  const opened = await openSession(ports, user, { type: 'sign-in-succeeded' }, origin, epoch);
  return opened ? accept(opened) : refused('invalid-credentials');
}
