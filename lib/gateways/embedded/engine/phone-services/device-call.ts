import { refuse } from '../../../../shared/result';
import type { Device } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { readHexBytes, readName } from './service-fields';
import type { Service } from './service-refusal';

/** @property message in hexadecimal, which only the device itself can have encrypted */
export type DeviceCall = { digipassInstanceID: string; message: string };

/** A service of Tessera's own that takes an encrypted message of a device. @param maximumBytes of the message */
export function deviceService(
  maximumBytes: number,
  run: (context: GatewayContext, call: DeviceCall, address: string | null) => ReturnType<Service['run']>,
): Service {
  return {
    allowed: 'front-end',
    async run(context, fields, address) {
      const digipassInstanceID = readName(fields['digipassInstanceID'], 1);
      const message = readHexBytes(fields['message'], maximumBytes);
      if (digipassInstanceID === null || message === null) return refuse('invalid-parameter');
      return run(context, { digipassInstanceID, message }, address);
    },
  };
}

/** The device as the desk knows it. */
export function askingDevice({ instanceId, reader: { userId, domain } }: Device) {
  return { instanceId, userId, domain };
}
