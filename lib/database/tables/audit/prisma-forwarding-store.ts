import type { ForwardingState, ForwardingStore, ReceiverProblem } from '../../../audit/forwarding/forward-records';
import type { AuditForwarding } from '../../../generated/prisma/client';
import type { Database } from '../../database';

/** The one row. */
const ID = 1;

const ENDED = { leasedUntil: null, leasedBy: null };

export class PrismaForwardingStore implements ForwardingStore {
  readonly #database: Pick<Database, 'client' | 'processId'>;

  constructor(database: Pick<Database, 'client' | 'processId'>) {
    this.#database = database;
  }

  async read(): Promise<ForwardingState | null> {
    const row = await this.#database.client.auditForwarding.findUnique({ where: { id: ID } });
    return row && stateFromRow(row);
  }

  async lease(until: Date, now: Date): Promise<ForwardingState | null> {
    const { client, processId } = this.#database;
    const leased = await client.$executeRaw`
      INSERT INTO audit_forwarding AS forwarding (id, position, leased_until, leased_by)
      SELECT ${ID}::int, sequence_number, ${until}::timestamptz, ${processId}::int FROM audit_head
      ON CONFLICT (id) DO UPDATE SET leased_until = EXCLUDED.leased_until, leased_by = EXCLUDED.leased_by
        WHERE forwarding.leased_until IS NULL OR forwarding.leased_until <= ${now}::timestamptz
          OR forwarding.leased_by = EXCLUDED.leased_by`;
    return leased === 1 ? this.read() : null;
  }

  async taken(from: number, to: number, at: Date): Promise<void> {
    const { client, processId } = this.#database;
    const good = { lastTakenAt: at, problem: null, problemSince: null };
    await client.$transaction([
      client.auditForwarding.updateMany({ where: { id: ID, position: from }, data: { position: to } }),
      client.auditForwarding.updateMany({ where: { id: ID, leasedBy: processId }, data: { ...ENDED, ...good } }),
    ]);
  }

  async failed(code: ReceiverProblem, at: Date): Promise<void> {
    const { client, processId } = this.#database;
    await client.$executeRaw`
      UPDATE audit_forwarding SET problem = ${code}, problem_since = COALESCE(problem_since, ${at}::timestamptz),
        leased_until = NULL, leased_by = NULL
      WHERE id = ${ID} AND leased_by = ${processId}::int`;
  }

  async release(): Promise<void> {
    const { client, processId } = this.#database;
    await client.auditForwarding.updateMany({ where: { id: ID, leasedBy: processId }, data: ENDED });
  }

  async rewind(position: number): Promise<void> {
    // Where it never went is behind what was recorded until then, as at the first lease.
    await this.#database.client.$executeRaw`
      INSERT INTO audit_forwarding AS forwarding (id, position)
      SELECT ${ID}::int, LEAST(${position}::int, sequence_number) FROM audit_head
      ON CONFLICT (id) DO UPDATE SET position = LEAST(forwarding.position, EXCLUDED.position)`;
  }
}

function stateFromRow({ position, lastTakenAt, problem, problemSince }: AuditForwarding): ForwardingState {
  return {
    position,
    lastTakenAt,
    problem:
      problem === null || problemSince === null ? null : { code: problem as ReceiverProblem, since: problemSince },
  };
}
