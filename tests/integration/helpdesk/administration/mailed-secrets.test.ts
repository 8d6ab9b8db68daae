import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseMailAddresses } from '@/lib/helpdesk/administration/change-details';
import type { Database } from '@/lib/database/database';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { firstPasswordSuite } from './first-password.suite';
import { forgottenPasswordSuite } from './forgotten-password.suite';
import { lostPhoneCodeSuite } from './lost-phone-code.suite';
import { mailedCodeSuite } from './mailed-code.suite';
import { usedUpLimitsSuite } from './used-up-limits.suite';
import { openMailedSecretsWorld, type MailedSecretsWorld } from './mailed-secrets-world';

const SUITES = [
  ['a forgotten password', forgottenPasswordSuite],
  ['a code for a lost phone', lostPhoneCodeSuite],
  ['limits that strangers have used up', usedUpLimitsSuite],
  ['a first password', firstPasswordSuite],
  ['a code by mail as a proof, at the level strong', mailedCodeSuite],
] as const;

forEachPairOfReplicas((_kind, open) => {
  const clock = new FakeClock();
  let databases: [Database, Database];
  let world: MailedSecretsWorld;

  beforeAll(async () => {
    databases = await open();
  });

  beforeEach(async () => {
    world = await openMailedSecretsWorld(databases, clock);
  });

  describe.each(SUITES)('%s', (_name, suite) => {
    suite(() => world);
  });

  it('one to five addresses are accepted', () => {
    expect(parseMailAddresses('a@example.org, b@example.org;a@example.org')).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
    expect(parseMailAddresses('not an address')).toBeNull();
    expect(parseMailAddresses(Array.from({ length: 6 }, (_, index) => `a${index}@example.org`).join('\n'))).toBeNull();
  });
});
