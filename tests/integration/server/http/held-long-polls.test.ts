import { describe, expect, it } from 'vitest';
import type { Session } from '@/lib/accounts/sessions/session';
import { GatewayError } from '@/lib/activation/gateway-error';
import { type PollFactsReader } from '@/lib/activation/following/recent-polls';
import { HOUR, SECOND } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../../support/databases/databases';
import { poll } from '@/lib/kit/poll';
import { signedInAs } from '../../../support/doubles/principal';
import { JANE, PLACES, longPollFixture } from '../../../support/servers/long-poll-fixture';

forEachDatabase((_name, open) => {
  const { current, signIn, ask, held, areHeld } = longPollFixture(open);

  describe('a page that is held', () => {
    it.each([
      ['signs out', ({ id }: Session) => current.sessions.revoke(id, current.fake.ports.clock.now())],
      ['is signed in for too long', async () => current.fake.pass(2 * HOUR)],
    ])('threat: a held page learns nothing more once its user %s', async (_what, end) => {
      const { session, cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      await end(session);
      await current.fake.ports.store.save(current.states.scanned, []);
      expect(await asked).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    });

    it.each([
      ['ends the session elsewhere', ({ id }: Session) => current.sessions.revoke(id, current.fake.ports.clock.now())],
      [
        'ends all sessions',
        ({ userId, domain }: Session) =>
          current.sessions.revokeAll(userId, domain, null, current.fake.ports.clock.now()),
      ],
    ])('a held page is told to sign in, and nothing else, when its user %s', async (_what, end) => {
      const { session, cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      const endedAt = performance.now();
      await end(session);
      expect(await asked).toMatchObject({ status: 401, body: { code: 'signed-out' } });
      expect(performance.now() - endedAt).toBeLessThan(2 * SECOND);
      // Nor does a remembered answer say that nothing has moved.
      expect(await ask({ cookie })).toMatchObject({ status: 401 });
    });

    it('a held page leaves its session’s last use unchanged', async () => {
      const { session, cookie } = await signIn();
      current.fake.pass(HOUR / 2);
      const asked = ask({ cookie });
      await areHeld(1);
      await current.fake.ports.store.save(current.states.scanned, []);
      await asked;
      expect(await current.sessions.find(session.id, current.fake.ports.clock.now())).toEqual(session);
    });

    it('a held page is told that nothing has changed when the server stops, and to return soon', async () => {
      const { cookie } = await signIn();
      const asked = [ask({ cookie }), ask({ cookie })];
      await areHeld(2);
      current.polls.drain();
      for (const { status, body } of [...(await Promise.all(asked)), await ask({ cookie })]) {
        expect({ status, ...body }).toMatchObject({ status: 200, id: current.states.issued.id, isUnchanged: true });
        expect(body['retryAfterMs']).toBeLessThanOrEqual(2 * SECOND);
      }
    });

    it('a held page is released at once when its browser has gone', async () => {
      const { cookie } = await signIn();
      const browser = new AbortController();
      const asked = ask({ cookie, signal: browser.signal });
      await areHeld(1);
      browser.abort();
      await expect(asked).rejects.toThrow('aborted');
      await areHeld(0);
    });

    it('threat: one account with hundreds of them — the newest takes the place of the oldest', async () => {
      const { cookie } = await signIn();
      const other = await signIn();
      const oldest = ask({ cookie });
      await areHeld(1);
      for (let count = 2; count <= 8; count++) void ask(count % 2 ? { cookie } : other).catch(() => {});
      await areHeld(8);
      void ask(other).catch(() => {});
      const { body } = await oldest;
      expect(body).toMatchObject({ isUnchanged: true });
      expect(body['retryAfterMs']).toBeGreaterThanOrEqual(25 * SECOND);
      expect(await held()).toBe(8);
    });

    it('threat: one address with hundreds of accounts — has a quarter of the slots, and others have their own', async () => {
      const crowd = Array.from({ length: PLACES }, (_, index) => `person ${index}`);
      for (const userId of crowd) current.facts = await known(current.facts, userId);
      const cookies = await Promise.all(crowd.map(async (userId) => (await signIn({ userId })).cookie));
      for (const cookie of cookies.slice(0, PLACES / 4)) void ask({ cookie, from: '127.0.0.2' }).catch(() => {});
      await areHeld(PLACES / 4);
      const { status, body } = await ask({ cookie: cookies[PLACES - 1], from: '127.0.0.2' });
      expect({ status, ...body }).toMatchObject({ status: 200, isUnchanged: true });
      expect(body['retryAfterMs']).toBeGreaterThanOrEqual(12.5 * SECOND);
      void ask({ cookie: cookies[PLACES - 1], from: '127.0.0.3' }).catch(() => {});
      await areHeld(PLACES / 4 + 1);
    });

    it('a held page does not notice a short failure of the database or the directory', async () => {
      const { cookie } = await signIn();
      const inner = current.facts;
      let failures = 0;
      current.facts = {
        async read(asked, after) {
          if ((failures += 1) <= 2) throw new GatewayError('unreachable', 'not-sent');
          return inner.read(asked, after);
        },
      };
      const asked = ask({ cookie });
      await poll('it to be tried again', async () => failures > 2);
      await areHeld(1);
      await current.fake.ports.store.save(current.states.scanned, []);
      expect(await asked).toMatchObject({ status: 200, body: { state: 'scanned' } });
      expect(current.log.filter((line) => line.includes('long polls could not be answered'))).toHaveLength(1);
    });

    it('a held page is told to retry when the database stays away, and not why', async () => {
      const { cookie } = await signIn();
      current.facts = { read: () => Promise.reject(new Error("can't reach 10.0.0.7")) };
      const asked = ask({ cookie });
      await areHeld(1);
      current.polls.drain();
      const { status, headers, body } = await asked;
      expect({ status, body }).toEqual({ status: 503, body: { code: 'unavailable' } });
      expect(headers['retry-after']).toBe('2');
    });

    it('a held page is told nothing of a bug of ours, which is logged', async () => {
      const { cookie } = await signIn();
      current.facts = { read: () => Promise.reject(new TypeError('x is not a function')) };
      expect(await ask({ cookie })).toMatchObject({ status: 500, body: { code: 'fault' } });
      expect(current.log.map((line) => JSON.parse(line))).toMatchObject([{ level: 50 }]);
    });
  });

  /** Lets somebody be the owner of the activation for whoever reads. */
  async function known(inner: PollFactsReader, userId: string): Promise<PollFactsReader> {
    return {
      async read(asked, after) {
        const session = await current.sessions.find(asked.sessionId, current.fake.ports.clock.now());
        if (session?.userId !== userId) return inner.read(asked, after);
        const owner = { userId, domain: JANE.domain };
        const { version, state } = current.states.issued;
        const asker = signedInAs({ ...owner, roles: ['user'] as const });
        return { asker, activation: { ...owner, invitationId: null, version, state }, moved: null };
      },
    };
  }
});
