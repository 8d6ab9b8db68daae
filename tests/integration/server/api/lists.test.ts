import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { changeDetails, detailsVersion } from '@/lib/helpdesk/administration/change-details';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { INVITATION, ticketSystem } from '../../../support/servers/ticket-system';

type Named = Record<string, unknown>;

forUseCases((_name, open) => {
  const { current, ask, about, send, types, keyWith } = ticketSystem(open);

  /** Follows `Link` from page to page, as a client that knows nothing of cursors does. */
  async function follow(path: string, list: string): Promise<{ pages: Named[][]; all: Named[] }> {
    const pages: Named[][] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const { status, body, headers } = await ask(next, { key: about.key });
      expect(status).toBe(200);
      pages.push(body[list] as Named[]);
      const link = /^<\/api\/v1(\/[^>]+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
      expect(link === undefined).toBe(body['next'] === null);
      next = link;
    }
    return { pages, all: pages.flat() };
  }

  it('all users of the domain are listed, in pages of the requested length', async () => {
    const added: User[] = [];
    for (let count = 0; count < 5; count++) added.push(await current.administration.add());
    const { pages, all } = await follow('/people?limit=3', 'people');
    expect(pages.slice(0, -1).every((page) => page.length === 3)).toBe(true);
    const ids = all.map(({ userId }) => String(userId));
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toEqual(expect.arrayContaining(added.map(({ userId }) => userId)));
    const foreign = keyWith(['user:find'], { domain: 'other.example' });
    expect((await ask('/people?limit=3', { key: foreign })).body).toEqual({ people: [], next: null });
  });

  it('a search is cut where the client wants fewer than a page of the directory has', async () => {
    for (let count = 0; count < 25; count++) await current.administration.add();
    const whole = await follow('/people?q=person', 'people');
    expect(whole.pages[0]).toHaveLength(20);
    const cut = await follow('/people?q=person&limit=7', 'people');
    expect(cut.pages[0]).toHaveLength(7);
    expect(cut.all.map(({ userId }) => userId)).toEqual(whole.all.map(({ userId }) => userId));
  });

  it('devices, invitations and approvals are read page by page', async () => {
    const { jane, path } = about;
    // Before the limit of devices, at which no system invites anybody.
    for (let count = 0; count < 5; count++) await send('POST', `${path}/invitations`, INVITATION);
    for (let count = 0; count < 3; count++) await current.world.activate(jane);
    const devices = await follow(`${path}/devices?limit=2`, 'devices');
    expect(devices.pages.map(({ length }) => length)).toEqual([2, 1]);
    expect(new Set(devices.all.map(({ id }) => id)).size).toBe(3);

    const invitations = await follow(`${path}/invitations?limit=2`, 'invitations');
    expect(invitations.pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    const { body } = await ask(`${path}/invitations`, { key: about.key });
    expect(invitations.all).toEqual(body['invitations']);

    for (const { id } of devices.all)
      await send('POST', `${path}/devices/${String(id)}/removals`, { reason: 'lost', ticket: 'INC-2' });
    const approvals = await follow('/approvals?limit=2', 'approvals');
    expect(approvals.all.length).toBeGreaterThanOrEqual(3);
    const times = approvals.all.map(({ requestedAt }) => String(requestedAt));
    expect(times).toEqual(times.toSorted());
  });

  it('threat: a crowd of another domain — does not push out what waits in this one', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const asked = await send('POST', `${path}/devices/${instanceId}/removals`, { reason: 'lost', ticket: 'INC-3' });
    const { approvals } = current.world.ports;
    const own = (await approvals.listFor(REMOVALS, jane, 1)).find((removal) => removal.state === 'awaiting');
    if (!own) throw new Error('nothing waits');
    // Older than the own one, and more than are read at a time.
    for (let count = 0; count < 210; count++) {
      const id = `rem-${count.toString(16).padStart(32, '0')}` as typeof own.id;
      const subject = { ...own.subject, instanceId: `VDS9${count}-1` };
      const before = { requestedAt: new Date(own.requestedAt.getTime() - 60_000), subject };
      const crowded = { ...own, ...before, id, domain: 'other.example' };
      await approvals.create(REMOVALS, crowded, { events: [], messages: [] });
    }
    const { all } = await follow('/approvals', 'approvals');
    expect(all.map(({ id }) => id)).toContain(asked.body['id']);
  });

  it('details are changed in the version that was read, and omitted ones stay', async () => {
    const { jane, path } = about;
    const { headers } = await ask(path, { key: about.key });
    const changed = await send('PATCH', path, { displayName: 'Jane Roe' }, { 'if-match': headers['etag'] ?? '' });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { displayName: 'Jane Roe', mailAddresses: jane.mailAddresses, language: 'en', group: null },
    ]);
    const stale = await send('PATCH', path, { displayName: 'Eve' }, { 'if-match': headers['etag'] ?? '' });
    expect([stale.status, stale.body['code']]).toEqual([412, 'precondition-failed']);
    const moved = { mailAddresses: ['new@example.org', ...jane.mailAddresses], group: 'Sales', language: 'de' };
    const again = await send('PATCH', path, moved, { 'if-match': '*' });
    expect(again.body).toMatchObject({ ...moved, displayName: 'Jane Roe' });
    expect((await types()).slice(0, 2)).toEqual(['mail-addresses-changed', 'account-details-changed']);
    expect((await send('PATCH', path, {}, { 'if-match': '*' })).status).toBe(400);
    const both = { state: 'disabled', displayName: 'X' };
    expect((await send('PATCH', path, both, { 'if-match': '*' })).status).toBe(400);
  });

  it('threat: a machine changes a staff member’s mail address, and with it the password — it may not', async () => {
    const staff = await current.administration.add(['user', 'helpdesk-approver']);
    for (const body of [{ mailAddresses: ['eve@evil.example'] }, { displayName: 'Eve' }]) {
      const { status, body: problem } = await send('PATCH', `/people/${staff.userId}`, body, { 'if-match': '*' });
      expect([status, problem['code']]).toEqual([403, 'not-permitted']);
    }
  });

  it('of two concurrent changes of details, the system’s is refused with the advice to repeat it', async () => {
    const { jane, path } = about;
    const { administration } = current;
    const admin = await administration.add(['user', 'administrator']);
    const details = {
      displayName: 'By a person',
      language: 'en',
      group: null,
      mailAddresses: jane.mailAddresses,
    } as const;
    const find = administration.accounts.find.bind(administration.accounts);
    let isFirst = true;
    administration.accounts.find = async (user) => {
      const found = await find(user);
      if (user.userId !== jane.userId || !found) return found;
      // After the condition was checked, between reading and saving.
      if ((isFirst = !isFirst)) {
        const principal = { user: admin, scope: { kind: 'full' } } as const;
        administration.accounts.find = find;
        await changeDetails(administration.ports, principal, jane, { ...details, shown: detailsVersion(jane) }, ORIGIN);
      }
      return found;
    };
    const { status, body } = await send('PATCH', path, { language: 'fr' }, { 'if-match': '*' });
    administration.accounts.find = find;
    expect([status, body['code']]).toEqual([409, 'try-again']);
  });
});
