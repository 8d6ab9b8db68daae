import { describe, expect, test } from 'vitest';
import { currentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import {
  activateDevice,
  connect,
  finishActivation,
  license,
  link,
  scan,
  valueOf,
  TEST_PIN,
} from '../../support/phones/activate-device';
import { forEachGateway } from '../../support/servers/use-gateway';

forEachGateway((fixture) => {
  describe('the four connections', () => {
    test('the four connections make a device whose one-time passwords the gateway accepts', async () => {
      const credentials = await fixture().register();
      const instance = await activateDevice(credentials, fixture().address);
      expect(instance).toMatchObject({ ...fixture().owner, description: 'Test phone' });
      expect(instance.instanceId).toMatch(/^VDS\d{7}-1$/);
      const { oneTimePassword } = valueOf(await currentOneTimePassword(instance, TEST_PIN, fixture().now));
      expect(await fixture().gateway.testOneTimePassword(instance.instanceId, oneTimePassword)).toEqual({
        ok: true,
        driftSeconds: 0,
      });
      expect(await fixture().gateway.listInstances(fixture().owner)).toEqual([
        expect.objectContaining({
          instanceId: instance.instanceId,
          description: 'Test phone',
          state: 'active',
          lastUsedAt: fixture().now,
        }),
      ]);
    });

    test('the four connections are reported to the website one by one, with their times', async () => {
      const credentials = await fixture().register();
      const identifier = credentials.registrationIdentifier;
      const states = [await fixture().stateOf(credentials)];
      fixture().react = async (changed) => void states.push((await fixture().gateway.observe(changed))?.state);
      const { instanceId } = await activateDevice(credentials, fixture().address);
      expect(states).toEqual(['registered', 'keyed', 'data-sent', 'device-added', 'activated']);
      expect(fixture().test.progress).toEqual(Array.from({ length: 4 }, () => identifier));
      expect(await fixture().gateway.observe(identifier)).toMatchObject({
        instanceId,
        keyedAt: fixture().now,
        endedAt: fixture().now,
      });
    });

    test('the four connections go on when the website fails to process a report', async () => {
      fixture().react = () => Promise.reject(new Error('the website is down'));
      await activateDevice(await fixture().register(), fixture().address);
      expect(fixture().test.faults).toHaveLength(4);
    });

    test('a second device gets the next number, and both have the licence’s key', async () => {
      const first = await license(await fixture().register(), fixture().address);
      const second = await activateDevice(await fixture().register(), fixture().address);
      const third = await link(await fixture().register(), fixture().address);
      expect(third.licence.licenceKey).toEqual(first.licence.licenceKey);
      expect([second.instanceId, third.instanceId]).toEqual([
        `${first.licence.serialNumber}-1`,
        `${first.licence.serialNumber}-2`,
      ]);
    });

    test('the four connections leave no SRP value or key in the registration', async () => {
      const credentials = await fixture().register();
      await activateDevice(credentials, fixture().address);
      const found = await fixture().test.store.findRegistration(credentials.registrationIdentifier);
      expect(Object.keys(found?.registration ?? {}).filter((name) => /sealed|exchange/.test(name))).toEqual([]);
    });
  });

  describe("the website's side", () => {
    test('a repeated registration, as after a crash, has other credentials, which work', async () => {
      const first = await fixture().register();
      const second = await fixture().register();
      expect(second.registrationIdentifier).not.toBe(first.registrationIdentifier);
      expect(second.activationPassword).not.toBe(first.activationPassword);
      await activateDevice(second, fixture().address);
    });

    test('a new request makes the older registration useless at every step', async () => {
      const linked = await link(await fixture().register(), fixture().address);
      await fixture().register();
      expect(fixture().test.progress.at(-1)).toBe(linked.payload.registrationIdentifier);
      expect(await finishActivation(linked, TEST_PIN, new Date())).toEqual({
        ok: false,
        refusal: 'registration-not-found',
      });
    });

    test('concurrent requests leave one live registration', async () => {
      const all = await Promise.all(Array.from({ length: 4 }, () => fixture().register()));
      const states = await Promise.all(all.map((one) => fixture().stateOf(one)));
      expect(states.filter((state) => state === 'registered')).toHaveLength(1);
    });

    test('a cancelled registration is over, and cancelling again does nothing', async () => {
      const credentials = await fixture().register();
      const connected = await connect(credentials, fixture().address);
      await fixture().gateway.cancel(credentials.registrationIdentifier);
      await fixture().gateway.cancel(credentials.registrationIdentifier);
      await fixture().gateway.cancel('unknown');
      expect(await obtainLicence(connected, systemRandom)).toEqual({ ok: false, refusal: 'registration-not-found' });
      expect(await fixture().stateOf(credentials)).toBe('cancelled');
    });

    test('a licence takes three devices; one given up does not count, one removed makes room', async () => {
      const owner = fixture().owner;
      await link(await fixture().register(), fixture().address);
      const { instanceId } = await activateDevice(await fixture().register(), fixture().address);
      for (let more = 0; more < 2; more++) await activateDevice(await fixture().register(), fixture().address);
      expect(await fixture().gateway.limits(owner)).toEqual({ used: 3, limit: 3 });
      const refused = await fixture().gateway.register(owner);
      expect(refused).toEqual({ ok: false, refusal: 'activation-limit-reached' });
      expect(await fixture().gateway.remove(instanceId)).toBe(true);
      await activateDevice(await fixture().register(), fixture().address);
    });
  });

  describe('time', () => {
    test('a registration can be scanned until its 300 seconds are over', async () => {
      const credentials = await fixture().register();
      fixture().passTime(5 * MINUTE);
      expect(await exchangeKeys(await scan(credentials, fixture().address))).toEqual({
        ok: false,
        refusal: 'registration-not-found',
      });
      expect(await fixture().stateOf(credentials)).toBe('expired');
      expect(fixture().test.progress).toEqual([credentials.registrationIdentifier]);
    });

    test('a user who scans in the last second has time to choose a PIN', async () => {
      const credentials = await fixture().register();
      fixture().passTime(5 * MINUTE - SECOND);
      const linked = await link(credentials, fixture().address);
      fixture().passTime(5 * MINUTE - SECOND);
      expect((await finishActivation(linked, TEST_PIN, new Date())).ok).toBe(true);
    });

    test('a user who takes too long to choose a PIN finds the activation over', async () => {
      const linked = await link(await fixture().register(), fixture().address);
      fixture().passTime(5 * MINUTE);
      expect(await finishActivation(linked, TEST_PIN, new Date())).toEqual({
        ok: false,
        refusal: 'registration-not-found',
      });
    });

    test('the sweep ends registrations that are not polled', async () => {
      const credentials = await fixture().register();
      fixture().passTime(5 * MINUTE);
      expect(await fixture().gateway.sweep()).toBeGreaterThan(0);
      expect(fixture().test.progress).toContain(credentials.registrationIdentifier);
      fixture().passTime(31 * 24 * 60 * MINUTE);
      await fixture().gateway.sweep();
      expect(await fixture().gateway.observe(credentials.registrationIdentifier)).toBeNull();
    });
  });
});
