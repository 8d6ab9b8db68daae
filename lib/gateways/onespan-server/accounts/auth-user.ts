import { writeAttributes } from '../soap/attributes';
import { isAuthenticationRefusal, isNotFound, isSuccess, readOutcome, unforeseen, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/**
 * @property message for the phone, where the password is what makes the server ask it
 * @property challengeKey of the challenge that the password answers
 */
type Credential = {
  userId: string;
  domain: string;
  componentType: string;
  password: string;
  message?: string;
  challengeKey?: string;
};

/**
 * `authUser` (OneSpan §4.3) with a static or a one-time password.
 * @throws GatewayError also for a status that does not concern the user
 */
export async function authUser(soap: SoapClient, credential: Credential): Promise<boolean> {
  const outcome = await askToAuthenticate(soap, credential);
  const { status } = outcome;
  if (challengeKeyOf(outcome) !== null) return false;
  if (isSuccess(status)) return isProved(outcome);
  if (isAuthenticationRefusal(status) || isNotFound(status)) return false;
  throw unforeseen('authUser', status);
}

/**
 * Whether the user is authenticated. For a "password" that triggers a push the server reports success with a message
 * that it is wrong, as seen in a public client: genuine success has no message.
 */
export function isProved({ status, fields }: Outcome): boolean {
  return isSuccess(status) && fields['CREDFLD_STATUS_MESSAGE'] === undefined;
}

/**
 * The key of a challenge that the server wants answered first, whatever the status: which one goes with it is published
 * nowhere (OneSpan §4.10). Somebody whose password only brought a challenge about is not signed in.
 */
export function challengeKeyOf({ fields }: Outcome): string | null {
  const key = fields['CREDFLD_CHALLENGE_KEY'];
  return key === undefined || key === '' ? null : key;
}

/** Calls `authUser` and returns any outcome. @throws GatewayError */
export function askToAuthenticate(
  soap: SoapClient,
  { userId, domain, componentType, password, message, challengeKey }: Credential,
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: 0,
    CREDFLD_PASSWORD: password,
    ...(message !== undefined && { CREDFLD_CHALLENGE_MESSAGE: message }),
    ...(challengeKey !== undefined && { CREDFLD_CHALLENGE_KEY: challengeKey }),
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return soap.call('Authentication', 'authUser', content, readOutcome);
}
