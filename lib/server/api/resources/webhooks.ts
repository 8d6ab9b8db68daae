import { z } from 'zod';
import {
  changeWebhook,
  createWebhook,
  MAXIMUM_WEBHOOK_ADDRESS_LENGTH,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
  type WithSecret,
} from '../../../messaging/manage-webhooks';
import { type ManagedWebhook, parseWebhookId } from '../../../messaging/managed-webhook';
import { type DeliveryProblem, DELIVERY_PROBLEMS } from '../../../messaging/delivery-error';
import { WEBHOOK_EVENT_TYPES } from '../../../messaging/webhook-event';
import { accept, refuse, type Result } from '../../../shared/result';
import { nextField, pageFields, pageOf } from '../page';
import { type ApiContext, route } from '../route';
import { idField, lineField, NONE, timeField } from './fields';

const eventsField = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .max(WEBHOOK_EVENT_TYPES.length)
  .describe('Empty for all of them, also for those that there will be.');

const webhookSchema = z
  .strictObject({
    id: idField('whk-'),
    address: z.string().describe('Of one of the settings its beginning alone.'),
    events: eventsField,
    state: z.enum(['enabled', 'disabled']).describe('`disabled`: nothing that happens meanwhile is sent.'),
    managedBy: z.enum(['api', 'settings']).describe('`settings`: whoever runs the site changes it.'),
    createdBy: z.string().nullable(),
    createdAt: timeField.nullable(),
  })
  .meta({ id: 'Webhook', description: 'Where events of the domain are posted, signed.' });

const withSecretSchema = z
  .strictObject({
    webhook: webhookSchema,
    signingSecret: z
      .string()
      .describe('Shown in this answer alone. What it signs, and how to check it: `webhooks.md`.'),
  })
  .meta({ id: 'WebhookWithSecret' });

const webhooksSchema = z
  .strictObject({ webhooks: z.array(webhookSchema).describe('Those of the settings first.'), next: nextField })
  .meta({ id: 'Webhooks' });

const testSchema = z
  .strictObject({
    isAccepted: z.boolean(),
    problem: z
      .enum(Object.keys(DELIVERY_PROBLEMS) as [DeliveryProblem, ...DeliveryProblem[]])
      .nullable()
      .describe('Why it was not accepted.'),
  })
  .meta({ id: 'WebhookTest' });

const params = z.strictObject({ webhookId: idField('whk-') });

const WEBHOOK = {
  id: 'whk-2b7e151628aed2a6abf7158809cf4f3c',
  address: 'https://hooks.bank.example/tessera',
  events: ['device-activated', 'account-frozen'],
  state: 'enabled',
  managedBy: 'api',
  createdBy: 'anna.admin through the service account Tickets',
  createdAt: '2026-11-29T10:00:00.000Z',
} as const;

const SECRET = 'whsec_this-is-an-example-and-signs-nothing-at-all';

type Described = z.input<typeof webhookSchema>;

function describe({ id, address, events, isEnabled, createdBy, createdAt }: ManagedWebhook): Described {
  const state = isEnabled ? 'enabled' : 'disabled';
  return { id, address, events: [...events], state, managedBy: 'api', createdBy, createdAt: createdAt.toISOString() };
}

/** The rest of the address may be a secret of the receiver's, so its identifier comes from its place in the settings, and not from it. */
function describeSetting(address: string, index: number): Described {
  const id = `whk-${(index + 1).toString(16).padStart(32, '0')}`;
  const beginning = `${new URL(address).origin}/…`;
  return {
    id,
    address: beginning,
    events: [],
    state: 'enabled',
    managedBy: 'settings',
    createdBy: null,
    createdAt: null,
  };
}

async function findWebhook({ services, caller }: ApiContext, { webhookId }: { webhookId: string }) {
  const id = parseWebhookId(webhookId);
  return id && services.webhooks.webhooks.find(id, caller.domain);
}

