import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offer } from '@/lib/helpdesk/approvals/offered-kind';
import { settleApprovals } from '../../../support/settle-approvals';
import { ROLE_REQUESTS } from '@/lib/helpdesk/administration/role-request';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { User } from '@/lib/accounts/users/user';
import { type TypedDetails } from '@/lib/helpdesk/administration/account-details';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { createAccount, sendLinkAgain } from '@/lib/helpdesk/administration/create-account';
import { accountOrigins } from '@/lib/helpdesk/approvals/account-origin';
import { listRoleRequests } from '@/lib/helpdesk/administration/list-role-requests';
import { readAccount } from '@/lib/helpdesk/administration/read-account';
import { requestRole } from '@/lib/helpdesk/administration/request-role';
import type { MailAddress } from '@/lib/shared/mail-address';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { CHEAP, fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { signedInAs } from '../../../support/doubles/principal';
import { details } from './typed-details';

let created = 0;

function writeNothing(): Promise<void> {
  return Promise.reject(new Error('the disk is full'));
}

/** A port of a process that dies at its first call with an effect. */
function deadPort<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get: (target, member) => {
      const value: unknown = Reflect.get(target, member, target);
      if (typeof value !== 'function') return value;
      if (!/^(add|append|keep)$/.test(String(member))) return value.bind(target) as unknown;
      return () => Promise.reject(new Error('dead'));
    },
  });
}

