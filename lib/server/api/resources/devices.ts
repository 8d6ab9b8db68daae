import { z } from 'zod';
import { isStaff } from '../../../accounts/users/role';
import { type OperationProgress, REFUSED_STATES } from '../../../devices/pending/pending-operation';
import { HOLD_CAUSES } from '../../../devices/locks/device-holds';
import { lockDevice } from '../../../helpdesk/safety/locks/lock-device';
import { type HelpdeskDevice, readDevices } from '../../../helpdesk/desk/read-user';
import { REMOVALS } from '../../../helpdesk/desk/removal/removals';
import { requestRemoval } from '../../../helpdesk/desk/removal/request-removal';
import { accept, refuse, type Result } from '../../../shared/result';
import { nextField, pageFields, pageOf } from '../page';
import { type ApiContext, route } from '../route';
import { approvalAnswer, approvalSchema, REMOVAL } from './approvals';
import { ASKED, askForChange, CHANGE_PROBLEMS } from './changes';
import { deviceIdField, NONE, personParams, reasonField, ticketField, timeField, userIdField } from './fields';
import { findUser, keyOf } from './person';

const progressFields = {
  state: z.enum(['waiting', ...REFUSED_STATES]),
  reference: z.string().nullable().describe('What the gateway calls it; null where it does not say.'),
  since: timeField.describe('When it was requested, or refused.'),
};

const deviceSchema = z
  .strictObject({
    id: deviceIdField,
    serialNumber: z.string(),
    name: z.string(),
    state: z.enum(['active', 'locked']),
    lockedFor: z.array(z.enum(HOLD_CAUSES)).describe('Why it is locked, as far as this site did it.'),
    activatedAt: timeField.nullable().describe('Null where the gateway does not say.'),
    lastUsedAt: timeField.nullable().describe('Null for never, and where the gateway does not say.'),
    trustedFrom: timeField
      .nullable()
      .describe('Until then a new device signs in and confirms nothing; null once trusted.'),
    removal: z
      .strictObject(progressFields)
      .nullable()
      .describe('Its removal, where that waits for an administrator of the gateway, or was refused in the last week.'),
  })
  .meta({ id: 'Device' });

const devicesSchema = z
  .strictObject({
    devices: z.array(deviceSchema).describe('The newest activation first.'),
    requests: z
      .array(z.strictObject({ serialNumber: z.string(), ...progressFields }))
      .describe(
        'Hardware authenticators that wait for an administrator of the gateway, or were refused in the last week.',
      ),
    limit: z.strictObject({ used: z.int(), limit: z.int().describe('0 for none.') }).nullable(),
    next: nextField,
  })
  .meta({ id: 'Devices' });

const deviceParams = z.strictObject({ userId: userIdField, deviceId: deviceIdField });

const PHONE = {
  id: 'VDS1000042-1',
  serialNumber: 'VDS1000042',
  name: 'Pixel 9',
  state: 'active',
  lockedFor: [],
  activatedAt: '2026-11-24T09:35:12.000Z',
  lastUsedAt: '2026-11-26T07:02:44.000Z',
  trustedFrom: null,
  removal: null,
};

type Found = Result<HelpdeskDevice, 'not-found' | 'gateway-unreachable'>;

async function findDevice(context: ApiContext, params: { userId: string; deviceId: string }): Promise<Found> {
  const user = await findUser(context, params);
  if (!user) return refuse('not-found');
  const devices = await readDevices(context.services.helpdesk, user);
  if (!devices) return refuse('gateway-unreachable');
  const device = devices.instances.find(({ instanceId }) => instanceId === params.deviceId);
  return device ? accept(device) : refuse('not-found');
}

async function readDevice({ params }: { params: { userId: string; deviceId: string } }, context: ApiContext) {
  const device = await findDevice(context, params);
  return device.ok ? accept(describe(device.value)) : device;
}

function describe(device: HelpdeskDevice): z.input<typeof deviceSchema> {
  const { instanceId, serialNumber, name, state, causes, activatedAt, lastUsedAt, trustedFrom, removal } = device;
  return {
    id: instanceId,
    serialNumber,
    name,
    state,
    lockedFor: causes,
    activatedAt: activatedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    trustedFrom: trustedFrom?.toISOString() ?? null,
    removal: removal ? describeProgress(removal) : null,
  };
}

function describeProgress({ state, reference, since }: OperationProgress) {
  return { state, reference, since: since.toISOString() };
}

