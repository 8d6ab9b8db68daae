import type { AccessPorts, RequestOrigin } from './access-ports';
import type { KnownBrowserId } from './known-browser';
import { knownSince, networkOf } from './known-networks';
import { perNetwork, perObject, perPerson, perPersonAndNetwork } from './limits';
import type { Budget } from './rate-limiter';
import type { SessionId } from './session';
import type { SessionEpoch } from './session-store';
import { shortUserId, type User } from './user';

type Person = Pick<User, 'userId' | 'domain'>;

/** What a guess of a password uses up. */
export type GuessBudgets = {
  /** Forgotten after the right password: they stop guesses in a row. */
  lately: Budget[];
  /** Given the one attempt back after the right password, so that they count wrong ones only, however many right ones come. */
  inAll: Budget[];
};

export type PasswordRefused = 'wrong-password' | 'too-many-attempts';

/** @property isRecorded over a limit: whether another refusal was recorded in this window, so that this one need not be */
type CheckedPassword =
  { ok: true; user: User; epoch: SessionEpoch } | { ok: false; refusal: PasswordRefused; isRecorded: boolean };

/**
 * Checks a password, limited. Over the limit nothing is looked at.
 * @returns the user whose password it is, and their epoch from before it was looked at
 */
export async function checkPassword(
  { users, sessions, rateLimiter }: Pick<AccessPorts, 'users' | 'sessions' | 'rateLimiter'>,
  { userId, domain, password }: Person & { password: string },
  { lately, inAll }: GuessBudgets,
): Promise<CheckedPassword> {
  const refused = await rateLimiter.take([...inAll, ...lately]);
  if (refused) return { ok: false, refusal: 'too-many-attempts', isRecorded: !refused.isFirst };
  const epoch = await sessions.epochOf({ userId: shortUserId(userId), domain });
  const user = await users.verifyPassword(userId, domain, password);
  if (!user) return { ok: false, refusal: 'wrong-password', isRecorded: false };
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
  person: Person,
  browser: KnownBrowserId | null,
  origin: RequestOrigin,
): Promise<GuessBudgets> {
  if (browser !== null)
    return {
      lately: [perObject('password-in-known-browser', browser)],
      inAll: [perPerson('passwords-a-day-in-known-browsers', person)],
    };
  const fromNetwork = perNetwork('sign-in', origin);
  const network = networkOf(origin.address);
  const normalized = { ...person, userId: shortUserId(person.userId) };
  if (network !== null && (await knownNetworks.has(normalized, network, knownSince(clock.now()))))
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
