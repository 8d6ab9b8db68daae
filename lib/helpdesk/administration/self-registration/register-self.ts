import { signInBudgets } from '../../../accounts/sign-in/check-password';
import type { KnownBrowserId } from '../../../accounts/sign-in/known-networks';
import { CODE_LIFETIME_MS, perClaimedPerson, perNetwork } from '../../../accounts/sign-in/limits';
import { shortUserId } from '../../../accounts/users/user';
import { auditContext } from '../../../audit/audit-context';
import { mailsTo } from '../../../messaging/new-message';
import { hexFromBytes } from '../../../shared/bytes';
import type { BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { CODE_TRIES, holderHash, newCode } from '../mailed-secret';
import type { Registration, SelfRegistrationPorts } from './self-registration';

export const PURPOSE = 'self-registration';

/**
 * Has the authentication server make an account for whoever gives the directory's password, and mails a code to the
 * addresses that the directory has of them: who knows a colleague's password without their mailbox gets an account for them,
 * and nothing of it. The registration is kept before the server is asked, so that a process that dies in between lets nobody in.
 * The answer is the same for a new user, one who has an account, an unknown one and a wrong password.
 * @throws GatewayError when the gateway fails, after which there may be an account, which is barred
 */
export async function registerSelf(
  ports: SelfRegistrationPorts,
  typed: { userId: string; password: string },
  { holder, knownBrowser }: { holder: BrowserSecret; knownBrowser: KnownBrowserId | null },
  origin: RequestOrigin,
): Promise<Result<null, 'not-offered' | 'too-many-attempts'>> {
  const { selfRegistration, registrations, rateLimiter, users, audit, clock, random, hash, settings } = ports;
  if (!selfRegistration) return refuse('not-offered');
  const claimedUserId = shortUserId(typed.userId);
  const user = { userId: claimedUserId, domain: settings.domain };
  const { lately, inAll } = await signInBudgets(ports, user, knownBrowser, origin);
  const network = perNetwork('self-registration', origin);
  const mails = perClaimedPerson('self-registration', user, origin);
  if (await rateLimiter.take([...network, ...inAll, ...lately])) return refuse('too-many-attempts');
  // Over it nothing is mailed, and so nothing is registered either: the answer tells nobody.
  if (await rateLimiter.take(mails)) return accept(null);

  const existing = await users.find(claimedUserId, settings.domain);
  const isPending = await registrations.isPending(user);
  const by = await holderHash(PURPOSE, holder, hash);
  const registration: Registration = {
    id: hexFromBytes(random.bytes(16)),
    user: existing ? { ...user, userId: existing.userId } : user,
    holderHash: by,
    bars: existing === null || isPending,
    startedAt: clock.now(),
  };
  await registrations.begin(registration);
  const isRight = await selfRegistration.register(user, typed.password);
  const account = isRight ? await users.find(claimedUserId, settings.domain) : null;
  const context = auditContext({ kind: 'anonymous' }, account && registration.user, origin);
  if (account?.bar !== null) {
    await registrations.drop(registration.id);
    await rateLimiter.giveBack(mails);
    await audit.append({ type: 'sign-in-failed', claimedUserId, reason: 'invalid-credentials', ...context });
    return accept(null);
  }
  await rateLimiter.reset(lately);
  await rateLimiter.giveBack(inAll);
  if (account.mailAddresses.length === 0) {
    await audit.append({ type: 'self-registration-without-address', ...context });
    return accept(null);
  }
  const { code, secretHash } = await newCode(PURPOSE, by, ports);
  const expiresAt = new Date(clock.now().getTime() + CODE_LIFETIME_MS);
  const { userId, displayName } = account;
  const content = { kind: 'registration-code', userId, displayName, code, validUntil: expiresAt } as const;
  await registrations.keepCode(
    registration,
    { secretHash, triesLeft: CODE_TRIES, expiresAt },
    { events: [{ type: 'self-registration-code-sent', ...context }], messages: mailsTo(account, content) },
  );
  return accept(null);
}
