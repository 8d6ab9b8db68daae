import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import { isDeviceCodeOf } from '../../../../wire/crypto/messages/device-code';
import { hexFromBytes, utf8 } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { addDevice, messageForDevice, reopenDevice, type AddedDevice } from '../registration/add-device';
import { findLiveRegistration } from '../registration/find-live-registration';
import type { GatewayContext } from '../gateway-context';
import { openLicenceKey } from '../licence';
import { refuseProof } from '../registration/refuse-proof';
import type { ServiceRefusal } from './service-refusal';
import { activateDevice } from '../registration/activate-device';

/**
 * Connection 3, `MdlAddDevice` (OneSpan §3.2): takes the device code, returns activation message 2 in hexadecimal. The
 * same code is answered again with the same instance, because the reply may have been lost.
 */
export async function mdlAddDevice(
  context: GatewayContext,
  call: { registrationIdentifier: string; deviceCode: string; description: string },
): Promise<Result<{ instanceActivationMessage: string }, ServiceRefusal>> {
  const { registrationIdentifier, deviceCode, description } = call;
  const live = await findLiveRegistration(context, registrationIdentifier);
  // Codes of an offline activation are entered on the website only; otherwise a photograph of its image would be enough
  // here.
  if (!live || live.registration.isOffline) return refuse('not-found');
  const { registration, licence } = live;
  if (registration.state !== 'data-sent' && registration.state !== 'device-added') return refuse('out-of-order');
  const licenceKey = await openLicenceKey(context.keyRing, licence);
  if (registration.state === 'device-added') {
    const isSame = constantTimeEqual(utf8(deviceCode), utf8(registration.deviceCode));
    return isSame ? answer(await reopenDevice(context, registration)) : refuse('out-of-order');
  }
  if (!(await isDeviceCodeOf(licenceKey, deviceCode))) return refuseProof(context, registrationIdentifier, deviceCode);

  const addedDevice = await addDevice(context, { registration, licence }, { deviceCode, description });
  // Another call was faster: it may be the same one, sent again.
  return addedDevice ? answer(addedDevice) : mdlAddDevice(context, call);

  async function answer({ device, instanceKey }: AddedDevice) {
    const message = await messageForDevice(context, device, { licenceKey, instanceKey });
    return accept({ instanceActivationMessage: hexFromBytes(message) });
  }
}

/** Connection 4, `MdlActivate` (OneSpan §3.2): takes the signature, returns the device's owner. */
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
