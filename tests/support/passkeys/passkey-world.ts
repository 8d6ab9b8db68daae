import type { AssertionOptions } from '@/lib/accounts/passkeys/passkey-options';
import { beginPasskeyProof } from '@/lib/accounts/passkeys/prove-with-passkey';
import { beginPasskeyRegistration, finishPasskeyRegistration } from '@/lib/accounts/passkeys/register-passkey';
import { beginPasskeySignIn, finishPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import { turnPasswordOff } from '@/lib/accounts/passkeys/turn-password-off';
import { checkProofs, NO_PROOFS, type ProofPorts, type TypedProofs } from '@/lib/accounts/proofs/check-proofs';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { fakeAccess, JANE, RELYING_PARTY } from '../doubles/fake-access-ports';
import { FakeVouchingDevices } from '../doubles/fake-vouching-devices';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';

export const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
export const REFUSED = { ok: false, refusal: 'passkey-refused' };
export const JOHN = { ...JANE, userId: 'john.roe', displayName: 'John Roe', mailAddresses: [] };
export const BROWSER = 'a browser';

export function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(String(result.refusal));
  return result.value;
}

export type PasskeyWorld = Awaited<ReturnType<typeof openPasskeyWorld>>;

/** A site with Jane, who is signed in, and John, and what they do with passkeys. */
export async function openPasskeyWorld() {
  const devices = new FakeVouchingDevices();
  const ports: ProofPorts & Awaited<ReturnType<typeof fakeAccess>> = {
    ...(await fakeAccess()),
    staff: { level: 'standard', isExempt: () => false },
    devices,
  };
  await ports.users.add(JOHN);

  async function enter(person: typeof JANE): Promise<SignedIn> {
    const result = await signIn(ports, person, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  const jane = await enter(JANE);

  const beginRegistration = (who = jane, typed = NO_PROOFS) => beginPasskeyRegistration(ports, who, typed, ORIGIN);
  /** In the session as the next request finds it. */
  async function finishRegistration(answer: string, who = jane, name = 'Laptop') {
    const session = (await ports.sessions.find(who.session.id, ports.clock.now())) ?? who.session;
    return finishPasskeyRegistration(ports, { ...who, session }, { answer, name }, ORIGIN);
  }

  /** Adds a passkey, with one that is there already as the second proof. */
  async function register(who = jane, known?: SoftwareAuthenticator): Promise<SoftwareAuthenticator> {
    const authenticator = new SoftwareAuthenticator(RELYING_PARTY.origin);
    const passkey = known ? known.answer(await proofOptions(who)) : null;
    const options = valueOf(await beginRegistration(who, { ...NO_PROOFS, passkey }));
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
    checkProofs(ports, who, { action }, { ...NO_PROOFS, ...typed }, ORIGIN);

  const turnOff = () => turnPasswordOff(ports, jane, ORIGIN);

  /** Why the last answer was refused, as it was recorded. */
  function lastReason(): string | null {
    const event = ports.audit.records.at(-1)?.event;
    return event?.type === 'passkey-refused' ? event.reason : null;
  }

  return {
    ports,
    devices,
    jane,
    enter,
    beginRegistration,
    finishRegistration,
    register,
    askAs,
    signInOptions,
    proofOptions,
    finishSignIn,
    prove,
    turnOff,
    lastReason,
  };
}
