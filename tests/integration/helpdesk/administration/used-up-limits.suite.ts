import { beforeEach, expect, it } from 'vitest';
import { anonymousBudgets } from '@/lib/accounts/sign-in/limits';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { askForCode, sendDueCodes } from '@/lib/helpdesk/administration/asked-codes';
import { LONGEST_DELAY_MS } from '@/lib/helpdesk/administration/code-request';
import { resetPassword } from '@/lib/helpdesk/administration/forgotten-password';
import { reportWithCode } from '@/lib/helpdesk/administration/report-with-code';
import { reportWithPassword } from '@/lib/helpdesk/safety/lost-phone/report-with-password';
import type { LostPhonePorts } from '@/lib/helpdesk/safety/safety-ports';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { fakeHelpdesk, onDatabase } from '../../../support/doubles/fake-helpdesk-ports';
import { NEW, ORIGIN, PASSWORD, type MailedSecretsWorld } from './mailed-secrets-world';

/** Whoever has a /48 has all networks in it. */
const STRANGERS = ['203.0.113.7', '2001:db8:7::1', '2001:db8:7:1::1'].map((address) => ({
  correlationId: ORIGIN.correlationId,
  address,
}));

const ORIGINS = [
  ['an IPv4 address', '198.51.100.77'],
  ['an IPv6 address', '2001:db8:99::5'],
] as const;

/** A new browser of the owner, who is known by the user ID alone. @param current gives the world, as new before each test */
export function usedUpLimitsSuite(current: () => MailedSecretsWorld): void {
  let world: MailedSecretsWorld;
  let lost: LostPhonePorts;
  let holder: BrowserSecret;

  beforeEach(async () => {
    world = current();
    holder = generateBrowserSecret(systemRandom);
    const { ports } = await fakeHelpdesk(onDatabase(world.database));
    const { users, rateLimiter } = world.here.ports;
    lost = { ...ports, users, rateLimiter, clock: world.clock };
  });

  const asking = () => ({ holder, knownBrowser: null });

  async function useUp(): Promise<number> {
    let count = 0;
    for (const stranger of STRANGERS)
      for (const budget of anonymousBudgets(world.jane, stranger))
        for (count += 1; (await world.here.ports.rateLimiter.take(siblings(budget, stranger))) === null;) continue;
    return count;
  }

  /** The budgets that are taken with one, as the use cases take them. */
  const siblings = (budget: { key: string }, stranger: typeof ORIGIN) => {
    const [per, what] = budget.key.split(':');
    return anonymousBudgets(world.jane, stranger).filter(({ key }) => {
      const [otherPer, other] = key.split(':');
      return other === what && (per === 'network') === (otherPer === 'network');
    });
  };

  async function mail(purpose: 'forgotten-password' | 'lost-phone', origin: typeof ORIGIN): Promise<void> {
    expect(await askForCode(world.here.ports, purpose, world.jane.userId, asking(), origin)).toBe(true);
    world.clock.pass(LONGEST_DELAY_MS);
    await sendDueCodes(world.here.ports, (error) => expect.unreachable(String(error)), new AbortController().signal);
  }

  it.each(ORIGINS)(
    'threat: two networks use up every anonymous limit: the owner gets in from a third, %s',
    async (_name, address) => {
      const { jane, here } = world;
      const { userId } = jane;
      const origin = { ...ORIGIN, address };
      expect(await useUp()).toBeGreaterThan(0);
      for (const stranger of STRANGERS)
        expect(await signIn(here.ports, { userId, password: PASSWORD }, stranger)).toMatchObject({ ok: false });
      expect(await signIn(here.ports, { userId, password: PASSWORD }, origin)).toMatchObject({ ok: true });
      expect(await here.ports.rateLimiter.take(anonymousBudgets(jane, origin))).toBeNull();
      await mail('forgotten-password', origin);
      const code = world.codeIn('password-code');
      const input = {
        userId,
        code,
        oneTimePassword: { typed: '', instanceId: null },
        passwords: { new: NEW, again: NEW },
      };
      expect(await resetPassword(here.ports, input, { holder, visitor: null }, origin)).toMatchObject({ ok: true });
      const typed = { userId, password: NEW };
      expect(await reportWithPassword(lost, here.ports, typed, asking(), origin)).toMatchObject({ ok: true });
    },
  );

  it.each(ORIGINS)(
    'threat: ever more networks ask for codes of a lost phone: the owner locks it with one of theirs, %s',
    async (_name, address) => {
      const { jane, here } = world;
      const origin = { ...ORIGIN, address };
      for (let network = 1; network <= 20; network++) {
        const from = { ...ORIGIN, address: `203.0.112.${network}` };
        const browser = { holder: generateBrowserSecret(systemRandom), knownBrowser: null };
        await askForCode(here.ports, 'lost-phone', jane.userId, browser, from);
      }
      await mail('lost-phone', origin);
      const typed = { userId: jane.userId, code: world.codeIn('lost-phone-code') };
      const mails = world.contents('lost-phone-code').length / jane.mailAddresses.length;
      expect(mails).toBe(5);
      expect(await reportWithCode(lost, here.ports, typed, asking(), origin)).toMatchObject({ ok: true });
    },
  );
}
