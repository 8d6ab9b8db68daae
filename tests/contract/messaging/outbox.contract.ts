import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { NewMessage, MessageId } from '@/lib/messaging/new-message';
import { type DeadLetterOrder, type Lane, type LeasedDelivery, type Outbox } from '@/lib/messaging/outbox';
import type { MailAddress } from '@/lib/shared/mail-address';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { newMail } from '../../support/mail/new-mail';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';

export type OutboxFixture = {
  outbox: Outbox;
  /** As the store of a change does that has messages. */
  append(messages: NewMessage[], at: Date): Promise<void>;
  withdraw(about: string, at: Date): Promise<void>;
  /** Correlation identifiers of all audit records so far. */
  audited(): Promise<string[]>;
};

const NOON = new Date('2026-05-04T12:00:00Z');
const mailTo = (name: string) => newMail({ to: `${name}@example.org` as MailAddress });
const recipients = (leased: LeasedDelivery[]) => leased.map(({ delivery }) => delivery.to);
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);

/**
 * What every adapter of the port `Outbox` does.
 * @param open gives an empty outbox that knows the webhooks `https://a.example.org` and `https://b.example.org`
 */
export function outboxContract(open: () => Promise<OutboxFixture>): void {
  let fixture: OutboxFixture;
  let outbox: Outbox;

  beforeEach(async () => {
    fixture = await open();
    ({ outbox } = fixture);
  });

  const statusOf = async (about: string) => (await outbox.listAbout(about))[0];

  const lease = (now = NOON, limit = 10) => outbox.lease('mail', now, new Date(now.getTime() + MINUTE), limit);

  async function claimOne(now = NOON): Promise<{ id: MessageId; attempt: number }> {
    const [leased] = await lease(now, 1);
    if (!leased) throw new Error('nothing was due');
    return { id: leased.delivery.id, attempt: leased.attempt };
  }

  async function buryOne(at: Date, changes: Parameters<typeof newMail>[0] = {}): Promise<MessageId> {
    await fixture.append([newMail(changes)], NOON);
    const { id, attempt } = await claimOne();
    await outbox.bury(id, attempt, at, 'refused');
    return id;
  }

  describe('claiming', () => {
    it('a leased mail is as it was appended, with an ID', async () => {
      const mail = newMail({ language: 'nl', timeZone: 'Europe/Brussels', about: 'inv-1' });
      await fixture.append([mail], NOON);
      const { channel, to, language, timeZone, content } = mail;
      expect(await lease()).toEqual([
        {
          attempt: 1,
          about: 'inv-1',
          delivery: {
            id: expect.stringMatching(/^msg-[0-9a-f]{32}$/),
            queuedAt: NOON,
            channel,
            to,
            language,
            timeZone,
            content,
          },
        },
      ]);
    });

    it('an event is leased once for each webhook', async () => {
      const event = newWebhookEvent();
      await fixture.append([event], NOON);
      const leased = await outbox.lease('webhook', NOON, after(MINUTE), 10);
      expect(recipients(leased).toSorted()).toEqual(['https://a.example.org', 'https://b.example.org']);
      expect(new Set(leased.map(({ delivery }) => delivery.id)).size).toBe(2);
      for (const { delivery } of leased) expect(delivery).toMatchObject({ channel: 'webhook', event: event.event });
      expect(await lease()).toEqual([]);
    });

    it('a lane leases messages of its own destinations, and the last lane all others', async () => {
      await fixture.append([newWebhookEvent()], NOON);
      const leaseIn = (lane: Lane | undefined) => outbox.lease('webhook', NOON, after(MINUTE), 10, lane);
      const destination = 'https://a.example.org';
      expect(recipients(await leaseIn({ only: destination }))).toEqual(['https://a.example.org']);
      expect(recipients(await leaseIn({ except: [destination] }))).toEqual(['https://b.example.org']);
    });

    it('a message is not leased twice while a lease lasts, and keeps its ID in the next one', async () => {
      await fixture.append([newMail()], NOON);
      const { id } = await claimOne();
      expect(await lease(after(MINUTE - 1))).toEqual([]);
      expect(await claimOne(after(MINUTE))).toEqual({ id, attempt: 2 });
    });

    it('each message is leased by only one of many concurrent callers', async () => {
      await fixture.append(
        Array.from({ length: 12 }, () => newMail()),
        NOON,
      );
      const leases = await Promise.all(Array.from({ length: 6 }, () => lease(NOON, 4)));
      const ids = leases.flat().map(({ delivery }) => delivery.id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await lease(NOON, 12);
      expect(ids.length + rest.length).toBe(12);
    });

    it('the messages that have been due longest are leased first, up to the limit', async () => {
      await fixture.append([mailTo('second')], after(SECOND));
      await fixture.append([mailTo('first')], NOON);
      await fixture.append([mailTo('third')], after(2 * SECOND));
      expect(recipients(await lease(after(MINUTE), 2))).toEqual(['first@example.org', 'second@example.org']);
      expect(recipients(await lease(after(MINUTE), 2))).toEqual(['third@example.org']);
    });

    it('an expired message is ended instead of leased', async () => {
      await fixture.append([newMail({ about: 'inv-1', expiresAt: after(MINUTE) })], NOON);
      expect(await lease(after(MINUTE))).toEqual([]);
      expect(await outbox.listAbout('inv-1')).toMatchObject([
        { state: 'expired', endedAt: after(MINUTE), attempts: 0 },
      ]);
      expect(await lease(after(2 * MINUTE))).toEqual([]);
    });
  });

  describe('a try', () => {
    beforeEach(() => fixture.append([newMail({ about: 'inv-1' })], NOON));

    it('a try that succeeds is the last one, and is told with its time', async () => {
      expect(await statusOf('inv-1')).toMatchObject({
        state: 'pending',
        kind: 'invitation',
        to: 'jane.doe@example.org',
      });
      const { id } = await claimOne();
      await outbox.markDelivered(id, after(SECOND));
      expect(await statusOf('inv-1')).toMatchObject({ id, state: 'delivered', endedAt: after(SECOND), attempts: 1 });
      expect(await lease(after(MINUTE))).toEqual([]);
    });

    it('a failed try is followed by another one when it is due', async () => {
      const { id, attempt } = await claimOne();
      await outbox.retry(id, attempt, after(5 * MINUTE), 'unreachable');
      expect(await statusOf('inv-1')).toMatchObject({
        state: 'pending',
        dueAt: after(5 * MINUTE),
        lastProblem: 'unreachable',
      });
      expect(await lease(after(5 * MINUTE - 1))).toEqual([]);
      expect(await claimOne(after(5 * MINUTE))).toEqual({ id, attempt: 2 });
    });

    it('a try that fails for good makes a dead letter', async () => {
      const { id, attempt } = await claimOne();
      await outbox.bury(id, attempt, after(SECOND), 'refused');
      expect(await lease(after(MINUTE))).toEqual([]);
      expect(await outbox.listDead(EVERY_DOMAIN, 10)).toEqual([await statusOf('inv-1')]);
      expect(await statusOf('inv-1')).toMatchObject({
        id,
        state: 'dead',
        endedAt: after(SECOND),
        lastProblem: 'refused',
      });
    });

    it.each(['retry', 'bury'] as const)('a try whose lease another one has taken over cannot %s', async (method) => {
      const { id, attempt } = await claimOne();
      await claimOne(after(MINUTE));
      await outbox[method](id, attempt, NOON, 'timeout');
      expect(await statusOf('inv-1')).toMatchObject({ state: 'pending', dueAt: after(2 * MINUTE), lastProblem: null });
    });

    it('a late success counts, although the message was leased again or buried since', async () => {
      const { id } = await claimOne();
      const second = await claimOne(after(MINUTE));
      await outbox.markDelivered(id, after(MINUTE));
      await outbox.retry(id, second.attempt, after(MINUTE), 'timeout');
      expect(await statusOf('inv-1')).toMatchObject({ state: 'delivered', endedAt: after(MINUTE), lastProblem: null });
    });
  });

  describe('withdrawing', () => {
    it('a withdrawal ends the unsent mails of its subject, and no webhook events', async () => {
      await fixture.append([newMail({ about: 'inv-1' }), newWebhookEvent({ about: 'inv-1' })], NOON);
      await fixture.append([newMail({ about: 'inv-2' })], NOON);
      await fixture.withdraw('inv-1', after(SECOND));
      const states = (await outbox.listAbout('inv-1')).map(({ channel, state }) => `${channel} ${state}`);
      expect(states.toSorted()).toEqual(['mail withdrawn', 'webhook pending', 'webhook pending']);
      expect(await lease()).toHaveLength(1);
    });

    it('a withdrawal also takes effect while the mail is being sent', async () => {
      await fixture.append([newMail({ about: 'inv-1' })], NOON);
      const { id, attempt } = await claimOne();
      await fixture.withdraw('inv-1', after(SECOND));
      await outbox.retry(id, attempt, after(2 * SECOND), 'timeout');
      await outbox.markDelivered(id, after(2 * SECOND));
      expect(await outbox.listAbout('inv-1')).toMatchObject([{ state: 'withdrawn', endedAt: after(SECOND) }]);
      expect(await lease(after(MINUTE))).toEqual([]);
    });
  });

  describe('dead letters', () => {
    const replayed: AuditEvent = {
      type: 'signed-out',
      actor: { kind: 'system' },
      subject: null,
      correlationId: 'the-replay',
      address: null,
    };

    it('dead letters are listed latest first, up to a limit', async () => {
      const ids = [await buryOne(NOON), await buryOne(after(SECOND)), await buryOne(after(2 * SECOND))];
      expect((await outbox.listDead(EVERY_DOMAIN, 2)).map(({ id }) => id)).toEqual(ids.slice(1).toReversed());
      expect((await outbox.listDead(EVERY_DOMAIN, 2, null, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    });

    it('dead letters are sorted before they are limited', async () => {
      await fixture.append([newMail()], NOON);
      const { id: twice } = await claimOne();
      await outbox.retry(twice, 1, NOON, 'refused');
      await outbox.bury(twice, (await claimOne()).attempt, NOON, 'refused');
      await fixture.append([newMail()], after(MINUTE));
      const { id: late, attempt } = await claimOne(after(MINUTE));
      await outbox.bury(late, attempt, after(MINUTE), 'refused');
      const first = async (by: DeadLetterOrder['by'], direction: DeadLetterOrder['direction']) =>
        (await outbox.listDead(EVERY_DOMAIN, 1, { by, direction })).map(({ id }) => id);
      expect(await first('attempts', 'ascending')).toEqual([late]);
      expect(await first('attempts', 'descending')).toEqual([twice]);
      expect(await first('queuedAt', 'ascending')).toEqual([twice]);
      expect(await first('queuedAt', 'descending')).toEqual([late]);
      // Of the same kind, those come first that were given up last, either way.
      expect([await first('kind', 'ascending'), await first('kind', 'descending')]).toEqual([[late], [late]]);
    });

    it('threat: staff of another domain see what was not delivered, and send it again — they find nothing', async () => {
      const id = await buryOne(NOON);
      expect(await outbox.listDead('other.example', 10)).toEqual([]);
      expect((await outbox.state('other.example')).mail).toMatchObject({ dead: 0 });
      expect(await outbox.replay(id, 'other.example', NOON, [replayed])).toEqual({ ok: false, refusal: 'not-dead' });
      expect(await outbox.listDead('example.org', 10)).toHaveLength(1);
      expect(await outbox.state('example.org')).toEqual(await outbox.state(EVERY_DOMAIN));
    });

    it('a replayed dead letter starts afresh, and the replay is recorded', async () => {
      const id = await buryOne(NOON, { about: 'inv-1' });
      expect(await outbox.replay(id, EVERY_DOMAIN, after(MINUTE), [replayed])).toEqual({ ok: true, value: null });
      expect(await fixture.audited()).toEqual(['the-replay']);
      expect(await outbox.listDead(EVERY_DOMAIN, 10)).toEqual([]);
      const [leased] = await lease(after(MINUTE));
      expect(leased).toMatchObject({ attempt: 1, delivery: { id, content: newMail().content } });
      expect(await statusOf('inv-1')).toMatchObject({ id, attempts: 1, replays: 1 });
    });

    it('only one of many concurrent replays of a dead letter succeeds', async () => {
      const id = await buryOne(NOON);
      const replays = await Promise.all(
        Array.from({ length: 4 }, () => outbox.replay(id, EVERY_DOMAIN, after(SECOND), [replayed])),
      );
      expect(replays.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await fixture.audited()).toEqual(['the-replay']);
    });

    it('a message that is not dead or has expired is not replayed, and nothing is recorded', async () => {
      const id = await buryOne(NOON, { expiresAt: after(MINUTE) });
      expect(await outbox.replay(id, EVERY_DOMAIN, after(MINUTE), [replayed])).toEqual({
        ok: false,
        refusal: 'expired',
      });
      const unknown = `msg-${'0'.repeat(32)}` as MessageId;
      expect(await outbox.replay(unknown, EVERY_DOMAIN, NOON, [replayed])).toEqual({ ok: false, refusal: 'not-dead' });
      expect(await fixture.audited()).toEqual([]);
    });
  });

  describe('the state', () => {
    const FINE = { pending: 0, dead: 0, oldestQueuedAt: null, failingSince: null };

    it('pending and dead messages are counted by channel', async () => {
      const others = { notice: FINE, alert: FINE, push: FINE };
      expect(await outbox.state(EVERY_DOMAIN)).toEqual({ mail: FINE, webhook: FINE, ...others });
      await fixture.append([newMail(), newMail(), newWebhookEvent()], NOON);
      const { id, attempt } = await claimOne();
      await outbox.bury(id, attempt, NOON, 'refused');
      expect(await outbox.state(EVERY_DOMAIN)).toEqual({
        mail: { pending: 1, dead: 1, oldestQueuedAt: NOON, failingSince: null },
        webhook: { pending: 2, dead: 0, oldestQueuedAt: NOON, failingSince: null },
        ...others,
      });
    });

    it('the outbox reports failingSince until a delivery succeeds', async () => {
      await fixture.append([newMail()], NOON);
      await fixture.append([newMail()], after(SECOND));
      const first = await claimOne(after(MINUTE));
      await outbox.retry(first.id, first.attempt, after(2 * MINUTE), 'unreachable');
      expect((await outbox.state(EVERY_DOMAIN)).mail.failingSince).toEqual(NOON);
      const second = await claimOne(after(MINUTE));
      await outbox.markDelivered(second.id, after(MINUTE));
      expect((await outbox.state(EVERY_DOMAIN)).mail).toEqual({
        pending: 1,
        dead: 0,
        oldestQueuedAt: NOON,
        failingSince: null,
      });
    });
  });

  it('the purge deletes messages that ended long ago, and none that is pending', async () => {
    await fixture.append([newMail({ about: 'a' }), newMail({ about: 'a' }), newMail({ about: 'a' })], NOON);
    const [first, second] = [await claimOne(), await claimOne()];
    await outbox.markDelivered(first.id, after(SECOND));
    await outbox.markDelivered(second.id, after(MINUTE));
    expect(await outbox.purge(after(MINUTE))).toBe(1);
    expect((await outbox.listAbout('a')).map(({ state }) => state).toSorted()).toEqual(['delivered', 'pending']);
  });
}
