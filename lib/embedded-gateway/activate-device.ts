import { signActivation } from '../crypto/activation-signature';
import { constantTimeEqual } from '../crypto/constant-time-equal';
import { utf8 } from '../shared/bytes';
import { formatInstanceId } from '../shared/instance-id';
import { accept, refuse, type Result } from '../shared/result';
import { openInstanceKey, type DeviceInstance } from './device-instance';
import type { GatewayContext } from './gateway-context';
import type { DeviceAdded } from './registration';

/** Ends the activation with the phone's signature. @returns the new device's instance identifier */
export async function activateDevice(
  { store, clock, keyRing, reportProgress }: GatewayContext,
  registration: DeviceAdded,
  signature: string,
): Promise<Result<string, 'wrong-signature' | 'out-of-order'>> {
  const { identifier, serialNumber, sequenceNumber, deviceCode, sealedInstanceKey, version } = registration;
  const instanceId = formatInstanceId(serialNumber, sequenceNumber);
  const instanceKey = await openInstanceKey(keyRing, instanceId, sealedInstanceKey);
  const expected = await signActivation(instanceKey, { registrationIdentifier: identifier, instanceId, deviceCode });
  if (!constantTimeEqual(utf8(signature), utf8(expected))) return refuse('wrong-signature');
  if (!(await store.activate(identifier, version, instanceFrom(registration, clock.now()))))
    return refuse('out-of-order');
  await reportProgress(identifier);
  return accept(instanceId);
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
