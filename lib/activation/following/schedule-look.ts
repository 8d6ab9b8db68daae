import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import type { Random } from '../../shared/random';

/** Soon after something has happened; OneSpan §4.4 recommends 2 to 5 s while the page is open. */
export const SHORTEST_PAUSE_MS = 2 * SECOND;

export const LONGEST_PAUSE_MS = 15 * SECOND;

/** A pause is this part of the silence before it, so that a step is seen late by no more than an eighth of what it took. */
const PART_OF_SILENCE = 1 / 8;

/** By what part a pause is longer by chance, so that those who began together do not ask together. */
const JITTER = 0.2;

/** Where somebody tells of every step, the gateway or who types what the phone shows: this finds what a crash left behind. */
const LOOK_WHERE_TOLD_MS = 30 * SECOND;

/** Leaves an activation alone until it is to be looked after again. */
export async function scheduleLook(
  ports: Pick<ActivationPorts, 'store' | 'gateway' | 'clock' | 'random'>,
  activation: PendingActivation,
): Promise<void> {
  await ports.store.extendLease(activation.id, nextLook(ports, activation));
}

/** When an activation is to be looked after again, at the latest when its time is over. */
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

/** In milliseconds, by the gateway's clock where it tells times. No phone has read an image that nobody has looked at. */
function lastEventOf(activation: PendingActivation): number {
  if (activation.state === 'requested') return activation.requestedAt.getTime();
  if (activation.state === 'issued' && !activation.reached.shown) return Number.NEGATIVE_INFINITY;
  return Math.max(...Object.values(activation.reached).map((at) => at.getTime()));
}

/**
 * How long to wait before a gateway is asked about an activation again.
 * @param silenceMs since something was last seen to happen; less than nothing where a clock is behind
 * @returns milliseconds, 2,000 to 15,000
 */
export function pauseAfterSilence(silenceMs: number, random: Random): number {
  const longest = LONGEST_PAUSE_MS / (1 + JITTER);
  const pause = Math.min(Math.max(silenceMs * PART_OF_SILENCE, SHORTEST_PAUSE_MS), longest);
  const [byte = 0] = random.bytes(1);
  return Math.round(pause * (1 + (JITTER * byte) / 255));
}
