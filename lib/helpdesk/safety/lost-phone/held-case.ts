import { perNetwork } from '../../../accounts/sign-in/limits';
import { auditContext } from '../../../audit/audit-context';
import type { AuthenticatorInstance, DirectoryCapabilities } from '../../../devices/authenticator-directory';
import type { BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { traceOf, type RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { HOUR } from '../../../shared/time/duration';
import type { OpenCase } from '../cases/safety-case';
import { freezeAccount } from '../freeze/freeze-account';
import type { LostPhonePorts } from '../safety-ports';
import { lockLostDevice, readDevices } from './lost-device';
import { sha256OfText } from '../../../shared/bytes';

/** How long the browser that opened a case may go on with it, in milliseconds. */
export const CASE_HELD_MS = HOUR;

/** The case that a browser has opened. @returns null if there is none, or no time is left */
export async function findHeldCase(
  { cases, clock }: Pick<LostPhonePorts, 'cases' | 'clock'>,
  holder: BrowserSecret,
): Promise<OpenCase | null> {
  return cases.findHeld(await sha256OfText(holder), new Date(clock.now().getTime() - CASE_HELD_MS));
}

/**
 * What its browser is shown of a case.
 * @property devices null if the gateway fails
 * @property canLock whether the gateway can lock one phone
 */
export type HeldCase = {
  opened: OpenCase;
  devices: AuthenticatorInstance[] | null;
  canLock: DirectoryCapabilities['lock'];
  isFrozen: boolean;
};

export async function readHeldCase(ports: LostPhonePorts, holder: BrowserSecret): Promise<HeldCase | null> {
  const opened = await findHeldCase(ports, holder);
  if (!opened) return null;
  return {
    opened,
    devices: await readDevices(ports, opened),
    canLock: ports.directory.capabilities.lock,
    isFrozen: await ports.freezes.isFrozen(opened),
  };
}

export type HeldCaseRefusal = 'case-over' | 'too-many-attempts' | 'not-found' | 'not-offered' | 'gateway-unreachable';

/** Locks one phone of the case that this browser opened, or all. @param instanceId null for all */
export async function lockHeld(
  ports: LostPhonePorts,
  holder: BrowserSecret | null,
  instanceId: string | null,
  origin: RequestOrigin,
): Promise<Result<OpenCase, HeldCaseRefusal>> {
  const held = await takeHeld(ports, holder, origin);
  if (!held.ok) return held;
  const devices = await readDevices(ports, held.value);
  if (!devices) return refuse('gateway-unreachable');
  const chosen = devices.filter(
    (device) => device.state === 'active' && [null, device.instanceId].includes(instanceId),
  );
  const isHere = instanceId === null || devices.some((device) => device.instanceId === instanceId);
  if (!isHere) return refuse('not-found');
  let opened = held.value;
  for (const device of chosen) {
    const locked = await lockLostDevice(ports, opened, device, origin);
    if (!locked.ok) return locked;
    opened = locked.value;
  }
  return accept(opened);
}

/** Freezes everything, for somebody who does not know what else a thief has. The case becomes one of everything. */
export async function freezeHeld(
  ports: LostPhonePorts,
  holder: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<null, 'case-over' | 'too-many-attempts'>> {
  const held = await takeHeld(ports, holder, origin);
  if (!held.ok) return held;
  const context = auditContext({ kind: 'anonymous' }, held.value, origin);
  // Frozen before is as good.
  await freezeAccount(ports, held.value, 'lost-phone', context, { lost: held.value, trace: traceOf(origin) });
  return accept(null);
}

async function takeHeld(
  ports: LostPhonePorts,
  holder: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<OpenCase, 'case-over' | 'too-many-attempts'>> {
  if (await ports.rateLimiter.take(perNetwork('lost-phone', origin))) return refuse('too-many-attempts');
  const held = holder && (await findHeldCase(ports, holder));
  return held ? accept(held) : refuse('case-over');
}
