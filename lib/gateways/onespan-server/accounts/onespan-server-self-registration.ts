import type { SelfRegistration } from '../../../accounts/users/self-registration';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';
import { authUser } from './auth-user';

/**
 * Registers people (OneSpan §6.3): `authUser` of a client component whose policy has back-end authentication and Dynamic User
 * Registration makes the account that is missing.
 */
export class OneSpanServerSelfRegistration implements SelfRegistration {
  readonly #soap: SoapClient;
  readonly #componentType: string;

  /** @param componentType of the component with that policy */
  constructor(soap: SoapClient, componentType: string) {
    this.#soap = soap;
    this.#componentType = componentType;
  }

  async register({ userId, domain }: UserKey, password: string): Promise<boolean> {
    const isUsable = password !== '' && password.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(password);
    if (!isUsable || userId === '' || !isXmlText(userId)) return false;
    return authUser(this.#soap, { userId, domain, componentType: this.#componentType, password });
  }
}
