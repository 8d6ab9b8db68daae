import { refuse, accept, type Result } from '../../shared/result';
import { normalizeUserId } from '../../accounts/users/user';

export type DecisionRefusal = 'own-request' | 'own-account';

/**
 * Whether somebody may decide a request: nobody their own, and nobody one about themselves. Counted by person, whatever
 * roles they hold; a namesake in another domain is kept away as well.
 */
export function mayDecide(
  deciderId: string,
  request: { requestedBy: string; userId: string },
): Result<null, DecisionRefusal> {
  const decider = normalizeUserId(deciderId);
  if (decider === normalizeUserId(request.requestedBy)) return refuse('own-request');
  return decider === normalizeUserId(request.userId) ? refuse('own-account') : accept(null);
}
