import { isDeviceCodeOf } from '../crypto/device-code';
import { hexFromBytes } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { addDevice, messageForDevice } from './add-device';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { openLicenceKey } from './licence';
import { refuseProof } from './refuse-proof';
import type { ServiceRefusal } from './service-refusal';

/** Connection 3, `MdlAddDevice` (contract §3.2): takes the device code, answers activation message 2 in hexadecimal. */
export async function mdlAddDevice(
  context: GatewayContext,
  {
    registrationIdentifier,
    deviceCode,
    description,
  }: { registrationIdentifier: string; deviceCode: string; description: string },
): Promise<Result<{ instanceActivationMessage: string }, ServiceRefusal>> {
  const found = await findLiveRegistration(context, registrationIdentifier);
  // Of an offline one the person alone enters what the phone says: whoever photographed its image could do so here.
  if (!found || found.registration.isOffline) return refuse('not-found');
  const { registration, licence } = found;
  if (registration.state !== 'data-sent') return refuse('out-of-order');
  const licenceKey = await openLicenceKey(context.keyRing, licence);
  if (!(await isDeviceCodeOf(licenceKey, deviceCode))) return refuseProof(context, registrationIdentifier, deviceCode);

  const added = await addDevice(context, { registration, licence }, { deviceCode, description });
  if (!added) return refuse('out-of-order');
  const message = await messageForDevice(context, added.device, { licenceKey, instanceKey: added.instanceKey });
  return accept({ instanceActivationMessage: hexFromBytes(message) });
}
