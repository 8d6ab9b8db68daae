import type { Delivery, MailDelivery, WebhookDelivery } from './delivery';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { Outbox } from './outbox';

/** PORT: hands messages of one channel over to the other side. */
export interface Carrier<Message extends Delivery> {
  /**
   * Resolves when the other side has taken the message over.
   * @param signal gives up when it is aborted
   * @throws DeliveryError
   */
  deliver(message: Message, signal: AbortSignal): Promise<void>;
}

export type Carriers = { mail: Carrier<MailDelivery>; webhook: Carrier<WebhookDelivery> };

/** What sending messages needs. */
export type MessagesPorts = { outbox: Outbox; carriers: Carriers; clock: Clock; random: Random };
