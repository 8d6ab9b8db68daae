import { beforeAll, describe, expect, it } from 'vitest';
import { ownContext } from '@/lib/audit/audit-context';
import { activate, type Ciphertext } from '@/lib/activation/activation';
import { MAXIMUM_BASELINE_LENGTH } from '@/lib/activation/activation-gateway';
import type { Database } from '@/lib/database/database';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { HOUR } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { activationInEveryState, at } from '../../support/doubles/fake-activations';
import { forEachDatabase } from '../../support/databases/databases';
import { memoryStores } from '../../support/doubles/fake-activation-ports';
import { activationStoreContract } from './activation-store.contract';
import { testAppender, testPersister } from '../../support/test-chain';

describe('in memory', () => {
  activationStoreContract(async () => memoryStores(systemClock));
});

forEachDatabase((_name, open) => {
  let database: Database;
  let store: PrismaActivationStore;
  let audit: PrismaAuditLog;

  beforeAll(async () => {
    database = await open();
    const appender = testAppender();
    store = new PrismaActivationStore(database, systemClock, appender, testPersister(systemClock, appender));
    audit = new PrismaAuditLog(database, systemClock, appender);
  });

  activationStoreContract(async () => ({ store, audit }));

  describe('what a page polls for', () => {
    it('the poll returns the activation when its version is new to the page, and at the end', async () => {
      const facts = new PrismaPollFacts(database.sql, systemClock, null, HOUR);
      const states = activationInEveryState('polled');
      const activationId = states.requested.id;
      const moved = async (after: number) =>
        (await facts.read({ sessionId: generateSessionId(systemRandom), activationId }, after)).moved;
      expect(await moved(0)).toBeNull();
      await store.create(states.requested, 'key', at(30), []);
      for (const name of ['issued', 'scanned', 'verified', 'linked', 'active'] as const) {
        await store.save(states[name], []);
        const { version } = states[name];
        expect(await moved(version - 1)).toEqual(await store.find(activationId, 'example.org'));
        expect(await moved(version)).toEqual(name === 'active' ? states.active : null);
      }
    });
  });

  describe('the table itself', () => {
    it('the payload is stored only while the state is issued', async () => {
      const { requested, issued, scanned } = activationInEveryState('payload');
      const payload = async () =>
        (await database.client.activation.findUnique({ where: { id: issued.id } }))?.encryptedPayload;
      await store.create(requested, null, at(30), []);
      expect(await payload()).toBeNull();
      await store.save(issued, []);
      expect(await payload()).toBe(issued.encryptedPayload);
      await store.save(scanned, []);
      expect(await payload()).toBeNull();
    });

    it('the payload of a second image is stored only while it is shown', async () => {
      const { requested, issued, verified } = activationInEveryState('second payload');
      const offline = { activationType: 'offline' } as const;
      const second = { ...verified, ...offline, version: 3, encryptedPayload: 'sealed second' as Ciphertext };
      const payload = async () =>
        (await database.client.activation.findUnique({ where: { id: issued.id } }))?.encryptedPayload;
      await store.create({ ...requested, ...offline }, null, at(30), []);
      await store.save({ ...issued, ...offline }, []);
      await store.save(second, []);
      expect(await payload()).toBe('sealed second');
      expect(await store.find(issued.id, issued.domain)).toEqual(second);
      await store.save(activate(second, { instanceId: 'VDS1000042-1', mosaic: null }, at(9)), []);
      expect(await payload()).toBeNull();
    });

    it('the table refuses a payload in any other state, and issued without a payload', async () => {
      const { requested, issued } = activationInEveryState('guarded');
      await store.create({ ...requested, encryptedCredential: null }, null, at(30), []);
      const update = (data: { state?: string; encryptedPayload?: string }) =>
        database.client.activation.update({ where: { id: issued.id }, data });
      await expect(update({ encryptedPayload: 'kept' })).rejects.toThrow('activation_payload_only_while_shown');
      await expect(update({ state: 'issued' })).rejects.toThrow('activation_payload_only_while_shown');
    });

    it('the credential is stored while requested, and in no state that follows', async () => {
      for (const end of ['issued', 'cancelled', 'failed', 'expired'] as const) {
        const states = activationInEveryState(`credential ${end}`);
        const { id, encryptedCredential } = states.requested;
        const kept = async () => (await database.client.activation.findUnique({ where: { id } }))?.encryptedCredential;
        await store.create(states.requested, null, at(30), []);
        expect(await kept()).toBe(encryptedCredential);
        await store.save({ ...states[end], version: 2 }, []);
        expect(await kept()).toBeNull();
        const update = { where: { id }, data: { encryptedCredential: 'kept' } };
        await expect(database.client.activation.update(update)).rejects.toThrow(
          'activation_credential_only_while_requested',
        );
      }
    });

    it('the gateway query is stored only while polling, and an overlong baseline is refused', async () => {
      const { requested, issued, scanned, cancelled } = activationInEveryState('asked');
      const kept = async () => {
        const row = await database.client.activation.findUnique({ where: { id: issued.id } });
        return [row?.gatewayUserId, row?.gatewayDomain, row?.gatewayBaseline];
      };
      await store.create(requested, null, at(30), []);
      await store.save(issued, []);
      await store.save(scanned, []);
      expect(await kept()).toEqual(['ASKED', 'EXAMPLE', '["VDS1000042-1"]']);
      await store.save({ ...cancelled, version: scanned.version + 1 }, []);
      expect(await kept()).toEqual([null, null, null]);
      const tooLong = { where: { id: issued.id }, data: { gatewayBaseline: 'x'.repeat(MAXIMUM_BASELINE_LENGTH + 1) } };
      await expect(database.client.activation.update(tooLong)).rejects.toThrow('activation_gateway_baseline_is_short');
    });

    it('the table refuses a user’s second pending activation, whatever program writes it', async () => {
      const [first, second] = [activationInEveryState('twice'), activationInEveryState('twice')];
      await store.create(first.requested, null, at(30), []);
      await store.save(first.issued, []);
      await store.save(first.scanned, []);
      expect(await store.create(second.requested, null, at(30), [])).toEqual({ ok: false, refusal: 'already-pending' });
    });

    it('the store throws on a state it does not know', async () => {
      const { requested } = activationInEveryState('corrupted');
      await store.create({ ...requested, encryptedCredential: null }, null, at(30), []);
      await database.client.activation.update({ where: { id: requested.id }, data: { state: 'nonsense' } });
      await expect(store.find(requested.id, requested.domain)).rejects.toThrow(TypeError);
    });
  });

  it('a user is told of an event that an activation records, once and only if the move was made', async () => {
    const { requested, issued } = activationInEveryState('told of a lock');
    const { userId, domain } = requested;
    const context = ownContext({ userId, domain }, { correlationId: 'request', address: null });
    const locked = { type: 'authenticator-locked', instanceId: 'VDS1000042-1', ...context } as const;
    const notices = () => database.client.outboxMessage.count({ where: { channel: 'notice', destination: userId } });
    await store.create(requested, null, at(30), [locked]);
    expect(await notices()).toBe(1);
    await store.save(issued, [locked]);
    expect(await notices()).toBe(2);
    expect(await store.save(issued, [locked])).toEqual({ ok: false, refusal: 'version-moved' });
    expect(await notices()).toBe(2);
  });

  it('a move whose event cannot be recorded is not made either', async () => {
    const { requested, issued } = activationInEveryState('atomic');
    await store.create(requested, null, at(30), []);
    const context = { actor: { kind: 'system' }, subject: null, address: null } as const;
    const unrecordable = { type: 'signed-out', correlationId: 'zero \u0000', ...context } as const;
    await expect(store.save(issued, [unrecordable])).rejects.toThrow('22P05');
    expect(await store.find(issued.id, issued.domain)).toEqual(requested);
  });
});