export const DEVICES = [
  route({
    id: 'listDevices',
    kind: 'read',
    method: 'GET',
    path: '/people/{userId}/devices',
    scope: 'user:view',
    tag: 'Devices',
    summary: 'List the devices of a person',
    description: 'As the gateway has them, with what this site knows of each. Read anew at every call.',
    params: personParams,
    query: z.strictObject(pageFields(100)),
    body: null,
    answers: { 200: { description: 'One page.', schema: devicesSchema } },
    problems: ['malformed-request', 'gateway-unreachable'],
    example: {
      path: '/people/jane.doe/devices',
      status: 200,
      answer: { devices: [PHONE], requests: [], limit: { used: 1, limit: 5 }, next: null },
    },
    follows: null,
    async read({ params, query }, context) {
      const user = await findUser(context, params);
      if (!user) return refuse('not-found');
      const devices = await readDevices(context.services.helpdesk, user);
      if (!devices) return refuse('gateway-unreachable');
      const { instances, requests, limits } = devices;
      const paged = pageOf(instances, query, ({ instanceId }) => instanceId);
      if (!paged.ok) return paged;
      const { page, next } = paged.value;
      return accept({
        devices: page.map(describe),
        requests: requests.map((request) =>
          Object.assign(describeProgress(request), { serialNumber: request.serialNumber }),
        ),
        limit: typeof limits === 'string' ? null : limits,
        next,
      });
    },
  }),
  route({
    id: 'readDevice',
    kind: 'read',
    method: 'GET',
    path: '/people/{userId}/devices/{deviceId}',
    scope: 'user:view',
    tag: 'Devices',
    summary: 'Read a device',
    description: 'As the gateway has it. A device that was removed is not found.',
    params: deviceParams,
    query: NONE,
    body: null,
    answers: { 200: { description: 'The device.', schema: deviceSchema } },
    problems: ['gateway-unreachable'],
    example: { path: '/people/jane.doe/devices/VDS1000042-1', status: 200, answer: PHONE },
    follows: null,
    read: readDevice,
  }),
  route({
    id: 'lockDevice',
    kind: 'change',
    method: 'PATCH',
    path: '/people/{userId}/devices/{deviceId}',
    scope: 'device:lock',
    daily: 'device-locks',
    secondPerson: 'staff',
    tag: 'Devices',
    summary: 'Lock a device',
    description:
      'At once. Two people unlock what a system has locked: see `unlockings`. A device of a member of staff is locked once a person agrees.',
    params: deviceParams,
    query: NONE,
    body: z.strictObject({ state: z.literal('locked') }),
    answers: { 200: { description: 'The device as it is now.', schema: deviceSchema }, ...ASKED },
    problems: CHANGE_PROBLEMS,
    example: {
      path: '/people/jane.doe/devices/VDS1000042-1',
      body: { state: 'locked' },
      status: 200,
      answer: { ...PHONE, state: 'locked', lockedFor: ['helpdesk'] },
    },
    read: readDevice,
    async act({ params }, context) {
      const { services, caller, origin } = context;
      const device = await findDevice(context, params);
      const user = await findUser(context, params);
      if (!device.ok) return device;
      if (!user) return refuse('not-found');
      if (device.value.causes.includes('helpdesk')) return accept(null);
      if (isStaff(user))
        return askForChange(context, user, { change: 'lock-device', role: null, instanceId: params.deviceId });
      return lockDevice(services.helpdesk, caller, user, params.deviceId, origin);
    },
  }),
  route({
    id: 'requestUnlocking',
    kind: 'act',
    method: 'POST',
    path: '/people/{userId}/devices/{deviceId}/unlockings',
    scope: 'device:lock',
    daily: 'requests',
    secondPerson: 'always',
    tag: 'Devices',
    summary: 'Ask to unlock a device',
    description:
      'Where a system has locked it. Once a person agrees, that lock is lifted; what its person has locked stays so.',
    params: deviceParams,
    query: NONE,
    body: z.strictObject({ ticket: ticketField }),
    answers: ASKED,
    problems: CHANGE_PROBLEMS,
    example: {
      path: '/people/jane.doe/devices/VDS1000042-1/unlockings',
      body: { ticket: 'INC-4711' },
      status: 202,
      answer: { ...REMOVAL, id: 'chg-0f3c6a1b9d8e4f7081726354a5b6c7d8', kind: 'unlocking', reason: null },
    },
    act: ({ params, body: { ticket } }, context) =>
      askForChange(
        context,
        keyOf(context.caller, params),
        { change: 'unlock-device', role: null, instanceId: params.deviceId },
        ticket,
      ),
  }),
  route({
    id: 'requestRemoval',
    kind: 'act',
    method: 'POST',
    path: '/people/{userId}/devices/{deviceId}/removals',
    scope: 'removal:request',
    daily: 'requests',
    secondPerson: 'always',
    tag: 'Devices',
    summary: 'Ask for the removal of a device',
    description: 'A person with the role `helpdesk-approver` decides.',
    params: deviceParams,
    query: NONE,
    body: z.strictObject({ reason: reasonField, ticket: ticketField }),
    answers: { 202: { description: 'It waits for a person to agree.', schema: approvalSchema } },
    problems: ['not-offered', 'not-permitted', 'ticket-missing', 'already-asked', 'gateway-unreachable'],
    example: {
      path: '/people/jane.doe/devices/VDS1000042-1/removals',
      body: { reason: 'lost', ticket: 'INC-4711' },
      status: 202,
      answer: REMOVAL,
    },
    async act({ params, body }, { services, caller, origin }) {
      const input = { instanceId: params.deviceId, ...body, justification: null };
      const result = await requestRemoval(services.helpdesk, caller, params, input, origin);
      if (result.ok) return accept(approvalAnswer(result.value, REMOVALS));
      switch (result.refusal) {
        case 'not-found':
        case 'not-permitted':
        case 'not-offered':
        case 'ticket-missing':
        case 'already-asked':
          return refuse(result.refusal);
        case 'own-account':
        case 'justification-missing':
        case 'nobody-to-alarm':
        case 'break-glass-used-up':
          throw new TypeError('a service account has no account of its own, and breaks no glass');
      }
    },
  }),
];
