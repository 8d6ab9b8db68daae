import { signActivation } from '../../wire/crypto/messages/activation-signature';
import { accept, refuse, type Result } from '../../shared/result';
import { callService, readText, type Channel, type StepRefusal } from '../call-service';
import type { GatewayAddress } from '../gateway-address';
import type { Linked } from './activation-steps';

/** Everything that connection 4 sends, so that a retry sends exactly the same. */
export type LastCall = {
  gateway: GatewayAddress;
  registrationIdentifier: string;
  instanceId: string;
  signature: string;
};

export type Owner = { userId: string; domain: string };

export type LastRefusal =
  | StepRefusal
  | 'gateway-not-genuine'
  /** An earlier try, whose answer was lost, may have worked. */
  | 'outcome-unknown';

export async function signLastCall({
  payload: { registrationIdentifier },
  gateway,
  deviceCode,
  instanceId,
  instanceKey,
}: Linked): Promise<LastCall> {
  const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  return { gateway, registrationIdentifier, instanceId, signature };
}

/**
 * Connection 4, `MdlActivate`.
 * @param isRepeated whether it was made before
 * @returns whose device it is now
 * @throws GatewayFailure when the gateway fails
 */
export async function confirmActivation(
  { gateway, registrationIdentifier, instanceId, signature }: LastCall,
  isRepeated: boolean,
  channel?: Channel,
): Promise<Result<Owner, LastRefusal>> {
  const reply = await callService(gateway, 'provisioning/MdlActivate', { registrationIdentifier, signature }, channel);
  if (!reply.ok) {
    const mayHaveWorked = isRepeated && (reply.refusal === 'registration-not-found' || reply.refusal === 'refused');
    return mayHaveWorked ? refuse('outcome-unknown') : reply;
  }
  if (readText(reply.value, 'serialNumber') !== instanceId) return refuse('gateway-not-genuine');
  return accept({ userId: readText(reply.value, 'userID'), domain: readText(reply.value, 'domain') });
}
