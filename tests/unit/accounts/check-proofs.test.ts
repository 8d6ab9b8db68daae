import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { checkProofs, NO_PROOFS, NOTHING_USED_UP } from '@/lib/accounts/proofs/check-proofs';
import { proofWays } from '@/lib/accounts/proofs/prompt-for-proof';
import type { Passkey } from '@/lib/accounts/passkeys/passkey';
import type { ProofKind } from '@/lib/accounts/proofs/proof';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { MINUTE } from '@/lib/shared/time/duration';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const ACCEPTED = { ok: true, value: NOTHING_USED_UP };

describe('a sensitive action', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let signedIn: SignedIn;

  beforeEach(async () => {
    ports = await fakeAccess();
    const result = await signIn(ports, JANE, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    signedIn = result.value;
  });

  const confirm = (password: string | null) =>
    checkProofs(
      { ...ports, staff: { level: 'open', isExempt: () => false }, devices: new FakeVouchingDevices() },
      signedIn,
      { action: 'rename-device' },
      { ...NO_PROOFS, password },
      ORIGIN,
    );
  const recorded = () => ports.audit.records.slice(1).map(({ event }) => event.type);

  /** The session as the next request finds it. */
  async function reload(): Promise<void> {
    const session = await ports.sessions.find(signedIn.session.id, ports.clock.now());
    if (!session) throw new Error('the session has ended');
    signedIn = { ...signedIn, session };
  }

  it('a sensitive action needs no password until the sign-in is five minutes old', async () => {
    ports.clock.pass(5 * MINUTE - 1);
    expect(await confirm(null)).toEqual(ACCEPTED);
    ports.clock.pass(1);
    expect(await confirm(null)).toEqual({ ok: false, refusal: 'step-up-required' });
  });

  it.each([
    ['in time', true, ACCEPTED],
    ['too late', false, { ok: false, refusal: 'second-proof-required' }],
  ])('threat: the password of staff without a factor binds a first one only %s', async (_when, isOpen, expected) => {
    const agent: SignedIn = { ...signedIn, user: { ...signedIn.user, roles: ['user', 'helpdesk-agent'] } };
    const devices = new FakeVouchingDevices();
    const standard = { ...ports, devices, staff: { level: 'standard', isExempt: () => false } } as const;
    const known = { ...standard, staffEnrolment: { isOpen: async () => isOpen } };
    for (const action of ['bind-device', 'add-passkey'] as const)
      expect(await checkProofs(known, agent, { action }, NO_PROOFS, ORIGIN)).toEqual(expected);
    const asked = { action: 'bind-device', missing: 'second' } as const;
    expect((await proofWays(known, agent.user, asked, true)).ways).toEqual(isOpen ? [] : ['helpdesk']);
  });

  it('a user whose passkey does not work at this address is offered the proofs of a further device', async () => {
    const { userId, domain } = signedIn.user;
    const kept = { credentialId: 'cred', userId, domain, name: 'Laptop' } as Passkey;
    const store = Object.assign(ports.passkeys.store, { list: async () => [kept] });
    const known = {
      ...ports,
      passkeys: { ...ports.passkeys, store, relyingParty: null },
      devices: new FakeVouchingDevices(),
      staff: { level: 'standard', isExempt: () => false },
    } as const;
    const refused = { ok: false, refusal: 'second-proof-required' };
    expect(await checkProofs(known, signedIn, { action: 'bind-device' }, NO_PROOFS, ORIGIN)).toEqual(refused);
    const asked = { action: 'bind-device', missing: 'second' } as const;
    expect((await proofWays(known, signedIn.user, asked, true)).ways).toEqual(['helpdesk']);
  });

  it('a password that is not needed is not checked', async () => {
    expect(await confirm('wrong')).toEqual(ACCEPTED);
    expect(ports.users.checks).toBe(1);
    expect(recorded()).toEqual([]);
  });

  describe('once the password is due', () => {
    beforeEach(() => ports.clock.pass(5 * MINUTE));

    it.each([null, ''])(
      'a form with %j as its password is asked for it, and counts as no attempt',
      async (password) => {
        for (let count = 0; count < 20; count++) await confirm(password);
        expect(await confirm(JANE.password)).toEqual(ACCEPTED);
      },
    );

    it('a right password steps up the whole session', async () => {
      expect(await confirm(JANE.password)).toEqual(ACCEPTED);
      await reload();
      ports.clock.pass(5 * MINUTE - 1);
      expect(await confirm(null)).toEqual(ACCEPTED);
      expect(recorded()).toEqual(['step-up-succeeded']);
    });

    it('a wrong password is refused and does not step up the session', async () => {
      expect(await confirm('wrong')).toEqual({ ok: false, refusal: 'wrong-password' });
      await reload();
      expect(await confirm(null)).toEqual({ ok: false, refusal: 'step-up-required' });
      expect(recorded()).toEqual(['step-up-failed']);
    });

    it('a session’s right password is refused after ten wrong ones, and other sessions are not affected', async () => {
      for (let count = 0; count < 10; count++) await confirm('wrong');
      expect(await confirm(JANE.password)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      expect((await signIn(ports, JANE, ORIGIN)).ok).toBe(true);
      ports.clock.pass(15 * MINUTE);
      expect(await confirm(JANE.password)).toEqual(ACCEPTED);
    });

    it('threat: guessing with a stolen session: fifty wrong ones, and it takes none for the rest of its day', async () => {
      for (let count = 0; count < 60; count++) {
        await confirm('wrong');
        if (count % 10 === 9) ports.clock.pass(15 * MINUTE);
      }
      expect(await confirm(JANE.password)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      expect(ports.users.checks).toBe(1 + 50);
      const limited = ports.audit.records.filter(
        ({ event }) => event.type === 'step-up-failed' && event.reason === 'too-many-attempts',
      );
      expect(limited).toHaveLength(1);
    });

    it('threat: a lock-out: no guesses at the sign-in page keep the person from it', async () => {
      for (let count = 0; count < 20; count++) await signIn(ports, { ...JANE, password: 'wrong' }, ORIGIN);
      expect(await confirm(JANE.password)).toEqual(ACCEPTED);
    });
  });
});

describe.each(['standard', 'strong'] as const)('at the level %s', (level) => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let devices: FakeVouchingDevices;
  let thief: SignedIn;

  beforeEach(async () => {
    ports = await fakeAccess();
    devices = new FakeVouchingDevices();
    const result = await signIn(ports, JANE, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    thief = result.value;
  });

  const attempt = (action: ProtectedAction, oneTimePassword: string | null = null, given: readonly ProofKind[] = []) =>
    checkProofs(
      { ...ports, staff: { level, isExempt: () => false }, devices },
      thief,
      { action, given },
      { ...NO_PROOFS, password: JANE.password, oneTimePassword },
      ORIGIN,
    );

  it.each(['bind-device', 'replace-device', 'remove-device', 'unlock-device'] as const)(
    'threat: a stolen password is not enough for %s where there is a device, and asking is no event',
    async (action) => {
      devices.valid.add('123456');
      expect(await attempt(action)).toEqual({ ok: false, refusal: 'second-proof-required' });
      expect(await attempt(action, '654321')).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
      expect(ports.audit.records.map(({ event }) => event.type)).toEqual(['sign-in-succeeded']);
    },
  );

  it('a device’s one-time password is accepted once, and steps up the whole session', async () => {
    devices.valid.add('123456');
    expect(await attempt('bind-device', '123456')).toEqual(ACCEPTED);
    const session = await ports.sessions.find(thief.session.id, ports.clock.now());
    expect(session?.proofs['one-time-password']).toEqual(ports.clock.now());
    expect(await attempt('bind-device', '123456')).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
  });

  it('a proof that the caller holds, such as an open invitation, is accepted', async () => {
    devices.valid.add('123456');
    expect(await attempt('bind-device', null, ['invitation'])).toEqual(ACCEPTED);
  });

  it(`the first device ${level === 'strong' ? 'asks for a second proof' : 'takes a password alone'}`, async () => {
    const expected = level === 'strong' ? { ok: false, refusal: 'second-proof-required' } : ACCEPTED;
    expect(await attempt('bind-device')).toEqual(expected);
  });

  it('a one-time password that is not needed is not checked', async () => {
    devices.valid.add('123456');
    expect(await attempt('rename-device', '123456')).toEqual(ACCEPTED);
    expect(devices.valid.has('123456')).toBe(true);
  });
});