async function readWebhook(
  { params: { webhookId } }: { params: { webhookId: string } },
  context: ApiContext,
): Promise<Result<Described, 'not-found'>> {
  const webhook = await findWebhook(context, { webhookId });
  if (webhook) return accept(describe(webhook));
  const setting = context.services.webhooks.settingsAddresses.map(describeSetting).find(({ id }) => id === webhookId);
  return setting ? accept(setting) : refuse('not-found');
}

/** @returns `managed-in-settings` for one that systems do not change */
async function findOwn(context: ApiContext, path: { webhookId: string }) {
  const webhook = await findWebhook(context, path);
  if (webhook) return accept(webhook);
  const setting = await readWebhook({ params: path }, context);
  return setting.ok ? refuse('managed-in-settings') : setting;
}

function withSecret({ webhook, secret }: WithSecret): z.input<typeof withSecretSchema> {
  return { webhook: describe(webhook), signingSecret: secret };
}

const COMMON = { scope: 'webhook:manage', tag: 'Webhooks', query: NONE } as const;

export const WEBHOOKS = [
  route({
    ...COMMON,
    id: 'listWebhooks',
    kind: 'read',
    method: 'GET',
    path: '/webhooks',
    summary: 'List webhooks',
    description:
      'Those of the settings, which are read here and changed by whoever runs the site, and those of the domain.',
    params: NONE,
    query: z.strictObject(pageFields(100)),
    body: null,
    answers: { 200: { description: 'One page.', schema: webhooksSchema } },
    problems: ['malformed-request'],
    example: { path: '/webhooks', status: 200, answer: { webhooks: [WEBHOOK], next: null } },
    follows: null,
    async read({ query }, { services, caller }) {
      const { webhooks, settingsAddresses } = services.webhooks;
      const own = (await webhooks.list(caller.domain)).map(describe);
      const paged = pageOf([...settingsAddresses.map(describeSetting), ...own], query, ({ id }) => id);
      return paged.ok ? accept({ webhooks: paged.value.page, next: paged.value.next }) : paged;
    },
  }),
  route({
    ...COMMON,
    id: 'createWebhook',
    kind: 'act',
    method: 'POST',
    path: '/webhooks',
    daily: 'webhook-changes',
    showsSecret: true,
    summary: 'Create a webhook',
    description:
      'An https address that leads into the Internet, or into a network that whoever runs the site allows. The secret that signs is in this answer alone. The webhook ends with the service account that made it, and gets nothing while that one is suspended, has expired or lacks `webhook:manage`.',
    params: NONE,
    body: z.strictObject({ address: lineField(MAXIMUM_WEBHOOK_ADDRESS_LENGTH), events: eventsField.default([]) }),
    answers: { 201: { description: 'The webhook and its secret.', schema: withSecretSchema } },
    problems: ['webhook-address-invalid', 'webhook-exists', 'too-many-webhooks', 'try-again'],
    example: {
      path: '/webhooks',
      body: { address: WEBHOOK.address, events: WEBHOOK.events },
      status: 201,
      answer: { webhook: WEBHOOK, signingSecret: SECRET },
    },
    async act({ body }, { services, caller, origin }) {
      const created = await createWebhook(services.webhooks, caller, body, origin);
      if (!created.ok) return created;
      const location = `/webhooks/${created.value.webhook.id}`;
      return accept({ status: 201, body: withSecret(created.value), location });
    },
  }),
  route({
    ...COMMON,
    id: 'readWebhook',
    kind: 'read',
    method: 'GET',
    path: '/webhooks/{webhookId}',
    summary: 'Read a webhook',
    description: 'Without its secret, which is shown when it is made and when it is rotated.',
    params,
    body: null,
    answers: { 200: { description: 'The webhook.', schema: webhookSchema } },
    problems: [],
    example: { path: `/webhooks/${WEBHOOK.id}`, status: 200, answer: WEBHOOK },
    read: readWebhook,
    follows: null,
  }),
  route({
    ...COMMON,
    id: 'changeWebhook',
    kind: 'change',
    method: 'PATCH',
    path: '/webhooks/{webhookId}',
    daily: 'webhook-changes',
    summary: 'Change a webhook',
    description: 'Which events it gets, and whether it gets any. For another address make another webhook.',
    params,
    body: z
      .strictObject({ events: eventsField.optional(), state: z.enum(['enabled', 'disabled']).optional() })
      .refine((change) => Object.keys(change).length > 0, 'It changes nothing.'),
    answers: { 200: { description: 'The webhook as it is now.', schema: webhookSchema } },
    problems: ['managed-in-settings', 'try-again'],
    example: {
      path: `/webhooks/${WEBHOOK.id}`,
      body: { state: 'disabled' },
      status: 200,
      answer: { ...WEBHOOK, state: 'disabled' },
    },
    read: readWebhook,
    async act({ params: path, body: { events, state } }, context) {
      const { services, caller, origin } = context;
      const result = await findOwn(context, path);
      if (!result.ok) return result;
      const change = { ...(events && { events }), ...(state && { isEnabled: state === 'enabled' }) };
      const outcome = await changeWebhook(services.webhooks, caller, result.value, change, origin);
      return outcome.ok ? accept(null) : refuse('try-again');
    },
  }),
  route({
    ...COMMON,
    id: 'deleteWebhook',
    kind: 'change',
    method: 'DELETE',
    path: '/webhooks/{webhookId}',
    daily: 'webhook-changes',
    summary: 'Delete a webhook',
    description: 'What waits to be sent there is withdrawn.',
    params,
    body: null,
    answers: { 200: { description: 'The webhook as it was.', schema: webhookSchema } },
    problems: ['managed-in-settings'],
    example: { path: `/webhooks/${WEBHOOK.id}`, status: 200, answer: WEBHOOK },
    read: readWebhook,
    async act({ params: path }, context) {
      const { services, caller, origin } = context;
      const result = await findOwn(context, path);
      if (!result.ok) return result;
      await removeWebhook(services.webhooks, caller, result.value, origin);
      return accept({ status: 200, body: describe(result.value) });
    },
  }),
  route({
    ...COMMON,
    id: 'rotateWebhookSecret',
    kind: 'act',
    method: 'POST',
    path: '/webhooks/{webhookId}/secrets',
    daily: 'webhook-changes',
    showsSecret: true,
    summary: 'Rotate the secret of a webhook',
    description:
      'The new one is in this answer alone, and signs what is sent from now on; the earlier one signs nothing.',
    params,
    body: null,
    answers: { 201: { description: 'The webhook and its new secret.', schema: withSecretSchema } },
    problems: ['managed-in-settings', 'try-again'],
    example: {
      path: `/webhooks/${WEBHOOK.id}/secrets`,
      status: 201,
      answer: { webhook: WEBHOOK, signingSecret: SECRET },
    },
    async act({ params: path }, context) {
      const { services, caller, origin } = context;
      const result = await findOwn(context, path);
      if (!result.ok) return result;
      const rotated = await rotateWebhookSecret(services.webhooks, caller, result.value, origin);
      return rotated.ok ? accept({ status: 201, body: withSecret(rotated.value) }) : refuse('try-again');
    },
  }),
  route({
    ...COMMON,
    id: 'testWebhook',
    kind: 'act',
    method: 'POST',
    path: '/webhooks/{webhookId}/tests',
    daily: 'webhook-changes',
    summary: 'Send a test event',
    description:
      'A signed `webhook-tested` that says nothing else, at once and once. The answer waits for the receiver’s.',
    params,
    body: null,
    answers: { 200: { description: 'What came of it.', schema: testSchema } },
    problems: ['managed-in-settings'],
    example: { path: `/webhooks/${WEBHOOK.id}/tests`, status: 200, answer: { isAccepted: true, problem: null } },
    async act({ params: path }, context) {
      const { services, caller, origin } = context;
      const result = await findOwn(context, path);
      if (!result.ok) return result;
      const problem = await testWebhook(services.webhooks, caller, result.value, origin);
      return accept({ status: 200, body: { isAccepted: problem === null, problem } });
    },
  }),
];
