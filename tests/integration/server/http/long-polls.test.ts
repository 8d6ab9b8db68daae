import { beforeEach, describe, expect, it } from 'vitest';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { HOUR, SECOND } from '@/lib/shared/time/duration';
import { forUseCases } from '../../../support/databases/databases';
import { poll } from '@/lib/kit/poll';
import { JANE, type Asked, longPollFixture } from '../../../support/servers/long-poll-fixture';

forUseCases((_name, open) => {
  const { current, serve, signIn, ask, held, areHeld } = longPollFixture(open);

  describe('the status of an activation', () => {
    it('the status is held until the activation moves, and then sent at once', async () => {
      const { cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      await current.fake.ports.store.save(current.states.scanned, []);
      const { status, headers, body } = await asked;
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(body).toMatchObject({ id: current.states.issued.id, version: 3, state: 'scanned', retryAfterMs: null });
      expect(JSON.stringify(body)).not.toContain('sealed');
      await areHeld(0);
    });

    it('the status is sent at once where another version is known', async () => {
      const { cookie } = await signIn();
      const { body } = await ask({ cookie, after: -1 });
      expect(body).toMatchObject({ version: 2, state: 'issued', retryAfterMs: null });
      expect(await held()).toBe(0);
    });

    it.each([
      ['without a cookie', async () => ({}), 401],
      ['with a cookie of another making', async () => ({ cookie: 'tessera.session=eyJhbGciOiJkaXIifQ..x.y.z' }), 401],
      ['with a session that is not kept', async () => ({ cookie: (await signIn({ userId: 'nobody' })).cookie }), 401],
      ['without the permission', async () => ({ cookie: (await signIn({ userId: 'auditor' })).cookie }), 403],
      ['with a malformed name', async () => ({ ...(await signIn()), id: 'act-1' }), 404],
      ['of another activation', async () => ({ ...(await signIn()), id: `act-${'0'.repeat(32)}` }), 404],
      ['after what is no version', async () => ({ ...(await signIn()), after: 'x' }), 400],
      ['in another way than GET', async () => ({ ...(await signIn()), method: 'POST' }), 405],
    ])('the status is refused %s, and never held', async (_how, asked: () => Promise<Asked>, refused) => {
      const { status, headers, body } = await ask(await asked());
      expect(status).toBe(refused);
      expect(headers['cache-control']).toBe('no-store');
      expect(body['code']).toMatch(/^[a-z-]+$/);
      expect(await held()).toBe(0);
    });

    it('threat: another user’s activation — is found only by its owner', async () => {
      await current.database.client.activation.updateMany({ data: { userId: 'somebody else' } });
      expect((await ask(await signIn())).status).toBe(404);
    });

    it('threat: an invited browser — sees what its invitation is for, and only while that is open', async () => {
      const invitationId = `inv-${'1'.repeat(32)}` as InvitationId;
      const { cookie } = await signIn({ invitationId });
      expect((await ask({ cookie, after: -1 })).status).toBe(401);
      const now = current.fake.ports.clock.now();
      const invited = { state: 'opened', version: 1, reason: 'lost', ticket: '1', delivery: 'mail', lifetimeMs: HOUR };
      const end = { endsAt: new Date(now.getTime() + HOUR) };
      const asked = { requestedBy: 'agent', requestedAt: now, evidence: {} };
      await current.database.client.invitation.create({
        data: { id: invitationId, ...JANE, ...invited, ...asked, ...end },
      });
      expect((await ask({ cookie, after: -1 })).status).toBe(404);
      await current.database.client.activation.updateMany({ data: { invitationId } });
      expect((await ask({ cookie, after: -1 })).status).toBe(200);
      await current.database.client.invitation.deleteMany();
    });
  });

  describe('a page for which there is no place', () => {
    let reads: number;

    beforeEach(async () => {
      const inner = current.facts;
      reads = 0;
      current.facts = { read: (asked, after) => ((reads += 1), inner.read(asked, after)) };
      await serve(0);
    });

    it('a page without a slot causes one read, however often it polls, and soon learns of the next move', async () => {
      const { cookie } = await signIn();
      for (let count = 0; count < 5; count++) {
        const { body } = await ask({ cookie });
        expect(body).toMatchObject({ id: current.states.issued.id, isUnchanged: true });
        expect(body['retryAfterMs']).toBeGreaterThanOrEqual(12.5 * SECOND);
        expect(body['retryAfterMs']).toBeLessThanOrEqual(16 * SECOND);
      }
      expect(reads).toBe(1);
      await current.fake.ports.store.save(current.states.scanned, []);
      await poll('it to learn of the move', async () => (await ask({ cookie })).body['state'] === 'scanned');
    });

    it('threat: a cached poll — reveals to a signed-out user neither a move nor that there is none', async () => {
      for (const after of [-1, current.states.issued.version]) {
        const { session, cookie } = await signIn();
        await ask({ cookie });
        await current.sessions.revoke(session.id, current.fake.ports.clock.now());
        await expect.poll(async () => (await ask({ cookie, after })).status).toBe(401);
      }
    });

    it('threat: a cached poll — reveals nothing to an expired session after 25 s', async () => {
      const { cookie } = await signIn();
      await ask({ cookie });
      current.fake.pass(2 * HOUR);
      current.aheadMs = 25 * SECOND;
      expect(await ask({ cookie })).toMatchObject({ status: 401 });
    });

    it('threat: a cached poll — answers no other session', async () => {
      await ask(await signIn());
      expect(await ask(await signIn({ userId: 'auditor' }))).toMatchObject({ status: 403 });
      expect(await ask(await signIn({ userId: 'nobody' }))).toMatchObject({ status: 401 });
    });
  });
});
