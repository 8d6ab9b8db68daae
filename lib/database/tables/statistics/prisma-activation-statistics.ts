import type { ActivationState, FailureReason } from '../../../activation/activation';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client';
import type { ActivationFacts } from '../../../activation/statistics/activation-facts';
import type {
  ActivationChoice,
  ActivationCursor,
  ActivationScope,
  ActivationStatistics,
  Duration,
  Outcome,
  StepDurations,
} from '../../../activation/statistics/activation-statistics';
import type { ListPage } from '../../../shared/export/export-rows';
import { EVERY_DOMAIN } from '../../../shared/identifiers/user-key';
import { reachedFromRow } from '../activation/activation-row';
import { reading } from '../../reading';

type Percentiles = [median: number, p95: number] | null;

const FACTS = {
  id: true,
  userId: true,
  domain: true,
  state: true,
  failureReason: true,
  requestedAt: true,
  issuedAt: true,
  shownAt: true,
  scannedAt: true,
  verifiedAt: true,
  linkedAt: true,
  activeAt: true,
  endedAt: true,
  instanceId: true,
} as const satisfies Prisma.ActivationSelect;

export class PrismaActivationStatistics implements ActivationStatistics {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async outcomes(scope: ActivationScope): Promise<Outcome[]> {
    return reading(
      () => this.#client.$queryRaw<Outcome[]>`
      SELECT state, failure_reason AS reason,
        CASE
          WHEN active_at IS NOT NULL THEN 'active'
          WHEN linked_at IS NOT NULL THEN 'linked'
          WHEN verified_at IS NOT NULL THEN 'verified'
          WHEN scanned_at IS NOT NULL THEN 'scanned'
          WHEN shown_at IS NOT NULL THEN 'shown'
          ELSE 'started'
        END AS furthest,
        count(*)::int AS count
      FROM activation WHERE ${startedIn(scope)} GROUP BY 1, 2, 3`,
    );
  }

  async durations(scope: ActivationScope): Promise<StepDurations> {
    const [row] = await reading(
      () => this.#client.$queryRaw<Record<string, Percentiles>[]>`
      SELECT ${percentiles('requested_at', 'shown_at')} AS shown, ${percentiles('shown_at', 'scanned_at')} AS scanned,
        ${percentiles('scanned_at', 'verified_at')} AS verified, ${percentiles('verified_at', 'linked_at')} AS linked,
        ${percentiles('linked_at', 'active_at')} AS active, ${percentiles('requested_at', 'active_at')} AS whole
      FROM activation WHERE ${startedIn(scope)}`,
    );
    const read = (name: string) => durationFrom(row?.[name] ?? null);
    const toStep = {
      shown: read('shown'),
      scanned: read('scanned'),
      verified: read('verified'),
      linked: read('linked'),
      active: read('active'),
    };
    return { toStep, whole: read('whole') };
  }

  async list(
    { period, states, domain }: ActivationChoice,
    { order, after, limit }: ListPage<ActivationCursor>,
  ): Promise<ActivationFacts[]> {
    const direction = order === 'newest-first' ? 'desc' : 'asc';
    const beyond = order === 'newest-first' ? 'lt' : 'gt';
    const rest = after && {
      OR: [
        { requestedAt: { [beyond]: after.requestedAt } },
        { requestedAt: after.requestedAt, id: { [beyond]: after.id } },
      ],
    };
    const rows = await this.#client.activation.findMany({
      select: FACTS,
      where: {
        requestedAt: { gte: period.from, lt: period.to },
        ...(states && { state: { in: [...states] } }),
        ...(domain !== EVERY_DOMAIN && { domain }),
        ...rest,
      },
      orderBy: [{ requestedAt: direction }, { id: direction }],
      take: limit,
    });
    return rows.map(factsFromRow);
  }
}

function startedIn({ period: { from, to }, domain }: ActivationScope): Prisma.Sql {
  const ofDomain = domain === EVERY_DOMAIN ? Prisma.empty : Prisma.sql`AND domain = ${domain}`;
  return Prisma.sql`requested_at >= ${from} AND requested_at < ${to} ${ofDomain}`;
}

type Moment = 'requested_at' | 'shown_at' | 'scanned_at' | 'verified_at' | 'linked_at' | 'active_at';

/** GREATEST ignores NULL, so rows without one of the times are filtered out first. */
function percentiles(from: Moment, to: Moment): Prisma.Sql {
  return Prisma.raw(`percentile_cont(ARRAY[0.5, 0.95])
    WITHIN GROUP (ORDER BY GREATEST(0, EXTRACT(EPOCH FROM ${to} - ${from}))::float8)
    FILTER (WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL)`);
}

function durationFrom(percentile: Percentiles): Duration | null {
  return percentile && { median: percentile[0], p95: percentile[1] };
}

function factsFromRow({
  failureReason,
  state,
  ...row
}: Prisma.ActivationGetPayload<{ select: typeof FACTS }>): ActivationFacts {
  const { id, userId, domain, requestedAt, endedAt, instanceId } = row;
  return {
    id,
    userId,
    domain,
    state: state as ActivationState,
    reason: failureReason as FailureReason | null,
    requestedAt,
    reached: reachedFromRow(row),
    endedAt,
    instanceId,
  };
}
