import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Delivery } from '@/lib/messaging/delivery';
import type { DeliveryProblem } from '@/lib/messaging/delivery-error';
import type { MessageStatus } from '@/lib/messaging/message-status';
import {
  type Channel,
  type NewMessage,
  generateMessageId,
  type MessageId,
  type NewPush,
} from '@/lib/messaging/new-message';
import {
  type ChannelState,
  type DeadLetterOrder,
  type Lane,
  type LeasedDelivery,
  type Outbox,
  WHOLE_CHANNEL,
} from '@/lib/messaging/outbox';
import type { NewAlert } from '@/lib/messaging/phone-alerts/phone-alert';
import type { NewNotice } from '@/lib/messaging/notices/account-notice';
import { type ChangeKey, outboxKey } from '@/lib/shared/changes/change-feed';
import { accept, refuse, type Result } from '@/lib/shared/result';
import { EVERY_DOMAIN, type DomainOfReader } from '@/lib/shared/identifiers/user-key';
import { sortedBy } from '@/lib/shared/sort-order';
import { systemRandom } from '@/lib/shared/random';
import type { MemoryAuditLog } from './memory-audit-log';
import type { MemoryChangeFeed } from './memory-change-feed';

type Kept = Pick<
  MessageStatus,
  'channel' | 'kind' | 'to' | 'about' | 'queuedAt' | 'attempts' | 'replays' | 'lastProblem'
> & {
  id: MessageId;
  domain: string;
  state: MessageStatus['state'];
  dueAt: Date;
  endedAt: Date | null;
  expiresAt: Date | null;
  delivery: Delivery | null;
};

