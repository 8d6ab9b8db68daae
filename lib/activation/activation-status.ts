import {
  isPending,
  type Activation,
  type ActivationState,
  type ActivationType,
  type FailureReason,
  type InstanceId,
  type Reached,
  type Step,
} from './activation';
import type { GatewayCapabilities } from './activation-gateway';

/** What a page may know of an activation: everything but its credentials. Times are ISO 8601 in UTC. */
export type ActivationStatus = {
  id: string;
  version: number;
  state: ActivationState;
  deviceName: string | null;
  activationType: ActivationType;
  expiresAt: string | null;
  /** The server's clock when it answered; the page counts down from it, not from the browser's. */
  serverTime: string;
  reached: { [name in keyof Reached]?: string };
  /** The steps that can be seen; others are not shown. */
  observes: readonly Step[];
  /** See `GatewayCapabilities`. */
  completion: GatewayCapabilities['completion'];
  instanceId: InstanceId | null;
  failure: FailureReason | null;
  /** Milliseconds to wait before asking again; null when the next question may be asked at once. */
  retryAfterMs: number | null;
};

/** Made by the person, who types what the phone shows for each of the two images. */
const OFFLINE_STEPS: readonly Step[] = ['verified', 'active'];

export function describeActivation(
  activation: Activation,
  { observes, completion }: Pick<GatewayCapabilities, 'observes' | 'completion'>,
  now: Date,
): ActivationStatus {
  const isOffline = activation.activationType === 'offline';
  const reached: Reached = activation.state === 'requested' ? {} : activation.reached;
  return {
    id: activation.id,
    version: activation.version,
    state: activation.state,
    deviceName: activation.deviceName,
    activationType: activation.activationType,
    expiresAt: isPending(activation) ? activation.expiresAt.toISOString() : null,
    serverTime: now.toISOString(),
    reached: Object.fromEntries(Object.entries(reached).map(([step, at]) => [step, at.toISOString()])),
    observes: isOffline ? OFFLINE_STEPS : observes,
    // Whoever has seen connection 1 sees connection 4, and whoever types the signature is told whether it was right.
    completion: reached.scanned || isOffline ? 'told' : completion,
    instanceId: 'instanceId' in activation ? activation.instanceId : null,
    failure: activation.state === 'failed' ? activation.reason : null,
    retryAfterMs: null,
  };
}
