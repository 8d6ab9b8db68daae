import { invitationInEveryState } from '../../../support/doubles/fake-invitations';
import { beforeEach, expect, it } from 'vitest';
import { generateFreezeId } from '@/lib/accounts/freeze/freeze';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { addressesVersion, changeOwnAddresses } from '@/lib/helpdesk/administration/change-details';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { drawDelay, LONGEST_DELAY_MS, SHORTEST_DELAY_MS } from '@/lib/helpdesk/administration/code-request';
import { askForCode, sendDueCodes } from '@/lib/helpdesk/administration/asked-codes';
import { resetPassword } from '@/lib/helpdesk/administration/forgotten-password';
import { CODE_TRIES, codeHash } from '@/lib/helpdesk/administration/mailed-secret';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import { sha256OfText } from '@/lib/shared/bytes';
import type { SecondCode } from '@/lib/helpdesk/invitations/read-out/second-code';
import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { DOMAIN, NEW, ORIGIN, PARALLEL, type MailedSecretsWorld, type Replica } from './mailed-secrets-world';

const NEVER = new AbortController().signal;

const drawn = (...bytes: number[]): number => drawDelay({ bytes: () => Uint8Array.from(bytes) });

/** A code in place of the password. @param current gives the world, as new before each test */
export function forgottenPasswordSuite(current: () => MailedSecretsWorld): void {
  const browser = generateBrowserSecret(systemRandom);
  let world: MailedSecretsWorld;
  let here: Replica;
  let there: Replica;
  let jane: User;
  let asked = 0;

  beforeEach(() => {
    world = current();
    ({ here, there, jane } = world);
  });

  const notices = (): Promise<number> =>
    world.client.outboxMessage.count({ where: { channel: 'notice', destination: jane.userId } });

  const asking = (holder = browser, knownBrowser: KnownBrowserId | null = null) => ({ holder, knownBrowser });

  const sendDue = (by = there) => sendDueCodes(by.ports, (error) => expect.unreachable(String(error)), NEVER);

  /** Asks in a browser, and waits until the code is mailed if one is. Each from elsewhere, past the limits on asking. */
  async function ask(userId = jane.userId, holder = browser): Promise<void> {
    const origin = { ...ORIGIN, address: `203.0.113.${(asked += 1) % 250}` };
    expect(await askForCode(here.ports, 'forgotten-password', userId, asking(holder), origin)).toBe(true);
    world.clock.pass(LONGEST_DELAY_MS);
    await sendDue();
  }

  const typed = (code: string, more: { oneTimePassword?: string; new?: string; again?: string } = {}) => ({
    userId: jane.userId,
    code,
    oneTimePassword: { typed: more.oneTimePassword ?? '', instanceId: null },
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

  it('a forgotten password is replaced by a mailed code, sessions end, and every address is notified', async () => {
    const session = await world.enter(jane);
    await ask(jane.userId.toUpperCase());
    const recipients = world.sent.flatMap((message) => (message.channel === 'mail' ? [message.to] : []));
    expect(recipients).toEqual(jane.mailAddresses);
    const before = await notices();
    expect(await reset(world.codeIn('password-code').toLowerCase().replace('-', ' '))).toEqual({
      ok: true,
      value: null,
    });
    expect(await notices()).toBe(before + 1);
    expect(await there.ports.sessions.find(session.session.id, world.clock.now())).toBeNull();
    await expect(world.enter(jane)).rejects.toThrow('invalid-credentials');
    await world.enter(jane, NEW);
    expect((await world.facts()).slice(1)).toContain('password-reset');
  });

  it('threat: a sign-in that is under way with the old password opens no session', async () => {
    await ask();
    const epoch = await there.ports.sessions.epochOf(jane);
    const { session } = await world.enter(jane);
    expect((await reset(world.codeIn('password-code'))).ok).toBe(true);
    expect(await there.ports.sessions.create({ ...session, id: `${session.id.slice(0, -2)}00` as never }, epoch)).toBe(
      false,
    );
  });

  it('threat: a code that is wrong, replayed, expired, unknown or from another browser gets one answer', async () => {
    await ask();
    const code = world.codeIn('password-code');
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
    world.clock.pass(10 * MINUTE);
    expect(await reset(world.codeIn('password-code'))).toEqual(wrong);
  });

  it('threat: the database is read: what is kept of a code depends on a key that is not in it', async () => {
    const kept = await Promise.all(
      ['a session secret', 'another one'].map((secret) =>
        codeHash('session-proof', 'a session', 'KX4P7MQ2' as SecondCode, keyedHash(secret, 'mailed secret')),
      ),
    );
    expect(new Set([...kept, await sha256OfText('session-proof:a session:KX4P7MQ2')]).size).toBe(3);
  });

  it('threat: of twenty right codes at once one sets a password; of wrong ones eight are compared', async () => {
    await ask();
    const code = world.codeIn('password-code');
    expect((await resetAtOnce(code)).filter(({ ok }) => ok)).toHaveLength(1);
    await ask();
    await resetAtOnce('2222-2222');
    expect(await reset(world.codeIn('password-code'))).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
  });

  it('threat: a stranger uses the tries up: only the browser that asked has any', async () => {
    await ask();
    const code = world.codeIn('password-code');
    for (const holder of [null, generateBrowserSecret(systemRandom), generateBrowserSecret(systemRandom)])
      for (let count = 0; count < CODE_TRIES; count++) await reset('2222-2222', {}, { holder });
    expect((await reset(code)).ok).toBe(true);
  });

  it('threat: a stranger asks for a code as well: the owner’s stays good, and the stranger’s is another', async () => {
    await ask();
    const code = world.codeIn('password-code');
    const holder = generateBrowserSecret(systemRandom);
    await ask(jane.userId, holder);
    expect(await reset(code, {}, { holder })).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    expect((await reset(code)).ok).toBe(true);
  });

  it('threat: a mailbox alone: who has a device proves that too, after the code and before the password', async () => {
    there.ports.devices.valid.add('123456');
    await ask();
    const code = world.codeIn('password-code');
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

  it('threat: an invitation opened the session: setting a password consumes it, so that it binds no device as well', async () => {
    there.ports.devices.valid.add('123456');
    const { awaiting, live, shown, opened } = invitationInEveryState(jane.userId);
    await here.ports.invitations.create(awaiting, null, { events: [], messages: [] });
    for (const move of [live, shown, opened]) await here.ports.invitations.save(move, { events: [], messages: [] });
    const entered = await world.enter(jane);
    const visitor = { ...entered, session: { ...entered.session, invitationId: opened.id } };
    await ask();
    expect((await reset(world.codeIn('password-code'), {}, { visitor })).ok).toBe(true);
    expect(await here.ports.invitations.find(opened.id, opened.domain)).toMatchObject({
      state: 'revoked',
      why: 'password-reset',
    });
  });

  it('threat: a session that held an invitation once proves nothing by it', async () => {
    there.ports.devices.valid.add('123456');
    const entered = await world.enter(jane);
    const proofs = { password: world.clock.now(), invitation: world.clock.now() };
    const visitor = { ...entered, session: { ...entered.session, proofs } };
    await ask();
    const refused = { ok: false, refusal: 'device-proof-required' };
    expect(await reset(world.codeIn('password-code'), {}, { visitor })).toEqual(refused);
  });

  it('a session that a phone opened in the same browser proves it, and a password’s does not', async () => {
    there.ports.devices.valid.add('123456');
    const visitor = await world.enter(jane);
    await ask();
    const code = world.codeIn('password-code');
    expect(await reset(code, {}, { visitor })).toEqual({ ok: false, refusal: 'device-proof-required' });
    const old = new Date(world.clock.now().getTime() - HOUR);
    const stale = { ...visitor, session: { ...visitor.session, proofs: { device: old } } };
    expect(await reset(code, {}, { visitor: stale })).toEqual({ ok: false, refusal: 'device-proof-required' });
    const proved = { ...visitor, session: { ...visitor.session, proofs: { device: world.clock.now() } } };
    const other = { ...proved, user: { ...proved.user, userId: 'somebody.else' } };
    expect(await reset(code, {}, { visitor: other })).toEqual({ ok: false, refusal: 'device-proof-required' });
    expect((await reset(code, {}, { visitor: proved })).ok).toBe(true);
  });

  it('threat: a code to an address that was changed lately is not enough, for a week', async () => {
    const addresses = { mailAddresses: ['thief@example.net' as MailAddress], shown: addressesVersion(jane) };
    await changeOwnAddresses(here.ports, await world.enter(jane), addresses, ORIGIN);
    await ask();
    expect(await reset(world.codeIn('password-code'))).toEqual({ ok: false, refusal: 'device-proof-required' });
    world.clock.pass(7 * DAY);
    await ask();
    expect((await reset(world.codeIn('password-code'))).ok).toBe(true);
  });

  it('the request mails nothing to unknown users, and to those disabled, frozen or without a password', async () => {
    await ask('nobody.at.all');
    await ask('x'.repeat(5_000));
    await ask();
    const code = world.codeIn('password-code');
    const { client } = world;
    const named = { userId: jane.userId, domain: DOMAIN };
    await client.user.update({ where: { userId_domain: named }, data: { passwordOffAt: world.clock.now() } });
    await ask();
    expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    await client.user.update({ where: { userId_domain: named }, data: { passwordOffAt: null } });
    const frozen = { state: 'frozen', id: generateFreezeId(systemRandom), version: 1, ...named } as const;
    const freeze = await client.accountFreeze.create({
      data: { ...frozen, frozenBy: 'person', frozenAt: world.clock.now(), isSettled: true },
    });
    await ask();
    expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    await client.accountFreeze.delete({ where: { id: freeze.id } });
    await disableAccount(here.ports, null, jane, ORIGIN);
    await ask();
    expect(await reset(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    expect(world.contents('password-code')).toHaveLength(2);
  });

  it('threat: the time of answers reveals who has an account: until a code is due, every request makes the same work', async () => {
    const disabled = await world.add();
    await disableAccount(here.ports, null, disabled, ORIGIN);
    const works = [];
    for (const userId of [jane.userId, 'nobody.at.all', disabled.userId]) {
      here.statements.length = 0;
      await askForCode(here.ports, 'forgotten-password', userId, asking(), ORIGIN);
      world.clock.pass(SHORTEST_DELAY_MS - 1);
      await sendDue(here);
      works.push([...here.statements]);
      world.clock.pass(LONGEST_DELAY_MS);
      await sendDue(here);
    }
    expect(works[0]).toEqual(['CodeRequest create', 'CodeRequest findMany']);
    expect(works.slice(1)).toEqual([works[0], works[0]]);
    expect(world.contents('password-code')).toHaveLength(jane.mailAddresses.length);
  });

  it('a code is mailed once, by any process, also if the one that took the request has died', async () => {
    await askForCode(here.ports, 'forgotten-password', jane.userId, asking(), ORIGIN);
    world.clock.pass(LONGEST_DELAY_MS);
    await Promise.all([sendDue(there), sendDue(here), sendDue(there)]);
    expect(world.contents('password-code')).toHaveLength(jane.mailAddresses.length);
    expect((await reset(world.codeIn('password-code'))).ok).toBe(true);
  });

  it('the mail is delayed by one to eight seconds, at random', () => {
    expect([drawn(0, 0), drawn(128, 0)]).toEqual([SHORTEST_DELAY_MS, 4_500]);
    expect(drawn(255, 255)).toBeLessThan(LONGEST_DELAY_MS);
  });

  it('a code is not mailed once its request has expired', async () => {
    await askForCode(here.ports, 'forgotten-password', jane.userId, asking(), ORIGIN);
    world.clock.pass(HOUR);
    await sendDue();
    expect(world.contents('password-code')).toEqual([]);
    expect(await world.client.codeRequest.count()).toBe(0);
  });

  it('threat: a stranger asks as often as they may: a browser that the user knows has a budget of its own', async () => {
    for (let count = 0; count < 5; count++)
      await askForCode(here.ports, 'forgotten-password', jane.userId, asking(), ORIGIN);
    expect(await askForCode(here.ports, 'forgotten-password', jane.userId, asking(), ORIGIN)).toBe(false);
    const own = asking(browser, 'a known browser' as KnownBrowserId);
    for (const isAllowed of [true, true, true, true, true, false])
      expect(await askForCode(here.ports, 'forgotten-password', jane.userId, own, ORIGIN)).toBe(isAllowed);
  });

  it('one user ID is sent five codes an hour for a network and fifteen in all, whether it exists or not', async () => {
    for (const userId of [jane.userId, 'nobody.at.all']) {
      const answers: boolean[] = [];
      for (let count = 0; count < 24; count++) {
        const origin = { ...ORIGIN, address: `203.0.113.${Math.floor(count / 6)}` };
        answers.push(await askForCode(here.ports, 'forgotten-password', userId, asking(), origin));
      }
      const ofOneNetwork = [true, true, true, true, true, false];
      const over = Array<boolean>(6).fill(false);
      expect(answers).toEqual([...ofOneNetwork, ...ofOneNetwork, ...ofOneNetwork, ...over]);
    }
  });
}
