import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookDelivery } from '@/lib/messaging/delivery';
import type { DeliveryProblem } from '@/lib/messaging/delivery-error';
import type { MessageId } from '@/lib/messaging/new-message';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { HttpWebhookCarrier } from '@/lib/messaging/webhooks/http-webhook-carrier';
import { collectGarbage } from '../../support/collect-garbage';
import { deliveryProblem } from '../../support/mail/delivery-problem';
import { FakeClock } from '../../support/doubles/fake-clock';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';
import { isGenuine, WebhookReceiver } from '@/lib/kit/server/webhook-receiver';

const SECRET = 'the secret that both sides of this webhook have';

describe('an event handed to a webhook', () => {
  let webhook: WebhookReceiver;
  let clock: FakeClock;

  beforeEach(async () => {
    webhook = await WebhookReceiver.open();
    clock = new FakeClock();
  });

  afterEach(() => webhook.close());

  function deliver(changes: Partial<WebhookDelivery> = {}, patienceMs?: number): Promise<void> {
    const { channel, event } = newWebhookEvent();
    const id = `msg-${'a'.repeat(32)}` as MessageId;
    const webhooks = [
      { url: 'https://elsewhere.example.org/', secret: 'x'.repeat(32) },
      { url: webhook.url, secret: SECRET },
    ];
    const delivery = { id, queuedAt: clock.now(), channel, event, to: webhook.url, ...changes };
    return new HttpWebhookCarrier(webhooks, clock, patienceMs).deliver(delivery, new AbortController().signal);
  }

  it('an event arrives as JSON with its ID', async () => {
    await deliver();
    const [event] = webhook.received;
    expect(event).toMatchObject({ method: 'POST', path: '/hook', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(event?.body ?? '')).toEqual({
      id: `msg-${'a'.repeat(32)}`,
      type: 'device-activated',
      userId: 'jane.doe',
      domain: 'example.org',
      at: '2026-05-04T09:59:00.000Z',
      instanceId: 'VDS0000001-1',
      device: 'Pixel 9',
      usableFrom: null,
      trustedFrom: null,
    });
  });

  it('an event carries a signature that cannot be forged and expires', async () => {
    await deliver();
    const [event] = webhook.received;
    if (!event) throw new Error('nothing arrived');
    expect(isGenuine(event, SECRET, clock.now())).toBe(true);
    expect(isGenuine(event, `${SECRET}!`, clock.now())).toBe(false);
    expect(isGenuine({ ...event, body: event.body.replace('jane', 'jade') }, SECRET, clock.now())).toBe(false);
    const later = String(event.headers['x-tessera-signature']).replace(
      /t=\d+/,
      `t=${clock.in(MINUTE).getTime() / 1_000}`,
    );
    expect(isGenuine({ ...event, headers: { 'x-tessera-signature': later } }, SECRET, clock.in(MINUTE))).toBe(false);
    expect(isGenuine(event, SECRET, clock.in(5 * MINUTE))).toBe(true);
    expect(isGenuine(event, SECRET, clock.in(5 * MINUTE + SECOND))).toBe(false);
  });

  it('an event is signed anew at every try, with the same ID', async () => {
    await deliver();
    clock.pass(10 * MINUTE);
    await deliver();
    const [first, second] = webhook.received;
    expect(second?.body).toBe(first?.body);
    expect(second && isGenuine(second, SECRET, clock.now())).toBe(true);
  });

  it.each<[number, DeliveryProblem | null]>([
    [200, null],
    [202, null],
    [301, 'refused'],
    [307, 'refused'],
    [400, 'refused'],
    [401, 'not-authorised'],
    [404, 'refused'],
    [408, 'deferred'],
    [410, 'refused'],
    [429, 'deferred'],
    [500, 'deferred'],
    [503, 'deferred'],
  ])('an event that is answered %i has the outcome %s, and follows no redirection', async (status, expected) => {
    webhook.answer = (response) => response.writeHead(status, { location: webhook.url }).end('why ever');
    expect(await deliveryProblem(deliver())).toBe(expected);
    expect(webhook.received).toHaveLength(1);
  });

  it.each<[string, (response: ServerResponse) => void, DeliveryProblem | null]>([
    ['says nothing', () => {}, 'timeout'],
    ['hangs up', (response) => void response.destroy(), 'unreachable'],
    ['talks without end', (response) => talk(response.writeHead(200)), null],
  ])('an event handed to a server that %s has an outcome all the same', async (_name, answer, expected) => {
    webhook.answer = answer;
    expect(await deliveryProblem(deliver({}, expected === 'timeout' ? 300 : undefined))).toBe(expected);
  });

  it('a silent receiver times out, whatever memory is collected meanwhile', async () => {
    webhook.answer = () => {};
    const collecting = setInterval(collectGarbage, 20);
    const outcome = await Promise.race([deliveryProblem(deliver({}, 300)), delay(10 * SECOND, 'still waiting')]);
    clearInterval(collecting);
    expect(outcome).toBe('timeout');
  });

  it('an event without a reachable destination is distinguished from others', async () => {
    expect(await deliveryProblem(deliver({ to: 'https://gone.example.org/' }))).toBe('no-destination');
    const to = `http://127.0.0.1:${await freePort()}/`;
    const carrier = new HttpWebhookCarrier([{ url: to, secret: SECRET }], clock);
    const { channel, event } = newWebhookEvent();
    const delivery = { id: 'msg-0' as MessageId, queuedAt: clock.now(), channel, event, to };
    expect(await deliveryProblem(carrier.deliver(delivery, new AbortController().signal))).toBe('unreachable');
  });
});

/** Writes until the other side has had enough. */
function talk(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write('x'.repeat(65_536));
  setImmediate(() => talk(response));
}
