import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { stepUp } from '@/lib/accounts/sign-in/step-up';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const ACCEPTED = { ok: true, value: null };

describe('a sensitive action', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let signedIn: SignedIn;

  beforeEach(async () => {
    ports = await fakeAccess();
    const result = await signIn(ports, JANE, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    signedIn = result.value;
  });

  const confirm = (password: string | null) => stepUp(ports, signedIn, password, ORIGIN);
  const recorded = () => ports.audit.records.slice(1).map(({ event }) => event.type);

  /** The session as the next request finds it. */
  async function reload(): Promise<void> {
    const session = await ports.sessions.find(signedIn.session.id, ports.clock.now());
    if (!session) throw new Error('the session has ended');
    signedIn = { ...signedIn, session };
  }

  it('goes on without a password until the sign-in is five minutes old', async () => {
    ports.clock.pass(5 * MINUTE - 1);
    expect(await confirm(null)).toEqual(ACCEPTED);
    ports.clock.pass(1);
    expect(await confirm(null)).toEqual({ ok: false, refusal: 'step-up-required' });
  });

  it('does not look at a password that is not needed', async () => {
    expect(await confirm('wrong')).toEqual(ACCEPTED);
    expect(ports.users.checks).toBe(1);
    expect(recorded()).toEqual([]);
  });

  describe('once the password is due', () => {
    beforeEach(() => ports.clock.pass(5 * MINUTE));

    it.each([null, ''])('asks for it when the form had %j, and counts that as no attempt', async (password) => {
      for (let count = 0; count < 20; count++) await confirm(password);
      expect(await confirm(JANE.password)).toEqual(ACCEPTED);
    });

    it('takes it, for the whole session from then on', async () => {
      expect(await confirm(JANE.password)).toEqual(ACCEPTED);
      await reload();
      ports.clock.pass(5 * MINUTE - 1);
      expect(await confirm(null)).toEqual(ACCEPTED);
      expect(recorded()).toEqual(['step-up-succeeded']);
    });

    it('refuses a wrong one, which does not count for the session', async () => {
      expect(await confirm('wrong')).toEqual({ ok: false, refusal: 'wrong-password' });
      await reload();
      expect(await confirm(null)).toEqual({ ok: false, refusal: 'step-up-required' });
      expect(recorded()).toEqual(['step-up-failed']);
    });

    it('refuses even the right one after ten wrong ones, in that session alone', async () => {
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
