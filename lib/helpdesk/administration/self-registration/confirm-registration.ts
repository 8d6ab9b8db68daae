import { fromBrowser, openSession } from '../../../accounts/sessions/open-session';
import type { SignedIn } from '../../../accounts/sessions/session';
import { perNetwork } from '../../../accounts/sign-in/limits';
import { rememberNetwork } from '../../../accounts/sign-in/sign-in';
import { shortUserId } from '../../../accounts/users/user';
import { auditContext } from '../../../audit/audit-context';
import type { BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { readTypedCode } from '../mailed-secret';
import { PURPOSE } from './register-self';
import type { SelfRegistrationPorts } from './self-registration';

/**
 * Opens a session with the mailed code, in the browser that registered. Of a new account both password and mailbox are proved
 * then, so that a first device can be activated at every level of enrolment. One that was there before has its password proved
 * alone: it may have a locked device, which a mailbox must not unlock.
 * @param holder the browser's secret; null if it has none
 */
export async function confirmRegistration(
  ports: SelfRegistrationPorts,
  typed: { userId: string; code: string },
  holder: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<SignedIn, 'invalid-credentials' | 'too-many-attempts' | 'account-frozen'>> {
  const { registrations, rateLimiter, users, audit, clock, hash, settings } = ports;
  if (await rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const person = { userId: shortUserId(typed.userId), domain: settings.domain };
  const epoch = await ports.sessions.epochOf(person);
  const code = holder && (await readTypedCode(PURPOSE, holder, typed.code, hash));
  const isRight = code !== null && (await registrations.try(person, code, clock.now()));
  const user = await users.find(person.userId, person.domain);
  const confirmed = isRight && user?.bar === null && (await registrations.confirm(person, code.secretHash));
  if (user && confirmed) {
    const now = clock.now();
    const fact = { type: 'self-registered', ...fromBrowser(origin, epoch, false) } as const;
    const proofs = { password: now, ...(confirmed.barred && { 'mailed-code': now }) };
    const signedIn = await openSession(ports, user, fact, origin, epoch, null, proofs);
    if (signedIn) {
      await rememberNetwork(ports, user, origin);
      return accept(signedIn);
    }
    if (await ports.freezes.isFrozen(user)) return refuse('account-frozen');
  }
  const context = auditContext({ kind: 'anonymous' }, user && { ...person, userId: user.userId }, origin);
  await audit.append({ type: 'self-registration-refused', ...context });
  return refuse('invalid-credentials');
}
