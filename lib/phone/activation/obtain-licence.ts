import { openActivationMessage1 } from '../../wire/crypto/messages/activation-message-1';
import { constantTimeEqual } from '../../wire/crypto/constant-time-equal';
import { generateDeviceCode } from '../../wire/crypto/messages/device-code';
import { computeClientSession } from '../../wire/crypto/srp/srp-client';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import type { Connected, Licensed } from './activation-steps';
import { callService, readHex, type Channel, type StepRefusal } from '../call-service';
import { PHONE_SRP } from './exchange-keys';

/**
 * Connection 2, `DSAPPSRPGenerateActivationData`: proves the activation password, and verifies the gateway's proof before
 * it accepts a licence. After `not-accepted` it may be repeated with a corrected password until the gateway ends the
 * registration.
 * @throws GatewayFailure when the gateway fails
 */
export async function obtainLicence(
  { payload, gateway, a, A, B, s }: Connected,
  random: Random,
  channel?: Channel,
  srp = PHONE_SRP,
): Promise<Result<Licensed, StepRefusal | 'gateway-not-genuine'>> {
  const { registrationIdentifier, activationPassword } = payload;
  const session = await computeClientSession(srp, {
    I: registrationIdentifier,
    P: activationPassword,
    s,
    a,
    A,
    B,
  });
  if (!session.ok) return refuse('gateway-not-genuine');
  const { K, M1, M2 } = session.value;
  const fields = { registrationIdentifier, clientEvidenceMessage: hexFromBytes(M1) };
  const reply = await callService(gateway, 'provisioning/DSAPPSRPGenerateActivationData', fields, channel);
  if (!reply.ok) return reply;
  if (!constantTimeEqual(readHex(reply.value, 'serverEvidenceMessage'), M2)) return refuse('gateway-not-genuine');
  const licence = await openActivationMessage1(K, {
    encryptedLicenseActivationMessage: readHex(reply.value, 'encryptedLicenseActivationMessage'),
    encryptedCounter: readHex(reply.value, 'encryptedCounter'),
    mac: readHex(reply.value, 'mac'),
  });
  if (!licence.ok) return refuse('gateway-not-genuine');
  const deviceCode = await generateDeviceCode(licence.value.licenceKey, random);
  return accept({ payload, gateway, salt: s, licence: licence.value, deviceCode });
}
