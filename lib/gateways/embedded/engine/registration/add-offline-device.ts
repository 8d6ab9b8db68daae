import { DEVICE_CODE_DIGITS, SIGNATURE_DIGITS } from '../../../../shared/codes/typed-code';
import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import { isDeviceCodeOf } from '../../../../wire/crypto/messages/device-code';
import { encodeOfflineMessage, offlineLicenceKey } from '../../../../wire/crypto/messages/offline-message';
import { utf8 } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { addDevice, messageForDevice, reopenDevice, type AddedDevice } from './add-device';
import { countWrongProof } from './refuse-proof';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from '../gateway-context';
import { openLicenceKey } from '../licence';
import { readDigits } from '../phone-services/service-fields';
import type { ServiceRefusal } from '../phone-services/service-refusal';
import { activateDevice } from './activate-device';

/**
 * Takes the device code that a phone shows for the first image, and returns the content of the second one in
 * hexadecimal (OneSpan §4.2, `PROVISIONCMD_MDL_ADD_DEVICE`). The same code is answered again, because the reply may
 * have been lost.
 */
export async function addOfflineDevice(
  context: GatewayContext,
  { registrationIdentifier, deviceCode }: { registrationIdentifier: string; deviceCode: string },
): Promise<Result<{ activationMessage2: string; expiresAt: Date }, ServiceRefusal>> {
  if (readDigits(deviceCode, DEVICE_CODE_DIGITS) === null) return refuse('invalid-parameter');
  const live = await findLiveRegistration(context, registrationIdentifier);
  if (!live?.registration.isOffline) return refuse('not-found');
  const { registration, licence } = live;
  const licenceKey = await offlineLicenceKey(await openLicenceKey(context.keyRing, licence), registrationIdentifier);
  if (registration.state === 'device-added') {
    const isSame = constantTimeEqual(utf8(deviceCode), utf8(registration.deviceCode));
    return isSame ? answer(await reopenDevice(context, registration)) : refuse('out-of-order');
  }
  if (registration.state !== 'data-sent') return refuse('out-of-order');
  if (!(await isDeviceCodeOf(licenceKey, deviceCode))) return countWrongProof(context, registrationIdentifier);

  const addedDevice = await addDevice(context, { registration, licence }, { deviceCode, description: '' });
  // Another call was faster: it may be the same one, sent again.
  return addedDevice ? answer(addedDevice) : addOfflineDevice(context, { registrationIdentifier, deviceCode });

  async function answer({ device, instanceKey }: AddedDevice) {
    const activationMessage2 = await messageForDevice(context, device, { licenceKey, instanceKey });
    const message = encodeOfflineMessage({ kind: 'second', registrationIdentifier, activationMessage2 });
    return accept({ activationMessage2: message, expiresAt: device.expiresAt });
  }
}

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
