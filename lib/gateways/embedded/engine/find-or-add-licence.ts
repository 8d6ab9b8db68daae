import { KEY_BYTES } from '../../../wire/crypto/provisioning-profile';
import { hexFromBytes } from '../../../shared/bytes';
import { randomText } from '../../../shared/random';
import type { GatewayContext } from './gateway-context';
import type { LicenceUse, Owner } from './gateway-store';
import { licenceKeyContext, type Licence } from './licence';

const ATTEMPTS = 20;

/** A user's licence, added if they have none. */
export async function findOrAddLicence(
  { store, clock, random, keyRing, settings }: GatewayContext,
  owner: Owner,
): Promise<LicenceUse> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const licenceUse = await store.findLicence(owner);
    if (licenceUse) return licenceUse;
    const serialNumber = `VDS${randomText(random, '0123456789', 7)}`;
    const { activationLimit, pinMinimumLength, pinMaximumLength, notificationsEnabled } = settings;
    const licence: Licence = {
      serialNumber,
      userId: owner.userId,
      domain: owner.domain,
      encryptedKey: await keyRing.encrypt(hexFromBytes(random.bytes(KEY_BYTES)), licenceKeyContext(serialNumber)),
      activationLimit,
      pinMinimumLength,
      pinMaximumLength,
      notificationsEnabled,
      nextSequenceNumber: 1,
      version: 0,
      createdAt: clock.now(),
    };
    if (await store.addLicence(licence)) return { licence, used: 0 };
  }
  throw new Error('no free serial number was found');
}
