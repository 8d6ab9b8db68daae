import { activityStory, type Activity } from '@/components/staff/audit/activity-story';
import { actorWords } from '@/components/staff/audit/actor-words';
import { naming, TO_OTHERS } from '@/lib/audit/voice';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { NamedDevice } from '@/lib/audit/device-facts';
import { recordedNames, type NamesOfDevices } from '@/lib/devices/read-device-names';
import type { AuditRecord } from '@/lib/audit/audit-record';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import type { OldDeviceFate } from '@/lib/helpdesk/invitations/reissue';
import { t, type Message } from '@/lib/shared/language/t';
import { REASON_WORDS, reasonWords } from '../reissue/reissue-words';
import type { AuditEvent } from '@/lib/audit/audit-event';

/**
 * What happened to a user, for staff: an activation is one line, devices have their names.
 * @param records newest first
 */
export function staffActivity(
  records: readonly AuditRecord[],
  devices: readonly Pick<AuthenticatorInstance, 'instanceId' | 'name'>[],
  people: PeopleNames,
): Activity[] {
  const names = new Map([
    ...recordedNames(records),
    ...devices.map(({ instanceId, name }) => [instanceId, name] as const),
  ]);
  const events = new Map(records.map(({ sequenceNumber, event }) => [sequenceNumber, event]));
  return activityStory(records, new Map(), naming(TO_OTHERS, names)).map((line) =>
    forStaff(line, events.get(line.id), names, people),
  );
}

/** Without the way to report a stranger, which is for the user to press. */
function forStaff(
  { id, at, text, detail, steps }: Activity,
  event: AuditEvent | undefined,
  devices: NamesOfDevices,
  people: PeopleNames,
): Activity {
  const details = [detail, event && timelineDetails(event, devices, people)].filter((part) => part);
  return { id, at, text, ...(steps && { steps }), ...(details.length > 0 && { detail: details.join(' · ') }) };
}

/** Who did it, and details that only staff may see; empty when there are none. */
function timelineDetails(event: AuditEvent, devices: NamesOfDevices, people: PeopleNames): string {
  const { actor, subject } = event;
  const isOther = actor.kind === 'service-account' || (actor.kind === 'user' && actor.userId !== subject?.userId);
  const words = [isOther ? t('by {actor}', { actor: actorWords(actor, people) }) : null, factOf(event, devices)];
  return words.filter((part) => part !== null).join(' · ');
}

function factOf(event: AuditEvent, devices: NamesOfDevices): string | null {
  if (event.type === 'invitation-requested') return requestWords(event, devices);
  if (event.type === 'removal-requested') return `${t(REASON_WORDS[event.reason])} · ${ticketWords(event)}`;
  if (event.type === 'invitation-refused') return ticketWords(event);
  if (event.type === 'invitation-declined' || event.type === 'removal-declined') return event.note;
  return event.type === 'break-glass-used' ? event.justification : null;
}

function ticketWords({ ticket }: { ticket: string }): string {
  return t('ticket {ticket}', { ticket });
}

const OLD_DEVICE_WORDS = {
  lock: 'old device {device}: lock now',
  keep: 'old device {device}: keep until the new one works',
  remove: 'old device {device}: remove',
} as const satisfies Record<OldDeviceFate, Message>;

function requestWords(request: Extract<AuditEvent, { type: 'invitation-requested' }>, devices: NamesOfDevices): string {
  const { reason, reasonText, oldDevice, weight, required } = request;
  return [
    reasonWords(reason, reasonText),
    ticketWords(request),
    t('caller check {weight} of {required}', { weight, required }),
    ...(oldDevice ? [t(OLD_DEVICE_WORDS[oldDevice.fate], { device: nameOf(oldDevice, devices) })] : []),
  ].join(' · ');
}

function nameOf({ instanceId, deviceName }: NamedDevice, devices: NamesOfDevices): string {
  return deviceName ?? devices.get(instanceId) ?? instanceId;
}
