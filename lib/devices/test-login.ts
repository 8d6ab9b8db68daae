import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { perObject } from '../accounts/sign-in/limits';
import type { AuthenticatorPorts } from './authenticator-ports';
import type { OneTimePasswordRefusal } from './authenticator-directory';
import { findOwnAuthenticator } from './find-own-authenticator';

export type TestLoginVerdict =
  | { ok: true; driftSeconds: number | null }
  | {
      ok: false;
      refusal: OneTimePasswordRefusal | { code: 'too-many-attempts' } | { code: 'not-a-one-time-password' };
    };

export type TestLoginCode = Extract<TestLoginVerdict, { ok: false }>['refusal']['code'];

/**
 * Checks a one-time password from one's own device.
 * @param oneTimePassword six to eight digits; spaces between them do not count
 */
export async function testLogin(
  ports: AuthenticatorPorts,
  owner: UserKey,
  instanceId: string,
  oneTimePassword: string,
  origin: RequestOrigin,
): Promise<TestLoginVerdict> {
  const instance = await findOwnAuthenticator(ports.directory, owner, instanceId);
  if (!instance) return { ok: false, refusal: { code: 'not-found' } };
  const digits = oneTimePassword.replaceAll(/\s/g, '');
  if (!/^\d{6,8}$/.test(digits)) return { ok: false, refusal: { code: 'not-a-one-time-password' } };
  if (await ports.rateLimiter.take([perObject('one-time-password', instanceId)])) {
    return { ok: false, refusal: { code: 'too-many-attempts' } };
  }
  const verdict = await ports.directory.testOneTimePassword(instanceId, digits);
  const outcome = verdict.ok ? 'valid' : verdict.refusal.code;
  if (outcome === 'not-found') return verdict;
  const actor = { kind: 'user', userId: owner.userId } as const;
  const subject = { userId: owner.userId, domain: owner.domain };
  await ports.audit.append({ type: 'login-tested', instanceId, outcome, actor, subject, ...origin });
  return verdict;
}
