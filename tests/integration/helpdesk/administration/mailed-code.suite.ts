import { beforeEach, expect, it } from 'vitest';
import { checkProofs } from '@/lib/accounts/proofs/check-proofs';
import { proofWays } from '@/lib/accounts/proofs/prompt-for-proof';
import { sendProofCode } from '@/lib/accounts/proofs/send-proof-code';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { User } from '@/lib/accounts/users/user';
import { addressesVersion, changeOwnAddresses, parseMailAddresses } from '@/lib/helpdesk/administration/change-details';
import { DAY } from '@/lib/shared/time/duration';
import { ORIGIN, PASSWORD, type MailedSecretsWorld, type Replica } from './mailed-secrets-world';

/** What a form brings along. */
const typedCode = (mailedCode: string | null) => ({
  password: PASSWORD,
  oneTimePassword: null,
  codeDevice: null,
  passkey: null,
  recoveryCode: null,
  mailedCode,
});

/** A code by mail beside the password. @param current gives the world, as new before each test */
export function mailedCodeSuite(current: () => MailedSecretsWorld): void {
  let world: MailedSecretsWorld;
  let here: Replica;
  let there: Replica;
  let jane: User;

  beforeEach(() => {
    world = current();
    ({ here, there, jane } = world);
  });

  const ways = async () =>
    (await proofWays(there.proofs, jane, { action: 'bind-device', missing: 'second' }, true)).ways;

  const bind = (by: SignedIn, code: string | null, action: 'bind-device' | 'remove-device' = 'bind-device') =>
    checkProofs(there.proofs, by, { action }, typedCode(code), ORIGIN);

  it('a mailed code binds the first device, once, in the session that requested it', async () => {
    const [own, other] = [await world.enter(jane), await world.enter(jane)];
    expect(await bind(own, null)).toEqual({ ok: false, refusal: 'second-proof-required' });
    expect(await ways()).toEqual(['mailed-code', 'helpdesk']);
    expect((await sendProofCode(here.proofs, own, ORIGIN)).ok).toBe(true);
    const code = world.codeIn('confirmation-code');
    const wrong = { ok: false, refusal: 'mailed-code-wrong' };
    expect(await bind(other, code)).toEqual(wrong);
    const tries = await Promise.all(Array.from({ length: 6 }, () => bind(own, code)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    const proved = await there.ports.sessions.find(own.session.id, world.clock.now());
    expect(proved?.proofs['mailed-code']).toEqual(world.clock.now());
    expect(await bind(other, code)).toEqual(wrong);
    expect(await world.facts()).toEqual(
      expect.arrayContaining(['proof-code-sent', 'proof-code-refused', 'proof-given']),
    );
  });

  it('a mailed code is offered for nothing else, not beside a device, and five times in a quarter of an hour', async () => {
    const own = await world.enter(jane);
    const asked = { action: 'remove-device', missing: 'second' } as const;
    expect((await proofWays(there.proofs, jane, asked, true)).ways).not.toContain('mailed-code');
    for (let count = 0; count < 5; count++) expect((await sendProofCode(here.proofs, own, ORIGIN)).ok).toBe(true);
    expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    here.ports.devices.valid.add('123456');
    expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'not-offered' });
    // A code that was mailed before is worth nothing for what does not take one.
    expect(await bind(own, world.codeIn('confirmation-code'), 'remove-device')).toMatchObject({ ok: false });
  });

  it('threat: a thief with the password changes no address, and a changed one gets no code for a week', async () => {
    const own = await world.enter(jane);
    const change = () => checkProofs(there.proofs, own, { action: 'change-address' }, typedCode(null), ORIGIN);
    expect(await change()).toEqual({ ok: false, refusal: 'second-proof-required' });
    await sendProofCode(here.proofs, own, ORIGIN);
    const code = world.codeIn('confirmation-code');
    const before = jane.mailAddresses;
    const mailAddresses = parseMailAddresses(' jane.new@example.org \n') ?? [];
    const addresses = { mailAddresses, shown: addressesVersion(jane) };
    expect((await changeOwnAddresses(here.ports, own, addresses, ORIGIN)).ok).toBe(true);
    const notice = world.sent.findLast(({ channel }) => channel === 'notice');
    expect(notice).toMatchObject({ alsoTo: before, notice: { what: 'addresses-changed', by: 'user' } });
    expect(await world.facts()).toContain('mail-addresses-changed');
    // What is in the old mailbox is over.
    expect(await bind(own, code)).toEqual({ ok: false, refusal: 'mailed-code-wrong' });
    expect(await ways()).toEqual(['helpdesk']);
    expect(await sendProofCode(here.proofs, own, ORIGIN)).toEqual({ ok: false, refusal: 'not-offered' });
    world.clock.pass(7 * DAY);
    expect(await ways()).toEqual(['mailed-code', 'helpdesk']);
  });
}
