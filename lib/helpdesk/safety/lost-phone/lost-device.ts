import { auditContext } from '../../../audit/audit-context';
import { GatewayError } from '../../../activation/gateway-error';
import type { AuthenticatorInstance } from '../../../devices/authenticator-directory';
import { lockAndHold } from '../../../devices/locks/lock-and-hold';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { LostPhonePorts } from '../safety-ports';
import { CONFLICT, retryOnConflict } from '../../../shared/async/retry-on-conflict';
import { withLocked, type LockedDevice, type OpenCase } from '../cases/safety-case';

/** @returns null if the gateway fails */
export async function readDevices(
  { directory }: Pick<LostPhonePorts, 'directory'>,
  user: { userId: string; domain: string },
): Promise<AuthenticatorInstance[] | null> {
  try {
    return await directory.list(user);
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}

/**
 * Locks a device that somebody has lost, for the cause `person`: a phone that turns up is unlocked by whoever proves more
 * than the lock took. Where the gateway has no lock it refuses: to remove a device takes more than one proof.
 * A gateway that fails changes nothing: the hold stands, and the round locks it.
 */
export async function lockLostDevice(
  ports: LostPhonePorts,
  opened: OpenCase,
  { instanceId, name }: Pick<AuthenticatorInstance, 'instanceId' | 'name'>,
  origin: RequestOrigin,
): Promise<Result<OpenCase, 'not-offered'>> {
  if (ports.directory.capabilities.lock !== true) return refuse('not-offered');
  const { reference } = opened;
  const context = auditContext({ kind: 'anonymous' }, opened, origin);
  const event = { type: 'lost-device-locked', instanceId, deviceName: name, reference, ...context } as const;
  try {
    await lockAndHold(ports, instanceId, 'person', null, [event]);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
  return accept(await keepLocked(ports, opened, { instanceId, name }));
}

/** Another press may lock another one at the same moment: the case has both. */
function keepLocked({ cases }: LostPhonePorts, opened: OpenCase, device: LockedDevice): Promise<OpenCase> {
  const { reference, domain } = opened;
  return retryOnConflict(async () => {
    const current = await cases.find(reference, domain);
    const isKept = current?.locked.some(({ instanceId }) => instanceId === device.instanceId);
    if (current?.state !== 'open' || isKept) return opened;
    const moved = withLocked(current, device);
    return (await cases.save(moved, { events: [], messages: [] })).ok ? moved : CONFLICT;
  });
}
