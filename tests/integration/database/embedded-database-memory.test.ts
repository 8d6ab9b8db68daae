import { expect, test } from 'vitest';
import { collectGarbage } from '../../support/collect-garbage';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';

const ANSWERS = 400;
const ANSWER_BYTES = 100_000;

test('threat: memory used up by use: the embedded database keeps nothing of what it has answered', async () => {
  const database = await openCopiedDatabase();
  const ask = async (count: number) => {
    for (let asked = 0; asked < count; asked++)
      await database.client.$queryRaw`SELECT repeat('a', ${ANSWER_BYTES}::int)`;
    return heapAfterCollection();
  };
  const before = await ask(20);
  const after = await ask(ANSWERS);
  await database.close();
  expect(after - before).toBeLessThan((ANSWERS * ANSWER_BYTES) / 4);
});

function heapAfterCollection(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
