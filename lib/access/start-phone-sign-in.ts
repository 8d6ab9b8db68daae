import { accept, refuse, type Result } from '../shared/result';
import type { RequestOrigin } from './access-ports';
import type { OpenedPhoneChallenge } from './phone-challenge-gateway';
import { generateBrowserSecret, phoneSignInIdOf, type BrowserSecret, type PhoneSignInId } from './phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';
import { PHONE_SIGN_INS_PER_ADDRESS } from './rate-limiter';

export type StartedPhoneSignIn = OpenedPhoneChallenge & {
  id: PhoneSignInId;
  /** For the asking browser to keep where no script can read it. */
  secret: BrowserSecret;
};

/**
 * Makes a challenge for the browser that asks. It gets a new secret with each, so that nobody can have put one there
 * beforehand, and a browser has one challenge at a time: its earlier one ends.
 * @param previous secret of the browser's last challenge, if it has one
 * @param browser the asking browser in words
 */
export async function startPhoneSignIn(
  ports: PhoneSignInPorts,
  previous: BrowserSecret | null,
  browser: string,
  origin: RequestOrigin,
): Promise<Result<StartedPhoneSignIn, 'too-many-attempts'>> {
  const { gateway, rateLimiter, random, sha256, audit } = ports;
  const key = `phone-sign-in-address:${origin.address ?? 'unknown'}`;
  if ((await rateLimiter.consume(key, PHONE_SIGN_INS_PER_ADDRESS)) > 0) return refuse('too-many-attempts');
  if (previous !== null) await gateway.cancel(await phoneSignInIdOf(previous, sha256));
  const secret = generateBrowserSecret(random);
  const id = await phoneSignInIdOf(secret, sha256);
  const opened = await gateway.open(id, { address: origin.address, browser });
  await audit.append({ type: 'phone-sign-in-requested', actor: { kind: 'anonymous' }, subject: null, ...origin });
  return accept({ ...opened, id, secret });
}
