import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { GatewayError } from '@/lib/activation/gateway-error';
import { apiClient } from '@/lib/kit/api/client';
import { poll } from '@/lib/kit/poll';
import { forUseCases } from '../../../support/databases/databases';
import { SCOPES } from '../../../support/servers/api-fixture';
import { CHECK, INVITATION, ticketSystem } from '../../../support/servers/ticket-system';

forUseCases((_name, open) => {
  const { current, keyWith, ask, send, types, about, verified } = ticketSystem(open);
  let key: string;
  let jane: User;
  let path: string;

  const keyed = (idempotencyKey: string, body: object = INVITATION) =>
    send('POST', `${path}/invitations`, body, { 'idempotency-key': idempotencyKey });

  beforeEach(() => {
    ({ key, jane, path } = about);
  });

  describe('invitations', () => {
    it('invitations are sent, followed and revoked, and their secrets are only in the mail', async () => {
      const sent = await send('POST', `${path}/invitations`, await verified());
      expect(sent).toMatchObject({
        status: 201,
        body: { state: 'live', userId: jane.userId, requestedBy: 'anna through the service account Tickets' },
      });
      const there = String(sent.headers['location']).replace('/api/v1', '');
      const mail = await current.world.mailbox.newest(jane.userId, 'invitation');
      const token = /"invitationLink":"[^"#]*#([^"]+)"/.exec(JSON.stringify(mail))?.[1] ?? 'no link';
      expect(token.length).toBeGreaterThan(20);
      const read = await ask(there, { key });
      for (const { text } of [sent, read, await ask(`${path}/invitations`, { key })]) expect(text).not.toContain(token);
      const revoked = await send('PATCH', there, { state: 'revoked' }, { 'if-match': '*' });
      expect(revoked).toMatchObject({
        status: 200,
        body: { state: 'revoked', revokedFor: 'by-staff', endedBy: 'service account Tickets' },
      });
      expect(await send('PATCH', there, { state: 'revoked' }, { 'if-match': '*' })).toMatchObject({ status: 200 });
    });

    it('the typed client sends invitations, and throws on failure', async () => {
      const call = apiClient({ url: `http://127.0.0.1:${current.server.port}`, key });
      const { userId } = jane;
      const [reason, delivery] = ['new-phone', 'mail'] as const;
      const body = { ...INVITATION, reason, delivery, checks: [CHECK] };
      const sent = await call('POST', '/people/{userId}/invitations', { path: { userId }, body });
      expectTypeOf(sent.body.userId).toBeString();
      const read = await call('GET', '/invitations/{invitationId}', { path: { invitationId: sent.body.id } });
      expect(read.body).toEqual(sent.body);
      const nobody = call('GET', '/people/{userId}', { path: { userId: 'nobody' } });
      await expect(nobody).rejects.toMatchObject({ name: 'ApiProblem', status: 404, code: 'not-found' });
    });

    it('threat: a stolen key makes up checks: its requests wait for a person, and nothing is mailed', async () => {
      const checks = [
        { method: 'call-back', detail: '000000' },
        { method: 'manager', detail: 'aa bb' },
        { method: 'identity-document', detail: '0000' },
      ];
      expect(await send('POST', `${path}/invitations`, { ...INVITATION, checks })).toMatchObject({
        status: 202,
        body: { state: 'awaiting-approval', approvedBy: null, steps: {} },
      });
      const mails = (await current.world.mailbox.about(jane.userId)).map(({ content }) => content.kind);
      expect(mails).not.toContain('invitation');
    });

    it('threat: a stolen key guesses one-time passwords: they are wrong, then too many', async () => {
      const { oneTimePassword, ...body } = await verified();
      const { deviceId } = oneTimePassword;
      const digits = oneTimePassword.digits === '000000' ? '000001' : '000000';
      const guess = () => send('POST', `${path}/invitations`, { ...body, oneTimePassword: { deviceId, digits } });
      for (let times = 0; times < 10; times++)
        expect(await guess()).toMatchObject({ status: 422, body: { code: 'one-time-password-wrong' } });
      expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
      const other = { deviceId: 'VDS9999999-1', digits };
      expect(await send('POST', `${path}/invitations`, { ...body, oneTimePassword: other })).toMatchObject({
        status: 409,
        body: { code: 'device-may-not-vouch' },
      });
    });

    it('a person who has reached the limit of devices is not invited, until one is to be removed', async () => {
      let deviceId = '';
      for (let activated = 0; activated < 3; activated++)
        ({ instanceId: deviceId } = await current.world.activate(jane));
      const asked = (oldDevice: object | null) => send('POST', `${path}/invitations`, { ...INVITATION, oldDevice });
      for (const oldDevice of [null, { deviceId, fate: 'keep' }])
        expect(await asked(oldDevice)).toMatchObject({ status: 409, body: { code: 'activation-limit-reached' } });
      expect((await ask(`${path}/devices`, { key })).body).toMatchObject({ limit: { used: 3, limit: 3 } });
      expect(await asked({ deviceId, fate: 'remove' })).toMatchObject({ status: 202 });
    });

    it('a conditional request waits until its version is outdated', async () => {
      const sent = await send('POST', `${path}/invitations`, INVITATION);
      const there = String(sent.headers['location']).replace('/api/v1', '');
      const etag = (await ask(there, { key })).headers['etag'] ?? '';
      expect((await ask(there, { key, headers: { 'if-none-match': etag } })).status).toBe(304);
      const waiting = ask(there, { key, headers: { 'if-none-match': etag, prefer: 'wait=25' } });
      await poll('one to wait', () => Promise.resolve(current.waiting === 1));
      await send('PATCH', there, { state: 'revoked' }, { 'if-match': '*' });
      const { status, headers, body } = await waiting;
      expect([status, body['state'], headers['preference-applied']]).toEqual([200, 'revoked', 'wait=25']);
      await poll('nobody to wait', () => Promise.resolve(current.waiting === 0));
    });

    it('a conditional request returns unchanged when the wait is over', async () => {
      const sent = await send('POST', `${path}/invitations`, INVITATION);
      const there = String(sent.headers['location']).replace('/api/v1', '');
      const etag = (await ask(there, { key })).headers['etag'] ?? '';
      const { status, headers } = await ask(there, { key, headers: { 'if-none-match': etag, prefer: 'wait=1' } });
      expect([status, headers['preference-applied']]).toEqual([304, 'wait=1']);
    });
  });

  describe('a write with an Idempotency-Key', () => {
    let number = 0;

    it('a write with an Idempotency-Key is carried out once, and answered again', async () => {
      const name = `"repeat-${(number += 1)}-${jane.userId}"`;
      const first = await keyed(name);
      const again = await keyed(name);
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect([again.status, again.text, again.headers['location']]).toEqual([
        202,
        first.text,
        first.headers['location'],
      ]);
      expect((await types()).filter((type) => type === 'invitation-requested')).toHaveLength(1);
      expect(await keyed(name, { ...INVITATION, ticket: 'INC-2' })).toMatchObject({
        status: 422,
        body: { code: 'key-used-otherwise' },
      });
    });

    it('threat: it arrives many times at once — it is carried out once', async () => {
      const name = `race-${(number += 1)}-${jane.userId}`;
      const answers = await Promise.all(Array.from({ length: 12 }, () => keyed(name)));
      const made = answers.filter(({ status }) => status === 202);
      expect(new Set(made.map(({ text }) => text)).size).toBe(1);
      const others = answers.filter(({ status }) => status !== 202).map(({ status, body }) => [status, body['code']]);
      expect(others).toEqual(others.map(() => [409, 'key-in-use']));
      expect((await types()).filter((type) => type === 'invitation-requested')).toHaveLength(1);
    });

    it('an Idempotency-Key belongs to its service account, and ends after a day', async () => {
      const name = `day-${(number += 1)}-${jane.userId}`;
      await keyed(name);
      const other = keyWith(SCOPES);
      const theirs = await ask(`${path}/invitations`, {
        method: 'POST',
        key: other,
        body: INVITATION,
        headers: { 'idempotency-key': name },
      });
      expect([theirs.status, theirs.headers['idempotency-replayed']]).toEqual([202, undefined]);
      current.world.fake.pass(24 * 60 * 60 * 1_000);
      expect((await keyed(name)).headers['idempotency-replayed']).toBeUndefined();
    });

    it('a write may be repeated with its key when the gateway was unreachable', async () => {
      const name = `gateway-${(number += 1)}-${jane.userId}`;
      vi.spyOn(current.world.directory, 'list').mockRejectedValueOnce(new GatewayError('unreachable', 'not-sent'));
      expect(await keyed(name)).toMatchObject({ status: 503, body: { code: 'gateway-unreachable' } });
      expect(await keyed(name)).toMatchObject({ status: 202 });
    });

    it('a write is carried out once, although the database fails to save its answer', async () => {
      const name = `kept-late-${(number += 1)}-${jane.userId}`;
      vi.spyOn(current.requests, 'finish').mockRejectedValueOnce(new Error('the connection was lost'));
      const first = await keyed(name);
      expect(first.status).toBe(202);
      await poll('the answer to be kept', async () => (await keyed(name)).status !== 409);
      expect(await keyed(name)).toMatchObject({ text: first.text, headers: { 'idempotency-replayed': 'true' } });
      expect((await types()).filter((type) => type === 'invitation-requested')).toHaveLength(1);
    });

    it('a write may be repeated at once when the database failed before it', async () => {
      const name = `begun-${(number += 1)}-${jane.userId}`;
      const begin = current.requests.begin.bind(current.requests);
      vi.spyOn(current.requests, 'begin').mockImplementationOnce(async (...request) => {
        await begin(...request);
        throw new Error('the connection was lost');
      });
      expect((await keyed(name)).status).toBe(503);
      vi.spyOn(current.world.directory, 'list').mockRejectedValueOnce(new GatewayError('unreachable', 'not-sent'));
      vi.spyOn(current.requests, 'release').mockRejectedValueOnce(new Error('the connection was lost'));
      expect(await keyed(name)).toMatchObject({ status: 503, body: { code: 'gateway-unreachable' } });
      await poll('the key to be free', async () => (await keyed(name)).status === 202);
    });
  });
});
