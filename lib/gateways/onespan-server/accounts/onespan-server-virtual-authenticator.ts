import type { Delivery, VirtualAuthenticator, VirtualLimits } from '../../../accounts/sign-in/virtual-authenticator';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { isAuthenticationRefusal, isErrorCode, isNotFound, isSuccess, unforeseen } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';
import { askToAuthenticate, challengeKeyOf, isProved } from './auth-user';

/** @property method what the policy takes as the request, of the published methods those that take the password */
export type VirtualSettings = {
  componentType: string;
  method: 'Password' | 'KeywordPassword' | 'PasswordKeyword';
  keyword: string;
  delivery: Delivery;
  limits: VirtualLimits;
};

/** What a response can be: at most 16 digits, decimal or hexadecimal, so that most static passwords are none. */
const RESPONSE = /^[0-9A-Fa-f]{4,16}$/;

/**
 * Virtual authenticators (OneSpan §4.10): `authUser` with what the policy's request method asks for brings a challenge about
 * and sends a one-time password, which a second `authUser` gives back with the challenge's key.
 */
export class OneSpanServerVirtualAuthenticator implements VirtualAuthenticator {
  readonly delivery: Delivery;
  readonly limits: VirtualLimits;
  readonly #soap: SoapClient;
  readonly #settings: VirtualSettings;

  constructor(soap: SoapClient, settings: VirtualSettings) {
    this.delivery = settings.delivery;
    this.limits = settings.limits;
    this.#soap = soap;
    this.#settings = settings;
  }

  async send({ userId, domain }: UserKey, password: string): Promise<string | null> {
    const isUsable = password !== '' && password.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(password);
    if (!isUsable || userId === '' || !isXmlText(userId)) return null;
    const { componentType } = this.#settings;
    const credential = { userId, domain, componentType, password: requestText(this.#settings, password) };
    const outcome = await askToAuthenticate(this.#soap, credential);
    const challengeKey = challengeKeyOf(outcome);
    if (challengeKey !== null) return challengeKey;
    const { status } = outcome;
    // Also success without a challenge: the policy let the password in by itself, and sent nothing. Error codes say that
    // nobody has such an authenticator, or no number (inferred: none is published).
    if (isSuccess(status) || isAuthenticationRefusal(status) || isNotFound(status) || isErrorCode(status)) return null;
    throw unforeseen('authUser', status);
  }

  async verify({ userId, domain }: UserKey, challengeKey: string, oneTimePassword: string): Promise<boolean> {
    if (!RESPONSE.test(oneTimePassword)) return false;
    const { componentType } = this.#settings;
    const credential = { userId, domain, componentType, password: oneTimePassword, challengeKey };
    const outcome = await askToAuthenticate(this.#soap, credential);
    const { status } = outcome;
    if (isSuccess(status)) return isProved(outcome);
    if (isAuthenticationRefusal(status) || isNotFound(status) || isErrorCode(status)) return false;
    throw unforeseen('authUser', status);
  }
}

/** Joined without a separator (OneSpan §4.5). */
export function requestText(
  { method, keyword }: Pick<VirtualSettings, 'method' | 'keyword'>,
  password: string,
): string {
  switch (method) {
    case 'Password':
      return password;
    case 'KeywordPassword':
      return keyword + password;
    case 'PasswordKeyword':
      return password + keyword;
  }
}
