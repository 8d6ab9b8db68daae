import { z } from 'zod';
import { ACTOR_KINDS, domainOfEvent } from '../../../audit/audit-event';
import { type AuditRecord, splitEvent } from '../../../audit/audit-record';
import { AUDIT_EVENT_TYPES } from '../../../audit/event-catalogue';
import { AUDIT_LOG_KEY } from '../../../shared/changes/change-feed';
import { accept, refuse } from '../../../shared/result';
import { ocsfEvent } from '../../../audit/ocsf';
import { type ApiContext, route } from '../route';
import { NONE, timeField, userIdField } from './fields';

export const LINES_TYPE = 'application/x-ndjson';

const FORMATS = ['json', 'jsonl', 'ocsf'] as const;

const eventSchema = z
  .strictObject({
    sequenceNumber: z.int().min(1).describe('From 1, without gaps.'),
    at: timeField,
    type: z.enum(AUDIT_EVENT_TYPES),
    actor: z.strictObject({
      kind: z.enum(ACTOR_KINDS),
      userId: z.string().nullable(),
      serviceAccountId: z.string().nullable(),
      name: z.string().nullable().describe('Of the service account.'),
    }),
    subject: z.strictObject({ userId: userIdField, domain: z.string() }).nullable().describe('Whom it concerns.'),
    address: z.string().nullable(),
    correlationId: z.string().describe('Ties the events of one request together.'),
    details: z.record(z.string(), z.unknown()).describe('What else this type says: words, identifiers, numbers.'),
  })
  .meta({ id: 'Event', description: 'One record of the audit log.' });

const eventsSchema = z
  .strictObject({
    events: z.array(eventSchema).describe('In order.'),
    next: z.int().describe('`after` of the next request. Keep it once you have stored these.'),
  })
  .meta({ id: 'Events' });

const EVENT = {
  sequenceNumber: 4_711,
  at: '2026-11-27T10:00:00.000Z',
  type: 'removal-requested',
  actor: {
    kind: 'service-account',
    userId: null,
    serviceAccountId: 'sva-1d2c3b4a5968778695a4b3c2d1e0f102',
    name: 'Tickets',
  },
  subject: { userId: 'jane.doe', domain: 'example.org' },
  address: '192.0.2.17',
  correlationId: '8d5f7f0e-5a40-4c7c-9d4e-6f0b4e1f1c9a',
  details: { removalId: 'rem-0f3c6a1b9d8e4f7081726354a5b6c7d8', instanceId: 'VDS1000042-1', reason: 'lost' },
};

function describe({ sequenceNumber, at, event }: AuditRecord): z.input<typeof eventSchema> {
  const { context, fact } = splitEvent(event);
  const { actor, subject, address, correlationId } = context;
  const { type, ...details } = fact;
  return {
    sequenceNumber,
    at: at.toISOString(),
    type,
    address,
    correlationId,
    details,
    subject: subject && { userId: subject.userId, domain: subject.domain },
    actor: {
      kind: actor.kind,
      userId: actor.kind === 'user' ? actor.userId : null,
      serviceAccountId: actor.kind === 'service-account' ? actor.serviceAccountId : null,
      name: actor.kind === 'service-account' ? actor.name : null,
    },
  };
}

/** @returns null for a header that wants something else */
function formatOf(wanted: (typeof FORMATS)[number] | undefined, acceptHeader: string | undefined) {
  if (wanted !== undefined) return wanted;
  const accepted = acceptHeader ?? '*/*';
  if (/application\/(?:x-ndjson|jsonl)/i.test(accepted)) return 'jsonl';
  return /application\/json|application\/\*|\*\/\*/i.test(accepted) ? 'json' : null;
}

async function ownOf({ caller, services }: ApiContext, records: readonly AuditRecord[]): Promise<AuditRecord[]> {
  const domains = records.map(({ event }) => domainOfEvent(event));
  const older = domains.includes(null) ? await services.audit.audit.olderDomain() : null;
  return records.filter((_record, index) => (domains[index] ?? older) === caller.domain);
}

export const EVENTS = [
  route({
    id: 'readEvents',
    kind: 'feed',
    follows: AUDIT_LOG_KEY,
    method: 'GET',
    path: '/events',
    scope: 'audit:read',
    tag: 'Events',
    summary: 'Read the audit log on, for a SIEM',
    description:
      'At least once: ask with `after`, store what comes, keep `next`. By `format`, or by `Accept`: JSON, or one JSON object a line, as it is or mapped to OCSF 1.3.',
    params: NONE,
    query: z.strictObject({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .max(2_147_483_647)
        .default(0)
        .describe('The last sequence number that you have stored; 0 for the start.'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      format: z.enum(FORMATS).optional(),
    }),
    body: null,
    answers: {
      200: { description: 'What happened since; empty when nothing has.', schema: eventsSchema, lines: LINES_TYPE },
    },
    problems: ['not-acceptable'],
    example: {
      path: '/events',
      query: 'after=4710&limit=1',
      status: 200,
      answer: { events: [EVENT], next: 4_711 },
    },
    async read({ query: { after, limit, format: wanted } }, context) {
      const format = formatOf(wanted, context.accept);
      if (format === null) return refuse('not-acceptable');
      const records = await context.services.audit.audit.read(after, limit);
      const next = records.at(-1)?.sequenceNumber ?? after;
      const own = await ownOf(context, records);
      const headers = { link: `</api/v1/events?after=${next}&limit=${limit}&format=${format}>; rel="next"` };
      const isEmpty = records.length === 0;
      if (format === 'json')
        return accept({ isEmpty, headers, contentType: 'application/json', body: { events: own.map(describe), next } });
      const lines = own.map((record) =>
        JSON.stringify(format === 'ocsf' ? ocsfEvent(record) : eventSchema.parse(describe(record))),
      );
      return accept({ isEmpty, headers, contentType: LINES_TYPE, body: lines.map((line) => `${line}\n`).join('') });
    },
  }),
];
