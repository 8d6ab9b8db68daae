import type { Database } from '../database';

/**
 * Ends the leases of the process that had this embedded database before: it has ended, however it ended, because a
 * database belongs to one process. Otherwise what it was killed in the middle of would wait until they end by
 * themselves: an image for half a minute, an email for three. A message's lease is its due time; those that wait for
 * another try have a problem on record and keep theirs.
 */
export async function releaseLeases({ sql }: Pick<Database, 'sql'>): Promise<void> {
  await sql`
    WITH activations AS (
      UPDATE activation SET leased_until = NULL WHERE leased_until IS NOT NULL
    ), requests AS (
      UPDATE api_request SET leased_until = to_timestamp(0) WHERE answer IS NULL
    )
    UPDATE outbox_message SET due_at = queued_at WHERE state = 'pending' AND attempts > 0 AND last_problem IS NULL`;
}
