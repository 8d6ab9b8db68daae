import { beforeEach, expect, describe, it, onTestFinished, vi } from 'vitest';
import { ROLE_REQUESTS } from '@/lib/helpdesk/administration/role-request';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { lockAndHold } from '@/lib/devices/locks/lock-and-hold';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { poll } from '@/lib/kit/poll';
import { HOLD_MS } from '@/lib/server/web/long-polls/long-poll-slots';
import { collectGarbage } from '../../../support/collect-garbage';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { SCOPES } from '../../../support/servers/api-fixture';
import { INVITATION, ticketSystem } from '../../../support/servers/ticket-system';
import { signedInAs } from '../../../support/doubles/principal';

forUseCases((_name, open) => {
  const { current, keyWith, ask, send, types, about } = ticketSystem(open);
  let key: string;
  let jane: User;
  let path: string;

  beforeEach(() => {
    ({ key, jane, path } = about);
  });

  const lastEvent = async () => (await current.world.stores.audit.head()).sequenceNumber;

  describe('people', () => {
    it('people are found by the beginnings of words, page by page', async () => {
      const found = await ask(`/people?q=${jane.userId}`, { key });
      expect(found.body['people']).toEqual([
        {
          userId: jane.userId,
          displayName: jane.displayName,
          mailAddress: jane.mailAddresses[0],
          isProtected: false,
          isInvited: false,
        },
      ]);
      const seen = new Set<string>();
      let cursor: string | null = null;
      for (let index = 0; index < 25; index++) await current.administration.add();
      do {
        const more: string = cursor === null ? '' : `&cursor=${cursor}`;
        const { status, body } = await ask(`/people?q=person${more}`, { key });
        expect(status).toBe(200);
        for (const { userId } of body['people'] as { userId: string }[]) {
          expect(seen.has(userId)).toBe(false);
          seen.add(userId);
        }
        cursor = body['next'] as string | null;
        // Whoever comes meanwhile shifts no page.
        await current.administration.add();
      } while (cursor !== null);
      expect(seen.size).toBeGreaterThanOrEqual(26);
      expect((await ask('/people?q=person&cursor=eyJhIjoxfQ', { key })).status).toBe(400);
    });

    it('people are created, and get their link by mail only', async () => {
      const userId = `new.${jane.userId}`;
      const body = { userId, displayName: 'New', mailAddresses: ['new@example.org'] };
      const made = await send('POST', '/people', body);
      expect(made).toMatchObject({ status: 201, headers: { location: `/api/v1/people/${userId}` } });
      expect(made.body).toMatchObject({ userId, roles: ['user'], state: 'enabled', language: 'en' });
      const [mail] = await current.administration.mailbox.about(userId);
      expect(mail?.content).toMatchObject({ kind: 'account-invitation' });
      expect(await send('POST', '/people', body)).toMatchObject({ status: 409, body: { code: 'user-exists' } });
    });

    it('people are disabled and enabled in the version that was read, and the records name the account', async () => {
      const { headers, body } = await ask(path, { key });
      const etag = headers['etag'] ?? '';
      expect(body['state']).toBe('enabled');
      expect(await send('PATCH', path, { state: 'disabled' })).toMatchObject({
        status: 428,
        body: { code: 'precondition-required' },
      });
      const disabled = await send('PATCH', path, { state: 'disabled' }, { 'if-match': etag });
      expect(disabled).toMatchObject({ status: 200, body: { state: 'disabled' } });
      expect(disabled.headers['etag']).not.toBe(etag);
      expect(await send('PATCH', path, { state: 'enabled' }, { 'if-match': etag })).toMatchObject({
        status: 412,
        body: { code: 'precondition-failed' },
      });
      expect(await send('PATCH', path, { state: 'disabled' }, { 'if-match': '*' })).toMatchObject({ status: 200 });
      expect(await send('PATCH', path, { state: 'enabled' }, { 'if-match': '*' })).toMatchObject({
        body: { state: 'enabled' },
      });
      expect(await types()).toEqual(['account-enabled', 'account-disabled']);
      const [fact] = await current.administration.facts(jane);
      expect(fact?.actor).toMatchObject({ kind: 'service-account', name: 'Tickets' });
    });

    it('people get the role `user` at once, and a staff role once another person than the key holder agrees', async () => {
      await current.administration.add(['administrator']);
      expect(await send('POST', `${path}/roles`, { role: 'user' })).toMatchObject({ status: 409 });
      const asked = await send('POST', `${path}/roles`, { role: 'auditor' });
      expect(asked).toMatchObject({
        status: 202,
        body: {
          kind: 'role',
          role: 'auditor',
          state: 'awaiting-approval',
          requestedBy: 'anna through the service account Tickets',
        },
      });
      const there = String(asked.headers['location']).replace('/api/v1', '');
      expect((await ask(there, { key })).body).toEqual(asked.body);
      expect((await ask('/approvals', { key })).body['approvals']).toContainEqual(asked.body);
      const id = parseApprovalId(String(asked.body['id']));
      if (!id) throw new Error('no identifier of a request');
      const { ports } = current.administration;
      const anna = { ...jane, userId: 'anna' };
      expect(await decideApproval(ports, ROLE_REQUESTS, signedInAs(anna), id, 'approved', ORIGIN)).toMatchObject({
        refusal: 'own-request',
      });
      await decideApproval(
        ports,
        ROLE_REQUESTS,
        signedInAs({ ...jane, userId: 'bert', roles: ['administrator'] }),
        id,
        'declined',
        ORIGIN,
      );
      expect((await ask(there, { key })).body).toMatchObject({ state: 'declined', decidedBy: 'bert', endsAt: null });
    });

    it('threat: a system widens what staff may do — a person does that', async () => {
      await current.administration.add(['administrator']);
      const staff = await current.administration.add(['helpdesk-agent']);
      const to = `/people/${staff.userId}`;
      await disableAccount(current.administration.ports, null, staff, ORIGIN);
      const enabled = await send('PATCH', to, { state: 'enabled' }, { 'if-match': '*' });
      expect(enabled).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
      expect(await send('POST', `${to}/roles`, { role: 'user' })).toMatchObject({ status: 403 });
    });
  });

  describe('devices', () => {
    let deviceId: string;

    beforeEach(async () => {
      ({ instanceId: deviceId } = await current.world.activate(jane));
    });

    it('devices are listed, and locked for good', async () => {
      const { body } = await ask(`${path}/devices`, { key });
      expect(body).toMatchObject({ devices: [{ id: deviceId, state: 'active', lockedFor: [] }] });
      const locked = await send('PATCH', `${path}/devices/${deviceId}`, { state: 'locked' }, { 'if-match': '*' });
      expect(locked).toMatchObject({ status: 200, body: { state: 'locked', lockedFor: ['helpdesk'] } });
      const unlocked = await send('PATCH', `${path}/devices/${deviceId}`, { state: 'active' }, { 'if-match': '*' });
      expect(unlocked).toMatchObject({ status: 400, body: { errors: [{ where: 'body', name: 'state' }] } });
      expect((await types()).filter((type) => type === 'device-locked-by-helpdesk')).toHaveLength(1);
    });

    it('devices are locked by the helpdesk even if their owner locked them', async () => {
      await lockAndHold(current.world.ports, deviceId, 'person');
      const locked = await send('PATCH', `${path}/devices/${deviceId}`, { state: 'locked' }, { 'if-match': '*' });
      expect(locked.body['lockedFor']).toEqual(['helpdesk', 'person']);
    });

    it('devices and hardware that wait for an administrator of the gateway are listed with their references', async () => {
      const since = new Date('2026-05-04T10:00:00Z');
      const progress = { state: 'waiting', reference: 'ABCD1234', since } as const;
      const { directory } = current.world;
      const held = await directory.holdings(jane);
      const instances = held.instances.map((instance) => ({ ...instance, removal: progress }));
      const requests = [{ serialNumber: '0097123456', ...progress, state: 'rejected' as const }];
      vi.spyOn(directory, 'holdings').mockResolvedValueOnce({ ...held, instances, requests });
      const { body } = await ask(`${path}/devices`, { key });
      const said = { reference: 'ABCD1234', since: since.toISOString() };
      expect(body).toMatchObject({
        devices: [{ id: deviceId, removal: { state: 'waiting', ...said } }],
        requests: [{ serialNumber: '0097123456', state: 'rejected', ...said }],
      });
      expect((await ask(`${path}/devices`, { key })).body).toMatchObject({
        devices: [{ removal: null }],
        requests: [],
      });
    });

    it('devices are removed once another person than the key holder agrees', async () => {
      const to = `${path}/devices/${deviceId}/removals`;
      const asked = await send('POST', to, { reason: 'lost', ticket: 'INC-1' });
      expect(asked).toMatchObject({ status: 202, body: { kind: 'removal', state: 'awaiting-approval', deviceId } });
      expect(await send('POST', to, { reason: 'lost', ticket: 'INC-1' })).toMatchObject({ status: 409 });
      const id = parseApprovalId(String(asked.body['id']));
      if (!id) throw new Error('no identifier of a removal');
      const { ports } = current.world;
      const decide = (userId: string) =>
        decideApproval(
          ports,
          REMOVALS,
          signedInAs({ ...jane, userId, roles: ['helpdesk-approver'] }),
          id,
          'approved',
          ORIGIN,
        );
      expect(await decide('anna')).toMatchObject({ refusal: 'own-request' });
      expect(await decide('approver')).toMatchObject({ ok: true });
      expect((await ask(`/approvals/${id}`, { key })).body).toMatchObject({ state: 'approved', decidedBy: 'approver' });
      expect((await ask(`${path}/devices`, { key })).body['devices']).toEqual([]);
    });
  });

  describe('activations', () => {
    it('activations are followed by their status, and listed page by page while others begin', async () => {
      const { instanceId } = await current.world.activate(jane);
      const from = current.world.ports.clock.now().toISOString().slice(0, 10);
      const listed: { id: string; userId: string; deviceId: string | null }[] = [];
      let cursor = '';
      do {
        const { status, body } = await ask(`/activations?from=${from}&to=${from}&limit=2${cursor}`, { key });
        expect(status).toBe(200);
        listed.push(...(body['activations'] as typeof listed));
        cursor = typeof body['next'] === 'string' ? `&cursor=${body['next']}` : '';
      } while (cursor !== '');
      expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
      const own = listed.find(({ userId }) => userId === jane.userId);
      expect(own).toMatchObject({ deviceId: instanceId });
      const { body } = await ask(`/activations/${own?.id}`, { key });
      expect(body).toEqual(own);
      expect(body).toMatchObject({ state: 'active' });
    });
  });

  describe('events', () => {
    it('events are delivered at least once, in order, in pages that continue while others happen', async () => {
      const start = await lastEvent();
      const seen: number[] = [];
      for (let times = 0; times < 5; times++) await send('POST', `${path}/invitations`, INVITATION);
      let next = start;
      for (;;) {
        const { body } = await ask(`/events?after=${next}&limit=3`, { key });
        const events = body['events'] as { sequenceNumber: number; type: string }[];
        if (events.length === 0) break;
        seen.push(...events.map(({ sequenceNumber }) => sequenceNumber));
        next = Number(body['next']);
        if (seen.length === 3) await send('POST', `${path}/invitations`, INVITATION);
      }
      expect(seen).toEqual(Array.from({ length: (await lastEvent()) - start }, (_, index) => start + index + 1));
    });

    it('events are one JSON object a line, in our format and as OCSF', async () => {
      const start = await lastEvent();
      await send('PATCH', path, { state: 'disabled' }, { 'if-match': '*' });
      const lines = await ask(`/events?after=${start}`, { key, headers: { accept: 'application/x-ndjson' } });
      expect(lines.headers['content-type']).toBe('application/x-ndjson');
      expect(lines.headers['link']).toBe(`</api/v1/events?after=${start + 1}&limit=100&format=jsonl>; rel="next"`);
      expect(
        lines.text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([{ type: 'account-disabled', actor: { kind: 'service-account', name: 'Tickets' } }]);
      const ocsf = await ask(`/events?after=${start}&format=ocsf`, { key });
      expect(JSON.parse(ocsf.text)).toMatchObject({
        class_uid: 3_001,
        activity_id: 5,
        type_uid: 300_105,
        user: { name: jane.userId },
        actor: { user: { name: 'service account Tickets' } },
        metadata: { version: '1.3.0', uid: String(start + 1) },
      });
      expect((await ask('/events', { key, headers: { accept: 'text/html' } })).status).toBe(406);
    });

    it('events can be awaited, and are read when there are some', async () => {
      const start = await lastEvent();
      const reading = vi.spyOn(current.world.stores.audit, 'read');
      onTestFinished(() => reading.mockRestore());
      const waiting = ask(`/events?after=${start}`, { key, headers: { prefer: 'wait=20' } });
      await poll('one to wait', () => Promise.resolve(current.waiting === 1));
      await send('POST', `${path}/invitations`, INVITATION);
      const { body } = await waiting;
      expect((body['events'] as object[]).length).toBeGreaterThan(0);
      // Before it waits, and once it is told: in between nothing is read.
      expect(reading).toHaveBeenCalledTimes(2);
    });
  });

  it('a wait ends on time, whatever memory is collected meanwhile', async () => {
    const start = await lastEvent();
    const begunAt = performance.now();
    const collecting = setInterval(collectGarbage, 100);
    const { status, body, headers } = await ask(`/events?after=${start}`, { key, headers: { prefer: 'wait=1' } });
    clearInterval(collecting);
    expect([status, body['events'], headers['preference-applied']]).toEqual([200, [], 'wait=1']);
    expect(performance.now() - begunAt).toBeLessThan(HOLD_MS / 2);
  });

  it('a key has a budget, and headers say what is left of it', async () => {
    const small = keyWith(SCOPES, { requestsPerMinute: 2 });
    const { headers } = await ask(path, { key: small });
    expect(headers['ratelimit-policy']).toBe('"requests";q=2;w=60');
    expect(headers['ratelimit']).toBe('"requests";r=1;t=60');
    await ask(path, { key: small });
    const over = await ask(path, { key: small });
    expect(over).toMatchObject({ status: 429, body: { code: 'too-many-requests' }, headers: { 'retry-after': '60' } });
    expect((await ask(path, { key })).status).toBe(200);
    current.world.fake.pass(60_000);
    expect((await ask(path, { key: small })).status).toBe(200);
  });
});
