import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import type { Random } from '../../shared/random';

/** Right after an event; OneSpan §4.4 recommends 2 to 5 s while the page is open. */
export const SHORTEST_PAUSE_MS = 2 * SECOND;

export const LONGEST_PAUSE_MS = 15 * SECOND;

/** The pause grows with the silence, so that a step is observed late by at most an eighth of the time it took. */
const PART_OF_SILENCE = 1 / 8;

/** Lengthens pauses by up to a fifth, so that activations which began together do not poll together. */
const JITTER = 0.2;

/** For steps that are pushed or entered: the poll only recovers from crashes. */
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
  const tells = gateway.capabilities.pushes || activation.activationType === 'offline';
  const isTold = activation.state !== 'requested' && tells;
  const pause = isTold ? LOOK_WHERE_TOLD_MS : pauseAfterSilence(now - lastEventOf(activation), random);
  return new Date(Math.min(now + pause, activation.expiresAt.getTime()));
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
 * @returns milliseconds, 2,000 to 15,000
 */
export function pauseAfterSilence(silenceMs: number, random: Random): number {
  const longest = LONGEST_PAUSE_MS / (1 + JITTER);
  const pause = Math.min(Math.max(silenceMs * PART_OF_SILENCE, SHORTEST_PAUSE_MS), longest);
  const [byte = 0] = random.bytes(1);
  return Math.round(pause * (1 + (JITTER * byte) / 255));
}
