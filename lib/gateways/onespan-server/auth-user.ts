import { writeAttributes } from './attributes';
import { isAuthenticationRefusal, isNotFound, isSuccess, readOutcome, unforeseen, type Outcome } from './outcome';
import type { SoapClient } from './soap-client';

type Credential = { userId: string; domain: string; componentType: string; password: string };

/**
 * `authUser` (OneSpan §4.3) with a static or a one-time password.
 * @throws GatewayError also for a status that says nothing about the person
 */
export async function authUser(soap: SoapClient, credential: Credential): Promise<boolean> {
  const outcome = await askToAuthenticate(soap, credential);
  const { status } = outcome;
  if (isSuccess(status)) return isProved(outcome);
  if (isAuthenticationRefusal(status) || isNotFound(status)) return false;
  throw unforeseen('authUser', status);
}

/**
 * Whether somebody has proved who they are. A "password" that makes the server send a push is answered with success and a
 * message that it is wrong, as a public client has it: success has no message.
 */
export function isProved({ status, fields }: Outcome): boolean {
  return isSuccess(status) && fields['CREDFLD_STATUS_MESSAGE'] === undefined;
}

/** `authUser`, whatever it answers. @throws GatewayError */
export function askToAuthenticate(
  soap: SoapClient,
  { userId, domain, componentType, password }: Credential,
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: 0,
    CREDFLD_PASSWORD: password,
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return soap.call('Authentication', 'authUser', content, readOutcome);
}
