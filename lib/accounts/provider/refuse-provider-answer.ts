import { auditContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import { refuse } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { AccountPorts } from '../account-ports';
import { perNetwork } from '../sign-in/limits';

/**
 * Why a provider's answer opened nothing. `refused-there`: the provider refused, or the user cancelled. `not-verified`:
 * it does not answer this browser's request, or is not the provider's.
 */
export type ProviderProblem =
  | 'refused-there'
  | 'not-verified'
  | 'no-user-id'
  | 'unknown-user'
  | 'bound-otherwise'
  | 'other-account'
  | 'not-fresh'
  | 'no-account'
  | 'changed-meanwhile';

/** What the user reads. */
export type ProviderRefusal =
  | 'provider-refused'
  | 'provider-not-verified'
  | 'provider-unknown-user'
  | 'provider-no-user-id'
  | 'provider-other-account'
  | 'provider-not-fresh'
  | 'account-frozen';

const TOLD: Record<ProviderProblem, ProviderRefusal> = {
  'refused-there': 'provider-refused',
  'not-verified': 'provider-not-verified',
  'no-user-id': 'provider-no-user-id',
  'unknown-user': 'provider-unknown-user',
  // That an account exists, belongs to another user or is barred is revealed to its own user only.
  'bound-otherwise': 'provider-unknown-user',
  'no-account': 'provider-unknown-user',
  'other-account': 'provider-other-account',
  'not-fresh': 'provider-not-fresh',
  'changed-meanwhile': 'provider-not-fresh',
};

/** Records why a provider's answer opened nothing. @param user the user concerned; null if unknown */
export async function refuseProviderAnswer(
  { audit, freezes }: Pick<AccountPorts, 'audit' | 'freezes'>,
  problem: ProviderProblem,
  user: UserKey | null,
  origin: RequestOrigin,
): Promise<{ ok: false; refusal: ProviderRefusal }> {
  await audit.append({
    type: 'provider-refused',
    reason: problem,
    ...auditContext({ kind: 'anonymous' }, user, origin),
  });
  const isFrozen = problem === 'changed-meanwhile' && user !== null && (await freezes.isFrozen(user));
  return refuse(isFrozen ? 'account-frozen' : TOLD[problem]);
}

/** Takes an attempt to submit a provider's answer, each of which may cause a request to the provider. */
export async function takeProviderAttempt(
  { rateLimiter }: Pick<AccountPorts, 'rateLimiter'>,
  origin: RequestOrigin,
): Promise<boolean> {
  return (await rateLimiter.take(perNetwork('provider-answer', origin))) === null;
}

/** Refunds the attempt of a valid answer. */
export async function giveProviderAttemptBack(
  { rateLimiter }: Pick<AccountPorts, 'rateLimiter'>,
  origin: RequestOrigin,
): Promise<void> {
  await rateLimiter.giveBack(perNetwork('provider-answer', origin));
}
