import type { Channel } from '../../messaging/new-message';
import { outboxKey } from '../../shared/changes/change-feed';
import { type Lane, WHOLE_CHANNEL } from '../../messaging/outbox';
import { sendDueMessages } from '../../messaging/send-due-messages';
import type { Services } from '../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { runEvery, WakeSignal } from './run-every';

/** Finds retries that are due and messages of processes that ended. New messages set the wake signal. */
const LOOK_EVERY_MS = 5 * SECOND;

type Sending = Pick<Services, 'messaging' | 'changeFeed' | 'logger' | 'metrics' | 'traces'>;

/** Sends the messages of one channel until the signal aborts, and resolves when attempts in progress are finished. */
export async function sendMessages(
  services: Sending,
  channel: Channel,
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  await sendLane(services, channel, WHOLE_CHANNEL, signal, lookEveryMs);
}

/**
 * Sends webhooks: a lane for each address of the settings, and one for each that a system has made, as long as it is there,
 * so that a slow receiver delays no other.
 */
export async function sendWebhooks(
  services: Sending & { webhooks: ListedWebhooks },
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  const { webhooks, logger } = services;
  const lanes = new Map<string, { stopping: AbortController; done: Promise<void> }>();
  /** Of what has a lane; the lane for the rest reads it at every look. */
  const apart: string[] = [...webhooks.settingsAddresses];
  const stop = async (destination: string) => {
    const lane = lanes.get(destination);
    lanes.delete(destination);
    lane?.stopping.abort();
    await lane?.done;
    apart.splice(apart.indexOf(destination), 1);
  };
  const look = async () => {
    const there = new Set(await webhooks.webhooks.listDestinations());
    for (const gone of [...lanes.keys()].filter((destination) => !there.has(destination))) await stop(gone);
    for (const destination of there) {
      if (lanes.has(destination)) continue;
      const stopping = new AbortController();
      apart.push(destination);
      const lane = sendLane(services, 'webhook', { only: destination }, stopping.signal, lookEveryMs);
      lanes.set(destination, { stopping, done: lane });
    }
  };
  const onFault = (error: unknown) => logger.error({ err: error }, 'the webhooks of systems could not be listed');
  const ofSettings = webhooks.settingsAddresses.map((only) =>
    sendLane(services, 'webhook', { only }, signal, lookEveryMs),
  );
  const rest = sendLane(services, 'webhook', { except: apart }, signal, lookEveryMs);
  await runEvery('webhook-lanes', look, lookEveryMs, onFault, signal);
  await Promise.all([...ofSettings, rest, ...[...lanes.keys()].map(stop)]);
}

/** Sends to phones: a lane for each push service that the settings name, so that a slow one delays no other. */
export async function sendPushes(
  services: Sending,
  hosts: readonly string[],
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  const apart = hosts.filter((host) => !host.startsWith('*.'));
  const lanes: Lane[] = [...apart.map((only) => ({ only })), { except: apart }];
  await Promise.all(lanes.map((lane) => sendLane(services, 'push', lane, signal, lookEveryMs)));
}

type ListedWebhooks = {
  settingsAddresses: readonly string[];
  webhooks: Pick<Services['webhooks']['webhooks'], 'listDestinations'>;
};

async function sendLane(
  { messaging, changeFeed, logger, metrics, traces }: Sending,
  channel: Channel,
  lane: Lane,
  signal: AbortSignal,
  lookEveryMs: number,
): Promise<void> {
  const wakeSignal = new WakeSignal();
  const unsubscribe = await changeFeed.subscribe(outboxKey(channel), () => wakeSignal.set());
  const work = () =>
    sendDueMessages(
      messaging,
      channel,
      ({ delivery: { id }, attempt, about }, outcome, error, began) => {
        metrics.messages.inc({ channel, outcome });
        const level = { delivered: 'info', retried: 'warn', dead: 'error' } as const;
        logger[level[outcome]](
          { messageId: id, channel, attempt, outcome, err: error ?? undefined },
          'message delivery attempted',
        );
        traces?.end<'message'>(
          {
            kind: 'message',
            name: `send ${channel}`,
            startedAt: began.getTime(),
            endedAt: messaging.clock.now().getTime(),
            hasFailed: outcome !== 'delivered',
            attributes: {
              'tessera.message.channel': channel,
              'tessera.message.attempt': attempt,
              'tessera.message.outcome': outcome,
            },
          },
          about,
        );
      },
      signal,
      lane,
    );
  const onFault = (error: unknown) => logger.error({ err: error, channel }, 'messages could not be sent');
  await runEvery(`send-${channel}`, work, lookEveryMs, onFault, signal, wakeSignal);
  unsubscribe();
}
