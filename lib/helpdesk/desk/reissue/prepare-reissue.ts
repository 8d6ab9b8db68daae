import { isSelf, type Principal } from '../../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../../accounts/users/requester';
import type { User } from '../../../accounts/users/user';
import type { ActivationLimits, AuthenticatorInstance } from '../../../devices/authenticator-directory';
import { accept, refuse, type Result } from '../../../shared/result';
import { checkContacts, type CheckContacts } from '../../caller-check/check-contacts';
import { deviceMethods, type DeviceMethods } from '../../caller-check/device-methods';
import type { RequestPorts } from '../helpdesk-ports';
import { summarizeInvitation, type InvitationSummary } from '../../invitations/invitation-summary';
import { DELIVERIES, type Delivery } from '../../invitations/reissue';
import { findSendObstacle, type SendObstacle } from '../../invitations/send-invitation';
import { isProtected } from '../../../accounts/users/staff';

/** What the form "Send a new activation" needs to predict the refusals of `requestAsAgent`. */
export type ReissueForm = {
  user: User;
  /** Whether any request needs approval, and the caller more checks. */
  isProtected: boolean;
  devices: AuthenticatorInstance[];
  /** Null if the gateway does not report them, or cannot now. */
  limits: ActivationLimits | null;
  /** Whether the gateway locks devices; if not, they are removed instead. */
  canLock: boolean;
  /** Whether an agent can undo a lock of their own for a while. */
  canUndo: boolean;
  deviceMethods: DeviceMethods;
  /** What is on record to check the caller with. */
  contacts: CheckContacts;
  /** Each delivery, and what rules it out. */
  deliveries: { delivery: Delivery; obstacle: SendObstacle | null }[];
  /** The invitation that a new one would revoke. */
  current: InvitationSummary | null;
};

/** @throws GatewayError if the user's devices cannot be read */
export async function prepareReissue(
  ports: Pick<RequestPorts, 'users' | 'contacts' | 'invitations' | 'directory' | 'phones' | 'clock' | 'settings'>,
  agent: Principal,
  target: NamedUser,
): Promise<Result<ReissueForm, 'not-found' | 'own-account'>> {
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  if (isSelf(agent, user.userId)) return refuse('own-account');
  const { instances: devices, limits } = await ports.directory.holdings(user);
  const current = await ports.invitations.findCurrent(user);
  return accept({
    user,
    isProtected: isProtected(user),
    devices,
    limits,
    canLock: ports.directory.capabilities.lock === true,
    canUndo: ports.directory.capabilities.unlock === true,
    deviceMethods: deviceMethods(ports),
    contacts: await checkContacts(ports, agent, user),
    deliveries: DELIVERIES.map((delivery) => ({ delivery, obstacle: findSendObstacle(ports, user, delivery) })),
    current: current && summarizeInvitation(current),
  });
}
