import type { Check, Refusal } from './exchange';
import type { SiteNames } from './site-names';

/** Phones' calls use no cookies, and apps have no origin. */
const FOR_PHONES = ['/rest/v2/', '/authenticator/forged-images'];

const FOREIGN: Refusal = {
  status: 403,
  code: 'foreign-origin',
  sentence: 'Forms of other websites are not accepted. Open this site itself and try again.',
};

/**
 * CSRF protection: a request that changes something must come from a page of this site. Every browser sends its origin
 * (Fetch standard, §3.2), so a request without one is not from a browser, and has no business with forms.
 */
export function originCheck({ origins }: SiteNames): Check {
  return ({ request: { method, headers }, path }) => {
    if (method !== 'POST') return null;
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN;
    if (origin === undefined) return FOR_PHONES.some((start) => path.startsWith(start)) ? null : FOREIGN;
    if (!origins.has(origin)) return FOREIGN;
    // Next.js compares the two; a proxy in front may have set its own name as Host.
    headers.host = headers['x-forwarded-host'] = origin.slice(origin.indexOf('://') + 3);
    return null;
  };
}
