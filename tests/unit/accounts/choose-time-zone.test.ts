import { expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { adoptTimeZone, chooseTimeZone } from '@/lib/accounts/users/choose-time-zone';
import { cityOf, findTimeZone, isTimeZone, timeZones } from '@/lib/shared/time/time-zone';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };

it('a user chooses the zone of the times in their mails, and it is recorded', async () => {
  const ports = await fakeAccess();
  const signedIn = { user: { ...JANE, timeZone: null, group: null, bar: null } } satisfies Pick<SignedIn, 'user'>;
  expect(await chooseTimeZone(ports, signedIn, 'Europe/Brussels', ORIGIN)).toEqual({ ok: true, value: null });
  expect((await ports.users.find(JANE.userId, JANE.domain))?.timeZone).toBe('Europe/Brussels');
  expect(await ports.audit.read(0, 10)).toMatchObject([
    { event: { type: 'time-zone-changed', timeZone: 'Europe/Brussels', subject: { userId: JANE.userId } } },
  ]);
  await expect(chooseTimeZone(ports, signedIn, 'Europe/Atlantis', ORIGIN)).rejects.toThrow(RangeError);
  ports.users.keepsTimeZones = null;
  expect(await chooseTimeZone(ports, signedIn, null, ORIGIN)).toEqual({ ok: false, refusal: 'time-zone-not-kept' });
});

it.each(['', 'Europe/Atlantis', '+01:00', 'Etc', 'Europe/Berlin\u0000', `${'A/'.repeat(40)}A`, '<script>'])(
  '%j is no time zone',
  (text) => {
    expect(isTimeZone(text)).toBe(false);
  },
);

it('every zone that is offered is one', () => {
  expect(timeZones()).toEqual(expect.arrayContaining(['UTC', 'Europe/Brussels', 'Asia/Tokyo']));
  expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([]);
});

it.each(['Asia/Calcutta', 'Asia/Saigon', 'Europe/Kiev', 'America/Godthab'])(
  '%s is not offered by its old name',
  (old) => {
    expect(timeZones()).not.toContain(old);
    expect(timeZones()).toContain(findTimeZone(old));
  },
);

it('a zone is found by its city, or by a name, and no city is that of two zones', () => {
  expect(['brussels', 'Ho Chi Minh', 'Europe/Kiev', 'asia/kolkata', 'UTC'].map(findTimeZone)).toEqual([
    'Europe/Brussels',
    'Asia/Ho_Chi_Minh',
    'Europe/Kyiv',
    'Asia/Kolkata',
    'UTC',
  ]);
  expect(['', 'Atlantis', '+01:00', 'Europe'].map(findTimeZone)).toEqual([null, null, null, null]);
  const cities = timeZones().map(cityOf);
  expect(new Set(cities).size).toBe(cities.length);
});

it('a user without a zone has that of their first browser, and a user’s choice stays', async () => {
  const ports = await fakeAccess();
  const user = { ...JANE, timeZone: null, group: null, bar: null };
  const zone = async () => (await ports.users.find(JANE.userId, JANE.domain))?.timeZone;
  await adoptTimeZone(ports, { user: { ...user, timeZone: 'Asia/Tokyo' } }, 'Europe/Brussels', ORIGIN);
  expect(await zone()).toBeNull();
  await adoptTimeZone(ports, { user }, 'Europe/Brussels', ORIGIN);
  expect(await zone()).toBe('Europe/Brussels');
});
