import { openActivationMessage2 } from '../../wire/crypto/messages/activation-message-2';
import { mosaicOf } from '../../wire/crypto/messages/mosaic';
import { formatInstanceId } from '../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { Licensed, Linked } from './activation-steps';
import { callService, readHex, type Channel, type StepRefusal } from '../call-service';

/**
 * Connection 3, `MdlAddDevice`.
 * @param description the device's own name, at most 255 characters
 * @throws GatewayFailure when the gateway fails
 */
export async function linkDevice(
  licensed: Licensed,
  description: string,
  channel?: Channel,
): Promise<Result<Linked, StepRefusal | 'gateway-not-genuine'>> {
  const { payload, gateway, salt, licence, deviceCode } = licensed;
  const { registrationIdentifier } = payload;
  const fields = { registrationIdentifier, deviceCode, description };
  const reply = await callService(gateway, 'provisioning/MdlAddDevice', fields, channel);
  if (!reply.ok) return reply;
  const message = await openActivationMessage2(
    licence.licenceKey,
    deviceCode,
    readHex(reply.value, 'instanceActivationMessage'),
  );
  if (!message.ok) return refuse('gateway-not-genuine');
  const { sequenceNumber, instanceKey } = message.value;
  return accept({
    ...licensed,
    description,
    instanceKey,
    mosaic: await mosaicOf({ salt, registrationIdentifier, deviceCode, instanceKey }),
    instanceId: formatInstanceId(licence.serialNumber, sequenceNumber),
  });
}
