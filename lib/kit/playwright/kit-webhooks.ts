import type { WebhookEventType } from '../../messaging/webhook-event';
import { SECOND } from '../../shared/time/duration';
import { poll } from '../poll';
import type { Site } from '../server/site';
import { isGenuine, type WebhookReceiver } from '../server/webhook-receiver';
import { inStep } from './in-step';

/** A refused event is tried again after some seconds. */
const PATIENCE_MS = 25 * SECOND;

/** An event that the site has sent. @property isGenuine whether its signature holds, by the secret and the site's time */
export type ReceivedWebhook = { type: string; event: Readonly<Record<string, unknown>>; isGenuine: boolean };

export const WEBHOOK_SECRET = 'the secret of the webhook of a test kit';

/** What the site has posted to its webhook, which is the test's. */
export class KitWebhooks {
  readonly #receiver: WebhookReceiver | null;
  readonly #site: Site;
  readonly #read: ReceivedWebhook[] = [];

  /** @param receiver null where the suite did not ask for one */
  constructor(receiver: WebhookReceiver | null, site: Site) {
    this.#receiver = receiver;
    this.#site = site;
  }

  /** Since the test began, refused ones and repetitions included, the oldest first. @param type only those */
  list(type?: WebhookEventType | 'audit-head-signed'): ReceivedWebhook[] {
    for (const received of this.#own().received.slice(this.#read.length)) {
      const event = JSON.parse(received.body) as { type: string };
      this.#read.push({ type: event.type, event, isGenuine: isGenuine(received, WEBHOOK_SECRET, this.#site.now) });
    }
    return this.#read.filter((one) => type === undefined || one.type === type);
  }

  /**
   * Waits for an event. @param like what its members are
   * @param count for so many of them, to see one that is sent again
   */
  async next(
    type: WebhookEventType | 'audit-head-signed',
    like: Readonly<Record<string, string>> = {},
    count = 1,
  ): Promise<ReceivedWebhook> {
    const matching = () =>
      this.list(type).filter(({ event }) => Object.entries(like).every(([name, value]) => event[name] === value));
    const what = `webhook: ${type}`;
    await inStep(what, () => poll(what, async () => matching().length >= count, PATIENCE_MS));
    const [event] = matching().slice(count - 1);
    if (!event) throw new TypeError('the wait ended without an event');
    return event;
  }

  /** Answers the next call with a status, 503 for instance, which the site takes for a failure and tries again. */
  refuseNext(status: number): void {
    const receiver = this.#own();
    receiver.answer = (response) => {
      receiver.answer = null;
      response.writeHead(status).end();
    };
  }

  #own(): WebhookReceiver {
    if (this.#receiver) return this.#receiver;
    throw new Error('webhooks needs a receiver: test.use({ receivesWebhooks: true }) at the top of the file');
  }
}
