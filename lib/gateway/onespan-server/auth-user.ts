import { writeAttributes } from './attributes';
import { isAuthenticationRefusal, isNotFound, isSuccess, readOutcome, unforeseen } from './outcome';
import type { SoapClient } from './soap-client';

type Credential = { userId: string; domain: string; componentType: string; password: string };

/**
 * `authUser` (contract §4.3) with a static or a one-time password. A "password" that makes the server send a push is
 * answered with success and a message that it is wrong, as a public client has it: success has no message.
 * @throws GatewayError also for a status that says nothing about the person
 */
export async function authUser(
  soap: SoapClient,
  { userId, domain, componentType, password }: Credential,
): Promise<boolean> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: 0,
    CREDFLD_PASSWORD: password,
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  const { status, fields } = await soap.call('Authentication', 'authUser', content, readOutcome);
  if (isSuccess(status)) return fields['CREDFLD_STATUS_MESSAGE'] === undefined;
  if (isAuthenticationRefusal(status) || isNotFound(status)) return false;
  throw unforeseen('authUser', status);
}
