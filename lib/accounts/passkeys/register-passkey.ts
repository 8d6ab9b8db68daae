import { ownContext } from '../../audit/audit-context';
import { base64UrlFromBytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import { checkProofs, type ProofPorts, type ProofRefusal, type TypedProofs } from '../proofs/check-proofs';
import { findPasskeyPermission } from '../proofs/may-reveal';
import { trustedFrom } from '../proofs/probation';
import { hasProof } from '../proofs/proof';
import { POSSESSION } from '../proofs/proof-policy';
import { haveChangedLately } from '../users/known-addresses';
import type { SignedIn } from '../sessions/session';
import { perObject } from '../sign-in/limits';
import { takeChallenge, type PasskeyProblem } from './check-passkey-answer';
import { generatePasskeyId, MAXIMUM_PASSKEYS, parsePasskeyName, type Passkey } from './passkey';
import { parseRegistrationAnswer } from './passkey-answer';
import { generateChallenge, registrationOptions, type RegistrationOptions } from './passkey-options';
import { refusePasskey, type PasskeyRefusal } from './refuse-passkey';

/**
 * Creates a challenge for a new passkey, if the session has the proofs that the policy requires. The new passkey's
 * number is reserved before the proofs are checked. A session that was admitted because there was no passkey yet
 * therefore adds the first one or none: of two concurrent first ones, the second finds its number taken.
 */
export async function beginPasskeyRegistration(
  ports: ProofPorts,
  signedIn: SignedIn,
  proofs: TypedProofs,
  origin: RequestOrigin,
): Promise<Result<RegistrationOptions, ProofRefusal | 'not-offered' | 'too-many-passkeys'>> {
  const { user, session } = signedIn;
  const { store, relyingParty } = ports.passkeys;
  if (!relyingParty) return refuse('not-offered');
  const passkeys = await store.list(user);
  const result = await checkProofs(ports, signedIn, { action: 'add-passkey' }, proofs, origin);
  if (!result.ok) return result;
  if (passkeys.length >= MAXIMUM_PASSKEYS) return refuse('too-many-passkeys');
  const userHandle = passkeys[0]?.userHandle ?? base64UrlFromBytes(ports.random.bytes(32));
  const number = Math.max(0, ...passkeys.map((passkey) => passkey.number)) + 1;
  const challenge = generateChallenge(ports, 'registration', session.id, { number, userHandle });
  await store.keepChallenge(challenge);
  return accept(registrationOptions(relyingParty, challenge, userHandle, user, passkeys));
}

/**
 * Adds the passkey that the browser has created. Asks for no proof: the challenge belongs to the session, was issued
 * for one, and expires in minutes. But a session that got it while the user had no device and no passkey must still be
 * sufficient.
 * @param made.answer as the browser sent it
 * @param made.name the user's name for it
 */
export async function finishPasskeyRegistration(
  ports: ProofPorts,
  signedIn: SignedIn,
  newPasskey: { answer: string; name: string },
  origin: RequestOrigin,
): Promise<Result<Passkey, PasskeyRefusal | 'not-offered' | 'passkey-name-invalid'>> {
  const { session, user } = signedIn;
  const { store, verifier, relyingParty } = ports.passkeys;
  const context = ownContext(user, origin);
  const recordRefusal = (problem: PasskeyProblem) => {
    const budgets = [perObject('refused-passkey', session.id)];
    return refusePasskey(ports, { purpose: 'registration', problem, passkey: null }, budgets, context);
  };

  if (!relyingParty) return refuse('not-offered');
  const name = parsePasskeyName(newPasskey.name);
  if (name === null) return refuse('passkey-name-invalid');
  const answer = parseRegistrationAnswer(newPasskey.answer);
  if (!answer) return recordRefusal('malformed');
  const now = ports.clock.now();
  const expected = { purpose: 'registration', holder: session.id } as const;
  const takenChallenge = await takeChallenge(store, answer.challenge, expected, now);
  if (typeof takenChallenge === 'string') return recordRefusal(takenChallenge);
  const permission = await findPasskeyPermission(ports, signedIn);
  if (permission === null) return recordRefusal('changed-meanwhile');
  const credential = await verifier.verifyRegistration(answer, takenChallenge.challenge, relyingParty);
  if (!credential || !takenChallenge.registration) return recordRefusal('not-verified');
  const { userId, domain } = user;
  const passkey: Passkey = {
    ...credential,
    ...takenChallenge.registration,
    id: generatePasskeyId(ports.random),
    userId,
    domain,
    name,
    transports: answer.transports,
    createdAt: now,
    trustedFrom: await probationEnd(ports, signedIn, now),
    lastUsedAt: null,
  };
  const result = await store.add(passkey, { id: session.id, now }, permission.voucher);
  if (!result.ok) return recordRefusal(result.refusal);
  await ports.audit.append({ type: 'passkey-added', passkeyId: passkey.id, name, ...context });
  return accept(passkey);
}

/**
 * When a new passkey may vouch, if it was bound in a way that a thief could use as well: like a re-issue, by a mailed
 * code alone, or within a week of a change of mail addresses.
 * @returns null if it may at once
 */
async function probationEnd(
  { heldInvitations, probation }: ProofPorts,
  signedIn: SignedIn,
  now: Date,
): Promise<Date | null> {
  const { session, user } = signedIn;
  if (probation.ms === 0) return null;
  const isMailed =
    hasProof(session.proofs, ['mailed-code'], Infinity, now) &&
    !hasProof(session.proofs, [...POSSESSION, 'provider'], Infinity, now);
  const changedAt = (await probation.addressChanges?.lastAddressChange(user)) ?? null;
  const isOnProbation = isMailed || haveChangedLately(changedAt, now) || (await heldInvitations.isHeldBy(signedIn));
  return isOnProbation ? trustedFrom(now, probation.ms, true) : null;
}
