import { auditContext } from '../../../audit/audit-context';
import { traceOf, type RequestOrigin } from '../../../shared/request-origin';
import { perNetwork } from '../../../accounts/sign-in/limits';
import type { User } from '../../../accounts/users/user';
import { type NewMessage, mailsTo, webhook } from '../../../messaging/new-message';
import { accept, refuse, type Result } from '../../../shared/result';
import { alarmUrl } from '../../approvals/ask-second-person';
import { disown, type DeviceNotice, type DisownRefusal, type SentNotice } from './device-notice';
import { disputeCase } from '../cases/dispute-case';
import { CASE_LIFETIME_MS, dispute, type CaseReference, type SafetyCase } from '../cases/safety-case';
import { freezeAccount } from '../freeze/freeze-account';
import type { FreezePorts, NotMePorts } from '../safety-ports';
import { parseLinkToken } from '../../invitations/invitation-link';
import { isCurrent, type Invitation } from '../../invitations/invitation';
import { revokeInvitation } from '../../invitations/revoke-invitation';
import { readStopToken } from '../../invitations/stop-token';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { settleDisowned } from './settle-disowned';
import { HELPDESK, staffWith } from '../../../accounts/users/staff';
import { sha256OfText } from '../../../shared/bytes';

export type NotMeRefusal = DisownRefusal | 'unknown-link' | 'too-many-attempts' | 'reissue-over';

/** What the "It wasn't me" page shows before the report. Times are ISO 8601 in UTC. */
export type NotMePreview =
  | ({ about: 'device'; activatedAt: string } & Pick<SentNotice, 'deviceName' | 'trace'>)
  | { about: 'reissue'; requestedAt: string }
  | ({ about: SafetyCase['about']; openedAt: string; locked: string[] } & Pick<SafetyCase, 'reference' | 'trace'>);

/** What a link is about: a device that was activated, a case that was opened, or an invitation that was requested. */
type Linked = { notice: DeviceNotice } | { opened: SafetyCase } | { invitation: Invitation };

