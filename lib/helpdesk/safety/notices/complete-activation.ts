import { systemContext } from '../../../audit/audit-context';
import { haveChangedLately } from '../../../accounts/users/known-addresses';
import type { User } from '../../../accounts/users/user';
import { GatewayError } from '../../../activation/gateway-error';
import type { Activation, Active } from '../../../activation/activation';
import { CONFLICT, retryOnConflict, type Conflict } from '../../../shared/async/retry-on-conflict';
import type { AuditEvent } from '../../../audit/audit-event';
import { haveNewDevice, type AwaitingTest } from '../../../devices/replacement/device-replacement';
import { lockForSafety } from '../../../devices/locks/lock-and-hold';
import { trustedFrom } from '../../../accounts/proofs/probation';
import { makeMailLink } from '../../../messaging/mail-link';
import { type NewMessage, mailsTo, webhook } from '../../../messaging/new-message';
import { disown, NOTICE_LIFETIME_MS, type DeviceNotice } from './device-notice';
import type { NoticePorts } from '../safety-ports';
import { complete, type Invitation, type Used } from '../../invitations/invitation';
import { settleDisowned } from './settle-disowned';
import { settleOldDevice } from '../../invitations/settle-old-device';
import { invitationEvent } from '../../invitations/invitation-event';
import { sha256OfText } from '../../../shared/bytes';

/**
 * Completes an activation once its device works: mails every address of its user, with an "It wasn't me" link,
 * completes its invitation, moves the user's replacement on, and locks an old device that was kept until now.
 * Idempotent; the round completes what a crash interrupted.
 * @param saved the activation, by whoever has just saved it; read otherwise
 */
export function completeActivation(
  ports: NoticePorts,
  at: Pick<Activation, 'id' | 'domain'>,
  saved?: Active,
): Promise<void> {
  let active = saved;
  return retryOnConflict(() => {
    const activation = active;
    active = undefined;
    return tryToComplete(ports, at, activation);
  });
}

async function tryToComplete(
  ports: NoticePorts,
  { id, domain }: Pick<Activation, 'id' | 'domain'>,
  saved?: Active,
): Promise<void | Conflict> {
  const activation = saved ?? (await ports.activation.store.find(id, domain));
  if (activation?.state !== 'active') return;
  const invitation =
    activation.invitationId && (await ports.invitations.find(activation.invitationId, activation.domain));
  const { notice, completed, events, messages } = await describe(ports, activation, invitation);
  const replacing = notice.state === 'sent' ? await replacementBy(ports, activation) : null;
  const result = await ports.notices.add(notice, { completed, replacing }, { events, messages });
  // The invitation or the replacement moved, which may change the notice.
  if (!result.ok && result.refusal === 'version-moved') return CONFLICT;
  // The rows just written mark these calls to the gateway as due, so that the round makes up for a crash here.
  if (result.ok && completed) await settleOldDevice(ports, completed);
  if (result.ok) await lockIfFrozen(ports, activation);
  if (result.ok && notice.state === 'disowned') await settleDisowned(ports, notice);
}

/** A phone may finish at the moment at which its user freezes the account. */
async function lockIfFrozen(ports: NoticePorts, { userId, domain, instanceId }: Active): Promise<void> {
  if (await ports.activation.freezes.isFrozen({ userId, domain }))
    await lockForSafety(ports, { userId, domain }, instanceId, 'frozen');
}

/** The move of the user's replacement, which takes any new device; null if none is under way. */
async function replacementBy(
  { replacements }: NoticePorts,
  { userId, domain, instanceId, deviceName }: Active,
): Promise<AwaitingTest | null> {
  const underWay = await replacements.findUnderWay({ userId, domain });
  return underWay && haveNewDevice(underWay, { newInstanceId: instanceId, newName: deviceName ?? instanceId });
}

type Told = { notice: DeviceNotice; completed: Used | null; events: AuditEvent[]; messages: NewMessage[] };

async function describe(ports: NoticePorts, activation: Active, invitation: Invitation | null): Promise<Told> {
  const { id, userId, domain, instanceId, endedAt } = activation;
  const now = ports.clock.now();
  const { token, url: notMeLink } = await makeMailLink(ports, '/not-me');
  const usableFrom = await readStart(ports, instanceId);
  const ours = trustedFrom(endedAt, ports.settings.probationMs, await isProbationExtended(ports, activation));
  const deviceNotice: DeviceNotice = {
    state: 'sent',
    activationId: id,
    version: 1,
    userId,
    domain,
    instanceId,
    deviceName: activation.deviceName ?? instanceId,
    trace: activation.requestedFrom ?? UNKNOWN_TRACE,
    activatedAt: endedAt,
    tokenHash: await sha256OfText(token),
    endsAt: new Date(now.getTime() + NOTICE_LIFETIME_MS),
    trustedFrom: usableFrom !== null && usableFrom > ours ? usableFrom : ours,
    isTrustTold: ports.settings.probationMs === 0 && usableFrom === null,
  };
  const context = systemContext(activation, id);
  // The invitation was revoked too late to stop the phone.
  const disowned = invitation?.state === 'revoked' ? disown(deviceNotice, 'revoked-invitation', now) : null;
  if (disowned?.ok) {
    const fact = { type: 'device-disowned', instanceId, activationId: id, cause: 'revoked-invitation' } as const;
    return { notice: disowned.value, completed: null, events: [{ ...fact, ...context }], messages: [] };
  }
  const user = await ports.users.find(userId, domain);
  const messages = user ? tellings(deviceNotice, user, notMeLink, usableFrom, now) : [];
  if (invitation?.state !== 'opened') return { notice: deviceNotice, completed: null, events: [], messages };
  const completed = complete(invitation, { activationId: id, instanceId }, endedAt);
  const fact = { type: 'invitation-used', invitationId: invitation.id, activationId: id, instanceId } as const;
  messages.push(invitationEvent('invitation-completed', completed, now));
  return { notice: deviceNotice, completed, events: [{ ...fact, ...context }], messages };
}

/** A gateway that does not answer now delays no warning of a new device: the mail then names no time. */
async function readStart({ directory }: NoticePorts, instanceId: string): Promise<Date | null> {
  try {
    return (await directory.usableFrom?.(instanceId)) ?? null;
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}

/** After a re-issue, with a recovery code, or while the user may not have heard that their mail addresses changed. */
async function isProbationExtended(
  { addressChanges }: NoticePorts,
  { userId, domain, endedAt, invitationId, isRecovery }: Active,
): Promise<boolean> {
  if (invitationId !== null || isRecovery) return true;
  const changedAt = await addressChanges?.lastAddressChange({ userId, domain });
  return haveChangedLately(changedAt ?? null, endedAt);
}

const UNKNOWN_TRACE = { browser: 'An unknown browser', network: null };

function tellings(
  { trace, deviceName, activatedAt, activationId, instanceId, endsAt, userId, domain, trustedFrom: from }: DeviceNotice,
  user: User,
  notMeLink: string,
  usableFrom: Date | null,
  now: Date,
): NewMessage[] {
  const { displayName } = user;
  const content = { kind: 'device-activated', displayName, userId, ...trace, device: deviceName, usableFrom } as const;
  const event = {
    type: 'device-activated',
    userId,
    domain,
    at: now,
    instanceId,
    device: deviceName,
    usableFrom,
    trustedFrom: from,
  } as const;
  return [
    ...mailsTo(user, { ...content, at: activatedAt, notMeLink }, activationId, endsAt),
    webhook(event, activationId),
  ];
}
