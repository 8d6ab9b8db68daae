import { bigIntegerFromBytes } from '../../../../wire/crypto/big-integer';
import { PRIVATE_KEY_BYTES } from '../../../../wire/crypto/provisioning-profile';
import { isAcceptablePublicKey } from '../../../../wire/crypto/srp/srp';
import { computeServerPublicKey } from '../../../../wire/crypto/srp/srp-server';
import { accept, refuse, type Result } from '../../../../shared/result';
import { findLiveRegistration } from '../registration/find-live-registration';
import type { GatewayContext } from '../gateway-context';
import { exchangeKeys, serverPrivateKeyContext, verifierContext } from '../registration/registration';
import type { ServiceRefusal } from './service-refusal';

/**
 * Connection 1, `DSAPPSRPGenerateEphemeralKey` (OneSpan §3.2): takes A, returns B and the salt, in hexadecimal. The
 * same A is answered again, because the reply may have been lost; another one is refused.
 */
export async function generateEphemeralKey(
  context: GatewayContext,
  call: { registrationIdentifier: string; clientEphemeralPublicKey: string },
): Promise<Result<{ serverEphemeralPublicKey: string; salt: string }, ServiceRefusal>> {
  const { store, clock, random, keyRing, settings, srp, reportProgress } = context;
  const { registrationIdentifier, clientEphemeralPublicKey } = call;
  const live = await findLiveRegistration(context, registrationIdentifier);
  if (!live) return refuse('not-found');
  const { registration } = live;
  const { salt } = registration;
  const A = BigInt(`0x${clientEphemeralPublicKey}`);
  if (registration.state !== 'registered') {
    const { exchange } = registration;
    if (exchange?.clientPublicKey !== A.toString(16)) return refuse('out-of-order');
    return accept({ serverEphemeralPublicKey: exchange.serverPublicKey, salt });
  }
  if (!isAcceptablePublicKey(srp.group, A)) return refuse('invalid-parameter');

  const v = BigInt(
    `0x${await keyRing.decrypt(registration.encryptedVerifier, verifierContext(registrationIdentifier))}`,
  );
  const b = bigIntegerFromBytes(random.bytes(PRIVATE_KEY_BYTES));
  const B = await computeServerPublicKey(srp, v, b);
  const keys = {
    encryptedServerPrivateKey: await keyRing.encrypt(b.toString(16), serverPrivateKeyContext(registrationIdentifier)),
    clientPublicKey: A.toString(16),
    serverPublicKey: B.toString(16).padStart(srp.group.byteLength * 2, '0'),
  };
  const keyed = exchangeKeys(registration, keys, clock.now(), settings.completionLifetimeMs);
  // Another call was faster: it may be the same one, sent again.
  if (!(await store.saveRegistration(keyed))) return generateEphemeralKey(context, call);
  await reportProgress(registrationIdentifier, keyed);
  return accept({ serverEphemeralPublicKey: keys.serverPublicKey, salt });
}
