import { accept, refuse, type Result } from '../../../../shared/result';
import { activateDevice } from '../registration/activate-device';
import type { GatewayContext } from '../gateway-context';
import { refuseProof } from '../registration/refuse-proof';
import type { ServiceRefusal } from './service-refusal';

/** Connection 4, `MdlActivate` (OneSpan §3.2): takes the signature, answers whose device it now is. */
export async function mdlActivate(
  context: GatewayContext,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<Result<{ userID: string; domain: string; serialNumber: string }, ServiceRefusal>> {
  const activated = await activateDevice(context, { registrationIdentifier, signature, isOffline: false });
  if (activated.ok) {
    const { owner, instanceId } = activated.value;
    return accept({ userID: owner.userId, domain: owner.domain, serialNumber: instanceId });
  }
  if (activated.refusal !== 'wrong-signature') return refuse(activated.refusal);
  return refuseProof(context, registrationIdentifier, signature);
}
