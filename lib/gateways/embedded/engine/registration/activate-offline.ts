import { SIGNATURE_DIGITS } from '../../../../shared/codes/typed-code';
import { accept, refuse, type Result } from '../../../../shared/result';
import { activateDevice } from './activate-device';
import { countWrongProof } from './count-wrong-proof';
import type { GatewayContext } from '../gateway-context';
import { readDigits } from '../phone-services/service-fields';
import type { ServiceRefusal } from '../phone-services/service-refusal';

/** Takes the signature that a phone shows for the second image (OneSpan §4.2, `PROVISIONCMD_MDL_ACTIVATE`). */
export async function activateOffline(
  context: GatewayContext,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<Result<{ instanceId: string }, ServiceRefusal>> {
  if (readDigits(signature, SIGNATURE_DIGITS) === null) return refuse('invalid-parameter');
  const activated = await activateDevice(context, { registrationIdentifier, signature, isOffline: true });
  if (activated.ok) return accept({ instanceId: activated.value.instanceId });
  if (activated.refusal !== 'wrong-signature') return refuse(activated.refusal);
  return countWrongProof(context, registrationIdentifier);
}
