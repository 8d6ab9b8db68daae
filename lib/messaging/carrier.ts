import type { Delivery, MailDelivery, WebhookDelivery } from './delivery';

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
