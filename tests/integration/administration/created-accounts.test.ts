import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { User } from '@/lib/accounts/users/user';
import { parseDetails, type TypedDetails } from '@/lib/administration/account-details';
import { disableAccount, takeRole } from '@/lib/administration/change-account';
import {
  addressesVersion,
  changeDetails,
  changeOwnAddresses,
  detailsVersion,
} from '@/lib/administration/change-details';
import { createAccount, sendLinkAgain } from '@/lib/administration/create-account';
import { listRoleRequests } from '@/lib/administration/list-role-requests';
import { readAccount } from '@/lib/administration/read-account';
import { decideRole, expireRoleRequests, requestRole } from '@/lib/administration/request-role';
import { HOUR } from '@/lib/shared/time/duration';
import type { MailAddress } from '@/lib/shared/mail-address';
import { PrismaAccountStore } from '@/lib/database/tables/prisma-account-store';
import { forEachDatabase } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { CHEAP, fakeAdministration, type FakeAdministration } from '../../support/doubles/fake-administration';
import { signedInAs } from '../../support/doubles/principal';
import { newSession } from '../../support/new-session';

const TYPED: TypedDetails = {
  displayName: ' Max  Poe ',
  mailAddresses: 'max.poe@Example.org\nmax@home.example\n',
  language: 'de',
  group: '',
};

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

function details(changes: Partial<TypedDetails> = {}) {
  const parsed = parseDetails({ ...TYPED, ...changes });
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.value;
}

