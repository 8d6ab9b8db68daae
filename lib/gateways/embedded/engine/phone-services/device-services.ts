import {
  openDeviceQuestion,
  openFreeze,
  sealDeviceAnswer,
} from '../../../../wire/crypto/messages/device-details-message';
import { openDeviceReport } from '../../../../wire/crypto/messages/device-report-message';
import { sha256 } from '../../../../wire/crypto/hash';
import { bytesFromHex, hexFromBytes } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { openFromAnyDevice, openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { isOfRecentAnswer } from '../recent-answer';
import { askingDevice, deviceService, type DeviceCall } from './device-call';
import type { Service, ServiceRefusal } from './service-refusal';

/*
 * Services of Tessera's own, at a path that the vendor does not use. Each takes a message that only the device itself can
 * have encrypted, and refuses unknown and removed devices alike, so that serial numbers cannot be probed; so it does locked
 * ones, but for what a freeze alone has locked.
 */

/**
 * Tells a device its names and until when it is on probation, or that its account is frozen. A repeated question is
 * answered again.
 */
async function describeDevice(
  context: GatewayContext,
  { digipassInstanceID, message }: DeviceCall,
): Promise<Result<{ message: string }, ServiceRefusal>> {
  // Also of a locked device: the desk decides what it is told.
  const result = await openFromAnyDevice(context, digipassInstanceID, (instanceKey) =>
    openDeviceQuestion(instanceKey, digipassInstanceID, bytesFromHex(message)),
  );
  if (!result.ok) return result;
  const { device, message: question } = result.value;
  const details = await context.desk.describe({ ...askingDevice(device), isActive: device.isActive });
  if (!details.ok) return details;
  const askedAt = context.clock.now().getTime();
  const answer = details.value.isFrozen
    ? { isFrozen: true as const, askedAt }
    : { ...details.value, trustedFrom: details.value.trustedFrom?.getTime() ?? null, askedAt };
  const iv = context.random.bytes(12);
  const sealed = await sealDeviceAnswer(device.instanceKey, device.instanceId, question, answer, iv);
  return accept({ message: hexFromBytes(sealed) });
}

/**
 * Freezes everything of the device's owner. A message that was kept back is too old after two minutes; one that is sent
 * again names the same press.
 */
async function freezeEverything(
  context: GatewayContext,
  { digipassInstanceID, message }: DeviceCall,
): Promise<Result<null, ServiceRefusal>> {
  const sealed = bytesFromHex(message);
  // Also of a locked device: the freeze has locked the one that sends it again because the answer was lost.
  const result = await openFromAnyDevice(context, digipassInstanceID, (instanceKey) =>
    openFreeze(instanceKey, digipassInstanceID, sealed),
  );
  if (!result.ok) return result;
  const { device, message: askedAt } = result.value;
  if (!isOfRecentAnswer(context, askedAt)) return refuse('not-found');
  const press = hexFromBytes(await sha256(sealed)).slice(0, 32);
  return context.desk.freeze({ ...askingDevice(device), isActive: device.isActive }, press);
}

/**
 * Keeps what a device says of the browser that it runs in. It may be said again, and an older report that is sent once more
 * can only bring back what was true before.
 */
async function reportDevice(
  context: GatewayContext,
  { digipassInstanceID, message }: DeviceCall,
): Promise<Result<null, ServiceRefusal>> {
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openDeviceReport(instanceKey, digipassInstanceID, bytesFromHex(message)),
  );
  if (!result.ok) return result;
  const { device, message: keeping } = result.value;
  return (await context.store.changeInstance(device.reader, { keeping })) ? accept(null) : refuse('not-found');
}

/** Of a message, in bytes. */
const LONGEST_MESSAGE = 256;

export const DEVICE_SERVICES: readonly (readonly [string, Service])[] = [
  ['tessera/describeDevice', deviceService(LONGEST_MESSAGE, describeDevice)],
  ['tessera/freezeEverything', deviceService(LONGEST_MESSAGE, freezeEverything)],
  ['tessera/reportDevice', deviceService(LONGEST_MESSAGE, reportDevice)],
];
