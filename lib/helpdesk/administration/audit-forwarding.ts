import type { SignedIn } from '../../accounts/sessions/session';
import { perPerson } from '../../accounts/sign-in/limits';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import { ownContext } from '../../audit/audit-context';
import { allOf, type AuditLog } from '../../audit/audit-log';
import { ReceiverError, type ForwardingPorts, type ReceiverProblem } from '../../audit/forwarding/forward-records';
import { EVERY_DOMAIN } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';

/** Shorter than the patience of a browser and the proxies in front. */
const PATIENCE_MS = 15 * SECOND;

/** @property forwarding null where the audit log is forwarded nowhere */
export type ForwardingAdministration = {
  forwarding: ForwardingPorts | null;
  audit: AuditLog;
  rateLimiter: RateLimiter;
  clock: Clock;
};

type Refusal = 'too-many-forwardings' | 'not-forwarded';

/**
 * Sends the newest record at once, beside the forwarding, and tells what became of it. The receiver knows it again by its number; the
 * record of the test itself follows by the forwarding.
 * @returns null for a record that was taken over
 */
export async function testForwarding(
  { forwarding, audit, rateLimiter }: ForwardingAdministration,
  { user }: SignedIn,
  origin: RequestOrigin,
): Promise<Result<ReceiverProblem | null, Refusal>> {
  if (await rateLimiter.take([perPerson('audit-forwarding', user)])) return refuse('too-many-forwardings');
  if (!forwarding) return refuse('not-forwarded');
  const { sequenceNumber } = await audit.head();
  const newest = await audit.read(Math.max(0, sequenceNumber - 1), 1);
  const problem = await forwarding.receiver.take(newest, AbortSignal.timeout(PATIENCE_MS)).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ReceiverError) return error.code;
      throw error;
    },
  );
  await audit.append({ type: 'audit-forwarding-tested', problem, ...ownContext(user, origin) });
  return accept(problem);
}

/**
 * Has everything forwarded again that was recorded since a moment. It only goes back: nobody can have records left out.
 * @returns number of the first record that is sent again
 */
export async function sendHistoryAgain(
  { forwarding, audit, rateLimiter, clock }: ForwardingAdministration,
  { user }: SignedIn,
  from: Date,
  origin: RequestOrigin,
): Promise<Result<number, Refusal | 'nothing-recorded-since'>> {
  if (await rateLimiter.take([perPerson('audit-forwarding', user)])) return refuse('too-many-forwardings');
  if (!forwarding) return refuse('not-forwarded');
  const now = clock.now();
  if (from >= now) return refuse('nothing-recorded-since');
  const [first] = await audit.list(allOf({ from, to: now }, EVERY_DOMAIN), {
    order: 'oldest-first',
    after: null,
    limit: 1,
  });
  if (!first) return refuse('nothing-recorded-since');
  await audit.append({ type: 'audit-history-resent', from: from.toISOString(), ...ownContext(user, origin) });
  await forwarding.forwarding.rewind(first.sequenceNumber - 1);
  return accept(first.sequenceNumber);
}
