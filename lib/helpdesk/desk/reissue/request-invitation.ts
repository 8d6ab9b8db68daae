import { auditContext } from '../../../audit/audit-context';
import type { RequestOrigin } from '../../../shared/request-origin';
import { perPerson } from '../../../accounts/sign-in/limits';
import {
  domainOf,
  isMachine,
  requesterActor,
  requesterKey,
  type NamedUser,
  type Requester,
} from '../../../accounts/users/requester';
import type { User } from '../../../accounts/users/user';
import type { AuditContext, AuditEvent } from '../../../audit/audit-event';
import { SECOND } from '../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../shared/result';
import { approvalEnd } from '../../approvals/decision';
import { notifyDeciders } from '../../approvals/request-approval';
import { raiseAlarm, type BreakGlassRefusal } from '../../approvals/ask-second-person';
import { INVITATIONS } from '../../invitations/decide-invitation';
import { awaitingOf } from '../../invitations/invitation-approvals';
import type { CallerRefusal, CheckedFor, VerifiedCaller } from '../../caller-check/verify-caller';
import type { AuthenticatorInstance } from '../../../devices/authenticator-directory';
import type { RequestPorts } from '../helpdesk-ports';
import type { AwaitingApproval, Invitation } from '../../invitations/invitation';
import { generateInvitationId } from '../../../shared/identifiers/invitation-id';
import { issueInvitation, type InvitationGrant } from '../../invitations/issue-invitation';
import { askedFor, leavesRoom } from '../../invitations/old-device';
import { checkReissue, type OldDeviceFate, type Reissue, type ReissueRefusal } from '../../invitations/reissue';
import { findSendObstacle, type SendObstacle } from '../../invitations/send-invitation';
import { stopToken } from '../../invitations/stop-token';
import { DEVICE_METHODS } from '../../caller-check/caller-assessment';
import type { NewMessage } from '../../../messaging/new-message';
import { isProtected } from '../../../accounts/users/staff';

/** What is asked for, whoever asks. */
export type AskedReissue = Omit<Reissue, 'evidence' | 'justification'> & {
  oldDevice: { instanceId: string; fate: OldDeviceFate } | null;
};

/** Of what differs between those who ask. */
type RightRefusal = CallerRefusal | BreakGlassRefusal | 'own-account' | 'justification-missing';

/**
 * The right to ask for an invitation, which agents and systems have in ways of their own, and each for its own refusals.
 * @property whyNot why the requester may not ask for this user at all; null if they may
 * @property needsRoom whether to refuse what the limit of devices leaves no room for; who sees the form may go on
 * @property assess verifies that the caller is the user. What can be used once is spent last
 * @property breakGlass goes on without a second person where one is needed; null to wait for one
 */
export type RequestRight<Refusal extends RightRefusal> = {
  requester: Requester;
  whyNot: (user: User) => Refusal | null;
  needsRoom: boolean;
  assess: (caller: User, about: CheckedFor) => Promise<Result<VerifiedCaller, Refusal>>;
  breakGlass: { justification: Result<string | null, Refusal>; take: () => Promise<Result<null, Refusal>> } | null;
};

type CheckRefusal = ReissueRefusal | SendObstacle | 'activation-limit-reached' | 'account-disabled' | 'account-frozen';
export type RequestRefusal = CheckRefusal | 'not-found' | 'too-many-invitations' | 'try-again';

/**
 * Requests an invitation, which revokes the user's current one. It is sent at once, or after approval if the caller check
 * is not enough, the user is protected, or the old device is to be removed. Only enough checks let an agent go on alone.
 * @throws GatewayError if the user's devices cannot be read; nothing is changed then
 */
export async function requestInvitation<Refusal extends RightRefusal>(
  ports: RequestPorts,
  right: RequestRight<Refusal>,
  target: NamedUser,
  askedReissue: AskedReissue,
  origin: RequestOrigin,
): Promise<Result<Invitation, RequestRefusal | Refusal>> {
  const { requester } = right;
  const user = await ports.users.find(target.userId, domainOf(requester));
  if (!user) return refuse('not-found');
  const context = auditContext(requesterActor(requester), user, origin);
  const recordRefusal = async <Reason extends CheckRefusal | Refusal | 'too-many-invitations'>(reason: Reason) => {
    const ticket = askedReissue.ticket.slice(0, 64);
    await ports.audit.append({ type: 'invitation-refused', reason, ticket, ...context });
    return refuse(reason);
  };
  const whyNot = right.whyNot(user);
  if (whyNot) return recordRefusal(whyNot);
  const received = isMachine(requester) ? 'received-invitation-of-systems' : 'received-invitation';
  const budgets = [perPerson('sent-invitation', requesterKey(requester)), perPerson(received, user)];
  const checked = await check(ports, right, user, askedReissue);
  if (!checked.ok) return recordRefusal(checked.refusal);
  const over = await ports.rateLimiter.take(budgets);
  if (over) return over.isFirst ? recordRefusal('too-many-invitations') : refuse('too-many-invitations');
  const granted = await grant(ports, right, user, askedReissue, checked.value, context);
  if (granted.ok) return issueInvitation(ports, user, granted.value, origin);
  // Who was refused has mailed nobody anything.
  await ports.rateLimiter.giveBack(budgets);
  return recordRefusal(granted.refusal);
}

/** What was checked without using anything up. */
type Checked = { reissue: Omit<AskedReissue, 'oldDevice'>; devices: AuthenticatorInstance[] };

