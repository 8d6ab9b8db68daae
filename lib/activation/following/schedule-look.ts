import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import { pauseAfterSilence } from './watching-schedule';

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
