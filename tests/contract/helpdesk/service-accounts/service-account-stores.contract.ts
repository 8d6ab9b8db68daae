import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { approve, decline, generateApprovalId, type Awaiting } from '@/lib/helpdesk/approvals/approval';
import { newApproval } from '@/lib/helpdesk/approvals/request-approval';
import {
  ACCOUNT_REQUESTS,
  type AccountRequest,
  type AskedAccount,
} from '@/lib/helpdesk/service-accounts/account-request';
import {
  generateServiceAccountId,
  resume,
  suspend,
  withKey,
  withLimits,
  withoutKey,
  withoutScopes,
  end,
  type ServiceAccount,
  type ServiceKey,
} from '@/lib/helpdesk/service-accounts/service-account';
import { generateServiceKey } from '@/lib/helpdesk/service-accounts/service-key';
import { requestServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import { parseNetworkRange } from '@/lib/shared/network-range';
import { systemRandom } from '@/lib/shared/random';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { signedInAs } from '../../../support/doubles/principal';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { newServiceAccount, valueOf, type FakeServiceAccounts } from '../../../support/doubles/fake-service-accounts';

const NOTHING = { events: [], messages: [] };
const RANGES = ['192.0.2.0/24', '2001:db8::/32'].flatMap((text) => parseNetworkRange(text) ?? []);
let names = 0;

/**
 * What every adapter of the ports `ServiceAccountStore` and `AccountRequestStore` does.
 * @param open two replicas of one site, which need not be empty
 */
export function serviceAccountStoresContract(open: () => Promise<[FakeServiceAccounts, FakeServiceAccounts]>): void {
  let here: FakeServiceAccounts;
  let there: FakeServiceAccounts;
  let administrator: User;
  let approver: User;

  beforeAll(async () => {
    [here, there] = await open();
    approver = await here.add(['helpdesk-approver']);
  });

  beforeEach(async () => {
    administrator = await here.add(['administrator']);
  });

  function request(given: Partial<AskedAccount> = {}): Awaiting<AskedAccount> {
    const subject: AskedAccount = {
      accountId: generateServiceAccountId(systemRandom),
      name: `System ${(names += 1)}`,
      scopes: ['user:find', 'device:lock'],
      limits: { networks: RANGES, requestsPerMinute: 60, expiresAt: here.clock.in(90 * DAY) },
      ...given,
    };
    return newApproval(here.ports, ACCOUNT_REQUESTS, signedInAs(administrator), subject, null);
  }

  const create = (asked: Awaiting<AskedAccount>, world = here) =>
    world.ports.approvals.create(ACCOUNT_REQUESTS, asked, NOTHING);

  const read = ({ id, domain }: AccountRequest) => there.ports.approvals.find(ACCOUNT_REQUESTS, id, domain);

  const decide = (asked: Awaiting<AskedAccount>, decision: 'approved' | 'declined' = 'approved', world = here) => {
    const now = here.clock.now();
    const decided =
      decision === 'approved' ? approve(asked, approver.userId, now) : decline(asked, approver.userId, now);
    return world.ports.approvals.save(ACCOUNT_REQUESTS, decided, NOTHING);
  };

  async function found(id: ServiceAccount['id'], world = there): Promise<ServiceAccount> {
    const account = await world.ports.accounts.find(id, 'example.org');
    if (!account) throw new Error(`no ${id}`);
    return account;
  }

  async function made(given: Partial<AskedAccount> = {}): Promise<ServiceAccount> {
    const asked = request(given);
    valueOf(await create(asked));
    valueOf(await decide(asked));
    return found(asked.subject.accountId);
  }

  const save = (account: ServiceAccount, newKeyHash: string | null = null, world = here) =>
    world.ports.accounts.save(account, newKeyHash, { by: administrator, sideEffects: NOTHING });

  async function withNewKey(account: ServiceAccount, overlapMs = 0): Promise<[ServiceAccount, ServiceKey, string]> {
    const { id, text } = generateServiceKey(systemRandom);
    const key = { id, madeAt: here.clock.now(), shownTo: administrator.userId, endsAt: null, lastUse: null };
    const hash = await here.ports.hash(text);
    const next = valueOf(withKey(account, key, overlapMs));
    valueOf(await save(next, hash));
    return [next, key, hash];
  }

  const expiring = async (world = here) =>
    (await world.ports.accounts.listExpiring(here.clock.in(14 * DAY), 1_000)).map(({ id }) => id);

  const soon = () => ({ networks: [], requestsPerMinute: 60, expiresAt: here.clock.in(10 * DAY) });

  describe('requests for service accounts', () => {
    it('a request is read back as it was created, and is awaiting until it is decided', async () => {
      const asked = request();
      expect(await create(asked)).toEqual({ ok: true, value: null });
      const { approvals } = there.ports;
      const queue = (domain: string) => approvals.listAwaiting(ACCOUNT_REQUESTS, domain, 1_000);
      expect(await read(asked)).toEqual(asked);
      expect(await queue(asked.domain)).toContainEqual(asked);
      expect(await queue('elsewhere')).toEqual([]);
      const before = new Date(asked.endsAt.getTime() - 1);
      expect(await approvals.listDue(ACCOUNT_REQUESTS, before, 1_000)).not.toContainEqual(asked);
      expect(await approvals.listDue(ACCOUNT_REQUESTS, asked.endsAt, 1_000)).toContainEqual(asked);
      expect(await decide(asked, 'declined')).toEqual({ ok: true, value: null });
      expect(await read(asked)).toMatchObject({ state: 'declined', decidedBy: approver.userId });
      expect(await there.ports.accounts.find(asked.subject.accountId, 'example.org')).toBeNull();
    });

    it('an approved request creates an account without a key', async () => {
      const asked = request();
      await create(asked);
      await decide(asked);
      const { accountId, name, scopes, limits } = asked.subject;
      const { domain } = administrator;
      const people = { requestedBy: administrator.userId, approvedBy: approver.userId, createdAt: here.clock.now() };
      const ends = { suspendedAt: null, endedAt: null, keys: [], returnAddresses: [] };
      const named = { id: accountId, domain, version: 1, name, scopes };
      expect(await found(accountId)).toEqual({ ...named, ...limits, ...people, ...ends });
    });

    it('a requested name stays taken until the account ends', async () => {
      const asked = request();
      await create(asked);
      const { name } = asked.subject;
      const again = () =>
        requestServiceAccount(there.ports, signedInAs(administrator), newServiceAccount(here.clock, { name }), ORIGIN);
      expect(await again()).toEqual({ ok: false, refusal: 'name-taken' });
      await decide(asked);
      expect(await again()).toEqual({ ok: false, refusal: 'name-taken' });
      await save(valueOf(end(await found(asked.subject.accountId), here.clock.now())));
      expect(await again()).toMatchObject({ ok: true });
    });

    it('a name that is taken by the time of the approval makes no second account, and the request waits on', async () => {
      const account = await made();
      const same = request({ name: account.name });
      await create(same);
      expect(await decide(same)).toEqual({ ok: false, refusal: 'name-taken' });
      expect(await read(same)).toEqual(same);
      expect(await there.ports.accounts.find(same.subject.accountId, same.domain)).toBeNull();
    });

    it('an account has one request for more scopes at a time, whose approval adds them', async () => {
      const account = await made();
      const more = request({ accountId: account.id, name: account.name, scopes: ['audit:read'], limits: null });
      expect(await create(more)).toEqual({ ok: true, value: null });
      expect(await read(more)).toEqual(more);
      const again = { ...more, id: generateApprovalId(ACCOUNT_REQUESTS.prefix, systemRandom) };
      expect(await create(again, there)).toEqual({ ok: false, refusal: 'already-asked' });
      valueOf(await save(valueOf(withoutScopes(account, new Set(['device:lock'])))));
      expect(await decide(more)).toEqual({ ok: true, value: null });
      const { scopes, version } = await found(account.id);
      expect([...scopes].toSorted()).toEqual(['audit:read', 'user:find']);
      expect(version).toBe(account.version + 2);
    });

    it('more scopes for an account that has ended are refused, and the request stays', async () => {
      const account = await made();
      const more = request({ accountId: account.id, scopes: ['audit:read'], limits: null });
      await create(more);
      await save(valueOf(end(account, here.clock.now())));
      expect(await decide(more)).toEqual({ ok: false, refusal: 'ended' });
      expect(await read(more)).toEqual(more);
      expect(await decide(more, 'declined')).toEqual({ ok: true, value: null });
    });

    it('threat: the word of an administrator who is disabled meanwhile counts no longer', async () => {
      const asked = request();
      await create(asked);
      await here.disable(administrator);
      expect(await decide(asked)).toEqual({ ok: false, refusal: 'not-permitted' });
      expect(await there.ports.accounts.find(asked.subject.accountId, 'example.org')).toBeNull();
      expect(await decide(asked, 'declined')).toEqual({ ok: true, value: null });
    });

    it('threat: two who decide at once end it once', async () => {
      const asked = request();
      await create(asked);
      const both = await Promise.all([decide(asked), decide(asked, 'declined', there)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await there.ports.accounts.find(asked.subject.accountId, 'example.org')) !== null).toBe(both[0].ok);
    });
  });

  describe('service accounts', () => {
    it('a service account is read back as it was saved, after every move', async () => {
      let account = await made();
      const [keyed, first, hash] = await withNewKey(account);
      expect(await found(account.id)).toEqual(keyed);
      expect(await there.ports.accounts.find(account.id, 'elsewhere.example')).toBeNull();
      expect(await there.ports.accounts.findKey(first.id)).toEqual({ account: keyed, key: first, hash });
      here.clock.pass(MINUTE);
      const [rotated] = await withNewKey(keyed, DAY);
      expect(await found(account.id)).toEqual(rotated);
      account = rotated;
      const limits = { networks: [], requestsPerMinute: 5, expiresAt: here.clock.in(9 * DAY) };
      for (const move of [
        (now: ServiceAccount) => withoutKey(now, first.id, here.clock.now()),
        (now: ServiceAccount) => suspend(now, here.clock.now()),
        resume,
        (now: ServiceAccount) => withLimits(now, limits),
        (now: ServiceAccount) => withoutScopes(now, new Set(['device:lock'])),
        (now: ServiceAccount) => end(now, here.clock.now()),
      ]) {
        account = valueOf(move(account));
        expect(await save(account)).toEqual({ ok: true, value: null });
        expect(await found(account.id)).toEqual(account);
      }
    });

    it('the service accounts of a domain are listed, the ended ones last', async () => {
      const first = await made();
      here.clock.pass(SECOND);
      const second = await made();
      here.clock.pass(SECOND);
      const third = await made();
      await save(valueOf(end(third, here.clock.now())));
      const listed = (await there.ports.accounts.list(administrator.domain, 1_000)).map(({ id }) => id);
      const places = [second, first, third].map(({ id }) => listed.indexOf(id));
      expect(places).toEqual(places.toSorted((left, right) => left - right));
      expect(places).not.toContain(-1);
      expect(await there.ports.accounts.list('elsewhere.example', 1_000)).toEqual([]);
    });

    it('threat: of two who save at once, one reads again', async () => {
      const account = await made();
      const both = await Promise.all([
        save(valueOf(suspend(account, here.clock.now()))),
        save(valueOf(withoutScopes(account, new Set(['user:find']))), null, there),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both).toContainEqual({ ok: false, refusal: 'version-moved' });
    });

    it('threat: scopes that were taken away do not come back by a save that did not see it', async () => {
      const account = await made();
      const more = request({ accountId: account.id, scopes: ['audit:read'], limits: null });
      await create(more);
      await decide(more);
      const stale = valueOf(withLimits(account, { ...account, requestsPerMinute: 1 }));
      expect(await save(stale)).toEqual({ ok: false, refusal: 'version-moved' });
    });

    it('threat: nothing is saved for an administrator who is disabled, and no key is kept', async () => {
      const account = await made();
      await here.disable(administrator);
      const { id, text } = generateServiceKey(systemRandom);
      const key = { id, madeAt: here.clock.now(), shownTo: administrator.userId, endsAt: null, lastUse: null };
      const next = valueOf(withKey(account, key, 0));
      expect(await save(next, await here.ports.hash(text))).toEqual({ ok: false, refusal: 'not-permitted' });
      expect(await there.ports.accounts.findKey(id)).toBeNull();
      expect(await found(account.id)).toEqual(account);
    });
  });

  it('a key is found however many newer ones its account has', async () => {
    let [account, first] = await withNewKey(await made());
    for (let newer = 0; newer < 15; newer++) {
      here.clock.pass(MINUTE);
      [account] = await withNewKey(account);
    }
    const kept = await there.ports.accounts.findKey(first.id);
    expect(kept?.key).toMatchObject({ id: first.id, madeAt: first.madeAt });
    expect(kept?.account).toEqual(await found(account.id));
  });

  describe('uses of a key', () => {
    it('the use of a key is stored at most once a minute', async () => {
      const [, key] = await withNewKey(await made());
      const { accounts } = there.ports;
      const lastUse = async () => (await here.ports.accounts.findKey(key.id))?.key.lastUse;
      const at = here.clock.now();
      await accounts.noteUse(key.id, at, '192.0.2.7');
      await accounts.noteUse(key.id, here.clock.in(59 * SECOND), '192.0.2.8');
      expect(await lastUse()).toEqual({ at, address: '192.0.2.7' });
      await accounts.noteUse(key.id, here.clock.in(MINUTE), null);
      expect(await lastUse()).toEqual({ at: here.clock.in(MINUTE), address: null });
    });

    it('the use of a key does not conflict with a change of its account', async () => {
      const [account, key] = await withNewKey(await made());
      await there.ports.accounts.noteUse(key.id, here.clock.now(), null);
      expect(await save(valueOf(suspend(account, here.clock.now())))).toEqual({ ok: true, value: null });
      expect((await found(account.id)).keys[0]?.lastUse).not.toBeNull();
    });
  });

  describe('expiry', () => {
    it('an expiry is announced once, and again when it was postponed', async () => {
      const account = await made({ limits: soon() });
      const later = await made();
      expect(await expiring()).toContain(account.id);
      expect(await expiring()).not.toContain(later.id);
      const { accounts } = here.ports;
      const both = [accounts.noteTold(account, NOTHING), there.ports.accounts.noteTold(account, NOTHING)];
      expect((await Promise.all(both)).filter((isFirst) => isFirst)).toHaveLength(1);
      expect(await expiring()).not.toContain(account.id);
      const extended = { ...soon(), expiresAt: here.clock.in(13 * DAY) };
      await save(valueOf(withLimits(account, extended)));
      expect(await expiring(there)).toContain(account.id);
    });

    it('the expiry of a suspended or ended account is not announced', async () => {
      const suspended = await made({ limits: soon() });
      await save(valueOf(suspend(suspended, here.clock.now())));
      const ended = await made({ limits: soon() });
      await save(valueOf(end(ended, here.clock.now())));
      const listed = await expiring();
      expect(listed).not.toContain(suspended.id);
      expect(listed).not.toContain(ended.id);
    });
  });
}
