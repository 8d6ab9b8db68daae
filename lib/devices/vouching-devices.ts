import { ownContext } from '../audit/audit-context';
import type { DeviceProofRefusal, VouchingDevices, VouchingSummary } from '../accounts/proofs/vouching-devices';
import { perObject } from '../accounts/sign-in/limits';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';
import type { AuthenticatorInstance, OneTimePasswordVerdict } from './authenticator-directory';

type Ports = Pick<AuthenticatorPorts, 'directory' | 'rateLimiter' | 'audit'>;

/** Whether a device may vouch for its user: it is active, and not on probation. */
export function mayVouch({ state, trustedFrom }: Pick<AuthenticatorInstance, 'state' | 'trustedFrom'>): boolean {
  return state === 'active' && trustedFrom === undefined;
}

/** The devices of the gateway's directory, as far as they may vouch for their user. */
export class DirectoryVouchingDevices implements VouchingDevices {
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async hasAny(user: UserKey): Promise<boolean> {
    return (await this.#ports.directory.list(user)).length > 0;
  }

  async mayVouch(user: UserKey, instanceId: string): Promise<boolean> {
    return (await this.#usable(user)).some((device) => device.instanceId === instanceId);
  }

  async describe(user: UserKey): Promise<VouchingSummary> {
    const { directory } = this.#ports;
    const devices = await directory.list(user);
    const active = devices.filter(({ state }) => state === 'active');
    const [trustedNext = null] = active
      .flatMap(({ trustedFrom }) => trustedFrom ?? [])
      .toSorted((left, right) => left.getTime() - right.getTime());
    const canVouch = active.some(mayVouch);
    const takesOneTimePassword = canVouch && directory.capabilities.testOneTimePassword === true;
    return {
      devices: devices.map(({ name, state, trustedFrom = null }) => ({ name, state, trustedFrom })),
      hasAny: devices.length > 0,
      mayVouch: canVouch,
      takesOneTimePassword,
      trustedNext,
    };
  }

  async verifyOneTimePassword(
    user: UserKey,
    typed: string,
    origin: RequestOrigin,
  ): Promise<Result<null, DeviceProofRefusal>> {
    const { directory } = this.#ports;
    const digits = typed.replaceAll(/\s/g, '');
    if (!/^\d{6,8}$/.test(digits)) return refuse('not-a-one-time-password');
    if (directory.capabilities.testOneTimePassword !== true) return refuse('one-time-password-wrong');
    let refusal: DeviceProofRefusal = 'one-time-password-wrong';
    for (const { instanceId } of await this.#usable(user)) {
      const verdict = await this.#test(user, instanceId, digits, origin);
      if (verdict === 'too-many-attempts') return refuse(verdict);
      if (verdict.ok) return accept(null);
      if (verdict.refusal.code === 'already-used') refusal = 'already-used';
    }
    return refuse(refusal);
  }

  async #usable(user: UserKey): Promise<AuthenticatorInstance[]> {
    const devices = await this.#ports.directory.list(user);
    return devices.filter(mayVouch);
  }

  async #test(
    user: UserKey,
    instanceId: string,
    digits: string,
    origin: RequestOrigin,
  ): Promise<OneTimePasswordVerdict | 'too-many-attempts'> {
    const { directory, rateLimiter, audit } = this.#ports;
    if (await rateLimiter.take([perObject('one-time-password', instanceId)])) return 'too-many-attempts';
    const verdict = await directory.testOneTimePassword(instanceId, digits);
    const outcome = verdict.ok ? 'valid' : verdict.refusal.code;
    if (outcome !== 'not-found')
      await audit.append({ type: 'login-tested', instanceId, outcome, ...ownContext(user, origin) });
    return verdict;
  }
}
