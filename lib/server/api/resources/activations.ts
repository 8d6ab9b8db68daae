import { z } from 'zod';
import { PENDING_STATES } from '../../../activation/activation';
import { ACTIVATION_FAILURES } from '../../../audit/events/activation-events';
import { parseActivationId } from '../../../shared/identifiers/activation-id';
import { accept, refuse } from '../../../shared/result';
import { isPeriodAllowed } from '../../../shared/time/period';
import { type ActivationFacts, activationFacts } from '../../../activation/statistics/activation-facts';
import { placeTime, readCursor, writeCursor } from '../cursor';
import { nextField, pageFields } from '../page';
import { route } from '../route';
import { deviceIdField, idField, NONE, timeField, userIdField } from './fields';
import { daysFields, periodOf } from './periods';

export const ACTIVATION_STATES = [...PENDING_STATES, 'active', 'expired', 'cancelled', 'failed', 'superseded'] as const;

const REACHED = ['issued', 'shown', 'scanned', 'verified', 'linked', 'active'] as const;

const activationSchema = z
  .strictObject({
    id: idField('act-'),
    userId: userIdField,
    state: z.enum(ACTIVATION_STATES),
    failure: z.enum(ACTIVATION_FAILURES.words).nullable(),
    requestedAt: timeField,
    reached: z.partialRecord(z.enum(REACHED), timeField).describe('Steps that the gateway observes, and when.'),
    endedAt: timeField.nullable(),
    deviceId: deviceIdField.nullable(),
  })
  .meta({ id: 'Activation', description: 'Its status. What the person is shown is for them alone.' });

const activationsSchema = z
  .strictObject({ activations: z.array(activationSchema).describe('The oldest first.'), next: nextField })
  .meta({ id: 'Activations' });

const placeSchema = z.strictObject({ id: z.string().regex(/^act-[0-9a-f]{32}$/), at: placeTime });

const ACTIVATION = {
  id: 'act-0b7e1c5d93f24a6888e0d1c2b3a49586',
  userId: 'jane.doe',
  state: 'active',
  failure: null,
  requestedAt: '2026-11-27T10:10:00.000Z',
  reached: { issued: '2026-11-27T10:10:00.000Z', active: '2026-11-27T10:11:05.000Z' },
  endedAt: '2026-11-27T10:11:05.000Z',
  deviceId: 'VDS1000042-2',
};

function describe(facts: ActivationFacts): z.input<typeof activationSchema> {
  const { id, userId, state, reason: failure, requestedAt, reached, endedAt, instanceId } = facts;
  const times = REACHED.flatMap((step) => (reached[step] ? [[step, reached[step].toISOString()]] : []));
  return {
    id,
    userId,
    state,
    failure,
    requestedAt: requestedAt.toISOString(),
    deviceId: instanceId,
    reached: Object.fromEntries(times) as z.input<typeof activationSchema>['reached'],
    endedAt: endedAt?.toISOString() ?? null,
  };
}

export const ACTIVATIONS = [
  route({
    id: 'listActivations',
    kind: 'act',
    method: 'GET',
    path: '/activations',
    scope: 'user:view',
    tag: 'Activations',
    summary: 'List the activations of a period',
    description: 'Those that began in the period, in the order in which they did.',
    params: NONE,
    query: z.strictObject({
      ...daysFields,
      state: z.enum(ACTIVATION_STATES).optional(),
      ...pageFields(200, 50),
    }),
    body: null,
    answers: { 200: { description: 'One page.', schema: activationsSchema } },
    problems: ['malformed-request', 'period-not-allowed'],
    example: {
      path: '/activations',
      query: 'from=2026-11-01&to=2026-11-30&state=active',
      status: 200,
      answer: { activations: [ACTIVATION], next: null },
    },
    async act({ query: { from, to, state, limit, cursor } }, { services, caller }) {
      const period = periodOf(from, to);
      if (!isPeriodAllowed(period)) return refuse('period-not-allowed');
      const place = cursor === undefined ? null : readCursor(placeSchema, cursor);
      if (cursor !== undefined && place === null) return refuse('malformed-request');
      const after = place && { id: place.id, requestedAt: place.at };
      const choice = { period, states: state === undefined ? null : [state], domain: caller.domain };
      const rows = await services.statistics.activations.list(choice, { order: 'oldest-first', after, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      const next = last ? writeCursor({ id: last.id, at: last.requestedAt.toISOString() }) : null;
      return accept({ status: 200, body: { activations: rows.map(describe), next } });
    },
  }),
  route({
    id: 'readActivation',
    kind: 'read',
    method: 'GET',
    path: '/activations/{activationId}',
    scope: 'user:view',
    tag: 'Activations',
    summary: 'Follow an activation',
    description: 'Wait for what changes it by `Prefer: wait` with `If-None-Match`.',
    params: z.strictObject({ activationId: idField('act-') }),
    query: NONE,
    body: null,
    answers: { 200: { description: 'How far it has come.', schema: activationSchema } },
    problems: [],
    example: { path: `/activations/${ACTIVATION.id}`, status: 200, answer: ACTIVATION },
    follows: ({ params }) => parseActivationId(params.activationId),
    async read({ params }, { services, caller }) {
      const id = parseActivationId(params.activationId);
      const activation = id && (await services.activation.store.find(id, caller.domain));
      return activation ? accept(describe(activationFacts(activation))) : refuse('not-found');
    },
  }),
];
