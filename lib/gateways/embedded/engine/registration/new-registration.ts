import { CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH } from '../../../../crypto/provisioning-profile';
import { randomText } from '../../../../shared/random';
import type { GatewayContext } from '../gateway-context';
import type { Registered } from './registration';

/** What every registration begins with. */
export function newRegistration(
  { clock, random, settings }: GatewayContext,
  serialNumber: string,
): Omit<Registered, 'state' | 'salt' | 'sealedVerifier' | 'isOffline'> {
  const registeredAt = clock.now();
  return {
    identifier: randomText(random, CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH),
    serialNumber,
    version: 0,
    wrongProofs: 0,
    registeredAt,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: new Date(registeredAt.getTime() + settings.registrationLifetimeMs),
  };
}
