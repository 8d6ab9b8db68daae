import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateFreezeId } from '@/lib/accounts/freeze/freeze';
import { checkProofs, proofWays, type ProofPorts } from '@/lib/accounts/proofs/check-proofs';
import { sendProofCode } from '@/lib/accounts/proofs/send-proof-code';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { addressesVersion, changeOwnAddresses, parseMailAddresses } from '@/lib/administration/change-details';
import { createAccount, sendLinkAgain, setFirstPassword } from '@/lib/administration/create-account';
import { disableAccount } from '@/lib/administration/change-account';
import { mayAskForCode, resetPassword, sendForgottenCode } from '@/lib/administration/forgotten-password';
import { mailedCodes } from '@/lib/administration/proof-code';
import type { Database } from '@/lib/database/database';
import { codeHash } from '@/lib/administration/mailed-secret';
import type { SecondCode } from '@/lib/helpdesk/read-out/second-code';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import { sha256Hex } from '@/lib/database/secrets/sha256-hex';
import { freezeLookup } from '@/lib/database/tables/devices/prisma-freeze-store';
import { PrismaAccountStore } from '@/lib/database/tables/accounts/prisma-account-store';
import { PrismaAuditLog } from '@/lib/database/tables/operations/prisma-audit-log';
import { PrismaMailedSecretStore } from '@/lib/database/tables/accounts/prisma-mailed-secret-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import type { MailContent } from '@/lib/messaging/mail-content';
import type { NewMessage } from '@/lib/messaging/new-message';
import type { PersistSideEffects } from '@/lib/database/side-effects/persist-side-effects';
import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { fakeAccess } from '../../support/doubles/fake-access-ports';
import { FakeClock } from '../../support/doubles/fake-clock';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { signedInAs } from '../../support/doubles/principal';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { testAppender, testPersister } from '../../support/test-chain';

const DOMAIN = 'example.org';
const PASSWORD = 'correct horse battery';
const NEW = 'harbour lamp tortoise violin';
const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
/** Of a password's hash: what is tried is what is done around it. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const PARALLEL = 20;

type CodeKind = 'password-code' | 'confirmation-code' | 'account-invitation';

/** The use cases as one replica has them. @param sent what it told its outbox */
async function replica(database: Database, clock: FakeClock, sent: NewMessage[]) {
  const appender = testAppender();
  const save = testPersister(clock, appender);
  const persist: PersistSideEffects = async (transaction, effects) => {
    sent.push(...effects.messages);
    return save(transaction, effects);
  };
  const access = {
    ...(await fakeAccess()),
    users: new PrismaUserDirectory(database, clock, save, [], CHEAP),
    sessions: new PrismaSessionStore(database),
    freezes: freezeLookup(database.sql),
    audit: new PrismaAuditLog(database, clock, appender, persist),
    rateLimiter: new MemoryRateLimiter(clock),
    clock,
  };
  const devices = new FakeVouchingDevices();
  const ports = {
    ...access,
    accounts: new PrismaAccountStore(database, persist, [], CHEAP),
    secrets: new PrismaMailedSecretStore(database.client, persist),
    devices,
    hash: keyedHash('a session secret', 'mailed secret'),
    settings: { ...access.settings, publicUrl: 'https://tessera.example.org', mailLinks: true },
  };
  const proofs: ProofPorts = {
    ...ports,
    staff: { level: 'strong', isExempt: () => false },
    mailedCodes: mailedCodes(ports),
  };
  return { ports, proofs };
}

type Replica = Awaited<ReturnType<typeof replica>>;

/** What a form brings along. */
const typedCode = (mailedCode: string | null) => ({
  password: PASSWORD,
  oneTimePassword: null,
  passkey: null,
  recoveryCode: null,
  mailedCode,
});

let people = 0;

