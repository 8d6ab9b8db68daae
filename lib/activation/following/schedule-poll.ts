import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { GatewayCapabilities } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import type { Random } from '../../shared/random';

/** OneSpan §4.4 recommends 2 to 5 s while the page is open. */
export const SHORTEST_PAUSE_MS = 2 * SECOND;

/** Nobody opens an app and scans, or chooses a PIN and types it twice, in less. */
export const PERSON_NEEDS_MS = 5 * SECOND;

export const LONGEST_PAUSE_MS = 15 * SECOND;

/** The pause grows with the silence, so that a step is observed late by at most a sixth of the time it took. */
const PART_OF_SILENCE = 1 / 6;

/** Lengthens pauses by up to a fifth, so that activations which began together do not poll together. */
const JITTER = 0.2;

/** For steps that are pushed, entered or seen by the relay: the poll only recovers from crashes. */
const LOOK_WHERE_TOLD_MS = 30 * SECOND;

/** Moves the end of a lease to the next poll. @param leasedUntil its current end, which identifies the lease */
export async function schedulePoll(
  ports: Pick<ActivationPorts, 'store' | 'gateway' | 'clock' | 'random'>,
  activation: PendingActivation,
  leasedUntil: Date,
): Promise<void> {
  await ports.store.moveLeaseEnd(activation.id, leasedUntil, nextLook(ports, activation));
}

/** When to poll the gateway about an activation again, at its expiry at the latest. */
export function nextLook(
  { gateway, clock, random }: Pick<ActivationPorts, 'gateway' | 'clock' | 'random'>,
  activation: PendingActivation,
): Date {
  const now = clock.now().getTime();
  const silence = now - lastEventOf(activation);
  // A registration waits for the gateway alone.
  const earliest = activation.state === 'requested' ? 0 : PERSON_NEEDS_MS;
  const pause = isTold(gateway.capabilities, activation)
    ? LOOK_WHERE_TOLD_MS
    : pauseAfterSilence(silence, random, earliest);
  return new Date(Math.min(now + pause, activation.expiresAt.getTime()));
}

/** A phone whose connection 1 was seen came through the relay, and goes on through it. */
function isTold({ pushes, completion }: GatewayCapabilities, activation: PendingActivation): boolean {
  if (activation.state === 'requested') return false;
  const isRelayed = completion === 'inferred' && activation.reached.scanned !== undefined;
  return pushes || activation.activationType === 'offline' || isRelayed;
}

/** In milliseconds, by the gateway's clock if it reports times. An image that was never viewed has no events. */
function lastEventOf(activation: PendingActivation): number {
  if (activation.state === 'requested') return activation.requestedAt.getTime();
  if (activation.state === 'issued' && !activation.reached.shown) return Number.NEGATIVE_INFINITY;
  return Math.max(...Object.values(activation.reached).map((at) => at.getTime()));
}

/**
 * How long to wait before the next poll of the gateway.
 * @param silenceMs since the last event; negative if a clock is behind
 * @param earliestMs after that event, before which there is nothing to see
 * @returns milliseconds, 2,000 to 15,000
 */
export function pauseAfterSilence(silenceMs: number, random: Random, earliestMs: number): number {
  const longest = LONGEST_PAUSE_MS / (1 + JITTER);
  const untilEarliest = earliestMs - Math.max(silenceMs, 0);
  const pause = Math.min(Math.max(silenceMs * PART_OF_SILENCE, SHORTEST_PAUSE_MS, untilEarliest), longest);
  const [byte = 0] = random.bytes(1);
  return Math.round(pause * (1 + (JITTER * byte) / 255));
}
