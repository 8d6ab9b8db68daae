import {
  generateBrowserSecret,
  phoneSignInIdOf,
  type BrowserSecret,
  type PhoneSignInId,
} from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../account-ports';

export type OpenedPhoneSignIn = {
  id: PhoneSignInId;
  /** For an HttpOnly cookie of the browser. */
  secret: BrowserSecret;
};

/**
 * Creates a challenge under a new browser secret, so that an attacker cannot plant one beforehand. A browser has one
 * challenge at a time: the previous one is cancelled.
 * @param previous secret of the browser's previous challenge, if it has one
 * @param open creates the challenge
 */
export async function openPhoneSignIn<Opened>(
  { gateway, random }: Pick<PhoneSignInPorts, 'gateway' | 'random'>,
  previous: BrowserSecret | null,
  open: (id: PhoneSignInId) => Promise<Opened>,
): Promise<Opened & OpenedPhoneSignIn> {
  if (previous !== null) await gateway.cancel(await phoneSignInIdOf(previous));
  const secret = generateBrowserSecret(random);
  const id = await phoneSignInIdOf(secret);
  return { ...(await open(id)), id, secret };
}
