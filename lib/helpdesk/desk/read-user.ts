import type { UserKey } from '../../shared/identifiers/user-key';
import type { User } from '../../accounts/users/user';
import { describeActivation, type ActivationStatus } from '../../activation/activation-status';
import { GatewayError } from '../../activation/gateway-error';
import { startsLeft, type StartsLeft } from '../../activation/start/register-activation';
import type { SessionStore } from '../../accounts/sessions/session-store';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { AuditLog } from '../../audit/audit-log';
import type { AuditRecord } from '../../audit/audit-record';
import type {
  ActivationLimits,
  AuthenticatorDirectory,
  AuthenticatorInstance,
  DirectoryCapabilities,
  ExpiredDevice,
  HardwareRequest,
  OffReason,
  OtherAuthenticator,
} from '../../devices/authenticator-directory';
import { abilitiesOf, type Abilities } from '../../devices/abilities';
import type { DeviceHolds, HoldCause, StaffHold } from '../../devices/locks/device-holds';
import type { ApprovalStore } from '../approvals/approval-store';
import { REMOVALS, type DeviceRemoval } from './removal/removals';
import type { InvitationPorts } from '../invitations/invitation-ports';
import { summarizeInvitation, type InvitationSummary } from '../invitations/invitation-summary';
import { isProtected } from '../../accounts/users/staff';

/** @property causes why it is locked @property staffHold since when by whom, if staff locked it */
export type HelpdeskDevice = AuthenticatorInstance & { causes: HoldCause[]; staffHold: StaffHold | null };

/** What staff see of a user. */
export type HelpdeskUser = {
  user: User;
  isProtected: boolean;
  /** Null if the gateway fails. `limits` says why if the gateway does not report them, and is null while it cannot. */
  devices: {
    instances: HelpdeskDevice[];
    others: (OtherAuthenticator & { abilities: Abilities })[];
    requests: HardwareRequest[];
    expired: ExpiredDevice[];
    /** See `AuthenticatorDirectory`; null where the person is not locked out. */
    lockedOutUntil: Date | null;
    limits: ActivationLimits | OffReason | null;
  } | null;
  capabilities: DirectoryCapabilities;
  /** Progress only, without credentials. */
  pending: ActivationStatus | null;
  startsLeft: StartsLeft;
  /** How many browsers the user is signed in with; at most 50 are counted. */
  openSessions: number;
  /** Newest first. */
  invitations: InvitationSummary[];
  removals: DeviceRemoval[];
  timeline: AuditRecord[];
};

type ReadUserPorts = InvitationPorts & {
  users: Pick<UserDirectory, 'find'>;
  directory: AuthenticatorDirectory;
  holds: DeviceHolds;
  approvals: ApprovalStore;
  audit: AuditLog;
  sessions: Pick<SessionStore, 'listFor'>;
};

const LISTED = 20;
const TIMELINE = 50;
const COUNTED_SESSIONS = 50;

/** @returns null if there is no such user */
export async function readUser(ports: ReadUserPorts, { userId, domain }: UserKey): Promise<HelpdeskUser | null> {
  const user = await ports.users.find(userId, domain);
  if (!user) return null;
  const { activation, invitations, approvals, audit, clock } = ports;
  const pending = await activation.store.findPending(user);
  return {
    user,
    isProtected: isProtected(user),
    devices: await readDevices(ports, user),
    capabilities: ports.directory.capabilities,
    // Staff compare no picture, and cannot read one out to a caller.
    pending: pending && { ...describeActivation(pending, activation.gateway.capabilities, clock.now()), mosaic: null },
    startsLeft: await startsLeft(activation, user),
    openSessions: (await ports.sessions.listFor(user, clock.now(), COUNTED_SESSIONS)).length,
    invitations: (await invitations.listFor(user, LISTED)).map(summarizeInvitation),
    removals: await approvals.listFor(REMOVALS, user, LISTED),
    timeline: await audit.listFor(user, TIMELINE),
  };
}

/** @returns null if the gateway fails */
export async function readDevices(
  { directory, holds }: Pick<ReadUserPorts, 'directory' | 'holds'>,
  user: UserKey,
): Promise<HelpdeskUser['devices']> {
  try {
    const held = await directory.holdings(user);
    const { limits } = directory.capabilities;
    const others = held.others.map((other) => ({ ...other, abilities: abilitiesOf(other.kind, directory) }));
    const instances = await Promise.all(
      held.instances.map(async (instance) => {
        const { instanceId, state } = instance;
        const causes = state === 'locked' ? await holds.standing(instanceId) : [];
        const staffHold = causes.includes('helpdesk') ? await holds.staffHold(instanceId) : null;
        return Object.assign(instance, { causes, staffHold });
      }),
    );
    return {
      instances,
      others,
      requests: held.requests ?? [],
      expired: held.expired,
      lockedOutUntil: held.lockedOutUntil ?? null,
      limits: limits === true ? held.limits : limits,
    };
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
