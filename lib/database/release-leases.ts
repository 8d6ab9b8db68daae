import { PENDING_STATES } from '../activation/activation';
import type { Database } from './database';
import { constantPart, type SqlPart } from './sql';

const PENDING = constantPart(PENDING_STATES.map((state) => `'${state}'`).join(', '));

/**
 * Ends the leases of processes that have ended, however they did: what such a one was killed in the middle of would wait
 * until they end by themselves, an image for half a minute, an email for three. Whoever still works under such a lease
 * changes nothing any more, because a lease is named by its end, and one of a message by its attempt.
 * @param isOver a condition on `leased_by`, which names a process while it holds a lease
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
