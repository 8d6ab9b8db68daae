import { actorName } from './audit-context';
import type { Actor, AuditEvent, AuditEventType } from './audit-event';
import { type AuditRecord, splitEvent } from './audit-record';
import type { OcsfActivity } from './define-audit-event';
import { declarationOf } from './event-catalogue';

/** Of the Open Cybersecurity Schema Framework, https://schema.ocsf.io/1.3.0. */
const SCHEMA_VERSION = '1.3.0';

/** Category Identity & Access Management. */
const IAM = 3;

/** Its classes that are used here, and their activities. */
const CLASSES = {
  'account change': {
    uid: 3_001,
    activities: {
      Create: 1,
      Enable: 2,
      'Password Change': 3,
      'Password Reset': 4,
      Disable: 5,
      Delete: 6,
      Lock: 9,
      'MFA Factor Enable': 10,
      'MFA Factor Disable': 11,
    },
  },
  authentication: { uid: 3_002, activities: { Logon: 1, Logoff: 2 } },
  'entity management': { uid: 3_004, activities: { Create: 1, Read: 2, Update: 3, Delete: 4 } },
  'user access': { uid: 3_005, activities: { 'Assign Privileges': 1, 'Revoke Privileges': 2 } },
} as const satisfies { [Name in Class]: { uid: number; activities: Record<ActivityOf<Name>, number> } };

type EntityActivity = readonly ['entity management', 'Create' | 'Read' | 'Update' | 'Delete'];
type Activity = OcsfActivity | EntityActivity;
type Class = Activity[0];
type ActivityOf<Name extends Class> = Extract<Activity, readonly [Name, string]>[1];

/** Activities of Entity Management, by the last word of a type. */
const ENTITY_ACTIVITIES: Readonly<Record<string, EntityActivity[1]>> = {
  created: 'Create',
  requested: 'Create',
  added: 'Create',
  made: 'Create',
  started: 'Create',
  viewed: 'Read',
  exported: 'Read',
  verified: 'Read',
  removed: 'Delete',
  deleted: 'Delete',
};

/** Properties that identify what an event is about, the closest first. */
const ENTITIES = [
  ['activationId', 'activation'],
  ['invitationId', 'invitation'],
  ['removalId', 'removal'],
  ['instanceId', 'device'],
  ['passkeyId', 'passkey'],
  ['freezeId', 'freeze'],
  ['linkId', 'activation link'],
  ['serviceAccountId', 'service account'],
  ['requestId', 'request'],
] as const;

/** One record of the audit log as an OCSF event. Facts without a place in the schema are in `unmapped`. */
export function ocsfEvent({ sequenceNumber, at, event }: AuditRecord): object {
  const { context, fact } = splitEvent(event);
  const { actor, subject, address, correlationId } = context;
  const { ocsf: [name, activity] = ofEntity(event.type), severity } = declarationOf(event.type);
  const isFailure = /-(?:refused|failed|missing|not-confirmed)$/.test(event.type);
  const { uid: classId, activities }: { uid: number; activities: Readonly<Record<string, number>> } = CLASSES[name];
  const activityId = activities[activity] ?? 0;
  return {
    category_uid: IAM,
    class_uid: classId,
    activity_id: activityId,
    type_uid: classId * 100 + activityId,
    activity_name: activity,
    time: at.getTime(),
    severity_id: severity === 'high' ? 4 : isFailure ? 2 : 1,
    status_id: isFailure ? 2 : 1,
    message: event.type.replaceAll('-', ' '),
    metadata: {
      version: SCHEMA_VERSION,
      product: { name: 'Tessera', vendor_name: 'Tessera' },
      uid: String(sequenceNumber),
      sequence: sequenceNumber,
      correlation_uid: correlationId,
      event_code: event.type,
    },
    actor: { user: actorUser(actor) },
    ...(address !== null && { src_endpoint: { ip: address } }),
    ...about(name, event),
    unmapped: { ...fact, ...(subject && { subjectDomain: subject.domain }) },
  };
}

function ofEntity(type: AuditEventType): EntityActivity {
  const last = type.slice(type.lastIndexOf('-') + 1);
  return ['entity management', ENTITY_ACTIVITIES[last] ?? 'Update'];
}

/** The objects that the class requires. */
function about(name: Class, event: AuditEvent): object {
  const { subject } = event;
  const claimed = 'claimedUserId' in event ? event.claimedUserId : null;
  const user = subject
    ? { name: subject.userId, uid: `${subject.userId}@${subject.domain}`, domain: subject.domain, type_id: 1 }
    : { name: claimed ?? 'unknown', type_id: 0 };
  switch (name) {
    case 'account change':
      return { user };
    case 'authentication':
      return { user, service: { name: 'Tessera' }, is_remote: true };
    case 'user access':
      return { user, privileges: ['role' in event ? event.role : 'unknown'] };
    case 'entity management':
      return { entity: entityOf(event, user) };
  }
}

function entityOf(event: AuditEvent, user: { name: string; uid?: string }): object {
  const values = event as unknown as Readonly<Record<string, unknown>>;
  for (const [property, type] of ENTITIES) {
    const uid = values[property];
    if (typeof uid === 'string') return { uid, type, name: uid };
  }
  return { type: 'account', name: user.name, ...(user.uid !== undefined && { uid: user.uid }) };
}

function actorUser(actor: Actor): object {
  const name = actorName(actor) ?? actor.kind;
  switch (actor.kind) {
    case 'user':
      return { name, type_id: 1 };
    case 'service-account':
      return { name, uid: actor.serviceAccountId, type_id: 3 };
    case 'anonymous':
    case 'phone':
      return { name, type_id: 0 };
    case 'system':
      return { name, type_id: 3 };
  }
}
