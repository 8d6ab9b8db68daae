import { PENDING_STATES } from '../../../activation/activation';
import type { MigrationConnection } from '../../../database/migration-connection';
import { ok, failed, warning, type Finding } from '../finding';

/** The oldest that is tested. */
const OLDEST_POSTGRESQL = 15;

export async function serverFinding(connection: MigrationConnection): Promise<Finding> {
  const [server] = await connection.query<{ number: number; processes: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS number,
      (SELECT count(*)::int FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'tessera changes') AS processes`,
  );
  if (!server) throw new TypeError('PostgreSQL answers a SELECT without FROM by one row');
  const words = `PostgreSQL ${server.number}, which ${server.processes} ${server.processes === 1 ? 'process uses' : 'processes use'}`;
  if (server.number >= OLDEST_POSTGRESQL) return ok(words);
  return failed(words, `Upgrade it to ${OLDEST_POSTGRESQL} or newer first.`);
}

/** More of them are only called more, because to count them all reads the whole table. */
const COUNTED_SESSIONS = 1_000;

/** What goes on across the upgrade. */
export async function workFinding(connection: MigrationConnection): Promise<Finding> {
  const states = PENDING_STATES.map((state) => `'${state}'`).join(', ');
  const [work] = await connection.query<{ sessions: number; activations: number }>(
    `SELECT (SELECT count(*)::int FROM (
        SELECT FROM session WHERE revoked_at IS NULL AND expires_at > now() ORDER BY expires_at LIMIT ${COUNTED_SESSIONS + 1}
      ) AS counted) AS sessions,
      (SELECT count(*)::int FROM activation WHERE state IN (${states})) AS activations`,
  );
  const { sessions = 0 } = work ?? {};
  const counted = sessions > COUNTED_SESSIONS ? `more than ${COUNTED_SESSIONS}` : sessions;
  return ok(
    `${counted} sessions and ${work?.activations ?? 0} activations under way go on; open pages load themselves anew`,
  );
}

/** How much of the audit log somebody has verified; the whole takes minutes, and is what `audit:verify` is for. */
export async function auditFinding(connection: MigrationConnection): Promise<Finding> {
  const [log] = await connection.query<{
    records: number;
    at: Date | null;
    verified: number | null;
    isIntact: boolean | null;
  }>(
    `SELECT head.sequence_number AS records, last.at, last.sequence_number AS verified,
      (last.fact -> 'verdict' ->> 'intact')::boolean AS "isIntact"
    FROM audit_head AS head LEFT JOIN LATERAL (
      SELECT at, sequence_number, fact FROM audit_record
      WHERE fact ->> 'type' = 'audit-log-verified' ORDER BY sequence_number DESC LIMIT 1
    ) AS last ON true`,
  );
  const [records, fix] = [log?.records ?? 0, 'Run "tessera audit:verify" before you go on.'];
  if (!log?.at) return warning(`nobody has verified any of its ${records} records`, fix);
  const when = `verified on ${log.at.toISOString().slice(0, 10)}, before record ${log.verified} of ${records}`;
  return log.isIntact ? ok(when) : failed(`found broken when it was ${when}`, fix);
}
