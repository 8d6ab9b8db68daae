import { trustedFrom } from '../accounts/proofs/probation';
import type { Clock } from '../shared/time/clock';
import { describeInstances, type AuthenticatorDirectory, type AuthenticatorInstance } from './authenticator-directory';

/** PORT: from when devices are trusted, as it was decided when they were activated here. */
export interface TrustTimes {
  /** @returns times by instance ID; devices that were not activated here are left out */
  find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
}

/** Adds to a gateway's devices until when they are on probation: the longer of the gateway's and ours. */
export function probationDirectory(
  directory: AuthenticatorDirectory,
  { times, clock, probationMs }: { times: TrustTimes; clock: Clock; probationMs: number },
): AuthenticatorDirectory {
  if (probationMs === 0) return directory;
  return describeInstances(directory, async (instances) => {
    const now = clock.now();
    const isYoung = (instance: AuthenticatorInstance) =>
      instance.activatedAt === undefined ||
      now < trustedFrom(instance.activatedAt, probationMs, true) ||
      instance.returnedAt !== undefined;
    const young = instances.filter(isYoung).map(({ instanceId }) => instanceId);
    if (young.length === 0) return instances;
    const trustTimes = await times.find(young);
    const onProbation = (instance: AuthenticatorInstance): AuthenticatorInstance => {
      // A device whose notice is still to be written, or that was activated elsewhere.
      const usual = instance.activatedAt && trustedFrom(instance.activatedAt, probationMs, false);
      const ours = later(trustTimes.get(instance.instanceId) ?? usual, afterReturn(instance, probationMs));
      const from = later(ours, instance.trustedFrom);
      return from && now < from ? { ...instance, trustedFrom: from } : instance;
    };
    return instances.map(onProbation);
  });
}

/** Its key has left the device that it was bound to: that takes a probation of its own, as long as after a re-issue. */
function afterReturn({ returnedAt }: AuthenticatorInstance, probationMs: number): Date | undefined {
  return returnedAt && trustedFrom(returnedAt, probationMs, true);
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other && other > one ? other : (one ?? other);
}
