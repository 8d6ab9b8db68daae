import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { confirmRegistration } from '@/lib/helpdesk/administration/self-registration/confirm-registration';
import { purgeRegistrations } from '@/lib/helpdesk/administration/self-registration/purge-registrations';
import { registerSelf } from '@/lib/helpdesk/administration/self-registration/register-self';
import type { SelfRegistrationPorts } from '@/lib/helpdesk/administration/self-registration/self-registration';
import { unconfirmedDirectory } from '@/lib/helpdesk/administration/self-registration/unconfirmed-directory';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import type { PersistSideEffects } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaRegistrationStore } from '@/lib/database/tables/administration/prisma-registration-store';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { NewMail, NewMessage } from '@/lib/messaging/new-message';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../../support/databases/databases';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';
import { testPersister } from '../../../support/test-chain';

const PASSWORD = 'Directory-Password-1';
const ORIGIN = { correlationId: 'request', address: '192.0.2.7' };
const MAKES_ACCOUNTS = { authenticates: true, registers: true };
const COMPONENTS = { 'Self-Management Website': { authenticates: true }, 'Self-Registration': MAKES_ACCOUNTS };

const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

forEachDatabase((_kind, open) => {
  let database: Database;
  let server: OneSpanServer;
  let gateway: OpenedGateway;
  let ports: SelfRegistrationPorts & Awaited<ReturnType<typeof fakeAccess>>;
  let sent: NewMessage[];
  let person = 0;
  let userId: string;
  let holder: BrowserSecret;

  beforeAll(async () => {
    database = await open();
    server = await startOnespanServer({ components: COMPONENTS, lockThreshold: 0, clock });
    gateway = openAdapter(server, [], { selfRegistration: 'on', registrationComponentType: 'Self-Registration' });
  });

  afterAll(async () => {
    await gateway.close();
    await server.close();
  });

  beforeEach(async () => {
    await server.faults.clear();
    server.calls.clear();
    const access = await fakeAccess();
    sent = [];
    const save = testPersister(access.clock);
    const persist: PersistSideEffects = async (transaction, effects) => {
      sent.push(...effects.messages);
      return save(transaction, effects);
    };
    const registrations = new PrismaRegistrationStore(database.client, persist);
    const { people, selfRegistration } = gateway;
    if (!people) throw new TypeError('no people');
    const users = unconfirmedDirectory(people.users, registrations) as typeof access.users;
    const hash = keyedHash('a session secret', 'mailed secret');
    ports = { ...access, users, selfRegistration, registrations, hash };
    userId = `new.person.${(person += 1)}`;
    server.state.options.directory.push({ userId, staticPassword: PASSWORD, email: `${userId}@example.org` });
    holder = generateBrowserSecret(systemRandom);
  });

  const register = (typed = userId, password = PASSWORD, by = holder) =>
    registerSelf(ports, { userId: typed, password }, { holder: by, knownBrowser: null }, ORIGIN);
  const confirm = (code: string, by: BrowserSecret | null = holder, typed = userId) =>
    confirmRegistration(ports, { userId: typed, code }, by, ORIGIN);
  const mails = () => sent.filter((message): message is NewMail => message.channel === 'mail');
  const enter = () => signIn(ports, { userId, password: PASSWORD }, ORIGIN);

  function lastCode(): string {
    const content = mails().at(-1)?.content;
    if (content?.kind !== 'registration-code') throw new Error('no code');
    return content.code;
  }

  describe('a user who registers themselves', () => {
    it('a new user gets an account with the directory’s password, and is signed in with the mailed code', async () => {
      expect(await register()).toEqual({ ok: true, value: null });
      expect(server.state.accounts.find(userId)).not.toBeNull();
      expect(mails()).toMatchObject([{ to: `${userId}@example.org` }]);
      const signedIn = await confirm(lastCode().toLowerCase());
      expect(signedIn.ok && Object.keys(signedIn.value.session.proofs).toSorted()).toEqual(['mailed-code', 'password']);
      expect(await enter()).toMatchObject({ ok: true });
    });

    it('a user who has an account already is signed in the same way, and may sign in by password meanwhile', async () => {
      server.state.accounts.add({ userId, staticPassword: PASSWORD, email: `${userId}@example.org` });
      expect(await register()).toEqual({ ok: true, value: null });
      expect(await enter()).toMatchObject({ ok: true });
      const signedIn = await confirm(lastCode());
      // Not the mailbox, by which a locked device is unlocked elsewhere.
      expect(signedIn.ok && Object.keys(signedIn.value.session.proofs)).toEqual(['password']);
    });

    it('threat: a colleague’s directory password without the mailbox — it makes an account, and opens none', async () => {
      await register();
      expect(await enter()).toEqual({ ok: false, refusal: 'invalid-credentials' });
      expect(await confirm('AAAA-AAAA')).toEqual({ ok: false, refusal: 'invalid-credentials' });
      // The colleague reads the mail, and their own browser registers: that ends the bar.
      const own = generateBrowserSecret(systemRandom);
      await register(userId, PASSWORD, own);
      expect(await confirm(lastCode())).toEqual({ ok: false, refusal: 'invalid-credentials' });
      expect(await confirm(lastCode(), own)).toMatchObject({ ok: true });
      expect(await enter()).toMatchObject({ ok: true });
    });

    it('threat: a gateway that fails after it made the account — the password alone opens nothing', async () => {
      server.faults.set('authUser', fault.lostAnswer());
      await expect(register()).rejects.toMatchObject({ name: 'GatewayError' });
      await server.faults.clear();
      expect(server.state.accounts.find(userId)).not.toBeNull();
      expect(await enter()).toEqual({ ok: false, refusal: 'invalid-credentials' });
      await register();
      expect(await confirm(lastCode())).toMatchObject({ ok: true });
    });

    it('a bar of a name whose account never came is over after a day, and a later user of the name signs in', async () => {
      server.faults.set('authUser', fault.reset());
      await expect(register()).rejects.toMatchObject({ name: 'GatewayError' });
      await server.faults.clear();
      const isBarred = () => ports.registrations.isPending({ userId, domain: 'example.org' });
      ports.clock.pass(DAY - MINUTE);
      await purgeRegistrations(ports);
      expect(await isBarred()).toBe(true);
      ports.clock.pass(2 * MINUTE);
      server.faults.set('userExecute', fault.reset());
      await purgeRegistrations(ports);
      expect(await isBarred()).toBe(true);
      await server.faults.clear();
      await purgeRegistrations(ports);
      expect(await isBarred()).toBe(false);
      server.state.accounts.add({ userId, staticPassword: PASSWORD, email: `${userId}@example.org` });
      expect(await enter()).toMatchObject({ ok: true });
    });

    it('threat: an account that was never confirmed, a month later — the password alone still opens nothing', async () => {
      server.faults.set('authUser', fault.lostAnswer());
      await expect(register()).rejects.toMatchObject({ name: 'GatewayError' });
      await server.faults.clear();
      ports.clock.pass(30 * DAY);
      await purgeRegistrations(ports);
      expect(await enter()).toEqual({ ok: false, refusal: 'invalid-credentials' });
    });

    it('threat: a gateway that this site has users of its own beside — its bars stay', async () => {
      server.faults.set('authUser', fault.lostAnswer());
      await expect(register()).rejects.toMatchObject({ name: 'GatewayError' });
      await server.faults.clear();
      ports.clock.pass(2 * DAY);
      const { users } = await fakeAccess();
      await purgeRegistrations({ ...ports, users });
      expect(await ports.registrations.isPending({ userId, domain: 'example.org' })).toBe(true);
    });

    it('threat: user names tried one after the other — a wrong password and an unknown user get the same answer', async () => {
      expect([await register(userId, 'wrong'), await register('not.in.the.directory')]).toEqual([
        { ok: true, value: null },
        { ok: true, value: null },
      ]);
      expect(mails()).toEqual([]);
      expect(await ports.registrations.isPending({ userId, domain: 'example.org' })).toBe(false);
    });

    it('threat: a mailbox flooded with codes — five an hour, and the answer stays the same', async () => {
      for (let count = 0; count < 7; count++) expect(await register()).toEqual({ ok: true, value: null });
      expect(mails()).toHaveLength(5);
      expect(server.calls.count('authUser')).toBe(5);
      ports.clock.pass(HOUR);
      await register();
      expect(mails()).toHaveLength(6);
    });

    it('threat: passwords guessed here — they count with those of the sign-in page', async () => {
      for (let count = 0; count < 10; count++) await register(userId, `wrong-${count}`);
      expect(await register()).toEqual({ ok: false, refusal: 'too-many-attempts' });
      expect(await enter()).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });

    it('threat: a mailed code guessed — after eight tries the right one is refused too', async () => {
      await register();
      for (let count = 0; count < 8; count++) await confirm('AAAA-AAAA');
      expect(await confirm(lastCode())).toEqual({ ok: false, refusal: 'invalid-credentials' });
    });

    it('a code works once, for ten minutes, and a newer mail replaces it', async () => {
      await register();
      const first = lastCode();
      await register();
      expect(await confirm(first)).toMatchObject({ ok: false });
      ports.clock.pass(10 * MINUTE);
      expect(await confirm(lastCode())).toMatchObject({ ok: false });
      await register();
      expect(await confirm(lastCode(), null)).toMatchObject({ ok: false });
      expect(await confirm(lastCode())).toMatchObject({ ok: true });
      expect(await confirm(lastCode())).toMatchObject({ ok: false });
    });

    it('a user without an address gets no code, stays out, and is let in once the helpdesk has entered one', async () => {
      const entry = server.state.options.directory.at(-1);
      Object.assign(entry ?? {}, { email: '' });
      expect(await register()).toEqual({ ok: true, value: null });
      expect(mails()).toEqual([]);
      expect(await enter()).toMatchObject({ ok: false });
      Object.assign(server.state.accounts.find(userId) ?? {}, { email: `${userId}@example.org` });
      // What is known of a person is half a minute old at most.
      clock.time = new Date(clock.time.getTime() + MINUTE);
      await register();
      expect(await confirm(lastCode())).toMatchObject({ ok: true });
    });

    it('a registration is refused where the settings do not say so', async () => {
      ports = { ...ports, selfRegistration: null };
      expect(await register()).toEqual({ ok: false, refusal: 'not-offered' });
      expect(server.calls.count('authUser')).toBe(0);
    });
  });
});