/** The first half of the checklist. */
async function check<Refusal extends RightRefusal>(
  ports: RequestPorts,
  { needsRoom, breakGlass }: RequestRight<Refusal>,
  user: User,
  { oldDevice, ...requestFields }: AskedReissue,
): Promise<Result<Checked, CheckRefusal | Refusal>> {
  if (user.bar !== null) return refuse('account-disabled');
  if (await ports.activation.freezes.isFrozen(user)) return refuse('account-frozen');
  const reissue = checkReissue(requestFields);
  if (!reissue.ok) return reissue;
  if (breakGlass && !breakGlass.justification.ok) return breakGlass.justification;
  const obstacle = findSendObstacle(ports, user, requestFields.delivery);
  if (obstacle) return refuse(obstacle);

  const { instances: devices, limits } = await ports.directory.holdings(user);
  const { reason } = requestFields;
  const isKnown = devices.some(({ instanceId }) => instanceId === oldDevice?.instanceId);
  // A stolen device is locked at once, so the agent has to name it.
  if (oldDevice ? !isKnown : reason === 'stolen' && devices.length > 0) return refuse('old-device-missing');
  const canLock = ports.directory.capabilities.lock === true;
  if (needsRoom && !leavesRoom(limits, oldDevice && { ...oldDevice, reason }, canLock))
    return refuse('activation-limit-reached');
  return accept({ reissue: reissue.value, devices });
}

/** The other half, which uses up what can be used once. */
async function grant<Refusal extends RightRefusal>(
  ports: RequestPorts,
  { requester, assess, breakGlass }: RequestRight<Refusal>,
  user: User,
  { oldDevice, reason }: AskedReissue,
  { reissue, devices }: Checked,
  context: AuditContext,
): Promise<Result<InvitationGrant, Refusal>> {
  const caller = await assess(user, { reason, oldInstanceId: oldDevice?.instanceId ?? null, devices });
  if (!caller.ok) return caller;

  const takesTwo = !caller.value.isEnough || isProtected(user) || oldDevice?.fate === 'remove';
  const glass = takesTwo && breakGlass ? await breakGlass.take() : accept(null);
  if (!glass.ok) return glass;
  const now = ports.clock.now();
  const request: AwaitingApproval = {
    ...reissue,
    justification: takesTwo && breakGlass?.justification.ok ? breakGlass.justification.value : null,
    evidence: caller.value.evidence,
    state: 'awaiting-approval',
    id: generateInvitationId(ports.random),
    version: 1,
    userId: user.userId,
    domain: user.domain,
    requestedBy: requesterKey(requester).userId,
    requestedAt: now,
    oldDevice: oldDevice && askedFor(oldDevice.instanceId, oldDevice.fate, reason),
    endsAt: approvalEnd(ports.settings, now),
  };
  return accept(await describeGrant(ports, request, caller.value, takesTwo && breakGlass === null, context));
}

/** The request, with what is recorded of the right to it, and whom that concerns. */
async function describeGrant(
  ports: RequestPorts,
  request: AwaitingApproval,
  caller: VerifiedCaller,
  awaitsApproval: boolean,
  context: AuditContext,
): Promise<InvitationGrant> {
  const { id, justification } = request;
  const event = requested(request, caller, awaitsApproval, context);
  const messages = restsOnCall(request) ? [await alertPhones(ports, request)] : [];
  if (awaitsApproval) {
    messages.push(...(await notifyDeciders(ports, INVITATIONS, awaitingOf(request))));
    return { request, awaitsApproval, events: [event], messages, about: context };
  }
  if (justification === null) return { request, awaitsApproval, events: [event], messages, about: context };
  const alarm: AuditEvent = { type: 'break-glass-used', requestId: id, justification, ...context };
  messages.push(...(await raiseAlarm(ports, 'invitation', { ...request, device: null }, justification)));
  return { request, awaitsApproval, events: [event, alarm], messages, about: context };
}

/**
 * Whether an agent's word that they called back is a part of the checks, and no device of the user answered. A lost or stolen
 * phone is told nothing, because whoever has it would stop the new one.
 */
function restsOnCall({ reason, evidence }: AwaitingApproval): boolean {
  const methods = new Set(evidence.flatMap(({ method, isNote }) => (isNote ? [] : [method])));
  const isGone = reason === 'lost' || reason === 'stolen';
  return !isGone && methods.has('call-back') && !DEVICE_METHODS.some((method) => methods.has(method));
}

/** To every phone of the user that works and is reached, for as long as the invitation can be of use. */
async function alertPhones(ports: Pick<RequestPorts, 'seal'>, request: AwaitingApproval): Promise<NewMessage> {
  const { id, userId, domain, endsAt, lifetimeMs } = request;
  return {
    channel: 'alert',
    user: { userId, domain },
    except: null,
    alert: { kind: 'push-reissue', id, notMe: await stopToken(ports, request) },
    expiresAt: new Date(endsAt.getTime() + lifetimeMs),
  };
}

function requested(
  request: AwaitingApproval,
  { weight, required }: VerifiedCaller,
  needsApproval: boolean,
  context: AuditContext,
): AuditEvent {
  const { id, reason, reasonText, ticket, delivery, lifetimeMs, evidence, oldDevice } = request;
  const facts = { reason, reasonText, ticket, delivery, evidence, weight, required, needsApproval };
  return {
    type: 'invitation-requested',
    invitationId: id,
    ...facts,
    lifetimeSeconds: lifetimeMs / SECOND,
    oldDevice: oldDevice && { instanceId: oldDevice.instanceId, fate: oldDevice.fate },
    ...context,
  };
}
