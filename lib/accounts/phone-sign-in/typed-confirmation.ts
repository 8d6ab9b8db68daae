import { ownContext } from '../../audit/audit-context';
import {
  generatePhoneConfirmationKey,
  phoneConfirmationIdOf,
  type PhoneConfirmationKey,
} from '../../shared/identifiers/phone-confirmation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { PhoneSignInPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { perPerson } from '../sign-in/limits';
import type { ConfirmedPurpose, TypedChallenge } from './phone-challenge-gateway';
import { readResponse } from './typed-response';
import type { TypedResponseRefusal } from './typed-sign-in';

/**
 * Makes an image for a device of the signed-in user, which shows a response to type: it confirms what this session is about to
 * do. Limited per user, as `requestConfirmation`, which limits the guesses too.
 * @param asking.browser in words
 */
export async function startTypedConfirmation(
  { gateway, rateLimiter, random, audit }: PhoneSignInPorts,
  { session, user }: SignedIn,
  { purpose, browser }: { purpose: ConfirmedPurpose; browser: string },
  origin: RequestOrigin,
): Promise<Result<TypedChallenge & { key: PhoneConfirmationKey }, 'too-many-attempts' | 'not-offered'>> {
  const { typedResponses } = gateway;
  if (!typedResponses) return refuse('not-offered');
  if (await rateLimiter.take([perPerson('phone-confirmation', user)])) return refuse('too-many-attempts');
  const key = generatePhoneConfirmationKey(random);
  const id = await phoneConfirmationIdOf(key, session.id);
  const { userId, domain } = user;
  const started = await typedResponses.start(id, { address: origin.address, browser, purpose }, { userId, domain });
  await audit.append({ type: 'phone-confirmation-requested', ...ownContext(user, origin) });
  return accept({ ...started, key });
}

/** Answers the session's own challenge. A right response approves it, which `finishConfirmation` counts as a proof. */
export async function answerTypedConfirmation(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  { session }: SignedIn,
  { key, typed }: { key: PhoneConfirmationKey; typed: string },
): Promise<Result<null, Exclude<TypedResponseRefusal, 'too-many-attempts'>>> {
  const response = readResponse(typed);
  if (response === null) return refuse('not-a-response');
  const { typedResponses } = gateway;
  return typedResponses
    ? typedResponses.answer(await phoneConfirmationIdOf(key, session.id), response)
    : refuse('over');
}
