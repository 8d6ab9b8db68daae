import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasskeyPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { perObject } from '../sign-in/limits';
import { checkPasskeyAnswer } from './check-passkey-answer';
import { proofOf } from './passkey';
import { assertionOptions, generateChallenge, type AssertionOptions } from './passkey-options';
import { refusePasskey, type PasskeyRefusal } from './refuse-passkey';

/** Creates a challenge for a session, which only the user's own passkeys can answer. */
export async function beginPasskeyProof(
  ports: PasskeyPorts,
  { session, user }: SignedIn,
): Promise<Result<AssertionOptions, 'not-offered' | 'no-passkey' | 'too-many-attempts'>> {
  const { store, relyingParty } = ports.passkeys;
  if (!relyingParty) return refuse('not-offered');
  if (await ports.rateLimiter.take([perObject('passkey-challenge', session.id)])) return refuse('too-many-attempts');
  const own = await store.list(user);
  if (own.length === 0) return refuse('no-passkey');
  const challenge = generateChallenge(ports, 'proof', session.id);
  await store.keepChallenge(challenge);
  return accept(assertionOptions(relyingParty, challenge, own));
}

/**
 * Adds the proof to the session, if its challenge was answered by a passkey of its user.
 * @returns the kind of proof
 */
export async function confirmPasskey(
  ports: PasskeyPorts,
  { session, user }: SignedIn,
  text: string,
  origin: RequestOrigin,
): Promise<Result<ReturnType<typeof proofOf>, PasskeyRefusal>> {
  const { relyingParty } = ports.passkeys;
  if (!relyingParty) return refuse('passkey-refused');
  const expected = { purpose: 'proof', holder: session.id, owner: user } as const;
  const answer = await checkPasskeyAnswer(ports, text, expected, relyingParty);
  const context = ownContext(user, origin);
  if (!answer.ok)
    return refusePasskey(ports, { ...answer, purpose: 'proof' }, [perObject('refused-passkey', session.id)], context);
  const now = ports.clock.now();
  const proof = proofOf(answer.passkey, now);
  await ports.sessions.prove(session.id, proof, now);
  await ports.audit.append({ type: 'proof-given', proof, ...context });
  return accept(proof);
}
