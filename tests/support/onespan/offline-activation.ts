import { encodeLicenceMessage } from '@/lib/crypto/licence-message';
import { authorizationFor } from '@/lib/embedded-gateway/api-key';
import { licenceKeyContext } from '@/lib/embedded-gateway/licence';
import { exchangeKeys, sendActivationData } from '@/lib/embedded-gateway/registration';
import { bytesFromHex, concatBytes, hexFromBytes, utf8 } from '@/lib/shared/bytes';
import { accept, type Result } from '@/lib/shared/result';
import type { Account } from './accounts';
import type { AuthenticationServer } from './authentication-server';

export type OfflineRegistration = {
  registrationIdentifier: string;
  /** Hexadecimal, for an image. */
  activationMessage1: string;
  serialNumber: string;
};

/**
 * Starts an activation whose data travel in images and typed codes (contract §5.3, §6.1): activation message 1 replaces
 * connections 1 and 2. The vendor's message is a Secure Channel message whose inside is not public. Here it is the
 * registration identifier, eight characters of ASCII, and the licence message of the embedded provisioning profile.
 */
export async function registerOffline(
  server: AuthenticationServer,
  account: Account,
): Promise<Result<OfflineRegistration, 'activation-limit-reached'>> {
  const registered = await server.register(account);
  if (!registered.ok) return registered;
  const { registrationIdentifier } = registered.value;
  const found = await server.store.findRegistration(registrationIdentifier);
  if (found?.registration.state !== 'registered') throw new TypeError('registered, and not there');
  const { clock, registrationLifetimeSeconds } = server.options;
  const none = { sealedServerPrivateKey: '', clientPublicKey: '', serverPublicKey: '' };
  const keyed = exchangeKeys(found.registration, none, clock.now(), registrationLifetimeSeconds * 1_000);
  await server.store.saveRegistration(keyed);
  await server.store.saveRegistration(sendActivationData(keyed, clock.now()));

  const { serialNumber, sealedKey, pinMinimumLength, pinMaximumLength, notificationsEnabled } = found.licence;
  const licenceKey = bytesFromHex(await server.keyRing.open(sealedKey, licenceKeyContext(serialNumber)));
  const pinPolicy = { pinMinimumLength, pinMaximumLength };
  const message = encodeLicenceMessage({
    serialNumber,
    licenceKey,
    ...pinPolicy,
    notificationsEnabled,
    serverTime: clock.now(),
  });
  const activationMessage1 = hexFromBytes(concatBytes(utf8(registrationIdentifier), message)).toUpperCase();
  return accept({ registrationIdentifier, activationMessage1, serialNumber });
}

/** Makes connection 3 or 4 for the person who typed what the phone shows. @returns null when it is refused */
export async function makeConnection(
  server: AuthenticationServer,
  service: 'MdlAddDevice' | 'MdlActivate',
  fields:
    { registrationIdentifier: string; deviceCode: string } | { registrationIdentifier: string; signature: string },
): Promise<Record<string, string> | null> {
  const { body } = await server.gateway.handle({
    service: `provisioning/${service}`,
    authorization: authorizationFor(server.options.backEndKey),
    body: utf8(JSON.stringify(fields)),
  });
  return body.resultCodes.returnCode === 0 ? { ...body.result } : null;
}