/** Previews a link. Changes nothing, so that mail scanners do no harm. */
export async function previewNotice(
  ports: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<NotMePreview, NotMeRefusal>> {
  const result = await findLinked(ports, input, origin);
  if (!result.ok) return result;
  const now = ports.clock.now();
  if ('invitation' in result.value) {
    const { invitation } = result.value;
    const over = whyNotStopped(invitation);
    return over ? refuse(over) : accept({ about: 'reissue', requestedAt: invitation.requestedAt.toISOString() });
  }
  if ('opened' in result.value) {
    const { opened } = result.value;
    const { about, openedAt, locked, reference, trace } = opened;
    const refusal = dispute(opened, now);
    const names = locked.map(({ name }) => name);
    return refusal.ok ? accept({ about, openedAt: openedAt.toISOString(), locked: names, reference, trace }) : refusal;
  }
  const { deviceName, trace, activatedAt } = result.value.notice;
  const refusal = disown(result.value.notice, 'not-me', now);
  return refusal.ok ? accept({ about: 'device', deviceName, trace, activatedAt: activatedAt.toISOString() }) : refusal;
}

/**
 * "It wasn't me": locks the device, ends all sessions of its user and what is pending for them, and alerts the
 * helpdesk. It only reduces access, so the link is proof enough. Of a case it alerts the helpdesk: all is locked there. Of
 * an invitation it revokes that, and alerts the helpdesk.
 */
export async function reportNotMe(
  ports: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<null, NotMeRefusal>> {
  const result = await findLinked(ports, input, origin);
  if (!result.ok) return result;
  if ('invitation' in result.value) return disownInvitation(ports, result.value.invitation, origin);
  return 'opened' in result.value
    ? disputeCase(ports, result.value.opened, origin)
    : disownDevice(ports, result.value.notice, origin);
}

/** Why an invitation cannot be stopped any more; null if it can. */
function whyNotStopped(invitation: Invitation): 'already-reported' | 'reissue-over' | null {
  if (isCurrent(invitation)) return null;
  return invitation.state === 'revoked' && invitation.why === 'not-me' ? 'already-reported' : 'reissue-over';
}

async function disownInvitation(
  ports: NotMePorts,
  invitation: Invitation,
  origin: RequestOrigin,
): Promise<Result<null, NotMeRefusal>> {
  const over = whyNotStopped(invitation);
  if (over) return refuse(over);
  const { id: invitationId, userId, domain, requestedBy, ticket } = invitation;
  const at = ports.clock.now();
  const actor = { kind: 'anonymous' } as const;
  const staff = await staffWith(ports, domain, HELPDESK);
  const content = { kind: 'reissue-disowned', userId, requestedBy, ticket, at, alarmUrl: alarmUrl(ports) } as const;
  const fact = { type: 'invitation-disowned', invitationId, requestedBy, ticket } as const;
  const alarm = {
    events: [{ ...fact, ...auditContext(actor, invitation, origin) }],
    messages: staff.flatMap((user) => mailsTo(user, content)),
  };
  const revoked = await revokeInvitation(ports, invitation, { why: 'not-me', actor, alarm }, origin);
  return revoked.ok ? accept(null) : refuse('reissue-over');
}

async function disownDevice(
  ports: NotMePorts,
  notice: DeviceNotice,
  origin: RequestOrigin,
): Promise<Result<null, NotMeRefusal>> {
  const { instanceId, activationId } = notice;
  const now = ports.clock.now();
  const disowned = disown(notice, 'not-me', now);
  if (!disowned.ok) {
    // An earlier press saved the report but did not finish; this one resumes it.
    if (notice.state === 'disowned' && !notice.isLocked) await settleDisowned(ports, notice);
    return disowned;
  }
  const context = auditContext({ kind: 'anonymous' }, notice, origin);
  const fact = { type: 'device-disowned', instanceId, activationId, cause: 'not-me' } as const;
  const messages = await notifyHelpdesk(ports, notice, now);
  const saved = await ports.notices.save(disowned.value, { events: [{ ...fact, ...context }], messages });
  if (!saved.ok) return refuse('already-reported');
  await settleDisowned(ports, disowned.value);
  return accept(null);
}

/**
 * Freezes everything of the user whose link it is, whatever became of the device.
 * @returns the reference of the helpdesk's case; null for an account that was frozen before there were any
 */
export async function freezeByLink(
  ports: NotMePorts & FreezePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<CaseReference | null, 'unknown-link' | 'too-many-attempts' | 'over'>> {
  const result = await findLinked(ports, input, origin);
  if (!result.ok) return result;
  const { user, endsAt } = ofWhom(result.value);
  if (ports.clock.now() >= endsAt) return refuse('over');
  const context = auditContext({ kind: 'anonymous' }, user, origin);
  const frozen = await freezeAccount(ports, user, 'not-me', context, { trace: traceOf(origin) });
  // Frozen before is as good.
  const opened = frozen.ok ? frozen.value : await ports.cases.findOpenFreeze(user);
  return accept(opened && opened.reference);
}

/** @returns whose link it is, and until when it freezes everything */
function ofWhom(linked: Linked): { user: UserKey; endsAt: Date } {
  if ('notice' in linked) return { user: linked.notice, endsAt: linked.notice.endsAt };
  const [user, begin] =
    'opened' in linked ? [linked.opened, linked.opened.openedAt] : [linked.invitation, linked.invitation.requestedAt];
  return { user, endsAt: new Date(begin.getTime() + CASE_LIFETIME_MS) };
}

async function findLinked(
  ports: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<Linked, 'unknown-link' | 'too-many-attempts'>> {
  const { notices, cases, invitations, rateLimiter, settings } = ports;
  if (await rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const token = parseLinkToken(input);
  if (!token) return refuse('unknown-link');
  const tokenHash = await sha256OfText(token);
  const notice = await notices.findByToken(tokenHash);
  if (notice) return accept({ notice });
  const opened = await cases.findByToken(tokenHash);
  if (opened) return accept({ opened });
  const id = await readStopToken(ports, token, settings.domain);
  const invitation = id && (await invitations.find(id, settings.domain));
  return invitation ? accept({ invitation }) : refuse('unknown-link');
}

async function notifyHelpdesk(ports: NotMePorts, notice: DeviceNotice, at: Date): Promise<NewMessage[]> {
  const { userId, domain, instanceId, deviceName: device, trace, activationId } = notice;
  const staff: User[] = await staffWith(ports, domain, HELPDESK);
  const content = { kind: 'not-me-reported', ...trace, userId, device, at, alarmUrl: alarmUrl(ports) } as const;
  return [
    ...staff.flatMap((user) => mailsTo(user, content)),
    webhook({ type: 'not-me-reported', userId, domain, at, instanceId, device }, activationId),
  ];
}
