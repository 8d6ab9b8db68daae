import { hexFromBytes, type Bytes } from '../shared/bytes';
import type { JsonObject } from '../shared/json-object';
import type { Result } from '../shared/result';
import { callService, type Channel, type StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';

/** Calls a service of Tessera's own with a message that the device has encrypted. @throws GatewayFailure when the gateway fails */
export function callAsDevice(
  gateway: GatewayAddress,
  service: string,
  instanceId: string,
  sealed: Bytes,
  channel?: Channel,
): Promise<Result<JsonObject, StepRefusal>> {
  const fields = { digipassInstanceID: instanceId, message: hexFromBytes(sealed) };
  return callService(gateway, service, fields, channel);
}