forEachPairOfReplicas((_kind, open) => {
  const clock = new FakeClock();
  const sent: NewMessage[] = [];
  let databases: [Database, Database];
  let here: Replica;
  let there: Replica;
  let jane: User;
  const browser = generateBrowserSecret(systemRandom);

  beforeAll(async () => {
    databases = await open();
  });

  beforeEach(async () => {
    sent.length = 0;
    here = await replica(databases[0], clock, sent);
    there = await replica(databases[1], clock, sent);
    jane = await add();
  });

  async function add(role: Role = 'user'): Promise<User> {
    const userId = `jane.${(people += 1)}`;
    const mailAddresses = [`${userId}@example.org`, `${userId}@mail.example.net`] as MailAddress[];
    const names = { displayName: 'Jane', language: 'en', group: null, mailAddresses } as const;
    await here.ports.users.add({ userId, domain: DOMAIN, roles: [role], password: PASSWORD, ...names });
    return found(userId);
  }

  async function found(userId: string): Promise<User> {
    const user = await here.ports.users.find(userId, DOMAIN);
    if (!user) throw new Error(`no ${userId}`);
    return user;
  }

  async function enter(password = PASSWORD): Promise<SignedIn> {
    const entered = await signIn(there.ports, { userId: jane.userId, password }, ORIGIN);
    if (!entered.ok) throw new Error(entered.refusal);
    return entered.value;
  }

  const contents = (kind: CodeKind): MailContent[] =>
    sent.flatMap((message) =>
      message.channel === 'mail' && message.content.kind === kind ? [message.content as MailContent] : [],
    );

  function codeIn(kind: 'password-code' | 'confirmation-code'): string {
    const content = contents(kind).at(-1);
    if (!content || !('code' in content)) throw new Error(`no mail ${kind}`);
    return content.code;
  }

  function newestToken(): string {
    const content = contents('account-invitation').at(-1);
    if (content?.kind !== 'account-invitation') throw new Error('no link was mailed');
    expect(content.passwordLink).toMatch(/^https:\/\/tessera\.example\.org\/sign-in\/first-password#[\w-]{43}$/);
    return content.passwordLink.split('#')[1] ?? '';
  }

  const ways = async () =>
    (await proofWays(there.proofs, jane, { action: 'bind-device', missing: 'second' }, true)).ways;

  const notices = (): Promise<number> =>
    databases[0].client.outboxMessage.count({ where: { channel: 'notice', destination: jane.userId } });

  const ask = (userId = jane.userId) => sendForgottenCode(here.ports, userId, browser, ORIGIN);

  const typed = (code: string, more: { oneTimePassword?: string; new?: string; again?: string } = {}) => ({
    userId: jane.userId,
    code,
    oneTimePassword: more.oneTimePassword ?? '',
    passwords: { new: more.new ?? NEW, again: more.again ?? more.new ?? NEW },
  });

  const reset = (
    code: string,
    more: Parameters<typeof typed>[1] = {},
    { holder = browser, visitor = null }: Partial<Parameters<typeof resetPassword>[2]> = {},
  ) => resetPassword(there.ports, typed(code, more), { holder, visitor }, ORIGIN);

  /** Each from elsewhere, so that no limit of a network is what stops it. */
  const resetAtOnce = (what: string) =>
    Promise.all(
      Array.from({ length: PARALLEL }, (_, index) =>
        resetPassword(
          (index % 2 ? here : there).ports,
          typed(what),
          { holder: browser, visitor: null },
          { ...ORIGIN, address: `198.51.100.${index}` },
        ),
      ),
    );

  const bind = (by: SignedIn, code: string | null, action: 'bind-device' | 'remove-device' = 'bind-device') =>
    checkProofs(there.proofs, by, { action }, typedCode(code), ORIGIN);

  const facts = async (): Promise<string[]> =>
    (await here.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);

  describe('a forgotten password', () => {
    it('is replaced by the code that every address gets; sessions end, and every address is told', async () => {
      const session = await enter();
      await ask(jane.userId.toUpperCase());
      const recipients = sent.flatMap((message) => (message.channel === 'mail' ? [message.to] : []));
      expect(recipients).toEqual(jane.mailAddresses);
      const before = await notices();
      expect(await reset(codeIn('password-code').toLowerCase().replace('-', ' '))).toEqual({ ok: true, value: null });
      expect(await notices()).toBe(before + 1);
      expect(await there.ports.sessions.find(session.session.id, clock.now())).toBeNull();
      await expect(enter()).rejects.toThrow('invalid-credentials');
      await enter(NEW);
      expect((await facts()).slice(1)).toContain('password-reset');
    });

    it('threat: a sign-in that is under way with the old password opens no session', async () => {
      await ask();
      const epoch = await there.ports.sessions.epochOf(jane);
      const { session } = await enter();
      expect((await reset(codeIn('password-code'))).ok).toBe(true);
      expect(
        await there.ports.sessions.create({ ...session, id: `${session.id.slice(0, -2)}00` as never }, epoch),
      ).toBe(false);
    });

    it('threat: a code that is wrong, replayed, from another browser, over or of nobody gets one answer', async () => {
      await ask();
      const code = codeIn('password-code');
      const wrong = { ok: false, refusal: 'mailed-code-wrong' };
      expect(await reset('2222-2222')).toEqual(wrong);
      expect(await reset('no code at all')).toEqual(wrong);
      expect(await reset(code, {}, { holder: generateBrowserSecret(systemRandom) })).toEqual(wrong);
      expect(await reset(code, {}, { holder: null })).toEqual(wrong);
      const stranger = { ...typed(code), userId: 'nobody.at.all' };
      expect(await resetPassword(there.ports, stranger, { holder: browser, visitor: null }, ORIGIN)).toEqual(wrong);
      expect((await reset(code)).ok).toBe(true);
      expect(await reset(code)).toEqual(wrong);
      await ask();
      clock.pass(10 * MINUTE);
      expect(await reset(codeIn('password-code'))).toEqual(wrong);
    });

    it('threat: the database is read: what is kept of a code depends on a key that is not in it', async () => {
      const kept = await Promise.all(
        ['a session secret', 'another one'].map((secret) =>
          codeHash('session-proof', 'a session', 'KX4P7MQ2' as SecondCode, keyedHash(secret, 'mailed secret')),
        ),
      );
      expect(new Set([...kept, sha256Hex('session-proof:a session:KX4P7MQ2')]).size).toBe(3);
    });

    it('threat: of twenty right codes at once one sets a password; of wrong ones eight are compared', async () => {
      await ask();
      const code = codeIn('password-code');
      expect((await resetAtOnce(code)).filter(({ ok }) => ok)).toHaveLength(1);
      await ask();
      await resetAtOnce('2222-2222');
      expect(await reset(codeIn('password-code'))).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    });

    it('threat: a mailbox alone: who has a device proves that too, after the code and before the password', async () => {
      there.ports.devices.valid.add('123456');
      await ask();
      const code = codeIn('password-code');
      expect(await reset(code)).toEqual({ ok: false, refusal: 'device-proof-required' });
      expect(await reset(code, { oneTimePassword: '654321' })).toEqual({
        ok: false,
        refusal: 'one-time-password-wrong',
      });
      // A weak password uses no one-time password up.
      const weak = await reset(code, { oneTimePassword: '123456', new: jane.mailAddresses[1] ?? '' });
      expect(weak).toEqual({ ok: false, refusal: 'password-guessable' });
      expect((await reset(code, { oneTimePassword: '123456' })).ok).toBe(true);
    });

    it('a session that a phone or an invitation opened in the same browser proves it, and a password’s does not', async () => {
      there.ports.devices.valid.add('123456');
      const visitor = await enter();
      await ask();
      const code = codeIn('password-code');
      expect(await reset(code, {}, { visitor })).toEqual({ ok: false, refusal: 'device-proof-required' });
      const old = new Date(clock.now().getTime() - HOUR);
      const stale = { ...visitor, session: { ...visitor.session, proofs: { device: old } } };
      expect(await reset(code, {}, { visitor: stale })).toEqual({ ok: false, refusal: 'device-proof-required' });
      const proved = { ...visitor, session: { ...visitor.session, proofs: { device: clock.now() } } };
      const other = { ...proved, user: { ...proved.user, userId: 'somebody.else' } };
      expect(await reset(code, {}, { visitor: other })).toEqual({ ok: false, refusal: 'device-proof-required' });
      expect((await reset(code, {}, { visitor: proved })).ok).toBe(true);
    });

    it('threat: an address that was changed lately: its code is not enough, for a week', async () => {
      const addresses = { mailAddresses: ['thief@example.net' as MailAddress], shown: addressesVersion(jane) };
      await changeOwnAddresses(here.ports, await enter(), addresses, ORIGIN);
      await ask();
      expect(await reset(codeIn('password-code'))).toEqual({ ok: false, refusal: 'device-proof-required' });
      clock.pass(7 * DAY);
      await ask();
      expect((await reset(codeIn('password-code'))).ok).toBe(true);
    });

    it('sends nothing to whoever is disabled, frozen, without a password, or not there, and works for none', async () => {
      await ask('nobody.at.all');
      await ask('x'.repeat(5_000));
      await ask();
      const code = codeIn('password-code');
      const { client } = databases[0];
      const named = { userId: jane.userId, domain: DOMAIN };
      await client.user.update({ where: { userId_domain: named }, data: { passwordOffAt: clock.now() } });
      await ask();
      expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
      await client.user.update({ where: { userId_domain: named }, data: { passwordOffAt: null } });
      const frozen = { state: 'frozen', id: generateFreezeId(systemRandom), version: 1, ...named } as const;
      const freeze = await client.accountFreeze.create({
        data: { ...frozen, frozenBy: 'person', frozenAt: clock.now(), isSettled: true },
      });
      await ask();
      expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
      await client.accountFreeze.delete({ where: { id: freeze.id } });
      await disableAccount(here.ports, null, jane, ORIGIN);
      await ask();
      expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
      expect(contents('password-code')).toHaveLength(2);
    });

    it('is asked for five times an hour for one account, whether there is one or not', async () => {
      for (const userId of [jane.userId, 'nobody.at.all']) {
        const answers: boolean[] = [];
        for (let count = 0; count < 6; count++)
          answers.push(await mayAskForCode(here.ports, userId, { ...ORIGIN, address: `203.0.113.${count}` }));
        expect(answers).toEqual([true, true, true, true, true, false]);
      }
    });
  });

  describe('a first password', () => {
    let administrator: User;
    let token: string;

    beforeEach(async () => {
      administrator = await add('administrator');
      const userId = `new.${(people += 1)}`;
      const details = { displayName: 'New', language: 'de', group: null } as const;
      const mailAddresses = [`${userId}@example.org`] as MailAddress[];
      const account = { userId, ...details, mailAddresses };
      const created = await createAccount(here.ports, signedInAs(administrator), account, ORIGIN);
      if (!created.ok) throw new Error(created.refusal);
      jane = created.value;
      token = newestToken();
    });

    const set = (with_ = token, password = NEW, again = password) =>
      setFirstPassword(there.ports, { token: with_, passwords: { new: password, again } }, ORIGIN);

    it('is set once by the link of the mail, and signs in', async () => {
      expect(await set(token, 'short')).toEqual({ ok: false, refusal: 'password-too-short' });
      expect(await set(token, NEW, 'another one')).toEqual({ ok: false, refusal: 'passwords-differ' });
      const results = await Promise.all(Array.from({ length: PARALLEL }, () => set()));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await set()).toEqual({ ok: false, refusal: 'unknown-link' });
      await enter(NEW);
      expect((await here.ports.accounts.find(jane))?.isInvited).toBe(false);
    });

    it('threat: a link that is made up, over, replaced, or of a disabled account sets none', async () => {
      const unknown = { ok: false, refusal: 'unknown-link' };
      expect(await set('A'.repeat(43))).toEqual(unknown);
      expect(await set(`${token} `.repeat(100))).toEqual(unknown);
      const replaced = token;
      expect((await sendLinkAgain(here.ports, signedInAs(administrator), jane, ORIGIN)).ok).toBe(true);
      expect(await set(replaced)).toEqual(unknown);
      token = newestToken();
      clock.pass(7 * DAY);
      expect(await set()).toEqual({ ok: false, refusal: 'expired-link' });
      await sendLinkAgain(here.ports, signedInAs(administrator), jane, ORIGIN);
      token = newestToken();
      await disableAccount(here.ports, null, jane, ORIGIN);
      expect(await set()).toEqual(unknown);
    });
  });

  describe('a code by mail as a proof, at the level strong', () => {
    it('binds the first device, in the session that requested it, once', async () => {
      const [own, other] = [await enter(), await enter()];
      expect(await bind(own, null)).toEqual({ ok: false, refusal: 'second-proof-required' });
      expect(await ways()).toEqual(['mailed-code', 'helpdesk']);
      expect((await sendProofCode(here.proofs, own, ORIGIN)).ok).toBe(true);
      const code = codeIn('confirmation-code');
      const wrong = { ok: false, refusal: 'mailed-code-wrong' };
      expect(await bind(other, code)).toEqual(wrong);
      const tries = await Promise.all(Array.from({ length: 6 }, () => bind(own, code)));
      expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
      const proved = await there.ports.sessions.find(own.session.id, clock.now());
      expect(proved?.proofs['mailed-code']).toEqual(clock.now());
      expect(await bind(other, code)).toEqual(wrong);
      expect(await facts()).toEqual(expect.arrayContaining(['proof-code-sent', 'proof-code-refused', 'proof-given']));
    });

    it('is offered for no other action, to nobody who has a device, and five times in a quarter of an hour', async () => {
      const own = await enter();
      const asked = { action: 'remove-device', missing: 'second' } as const;
      expect((await proofWays(there.proofs, jane, asked, true)).ways).not.toContain('mailed-code');
      for (let count = 0; count < 5; count++) expect((await sendProofCode(here.proofs, own, ORIGIN)).ok).toBe(true);
      expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      here.ports.devices.valid.add('123456');
      expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'not-offered' });
      // A code that was mailed before is worth nothing for what does not take one.
      expect(await bind(own, codeIn('confirmation-code'), 'remove-device')).toMatchObject({ ok: false });
    });

    it('threat: a thief with the password changes no address, and a changed one gets no code for a week', async () => {
      const own = await enter();
      const change = () => checkProofs(there.proofs, own, { action: 'change-address' }, typedCode(null), ORIGIN);
      expect(await change()).toEqual({ ok: false, refusal: 'second-proof-required' });
      await sendProofCode(here.proofs, own, ORIGIN);
      const code = codeIn('confirmation-code');
      const before = jane.mailAddresses;
      const mailAddresses = parseMailAddresses(' jane.new@example.org \n') ?? [];
      const addresses = { mailAddresses, shown: addressesVersion(jane) };
      expect((await changeOwnAddresses(here.ports, own, addresses, ORIGIN)).ok).toBe(true);
      const notice = sent.findLast(({ channel }) => channel === 'notice');
      expect(notice).toMatchObject({ alsoTo: before, notice: { what: 'addresses-changed', by: 'user' } });
      expect(await facts()).toContain('mail-addresses-changed');
      // What is in the old mailbox is over.
      expect(await bind(own, code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
      expect(await ways()).toEqual(['helpdesk']);
      expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'not-offered' });
      clock.pass(7 * DAY);
      expect(await ways()).toEqual(['mailed-code', 'helpdesk']);
    });
  });

  it('takes one to five addresses', () => {
    expect(parseMailAddresses('a@example.org, b@example.org;a@example.org')).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
    expect(parseMailAddresses('not an address')).toBeNull();
    expect(parseMailAddresses(Array.from({ length: 6 }, (_, index) => `a${index}@example.org`).join('\n'))).toBeNull();
  });
});
