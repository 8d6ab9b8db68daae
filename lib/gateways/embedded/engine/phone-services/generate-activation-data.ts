import { sealActivationMessage1 } from '../../../../wire/crypto/messages/activation-message-1';
import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import type { SrpSession } from '../../../../wire/crypto/srp/srp';
import { computeServerSession } from '../../../../wire/crypto/srp/srp-server';
import { bytesFromHex, hexFromBytes } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { findLiveRegistration } from '../registration/find-live-registration';
import type { GatewayContext } from '../gateway-context';
import { licenceMessageOf, openLicenceKey, type Licence } from '../licence';
import { refuseProof } from '../registration/refuse-proof';
import {
  sendActivationData,
  serverPrivateKeyContext,
  verifierContext,
  type KeyExchange,
  type LiveRegistration,
} from '../registration/registration';
import type { ServiceRefusal } from './service-refusal';

/** All in hexadecimal; sizes of OneSpan §7.2. */
export type ActivationData = {
  serverEvidenceMessage: string;
  encryptedLicenseActivationMessage: string;
  encryptedCounter: string;
  mac: string;
};

/**
 * Connection 2, `DSAPPSRPGenerateActivationData` (OneSpan §3.2): takes M1, returns M2 and activation message 1. The
 * same M1 is answered again, with the same key, because the reply may have been lost.
 */
export async function generateActivationData(
  context: GatewayContext,
  call: { registrationIdentifier: string; clientEvidenceMessage: string },
): Promise<Result<ActivationData, ServiceRefusal>> {
  const { store, clock, reportProgress } = context;
  const { registrationIdentifier, clientEvidenceMessage } = call;
  const live = await findLiveRegistration(context, registrationIdentifier);
  if (!live) return refuse('not-found');
  const { registration, licence } = live;
  if (registration.state === 'registered' || !registration.exchange) return refuse('out-of-order');
  const session = await computeSessionOf(context, registration, registration.exchange);
  const isProved = constantTimeEqual(bytesFromHex(clientEvidenceMessage), session.M1);
  if (registration.state !== 'keyed')
    return isProved ? accept(await sealActivationData(context, session, licence)) : refuse('out-of-order');
  if (!isProved) return refuseProof(context, registrationIdentifier, clientEvidenceMessage);

  const data = await sealActivationData(context, session, licence);
  // Another call was faster: it may be the same one, sent again.
  const dataSent = sendActivationData(registration, clock.now());
  if (!(await store.saveRegistration(dataSent))) return generateActivationData(context, call);
  await reportProgress(registrationIdentifier, dataSent);
  return accept(data);
}

async function computeSessionOf(
  { keyRing, srp }: GatewayContext,
  { identifier, salt }: LiveRegistration,
  { encryptedVerifier, encryptedServerPrivateKey, clientPublicKey, serverPublicKey }: KeyExchange,
): Promise<SrpSession> {
  const session = await computeServerSession(srp, {
    I: identifier,
    s: bytesFromHex(salt),
    v: BigInt(`0x${await keyRing.decrypt(encryptedVerifier, verifierContext(identifier))}`),
    b: BigInt(`0x${await keyRing.decrypt(encryptedServerPrivateKey, serverPrivateKeyContext(identifier))}`),
    A: BigInt(`0x${clientPublicKey}`),
    B: BigInt(`0x${serverPublicKey}`),
  });
  if (!session.ok) throw new RangeError('a public key was stored that connection 1 refuses');
  return session.value;
}

async function sealActivationData(
  { clock, random, keyRing }: GatewayContext,
  { K, M2 }: SrpSession,
  licence: Licence,
): Promise<ActivationData> {
  const message = licenceMessageOf(licence, await openLicenceKey(keyRing, licence), clock.now());
  const sealed = await sealActivationMessage1(K, message, random.bytes(8));
  return {
    serverEvidenceMessage: hexFromBytes(M2),
    encryptedLicenseActivationMessage: hexFromBytes(sealed.encryptedLicenseActivationMessage),
    encryptedCounter: hexFromBytes(sealed.encryptedCounter),
    mac: hexFromBytes(sealed.mac),
  };
}
