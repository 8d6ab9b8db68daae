import { ownContext } from '../audit/audit-context';
import type {
  DeviceProofRefusal,
  TypedOneTimePassword,
  VouchingDevices,
  VouchingSummary,
} from '../accounts/proofs/vouching-devices';
import { perPerson, WRONG_IN_A_ROW } from '../accounts/sign-in/limits';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';
import type { AuthenticatorInstance, OneTimePasswordRefusal } from './authenticator-directory';

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

  async isOnlyDevice(user: UserKey, instanceId: string): Promise<boolean> {
    const [device, ...others] = await this.#ports.directory.list(user);
    return others.length === 0 && device?.instanceId === instanceId && device.state === 'active';
  }

  async describe(user: UserKey): Promise<VouchingSummary> {
    const { directory } = this.#ports;
    const devices = await directory.list(user);
    const active = devices.filter(({ state }) => state === 'active');
    const [trustedNext = null] = active
      .flatMap(({ trustedFrom }) => trustedFrom ?? [])
      .toSorted((left, right) => left.getTime() - right.getTime());
    const takesCodes = directory.capabilities.testOneTimePassword === true;
    return {
      devices: devices.map(({ name, state, trustedFrom = null }) => ({ name, state, trustedFrom })),
      hasAny: devices.length > 0,
      mayVouch: active.some(mayVouch),
      takesCodes,
      codeDevices: takesCodes ? usable(devices).map(({ instanceId, name }) => ({ instanceId, name })) : [],
      trustedNext,
    };
  }

  async verifyOneTimePassword(
    user: UserKey,
    { typed, instanceId: named }: TypedOneTimePassword,
    origin: RequestOrigin,
  ): Promise<Result<null, DeviceProofRefusal>> {
    const { directory, rateLimiter } = this.#ports;
    const digits = typed.replaceAll(/\s/g, '');
    if (!/^\d{6,8}$/.test(digits)) return refuse('not-a-one-time-password');
    if (directory.capabilities.testOneTimePassword !== true) return refuse('one-time-password-wrong');
    // One device: comparing with each would give whoever guesses a try for each.
    const devices = await this.#usable(user);
    const device = devices.find(({ instanceId }) => instanceId === named) ?? devices[0];
    if (!device) return refuse('one-time-password-wrong');
    const today = [perPerson('one-time-password', user)];
    if (await rateLimiter.take(today)) return refuse('too-many-one-time-passwords');
    const outcome = await this.#test(user, device, digits, origin);
    if (outcome !== 'valid') {
      await this.#countInARow(user, origin);
      return refuse(outcome === 'already-used' ? outcome : 'one-time-password-wrong');
    }
    await rateLimiter.giveBack(today);
    await rateLimiter.reset([perPerson('one-time-passwords-in-a-row', user)]);
    return accept(null);
  }

  async #usable(user: UserKey): Promise<AuthenticatorInstance[]> {
    return usable(await this.#ports.directory.list(user));
  }

  async #test(
    user: UserKey,
    { instanceId }: AuthenticatorInstance,
    digits: string,
    origin: RequestOrigin,
  ): Promise<'valid' | OneTimePasswordRefusal['code']> {
    const verdict = await this.#ports.directory.testOneTimePassword(instanceId, digits);
    const outcome = verdict.ok ? 'valid' : verdict.refusal.code;
    if (outcome !== 'not-found')
      await this.#ports.audit.append({ type: 'login-tested', instanceId, outcome, ...ownContext(user, origin) });
    return outcome;
  }

  async #countInARow(user: UserKey, origin: RequestOrigin): Promise<void> {
    const { rateLimiter, audit } = this.#ports;
    const inARow = [perPerson('one-time-passwords-in-a-row', user)];
    if (!(await rateLimiter.take(inARow))) return;
    await rateLimiter.reset(inARow);
    await audit.append({ type: 'one-time-passwords-guessed', tries: WRONG_IN_A_ROW, ...ownContext(user, origin) });
  }
}

/** Those that may vouch, the one used last first. */
function usable(devices: readonly AuthenticatorInstance[]): AuthenticatorInstance[] {
  return devices.filter(mayVouch).toSorted((left, right) => lastSeen(right) - lastSeen(left));
}

function lastSeen({ lastUsedAt, activatedAt }: AuthenticatorInstance): number {
  return (lastUsedAt ?? activatedAt)?.getTime() ?? 0;
}
