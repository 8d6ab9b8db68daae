import { auditContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasskeyPorts } from '../account-ports';
import { fromBrowser, openSession } from '../sessions/open-session';
import type { SignedIn } from '../sessions/session';
import type { KnownBrowserId } from '../sign-in/known-networks';
import { perNetwork, perObject } from '../sign-in/limits';
import { rememberNetwork } from '../sign-in/sign-in';
import { checkPasskeyAnswer, type PasskeyProblem } from './check-passkey-answer';
import { proofOf, type Passkey } from './passkey';
import { assertionOptions, generateChallenge, type AssertionOptions } from './passkey-options';
import { refusePasskey, type PasskeyRefusal } from './refuse-passkey';

/**
 * Creates a challenge for a user who is about to sign in with this browser.
 * @param asking.holder identifies the browser; see `PasskeyChallenge`
 * @param asking.knownBrowser known for any account; null if it is not known
 */
export async function beginPasskeySignIn(
  ports: PasskeyPorts,
  { holder, knownBrowser }: { holder: string; knownBrowser: KnownBrowserId | null },
  origin: RequestOrigin,
): Promise<Result<AssertionOptions, 'not-offered' | 'too-many-attempts'>> {
  const { store, relyingParty } = ports.passkeys;
  if (!relyingParty) return refuse('not-offered');
  const budgets =
    knownBrowser === null ? perNetwork('passkey-challenge', origin) : [perObject('passkey-challenge', knownBrowser)];
  if (await ports.rateLimiter.take(budgets)) return refuse('too-many-attempts');
  const challenge = generateChallenge(ports, 'sign-in', holder);
  await store.keepChallenge(challenge);
  // No passkeys are listed: a list for an entered user ID would reveal whether it exists.
  return accept(assertionOptions(relyingParty, challenge, []));
}

/**
 * Opens a session for the owner of the passkey that answered.
 * @param text the browser's answer, as it was sent
 * @param holder as in the first step; null if the browser has none
 * @param isKnownTo whether an account has signed in with the browser before
 */
export async function finishPasskeySignIn(
  ports: PasskeyPorts,
  text: string,
  holder: string | null,
  origin: RequestOrigin,
  isKnownTo: (user: UserKey) => boolean,
): Promise<Result<SignedIn, PasskeyRefusal | 'not-offered'>> {
  const { relyingParty } = ports.passkeys;
  if (!relyingParty) return refuse('not-offered');
  const recordRefusal = (problem: PasskeyProblem, passkey: Passkey | null) => {
    const context = auditContext({ kind: 'anonymous' }, passkey, origin);
    return refusePasskey(
      ports,
      { purpose: 'sign-in', problem, passkey },
      perNetwork('refused-passkey', origin),
      context,
    );
  };

  if (holder === null) return recordRefusal('unknown-challenge', null);
  const expected = { purpose: 'sign-in', holder, owner: null } as const;
  const answer = await checkPasskeyAnswer(ports, text, expected, relyingParty);
  if (!answer.ok) return recordRefusal(answer.problem, answer.passkey);
  const { passkey, epoch } = answer;
  const user = await ports.users.find(passkey.userId, passkey.domain);
  if (user?.bar !== null) return recordRefusal('no-account', passkey);
  const about = { passkeyId: passkey.id, ...fromBrowser(origin, epoch, isKnownTo(user)) };
  const fact = { type: 'passkey-sign-in-succeeded', ...about } as const;
  const now = ports.clock.now();
  const signedIn = await openSession(ports, user, fact, origin, epoch, null, { [proofOf(passkey, now)]: now });
  if (!signedIn) return recordRefusal('changed-meanwhile', passkey);
  await rememberNetwork(ports, user, origin);
  return accept(signedIn);
}
