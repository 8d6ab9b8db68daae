import {
  generateBrowserSecret,
  phoneSignInIdOf,
  type BrowserSecret,
  type PhoneSignInId,
} from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../access-ports';

export type OpenedPhoneSignIn = {
  id: PhoneSignInId;
  /** For the asking browser to keep where no script can read it. */
  secret: BrowserSecret;
};

/**
 * Names a challenge for the browser that asks. It gets a new secret with each, so that nobody can have put one there
 * beforehand, and a browser has one challenge at a time: its earlier one ends.
 * @param previous secret of the browser's last challenge, if it has one
 * @param open makes the challenge
 */
export async function openPhoneSignIn<Opened>(
  { gateway, random, sha256 }: Pick<PhoneSignInPorts, 'gateway' | 'random' | 'sha256'>,
  previous: BrowserSecret | null,
  open: (id: PhoneSignInId) => Promise<Opened>,
): Promise<Opened & OpenedPhoneSignIn> {
  if (previous !== null) await gateway.cancel(await phoneSignInIdOf(previous, sha256));
  const secret = generateBrowserSecret(random);
  const id = await phoneSignInIdOf(secret, sha256);
  return { ...(await open(id)), id, secret };
}
