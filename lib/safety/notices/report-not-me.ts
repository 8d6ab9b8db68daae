import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { perNetwork } from '../../accounts/sign-in/limits';
import type { User } from '../../accounts/users/user';
import { type NewMessage, mailsTo, webhook } from '../../messaging/new-message';
import { accept, refuse, type Result } from '../../shared/result';
import { alarmUrl } from '../../approvals/ask-second-person';
import { disown, type DeviceNotice, type DisownRefusal, type SentNotice } from './device-notice';
import { freezeAccount } from '../freeze/freeze-account';
import type { FreezePorts, NotMePorts } from '../safety-ports';
import { parseLinkToken } from '../../invitations/invitation-link';
import { settleDisowned } from './settle-disowned';
import { HELPDESK, staffWith } from '../../accounts/users/staff';

export type NotMeRefusal = DisownRefusal | 'unknown-link' | 'too-many-attempts';

/** What the "It wasn't me" page shows before the report. */
export type NotMePreview = Pick<SentNotice, 'deviceName' | 'trace'> & {
  /** ISO 8601. */
  activatedAt: string;
};

/** Previews a link. Changes nothing, so that mail scanners do no harm. */
export async function previewNotice(
  ports: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<NotMePreview, NotMeRefusal>> {
  const result = await findNotice(ports, input, origin);
  if (!result.ok) return result;
  const { deviceName, trace, activatedAt } = result.value;
  const recordRefusal = disown(result.value, 'not-me', ports.clock.now());
  return recordRefusal.ok ? accept({ deviceName, trace, activatedAt: activatedAt.toISOString() }) : recordRefusal;
}

/**
 * "It wasn't me": locks the device, ends all sessions of its user and what is pending for them, and alerts the
 * helpdesk. It only reduces access, so the link is proof enough.
 */
export async function reportNotMe(
  ports: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<null, NotMeRefusal>> {
  const result = await findNotice(ports, input, origin);
  if (!result.ok) return result;
  const { instanceId, activationId } = result.value;
  const now = ports.clock.now();
  const disowned = disown(result.value, 'not-me', now);
  if (!disowned.ok) {
    // An earlier press saved the report but did not finish; this one resumes it.
    if (result.value.state === 'disowned' && !result.value.isLocked) await settleDisowned(ports, result.value);
    return disowned;
  }
  const context = auditContext({ kind: 'anonymous' }, result.value, origin);
  const fact = { type: 'device-disowned', instanceId, activationId, cause: 'not-me' } as const;
  const messages = await notifyHelpdesk(ports, result.value, now);
  const saved = await ports.notices.save(disowned.value, { events: [{ ...fact, ...context }], messages });
  if (!saved.ok) return refuse('already-reported');
  await settleDisowned(ports, disowned.value);
  return accept(null);
}

/** Freezes everything of the user whose link it is, whatever became of the device. */
export async function freezeByLink(
  ports: NotMePorts & FreezePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<null, 'unknown-link' | 'too-many-attempts' | 'over'>> {
  const result = await findNotice(ports, input, origin);
  if (!result.ok) return result.refusal === 'already-reported' ? refuse('unknown-link') : refuse(result.refusal);
  if (ports.clock.now() >= result.value.endsAt) return refuse('over');
  // Frozen before is as good.
  await freezeAccount(ports, result.value, 'not-me', auditContext({ kind: 'anonymous' }, result.value, origin));
  return accept(null);
}

async function findNotice(
  { notices, sha256, rateLimiter }: NotMePorts,
  input: string,
  origin: RequestOrigin,
): Promise<Result<DeviceNotice, NotMeRefusal>> {
  if (await rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const token = parseLinkToken(input);
  const notice = token && (await notices.findByToken(await sha256(token)));
  return notice ? accept(notice) : refuse('unknown-link');
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