forUseCases((_name, open) => {
  let world: FakeAdministration;
  let administrator: User;

  beforeAll(async () => {
    world = fakeAdministration(await open());
  });

  beforeEach(async () => {
    administrator = await world.add(['administrator']);
  });

  const create = (userId = `Max.${(created += 1)}`, changes: Partial<TypedDetails> = {}) =>
    createAccount(world.ports, signedInAs(administrator), { ...details(changes), userId }, ORIGIN);

  async function newcomer(): Promise<User> {
    const made = await create();
    if (!made.ok) throw new Error(made.refusal);
    return made.value;
  }

  const linkOf = async ({ userId }: User) => {
    const { passwordLink } = await world.mailbox.newest(userId, 'account-invitation');
    return passwordLink;
  };

  describe('an account that is created', () => {
    it('a created account has the entered details and the role of a user, and cannot sign in without a password', async () => {
      const user = await newcomer();
      expect(user).toMatchObject({
        displayName: 'Max Poe',
        mailAddresses: ['max.poe@example.org', 'max@home.example'],
        language: 'de',
        group: null,
        roles: ['user'],
      });
      expect(await linkOf(user)).toMatch(/^https:\/\/id\.example\.org\/sign-in\/first-password#[\w-]{43}$/);
      expect(await world.ports.accounts.find(user)).toMatchObject({ isInvited: true, disabledAt: null });
      const typed = { userId: user.userId, password: '' };
      expect(await signIn(world.ports, typed, ORIGIN)).toMatchObject({ ok: false });
      const facts = await world.facts(user);
      expect(facts.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['account-created', 'account-invited', 'sign-in-failed']),
      );
      expect(facts.at(-1)).toMatchObject({ actor: { kind: 'user', userId: administrator.userId } });
    });

    it.each(['accounts', 'audit', 'secrets'] as const)(
      'an account is created with its records and mail or not at all, where a process dies at a call of its %s',
      async (port) => {
        const dead = { ...world.ports, [port]: deadPort(world.ports[port]) };
        const userId = `max.${(created += 1)}`;
        await createAccount(dead, signedInAs(administrator), { ...details(), userId }, ORIGIN).catch(() => null);
        const user = { userId, domain: administrator.domain };
        const account = await world.ports.accounts.find(user);
        const types = (await world.stores.audit.listFor(user, 20)).map(({ event }) => event.type);
        expect(types.toSorted()).toEqual(account ? ['account-created', 'account-invited'] : []);
        expect(account === null || account.isInvited).toBe(true);
        expect(account === null || (await linkOf(account.user)).includes('#')).toBe(true);
      },
    );

    it('an account is not created if its record or its mail cannot be written', async () => {
      const accounts = new PrismaAccountStore(world.database, writeNothing, [], CHEAP);
      const account = { ...details(), userId: `max.${(created += 1)}` };
      const dying = { ...world.ports, accounts };
      await expect(createAccount(dying, signedInAs(administrator), account, ORIGIN)).rejects.toThrow(
        'the disk is full',
      );
      const user = { userId: account.userId, domain: administrator.domain };
      expect(await world.ports.accounts.find(user)).toBeNull();
      expect((await create(account.userId)).ok).toBe(true);
    });

    it('threat: a former administrator creates no account', async () => {
      await world.add(['administrator']);
      await disableAccount(world.ports, null, administrator, ORIGIN);
      expect(await create()).toEqual({ ok: false, refusal: 'not-permitted' });
    });

    it('an account needs a free user ID that an image can hold, and an address', async () => {
      const { userId } = await newcomer();
      const refusals = [];
      for (const typed of [
        userId.toUpperCase(),
        ' ',
        'a;b',
        'a b',
        'x'.repeat(256),
        `${userId}\u{200b}`,
        'аlice.real',
      ]) {
        const made = await create(typed);
        refusals.push(made.ok ? null : made.refusal);
      }
      expect(refusals).toEqual(['user-exists', ...Array.from({ length: 6 }, () => 'user-id-invalid')]);
      expect(await create(undefined, { mailAddresses: '' })).toEqual({ ok: false, refusal: 'no-mail-address' });
    });

    it('a new link ends the earlier one, until the password is set', async () => {
      const user = await newcomer();
      const first = await linkOf(user);
      const again = () => sendLinkAgain(world.ports, signedInAs(administrator), user, ORIGIN);
      expect(await again()).toEqual({ ok: true, value: null });
      const second = await linkOf(user);
      const hashes = [first, second].map((link) => world.ports.hash(`first-password:${link.split('#')[1]}`));
      const named = (await Promise.all(hashes)).map((hash) => world.ports.secrets.findByHash('first-password', hash));
      expect(await Promise.all(named)).toMatchObject([null, { userId: user.userId, domain: user.domain }]);
      await world.ports.secrets.take(
        user,
        'first-password',
        await world.ports.hash(`first-password:${second.split('#')[1]}`),
      );
      expect(await again()).toEqual({ ok: false, refusal: 'not-invited' });
      expect((await world.facts(user))[0]).toMatchObject({
        type: 'account-change-refused',
        change: 'send-link',
        reason: 'not-invited',
      });
    });
  });

  describe('a role of the staff', () => {
    let user: User;
    let approver: User;

    beforeEach(async () => {
      user = await world.add();
      approver = await world.add(['helpdesk-approver']);
    });

    async function request() {
      const asked = await requestRole(world.ports, signedInAs(administrator), user, 'auditor', ORIGIN);
      if (!asked.ok) throw new Error(asked.refusal);
      return asked.value;
    }

    const rolesNow = async () => (await world.ports.users.find(user.userId, user.domain))?.roles;

    it('a staff role is granted by a notified second person, neither the requester nor the recipient', async () => {
      const { id } = await request();
      const told = (await world.mailbox.about(user.userId)).filter(({ content }) => content.kind === 'role-requested');
      const addresses = told.map(({ to }) => to);
      expect(addresses).toContain(approver.mailAddresses[0]);
      for (const { mailAddresses } of [administrator, user]) expect(addresses).not.toContain(mailAddresses[0]);
      const obstacleFor = async (reader: User) =>
        (await listRoleRequests(world.ports, reader)).find((listed) => listed.id === id)?.obstacle;
      expect(await obstacleFor(administrator)).toBe('own-request');
      expect(await obstacleFor(user)).toBe('own-account');
      expect(await obstacleFor(approver)).toBeNull();
      const by = (decider: User) =>
        decideApproval(world.ports, ROLE_REQUESTS, signedInAs(decider), id, 'approved', ORIGIN);
      expect(await by(administrator)).toEqual({ ok: false, refusal: 'own-request' });
      expect(await by({ ...user, roles: ['administrator'] })).toEqual({ ok: false, refusal: 'own-account' });
      expect(await rolesNow()).toEqual(['user']);
      expect(await by(approver)).toMatchObject({ ok: true });
      expect(await rolesNow()).toEqual(['user', 'auditor']);
      expect(await by(approver)).toEqual({ ok: false, refusal: 'not-awaiting' });
      const facts = await world.facts(user);
      expect(facts.map(({ type }) => type)).toEqual([
        'account-change-refused',
        'role-given',
        'account-change-refused',
        'account-change-refused',
        'role-requested',
      ]);
      expect(facts[1]).toMatchObject({ role: 'auditor', actor: { kind: 'user', userId: approver.userId } });
    });

    it('a role request is declined by one person, and expires undecided', async () => {
      const declined = await request();
      expect(
        await decideApproval(world.ports, ROLE_REQUESTS, signedInAs(approver), declined.id, 'declined', ORIGIN),
      ).toMatchObject({
        ok: true,
      });
      const { id, endsAt } = await request();
      world.clock.time = endsAt;
      expect(await listRoleRequests(world.ports, approver)).toEqual([]);
      expect(await decideApproval(world.ports, ROLE_REQUESTS, signedInAs(approver), id, 'approved', ORIGIN)).toEqual({
        ok: false,
        refusal: 'not-awaiting',
      });
      await settleApprovals(offer(world.ports, ROLE_REQUESTS));
      expect(await world.ports.approvals.find(ROLE_REQUESTS, id, user.domain)).toMatchObject({ state: 'expired' });
      expect((await world.facts(user))[0]).toMatchObject({ type: 'role-request-expired', requestId: id });
      expect(await rolesNow()).toEqual(['user']);
    });

    it('a role request is refused for oneself, for a duplicate, and for a role already held', async () => {
      const ask = async (target: User, role: 'auditor' | 'administrator' = 'auditor') => {
        const asked = await requestRole(world.ports, signedInAs(administrator), target, role, ORIGIN);
        return asked.ok ? null : asked.refusal;
      };
      expect(await ask(administrator)).toBe('own-account');
      expect(await ask(await world.add(['auditor']))).toBe('has-role');
      expect(await ask({ ...user, userId: 'nobody' })).toBe('not-found');
      expect([await ask(user), await ask(user)]).toEqual([null, 'already-asked']);
      const read = await readAccount(world.ports, signedInAs(administrator), user);
      expect(read).toMatchObject({ isOwn: false, sessions: [], awaited: [{ role: 'auditor' }] });
    });

    it('threat: a look-alike account requests a role: the second person sees who created it, and whom it resembles', async () => {
      const staff = await world.add(['auditor']);
      const twin = await create(staff.userId.replace('o', '0'));
      if (!twin.ok) throw new Error(twin.refusal);
      const { userId, domain } = twin.value;
      const origins = await accountOrigins(
        world.ports,
        domain,
        [userId, staff.userId, userId],
        new Map([[userId, userId]]),
      );
      expect(origins.get(userId)).toEqual({
        made: { at: world.clock.now().toISOString(), by: { kind: 'user', userId: administrator.userId } },
        alike: [{ userId: staff.userId, displayName: staff.displayName }],
      });
      expect(origins.get(staff.userId)?.alike).toEqual([]);
    });

    it('threat: a second person in another domain decides nothing', async () => {
      const { id } = await request();
      const elsewhere = { ...approver, domain: 'elsewhere.example' };
      expect(await decideApproval(world.ports, ROLE_REQUESTS, signedInAs(elsewhere), id, 'approved', ORIGIN)).toEqual({
        ok: false,
        refusal: 'not-found',
      });
      const mailAddresses = ['x@y.example' as MailAddress];
      expect(await listRoleRequests(world.ports, { ...elsewhere, mailAddresses })).toEqual([]);
    });
  });
});
