import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { perPerson } from '../../accounts/sign-in/limits';
import { may } from '../../accounts/users/permission';
import { isSelf } from '../../accounts/users/principal';
import { domainOf, requesterActor, requesterKey, type NamedUser, type Requester } from '../../accounts/users/requester';
import type { User } from '../../accounts/users/user';
import type { AuditContext, AuditEvent } from '../../audit/audit-event';
import { SECOND } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import { INVITATIONS } from '../../invitations/decide-invitation';
import { awaitingOf } from '../../invitations/invitation-approvals';
import { askDeciders } from '../../approvals/request-approval';
import { approvalEnd } from '../../approvals/decision';
import { raiseAlarm, takeBreakGlass, type BreakGlassRefusal } from '../../approvals/ask-second-person';
import {
  verifyCaller,
  type CallerRefusal,
  type VerifiedCaller,
  type TypedChecks,
} from '../../caller-check/verify-caller';
import type { SideEffects } from '../../messaging/new-message';
import { endInvitedActivation } from '../../invitations/revoke-invitation';
import type { RequestPorts } from '../helpdesk-ports';
import { revoke, type AwaitingApproval, type Invitation, type Live, type Revoked } from '../../invitations/invitation';
import { generateInvitationId } from '../../shared/identifiers/invitation-id';
import { askedFor } from '../../invitations/old-device';
import { checkReissue, type Delivery, type OldDeviceFate, type ReissueRefusal } from '../../invitations/reissue';
import type { ReissueReason } from '../../caller-check/reissue-reason';
import { findSendObstacle, sendInvitation, type SendObstacle } from '../../invitations/send-invitation';
import { settleOldDevice } from '../../invitations/settle-old-device';
import { isProtected } from '../../accounts/users/staff';
import { invitationEvent } from '../../invitations/invitation-event';

/** The agent's form. */
export type TypedReissue = {
  reason: ReissueReason;
  reasonText: string | null;
  ticket: string;
  oldDevice: { instanceId: string; fate: OldDeviceFate } | null;
  delivery: Delivery;
  lifetimeMs: number;
  checks: TypedChecks;
  /** Why it cannot wait for approval; null if it can. */
  justification: string | null;
};

type RequestRefusal =
  | ReissueRefusal
  | CallerRefusal
  | SendObstacle
  | BreakGlassRefusal
  | 'own-account'
  | 'too-many-invitations'
  | 'account-frozen'
  | 'account-disabled';
export type InvitationRefusal = RequestRefusal | 'not-found' | 'not-permitted' | 'try-again';

/** Conflicts with other agents before the agent is asked to try again. */
const TRIES = 5;

/**
 * Requests an invitation, which revokes the user's current one. It is sent at once, or after approval if the caller check
 * is not enough, the user is protected, or the old device is to be removed. Only enough checks let the agent go on alone.
 * @throws GatewayError if the user's devices cannot be read; nothing is changed then
 */
export async function requestInvitation(
  ports: RequestPorts,
  agent: Requester,
  target: NamedUser,
  typed: TypedReissue,
  origin: RequestOrigin,
): Promise<Result<Invitation, InvitationRefusal>> {
  if (typed.justification !== null && !may(agent, 'approval:break-glass')) return refuse('not-permitted');
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const about = auditContext(requesterActor(agent), user, origin);
  const budgets = [perPerson('sent-invitation', requesterKey(agent)), perPerson('received-invitation', user)];
  const over = isSelf(agent, user.userId) ? null : await ports.rateLimiter.take(budgets);
  if (over && !over.isFirst) return refuse('too-many-invitations');
  const checked = over
    ? refuse('too-many-invitations' as const)
    : await checkRequest(ports, agent, user, typed, origin);
  if (!checked.ok) {
    const ticket = typed.ticket.slice(0, 64);
    await ports.audit.append({ type: 'invitation-refused', reason: checked.refusal, ticket, ...about });
    return checked;
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const current = await ports.invitations.findCurrent(user);
    const { invitation, sideEffects } = await prepare(ports, user, checked.value, about);
    const now = ports.clock.now();
    const replaced = current && revoke(current, { why: 'replaced', revokedBy: requesterKey(agent).userId }, now);
    const created = await ports.invitations.create(
      invitation,
      replaced,
      withReplaced(sideEffects, replaced, about, now),
    );
    // Another agent was faster; the next try revokes that agent's invitation.
    if (!created.ok) continue;
    if (current?.state === 'opened') await endInvitedActivation(ports, current, about.actor, origin);
    return accept(await settleOldDevice(ports, invitation));
  }
  return refuse('try-again');
}

