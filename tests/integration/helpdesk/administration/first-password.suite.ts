import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { createAccount, sendLinkAgain, setFirstPassword } from '@/lib/helpdesk/administration/create-account';
import type { MailAddress } from '@/lib/shared/mail-address';
import { DAY } from '@/lib/shared/time/duration';
import { signedInAs } from '../../../support/doubles/principal';
import { NEW, ORIGIN, PARALLEL, type MailedSecretsWorld, type Replica } from './mailed-secrets-world';

let people = 0;

/** The link to a new account. @param current gives the world, as new before each test */
export function firstPasswordSuite(current: () => MailedSecretsWorld): void {
  let world: MailedSecretsWorld;
  let here: Replica;
  let there: Replica;
  let administrator: User;
  let jane: User;
  let token: string;

  beforeEach(async () => {
    world = current();
    ({ here, there } = world);
    administrator = await world.add('administrator');
    const userId = `new.${(people += 1)}`;
    const details = { displayName: 'New', language: 'de', group: null } as const;
    const mailAddresses = [`${userId}@example.org`] as MailAddress[];
    const account = { userId, ...details, mailAddresses };
    const created = await createAccount(here.ports, signedInAs(administrator), account, ORIGIN);
    if (!created.ok) throw new Error(created.refusal);
    jane = created.value;
    token = newestToken();
  });

  function newestToken(): string {
    const content = world.contents('account-invitation').at(-1);
    if (content?.kind !== 'account-invitation') throw new Error('no link was mailed');
    expect(content.passwordLink).toMatch(/^https:\/\/tessera\.example\.org\/sign-in\/first-password#[\w-]{43}$/);
    return content.passwordLink.split('#')[1] ?? '';
  }

  const set = (with_ = token, password = NEW, again = password) =>
    setFirstPassword(there.ports, { token: with_, passwords: { new: password, again } }, ORIGIN);

  it('the first password is set once by the mailed link, and signs in', async () => {
    expect(await set(token, 'short')).toEqual({ ok: false, refusal: 'password-too-short' });
    expect(await set(token, NEW, 'another one')).toEqual({ ok: false, refusal: 'passwords-differ' });
    const results = await Promise.all(Array.from({ length: PARALLEL }, () => set()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await set()).toEqual({ ok: false, refusal: 'unknown-link' });
    await world.enter(jane, NEW);
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
    world.clock.pass(7 * DAY);
    expect(await set()).toEqual({ ok: false, refusal: 'expired-link' });
    await sendLinkAgain(here.ports, signedInAs(administrator), jane, ORIGIN);
    token = newestToken();
    await disableAccount(here.ports, null, jane, ORIGIN);
    expect(await set()).toEqual(unknown);
  });
}
