import type { UserKey } from '../../shared/identifiers/user-key';
import type { AccountPorts } from '../account-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import { knownSince, networkOf, type KnownNetworks, type KnownBrowserId } from './known-networks';
import { perClaimedPerson, perNetwork, perObject, perPerson, perPersonAndNetwork } from './limits';
import type { Budget } from './rate-limiter';
import type { SessionId } from '../sessions/session';
import type { SessionEpoch } from '../sessions/session-store';
import { shortUserId, type User } from '../users/user';

/** The budgets for guessing a password. */
export type GuessBudgets = {
  /** Reset by the right password: they limit consecutive guesses. */
  lately: Budget[];
  /** A right password is refunded, so that only wrong ones count. */
  inAll: Budget[];
};

export type PasswordRefused = 'wrong-password' | 'too-many-attempts' | 'too-busy';

/** @property isToRecord false if this window has a recorded refusal already, or no password was compared */
type CheckedPassword =
  | { ok: true; user: User; epoch: SessionEpoch }
  | { ok: false; isToRecord: true; refusal: 'wrong-password' | 'too-many-attempts' }
  | { ok: false; isToRecord: false; refusal: 'too-many-attempts' | 'too-busy' };

/**
 * Checks a password within its budgets. Over a limit it is not compared, and one that the directory was too busy to
 * compare counts as no attempt.
 * @returns the user, and their epoch from before the comparison
 */
export async function checkPassword(
  { users, sessions, rateLimiter }: Pick<AccountPorts, 'users' | 'sessions' | 'rateLimiter'>,
  { userId, domain, password }: UserKey & { password: string },
  { lately, inAll }: GuessBudgets,
): Promise<CheckedPassword> {
  const recordRefusal = await rateLimiter.take([...inAll, ...lately]);
  if (recordRefusal) return { ok: false, refusal: 'too-many-attempts', isToRecord: recordRefusal.isFirst };
  const epoch = await sessions.epochOf({ userId: shortUserId(userId), domain });
  const user = await users.verifyPassword(userId, domain, password);
  if (user === 'too-busy') {
    await rateLimiter.giveBack([...inAll, ...lately]);
    return { ok: false, refusal: user, isToRecord: false };
  }
  if (!user) return { ok: false, refusal: 'wrong-password', isToRecord: true };
  await rateLimiter.reset(lately);
  await rateLimiter.giveBack(inAll);
  return { ok: true, user, epoch };
}

/** Where a password is typed: strangers who use up the budgets of one page use up none of the other's. */
type PasswordPage = 'sign-in' | 'lost-phone';

/**
 * Budgets for guesses by whoever types a user ID. Browsers and networks that the user signed in from recently have budgets of
 * their own, so that guesses from elsewhere do not lock the user out there.
 * @param browser the known browser of this user; null if it is not known
 */
export async function signInBudgets(
  { knownNetworks, clock }: Pick<AccountPorts, 'knownNetworks' | 'clock'>,
  person: UserKey,
  browser: KnownBrowserId | null,
  origin: RequestOrigin,
  page: PasswordPage = 'sign-in',
): Promise<GuessBudgets> {
  const network = networkOf(origin.address);
  const asks = browser === null && network !== null;
  const isKnown = asks && (await knownNetworks.has(normalized(person), network, knownSince(clock.now())));
  return budgetsOf(person, browser, isKnown ? network : null, origin, page);
}

/** As `signInBudgets`, from this process's memory; only the network's budgets if the store would have to be read. */
export function recalledSignInBudgets(
  knownNetworks: Pick<KnownNetworks, 'recall'>,
  person: UserKey,
  browser: KnownBrowserId | null,
  origin: RequestOrigin,
): Budget[] {
  const network = networkOf(origin.address);
  const isKnown = browser === null && network !== null && knownNetworks.recall(normalized(person), network);
  if (isKnown === null) return perNetwork('sign-in', origin);
  const { lately, inAll } = budgetsOf(person, browser, isKnown ? network : null, origin, 'sign-in');
  return [...inAll, ...lately];
}

/** @param network the known network of the request; null if it is not known */
function budgetsOf(
  person: UserKey,
  browser: KnownBrowserId | null,
  network: string | null,
  origin: RequestOrigin,
  page: PasswordPage,
): GuessBudgets {
  if (browser !== null)
    return {
      lately: [perObject('password-in-known-browser', browser)],
      inAll: [perPerson('passwords-a-day-in-known-browsers', person)],
    };
  const fromNetwork = perNetwork('sign-in', origin);
  if (network !== null)
    return {
      lately: [perPersonAndNetwork(person, network)],
      inAll: [...fromNetwork, perPerson('passwords-a-day-from-known-networks', person)],
    };
  const isLost = page === 'lost-phone';
  return {
    lately: perClaimedPerson(isLost ? 'lost-phone-password' : 'password', person, origin),
    inAll: [
      ...fromNetwork,
      ...perClaimedPerson(isLost ? 'lost-phone-passwords-a-day' : 'passwords-a-day', person, origin),
    ],
  };
}

/** Budgets for guesses in a session, which only its holder can use up. */
export function stepUpBudgets(session: SessionId): GuessBudgets {
  return { lately: [perObject('step-up', session)], inAll: [perObject('step-ups-a-day', session)] };
}

/** Budgets for guesses with an invitation's link. @param invitation its ID */
export function invitationBudgets(invitation: string, origin: RequestOrigin): GuessBudgets {
  return {
    lately: [perObject('invitation-password', invitation)],
    inAll: [...perNetwork('sign-in', origin), perObject('invitation-passwords-in-all', invitation)],
  };
}

function normalized({ userId, domain }: UserKey): UserKey {
  return { userId: shortUserId(userId), domain };
}
