import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivationState } from '@/lib/activation/activation';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import type { Database } from '@/lib/database/database';
import { databaseStores, fakeActivation, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { lifecycleCommands } from './lifecycle-commands';
import { LEGAL_MOVES, LifecycleWorld } from './lifecycle-world';
import { rounds } from '../../support/rounds';
import { searchEverywhere } from '../../support/search-everywhere';
import { TEST_CHAIN_KEYS } from '../../support/test-chain';

let runs = 0;

/** @returns every state that was come to */
async function explore(fake: FakeActivation, numRuns: number): Promise<Set<ActivationState>> {
  const seen = new Set<ActivationState>();
  const property = fc.asyncProperty(
    fc.commands(lifecycleCommands, { size: '+1', maxCommands: 40 }),
    async (commands) => {
      await fake.reset();
      const world = new LifecycleWorld(fake, (runs += 1));
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      } finally {
        world.close();
        for (const { state } of world.tap.kept) seen.add(state);
      }
    },
  );
  await fc.assert(property, { numRuns, endOnFailure: true });
  expect(await verifyAuditChain(fake.ports.audit, TEST_CHAIN_KEYS)).toMatchObject({ intact: true });
  return seen;
}

describe('whatever people, phones, gateway and crashes do, an activation only moves as it may', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openCopiedDatabase();
  });

  afterAll(() => database.close());

  it('an activation in memory only moves as it may', async () => {
    const fake = fakeActivation();
    expect(await searchEverywhere(Object.keys(LEGAL_MOVES), () => explore(fake, rounds(60, 120)))).toEqual([]);
  });

  it('an activation on PGlite only moves as it may', async () => {
    expect(await explore(fakeActivation(databaseStores(database)), 6)).toContain('issued');
  });
});
