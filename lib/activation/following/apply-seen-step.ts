import { MINUTE } from '../../shared/time/duration';
import { isRegistered, STEPS, type InstanceId, type RegisteredActivation, type Step } from '../activation';
import { type Observation, registrationOf } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import { applyObservation } from './refresh-activation';
/** That a phone has made a step, as whoever stands between it and the gateway has seen it. */
export type SeenStep = {
  registrationIdentifier: string;
  step: Step;
  /** What the gateway has named the device; null when it has not. */
  instanceId: InstanceId | null;
};

/** How long a phone has for what is left, in milliseconds. The gateway's own limit is not documented (OneSpan §7.4). */
const GO_ON_WITHIN_MS = 5 * MINUTE;

/**
 * Makes the moves that a step shows of the pending activation that it belongs to, if there is one. Whoever has made a step
 * has made those before it, even if nobody has heard of them.
 * @throws GatewayError when the gateway is to say which device it is, and fails
 */
export async function applySeenStep(
  ports: ActivationPorts,
  { registrationIdentifier, step, instanceId }: SeenStep,
): Promise<void> {
  const at = ports.clock.now();
  const activation = await ports.store.findByRegistration(registrationIdentifier);
  if (!activation || !isRegistered(activation)) return;
  const told = instanceId === null ? await askForDevice(ports, activation, step) : null;
  const ends = [activation.expiresAt, told?.expiresAt, new Date(at.getTime() + GO_ON_WITHIN_MS)];
  await applyObservation(ports, activation, {
    state: step,
    reached: Object.fromEntries(STEPS.slice(0, STEPS.indexOf(step) + 1).map((passed) => [passed, at])),
    expiresAt: new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0))),
    instanceId: instanceId ?? told?.instanceId ?? null,
    reason: null,
  });
}

/** Connection 3 makes a device without a word of its name (OneSpan §3.2). */
async function askForDevice(
  ports: ActivationPorts,
  activation: RegisteredActivation,
  step: Step,
): Promise<Pick<Observation, 'instanceId' | 'expiresAt'> | null> {
  if (step === 'scanned' || step === 'verified') return null;
  return activation.state === 'linked' ? activation : ports.gateway.observe(registrationOf(activation));
}
