import { pause } from '../shared/async/pause';
import type { MessagingPorts } from './carrier';
import type { WebhookDelivery } from './delivery';
import { DELIVERY_PROBLEMS, DeliveryError } from './delivery-error';
import { MAXIMUM_ATTEMPTS, pauseAfter } from './send-due-messages';

/**
 * Delivers what the outbox may not hold: tried as often, and with the same pauses, as what it holds, until the receiver
 * accepts it or refuses it for good. It lives no longer than the process.
 * @param signal that there is nothing to wait for any more; an attempt in progress is finished
 * @param onFailure told of each attempt that failed
 */
export async function deliverPastOutbox(
  { carriers, random }: Pick<MessagingPorts, 'carriers' | 'random'>,
  delivery: WebhookDelivery,
  { signal, onFailure }: { signal: AbortSignal; onFailure: (error: unknown) => void },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await carriers.webhook.deliver(delivery, new AbortController().signal);
    } catch (error) {
      onFailure(error);
      const isPermanent = error instanceof DeliveryError && DELIVERY_PROBLEMS[error.code].permanent;
      if (isPermanent || attempt === MAXIMUM_ATTEMPTS) return;
    }
    const isOver = await pause(pauseAfter(attempt, random), signal).then(
      () => false,
      () => true,
    );
    if (isOver) return;
  }
}
