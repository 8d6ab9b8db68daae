import type { Channel } from '../../messaging/new-message';
import { outboxKey } from '../../shared/changes/change-feed';
import { type Lane, lanesOf } from '../../messaging/outbox';
import { sendDueMessages } from '../../messaging/send-due-messages';
import type { Services } from '../../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { runEvery, WakeSignal } from './run-every';

/** Finds retries that are due and messages of processes that ended. New messages set the wake signal. */
const LOOK_EVERY_MS = 5 * SECOND;

/**
 * Sends the messages of one channel until the signal aborts, and resolves when attempts in progress are finished.
 * @param apart destinations that get a lane each
 */
export async function sendMessages(
  services: Pick<Services, 'messages' | 'changeFeed' | 'logger' | 'metrics'>,
  channel: Channel,
  signal: AbortSignal,
  apart: readonly string[] = [],
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  await Promise.all(lanesOf(apart).map((lane) => sendLane(services, channel, lane, signal, lookEveryMs)));
}

async function sendLane(
  { messages, changeFeed, logger, metrics }: Pick<Services, 'messages' | 'changeFeed' | 'logger' | 'metrics'>,
  channel: Channel,
  lane: Lane,
  signal: AbortSignal,
  lookEveryMs: number,
): Promise<void> {
  const wakeSignal = new WakeSignal();
  const unsubscribe = await changeFeed.subscribe(outboxKey(channel), () => wakeSignal.set());
  const work = () =>
    sendDueMessages(
      messages,
      channel,
      ({ delivery: { id }, attempt }, outcome, error) => {
        metrics.messages.inc({ channel, outcome });
        const level = { delivered: 'info', retried: 'warn', dead: 'error' } as const;
        logger[level[outcome]](
          { messageId: id, channel, attempt, outcome, err: error ?? undefined },
          'tried a message',
        );
      },
      signal,
      lane,
    );
  const onFault = (error: unknown) => logger.error({ err: error, channel }, 'messages could not be sent');
  await runEvery(work, lookEveryMs, onFault, signal, wakeSignal);
  unsubscribe();
}
