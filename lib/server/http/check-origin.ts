import type { Check, Refusal } from './exchange';
import type { SiteNames } from './site-names';

/** What phones call: no cookie counts there, and an app has no origin to name. */
const FOR_PHONES = ['/rest/v2/', '/authenticator/forged-images'];

const FOREIGN: Refusal = {
  status: 403,
  code: 'foreign-origin',
  sentence: 'Forms of other websites are not accepted. Open this site itself and try again.',
};

/**
 * Whether whatever changes something was sent by a page of this site. Every browser says from where (Fetch standard,
 * §3.2), so whoever says nothing is no browser, and has no business with forms.
 */
export function originCheck({ origins }: SiteNames): Check {
  return ({ request: { method, headers }, path }) => {
    if (method !== 'POST') return null;
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN;
    if (origin === undefined) return FOR_PHONES.some((start) => path.startsWith(start)) ? null : FOREIGN;
    if (!origins.has(origin)) return FOREIGN;
    // Next.js compares the two; a proxy in front may have put a name of its own into Host.
    headers.host = headers['x-forwarded-host'] = origin.slice(origin.indexOf('://') + 3);
    return null;
  };
}
