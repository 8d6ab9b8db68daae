import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encryptPush, PUSH_CONTENT_LIMIT, type PushKeys } from '@/lib/wire/crypto/web-push/push-content';
import { generateVapidKey, vapidAuthorization, type VapidKey } from '@/lib/wire/crypto/web-push/vapid';
import { fault } from '@/lib/kit/faults/fault';
import { PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { base64UrlFromBytes, utf8 } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { HOUR, SECOND } from '@/lib/shared/time/duration';

describe('push service of the kit', () => {
  let service: PushService;
  let key: VapidKey;
  let subscription: PushSubscription;

  beforeAll(async () => {
    service = await PushService.open();
    key = await generateVapidKey();
  });
  afterAll(() => service.close());

  beforeEach(async () => {
    service.now = () => new Date();
    await service.faults.clear();
    subscription = await service.subscribe(base64UrlFromBytes(key.publicKey));
  });

  type Sending = { headers?: Record<string, string>; sender?: VapidKey; keys?: PushKeys; body?: Uint8Array };

  async function post(content: string, { headers = {}, sender = key, keys, body }: Sending = {}): Promise<Response> {
    const endpoint = new URL(subscription.endpoint);
    const vapid = { key: sender, subject: 'https://id.example.org' };
    return fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization: await vapidAuthorization(endpoint, vapid, new Date(Date.now() + HOUR)),
        'content-encoding': 'aes128gcm',
        ttl: '60',
        ...headers,
      },
      body: new Uint8Array(body ?? (await encryptPush(keys ?? subscription.keys, utf8(content), systemRandom))),
    });
  }

  it('the push service hands a message to the browser, decrypted, with what was asked of the service (RFC 8030 §5)', async () => {
    const answer = await post('hello', { headers: { urgency: 'high', topic: 'a-request' } });
    expect([answer.status, answer.headers.get('ttl')]).toEqual([201, '60']);
    expect(answer.headers.get('location')).toContain(`${service.url}/message/`);
    const message = await subscription.next();
    expect(message).toMatchObject({ content: 'hello', ttl: 60, urgency: 'high', topic: 'a-request' });
  });

  it('the push service takes messages only from the server that the browser has subscribed to (RFC 8292 §4)', async () => {
    expect((await post('forged', { sender: await generateVapidKey() })).status).toBe(403);
    expect((await post('expired', { headers: { authorization: await anHourAgo() } })).status).toBe(403);
    expect((await fetch(subscription.endpoint, { method: 'POST', headers: { ttl: '60' } })).status).toBe(401);
    expect(subscription.received).toEqual([]);
  });

  async function anHourAgo(): Promise<string> {
    const sender = { key, subject: 'https://id.example.org' };
    return vapidAuthorization(new URL(subscription.endpoint), sender, new Date(Date.now() - HOUR));
  }

  it.each([
    ['no TTL', { ttl: '' }],
    ['a TTL that is no number', { ttl: 'long' }],
    ['an unknown urgency', { urgency: 'urgent' }],
    ['a topic of 33 characters', { topic: 'a'.repeat(33) }],
    ['a topic outside base64url', { topic: 'a request' }],
    ['another coding', { 'content-encoding': 'aesgcm' }],
  ])('the push service refuses a message with %s', async (_what, headers) => {
    expect((await post('wrong', { headers })).status).toBe(400);
    expect(subscription.received).toEqual([]);
  });

  it('the push service refuses more than 4,096 bytes, which is what the longest content needs', async () => {
    expect((await post('x'.repeat(PUSH_CONTENT_LIMIT))).status).toBe(201);
    expect((await post('', { body: new Uint8Array(4_097) })).status).toBe(413);
  });

  it('the push service knows nothing of other endpoints, and answers 410 once the browser has given one up', async () => {
    expect((await fetch(`${service.url}/push/1`, { method: 'POST' })).status).toBe(404);
    subscription.unsubscribe();
    expect((await post('too late')).status).toBe(410);
  });

  it('the push service keeps the last message of each topic for a browser without a network, as long as it lives', async () => {
    subscription.goOffline();
    await post('first', { headers: { topic: 'one' } });
    await post('without a topic');
    await post('second', { headers: { topic: 'one' } });
    await post('short-lived', { headers: { ttl: '5' } });
    expect(subscription.received).toEqual([]);
    await subscription.goOnline(new Date(Date.now() + 30 * SECOND));
    expect(subscription.received.map(({ content }) => content)).toEqual(['without a topic', 'second']);
  });

  it('the push service carries what the browser cannot decrypt, which then reads nothing', async () => {
    const other = await service.subscribe(base64UrlFromBytes(key.publicKey));
    expect((await post('for another', { keys: other.keys })).status).toBe(201);
    expect(await subscription.next()).toMatchObject({ content: null });
  });

  it('the push service fails on demand: by a status with its headers, by silence, and by refusing connections', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7' }, body: '' };
    service.faults.once('push', fault.reply(busy));
    const answer = await post('later');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    service.faults.once('push', fault.lostAnswer());
    await expect(post('arrives')).rejects.toThrow('fetch failed');
    expect(await subscription.next()).toMatchObject({ content: 'arrives' });
    await service.faults.begin(fault.refused() as { kind: 'refused' });
    await expect(post('nobody listens')).rejects.toThrow('fetch failed');
    await service.faults.clear();
    expect((await post('again')).status).toBe(201);
  });
});
