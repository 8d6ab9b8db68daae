import type { GatewayChange } from '../../../accounts/sign-in/gateway-change';
import type { PasswordSync } from '../../../accounts/sign-in/gateway-passwords';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';
import { authUser } from './auth-user';

/** A one-time password of a device, behind the server PIN where there is one. */
const RESPONSE = /^[0-9A-Fa-f]{4,24}$/;

/**
 * Has the server learn a password (OneSpan §4.10): `authUser` with the password, and the one-time password behind it, under
 * a policy with back-end authentication and Password Autolearn.
 */
export class OneSpanServerPasswordSync implements PasswordSync {
  readonly #soap: SoapClient;
  readonly #componentType: string;

  constructor(soap: SoapClient, componentType: string) {
    this.#soap = soap;
    this.#componentType = componentType;
  }

  async learn(
    { userId, domain }: UserKey,
    typed: { password: string; oneTimePassword: string },
  ): Promise<GatewayChange> {
    const password = typed.password + typed.oneTimePassword;
    const isUsable = typed.password !== '' && password.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(password);
    if (!isUsable || !RESPONSE.test(typed.oneTimePassword)) return 'wrong';
    const credential = { userId, domain, componentType: this.#componentType, password };
    return (await authUser(this.#soap, credential)) ? 'changed' : 'wrong';
  }
}
