import { expect, fault, test } from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

const MINUTE = 60_000;

test.use({ gatewayProfile: 'onespan-cloud' });

test('a site’s user activates a phone at the cloud', { tag: '@all' }, async ({ page, people, phone, gateway }) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  expect(gateway.wire.calls.count('users/register')).toBe(1);
});

test('a status that comes too late is asked for again', { tag: '@all' }, async ({ page, people, phone, gateway }) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  gateway.wire.once('registrations/check-status', fault.timeout());
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  expect(gateway.wire.calls.list().map((call) => call.fault)).toContain('timeout');
});

test(
  'the cloud ends a registration by the time that the test has moved',
  { tag: '@all' },
  async ({ page, people, clock }) => {
    await people.signIn(page, await people.make());
    await showImage(page);
    await clock.advance(11 * MINUTE);
    await expect(page).toShowActivation('expired');
  },
);
