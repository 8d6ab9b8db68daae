import { offlineLicenceKey } from '../crypto/offline-licence-key';
import { encodeOfflineMessage } from '../crypto/offline-message';
import { CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH } from '../crypto/provisioning-profile';
import { randomText } from '../shared/random';
import { accept, type Result } from '../shared/result';
import { addRegistration } from './add-registration';
import type { GatewayContext } from './gateway-context';
import type { Owner } from './gateway-store';
import { openLicenceKey, type Licence } from './licence';
import type { DataSent } from './registration';

export type OfflineRegistration = Owner & {
  registrationIdentifier: string;
  /** For the first image; hexadecimal in upper case. */
  activationMessage1: string;
  serialNumber: string;
  expiresAt: Date;
};

/**
 * Registers an activation whose data travel in images and typed codes, as `PROVISIONCMD_MDL_REGISTER` does (contract
 * §4.2): for a phone without a network.
 * @param gatewayId for the phone, which must know its own gateway's images from others
 */
export async function registerOffline(
  context: GatewayContext,
  { userId, domain }: Owner,
  gatewayId: string,
): Promise<Result<OfflineRegistration, 'activation-limit-reached'>> {
  const added = await addRegistration(context, { userId, domain }, async (licence) => ({
    registration: prepare(context, licence),
    licence,
  }));
  if (!added.ok) return added;
  const { registration, licence } = added.value;
  const { identifier: registrationIdentifier, expiresAt } = registration;
  const { serialNumber, pinMinimumLength, pinMaximumLength, notificationsEnabled } = licence;
  const licenceKey = await offlineLicenceKey(await openLicenceKey(context.keyRing, licence), registrationIdentifier);
  const activationMessage1 = encodeOfflineMessage({
    kind: 'first',
    registrationIdentifier,
    userId,
    domain,
    gatewayId,
    licence: {
      serialNumber,
      licenceKey,
      pinMinimumLength,
      pinMaximumLength,
      notificationsEnabled,
      serverTime: context.clock.now(),
    },
  });
  return accept({ userId, domain, registrationIdentifier, activationMessage1, serialNumber, expiresAt });
}

function prepare({ clock, random, settings }: GatewayContext, { serialNumber }: Licence): DataSent {
  const registeredAt = clock.now();
  return {
    state: 'data-sent',
    identifier: randomText(random, CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH),
    serialNumber,
    version: 0,
    salt: '',
    wrongProofs: 0,
    isOffline: true,
    registeredAt,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: new Date(registeredAt.getTime() + settings.registrationLifetimeMs),
  };
}
