import { auditContext, noRequest, userActor } from '../../../audit/audit-context';
import type { AuditEvent } from '../../../audit/audit-event';
import { nameInRecord, type NamedDevice } from '../../../audit/device-facts';
import { isRole, type Role } from '../../../accounts/users/role';
import { isOfMachine } from '../../../accounts/users/requester';
import { lockForSafety } from '../../../devices/locks/lock-and-hold';
import { unlockUnlessHeld } from '../../../devices/locks/unlock-unless-held';
import type { Result } from '../../../shared/result';
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
    const carried = await carryOut(ports, approved);
    return carried ? { outcome: 'done', ...carried } : { outcome: 'withdrawn', events: [] };
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

/** What is recorded of it; null where a rule forbids it by now. */
type Carried = { events: AuditEvent[] } | null;

async function carryOut(ports: ChangePorts, request: ChangeRequest): Promise<Carried> {
  const { accountChanges } = ports;
  const { subject } = request;
  const origin = noRequest(request.id);
  switch (subject.change) {
    case 'disable':
      return changed(await accountChanges?.disable(userOf(request), origin));
    case 'remove':
      return changed(await accountChanges?.remove(userOf(request), origin));
    case 'take-role':
      return changed(await accountChanges?.takeRole(userOf(request), subject.role, origin));
    case 'lock-device':
      return lock(ports, request, deviceOf(subject));
    case 'unlock-device':
      return unlock(ports, request, deviceOf(subject));
  }
}

/** The room of accounts records its own. */
function changed(result: Result<null, string> | undefined): Carried {
  return result?.ok ? { events: [] } : null;
}

async function lock(ports: ChangePorts, request: ChangeRequest, device: NamedDevice): Promise<Carried> {
  const { id: requestId, requestedBy } = request;
  await lockForSafety(ports, userOf(request), device.instanceId, 'helpdesk', requestedBy);
  return { events: [{ type: 'device-locked-by-helpdesk', ...device, requestId, ...contextOf(request) }] };
}

/**
 * Lifts the machine's lock and no other cause: a device that its person or staff have locked meanwhile stays locked. One whose
 * lock is lifted already was left there by a process that died.
 */
async function unlock(ports: ChangePorts, request: ChangeRequest, device: NamedDevice): Promise<Carried> {
  const { holds } = ports;
  const { instanceId } = device;
  const staffHold = await holds.staffHold(instanceId);
  if (staffHold) {
    if (staffHold.by === null || !isOfMachine(staffHold.by)) return null;
    if (!(await holds.releaseStaffHold(instanceId, staffHold))) return null;
  }
  const unlocked = await unlockUnlessHeld(ports, instanceId).catch(async (error: unknown) => {
    if (staffHold) await holds.hold(instanceId, 'helpdesk', staffHold.at, staffHold.by);
    throw error;
  });
  if (!unlocked.ok && unlocked.refusal === 'not-found') return null;
  const fact = { type: 'device-unlocked-by-helpdesk', ...device, requestId: request.id } as const;
  return { events: [{ ...fact, ...contextOf(request) }] };
}

/** In the name of whoever agreed. */
function contextOf(request: ChangeRequest) {
  const { decidedBy } = request;
  if (decidedBy === null) throw new TypeError(`${request.id} was carried out before anybody agreed`);
  return auditContext(userActor({ userId: decidedBy }), userOf(request), noRequest(request.id));
}
