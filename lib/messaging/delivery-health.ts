import { MINUTE } from '../shared/time/duration';
import type { Channel } from './new-message';
import type { Outbox } from './outbox';

/** One try that failed is no trouble yet. */
const PATIENCE_MS = MINUTE;

/** Whether each channel gets messages out: `failing` when for a minute nothing did and something should have. */
export async function deliveryHealth(outbox: Outbox, now: Date): Promise<Record<Channel, 'ok' | 'failing'>> {
  const { mail, webhook } = await outbox.state();
  const health = (failingSince: Date | null) =>
    failingSince !== null && now.getTime() - failingSince.getTime() > PATIENCE_MS ? 'failing' : 'ok';
  return { mail: health(mail.failingSince), webhook: health(webhook.failingSince) };
}
