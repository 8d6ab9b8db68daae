import { actorName, auditContext, userActor } from '../../../audit/audit-context';
import type { AuditLog } from '../../../audit/audit-log';
import type { AuditRecord } from '../../../audit/audit-record';
import type { AuditEventType } from '../../../audit/audit-event';
import { isSelf, type Principal } from '../../../accounts/users/principal';
import { inDomainOf, type NamedUser } from '../../../accounts/users/requester';
import { findOwnAuthenticator } from '../../../devices/find-own-authenticator';
import type { StaffHold } from '../../../devices/locks/device-holds';
import { actAtGateway, type ActPorts } from '../../../devices/acts/act-at-gateway';
import { unlockUnlessHeld } from '../../../devices/locks/unlock-unless-held';
import { CONFLICT, retryOnConflict, type Conflict } from '../../../shared/async/retry-on-conflict';
import { parseInvitationId } from '../../../shared/identifiers/invitation-id';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { MINUTE } from '../../../shared/time/duration';
import type { OldDevicePorts } from '../../invitations/invitation-ports';
import { withOldDevice, type Invitation } from '../../invitations/invitation';
import { release } from '../../invitations/old-device';

/** How long an agent may undo a lock, in milliseconds. */
export const UNDO_LOCK_WITHIN_MS = 15 * MINUTE;

/** More records than a person's devices cause in that time. */
const LOOKED_AT = 200;

/** What ends the chance to undo a lock when it happens to the device, or to its person, after the lock. */
const FOLLOWS: ReadonlySet<AuditEventType> = new Set([
  'authenticator-locked',
  'deleted-device-locked',
  'authenticator-unlocked',
  'authenticator-removed',
  'device-retired',
  'removal-requested',
  'device-removed-by-helpdesk',
  'device-disowned',
  'disowned-device-locked',
]);
const FOLLOWS_FOR_PERSON: ReadonlySet<AuditEventType> = new Set(['invitation-opened', 'invitation-used']);

type UndoPorts = OldDevicePorts & ActPorts & { audit: AuditLog };

export type UndoLockRefusal =
  | 'not-found'
  | 'not-offered'
  | 'own-account'
  | 'lock-not-yours'
  | 'lock-undo-late'
  | 'lock-followed'
  | 'try-again';

/** A lock by staff. @property requestId of the invitation that it came with; null if it came with none */
type StaffLock = { at: Date; by: string | null; requestId: string | null; isFollowed: boolean };

/** The latest lock of a device by staff. @param records of its owner, newest first @returns null if there is none */
export function latestStaffLock(records: readonly AuditRecord[], instanceId: string): StaffLock | null {
  let isFollowed = false;
  for (const { at, event } of records) {
    const isAbout = 'instanceId' in event && event.instanceId === instanceId;
    if (isAbout && event.type === 'device-locked-by-helpdesk') {
      return { at, by: actorName(event.actor), requestId: event.requestId, isFollowed };
    }
    isFollowed ||= (isAbout && FOLLOWS.has(event.type)) || FOLLOWS_FOR_PERSON.has(event.type);
  }
  return null;
}

/** @returns until when an agent may undo a lock, or why they may not */
export function mayUndoLock(
  agentId: string,
  lock: StaffLock | null,
  staffHold: StaffHold | null,
  now: Date,
): Result<Date, 'lock-not-yours' | 'lock-undo-late' | 'lock-followed'> {
  if (!staffHold || staffHold.by !== agentId) return refuse('lock-not-yours');
  const until = new Date(staffHold.at.getTime() + UNDO_LOCK_WITHIN_MS);
  if (now >= until) return refuse('lock-undo-late');
  return lock?.by === agentId && !lock.isFollowed ? accept(until) : refuse('lock-followed');
}

/**
 * Undoes a lock that an agent set by mistake: for 15 minutes, by nobody else, and only while nothing else has happened
 * to the device and the person has not opened an invitation.
 *
 * The hold is released only as it was read, so that a colleague who locks the device meanwhile wins.
 * @throws GatewayError if the gateway fails; the device stays held then
 */
export function undoLock(
  ports: UndoPorts,
  agent: Principal,
  owner: NamedUser,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<null, UndoLockRefusal>> {
  return retryOnConflict(() => tryToUndo(ports, agent, owner, instanceId, origin));
}

async function tryToUndo(
  ports: UndoPorts,
  agent: Principal,
  named: NamedUser,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<null, UndoLockRefusal> | Conflict> {
  const { directory, holds, audit, invitations, clock } = ports;
  const owner = inDomainOf(agent, named);
  if (isSelf(agent, owner.userId)) return refuse('own-account');
  if (directory.capabilities.lock !== true || directory.capabilities.unlock !== true) return refuse('not-offered');
  const device = await findOwnAuthenticator(directory, owner, instanceId);
  if (!device) return refuse('not-found');
  const staffHold = await holds.staffHold(instanceId);
  const lock = latestStaffLock(await audit.listFor(owner, LOOKED_AT), instanceId);
  const allowed = mayUndoLock(agent.user.userId, lock, staffHold, clock.now());
  if (!allowed.ok) return allowed;
  if (!staffHold || (await holds.standing(instanceId)).some((cause) => cause !== 'helpdesk'))
    return refuse('lock-followed');

  const id = lock?.requestId ? parseInvitationId(lock.requestId) : null;
  const invitation = id && (await invitations.find(id, owner.domain));
  if (invitation) {
    if (!canRelease(invitation)) return refuse('lock-followed');
    // Saved by its version, so that whoever opens the invitation meanwhile wins.
    const moved = withOldDevice(invitation, release(invitation.oldDevice));
    if (!(await invitations.save(moved, { events: [], messages: [] })).ok) return CONFLICT;
  }
  const fact = { type: 'device-unlocked-by-helpdesk', instanceId, requestId: lock?.requestId ?? null } as const;
  const event = { ...fact, ...auditContext(userActor(agent.user), owner, origin) };
  const released = { cause: 'helpdesk', ...staffHold } as const;
  const act = { ...owner, instanceId, deed: { kind: 'unlock' }, event, released } as const;
  const unlocked = await actAtGateway(
    ports,
    act,
    () => unlockUnlessHeld(ports, instanceId),
    ({ ok }) => (ok ? [event] : []),
  );
  if (!unlocked) return refuse('lock-followed');
  if (!unlocked.ok) return refuse(unlocked.refusal === 'held' ? 'lock-followed' : 'not-found');
  return accept(null);
}

/** Whether the invitation that locked a device leaves room to undo that. */
function canRelease(
  invitation: Invitation,
): invitation is Invitation & { oldDevice: NonNullable<Invitation['oldDevice']> } {
  if (invitation.state === 'opened' || invitation.state === 'used') return false;
  return invitation.oldDevice?.state === 'locked' || invitation.oldDevice?.state === 'released';
}
