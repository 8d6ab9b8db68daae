import {
  ACTIVATION_PASSWORD_LENGTH,
  CREDENTIAL_ALPHABET,
  KEY_BYTES,
} from '../../../../wire/crypto/provisioning-profile';
import { saltFor } from '../../../../wire/crypto/messages/mosaic';
import { computeVerifier } from '../../../../wire/crypto/srp/srp-server';
import { hexFromBytes } from '../../../../shared/bytes';
import { randomText } from '../../../../shared/random';
import { accept, type Result } from '../../../../shared/result';
import { addRegistration, newRegistration } from './add-registration';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import type { Licence } from '../licence';
import { committedKeyContext, verifierContext, type Registered } from './registration';

export type RegistrationCredentials = Owner & {
  registrationIdentifier: string;
  activationPassword: string;
  expiresAt: Date;
};

/** Registers a request to activate a device, as the vendor's `dsappSRPRegister` does (OneSpan §4.2). */
export async function register(
  context: GatewayContext,
  { userId, domain }: Owner,
): Promise<Result<RegistrationCredentials, 'activation-limit-reached'>> {
  const result = await addRegistration(context, { userId, domain }, (licence) => prepare(context, licence));
  if (!result.ok) return result;
  const { registration, activationPassword } = result.value;
  const { identifier, expiresAt } = registration;
  return accept({ userId, domain, registrationIdentifier: identifier, activationPassword, expiresAt });
}

async function prepare(
  context: GatewayContext,
  { serialNumber }: Licence,
): Promise<{ registration: Registered; activationPassword: string }> {
  const { random, keyRing, srp } = context;
  const registered = newRegistration(context, serialNumber, context.settings.registrationLifetimeMs);
  const { identifier } = registered;
  const activationPassword = randomText(random, CREDENTIAL_ALPHABET, ACTIVATION_PASSWORD_LENGTH);
  const instanceKey = random.bytes(KEY_BYTES);
  const salt = await saltFor(instanceKey, identifier);
  const verifier = await computeVerifier(srp, identifier, activationPassword, salt);
  const registration: Registered = {
    ...registered,
    state: 'registered',
    salt: hexFromBytes(salt),
    encryptedVerifier: await keyRing.encrypt(verifier.toString(16), verifierContext(identifier)),
    encryptedCommittedKey: await keyRing.encrypt(hexFromBytes(instanceKey), committedKeyContext(identifier)),
    isOffline: false,
  };
  return { registration, activationPassword };
}
