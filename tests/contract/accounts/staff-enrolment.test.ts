import { beforeAll, beforeEach, expect, it } from 'vitest';
import { generatePasskeyId } from '@/lib/accounts/passkeys/passkey';
import type { Role } from '@/lib/accounts/users/role';
import type { Database } from '@/lib/database/database';
import { PrismaStaffEnrolment } from '@/lib/database/tables/accounts/prisma-staff-enrolment';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { systemRandom } from '@/lib/shared/random';
import { forEachDatabase } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { testPersister } from '../../support/test-chain';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

forEachDatabase((_name, open) => {
  let database: Database;
  let user: { userId: string; domain: string };
  let people = 0;

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    user = { userId: `agent ${(people += 1)}`, domain: JANE.domain };
    const users = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP);
    await users.add({ ...JANE, ...user, roles: ['helpdesk-agent'] });
  });

  const isOpen = () => new PrismaStaffEnrolment(database.sql).isOpen(user);
  const pass = (time: string) =>
    database.client.$executeRaw`UPDATE staff_enrolment SET opened_at = opened_at - ${time}::interval`;
  const setRoles = (roles: Role[]) => database.client.user.updateMany({ where: user, data: { roles } });

  async function addPasskey() {
    const id = generatePasskeyId(systemRandom);
    const about = { publicKey: 'key', userHandle: 'handle', aaguid: '', name: 'Laptop', transports: [] };
    const counts = { number: 1, counter: 0n, isBackupEligible: false, isBackedUp: false };
    const data = { ...user, ...about, ...counts, id, credentialId: id, createdAt: new Date() };
    await database.client.passkey.create({ data });
  }

  it('the enrolment is open for 7 days by the database’s clock after the account was created', async () => {
    expect(await isOpen()).toBe(true);
    await pass('6 days 23 hours');
    expect(await isOpen()).toBe(true);
    await pass('1 hour');
    expect(await isOpen()).toBe(false);
  });

  it('threat: a factor that was removed is not replaced with a password alone: it is open once', async () => {
    await addPasskey();
    expect(await isOpen()).toBe(false);
    await database.client.passkey.deleteMany({ where: user });
    expect(await isOpen()).toBe(false);
  });

  it('the enrolment starts when a user becomes staff, and again after they had no role', async () => {
    await pass('8 days');
    await setRoles(['helpdesk-agent', 'auditor']);
    expect(await isOpen()).toBe(false);
    await setRoles(['user']);
    expect(await isOpen()).toBe(false);
    await setRoles(['user', 'auditor']);
    expect(await isOpen()).toBe(true);
  });

  it('the enrolment of a gateway’s account starts when it is first looked up', async () => {
    user = { userId: `of a gateway ${people}`, domain: JANE.domain };
    expect(await isOpen()).toBe(true);
    await pass('8 days');
    expect(await isOpen()).toBe(false);
  });
});
