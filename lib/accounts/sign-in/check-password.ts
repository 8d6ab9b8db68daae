import type { UserKey } from '../../shared/identifiers/user-key';
import type { AccessPorts } from '../access-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import { knownSince, networkOf, type KnownNetworks, type KnownBrowserId } from './known-networks';
import { perNetwork, perObject, perPerson, perPersonAndNetwork } from './limits';
import type { Budget } from './rate-limiter';
import type { SessionId } from '../sessions/session';
import type { SessionEpoch } from '../sessions/session-store';
import { shortUserId, type User } from '../users/user';

/** What a guess of a password uses up. */
export type GuessBudgets = {
  /** Forgotten after the right password: they stop guesses in a row. */
  lately: Budget[];
  /** Given the one attempt back after the right password, so that they count wrong ones only, however many right ones come. */
  inAll: Budget[];
};

export type PasswordRefused = 'wrong-password' | 'too-many-attempts' | 'too-busy';

/** @property isToRecord false over a limit, when another refusal was recorded in this window, and when nothing was tried */
type CheckedPassword =
  | { ok: true; user: User; epoch: SessionEpoch }
  | { ok: false; isToRecord: true; refusal: 'wrong-password' | 'too-many-attempts' }
  | { ok: false; isToRecord: false; refusal: 'too-many-attempts' | 'too-busy' };

/**
 * Checks a password, limited. Over the limit nothing is looked at, and what could not be looked at is no attempt.
 * @returns the user whose password it is, and their epoch from before it was looked at
 */
export async function checkPassword(
  { users, sessions, rateLimiter }: Pick<AccessPorts, 'users' | 'sessions' | 'rateLimiter'>,
  { userId, domain, password }: UserKey & { password: string },
  { lately, inAll }: GuessBudgets,
): Promise<CheckedPassword> {
  const refused = await rateLimiter.take([...inAll, ...lately]);
  if (refused) return { ok: false, refusal: 'too-many-attempts', isToRecord: refused.isFirst };
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

/**
 * Guesses at the sign-in page. In a browser, or from a network, that the person has signed in with lately they are counted
 * by themselves, so that no number of guesses from elsewhere locks the person out there.
 * @param browser what the browser is known as for this person
 */
export async function signInBudgets(
  { knownNetworks, clock }: Pick<AccessPorts, 'knownNetworks' | 'clock'>,
  person: UserKey,
  browser: KnownBrowserId | null,
  origin: RequestOrigin,
): Promise<GuessBudgets> {
  const network = networkOf(origin.address);
  const asks = browser === null && network !== null;
  const isKnown = asks && (await knownNetworks.has(normalized(person), network, knownSince(clock.now())));
  return budgetsOf(person, browser, isKnown ? network : null, origin);
}

/** The same from this process's memory alone. Where a network would have to be asked for, what counts in any case. */
export function recalledSignInBudgets(
  knownNetworks: Pick<KnownNetworks, 'recall'>,
  person: UserKey,
  browser: KnownBrowserId | null,
  origin: RequestOrigin,
): Budget[] {
  const network = networkOf(origin.address);
  const isKnown = browser === null && network !== null && knownNetworks.recall(normalized(person), network);
  if (isKnown === null) return perNetwork('sign-in', origin);
  const { lately, inAll } = budgetsOf(person, browser, isKnown ? network : null, origin);
  return [...inAll, ...lately];
}

/** @param network the known one that the person comes from; null for any other */
function budgetsOf(
  person: UserKey,
  browser: KnownBrowserId | null,
  network: string | null,
  origin: RequestOrigin,
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
  return { lately: [perPerson('password', person)], inAll: [...fromNetwork, perPerson('passwords-a-day', person)] };
}

/** Guesses in a session: only who has it uses them up, and the sign-in page is another matter. */
export function stepUpBudgets(session: SessionId): GuessBudgets {
  return { lately: [perObject('step-up', session)], inAll: [perObject('step-ups-a-day', session)] };
}

/** Guesses by whoever has an invitation's link. @param invitation its identifier */
export function invitationBudgets(invitation: string, origin: RequestOrigin): GuessBudgets {
  return {
    lately: [perObject('invitation-password', invitation)],
    inAll: [...perNetwork('sign-in', origin), perObject('invitation-passwords-in-all', invitation)],
  };
}

function normalized({ userId, domain }: UserKey): UserKey {
  return { userId: shortUserId(userId), domain };
}
