import { expect, test } from 'vitest';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import { isOwnPhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { startPhoneSignIn, type StartedPhoneSignIn } from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { readLogin, returnTo, sendAnswer } from '@/lib/phone/login/drive-login';
import type { LoginRequest, LoginSource } from '@/lib/phone/login/login-steps';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forUseCases } from '../../support/databases/databases';
import { asking, ORIGIN, phoneSignInFixture } from '../../support/phones/phone-sign-in-fixture';

const REFUSED = { ok: false, refusal: 'not-approved' };

forUseCases((_name, open) => {
  const { fixture, current, start } = phoneSignInFixture(open);

  const startHere = async () =>
    valueOf(await startPhoneSignIn(current.ports, { ...asking(null), isHere: true }, ORIGIN));
  const scanned = ({ code }: StartedPhoneSignIn) => valueOf(scanLogin(code, fixture().address));
  const linked = (started: StartedPhoneSignIn): LoginSource => ({
    ...scanned(started),
    way: 'link',
    number: started.number,
    userId: current.device.userId,
  });
  const read = (source: LoginSource) => readLogin(source, current.device, systemRandom);
  const finish = ({ secret }: Pick<StartedPhoneSignIn, 'secret'>, returned: string | null) =>
    finishPhoneSignIn(current.ports, secret, ORIGIN, null, () => false, returned);

  /** Approved by the person's phone, as its app does after the PIN. */
  async function approve(started: StartedPhoneSignIn): Promise<LoginRequest> {
    const login = valueOf(await read(linked(started)));
    const { sent } = await sendAnswer(login, { number: started.number }, systemRandom);
    expect(sent.ok).toBe(true);
    return login;
  }

  test('a sign-in on the phone itself opens a session with the cookie of its start and what the phone hands back', async () => {
    const started = await startHere();
    const login = await approve(started);
    const signedIn = valueOf(await finish(started, await returnTo(login)));
    expect(signedIn.user).toMatchObject(fixture().owner);
    expect(await finish(started, await returnTo(login))).toEqual(REFUSED);
  });

  test('threat: relay: an attacker gets no session from a sign-in here that another user approves', async () => {
    const attackers = await startHere();
    const login = await approve(attackers);
    for (const guess of [null, '', '0'.repeat(64)]) expect(await finish(attackers, guess)).toEqual(REFUSED);
    // The person's own browser has what the phone handed back, and no cookie of the start, or that of another one.
    const returned = await returnTo(login);
    expect(await finishPhoneSignIn(current.ports, null, ORIGIN, null, () => false, returned)).toEqual(REFUSED);
    expect(await finish(await startHere(), returned)).toEqual(REFUSED);
    // Both together are what it takes.
    expect((await finish(attackers, returned)).ok).toBe(true);
  });

  test('threat: relay: what a phone handed back for one sign-in is worth nothing for the next', async () => {
    const first = await startHere();
    const returned = await returnTo(await approve(first));
    const second = await startHere();
    await approve(second);
    expect(await finish(second, returned)).toEqual(REFUSED);
  });

  test('threat: relay: a sign-in here that is shown as an image is answered by no phone', async () => {
    expect(await read(scanned(await startHere()))).toEqual({ ok: false, refusal: 'not-here' });
  });

  test('threat: a link to a sign-in of another device, whose number it carries, is answered by no phone', async () => {
    expect(await read(linked(await start()))).toEqual({ ok: false, refusal: 'not-here' });
  });

  test('threat: relay: the site calls a sign-in here a browser’s own for that browser alone, until it is read', async () => {
    const mine = await startHere();
    const attackers = await startHere();
    expect(await isOwnPhoneSignIn(current.ports, mine.secret, mine.id)).toBe(true);
    expect(await isOwnPhoneSignIn(current.ports, mine.secret, attackers.id)).toBe(false);
    await approve(mine);
    expect(await isOwnPhoneSignIn(current.ports, mine.secret, mine.id)).toBe(false);
  });

  test('a sign-in that another device asked for needs nothing handed back', async () => {
    const started = await start();
    const login = valueOf(await read(scanned(started)));
    await sendAnswer(login, { number: started.number }, systemRandom);
    expect((await finish(started, null)).ok).toBe(true);
  });
});
