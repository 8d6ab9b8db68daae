import { auditContext } from '../../audit/audit-context';
import { MINUTE } from '../../shared/time/duration';
import type { AccountPorts } from '../account-ports';
import { limitOf } from './limits';

/** How long after its end a window still gets the counts of other replicas. */
const GRACE_MS = MINUTE;

/**
 * Writes one record for each ended window, with its count of refusals. A single refusal was recorded when it happened.
 */
export async function recordRefusedAttempts({
  rateLimiter,
  audit,
  clock,
}: Pick<AccountPorts, 'rateLimiter' | 'audit' | 'clock'>): Promise<void> {
  await rateLimiter.flush();
  const refusedAttempts = await rateLimiter.takeEnded(new Date(clock.now().getTime() - GRACE_MS));
  for (const { key, attempts, since, windowEndsAt, subject, network } of refusedAttempts) {
    if (attempts < 2) continue;
    await audit.append({
      type: 'attempts-refused',
      limit: limitOf(key),
      attempts,
      since: since.toISOString(),
      until: windowEndsAt.toISOString(),
      ...auditContext({ kind: 'system' }, subject, { correlationId: crypto.randomUUID(), address: network }),
    });
  }
}
