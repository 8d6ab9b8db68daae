import { beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_REQUESTS } from '@/lib/helpdesk/service-accounts/account-request';
import type { User } from '@/lib/accounts/users/user';
import type { Database } from '@/lib/database/database';
import { suspend, type ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { ServiceKeyText } from '@/lib/helpdesk/service-accounts/service-key';
import { forEachDatabase, forEachPairOfReplicas } from '../../../support/databases/databases';
import {
  databaseServiceAccounts,
  madeServiceAccount,
  memoryServiceAccounts,
  valueOf,
  type FakeServiceAccounts,
} from '../../../support/doubles/fake-service-accounts';
import { serviceAccountStoresContract } from './service-account-stores.contract';

describe('in memory', () => {
  serviceAccountStoresContract(async () => {
    const world = memoryServiceAccounts();
    return [world, world];
  });
});

forEachPairOfReplicas((_kind, open) => {
  serviceAccountStoresContract(async () => {
    const [first, second] = await open();
    const here = databaseServiceAccounts(first);
    return [here, databaseServiceAccounts(second, here.clock)];
  });
});

forEachDatabase((_kind, open) => {
  let database: Database;
  let world: FakeServiceAccounts;
  let administrator: User;
  let made: { id: ServiceAccountId; key: ServiceKeyText };

  beforeAll(async () => {
    database = await open();
    world = databaseServiceAccounts(database);
    administrator = await world.add(['administrator']);
    made = await madeServiceAccount(world, { administrator, approver: await world.add(['administrator']) });
  });

  describe('the tables themselves', () => {
    it('threat: a stolen database holds no key, and no hash that a key can be computed from', async () => {
      const rows = await database.client.serviceKey.findMany();
      const tables = [
        rows,
        await database.client.serviceAccount.findMany(),
        await database.client.auditRecord.findMany(),
      ];
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(tables)).not.toContain(made.key.split('_')[2]);
      const plain = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(made.key)));
      expect(rows[0]?.keyHash).not.toBe(Buffer.from(plain).toString('hex'));
    });

    it('threat: the tables refuse what no machine may have, and a second person who is the first', async () => {
      const { id } = made;
      const { serviceAccount, approval } = database.client;
      for (const scope of ['approval:decide', 'account:approve', 'activation:view', 'service-account:manage'])
        await expect(serviceAccount.update({ where: { id }, data: { scopes: [scope] } })).rejects.toThrow(
          'service_account_decides_nothing',
        );
      const account = await serviceAccount.findUniqueOrThrow({ where: { id } });
      await expect(serviceAccount.update({ where: { id }, data: { approvedBy: account.requestedBy } })).rejects.toThrow(
        'service_account_four_eyes',
      );
      const request = await approval.findFirstOrThrow({ where: { kind: ACCOUNT_REQUESTS.name } });
      await expect(
        approval.update({ where: { id: request.id }, data: { decidedBy: request.requestedBy } }),
      ).rejects.toThrow('approval_four_eyes');
      expect((await world.ports.accounts.find(id, 'example.org'))?.scopes).toEqual(['user:find', 'user:view']);
    });

    it('threat: scopes that no machine may have are dropped when they are read', async () => {
      const { id } = made;
      await database.client.serviceAccount.update({
        where: { id },
        data: { scopes: ['user:find', 'audit:export', 'no:such'] },
      });
      const account = await world.ports.accounts.find(id, 'example.org');
      expect(account?.scopes).toEqual(['user:find']);
      if (!account) return;
      const by = { by: administrator, sideEffects: { events: [], messages: [] } };
      valueOf(await world.ports.accounts.save(valueOf(suspend(account, world.clock.now())), null, by));
      expect((await database.client.serviceAccount.findUniqueOrThrow({ where: { id } })).scopes).toEqual(['user:find']);
    });
  });
});
