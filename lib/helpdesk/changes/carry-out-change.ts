import { GatewayError } from '../../activation/gateway-error';
import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import { isOfMachine } from '../../accounts/users/requester';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import { unlockUnlessHeld } from '../../devices/locks/unlock-unless-held';
import type { ChangePorts } from '../helpdesk-ports';
import type { ChangeRequest } from './change-request';

/** @returns `due` where the gateway failed, so that it is tried again; every step may be repeated */
export async function carryOutChange(
  ports: ChangePorts,
  request: ChangeRequest,
): Promise<'done' | 'withdrawn' | 'due'> {
  try {
    return (await carryOut(ports, request)) ? 'done' : 'withdrawn';
  } catch (error) {
    if (error instanceof GatewayError) return 'due';
    throw error;
  }
}

/** @returns false where a rule forbids it by now */
async function carryOut(ports: ChangePorts, request: ChangeRequest): Promise<boolean> {
  const { accountChanges } = ports;
  const origin = noRequest(request.id);
  switch (request.change) {
    case 'disable':
      return accountChanges !== null && (await accountChanges.disable(request, origin)).ok;
    case 'remove':
      return accountChanges !== null && (await accountChanges.remove(request, origin)).ok;
    case 'take-role':
      return accountChanges !== null && (await accountChanges.takeRole(request, request.role, origin)).ok;
    case 'lock-device':
      return lock(ports, request, request.instanceId);
    case 'unlock-device':
      return unlock(ports, request, request.instanceId);
  }
}

async function lock(ports: ChangePorts, request: ChangeRequest, instanceId: string): Promise<boolean> {
  const { id: requestId, requestedBy } = request;
  const event = { type: 'device-locked-by-helpdesk', instanceId, requestId, ...contextOf(request) } as const;
  await lockForSafety(ports, request, instanceId, 'helpdesk', requestedBy, [event]);
  return true;
}

/** Lifts the machine's lock and no other cause: a device that its person or staff have locked meanwhile stays locked. */
async function unlock(ports: ChangePorts, request: ChangeRequest, instanceId: string): Promise<boolean> {
  const { holds, audit } = ports;
  const held = await holds.staffHold(instanceId);
  if (!held || held.by === null || !isOfMachine(held.by)) return false;
  if (!(await holds.releaseStaffHold(instanceId, held))) return false;
  try {
    await unlockUnlessHeld(ports, instanceId);
  } catch (error) {
    await holds.hold(instanceId, 'helpdesk', held.at, held.by);
    throw error;
  }
  const fact = { type: 'device-unlocked-by-helpdesk', instanceId, requestId: request.id } as const;
  await audit.append({ ...fact, ...contextOf(request) });
  return true;
}

/** In the name of whoever agreed. */
function contextOf(request: ChangeRequest) {
  const { decidedBy } = request;
  if (decidedBy === null) throw new TypeError(`${request.id} was carried out before anybody agreed`);
  return auditContext(userActor({ userId: decidedBy }), request, noRequest(request.id));
}
