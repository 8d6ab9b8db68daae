import { auditContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { AccountPorts } from '../account-ports';
import { checkPassword, recalledSignInBudgets, signInBudgets } from './check-password';
import { networkOf, type KnownBrowserId } from './known-networks';
import { fromBrowser, openSession } from '../sessions/open-session';
import type { SignedIn } from '../sessions/session';
import { shortUserId, type User } from '../users/user';

/** `account-frozen` is revealed only to a user who knows the password, so that they know whom to call. */
export type SignInRefusal = 'invalid-credentials' | 'too-many-attempts' | 'too-busy' | 'account-frozen';

/**
 * Checks a password and opens a session. An unknown user gets the same answer, after the same time, as a wrong
 * password, and the same limits.
 * @param browser the known browser of this user; null if it is not known
 */
export async function signIn(
  ports: AccountPorts,
  credentials: { userId: string; password: string },
  origin: RequestOrigin,
  browser: KnownBrowserId | null = null,
): Promise<Result<SignedIn, SignInRefusal>> {
  const { domain } = ports.settings;
  const { userId, password } = credentials;
  const budgets = await signInBudgets(ports, { userId, domain }, browser, origin);
  const checkedPassword = await checkPassword(ports, { userId, domain, password }, budgets);
  if (checkedPassword.ok) {
    const { user, epoch } = checkedPassword;
    const fact = { type: 'sign-in-succeeded', ...fromBrowser(origin, epoch, browser !== null) } as const;
    const signedIn = await openSession(ports, user, fact, origin, epoch);
    if (signedIn) {
      await rememberNetwork(ports, user, origin);
      return accept(signedIn);
    }
  }
  if (!checkedPassword.ok && !checkedPassword.isToRecord) return refuse(checkedPassword.refusal);
  const reason =
    !checkedPassword.ok && checkedPassword.refusal === 'too-many-attempts'
      ? checkedPassword.refusal
      : 'invalid-credentials';
  const account = await ports.users.find(userId, domain);
  await ports.audit.append({
    type: 'sign-in-failed',
    claimedUserId: shortUserId(userId),
    reason,
    ...auditContext({ kind: 'anonymous' }, account && { userId: account.userId, domain }, origin),
  });
  return refuse(checkedPassword.ok && (await ports.freezes.isFrozen(checkedPassword.user)) ? 'account-frozen' : reason);
}

/**
 * Whether `signIn` would refuse as over a limit, by this process's cache alone: without a query, and counting the
 * refusal. False if nothing is cached.
 */
export function refusesAtOnce(
  { settings, knownNetworks, rateLimiter }: Pick<AccountPorts, 'settings' | 'knownNetworks' | 'rateLimiter'>,
  userId: string,
  origin: RequestOrigin,
  browser: KnownBrowserId | null,
): boolean {
  const person = { userId, domain: settings.domain };
  return rateLimiter.refuseAtOnce(recalledSignInBudgets(knownNetworks, person, browser, origin)) !== null;
}

/** Saves the network that a user signed in from; see `KnownNetworks`. */
export async function rememberNetwork(
  { knownNetworks, clock }: Pick<AccountPorts, 'knownNetworks' | 'clock'>,
  user: User,
  { address }: RequestOrigin,
): Promise<void> {
  const network = networkOf(address);
  if (network !== null) await knownNetworks.remember(user, network, clock.now());
}
