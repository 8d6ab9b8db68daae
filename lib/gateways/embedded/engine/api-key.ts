import { constantTimeEqual } from '../../../wire/crypto/constant-time-equal';
import { utf8 } from '../../../shared/bytes';

/** Phones have the front-end key, the website's server has the back-end key (OneSpan §3.1). */
export type ApiKeys = {
  /** 64 hexadecimal digits; ships in every phone app and is not secret. */
  frontEndKey: string;
  /** 64 hexadecimal digits; never leaves the server. */
  backEndKey: string;
};

/** The Authorization header for a key: HTTP Basic with the key as user name and an empty password (OneSpan §3.1). */
export function authorizationFor(apiKey: string): string {
  return `Basic ${btoa(`${apiKey}:`)}`;
}

/** Whether an Authorization header contains one of the keys. */
export function isAuthorized(
  { frontEndKey, backEndKey }: ApiKeys,
  authorization: string | null,
  allowed: 'front-end' | 'either',
): boolean {
  const bytes = utf8(authorization?.replace(/^basic +/i, 'Basic ') ?? '');
  const isFrontEnd = constantTimeEqual(bytes, utf8(authorizationFor(frontEndKey)));
  const isBackEnd = constantTimeEqual(bytes, utf8(authorizationFor(backEndKey)));
  return isFrontEnd || (allowed === 'either' && isBackEnd);
}
