import { activityStory, type Activity } from '@/components/audit/activity-story';
import { actorWords } from '@/components/audit/actor-words';
import { naming, TO_OTHERS } from '@/components/audit/voice';
import type { AuditRecord } from '@/lib/audit/audit-record';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import { FATE_WORDS, REASON_WORDS } from '../reissue/reissue-words';
import type { AuditEvent } from '@/lib/audit/audit-event';

/**
 * What happened to a user, for staff: an activation is one line, devices have their names.
 * @param records newest first
 */
export function staffActivity(
  records: readonly AuditRecord[],
  devices: readonly Pick<AuthenticatorInstance, 'instanceId' | 'name'>[],
): Activity[] {
  const names = new Map(devices.map(({ instanceId, name }) => [instanceId, name]));
  const events = new Map(records.map(({ sequenceNumber, event }) => [sequenceNumber, event]));
  return activityStory(records, new Map(), naming(TO_OTHERS, names)).map((line) => forStaff(line, events.get(line.id)));
}

/** Without the way to report a stranger, which is for the user to press. */
function forStaff({ id, at, text, detail, steps }: Activity, event: AuditEvent | undefined): Activity {
  const details = [detail, event && timelineDetails(event)].filter((part) => part);
  return { id, at, text, ...(steps && { steps }), ...(details.length > 0 && { detail: details.join(' · ') }) };
}

/** Who did it, and details that only staff may see; empty when there are none. */
function timelineDetails(event: AuditEvent): string {
  const { actor, subject } = event;
  const isOther = actor.kind === 'service-account' || (actor.kind === 'user' && actor.userId !== subject?.userId);
  return [isOther ? `by ${actorWords(actor)}` : null, factOf(event)].filter((part) => part !== null).join(' · ');
}

function factOf(event: AuditEvent): string | null {
  if (event.type === 'invitation-requested') return requestWords(event);
  if (event.type === 'removal-requested') return `${REASON_WORDS[event.reason]} · ticket ${event.ticket}`;
  if (event.type === 'invitation-refused') return `ticket ${event.ticket}`;
  if (event.type === 'invitation-declined' || event.type === 'removal-declined') return event.note;
  return event.type === 'break-glass-used' ? event.justification : null;
}

function requestWords(request: Extract<AuditEvent, { type: 'invitation-requested' }>): string {
  const { reason, reasonText, ticket, oldDevice, weight, required } = request;
  const why = reasonText ? `${REASON_WORDS[reason]}: ${reasonText}` : REASON_WORDS[reason];
  const old = oldDevice ? ` · old device ${oldDevice.instanceId}: ${FATE_WORDS[oldDevice.fate].toLowerCase()}` : '';
  return `${why} · ticket ${ticket} · caller check ${weight} of ${required}${old}`;
}
