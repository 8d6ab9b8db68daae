import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaPhoneCheckStore } from '@/lib/database/tables/helpdesk/prisma-phone-check-store';
import { keepPhoneCheck } from '@/lib/helpdesk/desk/checks/keep-phone-check';
import type { PhoneCheckPorts } from '@/lib/helpdesk/desk/checks/phone-check-ports';
import { readPhoneCheck } from '@/lib/helpdesk/desk/checks/read-phone-check';
import { formatPhoneCheckCode, generatePhoneCheckCode } from '@/lib/shared/phone-check';
import { systemRandom } from '@/lib/shared/random';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { signedInAs } from '../../../support/doubles/principal';
import { MemoryAuditLog } from '../../../support/doubles/stores/memory-audit-log';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';
import { IPHONE } from '../../../support/phones/phone-report';

const AGENT = signedInAs({ userId: 'helpdesk', domain: 'example.org' });

const wrong = () => formatPhoneCheckCode(generatePhoneCheckCode(systemRandom));

forUseCases((_name, open) => {
  let database: Database;
  let clock: FakeClock;
  let audit: MemoryAuditLog;
  let ports: PhoneCheckPorts;

  beforeEach(async () => {
    database ??= await open();
    clock = new FakeClock();
    audit = new MemoryAuditLog(clock);
    const checks = new PrismaPhoneCheckStore(database);
    ports = { checks, rateLimiter: new MemoryRateLimiter(clock), audit, clock, random: systemRandom };
  });

  const keep = (address = '192.0.2.1') => keepPhoneCheck(ports, IPHONE, { ...ORIGIN, address });
  const read = (input: string) => readPhoneCheck(ports, AGENT, input, ORIGIN);

  async function keptCode(): Promise<string> {
    const kept = await keep();
    if (!kept.ok) throw new Error(kept.refusal);
    return formatPhoneCheckCode(kept.value.code);
  }

  describe('a check of a phone', () => {
    it('an agent reads a report by its code, however it is written, and the reading is recorded without the code', async () => {
      const told = await keptCode();
      expect(told).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(await read(` ${told.toLowerCase().replace('-', ' ')}`)).toEqual({ ok: true, value: IPHONE });
      const records = await audit.read(0, 10);
      expect(records).toHaveLength(1);
      expect(records[0]?.event).toMatchObject({ type: 'phone-check-read', subject: null });
      expect(JSON.stringify(records)).not.toContain(told.replace('-', ''));
    });

    it('a code that is mistyped, unknown or an hour old shows nothing', async () => {
      const told = await keptCode();
      const last = told.at(-1) === '0' ? '1' : '0';
      expect(await read(told.slice(0, -1) + last)).toEqual({ ok: false, refusal: 'phone-code-mistyped' });
      expect(await read(wrong())).toEqual({ ok: false, refusal: 'phone-code-unknown' });
      clock.pass(HOUR);
      expect(await read(told)).toEqual({ ok: false, refusal: 'phone-code-unknown' });
      expect(await audit.read(0, 10)).toEqual([]);
    });

    it('threat: an agent who tries codes — is stopped after twenty, and right ones are not counted', async () => {
      const told = await keptCode();
      for (let count = 0; count < 30; count++) expect((await read(told)).ok).toBe(true);
      for (let count = 0; count < 20; count++) await read(wrong());
      expect(await read(told)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      clock.pass(15 * MINUTE);
      expect((await read(told)).ok).toBe(true);
    });

    it('threat: a flood of reports — ends at twenty from one network, and at a thousand from all', async () => {
      for (let count = 0; count < 20; count++) expect((await keep()).ok).toBe(true);
      expect(await keep()).toEqual({ ok: false, refusal: 'too-many-attempts' });
      let kept = 20;
      for (let count = 0; count < 1_100; count++) if ((await keep(`10.0.${count >> 8}.${count % 256}`)).ok) kept++;
      expect(kept).toBe(1_000);
    });

    it('a code that is in use is not given a second time', async () => {
      const drawn = [...Array.from({ length: 14 }, () => 0), ...Array.from({ length: 7 }, () => 1)];
      ports = { ...ports, random: { bytes: (length) => Uint8Array.from({ length }, () => drawn.shift() ?? 2) } };
      const [one, two] = [await keep(), await keep()];
      expect(one.ok && two.ok && one.value.code !== two.value.code).toBe(true);
    });
  });
});
