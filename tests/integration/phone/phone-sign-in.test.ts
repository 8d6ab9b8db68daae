import { describe, expect, test } from 'vitest';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import { followPhoneSignIn, describePhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { parseBrowserSecret, type PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { recordPhoneSignInEnd } from '@/lib/accounts/phone-sign-in/record-phone-sign-in-end';
import { startPhoneSignIn, cancelPhoneSignIn } from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { isStepUpDue } from '@/lib/accounts/sessions/session';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forUseCases } from '../../support/databases/databases';
import { fakeAccess } from '../../support/doubles/fake-access-ports';
import { ORIGIN, asking, right, never, phoneSignInFixture } from '../../support/phones/phone-sign-in-fixture';

forUseCases((_name, open) => {
  const { fixture, current, start, read, finish, recordEnds, refusals, answered } = phoneSignInFixture(open);

  test('the browser that asked gets a session of the phone’s person', async () => {
    const { secret } = await answered(right);
    const signedIn = valueOf(await finish(secret));
    expect(signedIn.user).toMatchObject(fixture().owner);
    expect(await current.access.sessions.find(signedIn.session.id, current.access.clock.now())).toEqual(
      signedIn.session,
    );
    const events = (await current.access.audit.read(0, 10)).map(({ event }) => event);
    expect(events).toEqual([
      { type: 'phone-sign-in-requested', actor: { kind: 'anonymous' }, subject: null, ...ORIGIN },
      {
        type: 'phone-sign-in-succeeded',
        instanceId: current.device.instanceId,
        isNewBrowser: false,
        actor: { kind: 'user', userId: current.device.userId },
        subject: fixture().owner,
        ...ORIGIN,
      },
    ]);
  });

  test('a sign-in with the phone is a fresh proof, after which the password is asked for again in its time', async () => {
    const { session } = valueOf(await finish((await answered(right)).secret));
    expect(session.proofs).toEqual({ device: current.access.clock.now() });
    expect(isStepUpDue(session, 5 * MINUTE, current.access.clock.in(5 * MINUTE - 1))).toBe(false);
    expect(isStepUpDue(session, 5 * MINUTE, current.access.clock.in(5 * MINUTE))).toBe(true);
  });

  test('threat: replay: an approval opens one session', async () => {
    const { secret } = await answered(right);
    const finished = await Promise.all([finish(secret), finish(secret), finish(secret)]);
    expect(finished.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: an approval that was redeemed before all sessions were ended opens none after it', async () => {
    const { secret } = await answered(right);
    const { userId, domain } = fixture().owner;
    const redeem: PhoneSignInPorts['gateway']['redeem'] = async (id) => {
      const redeemed = await current.ports.gateway.redeem(id);
      await current.access.sessions.revokeAll(userId, domain, null, current.access.clock.now());
      return redeemed;
    };
    const gateway: PhoneSignInPorts['gateway'] = Object.create(current.ports.gateway, {
      redeem: { value: redeem },
      observe: { value: (id: PhoneSignInId) => current.ports.gateway.observe(id) },
    });
    expect(await finishPhoneSignIn({ ...current.ports, gateway }, secret, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-approved',
    });
    expect(current.access.audit.records.at(-1)?.event).toMatchObject({
      type: 'phone-sign-in-refused',
      subject: { userId },
    });
  });

  test('threat: an approval from before all sessions were ended opens none after it', async () => {
    const { secret } = await answered(right);
    const { userId, domain } = fixture().owner;
    await current.access.sessions.revokeAll(userId, domain, null, fixture().now);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: session fixation: every image has a secret of its own, which no other browser has', async () => {
    const mine = await answered(right);
    const theirs = await start();
    expect(theirs.secret).not.toBe(mine.secret);
    for (const secret of [null, theirs.secret, parseBrowserSecret('A'.repeat(43))])
      expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
    expect((await refusals()).map(({ reason }) => reason)).toEqual(Array(3).fill('not-approved'));
    expect((await finish(mine.secret)).ok).toBe(true);
  });

  test('a browser has one image at a time', async () => {
    const first = await start();
    const second = valueOf(await startPhoneSignIn(current.ports, asking(first.secret), ORIGIN));
    const scannedFirst = valueOf(scanLogin(first.code, fixture().address));
    expect((await fetchLoginRequest(scannedFirst, current.device, systemRandom)).ok).toBe(false);
    expect((await read(second)).request.origin).toBe('https://id.example.org');
    await recordEnds();
    expect(await refusals()).toMatchObject([{ reason: 'cancelled-on-page', subject: null, instanceId: null }]);
  });

  test('a cancellation ends the sign-in', async () => {
    const started = await start();
    const login = await read(started);
    await cancelPhoneSignIn(current.ports, started.secret);
    expect((await answerLogin(login, started.number)).ok).toBe(false);
    expect((await finish(started.secret)).ok).toBe(false);
  });

  test('a person whose account is gone is not signed in', async () => {
    const { secret } = await answered(right);
    current.ports = { ...current.ports, users: (await fakeAccess()).users };
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'no-account' });
    expect(await refusals()).toMatchObject([{ reason: 'no-account', instanceId: current.device.instanceId }]);
  });

  test('threat: a device that is locked between its yes and the session signs no one in', async () => {
    const { secret } = await answered(right);
    await fixture().gateway.lock(current.device.instanceId);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'device-not-usable' });
    await recordEnds();
    expect(await refusals()).toMatchObject([{ reason: 'device-not-usable', subject: fixture().owner }]);
  });

  describe('what is recorded', () => {
    test('"that wasn’t me" is recorded with the user, the device and the origin of the request', async () => {
      const started = await start();
      await declineLogin(await read(started), 'not-me', systemRandom);
      await recordEnds();
      expect(await refusals()).toEqual([
        {
          type: 'phone-sign-in-refused',
          reason: 'not-me',
          instanceId: current.device.instanceId,
          actor: { kind: 'phone' },
          subject: fixture().owner,
          correlationId: started.id,
          address: '203.0.113.9',
        },
      ]);
    });

    test('threat: reading an image under another’s serial number is not held against its owner', async () => {
      const started = await start();
      await read(started);
      fixture().passTime(MINUTE);
      await fixture().gateway.sweep();
      await recordEnds();
      const mine = (await refusals()).filter(({ correlationId }) => correlationId === started.id);
      expect(mine).toMatchObject([{ reason: 'expired', subject: null, instanceId: null, actor: { kind: 'system' } }]);
    });

    test('an end that is none is not', async () => {
      const { id } = await start();
      await recordPhoneSignInEnd(current.ports, id);
      await recordPhoneSignInEnd(current.ports, `phs-${'0'.repeat(64)}` as PhoneSignInId);
      expect(await refusals()).toEqual([]);
    });
  });

  describe('following', () => {
    test('the page learns at once that the phone has read and answered, and not whose it is', async () => {
      const started = await start();
      const { id, secret } = started;
      const reading = followPhoneSignIn(current.ports, current.database.changeFeed, { secret, id, after: 0 }, () =>
        never(),
      );
      const login = await read(started);
      const seen = await reading;
      expect(seen?.challenge).toMatchObject({ state: 'scanned', version: 1 });
      const status = seen && describePhoneSignIn(id, seen.challenge, fixture().now);
      expect(JSON.stringify(status)).not.toContain(current.device.userId);
      expect(JSON.stringify(status)).not.toContain(current.device.instanceId);

      const answering = followPhoneSignIn(current.ports, current.database.changeFeed, { secret, id, after: 1 }, () =>
        never(),
      );
      await answerLogin(login, started.number);
      expect((await answering)?.challenge).toMatchObject({ state: 'approved', version: 2 });
    });

    test('an aborted poll returns the current state', async () => {
      const { id, secret } = await start();
      const until = AbortSignal.timeout(SECOND / 20);
      const seen = await followPhoneSignIn(
        current.ports,
        current.database.changeFeed,
        { secret, id, after: 0 },
        () => until,
      );
      expect(seen?.challenge).toMatchObject({ state: 'waiting', version: 0 });
    });

    test('threat: without the secret there is nothing to follow', async () => {
      const [mine, theirs] = [await start(), await start()];
      const question = { secret: theirs.secret, id: mine.id, after: -1 };
      expect(await followPhoneSignIn(current.ports, current.database.changeFeed, question, () => never())).toBeNull();
      const unknown = { ...question, secret: 'x'.repeat(43) as typeof mine.secret };
      expect(await followPhoneSignIn(current.ports, current.database.changeFeed, unknown, () => never())).toBeNull();
    });
  });
});
