import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import { nameInRecord, type NamedDevice } from '../../audit/device-facts';
import { isRole, type Role } from '../../accounts/users/role';
import { isOfMachine } from '../../accounts/users/requester';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import { unlockUnlessHeld } from '../../devices/locks/unlock-unless-held';
import type { ChangePorts } from '../helpdesk-ports';
import type { ApprovalKind } from '../../approvals/approval-kind';
import { UNSAID, type ApprovalFacts } from '../../approvals/approval-facts';
import { deviceOf, textOf } from '../../approvals/approval-store';
import { userOf } from '../../approvals/request-approval';
import type { Change, ChangeKind, ChangeRequest, PersonChange } from './change-request';

/** Once approved, it is carried out at the gateway or on the account. */
export const CHANGES: ApprovalKind<Change, ChangePorts> = {
  name: 'change',
  prefix: 'chg',
  decidedWith: 'account:approve',
  unmet: [],
  keyOf: ({ change, role, instanceId }, userId) => `${userId} ${change} ${role ?? instanceId ?? ''}`,
  parse: (stored) => ({ ...changeOf(stored), ticket: stored['ticket'] === null ? null : textOf(stored, 'ticket') }),
  describe({ change, role, instanceId: deviceId, ticket }) {
    return { ...UNSAID, purpose: PURPOSES[change], role, deviceId, ticket };
  },
  mailOf(request, asked) {
    const { endsAt: validUntil, subject } = request;
    const { userId } = userOf(request);
    const { change, role } = subject;
    const device = subject.instanceId === null ? null : nameInRecord(subject);
    return { kind: 'change-requested', change, role, device, userId, validUntil, ...asked };
  },
  eventOf(move, { id: requestId, subject: { ticket, ...change } }, context) {
    const facts = { requestId, ...change, ...context };
    switch (move) {
      case 'requested':
        return { type: 'change-requested', ticket, ...facts };
      case 'expired':
        return { type: 'change-request-expired', ...facts };
      case 'approved':
        return { type: 'change-approved', ...facts };
      case 'declined':
        return { type: 'change-declined', ...facts };
    }
  },
  async carryOut(ports, approved) {
    return { outcome: (await carryOut(ports, approved)) ? 'done' : 'withdrawn', events: [] };
  },
};

const PURPOSES = {
  disable: 'disabling',
  remove: 'deletion',
  'take-role': 'role-removal',
  'lock-device': 'locking',
  'unlock-device': 'unlocking',
} as const satisfies Record<ChangeKind, ApprovalFacts['purpose']>;

type Stored = Record<string, unknown>;

/** Each change out of its stored request. */
const READERS: { [Kind in ChangeKind]: (stored: Stored) => PersonChange & { change: Kind } } = {
  disable: () => ({ change: 'disable', role: null, instanceId: null }),
  remove: () => ({ change: 'remove', role: null, instanceId: null }),
  'take-role': (stored) => ({ change: 'take-role', role: roleOf(stored), instanceId: null }),
  'lock-device': (stored) => ({ change: 'lock-device', role: null, ...deviceOf(stored) }),
  'unlock-device': (stored) => ({ change: 'unlock-device', role: null, ...deviceOf(stored) }),
};

/** @throws TypeError for a change that there is not, which is a bug of the writer */
function changeOf(stored: Stored): PersonChange {
  const change = textOf(stored, 'change');
  const reader = Object.entries(READERS).find(([kind]) => kind === change)?.[1];
  if (!reader) throw new TypeError(`a request is for the unknown change ${change}`);
  return reader(stored);
}

function roleOf(stored: Stored): Role {
  const role = textOf(stored, 'role');
  if (!isRole(role)) throw new TypeError(`a request is about the unknown role ${role}`);
  return role;
}

/** @returns false where a rule forbids it by now */
async function carryOut(ports: ChangePorts, request: ChangeRequest): Promise<boolean> {
  const { accountChanges } = ports;
  const { subject } = request;
  const origin = noRequest(request.id);
  switch (subject.change) {
    case 'disable':
      return accountChanges !== null && (await accountChanges.disable(userOf(request), origin)).ok;
    case 'remove':
      return accountChanges !== null && (await accountChanges.remove(userOf(request), origin)).ok;
    case 'take-role':
      return accountChanges !== null && (await accountChanges.takeRole(userOf(request), subject.role, origin)).ok;
    case 'lock-device':
      return lock(ports, request, deviceOf(subject));
    case 'unlock-device':
      return unlock(ports, request, deviceOf(subject));
  }
}

async function lock(ports: ChangePorts, request: ChangeRequest, device: NamedDevice): Promise<boolean> {
  const { id: requestId, requestedBy } = request;
  const event = { type: 'device-locked-by-helpdesk', ...device, requestId, ...contextOf(request) } as const;
  await lockForSafety(ports, userOf(request), device.instanceId, 'helpdesk', requestedBy, [event]);
  return true;
}

/** Lifts the machine's lock and no other cause: a device that its person or staff have locked meanwhile stays locked. */
async function unlock(ports: ChangePorts, request: ChangeRequest, device: NamedDevice): Promise<boolean> {
  const { holds, audit } = ports;
  const { instanceId } = device;
  const staffHold = await holds.staffHold(instanceId);
  if (!staffHold || staffHold.by === null || !isOfMachine(staffHold.by)) return false;
  if (!(await holds.releaseStaffHold(instanceId, staffHold))) return false;
  try {
    await unlockUnlessHeld(ports, instanceId);
  } catch (error) {
    await holds.hold(instanceId, 'helpdesk', staffHold.at, staffHold.by);
    throw error;
  }
  const fact = { type: 'device-unlocked-by-helpdesk', ...device, requestId: request.id } as const;
  await audit.append({ ...fact, ...contextOf(request) });
  return true;
}

/** In the name of whoever agreed. */
function contextOf(request: ChangeRequest) {
  const { decidedBy } = request;
  if (decidedBy === null) throw new TypeError(`${request.id} was carried out before anybody agreed`);
  return auditContext(userActor({ userId: decidedBy }), userOf(request), noRequest(request.id));
}
