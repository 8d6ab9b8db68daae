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
import type { Mosaic } from '../shared/codes/mosaic';
import type { GatewayCapabilities } from './activation-gateway';

/** What a page may know of an activation: everything but its credentials. Times are ISO 8601 in UTC. */
export type ActivationStatus = {
  id: string;
  version: number;
  state: ActivationState;
  deviceName: string | null;
  activationType: ActivationType;
  expiresAt: string | null;
  /** The server's clock, for the page's countdown. */
  serverTime: string;
  reached: { [name in keyof Reached]?: string };
  /** Steps that the gateway observes; the page leaves out the others. */
  observes: readonly Step[];
  /** What the phone shows too; null before the device is linked, and if the gateway computes none. */
  mosaic: Mosaic | null;
  /** See `GatewayCapabilities`. */
  completion: GatewayCapabilities['completion'];
  instanceId: InstanceId | null;
  failure: FailureReason | null;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

/** Steps that the user's entered codes reveal. */
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
    mosaic: 'mosaic' in activation ? activation.mosaic : null,
    // If connection 1 was observed, connection 4 will be, and an entered signature is verified at once.
    completion: reached.scanned || isOffline ? 'told' : completion,
    instanceId: 'instanceId' in activation ? activation.instanceId : null,
    failure: activation.state === 'failed' ? activation.reason : null,
    retryAfterMs: null,
  };
}
