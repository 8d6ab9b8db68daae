import { systemContext } from '../../audit/audit-context';
import type { User } from '../../accounts/users/user';
import type { Active } from '../../activation/activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import type { AuditEvent } from '../../audit/audit-event';
import { haveNewDevice, type AwaitingTest } from '../../devices/replacement/device-replacement';
import { type NewMessage, mailsTo } from '../../messaging/new-message';
import { disown, NOTICE_LIFETIME_MS, type DeviceNotice } from './device-notice';
import type { NoticePorts } from '../helpdesk-ports';
import { complete, type Invitation, type Used } from '../invitations/invitation';
import { generateLinkToken } from '../invitations/invitation-link';
import { settleDisowned } from './settle-disowned';
import { settleOldDevice } from '../reissue/settle-old-device';
import { invitationEvent, webhook } from '../webhook-events';

/**
 * Does what follows from a device that has begun to work: tells its person at every known address, with a link that says
 * "It wasn't me", completes the invitation behind it, and locks the old device where that was kept until now. Does
 * nothing when it has been done; a process that dies before it is done leaves it to the next round.
 */
export function completeActivation(ports: NoticePorts, id: ActivationId): Promise<void> {
  return retryOnConflict(() => tryToComplete(ports, id));
}

async function tryToComplete(ports: NoticePorts, id: ActivationId): Promise<void | Conflict> {
  const activation = await ports.activation.store.find(id);
  if (activation?.state !== 'active') return;
  const invitation = activation.invitationId && (await ports.invitations.find(activation.invitationId));
  const { notice, completed, events, messages } = await describe(ports, activation, invitation);
  const replacing = notice.state === 'sent' ? await replacementBy(ports, activation) : null;
  const added = await ports.notices.add(notice, { completed, replacing }, { events, messages });
  // A move of the invitation or of the replacement came between: what is to be told may be another now.
  if (!added.ok && added.refusal === 'version-moved') return CONFLICT;
  // What is to be asked of the gateway is kept with the notice: the round finds it when this process dies.
  if (added.ok && completed) await settleOldDevice(ports, completed);
  if (added.ok && notice.state === 'disowned') await settleDisowned(ports, notice);
}

/** The move of the replacement that was waiting for a new device, whichever it is. */
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
  const token = generateLinkToken(ports.random);
  const sent: DeviceNotice = {
    state: 'sent',
    activationId: id,
    version: 1,
    userId,
    domain,
    instanceId,
    deviceName: activation.deviceName ?? instanceId,
    trace: activation.requestedFrom ?? UNKNOWN_TRACE,
    activatedAt: endedAt,
    tokenHash: await ports.sha256(token),
    endsAt: new Date(now.getTime() + NOTICE_LIFETIME_MS),
  };
  const about = systemContext(activation, id);
  // The phone and the revocation came at the same moment, and the phone was faster.
  const disowned = invitation?.state === 'revoked' ? disown(sent, 'revoked-invitation', now) : null;
  if (disowned?.ok) {
    const fact = { type: 'device-disowned', instanceId, activationId: id, cause: 'revoked-invitation' } as const;
    return { notice: disowned.value, completed: null, events: [{ ...fact, ...about }], messages: [] };
  }
  const user = await ports.users.find(userId, domain);
  const messages = user ? tellings(sent, user, `${ports.settings.publicUrl}/not-me#${token}`, now) : [];
  if (invitation?.state !== 'opened') return { notice: sent, completed: null, events: [], messages };
  const completed = complete(invitation, { activationId: id, instanceId }, endedAt);
  const fact = { type: 'invitation-used', invitationId: invitation.id, activationId: id, instanceId } as const;
  messages.push(invitationEvent('invitation-completed', completed, now));
  return { notice: sent, completed, events: [{ ...fact, ...about }], messages };
}

const UNKNOWN_TRACE = { browser: 'An unknown browser', network: null };

function tellings(
  { trace, deviceName, activatedAt, activationId, instanceId, endsAt, userId, domain }: DeviceNotice,
  user: User,
  notMeLink: string,
  now: Date,
): NewMessage[] {
  const { displayName } = user;
  const content = { kind: 'device-activated', displayName, userId, ...trace, device: deviceName } as const;
  const event = { type: 'device-activated', userId, domain, at: now, instanceId, device: deviceName } as const;
  return [
    ...mailsTo(user, { ...content, at: activatedAt, notMeLink }, activationId, endsAt),
    webhook(event, activationId),
  ];
}
