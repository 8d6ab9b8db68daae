import { isSelf } from '../../../accounts/users/principal';
import { domainOf, isOfMachine, type NamedUser, type Requester } from '../../../accounts/users/requester';
import { newApproval, requestApproval } from '../../approvals/request-approval';
import type { NamedDevice } from '../../../audit/device-facts';
import { deviceInRecord } from '../../../devices/authenticator-directory';
import { findOwnAuthenticator } from '../../../devices/find-own-authenticator';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { latestStaffLock } from '../../safety/locks/undo-lock';
import type { ChangePorts } from '../helpdesk-ports';
import type { ChangeRequest, PersonChange } from './change-request';
import { CHANGES } from './changes';

export type ChangeRequestRefusal = 'not-found' | 'not-offered' | 'own-account' | 'lock-not-by-system' | 'already-asked';

/** More records than a person's devices cause while a lock stands. */
const LOOKED_AT = 1_000;

/**
 * Asks for a change that takes a second person: whatever a machine does to staff, deleting somebody, and unlocking a device
 * that a machine has locked. What staff have locked stays locked for good.
 * @throws GatewayError if the user's devices cannot be read; nothing is changed then
 */
export async function requestChange(
  ports: ChangePorts,
  requester: Requester,
  target: NamedUser,
  { ticket, ...change }: PersonChange & { ticket: string | null },
  origin: RequestOrigin,
): Promise<Result<ChangeRequest, ChangeRequestRefusal>> {
  if (isSelf(requester, target.userId)) return refuse('own-account');
  const user = await ports.users.find(target.userId, domainOf(requester));
  if (!user) return refuse('not-found');
  const { userId, domain } = user;
  if (change.instanceId === null && !ports.accountChanges) return refuse('not-offered');
  const device = change.instanceId === null ? accept({}) : await findDevice(ports, user, change);
  if (!device.ok) return device;
  const approval = newApproval(ports, CHANGES, requester, { ...change, ...device.value, ticket }, { userId, domain });
  return requestApproval(ports, CHANGES, requester, approval, origin);
}

/** The device, if it is there and may be unlocked. */
async function findDevice(
  { directory, holds, audit }: ChangePorts,
  owner: UserKey,
  { change, instanceId }: Extract<PersonChange, { instanceId: string }>,
): Promise<Result<NamedDevice, 'not-found' | 'not-offered' | 'lock-not-by-system'>> {
  const { lock, unlock } = directory.capabilities;
  if (lock !== true || (change === 'unlock-device' && unlock !== true)) return refuse('not-offered');
  const device = await findOwnAuthenticator(directory, owner, instanceId);
  if (!device) return refuse('not-found');
  if (change === 'lock-device') return accept(deviceInRecord(device));
  const staffHold = await holds.staffHold(instanceId);
  if (!staffHold || staffHold.by === null || !isOfMachine(staffHold.by)) return refuse('lock-not-by-system');
  // What an invitation locked belongs to it: the new device takes its place.
  const latest = latestStaffLock(await audit.listFor(owner, LOOKED_AT), instanceId);
  return latest?.requestId ? refuse('lock-not-by-system') : accept(deviceInRecord(device));
}
