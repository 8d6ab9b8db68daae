import { PENDING_STATES } from '../activation/activation';
import type { Database } from './database';
import { constantPart, type SqlPart } from './sql';

const PENDING = constantPart(PENDING_STATES.map((state) => `'${state}'`).join(', '));

/**
 * Ends the leases of processes that have ended in any way: work that such a process was killed in would otherwise wait
 * until the lease expires, half a minute for an image, three for an email. A process that still works under such a
 * lease changes nothing, because a lease is identified by its end, and one of a message by its attempt.
 * @param isOver a condition on `leased_by`, which identifies a process while it holds a lease
 */
export async function releaseLeases({ sql }: Pick<Database, 'sql'>, isOver: SqlPart): Promise<void> {
  await sql`
    WITH activations AS (
      UPDATE activation SET leased_until = NULL, leased_by = NULL WHERE state IN (${PENDING}) AND ${isOver}
    ), requests AS (
      UPDATE api_request SET leased_until = to_timestamp(0), leased_by = NULL WHERE answer IS NULL AND ${isOver}
    )
    UPDATE outbox_message SET due_at = queued_at, leased_by = NULL WHERE state = 'pending' AND ${isOver}`;
}
