import { accept, refuse, type Result } from '../../shared/result';
import { callService, type StepRefusal, readText } from '../call-service';
import type { GatewayAddress } from '../gateway-address';
/** All that connection 4 says: sent again, it is the same to the letter. */
export type LastCall = {
  gateway: GatewayAddress;
  registrationIdentifier: string;
  instanceId: string;
  signature: string;
};

export type LastRefusal =
  | StepRefusal
  | 'gateway-not-genuine'
  /** It was made before, and its answer did not arrive: that one may have worked. */
  | 'outcome-unknown';

/**
 * Connection 4, `MdlActivate`.
 * @param isRepeated whether it was made before
 * @returns whose device it is now
 * @throws GatewayFailure when the gateway fails
 */
export async function confirmActivation(
  { gateway, registrationIdentifier, instanceId, signature }: LastCall,
  isRepeated: boolean,
  signal?: AbortSignal,
): Promise<Result<{ userId: string; domain: string }, LastRefusal>> {
  const reply = await callService(gateway, 'provisioning/MdlActivate', { registrationIdentifier, signature }, signal);
  if (!reply.ok) {
    const mayHaveWorked = isRepeated && (reply.refusal === 'registration-not-found' || reply.refusal === 'refused');
    return mayHaveWorked ? refuse('outcome-unknown') : reply;
  }
  if (readText(reply.value, 'serialNumber') !== instanceId) return refuse('gateway-not-genuine');
  return accept({ userId: readText(reply.value, 'userID'), domain: readText(reply.value, 'domain') });
}
