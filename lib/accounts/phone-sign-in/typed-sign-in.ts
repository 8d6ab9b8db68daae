import { auditContext } from '../../audit/audit-context';
import { phoneSignInIdOf, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PhoneSignInPorts } from '../account-ports';
import type { KnownBrowserId } from '../sign-in/known-networks';
import { perClaimedPerson, perNetwork, perObject } from '../sign-in/limits';
import { shortUserId } from '../users/user';
import { openPhoneSignIn, type OpenedPhoneSignIn } from './open-phone-sign-in';
import type { TypedChallenge } from './phone-challenge-gateway';
import { imageBudgets, type AskingPhone } from './start-phone-sign-in';
import { readResponse } from './typed-response';

/**
 * Makes an image for the typed user ID, for which their device shows a response. The answer, and the work for it, are the same
 * if the user has no device or does not exist. `not-offered`: the gateway takes no typed responses.
 * @param asking.previous see `openPhoneSignIn`
 * @param asking.browser in words
 */
export async function startTypedSignIn(
  ports: PhoneSignInPorts,
  { typedUserId, previous, browser, knownBrowser }: AskingPhone & { typedUserId: string },
  origin: RequestOrigin,
): Promise<Result<TypedChallenge & OpenedPhoneSignIn, 'too-many-attempts' | 'not-offered'>> {
  const { users, gateway, rateLimiter, audit, settings } = ports;
  const { typedResponses } = gateway;
  if (!typedResponses) return refuse('not-offered');
  if (await rateLimiter.take(imageBudgets(knownBrowser, origin))) return refuse('too-many-attempts');
  const claimedUserId = shortUserId(typedUserId);
  const user = await users.find(claimedUserId, settings.domain);
  const addressee = { userId: user?.userId ?? claimedUserId, domain: settings.domain };
  const from = { address: origin.address, browser };
  const started = await openPhoneSignIn(ports, previous, (id) => typedResponses.start(id, from, addressee));
  const context = auditContext({ kind: 'anonymous' }, user && addressee, origin);
  await audit.append({ type: 'phone-sign-in-requested', ...context });
  return accept(started);
}

export type TypedResponseRefusal = 'not-a-response' | 'wrong-response' | 'over' | 'too-many-attempts';

/**
 * Answers the browser's own challenge. A right response approves it, which `finishPhoneSignIn` turns into a session.
 * @param secret the browser's
 * @param browser the known browser; null if it is not known
 * @param typed digits, spaces included
 */
export async function answerTypedSignIn(
  { gateway, rateLimiter }: Pick<PhoneSignInPorts, 'gateway' | 'rateLimiter'>,
  { secret, browser, typed }: { secret: BrowserSecret; browser: KnownBrowserId | null; typed: string },
  origin: RequestOrigin,
): Promise<Result<null, TypedResponseRefusal>> {
  const response = readResponse(typed);
  if (response === null) return refuse('not-a-response');
  const id = await phoneSignInIdOf(secret);
  const { typedResponses } = gateway;
  const addressee = typedResponses && (await gateway.observe(id))?.addressee;
  if (!addressee) return refuse('over');
  const budgets =
    browser === null
      ? [
          ...perNetwork('typed-response', origin),
          ...perClaimedPerson('typed-response', addressee, origin),
          ...perClaimedPerson('typed-responses-a-day', addressee, origin),
        ]
      : [perObject('typed-response-of-known-browser', browser)];
  if (await rateLimiter.take(budgets)) return refuse('too-many-attempts');
  const answered = await typedResponses.answer(id, response);
  if (answered.ok) await rateLimiter.giveBack(budgets);
  return answered;
}
