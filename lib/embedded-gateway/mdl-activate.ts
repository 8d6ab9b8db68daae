import { signActivation } from '../crypto/activation-signature';
import { constantTimeEqual } from '../crypto/constant-time-equal';
import { formatInstanceId } from '../shared/instance-id';
import { bytesFromHex, utf8 } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { instanceKeyContext, type DeviceInstance } from './device-instance';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { refuseProof } from './refuse-proof';
import type { DeviceAdded } from './registration';
import type { ServiceRefusal } from './service-refusal';

/** Connection 4, `MdlActivate` (contract §3.2): takes the signature, answers whose device it now is. */
export async function mdlActivate(
  context: GatewayContext,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<Result<{ userID: string; domain: string; serialNumber: string }, ServiceRefusal>> {
  const { store, clock, keyRing, reportProgress } = context;
  const found = await findLiveRegistration(context, registrationIdentifier);
  if (!found) return refuse('not-found');
  const { registration, licence } = found;
  if (registration.state !== 'device-added') return refuse('out-of-order');
  const { serialNumber, sequenceNumber, deviceCode, sealedInstanceKey, version } = registration;
  const instanceId = formatInstanceId(serialNumber, sequenceNumber);
  const instanceKey = bytesFromHex(await keyRing.open(sealedInstanceKey, instanceKeyContext(instanceId)));
  const expected = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  if (!constantTimeEqual(utf8(signature), utf8(expected)))
    return refuseProof(context, registrationIdentifier, signature);

  if (!(await store.activate(registrationIdentifier, version, instanceFrom(registration, clock.now()))))
    return refuse('out-of-order');
  await reportProgress(registrationIdentifier);
  return accept({ userID: licence.userId, domain: licence.domain, serialNumber: instanceId });
}

function instanceFrom(registration: DeviceAdded, activatedAt: Date): DeviceInstance {
  const { serialNumber, sequenceNumber, deviceCode, description, sealedInstanceKey } = registration;
  return {
    serialNumber,
    sequenceNumber,
    sealedKey: sealedInstanceKey,
    deviceCode,
    description,
    state: 'active',
    activatedAt,
    lastUsedAt: null,
    lastAcceptedStep: 0,
    sealedNotificationId: null,
    notificationHash: null,
  };
}
