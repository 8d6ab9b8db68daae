import { accept, refuse, type Result } from '../shared/result';
import type { RequestOrigin } from './access-ports';
import { perNetwork } from './limits';
import { openPhoneSignIn, type OpenedPhoneSignIn } from './open-phone-sign-in';
import type { OpenedPhoneChallenge } from './phone-challenge-gateway';
import type { BrowserSecret } from './phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';

export type StartedPhoneSignIn = OpenedPhoneChallenge & OpenedPhoneSignIn;

/**
 * Makes an image for the browser that asks.
 * @param previous see `openPhoneSignIn`
 * @param browser the asking browser in words
 */
export async function startPhoneSignIn(
  ports: PhoneSignInPorts,
  previous: BrowserSecret | null,
  browser: string,
  origin: RequestOrigin,
): Promise<Result<StartedPhoneSignIn, 'too-many-attempts'>> {
  const { gateway, rateLimiter, audit } = ports;
  if (await rateLimiter.take(perNetwork('phone-sign-in', origin))) return refuse('too-many-attempts');
  const asking = { address: origin.address, browser };
  const started = await openPhoneSignIn(ports, previous, (id) => gateway.open(id, asking));
  await audit.append({ type: 'phone-sign-in-requested', actor: { kind: 'anonymous' }, subject: null, ...origin });
  return accept(started);
}
