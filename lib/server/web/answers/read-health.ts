import 'server-only';
import { services, type Part } from '../../composition/compose';
import { deliveryHealth } from '../../../messaging/outbox';
import { withTimeout } from '../../../shared/async/with-timeout';
import { SECOND } from '../../../shared/time/duration';

const PATIENCE_MS = 3 * SECOND;

/** @property delivery null while a part has failed: the outbox may not answer then */
export type Health = {
  parts: Partial<Record<Part, 'ok' | 'failed'>>;
  delivery: Record<'mail' | 'webhook', 'ok' | 'failing'> | null;
};

/** State of each part. The log says why one has failed. */
export async function readHealth(): Promise<Health> {
  const { checkParts, messaging } = await services();
  const checked = await checkParts();
  const isWell = checked.every(({ problem }) => problem === null);
  const delivery = isWell
    ? await withTimeout(PATIENCE_MS, deliveryHealth(messaging.outbox, messaging.clock.now()))
    : null;
  const states = checked.map(({ part, problem }) => [part, problem === null ? 'ok' : 'failed'] as const);
  return { parts: Object.fromEntries(states), delivery };
}
