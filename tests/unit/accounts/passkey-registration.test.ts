import { NO_PROOFS } from '@/lib/accounts/proofs/check-proofs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkProofs } from '@/lib/accounts/proofs/check-proofs';
import type { RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { JANE, RELYING_PARTY } from '../../support/doubles/fake-access-ports';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { SoftwareAuthenticator, type Changes } from '@/lib/kit/door/software-authenticator';
import {
  JOHN,
  ORIGIN,
  openPasskeyWorld,
  REFUSED,
  valueOf,
  type PasskeyWorld,
} from '../../support/passkeys/passkey-world';

let world: PasskeyWorld;

beforeEach(async () => {
  world = await openPasskeyWorld();
});

describe('a new passkey', () => {
  it('a new passkey is stored with its authenticator’s data, and recorded', async () => {
    const authenticator = await world.register();
    const [passkey] = await world.ports.passkeys.store.list(JANE);
    expect(passkey).toMatchObject({
      credentialId: authenticator.credentialId,
      number: 1,
      counter: 0,
      aaguid: '00000000-0000-0000-0000-000000000000',
      transports: ['internal', 'hybrid'],
      isBackupEligible: true,
      isBackedUp: true,
      name: 'Laptop',
      createdAt: world.ports.clock.now(),
      lastUsedAt: null,
    });
    expect(world.ports.audit.records.at(-1)?.event).toMatchObject({ type: 'passkey-added', passkeyId: passkey?.id });
  });

  it('a registration requires user verification and a discoverable credential, and excludes known ones', async () => {
    const first = await world.register();
    const passkey = first.answer(await world.proofOptions());
    const options = valueOf(await world.beginRegistration(world.jane, { ...NO_PROOFS, passkey }));
    expect(options.authenticatorSelection).toMatchObject({ userVerification: 'required', residentKey: 'required' });
    expect(options.excludeCredentials).toMatchObject([{ id: first.credentialId }]);
    expect(options.rp.id).toBe(RELYING_PARTY.id);
  });

  it('a user’s passkeys share one user handle, which reveals nothing about the user', async () => {
    const first = await world.register();
    await world.register(world.jane, first);
    const handles = (await world.ports.passkeys.store.list(JANE)).map(({ userHandle }) => userHandle);
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
    const options = valueOf(await world.beginRegistration());
    const authenticator = new SoftwareAuthenticator(RELYING_PARTY.origin);
    expect(await world.finishRegistration(authenticator.register(options, changes))).toEqual(REFUSED);
    expect(world.lastReason()).toBe('not-verified');
    expect(await world.ports.passkeys.store.list(JANE)).toEqual([]);
  });

  it('threat: a replayed answer adds nothing a second time', async () => {
    const options = valueOf(await world.beginRegistration());
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    valueOf(await world.finishRegistration(answer));
    expect(await world.finishRegistration(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('unknown-challenge');
  });

  it('threat: the answer to another session’s challenge, also of the same user', async () => {
    const options = valueOf(await world.beginRegistration());
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    for (const other of [await world.enter(JOHN), await world.enter(JANE)])
      expect(await world.finishRegistration(answer, other)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('unknown-challenge');
    expect(await world.ports.passkeys.store.list(JOHN)).toEqual([]);
  });

  it('threat: an answer to the challenge of a proof', async () => {
    const first = await world.register();
    const { challenge } = await world.proofOptions();
    const creation: RegistrationOptions = {
      ...valueOf(
        await world.beginRegistration(world.jane, { ...NO_PROOFS, passkey: first.answer(await world.proofOptions()) }),
      ),
      challenge,
    };
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(creation);
    expect(await world.finishRegistration(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('other-purpose');
  });

  it('a registration is refused after five minutes', async () => {
    const options = valueOf(await world.beginRegistration());
    world.ports.clock.pass(5 * MINUTE);
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
    expect(await world.finishRegistration(answer)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('unknown-challenge');
  });

  it('threat: two registrations at once: beside another first one a password is not enough', async () => {
    const thief = await world.enter(JANE);
    const options = [valueOf(await world.beginRegistration()), valueOf(await world.beginRegistration(thief))] as const;
    const [own, stolen] = options.map((option) => new SoftwareAuthenticator(RELYING_PARTY.origin).register(option));
    valueOf(await world.finishRegistration(own ?? ''));
    expect(await world.finishRegistration(stolen ?? '', thief)).toEqual(REFUSED);
    expect(world.lastReason()).toBe('changed-meanwhile');
    expect(await world.ports.passkeys.store.list(JANE)).toHaveLength(1);
  });

  it('a password alone is enough for a passkey only where there is neither a passkey nor a device', async () => {
    world.devices.valid.add('123456');
    expect(await world.beginRegistration()).toEqual({ ok: false, refusal: 'second-proof-required' });
    expect((await world.beginRegistration(world.jane, { ...NO_PROOFS, oneTimePassword: '123456' })).ok).toBe(true);
    world.ports.devices = new FakeVouchingDevices();
    await world.register(await world.enter(JANE));
    expect(await world.beginRegistration(await world.enter(JANE))).toEqual({
      ok: false,
      refusal: 'second-proof-required',
    });
  });

  it.each(['', '   ', 'x'.repeat(65), 'two\nlines'])(
    'a passkey’s name has to have 1 to 64 characters on one line, so %j is refused',
    async (name) => {
      const options = valueOf(await world.beginRegistration());
      const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(options);
      expect(await world.finishRegistration(answer, world.jane, name)).toEqual({
        ok: false,
        refusal: 'passkey-name-invalid',
      });
      expect((await world.finishRegistration(answer)).ok).toBe(true);
    },
  );
});

const changed = (at: Date) => ({ lastAddressChange: async () => at });
const newest = async () => (await world.ports.passkeys.store.list(JANE)).at(-1);

describe('a passkey on probation', () => {
  it('threat: a passkey bound within a week of a change of addresses only signs in, for twice as long', async () => {
    const now = world.ports.clock.now();
    world.ports.probation = { ms: DAY, addressChanges: changed(new Date(now.getTime() - 6 * DAY)) };
    const authenticator = await world.register();
    expect(await newest()).toMatchObject({ trustedFrom: new Date(now.getTime() + 2 * DAY) });
    const remove = async () => {
      const passkey = authenticator.answer(await world.proofOptions());
      const session =
        (await world.ports.sessions.find(world.jane.session.id, world.ports.clock.now())) ?? world.jane.session;
      return checkProofs(
        world.ports,
        { ...world.jane, session },
        { action: 'remove-passkey' },
        { ...NO_PROOFS, passkey },
        ORIGIN,
      );
    };
    world.ports.clock.pass(2 * DAY - 1);
    expect(await remove()).toEqual({ ok: false, refusal: 'second-proof-required' });
    world.ports.clock.pass(1);
    expect(await remove()).toMatchObject({ ok: true });
  });

  it('threat: bound by a mailed code alone, or on the way of a re-issue, it has one', async () => {
    await world.ports.sessions.prove(world.jane.session.id, 'mailed-code', world.ports.clock.now());
    const first = await world.register();
    expect((await newest())?.trustedFrom).not.toBeNull();
    world.ports.heldInvitations = { isHeldBy: async () => true };
    const john = await world.enter(JOHN);
    await world.register(john);
    expect((await world.ports.passkeys.store.list(JOHN))[0]?.trustedFrom).not.toBeNull();
    expect(first.credentialId).not.toBe('');
  });

  it('a passkey is not on probation if bound the usual way, a week after an address change, or without probation', async () => {
    world.ports.probation = { ms: DAY, addressChanges: changed(new Date(world.ports.clock.now().getTime() - 7 * DAY)) };
    await world.register();
    expect(await newest()).toMatchObject({ trustedFrom: null });
    world.ports.probation = { ms: 0, addressChanges: changed(world.ports.clock.now()) };
    await world.register(await world.enter(JOHN));
    expect((await world.ports.passkeys.store.list(JOHN))[0]).toMatchObject({ trustedFrom: null });
  });
});
