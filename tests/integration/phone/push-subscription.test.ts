import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sealPushSubscription } from '@/lib/wire/crypto/messages/push-subscription-message';
import { fault } from '@/lib/kit/faults/fault';
import { callService } from '@/lib/phone/call-service';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import { forUseCases } from '../../support/databases/databases';
import { PushFixture } from '../../support/phones/push-fixture';

type Fact = { type: string; instanceId?: string; cause?: string };

forUseCases((_name, open) => {
  let site: PushFixture;
  let phone: LoginDevice;
  beforeAll(async () => {
    site = await PushFixture.open(await open(), ['fcm.googleapis.com', '*.push.apple.com']);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.clear();
    await site.addPerson();
    phone = await site.phone();
  });

  async function keysAt(endpoint: string) {
    const { keys } = await site.service.subscribe(site.pushKey);
    return { endpoint, ...keys };
  }

  async function sealed(by: LoginDevice, at: number, endpoint: string, instanceId = by.instanceId): Promise<object> {
    const change = { at, subscription: await keysAt(endpoint), applicationServerKey: site.pushKey };
    const message = await sealPushSubscription(by.instanceKey, instanceId, change, systemRandom.bytes(12));
    return { digipassInstanceID: instanceId, message: hexFromBytes(message) };
  }

  const send = (fields: object) => callService(site.address, 'tessera/subscribeToPush', fields as never);
  const now = () => Math.floor(site.clock.now().getTime() / SECOND);

  it('a phone is reached from when it subscribes until it ends that', async () => {
    expect(await site.isReached(phone)).toBe(false);
    await site.subscribe(phone);
    expect(await site.isReached(phone)).toBe(true);
    expect(await site.tell(phone, null)).toEqual({ ok: true, value: null });
    expect(await site.isReached(phone)).toBe(false);
  });

  it('a later subscription takes the place of the one before', async () => {
    const [before, later] = [await site.subscribe(phone), await site.subscribe(phone)];
    await site.ask();
    await site.send();
    expect([before.received.length, later.received.length]).toEqual([0, 1]);
  });

  /** What is recorded of Jane’s notifications, the oldest first: what happened, by whom, and why. */
  async function recorded(): Promise<string[]> {
    const records = await site.database.client.auditRecord.findMany({ orderBy: { sequenceNumber: 'asc' } });
    return records.flatMap(({ fact, actor }) => {
      const { type, instanceId, cause } = fact as Fact;
      const isOurs = type.startsWith('notifications-') && instanceId === phone.instanceId;
      return isOurs ? [[type, (actor as { kind: string }).kind, cause].filter(Boolean).join(' ')] : [];
    });
  }

  it('a record says that notifications reach a phone, and another that they were turned off, each once', async () => {
    const { endpoint, keys } = await site.subscribe(phone);
    await site.tell(phone, { endpoint, ...keys });
    expect(await recorded()).toEqual(['notifications-turned-on phone']);
    await site.tell(phone, null);
    await site.tell(phone, null);
    expect(await recorded()).toEqual(['notifications-turned-on phone', 'notifications-turned-off phone phone']);
  });

  it('threat: who holds a phone’s key and moves its notifications elsewhere leaves a record of it', async () => {
    await site.subscribe(phone);
    await site.tell(phone, await keysAt('https://fcm.googleapis.com/elsewhere'));
    expect(await recorded()).toEqual(['notifications-turned-on phone', 'notifications-turned-on phone']);
  });

  it('a push service that has ended a subscription leaves a record for each phone of the browser', async () => {
    const other = await site.phone();
    const { endpoint, keys } = await site.subscribe(phone);
    await site.tell(other, { endpoint, ...keys });
    site.service.faults.once('push', fault.status(410));
    await site.ask();
    await site.send();
    expect(await recorded()).toEqual(['notifications-turned-on phone', 'notifications-turned-off system push-service']);
    expect([await site.isReached(phone), await site.isReached(other)]).toEqual([false, false]);
  });

  it('threat: the log cannot be filled by one phone: it moves twenty times a day, and ends it at any time', async () => {
    const move = async (count: number) => site.tell(phone, await keysAt(`https://fcm.googleapis.com/${count}`));
    for (let count = 0; count < 20; count++) expect((await move(count)).ok).toBe(true);
    expect(await move(20)).toEqual({ ok: false, refusal: 'paused' });
    expect(await move(19)).toMatchObject({ ok: true });
    expect(await site.tell(phone, null)).toMatchObject({ ok: true });
    expect(await site.isReached(phone)).toBe(false);
  });

  it('threat: a subscription is stored encrypted, and its endpoint stands nowhere in the clear', async () => {
    const { endpoint, keys } = await site.subscribe(phone);
    const stored = JSON.stringify(await site.database.client.pushSubscription.findMany());
    for (const secret of [endpoint, endpoint.slice(-32), keys.auth, keys.p256dh]) expect(stored).not.toContain(secret);
  });

  it.each([
    ['of a push service', 'https://fcm.googleapis.com/fcm/send/abc', true],
    ['of a host below a wildcard', 'https://web.push.apple.com/abc', true],
    ['of a host that only begins like one', 'https://fcm.googleapis.com.evil.example/abc', false],
    ['of a host that only ends like one', 'https://evilfcm.googleapis.com/abc', false],
    ['of a wildcard itself', 'https://push.apple.com/abc', false],
    ['with a lookalike of a wildcard', 'https://web.push.apple.com.evil.example/abc', false],
    ['without encryption', 'http://fcm.googleapis.com/abc', false],
    ['with another port', 'https://fcm.googleapis.com:8443/abc', false],
    ['with a user', 'https://fcm.googleapis.com@evil.example/abc', false],
    ['with a password', 'https://user:secret@fcm.googleapis.com/abc', false],
    ['that is an address', 'https://169.254.169.254/latest/meta-data', false],
    ['that is an address in IPv6', 'https://[::1]/abc', false],
    ['that is this machine, at another port than the settings name', 'http://127.0.0.1:9/abc', false],
    ['that is a file', 'file:///etc/passwd', false],
    ['that is no address at all', 'fcm.googleapis.com', false],
  ])('threat: an endpoint %s is judged by the settings', async (_which, endpoint, isTaken) => {
    const told = await site.tell(phone, await keysAt(endpoint));
    expect(told.ok).toBe(isTaken);
    expect(await site.isReached(phone)).toBe(isTaken);
  });

  it('an endpoint that is longer than any push service’s is refused', async () => {
    const told = await site.tell(phone, await keysAt(`https://fcm.googleapis.com/${'a'.repeat(1_024)}`));
    expect(told.ok).toBe(false);
  });

  it('keys that are no point of the curve are refused', async () => {
    const told = await site.tell(phone, { ...(await keysAt('https://fcm.googleapis.com/a')), p256dh: 'A'.repeat(87) });
    expect(told).toEqual({ ok: false, refusal: 'refused' });
  });

  it('a subscription that was made for another server’s key is refused, so that the phone subscribes again', async () => {
    const change = {
      at: now(),
      subscription: await keysAt('https://fcm.googleapis.com/a'),
      applicationServerKey: `B${'A'.repeat(86)}`,
    };
    const { instanceId, instanceKey } = phone;
    const message = await sealPushSubscription(instanceKey, instanceId, change, systemRandom.bytes(12));
    const told = await send({ digipassInstanceID: instanceId, message: hexFromBytes(message) });
    expect(told.ok).toBe(false);
  });

  it('threat: another device can neither say where this one is reached, nor end it', async () => {
    const other = await site.phone();
    await site.subscribe(phone);
    const forged = await sealed(other, now(), 'https://fcm.googleapis.com/forged', phone.instanceId);
    expect((await send(forged)).ok).toBe(false);
    const forgedEnd = await site.tell({ ...phone, instanceKey: other.instanceKey }, null);
    expect(forgedEnd).toEqual({ ok: false, refusal: 'registration-not-found' });
    expect(await site.isReached(phone)).toBe(true);
  });

  it('threat: a message kept back for more than two minutes subscribes no phone again', async () => {
    const kept = await sealed(phone, now(), 'https://fcm.googleapis.com/kept');
    site.clock.pass(2 * MINUTE + SECOND);
    expect((await send(kept)).ok).toBe(false);
    expect((await send(await sealed(phone, now() + 60, 'https://fcm.googleapis.com/ahead'))).ok).toBe(false);
    expect(await site.isReached(phone)).toBe(false);
  });

  it('a locked device is refused, as an unknown one is', async () => {
    await site.gateway.lock(phone.instanceId);
    expect(await site.tell(phone, null)).toEqual({ ok: false, refusal: 'registration-not-found' });
    const unknown = await site.tell({ ...phone, instanceId: 'VDS9999999-1' }, null);
    expect(unknown).toEqual({ ok: false, refusal: 'registration-not-found' });
  });

  it('replicas that make the installation’s key at once agree on one', async () => {
    await site.database.client.pushKey.deleteMany();
    const opened = await Promise.all([1, 2, 3].map(() => PushFixture.open(site.database)));
    expect(new Set(opened.map(({ pushKey }) => pushKey)).size).toBe(1);
    expect(await site.database.client.pushKey.count()).toBe(1);
    await Promise.all(opened.map((one) => one.close()));
  });
});
