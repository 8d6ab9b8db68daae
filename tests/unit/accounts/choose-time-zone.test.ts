import { expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { chooseTimeZone } from '@/lib/accounts/users/choose-time-zone';
import { isTimeZone, timeZones } from '@/lib/shared/time/time-zone';
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
