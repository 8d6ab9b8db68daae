import type { MailContent, MailKind } from '@/lib/messaging/mail-content';
import type { NoticeDelivery } from '@/lib/messaging/delivery';
import type { NoticedChange } from '@/lib/messaging/notices/account-notice';
import type { Outbox } from '@/lib/messaging/outbox';
import type { Clock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';

export type ReceivedMail = { to: string; content: MailContent };

const BATCH = 1_000;

/** Takes mails over as a mail server does, and keeps what they say. */
export class FakeMailbox {
  readonly received: ReceivedMail[] = [];
  readonly #notices: NoticeDelivery[] = [];
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

  /** The newest notice of a change to one person, before it becomes mails. */
  async newestNotice(userId: string, what: NoticedChange): Promise<NoticeDelivery> {
    const now = this.#clock.now();
    for (const { delivery } of await this.#outbox.lease('notice', now, new Date(now.getTime() + MINUTE), BATCH)) {
      if (delivery.channel !== 'notice') continue;
      this.#notices.push(delivery);
      await this.#outbox.markDelivered(delivery.id, now);
    }
    const found = this.#notices.findLast(({ user, notice }) => user.userId === userId && notice.what === what);
    if (!found) throw new Error(`no notice ${what} to ${userId}`);
    return found;
  }

  /** What a link carries behind its `#`. */
  static tokenOf(link: string): string {
    return link.split('#')[1] ?? '';
  }
}
