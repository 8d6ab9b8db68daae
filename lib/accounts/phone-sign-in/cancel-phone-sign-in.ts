import { phoneSignInIdOf, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';

/** The asking browser gives up; a phone that has scanned the image can no longer answer. */
export async function cancelPhoneSignIn(
  { gateway, sha256 }: Pick<PhoneSignInPorts, 'gateway' | 'sha256'>,
  secret: BrowserSecret,
): Promise<void> {
  await gateway.cancel(await phoneSignInIdOf(secret, sha256));
}
