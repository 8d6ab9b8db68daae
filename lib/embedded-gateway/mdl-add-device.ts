import { sealActivationMessage2 } from '../crypto/activation-message-2';
import { isDeviceCodeOf } from '../crypto/device-code';
import { formatInstanceId } from '../shared/instance-id';
import { KEY_BYTES } from '../crypto/provisioning-profile';
import { bytesFromHex, hexFromBytes } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { instanceKeyContext } from './device-instance';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { licenceKeyContext } from './licence';
import { refuseProof } from './refuse-proof';
import { addDevice } from './registration';
import type { ServiceRefusal } from './service-refusal';

/**
 * Connection 3, `MdlAddDevice` (contract §3.2): takes the device code, answers activation message 2 in hexadecimal. The
 * instance stays part of the registration until connection 4, so one that is given up leaves nothing behind.
 */
export async function mdlAddDevice(
  context: GatewayContext,
  {
    registrationIdentifier,
    deviceCode,
    description,
  }: { registrationIdentifier: string; deviceCode: string; description: string },
): Promise<Result<{ instanceActivationMessage: string }, ServiceRefusal>> {
  const { store, clock, random, keyRing, reportProgress } = context;
  const found = await findLiveRegistration(context, registrationIdentifier);
  if (!found) return refuse('not-found');
  const { registration, licence } = found;
  if (registration.state !== 'data-sent') return refuse('out-of-order');
  const licenceKey = bytesFromHex(await keyRing.open(licence.sealedKey, licenceKeyContext(licence.serialNumber)));
  if (!(await isDeviceCodeOf(licenceKey, deviceCode))) return refuseProof(context, registrationIdentifier, deviceCode);

  const sequenceNumber = licence.nextSequenceNumber;
  const instanceKey = random.bytes(KEY_BYTES);
  const instanceId = formatInstanceId(licence.serialNumber, sequenceNumber);
  const sealedInstanceKey = await keyRing.seal(hexFromBytes(instanceKey), instanceKeyContext(instanceId));
  const message = await sealActivationMessage2(
    licenceKey,
    deviceCode,
    { sequenceNumber, instanceKey },
    random.bytes(12),
  );
  const added = addDevice(registration, { sequenceNumber, deviceCode, description, sealedInstanceKey }, clock.now());
  if (!(await store.saveAddedDevice(added))) return refuse('out-of-order');
  await reportProgress(registrationIdentifier);
  return accept({ instanceActivationMessage: hexFromBytes(message) });
}