/** The port in a list. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryOutbox implements Outbox {
  #kept: Kept[] = [];
  readonly #audit: MemoryAuditLog;
  readonly #changeFeed: MemoryChangeFeed;
  readonly #webhooks: readonly string[];

  constructor(audit: MemoryAuditLog, changeFeed: MemoryChangeFeed, webhooks: readonly string[] = []) {
    this.#audit = audit;
    this.#changeFeed = changeFeed;
    this.#webhooks = webhooks;
  }

  /** For stores that keep what the messages tell of. */
  append(messages: readonly NewMessage[], at: Date): void {
    for (const message of messages) {
      if (message.channel === 'webhook') for (const to of this.#webhooks) this.#keepEvent(message, to, at);
      else if (message.channel === 'notice') this.#keepNotice(message, at);
      else if (message.channel === 'alert') this.#keepAlert(message, at);
      else if (message.channel === 'push') this.#keepPush(message, at);
      else this.#keepMail(message, at);
    }
    for (const { channel } of messages) this.#changeFeed.publish(outboxKey(channel));
  }

  withdraw(about: string, at: Date): void {
    for (const one of this.#kept)
      if (one.about === about && one.channel === 'mail' && one.delivery) this.#end(one, 'withdrawn', at);
  }

  async lease(
    channel: Channel,
    now: Date,
    until: Date,
    limit: number,
    lane: Lane = WHOLE_CHANNEL,
  ): Promise<LeasedDelivery[]> {
    const due = this.#kept.filter((one) => one.channel === channel && one.state === 'pending' && one.dueAt <= now);
    const isOfLane = ({ to }: Kept) => ('only' in lane ? lane.only === to : !lane.except.includes(to));
    for (const one of due) if (one.expiresAt && one.expiresAt <= now) this.#end(one, 'expired', now);
    return due
      .filter((one) => one.state === 'pending' && isOfLane(one))
      .toSorted((left, right) => left.dueAt.getTime() - right.dueAt.getTime())
      .slice(0, limit)
      .flatMap((one) => {
        one.dueAt = until;
        one.attempts += 1;
        return one.delivery ? [{ delivery: one.delivery, attempt: one.attempts, about: one.about }] : [];
      });
  }

  async markDelivered(id: MessageId, at: Date): Promise<void> {
    const one = this.#find(id);
    if (one?.state === 'pending' || one?.state === 'dead') this.#end(one, 'delivered', at);
  }

  async retry(id: MessageId, attempt: number, dueAt: Date, problem: DeliveryProblem): Promise<void> {
    const one = this.#findClaimed(id, attempt);
    if (one) Object.assign(one, { dueAt, lastProblem: problem });
  }

  async bury(id: MessageId, attempt: number, at: Date, problem: DeliveryProblem): Promise<void> {
    const one = this.#findClaimed(id, attempt);
    if (one) this.#end(Object.assign(one, { lastProblem: problem }), 'dead', at);
  }

  async listAbout(about: string): Promise<MessageStatus[]> {
    return this.#kept.filter((one) => one.about === about).map(statusOf);
  }

  async listDead(
    domain: DomainOfReader,
    limit: number,
    order: DeadLetterOrder | null = null,
    skip = 0,
  ): Promise<MessageStatus[]> {
    const dead = this.#kept.filter((one) => one.state === 'dead' && isOf(domain, one)).toSorted(compareEnds);
    const sorted = order ? sortedBy(dead, order, COMPARISONS) : dead;
    return sorted.slice(skip, skip + limit).map(statusOf);
  }

  async replay(
    id: MessageId,
    domain: DomainOfReader,
    now: Date,
    events: AuditEvent[],
  ): Promise<Result<null, 'not-dead' | 'expired'>> {
    const one = this.#find(id);
    if (one?.state !== 'dead' || !isOf(domain, one)) return refuse('not-dead');
    if (one.expiresAt && one.expiresAt <= now) return refuse('expired');
    Object.assign(one, { state: 'pending', dueAt: now, attempts: 0, lastProblem: null, endedAt: null });
    one.replays += 1;
    this.#audit.appendNow(events);
    this.#changeFeed.publish(outboxKey(one.channel));
    return accept(null);
  }

  async state(domain: DomainOfReader): Promise<Record<Channel, ChannelState>> {
    return {
      mail: this.#stateOf('mail', domain),
      notice: this.#stateOf('notice', domain),
      webhook: this.#stateOf('webhook', domain),
      alert: this.#stateOf('alert', domain),
      push: this.#stateOf('push', domain),
    };
  }

  async purge(before: Date): Promise<number> {
    const kept = this.#kept.filter(({ endedAt }) => endedAt === null || endedAt >= before);
    const purged = this.#kept.length - kept.length;
    this.#kept = kept;
    return purged;
  }

  #keepMail(mail: Extract<NewMessage, { channel: 'mail' }>, at: Date): void {
    const { id = newId(), to, language, timeZone, content, about, expiresAt } = mail;
    if (this.#find(id)) return;
    const delivery: Delivery = { channel: 'mail', id, queuedAt: at, to, language, timeZone, content };
    this.#keep(delivery, content.kind, mail.domain, about, expiresAt);
  }

  #keepNotice(message: NewNotice, at: Date): void {
    const { notice, user } = message;
    this.#keep({ ...message, id: newId(), queuedAt: at, to: user.userId }, notice.what, user.domain, null, null);
  }

  #keepAlert(message: NewAlert, at: Date): void {
    const { alert, user, expiresAt } = message;
    this.#keep({ ...message, id: newId(), queuedAt: at, to: user.userId }, alert.kind, user.domain, null, expiresAt);
  }

  #keepPush(message: NewPush, at: Date): void {
    if (!this.#find(message.id))
      this.#keep({ ...message, queuedAt: at }, message.push.kind, message.domain, null, message.expiresAt);
  }

  #keepEvent({ event, about }: Extract<NewMessage, { channel: 'webhook' }>, to: string, at: Date): void {
    this.#keep({ channel: 'webhook', id: newId(), queuedAt: at, to, event }, event.type, event.domain, about, null);
  }

  #keep(delivery: Delivery, kind: Kept['kind'], domain: string, about: string | null, expiresAt: Date | null): void {
    const { id, channel, to, queuedAt } = delivery;
    const fresh = {
      attempts: 0,
      replays: 0,
      lastProblem: null,
      state: 'pending',
      dueAt: queuedAt,
      endedAt: null,
    } as const;
    this.#kept.push({ ...fresh, id, channel, to, kind, domain, about, queuedAt, expiresAt, delivery });
  }

  #find(id: MessageId): Kept | undefined {
    return this.#kept.find((one) => one.id === id);
  }

  #findClaimed(id: MessageId, attempt: number): Kept | null {
    const one = this.#find(id);
    return one?.state === 'pending' && one.attempts === attempt ? one : null;
  }

  #end(one: Kept, state: Exclude<Kept['state'], 'pending'>, endedAt: Date): void {
    Object.assign(one, { state, endedAt, delivery: state === 'dead' ? one.delivery : null });
    if (one.about !== null) this.#changeFeed.publish(one.about as ChangeKey);
  }

  #stateOf(channel: Channel, domain: DomainOfReader): ChannelState {
    const ours = this.#kept.filter((one) => one.channel === channel && isOf(domain, one));
    const failing = ours.filter(({ state, lastProblem }) => state === 'pending' && lastProblem !== null);
    const since = failing
      .map(({ queuedAt }) => queuedAt)
      .toSorted((left, right) => left.getTime() - right.getTime())[0];
    const isFailing =
      since !== undefined && !ours.some(({ state, endedAt }) => state === 'delivered' && endedAt && endedAt > since);
    const pending = ours.filter(({ state }) => state === 'pending');
    const queuedAt = pending.map((one) => one.queuedAt.getTime());
    return {
      pending: pending.length,
      oldestQueuedAt: queuedAt.length === 0 ? null : new Date(Math.min(...queuedAt)),
      dead: ours.filter(({ state }) => state === 'dead').length,
      failingSince: isFailing ? since : null,
    };
  }
}

function isOf(domain: DomainOfReader, one: Kept): boolean {
  return domain === EVERY_DOMAIN || one.domain === domain;
}

function newId(): MessageId {
  return generateMessageId(systemRandom);
}

function compareEnds(left: Kept, right: Kept): number {
  return (right.endedAt?.getTime() ?? 0) - (left.endedAt?.getTime() ?? 0) || (left.id < right.id ? 1 : -1);
}

const COMPARISONS: Record<DeadLetterOrder['by'], (left: Kept, right: Kept) => number> = {
  kind: (left, right) => (left.kind < right.kind ? -1 : Number(left.kind > right.kind)),
  attempts: (left, right) => left.attempts - right.attempts,
  queuedAt: (left, right) => left.queuedAt.getTime() - right.queuedAt.getTime(),
};

function statusOf(kept: Kept): MessageStatus {
  const { expiresAt: _expiresAt, delivery: _delivery, dueAt, endedAt, state, ...known } = kept;
  if (state === 'pending') return { ...known, state, dueAt };
  if (endedAt === null) throw new TypeError('an ended message has no end');
  return { ...known, state, endedAt };
}
