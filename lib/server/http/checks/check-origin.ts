import { API_PATH } from '../../../shared/problem-document';
import type { Check, Refusal } from '../exchange';
import { POLICY_REPORTS_PATH } from '../security-headers';
import type { SiteNames } from './site-names';

/** Phones' and programs' calls and browsers' reports use no cookies, and apps have no origin. */
const WITHOUT_ORIGIN = ['/rest/v2/', '/authenticator/forged-images', POLICY_REPORTS_PATH, API_PATH];

const SAFE_METHODS = new Set(['GET', 'HEAD']);

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
    if (method === undefined || SAFE_METHODS.has(method)) return null;
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN;
    if (origin === undefined) return WITHOUT_ORIGIN.some((start) => path.startsWith(start)) ? null : FOREIGN;
    if (!origins.has(origin)) return FOREIGN;
    // Next.js compares the two; a proxy in front may have set its own name as Host.
    headers.host = headers['x-forwarded-host'] = origin.slice(origin.indexOf('://') + 3);
    return null;
  };
}
