import type { MailContent, MailKind } from '@/lib/messaging/mail-content';
import type { Outbox } from '@/lib/messaging/outbox';
import type { Clock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';

export type ReceivedMail = { to: string; content: MailContent };

const BATCH = 1_000;

/** Takes mails over as a mail server does, and keeps what they say. */
export class FakeMailbox {
  readonly received: ReceivedMail[] = [];
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(outbox: Outbox, clock: Clock) {
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Everything received so far that is about one person, after taking over what waits. */
  async about(userId: string): Promise<ReceivedMail[]> {
    const now = this.#clock.now();
    for (let count = BATCH; count === BATCH;) {
      const leased = await this.#outbox.lease('mail', now, new Date(now.getTime() + MINUTE), BATCH);
      for (const { delivery } of leased) {
        if (delivery.channel !== 'mail') continue;
        this.received.push({ to: delivery.to, content: delivery.content });
        await this.#outbox.markDelivered(delivery.id, now);
      }
      count = leased.length;
    }
    return this.received.filter(({ content }) => 'userId' in content && content.userId === userId);
  }

  /** The newest of a kind about one person. */
  async newest<Kind extends MailKind>(userId: string, kind: Kind): Promise<Extract<MailContent, { kind: Kind }>> {
    const content = (await this.about(userId)).findLast((mail) => mail.content.kind === kind)?.content;
    if (!content) throw new Error(`no mail ${kind} about ${userId}`);
    return content as Extract<MailContent, { kind: Kind }>;
  }

  /** What a link carries behind its `#`. */
  static tokenOf(link: string): string {
    return link.split('#')[1] ?? '';
  }
}
