import { writeAttributes } from '../soap/attributes';
import { isAuthenticationRefusal, isNotFound, isSuccess, readOutcome, unforeseen, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/** @property message for the phone, where the password is what makes the server ask it */
type Credential = { userId: string; domain: string; componentType: string; password: string; message?: string };

/**
 * `authUser` (OneSpan §4.3) with a static or a one-time password.
 * @throws GatewayError also for a status that does not concern the user
 */
export async function authUser(soap: SoapClient, credential: Credential): Promise<boolean> {
  const outcome = await askToAuthenticate(soap, credential);
  const { status } = outcome;
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

/** Calls `authUser` and returns any outcome. @throws GatewayError */
export function askToAuthenticate(
  soap: SoapClient,
  { userId, domain, componentType, password, message }: Credential,
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: 0,
    CREDFLD_PASSWORD: password,
    ...(message !== undefined && { CREDFLD_CHALLENGE_MESSAGE: message }),
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return soap.call('Authentication', 'authUser', content, readOutcome);
}
