import type { VouchingDevices } from '../proofs/vouching-devices';
import { answeringDevices, type PhoneOwner } from './phone-challenge-gateway';

/** Whether a phone's answer is a proof: every device that may have given it may vouch. */
export async function everyMayVouch(devices: Pick<VouchingDevices, 'mayVouch'>, owner: PhoneOwner): Promise<boolean> {
  const { userId, domain } = owner;
  const verdicts = answeringDevices(owner).map((instanceId) => devices.mayVouch({ userId, domain }, instanceId));
  return (await Promise.all(verdicts)).every(Boolean);
}
