import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateVapidKey, type VapidKey } from '@/lib/wire/crypto/web-push/vapid';
import { PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { PushCarrier } from '@/lib/messaging/push/push-carrier';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import { parsePushHost, type PushHost } from '@/lib/shared/push-hosts';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';

describe('where a push message goes', () => {
  let service: PushService;
  let key: VapidKey;
  let subscription: PushSubscription;
  beforeAll(async () => {
    service = await PushService.open();
    key = await generateVapidKey();
    subscription = await service.subscribe(base64UrlFromBytes(key.publicKey));
  });
  afterAll(() => service.close());

  /** @param addresses that every name has */
  function send(endpoint: string, hosts: string[], addresses: string[]) {
    const lookUp = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const carrier = new PushCarrier(
      {
        subscriptions: { find: async () => ({ endpoint, ...subscription.keys }), end: async () => {} },
        key: { open: async () => key },
        isWaiting: async () => true,
        clock: systemClock,
        random: systemRandom,
      },
      {
        hosts: hosts.map((host) => parsePushHost(host) as PushHost),
        subject: 'mailto:security@example.org',
        publicUrl: 'https://id.example.org',
        guard: { lookUp },
      },
    );
    const { signal } = new AbortController();
    const until = new Date(Date.now() + MINUTE);
    return carrier.send('VDS1000042-1', { kind: 'push-test', id: 'test' }, 'en', until, signal);
  }

  it.each([['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254'], ['::1'], ['fd00::1'], ['::ffff:127.0.0.1']])(
    'threat: a push service whose name leads to %s, inside, is not called',
    async (address) => {
      const sent = send('https://fcm.googleapis.com/abc', ['fcm.googleapis.com'], ['8.8.8.8', address]);
      await expect(sent).rejects.toMatchObject({ code: 'refused' });
    },
  );

  it('a service of this machine is called there, whatever its name leads to, and only with the port of the settings', async () => {
    const { host } = new URL(service.url);
    expect(await send(subscription.endpoint, [host], ['8.8.8.8'])).toBe('delivered');
    const sent = send(subscription.endpoint.replace(host, '127.0.0.1:9'), [host], ['8.8.8.8']);
    await expect(sent).rejects.toMatchObject({ code: 'no-destination' });
  });

  it('a service that the settings name no more is not called', async () => {
    const sent = send(subscription.endpoint, ['fcm.googleapis.com'], ['8.8.8.8']);
    await expect(sent).rejects.toMatchObject({ code: 'no-destination' });
  });
});
