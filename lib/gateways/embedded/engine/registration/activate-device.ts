import { signActivation } from '../../../../wire/crypto/messages/activation-signature';
import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import { utf8 } from '../../../../shared/bytes';
import { formatInstanceId } from '../../../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../../../shared/result';
import { openInstanceKey, type DeviceInstance } from '../device-instance';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import type { Activated, DeviceAdded } from './registration';

export type ActivatedDevice = { owner: Owner; instanceId: string };

type Signed = Pick<DeviceAdded, 'serialNumber' | 'sequenceNumber' | 'deviceCode'> & { encryptedKey: string };

/**
 * Completes an activation with the phone's signature. The same signature is answered again for a while, because the
 * reply may have been lost: the device's own key proves it, so nothing is stored.
 * @param call.isOffline kind of the registration; one of the other kind is not found
 */
export async function activateDevice(
  context: GatewayContext,
  call: { registrationIdentifier: string; signature: string; isOffline: boolean },
): Promise<Result<ActivatedDevice, 'not-found' | 'out-of-order' | 'wrong-signature'>> {
  const { store, clock, reportProgress } = context;
  const { registrationIdentifier, isOffline } = call;
  const live = await findLiveRegistration(context, registrationIdentifier);
  if (!live) return answerAgain(context, call);
  const { registration, licence } = live;
  if (registration.isOffline !== isOffline) return refuse('not-found');
  if (registration.state !== 'device-added') return refuse('out-of-order');
  const signed = { ...registration, encryptedKey: registration.encryptedInstanceKey };
  if (!(await isSignatureOf(context, signed, call))) return refuse('wrong-signature');
  const instance = instanceFrom(registration, clock.now());
  // Another call was faster: it may be the same one, sent again.
  if (!(await store.activate(registrationIdentifier, registration.version, instance)))
    return activateDevice(context, call);
  await reportProgress(registrationIdentifier, ended(registration, instance.activatedAt));
  return accept({ owner: licence, instanceId: formatInstanceId(instance.serialNumber, instance.sequenceNumber) });
}

async function answerAgain(
  context: GatewayContext,
  call: Parameters<typeof activateDevice>[1],
): Promise<Result<ActivatedDevice, 'not-found'>> {
  const { store, clock, settings } = context;
  const registration = (await store.findRegistration(call.registrationIdentifier))?.registration;
  if (registration?.state !== 'activated' || registration.isOffline !== call.isOffline) return refuse('not-found');
  if (clock.now().getTime() - registration.endedAt.getTime() >= settings.lostAnswerMs) return refuse('not-found');
  const device = await store.findInstance(registration);
  if (!device || device.instance.encryptedKey === null) return refuse('not-found');
  const { instance, owner } = device;
  const signed = { ...instance, encryptedKey: device.instance.encryptedKey };
  if (!(await isSignatureOf(context, signed, call))) return refuse('not-found');
  return accept({ owner, instanceId: formatInstanceId(instance.serialNumber, instance.sequenceNumber) });
}

async function isSignatureOf(
  { keyRing }: GatewayContext,
  { serialNumber, sequenceNumber, deviceCode, encryptedKey }: Signed,
  { registrationIdentifier, signature }: { registrationIdentifier: string; signature: string },
): Promise<boolean> {
  const instanceId = formatInstanceId(serialNumber, sequenceNumber);
  const instanceKey = await openInstanceKey(keyRing, instanceId, encryptedKey);
  const expected = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  return constantTimeEqual(utf8(signature), utf8(expected));
}

/** As `GatewayStore.activate` ends it. */
function ended(registration: DeviceAdded, endedAt: Date): Activated {
  const { identifier, serialNumber, sequenceNumber, mosaic, version, salt, wrongProofs, expiresAt, isOffline } =
    registration;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = registration;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt, expiresAt, endedAt };
  const names = { identifier, serialNumber, sequenceNumber, mosaic };
  return { ...names, ...times, state: 'activated', version: version + 1, salt, wrongProofs, isOffline };
}

function instanceFrom(registration: DeviceAdded, activatedAt: Date): DeviceInstance {
  const { serialNumber, sequenceNumber, deviceCode, description, encryptedInstanceKey } = registration;
  return {
    serialNumber,
    sequenceNumber,
    encryptedKey: encryptedInstanceKey,
    deviceCode,
    description,
    state: 'active',
    activatedAt,
    lastUsedAt: null,
    lastAcceptedStep: 0,
    encryptedNotificationId: null,
    notificationHash: null,
    keeping: null,
  };
}
