import 'server-only';
import { services, type Services } from '../../composition/compose';
import { deliveryHealth } from '../../messaging/outbox';
import { withTimeout } from '../../shared/async/with-timeout';
import { SECOND } from '../../shared/time/duration';

const PATIENCE_MS = 3 * SECOND;

export type Part = keyof Services['checks'];

/** @property delivery null while a part has failed: the outbox may not answer then */
export type Health = {
  parts: Partial<Record<Part, 'ok' | 'failed'>>;
  delivery: Record<'mail' | 'webhook', 'ok' | 'failing'> | null;
};

/** State of each part. The log says why one has failed. */
export async function readHealth(): Promise<Health> {
  const { checks, messaging } = await services();
  const checked = await checkParts(Object.keys(checks) as Part[]);
  const isWell = checked.every(({ problem }) => problem === null);
  const delivery = isWell
    ? await withTimeout(PATIENCE_MS, deliveryHealth(messaging.outbox, messaging.clock.now()))
    : null;
  const states = checked.map(({ part, problem }) => [part, problem === null ? 'ok' : 'failed'] as const);
  return { parts: Object.fromEntries(states), delivery };
}

/** @returns each with null, or the sentence of what is wrong, which may name servers */
export async function checkParts(parts: readonly Part[]): Promise<{ part: Part; problem: string | null }[]> {
  const { checks, logger } = await services();
  return Promise.all(
    parts.map(async (part) => {
      try {
        await withTimeout(PATIENCE_MS, checks[part]?.() ?? Promise.resolve());
        return { part, problem: null };
      } catch (error) {
        logger.warn({ err: error, part }, 'a health check failed');
        return { part, problem: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}
