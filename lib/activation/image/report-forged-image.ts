import { auditContext } from '../../audit/audit-context';
import type { AccountPorts } from '../../accounts/account-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import { perNetwork, perSite } from '../../accounts/sign-in/limits';
import type { ForgedImageReport } from '../../shared/codes/forged-image-report';
import { accept, refuse, type Result } from '../../shared/result';

/**
 * Records that a phone refused an image made in this site's name. The phone is anonymous and proves nothing, so the
 * event has no subject; it is for the operator.
 */
export async function reportForgedImage(
  { rateLimiter, audit }: Pick<AccountPorts, 'rateLimiter' | 'audit'>,
  { forgery, keyId, claimedUserId }: ForgedImageReport,
  origin: RequestOrigin,
): Promise<Result<null, 'too-many-attempts'>> {
  const budgets = [...perNetwork('forgery-report', origin), perSite('forgery-report')];
  if (await rateLimiter.take(budgets)) return refuse('too-many-attempts');
  const fact = { type: 'forged-image-reported', forgery, keyId, claimedUserId } as const;
  await audit.append({ ...fact, ...auditContext({ kind: 'phone' }, null, origin) });
  return accept(null);
}
