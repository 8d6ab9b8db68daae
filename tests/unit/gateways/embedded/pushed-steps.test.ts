import { expect, test, vi } from 'vitest';
import { refreshRegistration } from '@/lib/activation/following/refresh-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import { toObservation } from '@/lib/gateways/embedded/embedded-activation-gateway';
import type { RegistrationObservation } from '@/lib/gateways/embedded/engine/registration/observe-registration';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { fakeActivation, ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { valueOf } from '../../../support/phones/activate-device';
import { createTestGateway, GATEWAY_ID } from '../../../support/servers/test-gateway';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

test('a pushed step is what an observation of the gateway would return', async () => {
  const pushed: (RegistrationObservation | null)[] = [];
  const answered: (RegistrationObservation | null)[] = [];
  const { gateway } = createTestGateway({}, undefined, async (identifier, observation) => {
    pushed.push(observation);
    answered.push(await gateway.observe(identifier));
  });
  const registered = valueOf(await gateway.register(JANE));
  const phone = new FakePhone(gateway, valueOf(formatActivationPayload({ ...registered, gatewayId: GATEWAY_ID })));
  for (let connection = 1; connection <= 4; connection++) expect(await phone.step()).toBe('done');
  expect(pushed.map((observation) => observation?.state)).toEqual(['keyed', 'data-sent', 'device-added', 'activated']);
  expect(pushed).toEqual(answered);
});

test('a step that was pushed is made without asking the gateway', async () => {
  const fake = fakeActivation();
  const started = valueOf(await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN));
  if (started.state !== 'issued') throw new Error('it was not issued');
  const { registrationIdentifier } = started;
  const registration = await fake.embedded.observe(registrationIdentifier);
  if (!registration) throw new Error('it was not registered');
  const observe = vi.spyOn(fake.gateway, 'observe');
  const at = fake.ports.clock.now();
  const keyed = toObservation({ ...registration, state: 'keyed', keyedAt: at });
  await refreshRegistration(fake.ports, registrationIdentifier, keyed);
  expect(await fake.ports.store.find(started.id, started.domain)).toMatchObject({
    state: 'scanned',
    reached: { scanned: at },
  });
  expect(observe).not.toHaveBeenCalled();
});
