import type { UserKey } from '../../shared/identifiers/user-key';
import type { PasskeyPorts } from '../access-ports';
import type { SessionEpoch } from '../sessions/session-store';
import type { Passkey } from './passkey';
import { parseAssertionAnswer } from './passkey-answer';
import { CHALLENGE_LIFETIME_MS } from './passkey-options';
import type { PasskeyChallenge, PasskeyPurpose, PasskeyStore } from './passkey-store';
import type { RelyingParty } from './passkey-verifier';

/** Why an answer is refused, for the audit log. Whoever sent it hears no more than that it was. */
export type PasskeyProblem =
  | 'malformed'
  /** Answered before, expired, made up, or another browser's. */
  | 'unknown-challenge'
  | 'other-purpose'
  | 'unknown-passkey'
  | 'not-own'
  /** Signature, origin, RP ID or user verification. */
  | 'not-verified'
  /** It has counted backwards, so there may be a copy (WebAuthn §6.1.1). */
  | 'counter-regressed'
  | 'no-account'
  | 'already-registered'
  | 'changed-meanwhile';

type Checked =
  | { ok: true; passkey: Passkey; epoch: SessionEpoch }
  | { ok: false; problem: PasskeyProblem; passkey: Passkey | null };

/**
 * Checks an answer to a challenge, which it uses up, and records the use of the passkey.
 * @param expected.holder see `PasskeyChallenge`
 * @param expected.owner whose passkey it must be; null to sign in whoever owns it
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
  const taken = await takeChallenge(store, answer.challenge, { purpose, holder }, clock.now());
  if (typeof taken === 'string') return refused(taken);
  const passkey = await store.find(answer.credentialId);
  if (!passkey) return refused('unknown-passkey');
  if (owner && !isOf(passkey, owner)) return refused('not-own', passkey);
  // WebAuthn §7.2 step 6: who has not said who they are is known by the handle alone.
  if (answer.userHandle === null ? owner === null : answer.userHandle !== passkey.userHandle)
    return refused('not-own', passkey);
  const epoch = await sessions.epochOf(passkey);
  // Ending all of a user's sessions also ends the sign-ins that have begun.
  const openedAt = taken.expiresAt.getTime() - CHALLENGE_LIFETIME_MS;
  if (owner === null && epoch.endedAt && epoch.endedAt.getTime() >= openedAt)
    return refused('changed-meanwhile', passkey);
  const verified = await verifier.verifyAssertion(answer, taken.challenge, relyingParty, passkey);
  if (!verified) return refused('not-verified', passkey);
  if (!(await store.recordUse(passkey.id, { ...verified, at: clock.now() })))
    return refused('counter-regressed', passkey);
  return { ok: true, passkey, epoch };
}

function refused(problem: PasskeyProblem, passkey: Passkey | null = null): Extract<Checked, { ok: false }> {
  return { ok: false, problem, passkey };
}

/** Uses up a challenge, also for an answer that is refused. */
export async function takeChallenge(
  store: PasskeyStore,
  challenge: string,
  { purpose, holder }: { purpose: PasskeyPurpose; holder: string },
  now: Date,
): Promise<PasskeyChallenge | 'unknown-challenge' | 'other-purpose'> {
  const taken = await store.takeChallenge(challenge, holder);
  if (!taken || taken.expiresAt <= now) return 'unknown-challenge';
  return taken.purpose === purpose ? taken : 'other-purpose';
}

function isOf(passkey: UserKey, { userId, domain }: UserKey): boolean {
  return passkey.userId === userId && passkey.domain === domain;
}
