import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownContext } from '@/lib/audit/audit-context';
import { fault } from '@/lib/kit/faults/fault';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { forUseCases } from '../../support/databases/databases';
import { PUSH_SITE, PushFixture, readPushed } from '../../support/phones/push-fixture';

const OWNER = { userId: 'jane.doe', domain: 'example.org' };
const OTHER = { userId: 'john.roe', domain: 'example.org' };

forUseCases((_name, open) => {
  let site: PushFixture;
  beforeAll(async () => {
    site = await PushFixture.open(await open());
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.clear();
    await site.addPerson();
  });

  const due = () => site.database.client.outboxMessage.findMany({ where: { channel: 'push', state: 'pending' } });

  describe('a request that is sent to phones', () => {
    it('a request reaches each subscribed phone of its person, in the account’s language, and says nothing else', async () => {
      const [first, second] = [await site.phone(), await site.phone()];
      await site.phone();
      const received = [await site.subscribe(first), await site.subscribe(second)].map(({ received: all }) => all);
      const { id } = await site.ask();
      await site.send();
      const messages = received.flat();
      expect(messages.map(({ ttl, urgency }) => [ttl, urgency])).toEqual([
        [60, 'high'],
        [60, 'high'],
      ]);
      for (const message of messages) {
        expect(readPushed(message)).toEqual({
          web_push: 8030,
          mutable: true,
          app_badge: 1,
          notification: {
            title: 'Jemand meldet sich an',
            body: 'Öffnen Sie die App, um zu antworten.',
            lang: 'de',
            navigate: `${PUSH_SITE}/authenticator#login-request=${id}`,
            tag: `login-request-${id}`,
            icon: `${PUSH_SITE}/authenticator/icon-192.png`,
            requireInteraction: true,
            silent: false,
            data: { kind: 'push-sign-in', loginRequest: id },
          },
        });
        expect(message.content).not.toMatch(/jane|Doe|203\.0\.113|Firefox/i);
      }
    });

    it('a request has another topic on each phone, so that two push services cannot tell whose it is', async () => {
      const received = [await site.subscribe(await site.phone()), await site.subscribe(await site.phone())];
      await site.ask();
      await site.send();
      const topics = received.map(({ received: [message] }) => message?.topic);
      expect(new Set(topics).size).toBe(2);
      for (const topic of topics) expect(topic).toMatch(/^[\w-]{32}$/);
    });

    it('a caller check is called a request, and no sign-in', async () => {
      const { received } = await site.subscribe(await site.phone());
      await site.ask(undefined, 'caller-check');
      await site.send();
      expect(received.map((message) => readPushed(message).notification.title)).toEqual(['Eine Anfrage wartet']);
    });

    it('threat: the outbox gets the same for a person who has a phone and for one who does not exist', async () => {
      await site.subscribe(await site.phone());
      await site.ask();
      await site.ask({ userId: 'nobody.at.all', domain: 'example.org' });
      const rows = await site.database.client.outboxMessage.groupBy({ by: ['channel', 'kind', 'state'], _count: true });
      expect(rows).toEqual([{ channel: 'alert', kind: 'push-sign-in', state: 'pending', _count: 2 }]);
      await site.send();
      expect(site.outcomes).toEqual(['delivered', 'delivered', 'delivered']);
    });

    it('a request reaches no other person’s phone, no locked or removed one, and none of a disabled account', async () => {
      await site.addPerson(OTHER);
      const [theirs, locked, removed] = [await site.phone(OTHER), await site.phone(), await site.phone()];
      const subscriptions = [theirs, locked, removed].map((phone) => site.subscribe(phone));
      const received = (await Promise.all(subscriptions)).map((one) => one.received);
      await site.gateway.lock(locked.instanceId);
      await site.gateway.remove(removed.instanceId);
      expect(await site.isReached(removed)).toBe(false);
      await site.ask();
      const where = { userId_domain: OTHER };
      await site.database.client.user.update({ where, data: { disabledAt: site.clock.now() } });
      await site.ask(OTHER);
      await site.send();
      expect(received).toEqual([[], [], []]);
    });

    it('a browser with two devices of one person is told once', async () => {
      const [first, second] = [await site.phone(), await site.phone()];
      const subscription = await site.subscribe(first);
      await site.tell(second, { endpoint: subscription.endpoint, ...subscription.keys });
      await site.ask();
      await site.send();
      expect(subscription.received).toHaveLength(1);
    });
  });

  describe('a request that waits no more', () => {
    it('a request that one phone has opened is replaced on the others', async () => {
      const [reader, other] = [await site.phone(), await site.phone()];
      const [opening, waiting] = [await site.subscribe(reader), await site.subscribe(other)];
      const { challengeKey, id } = await site.ask();
      await site.send();
      await site.read(reader, challengeKey);
      await site.send();
      expect(opening.received).toHaveLength(1);
      const [request, end] = waiting.received;
      expect(end?.topic).toBe(request?.topic);
      expect(end).toMatchObject({ urgency: 'normal', ttl: 60 });
      expect(readPushed(end ?? { content: null }).notification).toMatchObject({
        title: 'Diese Anfrage ist beendet',
        tag: `login-request-${id}`,
        silent: true,
      });
    });

    it('a withdrawn request is replaced on all phones, also where it waits at the push service', async () => {
      const online = await site.subscribe(await site.phone());
      const offline = await site.subscribe(await site.phone());
      offline.goOffline();
      const { requestKey } = await site.ask();
      await site.send();
      await site.gateway.cancelChallenge(requestKey);
      await site.send();
      await offline.goOnline(site.clock.now());
      const kindsOf = ({ received }: typeof online) => received.map((one) => readPushed(one).notification.data.kind);
      expect(kindsOf(online)).toEqual(['push-sign-in', 'push-ended']);
      expect(kindsOf(offline)).toEqual(['push-ended']);
    });

    it('a request withdrawn before it was sent is never sent', async () => {
      const { received } = await site.subscribe(await site.phone());
      const { requestKey } = await site.ask();
      await site.gateway.cancelChallenge(requestKey);
      await site.send();
      expect(received.filter((one) => readPushed(one).notification.data.kind === 'push-sign-in')).toEqual([]);
    });

    it('the outbox drops a request whose time is over', async () => {
      const { received } = await site.subscribe(await site.phone());
      await site.ask();
      site.clock.pass(MINUTE);
      await site.send();
      expect(received).toEqual([]);
      expect(await site.database.client.outboxMessage.count({ where: { state: 'expired' } })).toBe(1);
    });
  });

  it('a freeze is told to all phones of its user, locked by it or not, for a day', async () => {
    const received = [await site.subscribe(await site.phone()), await site.subscribe(await site.phone())];
    const origin = { correlationId: 'freeze', address: '203.0.113.9' };
    expect((await freezeAccount(site.services.helpdesk, OWNER, 'person', ownContext(OWNER, origin))).ok).toBe(true);
    await site.send();
    for (const { received: messages } of received) {
      expect(messages.map(({ ttl, urgency }) => [ttl, urgency])).toEqual([[86_400, 'high']]);
      expect(messages.map((message) => readPushed(message).notification)).toMatchObject([
        { title: 'Ihr Konto wurde eingefroren', navigate: `${PUSH_SITE}/authenticator`, data: { kind: 'push-frozen' } },
      ]);
    }
  });

  it('an invitation that rests on a call is told to phones that work, with the page that stops it', async () => {
    const { received } = await site.subscribe(await site.phone());
    const locked = await site.phone();
    const silent = await site.subscribe(locked);
    await site.services.devices.directory.lock(locked.instanceId);
    const alert = { kind: 'push-reissue', id: `inv-${'0'.repeat(32)}`, notMe: 'A'.repeat(43) } as const;
    const expiresAt = new Date(site.clock.now().getTime() + MINUTE);
    const message = { channel: 'alert', user: OWNER, except: null, alert, expiresAt } as const;
    await site.services.helpdesk.alarms.raise({ events: [], messages: [message] });
    await site.send();
    expect(received.map((one) => readPushed(one).notification)).toMatchObject([
      {
        title: 'Der Helpdesk richtet ein neues Telefon für Sie ein',
        body: 'Er gibt an, Sie angerufen zu haben. Waren Sie das nicht? Öffnen Sie dies, um es zu stoppen.',
        navigate: `${PUSH_SITE}/not-me#${alert.notMe}`,
        requireInteraction: true,
        data: { kind: 'push-reissue', loginRequest: null, notMe: alert.notMe },
      },
    ]);
    expect(silent.received).toEqual([]);
  });

  describe('a push service that fails', () => {
    it.each([404, 410])(
      'a push service ends the subscription with HTTP %i, for all devices of its browser',
      async (status) => {
        const [first, second] = [await site.phone(), await site.phone()];
        const subscription = await site.subscribe(first);
        await site.tell(second, { endpoint: subscription.endpoint, ...subscription.keys });
        site.service.faults.once('push', fault.status(status));
        await site.ask();
        await site.send();
        expect([await site.isReached(first), await site.isReached(second)]).toEqual([false, false]);
        expect(await due()).toEqual([]);
        await site.ask();
        await site.send();
        expect(subscription.received).toEqual([]);
      },
    );

    it('a push service is asked again when it says, and not before (HTTP 429 with Retry-After)', async () => {
      const { received } = await site.subscribe(await site.phone());
      const reply = { status: 429, headers: { 'retry-after': '20' }, body: '' };
      site.service.faults.once('push', fault.reply(reply));
      await site.ask();
      await site.send();
      const [waiting] = await due();
      expect(waiting?.dueAt).toEqual(site.clock.in(20 * SECOND));
      site.clock.pass(19 * SECOND);
      await site.send();
      expect(received).toEqual([]);
      site.clock.pass(SECOND);
      await site.send();
      expect(received.map(({ ttl }) => ttl)).toEqual([40]);
    });

    it.each([500, 503])('a push service is asked again after HTTP %i', async (status) => {
      const { received } = await site.subscribe(await site.phone());
      site.service.faults.once('push', fault.status(status));
      await site.ask();
      await site.send();
      expect(received).toEqual([]);
      site.clock.pass(5 * SECOND);
      await site.send();
      expect(received).toHaveLength(1);
    });

    it.each([400, 413])(
      'a push service is not asked again after HTTP %i, and a dead letter remains',
      async (status) => {
        await site.subscribe(await site.phone());
        site.service.faults.once('push', fault.status(status));
        await site.ask();
        await site.send();
        const [dead] = await site.services.messaging.outbox.listDead(EVERY_DOMAIN, 1);
        expect(dead).toMatchObject({ channel: 'push', kind: 'push-sign-in', to: new URL(site.service.url).host });
        expect(dead?.lastProblem).toBe('refused');
      },
    );

    it('threat: a redirect of a push service is not followed', async () => {
      await site.subscribe(await site.phone());
      site.service.faults.once('push', fault.redirect('http://127.0.0.1:9/metadata'));
      await site.ask();
      await site.send();
      expect(site.outcomes).toEqual(['delivered', 'dead']);
    });

    it('a push service without an answer is tried again while the request lives', async () => {
      const { received } = await site.subscribe(await site.phone());
      site.service.faults.once('push', fault.timeout());
      await site.ask();
      await site.send();
      const [waiting] = await due();
      expect(waiting?.lastProblem).toBe('timeout');
      site.clock.pass(5 * SECOND);
      await site.send();
      expect(received).toHaveLength(1);
    });
  });
});
