import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaCopyStore } from '@/lib/database/tables/devices/prisma-copy-store';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { erased, keptAnew, returned, tried, type KeptCopy } from '@/lib/devices/copies/device-copy';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { addActiveDevice } from '../../support/add-active-device';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { testPersister } from '../../support/test-chain';

const NOW = new Date('2026-05-04T10:00:00.123Z');
const LATER = new Date(NOW.getTime() + SECOND);
const OK = { ok: true, value: null };
const MOVED = { ok: false, refusal: 'version-moved' };
const NOT_USABLE = { ok: false, refusal: 'not-usable' };

/** What every database does for the port `CopyStore`. */
forEachDatabase((_kind, open) => {
  let database: Database;
  let store: PrismaCopyStore;
  let gateway: PrismaGatewayStore;

  beforeAll(async () => {
    database = await open();
    store = new PrismaCopyStore(database.client, testPersister(new FakeClock(NOW)));
    gateway = new PrismaGatewayStore(database);
  });

  /** A copy of a new device, not saved. */
  async function newCopy(): Promise<{ copy: KeptCopy; name: { serialNumber: string; sequenceNumber: number } }> {
    const { serialNumber, sequenceNumber, userId, domain } = await addActiveDevice(gateway);
    const instanceId = formatInstanceId(serialNumber, sequenceNumber);
    const copy = keptAnew(null, {
      instanceId,
      userId,
      domain,
      keptAt: NOW,
      challengeAt: NOW,
      calls: ['a call'],
      credentialHash: `credential of ${instanceId}`,
      publicKey: 'key',
      encryptedVerifier: 'sealed verifier',
      encryptedCopy: 'sealed copy',
      eraseTokenHash: 'token',
    });
    return { copy, name: { serialNumber, sequenceNumber } };
  }

  async function keptCopy() {
    const made = await newCopy();
    expect(await store.save(made.copy, [])).toEqual(OK);
    return made;
  }

  describe('copies of phones', () => {
    const call = { call: 'another call', challengeAt: LATER };

    it('a copy is read back in every state, by its device and while it has one by its credential', async () => {
      const { copy } = await newCopy();
      expect(await store.find(copy.instanceId)).toBeNull();
      expect(await store.findByCredential(copy.credentialHash)).toBeNull();
      const after = tried(copy, call, LATER);
      const out = returned(after, call, LATER);
      for (const state of [copy, after, out]) {
        expect(await store.save(state, [])).toEqual(OK);
        expect(await store.find(copy.instanceId)).toEqual(state);
        expect(await store.findByCredential(copy.credentialHash)).toEqual(state);
      }
      const again = keptAnew(out, { ...copy, keptAt: LATER });
      expect(again).toMatchObject({ version: 3, triesLeft: 5, returnedAt: LATER });
      expect(await store.save(again, [])).toEqual(OK);
      const gone = erased(again, LATER);
      expect(await store.save(gone, [])).toEqual(OK);
      expect(await store.find(copy.instanceId)).toEqual(gone);
      expect(await store.findByCredential(copy.credentialHash)).toBeNull();
    });

    it('of two writers one saves, also of a first copy', async () => {
      const { copy } = await newCopy();
      const both = await Promise.all([store.save(copy, []), store.save(copy, [])]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const [one, other] = [tried(copy, call, LATER), returned(copy, call, LATER)];
      const moves = await Promise.all([store.save(one, []), store.save(other, [])]);
      expect(moves).toContainEqual(OK);
      expect(moves).toContainEqual(MOVED);
    });

    it('nothing is kept or handed out for a device that is locked, held or removed, and erasing it works', async () => {
      const { copy, name } = await keptCopy();
      await gateway.changeInstance(name, { state: 'locked' });
      expect(await store.save(returned(copy, call, LATER), [])).toEqual(NOT_USABLE);
      expect(await store.save(tried(copy, call, LATER), [])).toEqual(NOT_USABLE);
      await gateway.changeInstance(name, { state: 'active' });
      const { instanceId } = copy;
      await database.client.deviceHold.create({ data: { instanceId, cause: 'frozen', heldAt: NOW } });
      expect(await store.save(returned(copy, call, LATER), [])).toEqual(NOT_USABLE);
      expect(await store.save(erased(copy, LATER), [])).toEqual(OK);
    });

    it('a passkey is of one copy', async () => {
      const { copy } = await keptCopy();
      const { copy: other } = await newCopy();
      expect(await store.save({ ...other, credentialHash: copy.credentialHash }, [])).toEqual(NOT_USABLE);
    });

    it('a copy goes with its device and with its person’s account', async () => {
      const { copy, name } = await keptCopy();
      await gateway.changeInstance(name, { description: 'Renamed' });
      expect(await store.find(copy.instanceId)).not.toBeNull();
      await gateway.removeInstance(name);
      expect(await store.find(copy.instanceId)).toBeNull();
    });

    it('what is said of a copy: since when it is kept, and when the key came back', async () => {
      const { copy } = await keptCopy();
      const { instanceId } = copy;
      const facts = async () => (await store.facts([instanceId, 'VDS9999999-1'])).get(instanceId);
      expect(await facts()).toEqual({ keptAt: NOW, returnedAt: null });
      const out = returned(copy, call, LATER);
      await store.save(out, []);
      expect(await facts()).toEqual({ keptAt: null, returnedAt: LATER });
      await store.save(keptAnew(out, { ...copy, keptAt: LATER }), []);
      expect(await facts()).toEqual({ keptAt: LATER, returnedAt: LATER });
      expect((await store.facts([])).size).toBe(0);
    });

    it('a purge erases what was handed out, then forgets it, and leaves what is kept', async () => {
      const { copy } = await keptCopy();
      const { copy: other } = await keptCopy();
      await store.save(returned(copy, call, LATER), []);
      await store.purge(LATER, NOW);
      expect(await store.find(copy.instanceId)).toMatchObject({ state: 'returned' });
      await store.purge(new Date(LATER.getTime() + 1), NOW);
      expect(await store.find(copy.instanceId)).toMatchObject({ state: 'erased', version: 2 });
      expect(await store.findByCredential(copy.credentialHash)).toBeNull();
      await store.purge(LATER, new Date(LATER.getTime() + MINUTE));
      expect(await store.find(copy.instanceId)).toBeNull();
      expect(await store.find(other.instanceId)).toEqual(other);
    });
  });
});