forEachDatabase((_name, open) => {
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

  const asSaved = async ({ userId, domain }: User) => {
    const account = await world.ports.accounts.find({ userId, domain });
    if (!account) throw new Error(`no ${userId}`);
    return account.user;
  };

  /** @param seen the user as the administrator's page shows them */
  const change = async (user: User, changes: Partial<TypedDetails> = {}, seen?: User) => {
    const typed = { ...details(changes), shown: detailsVersion(seen ?? (await asSaved(user))) };
    return changeDetails(world.ports, signedInAs(administrator), user, typed, ORIGIN);
  };

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
    it('has what was typed and the role of a user, waits for its password, and lets nobody in', async () => {
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
      'is there with its records and its mail, or not at all, where a process dies at the first call of its %s',
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

    it('is not there where its record or its mail cannot be written', async () => {
      const accounts = new PrismaAccountStore(world.client, writeNothing, [], CHEAP);
      const account = { ...details(), userId: `max.${(created += 1)}` };
      const dying = { ...world.ports, accounts };
      await expect(createAccount(dying, signedInAs(administrator), account, ORIGIN)).rejects.toThrow(
        'the disk is full',
      );
      const user = { userId: account.userId, domain: administrator.domain };
      expect(await world.ports.accounts.find(user)).toBeNull();
      expect((await create(account.userId)).ok).toBe(true);
    });

    it('threat: whoever is no administrator any more creates none', async () => {
      await world.add(['administrator']);
      await disableAccount(world.ports, null, administrator, ORIGIN);
      expect(await create()).toEqual({ ok: false, refusal: 'not-permitted' });
    });

    it('is refused without a free user ID that an image can hold, and without an address', async () => {
      const { userId } = await newcomer();
      const refusals = [];
      for (const typed of [userId.toUpperCase(), ' ', 'a;b', 'a b', 'x'.repeat(256)]) {
        const made = await create(typed);
        refusals.push(made.ok ? null : made.refusal);
      }
      expect(refusals).toEqual(['user-exists', ...Array.from({ length: 4 }, () => 'user-id-invalid')]);
      expect(await create(undefined, { mailAddresses: '' })).toEqual({ ok: false, refusal: 'no-mail-address' });
    });

    it('gets another link, which ends the earlier one, until its password is set', async () => {
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

  it.each<[string, Partial<TypedDetails>]>([
    ['name-invalid', { displayName: ' \n ' }],
    ['name-invalid', { displayName: 'x'.repeat(101) }],
    ['mail-addresses-invalid', { mailAddresses: 'nobody' }],
    [
      'mail-addresses-invalid',
      { mailAddresses: Array.from({ length: 6 }, (_, one) => `a${one}@b.example`).join('\n') },
    ],
    ['language-unknown', { language: 'tlh' }],
    ['group-invalid', { group: 'x'.repeat(65) }],
  ])('details are refused: %s', (refusal, changes) => {
    expect(parseDetails({ ...TYPED, ...changes })).toEqual({ ok: false, refusal });
  });

  describe('changed details', () => {
    it('find the user, and are told to the old addresses and the new ones', async () => {
      const user = await world.add();
      expect(await world.accounts.lastAddressChange(user)).toBeNull();
      expect(await change(user, { displayName: 'Zoë Quill', group: 'board' })).toEqual({ ok: true, value: null });
      const { users } = await world.ports.users.search(user.domain, ['quill', 'max@home'], null);
      expect(users.map(({ userId, group }) => [userId, group])).toContainEqual([
        user.userId,
        { name: 'board', isProtected: true },
      ]);
      expect(await world.facts(user)).toMatchObject([{ type: 'mail-addresses-changed', added: 2, removed: 1 }]);
      expect(await world.accounts.lastAddressChange(user)).toEqual(world.clock.now());
      const now = world.clock.now();
      const waiting = await world.stores.outbox.lease('notice', now, world.clock.in(HOUR), 1_000);
      expect(waiting.map(({ delivery }) => delivery)).toContainEqual(
        expect.objectContaining({ user: { userId: user.userId, domain: user.domain }, alsoTo: user.mailAddresses }),
      );
    });

    it('threat: of two who save what they saw at once, one is told, and nothing of the other is lost', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const names = [`Round ${round} A`, `Round ${round} B`];
        const saved = await Promise.all(names.map((displayName) => change(user, { displayName }, seen)));
        expect(saved).toContainEqual({ ok: true, value: null });
        expect(saved).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
        expect((await asSaved(user)).displayName).toBe(names[saved.findIndex(({ ok }) => ok)]);
      }
      const refusal = (await world.facts(user)).find(({ type }) => type === 'account-change-refused');
      expect(refusal).toMatchObject({ change: 'change-details', reason: 'changed-meanwhile' });
    });

    it('threat: of an administrator and the user who save addresses at once, one is told', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const own = `own.${round}@example.org` as MailAddress;
        const theirs = `theirs.${round}@example.org`;
        const session = newSession(seen, world.clock.now());
        await world.ports.sessions.create(session, await world.ports.sessions.epochOf(seen));
        const signedIn = { user: seen, scope: { kind: 'full' }, session } as const;
        const typed = { mailAddresses: [own], shown: addressesVersion(seen) };
        const saved = await Promise.all([
          changeOwnAddresses(world.ports, signedIn, typed, ORIGIN),
          change(user, { mailAddresses: theirs, group: `group ${round}` }, seen),
        ]);
        expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
        expect(saved).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
        expect((await asSaved(user)).mailAddresses).toEqual([saved[0].ok ? own : theirs]);
      }
    });

    it('threat: a user who saves their addresses loses nothing that an administrator writes down at once', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const session = newSession(seen, world.clock.now());
        await world.ports.sessions.create(session, await world.ports.sessions.epochOf(seen));
        await change(user, { displayName: `Round ${round}`, mailAddresses: seen.mailAddresses.join('\n') }, seen);
        const own = `own.${round}@example.org` as MailAddress;
        const signedIn = { user: seen, scope: { kind: 'full' }, session } as const;
        const typed = { mailAddresses: [own], shown: addressesVersion(seen) };
        expect((await changeOwnAddresses(world.ports, signedIn, typed, ORIGIN)).ok).toBe(true);
        expect(await asSaved(user)).toMatchObject({ displayName: `Round ${round}`, mailAddresses: [own] });
      }
    });

    it('threat: nobody changes their own, or the addresses of staff, whose mail is the second person’s', async () => {
      const staff = await world.add(['user', 'helpdesk-approver']);
      expect(await change(administrator)).toEqual({ ok: false, refusal: 'own-account' });
      expect(await change(staff)).toEqual({ ok: false, refusal: 'address-of-staff' });
      expect(await change(staff, { mailAddresses: staff.mailAddresses.join('\n') })).toEqual({ ok: true, value: null });
      await takeRole(world.ports, signedInAs(administrator), staff, 'helpdesk-approver', ORIGIN);
      expect(await change(staff)).toEqual({ ok: true, value: null });
      const former = administrator;
      administrator = await world.add(['administrator']);
      await takeRole(world.ports, signedInAs(administrator), former, 'administrator', ORIGIN);
      const typed = { ...details(), shown: detailsVersion(await asSaved(staff)) };
      const late = changeDetails(world.ports, signedInAs(former), staff, typed, ORIGIN);
      expect(await late).toEqual({ ok: false, refusal: 'not-permitted' });
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

    it('is given by a second person, who was written to, and neither by who asked nor by who gets it', async () => {
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
      const by = (decider: User) => decideRole(world.ports, decider, id, 'given', ORIGIN);
      expect(await by(administrator)).toEqual({ ok: false, refusal: 'own-request' });
      expect(await by({ ...user, roles: ['administrator'] })).toEqual({ ok: false, refusal: 'own-account' });
      expect(await rolesNow()).toEqual(['user']);
      expect(await by(approver)).toMatchObject({ ok: true });
      expect(await rolesNow()).toEqual(['user', 'auditor']);
      expect(await by(approver)).toEqual({ ok: false, refusal: 'not-found' });
      const facts = await world.facts(user);
      expect(facts.map(({ type }) => type)).toEqual([
        'role-given',
        'account-change-refused',
        'account-change-refused',
        'role-requested',
      ]);
      expect(facts[0]).toMatchObject({ role: 'auditor', actor: { kind: 'user', userId: approver.userId } });
    });

    it('is declined by one person, and expires where nobody decides', async () => {
      const declined = await request();
      expect(await decideRole(world.ports, approver, declined.id, 'declined', ORIGIN)).toMatchObject({ ok: true });
      const { id, endsAt } = await request();
      world.clock.time = endsAt;
      expect(await listRoleRequests(world.ports, approver)).toEqual([]);
      expect(await decideRole(world.ports, approver, id, 'given', ORIGIN)).toEqual({
        ok: false,
        refusal: 'not-awaiting',
      });
      await expireRoleRequests(world.ports);
      expect(await world.ports.roleRequests.find(id)).toBeNull();
      expect((await world.facts(user))[0]).toMatchObject({ type: 'role-request-expired', requestId: id });
      expect(await rolesNow()).toEqual(['user']);
    });

    it('is refused for oneself, twice, and for somebody who has it', async () => {
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

    it('threat: a second person in another domain decides nothing', async () => {
      const { id } = await request();
      const elsewhere = { ...approver, domain: 'elsewhere.example' };
      expect(await decideRole(world.ports, elsewhere, id, 'given', ORIGIN)).toEqual({
        ok: false,
        refusal: 'not-found',
      });
      const mailAddresses = ['x@y.example' as MailAddress];
      expect(await listRoleRequests(world.ports, { ...elsewhere, mailAddresses })).toEqual([]);
    });
  });
});
