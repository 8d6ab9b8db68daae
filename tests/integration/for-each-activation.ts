import { beforeAll, beforeEach, describe } from 'vitest';
import { forEachDatabase } from '../support/databases';
import { databaseStores, fakeActivation, type FakeActivation } from '../support/fake-activation-ports';

/**
 * Runs one suite on every store there is: in memory and on each database.
 * @param suite is handed what gives the use cases' ports, as new before each test
 */
export function forEachActivation(suite: (fake: () => FakeActivation) => void): void {
  describe('in memory', () => {
    let fake: FakeActivation;

    beforeAll(() => {
      fake = fakeActivation();
    });

    beforeEach(() => fake.reset());

    suite(() => fake);
  });

  forEachDatabase((_name, open) => {
    let fake: FakeActivation;

    beforeAll(async () => {
      fake = fakeActivation(databaseStores(await open()));
    });

    beforeEach(() => fake.reset());

    suite(() => fake);
  });
}
