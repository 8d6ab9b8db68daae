import type { AlertDelivery, Delivery, MailDelivery, NoticeDelivery, PushDelivery, WebhookDelivery } from './delivery';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { Outbox } from './outbox';

/** PORT: delivers messages of one channel. */
export interface Carrier<Message extends Delivery> {
  /**
   * Resolves when the other side has accepted the message.
   * @param signal aborts the attempt
   * @throws DeliveryError
   */
  deliver(message: Message, signal: AbortSignal): Promise<void>;
}

/** PORT: sends one mail at once, past the outbox, for whoever waits to see whether mails go out. */
export interface MailTrial {
  /** @returns what the other side answered @throws DeliveryError */
  send(message: MailDelivery, signal: AbortSignal): Promise<string>;
}

export type Carriers = {
  mail: Carrier<MailDelivery>;
  notice: Carrier<NoticeDelivery>;
  webhook: Carrier<WebhookDelivery>;
  alert: Carrier<AlertDelivery>;
  push: Carrier<PushDelivery>;
};

/** Of a site that alerts no phones, which may have alerts left from when it did. */
export const ALERTS_NO_PHONES: Pick<Carriers, 'alert' | 'push'> = {
  alert: { deliver: () => Promise.resolve() },
  push: { deliver: () => Promise.resolve() },
};

/** Dependencies of sending messages. */
export type MessagingPorts = { outbox: Outbox; carriers: Carriers; clock: Clock; random: Random };
