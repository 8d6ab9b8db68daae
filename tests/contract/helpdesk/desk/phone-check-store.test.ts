import { beforeAll, describe, expect, it } from 'vitest';
import { PrismaPhoneCheckStore } from '@/lib/database/tables/helpdesk/prisma-phone-check-store';
import type { PhoneCheckStore } from '@/lib/helpdesk/desk/checks/phone-check-ports';
import { generatePhoneCheckCode } from '@/lib/shared/phone-check';
import { systemRandom } from '@/lib/shared/random';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { IPHONE } from '../../../support/phones/phone-report';

const newCode = () => generatePhoneCheckCode(systemRandom);

forEachPairOfReplicas((_kind, openReplicas) => {
  const clock = new FakeClock();
  let here: PhoneCheckStore;
  let there: PhoneCheckStore;

  beforeAll(async () => {
    const [first, second] = await openReplicas();
    here = new PrismaPhoneCheckStore(first);
    there = new PrismaPhoneCheckStore(second);
  });

  describe('a store of checks of phones', () => {
    it('a report is read back as it was kept, by its code alone', async () => {
      const code = newCode();
      expect(await here.keep(code, IPHONE, clock.in(HOUR))).toBe(true);
      expect(await there.find(code, clock.now())).toEqual(IPHONE);
      expect(await there.find(newCode(), clock.now())).toBeNull();
    });

    it('of two reports with one code the first stays', async () => {
      const code = newCode();
      const other = { ...IPHONE, camera: 'missing' } as const;
      const kept = await Promise.all([
        here.keep(code, IPHONE, clock.in(HOUR)),
        there.keep(code, other, clock.in(HOUR)),
      ]);
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await here.find(code, clock.now())).toEqual(kept[0] ? IPHONE : other);
    });

    it('a report whose time is over is not found, and forgotten by a purge; others stay', async () => {
      const [old, young] = [newCode(), newCode()];
      await here.keep(old, IPHONE, clock.in(MINUTE));
      await here.keep(young, IPHONE, clock.in(HOUR));
      const later = clock.in(MINUTE);
      expect(await here.find(old, later)).toBeNull();
      await here.purge(later);
      expect(await here.find(old, clock.now())).toBeNull();
      expect(await here.find(young, later)).toEqual(IPHONE);
    });
  });
});
