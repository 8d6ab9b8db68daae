/** A mail address that is safe in every header and accepted by every mail server. */
export type MailAddress = string & { readonly brand: 'MailAddress' };

/** RFC 5321 §4.5.3.1: octets of the part before the `@`, and of the whole path. */
const MAXIMUM_LOCAL_PART = 64;
const MAXIMUM_LENGTH = 254;

/** RFC 5322 §3.2.3 `dot-atom-text` in ASCII: no quoted parts, no comments, nothing that could end a header. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** RFC 1123 §2.1 host names; international ones in their ASCII form. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** @returns the address with its domain in lower case; null when it is malformed */
export function parseMailAddress(text: string): MailAddress | null {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const localPart = trimmed.slice(0, Math.max(0, at));
  const domain = trimmed.slice(at + 1).toLowerCase();
  if (localPart.length > MAXIMUM_LOCAL_PART || trimmed.length > MAXIMUM_LENGTH) return null;
  return LOCAL_PART.test(localPart) && DOMAIN.test(domain) ? (`${localPart}@${domain}` as MailAddress) : null;
}
