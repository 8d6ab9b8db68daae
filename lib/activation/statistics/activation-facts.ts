import type { Activation, ActivationState, FailureReason, InstanceId, Reached } from '../activation';

/** What lists and exports contain of an activation: no credentials and no device name. */
export type ActivationFacts = {
  id: string;
  userId: string;
  domain: string;
  state: ActivationState;
  /** Set if `failed`. */
  reason: FailureReason | null;
  requestedAt: Date;
  reached: Reached;
  /** Null while pending. */
  endedAt: Date | null;
  instanceId: InstanceId | null;
};

export function activationFacts(activation: Activation): ActivationFacts {
  const { id, userId, domain, state, requestedAt } = activation;
  return {
    id,
    userId,
    domain,
    state,
    reason: activation.state === 'failed' ? activation.reason : null,
    requestedAt,
    reached: activation.state === 'requested' ? {} : activation.reached,
    endedAt: 'endedAt' in activation ? activation.endedAt : null,
    instanceId: 'instanceId' in activation ? activation.instanceId : null,
  };
}
