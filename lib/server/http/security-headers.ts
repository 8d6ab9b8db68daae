import type { ServerResponse } from 'node:http';
import { DAY, SECOND } from '../../shared/time/duration';

const TWO_YEARS = (2 * 365 * DAY) / SECOND;

type Context = {
  /** Adds HSTS, which needs https. */
  isHttps: boolean;
  /** Allows what React's development build needs. */
  isDevelopment: boolean;
};

/** Where browsers report what the policy of a page has refused. */
export const POLICY_REPORTS_PATH = '/api/policy-reports';

/** Kind of a response, which determines its policy. */
export type AnswerKind = 'page' | 'script' | 'data';

/** Data and never a document, whatever a browser makes of it. */
const DATA = ['/rest/v2/', '/api/'];
/** Some responses of the sign-in are pages, and so is what the API is described on. */
const PAGES_AMONG_DATA = ['/api/auth/', '/api/docs'];
/** Workers among the scripts use the policy of their own file. */
const SCRIPTS = '/_next/static/';

export function kindOf(path: string): AnswerKind {
  if (path.startsWith(SCRIPTS)) return 'script';
  return startsWithAny(path, DATA) && !startsWithAny(path, PAGES_AMONG_DATA) ? 'data' : 'page';
}

function startsWithAny(path: string, starts: readonly string[]): boolean {
  return starts.some((start) => path.startsWith(start));
}

/** Sets security headers. */
export class SecurityHeaders {
  readonly #fixed: readonly (readonly [name: string, value: string])[];
  readonly #policies: Record<Exclude<AnswerKind, 'page'>, string>;
  /** The policy of pages, split where the nonce goes. */
  readonly #pagePolicy: readonly string[];

  constructor({ isHttps, isDevelopment }: Context) {
    this.#fixed = [
      ['referrer-policy', 'same-origin'],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
      [
        'permissions-policy',
        'camera=(self), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()',
      ],
      ...(isHttps
        ? ([
            ['reporting-endpoints', `policy="${POLICY_REPORTS_PATH}"`],
            ['strict-transport-security', `max-age=${TWO_YEARS}; includeSubDomains`],
          ] as const)
        : []),
    ];
    const closed = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
    this.#policies = {
      data: ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join('; '),
      script: ["default-src 'self'", "form-action 'none'", ...closed].join('; '),
    };
    this.#pagePolicy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-\n' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
      `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : "'nonce-\n'"}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      ...closed,
      // React's development build makes scripts of strings. The policy "default" is instrumentation-client's.
      ...(isDevelopment ? [] : ["require-trusted-types-for 'script'", 'trusted-types default']),
      ...(isHttps ? ['upgrade-insecure-requests'] : []),
      // Browsers that take the one ignore the other, and Chromium's takes https alone (Reporting API §3).
      ...(isHttps ? ['report-to policy'] : []),
      `report-uri ${POLICY_REPORTS_PATH}`,
    ]
      .join('; ')
      .split('\n');
  }

  /** @param nonce base64; scripts and styles without it do not run */
  policyOf(kind: AnswerKind, nonce: string): string {
    return kind === 'page' ? this.#pagePolicy.join(nonce) : this.#policies[kind];
  }

  set(response: ServerResponse, policy: string): void {
    for (const [name, value] of this.#fixed) response.setHeader(name, value);
    response.setHeader('content-security-policy', policy);
  }

  /** For a response without a `ServerResponse`. @returns lines with their ends */
  toText(): string {
    const headers = [...this.#fixed, ['content-security-policy', this.#policies.data] as const];
    return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
}
