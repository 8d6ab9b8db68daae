import { NO_PROOFS, NOTHING_USED_UP } from '@/lib/accounts/proofs/check-proofs';
import { beforeEach, describe, expect, it } from 'vitest';
import { removePasskey, renamePasskey } from '@/lib/accounts/passkeys/change-passkey';
import type { PasskeyId } from '@/lib/accounts/passkeys/passkey';
import { beginPasskeyProof, confirmPasskey } from '@/lib/accounts/passkeys/prove-with-passkey';
import { turnPasswordOn } from '@/lib/accounts/passkeys/turn-password-off';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { relyingPartyOf } from '@/lib/server/composition/relying-party';
import { MINUTE } from '@/lib/shared/time/duration';
import { JANE, RELYING_PARTY } from '../../support/doubles/fake-access-ports';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import {
  JOHN,
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

describe('a proof in a session', () => {
  it('a passkey proves both identity and possession, for the whole session', async () => {
    const authenticator = await world.register();
    world.ports.clock.pass(5 * MINUTE);
    expect(await world.prove('remove-passkey', {})).toEqual({ ok: false, refusal: 'step-up-required' });
    const passkey = authenticator.answer(await world.proofOptions());
    expect(await world.prove('remove-passkey', { passkey })).toEqual({ ok: true, value: NOTHING_USED_UP });
    const session = await world.ports.sessions.find(world.jane.session.id, world.ports.clock.now());
    expect(session?.proofs.passkey).toEqual(world.ports.clock.now());
    expect(world.ports.audit.records.at(-1)?.event).toMatchObject({ type: 'proof-given', proof: 'passkey' });
  });

  it('a passkey counts for its own request even where no proof may have any age', async () => {
    const authenticator = await world.register();
    world.ports.settings = { ...world.ports.settings, stepUpAgeMs: 0 };
    const passkey = authenticator.answer(await world.proofOptions());
    expect(await world.prove('remove-passkey', { passkey })).toEqual({ ok: true, value: NOTHING_USED_UP });
  });

  it('threat: another user’s passkey', async () => {
    await world.register();
    const john = await world.enter(JOHN);
    const foreign = await world.register(john);
    const answer = foreign.answer(await world.proofOptions());
    expect(await confirmPasskey(world.ports, world.jane, answer, ORIGIN)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('not-own');
    expect(
      (await world.ports.sessions.find(world.jane.session.id, world.ports.clock.now()))?.proofs.passkey,
    ).toBeUndefined();
  });

  it('threat: the answer of a sign-in, or of another session', async () => {
    const authenticator = await world.register();
    expect(
      await confirmPasskey(world.ports, world.jane, authenticator.answer(await world.signInOptions()), ORIGIN),
    ).toEqual(REFUSED);
    const other = await world.enter(JANE);
    expect(await confirmPasskey(world.ports, other, authenticator.answer(await world.proofOptions()), ORIGIN)).toEqual(
      REFUSED,
    );
    expect(world.lastReason()).toBe('unknown-challenge');
  });

  it('a passkey is not requested from users without one, nor where the site’s address allows none', async () => {
    expect(await beginPasskeyProof(world.ports, world.jane)).toEqual({ ok: false, refusal: 'no-passkey' });
    const unnamed = { ...world.ports, passkeys: { ...world.ports.passkeys, relyingParty: null } };
    expect(await beginPasskeyProof(unnamed, world.jane)).toEqual({ ok: false, refusal: 'not-offered' });
  });

  it.each(['bind-device', 'replace-device', 'remove-device', 'unlock-device'] as const)(
    'a passkey is proof for %s where a password alone is not',
    async (action) => {
      world.devices.valid.add('123456');
      const authenticator = await (async () => {
        const made = new SoftwareAuthenticator(RELYING_PARTY.origin);
        const options = valueOf(await world.beginRegistration(world.jane, { ...NO_PROOFS, oneTimePassword: '123456' }));
        valueOf(await world.finishRegistration(made.register(options)));
        return made;
      })();
      const thief = await world.enter(JANE);
      expect(await world.prove(action, {}, thief)).toEqual({ ok: false, refusal: 'second-proof-required' });
      const passkey = authenticator.answer(await world.proofOptions(thief));
      expect(await world.prove(action, { passkey }, thief)).toEqual({ ok: true, value: NOTHING_USED_UP });
    },
  );

  it('threat: a stolen password where there is a passkey and no device: the first device takes more', async () => {
    await world.register();
    const thief = await world.enter(JANE);
    expect(await world.prove('bind-device', {}, thief)).toEqual({ ok: false, refusal: 'second-proof-required' });
  });
});

describe('renaming and removing', () => {
  it('a renaming and a removal are recorded, and other users’ passkeys are not found', async () => {
    await world.register();
    const [passkey] = await world.ports.passkeys.store.list(JANE);
    const id = passkey?.id ?? ('' as PasskeyId);
    const john = await world.enter(JOHN);
    expect(await renamePasskey(world.ports, john, id, 'Mine', ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await removePasskey(world.ports, john, id, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await renamePasskey(world.ports, world.jane, id, ' Work ', ORIGIN)).toEqual({ ok: true, value: null });
    expect(await removePasskey(world.ports, world.jane, id, ORIGIN)).toEqual({ ok: true, value: null });
    expect(world.ports.audit.records.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'passkey-renamed', name: 'Work' },
      { type: 'passkey-removed', name: 'Work' },
    ]);
  });
});

describe('a password that is off', () => {
  let first: SoftwareAuthenticator;

  beforeEach(async () => {
    first = await world.register();
  });

  it('a user may turn the password off only with two passkeys and the proof of one', async () => {
    expect(await world.turnOff()).toEqual({ ok: false, refusal: 'too-few-passkeys' });
    expect(await world.prove('turn-password-off', { password: JANE.password })).toMatchObject({ ok: false });
    const passkey = first.answer(await world.proofOptions());
    expect(await world.prove('turn-password-off', { passkey })).toEqual({ ok: true, value: NOTHING_USED_UP });
  });

  it('turning the password off blocks it at sign-in and step-up, ends other sessions, and is recorded', async () => {
    const other = await world.enter(JANE);
    await world.register(world.jane, first);
    expect(await world.turnOff()).toEqual({ ok: true, value: null });
    expect(world.ports.audit.records.at(-1)?.event).toMatchObject({ type: 'password-turned-off' });
    expect(await world.ports.sessions.find(other.session.id, world.ports.clock.now())).toBeNull();
    expect(await signIn(world.ports, JANE, ORIGIN)).toEqual({ ok: false, refusal: 'invalid-credentials' });
    world.ports.clock.pass(5 * MINUTE);
    expect(await world.prove('rename-device', { password: JANE.password })).toEqual({
      ok: false,
      refusal: 'wrong-password',
    });
    expect((await world.finishSignIn(first.answer(await world.signInOptions()))).ok).toBe(true);
  });

  it('a password that is off is set again by the rules for new ones', async () => {
    const again = { new: 'harbour lamp tortoise', again: 'harbour lamp tortoise' };
    expect(await turnPasswordOn(world.ports, world.jane, again, ORIGIN)).toEqual({
      ok: false,
      refusal: 'password-not-off',
    });
    await world.register(world.jane, first);
    await world.turnOff();
    expect(await turnPasswordOn(world.ports, world.jane, { new: 'short', again: 'other' }, ORIGIN)).toEqual({
      ok: false,
      refusal: { new: 'password-too-short', again: 'passwords-differ' },
    });
    expect(await turnPasswordOn(world.ports, world.jane, again, ORIGIN)).toEqual({ ok: true, value: null });
    expect((await signIn(world.ports, { ...JANE, password: again.new }, ORIGIN)).ok).toBe(true);
  });

  it('the password of a gateway’s directory cannot be turned off', async () => {
    world.ports.users.changesPasswords = null;
    expect(await world.turnOff()).toEqual({ ok: false, refusal: 'changed-elsewhere' });
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
