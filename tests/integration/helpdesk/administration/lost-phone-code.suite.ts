import { beforeEach, expect, it } from 'vitest';
import { CODE_LIFETIME_MS } from '@/lib/accounts/sign-in/limits';
import type { User } from '@/lib/accounts/users/user';
import { askForCode, sendDueCodes } from '@/lib/helpdesk/administration/asked-codes';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { LONGEST_DELAY_MS } from '@/lib/helpdesk/administration/code-request';
import { resetPassword } from '@/lib/helpdesk/administration/forgotten-password';
import { CODE_TRIES } from '@/lib/helpdesk/administration/mailed-secret';
import { reportWithCode } from '@/lib/helpdesk/administration/report-with-code';
import type { LostPhonePorts } from '@/lib/helpdesk/safety/safety-ports';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { fakeHelpdesk, onDatabase } from '../../../support/doubles/fake-helpdesk-ports';
import { NEW, ORIGIN, type MailedSecretsWorld } from './mailed-secrets-world';

const NEVER = new AbortController().signal;

/** A code by mail that locks a lost phone. @param current gives the world, as new before each test */
export function lostPhoneCodeSuite(current: () => MailedSecretsWorld): void {
  let world: MailedSecretsWorld;
  let lost: LostPhonePorts;
  let jane: User;
  let holder: BrowserSecret;
  let asked = 0;

  beforeEach(async () => {
    world = current();
    ({ jane } = world);
    holder = generateBrowserSecret(systemRandom);
    const { ports } = await fakeHelpdesk(onDatabase(world.database));
    const { users, rateLimiter } = world.here.ports;
    lost = { ...ports, users, rateLimiter, clock: world.clock };
  });

  /** Each from elsewhere, past the limits on asking. */
  async function ask(userId = jane.userId): Promise<void> {
    const origin = { ...ORIGIN, address: `203.0.114.${(asked += 1) % 250}` };
    const browser = { holder, knownBrowser: null };
    expect(await askForCode(world.here.ports, 'lost-phone', userId, browser, origin)).toBe(true);
    world.clock.pass(LONGEST_DELAY_MS);
    // A round mails a few; other tests have left requests that are due too.
    while ((await world.there.ports.codeRequests.listDue(world.clock.now(), 1)).length > 0)
      await sendDueCodes(world.there.ports, (error) => expect.unreachable(String(error)), NEVER);
  }

  const report = (code: string, by: BrowserSecret | null = holder, userId = jane.userId) =>
    reportWithCode(lost, world.here.ports, { userId, code }, { holder: by, knownBrowser: null }, ORIGIN);

  it('a mailed code opens the case of a lost phone, once', async () => {
    await ask(jane.userId.toUpperCase());
    const recipients = world.sent.flatMap((message) =>
      message.channel === 'mail' && message.content.kind === 'lost-phone-code' ? [message.to] : [],
    );
    expect(recipients).toEqual(jane.mailAddresses);
    const code = world.codeIn('lost-phone-code').toLowerCase();
    expect(await report(code)).toMatchObject({ ok: true, value: { userId: jane.userId, proof: 'mailed-code' } });
    expect((await world.facts()).toSorted()).toEqual(
      expect.arrayContaining(['lost-phone-code-sent', 'phone-reported-lost']),
    );
    expect(await report(code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
  });

  it('a code for a lost phone is mailed to users who turned their password off, too', async () => {
    await world.client.user.updateMany({ where: { userId: jane.userId }, data: { passwordOffAt: world.clock.now() } });
    await ask();
    expect(await report(world.codeIn('lost-phone-code'))).toMatchObject({ ok: true });
  });

  it('a code for a lost phone is good in any browser, because it only reduces access', async () => {
    await ask();
    expect(await report(world.codeIn('lost-phone-code'), generateBrowserSecret(systemRandom))).toMatchObject({
      ok: true,
    });
  });

  it('threat: a code for a lost phone that is wrong, expired, of another user or of no browser locks nothing', async () => {
    await ask();
    const code = world.codeIn('lost-phone-code');
    const wrong = { ok: false, refusal: 'mailed-code-wrong' };
    expect(await report('2222-2222')).toEqual(wrong);
    expect(await report('no code')).toEqual(wrong);
    expect(await report(code, null)).toEqual(wrong);
    expect(await report(code, holder, 'nobody.at.all')).toEqual(wrong);
    world.clock.pass(CODE_LIFETIME_MS);
    expect(await report(code)).toEqual(wrong);
    expect((await world.facts())[0]).toBe('lost-phone-refused');
  });

  it('threat: a code for a lost phone is guessed: it ends with its tries', async () => {
    await ask();
    for (let left = CODE_TRIES; left > 0; left--) await report('2222-2222');
    expect(await report(world.codeIn('lost-phone-code'))).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
  });

  it('threat: a code that only reduces access sets a new password: it is of no use there', async () => {
    await ask();
    const input = {
      userId: jane.userId,
      code: world.codeIn('lost-phone-code'),
      oneTimePassword: { typed: '', instanceId: null },
      passwords: { new: NEW, again: NEW },
    };
    expect(await resetPassword(world.here.ports, input, { holder, visitor: null }, ORIGIN)).toEqual({
      ok: false,
      refusal: 'mailed-code-wrong',
    });
  });

  it('threat: a stranger asks for codes to learn who has an account: unknown and barred users get none', async () => {
    await ask('nobody.at.all');
    await disableAccount(world.here.ports, null, jane, ORIGIN);
    await ask();
    expect(world.contents('lost-phone-code')).toEqual([]);
  });
}
