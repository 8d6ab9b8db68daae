import { SIGNATURE_DIGITS } from '../shared/typed-code';
import { accept, refuse, type Result } from '../shared/result';
import { activateDevice } from './activate-device';
import { countWrongProof } from './count-wrong-proof';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { readDigits } from './service-fields';
import type { ServiceRefusal } from './service-refusal';

/** Takes the signature that a phone shows for the second image (contract §4.2, `PROVISIONCMD_MDL_ACTIVATE`). */
export async function activateOffline(
  context: GatewayContext,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<Result<{ instanceId: string }, ServiceRefusal>> {
  if (readDigits(signature, SIGNATURE_DIGITS) === null) return refuse('invalid-parameter');
  const found = await findLiveRegistration(context, registrationIdentifier);
  if (!found?.registration.isOffline) return refuse('not-found');
  if (found.registration.state !== 'device-added') return refuse('out-of-order');
  const activated = await activateDevice(context, found.registration, signature);
  if (activated.ok) return accept({ instanceId: activated.value });
  if (activated.refusal === 'out-of-order') return refuse('out-of-order');
  return countWrongProof(context, registrationIdentifier);
}
