import { auditContext, userActor } from '../audit/audit-context';
import { tryAndKeepRetrying } from '../shared/async/retry';
import { MINUTE, HOUR, SECOND } from '../shared/time/duration';
import { type Lane, type LeasedDelivery, WHOLE_CHANNEL } from './outbox';
import { DELIVERY_PROBLEMS, DeliveryError } from './delivery-error';
import type { MessagingPorts } from './carrier';
import type { Channel, MessageId } from './new-message';
import type { Random } from '../shared/random';
import type { RequestOrigin } from '../shared/request-origin';
import type { User } from '../accounts/users/user';
import type { Result } from '../shared/result';

/**
 * With the pauses below some nine hours, so that a mail server that fails in the evening can be repaired in the
 * morning.
 */
export const MAXIMUM_ATTEMPTS = 20;

const FIRST_PAUSE_MS = 5 * SECOND;

const LONGEST_PAUSE_MS = HOUR;

/** Messages that one process sends concurrently, in each lane. */
const BATCH = 5;

/** Timeout of an attempt. The lease ends well after it, so that no other process takes over an attempt in progress. */
const TRY_MS = MINUTE;
const LEASE_MS = 3 * MINUTE;

export type Outcome = 'delivered' | 'retried' | 'dead';

/** @param error what failed; null when it was delivered @param began when it was tried */
type Report = (leased: LeasedDelivery, outcome: Outcome, error: unknown, began: Date) => void;

/**
 * Sends everything due in one lane of a channel until nothing is left or the signal aborts; attempts in progress are finished.
 * Any number of processes may run this concurrently.
 */
export async function sendDueMessages(
  ports: MessagingPorts,
  channel: Channel,
  report: Report,
  signal: AbortSignal,
  lane: Lane = WHOLE_CHANNEL,
): Promise<void> {
  for (let count = BATCH; count === BATCH && !signal.aborted;) {
    const now = ports.clock.now();
    const leased = await ports.outbox.lease(channel, now, new Date(now.getTime() + LEASE_MS), BATCH, lane);
    await Promise.all(leased.map((one) => send(ports, one, report)));
    count = leased.length;
  }
}

async function send(ports: MessagingPorts, leased: LeasedDelivery, report: Report): Promise<void> {
  const { delivery } = leased;
  const began = ports.clock.now();
  try {
    await handOver(ports, leased);
  } catch (error) {
    report(leased, await noteFailure(ports, leased, error), error, began);
    return;
  }
  const deliveredAt = ports.clock.now();
  await record(() => ports.outbox.markDelivered(delivery.id, deliveredAt));
  report(leased, 'delivered', null, began);
}

function handOver({ carriers }: MessagingPorts, { delivery }: LeasedDelivery): Promise<void> {
  const signal = AbortSignal.timeout(TRY_MS);
  switch (delivery.channel) {
    case 'mail':
      return carriers.mail.deliver(delivery, signal);
    case 'notice':
      return carriers.notice.deliver(delivery, signal);
    case 'webhook':
      return carriers.webhook.deliver(delivery, signal);
    case 'alert':
      return carriers.alert.deliver(delivery, signal);
    case 'push':
      return carriers.push.deliver(delivery, signal);
  }
}

async function noteFailure(
  { outbox, clock, random }: MessagingPorts,
  { delivery: { id }, attempt }: LeasedDelivery,
  error: unknown,
): Promise<Outcome> {
  const problem = error instanceof DeliveryError ? error.code : 'fault';
  const now = clock.now();
  if (DELIVERY_PROBLEMS[problem].permanent || attempt >= MAXIMUM_ATTEMPTS) {
    await record(() => outbox.bury(id, attempt, now, problem));
    return 'dead';
  }
  const asked = error instanceof DeliveryError ? error.retryAfterMs : 0;
  const dueAt = new Date(now.getTime() + Math.max(pauseAfter(attempt, random), Math.min(asked, LONGEST_PAUSE_MS)));
  await record(() => outbox.retry(id, attempt, dueAt, problem));
  return 'retried';
}

/** Goes on until the lease ends: what was sent would be sent again then, and what was not would wait that long. */
function record(outcome: () => Promise<void>): Promise<void> {
  return tryAndKeepRetrying(outcome, LEASE_MS - TRY_MS);
}

/**
 * Exponential back-off with jitter: doubles each time, and then takes between half and all of it.
 * @param attempt 1 after the first one
 * @returns milliseconds, 2,500 to 3,600,000
 */
export function pauseAfter(attempt: number, random: Random): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  const [byte = 0] = random.bytes(1);
  return Math.round((longest / 2) * (1 + byte / 255));
}

/** Replays a dead letter. */
export async function replayMessage(
  { outbox, clock }: Pick<MessagingPorts, 'outbox' | 'clock'>,
  { userId, domain }: User,
  id: MessageId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-dead' | 'expired'>> {
  const fact = { type: 'message-replayed', messageId: id } as const;
  return outbox.replay(id, domain, clock.now(), [{ ...fact, ...auditContext(userActor({ userId }), null, origin) }]);
}
