import { MINUTE } from '../../shared/time/duration';
import { isRegistered, STEPS, type InstanceId, type RegisteredActivation, type Step } from '../activation';
import { type Observation, registrationOf } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import { applyObservation } from './refresh-activation';

/** A phone's step, as the relay between phone and gateway saw it. */
export type SeenStep = {
  registrationIdentifier: string;
  step: Step;
  /** Null if the gateway did not name the device. */
  instanceId: InstanceId | null;
};

/** Time for the remaining steps, in milliseconds. The server keeps a registration for 600 s by default (OneSpan §7.4). */
const GO_ON_WITHIN_MS = 5 * MINUTE;

/**
 * Applies a seen step to its pending activation, if there is one. A step implies the steps before it, even if they were
 * not seen.
 * @throws GatewayError if the gateway has to name the device, and fails
 */
export async function applySeenStep(
  ports: ActivationPorts,
  { registrationIdentifier, step, instanceId }: SeenStep,
): Promise<void> {
  const at = ports.clock.now();
  const activation = await ports.store.findByRegistration(registrationIdentifier);
  if (!activation || !isRegistered(activation)) return;
  const observation = instanceId === null ? await askForDevice(ports, activation, step) : null;
  const ends = [activation.expiresAt, observation?.expiresAt, new Date(at.getTime() + GO_ON_WITHIN_MS)];
  await applyObservation(ports, activation, {
    state: step,
    reached: Object.fromEntries(STEPS.slice(0, STEPS.indexOf(step) + 1).map((passed) => [passed, at])),
    expiresAt: new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0))),
    instanceId: instanceId ?? observation?.instanceId ?? null,
    mosaic: null,
    reason: null,
  });
}

/** Connection 3 makes a device without naming it (OneSpan §3.2), so the gateway is asked. */
async function askForDevice(
  ports: ActivationPorts,
  activation: RegisteredActivation,
  step: Step,
): Promise<Pick<Observation, 'instanceId' | 'expiresAt'> | null> {
  if (step === 'scanned' || step === 'verified') return null;
  return activation.state === 'linked' ? activation : ports.gateway.observe(registrationOf(activation));
}
