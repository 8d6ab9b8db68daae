import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sendTestNotification } from '@/lib/devices/test-notification';
import { fault } from '@/lib/kit/faults/fault';
import { askForPushTest } from '@/lib/phone/push-subscription';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE } from '@/lib/shared/time/duration';
import { forUseCases } from '../../support/databases/databases';
import { PushFixture, readPushed } from '../../support/phones/push-fixture';

forUseCases((_name, open) => {
  let site: PushFixture;
  let phone: LoginDevice;
  beforeAll(async () => {
    site = await PushFixture.open(await open());
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    site.clock.pass(15 * MINUTE);
    await site.clear();
    await site.addPerson();
    phone = await site.phone();
  });

  const byPhone = (device = phone) => askForPushTest(site.address, device, systemRandom);
  const bySite = (owner: { userId: string; domain: string } = phone) =>
    sendTestNotification({ ...site.services.devices, trial: site.services.notificationTrial }, owner, phone.instanceId);

  it('a test arrives at once, asked for on the website or on the phone, in the language of the account', async () => {
    const { received } = await site.subscribe(phone);
    expect(await bySite()).toEqual({ ok: true, value: 'delivered' });
    expect(await byPhone()).toEqual({ ok: true, value: 'delivered' });
    expect(received.map((one) => readPushed(one).notification.title)).toEqual([
      'Benachrichtigungen funktionieren',
      'Benachrichtigungen funktionieren',
    ]);
    expect(received.map(({ ttl, urgency }) => [ttl, urgency])).toEqual([
      [300, 'high'],
      [300, 'high'],
    ]);
  });

  it('a test says that the phone is not reached, has just been given up, or that the service failed', async () => {
    expect(await bySite()).toEqual({ ok: true, value: 'not-reached' });
    await site.subscribe(phone);
    site.service.faults.once('push', fault.status(503));
    expect(await byPhone()).toEqual({ ok: true, value: 'failed' });
    site.service.faults.once('push', fault.status(410));
    expect(await bySite()).toEqual({ ok: true, value: 'gone' });
    expect(await site.isReached(phone)).toBe(false);
  });

  it('threat: a flood of tests is refused after five in a quarter of an hour, website and phone together', async () => {
    const { received } = await site.subscribe(phone);
    for (const send of [bySite, byPhone, bySite, byPhone, bySite]) expect((await send()).ok).toBe(true);
    expect(await bySite()).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(await byPhone()).toEqual({ ok: false, refusal: 'paused' });
    expect(received).toHaveLength(5);
  });

  it('threat: another user, and another device, send no test', async () => {
    const { received } = await site.subscribe(phone);
    const other = { userId: 'john.roe', domain: 'example.org' };
    expect(await bySite(other)).toEqual({ ok: false, refusal: 'not-found' });
    const second = await site.phone();
    const forged = await byPhone({ ...phone, instanceKey: second.instanceKey });
    expect(forged).toEqual({ ok: false, refusal: 'registration-not-found' });
    expect(received).toEqual([]);
  });

  it('a locked device gets no test', async () => {
    await site.subscribe(phone);
    await site.gateway.lock(phone.instanceId);
    expect((await bySite()).ok).toBe(false);
    expect((await byPhone()).ok).toBe(false);
  });

  it('the directory says of each device whether it is reached', async () => {
    await site.phone();
    await site.subscribe(phone);
    const devices = await site.services.devices.directory.list(phone);
    expect(new Set(devices.map(({ isReached }) => isReached))).toEqual(new Set([false, true]));
  });
});
