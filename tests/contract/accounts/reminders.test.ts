import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countReminder, dismissReminder, findReminder } from '@/lib/accounts/reminders/reminders';
import type { ReminderKind } from '@/lib/accounts/reminders/reminder';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { Database } from '@/lib/database/database';
import { PrismaReminders } from '@/lib/database/tables/accounts/prisma-reminders';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { testPersister } from '../../support/test-chain';

const BEGIN = new Date('2026-11-30T09:10:00Z').getTime();

forEachDatabase((_name, open) => {
  let database: Database;
  let user: UserKey;
  let now: number;
  let people = 0;

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(() => {
    user = { userId: `reader ${(people += 1)}`, domain: JANE.domain };
    now = BEGIN;
  });

  const ports = () => ({ reminders: new PrismaReminders(database.sql), clock: { now: () => new Date(now) } });
  const isDue = async (kind: ReminderKind = 'backup') => (await findReminder(ports(), user, [kind])) !== null;
  /** Looks at the page: sees the reminder if it is due, which counts it. */
  async function look(kind: ReminderKind = 'backup'): Promise<boolean> {
    const isShown = await isDue(kind);
    if (isShown) await countReminder(ports(), user, kind);
    return isShown;
  }

  describe('reminders', () => {
    it('a user is reminded of a backup twice, a week apart, and never a third time, without pressing “Not now”', async () => {
      expect(await look()).toBe(true);
      now += 23 * HOUR;
      expect(await look()).toBe(true);
      now += 2 * HOUR;
      expect(await look()).toBe(false);
      now = BEGIN + 7 * DAY;
      expect(await look()).toBe(true);
      now += 25 * HOUR;
      expect(await look()).toBe(false);
      now += 365 * DAY;
      expect(await look()).toBe(false);
    });

    it('“Not now” ends a reminder at once, and the second one comes after a week', async () => {
      await look();
      await dismissReminder(ports(), user, 'backup');
      expect(await isDue()).toBe(false);
      now += 7 * DAY;
      expect(await look()).toBe(true);
      await dismissReminder(ports(), user, 'backup');
      expect(await isDue()).toBe(false);
      now += 7 * DAY;
      expect(await isDue()).toBe(false);
    });

    it('“Not now” that is quicker than the count of its reminder counts it', async () => {
      await dismissReminder(ports(), user, 'backup');
      expect(await isDue()).toBe(false);
      expect(await ports().reminders.find(user)).toMatchObject({ backup: { count: 1, isDismissed: true } });
    });

    it('a passkey is offered once, and not on the day of a reminder of a backup', async () => {
      await look('backup');
      await dismissReminder(ports(), user, 'backup');
      expect(await look('passkey')).toBe(false);
      now += DAY;
      expect(await look('passkey')).toBe(true);
      now += 30 * DAY;
      expect(await look('passkey')).toBe(false);
      expect(await look('backup')).toBe(true);
    });

    it('two pages that show one reminder count it once', async () => {
      const { reminders } = ports();
      const at = new Date(now);
      await Promise.all([0, 1, 2].map(() => reminders.count(user, 'backup', 0, at)));
      expect(await reminders.find(user)).toEqual({ backup: { count: 1, shownAt: at, isDismissed: false } });
    });

    it('the reminders of a user are deleted with the account', async () => {
      const users = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), []);
      await users.add({ ...JANE, ...user });
      await look();
      await database.client.user.deleteMany({ where: user });
      expect(await ports().reminders.find(user)).toEqual({});
    });
  });
});
