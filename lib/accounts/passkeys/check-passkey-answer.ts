import type { UserKey } from '../../shared/identifiers/user-key';
import type { PasskeyPorts } from '../account-ports';
import type { SessionEpoch } from '../sessions/session-store';
import type { Passkey } from './passkey';
import { parseAssertionAnswer } from './passkey-answer';
import { CHALLENGE_LIFETIME_MS } from './passkey-options';
import type { PasskeyChallenge, PasskeyPurpose, PasskeyStore } from './passkey-store';
import type { RelyingParty } from './passkey-verifier';

/** Why an answer is refused, for the audit log. The sender only learns that it was refused. */
export type PasskeyProblem =
  | 'malformed'
  /** Already used, expired, never issued, or issued to another browser. */
  | 'unknown-challenge'
  | 'other-purpose'
  | 'unknown-passkey'
  | 'not-own'
  /** Signature, origin, RP ID or user verification. */
  | 'not-verified'
  /** The counter went backwards, so there may be a copy of the passkey (WebAuthn §6.1.1). */
  | 'counter-regressed'
  | 'no-account'
  | 'already-registered'
  | 'changed-meanwhile';

type Checked =
  | { ok: true; passkey: Passkey; epoch: SessionEpoch }
  | { ok: false; problem: PasskeyProblem; passkey: Passkey | null };

/**
 * Checks an answer to a challenge, consumes the challenge, and records the use of the passkey.
 * @param expected.holder see `PasskeyChallenge`
 * @param expected.owner the user whose passkey it must be; null to sign in any owner
 * @returns the passkey, and its owner's epoch from before the answer was verified
 */
export async function checkPasskeyAnswer(
  { passkeys, sessions, clock }: Pick<PasskeyPorts, 'passkeys' | 'sessions' | 'clock'>,
  text: string,
  { purpose, holder, owner }: { purpose: PasskeyPurpose; holder: string; owner: UserKey | null },
  relyingParty: RelyingParty,
): Promise<Checked> {
  const { store, verifier } = passkeys;
  const answer = parseAssertionAnswer(text);
  if (!answer) return refused('malformed');
  const challenge = await takeChallenge(store, answer.challenge, { purpose, holder }, clock.now());
  if (typeof challenge === 'string') return refused(challenge);
  const passkey = await store.find(answer.credentialId);
  if (!passkey) return refused('unknown-passkey');
  if (owner && !isOf(passkey, owner)) return refused('not-own', passkey);
  // WebAuthn §7.2 step 6: a user who has not been identified yet is identified by the user handle alone.
  if (answer.userHandle === null ? owner === null : answer.userHandle !== passkey.userHandle)
    return refused('not-own', passkey);
  const epoch = await sessions.epochOf(passkey);
  // Ending all of a user's sessions also ends sign-ins that are under way.
  const openedAt = challenge.expiresAt.getTime() - CHALLENGE_LIFETIME_MS;
  if (owner === null && epoch.endedAt && epoch.endedAt.getTime() >= openedAt)
    return refused('changed-meanwhile', passkey);
  const verified = await verifier.verifyAssertion(answer, challenge.challenge, relyingParty, passkey);
  if (!verified) return refused('not-verified', passkey);
  if (!(await store.recordUse(passkey.id, { ...verified, at: clock.now() })))
    return refused('counter-regressed', passkey);
  return { ok: true, passkey, epoch };
}

function refused(problem: PasskeyProblem, passkey: Passkey | null = null): Extract<Checked, { ok: false }> {
  return { ok: false, problem, passkey };
}

/** Consumes a challenge, also if the answer is refused. */
export async function takeChallenge(
  store: PasskeyStore,
  challenge: string,
  { purpose, holder }: { purpose: PasskeyPurpose; holder: string },
  now: Date,
): Promise<PasskeyChallenge | 'unknown-challenge' | 'other-purpose'> {
  const passkeyChallenge = await store.takeChallenge(challenge, holder);
  if (!passkeyChallenge || passkeyChallenge.expiresAt <= now) return 'unknown-challenge';
  return passkeyChallenge.purpose === purpose ? passkeyChallenge : 'other-purpose';
}

function isOf(passkey: UserKey, { userId, domain }: UserKey): boolean {
  return passkey.userId === userId && passkey.domain === domain;
}
