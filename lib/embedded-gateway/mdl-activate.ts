import { accept, refuse, type Result } from '../shared/result';
import { activateDevice } from './activate-device';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { refuseProof } from './refuse-proof';
import type { ServiceRefusal } from './service-refusal';

/** Connection 4, `MdlActivate` (contract §3.2): takes the signature, answers whose device it now is. */
export async function mdlActivate(
  context: GatewayContext,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<Result<{ userID: string; domain: string; serialNumber: string }, ServiceRefusal>> {
  const found = await findLiveRegistration(context, registrationIdentifier);
  if (!found || found.registration.isOffline) return refuse('not-found');
  const { registration, licence } = found;
  if (registration.state !== 'device-added') return refuse('out-of-order');
  const activated = await activateDevice(context, registration, signature);
  if (activated.ok) return accept({ userID: licence.userId, domain: licence.domain, serialNumber: activated.value });
  if (activated.refusal === 'out-of-order') return refuse('out-of-order');
  return refuseProof(context, registrationIdentifier, signature);
}
