import { beforeEach, describe, expect, it } from 'vitest';
import { removePasskey, renamePasskey } from '@/lib/accounts/passkeys/change-passkey';
import type { PasskeyId } from '@/lib/accounts/passkeys/passkey';
import { MAXIMUM_ANSWER_LENGTH } from '@/lib/accounts/passkeys/passkey-answer';
import type { AssertionOptions, RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import { beginPasskeyProof, confirmPasskey } from '@/lib/accounts/passkeys/prove-with-passkey';
import { beginPasskeyRegistration, finishPasskeyRegistration } from '@/lib/accounts/passkeys/register-passkey';
import { beginPasskeySignIn, finishPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import { turnPasswordOff, turnPasswordOn } from '@/lib/accounts/passkeys/turn-password-off';
import { checkProofs, type ProofPorts, type TypedProofs } from '@/lib/accounts/proofs/check-proofs';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { relyingPartyOf } from '@/lib/composition/relying-party';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE, RELYING_PARTY } from '../../support/doubles/fake-access-ports';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { SoftwareAuthenticator, type Changes } from '../../support/passkeys/software-authenticator';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const NOTHING: TypedProofs = {
  password: null,
  oneTimePassword: null,
  passkey: null,
  recoveryCode: null,
  mailedCode: null,
};
const REFUSED = { ok: false, refusal: 'passkey-refused' };
const JOHN = { ...JANE, userId: 'john.roe', displayName: 'John Roe', mailAddresses: [] };
const BROWSER = 'a browser';

let ports: ProofPorts & Awaited<ReturnType<typeof fakeAccess>>;
let devices: FakeVouchingDevices;
let jane: SignedIn;

beforeEach(async () => {
  devices = new FakeVouchingDevices();
  ports = { ...(await fakeAccess()), staff: { level: 'standard', isExempt: () => false }, devices };
  await ports.users.add(JOHN);
  jane = await enter(JANE);
});

async function enter(person: typeof JANE): Promise<SignedIn> {
  const result = await signIn(ports, person, ORIGIN);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(String(result.refusal));
  return result.value;
}

const beginRegistration = (who = jane, typed = NOTHING) => beginPasskeyRegistration(ports, who, typed, ORIGIN);
/** In the session as the next request finds it. */
async function finishRegistration(answer: string, who = jane, name = 'Laptop') {
  const session = (await ports.sessions.find(who.session.id, ports.clock.now())) ?? who.session;
  return finishPasskeyRegistration(ports, { ...who, session }, { answer, name }, ORIGIN);
}

/** Adds a passkey, with one that is there already as the second proof. */
async function register(who = jane, known?: SoftwareAuthenticator): Promise<SoftwareAuthenticator> {
  const authenticator = new SoftwareAuthenticator(RELYING_PARTY.origin);
  const passkey = known ? known.answer(await proofOptions(who)) : null;
  const options = valueOf(await beginRegistration(who, { ...NOTHING, passkey }));
  valueOf(await finishRegistration(authenticator.register(options), who));
  return authenticator;
}

const askAs = (knownBrowser: KnownBrowserId | null) =>
  beginPasskeySignIn(ports, { holder: BROWSER, knownBrowser }, ORIGIN);

async function signInOptions(): Promise<AssertionOptions> {
  return valueOf(await askAs(null));
}

async function proofOptions(who = jane): Promise<AssertionOptions> {
  return valueOf(await beginPasskeyProof(ports, who));
}

const finishSignIn = (answer: string, holder: string | null = BROWSER) =>
  finishPasskeySignIn(ports, answer, holder, ORIGIN, () => false);

const prove = (action: ProtectedAction, typed: Partial<TypedProofs>, who = jane) =>
  checkProofs(ports, who, { action }, { ...NOTHING, ...typed }, ORIGIN);

const turnOff = () => turnPasswordOff(ports, jane, ORIGIN);

/** Why the last answer was refused, as it was recorded. */
function lastReason(): string | null {
  const event = ports.audit.records.at(-1)?.event;
  return event?.type === 'passkey-refused' ? event.reason : null;
}

describe('a new passkey', () => {
  it('is kept with what it tells about itself, and recorded', async () => {
    const authenticator = await register();
    const [passkey] = await ports.passkeys.store.list(JANE);
    expect(passkey).toMatchObject({
      credentialId: authenticator.credentialId,
      number: 1,
      counter: 0,
      aaguid: '00000000-0000-0000-0000-000000000000',
      transports: ['internal', 'hybrid'],
      isBackupEligible: true,
      isBackedUp: true,
      name: 'Laptop',
      createdAt: ports.clock.now(),
      lastUsedAt: null,
    });
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'passkey-added', passkeyId: passkey?.id });
  });

  it('is asked for with user verification, as a discoverable one, and not of an authenticator that has one', async () => {
    const first = await register();
    const passkey = first.answer(await proofOptions());
    const options = valueOf(await beginRegistration(jane, { ...NOTHING, passkey }));
    expect(options.authenticatorSelection).toMatchObject({ userVerification: 'required', residentKey: 'required' });
    expect(options.excludeCredentials).toMatchObject([{ id: first.credentialId }]);
    expect(options.rp.id).toBe(RELYING_PARTY.id);
  });

  it('shares the user handle with the others of its user, which says nothing about them', async () => {
    const first = await register();
    await register(jane, first);
    const handles = (await ports.passkeys.store.list(JANE)).map(({ userHandle }) => userHandle);
    expect(new Set(handles).size).toBe(1);
    expect(Buffer.from(handles[0] ?? '', 'base64url')).toHaveLength(32);
  });

  const FORGED: [string, Changes][] = [
    ['another origin', { origin: 'https://id.bank.example.evil.example' }],
    ['another RP ID', { rpId: 'evil.example' }],
    ['no user verification', { isVerified: false }],
    ['an assertion’s client data', { type: 'webauthn.get' }],
  ];

  it.each(FORGED)('threat: a forged answer: %s', async (_what, changes) => {
    const options = valueOf(await beginRegistration());
    const authenticator = new SoftwareAuthenticator(RELYING_PARTY.origin);
    expect(await finishRegistration(authenticator.register(options, changes))).toEqual(REFUSED);
    expect(lastReason()).toBe('not-verified');
    expect(await ports.passkeys.store.list(JANE)).toEqual([]);
  });

  it('threat: a replayed answer adds nothing a second time', async () => {
    const options = valueOf(await beginRegistration());
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    valueOf(await finishRegistration(answer));
    expect(await finishRegistration(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-challenge');
  });

  it('threat: the answer to another session’s challenge, also of the same user', async () => {
    const options = valueOf(await beginRegistration());
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    for (const other of [await enter(JOHN), await enter(JANE)])
      expect(await finishRegistration(answer, other)).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-challenge');
    expect(await ports.passkeys.store.list(JOHN)).toEqual([]);
  });

  it('threat: an answer to the challenge of a proof', async () => {
    const first = await register();
    const { challenge } = await proofOptions();
    const creation: RegistrationOptions = {
      ...valueOf(await beginRegistration(jane, { ...NOTHING, passkey: first.answer(await proofOptions()) })),
      challenge,
    };
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(creation);
    expect(await finishRegistration(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('other-purpose');
  });

  it('is too late after five minutes', async () => {
    const options = valueOf(await beginRegistration());
    ports.clock.pass(5 * MINUTE);
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    expect(await finishRegistration(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-challenge');
  });

  it('threat: two registrations at once: beside another first one a password is not enough', async () => {
    const thief = await enter(JANE);
    const options = [valueOf(await beginRegistration()), valueOf(await beginRegistration(thief))] as const;
    const [own, stolen] = options.map((option) => new SoftwareAuthenticator(RELYING_PARTY.origin).register(option));
    valueOf(await finishRegistration(own ?? ''));
    expect(await finishRegistration(stolen ?? '', thief)).toEqual(REFUSED);
    expect(lastReason()).toBe('changed-meanwhile');
    expect(await ports.passkeys.store.list(JANE)).toHaveLength(1);
  });

  it('takes a password alone only where there is neither a passkey nor a device', async () => {
    devices.valid.add('123456');
    expect(await beginRegistration()).toEqual({ ok: false, refusal: 'second-proof-required' });
    expect((await beginRegistration(jane, { ...NOTHING, oneTimePassword: '123456' })).ok).toBe(true);
    devices = new FakeVouchingDevices();
    ports = { ...ports, devices };
    await register(await enter(JANE));
    expect(await beginRegistration(await enter(JANE))).toEqual({ ok: false, refusal: 'second-proof-required' });
  });

  it.each(['', '   ', 'x'.repeat(65), 'two\nlines'])(
    'has a name of 1 to 64 characters on one line: %j',
    async (name) => {
      const options = valueOf(await beginRegistration());
      const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
      expect(await finishRegistration(answer, jane, name)).toEqual({ ok: false, refusal: 'passkey-name-invalid' });
      expect((await finishRegistration(answer)).ok).toBe(true);
    },
  );
});

describe('signing in', () => {
  let authenticator: SoftwareAuthenticator;

  beforeEach(async () => {
    authenticator = await register();
  });

  it('opens a session with the proof of a passkey, and records the use', async () => {
    ports.clock.pass(MINUTE);
    const { session, user, scope } = valueOf(await finishSignIn(authenticator.answer(await signInOptions())));
    expect(user.userId).toBe(JANE.userId);
    expect(scope).toEqual({ kind: 'full' });
    expect(session.proofs).toEqual({ passkey: ports.clock.now() });
    expect(await ports.passkeys.store.list(JANE)).toMatchObject([{ counter: 1, lastUsedAt: ports.clock.now() }]);
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'passkey-sign-in-succeeded' });
  });

  it('asks for user verification, and lists no passkeys, which would tell who has an account', async () => {
    expect(await signInOptions()).toMatchObject({ userVerification: 'required', allowCredentials: [] });
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
    const answer = authenticator.answer(await signInOptions(), changes);
    expect(await finishSignIn(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe(reason);
  });

  it('threat: an answer with a signature, authenticator data or client data that was changed', async () => {
    for (const part of ['signature', 'authenticatorData', 'clientDataJSON']) {
      const answer = JSON.parse(authenticator.answer(await signInOptions())) as { response: Record<string, string> };
      const bytes = Buffer.from(answer.response[part] ?? '', 'base64url');
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 1, bytes.length - 2);
      answer.response[part] = bytes.toString('base64url');
      expect([part, await finishSignIn(JSON.stringify(answer))]).toEqual([part, REFUSED]);
    }
  });

  it('threat: a replayed answer opens no second session', async () => {
    const answer = authenticator.answer(await signInOptions());
    expect((await finishSignIn(answer)).ok).toBe(true);
    expect(await finishSignIn(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-challenge');
  });

  it('threat: an answer that was refused cannot be tried again', async () => {
    const options = await signInOptions();
    await finishSignIn(authenticator.answer(options, { isVerified: false }));
    expect(await finishSignIn(authenticator.answer(options))).toEqual(REFUSED);
  });

  it('threat: a phished answer: in another browser than the one that asked it is nothing', async () => {
    const answer = authenticator.answer(await signInOptions());
    for (const holder of ['another browser', null]) expect(await finishSignIn(answer, holder)).toEqual(REFUSED);
    expect((await finishSignIn(answer)).ok).toBe(true);
  });

  it('threat: an answer to a challenge of another purpose', async () => {
    expect(await finishSignIn(authenticator.answer(await proofOptions()), jane.session.id)).toEqual(REFUSED);
    expect(lastReason()).toBe('other-purpose');
  });

  it('threat: a copied authenticator: a counter that goes back is refused, and recorded by name', async () => {
    valueOf(await finishSignIn(authenticator.answer(await signInOptions(), { counter: 7 })));
    for (const counter of [7, 6, 0]) {
      expect(await finishSignIn(authenticator.answer(await signInOptions(), { counter }))).toEqual(REFUSED);
      expect(lastReason()).toBe('counter-regressed');
    }
    expect((await finishSignIn(authenticator.answer(await signInOptions(), { counter: 8 }))).ok).toBe(true);
  });

  it('takes one that never counts', async () => {
    for (let use = 0; use < 2; use++)
      expect((await finishSignIn(authenticator.answer(await signInOptions(), { counter: 0 }))).ok).toBe(true);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}',
    `"${'x'.repeat(100)}"`,
  ])('threat: a malformed answer: %s', async (answer) => {
    expect(await finishSignIn(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('malformed');
  });

  it('threat: an oversized answer is not read', async () => {
    const answer = authenticator.answer(await signInOptions());
    expect(await finishSignIn(answer.padEnd(MAXIMUM_ANSWER_LENGTH + 1))).toEqual(REFUSED);
    expect(lastReason()).toBe('malformed');
    const longId = 'A'.repeat(1_368);
    const oversized = JSON.stringify({ ...JSON.parse(answer), id: longId, rawId: longId });
    expect(await finishSignIn(oversized)).toEqual(REFUSED);
    expect(lastReason()).toBe('malformed');
  });

  it('refuses a passkey that was removed', async () => {
    const [passkey] = await ports.passkeys.store.list(JANE);
    await removePasskey(ports, jane, passkey?.id ?? ('' as PasskeyId), ORIGIN);
    expect(await finishSignIn(authenticator.answer(await signInOptions()))).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-passkey');
  });

  it('threat: a sign-in that stands between its check and its session while all sessions end', async () => {
    const { verifier } = ports.passkeys;
    const interrupted: typeof verifier = {
      verifyRegistration: (...given) => verifier.verifyRegistration(...given),
      async verifyAssertion(...given) {
        await ports.sessions.revokeAll(JANE.userId, JANE.domain, null, ports.clock.now());
        return verifier.verifyAssertion(...given);
      },
    };
    const answer = authenticator.answer(await signInOptions());
    const during = { ...ports, passkeys: { ...ports.passkeys, verifier: interrupted } };
    expect(await finishPasskeySignIn(during, answer, BROWSER, ORIGIN, () => false)).toEqual(REFUSED);
    expect(lastReason()).toBe('changed-meanwhile');
  });

  it('threat: an answer from before all sessions were ended opens none afterwards', async () => {
    const answer = authenticator.answer(await signInOptions());
    await ports.sessions.revokeAll(JANE.userId, JANE.domain, null, ports.clock.now());
    ports.clock.pass(MINUTE);
    expect(await finishSignIn(answer)).toEqual(REFUSED);
    expect(lastReason()).toBe('changed-meanwhile');
    expect((await finishSignIn(authenticator.answer(await signInOptions()))).ok).toBe(true);
  });

  it('threat: a flood of bad answers: after 60 only their number is recorded, and a good one passes', async () => {
    for (let count = 0; count < 70; count++) await finishSignIn('{}');
    expect(ports.audit.records.filter(({ event }) => event.type === 'passkey-refused')).toHaveLength(61);
    expect(await finishSignIn('{}')).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect((await finishSignIn(authenticator.answer(await signInOptions()))).ok).toBe(true);
  });

  it('threat: a flood of challenges from one network does not keep a known browser from one', async () => {
    for (let count = 0; count < 600; count++) await signInOptions();
    expect(await askAs(null)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect((await askAs('known' as KnownBrowserId)).ok).toBe(true);
  });
});

describe('a proof in a session', () => {
  it('says who it is and that they have the passkey, for the whole session', async () => {
    const authenticator = await register();
    ports.clock.pass(5 * MINUTE);
    expect(await prove('remove-passkey', {})).toEqual({ ok: false, refusal: 'step-up-required' });
    const passkey = authenticator.answer(await proofOptions());
    expect(await prove('remove-passkey', { passkey })).toEqual({ ok: true, value: null });
    const session = await ports.sessions.find(jane.session.id, ports.clock.now());
    expect(session?.proofs.passkey).toEqual(ports.clock.now());
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'proof-given', proof: 'passkey' });
  });

  it('counts for its own request even where no proof may have any age', async () => {
    const authenticator = await register();
    ports = { ...ports, settings: { ...ports.settings, stepUpAgeMs: 0 } };
    const passkey = authenticator.answer(await proofOptions());
    expect(await prove('remove-passkey', { passkey })).toEqual({ ok: true, value: null });
  });

  it('threat: a passkey of somebody else', async () => {
    await register();
    const john = await enter(JOHN);
    const foreign = await register(john);
    const answer = foreign.answer(await proofOptions());
    expect(await confirmPasskey(ports, jane, answer, ORIGIN)).toEqual(REFUSED);
    expect(lastReason()).toBe('not-own');
    expect((await ports.sessions.find(jane.session.id, ports.clock.now()))?.proofs.passkey).toBeUndefined();
  });

  it('threat: the answer of a sign-in, or of another session', async () => {
    const authenticator = await register();
    expect(await confirmPasskey(ports, jane, authenticator.answer(await signInOptions()), ORIGIN)).toEqual(REFUSED);
    const other = await enter(JANE);
    expect(await confirmPasskey(ports, other, authenticator.answer(await proofOptions()), ORIGIN)).toEqual(REFUSED);
    expect(lastReason()).toBe('unknown-challenge');
  });

  it('is asked of no one who has no passkey, and of no one where the site’s address allows none', async () => {
    expect(await beginPasskeyProof(ports, jane)).toEqual({ ok: false, refusal: 'no-passkey' });
    const unnamed = { ...ports, passkeys: { ...ports.passkeys, relyingParty: null } };
    expect(await beginPasskeyProof(unnamed, jane)).toEqual({ ok: false, refusal: 'not-offered' });
  });

  it.each(['bind-device', 'replace-device', 'remove-device', 'unlock-device'] as const)(
    'vouches for %s where a password alone does not',
    async (action) => {
      devices.valid.add('123456');
      const authenticator = await (async () => {
        const made = new SoftwareAuthenticator(RELYING_PARTY.origin);
        const options = valueOf(await beginRegistration(jane, { ...NOTHING, oneTimePassword: '123456' }));
        valueOf(await finishRegistration(made.register(options)));
        return made;
      })();
      const thief = await enter(JANE);
      expect(await prove(action, {}, thief)).toEqual({ ok: false, refusal: 'second-proof-required' });
      const passkey = authenticator.answer(await proofOptions(thief));
      expect(await prove(action, { passkey }, thief)).toEqual({ ok: true, value: null });
    },
  );

  it('threat: a stolen password where there is a passkey and no device: the first device takes more', async () => {
    await register();
    const thief = await enter(JANE);
    expect(await prove('bind-device', {}, thief)).toEqual({ ok: false, refusal: 'second-proof-required' });
  });
});

describe('renaming and removing', () => {
  it('are recorded, and nobody else’s passkeys are found', async () => {
    await register();
    const [passkey] = await ports.passkeys.store.list(JANE);
    const id = passkey?.id ?? ('' as PasskeyId);
    const john = await enter(JOHN);
    expect(await renamePasskey(ports, john, id, 'Mine', ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await removePasskey(ports, john, id, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await renamePasskey(ports, jane, id, ' Work ', ORIGIN)).toEqual({ ok: true, value: null });
    expect(await removePasskey(ports, jane, id, ORIGIN)).toEqual({ ok: true, value: null });
    expect(ports.audit.records.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'passkey-renamed', name: 'Work' },
      { type: 'passkey-removed', name: 'Work' },
    ]);
  });
});

describe('a password that is off', () => {
  let first: SoftwareAuthenticator;

  beforeEach(async () => {
    first = await register();
  });

  it('needs two passkeys, and the proof of one', async () => {
    expect(await turnOff()).toEqual({ ok: false, refusal: 'too-few-passkeys' });
    expect(await prove('turn-password-off', { password: JANE.password })).toMatchObject({ ok: false });
    const passkey = first.answer(await proofOptions());
    expect(await prove('turn-password-off', { passkey })).toEqual({ ok: true, value: null });
  });

  it('is wrong at sign-in and step-up, ends other sessions, and is recorded', async () => {
    const other = await enter(JANE);
    await register(jane, first);
    expect(await turnOff()).toEqual({ ok: true, value: null });
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'password-turned-off' });
    expect(await ports.sessions.find(other.session.id, ports.clock.now())).toBeNull();
    expect(await signIn(ports, JANE, ORIGIN)).toEqual({ ok: false, refusal: 'invalid-credentials' });
    ports.clock.pass(5 * MINUTE);
    expect(await prove('rename-device', { password: JANE.password })).toEqual({ ok: false, refusal: 'wrong-password' });
    expect((await finishSignIn(first.answer(await signInOptions()))).ok).toBe(true);
  });

  it('is set again by the rules for new ones, where it is off', async () => {
    const again = { new: 'harbour lamp tortoise', again: 'harbour lamp tortoise' };
    expect(await turnPasswordOn(ports, jane, again, ORIGIN)).toEqual({ ok: false, refusal: 'password-not-off' });
    await register(jane, first);
    await turnOff();
    expect(await turnPasswordOn(ports, jane, { new: 'short', again: 'other' }, ORIGIN)).toEqual({
      ok: false,
      refusal: { new: 'password-too-short', again: 'passwords-differ' },
    });
    expect(await turnPasswordOn(ports, jane, again, ORIGIN)).toEqual({ ok: true, value: null });
    expect((await signIn(ports, { ...JANE, password: again.new }, ORIGIN)).ok).toBe(true);
  });

  it('is nothing that a gateway’s directory offers', async () => {
    ports.users.changesPasswords = null;
    expect(await turnOff()).toEqual({ ok: false, refusal: 'changed-elsewhere' });
  });
});

describe('the site as passkeys know it', () => {
  it.each([
    ['https://id.bank.example', { id: 'id.bank.example', origin: 'https://id.bank.example' }],
    ['https://id.bank.example:8443', { id: 'id.bank.example', origin: 'https://id.bank.example:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    // A site at the loopback address answers at localhost as well.
    ['http://127.0.0.1:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://[::1]:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://id.bank.example', null],
    ['http://192.0.2.7:3000', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::7]', null],
  ])('%s', (publicUrl, expected) => {
    expect(relyingPartyOf(publicUrl)).toEqual(expected);
  });
});
