import { auditContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { KnownBrowserId } from '../sign-in/known-networks';
import { perNetwork, perObject } from '../sign-in/limits';
import type { Budget } from '../sign-in/rate-limiter';
import { openPhoneSignIn, type OpenedPhoneSignIn } from './open-phone-sign-in';
import type { OpenedPhoneChallenge } from './phone-challenge-gateway';
import { type BrowserSecret, phoneSignInIdOf } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../account-ports';

/** The browser that makes a challenge. */
export type AskingPhone = {
  previous: BrowserSecret | null;
  browser: string;
  knownBrowser: KnownBrowserId | null;
  /** Whether the browser is the phone's own; left out if it is another device's. */
  isHere?: boolean;
};

export type StartedPhoneSignIn = OpenedPhoneChallenge & OpenedPhoneSignIn;

/**
 * Makes a challenge as an image, or as a link to the app in the browser that asks. `no-image`: the gateway makes none for
 * whoever may come.
 * @param asking.previous see `openPhoneSignIn`
 * @param asking.browser in words
 * @param asking.knownBrowser known for any account; null if it is not known
 */
export async function startPhoneSignIn(
  ports: PhoneSignInPorts,
  { previous, browser, knownBrowser, isHere = false }: AskingPhone,
  origin: RequestOrigin,
): Promise<Result<StartedPhoneSignIn, 'too-many-attempts' | 'no-image'>> {
  const { gateway, rateLimiter, audit } = ports;
  const openChallenge = gateway.open?.bind(gateway);
  if (!openChallenge) return refuse('no-image');
  if (await rateLimiter.take(imageBudgets(knownBrowser, origin))) return refuse('too-many-attempts');
  const from = { address: origin.address, browser, ...(isHere && { purpose: 'sign-in-here' as const }) };
  const started = await openPhoneSignIn(ports, previous, (id) => openChallenge(id, from));
  await audit.append({ type: 'phone-sign-in-requested', ...auditContext({ kind: 'anonymous' }, null, origin) });
  return accept(started);
}

/** A known browser has a budget of its own, which others in its network cannot use up. */
export function imageBudgets(browser: KnownBrowserId | null, origin: RequestOrigin): Budget[] {
  return browser === null
    ? perNetwork('phone-sign-in', origin)
    : [perObject('phone-sign-in-of-known-browser', browser)];
}

/** Cancels the browser's challenge; a phone that has scanned it can no longer answer. */
export async function cancelPhoneSignIn(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  secret: BrowserSecret,
): Promise<void> {
  await gateway.cancel(await phoneSignInIdOf(secret));
}
