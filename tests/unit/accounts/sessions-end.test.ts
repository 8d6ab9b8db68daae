import { beforeEach, describe, expect, it } from 'vitest';
import { changePassword } from '@/lib/accounts/sign-in/change-password';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { signOut, signOutEverywhere } from '@/lib/accounts/sessions/sign-out';
import { endOneSession, endOtherSessions, listOwnSessions } from '@/lib/accounts/sessions/own-sessions';
import { endSessionsOf } from '@/lib/helpdesk/safety/end-sessions-of';
import { sha256OfText } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { newSession } from '../../support/new-session';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const ORIGIN = { correlationId: 'request', address: null };
const NEW_PASSWORD = 'battery staple horse';

describe('sessions end', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let here: SignedIn;
  let elsewhere: SignedIn;
  let johns: SignedIn;

  beforeEach(async () => {
    ports = await fakeAccess();
    const john = { ...JANE, userId: 'john' };
    await ports.users.add(john);
    [here, elsewhere, johns] = [await open(JANE), await open(JANE), await open(john)];
  });

  async function open(credentials: { userId: string; password: string }): Promise<SignedIn> {
    const result = await signIn(ports, credentials, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  const change = (current: string, next: string, again = next) =>
    changePassword(ports, here, { current, new: next, again }, ORIGIN);

  const list = () => listOwnSessions(ports, here);
  const end = (handle: string) => endOneSession(ports, here, handle, ORIGIN);

  async function valid(): Promise<boolean[]> {
    const found = [here, elsewhere, johns].map(({ session }) => ports.sessions.find(session.id, ports.clock.now()));
    return (await Promise.all(found)).map((session) => session !== null);
  }

  it('signing out ends this session alone', async () => {
    await signOut(ports, here, ORIGIN);
    expect(await valid()).toEqual([false, true, true]);
    expect(ports.audit.records.at(-1)?.event.type).toBe('signed-out');
  });

  it('signing out everywhere ends all sessions of the user, and no one else’s', async () => {
    await signOutEverywhere(ports, here, ORIGIN);
    expect(await valid()).toEqual([false, false, true]);
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'signed-out-everywhere', sessions: 2 });
  });

  describe('in the list of where somebody is signed in', () => {
    it('the list of sessions starts with this one, and holds no session identifier', async () => {
      ports.clock.pass(MINUTE);
      await ports.sessions.see(elsewhere.session.id, ports.clock.now());
      const listed = await list();
      expect(listed.map(({ isThisOne }) => isThisOne)).toEqual([true, false]);
      expect(listed[1]).toMatchObject({ lastSeenAt: ports.clock.now(), proofs: elsewhere.session.proofs });
      expect(JSON.stringify(listed)).not.toContain('ses-');
    });

    it('one is ended, once, and the others stay', async () => {
      const handle = await sha256OfText(elsewhere.session.id);
      expect(await end(handle)).toEqual({ ok: true, value: null });
      expect(await valid()).toEqual([true, false, true]);
      expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'session-ended' });
      expect(await end(handle)).toEqual({ ok: false, refusal: 'not-found' });
    });

    it('threat: no session of another user is ended by its name', async () => {
      for (const handle of [await sha256OfText(johns.session.id), johns.session.id, '', 'x'.repeat(64)])
        expect(await end(handle)).toEqual({ ok: false, refusal: 'not-found' });
      expect(await valid()).toEqual([true, true, true]);
    });

    it('all others are ended, with any sign-in that is under way', async () => {
      const before = await ports.sessions.epochOf(here.user);
      expect(await endOtherSessions(ports, here, ORIGIN)).toBe(1);
      expect(await valid()).toEqual([true, false, true]);
      expect(await ports.sessions.create(newSession(here.user, ports.clock.now()), before)).toBe(false);
    });
  });

  it('all of a person when the helpdesk ends them, and staff not their own', async () => {
    const ended = await endSessionsOf(ports, johns, here.user, ORIGIN);
    expect(ended).toEqual({ ok: true, value: 2 });
    expect(await valid()).toEqual([false, false, true]);
    const event = { type: 'sessions-ended-by-helpdesk', sessions: 2, actor: { kind: 'user', userId: 'john' } };
    expect(ports.audit.records.at(-1)?.event).toMatchObject(event);
    expect(await endSessionsOf(ports, johns, johns.user, ORIGIN)).toEqual({ ok: false, refusal: 'own-account' });
    const nobody = { userId: 'nobody', domain: here.user.domain };
    expect(await endSessionsOf(ports, johns, nobody, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
  });

  describe('on a change of password', () => {
    it('a change of password ends every session but this one', async () => {
      expect(await change(JANE.password, NEW_PASSWORD)).toEqual({ ok: true, value: null });
      expect(await valid()).toEqual([true, false, true]);
      expect((await signIn(ports, { ...JANE, password: NEW_PASSWORD }, ORIGIN)).ok).toBe(true);
      expect((await signIn(ports, JANE, ORIGIN)).ok).toBe(false);
      expect(ports.audit.records.map(({ event }) => event.type)).toContain('password-changed');
    });

    it.each([
      ['the current one is wrong', 'wrong', NEW_PASSWORD, { current: 'wrong-password' }],
      ['the new one is short', JANE.password, 'x1y2z3a4b5c6d7', { new: 'password-too-short' }],
      ['the new one is long', JANE.password, 'abcdefg 😀'.repeat(15), { new: 'password-too-long' }],
      ['the new one holds the user ID', JANE.password, 'my-JANE.DOE-password', { new: 'password-guessable' }],
      ['the new one repeats itself', JANE.password, 'abababababababababab', { new: 'password-guessable' }],
      ['the new one is a common one, twice', JANE.password, 'passwordpassword', { new: 'password-guessable' }],
      ['the new one counts', JANE.password, '123456789012345', { new: 'password-guessable' }],
      ['the new one walks over the keyboard', JANE.password, 'qwertyuiopasdfgh', { new: 'password-guessable' }],
      ['the new one is made of the name', JANE.password, 'DoeJaneDoeJane2026', { new: 'password-guessable' }],
      ['the new one is made of the site’s name', JANE.password, 'Tessera-Tessera-1', { new: 'password-guessable' }],
    ])('no session ends on a change of password when %s', async (_name, current, next, refusal) => {
      expect(await change(current, next)).toEqual({ ok: false, refusal });
      expect(await valid()).toEqual([true, true, true]);
      expect((await signIn(ports, JANE, ORIGIN)).ok).toBe(true);
    });

    it('a change of password reports all its errors at once', async () => {
      const refusal = { current: 'wrong-password', new: 'password-too-short', again: 'passwords-differ' };
      expect(await change('wrong', 'short', 'other')).toEqual({ ok: false, refusal });
      expect(await change(JANE.password, NEW_PASSWORD, 'other')).toEqual({
        ok: false,
        refusal: { again: 'passwords-differ' },
      });
      expect(await valid()).toEqual([true, true, true]);
    });

    it('a new password has 15 to 128 characters, whatever their bytes', async () => {
      const shortest = 'tulip9 mango w😀';
      expect((await change(JANE.password, shortest)).ok).toBe(true);
      expect((await change(shortest, shortest.padEnd(129, 'o'))).ok).toBe(true);
    });

    it('a change of password is refused where passwords are changed elsewhere', async () => {
      ports.users.changesPasswords = null;
      expect(await change(JANE.password, NEW_PASSWORD)).toEqual({ ok: false, refusal: 'changed-elsewhere' });
      expect(await valid()).toEqual([true, true, true]);
    });

    it('a change of password limits wrong guesses like a sign-in', async () => {
      for (let count = 0; count < 10; count++) await change('wrong', NEW_PASSWORD);
      expect(await change(JANE.password, NEW_PASSWORD)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });
  });
});
