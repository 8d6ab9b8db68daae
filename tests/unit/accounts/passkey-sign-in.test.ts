import { beforeEach, describe, expect, it } from 'vitest';
import { removePasskey } from '@/lib/accounts/passkeys/change-passkey';
import type { PasskeyId } from '@/lib/accounts/passkeys/passkey';
import { MAXIMUM_ANSWER_LENGTH } from '@/lib/accounts/passkeys/passkey-answer';
import { finishPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { MINUTE } from '@/lib/shared/time/duration';
import { JANE } from '../../support/doubles/fake-access-ports';
import type { SoftwareAuthenticator, Changes } from '@/lib/kit/door/software-authenticator';
import {
  BROWSER,
  openPasskeyWorld,
  ORIGIN,
  REFUSED,
  valueOf,
  type PasskeyWorld,
} from '../../support/passkeys/passkey-world';

let world: PasskeyWorld;

beforeEach(async () => {
  world = await openPasskeyWorld();
});

describe('signing in', () => {
  let authenticator: SoftwareAuthenticator;

  beforeEach(async () => {
    authenticator = await world.register();
  });

  it('a passkey opens a session with its proof, and its use is recorded', async () => {
    world.ports.clock.pass(MINUTE);
    const { session, user, scope } = valueOf(
      await world.finishSignIn(authenticator.answer(await world.signInOptions())),
    );
    expect(user.userId).toBe(JANE.userId);
    expect(scope).toEqual({ kind: 'full' });
    expect(session.proofs).toEqual({ passkey: world.ports.clock.now() });
    expect(await world.ports.passkeys.store.list(JANE)).toMatchObject([
      { counter: 1, lastUsedAt: world.ports.clock.now() },
    ]);
    expect(world.ports.audit.records.at(-1)?.event).toMatchObject({ type: 'passkey-sign-in-succeeded' });
  });

  it('the sign-in requires user verification and lists no passkeys, which would reveal accounts', async () => {
    expect(await world.signInOptions()).toMatchObject({ userVerification: 'required', allowCredentials: [] });
  });

  const FORGED: [string, Changes, string][] = [
    ['another origin', { origin: 'https://phish.example' }, 'not-verified'],
    ['plain http', { origin: 'http://id.bank.example' }, 'not-verified'],
    ['another RP ID', { rpId: 'phish.example' }, 'not-verified'],
    ['no user verification', { isVerified: false }, 'not-verified'],
    ['a registration’s client data', { type: 'webauthn.create' }, 'not-verified'],
    ['a challenge that was made up', { challenge: 'AAAA' }, 'unknown-challenge'],
    ['from a frame of another site', { crossOrigin: true }, 'malformed'],
    ['the handle of somebody else', { userHandle: 'AAAA' }, 'not-own'],
    ['no handle', { userHandle: undefined }, 'not-own'],
  ];

  it.each(FORGED)('threat: a forged answer: %s', async (_what, changes, reason) => {
    const answer = authenticator.answer(await world.signInOptions(), changes);
    expect(await world.finishSignIn(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe(reason);
  });

  it('threat: an answer with a signature, authenticator data or client data that was changed', async () => {
    for (const part of ['signature', 'authenticatorData', 'clientDataJSON']) {
      const answer = JSON.parse(authenticator.answer(await world.signInOptions())) as {
        response: Record<string, string>;
      };
      const bytes = Buffer.from(answer.response[part] ?? '', 'base64url');
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 1, bytes.length - 2);
      answer.response[part] = bytes.toString('base64url');
      expect([part, await world.finishSignIn(JSON.stringify(answer))]).toEqual([part, REFUSED]);
    }
  });

  it('threat: a replayed answer opens no second session', async () => {
    const answer = authenticator.answer(await world.signInOptions());
    expect((await world.finishSignIn(answer)).ok).toBe(true);
    expect(await world.finishSignIn(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('unknown-challenge');
  });

  it('threat: an answer that was refused cannot be tried again', async () => {
    const options = await world.signInOptions();
    await world.finishSignIn(authenticator.answer(options, { isVerified: false }));
    expect(await world.finishSignIn(authenticator.answer(options))).toEqual(REFUSED);
  });

  it('threat: a phished answer: in another browser than the one that asked it is nothing', async () => {
    const answer = authenticator.answer(await world.signInOptions());
    for (const holder of ['another browser', null]) expect(await world.finishSignIn(answer, holder)).toEqual(REFUSED);
    expect((await world.finishSignIn(answer)).ok).toBe(true);
  });

  it('threat: an answer to a challenge of another purpose', async () => {
    expect(await world.finishSignIn(authenticator.answer(await world.proofOptions()), world.jane.session.id)).toEqual(
      REFUSED,
    );
    expect(world.lastReason()).toBe('other-purpose');
  });

  it('threat: a copied authenticator: a counter that goes back is refused, and recorded by name', async () => {
    valueOf(await world.finishSignIn(authenticator.answer(await world.signInOptions(), { counter: 7 })));
    for (const counter of [7, 6, 0]) {
      expect(await world.finishSignIn(authenticator.answer(await world.signInOptions(), { counter }))).toEqual(REFUSED);
      expect(world.lastReason()).toBe('counter-regressed');
    }
    expect((await world.finishSignIn(authenticator.answer(await world.signInOptions(), { counter: 8 }))).ok).toBe(true);
  });

  it('a passkey whose counter stays at 0 is accepted', async () => {
    for (let use = 0; use < 2; use++)
      expect((await world.finishSignIn(authenticator.answer(await world.signInOptions(), { counter: 0 }))).ok).toBe(
        true,
      );
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}',
    `"${'x'.repeat(100)}"`,
  ])('threat: a malformed answer: %s', async (answer) => {
    expect(await world.finishSignIn(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('malformed');
  });

  it('threat: an oversized answer is not read', async () => {
    const answer = authenticator.answer(await world.signInOptions());
    expect(await world.finishSignIn(answer.padEnd(MAXIMUM_ANSWER_LENGTH + 1))).toEqual(REFUSED);
    expect(world.lastReason()).toBe('malformed');
    const longId = 'A'.repeat(1_368);
    const oversized = JSON.stringify({ ...JSON.parse(answer), id: longId, rawId: longId });
    expect(await world.finishSignIn(oversized)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('malformed');
  });

  it('a removed passkey is refused', async () => {
    const [passkey] = await world.ports.passkeys.store.list(JANE);
    await removePasskey(world.ports, world.jane, passkey?.id ?? ('' as PasskeyId), ORIGIN);
    expect(await world.finishSignIn(authenticator.answer(await world.signInOptions()))).toEqual(REFUSED);
    expect(world.lastReason()).toBe('unknown-passkey');
  });

  it('threat: a sign-in that stands between its check and its session while all sessions end', async () => {
    const { verifier } = world.ports.passkeys;
    const interrupted: typeof verifier = {
      verifyRegistration: (...given) => verifier.verifyRegistration(...given),
      async verifyAssertion(...given) {
        await world.ports.sessions.revokeAll(JANE.userId, JANE.domain, null, world.ports.clock.now());
        return verifier.verifyAssertion(...given);
      },
    };
    const answer = authenticator.answer(await world.signInOptions());
    const during = { ...world.ports, passkeys: { ...world.ports.passkeys, verifier: interrupted } };
    expect(await finishPasskeySignIn(during, answer, BROWSER, ORIGIN, () => false)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('changed-meanwhile');
  });

  it('threat: an answer from before all sessions were ended opens none afterwards', async () => {
    const answer = authenticator.answer(await world.signInOptions());
    await world.ports.sessions.revokeAll(JANE.userId, JANE.domain, null, world.ports.clock.now());
    world.ports.clock.pass(MINUTE);
    expect(await world.finishSignIn(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('changed-meanwhile');
    expect((await world.finishSignIn(authenticator.answer(await world.signInOptions()))).ok).toBe(true);
  });

  it('threat: a flood of bad answers: after 60 only their number is recorded, and a good one passes', async () => {
    for (let count = 0; count < 70; count++) await world.finishSignIn('{}');
    expect(world.ports.audit.records.filter(({ event }) => event.type === 'passkey-refused')).toHaveLength(61);
    expect(await world.finishSignIn('{}')).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect((await world.finishSignIn(authenticator.answer(await world.signInOptions()))).ok).toBe(true);
  });

  it('threat: a flood of challenges from one network does not keep a known browser from one', async () => {
    for (let count = 0; count < 600; count++) await world.signInOptions();
    expect(await world.askAs(null)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect((await world.askAs('known' as KnownBrowserId)).ok).toBe(true);
  });
});
