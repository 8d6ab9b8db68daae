import { expect, it } from 'vitest';
import { z } from 'zod';
import { ocsfEvent } from '@/lib/audit/ocsf';
import type { AuditContext, AuditEvent, AuditFact } from '@/lib/audit/audit-event';
import { AUDIT_EVENT_TYPES } from '@/lib/audit/event-catalogue';
import { FACTS } from '../../support/facts-of-every-type';

/*
 * What OCSF 1.3.0 requires of an event and of the objects in it, from its definitions: `events/base_event.json`,
 * `events/iam/{account_change,authentication,entity_management,user_access}.json` and `objects/*.json` of
 * https://github.com/ocsf/ocsf-schema, which https://schema.ocsf.io/1.3.0 shows. No npm package has them.
 */
const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 99] as const;
const USER_TYPES = [0, 1, 2, 3, 99] as const;

const text = z.string().min(1);

/** "At least one of", as `constraints` of a definition say it. */
const named = (shape: z.ZodRawShape) =>
  z
    .strictObject({ name: text.optional(), uid: text.optional(), ...shape })
    .refine((object) => 'name' in object || 'uid' in object, 'name or uid');

const user = named({ domain: text.optional(), type_id: z.literal(USER_TYPES).optional() });

const metadata = z.strictObject({
  version: z.literal('1.3.0'),
  product: named({ vendor_name: text }),
  uid: text,
  sequence: z.int(),
  correlation_uid: text,
  event_code: text,
});

/** @param activities of the class, by what `activity_name` has to say then */
function eventOf(classId: number, activities: Record<number, string>, shape: z.ZodRawShape) {
  return z
    .strictObject({
      category_uid: z.literal(3),
      class_uid: z.literal(classId),
      activity_id: z.literal(Object.keys(activities).map(Number)),
      activity_name: z.string(),
      type_uid: z.int(),
      time: z.int().positive(),
      severity_id: z.literal(SEVERITIES),
      status_id: z.literal([0, 1, 2, 99]),
      message: text,
      metadata,
      actor: z.strictObject({ user }),
      src_endpoint: z.strictObject({ ip: z.union([z.ipv4(), z.ipv6()]) }).optional(),
      unmapped: z.looseObject({ type: text }),
      ...shape,
    })
    .refine(({ type_uid: type, activity_id: activity }) => type === classId * 100 + activity, 'type_uid')
    .refine(({ activity_id: activity, activity_name: name }) => name === activities[activity], 'activity_name');
}

const ACCOUNT_CHANGE = {
  1: 'Create',
  2: 'Enable',
  3: 'Password Change',
  4: 'Password Reset',
  5: 'Disable',
  6: 'Delete',
  7: 'Attach Policy',
  8: 'Detach Policy',
  9: 'Lock',
  10: 'MFA Factor Enable',
  11: 'MFA Factor Disable',
};
const AUTHENTICATION = { 1: 'Logon', 2: 'Logoff' };
const ENTITY_MANAGEMENT = { 1: 'Create', 2: 'Read', 3: 'Update', 4: 'Delete' };
const USER_ACCESS = { 1: 'Assign Privileges', 2: 'Revoke Privileges' };

const SCHEMA = z.discriminatedUnion('class_uid', [
  eventOf(3_001, ACCOUNT_CHANGE, { user }),
  // One of `service` and `dst_endpoint` is required.
  eventOf(3_002, AUTHENTICATION, { user, service: named({}), is_remote: z.boolean() }),
  eventOf(3_004, ENTITY_MANAGEMENT, { entity: named({ type: text }) }),
  eventOf(3_005, USER_ACCESS, { user, privileges: z.array(text).min(1) }),
]);

const PLACE = { correlationId: 'cor-1', address: '192.0.2.1' };
const JANE = { userId: 'jane.doe', domain: 'example.org' };

const CONTEXTS: AuditContext[] = [
  { ...PLACE, actor: { kind: 'user', userId: 'ann.agent' }, subject: JANE },
  { ...PLACE, actor: { kind: 'anonymous' }, subject: null },
  { ...PLACE, address: '2001:db8::1', actor: { kind: 'phone' }, subject: JANE },
  { ...PLACE, address: null, actor: { kind: 'system' }, subject: JANE },
  { ...PLACE, actor: { kind: 'service-account', serviceAccountId: 'sva-1', name: 'Tickets' }, subject: JANE },
];

function asOcsf(fact: AuditFact, context: AuditContext): object {
  const event: AuditEvent = { ...fact, ...context };
  const chained = { previousHash: '0'.repeat(64), keyId: null, hash: '1'.repeat(64) };
  return ocsfEvent({ sequenceNumber: 7, at: new Date('2026-11-27T10:00:00Z'), event, ...chained });
}

it.each(AUDIT_EVENT_TYPES)('an event fits its class of OCSF 1.3.0, for every actor: %s', (type) => {
  const problems = CONTEXTS.flatMap((context) => {
    // As it is sent.
    const sent: unknown = JSON.parse(JSON.stringify(asOcsf(FACTS[type], context)));
    return SCHEMA.safeParse(sent).error?.issues ?? [];
  });
  expect(problems).toEqual([]);
});
