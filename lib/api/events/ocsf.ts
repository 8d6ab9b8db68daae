import { actorName } from '../../audit/audit-context';
import type { Actor, AuditEvent, AuditEventType } from '../../audit/audit-event';
import { type AuditRecord, splitEvent } from '../../audit/audit-record';

/** Of the Open Cybersecurity Schema Framework, https://schema.ocsf.io/1.3.0. */
const SCHEMA_VERSION = '1.3.0';

/** Category Identity & Access Management. */
const IAM = 3;

/** Its classes that are used here, and what `activity_name` is for each of their activities. */
const CLASSES = {
  accountChange: {
    uid: 3_001,
    activities: {
      1: 'Create',
      2: 'Enable',
      3: 'Password Change',
      4: 'Password Reset',
      5: 'Disable',
      6: 'Delete',
      9: 'Lock',
      10: 'MFA Factor Enable',
      11: 'MFA Factor Disable',
    },
  },
  authentication: { uid: 3_002, activities: { 1: 'Logon', 2: 'Logoff' } },
  entityManagement: { uid: 3_004, activities: { 1: 'Create', 2: 'Read', 3: 'Update', 4: 'Delete' } },
  userAccess: { uid: 3_005, activities: { 1: 'Assign Privileges', 2: 'Revoke Privileges' } },
} as const satisfies Record<string, { uid: number; activities: Record<number, string> }>;

type Class = keyof typeof CLASSES;

/** Events of one account, and their activity. */
const ACCOUNT_CHANGES: { [Type in AuditEventType]?: number } = {
  'account-created': 1,
  'account-enabled': 2,
  'account-unfrozen': 2,
  'password-changed': 3,
  'password-reset': 4,
  'account-disabled': 5,
  'account-removed': 6,
  'account-frozen': 9,
  'passkey-added': 10,
  'recovery-code-made': 10,
  'password-turned-on': 10,
  'passkey-removed': 11,
  'recovery-code-deleted': 11,
  'password-turned-off': 11,
};

const LOGON = 1;
const LOGOFF = 2;

const AUTHENTICATIONS: { [Type in AuditEventType]?: number } = {
  'sign-in-succeeded': LOGON,
  'sign-in-failed': LOGON,
  'phone-sign-in-succeeded': LOGON,
  'phone-sign-in-refused': LOGON,
  'passkey-sign-in-succeeded': LOGON,
  'passkey-refused': LOGON,
  'provider-sign-in-succeeded': LOGON,
  'provider-refused': LOGON,
  'invited-session-opened': LOGON,
  'step-up-succeeded': LOGON,
  'step-up-failed': LOGON,
  'signed-out': LOGOFF,
  'signed-out-everywhere': LOGOFF,
  'session-ended': LOGOFF,
  'other-sessions-ended': LOGOFF,
  'sessions-ended': LOGOFF,
  'sessions-ended-by-helpdesk': LOGOFF,
};

const ROLE_CHANGES: { [Type in AuditEventType]?: number } = { 'role-given': 1, 'role-taken': 2 };

/** Activities of Entity Management, by the last word of a type; 3 (Update) for the rest. */
const ENTITY_ACTIVITIES: Readonly<Record<string, number>> = {
  created: 1,
  requested: 1,
  added: 1,
  made: 1,
  started: 1,
  viewed: 2,
  exported: 2,
  verified: 2,
  removed: 4,
  deleted: 4,
};

/** What somebody should look at at once. */
const HIGH: ReadonlySet<AuditEventType> = new Set([
  'break-glass-used',
  'service-budget-used-up',
  'device-disowned',
  'account-frozen',
  'forged-image-reported',
  'attempts-refused',
]);

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

/** One record of the audit log as an OCSF event. What the schema has no place for is in `unmapped`. */
export function ocsfEvent({ sequenceNumber, at, event }: AuditRecord): object {
  const { context, fact } = splitEvent(event);
  const { actor, subject, address, correlationId } = context;
  const [name, activity] = classify(event.type);
  const isFailure = /-(?:refused|failed|missing|not-confirmed)$/.test(event.type);
  const { uid: classId, activities }: { uid: number; activities: Readonly<Record<number, string>> } = CLASSES[name];
  return {
    category_uid: IAM,
    class_uid: classId,
    activity_id: activity,
    type_uid: classId * 100 + activity,
    activity_name: activities[activity],
    time: at.getTime(),
    severity_id: HIGH.has(event.type) ? 4 : isFailure ? 2 : 1,
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

function classify(type: AuditEventType): [name: Class, activity: number] {
  const account = ACCOUNT_CHANGES[type];
  if (account !== undefined) return ['accountChange', account];
  const authentication = AUTHENTICATIONS[type];
  if (authentication !== undefined) return ['authentication', authentication];
  const role = ROLE_CHANGES[type];
  if (role !== undefined) return ['userAccess', role];
  const last = type.slice(type.lastIndexOf('-') + 1);
  return ['entityManagement', ENTITY_ACTIVITIES[last] ?? 3];
}

/** The objects that the class requires. */
function about(name: Class, event: AuditEvent): object {
  const { subject } = event;
  const claimed = 'claimedUserId' in event ? event.claimedUserId : null;
  const user = subject
    ? { name: subject.userId, uid: `${subject.userId}@${subject.domain}`, domain: subject.domain, type_id: 1 }
    : { name: claimed ?? 'unknown', type_id: 0 };
  switch (name) {
    case 'accountChange':
      return { user };
    case 'authentication':
      return { user, service: { name: 'Tessera' }, is_remote: true };
    case 'userAccess':
      return { user, privileges: ['role' in event ? event.role : 'unknown'] };
    case 'entityManagement':
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
