import { bigIntegerFromBytes } from '../../wire/crypto/big-integer';
import { isAcceptablePublicKey } from '../../wire/crypto/srp/srp';
import { computeClientPublicKey } from '../../wire/crypto/srp/srp-client';
import { accept, type Result } from '../../shared/result';
import type { Connected, Scanned } from './activation-steps';
import { callService, readHex, type Channel, type StepRefusal } from '../call-service';
import { GatewayFailure } from '../gateway-failure';
import { raiseWithBigInt } from '../../wire/crypto/srp/modular-exponentiation';
import { srpParameters } from '../../wire/crypto/srp/srp-parameters';

/** Browsers offer no faster modular exponentiation than BigInt. */
export const PHONE_SRP = srpParameters(raiseWithBigInt);

/** Connection 1, `DSAPPSRPGenerateEphemeralKey`. @throws GatewayFailure when the gateway fails */
export async function exchangeKeys(
  scanned: Scanned,
  channel?: Channel,
  srp = PHONE_SRP,
): Promise<Result<Connected, StepRefusal>> {
  const A = computeClientPublicKey(srp, scanned.a);
  const { registrationIdentifier } = scanned.payload;
  const fields = { registrationIdentifier, clientEphemeralPublicKey: A.toString(16).padStart(512, '0') };
  const reply = await callService(scanned.gateway, 'provisioning/DSAPPSRPGenerateEphemeralKey', fields, channel);
  if (!reply.ok) return reply;
  const B = bigIntegerFromBytes(readHex(reply.value, 'serverEphemeralPublicKey'));
  if (B >= srp.group.N || !isAcceptablePublicKey(srp.group, B)) throw new GatewayFailure('malformed-reply');
  return accept({ ...scanned, A, B, s: readHex(reply.value, 'salt') });
}
