import { encodeOfflineMessage, offlineLicenceKey } from '../../../../wire/crypto/messages/offline-message';
import { accept, type Result } from '../../../../shared/result';
import { addRegistration, newRegistration } from './add-registration';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import { licenceMessageOf, openLicenceKey } from '../licence';
import type { DataSent } from './registration';

export type OfflineRegistration = Owner & {
  registrationIdentifier: string;
  /** For the first image; hexadecimal in upper case. */
  activationMessage1: string;
  serialNumber: string;
  expiresAt: Date;
};

/**
 * Registers an activation by images and typed codes, for a phone without a network, as `PROVISIONCMD_MDL_REGISTER` does
 * (OneSpan §4.2).
 * @param gatewayId lets the phone recognize its own gateway's images
 */
export async function registerOffline(
  context: GatewayContext,
  { userId, domain }: Owner,
  gatewayId: string,
): Promise<Result<OfflineRegistration, 'activation-limit-reached'>> {
  const result = await addRegistration(context, { userId, domain }, async (licence) => {
    const registered = newRegistration(context, licence.serialNumber, context.settings.offlineLifetimeMs);
    const registration: DataSent = {
      ...registered,
      state: 'data-sent',
      exchange: null,
      salt: '',
      encryptedCommittedKey: null,
      isOffline: true,
    };
    return { registration, licence };
  });
  if (!result.ok) return result;
  const { registration, licence } = result.value;
  const { identifier: registrationIdentifier, expiresAt } = registration;
  const licenceKey = await offlineLicenceKey(await openLicenceKey(context.keyRing, licence), registrationIdentifier);
  const activationMessage1 = encodeOfflineMessage({
    kind: 'first',
    registrationIdentifier,
    userId,
    domain,
    gatewayId,
    licence: licenceMessageOf(licence, licenceKey, context.clock.now()),
  });
  const { serialNumber } = licence;
  return accept({ userId, domain, registrationIdentifier, activationMessage1, serialNumber, expiresAt });
}
