import { bigIntegerFromBytes } from '../crypto/big-integer';
import { PRIVATE_KEY_BYTES } from '../crypto/provisioning-profile';
import { isAcceptablePublicKey } from '../crypto/srp';
import { computeServerPublicKey } from '../crypto/srp-server';
import { accept, refuse, type Result } from '../shared/result';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from './gateway-context';
import { exchangeKeys, serverPrivateKeyContext, verifierContext } from './registration';
import type { ServiceRefusal } from './service-refusal';

/** Connection 1, `DSAPPSRPGenerateEphemeralKey` (contract §3.2): takes A, answers B and the salt, in hexadecimal. */
export async function generateEphemeralKey(
  context: GatewayContext,
  {
    registrationIdentifier,
    clientEphemeralPublicKey,
  }: { registrationIdentifier: string; clientEphemeralPublicKey: string },
): Promise<Result<{ serverEphemeralPublicKey: string; salt: string }, ServiceRefusal>> {
  const { store, clock, random, keyRing, settings, srp, reportProgress } = context;
  const found = await findLiveRegistration(context, registrationIdentifier);
  if (!found) return refuse('not-found');
  const { registration } = found;
  if (registration.state !== 'registered') return refuse('out-of-order');
  const A = BigInt(`0x${clientEphemeralPublicKey}`);
  if (!isAcceptablePublicKey(srp.group, A)) return refuse('invalid-parameter');

  const v = BigInt(`0x${await keyRing.open(registration.sealedVerifier, verifierContext(registrationIdentifier))}`);
  const b = bigIntegerFromBytes(random.bytes(PRIVATE_KEY_BYTES));
  const B = await computeServerPublicKey(srp, v, b);
  const keys = {
    sealedServerPrivateKey: await keyRing.seal(b.toString(16), serverPrivateKeyContext(registrationIdentifier)),
    clientPublicKey: A.toString(16),
    serverPublicKey: B.toString(16).padStart(srp.group.byteLength * 2, '0'),
  };
  const keyed = exchangeKeys(registration, keys, clock.now(), settings.completionLifetimeMs);
  if (!(await store.saveRegistration(keyed))) return refuse('out-of-order');
  await reportProgress(registrationIdentifier);
  return accept({ serverEphemeralPublicKey: keys.serverPublicKey, salt: registration.salt });
}
