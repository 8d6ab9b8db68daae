import {
  ACTIVATION_PASSWORD_LENGTH,
  CREDENTIAL_ALPHABET,
  REGISTRATION_IDENTIFIER_LENGTH,
  SALT_BYTES,
} from '../crypto/provisioning-profile';
import { computeVerifier } from '../crypto/srp-server';
import { hexFromBytes } from '../shared/bytes';
import { randomText } from '../shared/random';
import { accept, refuse, type Result } from '../shared/result';
import { findOrAddLicence } from './find-or-add-licence';
import type { GatewayContext } from './gateway-context';
import type { Owner } from './gateway-store';
import { verifierContext, type Registered } from './registration';

export type RegistrationCredentials = Owner & {
  registrationIdentifier: string;
  activationPassword: string;
  expiresAt: Date;
};

/** Requests of one person that meet this often at the same moment are no accident. */
const ATTEMPTS = 10;

/**
 * Registers a request to activate a device, as the vendor's `dsappSRPRegister` does (contract §4.2). What was registered
 * for the same person before no longer works afterwards.
 */
export async function register(
  context: GatewayContext,
  { userId, domain }: Owner,
): Promise<Result<RegistrationCredentials, 'activation-limit-reached'>> {
  const { store } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { licence, used } = await findOrAddLicence(context, { userId, domain });
    if (licence.activationLimit > 0 && used >= licence.activationLimit) return refuse('activation-limit-reached');

    const { registration, activationPassword } = await prepareRegistration(context, licence.serialNumber);
    const added = await store.addRegistration(registration, licence.version);
    if (added) {
      for (const identifier of added.superseded) await context.reportProgress(identifier);
      const { identifier, expiresAt } = registration;
      return accept({ userId, domain, registrationIdentifier: identifier, activationPassword, expiresAt });
    }
  }
  throw new Error('the licence kept changing while a registration was made');
}

async function prepareRegistration(
  { clock, random, keyRing, settings, srp }: GatewayContext,
  serialNumber: string,
): Promise<{ registration: Registered; activationPassword: string }> {
  const identifier = randomText(random, CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH);
  const activationPassword = randomText(random, CREDENTIAL_ALPHABET, ACTIVATION_PASSWORD_LENGTH);
  const salt = random.bytes(SALT_BYTES);
  const verifier = await computeVerifier(srp, identifier, activationPassword, salt);
  const registeredAt = clock.now();
  const registration: Registered = {
    state: 'registered',
    identifier,
    serialNumber,
    version: 0,
    salt: hexFromBytes(salt),
    sealedVerifier: await keyRing.seal(verifier.toString(16), verifierContext(identifier)),
    wrongProofs: 0,
    registeredAt,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: new Date(registeredAt.getTime() + settings.registrationLifetimeMs),
  };
  return { registration, activationPassword };
}
