import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaDeviceMarks } from '@/lib/database/tables/devices/prisma-device-marks';
import { MOST_MARKS } from '@/lib/devices/marks/device-marks';
import { forEachDatabase } from '../../support/databases/databases';

const EVER = new Date(0);
const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute));

forEachDatabase((_name, open) => {
  let database: Database;
  let marks: PrismaDeviceMarks;
  let browser: string;
  let browsers = 0;

  beforeAll(async () => {
    database = await open();
    marks = new PrismaDeviceMarks(database.client);
  });

  beforeEach(() => {
    browser = `browser ${(browsers += 1)}`;
  });

  describe('the marks of devices', () => {
    it('a browser’s devices are listed by their newest mark, and no other browser’s', async () => {
      await marks.add(browser, 'VDS1000042-1', at(1));
      await marks.add(browser, 'VDS1000042-2', at(2));
      await marks.add(`${browser} of another`, 'VDS1000042-3', at(3));
      expect(await marks.list(browser, EVER)).toEqual(['VDS1000042-2', 'VDS1000042-1']);
      await marks.add(browser, 'VDS1000042-1', at(4));
      expect(await marks.list(browser, EVER)).toEqual(['VDS1000042-1', 'VDS1000042-2']);
      expect(await marks.list(browser, at(3))).toEqual(['VDS1000042-1']);
    });

    it('a removed mark is gone from its browser alone, and may be removed again', async () => {
      await marks.add(browser, 'VDS1000042-1', at(1));
      await marks.add(`${browser} of another`, 'VDS1000042-1', at(1));
      await marks.remove(browser, ['VDS1000042-1', 'VDS1000042-9']);
      await marks.remove(browser, ['VDS1000042-1']);
      expect(await marks.list(browser, EVER)).toEqual([]);
      expect(await marks.list(`${browser} of another`, EVER)).toEqual(['VDS1000042-1']);
    });

    it('the oldest marks of a browser go when it has too many', async () => {
      for (let device = 1; device <= MOST_MARKS + 2; device++)
        await marks.add(browser, `VDS1000042-${device}`, at(device));
      const kept = await marks.list(browser, EVER);
      expect(kept).toHaveLength(MOST_MARKS);
      expect(kept.at(-1)).toBe('VDS1000042-3');
      expect(await database.client.deviceMark.count({ where: { browserHash: browser } })).toBe(MOST_MARKS);
    });

    it('purging deletes what is older, and nothing else', async () => {
      await marks.add(browser, 'VDS1000042-1', at(1));
      await marks.add(browser, 'VDS1000042-2', at(3));
      await marks.purge(at(2));
      expect(await marks.list(browser, EVER)).toEqual(['VDS1000042-2']);
    });
  });
});
