import 'server-only';
import { services, type Services } from '../../composition/compose';
import { deliveryHealth } from '../../messaging/outbox';
import { withTimeout } from '../../shared/async/with-timeout';
import { SECOND } from '../../shared/time/duration';

const PATIENCE_MS = 3 * SECOND;

type Part = keyof Services['checks'];

/** @property delivery null while a part has failed: the outbox may not answer then */
export type Health = {
  parts: Partial<Record<Part, 'ok' | 'failed'>>;
  delivery: Record<'mail' | 'webhook', 'ok' | 'failing'> | null;
};

/** State of each part. The log says why one has failed. */
export async function readHealth(): Promise<Health> {
  const { checks, messaging, logger } = await services();
  const answers = await Promise.all(
    Object.entries(checks).map(async ([part, check]) => {
      try {
        await withTimeout(PATIENCE_MS, check());
        return [part, 'ok'] as const;
      } catch (error) {
        logger.warn({ err: error, part }, 'a health check failed');
        return [part, 'failed'] as const;
      }
    }),
  );
  const isWell = answers.every(([, state]) => state === 'ok');
  const delivery = isWell
    ? await withTimeout(PATIENCE_MS, deliveryHealth(messaging.outbox, messaging.clock.now()))
    : null;
  return { parts: Object.fromEntries(answers), delivery };
}
