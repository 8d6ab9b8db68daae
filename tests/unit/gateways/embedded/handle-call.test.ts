import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { MAXIMUM_BODY_BYTES } from '@/lib/gateways/embedded/engine/phone-services/handle-call';
import { SERVICES } from '@/lib/gateways/embedded/engine/phone-services/phone-services';
import { utf8 } from '@/lib/shared/bytes';
import { valueOf } from '../../../support/phones/activate-device';
import { createTestGateway, FRONT_END_KEY } from '../../../support/servers/test-gateway';

const FIELDS = [
  'registrationIdentifier',
  'clientEphemeralPublicKey',
  'clientEvidenceMessage',
  'deviceCode',
  'description',
  'signature',
  'userID',
  'domain',
  'digipassInstanceID',
  'encryptedNotificationID',
  'serialNumber',
  'challengeKey',
  'message',
];

const authorization = authorizationFor(FRONT_END_KEY);
const service = fc.constantFrom(...SERVICES.keys());
const digits = fc.integer({ min: 0, max: 600 }).map((length) => '7'.repeat(length));
const hex = fc
  .uint8Array({ maxLength: 300 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
const text = fc.string({ unit: 'binary', maxLength: 300 });
const value = fc.oneof(
  text,
  hex,
  digits,
  fc.constant('VDS0000001-1'),
  fc.constant('\u0000'),
  fc.constant('\ud800'),
  fc.jsonValue(),
);

test('threat: no body whatever gets a fault, a stack or an answer without result codes', async () => {
  const { gateway } = createTestGateway();
  await fc.assert(
    fc.asyncProperty(service, fc.uint8Array({ maxLength: 200 }), async (name, body) => {
      const answer = await gateway.handle({ service: name, authorization, body });
      expect([200, 400]).toContain(answer.status);
      expect(answer.body.resultCodes.statusCodeEnum).toMatch(/^STAT_[A-Z_]+$/);
    }),
    { numRuns: 300 },
  );
});

test('threat: no values in the right fields get a fault, whatever state a registration is in', async () => {
  const { gateway } = createTestGateway();
  const credentials = valueOf(await gateway.register({ userId: 'jane', domain: '' }));
  const identifier = fc.oneof(fc.constant(credentials.registrationIdentifier), value);
  const body = fc.record(
    Object.fromEntries(FIELDS.map((field) => [field, field === 'registrationIdentifier' ? identifier : value])),
    {
      requiredKeys: [],
    },
  );
  await fc.assert(
    fc.asyncProperty(service, body, async (name, fields) => {
      const answer = await gateway.handle({ service: name, authorization, body: utf8(JSON.stringify(fields)) });
      expect(answer.status).toBe(200);
      expect('result' in answer.body).toBe(answer.body.resultCodes.returnCode === 0);
    }),
    { numRuns: 500 },
  );
});

test('threat: no Authorization header but the right ones gets past', async () => {
  const { gateway } = createTestGateway();
  await fc.assert(
    fc.asyncProperty(service, fc.option(fc.string()), async (name, header) => {
      expect((await gateway.handle({ service: name, authorization: header, body: utf8('{}') })).status).toBe(401);
    }),
  );
});

test('threat: no path but the services gets past', async () => {
  const { gateway } = createTestGateway();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString')), async (name) => {
      fc.pre(!SERVICES.has(name));
      expect((await gateway.handle({ service: name, authorization, body: utf8('{}') })).status).toBe(404);
    }),
  );
});

test('a body that is too large is not parsed', async () => {
  const { gateway } = createTestGateway();
  const body = new Uint8Array(MAXIMUM_BODY_BYTES + 1);
  expect((await gateway.handle({ service: 'provisioning/getServerTime', authorization, body })).status).toBe(413);
});
