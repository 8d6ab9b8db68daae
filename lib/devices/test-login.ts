import { ownContext } from '../audit/audit-context';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { perObject } from '../accounts/sign-in/limits';
import type { ActivationPorts } from '../activation/activation-ports';
import { confirmActivation } from '../activation/confirm-activation';
import { GatewayError } from '../activation/gateway-error';
import type { AuthenticatorPorts, ReplacementPorts } from './authenticator-ports';
import type { OneTimePasswordRefusal } from './authenticator-directory';
import { abilitiesOf } from './abilities';
import { findHeld } from './find-own-authenticator';
import { retireReplacedDevice } from './replacement/retire-replaced-device';

/** What a hardware device shows: the vendor's field takes 16 (OneSpan §6.3). */
export const HARDWARE_RESPONSE = /^\d{4,16}$/;

type Refused = {
  ok: false;
  refusal:
    | OneTimePasswordRefusal
    | {
        code: 'too-many-attempts' | 'too-many-test-logins' | 'not-a-one-time-password' | 'not-usable-yet';
      };
};
type Verdict = { ok: true; driftSeconds: number | null } | Refused;

/** @property retires whether the device that this one replaces was retired with it */
export type TestLoginVerdict = { ok: true; driftSeconds: number | null; retires: boolean } | Refused;

export type TestLoginCode = Refused['refusal']['code'];

export type TestLoginPorts = ReplacementPorts & { activation: ActivationPorts };

/**
 * Checks a one-time password from one's own device. A valid one proves that the device works: it completes the device's
 * activation, and retires the device that this one replaces.
 * @param oneTimePassword six to eight digits; spaces between them do not count
 * @param onGatewayFailure is called if the old device could not be retired yet; the round retires it
 */
export async function testLogin(
  ports: TestLoginPorts,
  owner: UserKey,
  instanceId: string,
  oneTimePassword: string,
  origin: RequestOrigin,
  onGatewayFailure: (error: GatewayError) => void,
): Promise<TestLoginVerdict> {
  const verdict = await checkOneTimePassword(ports, owner, instanceId, oneTimePassword, origin);
  if (!verdict.ok) return verdict;
  const retired = await retireReplacedDevice(ports, owner, instanceId, origin).catch((error: unknown) => {
    if (!(error instanceof GatewayError)) throw error;
    onGatewayFailure(error);
    return null;
  });
  await confirmActivation(ports.activation, owner, instanceId);
  return { ...verdict, retires: retired !== null };
}

async function checkOneTimePassword(
  ports: AuthenticatorPorts,
  owner: UserKey,
  instanceId: string,
  oneTimePassword: string,
  origin: RequestOrigin,
): Promise<Verdict> {
  const held = await findHeld(ports.directory, owner, instanceId);
  if (!held || abilitiesOf(held.kind, ports.directory).test !== true)
    return { ok: false, refusal: { code: 'not-found' } };
  // Refused by the gateway, its code would look wrong.
  if (held.kind === 'phone' && held.instance.usableFrom) return { ok: false, refusal: { code: 'not-usable-yet' } };
  const digits = oneTimePassword.replaceAll(/\s/g, '');
  if (!(held.kind === 'phone' ? /^\d{6,8}$/ : HARDWARE_RESPONSE).test(digits))
    return { ok: false, refusal: { code: 'not-a-one-time-password' } };
  const today = perObject('test-logins-a-day', instanceId);
  const recordRefusal = await ports.rateLimiter.take([today, perObject('test-login', instanceId)]);
  if (recordRefusal)
    return {
      ok: false,
      refusal: { code: recordRefusal.key === today.key ? 'too-many-test-logins' : 'too-many-attempts' },
    };
  const verdict = await ports.directory.testOneTimePassword(instanceId, digits);
  if (verdict.ok) await ports.rateLimiter.giveBack([today]);
  const outcome = verdict.ok ? 'valid' : verdict.refusal.code;
  if (outcome === 'not-found') return verdict;
  await ports.audit.append({ type: 'login-tested', instanceId, outcome, ...ownContext(owner, origin) });
  return verdict;
}
