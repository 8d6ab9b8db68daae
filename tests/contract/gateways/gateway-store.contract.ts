import { beforeEach, describe, expect, test } from 'vitest';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import type { Licence } from '@/lib/gateways/embedded/engine/licence';
import { addDevice, exchangeKeys, sendActivationData } from '@/lib/gateways/embedded/engine/registration/registration';
import {
  gatewayStoreFixture,
  NOW,
  LATER,
  EXPIRY,
  KEYS,
  newLicence,
  newRegistration,
  instanceOf,
} from './gateway-store-fixture';

/** What every adapter of the port `GatewayStore` does. @param open gives a store, which need not be empty */
export function gatewayStoreContract(open: () => Promise<GatewayStore>): void {
  let store: GatewayStore;
  let licence: Licence;

  beforeEach(async () => {
    store = await open();
    licence = newLicence();
    await store.addLicence(licence);
  });

  const { registered, keyed, dataSent, deviceAdded, activated, stored } = gatewayStoreFixture(
    () => store,
    () => licence,
  );

  describe('licences', () => {
    test('a licence is found by its owner', async () => {
      expect(await store.findLicence(licence)).toEqual({ licence, used: 0 });
      expect(await store.findLicence({ userId: licence.userId, domain: 'other.example' })).toBeNull();
    });

    test('a person has one licence, and a serial number is given once', async () => {
      expect(await store.addLicence({ ...newLicence(), userId: licence.userId })).toBe(false);
      expect(await store.addLicence({ ...newLicence(), serialNumber: licence.serialNumber })).toBe(false);
      expect(await store.findLicence(licence)).toEqual({ licence, used: 0 });
    });
  });

  describe('registrations', () => {
    test('each state comes back as it was saved, with its licence', async () => {
      const first = await registered();
      expect(await store.findRegistration(first.identifier)).toEqual({
        registration: first,
        licence: { ...licence, version: 1 },
      });
      const second = await keyed();
      expect(await stored(second.identifier)).toEqual(second);
      const third = await dataSent();
      expect(await stored(third.identifier)).toEqual(third);
      const fourth = await deviceAdded();
      expect(await stored(fourth.identifier)).toEqual(fourth);
    });

    test('an unknown registration is null', async () => {
      expect(await store.findRegistration('unknown')).toBeNull();
    });

    test('a new registration supersedes the live one of the same licence, and erases its secrets', async () => {
      const old = await keyed();
      const registration = newRegistration(licence);
      expect(await store.addRegistration(registration, 1)).toEqual({ superseded: [old.identifier] });
      const { state: _, exchange: _e, encryptedCommittedKey: _k, ...kept } = old;
      expect(await stored(old.identifier)).toEqual({
        ...kept,
        state: 'superseded',
        version: old.version + 1,
        endedAt: NOW,
      });
      expect(await stored(registration.identifier)).toEqual(registration);
    });

    test('a new registration leaves registrations of others and ended ones unchanged', async () => {
      const other = newLicence();
      await store.addLicence(other);
      const live = newRegistration(other);
      await store.addRegistration(live, 0);
      const ended = await registered();
      await store.endRegistration(ended.identifier, 0, 'cancelled', LATER);
      expect(await store.addRegistration(newRegistration(licence), 1)).toEqual({ superseded: [] });
      expect((await stored(live.identifier))?.state).toBe('registered');
      expect((await stored(ended.identifier))?.state).toBe('cancelled');
    });

    test('only one of many concurrent registrations stays live', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => store.addRegistration(newRegistration(licence), 0)),
      );
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    });

    test('an identifier is given once', async () => {
      const { identifier } = await registered();
      expect(await store.addRegistration(newRegistration(licence, { identifier }), 1)).toBeNull();
    });

    test('one of many moves from the same version is saved', async () => {
      const moves = exchangeKeys(await registered(), KEYS, LATER, 60_000);
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.saveRegistration(moves)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    test('a sequence number is taken once', async () => {
      await deviceAdded(1);
      expect((await store.findLicence(licence))?.licence.nextSequenceNumber).toBe(2);
      const again = addDevice(
        await dataSent(),
        { sequenceNumber: 1, mosaic: null, deviceCode: '2', description: '', encryptedInstanceKey: 'k' },
        LATER,
        0,
      );
      expect(await store.saveAddedDevice(again)).toBe(false);
      expect((await stored(again.identifier))?.state).toBe('data-sent');
    });

    test('a device cannot be added to a registration that has moved on', async () => {
      const before = await dataSent();
      await store.countWrongProof(before.identifier, 3, LATER);
      const moved = addDevice(
        before,
        { sequenceNumber: 1, mosaic: null, deviceCode: '2', description: '', encryptedInstanceKey: 'k' },
        LATER,
        0,
      );
      expect(await store.saveAddedDevice(moved)).toBe(false);
    });

    test('an activation ends the registration, keeps its number and adds the instance, once', async () => {
      const { identifier, version } = await deviceAdded();
      const instance = instanceOf(licence, 1);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => store.activate(identifier, version, instance)),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await stored(identifier)).toMatchObject({ state: 'activated', sequenceNumber: 1, endedAt: LATER });
      expect(await stored(identifier)).not.toHaveProperty('encryptedInstanceKey');
      expect(await stored(identifier)).not.toHaveProperty('exchange');
      expect(await store.listInstances(licence)).toEqual([instance]);
    });

    test('a registration ends only if it is live and the version matches, and its secrets are erased', async () => {
      const { identifier, version } = await deviceAdded();
      expect(await store.endRegistration(identifier, version - 1, 'cancelled', LATER)).toBe(false);
      expect(await store.endRegistration(identifier, version, 'cancelled', LATER)).toBe(true);
      expect(await stored(identifier)).toMatchObject({ state: 'cancelled', version: version + 1, endedAt: LATER });
      expect(await stored(identifier)).not.toHaveProperty('encryptedInstanceKey');
      expect(await stored(identifier)).not.toHaveProperty('exchange');
      expect(await store.endRegistration(identifier, version + 1, 'expired', LATER)).toBe(false);
    });

    test('threat: wrong proofs sent at the same moment are all counted, and the third ends the registration', async () => {
      const { identifier } = await keyed();
      const states = await Promise.all(Array.from({ length: 6 }, () => store.countWrongProof(identifier, 3, LATER)));
      expect(states.filter((state) => state === 'failed')).toHaveLength(1);
      expect(states.filter((state) => state === 'keyed')).toHaveLength(2);
      expect(await stored(identifier)).toMatchObject({ state: 'failed', wrongProofs: 3, endedAt: LATER });
      expect(await stored(identifier)).not.toHaveProperty('exchange');
      expect(await store.countWrongProof('unknown', 3, LATER)).toBeNull();
    });

    test('threat: a right proof read before a wrong one was counted does not slip past the count', async () => {
      const before = await keyed();
      await store.countWrongProof(before.identifier, 3, LATER);
      expect(await store.saveRegistration(sendActivationData(before, LATER))).toBe(false);
      expect(await stored(before.identifier)).toEqual({ ...before, wrongProofs: 1, version: before.version + 1 });
    });

    test('a registration expires exactly when its time is over', async () => {
      const { identifier } = await registered();
      expect(await store.expireRegistrations(new Date(EXPIRY.getTime() - 1))).not.toContain(identifier);
      expect(await store.expireRegistrations(EXPIRY)).toContain(identifier);
      expect(await stored(identifier)).toMatchObject({ state: 'expired', endedAt: EXPIRY, version: 1 });
      expect(await store.expireRegistrations(EXPIRY)).not.toContain(identifier);
    });

    test('old registrations are deleted if they have ended, and live ones never', async () => {
      const old = await registered();
      await store.endRegistration(old.identifier, 0, 'cancelled', NOW);
      const live = await registered();
      expect(await store.deleteRegistrationsExpiredBefore(EXPIRY)).toBe(0);
      expect(await store.deleteRegistrationsExpiredBefore(new Date(EXPIRY.getTime() + 1))).toBeGreaterThan(0);
      expect(await stored(old.identifier)).toBeUndefined();
      expect(await stored(live.identifier)).toBeDefined();
    });
  });

  describe('instances', () => {
    test('instances are listed newest first, and counted', async () => {
      const first = await activated(1);
      const second = await activated(2);
      expect(await store.listInstances(licence)).toEqual([second, first]);
      expect((await store.findLicence(licence))?.used).toBe(2);
      expect(await store.listInstances({ userId: 'nobody', domain: '' })).toEqual([]);
    });

    test('one is found with its owner', async () => {
      const instance = await activated();
      const owner = { userId: licence.userId, domain: licence.domain };
      expect(await store.findInstance(instance)).toEqual({ instance, owner });
      expect(await store.findInstance({ ...instance, sequenceNumber: 2 })).toBeNull();
    });

    test('an instance’s name, lock and notification address can be changed', async () => {
      const instance = await activated();
      const change = { state: 'locked', description: 'My phone', encryptedNotificationId: 'sealed' } as const;
      expect(await store.changeInstance(instance, change)).toBe(true);
      expect((await store.findInstance(instance))?.instance).toEqual({ ...instance, ...change });
      expect(await store.changeInstance({ ...instance, sequenceNumber: 2 }, change)).toBe(false);
    });

    test('what a phone says of its browser is kept with its instance, and goes with it', async () => {
      const instance = await activated();
      const place = { engine: 'webkit', platform: 'ios', isInstalled: false, deletesUnvisited: true } as const;
      const keeping = { ...place, storage: 'not-kept' } as const;
      expect(await store.changeInstance(instance, { keeping })).toBe(true);
      expect((await store.findInstance(instance))?.instance).toEqual({ ...instance, keeping });
      expect(await store.listInstances(licence)).toEqual([{ ...instance, keeping }]);
      expect(await store.changeInstance(instance, { state: 'locked' })).toBe(true);
      expect((await store.findInstance(instance))?.instance.keeping).toEqual(keeping);
    });

    test('all instances of one phone are found by its notification address until removed', async () => {
      const [first, second] = [await activated(1), await activated(2)];
      const notificationHash = `hash of ${licence.userId}`;
      for (const instance of [first, second]) await store.changeInstance(instance, { notificationHash });
      const owner = { userId: licence.userId, domain: licence.domain };
      const found = await store.findByNotification(notificationHash);
      expect(found).toHaveLength(2);
      expect(found).toContainEqual({ instance: { ...first, notificationHash }, owner });
      await store.removeInstance(first);
      expect(await store.findByNotification(notificationHash)).toEqual([
        { instance: { ...second, notificationHash }, owner },
      ]);
      expect(await store.findByNotification('another')).toEqual([]);
    });

    test('a removed one is gone for good, and no longer counts', async () => {
      const instance = await activated();
      expect(await store.removeInstance(instance)).toBe(true);
      expect(await store.findInstance(instance)).toBeNull();
      expect(await store.listInstances(licence)).toEqual([]);
      expect((await store.findLicence(licence))?.used).toBe(0);
      expect(await store.changeInstance(instance, { state: 'active' })).toBe(false);
      expect(await store.removeInstance(instance)).toBe(false);
      expect(await store.acceptStep(instance, 5, LATER)).toBe(false);
    });

    test('RFC 6238 §5.2: a time step is accepted once, also concurrently, and no earlier one after it', async () => {
      const instance = await activated();
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => store.acceptStep(instance, 100, LATER)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await store.acceptStep(instance, 99, LATER)).toBe(false);
      expect(await store.acceptStep(instance, 101, LATER)).toBe(true);
      expect((await store.findInstance(instance))?.instance).toMatchObject({
        lastAcceptedStep: 101,
        lastUsedAt: LATER,
      });
    });

    test('a locked one accepts no password', async () => {
      const instance = await activated();
      await store.changeInstance(instance, { state: 'locked' });
      expect(await store.acceptStep(instance, 100, LATER)).toBe(false);
    });
  });
}
