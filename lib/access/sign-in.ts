import { accept, refuse, type Result } from '../shared/result';
import type { AccessPorts, RequestOrigin } from './access-ports';
import { openSession } from './open-session';
import { PASSWORDS_PER_ACCOUNT, SIGN_INS_PER_ADDRESS } from './rate-limiter';
import type { SignedIn } from './session';
import { signInAddressKey } from './sign-in-address-key';
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

  const accountKey = passwordKey(credentials.userId, domain);
  const addressKey = signInAddressKey(origin);
  const waits = [
    await ports.rateLimiter.consume(accountKey, PASSWORDS_PER_ACCOUNT),
    await ports.rateLimiter.consume(addressKey, SIGN_INS_PER_ADDRESS),
  ];
  if (waits.some((wait) => wait > 0)) return refused('too-many-attempts');

  const user = await ports.users.verifyPassword(credentials.userId, domain, credentials.password);
  if (!user) return refused('invalid-credentials');
  await ports.rateLimiter.reset(accountKey);
  await ports.rateLimiter.giveBack(addressKey);
  return accept(await openSession(ports, user, { type: 'sign-in-succeeded' }, origin));
}

/** One count of guesses for sign-in and step-up together, and for every way to type the same user ID. */
export function passwordKey(userId: string, domain: string): string {
  return `password:${shortUserId(userId)}@${domain}`;
}