type Checked = { request: AwaitingApproval; caller: VerifiedCaller; needsApproval: boolean };

async function checkRequest(
  ports: RequestPorts,
  agent: Requester,
  user: User,
  typed: TypedReissue,
  origin: RequestOrigin,
): Promise<Result<Checked, RequestRefusal>> {
  if (isSelf(agent, user.userId)) return refuse('own-account');
  if (user.bar !== null) return refuse('account-disabled');
  if (await ports.activation.freezes.isFrozen(user)) return refuse('account-frozen');
  const { oldDevice, checks, ...asked } = typed;
  const reissue = checkReissue({ ...asked, evidence: [] });
  if (!reissue.ok) return reissue;
  const obstacle = findSendObstacle(ports, user, typed.delivery);
  if (obstacle) return refuse(obstacle);

  const devices = await ports.directory.list(user);
  const { reason } = typed;
  const isKnown = devices.some(({ instanceId }) => instanceId === oldDevice?.instanceId);
  // A stolen device is locked at once, so the agent has to name it.
  if (oldDevice ? !isKnown : reason === 'stolen' && devices.length > 0) return refuse('old-device-missing');
  const oldInstanceId = oldDevice?.instanceId ?? null;
  const isAlone = reissue.value.justification !== null;
  const about = { reason, oldInstanceId, devices, isAlone };
  const caller = await verifyCaller(ports, { agent, caller: user }, about, checks, origin);
  if (!caller.ok) return caller;

  const takesTwo = !caller.value.isEnough || isProtected(user) || oldDevice?.fate === 'remove';
  const justification = takesTwo ? reissue.value.justification : null;
  const glass = justification === null ? accept(null) : await takeBreakGlass(ports, agent);
  if (!glass.ok) return glass;
  const now = ports.clock.now();
  const request: AwaitingApproval = {
    ...reissue.value,
    justification,
    evidence: caller.value.evidence,
    state: 'awaiting-approval',
    id: generateInvitationId(ports.random),
    version: 1,
    userId: user.userId,
    domain: user.domain,
    requestedBy: requesterKey(agent).userId,
    requestedAt: now,
    oldDevice: oldDevice && askedFor(oldDevice.instanceId, oldDevice.fate, reason),
    endsAt: approvalEnd(ports.settings, now),
  };
  return accept({ request, caller: caller.value, needsApproval: takesTwo && justification === null });
}

async function prepare(
  ports: RequestPorts,
  user: User,
  { request, caller, needsApproval }: Checked,
  about: AuditContext,
): Promise<{ invitation: AwaitingApproval | Live; sideEffects: SideEffects }> {
  const events = [requested(request, caller, needsApproval, about)];
  if (needsApproval) {
    const messages = await askDeciders(ports, INVITATIONS, awaitingOf(request));
    return { invitation: request, sideEffects: { events, messages } };
  }
  const { live, messages } = await sendInvitation(ports, request, user, null);
  const { id, justification } = request;
  if (justification !== null) {
    events.push({ type: 'break-glass-used', requestId: id, justification, ...about });
    messages.push(...(await raiseAlarm(ports, 'invitation', request, justification)));
  }
  events.push({ type: 'invitation-sent', invitationId: id, ...about });
  return { invitation: live, sideEffects: { events, messages } };
}

function requested(
  request: AwaitingApproval,
  { weight, required }: VerifiedCaller,
  needsApproval: boolean,
  about: AuditContext,
): AuditEvent {
  const { id, reason, reasonText, ticket, delivery, lifetimeMs, evidence, oldDevice } = request;
  const asked = { reason, reasonText, ticket, delivery, evidence, weight, required, needsApproval };
  return {
    type: 'invitation-requested',
    invitationId: id,
    ...asked,
    lifetimeSeconds: lifetimeMs / SECOND,
    oldDevice: oldDevice && { instanceId: oldDevice.instanceId, fate: oldDevice.fate },
    ...about,
  };
}

function withReplaced(
  { events, messages }: SideEffects,
  replaced: Revoked | null,
  about: AuditContext,
  now: Date,
): SideEffects {
  if (!replaced) return { events, messages };
  const event: AuditEvent = { type: 'invitation-revoked', invitationId: replaced.id, why: 'replaced', ...about };
  return { events: [event, ...events], messages: [invitationEvent('invitation-revoked', replaced, now), ...messages] };
}
